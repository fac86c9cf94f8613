"""Natures: whether a figure was achieved, is expected or aimed at."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from policy_digest.extract.clauses import FULL_STOP, Clauses
from policy_digest.lexicon.figures import Figures, nature_of
from policy_digest.model import Nature

_OWN_WORDS = 12
_SHARE_DONE = re.compile(r"的[约近]?\d[\d.]*\s?(?:%|倍|成)")
_NUMERAL = re.compile(r"[\d零一二三四五六七八九十百千万亿]")


@dataclass(frozen=True, slots=True)
class Natures:
    """Which nature governs where in one sentence: ``starts`` in order, the first 0, and the nature from each.

    ``said`` are the starts of the cues that the sentence holds.
    """

    starts: tuple[int, ...]
    told: tuple[Nature, ...]

    said: tuple[int, ...] = ()

    def is_said(self, position: int) -> bool:
        """Whether a cue of the sentence itself governs ``position``, not what its section is."""
        return bool(self.said) and self.said[0] <= position

    def at(self, position: int) -> Nature:
        """The nature that governs ``position``."""
        return self.told[bisect_right(self.starts, position) - 1]


def natures(clauses: Clauses, default: Nature, is_review: bool, figures: Figures) -> Natures:
    """The natures of a folded sentence; ``default`` governs until its first cue.

    Where plans are told, what has been done (已建成…的基础上) holds for its clause alone. A review that aims at
    something without a number (力争…上下功夫,新建厂房12座) tells what was done behind the aim's clause.
    """
    turns: list[tuple[int, Nature]] = [(0, default)]
    said = []
    for match in figures.natures.pattern.finditer(clauses.text):
        nature, end = nature_of(figures.natures.entry(match)), clauses.end(match.end())
        if is_review and nature == "target" and not _NUMERAL.search(clauses.text, match.end(), end):
            continue
        turns.append((match.start(), nature))
        said.append(match.start())
        if default == "target" and nature == "actual":
            turns.append((end, default))
    turns.extend((stop.end(), default) for stop in FULL_STOP.finditer(clauses.text))
    return Natures(tuple(t[0] for t in sorted(turns)), tuple(t[1] for t in sorted(turns)), tuple(said))


def missed(clauses: Clauses, start: int, end: int, figures: Figures) -> bool:
    """Whether a figure is an aim that was not reached (未能完成税收3亿元的目标)."""
    return bool(
        figures.signs.aims.match(clauses.text, end)
        and figures.signs.missed.search(clauses.text, clauses.start(start), start)
    )


def is_measure(text: str, lead: int, end: int, figures: Figures) -> bool:
    """Whether a figure is the aim of which a share was done (完成年初预算3亿元的40%; 完成目标(3亿元)40%)."""
    aim = figures.signs.held.search(text, max(0, lead - _OWN_WORDS), lead)
    if aim is None:
        return False
    return text.startswith(")", end) if aim[0].endswith("(") else bool(_SHARE_DONE.match(text, end))


def own_nature(text: str, lead: int, end: int, figures: Figures) -> Nature | None:
    """The nature that the words at a figure give it alone: 收入任务174万 is a target, 155平方公里范围内 says where."""
    if text.startswith("范围", end):
        return "actual"
    match = figures.own_natures.search(text, max(0, lead - _OWN_WORDS), lead)
    return "target" if match else None
