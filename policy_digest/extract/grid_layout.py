"""The layout of tables: which lines are titles, heads and rows, and which head stands above which cell."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from policy_digest.extract.grid_cells import Cell, Row, is_bare, is_figure, is_year, measure, read_number, tells_figure
from policy_digest.lexicon.figures import Figures

_ORDINAL = re.compile(r"\d{1,3}")
_LAST_HEADS = 3  # rows of heads: with more of them a table is not understood
_LONGEST_HEAD = 24
_USES = (
    "aim", "counted", "delta", "done", "generic", "label", "ordinal", "place", "prior", "rank", "ratio", "share",
    "time", "units",
)  # fmt: skip
_PAIR = 2
_FEWEST_FACTS = 2


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: the lines above it, the nearest first, a head for each column, and its rows, all as wide as the heads.

    ``above`` are the lines of the heads. ``is_list`` says that it has none: each row is a name and what it is worth.
    """

    titles: tuple[str, ...]
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    above: tuple[Row, ...] = ()
    is_list: bool = False


@dataclass(slots=True)
class _Draft:
    """A table while its lines are gathered."""

    titles: list[str]
    heads: list[Row] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)


def lay_out(rows: Sequence[Row], above: Sequence[str], figures: Figures) -> Iterator[Grid]:
    """The tables that successive lines make; ``above`` is what stands above them, the nearest first.

    What is no table that can be understood is left out.
    """
    for draft in _drafts(rows, above, figures):
        if not draft.rows:
            continue
        grid = _headed(draft, figures) if draft.heads else _listed(draft, figures)
        if grid is not None and grid.rows:
            yield grid


def _drafts(rows: Sequence[Row], above: Sequence[str], figures: Figures) -> Iterator[_Draft]:
    draft = _Draft(list(above))
    for row in rows:
        if _is_title(row, figures):
            if draft.heads or draft.rows:
                if len(row.cells) > 1 and len(row.filled) == 1:
                    continue  # a line across the table: a group of rows, or a note
                yield draft
                draft = _Draft([])
            draft.titles.insert(0, row.text.replace("|", " ").strip())
        elif _is_head(row, figures, begun=bool(draft.rows)):
            if draft.rows:
                yield draft
                draft = _Draft([])
            draft.heads.append(row)
        else:
            draft.rows.append(row)
    yield draft


def _is_title(row: Row, figures: Figures) -> bool:
    """Whether a row is a line across the table, or tells the unit of all of it."""
    if len({cell.words for cell in row.filled}) <= 1:
        return True
    has_unit = figures.heads.find("unit-line", row.text) is not None
    return has_unit and not any(is_figure(cell, figures) and not is_year(cell) for cell in row.cells)


def _is_head(row: Row, figures: Figures, *, begun: bool) -> bool:
    """Whether a row holds heads: words without figures, years apart; ``begun`` says that it stands among rows."""
    rest = [cell for cell in row.cells[1:] if cell.words]
    if any(len(cell.compact) > _LONGEST_HEAD for cell in row.cells):
        return False
    if all(is_year(cell) for cell in rest) and not is_figure(row.cells[0], figures):
        return not begun
    if any(_holds_figure(cell, figures) for cell in row.cells if not is_year(cell)):
        return False
    if all(figures.heads.find("missing", cell.compact) for cell in rest):
        return False
    known = sum(_is_known(cell, figures) for cell in rest)
    return 2 * known >= len(rest) if begun else True


def _holds_figure(cell: Cell, figures: Figures) -> bool:
    return is_figure(cell, figures) or is_bare(cell, figures) or tells_figure(cell, figures)


def _is_known(cell: Cell, figures: Figures) -> bool:
    words = cell.compact
    return is_year(cell) or "(" in words or any(figures.heads.find(use, words) for use in _USES)


