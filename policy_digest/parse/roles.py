"""Give each part its role: headings, captions, quotations, and what stands around the text."""

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median_low

from policy_digest.lexicon.structure import Structure
from policy_digest.parse.blocks import ASIDE, Part, is_sentence
from policy_digest.parse.breaks import LONGEST_HEADING, STOPS, has_stop
from policy_digest.parse.front import ENDS_NO_HEADING, read_back, read_front
from policy_digest.parse.sentences import split

_LONGEST_NUMBERED = 60
_LONGEST_RUN_IN = 36
_LONGEST_CAPTION = 40
_LONGEST_QUOTE = 80


def assign_roles(parts: Sequence[Part], structure: Structure) -> list[Part]:
    """Return the parts with their roles; a heading that begins a paragraph becomes a part of its own."""
    parts = read_front(list(parts), structure)
    parts = read_back(parts, structure)
    parts = _figures(_numbered(parts, structure), structure)
    return _pictures(_unmarked(parts))


def _numbered(parts: list[Part], structure: Structure) -> list[Part]:
    """Find numbered headings, in lines of their own or where a paragraph's first sentence is one as a rule."""
    styles = {
        at: structure.match("number", part.text) for at, part in enumerate(parts) if part.role in {"body", "heading"}
    }
    run_in = _run_in_styles(parts, {at: found[0].rank for at, found in styles.items() if found})
    numbered: list[Part] = []
    for at, part in enumerate(parts):
        found = styles.get(at)
        if found is None:
            numbered.append(part)
            continue
        shape, match = found
        if part.role == "heading" or _is_own_line(parts, at, shape.rank, structure):
            numbered.append(_heading(part, match.end(), len(part.text), shape.rank))
        elif shape.rank in run_in and (end := _run_in(part)):
            numbered.append(_heading(part, match.end(), end, shape.rank))
            numbered.append(Part("body", part.words.cut(end, len(part.text)), 0))
        elif shape.rank >= 5:
            numbered.append(part._replace(role="list-item"))
        else:
            numbered.append(part)
    return numbered


def _heading(part: Part, start: int, end: int, rank: int) -> Part:
    number = part.text[:start].strip()
    text = part.text[start:end].rstrip()
    while text[-1:] in "。" and text:
        text = text[:-1]
    if not text.strip():
        return part._replace(role="heading", rank=rank)
    return part._replace(role="heading", words=part.words.cut(start, start + len(text)), number=number, rank=rank)


def _is_own_line(parts: list[Part], at: int, rank: int, structure: Structure) -> bool:
    part = parts[at]
    text = part.text
    inner = text.rstrip("。")
    if (
        len(text) > _LONGEST_NUMBERED
        or any(mark in inner for mark in "。！？!?；;：")
        or inner.endswith(ENDS_NO_HEADING)
    ):
        return False
    if rank <= 4 and text == inner:
        return True
    if len(text) > _LONGEST_RUN_IN:
        return False
    following = parts[at + 1] if at + 1 < len(parts) else None
    return following is not None and following.role == "body" and not structure.has("number", following.text)


def _run_in(part: Part) -> int:
    """Return where the heading that begins a paragraph ends; 0 where none does."""
    first = next(split(part.words), None)
    if first is None or len(first.text) >= len(part.text.strip()) or len(first.text) > _LONGEST_RUN_IN:
        return 0
    if not first.text.endswith("。") or re.search(r"\d{2}|\d[%％万亿]", first.text[2:]):
        return 0
    return part.text.index(first.text) + len(first.text)


def _run_in_styles(parts: list[Part], ranks: dict[int, int]) -> set[int]:
    """Return the ranks whose numbered paragraphs begin with a heading as a rule."""
    kinds = {at: bool(_run_in(parts[at])) for at in ranks if parts[at].role == "body"}
    have: Counter[int] = Counter(ranks[at] for at, has in kinds.items() if has)
    lack: Counter[int] = Counter(
        ranks[at] for at, has in kinds.items() if not has and len(parts[at].text) > _LONGEST_NUMBERED
    )
    return {rank for rank, count in have.items() if count > 2 * lack[rank]}


