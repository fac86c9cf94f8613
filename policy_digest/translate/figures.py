"""Figures in English: computed from number, scale and unit, with the digits that were printed.

9.15亿元 → CNY 915 million; 4.02万亩 → 40,200 mu (2,680 ha); 近百名 → nearly 100 people. Words come from
``policy_digest/data/units_en.tsv``, ``nouns_en.tsv`` and ``bounds_en.tsv``.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from policy_digest.lexicon.terms import Terms, Unit
from policy_digest.lexicon.words import Word
from policy_digest.model import Observation
from policy_digest.translate.pieces import is_itself_counted, name_of, names_actors

SCALES = (("trillion", 12), ("billion", 9), ("million", 6))
# A firm is counted as a household is (5户企业).
GENERIC_CODES = ("item", "household", "other")
# Those that count what a deed was done to, and no homes of a village or kinds of a thing.
_PLAIN_CLASSIFIERS = ("个", "家", "户", "所")
_VISIT, _VISITS = "visit", "人次"
_NO_VISITS = re.compile("培训|就业|人员|旅客")
"""Those of whom 人次 counts no visits, whatever else the name has (旅游从业人员培训人次)."""
_HOUSEHOLD = "户"
_HOUSEHOLDS = "户数"
_AT_HOME = re.compile("(?:[村镇乡县区房屋楼厕路]|村庄|厕所|公寓|电梯|床位|车位|设施|危房|项目|工程)$")
"""What households live in or have: 户数 of it counts them, and no such things."""
LEAST_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Spelt:
    """A positive number in English: its digits with commas, and the scale word that follows them, if any."""

    digits: str
    scale: str

    def __str__(self) -> str:
        return f"{self.digits} {self.scale}" if self.scale else self.digits


def spelt(number: Decimal, mult: int = 0) -> Spelt:
    """Spell ``number`` × 10^``mult`` with the digits as printed: 84.60 and 8 → 8.460 billion; 1.3 and 4 → 13,000."""
    value = number.scaleb(mult)
    is_round = mult > 0 or Fraction(value) % 1000 == 0
    for word, power in SCALES:
        if value >= Decimal(10) ** power and is_round:
            return Spelt(_plain(number.scaleb(mult - power), has_fraction=_has_fraction(number)), word)
    return Spelt(_plain(value, has_fraction=_has_fraction(number)), "")


def _has_fraction(number: Decimal) -> bool:
    exponent = number.as_tuple().exponent
    return isinstance(exponent, int) and exponent < 0


def _plain(value: Decimal, *, has_fraction: bool) -> str:
    """Digits with commas; zeros after the point are kept only where the number was printed with a fraction."""
    text = f"{value:,f}"
    return text if has_fraction or "." not in text else text.rstrip("0").rstrip(".")


def converted(number: Decimal, mult: int, factor: Fraction) -> Decimal:
    """Convert ``number`` × 10^``mult``: exact where that takes few digits, else rounded to as many as were printed.

    At least three significant digits are kept: 58亩 is 3.87 ha, 4.02万亩 is 2680 ha.
    """
    exact = Fraction(number.scaleb(mult)) * factor
    digits = max(LEAST_DIGITS, len(_significant(number)))
    places = digits - len(str(int(exact))) if exact >= 1 else digits + _leading_zeros(exact)
    if factor.denominator == 1 or _is_terminating(exact, places + 1):
        return _terminated(exact)
    shifted = round(exact * Fraction(10) ** places)
    return Decimal(shifted).scaleb(-places)


def _significant(number: Decimal) -> str:
    """Return the significant digits; the zeros that end a whole number are not (3500余亩)."""
    digits = "".join(map(str, number.as_tuple().digits))
    return digits if _has_fraction(number) else digits.rstrip("0")


def _leading_zeros(value: Fraction) -> int:
    zeros = 0
    while value and value * 10 < 1:
        value, zeros = value * 10, zeros + 1
    return zeros


def _is_terminating(value: Fraction, places: int) -> bool:
    return bool((value * 10 ** max(places, 0)).denominator == 1)


def _terminated(value: Fraction) -> Decimal:
    return (Decimal(value.numerator) / Decimal(value.denominator)).normalize()


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure without its sign: ``number`` × 10^``mult``, up to ``maximum`` (of the same scale) for a range."""

    number: Decimal
    mult: int
    maximum: Decimal | None
    unit: Unit | None
    unit_zh: str


def quantity(observation: Observation, terms: Terms) -> Quantity | None:
    """Return the size of a figure, with the digits printed where they agree with the value; None without a number."""
    if observation.number is None or observation.obs_value is None:
        return None
    number, mult = abs(observation.number), observation.unit_mult
    if number.scaleb(mult) != abs(observation.obs_value):
        number, mult = abs(observation.obs_value).normalize(), 0
    maximum = None if observation.value_max is None else abs(observation.value_max).scaleb(-mult)
    found = unit_of(observation.unit_measure, observation.unit_zh, observation.indicator.name_zh, terms)
    return Quantity(number, mult, maximum, found, observation.unit_zh)


def unit_of(code: str, unit_zh: str, name_zh: str, terms: Terms) -> Unit | None:
    """Return the English of a unit, or None where no table knows it.

    A plain classifier takes the counted noun that ends the row's name (企业 in 重点企业数), then what it counts there,
    then its own English. Several nouns (车间、工厂) leave it bare: the figure is of them together.
    """
    if code.partition(":")[0] in GENERIC_CODES:
        is_several, shared = _of_several(name_zh, terms)
        noun = shared if is_several else _counted_noun(name_zh, unit_zh, terms)
        if noun := noun or _classified(name_zh, unit_zh, terms):
            return Unit("counted", *noun, factor=None, to="")
    if code == _VISIT and (noun := _visits(name_zh, terms)):
        return Unit("counted", *noun, factor=None, to="")
    unit_zh = terms.folded(unit_zh)
    keys = (unit_zh, code) if code == "item" else (code, unit_zh)
    known = next((terms.units[key] for key in keys if key in terms.units), None)
    return known or _rate(unit_zh, terms)


