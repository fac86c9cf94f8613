"""Grids: tables inside an article, whose rows are indicators and whose columns are years, units and growth.

A Markdown table, and lines whose cells stand apart by a tab or two spaces, are read alike. A cell's unit is told by a
column of units, by brackets in the head of its row or column (财政收入(万元)), or above the table (单位:万元).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from policy_digest.extract.evidence import Why
from policy_digest.extract.folding import fold
from policy_digest.extract.mention import Evidence, Mention, Reading
from policy_digest.extract.periods import Before, periods
from policy_digest.lexicon.figures import Figures, Unit
from policy_digest.model import Kind, PeriodSource, Section, Sentence
from policy_digest.numerals import SCALE, SCALES

_CELL = re.compile(r"(?:(?!  )[^|\t\n])+")
_NUMBER = re.compile(r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,9})?%?")
_RULE = re.compile(r"[\s|:=_-]*")
_BRACKETS = re.compile(r"\((?P<words>[^()]{1,12})\)")
_ABOVE = re.compile(r"单位[::]\s?(?P<words>[^\s,;。()|]{1,8})")
_GROWTH = re.compile("增长|增速|增幅|增减|同比|±")
_SHARE = re.compile("占比|比重|占[^,]{0,6}%")
_UNITS = re.compile("^(?:计量)?单位$")
_AIM = re.compile("目标|计划|任务|预算")
_VALUE = re.compile("数量|数值|绝对值|总量|实绩|完成|累计|全年|本年|本期|年末|指标值|金额")

_AGAINST = ("比", "较")

Role = Literal["value", "growth", "share", "units", "none"]


@dataclass(frozen=True, slots=True)
class _Cell:
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class _Column:
    """What a column holds: its ``role``, and what its ``head`` says of unit, period and aim."""

    role: Role
    unit: tuple[Unit, int] | None
    period: str | None
    is_aim: bool
    head: str = ""


def read_grids(
    section: Section, before: Before, period: tuple[str | None, PeriodSource | None], figures: Figures
) -> Mapping[str, tuple[Reading, ...]]:
    """The readings of the rows of a section's tables, by sentence id; ``period`` holds where no column tells one."""
    lines = [p.sentences[0] if len(p.sentences) == 1 else None for p in section.paragraphs]
    found: dict[str, tuple[Reading, ...]] = {}
    columns: tuple[_Column, ...] = ()
    above: str = ""
    for line in lines:
        text = fold(line.text, figures.simplified) if line else ""
        cells = _cells(text)
        if line is None or len(cells) < 2:
            columns, above = ((), text) if not _RULE.fullmatch(text) or line is None else (columns, above)
            continue
        if not any(_NUMBER.fullmatch(cell.words) for cell in cells):
            columns = () if _RULE.fullmatch(text) and not columns else _columns(cells, above, before, figures)
            head = tuple((cell.start, cell.end, "head") for cell in cells)
            found[line.id] = (Reading(line, section, text, (), (), cells=head),) if columns else ()
        elif len(cells) == len(columns):
            found[line.id] = tuple(_row(line, section, text, cells, columns, period, figures))
    return {key: readings for key, readings in found.items() if readings}


def _cells(text: str) -> tuple[_Cell, ...]:
    """The cells of a line; a line of prose has one."""
    if _RULE.fullmatch(text):
        return ()
    found = []
    for match in _CELL.finditer(text):
        words = match[0].strip()
        if words:
            start = match.start() + match[0].index(words)
            found.append(_Cell(start, start + len(words), words))
    return tuple(found)


def _columns(cells: Sequence[_Cell], above: str, before: Before, figures: Figures) -> tuple[_Column, ...]:
    """What the columns hold; none where the head has no column of figures."""
    told = _ABOVE.search(above)
    default = _unit(told["words"], figures) if told else None
    columns: list[_Column] = []
    for cell in cells[1:]:
        column = _column(cell, default, before, figures)
        columns.append(replace(column, period=columns[-1].period) if column.role == "growth" and columns else column)
    if not any(column.role in ("value", "growth", "share") for column in columns):
        return ()
    return (_Column("none", None, None, is_aim=False), *columns)


