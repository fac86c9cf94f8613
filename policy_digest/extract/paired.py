"""Paired: figures told 分别 of several years, quarters or months that are named before them, each with its own."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import pairwise

from policy_digest.extract.clauses import Clauses
from policy_digest.extract.periods import Period
from policy_digest.extract.quantities import Quantity

_PAIRWISE = re.compile("分别")
_JOINTS = frozenset(("、", "和", "及", "与", "以及", ""))
_BETWEEN = re.compile("(?:以上|左右)?[、和及与]{1,2}|以及")
_AGAINST = frozenset("比较与同和跟于超过")
"""Before dates that something is only held against (比一季度、上半年分别提高)."""

_YEARS = re.compile(r"(\d{4})/(\d{4})")


def paired(clauses: Clauses, read: Sequence[Quantity], dates: Sequence[Period]) -> Mapping[int, tuple[str, Period]]:
    """By where a figure of ``read`` begins, the period told for it and the date that tells it."""
    found: dict[int, tuple[str, Period]] = {}
    for match in _PAIRWISE.finditer(clauses.text) if dates and len(read) > 1 else ():
        series = _series(clauses.text, read, match.end(), clauses.end(match.end()))
        told = _told(clauses, dates, match.start(), len(series))
        if len(told) == len(series) > 1:
            found |= {quantity.start: one for quantity, one in zip(series, told, strict=True)}
    return found


def _series(text: str, read: Sequence[Quantity], begin: int, end: int) -> list[Quantity]:
    """The figures of one list that begins in the clause behind 分别."""
    series: list[Quantity] = []
    for quantity in read[bisect_left(read, begin, key=lambda q: q.start) :]:
        if series and not _BETWEEN.fullmatch(text, series[-1].end, quantity.start):
            break
        if not series and quantity.start >= end:
            break
        series.append(quantity)
    return series


def _told(clauses: Clauses, dates: Sequence[Period], end: int, count: int) -> list[tuple[str, Period]]:
    """The ``count`` dates that stand in one list in the clause before ``end``, or the years of one span of so many.

    They may be all that the clause before it says (2022年和2023年,产量分别为3万吨、4万吨).
    """
    start = clauses.start(end)
    own = _between(dates, start, end)
    if not own and start:
        own = _between(dates, clauses.start(start - 1), start)
        own = own if own and clauses.text[own[-1].end : start] == "," else []
    if own and clauses.text[own[0].start - 1 : own[0].start] in _AGAINST:
        return []
    if len(own) == 1 and (span := _YEARS.fullmatch(own[0].iso or "")):
        years = range(int(span[1]), int(span[2]) + 1)
        return [(str(year), own[0]) for year in years] if len(years) == count else []
    joined = all(clauses.text[one.end : two.start] in _JOINTS for one, two in pairwise(own))
    return [(date.iso or "", date) for date in own] if len(own) == count and joined else []


def _between(dates: Sequence[Period], start: int, end: int) -> list[Period]:
    first = bisect_left(dates, start, key=lambda date: date.start)
    last = bisect_left(dates, end, key=lambda date: date.start)
    return [date for date in dates[first:last] if date.iso]
