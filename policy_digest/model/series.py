"""The figures of one indicator over the whole collection, and how far they can be compared."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from policy_digest.model.bilinguals import BilingualRow
from policy_digest.model.records import Observation
from policy_digest.model.texts import Text

Verdict = Literal["comparable", "care", "not"]
Level = Literal["nation", "province", "prefecture", "county", "town", "village"]
Ground = Literal[
    "kind",
    "concept",
    "period-length",
    "period-unknown",
    "nature",
    "unit",
    "told-as",
    "base",
    "rank-scope",
    "no-value",
    "place-level",
    "place-and-time",
    "named",
    "deed",
    "level-unknown",
    "season",
    "overlap",
    "period-inferred",
    "not-yet",
    "status",
    "converted",
    "bound",
    "derived",
    "twice",
]

GROUNDS: Final[Mapping[Ground, Verdict]] = {
    "kind": "not",
    "concept": "not",
    "period-length": "not",
    "period-unknown": "not",
    "nature": "not",
    "unit": "not",
    "told-as": "not",
    "base": "not",
    "rank-scope": "not",
    "no-value": "not",
    "place-level": "not",
    "place-and-time": "not",
    "named": "care",
    "deed": "care",
    "level-unknown": "care",
    "season": "care",
    "overlap": "care",
    "period-inferred": "care",
    "not-yet": "care",
    "status": "care",
    "converted": "care",
    "bound": "care",
    "derived": "care",
    "twice": "care",
}
"""What stands against a comparison, and what follows from it alone; the method page tells each."""


NATIONS: Final = frozenset(("中国", "全国", "中华人民共和国", "我国"))
"""What texts call the country, which lies in no other place."""


@dataclass(frozen=True, slots=True)
class Span:
    """A period with both ends: ``start`` and ``end`` count days from 1 BC or so, to order spans and to draw them.

    ``months`` is its length; None for one of days, whose ``days`` then count.
    """

    start: int
    end: int
    year: int
    months: int | None
    days: int


@dataclass(frozen=True, slots=True)
class Area:
    """A place as one among others: ``id`` is its official code or its name; ``level`` None where it is not known."""

    id: str
    name: Text
    level: Level | None


@dataclass(frozen=True, slots=True)
class Figure:
    """One fact of an indicator: its row in the digest ``slug``, and the mention that speaks for it.

    ``area`` is None where the text names no place, ``span`` where the period is not known or has an open end.
    ``is_inferred``: the period is a part of the years that the text covers, and not said beside the figure.
    """

    slug: str
    row: BilingualRow
    observation: Observation
    area: Area | None
    span: Span | None
    is_inferred: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two figures, the earlier first, and what stands against their comparison (in the order of ``GROUNDS``)."""

    first: Figure
    second: Figure
    grounds: tuple[Ground, ...]

    @property
    def verdict(self) -> Verdict:
        """The gravest that follows from a ground; comparable where there is none."""
        verdicts = {GROUNDS[ground] for ground in self.grounds}
        return "not" if "not" in verdicts else "care" if verdicts else "comparable"


@dataclass(frozen=True, slots=True)
class PlaceSeries:
    """The figures of one place, in the order of their periods.

    ``comparisons`` hold each figure against one whose basis is the commonest; ``line`` are those that can stand in
    one line: three or more, each comparable with the one before, one a period; empty where there are fewer.
    """

    area: Area
    figures: tuple[Figure, ...]
    comparisons: tuple[Comparison, ...]
    line: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class YearGroup:
    """One figure a place, of periods that end in one year, each held against the same; ``bars``: the comparable ones.

    ``year`` is None for places that share no year with another.
    """

    year: int | None
    comparisons: tuple[Comparison, ...]
    bars: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """All figures of one indicator, by place and period.

    ``name`` is the catalogue's where it has the indicator; ``topic`` and ``unit_measure`` are of the catalogue's entry,
    or of the one that this is the growth or rank of (``unit_measure`` then is None).
    """

    id: str
    name: Text
    topic: str | None
    unit_measure: str | None
    figures: tuple[Figure, ...]
    places: tuple[PlaceSeries, ...]
    years: tuple[YearGroup, ...]
