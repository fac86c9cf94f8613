"""What ``digest`` returns: a record with what a page shows of it."""

from dataclasses import dataclass
from typing import Literal

from policy_digest.model.edits import Edit
from policy_digest.model.findings import Derived, Quotation, Tension
from policy_digest.model.records import NumberUse, Record


@dataclass(frozen=True, slots=True)
class Bullet:
    """A line of a summary: whole clauses of the sentences it cites, in their order."""

    id: str
    text_zh: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """Something a reader would look for and the text does not hold. ``kind`` is a key of the lexicon.

    ``words`` are what the text has instead, as printed in ``sentence`` (a name without its value, a short form).
    ``text_zh`` and ``text_en`` are an editor's words for it, in place of the lexicon's; else None.
    """

    id: str
    kind: str
    section: str | None
    sentence: str | None = None
    words: str | None = None
    text_zh: str | None = None
    text_en: str | None = None


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
class SentenceUse:
    """What became of a sentence: ``by`` are the ids of what cites it; ``reason`` is why it is set aside."""

    sentence: str
    status: Literal["used", "set-aside", "unread"]
    reason: str | None
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What became of every sentence and every number of a text, each once, in its order."""

    uses: tuple[SentenceUse, ...]
    numbers: tuple[NumberUse, ...]

    def sentences(self, status: str | None = None) -> int:
        """How many sentences there are, or have ``status``."""
        return sum(status in (None, use.status) for use in self.uses)

    def numerals(self, verdict: str | None = None) -> int:
        """How many numbers there are, or have ``verdict``."""
        return sum(number.numerals for number in self.numbers if verdict in (None, number.verdict))


@dataclass(frozen=True, slots=True)
class Digest:
    """A record with its summaries: 3–6 bullets in brief, at most six headline facts, sections in the text's order.

    ``tensions``, ``derived`` and ``quotations`` stand in the text's order.
    ``edits`` are what an editor corrected in the record and in the summaries, in the order of the sidecar.
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
    edits: tuple[Edit, ...] = ()
