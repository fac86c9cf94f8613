"""A blind replacement of clean passages undone: how well the rules restore what they were not made with."""

import random
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

import pytest

from policy_digest import lexicon
from policy_digest.extract.wording import Chooser, attest, chances
from policy_digest.model import Grade
from tests.replacer import passages

WORDS = lexicon.load().wording


class Undone(NamedTuple):
    """A restored word: its grade, and whether the passage had it so."""

    grade: Grade
    is_right: bool


@cache
def table(turn: int) -> Mapping[str, str]:
    """Standard word → a word of the same length that the lexicon has for it, at random but always the same."""
    pairs = sorted(WORDS.pairs.values(), key=lambda pair: pair.printed)
    random.Random(turn).shuffle(pairs)  # noqa: S311 (no secret)
    found: dict[str, str] = {}
    for pair in pairs:
        for word in pair.others:
            if len(word) == len(pair.printed) and is_rarer(pair.printed, word):
                found.setdefault(word, pair.printed)
    return found


def is_rarer(printed: str, standard: str) -> bool:
    return WORDS.rates[printed].per_million * 2 < WORDS.rates[standard].per_million


def undone(text: str, replaced: Mapping[str, str]) -> Iterator[Undone]:
    words = sorted(replaced, key=lambda word: (-len(word), word))
    altered = re.sub("|".join(words), lambda match: replaced[match[0]], text)
    chooser = Chooser(WORDS, chances(altered, WORDS))
    start = 0
    for line in altered.splitlines(keepends=True):
        for place in attest(line, chooser.places(line), WORDS):
            printed = text[start + place.start : start + place.end]
            yield Undone(place.grade, printed == place.restored)
        start += len(line)


@cache
def measured() -> tuple[Undone, ...]:
    return tuple(one for turn in range(4) for text in passages().values() for one in undone(text, table(turn)))


def share_right(grade: Grade) -> float:
    found = [one.is_right for one in measured() if one.grade == grade]
    print(f"{grade}: {sum(found)} of {len(found)}")
    return sum(found) / len(found)


@pytest.mark.parametrize(("grade", "least"), [("standard", 0.97), ("likely", 0.85)])
def test_what_is_restored_is_what_the_passage_had(grade: Grade, least: float) -> None:
    assert share_right(grade) >= least


def test_most_of_what_was_replaced_is_restored() -> None:
    replaced = sum(
        len(re.findall("|".join(sorted(table(turn), key=len, reverse=True)), text))
        for turn in range(4)
        for text in passages().values()
    )

    assert sum(one.is_right for one in measured()) / replaced >= 0.9
