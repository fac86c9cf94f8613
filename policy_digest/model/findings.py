"""What ``digest`` finds by holding words of a text against each other and against what is known elsewhere."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

TensionKind = Literal["two-figures", "parts-total", "rate-values", "place-name"]
DerivedKind = Literal["implied-target", "per-hectare", "previous-level"]
Checked = Literal["official", "quoted", "unchecked"]


@dataclass(frozen=True, slots=True)
class Side:
    """Words that stand against others: ``Source.text[start:end]``, and the observation they are, where they are one.

    ``words`` are those of the sentence, on one line.
    """

    words: str
    start: int
    end: int
    sentence: str
    observation: str | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """A name of an official list: the place that the list is of, and who gives it (in both languages)."""

    name: str
    parent: str
    authority_zh: str
    authority_en: str


@dataclass(frozen=True, slots=True)
class Tension:
    """Two things a text says that do not go together, side by side; which of them holds is never said.

    ``case`` is a key of ``data/tensions.yml`` (a kind has one or more). ``about`` names what they tell of.
    ``computed`` is what follows from all sides but the last, in the last one's unit, where something is computed;
    ``listed`` the name that a place's only side is like.
    """

    id: str
    kind: TensionKind
    case: str
    about: str
    sides: tuple[Side, ...]
    computed: Decimal | None = None
    listed: Listed | None = None


@dataclass(frozen=True, slots=True)
class Derived:
    """A value that the text does not print and that follows from figures it prints. Never an ``Observation``.

    ``case`` is a key of ``data/derived.yml``. ``value`` is ``number`` × 10^``unit_mult`` in ``unit_measure``, rounded
    to the significant digits that the inputs allow; ``inputs`` are observations, by id, in the order of the formula.
    """

    id: str
    kind: DerivedKind
    case: str
    name_zh: str
    name_en: str | None
    number: Decimal
    unit_mult: int
    unit_measure: str
    unit_zh: str
    ref_area: str | None
    time_period: str | None
    inputs: tuple[str, ...]

    @property
    def value(self) -> Decimal:
        """The value in ``unit_measure``."""
        return self.number.scaleb(self.unit_mult)


@dataclass(frozen=True, slots=True)
class KnownWording:
    """A short extract of a document as it is officially worded; ``checked`` says how the wording was verified."""

    id: str
    wording: str
    document_zh: str
    document_en: str
    year: int
    url: str | None
    checked: Checked


@dataclass(frozen=True, slots=True)
class Quotation:
    """A passage that is close to a known wording, and is not it. ``likeness`` is from 0 to 1, in hundredths."""

    id: str
    side: Side
    known: KnownWording
    likeness: Decimal