def _unmarked(parts: list[Part]) -> list[Part]:
    """Find unmarked headings: short lines without a stop, where no marks are used, before a paragraph."""
    if sum(part.role == "heading" and part.level > 0 for part in parts) >= 2 or _is_a_sentence_a_line(parts):
        return parts
    for at, part in enumerate(parts):
        if part.role == "body" and may_be_heading(part.text) and _precedes_text(parts, at):
            parts[at] = part._replace(role="heading")
    return parts


def _is_a_sentence_a_line(parts: list[Part]) -> bool:
    """Whether a long text with numbered headings has a line for each sentence, so that a short line means nothing."""
    body = [part for part in parts if part.role == "body"]
    single = sum(len(part.text) <= _LONGEST_QUOTE for part in body)
    return (
        len(body) >= 40 and single > 0.7 * len(body) and any(part.role == "heading" and part.number for part in parts)
    )


def may_be_heading(text: str) -> bool:
    """Whether a line could be a heading: short, Chinese, without a stop at its end or a figure's weight."""
    return (
        2 <= len(text) <= LONGEST_HEADING
        and text[-1] not in STOPS
        and not has_stop(text)
        and not text.endswith(ENDS_NO_HEADING)
        and sum("\u4e00" <= char <= "\u9fff" for char in text) >= 0.5 * len(text)
        and not re.match("[—―－•·]|[一二三四五六七八九十]是", text)
        and not text.endswith("是")
    )


def _precedes_text(parts: list[Part], at: int) -> bool:
    following = next((part for part in parts[at + 1 : at + 9] if part.role not in ASIDE), None)
    if following is None:
        return False
    if following.role == "body":
        return is_sentence(following.text) or len(following.text) > LONGEST_HEADING or following.gap >= 2
    return following.role in {"caption", "heading", "list-item", "table", "pull-quote"}


def _figures(parts: list[Part], structure: Structure) -> list[Part]:
    """Find captions by their words: 图1 …, …摄."""
    for at, part in enumerate(parts):
        if part.role != "body":
            continue
        is_credit = len(part.text) <= _LONGEST_QUOTE and structure.has("credit", part.text)
        if is_credit or structure.has("figure", part.text):
            parts[at] = part._replace(role="caption")
    return parts


def _pictures(parts: list[Part]) -> list[Part]:
    """Find captions that stand where a picture was, and lines set apart as quotations."""
    firm = [part.gap for part in parts[1:] if part.role == "heading" or len(part.text) > _LONGEST_CAPTION]
    usual = median_low(firm) if firm else 0
    for at, part in enumerate(parts):
        if part.role != "body":
            continue
        if is_parallel(part.text) and part.gap > usual:
            parts[at] = part._replace(role="pull-quote")
        elif _is_caption(parts, at, usual):
            parts[at] = part._replace(role="caption")
    return parts


def is_parallel(text: str) -> bool:
    """Whether a line is three or more parts of nearly equal length, parted by semicolons."""
    if len(text) > _LONGEST_QUOTE or text.count("；") + text.count(";") < 2:
        return False
    lengths = [len(half) for half in re.split("[；;]", text.rstrip("。！!")) if half]
    return len(lengths) >= 3 and max(lengths) - min(lengths) <= 2


def _is_caption(parts: list[Part], at: int, usual: int) -> bool:
    part = parts[at]
    if len(part.text) > _LONGEST_CAPTION or len(list(split(part.words))) != 1:
        return False
    if part.gap >= 2 and part.gap > usual:
        return True
    before = parts[at - 1] if at else None
    after = parts[at + 1] if at + 1 < len(parts) else None
    return (
        before is not None
        and before.role == "caption"
        and before.gap >= 2
        and (after is None or after.role == "heading")
    )
