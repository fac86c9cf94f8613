"""What ``digest`` returns: a record with what a page shows of it."""

from dataclasses import dataclass

from policy_digest.model.edits import Edit
from policy_digest.model.records import Record


@dataclass(frozen=True, slots=True)
class Bullet:
    """A line of a summary: whole clauses of the sentences it cites, in their order."""

    id: str
    text_zh: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """Something a reader would look for and the text does not hold. ``kind`` is a key of the lexicon.

    ``text_zh`` and ``text_en`` are an editor's words for it, in place of the lexicon's; else None.
    """

    id: str
    kind: str
    section: str | None
    sentence: str | None = None
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
class Coverage:
    """How much of a text a digest used: counts of sentences."""

    sentences: int
    cited: int


@dataclass(frozen=True, slots=True)
class Digest:
    """A record with its summaries: 3–6 bullets in brief, at most six headline facts, sections in the text's order.

    ``edits`` are what an editor corrected in the record and in the summaries, in the order of the sidecar.
    """

    record: Record
    in_brief: tuple[Bullet, ...]
    headline: tuple[Row, ...]
    sections: tuple[SectionDigest, ...]
    gaps: tuple[Gap, ...]
    coverage: Coverage
    edits: tuple[Edit, ...] = ()
