"""The figures of a table: each cell as a mention, out of what the heads of its row and its column say."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from policy_digest.extract.evidence import Why
from policy_digest.extract.grid_cells import Measure, Printed, Row, read_number, read_ratio
from policy_digest.extract.grid_columns import Column, Columns, delta_kind
from policy_digest.extract.grid_heads import Head, RowHead
from policy_digest.extract.grid_times import Clock, Dated
from policy_digest.extract.grid_units import is_money, is_rate, unit_of_name
from policy_digest.extract.mention import Evidence, Heads, Mention
from policy_digest.extract.periods import year_of
from policy_digest.lexicon.figures import Figures, Unit
from policy_digest.model import Kind, Nature, Section

_RANK = Unit("", "rank", "count", Decimal(1)), 0
_RATED = re.compile("[率比]$|比[重例]$")
_LARGEST_RATE = 150  # per cent: more than that is no proportion
_LARGEST_RANK = 300


@dataclass(frozen=True, slots=True)
class Setting:
    """What all cells of a table share: ``defaults`` are the units told above it, ``subject`` is what its title says."""

    section: Section
    columns: Columns
    clock: Clock
    defaults: tuple[Measure, ...]
    subject: RowHead
    title: str
    figures: Figures


@dataclass(frozen=True, slots=True)
class Line:
    """A row with what its head says; ``unit`` is told for the row, ``area`` is the place it names as printed.

    ``above`` is the last row that told no growth: a row 增长(%) is of it. ``whole`` is the last that named no industry:
    a row 工业 is a part of it.
    """

    row: Row
    head: RowHead
    unit: Measure | None
    area: str
    is_place: bool
    above: RowHead | None = None
    whole: str = ""


@dataclass(frozen=True, slots=True)
class _Told:
    """What a cell turned out to hold."""

    kind: Kind
    unit: Measure
    heads: Heads
    base: str | None = None
    scope: str | None = None


def read_cell(line: Line, at: int, setting: Setting) -> Mention | None:
    """The figure in the cell below the head ``at``; None where it is none, or its unit or name are not known."""
    column = setting.columns.figures[at]
    printed = read_number(line.row.cells[at], setting.figures)
    if setting.figures.heads.find("ratio", column.head.said) or setting.figures.heads.find("ratio", line.head.words):
        printed = read_ratio(line.row.cells[at]) or printed
    if printed is None:
        return None
    match line.head.role, column.head.role:
        case "value", "value":
            told = _value(line, column, printed, setting)
        case "value", "share" | "done":
            told = _share(line, column, printed, setting)
        case "value", "delta":
            told = _delta(line, at, printed, setting)
        case ("value" | "delta", "rank") | ("rank", "value"):
            told = _rank(line, column, printed, setting)
        case "delta", "value":
            told = _growth(line, column, printed, setting)
        case _:
            told = None
    return _mention(line, at, printed, told, setting) if told and is_named(told.heads, setting.figures) else None


def heads_of(line: Line, column: Column, setting: Setting) -> Heads:
    """The words that name a cell."""
    head = column.head
    words = _words(head, line, setting) if head.role == "value" else head.words
    if not words and head.role != "value" and column.of is not None:
        words = _words(setting.columns.figures[column.of].head, line, setting)
    if head.role == "done":
        words = "" if head.ending.removeprefix("完成").startswith(_done(words) or "-") else _done(words)
    row = line.head
    if not row.words and row.role != "value" and setting.subject.role != "delta":
        row = line.above or row
    return Heads(
        row=row.words, whole=line.whole, column=words, label=setting.columns.label, title=setting.subject.words,
        area=line.area, is_place=line.is_place, is_list=setting.columns.is_list,
    )  # fmt: skip


def _done(words: str) -> str:
    """What was done, of a column of what was done (完成投资 → 投资)."""
    return words.removeprefix("累计").removeprefix("实际").removeprefix("完成")


def _words(head: Head, line: Line, setting: Setting) -> str:
    """What a column of values is called; where others of a thing have names, an aim of money is planned investment."""
    if head.words or not setting.columns.is_entity:
        return head.words
    said = setting.clock.without_dates(head.said, setting.figures)
    if head.nature == "target":
        return said + "投资" if head.unit and head.unit[0].code == "CNY" else said
    return said if line.head.words and not line.is_place and setting.figures.heads.find("sum", said) else ""


def is_named(heads: Heads, figures: Figures) -> bool:
    """Whether the heads name a cell: its row's or column's words, or a title that says what was measured."""
    if heads.column or (heads.row and not heads.is_place):
        return True
    return any(figures.heads.find(use, heads.title) for use in ("counted", "money", "sized", "ratio"))


def _value(line: Line, column: Column, printed: Printed, setting: Setting) -> _Told | None:
    unit = printed.unit or value_unit(line, column, printed, setting)
    if unit is None or unit[0].code == "rank" or (unit[1] and printed.scale):
        return None
    heads = heads_of(line, column, setting)
    if is_rate(unit) and setting.figures.heads.find("structure", setting.title):
        heads = replace(heads, ending="" if _RATED.search(heads.column or heads.row) else "比重")
    return _Told("count" if unit[0].kind == "noun" else unit[0].kind, unit, heads)


def value_unit(line: Line, column: Column, printed: Printed | None, setting: Setting) -> Measure | None:
    """The unit of a value whose cell tells none: its row's or column's, the table's, or what its name tells."""
    head, figures = column.head, setting.figures
    name, subject = head.words or line.head.words, setting.subject.words
    told = line.unit or head.unit
    if told and (line.unit or head.words):
        return told
    known = (told,) if told else setting.defaults
    found = unit_of_name(name, known, figures)
    is_thing = head.words and head.nature == "actual"
    if found and is_thing and is_money(found) and not any(figures.heads.find("money", w) for w in (name, subject)):
        return None  # what a column tells of a thing may be anything
    too_large = printed is not None and printed.size > _LARGEST_RATE
    return None if found and is_rate(found) and found not in known and too_large else found


