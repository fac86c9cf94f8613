"""How the lexicon's files are read: TSV where an entry is a row, YAML where it nests; a malformed entry is a fault."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

try:
    from yaml import CSafeLoader as SafeLoader  # five times as quick, where PyYAML was built with it
except ImportError:
    from yaml import SafeLoader  # type: ignore[assignment]

from policy_digest.errors import Fault, FaultsError

FOLDER = Path(__file__).resolve().parent.parent / "data"


def read_rows(name: str, columns: tuple[str, ...], *, folder: Path = FOLDER) -> tuple[dict[str, str], ...]:
    """The rows of ``<name>.tsv``: a header of ``columns``, then sorted, unique rows; ``#`` lines are comments.

    Each row has the columns' names, and ``line`` (from 1). Raises FaultsError for a wrong header, a row with another
    number of cells, a first cell that repeats, or rows out of order (by the first cell's code points).
    """
    path = folder / f"{name}.tsv"
    faults: list[Fault] = []
    rows: list[dict[str, str]] = []
    header = False
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not header:
            header = True
            if tuple(cells) != columns:
                faults.append(Fault(str(path), number, f"columns {cells}", f"columns {list(columns)}"))
            continue
        if len(cells) != len(columns):
            faults.append(Fault(str(path), number, f"{len(cells)} cells", f"{len(columns)} cells"))
            continue
        if rows and cells[0] <= rows[-1][columns[0]]:
            last = rows[-1][columns[0]]
            faults.append(Fault(str(path), number, f"'{cells[0]}' after '{last}'", "sorted, unique rows"))
        rows.append({**dict(zip(columns, cells, strict=True)), "line": str(number)})
    if faults:
        raise FaultsError(faults)
    return tuple(rows)


class _LineLoader(SafeLoader):
    """A safe loader that keeps each mapping's line under ``line`` and refuses a key given twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [self.construct_object(key, deep=deep) for key, _ in node.value]
        for (key_node, _), key in zip(node.value, keys, strict=True):
            if keys.count(key) > 1:
                raise yaml.MarkedYAMLError(problem=f"key '{key}' twice", problem_mark=key_node.start_mark)
        mapping = super().construct_mapping(node, deep=deep)
        return {**mapping, "line": node.start_mark.line + 1}


def read_entries(
    name: str, required: Iterable[str], optional: Iterable[str] = (), *, folder: Path = FOLDER
) -> tuple[Mapping[str, Any], ...]:
    """The entries of ``<name>.yml``, a list of mappings, each with its ``line`` (from 1).

    Raises FaultsError where the file is no list of mappings, an entry lacks a ``required`` key or has an unknown one.
    """
    path = folder / f"{name}.yml"
    required, optional = tuple(required), tuple(optional)
    try:
        loaded = yaml.load(path.read_text(encoding="utf-8"), _LineLoader)  # noqa: S506 (a subclass of SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise FaultsError([Fault(str(path), line, error.problem or "no YAML", "YAML")]) from error
    if not isinstance(loaded, list) or not all(isinstance(entry, dict) for entry in loaded):
        raise FaultsError([Fault(str(path), 1, type(loaded).__name__, "a list of mappings")])
    faults = [
        fault for entry in loaded for fault in _key_faults(str(path), entry, required, (*required, *optional, "line"))
    ]
    if faults:
        raise FaultsError(faults)
    return tuple(loaded)


def _key_faults(path: str, entry: dict[str, Any], required: tuple[str, ...], known: tuple[str, ...]) -> list[Fault]:
    names = ", ".join(sorted(set(known) - {"line"}))
    line = entry["line"]
    unknown = [Fault(path, line, f"unknown key '{key}'", f"one of {names}") for key in entry if key not in known]
    missing = [Fault(path, line, f"no '{key}'", f"{', '.join(required)}") for key in required if key not in entry]
    return unknown + missing


def choice_faults(path: Path, rows: Iterable[Mapping[str, str]], column: str, choices: tuple[str, ...]) -> list[Fault]:
    """A fault for each row whose ``column`` holds none of ``choices``."""
    expected = "one of " + ", ".join(choices)
    return [
        Fault(str(path), int(row["line"]), f"{column} '{row[column]}'", expected)
        for row in rows
        if row[column] not in choices
    ]


def empty_faults(path: Path, rows: Iterable[Mapping[str, str]], column: str) -> list[Fault]:
    """A fault for each row whose ``column`` is empty."""
    return [Fault(str(path), int(r["line"]), f"no {column}", f"an {column}") for r in rows if not r[column]]


def refuse(faults: list[Fault]) -> None:
    """Raise FaultsError where there are faults."""
    if faults:
        raise FaultsError(faults)
