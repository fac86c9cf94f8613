"""A figure as an editor writes it: a number, its scale and its unit (84.6亿元, 36.5%, 第3, 15个)."""

import re
from dataclasses import dataclass
from decimal import Decimal

from policy_digest.lexicon.figures import Figures
from policy_digest.model import Kind, Observation
from policy_digest.numerals import ARABIC, HANZI_CLASS, SCALE, SCALES, arabic, hanzi, split_scale

EXPECTED = "a number with a unit of policy_digest/data/units.tsv, such as 84.6亿元"
_ARABIC = re.compile(rf"(?P<sign>[-+\u2212])?(?P<number>{ARABIC})(?P<scale>{SCALE})?(?P<unit>.*)")
_HANZI = re.compile(rf"(?P<number>[{HANZI_CLASS}]+(?:万亿|亿|万)?)(?P<unit>.*)")
_ORDINAL = re.compile(r"第?(?P<number>\d+|[一二三四五六七八九十百]+)(?:名|位)?")


@dataclass(frozen=True, slots=True)
class Value:
    """What an editor's figure is worth; ``sign`` is 0 where none is written; the unit is None where none is."""

    number: Decimal
    mult: int
    sign: int
    unit_zh: str | None
    unit_measure: str | None
    kind: Kind | None
    factor: Decimal = Decimal(1)

    @property
    def size(self) -> Decimal:
        """The value without its sign, in the unit."""
        return (self.number * self.factor).scaleb(self.mult)


def read_value(words: str, figures: Figures, like: Observation | None = None, *, is_rank: bool = False) -> Value | None:
    """What ``words`` are worth, None where they are no figure. ``like`` lends its unit to a number without one."""
    text = "".join(words.split())
    if is_rank:
        return _ordinal(text)
    match = _ARABIC.fullmatch(text)
    if match:
        sign = {"+": 1, "": 0}.get(match["sign"] or "", -1)
        worth = arabic(match["number"]), SCALES.get(match["scale"] or "", 0)
        return _with_unit(*worth, sign, match["unit"], figures, like)
    return _in_chinese(text, figures, like)


def _in_chinese(text: str, figures: Figures, like: Observation | None) -> Value | None:
    match = _HANZI.fullmatch(text)
    if match is None:
        return None
    numeral, scale = split_scale(match["number"])
    number = hanzi(numeral)
    return None if number is None else _with_unit(number, SCALES.get(scale, 0), 0, match["unit"], figures, like)


def _with_unit(
    number: Decimal, mult: int, sign: int, unit: str, figures: Figures, like: Observation | None
) -> Value | None:
    if like is not None and unit in ("", like.unit_zh):
        return Value(number, mult, sign, like.unit_zh, like.unit_measure, None, _factor(like))
    known = figures.units.get(unit)
    if known is None:
        return None
    kind: Kind = "count" if known.kind == "noun" else known.kind
    factor = known.factor if known.code == "percent" else Decimal(1)
    return Value(number, mult, sign, known.word, known.code, kind, factor)


def _factor(like: Observation) -> Decimal:
    """How many of its measure one of an observation's unit is (10 per cent in a 成)."""
    if like.unit_measure == "percent" and like.unit_zh == "成":
        return Decimal(10)
    return Decimal(1)


def _ordinal(text: str) -> Value | None:
    match = _ORDINAL.fullmatch(text)
    number = match and (arabic(match["number"]) if match["number"].isdecimal() else hanzi(match["number"]))
    return None if number is None else Value(Decimal(number), 0, 0, None, None, None)
