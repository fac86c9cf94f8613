"""The tables as Parquet files, for whom the editor asks for them: the columns typed, the words as they are.

pyarrow writes them, the library of the extra ``parquet``; it is loaded at the first file only. The same tables make the
same bytes with the same version of it: nothing of a clock is in them. An empty cell is null, a number a decimal with
the digits it has, and no word has an apostrophe before it, which only spreadsheets need.
"""

from collections.abc import Sequence
from decimal import Decimal
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from policy_digest.lexicon.columns import Column
from policy_digest.model import Binary
from policy_digest.render.opendata.tables import Cell, Table, parquet_name

INSTALL = "python -m pip install --require-hashes -r requirements-parquet.txt"
_LEAST_SCALE, _MOST_DIGITS = 6, 76


def is_installed() -> bool:
    """Whether the library of the extra is there."""
    return find_spec("pyarrow") is not None


def parquet_file(table: Table) -> Binary:
    """The table under ``data/``. Raises ModuleNotFoundError without the library of the extra."""
    pyarrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    columns = [_column(pyarrow, column, [row[at] for row in table.rows]) for at, column in enumerate(table.columns)]
    fields = [_field(pyarrow, *pair) for pair in zip(table.columns, columns, strict=True)]
    about = {"title": table.file.title.en or "", "title_zh": table.file.title.zh}
    made = pyarrow.Table.from_arrays(columns, schema=pyarrow.schema(fields, metadata=about))
    sink = pyarrow.BufferOutputStream()
    parquet.write_table(made, sink, compression="zstd", version="2.6")
    return Binary(f"data/{parquet_name(table)}", sink.getvalue().to_pybytes())


def _field(pyarrow: Any, column: Column, values: Any) -> Any:
    """A column with its title and meaning, which Parquet keeps beside it."""
    told = {"title": column.title, "description": column.about}
    words = {name: text.en or "" for name, text in told.items()} | {f"{name}_zh": t.zh for name, t in told.items()}
    return pyarrow.field(column.name, values.type, nullable=not column.is_required, metadata=words)


def _column(pyarrow: Any, column: Column, cells: Sequence[Cell]) -> Any:
    known = [None if cell in (None, "") else cell for cell in cells]
    if column.type == "integer":
        return pyarrow.array([None if cell is None else int(cell) for cell in known], pyarrow.int64())
    if column.type == "boolean":
        return pyarrow.array([None if cell is None else cell == "true" for cell in known], pyarrow.bool_())
    if column.type == "number":
        numbers = [None if cell is None else Decimal(str(cell)) for cell in known]
        if kind := _decimal(pyarrow, [number for number in numbers if number is not None]):
            return pyarrow.array(numbers, kind)
    return pyarrow.array([None if cell is None else str(cell) for cell in known], pyarrow.string())


def _decimal(pyarrow: Any, numbers: Sequence[Decimal]) -> Any:
    """The narrowest type that holds all the numbers with their digits; None for longer ones than any has."""
    scale = max([_LEAST_SCALE, *(-int(number.as_tuple().exponent) for number in numbers)])
    digits = scale + max([1, *(number.adjusted() + 1 for number in numbers)])
    if digits > _MOST_DIGITS:
        return None
    return pyarrow.decimal128(38, scale) if digits <= 38 else pyarrow.decimal256(_MOST_DIGITS, scale)
