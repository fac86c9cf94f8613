"""Quantities: numbers with a unit or classifier, where the masks have left them open."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from policy_digest.extract.numerals import ARABIC, HANZI_CLASS, SCALE, SCALES, arabic, digit_pair, hanzi, split_scale
from policy_digest.lexicon.figures import Figures, Unit
from policy_digest.model import Bound, Kind

HIDDEN = "\ue000"
"""Stands in a text for every character that is masked."""

BREAK = ",;:。!?，；：！？"
"""What a clause ends with."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number read with its unit; offsets into the folded sentence. ``lead`` as in ``Mention``."""

    start: int
    end: int
    lead: int
    kind: Kind
    number: Decimal
    unit_mult: int
    unit_measure: str
    unit_zh: str
    value: Decimal
    value_max: Decimal | None
    bound: Bound
    rule: str


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as matched: its Arabic value, power of ten, and what the numeral itself says of its bound."""

    number: Decimal
    mult: int
    vague: bool
    high: Decimal | None
    chinese: bool


@cache
def _pattern(unit: str) -> re.Pattern[str]:
    han = f"[{HANZI_CLASS}万亿]"
    number = (
        rf"(?:(?P<big>\d+(?:\.\d+)?)\s?亿(?P<small>\d+(?:\.\d+)?)\s?万(?P<vague0>[余多])?"
        rf"|(?P<arabic>{ARABIC})\s?(?P<vague1>[余多几])?\s?(?P<scale>{SCALE})?\s?(?P<vague2>[余多几])?"
        rf"|(?P<han>{han}+)(?P<vague3>[余多几])?(?P<hanscale>万亿|亿|万)?(?P<vague4>[余多])?)"
    )
    low = rf"(?P<low>{ARABIC})\s?(?P<lowscale>{SCALE})?(?P<lowunit>{unit})?\s?(?P<join>[-—–~～]{{1,2}}|至|到)\s?|(?P<hanlow>{han}+)(?P<hanlowunit>{unit})?(?:至|到)"
    measured = rf"(?P<unit>{unit})(?P<per>(?:/|每)(?P<denominator>亩|平方米|立方米|平方公里|人|户|日|天|年|月|小时|吨|公里|升|公顷|千瓦时|公斤|辆|座|次|秒))?"
    return re.compile(rf"(?<![\d.{HANZI_CLASS}万亿数几])(?P<sign>(?<![\d%一-鿿A-Za-z)])-)?(?:{low})?{number}\s?(?:{measured})?")


def quantities(text: str, visible: str, figures: Figures) -> tuple[Quantity, ...]:
    """The quantities of a folded sentence in order; ``visible`` is ``text`` with masked characters hidden."""
    found: list[Quantity] = []
    for match in _pattern(figures.unit_pattern).finditer(visible):
        found.extend(_read(match, text, visible, figures, found[-1] if found else None))
    return tuple(found)


def _read(match: re.Match[str], text: str, visible: str, figures: Figures, previous: Quantity | None) -> Iterator[Quantity]:
    amount = _amount(match)
    if amount is None:
        return
    start = match.start()
    if match["lowunit"] and visible[max(0, start - 1) : start] in ("由", "从"):
        start = match.start("arabic")
    lead, bound, context = _led(text, start, figures, previous)
    unit = figures.units.get(match["unit"] or "")
    if unit is None:
        yield from _without_unit(match, amount, lead, bound, context, visible, figures)
        return
    end = match.end()
    if amount.chinese and not _is_counted(match, amount, bound, unit, visible, figures, lead):
        return
    if unit.kind == "noun" and amount.chinese:
        return
    yield _quantity(start, end, lead, amount, unit, match, bound, visible, context, figures)


def _amount(match: re.Match[str]) -> Amount | None:
    if match["big"]:
        number = (Decimal(match["big"]) * 10000 + Decimal(match["small"])).normalize()
        return Amount(Decimal(f"{number:f}"), 4, bool(match["vague0"]), None, chinese=False)
    if match["arabic"]:
        return _arabic_amount(match)
    return _hanzi_amount(match)


def _arabic_amount(match: re.Match[str]) -> Amount:
    number, mult = arabic(match["arabic"]), SCALES[match["scale"] or ""]
    vague = bool(match["vague1"] or match["vague2"])
    if match["sign"]:
        number = -number
    if not match["low"]:
        return Amount(number, mult, vague, None, chinese=False)
    low = arabic(match["low"])
    shift = SCALES[match["lowscale"]] - mult if match["lowscale"] else 0
    if low.scaleb(shift) >= number:
        return Amount(number, mult, vague, None, chinese=False)
    return Amount(low.scaleb(shift), mult, vague, number, chinese=False)


def _hanzi_amount(match: re.Match[str]) -> Amount | None:
    digits, scale = match["han"], match["hanscale"] or ""
    if not scale:
        digits, scale = split_scale(digits)
    if pair := digit_pair(digits):
        return Amount(pair[0], SCALES[scale], vague=False, high=pair[1], chinese=True)
    number = hanzi(digits)
    if number is None:
        return None
    vague = bool(match["vague3"] or match["vague4"])
    if match["hanlow"]:
        low = hanzi(match["hanlow"])
        if low is not None and low < number:
            return Amount(low, SCALES[scale], vague, number, chinese=True)
    return Amount(number, SCALES[scale], vague, None, chinese=True)


def _led(text: str, start: int, figures: Figures, previous: Quantity | None) -> tuple[int, Bound | None, int]:
    """Where the lead words before ``start`` begin, the bound they tell, and where their clause begins."""
    floor = previous.end if previous else 0
    clause = start
    while clause > floor and text[clause - 1] not in BREAK:
        clause -= 1
    bound: Bound | None = None
    lead = start
    while True:
        word = next((w for n in range(5, 0, -1) if lead - n >= clause and (w := text[lead - n : lead]) in figures.leads), None)
        if word is None:
            return lead, bound, clause
        bound = bound or figures.leads[word]
        lead -= len(word)


def _is_counted(
    match: re.Match[str], amount: Amount, bound: Bound | None, unit: Unit, visible: str, figures: Figures, lead: int
) -> bool:
    """Whether a Chinese numeral counts something here, and is not an article, a story's detail or a round figure of speech."""
    if amount.vague or unit.kind == "share" or (bound and amount.number >= 10):
        return True
    if unit.kind == "noun":
        return False
    if unit.kind == "level" and not set(match["han"]) <= set("百千万亿"):
        return True
    if _is_inventory(match, visible):
        return True
    if set(match["han"]) <= set("百千万亿") or (amount.number == 1 and not amount.mult):
        return False
    if amount.number > 10 or amount.high:
        return True
    before = visible[max(0, lead - 6) : lead] if lead != match.start() else visible[max(0, match.start() - 6) : match.start()]
    return any(m.end() == len(before) for m in figures.doing.finditer(before)) or lead != match.start()


