"""Read bylines: who is credited, who wrote, when it was published, in a line of its own or inside a sentence."""

import re
from collections.abc import Iterator

from policy_digest.lexicon.structure import BylineField, Structure
from policy_digest.model import Stated
from policy_digest.parse.words import Words

_BRACKETS = "（(【[〔《　 \t"
_TRAILING = "）)】]〕》　 \t。，,；;|｜丨/"
_LONGEST = 90
_NAME = r"[\u4e00-\u9fff]{2,4}(?:·[\u4e00-\u9fff]{1,6}){0,3}"
_ROLE = r"(?:本报|特约|见习|实习|全媒体|首席|融媒体?)?(?:记者|通讯员|实习生)"
_SPLIT = re.compile(rf"[,，、；;/　\s]+|{_ROLE}[：:]?")
# （记者 张三 通讯员 李四、王五） at the beginning or end of a text, or alone
_IN_BRACKETS = re.compile(rf"[（(](?:[^（()），。]{{0,12}}?)(?P<names>{_ROLE}[：:\s]*[^（()）。]{{2,40}})[)）]")
# 本报记者 张三 李四 alone on a line
_ALONE = re.compile(rf"(?:文[/／|])?(?P<names>{_ROLE}[：:\s]+{_NAME}(?:[\s、,，]+(?:{_ROLE}[：:\s]*)?{_NAME}){{0,6}})")
# 据新华社北京1月4日电
_WIRE = re.compile(
    r"(?:据)?(?P<agency>[\u4e00-\u9fff]{2,10}(?:社|报|网|台|客户端))[\u4e00-\u9fff]{0,8}\d{0,2}月?\d{1,2}日[电讯]"
)
_DATE = re.compile(r"(?P<year>(?:19|20)\d{2})\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})")


def read_byline(words: Words, structure: Structure) -> tuple[tuple[BylineField, Stated], ...]:
    """Read a line that is nothing but a byline; empty where it is none.

    A line is a byline if it begins with a label and each part of it is a label with a value of one short phrase.
    """
    text = words.text
    labels = list(structure.byline_label.finditer(text))
    if not labels or len(text) > _LONGEST + 40 * len(labels) or text[: labels[0].start()].strip(_BRACKETS):
        found = _ALONE.fullmatch(text) or (_IN_BRACKETS.fullmatch(text) if len(text) <= _LONGEST else None)
        return tuple(("author", name) for name in names_in(words, *found.span("names"))) if found else ()
    fields: list[tuple[BylineField, Stated]] = []
    for label, following in zip(labels, (*labels[1:], None), strict=True):
        end = following.start() if following else len(text)
        field = structure.bylines[re.sub(r"\s", "", label.group("label"))]
        if not _is_value(text[label.end() : end], field):
            return ()
        fields.extend((field, stated) for stated in _stated(words, label.end(), end, field))
    return tuple(fields)


def is_bare_label(text: str, structure: Structure) -> bool:
    """Whether a line is a label whose value stands in the next line (``来源：``)."""
    match = structure.byline_label.match(text)
    return match is not None and match.end() == len(text)


def read_value(label: str, words: Words, structure: Structure) -> tuple[tuple[BylineField, Stated], ...]:
    """Read the line after a bare label as its value; empty where it is too long to be one."""
    match = structure.byline_label.match(label)
    if match is None:
        return ()
    field = structure.bylines[re.sub(r"\s", "", match.group("label"))]
    if not _is_value(words.text, field) or (field == "furniture" and not words.text.isdigit()):
        return ()
    return tuple((field, stated) for stated in _stated(words, 0, len(words.text), field))


def read_dateline(words: Words) -> tuple[tuple[BylineField, Stated], ...]:
    """Read who is named where a paragraph begins or ends: 本报讯（记者 …）, 据新华社北京1月4日电（记者…）."""
    fields: list[tuple[BylineField, Stated]] = []
    wire = _WIRE.match(words.text)
    if wire:
        fields.append(("credited_to", _state(words, *wire.span("agency"))))
    head, tail = words.text[:60], max(0, len(words.text) - 60)
    for found in (_IN_BRACKETS.search(head), _IN_BRACKETS.search(words.text, tail)):
        if found and (found.end() >= len(words.text) - 1 or found.start() <= 24):
            fields.extend(("author", name) for name in names_in(words, *found.span("names")))
    return tuple(dict.fromkeys(fields))


def names_in(words: Words, start: int, end: int) -> Iterator[Stated]:
    """Yield the names between two positions, split at commas, spaces and roles; 张 三 is one name."""
    parts: list[tuple[int, int]] = []
    at = start
    for match in (*_SPLIT.finditer(words.text, start, end), None):
        stop = match.start() if match else end
        if at < stop:
            if stop - at == 1 and parts and parts[-1][1] - parts[-1][0] == 1:
                parts[-1] = (parts[-1][0], stop)
            else:
                parts.append((at, stop))
        at = match.end() if match else end
    for first, last in parts:
        stated = _state(words, first, last)
        if stated.value:
            yield stated


def iso_date(text: str) -> str | None:
    """Return the day that ``text`` names in Arabic digits, as ISO 8601."""
    match = _DATE.search(text)
    if not match:
        return None
    return f"{match['year']}-{int(match['month']):02d}-{int(match['day']):02d}"


def _is_value(text: str, field: BylineField) -> bool:
    value = text.strip(_TRAILING + _BRACKETS)
    if field == "date_published":
        return not value or iso_date(value) is not None or re.fullmatch(r"\d{1,2}[-/:]\d{2}.{0,8}", value) is not None
    return len(value) <= _LONGEST and not re.search(r"[。！？；]", value)


def _stated(words: Words, start: int, end: int, field: BylineField) -> Iterator[Stated]:
    if not words.text[start:end].strip(_TRAILING + _BRACKETS):
        return
    if field == "author":
        yield from names_in(words, start, end)
        return
    stated = _state(words, start, end)
    if field == "date_published":
        day = iso_date(stated.value)
        if day:
            yield Stated(day, stated.basis, stated.start, stated.end)
        return
    yield stated


def _state(words: Words, start: int, end: int) -> Stated:
    text = words.text[start:end]
    start += len(text) - len(text.lstrip(_BRACKETS))
    end -= len(text) - len(text.rstrip(_TRAILING))
    if start >= end:
        return Stated("", "byline")
    cut = words.cut(start, end)
    return Stated(re.sub(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])", "", cut.text), "byline", *cut.span)
