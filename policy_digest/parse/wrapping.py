"""How a document breaks its lines: where a paragraph ends, at a page's width, or anywhere."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import Literal

from policy_digest.lexicon.structure import ShapeKind, Structure
from policy_digest.parse.breaks import (
    NEVER_FIRST,
    has_clauses,
    has_stop,
    is_broken,
    is_number,
    is_open,
    is_sentence_begun,
    is_under_way,
    parts_figure,
)
from policy_digest.parse.lines import Line, cells

_TOLERANCE = 6  # how many cells a full line may fall short, since a stop never begins a line
_RAGGED = 0.3  # by how much of the width a line without a stop may fall short, since Latin letters are of many widths
_NARROW = 24  # lines narrower than this (in cells) are no column of text
_WIDE = 110  # no page has lines wider than this
_TINY = 4
_TWO_HAN = re.compile("[\u4e00-\u9fff].*[\u4e00-\u9fff]")
_WHOLE: tuple[ShapeKind, ...] = ("credit", "figure", "date")


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a document breaks its lines.

    ``none``: where a paragraph ends; ``width``: at ``width`` cells; ``ragged``: at no even width, about ``width`` as a
    rule; ``figures``: at figures; ``shattered``: wherever the letters change, as some PDF readers do. ``spaced`` says
    that every broken line has a blank one after it. ``headings`` are the ranks of numbers whose lines end short of the
    width without a stop as a rule, ``sentences`` those whose lines do not.
    """

    mode: Literal["none", "width", "figures", "ragged", "shattered"]
    width: int = 0
    spaced: bool = False
    headings: frozenset[int] = frozenset()
    sentences: frozenset[int] = frozenset()

    def is_full(self, line: Line, *, closely: bool = False) -> bool:
        """Whether a line reaches the margin; ``closely`` leaves no room for letters of uneven width."""
        room = self.width - _TOLERANCE if closely else self.width * (1 - _RAGGED)
        return cells(line.text) + line.indent >= room


def is_furniture(text: str, structure: Structure) -> bool:
    """Whether a line is a page's own words; single letters and signs may be pieces of a broken line."""
    return _TWO_HAN.search(text) is not None and structure.has("furniture", text)


def is_whole(text: str, structure: Structure) -> bool:
    """Whether a line without a stop is complete by its shape: a caption, a subtitle, a date, an office with a name."""
    if any(structure.has(kind, text) for kind in _WHOLE):
        return True
    speaker = structure.match("speaker", text)
    is_occasion = structure.has("subtitle", text) and (text[-1] == "上" or structure.has("masthead", text))
    return is_occasion or (speaker is not None and " " in text)


def measure(lines: Sequence[Line], structure: Structure) -> Wrapping:
    """Find how the document breaks its lines, from the lines' lengths and ends."""
    plain = [line for line in lines if line.mark == "text" and not is_furniture(line.text, structure)]
    open_lines = [line for line in plain[:-1] if is_open(line.text)]
    if not _is_prose(plain) or len(open_lines) < 0.3 * (len(plain) - 1):
        return Wrapping("none")
    if _is_shattered(plain, open_lines):
        return Wrapping("shattered", spaced=_is_spaced(plain))
    return _even(plain, open_lines, structure) or _uneven(plain, structure) or Wrapping("none")


def _is_prose(plain: list[Line]) -> bool:
    """Whether lines are a text's, not a list's or a table's cells: sentences end, and there are commas."""
    ended = sum(not is_open(line.text) for line in plain)
    marked = sum(has_clauses(line.text) or not is_open(line.text) for line in plain)
    return len(plain) > 1 and ended >= 0.02 * len(plain) and marked >= 0.2 * len(plain)


def _is_shattered(plain: list[Line], open_lines: list[Line]) -> bool:
    """Whether lines break where letters change: many begin with a stop, or are a letter or two."""
    if len(plain) < 6 or len(open_lines) < 0.5 * len(plain):
        return False
    torn = sum(line.text[0] in NEVER_FIRST for line in plain)
    tiny = sum(cells(line.text) <= _TINY and not is_number(line.text) for line in plain)
    return torn >= max(2, 0.05 * len(plain)) and tiny >= 0.2 * len(plain)


