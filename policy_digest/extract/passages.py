"""Passages: 由A增至B, where A tells how things were before and B how they are now."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from policy_digest.extract.periods import Period, year_of
from policy_digest.lexicon.figures import Figures

_LONGEST_OPENING = 30
_LONGEST = 200
_FROM = re.compile("[由从]")
_STOP = re.compile("[,;。]")
_SPAN_OF_YEARS = re.compile(r"\d{4}/(?P<last>\d{4})")


class Passage(NamedTuple):
    """From ``start`` to ``turn`` stands what was, from there to ``end`` what is.

    ``from_january`` says that the words tell the year's beginning (由年初的).
    """

    start: int
    turn: int
    end: int
    from_january: bool


def passages(text: str, figured: Sequence[tuple[int, int]], ranked: Iterable[int], figures: Figures) -> list[Passage]:
    """The passages of a folded sentence; ``figured`` are its figures' spans in order, ``ranked`` where ranks start."""
    ranks = frozenset(ranked)
    return [found for match in _FROM.finditer(text) for found in _passage(text, match, figured, ranks, figures)]


def _stop(text: str, begin: int) -> int:
    """Where the clause ends in which ``begin`` stands; no passage goes on longer than ``_LONGEST``."""
    end = min(begin + _LONGEST, len(text))
    found = _STOP.search(text, begin, end)
    return found.start() if found else end


def _passage(
    text: str, match: re.Match[str], figured: Sequence[tuple[int, int]], ranks: frozenset[int], figures: Figures
) -> Iterator[Passage]:
    stop = _stop(text, match.end())
    if text.startswith(",", stop) and (turn := figures.signs.turns.match(text, stop + 1)) and len(turn[0]) > 1:
        stop = _stop(text, turn.end())
    first, last = (bisect_left(figured, (at, 0)) for at in (match.end(), stop))
    inside = figured[first:last]
    if not inside or inside[0][0] - match.end() > _LONGEST_OPENING:
        return
    for (start, end), after in zip(inside, (*inside[1:], (stop, stop)), strict=True):
        close = end + text.startswith(",", end)
        if turn := figures.signs.turns.match(text, close, after[0]) or _behind_noun(text, end, after[0], figures):
            if after[0] < stop or start in ranks:
                yield Passage(match.start(), turn.start(), stop, text.startswith("年初", match.end()))
            return


def _behind_noun(text: str, start: int, end: int, figures: Figures) -> re.Match[str] | None:
    """The turn behind what is counted (由12个村扩大到): a verb of change is told, 到 alone does not do."""
    found = figures.signs.turns.search(text, start, end)
    return found if found and len(found[0]) > 1 else None


def settled(text: str, dates: Iterable[Period], found: Sequence[Passage]) -> tuple[Period, ...]:
    """The dates, those of a passage's first part kept to it, those of its second for what is told 其中."""
    return tuple(_settled(text, date, found) for date in dates)


def _settled(text: str, date: Period, found: Sequence[Passage]) -> Period:
    for passage in found:
        if passage.start < date.start < passage.turn:
            return date._replace(is_own=True, anchors=False, is_event=False, reach=passage.turn - date.end)
        if passage.turn <= date.start < passage.end and date.is_own and text.startswith("其中", passage.end + 1):
            return date._replace(is_own=False)
    return date


def period_before(passage: Passage, governing: str | None, *, is_rank: bool) -> str | None:
    """When the first part of a passage was so, where no date tells it: a rank held until then, if one year governs.

    Of January is what is told of the year's beginning. When an amount or a proportion was so is not known, nor when a
    rank was from which several years led away.
    """
    if governing is None:
        return None
    if passage.from_january:
        return f"{governing[:4]}-01" if governing[:4].isdigit() else None
    is_until = is_rank and governing[-1].isdigit() and not _SPAN_OF_YEARS.fullmatch(governing)
    return f"../{governing.split('/')[-1]}" if is_until else None


def years_of(passage: Passage, dates: Iterable[Period], now: int | None) -> tuple[int, int] | None:
    """The years from which and to which a passage leads (由2020年的18万元增至96万元), ``now`` where it tells no other.

    None where it tells none, or where the two follow each other: that is growth over a year.
    """
    inside = [date for date in dates if passage.start < date.start < passage.end]
    first = next((year_of(date.iso) for date in inside if date.start < passage.turn), None)
    last = next((year_of(date.iso) for date in reversed(inside) if date.start >= passage.turn and date.iso), now)
    return (first, last) if first and last and first < last - 1 else None


def period_after(governing: str | None) -> str | None:
    """When the second part is so: at the end of the years that govern it."""
    span = _SPAN_OF_YEARS.fullmatch(governing or "")
    return span["last"] if span else governing
