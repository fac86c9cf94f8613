"""Tokens: the words of the lexicon in a phrase, and how they are looked up."""

from collections.abc import Iterable
from typing import NamedTuple


class Token(NamedTuple):
    """A word of the lexicon in a phrase: half-open positions into the phrase, and its role."""

    start: int
    end: int
    word: str
    role: str


def sizes_of(words: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """How long the words are that begin with one or two characters, the longest first."""
    sizes: dict[str, set[int]] = {}
    for word in words:
        sizes.setdefault(word[:2], set()).add(len(word))
    with_first = {begun: found | sizes.get(begun[0], set()) for begun, found in sizes.items()}
    return {begun: tuple(sorted(found, reverse=True)) for begun, found in with_first.items()}
