"""Amounts: a numeral with its scale and unit as one pattern, and what a match of it is worth."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from policy_digest.lexicon.openings import sought
from policy_digest.numerals import (
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
_COUNTED_BEFORE = "人户次件总指多少半无参系倍天点分岁基个位项家"
"""What makes 数 before a numeral the end of a word (参保人数百万), not an indefinite number (数百名)."""

_NUMERAL = (
    rf"(?:(?P<big>\d+(?:\.\d+)?)\s?(?:亿\s?(?P<small>\d+(?:\.\d+)?)\s?(?P<tens>[十百千])?(?P<vague5>[余多])?(?P<myriad>万)"
    rf"|万\s?(?P<rest>\d{{1,2}}(?=[百千])|\d{{3,4}}(?![\d年百千]))(?P<tens2>[百千])?)(?P<vague0>[余多])?"
    r"|(?P<mixed>\d\s?千(?:\d\s?百)?(?:\d\s?十)?|\d\s?百\d\s?十)(?<!千)(?P<vague6>[余多])?(?P<scale3>万亿|亿|万)?"
    rf"|(?P<grouped>\d{{1,3}}(?: \d{{3}})+)(?= ?[个家人户张件座处名元亩吨])"
    rf"|(?P<arabic>{ARABIC})\s?(?P<vague1>[余多几])?\s?(?P<scale>{SCALE})?\s?(?P<vague2>[余多几])?"
    rf"|(?:(?P<several>(?:(?<![{_COUNTED_BEFORE}])|(?<=[当全今每一]天))[数几])(?=[十百千万亿])|(?<![数几]))(?P<hanzi>{_HANZI}+)(?P<point>点[零〇一二三四五六七八九]+(?=[万亿个倍%成公平米吨亩元])(?!个(?!百分点)))?(?P<vague3>[余多几])?(?P<scale2>万亿|亿|万)?(?P<vague4>[余多])?)"
)
_HAN_DIGITS = str.maketrans("0123456789", "零一二三四五六七八九")
SCALES_BELOW = {"": 0, "十": 1, "百": 2, "千": 3}
"""The powers of ten that may stand below 万."""

_DENOMINATORS = {
    "平方公里": "km2",
    "km²": "km2",
    "m²": "m2",
    "m³": "m3",
    "m3": "m3",
    "L": "l",
    "平方米": "m2",
    "立方米": "m3",
    "千瓦时": "kWh",
    "公里": "km",
    "公顷": "ha",
    "公斤": "kg",
    "千克": "kg",
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


class Amount(NamedTuple):
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


_BEGINS = re.compile(rf"[-+\d数几{HANZI_CLASS}万亿](?<![\d.{HANZI_CLASS}万亿].)")
"""How an amount begins: with a sign or a digit that stands behind no other."""


def amounts(text: str, unit: str) -> Iterator[re.Match[str]]:
    """The matches of ``pattern`` in ``text``."""
    return sought(pattern(unit), _BEGINS, text)


@cache
def pattern(unit: str) -> re.Pattern[str]:
    """A number and, where there is one, its unit; ``unit`` is the alternation of units."""
    low = (
        rf"(?:(?P<low>{ARABIC})\s?(?P<lowscale>{SCALE})?|(?<![由从])(?P<low2>{ARABIC})\s?(?P<lowscale2>{SCALE})?(?P<lowunit>{unit})"
        rf"(?=\s?(?:[-—–~～]{{1,2}}|至|到)\s?{ARABIC}\s?(?:{SCALE})?(?P=lowunit)))"
        rf"\s?(?:[-—–~～]{{1,2}}|至|到)\s?(?=\d)"
        rf"|(?<![数几])(?P<hanzilow>{_HANZI}+)(?:{unit})?(?:至|到)(?={_HANZI})"
    )
    per = per_pattern()
    before = rf"(?<![\d.])(?<!\d,)(?<!{_HANZI})(?<!零下)"
    return re.compile(
        rf"{before}(?:(?<=[比长速幅率、,，(:：])\+(?=\d+(?:\.\d+)?(?:%|个百分点)))?(?P<sign>(?:(?<![\d%一-鿿A-Za-z)])|(?<=[为是达至到别比和与及的])|(?<=[增速度幅率长])(?=-\d+(?:\.\d+)?[%‰]))-|零下(?=\d))?(?:{low})?{_NUMERAL}(?:\s?(?P<unit>{unit})(?P<per>{per})?)?"
    )


def per_pattern() -> str:
    """What a unit is measured by, behind it: /亩, 每人."""
    denominators = "|".join(sorted(_DENOMINATORS, key=len, reverse=True))
    return rf"(?:/|每)(?P<denominator>{denominators})(?:/(?P<also>年|月|日|天|公里|人|次))?"


def amount(match: re.Match[str]) -> Amount | None:
    """What a match of ``pattern`` is worth; None where its Chinese numeral is not well formed."""
    if match["big"]:
        return _two_scales(match)
    if match["mixed"]:
        number = hanzi(match["mixed"].translate(_HAN_DIGITS).replace(" ", "")) or Decimal(0)
        return Amount(number, SCALES[match["scale3"] or ""], bool(match["vague6"]), None, "arabic")
    if match["grouped"]:
        return Amount(Decimal(match["grouped"].replace(" ", "")), 0, vague=False, high=None, form="arabic")
    return _arabic(match) if match["arabic"] else _hanzi(match)


def _two_scales(match: re.Match[str]) -> Amount:
    """A number told in two scales: 2亿3000万, 1亿3千多万, 2万5千."""
    vague = bool(match["vague0"] or match["vague5"])
    head = Decimal(match["big"]) * 10000
    if match["small"]:
        return Amount(
            head + Decimal(match["small"]).scaleb(SCALES_BELOW[match["tens"] or ""]), 4, vague, None, "arabic"
        )
    return Amount(head + Decimal(match["rest"]).scaleb(SCALES_BELOW[match["tens2"] or ""]), 0, vague, None, "arabic")


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
    vague = bool(match["vague3"] or match["vague4"] or match["several"])
    low = hanzi(match["hanzilow"]) if match["hanzilow"] else None
    if low is not None and low < number:
        return Amount(low, SCALES[scale], vague, number, "hanzi")
    return Amount(number, SCALES[scale], vague, None, "hanzi")


def numeral_end(match: re.Match[str]) -> int:
    """Where the numeral of a match ends, its unit apart."""
    start, end = match.start(), match.start("unit") if match["unit"] else match.end()
    return start + len(match.string[start:end].rstrip())


def compound_unit(code: str, *denominators: str) -> str:
    """The code of a unit per another: kg per 亩 is ``kg/mu``, else ``other:ug/m3``, ``other:CNY/m2/year``."""
    code = "/".join((code.removeprefix("other:"), *(_DENOMINATORS[one] for one in denominators)))
    return code if code == "kg/mu" else f"other:{code}"
