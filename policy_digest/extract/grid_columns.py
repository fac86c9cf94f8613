"""The columns of a table: which name the rows, which hold figures, and what those figures are and belong to."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from policy_digest.extract.grid_cells import Cell, Measure, Printed, is_figure, is_year, measures, read_number
from policy_digest.extract.grid_heads import Head, How, label_ending, read_column, unit_of
from policy_digest.extract.grid_layout import Grid, units_column
from policy_digest.extract.grid_times import Clock
from policy_digest.extract.periods import year_of
from policy_digest.lexicon.figures import Figures

_TENTH = Decimal("1.1")
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures: its ``head``, and the value column ``of`` that a delta, share or rank belongs to.

    ``how`` is as in the head or as the figures of the column give it; ``previous`` is the value column that a delta is
    against where there is one, ``since`` its year; ``part`` is the column of shares whose change a delta in points is.
    """

    head: Head
    of: int | None = None
    previous: int | None = None
    how: How = ""
    since: int | None = None
    part: int | None = None


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a grid: ``stubs`` hold the heads of the rows, ``units`` their units, ``figures`` the rest.

    ``is_place`` says for each stub that it names places. ``is_entity`` says that the rows are things whose columns
    name what is told of them, not indicators. ``label`` is what the stub's head says of all rows.
    """

    stubs: tuple[int, ...]
    is_place: tuple[bool, ...]
    units: int | None
    figures: dict[int, Column]
    is_entity: bool
    label: str
    is_list: bool = False


def read_columns(grid: Grid, clock: Clock, level: str, figures: Figures) -> Columns | None:
    """What the columns of ``grid`` hold; None where it is not understood. ``level`` ends the article's place's name."""
    heads = _read_heads(grid.heads, clock, figures)
    if grid.is_list:
        value = replace(heads[1], role="value")
        return Columns((0,), (False,), None, {1: Column(value)}, is_entity=False, label="", is_list=True)
    units = units_column(grid.heads, grid.rows, figures)
    stubs = _stubs(grid, heads, units, figures)
    if not stubs or any(figures.heads.find("persons", heads[at].said) for at in stubs):
        return None
    heads = [head if head.text or head.role != "value" else replace(head, role="none") for head in heads]
    heads = [_without_years(grid, at, head) for at, head in enumerate(_of_level(heads, level, figures))]
    found = {at: Column(head) for at, head in enumerate(heads) if at not in stubs and at != units}
    found = {at: column for at, column in found.items() if column.head.role not in ("ordinal", "units")}
    found = {at: _belonging(at, found, grid, figures) for at in found}
    if all(column.head.role in ("unread", "none") for column in found.values()):
        return None
    places = tuple(_names_places(grid, at, heads[at], figures) for at in stubs)
    named = any(c.head.words and _is_numbers(grid, at, figures) for at, c in found.items() if _is_done(c.head))
    return Columns(stubs, places, units, found, is_entity=named, label=label_ending(grid.heads[stubs[-1]]))


def _is_done(head: Head) -> bool:
    return head.role == "value" and head.nature == "actual"


def _read_heads(texts: Sequence[str], clock: Clock, figures: Figures) -> list[Head]:
    """The heads in order; 上年同期 is the year before what the column before it is of."""
    heads: list[Head] = []
    last: str | None = None
    for text in texts:
        head = read_column(text, clock, figures)
        if last and figures.heads.find("prior", head.said):
            head = read_column(text, replace(clock, period=last), figures)
        last = head.dated.iso if head.role == "value" and head.dated else last
        heads.append(head)
    return heads


def _stubs(grid: Grid, heads: Sequence[Head], units: int | None, figures: Figures) -> tuple[int, ...]:
    """The columns that hold the heads of the rows: the first that numbers none, and those of words behind it."""
    stubs: list[int] = []
    for at, head in enumerate(heads):
        is_no_head = _is_numbers(grid, at, figures) and not (
            figures.heads.find("time", head.said) and _are_years(grid, at)
        )
        if head.role == "ordinal" or at == units or (not stubs and is_no_head):
            continue
        if stubs and (_is_numbers(grid, at, figures) or not _names_rows(head, figures)):
            break
        stubs.append(at)
    return tuple(stubs)


def _without_years(grid: Grid, at: int, head: Head) -> Head:
    """The head of a column of values, unless all of these are years (建成 | 2015)."""
    is_bare = head.role == "value" and not head.unit
    return replace(head, role="unread") if is_bare and _are_years(grid, at) else head


def _are_years(grid: Grid, at: int) -> bool:
    cells = [row.cells[at] for row in grid.rows if row.cells[at].words]
    return len(cells) > 1 and all(is_year(cell) for cell in cells)


def _names_places(grid: Grid, at: int, head: Head, figures: Figures) -> bool:
    """Whether a column names places: its head says so, or most of its cells end as places do, totals apart."""
    if figures.heads.find("place", head.said):
        return True
    words = [row.cells[at].compact for row in grid.rows if row.cells[at].words]
    words = [word for word in words if not any(figures.heads.find(use, word) for use in ("total", "subtotal"))]
    named = sum(figures.heads.find("place-name", word) is not None for word in words)
    return named > 1 and 4 * named >= 3 * len(words)


def _names_rows(head: Head, figures: Figures) -> bool:
    """Whether a column of words behind the first names the rows too (镇 | 村 | 户数)."""
    return not head.text or any(figures.heads.find(use, head.said) for use in ("place", "label", "time"))


def _is_numbers(grid: Grid, at: int, figures: Figures) -> bool:
    """Whether a column holds a figure, or nothing at all."""
    cells = [row.cells[at] for row in grid.rows if not figures.heads.find("missing", row.cells[at].compact)]
    return not cells or 2 * sum(is_figure(cell, figures) for cell in cells) > len(cells)


def _of_level(heads: Sequence[Head], level: str, figures: Figures) -> list[Head]:
    """The heads, of those that tell of whole places (全县 | 全市) that alone of the article's own ``level``."""
    wholes = {at: match["level"] for at, head in enumerate(heads) if (match := figures.heads.find("whole", head.said))}
    kept = [at for at, found in wholes.items() if found == level][:1]
    kept = kept or (list(wholes) if len(wholes) == 1 and not level else [])
    return [
        replace(head, role="value" if at in kept else "none", words="") if at in wholes else head
        for at, head in enumerate(heads)
    ]


