"""The numbers of a Chinese text by value, as a translation has to tell them: 9.15亿 is 915,000,000, 三十二 is 32.

A number is *needed* where a translation cannot leave it out: every Arabic one, and Chinese ones that plainly count
(三十二, 百分之五, 五家). Others are as often figures of speech (一街村, 最后一公里): a translation may leave them out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from policy_digest.numerals import DIGITS, PLACES, hanzi

SCALES = {"万": 4, "亿": 8}
# What a Chinese unit is in the units that translations use: how many of it make one, and the unit.
CONVERSIONS = {
    "亩": ((15, "hectares"),),
    "斤": ((2, "kilograms"), (2000, "tonnes")),
    "平方米": ((10**4, "hectares"), (10**6, "square kilometres")),
    "千瓦时": ((10**3, "megawatt hours"), (10**6, "gigawatt hours"), (10**9, "terawatt hours")),
    "千瓦": ((10**3, "megawatts"), (10**6, "gigawatts")),
}
_CONVERTED = re.compile("|".join(sorted(CONVERSIONS, key=len, reverse=True)))
SPEECH = {"双": (2,), "俩": (2,), "番": (2, 100), "半": (Decimal("0.5"), 50), "下半": (2,), "其次": (2,)}
ARABIC = r"(?:\d{1,3}(?:,\d{3})+(?![\d,])|\d+)(?:\.\d+)?"
_FULL_WIDTH = {0xFF10 + digit: str(digit) for digit in range(10)} | {0xFF0E: ".", 0xFF05: "%"}
_DIGIT = "[一二两三四五六七八九]"
_UNDER_WAN = f"(?:{_DIGIT}千)?(?:零?{_DIGIT}百)?(?:零?{_DIGIT}?十)?(?:[零〇]?{_DIGIT})?"
_WHOLE = re.compile(
    f"[百千][万亿]|万亿|(?:(?={_DIGIT}|十){_UNDER_WAN}万?亿)?(?:零?(?={_DIGIT}|十){_UNDER_WAN}万)?零?{_UNDER_WAN}"
)
_TOKEN = re.compile(
    r"(?P<name>(?<![A-Za-z])M[0-3](?!\d)|[百千]分点)"
    r"|(?P<mixed>\d+亿\d千[余多]?万|\d+万\d千)"
    r"|(?P<date>(?:19|20)\d\d\.(?:0?[1-9]|1[0-2])(?:\.\d{1,2})?(?![\d%万亿]))"
    rf"|(?:[百千]分之)?(?P<arabic>{ARABIC})"
    r"(?:[余多几]? ?(?P<scale>[十百千]?(?:万[余多]?亿|[万亿])|百(?!分)|千(?![米克瓦卡伏])))?"
    r"|[百千]分之(?P<share>[零〇一二两三四五六七八九十百]+(?:点[零〇一二三四五六七八九]+)?)"
    r"|(?P<point>[零一二两三四五六七八九十百]+点[零一二三四五六七八九]+)(?P<point_scale>[万亿]?)(?![零一二三四五六七八九十分])"
    r"|(?P<han>[零〇一二两三四五六七八九十百千万亿]+)"
    r"|(?P<grade>(?<![A-Za-z])A{2,5}(?![A-Za-z]))|(?P<speech>下半|其次|[双俩番半])"
)
_JOINT = re.compile(r"(?:[、,和及与至到~～/]|[-—–]+)$")
_COUNTED = re.compile("[个家名户项条座处所辆场亩吨]")
_PER_JIN = re.compile("(?:每|一)(?:市)?斤[^。；;]*$")
_COINS = {"分": -2, "毛": -1, "角": -1}
_NEAR = 24
_AND_MORE = re.compile("[余多几来]")
_THOUSAND_UNIT = re.compile("[米克瓦卡伏]")
_CENTURY = re.compile("世纪(?=[2-9]0年代|[二三四五六七八九]十年代)")
_IDIOM = re.compile("十一(?=黄金周|假期|长假|国庆)|三百六十(?=行)")


@dataclass(frozen=True, slots=True)
class Number:
    """A number at ``start`` to ``end``: any of ``values`` tells it, or a rounded value of ``converted`` in its unit."""

    start: int
    end: int
    words: str
    values: frozenset[Decimal]
    is_needed: bool
    converted: tuple[tuple[Decimal, str], ...] = ()
    scale: int = 0


def chinese_numbers(text: str) -> tuple[Number, ...]:
    """The numbers of ``text`` in order; positions are code points."""
    text = text.translate(_FULL_WIDTH)
    numbers = [_by_unit(number, text) for match in _TOKEN.finditer(text) for number in _numbers(match)]
    for at in range(len(numbers) - 2, -1, -1):
        number, following = numbers[at], numbers[at + 1]
        if following.scale and not number.scale and _JOINT.fullmatch(text[number.end : following.start]):
            scaled = {value.scaleb(following.scale) for value in number.values}
            numbers[at] = replace(number, values=number.values | scaled, scale=following.scale)
    return tuple(numbers)


def _numbers(match: re.Match[str]) -> Iterator[Number]:
    start, end, words = match.start(), match.end(), match[0]
    if match["name"]:
        return
    if match["date"]:
        values = [Decimal(part) for part in words.split(".")]
        yield from (Number(start, end, str(value), frozenset({value}), is_needed=True) for value in values)
    elif match["arabic"]:
        scale = sum({**PLACES, **SCALES}.get(character, 0) for character in match["scale"] or "")
        value = Decimal(match["arabic"].replace(",", "")).scaleb(scale)
        yield Number(start, end, words, frozenset({value}), is_needed=words != "1", scale=scale)
    elif match["mixed"]:
        yield Number(start, end, words, frozenset({_mixed(words)}), is_needed=True)
    elif match["share"] or match["point"]:
        value = _decimal(match["share"] or match["point"]).scaleb(SCALES.get(match["point_scale"] or "", 0))
        yield Number(start, end, words, frozenset({value}), is_needed=words != "百分之百")
    elif match["grade"]:
        yield Number(start, end, words, frozenset({Decimal(len(words))}), is_needed=False)
    elif match["speech"]:
        yield Number(start, end, words, frozenset(map(Decimal, SPEECH[words])), is_needed=False)
    else:
        yield from _han(match)


def _mixed(words: str) -> Decimal:
    """The value of 1亿3千多万, 2万5千: two numerals, the second of which fills the places under the first."""
    first, second = re.findall(r"\d+", words)
    high, low = (8, 7) if "亿" in words else (4, 3)
    return Decimal(first).scaleb(high) + Decimal(second).scaleb(low)


def _han(match: re.Match[str]) -> Iterator[Number]:
    """Cut a run of Chinese numerals into numbers: 二〇二四 is a year, 十四五 is 14 and 5, 三三两两 are four digits."""
    words, start, text = match[0], match.start(), match.string
    if words == "千" and _THOUSAND_UNIT.match(text, match.end()):
        return
    if len(words) == 4 and set(words) <= DIGITS.keys():
        year = Decimal("".join(str(DIGITS[character]) for character in words))
        yield Number(start, match.end(), words, frozenset({year}), is_needed="〇" in words or "零" in words)
        return
    at = 0
    while at < len(words):
        found = _WHOLE.match(words, at)
        piece = found[0] if found and found[0] else words[at]
        whole = piece == words and text[start - 1 : start] not in ("几", "数", "双")
        is_needed = whole and (len(piece) > 1 or _COUNTED.match(text, match.end()) is not None)
        values = _values(piece)
        is_needed = (
            is_needed
            and min(values) > 1
            and piece != "两"
            and piece[0] not in "百千万亿"
            and not _IDIOM.match(text, start)
        )
        yield Number(start + at, start + at + len(piece), piece, values, is_needed)
        at += len(piece)


def _values(piece: str) -> frozenset[Decimal]:
    """The value of a well-formed numeral; 三千五 may be 3,005 or 3,500."""
    value = hanzi(piece)
    if value is None:
        return frozenset()
    last = {**PLACES, **SCALES}.get(piece[-2:-1], 0)
    if piece[-1] in DIGITS and last > 1:
        return frozenset((value, value + DIGITS[piece[-1]] * (Decimal(10) ** (last - 1) - 1)))
    return frozenset((value,))


def _decimal(words: str) -> Decimal:
    whole, _, part = words.partition("点")
    fraction = "".join(str(DIGITS[character]) for character in part)
    return min(_values(whole)) + (Decimal(f"0.{fraction}") if fraction else 0)


def _by_unit(number: Number, text: str) -> Number:
    """Add what a unit or a range lets a translation say instead: 三成 is 30 per cent, 4.02万亩 are 2,680 hectares."""
    begin = more.end() if (more := _AND_MORE.match(text, number.end)) else number.end
    after, unit = text[begin : begin + 2], _CONVERTED.match(text, begin)
    is_per_jin = _PER_JIN.search(text[max(0, number.start - _NEAR) : number.start]) is not None
    values, is_needed = set(number.values), number.is_needed
    ways = CONVERSIONS[unit[0]] if unit else ()
    converted = [(value / by, name) for value in number.values for by, name in ways]
    for value in number.values:
        if after[:1] in _COINS or (after[:1] == "元" and is_per_jin):
            in_yuan = value.scaleb(_COINS.get(after[:1], 0))
            values |= {in_yuan, in_yuan * 2} if is_per_jin else {in_yuan}
        elif after == "刻钟":
            values.add(value * 15)
        elif after[:1] in ("成", "折"):
            values.add(value * 10)
        elif after[:1] == "倍":
            values |= {value * 100, (value - 1) * 100, value + 1}
        elif after in ("个半", "年半"):
            values.add(value + Decimal("0.5"))
        elif (after[:1] == "后" or after == "年代") and value % 10 == 0 and value < 100:
            values |= {1900 + value, 2000 + value}
    if _CENTURY.match(text, number.end):
        is_needed = False
    if number.words == "1" and re.match(r"(?:月份?)?(?:至|到|~|-|—|–)+\d{1,2}月", text[number.end : number.end + 7]):
        is_needed = False
    return replace(number, values=frozenset(values), converted=tuple(converted), is_needed=is_needed)