def _rate(unit_zh: str, terms: Terms) -> Unit | None:
    """Compose a unit by another (元/人, 吨/年) of two that the table knows."""
    above, _, below = unit_zh.partition("/")
    upper, lower = terms.units.get(above), terms.units.get(below)
    return replace(upper, factor=None, to="", per=lower.singular) if upper and lower else None


def _of_several(name_zh: str, terms: Terms) -> tuple[bool, tuple[str, str] | None]:
    """Whether a name ends in things of several kinds side by side, and the noun that all of them end with, if any."""
    pieces = terms.words.cut(name_zh)
    if len(pieces) > 1 and isinstance(pieces[-1], Word) and pieces[-1].role == "count":
        pieces = pieces[:-1]
    joins = [n for n, piece in enumerate(pieces) if isinstance(piece, Word) and piece.role == "join"]
    ends = [pieces[n - 1] for n in joins if n] + list(pieces[-1:])
    nouns = [end for end in ends if isinstance(end, Word) and end.role == "noun" and end.other]
    if not joins or len(nouns) < len(ends) or len({noun.other for noun in nouns}) == 1:
        return False, None
    last = nouns[-1].zh
    shared = (last[at:] for at in range(len(last)) if all(noun.zh.endswith(last[at:]) for noun in nouns))
    return True, _ending(next(shared, ""), terms.nouns)


def _classified(name_zh: str, unit_zh: str, terms: Terms) -> tuple[str, str] | None:
    """What a classifier counts by itself in such a name (homes in 8.8万套 of 城中村改造)."""
    known = terms.classifiers.get(terms.folded(unit_zh))
    if known is None or not known.about:
        return known.noun if known else None
    things = (p for p in reversed(terms.words.cut(name_zh)) if isinstance(p, str) or p.role in ("noun", "behind"))
    thing = name_of([last]) if (last := next(things, None)) else ""
    return known.noun if any(word in thing for word in known.about) else None


def _visits(name_zh: str, terms: Terms) -> tuple[str, str] | None:
    """What 人次 counts in the name of who came or was received; None where people are counted, some of them twice."""
    known = terms.classifiers.get(_VISITS)
    is_of_visits = known and any(word in name_zh for word in known.about) and not _NO_VISITS.search(name_zh)
    return known.noun if known and is_of_visits else None


def _counted_noun(name_zh: str, unit_zh: str, terms: Terms) -> tuple[str, str] | None:
    for tail in ("", "总数量", "总量", "总数", "数量", "净增数", "个数", "户数", "家数", "套数", "场次", "场数", "数"):
        if tail and not name_zh.endswith(tail):
            continue
        head = name_zh.removesuffix(tail)
        if tail == _HOUSEHOLDS and _AT_HOME.search(head):
            return None
        if noun := _ending(head, terms.nouns):
            return noun
        if tail and unit_zh in _PLAIN_CLASSIFIERS and (noun := _done_to(head, unit_zh, terms)):
            return noun
    return None


def _ending(name: str, nouns: Mapping[str, tuple[str, str]]) -> tuple[str, str] | None:
    """The longest noun that the name ends with."""
    return next((nouns[name[at:]] for at in range(len(name)) if name[at:] in nouns), None)


def _done_to(name: str, unit_zh: str, terms: Terms) -> tuple[str, str] | None:
    """The noun before what was done to it (platforms in 融资平台退出), where 户 counts it and not who has it."""
    *things, deed = terms.words.cut(name) or ("",)
    is_done = isinstance(deed, Word) and deed.role == "verb"
    if not is_done or (unit_zh == _HOUSEHOLD and not (names_actors(things) or is_itself_counted(things))):
        return None
    return _ending(name_of(things), terms.nouns)


def english_quantity(size: Quantity) -> str:
    """Write a figure with its unit and conversion, without sign or bound: ``40,200 mu (2,680 ha)``."""
    low = spelt(size.number, size.mult)
    high = None if size.maximum is None else spelt(size.maximum.normalize(), size.mult)
    words = _with_unit(_joined(low, high), size)
    return words + _conversion(size)


def _joined(low: Spelt, high: Spelt | None) -> str:
    if high is None:
        return str(low)
    return f"{low.digits}–{high}" if low.scale == high.scale else f"{low}–{high}"


def _with_unit(words: str, size: Quantity) -> str:
    unit = size.unit
    if unit is None:
        return f"{words} [{size.unit_zh}]" if size.unit_zh else words
    per = f" per {unit.per}" if unit.per else ""
    if unit.form == "bare":
        return words + per
    if unit.form == "currency":
        return f"{unit.singular} {words}{per}"
    is_one = size.maximum is None and size.number.scaleb(size.mult) == 1
    return f"{words}{'' if unit.form == 'attached' else ' '}{unit.singular if is_one else unit.plural}{per}"


def _conversion(size: Quantity) -> str:
    if size.unit is None or size.unit.factor is None or not size.number:
        return ""
    low = spelt(converted(size.number, size.mult, size.unit.factor))
    high = None if size.maximum is None else spelt(converted(size.maximum, size.mult, size.unit.factor))
    return f" ({_joined(low, high)} {size.unit.to})"
