"""Chinese names in Latin letters: a table of names that a dictionary misreads first, pinyin by dictionary last.

``is_sure`` tells whether a name can be read in one way only: what is not sure of is to be marked where it is shown.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal

from policy_digest.lexicon.tables import read_rows

_SUFFIXES = re.compile(
    "(?:特别行政区|经济技术开发区|高新技术产业开发区|经济开发区|地区办事处|街道办事处|维吾尔自治区|壮族自治区|回族自治区|自治区|自治州|自治县|自治旗"
    "|开发区|高新区|民族乡|街道|地区|[省市区县旗镇乡村])$"
)
_UPPER = re.compile("^.{2,12}?(?:自治区|自治州|自治县|省|市|区|县|旗|州|盟)(?=.{2,}(?:街道|地区|[镇乡区县村市旗])$)")
_HAN = re.compile("[\u4e00-\u9fff]+")
_VOWEL = re.compile("[aoeāáǎàōóǒòēéěè]")
_NONE = "-"

Named = Literal["place", "person"]
"""What a name is the name of: a character may be read in one way in places and in another in given names (蔚)."""

Read = Named | Literal["word"]
"""What is read: a name, or words, where a character may be read as in no name (都)."""


@cache
def _table() -> dict[str, tuple[str, ...]]:
    rows = read_rows("romanisation", ("name", "pinyin"))
    return {row["name"]: tuple(row["pinyin"].split()) for row in rows}


@cache
def _polyphones() -> Mapping[Named, Mapping[str, str]]:
    """The characters with several readings, and the one that names have; empty where they have more than one."""
    rows = read_rows("polyphones", ("character", "place", "person"))
    named: tuple[Named, ...] = ("place", "person")
    return {kind: {row["character"]: row[kind].replace(_NONE, "") for row in rows} for kind in named}


@cache
def syllables(name_zh: str, read: Read = "place") -> tuple[str, ...]:
    """Return the syllables of a name without tones (吕梁: lü liang); names of the table win, the longest first."""
    found: list[str] = []
    for part, listed in _parts(name_zh):
        found.extend(listed or _by_dictionary(part, read))
    return tuple(found)


@cache
def is_sure(name_zh: str, named: Named = "place") -> bool:
    """Tell whether a name has one reading: the table lists it, or each of its characters is read in one way.

    The table is of places: of a person's name it makes nothing sure.
    """
    if named == "person":
        return all(_is_single(char, named) for char in name_zh)
    return all(listed or all(_is_single(char, named) for char in part) for part, listed in _parts(name_zh))


def _parts(name: str) -> list[tuple[str, tuple[str, ...]]]:
    """Cut a name into parts that the table lists, with their syllables, and parts between them, without."""
    table = _table()
    longest = max(map(len, table), default=0)
    parts: list[tuple[str, tuple[str, ...]]] = []
    at = last = 0
    while at < len(name):
        length = next((n for n in range(min(longest, len(name) - at), 0, -1) if name[at : at + n] in table), 0)
        if length:
            parts += [(name[last:at], ()), (name[at : at + length], table[name[at : at + length]])]
            last = at + length
        at += length or 1
    return [part for part in (*parts, (name[last:], ())) if part[0]]


def _is_single(character: str, named: Named) -> bool:
    """Tell whether a character has one reading in names; of a rare one the largest dictionary must know no other."""
    known = _polyphones()[named].get(character)
    if known is not None:
        return bool(known)
    if not _HAN.fullmatch(character):
        return False
    return _is_common(character) or len(_readings(character)) == 1


def _is_common(character: str) -> bool:
    """Tell the characters that the table of those with several readings is made from all of."""
    try:
        return bool(character.encode("gb2312"))
    except UnicodeEncodeError:
        return False


def _readings(character: str) -> set[str]:
    from pypinyin import Style
    from pypinyin import pinyin as every

    return set(every(character, style=Style.NORMAL, heteronym=True, v_to_u=True)[0])


def _by_dictionary(text: str, kind: Read) -> list[str]:
    from pypinyin import Style, lazy_pinyin

    text = "".join(_HAN.findall(text))
    read = lazy_pinyin(text, style=Style.NORMAL, v_to_u=True, errors="ignore")
    settled = {} if kind == "word" else _polyphones()[kind]
    # A character that no dictionary knows has no syllable: then none is known to stand where.
    return [settled.get(char) or own for char, own in zip(text, read, strict=True)] if len(text) == len(read) else read


def pinyin(name_zh: str, read: Read = "place") -> str:
    """Write a name as one word with a capital: Majuqiao, Xi'an, Lüliang. A syllable in a, o, e takes an apostrophe."""
    word = ""
    for syllable in syllables(name_zh, read):
        word += ("'" if word and _VOWEL.match(syllable) else "") + syllable
    return word[:1].upper() + word[1:]


def slug_of(name_zh: str) -> str:
    """Write the name of a place as an address: 通州区永乐店镇 → yongledian, 吕梁市 → lyuliang, 赵县 → zhaoxian."""
    name = "".join(_HAN.findall(name_zh))
    while (lower := _UPPER.sub("", name)) != name:
        name = lower
    stem = _SUFFIXES.sub("", name)
    return "".join(syllables(stem if len(stem) >= 2 else name)).replace("ü", "yu")
