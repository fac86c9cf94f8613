"""Natures: whether a figure was achieved, is expected or aimed at."""

from bisect import bisect_right
from dataclasses import dataclass

from policy_digest.lexicon.figures import Figures, nature_of
from policy_digest.model import Nature

_OWN_WORDS = 12


@dataclass(frozen=True, slots=True)
class Natures:
    """Which nature governs where in one sentence: ``starts`` in order, the first 0, and the nature from each."""

    starts: tuple[int, ...]
    told: tuple[Nature, ...]

    def at(self, position: int) -> Nature:
        """The nature that governs ``position``."""
        return self.told[bisect_right(self.starts, position) - 1]


def natures(text: str, default: Nature, figures: Figures) -> Natures:
    """The natures of a folded sentence; ``default`` governs until its first cue."""
    matches = list(figures.natures.pattern.finditer(text))
    told = (nature_of(figures.natures.entry(m)) for m in matches)
    return Natures((0, *(m.start() for m in matches)), (default, *told))


def own_nature(text: str, lead: int, end: int, figures: Figures) -> Nature | None:
    """The nature that the words at a figure give it alone: 收入任务174万 is a target, 155平方公里范围内 says where."""
    if text.startswith("范围", end):
        return "actual"
    match = figures.own_natures.search(text, max(0, lead - _OWN_WORDS), lead)
    return "target" if match else None
