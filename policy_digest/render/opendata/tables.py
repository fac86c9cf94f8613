"""The tables of the collection, as data: their columns in order, and their rows."""

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import dataclass

from policy_digest.lexicon.columns import Column, Columns, DataFile
from policy_digest.render.escape import cell

Cell = str | int | None
Row = tuple[Cell, ...]

BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the file it goes into, its columns, and its rows, each with a cell for each column."""

    file: DataFile
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def name(self) -> str:
        """The file's name without its ending."""
        return self.file.path.partition(".")[0]

    @property
    def is_csv(self) -> bool:
        """Whether it is a CSV file; else JSON Lines."""
        return self.file.path.endswith(".csv")

    def text(self) -> str:
        """The file's content.

        A byte order mark opens a CSV file, so that Excel reads it as UTF-8; JSON must not have one (RFC 8259).
        """
        names = tuple(column.name for column in self.columns)
        if self.is_csv:
            return csv_text(names, self.rows)
        lines = (dict(zip(names, row, strict=True)) for row in self.rows)
        return "".join(f"{json.dumps(line, ensure_ascii=False, separators=(',', ':'))}\n" for line in lines)


def table(described: Columns, path: str, names: Iterable[str], rows: Iterable[Row]) -> Table:
    """The table of ``path`` with the columns ``names``, as they are ``described``."""
    stem = path.partition(".")[0]
    return Table(described.files[path], tuple(described.of(stem, name) for name in names), tuple(rows))


def parquet_name(table: Table) -> str:
    """The name of the Parquet file of a table, where there is one."""
    return f"{table.name}.parquet"


def csv_text(names: tuple[str, ...], rows: Iterable[Row]) -> str:
    """The rows as CSV (RFC 4180) behind a byte order mark; no cell can be taken for a formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows(tuple(cell("" if value is None else str(value)) for value in row) for row in rows)
    return BOM + text.getvalue()
