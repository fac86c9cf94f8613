"""Rounding: a derived value has no more significant digits than the figures it follows from."""

from decimal import Decimal

from policy_digest.digest.intervals import half_step
from policy_digest.model import Observation


def rounded_to_inputs(value: Decimal, *inputs: Observation, factor: tuple[Decimal, Decimal] | None = None) -> Decimal:
    """``value`` with as many significant digits as the input that has fewest.

    ``factor`` is a computed input (1 + 5.3%) with the step of its last digit (0.001).
    """
    digits = [_digits(abs(one.obs_value or Decimal(0)), 2 * half_step(one)) for one in inputs]
    if factor is not None:
        digits.append(_digits(*factor))
    return rounded_to_step(value, Decimal(1).scaleb(value.adjusted() - min(digits) + 1))


def rounded_to_step(value: Decimal, step: Decimal) -> Decimal:
    """``value`` as the nearest multiple of a power of ten; its exponent says which (1.17E+4)."""
    return value.quantize(Decimal(1).scaleb(step.adjusted()))


def plain(value: Decimal) -> Decimal:
    """``value`` in plain digits: 11700, not 1.17E+4."""
    exponent = value.as_tuple().exponent
    return value.quantize(Decimal(1)) if isinstance(exponent, int) and exponent > 0 else value


def _digits(value: Decimal, step: Decimal) -> int:
    """The significant digits of a value whose last digit counts ``step``: 84.6亿 has three."""
    return max(1, value.adjusted() - step.adjusted() + 1) if value and step else 1
