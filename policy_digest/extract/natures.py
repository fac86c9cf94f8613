"""Natures: whether a figure was achieved, is expected or aimed at."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from policy_digest.extract.clauses import FULL_STOP, Clauses
from policy_digest.extract.evidence import Why
from policy_digest.lexicon.figures import Figures, nature_of
from policy_digest.model import Nature

_PLACE = itemgetter(0, 1)
_OWN_WORDS = 12
_WORK_DONE = re.compile(
    "(?<![需须应未待要将])完成了?(?!上级|市定|下达|全年|年度|年初|半年|季度|目标|总|各项|既定|预定|预期|税收|财政)[^,;。\\d]{2,12}任务$"
)
"""What was done, called a task (完成草场修复任务1.2万亩)."""

_SHARE_DONE = re.compile(r"的[约近]?\d[\d.]*\s?(?:%|倍|成)")
_NEXT_ITEM = re.compile(r";\s?(?:[二三四五六七八九]是|再|又|并|同时)")
_AS_AIM = re.compile("(?:以上|左右)?(?:作?为)(?:奋斗|工作)?目标")
_RELATIVE = re.compile("[^,;:。\\d]{1,12}的(?:[^,;。\\d]{0,10}?(?:共?有|为))?")
_YEAR = re.compile(r"20\d\d")
_BARE_AIM = re.compile("[(,;、](?:控制|全年|年度)?(?:目标|计划|任务)(?:数|值)?[为是]?$")
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

    def turned(self, position: int) -> int:
        """Where what governs ``position`` begins to."""
        return self.starts[bisect_right(self.starts, position) - 1]

    def cue(self, position: int) -> Why | None:
        """The cue that governs ``position``; None where what holds without one does."""
        turn = bisect_right(self.starts, position) - 1
        at = bisect_left(self.said, self.starts[turn])
        is_cue = at < len(self.said) and (self.said[at], self.cues[at][0]) == (self.starts[turn], self.told[turn])
        return self.cues[at][1] if is_cue else None


def natures(
    clauses: Clauses,
    default: Nature,
    is_review: bool,
    year: int | None,
    figured: Sequence[tuple[int, int]],
    figures: Figures,
) -> Natures:
    """The natures of a folded sentence; ``default`` governs until its first cue, ``figured`` are its figures' spans.

    ``year`` is the text's: by that year or one before it (到2024年末) nothing is aimed at. Where plans are told,
    what was done (已建成…的基础上) and what is expected beside (预计投资3亿元) hold for their clause alone. In a review
    what stands behind an aim without a number (力争…上下功夫,新建厂房12座) was done; none such passes a semicolon.
    """
    text, governing = clauses.text, default
    turns: list[tuple[int, bool, Nature]] = [(0, False, default)]
    said, cues = [], list[tuple[Nature, Why]]()
    for match, entry in figures.natures.within(text):
        nature, end = nature_of(entry), clauses.end(match.end())
        if default == "actual" and _is_past(entry, match, end, year, figures):
            continue
        if is_review and nature == "target" and not _NUMERAL.search(text, match.end(), end):
            continue
        turns.append((match.start(), True, nature))
        said.append(match.start())
        cues.append((nature, Why("natures.yml", entry["id"], match[0])))
        is_beside = governing == "target" and (nature == "expected" or (default == "target" and nature == "actual"))
        if is_beside or (nature == "target" and _is_relative(text, match, figured)):
            turns.append((end, False, governing))
            continue
        stop = text.find(";", match.end())
        if stop >= 0 and entry["scope"] == "list" and not _is_list(text, match, stop, figured):
            turns.append((stop, False, governing))
            continue
        governing = nature
    turns.extend((stop.end(), False, default) for stop in FULL_STOP.finditer(text))
    turns.sort(key=_PLACE)
    if done := tuple(_done(clauses, turns, said, default, figured, figures)):
        turns = sorted((*turns, *done), key=_PLACE)
    return Natures(tuple([t[0] for t in turns]), tuple([t[2] for t in turns]), tuple(said), tuple(cues))


def _is_list(text: str, cue: re.Match[str], stop: int, figured: Sequence[tuple[int, int]]) -> bool:
    """Whether a cue goes on behind the semicolon at ``stop``: it leads a list in, or figures that it stands before."""
    first = bisect_left(figured, (text.rfind(";", 0, cue.start()) + 1,))
    has_figure = first < len(figured) and cue.end() <= figured[first][0] < stop
    return has_figure or ":" in text[cue.start() : stop] or _NEXT_ITEM.match(text, stop) is not None


def _is_relative(text: str, cue: re.Match[str], figured: Sequence[tuple[int, int]]) -> bool:
    """Whether a cue tells what the next figure counts alone (将于近期开工的有9个)."""
    after = bisect_left(figured, (cue.end(),))
    return after < len(figured) and _RELATIVE.fullmatch(text, cue.end(), figured[after][0]) is not None


def _is_past(entry: Mapping[str, Any], cue: re.Match[str], end: int, year: int | None, figures: Figures) -> bool:
    """Whether a cue of what is to come names a year that is not (到2024年末), or what came of it is told (将…了)."""
    if entry["scope"] == "year":
        told = _YEAR.search(cue[0])
        return year is not None and told is not None and int(told[0]) <= year
    return bool(figures.signs.disposes.match(cue.string, cue.start())) and _is_done(cue.string, end, figures)


def _is_done(text: str, start: int, figures: Figures) -> bool:
    """Whether the sentence goes on with what came of it (将…全面拆净,…,解决了停车困难)."""
    mark = figures.signs.done_mark.search(text, start)
    return mark is not None and not figures.natures.pattern.search(text, start, mark.start())


def _done(
    clauses: Clauses,
    turns: Sequence[tuple[int, bool, Nature]],
    said: Sequence[int],
    default: Nature,
    figured: Sequence[tuple[int, int]],
    figures: Figures,
) -> Iterator[tuple[int, bool, Nature]]:
    """The turns to what was done in a clause among plans (计划新建3个,建成了2个), and back behind it."""
    starts = [turn[0] for turn in turns]
    for mark in figures.signs.done_mark.finditer(clauses.text):
        start, end = clauses.start(mark.start()), clauses.end(mark.start())
        before = turns[bisect_right(starts, start) - 1][2]
        is_cued = bisect_left(said, start) < bisect_left(said, mark.start())
        first = bisect_left(figured, (start,))
        has_figure = first < len(figured) and figured[first][0] < end
        if before != "actual" and has_figure and not is_cued:
            yield start, True, "actual"
            yield end, False, default if default == "actual" else before


def missed(clauses: Clauses, start: int, end: int, figures: Figures) -> Why | None:
    """That a figure is an aim not reached (未能完成税收3亿元的目标) or surpassed (高于12%的目标), and by what words."""
    aim = figures.signs.aims.match(clauses.text, end)
    failed = aim and figures.signs.missed.search(clauses.text, clauses.start(start), start)
    return Why("cues.yml", "missed", f"{failed[0]}…{aim[0]}") if aim and failed else None


def measure(text: str, lead: int, end: int, figures: Figures) -> Why | None:
    """That a figure is the aim of which a share was done (完成年初预算3亿元的40%), and by what words."""
    aim = figures.signs.held.search(text, max(0, lead - _OWN_WORDS), lead)
    if aim is None:
        return None
    is_held = text.startswith(")", end) if aim[0].endswith("(") else bool(_SHARE_DONE.match(text, end))
    return Why("cues.yml", "held", aim[0]) if is_held else None


def bare_aim(text: str, lead: int) -> tuple[Nature, Why] | None:
    """That a count or a share is an aim, which stands by its word alone (20个（计划数为18个）; 目标90%)."""
    match = _BARE_AIM.search(text, max(0, lead - _OWN_WORDS), lead)
    return ("target", Why("", "bare-aim", match[0])) if match else None


def own_nature(text: str, lead: int, end: int, figures: Figures) -> tuple[Nature, Why] | None:
    """The nature that the words at a figure give it alone: 收入任务174万 is a target, 155平方公里范围内 says where."""
    if text.startswith("范围", end):
        return "actual", Why("", "within", "范围")
    if aim := _AS_AIM.match(text, end):
        return "target", Why("", "as-aim", aim[0])
    match = figures.own_natures.search(text, max(0, lead - _OWN_WORDS), lead)
    if match and match[0] == "任务" and _WORK_DONE.search(text, max(0, lead - 2 * _OWN_WORDS), lead):
        return None
    return ("target", Why("cues.yml", "own-nature", match[0])) if match else None
