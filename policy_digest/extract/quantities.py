"""Quantities: numbers with a unit or classifier, where the masks have left them open."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import zip_longest
from typing import NamedTuple

from policy_digest.extract.amounts import Amount, amount, amounts, numeral_end
from policy_digest.extract.clauses import BREAK, Clauses, led_by
from policy_digest.extract.counting import uncounted, upward
from policy_digest.extract.evidence import Why
from policy_digest.extract.measures import PLACES, measured, with_rest
from policy_digest.lexicon.figures import Figures, Unit
from policy_digest.model import Bound, Kind

HIDDEN = "\ue000"
"""Stands in a text for every character that is masked."""

_MONEY = Unit("", "CNY", "level", Decimal(1))
_AFTER_MONEY = BREAK + "、)左以" + " "
_AFTER_BARE = re.compile("大关|[增扩减缩降升到至和及]|提[高升]|上升|下降|(?=\\d)")
"""What may follow a number whose unit its name tells (由8300万增加到1亿)."""
_AFTER_INDEX = frozenset(("", "、", ")", *BREAK)) - {":"}
_RATES_MOVED = re.compile(
    "[率重比速幅].{0,12}(?:提高|上升|提升|下降|降低|回落|加快|增加|减少|高于|低于|快于|[高快低慢](?=\\d|$))[^,;。]{0,6}$"
)
ELSEWHERE = r"(?:全[国省市区县州]|[^\d,;。、]{1,3}[省市区县州])(?:平均)?(?:水平)?"
"""Another place, or its average, that figures are held against: a regular expression."""

_POINTS_JOINED = re.compile(rf"、|和|及|[、,和及](?P<whom>(?:[高低快慢优]于)?{ELSEWHERE})")
"""Between points and those told next, of the same or against another place (高于全国2个、全省1个百分点)."""

_TIMES = frozenset("次场期")
_EACH = re.compile("每(?:周|月|季度?|天|日|年|半[月年])")
_LARGE, _SEVERAL = 10_000, 10
"""From how many on the name of a number without a unit tells it, plain and with 余 or 多."""


_INDEX = re.compile("(?P<ratio>(?:收入|男女|师生|消费|性别)比(?:值|例)?|之比|比值)|(?:指数|系数)(?!的)")
_INDEX_GAP = 8
_RATE = re.compile(
    "(?:同比|比上年|较上年|年均)(?:又|实际|分别)?(?:增长|下降|上升)了?$|占(?:全?年|年度)?(?:计划|任务|目标|预算)数?的$|占[^,;。]{1,12}的?(?:比重|比例)(?:为|达到?|是)$"
)
"""Words behind which a number without a unit is per cent: 同比增长17.8; 占年计划的58.2."""
_RATE_GAP = 14


class Quantity(NamedTuple):
    """A number read with its unit; offsets into the folded sentence. ``lead`` as in ``Mention``.

    ``clause`` is where its clause begins (or the figure before it ends); the numbers are as in ``Observation``.
    ``bounded_by`` is the word that told the bound, ``unit_by`` what told the unit where it is not written.
    """

    start: int
    end: int
    lead: int
    clause: int
    kind: Kind
    number: Decimal
    unit_mult: int
    unit_measure: str
    unit_zh: str
    value: Decimal
    value_max: Decimal | None
    bound: Bound
    rule: str
    bounded_by: str = ""
    unit_by: Why | None = None


_COUNTS = ("第", "共", "约", "近", "超", "达", "余")
"""What stands before a number and not within a word."""


class Rejected(NamedTuple):
    """A numeral that is no figure: where it stands, and the reason (as in ``masks.yml``).

    ``is_unread`` says that no rule rejects it: it is no numeral, or has no unit that is known.
    """

    start: int
    end: int
    reason: str
    is_unread: bool = False


def quantities(clauses: Clauses, visible: str, figures: Figures) -> tuple[tuple[Quantity, ...], tuple[Rejected, ...]]:
    """The quantities of a folded sentence in order, and the numerals that count nothing.

    ``visible`` is its text with masked characters hidden.
    """
    found: list[Quantity] = []
    rejected: list[Rejected] = []
    for match in amounts(visible, figures.unit_pattern):
        worth = amount(match)
        if worth is None:
            rejected.append(Rejected(match.start(), numeral_end(match), "ill-formed", is_unread=True))
            continue
        read = _read(match, worth, clauses, figures, found[-1] if found else None)
        if isinstance(read, Quantity):
            found.append(read)
        else:
            rejected.append(read)
    return tuple(_with_list_units(found, visible, figures)) if found else (), tuple(rejected)


def _without_unit(start: int, end: int, text: str) -> Rejected:
    """A Chinese numeral without a unit: one character is a part of a word (一体化, 三江源), more await a reader."""
    is_word = end - start == 1 and not text.startswith(_COUNTS, max(start - 1, 0))
    return Rejected(start, end, "word") if is_word else Rejected(start, end, "no-unit", is_unread=True)


def _read(
    match: re.Match[str], worth: Amount, clauses: Clauses, figures: Figures, previous: Quantity | None
) -> Quantity | Rejected:
    start = match.start()
    if worth.is_chinese and not match["unit"] and not _is_large_and_bare(match.string, numeral_end(match), worth):
        return _without_unit(start, numeral_end(match), match.string)
    clause = clauses.start(start, previous.end if previous else 0)
    lead, bound, bounded_by = led_by(clauses.text, start, clause, figures.leads)
    if above := upward(match):
        lead, bound, bounded_by = start - 1, above, match.string[start - 1]
    unit, end = figures.units.get(match["unit"] or ""), match.end()
    rule, unit_by = worth.form, None
    if unit is None:
        end = numeral_end(match)
        unit, rule, unit_by = _implied(match, worth, end, clause, lead, bound, figures, previous)
    elif worth.is_chinese and (reason := uncounted(match, worth, unit, lead, bound is not None, figures)):
        return Rejected(start, end, reason)
    if unit is None:
        return Rejected(start, end, "no-unit", is_unread=True)
    if unit.word in PLACES and match.string.startswith("前", start - 1):
        return Rejected(start, end, "place")
    worth, end = with_rest(match.string, end, worth, unit)
    if unit.word in _TIMES and _EACH.search(clauses.text, clause, start):
        return Rejected(start, end, "recurrence")
    unit = measured(match, unit, clause, clauses, end)
    trail = figures.trails.match(match.string, end)
    bound = None if bounded_by in _HELD and trail and figures.trail_bounds[trail[0].strip()] == "approx" else bound
    bounded_by = bounded_by or (trail[0].strip() if trail and bound is None else "")
    bound = bound or (figures.trail_bounds[trail[0].strip()] if trail else None) or ("ge" if worth.vague else None)
    told: Bound = "range" if worth.high is not None else bound or "eq"
    return _quantity(start, end, lead, clause, worth, unit, told, rule, bounded_by, unit_by)


def _implied(
    match: re.Match[str],
    worth: Amount,
    end: int,
    clause: int,
    lead: int,
    bound: Bound | None,
    figures: Figures,
    previous: Quantity | None,
) -> tuple[Unit | None, str, Why | None]:
    """The unit that the text leaves out, by what rule and why: money by its name (收益破百万), persons by theirs."""
    text = match.string
    if _is_large_and_bare(text, end, worth):
        if worth.is_chinese and bound is None and lead == match.start():
            return None, "", None
        if previous is not None and lead - previous.end <= 1:
            if previous.unit_measure == "CNY":
                return _MONEY, "implied-money", Why("", "as-before")
            if previous.rule.startswith("implied-"):
                return Unit("", previous.unit_measure, "count", Decimal(1)), previous.rule, Why("", "as-before")
        if told := _told_by_name(text, clause, match.start(), figures):
            return told
    if worth.form == "arabic" and not worth.mult and (told := _rate_or_index(match, end, clause, lead, previous)):
        return told
    if not worth.is_chinese and (worth.vague or worth.mult):
        trail = figures.trails.match(text, end)
        for nouns, code in figures.implied:
            if noun := nouns.match(text, trail.end() if trail else end):
                rule = f"implied-{code}"
                return Unit("", code, "count", Decimal(1)), rule, Why("cues.yml", rule, noun[0])
    return None, "", None


def _is_large_and_bare(text: str, end: int, worth: Amount) -> bool:
    """Whether nothing that could be a unit stands behind a number large enough to be money or people."""
    if worth.number.scaleb(worth.mult) < (_SEVERAL if worth.vague else _LARGE):
        return False
    return text[end : end + 1] in _AFTER_MONEY or _AFTER_BARE.match(text, end) is not None


def _rate_or_index(
    match: re.Match[str], end: int, clause: int, lead: int, previous: Quantity | None
) -> tuple[Unit, str, Why] | None:
    """The unit of a bare number right behind the name of an index, a ratio or a rate (恩格尔系数28.4)."""
    text = match.string
    if text[end : end + 1] not in _AFTER_INDEX and not _AFTER_BARE.match(text, end):
        return None
    if previous is not None and previous.rule == "implied-index" and lead <= previous.end:
        return Unit("", previous.unit_measure, "level", Decimal(1)), "implied-index", Why("", "as-before")
    named = _INDEX.search(text, max(clause, lead - _INDEX_GAP), lead)
    if named and named.end() == lead:
        code = "other:ratio" if named["ratio"] else "other:index"
        return Unit("", code, "level", Decimal(1)), "implied-index", Why("", "index", named[0])
    if rate := _RATE.search(text, max(clause, lead - _RATE_GAP), match.start()):
        return Unit("", "percent", "share", Decimal(1)), "implied-percent", Why("", "rate", rate[0])
    return None


def _told_by_name(text: str, clause: int, end: int, figures: Figures) -> tuple[Unit, str, Why] | None:
    """The unit that the nearest name before a number without one tells: money, persons, visits, households."""
    found: tuple[int, str, Why] | None = None
    for names, code, use in figures.naming_units:
        for name in names.finditer(text, clause, end):
            if found is None or name.end() > found[0]:
                found = name.end(), code, Why("cues.yml", use, name[0])
    if found is None:
        return None
    _, code, why = found
    if code == "CNY":
        return _MONEY, "implied-money", why
    return Unit("", code, "count", Decimal(1)), f"implied-{code}", why


def _quantity(
    start: int, end: int, lead: int, clause: int, worth: Amount, unit: Unit, bound: Bound, rule: str,
    bounded_by: str = "", unit_by: Why | None = None,
) -> Quantity:  # fmt: skip
    number, high = worth.number, worth.high
    if unit.code == "percent":
        number, high = number * unit.factor, None if high is None else high * unit.factor
    kind: Kind = "rank" if unit.code == "rank" else "count" if unit.kind == "noun" else unit.kind
    return Quantity(
        start, end, lead, clause, kind, number, worth.mult, unit.code, unit.word,
        number.scaleb(worth.mult), None if high is None else high.scaleb(worth.mult), bound, rule, bounded_by, unit_by,
    )  # fmt: skip


def _with_list_units(found: list[Quantity], visible: str, figures: Figures) -> Iterator[Quantity]:
    """The quantities, and before each the bare numbers that share its unit (12、15和18亿元)."""
    for quantity, after in zip_longest(found, found[1:]):
        if quantity.rule == "arabic" and visible[quantity.start - 1 : quantity.start] in _LISTS:
            yield from _listed_before(quantity, visible, figures)
        yield _as_points(quantity, visible, after)


def _as_points(quantity: Quantity, visible: str, after: Quantity | None) -> Quantity:
    """3.4个 of 快于全国3.4个、1个百分点, 5个 of 普及率提高5个和2个百分点, as the points that its neighbour tells."""
    if quantity.unit_zh != "个" or after is None or after.unit_measure != "percentage_point":
        return quantity
    joint = _POINTS_JOINED.fullmatch(visible, quantity.end, after.start)
    if joint is None:
        return quantity
    if (
        not joint["whom"]
        and quantity.number % 1 == 0
        and not _RATES_MOVED.search(visible, quantity.clause, quantity.start)
    ):
        return quantity
    return quantity._replace(kind="share", unit_measure="percentage_point", unit_zh="个百分点")


_HELD = ("控制在", "控制到")
"""What holds a figure down, or near what 左右 says behind it (控制在3.5%左右)."""

_DECIMAL = re.compile(r"\d+(?:\.\d+)?")
_LISTS = ("、", "和", "及", "与")
_LISTED = re.compile(r"(?:(?<=[一-鿿A-Za-z )])(?:\d+(?:\.\d+)?(?:、|和|及|与)){1,12})$")


def _listed_before(quantity: Quantity, visible: str, figures: Figures) -> Iterator[Quantity]:
    match = _LISTED.search(visible, max(quantity.clause, quantity.start - 100), quantity.start)
    if match is None:
        return
    numbers = list(_DECIMAL.finditer(visible[match.start() : match.end()]))
    decimals = {len(n[0].partition(".")[2]) for n in numbers}
    is_points = quantity.unit_measure == "percentage_point"
    if not is_points and len(numbers) < 2 and decimals == {0} and Decimal(numbers[0][0]) < 10:
        return
    lead, bound, bounded_by = led_by(visible, match.start(), quantity.clause, figures.leads)
    for number in numbers:
        worth = Amount(Decimal(number[0]), quantity.unit_mult, vague=False, high=None, form="arabic")
        unit = Unit("", quantity.unit_measure, "level", Decimal(1))
        begin = match.start() + number.start()
        one = _quantity(
            begin, match.start() + number.end(), lead, quantity.clause, worth, unit, bound or quantity.bound,
            "list-unit", bounded_by or quantity.bounded_by, Why("", "as-behind", quantity.unit_zh),
        )  # fmt: skip
        yield one._replace(kind=quantity.kind)
