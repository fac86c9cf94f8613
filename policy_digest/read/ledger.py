"""Read ``published.tsv``, the ledger of published values: what ``record`` wrote, and nothing else."""

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import get_args

from policy_digest.errors import Fault, FaultsError
from policy_digest.model import NO_LEDGER, Bound, Ledger, LedgerRow, Nature

NAME = "published.tsv"
COLUMNS = tuple(field.name for field in fields(LedgerRow))
_CHOICES = {"bound": get_args(Bound), "nature": get_args(Nature)}
_NEEDED = ("slug", "id", "name", "unit", "sentence")


def read_ledger(folder: Path) -> Ledger:
    """The ledger in ``folder``; one that is not there where there is no such file.

    Raises FaultsError with the lines of rows that are malformed, out of order or repeated.
    """
    path = folder / NAME
    if not path.is_file():
        return NO_LEDGER
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise FaultsError([Fault(str(path), 0, "a file that is not UTF-8", "what 'record' writes")]) from error
    faults: list[Fault] = []
    rows = tuple(_rows(path, lines, faults))
    if faults:
        raise FaultsError(faults)
    return Ledger(rows, is_there=True)


def _rows(path: Path, lines: list[str], faults: list[Fault]) -> Iterator[LedgerRow]:
    numbered = [(number, line) for number, line in enumerate(lines, 1) if line and not line.startswith("#")]
    if not numbered or tuple(numbered[0][1].split("\t")) != COLUMNS:
        place = numbered[0][0] if numbered else 1
        faults.append(Fault(str(path), place, "other columns", "columns " + ", ".join(COLUMNS)))
        return
    last = ("", "")
    for number, line in numbered[1:]:
        cells = line.split("\t")
        if len(cells) != len(COLUMNS):
            faults.append(Fault(str(path), number, f"{len(cells)} cells", f"{len(COLUMNS)} cells"))
            continue
        row = LedgerRow(*cells)
        faults.extend(Fault(str(path), number, *wrong) for wrong in _problems(row, last))
        last = row.slug, row.id
        yield row


def _problems(row: LedgerRow, last: tuple[str, str]) -> Iterator[tuple[str, str]]:
    if (row.slug, row.id) <= last:
        yield f"'{row.slug} {row.id}' after '{' '.join(last)}'", "rows sorted by slug and id, each once"
    for column in _NEEDED:
        if not getattr(row, column):
            yield f"no {column}", f"a {column}"
    for column, choices in _CHOICES.items():
        if getattr(row, column) not in choices:
            yield f"'{getattr(row, column)}' for '{column}'", "one of " + ", ".join(choices)
