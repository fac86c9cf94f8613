"""What can be seen without reading: Chinese left in a translation, a blank to be filled, far too short or too long."""

import re
from collections.abc import Iterator

from policy_digest.checks.length import length_faults

_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0002ffff]+")
_MARKS = re.compile("[，。；：、！？【】《》]")
_BLANK = re.compile(
    r"\b(?:TODO|FIXME|TBD|TBC|TK|XXX+|lorem ipsum)\b|\?{3,}|…{2,}|_{3,}"
    r"|\[(?:translat|untranslated|missing|to be )[^\]]*\]"
    r"|\A\W*(?:n/?a|none|translation|untranslated|as an ai\b.*|i(?: a|')m sorry.*)\W*\Z",
    re.IGNORECASE,
)
_TAG = re.compile(r"</?[a-z][^>]*>|\{\{.*?\}\}|&(?:[a-z]+|#\d+);", re.IGNORECASE)


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
    yield from length_faults(zh, en)