def _column(cell: _Cell, default: tuple[Unit, int] | None, before: Before, figures: Figures) -> _Column:
    brackets = _BRACKETS.search(cell.words)
    unit = (_unit(brackets["words"], figures) if brackets else None) or default
    dates = [
        d.iso for d in periods(cell.words, before, figures) if d.iso and cell.words[: d.start][-1:] not in _AGAINST
    ]
    role: Role = "none"
    if _UNITS.match(cell.words):
        role = "units"
    elif _GROWTH.search(cell.words):
        role = "growth"
    elif _SHARE.search(cell.words):
        role = "share"
    elif dates or _VALUE.search(cell.words) or _AIM.search(cell.words):
        role = "value"
    return _Column(role, unit, dates[-1] if dates else None, bool(_AIM.search(cell.words)), cell.words)


def _unit(words: str, figures: Figures) -> tuple[Unit, int] | None:
    """A unit with its power of ten: 亿元 is yuan and 8."""
    match = re.fullmatch(rf"(?P<scale>{SCALE})?(?P<unit>{figures.unit_pattern})", words.strip())
    return (figures.units[match["unit"]], SCALES[match["scale"] or ""]) if match else None


def _row(
    line: Sentence,
    section: Section,
    text: str,
    cells: Sequence[_Cell],
    columns: Sequence[_Column],
    period: tuple[str | None, PeriodSource | None],
    figures: Figures,
) -> Iterator[Reading]:
    """A reading for each figure of a row, in which the head of the row alone is left to be its name."""
    head = cells[0]
    brackets = _BRACKETS.search(head.words)
    units = [_unit(c.words, figures) for c, column in zip(cells, columns, strict=True) if column.role == "units"]
    own = next((u for u in units if u), None) or (_unit(brackets["words"], figures) if brackets else None)
    held = tuple(
        (c.start, c.end, column.role if c is not head else "name") for c, column in zip(cells, columns, strict=True)
    )
    name_end = head.start + brackets.start() if brackets else head.end
    for cell, column in zip(cells, columns, strict=True):
        if _NUMBER.fullmatch(cell.words) and (unit := _unit_of(column, own, figures)):
            mention = _mention(line, section, cell, column, unit, period)
            masks = tuple((a, b, "table") for a, b in ((0, head.start), (name_end, cell.start)) if a < b)
            yield Reading(line, section, text, (mention,), masks, cells=held)


def _unit_of(column: _Column, own: tuple[Unit, int] | None, figures: Figures) -> tuple[Unit, int] | None:
    if column.role in ("growth", "share"):
        return figures.units["%"], 0
    return own or column.unit if column.role == "value" else None


def _mention(
    line: Sentence,
    section: Section,
    cell: _Cell,
    column: _Column,
    unit: tuple[Unit, int],
    period: tuple[str | None, PeriodSource | None],
) -> Mention:
    unsigned = cell.words.lstrip("+-")
    size = Decimal(unsigned.rstrip("%").replace(",", ""))
    value = -size if cell.words.startswith("-") else size
    kind: Kind = "change" if column.role == "growth" else "count" if unit[0].kind == "noun" else unit[0].kind
    is_growth = kind == "change"
    return Mention(
        sentence=line, section=section, start=cell.end - len(unsigned), end=cell.end, lead=cell.start, kind=kind,
        number=size, unit_mult=unit[1], unit_measure=unit[0].code, unit_zh=unit[0].word,
        value=value.scaleb(unit[1]), value_max=None, bound="eq", nature="target" if column.is_aim else "actual",
        obs_status="F" if column.is_aim else "A", base="yoy" if is_growth else None,
        direction=("down" if value < 0 else "up") if is_growth else None, scope=None,
        time_period=column.period or period[0], period_source="explicit" if column.period else period[1],
        rule="table", evidence=Evidence(Why("", column.role, column.head)),
    )  # fmt: skip
