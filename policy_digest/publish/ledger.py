"""Write ``published.tsv``, the ledger of published values; only the command ``record`` does."""

from collections.abc import Sequence
from dataclasses import astuple, fields
from pathlib import Path

from policy_digest.model import LedgerRow
from policy_digest.publish.pages import write_file

LEDGER = "published.tsv"
_HEAD = """\
# The values that were published, a row each, sorted by slug and id. Written by `build_digest.py record` alone; a build
# shows what differs from it on corrections/. `sentence` is a hash of the sentence; the shown values are not compared.
"""


def keep_ledger(seeds: Path, rows: Sequence[LedgerRow]) -> bool:
    """Make ``seeds/published.tsv`` hold ``rows`` and no others; False where it did already."""
    names = "\t".join(field.name for field in fields(LedgerRow))
    lines = ["\t".join(astuple(row)) for row in rows]
    return write_file(seeds / LEDGER, (_HEAD + "\n".join([names, *lines, ""])).encode("utf-8"))
