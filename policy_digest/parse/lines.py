"""Cut a source into lines and see what each line's marks say: heading, list, table, picture, or plain text."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from policy_digest.parse.words import Words, gather

Mark = Literal["text", "heading", "list-item", "table", "quote", "image", "rule", "comment"]
BLANK = " \t\u3000\xa0\ufeff\u200b\u200c\u200d\u2060\xad"
_EDGES = BLANK + "\n\r\v\f\x85\u2028\u2029"
_LINE = re.compile("[^\n\r\v\f\x85\u2028\u2029]*(?:\r\n|[\n\r\v\f\x85\u2028\u2029]|$)")
_HEADING = re.compile(r"(#{1,6})(?![#!])[ \t\u3000]*(?P<words>.*?)[ \t\u3000]*#*$")
_UNDERLINE = re.compile(r"(={3,}|-{3,})$")
_RULE = re.compile(r"(?:[-*_=][ \t]*){3,}$")
_BULLET = re.compile(
    r"(?:[-*+][ \t\u3000]+|[•●○◆◇■□▪▫➢➤►★☆▲△◎√\ue000-\uf8ff][ \t\u3000]*)(?P<words>(?!\d{1,3}\s*[-–—]$)\S.*)$"
)
_QUOTE = re.compile(r">[ \t]?(?P<words>[^>].*)$")
_IMAGE = re.compile(r"!\[(?P<words>[^\]\n]*)\]\([^)\n]*\)$")
_TABLE = re.compile(r"\|.*\||[^|\t]+(?:\t+[^|\t]+){2,}")
_COMMENT = re.compile(r"<!--.*-->|\|?(?:[ \t]*:?-{2,}:?[ \t]*\|)+(?:[ \t]*:?-{2,}:?)?")
_MARKED = re.compile("[-*_=<|:#+>!•●○◆◇■□▪▫➢➤►★☆▲△◎√\ue000-\uf8ff]")
"""What every marked line but a table's row begins with."""

# What stands in a line and is no part of its words: emphasis, links, invisible characters.
_INLINE = re.compile(
    r"(?<![\w*])(?P<strong>\*\*|__)(?=\S)(?P<bold>[^*_\n]{1,120})(?P=strong)(?![*\w]?\d)"
    r"|!?\[(?P<label>[^\]\n]{1,200})\]\([^)\s]{1,500}\)"
    "|[\ufeff\u200b-\u200d\u2060\xad]+|&nbsp;"
)
_SIGN = re.compile("[*_\\[&\ufeff\u200b-\u200d\u2060\xad]")
"""Without one of these all of a line is words."""


class Line(NamedTuple):
    """A line that is not blank. ``start`` and ``end`` bound its words in the source, marks and margins left out.

    ``gap`` counts the blank lines before it, ``indent`` the cells of its margin; ``page`` says that a page number was
    taken out before it.
    """

    start: int
    end: int
    text: str
    gap: int
    indent: int
    mark: Mark
    level: int = 0
    page: bool = False


def read_lines(source: str) -> tuple[Line, ...]:
    """Every line of ``source`` that is not blank, in order, with underlined headings (setext) resolved."""
    lines: list[Line] = []
    gap = 0
    for match in _LINE.finditer(source):
        words = match.group().strip(_EDGES)
        if not words:
            gap += bool(match.group())
            continue
        start = match.start() + match.group().index(words)
        line = _marked(start, words, gap, _cells(source[match.start() : start]))
        if line.mark == "rule" and lines and not gap and _underlines(words, lines[-1]):
            lines[-1] = lines[-1]._replace(mark="heading", level=1 if words[0] == "=" else 2)
        lines.append(line)
        gap = 0
    return tuple(lines)


def words_of(source: str, start: int, end: int) -> Words:
    """The words between two offsets, without emphasis marks, link addresses and invisible characters."""
    return gather(source, stretches_of(source, start, end))


def stretches_of(source: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The stretches that ``words_of`` joins."""
    return tuple(_visible(source, start, end)) if _SIGN.search(source, start, end) else ((start, end),)


def cells(text: str) -> int:
    """The width of ``text`` in cells: two for a Chinese character, one for a Latin one."""
    return sum(2 if char > "\u2e7f" or char in "“”‘’…—" else 1 for char in text)


def _cells(margin: str) -> int:
    return sum({"\u3000": 2, "\t": 4, " ": 1, "\xa0": 1}.get(char, 0) for char in margin) if margin else 0


def _marked(start: int, text: str, gap: int, indent: int) -> Line:
    shapes: tuple[tuple[Mark, re.Pattern[str]], ...] = (
        ("rule", _RULE),
        ("comment", _COMMENT),
        ("heading", _HEADING),
        ("list-item", _BULLET),
        ("quote", _QUOTE),
        ("image", _IMAGE),
    )
    for mark, shape in shapes if _MARKED.match(text) else ():
        match = shape.fullmatch(text)
        if not match:
            continue
        if mark in {"rule", "comment"}:
            return Line(start, start + len(text), text, gap, indent, mark)
        at, end = match.span("words")
        if at < end:
            level = len(match.group(1)) if mark == "heading" else 0
            return Line(start + at, start + end, text[at:end], gap, indent, mark, level)
        return Line(start, start + len(text), text, gap, indent, "comment")
    mark = "table" if (text.startswith("|") or "\t" in text) and _TABLE.fullmatch(text) else "text"
    return Line(start, start + len(text), text, gap, indent, mark)


def _underlines(rule: str, above: Line) -> bool:
    return above.mark == "text" and _UNDERLINE.fullmatch(rule) is not None and cells(above.text) <= 80


def _visible(source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for match in _INLINE.finditer(source, start, end):
        kept = "bold" if match.group("bold") else "label" if match.group("label") else None
        yield at, match.start()
        if kept:
            yield from _visible(source, *match.span(kept))
        at = match.end()
    yield at, end
