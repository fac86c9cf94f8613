"""What ``parse`` returns: an article with its structure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from policy_digest.model.sources import Source


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

    def position(self, offset: int) -> int:
        """The position in ``text`` of an offset into ``Source.text``: ``offset`` reversed."""
        best = (0, self.start)
        for run in self.runs:
            if run[1] <= offset:
                best = run
        return min(best[0] + offset - best[1], len(self.text))

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

    @property
    def all_sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the body, then the captions."""
        return (*self.sentences, *self.captions)


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

    @property
    def all_sentences(self) -> tuple[Sentence, ...]:
        """Those of all sections, each section's captions behind its body."""
        return tuple([sentence for section in self.sections for sentence in section.all_sentences])

    @property
    def by_id(self) -> Mapping[str, Sentence]:
        """The sentences and captions by id."""
        return {sentence.id: sentence for sentence in self.all_sentences}