def _share(line: Line, column: Column, printed: Printed, setting: Setting) -> _Told | None:
    unit = printed.unit or column.head.unit or (setting.figures.units["%"], 0)
    if not is_rate(unit):
        return None
    heads = replace(heads_of(line, column, setting), ending=column.head.ending, thing=_thing(line, column, setting))
    return _Told("share", unit, heads)


def _delta(line: Line, at: int, printed: Printed, setting: Setting) -> _Told | None:
    column, cells = setting.columns.figures[at], line.row.cells
    of = setting.columns.figures[column.of] if column.of is not None else None
    value = _unit_of_thing(line, column, setting)
    how, unit = column.how, printed.unit
    if value and is_rate(value) and how != "amount" and unit is None and not column.head.words:
        pair = of is not None and column.of is not None and column.previous is not None
        fits = pair and delta_kind(cells[at], cells[column.of or 0], cells[column.previous or 0], setting.figures)
        how = "amount" if fits == "amount" else ""
    if unit is None and how == "percent":
        unit = setting.figures.units["%"], 0
    elif unit is None and how == "amount":
        unit = column.head.unit or value
        unit = (setting.figures.units["个百分点"], 0) if unit and unit[0].code == "percent" else unit
    if unit is None:
        return None
    base = _base(line, column, setting)
    heads = replace(heads_of(line, column, setting), thing=value[0] if value else None)
    if column.part is not None:
        heads = replace(heads, ending=setting.columns.figures[column.part].head.ending)
    return _Told("change", unit, heads, base)


def _base(line: Line, column: Column, setting: Setting) -> str:
    """What a delta is against: as its head says, or the year of the older of the columns that it compares."""
    base = column.head.base or (f"since:{column.since}" if column.since else "yoy")
    dated = period_of(line, column, setting)
    year = year_of(dated.iso if dated else setting.clock.period)
    return "yoy" if year is not None and base == f"since:{year - 1}" else base


def _growth(line: Line, column: Column, printed: Printed, setting: Setting) -> _Told | None:
    unit = printed.unit or (setting.figures.units["%"], 0)
    if not line.head.words and line.above is None and setting.subject.role != "delta":
        return None
    heads = heads_of(line, column, setting)
    if line.above and not line.head.words and setting.subject.role != "delta":
        thing = value_unit(replace(line, head=line.above, unit=line.above.unit), column, None, setting)
        heads = replace(heads, thing=thing[0] if thing else None)
    is_percent = unit[0].code == "percent" and (column.head.unit is None or is_rate(column.head.unit))
    return _Told("change", unit, heads, line.head.base or "yoy") if is_percent else None


