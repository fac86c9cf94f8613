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
_PLACE = re.compile(r"places/[a-z0-9][a-z0-9-]*/", re.ASCII)
_ROW = re.compile(r"digests/[a-z0-9-]+/#[fo]-[0-9a-f]{10}", re.ASCII)
_OBSERVATION = re.compile(r"o-[0-9a-f]{10}", re.ASCII)
FOLDERS = (
    *("about", "commitments", "corrections", "data", "digests", "glossary", "indicators", "organisations", "people"),
    *("places", "programmes", "timeline"),
)
"""The first folders of all pages that the site has or had."""


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
    if not rows:
        found, expected = "no address", f"columns {', '.join(COLUMNS)}, and a row each, as 'record' writes them"
        raise FaultsError([Fault(str(path), 1, found, expected)])
    faults = [Fault(str(path), int(row["line"]), *wrong) for row in rows for wrong in _problems(row)]
    if faults:
        raise FaultsError(faults)
    return tuple(Address(*(row[column] for column in COLUMNS)) for row in rows)


def _problems(row: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    address, is_digest = row["address"], row["address"].startswith("digests/")
    if row["observation"]:
        if not _ROW.fullmatch(address):
            expected = "digests/, a slug, and an anchor, such as digests/a-2024/#f-0123456789"
            yield f"the address '{address}' of a row", expected
        if not _OBSERVATION.fullmatch(row["observation"]):
            yield f"the observation '{row['observation']}'", "o- and ten hexadecimal digits, such as o-0123456789"
    elif not _PAGE.fullmatch(address):
        yield f"the address '{address}'", "folders with a slash behind each, such as digests/a-2024/"
    elif address.partition("/")[0] not in FOLDERS:
        yield f"the address '{address}'", f"a first folder that pages have: {', '.join(FOLDERS)}"
    if row["place"] and not _PLACE.fullmatch(row["place"]):
        yield f"the place '{row['place']}'", "the address of a page, such as places/110112109/, or nothing"
    if (row["stem"] or row["place"]) and (row["observation"] or not is_digest):
        yield f"'{address}' with a stem or place", "none but for the page of a digest"
