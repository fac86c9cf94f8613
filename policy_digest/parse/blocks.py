"""The parts of a document, before its outline is known: each block with what it is for."""

import re
from typing import Literal, NamedTuple

from policy_digest.lexicon.structure import BylineField, Structure
from policy_digest.model import Stated
from policy_digest.parse.breaks import is_open, is_torn
from policy_digest.parse.bylines import is_bare_label, read_byline, read_value
from policy_digest.parse.joining import Block, join
from policy_digest.parse.lines import Line, Mark, read_lines
from policy_digest.parse.tables import with_tables
from policy_digest.parse.words import Words
from policy_digest.parse.wrapping import measure

Role = Literal[
    "title", "subtitle", "heading", "caption", "body", "list-item", "epigraph", "pull-quote", "table", "closing",
    "byline", "furniture", "date", "speaker", "markup",
]  # fmt: skip
ASIDE: frozenset[Role] = frozenset({"byline", "furniture", "date", "speaker", "markup"})
_BY_MARK: dict[Mark, Role] = {
    "heading": "heading",
    "list-item": "list-item",
    "table": "table",
    "quote": "pull-quote",
    "image": "caption",
    "rule": "markup",
    "comment": "markup",
    "text": "body",
}
_LONG = 48  # characters from which a text line is surely a paragraph
_LONGEST_CHOICE = 8  # lines that a list of type sizes takes
_TYPE_SIZE = re.compile(r"[【\[［（(]\s*字[号体]")


class Part(NamedTuple):
    """A block and its role. ``level`` is that of a marked heading; ``number`` a heading's number, with its ``style``.

    ``fields`` is what a byline states; ``gap`` counts the blank lines before; ``marked`` says that marks, not the
    lexicon, gave the role.
    """

    role: Role
    words: Words
    gap: int
    level: int = 0
    marked: bool = False
    number: str | None = None
    rank: int = 0
    fields: tuple[tuple[BylineField, Stated], ...] = ()

    @property
    def text(self) -> str:
        """The words."""
        return self.words.text


def read_parts(source: str, structure: Structure) -> list[Part]:
    """Read the parts of a source, in order; page numbers stand where they were found."""
    lines = with_tables(read_lines(source))
    pages = _page_numbers(lines, structure)
    kept = _without(lines, pages)
    blocks = join(source, kept, measure(kept, structure), structure)
    parts = [_part(block) for block in blocks]
    parts += [Part("furniture", Words(lines[at].text, ((0, lines[at].start),)), lines[at].gap) for at in pages]
    parts.sort(key=lambda part: part.words.start)
    return _with_bylines(_with_furniture(parts, structure), structure)


def is_sentence(text: str) -> bool:
    """Whether a line ends with a stop."""
    return not is_open(text)


def _part(block: Block) -> Part:
    return Part(_BY_MARK[block.mark], block.words, block.gap, block.level, marked=block.mark != "text")


def _page_numbers(lines: tuple[Line, ...], structure: Structure) -> list[int]:
    found: list[int] = []
    page = next(shape for shape in structure.shapes["furniture"] if shape.id == "furniture-page-number")
    for at, line in enumerate(lines):
        if line.mark in {"text", "list-item"} and (page.match(line.text) or _is_bare_number(lines, at, structure)):
            found.append(at)
    return found


def _is_bare_number(lines: tuple[Line, ...], at: int, structure: Structure) -> bool:
    """Whether a line is a number between blank lines, and not one whose unit is the next line."""
    line, after = lines[at], lines[at + 1] if at + 1 < len(lines) else None
    if not line.gap or not re.fullmatch(r"\d{1,3}", line.text) or (after and not after.gap):
        return False
    is_cut = at > 0 and lines[at - 1].text[-1].isdecimal()
    return is_cut or after is None or not is_torn(line.text, after.text, structure)


def _without(lines: tuple[Line, ...], pages: list[int]) -> tuple[Line, ...]:
    taken = set(pages)
    kept: list[Line] = []
    for at, line in enumerate(lines):
        if at in taken:
            continue
        kept.append(line._replace(page=True, gap=max(line.gap, lines[at - 1].gap)) if at - 1 in taken else line)
    return tuple(kept)


def _with_furniture(parts: list[Part], structure: Structure) -> list[Part]:
    """Set aside a page's own words: tools, tables of contents, type sizes and the path to the page."""
    marked = [part._replace(role="furniture") if _is_furniture(part, structure) else part for part in parts]
    open_size = 0
    for at, part in enumerate(marked):
        if part.role == "furniture" and _TYPE_SIZE.match(part.text) and "】" not in part.text:
            open_size = _LONGEST_CHOICE
        elif open_size and part.role != "furniture" and len(part.text) <= 4:
            marked[at] = part._replace(role="furniture")
        open_size = 0 if not open_size or "】" in part.text else open_size - 1
    for at, part in enumerate(marked):
        if part.role == "body" and len(part.text) <= 16:
            beside = [marked[i].text for i in (at - 1, at + 1) if 0 <= i < len(marked)]
            if any(text in {">", "＞", "»", "›"} for text in beside):
                marked[at] = part._replace(role="furniture")
    return marked


def _is_furniture(part: Part, structure: Structure) -> bool:
    is_line = part.role in {"body", "list-item"}
    return is_line and (structure.has("furniture", part.text) or structure.has("contents", part.text))


def _with_bylines(parts: list[Part], structure: Structure) -> list[Part]:
    """Find bylines before the first and after the last long paragraph."""
    long = [at for at, part in enumerate(parts) if part.role == "body" and len(part.text) >= _LONG]
    first, last = (long[0], long[-1]) if long else (len(parts), -1)
    label: str | None = None
    for at, part in enumerate(parts):
        if first <= at <= last or part.role not in {"body", "furniture"}:
            label = None
            continue
        fields = read_value(label, part.words, structure) if label else ()
        fields = fields or read_byline(part.words, structure)
        bare = is_bare_label(part.text, structure)
        if part.role == "body" and (fields or bare):
            parts[at] = part._replace(role="byline", fields=fields)
        label = part.text if bare else None
    return parts
