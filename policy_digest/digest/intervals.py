"""How far a printed figure reaches: 84.6亿元 may be all from 84.55 to 84.65, 近百名 is at most 100."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from policy_digest.model import Observation

_ABOUT = Decimal("0.1")  # how far, in parts of itself, a figure told 约 may be from the truth
_HALF = Decimal("0.5")
_LEAST, _MOST = Decimal("-Infinity"), Decimal("Infinity")


@dataclass(frozen=True, slots=True)
class Interval:
    """All values from ``low`` to ``high``, both ends among them."""

    low: Decimal
    high: Decimal

    def meets(self, other: "Interval") -> bool:
        """Whether some value lies in both."""
        return self.low <= other.high and other.low <= self.high

    def __add__(self, other: "Interval") -> "Interval":
        return Interval(self.low + other.low, self.high + other.high)

    def ratio(self, other: "Interval") -> "Interval":
        """The quotients of positive values."""
        return Interval(self.low / other.high, self.high / other.low)

    def difference(self, other: "Interval") -> "Interval":
        """The differences."""
        return Interval(self.low - other.high, self.high - other.low)


def interval(observation: Observation) -> Interval:
    """The values that a figure may have been printed for. Its ``obs_value`` must be known."""
    value = observation.obs_value or Decimal(0)
    size, half = abs(value), half_step(observation)
    reach = _reach(size, half, observation.bound, observation.value_max)
    return reach if value >= 0 else Interval(-reach.high, -reach.low)


def _reach(
    size: Decimal,
    half: Decimal,
    bound: Literal["eq", "ge", "gt", "le", "lt", "approx", "range"],
    maximum: Decimal | None,
) -> Interval:
    if bound in ("ge", "gt"):
        return Interval(size - half, _MOST)
    if bound in ("le", "lt"):
        return Interval(_LEAST, size + half)
    if bound == "range" and maximum is not None:
        return Interval(size - half, abs(maximum) + half)
    half = max(half, size * _ABOUT) if bound == "approx" else half
    return Interval(size - half, size + half)


def half_step(observation: Observation) -> Decimal:
    """Half of the last printed digit, in ``unit_measure`` (84.6亿元: 5 million)."""
    if observation.number is None or observation.obs_value is None:
        return Decimal(0)
    exponent = observation.number.as_tuple().exponent
    step = Decimal(1).scaleb((exponent if isinstance(exponent, int) else 0) + observation.unit_mult)
    printed = observation.number.scaleb(observation.unit_mult)
    # A unit that is converted (公顷 told as 亩) takes its step along.
    return _HALF * step * (abs(observation.obs_value / printed) if printed else 1)
