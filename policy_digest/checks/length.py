"""The length of a translation beside that of its Chinese, figures and dates left out on both sides.

9.15亿元 takes hardly fewer characters than "CNY 915 million" takes letters: a short sentence full of figures has few
letters to a character though nothing is lost. Each of its figures is looked for by itself.
"""

import re
from collections.abc import Iterator

_ZH_FIGURE = re.compile(r"\d+(?:[,.．]\d+)*(?:[%％‰]|个?百分点|[十百千万亿]*[余多几]?[年月日号万亿元]?)")
_EN_FIGURE = re.compile(
    r"\d+(?:[,.]\d+)*(?:(?:st|nd|rd|th)\b)?|[%‰¥$€£]"
    r"|\b(?:CNY|RMB|yuan|per ?cent|percentage points?|hundred|thousand|million|billion|trillion)\b"
    r"|\b(?:January|February|March|April|June|July|August|September|October|November|December)\b"
)
# Letters of English to a character of Chinese: from a length on (characters), the least and the most. Of 9,500 official
# pairs one in a thousand lies outside; short texts have no bounds, since a name (七有) may need to be explained.
_LENGTHS = ((100, 3.3, 7.5), (70, 2.7, 9.0), (45, 2.1, 13.5), (30, 2.3, 13.5), (20, 1.8, 18.0))


def lengths(zh: str, en: str) -> tuple[int, int]:
    """The characters of ``zh``, blanks aside, and the letters of ``en``, both without figures and dates."""
    characters = len("".join(_ZH_FIGURE.sub("", zh).split()))
    return characters, len(" ".join(_EN_FIGURE.sub("", en).split()))


def length_faults(zh: str, en: str) -> Iterator[str]:
    """What the length of ``en`` says against it, in words: it is out of bounds with the figures and without them."""
    characters, letters = lengths(zh, en)
    found = {_against(characters, letters), _against(len("".join(zh.split())), len(en))}
    if len(found) == 1 and (against := found.pop()):
        yield f"{letters} letters for {characters} characters: {against}"


def _against(characters: int, letters: int) -> str | None:
    for length, least, most in _LENGTHS:
        if characters >= length:
            if letters < least * characters:
                return "a clause may be lost"
            return "it may say more than the Chinese" if letters > most * characters else None
    return None
