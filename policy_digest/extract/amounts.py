"""Amounts: a numeral with its scale and unit as one pattern, and what a match of it is worth."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from policy_digest.extract.numerals import (
    ARABIC,
    DIGITS,
    HANZI_CLASS,
    SCALE,
    SCALES,
    arabic,
    digit_pair,
    hanzi,
    split_scale,
)

_HANZI = f"[{HANZI_CLASS}万亿]"
_NUMERAL = (
    rf"(?:(?P<big>\d+(?:\.\d+)?)\s?亿(?P<small>\d+(?:\.\d+)?)\s?万(?P<vague0>[余多])?"
    rf"|(?P<arabic>{ARABIC})\s?(?P<vague1>[余多几])?\s?(?P<scale>{SCALE})?\s?(?P<vague2>[余多几])?"
    rf"|(?<![数几])(?P<hanzi>{_HANZI}+)(?P<point>点[零〇一二三四五六七八九]+(?=[万亿个倍%成公平米吨亩元])(?!个(?!百分点)))?(?P<vague3>[余多几])?(?P<scale2>万亿|亿|万)?(?P<vague4>[余多])?)"
)
_NUMERAL_GROUPS = (
    "small",
    "vague0",
    "arabic",
    "vague1",
    "scale",
    "vague2",
    "hanzi",
    "point",
    "vague3",
    "scale2",
    "vague4",
)
_DENOMINATORS = {
    "平方公里": "km2",
    "平方米": "m2",
    "立方米": "m3",
    "千瓦时": "kWh",
    "公里": "km",
    "公顷": "ha",
    "公斤": "kg",
    "小时": "hour",
    "亩": "mu",
    "人": "person",
    "吨": "t",
    "升": "l",
    "天": "day",
    "年": "year",
    "座": "item",
    "户": "household",
    "日": "day",
    "月": "month",
    "次": "item",
    "秒": "s",
    "辆": "vehicle",
}


@dataclass(frozen=True, slots=True)
class Amount:
    """A numeral's worth: ``number`` times ten to ``mult``; ``high`` is the upper end of a range.

    ``vague`` says that 余, 多 or 几 stands inside; ``form`` is how the numeral is written.
    """

    number: Decimal
    mult: int
    vague: bool
    high: Decimal | None
    form: str

    @property
    def is_chinese(self) -> bool:
        """Whether the numeral is written in Chinese digits alone."""
        return self.form == "hanzi"


@cache
def pattern(unit: str) -> re.Pattern[str]:
    """A number and, where there is one, its unit; ``unit`` is the alternation of units."""
    low = (
        rf"(?:(?P<low>{ARABIC})\s?(?P<lowscale>{SCALE})?|(?<![由从])(?P<low2>{ARABIC})\s?(?P<lowscale2>{SCALE})?{unit})"
        rf"\s?(?:[-—–~～]{{1,2}}|至|到)\s?(?=\d)"
        rf"|(?<![数几])(?P<hanzilow>{_HANZI}+)(?:{unit})?(?:至|到)(?={_HANZI})"
    )
    per = rf"(?:/|每)(?P<denominator>{'|'.join(sorted(_DENOMINATORS, key=len, reverse=True))})"
    before = rf"(?<![\d.])(?<!\d,)(?<!{_HANZI})"
    return re.compile(
        rf"{before}(?P<sign>(?<![\d%一-鿿A-Za-z)])-)?(?:{low})?{_NUMERAL}(?:\s?(?P<unit>{unit})(?P<per>{per})?)?"
    )


def amount(match: re.Match[str]) -> Amount | None:
    """What a match of ``pattern`` is worth; None where its Chinese numeral is not well formed."""
    if match["big"]:
        number = Decimal(match["big"]) * 10000 + Decimal(match["small"])
        return Amount(number, 4, bool(match["vague0"]), None, "arabic")
    return _arabic(match) if match["arabic"] else _hanzi(match)


def _arabic(match: re.Match[str]) -> Amount:
    number, mult = arabic(match["arabic"]), SCALES[match["scale"] or ""]
    vague = bool(match["vague1"] or match["vague2"]) or (match["scale"] or "").startswith(("万余", "万多"))
    if written := match["low"] or match["low2"]:
        scale = match["lowscale"] or match["lowscale2"]
        low = arabic(written).scaleb(SCALES[scale] - mult if scale else 0)
        if low < number:
            return Amount(low, mult, vague, number, "range")
    return Amount(-number if match["sign"] else number, mult, vague, None, "arabic")


def _hanzi(match: re.Match[str]) -> Amount | None:
    digits, scale = match["hanzi"], match["scale2"] or ""
    if not scale:
        digits, scale = split_scale(digits)
    if pair := digit_pair(digits):
        return Amount(pair[0], SCALES[scale], vague=False, high=pair[1], form="hanzi")
    number = hanzi(digits)
    if number is None:
        return None
    if match["point"]:
        number += Decimal("0." + "".join(str(DIGITS[c]) for c in match["point"][1:]))
    vague = bool(match["vague3"] or match["vague4"])
    low = hanzi(match["hanzilow"]) if match["hanzilow"] else None
    if low is not None and low < number:
        return Amount(low, SCALES[scale], vague, number, "hanzi")
    return Amount(number, SCALES[scale], vague, None, "hanzi")


def numeral_end(match: re.Match[str]) -> int:
    """Where the numeral of a match ends, its unit apart."""
    return max(match.end(group) for group in _NUMERAL_GROUPS)


def compound_unit(code: str, denominator: str) -> str:
    """The code of a unit per another: kg per 亩 is ``kg/mu``, else ``other:ug/m3``."""
    code = f"{code.removeprefix('other:')}/{_DENOMINATORS[denominator]}"
    return code if code == "kg/mu" else f"other:{code}"
