"""Cells of tables: a line cut at bars, tabs or wide spaces, and what a cell's words are worth."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from policy_digest.extract.amounts import compound_unit, per_pattern
from policy_digest.lexicon.figures import Figures, Unit
from policy_digest.lexicon.folding import fold
from policy_digest.lexicon.heads import HeadWords
from policy_digest.model import Bound, Sentence
from policy_digest.numerals import ARABIC, SCALE, SCALES, arabic

_WIDE = re.compile("\t+[ \u3000]*|[ \u3000\xa0]{2,}\t*|\u3000")
_BAR = re.compile(r"\|")
_TAB = re.compile("\t")
_TABS = re.compile("\t+")
_LISTED = re.compile(r"[、,;/\s]+|和")
_INNER = re.compile(r"\s+|<br\s*/?>")
_RULE = re.compile(r"[\s|:=_+-]*")
_FOOTNOTE = re.compile(r"\[\d{1,2}\]|[①-⑳*]{1,3}$|<sup>.{1,3}</sup>")
_ONE_HAN = re.compile("[一-龥]")
_NAMED_SHORT = ("label", "place", "time", "total", "units", "ordinal")
_YEAR = re.compile(r"(?:19|20)\d\d年?")
_RATIO = re.compile(r"(?P<number>\d{1,5}(?:\.\d{1,4})?)\s?:\s?1(?:\.0{1,2})?")
_ZERO = re.compile("零|〇")
_BOUNDS: dict[str, Bound] = {"≥": "ge", "≤": "le", ">": "gt", "<": "lt"}
_THINGS = ("人", "户", "次", "座", "辆")
_DIGIT = re.compile(r"\d")
_WORD = re.compile("[一-龥]{2}")

Measure = tuple[Unit, int]
"""A unit with its power of ten: 亿元 is yuan and 8."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its ends in the sentence (equal where it is empty) and its folded words."""

    start: int
    end: int
    words: str

    @property
    def compact(self) -> str:
        """The words without white space and footnote marks (绝 对 数[2] → 绝对数)."""
        return _FOOTNOTE.sub("", _INNER.sub("", self.words))


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table with its cells; ``text`` is the folded line, ``margin`` how wide the space before it is."""

    line: Sentence
    text: str
    cells: tuple[Cell, ...]
    margin: int = 0

    @property
    def filled(self) -> tuple[Cell, ...]:
        """The cells that hold something."""
        return tuple(cell for cell in self.cells if cell.words)

    def reach(self, cell: Cell) -> tuple[int, int]:
        """Where a cell stands on a page whose letters are one wide and whose Chinese characters are two."""
        start = self.margin + _width(self.line.text[: cell.start])
        return start, start + _width(self.line.text[cell.start : cell.end])


@dataclass(frozen=True, slots=True)
class Printed:
    """A number as a cell prints it: its ends in the sentence, sign, worth, bound, and its own unit where it has one.

    ``is_limit`` says that it may be in the name of a class: a word behind it bounds it (50亩以下), or it is a range,
    of which ``high`` is the upper end. ``scale`` is that of a number without a unit (3.2万).
    """

    start: int
    end: int
    sign: int
    size: Decimal
    places: int
    bound: Bound
    unit: Measure | None
    is_limit: bool = False
    high: Decimal | None = None
    scale: int = 0


def _width(text: str) -> int:
    return sum(2 if char > "\u2e7f" else 1 for char in text)


def split_rows(lines: Sequence[Sentence], source: str, figures: Figures) -> tuple[Row, ...]:
    """The lines of ``source`` as rows, rules left out; single tabs part cells where all lines then have as many."""
    texts = [fold(line.text, figures.simplified) for line in lines]
    kept = [(line, text) for line, text in zip(lines, texts, strict=True) if not _RULE.fullmatch(text)]
    strict = [_split(line.text, text, figures.heads, each_tab=True) for line, text in kept]
    if len({len(cells) for cells in strict}) > 1:
        strict = [_split(line.text, text, figures.heads, each_tab=False) for line, text in kept]
    return tuple(
        Row(line, text, cells, _width(source[source.rfind("\n", 0, line.start) + 1 : line.start]))
        for (line, text), cells in zip(kept, strict, strict=True)
    )


def _split(raw: str, text: str, heads: HeadWords, *, each_tab: bool) -> tuple[Cell, ...]:
    if "|" in text:
        begin = text.index("|") + 1 if text.lstrip().startswith("|") else 0
        end = text.rindex("|") if text.rstrip().endswith("|") and text.rindex("|") >= begin else len(text)
        return tuple(_cell(text, a, b) for a, b in _between(text, begin, end, _BAR))
    if "\t" in text:
        return tuple(_cell(text, a, b) for a, b in _between(text, 0, len(text), _TAB if each_tab else _TABS))
    pieces = [_cell(text, a, b) for a, b in _between(raw, 0, len(raw), _WIDE)]
    return tuple(_rejoined([piece for piece in pieces if piece.words], text, heads))


def _between(text: str, begin: int, end: int, parting: re.Pattern[str]) -> list[tuple[int, int]]:
    spans, at = [], begin
    for match in parting.finditer(text, begin, end):
        spans.append((at, match.start()))
        at = match.end()
    return [*spans, (at, end)]


def _cell(text: str, start: int, end: int) -> Cell:
    words = text[start:end].strip()
    at = start + text[start:end].index(words) if words else start
    return Cell(at, at + len(words), words)


def _rejoined(pieces: list[Cell], text: str, heads: HeadWords) -> list[Cell]:
    """The pieces with a head that is spread out as one again (项  目; 合　计)."""
    kept: list[Cell] = []
    for piece in pieces:
        if kept and _ONE_HAN.fullmatch(piece.words) and _ONE_HAN.fullmatch(kept[-1].words):
            word = kept[-1].words + piece.words
            if any(heads.find(use, word) for use in _NAMED_SHORT):
                kept[-1] = Cell(kept[-1].start, piece.end, text[kept[-1].start : piece.end])
                continue
        kept.append(piece)
    return kept


@cache
def _number(unit: str, leads: str, trails: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<lead>[≥≤><]|(?:{leads}))?\s?(?P<sign>[-+–↑↓](?=\s?\d))?\s?(?:(?P<low>{ARABIC})%?[-—–~至](?=\d))?(?P<number>(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,15}})(?:\.\d{{1,9}})?)"
        rf"(?:\s?(?P<scale>{SCALE}))?(?:\s?(?P<unit>{unit})(?P<per>{per_pattern()})?)?(?P<trail>{trails})?"
    )


def read_number(cell: Cell, figures: Figures) -> Printed | None:
    """The number that a cell holds and nothing else, with its sign, scale and unit."""
    words = _FOOTNOTE.sub("", cell.words).rstrip()
    if _ZERO.fullmatch(words):
        return Printed(cell.start, cell.start + 1, 0, Decimal(0), 0, "eq", None)
    if not _DIGIT.search(words):
        return None
    match = _number(figures.unit_pattern, "|".join(figures.limits), figures.trails.pattern).fullmatch(words)
    if match is None or (_YEAR.fullmatch(words) and words.endswith("年")):
        return None
    scale = SCALES[match["scale"] or ""]
    unit = figures.units.get(match["unit"] or "")
    size = arabic(match["number"])
    sign = 0 if not size else -1 if match["sign"] in ("-", "–", "↓") else 1
    own = (_per(unit, match), scale) if unit else None
    places = len(match["number"].partition(".")[2])
    start, end = match.start("number"), max(match.end(group) for group in ("number", "scale", "unit", "per"))
    lead, trail = match["lead"] or "", (match["trail"] or "").strip()
    bound = _BOUNDS.get(lead) or figures.limits.get(lead) or figures.trail_bounds.get(trail, "eq")
    is_limit = match["trail"] is not None
    found = Printed(cell.start + start, cell.start + end, sign, size, places, bound, own, is_limit)
    found = found if own else replace(found, scale=scale)
    if not match["low"]:
        return found
    low = arabic(match["low"])
    if low >= size or match["sign"]:
        return None
    return replace(found, start=cell.start + match.start("low"), size=low, bound="range", is_limit=True, high=size)


def read_ratio(cell: Cell) -> Printed | None:
    """The ratio to one that a cell holds (17.8:1)."""
    match = _RATIO.fullmatch(cell.words)
    if match is None:
        return None
    size = Decimal(match["number"])
    return Printed(cell.start, cell.end, 1, size, 0, "eq", (Unit("", "other:ratio", "level", Decimal(1)), 0))


def is_figure(cell: Cell, figures: Figures) -> bool:
    """Whether a cell is a number or a ratio, with a unit or without."""
    number = read_number(cell, figures)
    return (number is not None and not number.is_limit) or read_ratio(cell) is not None


def tells_figure(cell: Cell, figures: Figures) -> bool:
    """Whether a number with its unit stands among a cell's words (约3.2万吨), no size of a class (50亩以下) or date."""
    return _told(figures.unit_pattern).search(cell.compact) is not None


