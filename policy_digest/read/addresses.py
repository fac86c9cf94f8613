"""Read ``addresses.tsv``, the addresses that were published once: what ``record`` wrote, and nothing else."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path

from policy_digest.errors import Fault, FaultsError
from policy_digest.lexicon.tables import read_rows
from policy_digest.model import Address

NAME = "addresses.tsv"
COLUMNS = tuple(field.name for field in fields(Address))
# Folders of plain names: no address leads out of the site.
_PAGE = re.compile(r"(?:[A-Za-z0-9][\w.-]*/)+", re.ASCII)
_ROW = re.compile(r"digests/[a-z0-9-]+/#[A-Za-z][\w-]*", re.ASCII)


def read_addresses(folder: Path) -> tuple[Address, ...]:
    """The addresses in ``folder``; none where there is no such file.

    Raises FaultsError with the lines of rows that are malformed, out of order or repeated.
    """
    path = folder / NAME
    if not path.is_file():
        return ()
    try:
        rows = read_rows(path.stem, COLUMNS, folder=folder)
    except UnicodeDecodeError as error:
        raise FaultsError([Fault(str(path), 0, "a file that is not UTF-8", "what 'record' writes")]) from error
    faults = [Fault(str(path), int(row["line"]), *wrong) for row in rows for wrong in _problems(row)]
    if faults:
        raise FaultsError(faults)
    return tuple(Address(*(row[column] for column in COLUMNS)) for row in rows)


def _problems(row: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    address, is_digest = row["address"], row["address"].startswith("digests/")
    if row["observation"]:
        if not _ROW.fullmatch(address):
            yield f"the address '{address}' of a row", "digests/, a slug, and an anchor, such as digests/a-2024/#f-1"
    elif not _PAGE.fullmatch(address):
        yield f"the address '{address}'", "folders with a slash behind each, such as digests/a-2024/"
    if row["place"] and not _PAGE.fullmatch(row["place"]):
        yield f"the place '{row['place']}'", "the address of a page, such as places/110112109/, or nothing"
    if (row["stem"] or row["place"]) and (row["observation"] or not is_digest):
        yield f"'{address}' with a stem or place", "none but for the page of a digest"
