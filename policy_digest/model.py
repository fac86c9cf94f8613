"""The values that pass from stage to stage: frozen, made once, never filled in later.

``Source`` (read) → ``Article`` (parse) → ``Record`` (extract) → ``Digest`` (digest) → ``BilingualDigest`` (translate)
→ ``Collection`` (collate) → ``Page`` (render). Offsets are code points into ``Source.text``, half open. Numbers are
``Decimal``. Periods are ISO 8601 (``2024``, ``2024-11``, ``2024-01/2024-11``; ``..`` is an open end, as in EDTF).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

# ---------------------------------------------------------------- read


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What an editor states about an article in ``<stem>.yml``; every field is optional."""

    path: str | None = None
    slug: str | None = None
    title: str | None = None
    title_en: str | None = None
    place: str | None = None
    time_period: str | None = None
    date_published: str | None = None
    source_url: str | None = None
    credited_to: str | None = None
    authors: tuple[str, ...] = ()
    rights: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One seed file as read.

    ``text`` has as many code points as the decoded file, BOM and line ends included, so that offsets into it are
    offsets into the file; a control character that was cleaned stands as a space. ``notices`` tells what was cleaned.
    """

    path: str
    stem: str
    sha256: str
    encoding: str
    format: Literal["txt", "md"]
    text: str
    sidecar: Sidecar = Sidecar()
    notices: tuple[str, ...] = ()


# ---------------------------------------------------------------- parse


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its lines joined, and without the spaces that a layout sets around figures.

    ``text`` is what a page shows. ``start`` and ``end`` are offsets into ``Source.text``. ``runs`` maps the joined text
    back: each pair is (position in ``text``, offset in ``Source.text``) where a stretch begins that runs on unbroken.
    """

    id: str
    text: str
    start: int
    end: int
    runs: tuple[tuple[int, int], ...] = ()

    def offset(self, position: int) -> int:
        """The offset in ``Source.text`` of the character at ``position`` of ``text``."""
        best = (0, self.start)
        for run in self.runs:
            if run[0] <= position:
                best = run
        return best[1] + position - best[0]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in ``Source.text`` of ``text[start:end]`` (not empty)."""
        return self.offset(start), self.offset(end - 1) + 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that stand together. ``role`` says what the paragraph is for."""

    role: Literal["body", "list-item", "epigraph", "pull-quote", "table", "closing"]
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it. The lead has level 0 and no heading.

    ``number`` is a heading's own number as printed (``一、``, ``（二）``), not part of ``heading``; ``deck`` is the
    second line of a label-and-deck pair; ``captions`` stood alone where a picture was; ``gap`` says that no body
    follows: ``heading-only`` (nothing at all) or ``captions-only``. A heading whose subsections have a body is no gap.
    """

    id: str
    level: int
    number: str | None
    heading: str | None
    deck: str | None
    heading_span: tuple[int, int] | None
    paragraphs: tuple[Paragraph, ...]
    captions: tuple[Sentence, ...]
    gap: Literal["heading-only", "captions-only"] | None
    deck_span: tuple[int, int] | None = None

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the body, captions left out."""
        return tuple([s for p in self.paragraphs for s in p.sentences])


@dataclass(frozen=True, slots=True)
class Stated:
    """A piece of metadata and how it is known (``basis``: ``sidecar``, ``byline``, ``title-line``, ``text``, …).

    ``start`` and ``end`` point at the words in ``Source.text`` it was read from, where there are any.
    """

    value: str
    basis: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of an article as a whole; None where neither the text nor the sidecar tells."""

    title: Stated | None = None
    subtitle: Stated | None = None
    ref_area: Stated | None = None
    time_period: Stated | None = None
    credited_to: Stated | None = None
    authors: tuple[Stated, ...] = ()
    date_published: Stated | None = None
    source_url: Stated | None = None
    rights: Stated | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A source with its structure. ``slug`` is its address; ``sections[0]`` is the lead where there is one.

    ``aside`` is what stands in the file and is no part of the text (``basis``: ``byline``, ``furniture``, ``date``,
    ``speaker``, ``markup``), so that every character of the source is accounted for.
    """

    slug: str
    source: Source
    metadata: Metadata
    sections: tuple[Section, ...]
    aside: tuple[Stated, ...] = ()


# ---------------------------------------------------------------- extract

Kind = Literal["level", "count", "share", "change", "rank"]
Bound = Literal["eq", "ge", "gt", "le", "lt", "approx", "range"]
Nature = Literal["actual", "expected", "target"]
PeriodSource = Literal["explicit", "inherited", "context", "anaphoric"]


