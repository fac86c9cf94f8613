"""Tables of plain text: lines whose cells stand apart, told from prose by what several of them have in common."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from policy_digest.parse.lines import Line

_PARTING = re.compile("\\||\t+[ \u3000]*|[ \u3000\xa0]{2,}|\u3000")
_GAP = re.compile("[|\t \u3000\xa0]")
"""Without one of these a line is one cell."""

_FIGURE = re.compile(
    r"[≥≤><]?[-+–−－↑↓]?(?:\d{1,3}(?:[,，]\d{3})+|\d{1,12})(?:[.．]\d{1,6})?(?:\s?[:∶]\s?1)?\s?"
    r"(?P<unit>[%％‰]|[^\W\d_年月日号时]{1,6}(?:/[^\W\d_]{1,4})?)?(?:[(（][^()（）]{2,20}[)）])?|零"
)
_MISSING = re.compile(r"[—–\-_…*×/\\.·－]+|无")
_YEAR = re.compile(r"(?:19|20)\d\d")
_HAN = re.compile("[\u4e00-\u9fff]")
_STOPS = re.compile("[。！？!?；;]|[，,](?!\\d{3})")
_UNIT = re.compile("(?:(?<![\u4e00-\u9fff])|(?<=表)|(?<=情况))(?:计量)?单位\\s*[：:∶]\\s*[^：:∶。，]{1,16}")
_ROWS = ("text", "table", "heading", "list-item")
_LONGEST = 32
_FEWEST_PAIRS = 3  # of names beside figures in a table without heads
_TRIES = 3  # lines that may stand before a table's head and look like its rows
_PLAIN = {0xFF10 + digit: str(digit) for digit in range(10)}


def with_tables(lines: Sequence[Line]) -> tuple[Line, ...]:
    """``lines`` with those of plain text that are rows, heads or the unit of a table marked as such.

    Rows follow one another with as many cells each; all but their first cells are mostly figures.
    """
    marked = list(lines)
    for start, end in _runs(lines):
        for at in range(start, end):
            if lines[at].mark in _ROWS:
                marked[at] = lines[at]._replace(mark="table", level=0)
        if start and _is_unit(lines[start - 1]):
            marked[start - 1] = lines[start - 1]._replace(mark="table")
    return tuple(marked)


def _runs(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """The stretches of lines that are tables."""
    at = 0
    while at < len(lines):
        end = at + 1
        most = _most(lines[at])
        while most and end < len(lines) and _fits(lines[end], most):
            end += 1
        for start in range(at, min(at + _TRIES, end - 1)):
            if _is_table([_cells(line) for line in lines[start:end] if line.mark != "comment"]):
                yield start, end
                break
        at = end


def _most(first: Line) -> int:
    """How many cells a line may have at most below a first row; 0 where that is no row."""
    if first.mark not in ("text", "table") or not _GAP.search(first.text):
        return 0
    cells = _cells(first)
    return len(cells) + 1 if len(cells) > 1 and _is_row(cells) else 0


def _fits(line: Line, most: int) -> bool:
    """Whether a line goes on a stretch of rows."""
    if line.mark == "comment" and "-" in line.text:
        return True
    cells = _cells(line)
    if line.mark in ("heading", "list-item") and not any(map(_is_figure, cells[1:])):
        return False  # a row may begin with # or a dash, which says that it is a part of the row before
    return line.mark in _ROWS and line.gap <= 1 and 2 <= len(cells) <= most and _is_row(cells)


def _cells(line: Line) -> list[str]:
    if "|" in line.text:
        return [cell.strip() for cell in line.text.strip().removeprefix("|").removesuffix("|").split("|")]
    return [cell for cell in (cell.strip() for cell in _PARTING.split(line.text)) if cell]


def _is_row(cells: Sequence[str]) -> bool:
    return all(len(cell) <= _LONGEST and not _STOPS.search(cell) for cell in cells)


def _is_unit(line: Line) -> bool:
    """Whether a line tells the unit of the table below it, and little else."""
    if line.mark != "text" or len(line.text) > _LONGEST or not _UNIT.search(line.text):
        return False
    return not re.search("[。！？!?，]", line.text)


def _is_table(rows: Sequence[Sequence[str]]) -> bool:
    """Whether rows are a table: heads above figures, or names with figures that have units."""
    head, *body = rows
    is_headed = _HAN.search("".join(head)) and not any(_is_figure(cell) and not _YEAR.fullmatch(cell) for cell in head)
    told = body if is_headed else rows
    widths = Counter(len(row) for row in told)
    width, often = widths.most_common(1)[0] if told else (0, 0)
    if width < 2 or 2 * often < len(told):
        return False
    values = [cell for row in told for cell in row[1:]]
    figures = sum(_is_figure(cell) for cell in values)
    held = figures + sum(_is_missing(cell) for cell in values)
    named = all(_HAN.search(row[0]) or _is_figure(row[0]) for row in told)
    if is_headed and width > 2:
        told_all = len(told) > 1 and all(any(map(_is_figure, row[1:])) for row in told) and often == len(told)
        return named and figures > 0 and (told_all or 2 * held >= len(values))
    if is_headed and len(told) > 1 and 4 * held >= 3 * len(values) and 2 * figures >= len(values):
        return named
    return not is_headed and len(told) > 1 and width % 2 == 0 and _is_list(told)


def _is_list(rows: Sequence[Sequence[str]]) -> bool:
    """Whether rows are names beside figures with units, pair by pair."""
    pairs = [(row[at], row[at + 1]) for row in rows for at in range(0, len(row) - 1, 2)]
    named = all(_HAN.search(name) and not _is_figure(name) for name, _ in pairs)
    with_unit = sum((match := _figure(value)) is not None and match["unit"] is not None for _, value in pairs)
    return named and len(pairs) >= _FEWEST_PAIRS and 4 * with_unit >= 3 * len(pairs)


def _figure(cell: str) -> re.Match[str] | None:
    return _FIGURE.fullmatch(cell.translate(_PLAIN))


def _is_figure(cell: str) -> bool:
    return _figure(cell) is not None


def _is_missing(cell: str) -> bool:
    return not cell or _MISSING.fullmatch(cell) is not None
