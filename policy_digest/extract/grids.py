"""Grids: tables inside an article, cell by cell.

Where to look: ``grid_cells`` cuts a line into cells and reads numbers, ``grid_layout`` finds titles, heads and rows,
``grid_heads`` and ``grid_times`` say what a head tells, ``grid_columns`` what a column belongs to, ``grid_units`` in
which unit it is measured, ``grid_values`` makes the mentions, ``grid_names`` names them. Here the lines of a section
that are tables are gathered, and words in cells are handed to the reader of prose. A table that is not understood
yields nothing but what its prose tells.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from policy_digest.extract.grid_cells import Cell, Row, is_prose, measure, read_number, split_rows
from policy_digest.extract.grid_columns import Column, default_units, read_columns
from policy_digest.extract.grid_heads import RowHead, read_row_head
from policy_digest.extract.grid_layout import Grid, lay_out
from policy_digest.extract.grid_times import Clock
from policy_digest.extract.grid_values import Line, Setting, heads_of, is_named, period_of, read_cell
from policy_digest.extract.mention import Heads, Mention, Reading
from policy_digest.extract.periods import Before
from policy_digest.lexicon.figures import Figures
from policy_digest.lexicon.folding import fold
from policy_digest.model import Article, PeriodSource, Section, Sentence

Prose = Callable[[Sentence], Reading]
"""Reads a sentence as running text."""

_LONGEST_TITLE = 60
_LONGEST_HEAD = 60
_MOST_TITLES = 4
_SENTENCE = re.compile("[，。；,;!?]")
_MARGIN = re.compile(r"[\s|#*_=~>（）()〔〕【】\-]*")
_ASIDE = re.compile(r"\s+|\([^()]*\)|[《》“”]")
_DONE = re.compile("(?P<what>[^，,;。、]{0,12}?)(?:已|累计|共)*(?:完成|完工)(?:了|约|近|过|达|到|至)*$")
_JOINED = re.compile("[及和与]其?$")
_NAME = re.compile("[一-龥]{2}")
_KINDS = {"value": ("level", "count", "share"), "delta": ("change",), "share": ("share",), "done": ("share",)}


@dataclass(frozen=True, slots=True)
class Page:
    """What stands around the tables of an article: its text, its place, and the ends of its lines in order."""

    text: str
    place: str
    lines: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, article: Article) -> "Page":
        """The page that ``article`` was read from."""
        stated = (article.metadata.title, article.metadata.subtitle, *article.aside)
        spans = {(s.start, s.end) for s in stated if s and s.start is not None and s.end is not None}
        for section in article.sections:
            spans |= {span for span in (section.heading_span, section.deck_span) if span}
            spans |= {(s.start, s.end) for s in (*section.captions, *section.sentences)}
        place = article.metadata.ref_area
        return cls(article.source.text, place.value if place else "", tuple(sorted(spans)))

    def above(self, start: int, figures: Figures) -> tuple[str, ...]:
        """The lines right above ``start``, the nearest first, folded: titles, units, what leads a table in."""
        found: list[str] = []
        at = start
        last = bisect_left(self.lines, (start, 0))
        for begin, end in reversed(self.lines[max(last - _MOST_TITLES, 0) : last]):
            if end > at or not _MARGIN.fullmatch(self.text[end:at]):
                break
            at = begin
            if _MARGIN.fullmatch(self.text[begin:end]):
                continue
            found.append(fold(self.text[begin:end], figures.simplified).strip())
            if len(found[-1]) > _LONGEST_TITLE or found[-1].endswith("。"):
                break
        return tuple(found)


def read_grids(
    section: Section,
    page: Page,
    before: Before,
    period: tuple[str | None, PeriodSource | None],
    figures: Figures,
    prose: Prose,
) -> Mapping[str, tuple[Reading, ...]]:
    """The readings of the lines of a section's tables, by sentence id; ``period`` holds where no head tells one."""
    found: dict[str, tuple[Reading, ...]] = {}
    for lines in _runs(section):
        rows = split_rows(lines, page.text, figures)
        found |= {
            row.line.id: _aside(row, section, prose) for row in rows if len(row.cells) > 1 or _is_unit(row, figures)
        }
        for grid in lay_out(rows, page.above(lines[0].start, figures), figures):
            found |= dict(_read_grid(grid, section, page.place, Clock(before, *period), figures, prose))
    return found


