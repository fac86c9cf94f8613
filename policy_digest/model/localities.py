"""Places as a collection has them: where each lies, and its figures with what they were before."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from policy_digest.model.bilinguals import BilingualDigest, BilingualRow, PlaceUnit
from policy_digest.model.texts import Text

ChangeKind = Literal["percent", "points"]


@dataclass(frozen=True, slots=True)
class Since:
    """What a figure was in an earlier document of the place, and the change to it where it may be told.

    ``change`` is in per cent of the earlier value, or in percentage points; None where rounding leaves it open.
    """

    digest: BilingualDigest
    row: BilingualRow
    kind: ChangeKind
    change: Decimal | None


@dataclass(frozen=True, slots=True)
class PlaceFigure:
    """The latest figure of an indicator, kind, unit and nature that a place's documents tell."""

    topic: str
    digest: BilingualDigest
    row: BilingualRow
    since: Since | None


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A place of the collection.

    ``key`` is its address under ``places/``: the official code, or a name in ASCII that never changes. ``units`` lead
    from the largest to the place itself. ``digests`` stand newest first. ``others`` counts the figures of indicators
    that the catalogue does not know.
    """

    key: str
    name: Text
    units: tuple[PlaceUnit, ...]
    digests: tuple[BilingualDigest, ...]
    figures: tuple[PlaceFigure, ...]
    others: int = 0

    @property
    def code(self) -> str | None:
        """The official code of the place itself."""
        return self.units[-1].code if self.units else None
