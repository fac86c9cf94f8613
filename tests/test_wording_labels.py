"""How well the replaced words of seed 003 are restored, held against a reader's list of them."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from policy_digest import lexicon
from policy_digest.extract.wording import find_wording
from policy_digest.model import Restoration, Source
from policy_digest.parse import parse
from policy_digest.read import read_source
from tests.projects import ROOT

SEED = ROOT / "seeds" / "003_9f6dcb3548ddb190.txt"
LABELS = Path(__file__).parent / "labelled" / "wording" / "003.yml"
MATTERS = ("programme", "indicator", "heading", "institution")
UPPER = ("attested", "standard")


class Label(NamedTuple):
    """A labelled word: its place in the seed, what it was (all that the reader allows), and what it matters to."""

    start: int
    end: int
    restored: frozenset[str]
    matters: str


@cache
def seed() -> Source:
    return read_source(SEED)


@cache
def restorations() -> tuple[Restoration, ...]:
    words = lexicon.load()
    return find_wording(parse(seed(), words), words).wording.restorations


@cache
def labels(kind: str) -> tuple[Label, ...]:
    entries = yaml.safe_load(LABELS.read_text(encoding="utf-8"))[kind]
    return tuple(place(entry) for entry in entries)


def place(entry: Mapping[str, Any]) -> Label:
    """Where an entry stands. Raises ValueError where its line has the word less often."""
    lines = seed().text.splitlines(keepends=True)
    at = -1
    for _ in range(entry["at"]):
        at = lines[entry["line"] - 1].index(entry["printed"], at + 1)
    start = sum(map(len, lines[: entry["line"] - 1])) + at
    allowed = {entry.get("restored", ""), entry.get("or", "")} - {""}
    return Label(start, start + len(entry["printed"]), frozenset(allowed), entry.get("matters", ""))


def shown(grades: Sequence[str]) -> list[Restoration]:
    return [one for one in restorations() if one.grade in grades]


def overlapping(label: Label, among: Sequence[Restoration]) -> list[Restoration]:
    return [one for one in among if one.start < label.end and label.start < one.end]


def is_right(one: Restoration) -> bool:
    """Whether a restoration gives what the reader gives for the same characters."""
    touched = [label for label in labels("altered") if one.start < label.end and label.start < one.end]
    if not touched:
        return False
    if [(label.start, label.end) for label in touched] == [(one.start, one.end)]:
        return one.restored in touched[0].restored
    start, end = min(one.start, touched[0].start), max(one.end, touched[-1].end)
    return one_in(start, end, [(one.start, one.end, one.restored)]) == one_in(
        start, end, [(label.start, label.end, min(label.restored)) for label in touched]
    )


def one_in(start: int, end: int, changes: Sequence[tuple[int, int, str]]) -> str:
    """The seed's text from ``start`` to ``end`` with ``changes``."""
    pieces, last = [], start
    for begin, close, words in changes:
        pieces += [seed().text[last:begin], words]
        last = close
    return "".join([*pieces, seed().text[last:end]])


def recalled(grades: Sequence[str], matters: Sequence[str]) -> Iterator[bool]:
    among = shown(grades)
    for label in labels("altered"):
        if label.matters in matters:
            yield any(is_right(one) for one in overlapping(label, among))


def share(found: Sequence[bool]) -> float:
    return sum(found) / len(found)


@pytest.fixture(autouse=True, scope="module")
def measured() -> None:
    """Print what is measured (``pytest -s``)."""
    for grades in (UPPER, ("likely",)):
        print(grades, "precision", share([is_right(one) for one in shown(grades)]), "of", len(shown(grades)))
    for grades in ((*UPPER, "likely"), UPPER):
        for matters in (MATTERS, (*MATTERS, "other")):
            found = list(recalled(grades, matters))
            print(grades, matters, "recall", share(found), "of", len(found))


def test_the_list_is_long_enough_to_measure_with() -> None:
    mattering = [label for label in labels("altered") if label.matters in MATTERS]

    assert (len(labels("altered")) >= 150, len(mattering) >= 100, len(labels("untouched")) >= 40) == (True, True, True)


def test_what_is_shown_at_the_upper_grades_is_right() -> None:
    assert share([is_right(one) for one in shown(UPPER)]) >= 0.97


def test_most_of_what_is_shown_as_likely_is_right() -> None:
    assert share([is_right(one) for one in shown(["likely"])]) >= 0.85


def test_the_words_that_matter_are_restored() -> None:
    assert share(list(recalled((*UPPER, "likely"), MATTERS))) >= 0.95


def test_the_words_that_matter_are_restored_at_the_upper_grades() -> None:
    assert share(list(recalled(UPPER, MATTERS))) >= 0.85


def test_no_word_that_only_looks_replaced_is_restored_at_an_upper_grade() -> None:
    wrong = [overlapping(label, shown(UPPER)) for label in labels("untouched")]

    assert [one for found in wrong for one in found] == []
