"""Chinese names in Latin letters: a table of names that a dictionary misreads first, pinyin by dictionary last."""

import re
from functools import cache

from policy_digest.lexicon.tables import read_rows

_SUFFIXES = re.compile(
    "(?:特别行政区|经济技术开发区|高新技术产业开发区|经济开发区|地区办事处|街道办事处|维吾尔自治区|壮族自治区|回族自治区|自治区|自治州|自治县|自治旗"
    "|开发区|高新区|民族乡|街道|地区|[省市区县旗镇乡村])$"
)
_UPPER = re.compile("^.{2,12}?(?:自治区|自治州|自治县|省|市|区|县|旗|州|盟)(?=.{2,}(?:街道|地区|[镇乡区县村市旗])$)")
_HAN = re.compile("[\u4e00-\u9fff]+")
_VOWEL = re.compile("[aoeāáǎàōóǒòēéěè]")


@cache
def _table() -> dict[str, tuple[str, ...]]:
    rows = read_rows("romanisation", ("name", "pinyin"))
    return {row["name"]: tuple(row["pinyin"].split()) for row in rows}


@cache
def syllables(name_zh: str) -> tuple[str, ...]:
    """Return the syllables of a name without tones (吕梁: lü liang); names of the table win, the longest first."""
    table = _table()
    longest = max(map(len, table), default=0)
    found: list[str] = []
    at = 0
    while at < len(name_zh):
        length = next((n for n in range(min(longest, len(name_zh) - at), 0, -1) if name_zh[at : at + n] in table), 0)
        if length:
            found.extend(table[name_zh[at : at + length]])
        else:
            length = _unlisted(name_zh, at, table)
            found.extend(_by_dictionary(name_zh[at : at + length]))
        at += length
    return tuple(found)


def _unlisted(name: str, at: int, table: dict[str, tuple[str, ...]]) -> int:
    """Return how many characters from ``at`` on the table does not know."""
    longest = max(map(len, table), default=0)
    end = at + 1
    while end < len(name) and not any(name[end : end + n] in table for n in range(1, longest + 1)):
        end += 1
    return end - at


def _by_dictionary(text: str) -> list[str]:
    from pypinyin import Style, lazy_pinyin

    return [syllable for syllable in lazy_pinyin(text, style=Style.NORMAL, v_to_u=True, errors="ignore") if syllable]


def pinyin(name_zh: str) -> str:
    """Write a name as one word with a capital: Majuqiao, Xi'an, Lüliang. A syllable in a, o, e takes an apostrophe."""
    word = ""
    for syllable in syllables(name_zh):
        word += ("'" if word and _VOWEL.match(syllable) else "") + syllable
    return word[:1].upper() + word[1:]


def slug_of(name_zh: str) -> str:
    """Write the name of a place as an address: 通州区永乐店镇 → yongledian, 吕梁市 → lyuliang, 赵县 → zhaoxian."""
    name = "".join(_HAN.findall(name_zh))
    while (lower := _UPPER.sub("", name)) != name:
        name = lower
    stem = _SUFFIXES.sub("", name)
    return "".join(syllables(stem if len(stem) >= 2 else name)).replace("ü", "yu")