def _even(plain: list[Line], open_lines: list[Line], structure: Structure) -> Wrapping | None:
    """The width at which open lines end; None where they end anywhere."""
    widths = sorted(cells(line.text) + line.indent for line in open_lines)
    width = widths[min(len(widths) - 1, len(widths) * 9 // 10)]
    full = [line for line in open_lines if abs(cells(line.text) + line.indent - width) <= _TOLERANCE]
    inner = sum(any(mark in line.text[:-1] for mark in "，。、；,;") for line in full)
    if width < _NARROW or len(full) < 0.5 * len(open_lines) or inner < 0.5 * len(full):
        return None
    if any(cells(line.text) > width + 2 * _TOLERANCE for line in plain):
        return None
    even = Wrapping("width", width, _is_spaced(plain))
    return _with_numbers(plain, even, structure)


def _with_numbers(plain: list[Line], wrapping: Wrapping, structure: Structure) -> Wrapping:
    """Tell the ranks of numbers whose lines mostly end short of the width without a stop, from those that do not."""
    ends: Counter[int] = Counter()
    for line in plain:
        found = structure.match("number", line.text)
        if found and not (is_open(line.text) and wrapping.is_full(line, closely=wrapping.mode == "width")):
            is_heading = is_open(line.text) and not is_sentence_begun(line.text[found[1].end() :])
            ends[found[0].rank] += 1 if is_heading else -1
    headings = frozenset(rank for rank, count in ends.items() if count > 0)
    return replace(wrapping, headings=headings, sentences=frozenset(rank for rank, count in ends.items() if count < 0))


def _uneven(plain: list[Line], structure: Structure) -> Wrapping | None:
    """Whether lines break at figures, or anywhere inside sentences, where most lines without a stop do so."""
    spaced = _is_spaced(plain)
    runs = list(_runs(plain, structure, spaced=spaced))
    pairs = [pair for run in runs for pair in pairwise(run) if not is_whole(pair[0], structure)]
    if sum(parts_figure(*pair) for pair in pairs) >= max(3, 0.7 * len(pairs)):
        return Wrapping("figures", spaced=spaced)
    sure = [above for above, below in pairs if _is_surely_broken(above, below, structure)]
    begun = [line for run in runs for line in _begun(run, structure) if cells(line) <= _WIDE]
    broken = {*sure, *begun}
    strong = len(sure) + sum(map(has_stop, begun))
    if len(broken) < 0.5 * len(pairs) or strong < max(2, 0.15 * len(pairs)):
        return None
    uneven = Wrapping("ragged", int(median(map(cells, broken))), spaced)
    return _with_numbers(plain, uneven, structure)


def _runs(plain: list[Line], structure: Structure, *, spaced: bool) -> Iterator[list[str]]:
    """Yield lines that follow one another without a number or a blank line, all but the last without a stop."""
    run: list[str] = []
    for line in plain:
        is_heading = structure.has("number", line.text) and not is_under_way(line.text, structure)
        if run and (is_heading or line.gap > (1 if spaced else 0)):
            yield run
            run = []
        if is_heading:
            continue
        run.append(line.text)
        if not is_open(line.text):
            yield run
            run = []
    yield run


def _is_surely_broken(above: str, below: str, structure: Structure) -> bool:
    return is_broken(above, below, structure) or is_number(below)


def _begun(run: list[str], structure: Structure) -> Iterator[str]:
    """Yield the lines that begin sentences and do not end them, or stand in a row of such before a stop comes."""
    has_end = bool(run) and not is_open(run[-1])
    for at, line in enumerate(run[:-1]):
        if not is_whole(line, structure) and (
            is_under_way(line, structure) or (has_end and at > 0 and has_clauses(line))
        ):
            yield line


def _is_spaced(plain: list[Line]) -> bool:
    pairs = list(pairwise(plain))
    torn = [after for before, after in pairs if is_open(before.text)]
    return bool(torn) and sum(line.gap == 1 for line in torn) > 0.8 * len(torn)
