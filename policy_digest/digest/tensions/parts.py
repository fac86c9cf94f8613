"""A total that its parts contradict: a part larger than the whole, or parts that leave nothing out and add up wrong."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from operator import attrgetter

from policy_digest.digest.intervals import Interval, interval
from policy_digest.digest.matters import Matter
from policy_digest.lexicon.tensions import Tensions, Whole
from policy_digest.model import TensionKind

Found = tuple[TensionKind, str, str, tuple[Matter, ...], Decimal | None]
_AMONG = "其中"
_STOP = re.compile("[；;。]")
_COMMA = re.compile("[，,](?![0-9]{3})")
_FARTHEST, _MOST_PARTS = 300, 12  # how far a sentence may go on telling parts, and how many
_MOST_BETWEEN = 3  # figures from the total to 其中, the total among them
_position = attrgetter("position")
_NO_PART = re.compile("累计|达到|增长|提高|较|比")


def parted(matters: Sequence[Matter], tensions: Tensions) -> Iterator[Found]:
    """What a sentence tells of a total and its parts, then the totals of the lexicon over the whole text."""
    by_sentence: dict[str, list[Matter]] = defaultdict(list)
    for matter in matters:
        if matter.observation.kind in ("level", "count"):
            by_sentence[matter.sentence.id].append(matter)
    for figures in by_sentence.values():
        if len(figures) > 1:
            yield from _among(figures, tensions)
            yield from _summed_up(figures, tensions)
    for whole in tensions.wholes:
        yield from _wholes(whole, matters)


def _among(figures: list[Matter], tensions: Tensions) -> Iterator[Found]:
    """What stands behind 其中, against the last figure before it that is of its unit."""
    text = figures[0].sentence.text
    for among in re.finditer(_AMONG, text):
        first, last = _reach(text, among)
        behind = bisect_left(figures, among.end(), key=_position)
        told = figures[behind : bisect_left(figures, last, key=_position)]
        total = _total(figures[max(0, behind - _MOST_BETWEEN) : behind], told)
        if total is None or _STOP.search(text, total.end, among.start()):
            continue
        parts = [m for m in told if _is_comparable(m, total)]
        # The next clause may have gone on to another matter: only the first is surely told of the total.
        yield from _against(total, parts, [m for m in parts if m.position < first], tensions)


def _total(before: list[Matter], told: list[Matter]) -> Matter | None:
    """The last figure before 其中 with the unit of the first behind it (项目12个，总投资30亿元，其中…项目5个)."""
    if not told:
        return None
    unit, kind = told[0].observation.unit_measure, told[0].observation.kind
    own = [m for m in before if (m.observation.unit_measure, m.observation.kind) == (unit, kind)]
    return own[-1] if own else None


def _against(total: Matter, parts: list[Matter], sure: list[Matter], tensions: Tensions) -> Iterator[Found]:
    larger = [m for m in sure if interval(m.observation).low > interval(total.observation).high]
    for part in larger:
        yield "parts-total", "exceeds", total.name, (total, part), None
    if larger:
        return
    if found := _exhausted(parts, total, tensions) or _overfull(sure, total):
        yield found


def _overfull(sure: list[Matter], total: Matter) -> Found | None:
    """Sums and measures listed behind 其中 that are more than the total; things counted may be in two lists."""
    if total.observation.kind != "level" or len(sure) < 2:
        return None
    text = total.sentence.text
    is_list = all("、" in text[a.end : b.position] for a, b in pairwise(sure))
    added = sum((interval(part.observation).low for part in sure), Decimal(0))
    return _contradicted(sure, total) if is_list and added > interval(total.observation).high else None


def _reach(text: str, among: re.Match[str]) -> tuple[int, int]:
    """Where the clause of 其中 ends, and how far its parts may reach: no farther than it inside a list (、其中)."""
    end = min(len(text), among.end() + _FARTHEST)
    comma, stop = _COMMA.search(text, among.end(), end), _STOP.search(text, among.end(), end)
    last = stop.start() if stop else end
    first = min(comma.start(), last) if comma else last
    return first, first if text[: among.start()].endswith("、") else last


def _is_comparable(part: Matter, total: Matter) -> bool:
    a, b = part.observation, total.observation
    is_one_kind = (a.unit_measure, a.nature, a.kind) == (b.unit_measure, b.nature, b.kind)
    return is_one_kind and part.period == total.period and not _NO_PART.search(part.clause)


def _exhausted(parts: list[Matter], total: Matter, tensions: Tensions) -> Found | None:
    """The parts that are told by words that together leave nothing out (男, 女), if they add up to something else."""
    for words in tensions.exhausts:
        own = {word: _told_by(word, parts) for word in words}
        chosen = [matters[0] for matters in own.values() if len(matters) == 1]
        if len(chosen) == len(words) == len(parts) and len({m.observation.id for m in chosen}) == len(words):
            return _contradicted(sorted(chosen, key=lambda m: m.position), total)
    return None


def _told_by(word: str, parts: list[Matter]) -> list[Matter]:
    """The parts with a word in their name or right before them; else in the clause, which may hold a list of them."""
    starts = (None, *(part.end for part in parts))
    own = [
        part
        for part, start in zip(parts, starts, strict=False)
        if word in part.name or (start is not None and word in part.sentence.text[start : part.position])
    ]
    return own or [part for part in parts if word in part.clause]


def _summed_up(figures: list[Matter], tensions: Tensions) -> Iterator[Found]:
    """A total told behind its parts (种植小麦1200亩、玉米1500亩，合计2700亩)."""
    for n, total in enumerate(figures):
        if not tensions.totals.match(total.clause.lstrip("，,；; ")):
            continue
        start = total.sentence.text.rfind("；", 0, total.position) + 1
        near = figures[max(0, n - _MOST_PARTS) : n]
        parts = [m for m in near if m.position >= start and _is_comparable(m, total)]
        if len(parts) > 1 and (found := _contradicted(parts, total)):
            yield found


def _wholes(whole: Whole, matters: Sequence[Matter]) -> Iterator[Found]:
    """A total of the lexicon against its parts of the same place, period and nature, wherever they stand."""
    totals = [m for m in matters if m.name in whole.total and m.observation.kind == "level" and m.period]
    names = frozenset().union(*whole.parts)
    parted = [m for m in matters if m.name in names and m.observation.kind == "level"] if totals else []
    for total in _first_of_each(totals):
        fitting = [m for m in parted if _is_same_time_and_place(m, total)]
        parts = [next((m for m in fitting if m.name in names), None) for names in whole.parts]
        known = [part for part in parts if part is not None]
        if len(known) == len(parts) and (found := _contradicted(known, total)):
            yield found


def _first_of_each(totals: list[Matter]) -> list[Matter]:
    return list({(m.observation.ref_area, m.period, m.observation.nature): m for m in reversed(totals)}.values())[::-1]


def _is_same_time_and_place(part: Matter, total: Matter) -> bool:
    a, b = part.observation, total.observation
    is_same = (a.ref_area, a.nature, a.unit_measure) == (b.ref_area, b.nature, b.unit_measure)
    return is_same and part.period == total.period


def _contradicted(parts: Sequence[Matter], total: Matter) -> Found | None:
    added = Interval(Decimal(0), Decimal(0))
    for part in parts:
        added = added + interval(part.observation)
    if added.meets(interval(total.observation)):
        return None
    value = sum((part.observation.obs_value or Decimal(0) for part in parts), Decimal(0))
    return "parts-total", "sum", total.name, (*parts, total), value
