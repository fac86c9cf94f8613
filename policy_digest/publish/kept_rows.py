"""Write the tables beside the seeds of what was published; only the command ``record`` does."""

from collections.abc import Sequence
from dataclasses import astuple, fields
from pathlib import Path

from policy_digest.model import Address, LedgerRow
from policy_digest.publish.pages import write_file

LEDGER = "published.tsv"
ADDRESSES = "addresses.tsv"
_OF_LEDGER = """\
# The values that were published, a row each, sorted by slug and id. Written by `build_digest.py record` alone; a build
# shows what differs from it on corrections/. `sentence` is a hash of the sentence; the shown values are not compared.
"""
_OF_ADDRESSES = """\
# The addresses that were published, below the folder of a language, a row each, sorted. Written by `build_digest.py
# record` alone, which takes none out: a build leads from those that nothing has now to where their matter is.
# stem and place: of a digest. observation: what the row of a digest shows.
"""


def keep_ledger(seeds: Path, rows: Sequence[LedgerRow]) -> bool:
    """Make ``seeds/published.tsv`` hold ``rows`` and no others; False where it did already."""
    return _keep(seeds / LEDGER, _OF_LEDGER, LedgerRow, rows)


def keep_addresses(seeds: Path, rows: Sequence[Address]) -> bool:
    """Make ``seeds/addresses.tsv`` hold ``rows``; False where it did already."""
    return _keep(seeds / ADDRESSES, _OF_ADDRESSES, Address, rows)


def _keep(path: Path, head: str, kind: type[LedgerRow | Address], rows: Sequence[LedgerRow | Address]) -> bool:
    names = "\t".join(field.name for field in fields(kind))
    lines = ["\t".join(astuple(row)) for row in rows]
    return write_file(path, (head + "\n".join([names, *lines, ""])).encode("utf-8"))
