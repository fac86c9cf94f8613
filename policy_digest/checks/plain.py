"""What can be seen without reading: Chinese left in a translation, a blank to be filled, far too short or too long."""

import re
from collections.abc import Iterator

_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0002ffff]+")
_MARKS = re.compile("[，。；：、！？【】《》]")
_BLANK = re.compile(
    r"\b(?:TODO|FIXME|TBD|TBC|TK|XXX+|lorem ipsum)\b|\?{3,}|…{2,}|_{3,}"
    r"|\[(?:translat|untranslated|missing|to be )[^\]]*\]"
    r"|\A\W*(?:n/?a|none|translation|untranslated|as an ai\b.*|i(?: a|')m sorry.*)\W*\Z",
    re.IGNORECASE,
)
_TAG = re.compile(r"</?[a-z][^>]*>|\{\{.*?\}\}|&(?:[a-z]+|#\d+);", re.IGNORECASE)
# Letters of English to a character of Chinese: from a length on (characters), the least and the most. Of 9,500 official
# pairs one in a thousand lies outside; short texts have no bounds, since a name (七有) may need to be explained.
_LENGTHS = ((100, 3.3, 7.5), (70, 2.7, 9.0), (45, 2.1, 13.5), (30, 2.3, 13.5), (20, 1.8, 18.0))


def plain_faults(zh: str, en: str) -> Iterator[str]:
    """What is wrong with ``en`` at first sight, in words."""
    if not re.search(r"\w", en):
        yield "no words"
        return
    if left := [found[0] for found in _HAN.finditer(en)]:
        yield f"Chinese left in it: {', '.join(dict.fromkeys(left))}"
    elif marks := _MARKS.findall(en):
        yield f"Chinese punctuation: {' '.join(dict.fromkeys(marks))}"
    if blank := _BLANK.search(en):
        yield f"a blank to be filled: '{blank[0]}'"
    if (tag := _TAG.search(en)) and tag[0] not in zh:
        yield f"markup that the Chinese has not: '{tag[0]}'"
    yield from _length(zh, en)


def _length(zh: str, en: str) -> Iterator[str]:
    characters = len("".join(zh.split()))
    for length, least, most in _LENGTHS:
        if characters >= length:
            ratio = len(en) / characters
            if ratio < least:
                yield f"{len(en)} letters for {characters} characters: a clause may be lost"
            elif ratio > most:
                yield f"{len(en)} letters for {characters} characters: it may say more than the Chinese"
            return
