"""Computed quantities in both languages: what no text prints, in the unit and scale of a figure that it prints."""

from decimal import Decimal

from policy_digest.lexicon.terms import Terms, Unit
from policy_digest.model import Observation, Text
from policy_digest.translate.figures import Quantity, english_quantity, unit_of
from policy_digest.translate.values import MINUS, SCALE_WORDS

PER_HECTARE = Unit("symbol", "kg/ha", "kg/ha", None, "")


def quantity_text(number: Decimal, mult: int, code: str, unit_zh: str, name_zh: str, terms: Terms) -> Text:
    """``number`` × 10^``mult`` of a unit: 2.47万亩, 24,700 mu (1,650 ha)."""
    unit = PER_HECTARE if code == "kg/ha" else unit_of(code, unit_zh, name_zh, terms)
    sign = MINUS if number < 0 else ""
    english = english_quantity(Quantity(abs(number), mult, None, unit, unit_zh))
    printed = unit_zh or ("%" if code == "percent" else "")
    return Text(f"{sign}{abs(number):f}{SCALE_WORDS.get(mult, '')}{printed}", f"{sign}{english}", "generated")


def like_figure(value: Decimal, like: Observation, terms: Terms) -> Text:
    """``value`` (in ``unit_measure``) in the unit and scale of ``like``; a change with its sign."""
    number = _trimmed(value.scaleb(-like.unit_mult))
    text = quantity_text(number, like.unit_mult, like.unit_measure, like.unit_zh, like.indicator.name_zh, terms)
    plus = "+" if like.kind == "change" and value > 0 else ""
    return Text(plus + text.zh, plus + (text.en or ""), "generated")


def _trimmed(number: Decimal) -> Decimal:
    """Drop the zeros that end a fraction."""
    whole = number.to_integral_value()
    return whole.quantize(Decimal(1)) if number == whole else number.normalize()
