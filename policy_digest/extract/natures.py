"""Natures: whether a figure was achieved, is expected or aimed at."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from policy_digest.extract.clauses import FULL_STOP, Clauses
from policy_digest.extract.evidence import Why
from policy_digest.lexicon.figures import Figures, nature_of
from policy_digest.model import Nature

_OWN_WORDS = 12
_NUMERAL = re.compile(r"[\d零一二三四五六七八九十百千万亿]")


@dataclass(frozen=True, slots=True)
class Natures:
    """Which nature governs where in one sentence: ``starts`` in order, the first 0, and the nature from each.

    ``said`` are the starts of the cues that the sentence holds, ``cues`` the nature and the rule of each.
    """

    starts: tuple[int, ...]
    told: tuple[Nature, ...]

    said: tuple[int, ...] = ()
    cues: tuple[tuple[Nature, Why], ...] = ()

    def is_said(self, position: int) -> bool:
        """Whether a cue of the sentence itself governs ``position``, not what its section is."""
        return bool(self.said) and self.said[0] <= position

    def at(self, position: int) -> Nature:
        """The nature that governs ``position``."""
        return self.told[bisect_right(self.starts, position) - 1]

    def cue(self, position: int) -> Why | None:
        """The cue that governs ``position``; None where what holds without one does."""
        turn = bisect_right(self.starts, position) - 1
        at = bisect_left(self.said, self.starts[turn])
        is_cue = at < len(self.said) and (self.said[at], self.cues[at][0]) == (self.starts[turn], self.told[turn])
        return self.cues[at][1] if is_cue else None


def natures(clauses: Clauses, default: Nature, is_review: bool, figures: Figures) -> Natures:
    """The natures of a folded sentence; ``default`` governs until its first cue.

    Where plans are told, what has been done (已建成…的基础上) holds for its clause alone. A review that aims at
    something without a number (力争…上下功夫,新建厂房12座) tells what was done behind the aim's clause.
    """
    turns: list[tuple[int, Nature]] = [(0, default)]
    said = []
    cues: list[tuple[Nature, Why]] = []
    for match in figures.natures.pattern.finditer(clauses.text):
        nature, end = nature_of(figures.natures.entry(match)), clauses.end(match.end())
        if is_review and nature == "target" and not _NUMERAL.search(clauses.text, match.end(), end):
            continue
        turns.append((match.start(), nature))
        said.append(match.start())
        cues.append((nature, Why("natures.yml", figures.natures.entry(match)["id"], match[0])))
        if default == "target" and nature == "actual":
            turns.append((end, default))
    turns.extend((stop.end(), default) for stop in FULL_STOP.finditer(clauses.text))
    return Natures(tuple(t[0] for t in sorted(turns)), tuple(t[1] for t in sorted(turns)), tuple(said), tuple(cues))


def missed(clauses: Clauses, start: int, end: int, figures: Figures) -> Why | None:
    """That a figure is an aim that was not reached (未能完成税收3亿元的目标), and by what words; else None."""
    aim = figures.signs.aims.match(clauses.text, end)
    failed = aim and figures.signs.missed.search(clauses.text, clauses.start(start), start)
    return Why("cues.yml", "missed", f"{failed[0]}…{aim[0]}") if aim and failed else None


def own_nature(text: str, lead: int, end: int, figures: Figures) -> tuple[Nature, Why] | None:
    """The nature that the words at a figure give it alone: 收入任务174万 is a target, 155平方公里范围内 says where."""
    if text.startswith("范围", end):
        return "actual", Why("", "within", "范围")
    match = figures.own_natures.search(text, max(0, lead - _OWN_WORDS), lead)
    return ("target", Why("cues.yml", "own-nature", match[0])) if match else None