def _runs(section: Section) -> Iterator[tuple[Sentence, ...]]:
    """The lines of a section that are tables, those that follow one another together."""
    run: list[Sentence] = []
    for paragraph in section.paragraphs:
        if paragraph.role == "table":
            run += paragraph.sentences
        elif run:
            yield tuple(run)
            run = []
    if run:
        yield tuple(run)


def _is_unit(row: Row, figures: Figures) -> bool:
    return figures.heads.find("unit-line", row.text) is not None


def _aside(row: Row, section: Section, prose: Prose) -> tuple[Reading, ...]:
    """The readings of a line of no known table: of the cells that hold sentences, or none."""
    told = tuple(
        _prose(row, cell, None, prose) for cell in row.cells if is_prose(cell) and _SENTENCE.search(cell.words)
    )
    return told or (Reading(row.line, section, row.text, (), ()),)


def _title(grid: Grid, figures: Figures) -> str:
    """What stands above a table as its title: the nearest line that is no sentence, its unit left out."""
    for text in grid.titles:
        if len(text) > _LONGEST_TITLE:
            return ""
        words = figures.heads.without("unit-line", text).strip(" :|")
        if len(words) > 1:
            return "" if _SENTENCE.search(words) else words
    return ""


def _subject(title: str, place: str, clock: Clock, figures: Figures) -> RowHead:
    """What a title says that its table is of, without number, place, time and 情况表; as the head of a row says it."""
    text, previous = _ASIDE.sub("", title), ""
    while text != previous:
        previous = text
        text = clock.without_dates(text, figures)
        text = figures.heads.without("title-front", text).removeprefix(place).lstrip("-—:、")
    head = read_row_head(text, clock, figures, is_place=False)
    if head.role == "delta" and not _JOINED.search(head.words):
        return head
    return RowHead(figures.heads.without("title-tail", text))


def _read_grid(
    grid: Grid, section: Section, place: str, clock: Clock, figures: Figures, prose: Prose
) -> Iterator[tuple[str, tuple[Reading, ...]]]:
    """The readings of each row of a table, by its sentence's id."""
    title = _title(grid, figures)
    clock = clock.under(title, figures)
    columns = read_columns(grid, clock, place[-1:], figures)
    if columns is None:
        return
    subject = _subject(title, fold(place, figures.simplified), clock, figures)
    setting = Setting(section, columns, clock, default_units(grid, figures), subject, title, figures)
    yield from ((head.line.id, (_bare(head, section, "head"),)) for head in grid.above)
    readings: dict[str, tuple[Reading, ...]] = {}
    above: RowHead | None = None
    whole = ""
    for row in grid.rows:
        line = _line(row, above, whole, setting)
        if line is None:
            continue
        if line.head.role == "value":
            above = line.head
            whole = whole if above.words.endswith("业") else above.words
        found = tuple(_row(line, setting, prose)) or (_empty(line, setting),)
        readings[row.line.id] = readings.get(row.line.id, ()) + found
    yield from readings.items()


def _bare(row: Row, section: Section, role: str) -> Reading:
    """The reading of a row without figures, whose cells are all of one role."""
    cells = tuple((cell.start, cell.end, role) for cell in row.filled)
    return Reading(row.line, section, row.text, (), (), cells=cells)


def _empty(line: Line, setting: Setting) -> Reading:
    return Reading(line.row.line, setting.section, line.row.text, (), (), cells=_held(line, setting))


def _held(line: Line, setting: Setting) -> tuple[tuple[int, int, str], ...]:
    """The cells of a row, each with what its column holds."""
    columns = setting.columns
    roles = {at: column.head.role for at, column in columns.figures.items()} | dict.fromkeys(columns.stubs, "name")
    roles |= {} if columns.units is None else {columns.units: "units"}
    cells = ((cell, roles.get(at, "ordinal")) for at, cell in enumerate(line.row.cells) if cell.words)
    return tuple((cell.start, cell.end, role) for cell, role in cells)


def _line(row: Row, above: RowHead | None, whole: str, setting: Setting) -> Line | None:
    """A row with its head: the last of its stubs that is filled; None where it has none or is a subtotal."""
    columns, figures = setting.columns, setting.figures
    filled = [
        (at, is_place) for at, is_place in zip(columns.stubs, columns.is_place, strict=True) if row.cells[at].words
    ]
    first = row.cells[0]
    if not filled and not (first.words and figures.heads.find("total", first.compact)):
        return None
    at, is_place = filled[-1] if filled else (0, False)
    cell = row.cells[at]
    if len(cell.words) > _LONGEST_HEAD:
        return None
    head = read_row_head(cell.compact, setting.clock, figures, is_place=is_place)
    if head.is_skipped:
        return None
    if (is_place or not head.words) and not columns.is_entity and setting.subject.role == "delta":
        head = replace(head, role="delta", how="percent", base=setting.subject.base, falls=setting.subject.falls)
    told = row.cells[columns.units].compact if columns.units is not None else ""
    unit = measure(told, figures) or head.unit
    place = at if is_place else next((i for i, known in reversed(filled) if known), at)
    area = row.cells[place]
    printed = "" if head.is_total else row.line.text[area.start : area.end]
    return Line(row, head, unit, printed, is_place and not head.is_total, above, whole)