def _is_inventory(match: re.Match[str], visible: str) -> bool:
    """Whether the number stands behind its noun (门诊楼一座): Han before it, the end of the clause or a list behind."""
    before, after = visible[max(0, match.start() - 2) : match.start()], visible[match.end() : match.end() + 1]
    if len(before) < 2 or not all("一" <= c <= "鿿" for c in before):
        return False
    return (not after or after in ",;。、)和及") and before[-1] not in "这那每另某了是有成同任各哪如第统为建设立将把"


def _without_unit(
    match: re.Match[str], amount: Amount, lead: int, bound: Bound | None, context: int, visible: str, figures: Figures
) -> Iterator[Quantity]:
    """A number whose unit the text leaves out: money by its name (收益破百万)."""
    end = max(match.end(g) for g in ("small", "vague0", "arabic", "vague1", "scale", "vague2", "han", "vague3", "hanscale", "vague4"))
    after = visible[end : end + 1]
    if amount.mult < 4 or (after and after not in BREAK + "、)的左以" + " "):
        return
    if amount.chinese and bound is None and lead == match.start():
        return
    if not figures.money_names.search(visible, context, match.start()):
        return
    unit = Unit("", "CNY", "level", Decimal(1))
    yield _quantity(match.start(), end, lead, amount, unit, None, bound, visible, context, figures, "implied-money")


def _quantity(
    start: int,
    end: int,
    lead: int,
    amount: Amount,
    unit: Unit,
    match: re.Match[str] | None,
    bound: Bound | None,
    visible: str,
    context: int,
    figures: Figures,
    rule: str = "quantity",
) -> Quantity:
    code, zh, factor = unit.code, unit.word, unit.factor
    if match and match["per"]:
        denominator = {"平方米": "m2", "立方米": "m3", "亩": "mu", "公里": "km", "升": "l"}.get(match["denominator"], match["denominator"])
        code = f"kg/mu" if (code, denominator) == ("kg", "mu") else f"other:{code.removeprefix('other:')}/{denominator}"
        zh += match["per"]
    if code == "kg" and re.search("亩产|单产", visible[context:start]):
        code = "kg/mu"
    number = amount.number * factor if code == "percent" and factor != 1 else amount.number
    scaled = Decimal(1).scaleb(amount.mult) * (1 if code == "percent" else factor)
    trail = figures.trails.match(visible, end)
    bound = bound or (figures.trail_bounds[trail[0]] if trail else None) or ("ge" if amount.vague else None)
    high = amount.high * (factor if code == "percent" else 1) if amount.high is not None else None
    return Quantity(
        start, end, lead, "share" if unit.kind == "share" else "level" if unit.kind == "level" else "count",
        number, amount.mult, code, zh, number * scaled, None if high is None else high * scaled,
        "range" if high is not None else bound or "eq", rule,
    )