@dataclass(frozen=True, slots=True)
class Indicator:
    """The name of a table row; ``id`` and ``name_en`` where the catalogue knows it."""

    id: str | None
    name_zh: str
    name_en: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What a growth rate or difference is against. ``base``: ``yoy``, ``mom``, ``since:<period>``, ``vs:<what>``."""

    base: str
    direction: Literal["up", "down", "flat"]
    of: str | None


@dataclass(frozen=True, slots=True)
class Rank:
    """A place in a named comparison set: ``scope`` as printed (全区), ``of`` what is ranked."""

    scope: str | None
    of: str | None


@dataclass(frozen=True, slots=True)
class Observation:
    """One figure as one sentence tells it: fields named after SDMX.

    ``number`` is as printed, in Arabic digits; ``obs_value`` is in ``unit_measure`` with its sign (a fall is negative);
    both are None for a rank without a position. ``unit_mult`` is a power of ten. ``value_max`` is the upper end of a
    range. ``Source.text[start:end] == as_printed`` always; a number's bound words (近, 约) stand before it, outside.
    """

    id: str
    indicator: Indicator
    kind: Kind
    as_printed: str
    start: int
    end: int
    sentence: str
    section: str
    number: Decimal | None
    unit_mult: int
    unit_measure: str
    unit_zh: str
    obs_value: Decimal | None
    bound: Bound
    value_max: Decimal | None
    nature: Nature
    obs_status: Literal["A", "F", "E", "P"]
    change: Change | None
    rank: Rank | None
    ref_area: str | None
    time_period: str | None
    period_source: PeriodSource | None
    fact: str
    derived: bool
    rule: str


@dataclass(frozen=True, slots=True)
class Programme:
    """A named mechanism, method, brand, campaign or project. ``kind`` is a key of the lexicon."""

    id: str
    name_zh: str
    kind: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Commitment:
    """A sentence that says what will be done. ``horizon`` is its period; ``target`` the id of an observation in it."""

    id: str
    sentence: str
    text_zh: str
    horizon: str | None
    target: str | None


@dataclass(frozen=True, slots=True)
class Record:
    """All that was read out of one article."""

    article: Article
    observations: tuple[Observation, ...]
    programmes: tuple[Programme, ...]
    commitments: tuple[Commitment, ...]


# ---------------------------------------------------------------- digest


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
    """A record with its summaries: 3–6 bullets in brief, at most six headline facts, sections in the text's order."""

    record: Record
    in_brief: tuple[Bullet, ...]
    headline: tuple[Row, ...]
    sections: tuple[SectionDigest, ...]
    gaps: tuple[Gap, ...]
    coverage: Coverage


# ---------------------------------------------------------------- translate

Status = Literal["original", "generated", "project", "reviewed", "machine", "earlier", "missing"]
TermStatus = Literal["official", "established", "working"]
ROLES = (
    "title",
    "subtitle",
    "credit",
    "heading",
    "deck",
    "caption",
    "indicator",
    "programme",
    "bullet",
    "commitment",
    "sentence",
)
"""What a translated text is on a page: the ``msgctxt`` of its entry in a PO file."""


@dataclass(frozen=True, slots=True)
class Text:
    """One shown text in both languages. ``status`` is what its English is; where it is ``missing``, ``en`` is None."""

    zh: str
    en: str | None
    status: Status


@dataclass(frozen=True, slots=True)
class SourceMark:
    """A figure in its source sentence: the sentence cut at the figure, so that a page can mark it."""

    observation: str
    sentence: str
    before: str
    figure: str
    after: str
    translation: Text


@dataclass(frozen=True, slots=True)
class BilingualRow:
    """A table row in both languages; ``anchor`` is the same in both; each mention has one of its own in ``marks``."""

    anchor: str
    indicator: str | None
    name: Text
    value: Text
    period: Text
    nature: Nature
    kind: Kind
    note: Text | None
    place: Text | None
    marks: tuple[SourceMark, ...]


@dataclass(frozen=True, slots=True)
class BilingualItem:
    """A bullet, programme, commitment, caption or gap: its id, words, kind and the sentences it stands on."""

    id: str
    text: Text
    kind: str | None
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BilingualSection:
    """A section of a digest page in both languages."""

    id: str
    level: int
    number: str | None
    heading: Text | None
    deck: Text | None
    bullets: tuple[BilingualItem, ...]
    rows: tuple[BilingualRow, ...]
    programmes: tuple[BilingualItem, ...]
    commitments: tuple[BilingualItem, ...]
    captions: tuple[BilingualItem, ...]
    gaps: tuple[BilingualItem, ...]


@dataclass(frozen=True, slots=True)
class BilingualTerm:
    """A term of the termbase that the article contains; ``sentences`` is the number of sentences it occurs in."""

    zh: str
    en: str
    status: TermStatus
    sentences: int


@dataclass(frozen=True, slots=True)
class BilingualDigest:
    """A digest with every shown text in both languages; ``headline`` repeats rows of the sections."""

    slug: str
    digest: Digest
    title: Text
    subtitle: Text | None
    place: Text | None
    period: Text | None
    credited_to: Text | None
    authors: tuple[Text, ...]
    in_brief: tuple[BilingualItem, ...]
    headline: tuple[BilingualRow, ...]
    sections: tuple[BilingualSection, ...]
    gaps: tuple[BilingualItem, ...]
    terms: tuple[BilingualTerm, ...] = ()


@dataclass(frozen=True, slots=True)
class Translations:
    """The gettext catalogues as read: (msgctxt, msgid) → the English and its status.

    ``by_slug`` holds one article's (``i18n/en/<slug>.po``); ``interface`` that of the pages' own words (``ui.po``).
    """

    by_slug: Mapping[str, Mapping[tuple[str, str], Text]]
    interface: Mapping[str, str]


# ---------------------------------------------------------------- collate, render


@dataclass(frozen=True, slots=True)
class Collection:
    """All digests, newest period first, with what only the whole can tell."""

    digests: tuple[BilingualDigest, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A file to be published: ``path`` is relative to ``docs/`` (``zh/index.md``) or to the site (``data/x.json``)."""

    path: str
    body: str