def _belonging(at: int, columns: dict[int, Column], grid: Grid, figures: Figures) -> Column:
    """A column with the value column that it tells of: the nearest before it, of several years the last."""
    column = columns[at]
    head = column.head
    if head.role not in ("delta", "share", "done", "rank"):
        return column
    run: list[int] = []
    for before in sorted((i for i in columns if i < at), reverse=True):
        role = columns[before].head.role
        if role == "value":
            run.append(before)
        elif run:
            break
    if head.role == "rank" and not run:
        following = [i for i in sorted(columns) if i > at and columns[i].head.role == "value"]
        run = following if len(following) == 1 else []
    of = _nearest(head, run, columns)
    if head.role != "delta":
        return replace(column, of=of, how=head.how or (_grown_before(at, columns) if head.role == "rank" else ""))
    earlier = [i for i in run if of is not None and _is_earlier(columns[i], columns[of])]
    previous = max(earlier, key=lambda i: _time(columns[i]), default=None)
    how = head.how if head.how in ("percent", "amount") else _checked(at, of, previous, grid, figures) or _likely(head)
    return Column(head, of, previous, how, _since(columns, of, previous), _part(at, columns))


def _part(at: int, columns: dict[int, Column]) -> int | None:
    """The column of shares right before a delta in percentage points."""
    unit, before = columns[at].head.unit, columns.get(at - 1)
    is_points = unit is not None and unit[0].code == "percentage_point"
    return at - 1 if is_points and before and before.head.role in ("share", "done") else None


def _nearest(head: Head, run: Sequence[int], columns: dict[int, Column]) -> int | None:
    """The column of ``run``, the nearest first, that ``head`` belongs to: of its time, else the last year's."""
    same = [i for i in run if columns[i].head.words == columns[run[0]].head.words]
    same = [i for i in same if columns[i].head.nature == head.nature] or same
    alike = [i for i in same if head.dated and columns[i].head.dated == head.dated]
    if alike or not same:
        return alike[0] if alike else None
    years = {i: year_of(_time(columns[i])) for i in same}
    last = max((year for year in years.values() if year), default=None)
    return next(i for i in same if last is None or years[i] in (last, None))


def _is_earlier(one: Column, other: Column) -> bool:
    """Whether two columns of one thing are of different years, ``one`` of the earlier."""
    first, second = year_of(_time(one)), year_of(_time(other))
    return one.head.words == other.head.words and first is not None and second is not None and first < second


def _time(column: Column) -> str:
    return (column.head.dated.iso or "") if column.head.dated else ""


def _likely(head: Head) -> How:
    return "percent" if head.how == "likely" else ""


def _since(columns: dict[int, Column], of: int | None, previous: int | None) -> int | None:
    if of is None or previous is None:
        return None
    return year_of(_time(columns[previous]))


def _grown_before(at: int, columns: dict[int, Column]) -> How:
    """Whether a rank follows a growth rate at once, so that it may be the rate's (percent)."""
    before = columns.get(at - 1)
    return "percent" if before and before.head.role == "delta" and before.head.how != "amount" else ""


def _checked(at: int, of: int | None, previous: int | None, grid: Grid, figures: Figures) -> How:
    """Whether the figures of a column are amounts or per cent, by what its rows' own figures give."""
    if of is None or previous is None:
        return ""
    told = [delta_kind(row.cells[at], row.cells[of], row.cells[previous], figures) for row in grid.rows]
    amounts, percents = told.count("amount"), told.count("percent")
    return "amount" if amounts > percents else "percent" if percents > amounts else ""


def delta_kind(delta: Cell, new: Cell, old: Cell, figures: Figures) -> How:
    """Whether a delta is the difference of two cells, or its per cent of the older; neither where both fit or none."""
    numbers = [read_number(cell, figures) for cell in (delta, new, old)]
    if any(number is None for number in numbers):
        return ""
    change, now, then = (signed(number) for number in numbers if number is not None)
    places = numbers[0].places if numbers[0] else 0
    near = _TENTH.scaleb(-places)
    is_amount = abs(now - then - change) <= near
    is_percent = bool(then) and abs((now / then - 1) * _HUNDRED - change) <= max(near, Decimal("0.11"))
    return "amount" if is_amount and not is_percent else "percent" if is_percent and not is_amount else ""


def signed(number: Printed) -> Decimal:
    """A number with its sign."""
    return -number.size if number.sign < 0 else number.size


def default_units(grid: Grid, figures: Figures) -> tuple[Measure, ...]:
    """The units told above a table (单位:万元;人)."""
    told = next((match for title in grid.titles if (match := figures.heads.find("unit-line", title))), None)
    if told:
        return measures(told["words"], figures)
    found = unit_of("".join(grid.titles[0].split()), figures) if grid.titles else None
    return (found,) if found else ()
