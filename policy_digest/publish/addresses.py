"""Write ``addresses.tsv``, the addresses that were published; only the command ``record`` does."""

from collections.abc import Sequence
from dataclasses import astuple, fields
from pathlib import Path

from policy_digest.model import Address
from policy_digest.publish.pages import write_file

ADDRESSES = "addresses.tsv"
_HEAD = """\
# The addresses that were published, below the folder of a language, a row each, sorted. Written by `build_digest.py
# record` alone, which takes none out: a build leads from those that nothing has now to where their matter is.
# stem and place: of a digest. observation: what the row of a digest shows.
"""


def keep_addresses(seeds: Path, rows: Sequence[Address]) -> bool:
    """Make ``seeds/addresses.tsv`` hold ``rows``; False where it did already."""
    names = "\t".join(field.name for field in fields(Address))
    lines = ["\t".join(astuple(row)) for row in rows]
    return write_file(seeds / ADDRESSES, (_HEAD + "\n".join([names, *lines, ""])).encode("utf-8"))