@cache
def _told(unit: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![-—–~至\d.A-Za-z])\d[\d.,]*(?:{SCALE})?(?![年岁月日级]){unit}(?!以[上下内]|及以|[-—–~至])(?![^()]{{0,3}}以[上下内])"
    )


def is_bare(cell: Cell, figures: Figures) -> bool:
    """Whether a cell is a number without a unit, a range or a bounded one among them (6-6.5, 25左右)."""
    number = read_number(cell, figures)
    return number is not None and number.unit is None


def is_year(cell: Cell) -> bool:
    """Whether a cell is a year alone (2023, 2023年)."""
    return _YEAR.fullmatch(cell.compact) is not None


def is_prose(cell: Cell) -> bool:
    """Whether a cell's words may tell figures: words and digits, more than a head of four characters has."""
    return _DIGIT.search(cell.words) is not None and _WORD.search(cell.words) is not None


@cache
def _measure(unit: str) -> re.Pattern[str]:
    return re.compile(rf"(?P<scale>{SCALE})?(?P<unit>{unit})(?P<per>{per_pattern()})?")


def measure(words: str, figures: Figures) -> Measure | None:
    """A unit with its power of ten and what it is measured by (亿元, 公斤/亩), where ``words`` are nothing else."""
    match = _measure(figures.unit_pattern).fullmatch(words.strip())
    if match is None or (
        match["per"] and match["denominator"] in _THINGS and figures.units[match["unit"]].kind != "level"
    ):
        return None  # 户/人 are two units
    return _per(figures.units[match["unit"]], match), SCALES[match["scale"] or ""]


def measures(words: str, figures: Figures) -> tuple[Measure, ...]:
    """The units that ``words`` list (万元、人)."""
    if found := measure(words, figures):
        return (found,)
    parts = [part for part in _LISTED.split(words) if part]
    return tuple(found for part in parts if (found := measure(part, figures)))


def _per(unit: Unit, match: re.Match[str]) -> Unit:
    if not match["per"]:
        return unit
    return Unit(unit.word + match["per"], compound_unit(unit.code, match["denominator"]), "level", unit.factor)
