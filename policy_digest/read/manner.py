"""How a translation tells the figures that it shares with its Chinese: in the same currency, bound and order.

Only what is plain on both sides is held against each other, so that a free translation passes: a unit that neither
names is no fault, and a bound may be said in any words.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from policy_digest.read.numbers_en import Told, english_numbers
from policy_digest.read.numbers_zh import Number, chinese_numbers

_CHINESE_UNIT = re.compile(r"[余多]?(?P<unit>[%％]|个?百分点|美元|元|亩)")
_UNITS = {
    **dict.fromkeys(("%", "％", "百分点", "个百分点"), "per cent"),
    "美元": "dollars",
    "元": "yuan",
    "亩": "mu",
}
_BEHIND = (
    ("per cent", re.compile(r"\s?(?:%|percent|per cent|percentage)")),
    ("dollars", re.compile(r"[\s-](?:(?:US|U\.S\.) )?dollars?", re.IGNORECASE)),
    ("yuan", re.compile(r"[\s-](?:yuan|RMB)", re.IGNORECASE)),
    ("mu", re.compile(r"[\s-]mu\b")),
    ("acres", re.compile(r"[\s-]acres?\b")),
    ("hectares", re.compile(r"[\s-](?:hectares?|ha)\b")),
)
_BEFORE = (
    ("dollars", re.compile(r"(?:\$|\bUSD)\s?$")),
    ("yuan", re.compile(r"(?:CNY|RMB|¥|yuan)\s?$", re.IGNORECASE)),
)
_BOUND_BEFORE = re.compile("(?:超过|超|逾|突破|近|接近|将近|约|大约|不少于|不低于|不超过|至少)$")
_BOUND_BEHIND = re.compile("[万亿]?[余多]|[^，。；、,;\\d]{0,4}(?:以上|左右|以内|以下|上下)")
_BOUND_INSIDE = re.compile("[余多几]")
_SAID_BEFORE = re.compile(
    r"\b(?:over|more than|exceed\w*|above|at least|topp?\w*|surpass\w*|upwards? of|nearly|almost|close to|approach\w*"
    r"|about|around|approximately|roughly|some|under|below|within|less than|fewer than|no more than|no less than|up to"
    r"|in excess of|br[eo]\w*|pass\w*|better than|reach\w*|beyond|past)\b",
    re.IGNORECASE,
)
_SAID_BEHIND = re.compile(
    r"\+|[^.;]{0,25}\b(?:or more|or less|or so|or above|or higher|or lower|plus|and above|and over|or over|upwards?)\b",
    re.IGNORECASE,
)
_LISTED = re.compile(r"(?:[%％]|个百分点|[万亿]?元|[^\d，。；,;]{0,3})?[、和与]")
_FAR, _NEAR = 60, 40


def otherwise(zh: str, en: str) -> tuple[str, ...]:
    """What ``en`` says of its Chinese's figures that ``zh`` does not: another currency, no bound, another order."""
    english = english_numbers(en)
    shared = [(number, [one for one in english if one.values & number.values]) for number in chinese_numbers(zh)]
    told = [(number, ones) for number, ones in shared if ones and re.search(r"\d", number.words)]
    found = [*_units(zh, en, told), *_bounds(zh, en, told), *_order(zh, told)]
    return tuple(dict.fromkeys(found))


def _units(zh: str, en: str, told: Sequence[tuple[Number, list[Told]]]) -> Iterator[str]:
    for number, ones in told:
        match = _CHINESE_UNIT.match(zh, number.end)
        wanted = _UNITS[match["unit"]] if match else None
        units = {_unit(en, one) for one in ones}
        if wanted and None not in units and wanted not in units:
            yield f"{number.words} in {' and '.join(sorted(filter(None, units)))}"


def _unit(en: str, one: Told) -> str | None:
    """The unit that stands at an English number, of those that are told apart."""
    before = en[max(0, one.start - _NEAR) : one.start]
    found = [unit for unit, pattern in _BEHIND if pattern.match(en, one.end)]
    found += [unit for unit, pattern in _BEFORE if pattern.search(before)]
    return found[0] if found else None


def _bounds(zh: str, en: str, told: Sequence[tuple[Number, list[Told]]]) -> Iterator[str]:
    for number, ones in told:
        before = zh[max(0, number.start - 3) : number.start]
        is_bounded = (
            _BOUND_INSIDE.search(number.words) or _BOUND_BEFORE.search(before) or _BOUND_BEHIND.match(zh, number.end)
        )
        if is_bounded and not any(_is_bounded(en, one) for one in ones):
            yield f"{number.words} without its bound"


def _is_bounded(en: str, one: Told) -> bool:
    said = _SAID_BEFORE.search(en, max(0, one.start - _FAR), one.start)
    return said is not None or _SAID_BEHIND.match(en[one.end : one.end + _NEAR]) is not None


def _order(zh: str, told: Sequence[tuple[Number, list[Told]]]) -> Iterator[str]:
    """Two figures of one list (分别增长5%和8%) that the translation tells the other way round."""
    for (first, before), (second, behind) in pairwise(told):
        is_list = _LISTED.fullmatch(zh, first.end, second.start)
        unit = zh[first.end : second.start - 1]
        if (
            is_list
            and zh.startswith(unit, second.end)
            and min(one.start for one in before) > max(one.start for one in behind)
        ):
            yield f"{second.words} before {first.words}"
