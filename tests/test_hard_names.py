"""Names that are easily misread, and all those of the two seeds: right, or marked as unverified."""

import re
from pathlib import Path

import pytest

from policy_digest.lexicon import terms as terms_table
from policy_digest.lexicon.tables import read_rows
from policy_digest.translate.places import UNVERIFIED, english_person, english_place

TERMS = terms_table.load()
CASES = Path(__file__).resolve().parent / "cases"
ROWS = read_rows("hard_names", ("name", "kind", "english", "why"), folder=CASES)
LATIN = re.compile("[A-Za-z]")


def told(row: dict[str, str]) -> str:
    """What a page would show for the name; the name itself where there is no English."""
    if row["kind"] == "place":
        return english_place(row["name"], TERMS) or row["name"]
    return english_person(row["name"], TERMS)


@pytest.mark.parametrize("row", [row for row in ROWS if row["english"]], ids=lambda row: row["name"])
def test_a_hard_name_is_right_or_marked(row: dict[str, str]) -> None:
    assert told(row) == row["english"] or told(row).endswith(UNVERIFIED)


@pytest.mark.parametrize("row", [row for row in ROWS if not row["english"]], ids=lambda row: row["name"])
def test_a_name_that_nobody_can_be_sure_of_is_marked_or_stays_chinese(row: dict[str, str]) -> None:
    assert told(row).endswith(UNVERIFIED) or not LATIN.search(told(row))


def test_most_hard_names_are_right_and_not_only_marked() -> None:
    known = [row for row in ROWS if row["english"]]
    right = [row for row in known if told(row).removesuffix(UNVERIFIED) == row["english"]]
    sure = [row for row in known if told(row) == row["english"]]
    assert (len(right) / len(known) > 0.95, len(sure) / len(known) > 0.85) == (True, True)
