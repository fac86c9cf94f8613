"""Join lines that were broken by a page's width, and leave apart those that an author set apart."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from policy_digest.lexicon.structure import Structure
from policy_digest.parse.lines import Line, Mark, cells, stretches_of
from policy_digest.parse.words import Words, gather

STOPS = "。！？!?；;：:…"
CLOSERS = "”’」』）)》】\"'"
_NEVER_FIRST = "，。、；：！？”’）》」』】％,.;:!?)%…·℃‰"
_NEVER_LAST = "（《“「『【‘("
_CLAUSE = "，、,"
_NARROW = 24  # lines narrower than this (in cells) are no column of text
_TOLERANCE = 6  # how many cells a full line may fall short, since a stop never begins a line
_RAGGED = 0.3  # by how much of the width a line without a stop may fall short, since Latin letters are of many widths
_DASH = re.compile("[—―－]{2}")
_TINY = 4
_TWO_HAN = re.compile("[\u4e00-\u9fff].*[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a document breaks its lines.

    ``none``: where a paragraph ends; ``width``: at ``width`` cells; ``shattered``: wherever the letters change, as some
    PDF readers do. ``spaced`` says that every broken line has a blank one after it.
    """

    mode: Literal["none", "width", "shattered"]
    width: int = 0
    spaced: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One or more lines that are one paragraph. ``gap`` is the blank lines before, ``lines`` how many were joined."""

    mark: Mark
    words: Words
    level: int
    gap: int
    lines: int

    @property
    def text(self) -> str:
        """The words, joined."""
        return self.words.text


def is_open(text: str) -> bool:
    """Whether a line ends without a stop."""
    return text.rstrip(CLOSERS)[-1:] not in STOPS or not text.rstrip(CLOSERS)


def measure(lines: Sequence[Line], structure: Structure) -> Wrapping:
    """Find how the document breaks its lines, from the lines' lengths and ends."""
    plain = [line for line in lines if line.mark == "text" and not _is_furniture(line.text, structure)]
    open_lines = [line for line in plain[:-1] if is_open(line.text)]
    if len(plain) < 2 or len(open_lines) < 0.3 * (len(plain) - 1):
        return Wrapping("none")
    broken = sum(_is_torn(line.text) for line in plain)
    torn = sum(line.text[0] in _NEVER_FIRST for line in plain)
    if (
        len(plain) >= 6
        and torn >= max(2, 0.05 * len(plain))
        and broken >= 0.2 * len(plain)
        and len(open_lines) >= 0.5 * len(plain)
    ):
        return Wrapping("shattered", spaced=_is_spaced(plain))
    widths = sorted(cells(line.text) + line.indent for line in open_lines)
    width = widths[min(len(widths) - 1, len(widths) * 9 // 10)]
    full = [line for line in open_lines if abs(cells(line.text) + line.indent - width) <= _TOLERANCE]
    inner = sum(any(mark in line.text[:-1] for mark in "，。、；,;") for line in full)
    if width < _NARROW or len(full) < 0.5 * len(open_lines) or inner < 0.5 * len(full):
        return Wrapping("none")
    if any(cells(line.text) > width + 2 * _TOLERANCE for line in plain):
        return Wrapping("none")
    return Wrapping("width", width, _is_spaced(plain))


def join(source: str, lines: Sequence[Line], wrapping: Wrapping, structure: Structure) -> tuple[Block, ...]:
    """Join ``lines`` into blocks: one a paragraph, heading, list item or table row."""
    blocks: list[list[Line]] = []
    for line in lines:
        if blocks and _continues(blocks[-1][-1], line, wrapping, structure):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return tuple(_block(source, group) for group in blocks)


def _block(source: str, group: list[Line]) -> Block:
    first = group[0]
    words = gather(source, (piece for line in group for piece in stretches_of(source, line.start, line.end)))
    return Block(first.mark, words, first.level, first.gap, len(group))


def _is_furniture(text: str, structure: Structure) -> bool:
    """Whether a line is a page's own words; single letters and signs may be pieces of a broken line."""
    return _TWO_HAN.search(text) is not None and structure.has("furniture", text)


def _is_torn(text: str) -> bool:
    return text[0] in _NEVER_FIRST or cells(text) <= _TINY


def _is_spaced(plain: list[Line]) -> bool:
    pairs = list(pairwise(plain))
    torn = [after for before, after in pairs if is_open(before.text)]
    return bool(torn) and sum(line.gap == 1 for line in torn) > 0.8 * len(torn)


def _continues(above: Line, line: Line, wrapping: Wrapping, structure: Structure) -> bool:
    if line.mark != "text" or above.mark not in {"text", "list-item", "quote"} or _is_furniture(above.text, structure):
        return False
    if line.gap > (1 if wrapping.spaced else 0) and not (line.page and is_open(above.text) and wrapping.mode != "none"):
        return False
    if _begins_anew(line.text, structure):
        return False
    if line.text[0] in _NEVER_FIRST or above.text[-1] in _NEVER_LAST:
        return True
    if structure.byline_label.match(above.text) and above.mark == "text":
        return False
    if above.text[-1] in _CLAUSE:
        return True
    if wrapping.mode == "shattered":
        return True
    if wrapping.mode != "width" or _is_indented(above, line):
        return False
    return _is_full(above, wrapping, is_numbered=structure.has("number", above.text))


def _begins_anew(text: str, structure: Structure) -> bool:
    return (
        _DASH.match(text) is not None
        or structure.has("number", text)
        or structure.byline_label.match(text) is not None
        or structure.has("salutation", text)
        or _is_furniture(text, structure)
    )


def _is_full(line: Line, wrapping: Wrapping, *, is_numbered: bool) -> bool:
    """Whether a line reaches the margin; one that ends a sentence, or may be a heading, has to reach it closely."""
    may_end = is_numbered or line.text.rstrip(CLOSERS)[-1:] in "。！？!?…"
    room = wrapping.width - _TOLERANCE if may_end else wrapping.width * (1 - _RAGGED)
    return cells(line.text) + line.indent >= room


def _is_indented(above: Line, line: Line) -> bool:
    return line.indent >= 2 and line.indent > above.indent
