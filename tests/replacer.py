"""A blind synonym replacer, to rewrite clean passages with; the lexicon knows half of its words (``replacer.tsv``)."""

import random
import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

PASSAGES = Path(__file__).parent / "passages"

ROWS = [line.split("\t") for line in (Path(__file__).parent / "replacer.tsv").read_text("utf-8").splitlines()[2:]]
KNOWN = {standard: substitute for standard, substitute, known in ROWS if known == "yes"}
UNKNOWN = {standard: substitute for standard, substitute, known in ROWS if known == "no"}
"""Standard word → substitute: those that the lexicon knows, and those that it does not."""


class Rewritten(NamedTuple):
    """A passage rewritten, and how many of its words were replaced in a thousand characters of it."""

    text: str
    density: float


def passages() -> Mapping[str, str]:
    """The project's clean passages by name: invented towns, as reports write of them."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(PASSAGES.glob("*.txt"))}


def rewrite(text: str, table: Mapping[str, str]) -> Rewritten:
    """``text`` with each word of ``table`` replaced wherever its characters stand, whatever they are part of."""
    words = sorted(table, key=lambda word: (-len(word), word))
    if not words:
        return Rewritten(text, 0.0)
    made, count = re.subn("|".join(map(re.escape, words)), lambda match: table[match[0]], text)
    return Rewritten(made, count * 1000 / len(text))


def tables(count: int) -> list[Mapping[str, str]]:
    """Tables of many sizes, each with as many known rows as unknown ones, chosen at random but always the same."""
    chance = random.Random(4)  # noqa: S311 (no secret)
    made = []
    for turn in range(count):
        size = 1 + turn * (len(KNOWN) - 1) // max(count - 1, 1)
        rows = chance.sample(sorted(KNOWN.items()), size) + chance.sample(sorted(UNKNOWN.items()), size)
        made.append(dict(rows))
    return made