def _row(line: Line, setting: Setting, prose: Prose) -> Iterator[Reading]:
    """A reading for each figure of a row, and for each cell of words."""
    for at, column in setting.columns.figures.items():
        cell = line.row.cells[at]
        if mention := read_cell(line, at, setting):
            yield _empty(line, setting)._replace(mentions=(mention,))
        elif is_prose(cell) and column.head.role != "unread" and read_number(cell, setting.figures) is None:
            head = line.row.cells[setting.columns.stubs[-1]] if line.head.words else None
            reading = _prose(line.row, cell, head, prose)
            yield _headed(reading, line, at, setting)._replace(cells=_held(line, setting))


def _headed(reading: Reading, line: Line, at: int, setting: Setting) -> Reading:
    """The reading of a cell's words, its first figure named by the heads where it is what they tell of."""
    column = setting.columns.figures[at]
    if not reading.mentions:
        return reading
    reading = _under(reading, line, column, setting)
    first = _as_change(reading.mentions[0]) if column.head.role == "delta" else reading.mentions[0]
    told = Heads(row=line.head.words, area=line.area, is_place=line.is_place, is_prose=True)
    others = tuple(mention._replace(heads=told) for mention in reading.mentions[1:])
    heads = _heads_of_words(first, reading.folded[line.row.cells[at].start : first.start], line, column, setting)
    return reading._replace(mentions=(first._replace(heads=heads or told), *others))


def _heads_of_words(first: Mention, before: str, line: Line, column: Column, setting: Setting) -> Heads | None:
    """The heads that name the first figure of a cell's words, ``before`` it in the cell; None where these name it."""
    heads = replace(heads_of(line, column, setting), ending=column.head.ending)
    done = _DONE.search(before)
    if column.head.role == "remark" and first.kind == "share" and done and line.head.words:
        return replace(heads, column=done["what"].strip(), ending="完成率")
    said = before[: len(before) - (first.start - first.lead)]
    is_of_head = first.kind in _KINDS.get(column.head.role, ()) and not _NAME.search(said)
    return heads if is_of_head and is_named(heads, setting.figures) else None


def _under(reading: Reading, line: Line, column: Column, setting: Setting) -> Reading:
    """The reading of a cell's words with the time and the aim that its heads tell, where the words tell none."""
    dated = period_of(line, column, setting)
    mentions = reading.mentions
    if dated is not None and dated.iso:
        mentions = tuple(
            m if m.period_source == "explicit" else m._replace(time_period=dated.iso, period_source="explicit")
            for m in mentions
        )
    if column.head.nature != "actual":
        mentions = tuple(m._replace(nature=column.head.nature, obs_status="F") for m in mentions)
    return reading._replace(mentions=mentions)


def _as_change(mention: Mention) -> Mention:
    """A proportion in a column of growth, which is growth."""
    if mention.kind != "share" or mention.value is None:
        return mention
    direction = "down" if mention.value < 0 else "up" if mention.value else "flat"
    return mention._replace(kind="change", base="yoy", direction=direction)


def _prose(row: Row, cell: Cell, head: Cell | None, prose: Prose) -> Reading:
    """A cell's words read as running text behind the head of its row; all else of the line is left out."""
    shown = [" "] * len(row.text)
    for kept in (head, cell):
        if kept is not None:
            shown[kept.start : kept.end] = row.line.text[kept.start : kept.end]
    if head is not None and head.end < cell.start:
        shown[head.end] = "，"
    reading = prose(replace(row.line, text="".join(shown)))
    mentions = tuple(_of(mention, row.line) for mention in reading.mentions if mention.start >= cell.start)
    of_head = tuple((m.start, m.end, "table") for m in reading.mentions if m.start < cell.start)
    return reading._replace(sentence=row.line, mentions=mentions, masks=(*reading.masks, *of_head))


def _of(mention: Mention, line: Sentence) -> Mention:
    return mention._replace(sentence=line)
