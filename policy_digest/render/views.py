"""What a page shows of a digest, worked out before a template sees it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from markupsafe import Markup

from policy_digest.model import (
    BilingualDigest,
    BilingualEvent,
    BilingualItem,
    BilingualPerson,
    BilingualRow,
    BilingualSection,
    Commitment,
    Kind,
    Metadata,
    Sentence,
    Source,
    Text,
)
from policy_digest.render.escape import escape
from policy_digest.render.wording_views import WordingView, wording_view

_NUMBER = re.compile(r"[+\u2212-]?\d[\d,.]*(?:\s*[–—-]\s*\d[\d,.]*)?(?:%|‰|st\b|nd\b|rd\b|th\b)?")


@dataclass(frozen=True, slots=True)
class Counts:
    """How many facts, programmes, commitments and gaps a digest shows, each with the anchor of the first (or None)."""

    figures: int
    programmes: int
    commitments: int
    gaps: int
    first_figures: str | None
    first_programmes: str | None
    first_commitments: str | None


@dataclass(frozen=True, slots=True)
class Lines:
    """How many texts a page prints (headings, bullets, list items, names of rows), and how many lack English."""

    all: int
    untranslated: int


@dataclass(frozen=True, slots=True)
class DigestView:
    """A digest as its page shows it; ``sentences`` are those of the article by id, ``gaps`` all of them, once each."""

    bilingual: BilingualDigest
    source: Source
    metadata: Metadata
    sections: tuple[BilingualSection, ...]
    sentences: Mapping[str, Sentence]
    commitments: Mapping[str, Commitment]
    gaps: tuple[BilingualItem, ...]
    counts: Counts
    lines: Lines
    top: int
    wording: WordingView
    quotes: Mapping[str, Text]

    def heading_level(self, section: BilingualSection) -> int:
        """The level of a section's heading on the page: 2 for the highest of the article, at most 4."""
        return min(max(section.level, self.top) - self.top + 2, 4)

    def quoted(self, item: BilingualItem | BilingualPerson | BilingualEvent) -> tuple[str, ...]:
        """The source sentences of ``item``, as the article has them."""
        return tuple(self.sentences[known].text for known in item.sentences if known in self.sentences)

    def parted(
        self, items: Iterable[BilingualItem], language: str
    ) -> tuple[tuple[BilingualItem, ...], tuple[BilingualItem, ...]]:
        """The items that a page of ``language`` tells, and those that have no word of it yet."""
        parts: dict[bool, list[BilingualItem]] = {True: [], False: []}
        for item in items:
            parts[language == "zh" or bool(item.text.en or item.statement)].append(item)
        return tuple(parts[True]), tuple(parts[False])

    def english(self, sentence: str) -> Text | None:
        """The English of a sentence that is quoted for a name in it; None for one that is quoted for another reason."""
        return self.quotes.get(sentence)

    def gaps_by_kind(self, gaps: Iterable[BilingualItem]) -> tuple[tuple[BilingualItem, ...], ...]:
        """Gaps of which the same is said together, in the order of the first of each."""
        kinds: dict[tuple[str | None, str], list[BilingualItem]] = {}
        for gap in gaps:
            kinds.setdefault((gap.kind, gap.text.zh), []).append(gap)
        return tuple(map(tuple, kinds.values()))

    def horizon(self, item: BilingualItem) -> str | None:
        """The years by which a commitment is to be met (``2025``, ``2021–2025``); None where the text does not say."""
        commitment = self.commitments.get(item.id)
        years = re.findall(r"\d{4}", commitment.horizon or "") if commitment else []
        return "–".join(dict.fromkeys(years)) or None


def view(bilingual: BilingualDigest) -> DigestView:
    """The view of ``bilingual``."""
    record = bilingual.digest.record
    sections, gaps = _shown(bilingual)
    return DigestView(
        bilingual=bilingual,
        source=record.article.source,
        metadata=record.article.metadata,
        sections=sections,
        sentences=record.article.by_id,
        commitments={commitment.id: commitment for commitment in record.commitments},
        gaps=gaps,
        counts=_counts(sections, len(gaps)),
        lines=_lines(bilingual, sections, gaps),
        top=min((section.level for section in sections if section.heading), default=1),
        wording=wording_view(bilingual, quoted_sentences(bilingual)),
        quotes={text.zh: text for text in bilingual.quoted},
    )


def count(bilingual: BilingualDigest) -> Counts:
    """What a digest shows, counted."""
    sections, gaps = _shown(bilingual)
    return _counts(sections, len(gaps))


def _shown(bilingual: BilingualDigest) -> tuple[tuple[BilingualSection, ...], tuple[BilingualItem, ...]]:
    """The sections that a page shows, and all gaps, once each."""
    sections = tuple(section for section in bilingual.sections if _is_shown(section))
    return sections, _once((*bilingual.gaps, *(gap for section in sections for gap in section.gaps)))


