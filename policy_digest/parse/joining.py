"""Join lines that were broken by a page's width, and leave apart those that an author set apart."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from policy_digest.lexicon.structure import Structure
from policy_digest.parse.breaks import (
    CLOSERS,
    LONGEST_HEADING,
    NEVER_FIRST,
    SENTENCE_STOPS,
    is_broken,
    is_item,
    is_mid_clause,
    is_mid_date,
    is_open,
    is_row,
    is_sentence_begun,
    is_torn,
    is_under_way,
    is_unfinished,
    parts_figure,
)
from policy_digest.parse.lines import Line, Mark, stretches_of
from policy_digest.parse.words import Words, gather
from policy_digest.parse.wrapping import Wrapping, is_furniture, is_whole

_DASH = re.compile("[—―－]{2}")
_SENTENCE = re.compile("[，,；;：:。]")
_LONGEST_TAIL = 400  # characters of a paragraph that are looked back on
_LONGEST_NUMBERED = 60
_LONGEST_REST = 12  # characters of a heading that are taken for its last words, on a line of their own


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


@dataclass(slots=True)
class _Piece:
    """Lines that are joined already, and their words; of a long paragraph the last ones."""

    lines: list[Line]
    text: str

    def take(self, other: "_Piece") -> None:
        """Append the lines of ``other``."""
        self.lines += other.lines
        self.text = (self.text + other.text)[-_LONGEST_TAIL:]


def join(source: str, lines: Sequence[Line], wrapping: Wrapping, structure: Structure) -> tuple[Block, ...]:
    """Join ``lines`` into blocks: one a paragraph, heading, list item or table row.

    What a break tears apart is joined first, so that a number has its unit when what stands before it is looked at.
    """
    pieces: list[_Piece] = []
    for line in lines:
        piece = _Piece([line], line.text)
        if pieces and _is_torn(pieces[-1], piece, wrapping, structure):
            pieces[-1].take(piece)
        else:
            pieces.append(piece)
    blocks: list[_Piece] = []
    for piece in pieces:
        if blocks and _continues(blocks[-1], piece, wrapping, structure):
            blocks[-1].take(piece)
        else:
            blocks.append(piece)
    return tuple(_block(source, piece.lines) for piece in blocks)


def _block(source: str, lines: list[Line]) -> Block:
    first = lines[0]
    words = gather(source, [piece for line in lines for piece in stretches_of(source, line.start, line.end)])
    return Block(first.mark, words, first.level, first.gap, len(lines))


def _is_torn(above: _Piece, piece: _Piece, wrapping: Wrapping, structure: Structure) -> bool:
    is_date = wrapping.mode != "none" and is_mid_date(above.text, piece.text)
    if not is_date and not is_torn(above.text, piece.text, structure):
        return False
    return _may_continue(above, piece, wrapping, structure)


def _may_continue(block: _Piece, piece: _Piece, wrapping: Wrapping, structure: Structure) -> bool:
    """Whether nothing forbids that a piece goes on with what stands above: no mark, no blank line, no new number."""
    above, line = block.lines[-1], piece.lines[0]
    if line.mark != "text" or above.mark not in {"text", "list-item", "quote"} or is_furniture(above.text, structure):
        return False
    if (is_row(above.text) or is_row(line.text)) and line.text[0] not in NEVER_FIRST:
        return False
    if line.gap > (1 if wrapping.spaced else 0) and not (line.page and _spans_pages(block, piece, wrapping, structure)):
        return False
    if above.mark == "text" and structure.byline_label.match(above.text) and line.text[0] not in NEVER_FIRST:
        return False
    return not _begins_anew(line.text, structure)


def _spans_pages(block: _Piece, piece: _Piece, wrapping: Wrapping, structure: Structure) -> bool:
    """Whether a paragraph goes on behind a page number."""
    if not is_open(block.lines[-1].text):
        return False
    return wrapping.mode != "none" or is_broken(block.text, piece.text, structure) or _is_cut(block, structure)


def _is_cut(block: _Piece, structure: Structure) -> bool:
    """Whether a text that a page's end follows is more than a heading."""
    return is_under_way(block.text, structure) or (
        len(block.text) > LONGEST_HEADING and not structure.has("number", block.text)
    )


