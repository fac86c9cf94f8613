"""What ``digest`` returns: a record with what a page shows of it."""

from dataclasses import dataclass

from policy_digest.model.findings import Derived, Quotation, Tension
from policy_digest.model.records import Record


@dataclass(frozen=True, slots=True)
class Bullet:
    """A line of a summary: whole clauses of the sentences it cites, in their order."""

    id: str
    text_zh: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """Something a reader would look for and the text does not hold. ``kind`` is a key of the lexicon."""

    id: str
    kind: str
    section: str | None
    sentence: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One fact as a table prints it: the ids of its mentions, the first of which speaks for it."""

    fact: str
    observations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SectionDigest:
    """What a page shows of one section, by id."""

    section: str
    bullets: tuple[Bullet, ...]
    rows: tuple[Row, ...]
    programmes: tuple[str, ...]
    commitments: tuple[str, ...]
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a text a digest used: counts of sentences."""

    sentences: int
    cited: int


@dataclass(frozen=True, slots=True)
class Digest:
    """A record with its summaries: 3–6 bullets in brief, at most six headline facts, sections in the text's order.

    ``tensions``, ``derived`` and ``quotations`` stand in the text's order.
    """

    record: Record
    in_brief: tuple[Bullet, ...]
    headline: tuple[Row, ...]
    sections: tuple[SectionDigest, ...]
    gaps: tuple[Gap, ...]
    coverage: Coverage
    tensions: tuple[Tension, ...] = ()
    derived: tuple[Derived, ...] = ()
    quotations: tuple[Quotation, ...] = ()
