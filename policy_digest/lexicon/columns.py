"""The files for downloading and their columns: type, values, and what they hold, in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args

from policy_digest.lexicon import tables
from policy_digest.model import Text

_TOLD = ("title_zh", "title_en", "about_zh", "about_en")
_HEADER = ("column", "type", "required", "values", *_TOLD)
_FILES = ("file", "key", *_TOLD)

ColumnType = Literal["string", "number", "integer", "boolean", "period"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a data file; ``values`` are all that it may hold, where they are listed.

    ``is_required``: no cell of it is empty.
    """

    name: str
    type: ColumnType
    is_required: bool
    values: tuple[str, ...]
    title: Text
    about: Text


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file for downloading: its name, what makes a row of it one of its own, a title, and what it holds."""

    path: str
    key: tuple[str, ...]
    title: Text
    about: Text


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns by name, and by ``file.name`` where a file gives a name a meaning of its own; the files by path."""

    by_name: Mapping[str, Column]
    files: Mapping[str, DataFile]

    def of(self, file: str, name: str) -> Column:
        """The column ``name`` of ``file`` (without its ending). Raises KeyError for one that is not described."""
        own = self.by_name.get(f"{file}.{name}")
        return own or self.by_name[name]


def load(*, folder: Path = tables.FOLDER) -> Columns:
    """Read and check ``columns.tsv`` and ``data_files.tsv``.

    Raises FaultsError with file and line for a malformed entry.
    """
    path, listed = folder / "columns.tsv", folder / "data_files.tsv"
    files = tables.read_rows("data_files", _FILES, folder=folder)
    rows = tables.read_rows("columns", _HEADER, folder=folder)
    faults = tables.choice_faults(path, rows, "type", get_args(ColumnType))
    faults += tables.choice_faults(path, rows, "required", ("yes", ""))
    for column in _TOLD:
        faults += tables.empty_faults(path, rows, column) + tables.empty_faults(listed, files, column)
    tables.refuse(faults)
    return Columns({row["column"]: _column(row) for row in rows}, {row["file"]: _file(row) for row in files})


def _column(row: Mapping[str, str]) -> Column:
    return Column(
        row["column"].rpartition(".")[2],
        cast("ColumnType", row["type"]),
        row["required"] == "yes",
        tuple(row["values"].split()),
        *_told(row),
    )


def _file(row: Mapping[str, str]) -> DataFile:
    return DataFile(row["file"], tuple(row["key"].split()), *_told(row))


def _told(row: Mapping[str, str]) -> tuple[Text, Text]:
    """The title, and what it is."""
    title, about = (Text(row[f"{name}_zh"], row[f"{name}_en"], "project") for name in ("title", "about"))
    return title, about