def _continues(block: _Piece, piece: _Piece, wrapping: Wrapping, structure: Structure) -> bool:
    if is_torn(block.text, piece.text, structure):
        is_one = True
    elif is_open(block.lines[-1].text):
        is_one = _goes_on(block, piece, wrapping, structure)
    else:
        is_one = _goes_on_after_stop(block, piece, wrapping)
    return is_one and _may_continue(block, piece, wrapping, structure)


def _goes_on_after_stop(block: _Piece, piece: _Piece, wrapping: Wrapping) -> bool:
    """Whether a paragraph goes on though a sentence, or a part of one, ends with the line above."""
    above, line = block.lines[-1], piece.lines[0]
    match wrapping.mode:
        case "width":
            closely = above.text.rstrip(CLOSERS)[-1:] in SENTENCE_STOPS
            return not _is_indented(above, line) and wrapping.is_full(above, closely=closely)
        case "figures":
            return above.text[-1] in "；;：:" and parts_figure(above.text, piece.text)
        case mode:
            return mode == "shattered"


def _goes_on(block: _Piece, piece: _Piece, wrapping: Wrapping, structure: Structure) -> bool:
    """Whether a text that has not ended goes on in a piece."""
    above, line = block.lines[-1], piece.lines[0]
    if above.text[-1] in "，、,":
        return True
    if is_item(above.text, piece.text) or _is_heading_over(block, piece, wrapping, structure):
        return False
    if is_mid_clause(above.text, piece.text, structure):
        return True
    match wrapping.mode:
        case "none":
            return line.page and _is_cut(block, structure)
        case "width":
            closely = structure.has("number", above.text)
            return not _is_indented(above, line) and wrapping.is_full(above, closely=closely)
        case "figures":
            return _is_at_figure(above.text, piece.text) or is_under_way(block.text, structure)
        case "ragged":
            if is_whole(block.text, structure):
                return False
            wants_more = _is_at_figure(above.text, piece.text) or is_under_way(block.text, structure)
            return wants_more or wrapping.is_full(above)
        case "shattered":
            return True


def _is_heading_over(block: _Piece, piece: _Piece, wrapping: Wrapping, structure: Structure) -> bool:
    """Whether a numbered heading has ended and a text begins: a line with clauses, or one that fills the width."""
    found = structure.match("number", block.text)
    if found is None:
        return False
    shape, match = found
    words = block.text[match.end() :]
    if not words or len(words) > _LONGEST_NUMBERED or _wants_more(words, structure):
        return False
    line = piece.lines[-1]
    if wrapping.mode == "width":
        return shape.rank in wrapping.headings and not _is_rest(line, wrapping)
    if wrapping.mode == "ragged" and shape.rank in wrapping.sentences and wrapping.is_full(block.lines[-1]):
        return False
    if _is_at_figure(block.text, piece.text):
        return False
    if wrapping.mode == "figures":
        return True
    return _SENTENCE.search(piece.text.rstrip("。")) is not None or len(piece.text) > _LONGEST_REST


def _is_at_figure(above: str, below: str) -> bool:
    return above[-1] in "%％‰" or parts_figure(above, below)


def _wants_more(words: str, structure: Structure) -> bool:
    """Whether words behind a number are no heading, but the beginning of a sentence."""
    return is_sentence_begun(words) or is_unfinished(words, structure) or re.search("[：:]", words) is not None


def _is_rest(line: Line, wrapping: Wrapping) -> bool:
    """Whether a line is as short and plain as the last words of a heading."""
    return not wrapping.is_full(line) and _SENTENCE.search(line.text.rstrip("。")) is None


def _begins_anew(text: str, structure: Structure) -> bool:
    return (
        _DASH.match(text) is not None
        or structure.has("number", text)
        or structure.byline_label.match(text) is not None
        or structure.has("salutation", text)
        or is_furniture(text, structure)
    )


def _is_indented(above: Line, line: Line) -> bool:
    return line.indent >= 2 and line.indent > above.indent