def quoted_sentences(bilingual: BilingualDigest) -> frozenset[str]:
    """The ids of the sentences that a digest's page prints."""
    items = list(bilingual.in_brief) + list(bilingual.gaps)
    rows = list(bilingual.headline)
    for section in bilingual.sections:
        items += [*section.bullets, *section.programmes, *section.commitments, *section.captions, *section.gaps]
        rows += section.rows
    marked = {mark.sentence for row in rows for mark in row.marks}
    marked |= {side.mark.sentence for tension in bilingual.tensions for side in tension.sides if side.mark}
    marked |= {quotation.mark.sentence for quotation in bilingual.quotations}
    marked |= {sentence for person in bilingual.people for sentence in person.sentences}
    marked |= {sentence for event in bilingual.events for sentence in event.sentences}
    return frozenset(marked | {sentence for item in items for sentence in item.sentences})


def _is_shown(section: BilingualSection) -> bool:
    lists = (section.bullets, section.rows, section.programmes, section.commitments, section.captions, section.gaps)
    return bool(section.heading or any(lists))


def _once(items: Iterable[BilingualItem]) -> tuple[BilingualItem, ...]:
    return tuple({item.id: item for item in items}.values())


def _lines(
    bilingual: BilingualDigest, sections: tuple[BilingualSection, ...], gaps: tuple[BilingualItem, ...]
) -> Lines:
    texts = [bilingual.title, bilingual.subtitle, *(item.text for item in (*bilingual.in_brief, *gaps))]
    for section in sections:
        items = (*section.bullets, *section.programmes, *section.commitments, *section.captions)
        texts += [section.heading, section.deck, *(item.text for item in items), *(row.name for row in section.rows)]
    texts += [event.text for event in bilingual.events]
    printed = [text for text in texts if text]
    return Lines(len(printed), sum(not text.en for text in printed))


def _counts(sections: tuple[BilingualSection, ...], gaps: int) -> Counts:
    def first(name: str) -> str | None:
        return next((f"{section.id}-{name}" for section in sections if getattr(section, name)), None)

    def count(name: str) -> int:
        return sum(len(getattr(section, name)) for section in sections)

    return Counts(
        figures=count("rows"),
        programmes=count("programmes"),
        commitments=count("commitments"),
        gaps=gaps,
        first_figures=first("rows"),
        first_programmes=first("programmes"),
        first_commitments=first("commitments"),
    )


def figure(words: str) -> Markup:
    """A value with its number and its unit apart, so that a page can set them in two sizes."""
    pieces = zip(value_pieces(words), ("pd-unit", "pd-number", "pd-unit"), strict=True)
    return Markup("").join(_span(piece, name) for piece, name in pieces if piece)


def value_pieces(words: str) -> tuple[str, str, str]:
    """What stands before a value's number, the number, and what stands behind it; all is number where none is seen."""
    match = _NUMBER.search(words)
    return (words[: match.start()], match[0], words[match.end() :]) if match else ("", words, "")


def _span(piece: str, name: str) -> Markup:
    """The spaces about ``piece`` stand outside, where a line may end."""
    before = Markup(" ") if piece[0].isspace() else Markup("")
    after = Markup(" ") if piece[-1].isspace() else Markup("")
    return before + Markup('<span class="{}">{}</span>').format(name, escape(piece)) + after


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """A row of the page of all figures: the digest it is from, and the row itself."""

    digest: BilingualDigest
    row: BilingualRow


@dataclass(frozen=True, slots=True)
class IndicatorGroup:
    """The rows of one indicator and kind over all digests; ``id`` where the catalogue knows the indicator."""

    id: str | None
    kind: Kind
    name: Text
    rows: tuple[IndicatorRow, ...]

    @property
    def is_known(self) -> bool:
        """Whether the catalogue knows the indicator."""
        return self.id is not None

    @property
    def anchor(self) -> str | None:
        """Where the group stands on its page: ``indicator-<id>-<kind>``."""
        return f"indicator-{self.id}-{self.kind}" if self.id else None


def indicator_groups(
    digests: Iterable[BilingualDigest], names: Mapping[str, Text] = MappingProxyType({})
) -> tuple[IndicatorGroup, ...]:
    """All rows by indicator and kind: the catalogue's first, the most widely reported before others, then by id.

    A level and its growth are two groups; rows that the catalogue does not know go together by their Chinese name.
    ``names``: what an indicator is called by its id, where its rows have several names.
    """
    groups: dict[tuple[str, str, Kind], list[IndicatorRow]] = {}
    for digest in digests:
        for section in digest.sections:
            for row in section.rows:
                key = (row.indicator or "", "" if row.indicator else row.name.zh, row.kind)
                groups.setdefault(key, []).append(IndicatorRow(digest, row))
    found = (
        IndicatorGroup(known, rows[0].row.kind, names.get(known or "", rows[0].row.name), tuple(rows))
        for rows in groups.values()
        for known in (rows[0].row.indicator,)
    )
    return tuple(sorted(found, key=_group_order))


def _group_order(group: IndicatorGroup) -> tuple[bool, int, str, str]:
    reporting = len({entry.digest.slug for entry in group.rows})
    return group.id is None, -reporting, group.id or group.name.zh, group.kind