def _headed(draft: _Draft, figures: Figures) -> Grid | None:
    """The table with its heads above its columns; None where they do not fit."""
    heads = _joined(draft.heads)
    widths = Counter(len(row.cells) for row in draft.rows)
    width = max(widths, key=lambda size: (widths[size], size))
    if heads is not None and len(draft.heads) == 1 and len(heads) >= width:
        draft.rows = list(_aligned(draft.heads[0], draft.rows))
        width = max(width, len(heads)) if any(len(row.cells) == len(heads) for row in draft.rows) else width
    rows = [row for row in draft.rows if len(row.cells) == width]
    if heads is None:
        return None
    if len(heads) > width and "|" not in draft.heads[-1].text:
        return None
    if len(heads) == width and not heads[-1] and _is_numbered(rows) and not figures.heads.find("ordinal", heads[0]):
        heads = ("", *heads[:-1])
    elif len(heads) == width - 1 and (_is_numbered(rows) or not any(is_figure(r.cells[0], figures) for r in rows)):
        heads = ("", *heads)
    if len(heads) != width:
        return None
    return Grid(tuple(draft.titles), heads, tuple(rows), tuple(draft.heads))


def _aligned(head: Row, rows: Sequence[Row]) -> Iterator[Row]:
    """The rows of a table whose columns are parted by spaces, empty cells put in where a column is bare in a row."""
    full = [row for row in rows if len(row.cells) == len(head.cells)]
    if "|" in head.text or "\t" in head.text or not full or not all(_places(head, row) for row in full):
        yield from rows
        return
    for row in rows:
        at = _places(head, row) if len(row.cells) < len(head.cells) else None
        if at is None or at[0]:
            yield row
            continue
        empty = Cell(len(row.text), len(row.text), "")
        cells = dict(zip(at, row.cells, strict=True))
        yield replace(row, cells=tuple(cells.get(i, empty) for i in range(len(head.cells))))


def _places(head: Row, row: Row) -> tuple[int, ...] | None:
    """For each cell of a row the head that stands above it, and no other does; None where one has none or two."""
    heads = [head.reach(cell) for cell in head.cells]
    found: list[int] = []
    for cell in row.cells:
        start, end = row.reach(cell)
        above = [at for at, (first, last) in enumerate(heads) if first < end and start < last]
        if len(above) != 1 or (found and above[0] <= found[-1]):
            return None
        found.append(above[0])
    return tuple(found)


def _joined(heads: Sequence[Row]) -> tuple[str, ...] | None:
    """The heads of the columns, those above spread over the columns below them; None where they do not stand so."""
    firsts = {row.cells[0].compact for row in heads if row.cells[0].words}
    if len(heads) > _LAST_HEADS or len({len(row.cells) for row in heads}) > 1 or len(firsts) > 1:
        return None
    joined = [cell.compact for cell in heads[-1].cells]
    for row in reversed(heads[:-1]):
        upper = ""
        for at, cell in enumerate(row.cells):
            upper = cell.compact or upper
            if joined[at] != upper and (cell.compact or joined[at]):
                joined[at] = upper + joined[at]
    return tuple(joined)


def _is_numbered(rows: Sequence[Row]) -> bool:
    """Whether the first cells of the rows are 1, 2, 3 and so on, totals apart."""
    firsts = [row.cells[0].compact for row in rows if row.cells[0].words]
    numbers = [int(word) for word in firsts if _ORDINAL.fullmatch(word)]
    return (
        len(numbers) > 1
        and len(numbers) >= len(firsts) - 1
        and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    )


def _listed(draft: _Draft, figures: Figures) -> Grid | None:
    """A table without heads, of names and what they are worth, one pair or several in a line."""
    pairs = [pair for row in draft.rows for pair in _pairs(row)]
    told = [
        p
        for p in pairs
        if (number := read_number(p.cells[1], figures)) is not None and (number.unit or "(" in p.cells[0].words)
    ]
    named = all(not is_figure(p.cells[0], figures) for p in pairs)
    if not pairs or not named or len(told) < max(_FEWEST_FACTS, len(pairs) / 3):
        return None
    return Grid(tuple(draft.titles), ("", ""), tuple(pairs), is_list=True)


def _pairs(row: Row) -> Iterator[Row]:
    if len(row.cells) % _PAIR:
        return
    for at in range(0, len(row.cells), _PAIR):
        if row.cells[at].words and row.cells[at + 1].words:
            yield replace(row, cells=row.cells[at : at + _PAIR])


def units_column(heads: Sequence[str], rows: Sequence[Row], figures: Figures) -> int | None:
    """The column that holds the units of the rows, where one does."""
    for at, head in enumerate(heads):
        if figures.heads.find("units", head):
            told = [row.cells[at].compact for row in rows if row.cells[at].words]
            if told and 2 * sum(measure(word, figures) is not None for word in told) > len(told):
                return at
    return None
