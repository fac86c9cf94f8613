"""Fractions: shares that are written without a unit sign (三分之一, 百分之十五, 13.0:43.0:44.0), and doublings."""

import re
from collections.abc import Iterator
from decimal import Decimal

from policy_digest.extract.clauses import Clauses, led, led_by
from policy_digest.extract.quantities import Quantity
from policy_digest.lexicon.figures import Figures
from policy_digest.numerals import DIGITS, HANZI_CLASS, hanzi

_NUMBER = rf"(?:\d+(?:\.\d+)?|[{HANZI_CLASS}]+(?:点[零〇一二三四五六七八九]+)?)"
_FRACTION = re.compile(
    rf"(?<![\d.{HANZI_CLASS}])(?P<whole>\d+|[{HANZI_CLASS}]+)分之(?P<part>{_NUMBER})"
    r"|(?<![\d/.\-])(?P<over>[1-9])/(?P<under>\d{1,2})(?![\d/.\-万])"
    r"|(?<=[占超过近达约足少降])(?P<half>一半|半数)|翻(?:了)?(?P<double>[一两二三四五六]|近一)?番"
)
_TOLD = re.compile("分之|/|一半|半数|番")
"""What every fraction and doubling is written with."""

_RATIO = re.compile(r"\d(?<![\d.:].)\d*(?:\.\d+)?(?:\s?:\s?\d+(?:\.\d+)?){1,5}(?![\d.:])")
_DECIMAL = re.compile(r"\d+(?:\.\d+)?")
_ONE_TO_ONE = re.compile("(?<![同环占])比(?![上去重率])")
_ZERO = re.compile("零增长(?:(?<=[长量现到持展本]零增长)|(?=[,;。、]))")
_EVEN = re.compile(
    "(?:[同环]比|[与和同](?:上年|去年|上月|上季度?)(?:同期|同日|同月|全年|水平)*)(?P<about>基本|大体|大致)?(?:保持|相)?(?P<even>持平)(?=[,;。、()]|$)"
)
"""A change that is none, against what is told (与上年基本持平)."""

_STRUCTURE = re.compile("结构|比例|比重|占比|构成|产业(?:增加值)?(?:之)?比")
_ABOUT = re.compile("强|弱")
"""Behind a fraction: somewhat more or less than it (五分之一强)."""
_FAR = 40
"""How far before a structure or a ratio its name may stand (结构进一步优化,调整为8:41:51)."""
_HUNDRED = Decimal(100)


def fractions(clauses: Clauses, visible: str, figures: Figures) -> Iterator[Quantity]:
    """The fractions, doublings and ratio lists of a folded sentence; ``visible`` is it with what is masked hidden."""
    for match in _FRACTION.finditer(visible) if _TOLD.search(visible) else ():
        is_fraction = match["whole"] or match["over"]
        found = _half(match) if match["half"] else _fraction(match) if is_fraction else _doubling(match)
        if found is not None:
            value, code, rule = found
            yield _share(clauses, match.start(), match.end(), value, code, rule, figures)
    for match in _ZERO.finditer(visible) if "零增长" in visible else ():
        yield _share(clauses, match.start(), match.end(), Decimal(0), "percent", "zero-growth", figures)
    for match in _EVEN.finditer(clauses.text) if "持平" in clauses.text else ():
        even = _share(clauses, *match.span("even"), Decimal(0), "percent", "zero-growth", figures)
        yield even._replace(bound="approx", bounded_by=match["about"]) if match["about"] else even
    for match in _RATIO.finditer(visible) if ":" in visible else ():
        yield from _ratio(match, clauses, figures)


def _fraction(match: re.Match[str]) -> tuple[Decimal, str, str] | None:
    whole, part = _worth(match["whole"] or match["under"]), _worth(match["part"] or match["over"])
    if whole is None or part is None or not whole:
        return None
    if whole == 1000:
        return part, "other:permille", "fraction"
    percent = part if whole == _HUNDRED else round(part * _HUNDRED / whole, 2)
    return percent.normalize() if percent % 1 else percent.to_integral_value(), "percent", "fraction"


def _half(_: re.Match[str]) -> tuple[Decimal, str, str]:
    """一半 and 半数 are 50 %."""
    return Decimal(50), "percent", "fraction"


def _doubling(match: re.Match[str]) -> tuple[Decimal, str, str]:
    """翻一番 is growth by 100 %, 翻两番 by 300 %."""
    times = DIGITS.get((match["double"] or "一")[-1], 1)
    return _HUNDRED * (2**times - 1), "percent", "doubling"


def _worth(text: str) -> Decimal | None:
    if text[0].isdigit():
        return Decimal(text)
    head, _, decimals = text.partition("点")
    number = hanzi(head)
    if number is None or not decimals:
        return number
    return number + Decimal("0." + "".join(str(DIGITS[c]) for c in decimals))


def _share(clauses: Clauses, start: int, end: int, value: Decimal, code: str, rule: str, figures: Figures) -> Quantity:
    clause = clauses.start(start)
    lead, bound, bounded_by = led_by(clauses.text, start, clause, figures.leads)
    trail = figures.trails.match(clauses.text, end)
    bounded_by = bounded_by or (trail[0].strip() if trail and bound is None else "")
    bound = bound or (figures.trail_bounds[trail[0].strip()] if trail else None)
    if bound is None and rule == "fraction" and (about := _ABOUT.match(clauses.text, end)):
        bounded_by, bound = about[0], "gt" if about[0] == "强" else "lt"
    return Quantity(start, end, lead, clause, "share", value, 0, code, "", value, None, bound or "eq", rule, bounded_by)


def _ratio(match: re.Match[str], clauses: Clauses, figures: Figures) -> Iterator[Quantity]:
    """Each part of a ratio that tells a structure whose parts make a hundred; so many to one as one figure."""
    numbers = [Decimal(n) for n in _DECIMAL.findall(match[0])]
    clause = clauses.start(match.start())
    far = max(0, match.start() - _FAR)
    if len(numbers) == 2 and numbers[1] == 1 and _ONE_TO_ONE.search(clauses.text, far, match.start()):
        ratio = _share(clauses, match.start(), match.end(), numbers[0], "other:ratio", "ratio-to-one", figures)
        yield ratio._replace(kind="level")
        return
    told = clause if len(numbers) == 2 else far
    if abs(sum(numbers) - _HUNDRED) > 1 or not _STRUCTURE.search(clauses.text, told, match.start()):
        return
    lead, _ = led(clauses.text, match.start(), clause, figures.leads)
    for number in _DECIMAL.finditer(clauses.text[match.start() : match.end()]):
        start, end = match.start() + number.start(), match.start() + number.end()
        value = Decimal(number[0])
        yield Quantity(start, end, lead, clause, "share", value, 0, "percent", "", value, None, "eq", "ratio")