def _rank(line: Line, column: Column, printed: Printed, setting: Setting) -> _Told | None:
    if printed.unit or printed.scale or printed.size % 1 or not 0 < printed.size <= _LARGEST_RANK:
        return None
    head = line.head if line.head.role == "rank" else column.head
    grown = line.head.role == "delta" or (column.how if head is column.head else line.head.how) == "percent"
    heads = heads_of(line, column, setting)
    if line.head.role == "rank" and not line.head.words and line.above:
        heads = replace(heads, row=line.above.words)
    heads = replace(heads, ending="增速" if grown else "", thing=_thing(line, column, setting))
    return _Told("rank", _RANK, heads, scope=head.scope)


def _thing(line: Line, column: Column, setting: Setting) -> Unit | None:
    unit = _unit_of_thing(line, column, setting)
    return unit[0] if unit else None


def _unit_of_thing(line: Line, column: Column, setting: Setting) -> Measure | None:
    """The unit of the value that a cell is the growth, share or rank of."""
    if column.of is None or column.head.words:
        return None
    printed = read_number(line.row.cells[column.of], setting.figures)
    if printed and printed.unit:
        return printed.unit
    return value_unit(line, setting.columns.figures[column.of], printed, setting)


def period_of(line: Line, column: Column, setting: Setting) -> Dated | None:
    """The period that the heads of a cell tell."""
    dated = column.head.dated
    if dated is None and column.of is not None:
        dated = setting.columns.figures[column.of].head.dated
    row = line.head.dated
    if dated and row and dated.iso and row.iso and len(row.iso) == len("2024") and len(dated.iso) > len("2024"):
        return Dated(dated.iso.replace(dated.iso[:4], row.iso))
    return dated or row


def _mention(line: Line, at: int, printed: Printed, told: _Told, setting: Setting) -> Mention | None:
    column = setting.columns.figures[at]
    dated = period_of(line, column, setting)
    if dated is not None and dated.iso is None:
        return None
    unit, mult = told.unit[0], told.unit[1] + printed.scale
    size = printed.size * unit.factor if unit.code == "percent" else printed.size
    falls = told.kind == "change" and (column.head.falls or line.head.falls)
    value = -size if printed.sign < 0 or falls else size
    high = None if printed.high is None else printed.high.scaleb(mult)
    nature = _nature(column, dated, setting) if line.head.nature == "actual" else line.head.nature
    return Mention(
        sentence=line.row.line, section=setting.section, start=printed.start, end=printed.end,
        lead=line.row.cells[at].start, kind=told.kind, number=size, unit_mult=mult, unit_measure=unit.code,
        unit_zh=unit.word, value=value.scaleb(mult), value_max=high, bound=printed.bound, nature=nature,
        obs_status="A" if nature == "actual" else "F", base=told.base,
        direction=_direction(value) if told.kind == "change" else None, scope=told.scope,
        time_period=dated.iso if dated else setting.clock.period,
        period_source="explicit" if dated else setting.clock.source,
        rule="table-rank" if told.kind == "rank" else "table-cell" if printed.unit else "table", heads=told.heads,
        evidence=Evidence(Why("", column.head.role, column.head.text)),
    )  # fmt: skip


def _nature(column: Column, dated: Dated | None, setting: Setting) -> Nature:
    """Whether a cell is an aim: its column says so, or the title does of all that no column says was done."""
    head = column.head
    words = setting.figures.heads
    is_aimed = words.find("aimed", setting.title) and not words.find("achieved", setting.title)
    if head.nature != "actual" or not is_aimed or head.role not in ("value", "delta"):
        return head.nature if head.role in ("value", "delta") else "actual"
    is_past = dated is not None and (year_of(dated.iso) or 0) < (year_of(setting.clock.period) or 0)
    return "actual" if is_past or setting.figures.heads.find("achieved", head.said) else "target"


def _direction(value: Decimal) -> str:
    return "down" if value < 0 else "up" if value else "flat"
