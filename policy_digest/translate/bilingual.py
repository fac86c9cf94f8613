"""Digest → BilingualDigest: every shown text in both languages."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from policy_digest.lexicon import Lexicon
from policy_digest.model import (
    BilingualDigest,
    BilingualItem,
    BilingualSection,
    Bullet,
    Commitment,
    Digest,
    Gap,
    Metadata,
    Programme,
    Section,
    SectionDigest,
    Text,
    Translations,
)
from policy_digest.translate.coverage import bilingual_coverage
from policy_digest.translate.derived import bilingual_derived
from policy_digest.translate.edits import bilingual_edits
from policy_digest.translate.events import bilingual_events
from policy_digest.translate.gaps import bilingual_gap
from policy_digest.translate.hierarchy import place_units
from policy_digest.translate.organisations import bilingual_organisations
from policy_digest.translate.own import terms_of
from policy_digest.translate.people import bilingual_people
from policy_digest.translate.periods import NOT_STATED, period_text
from policy_digest.translate.places import UNVERIFIED, code_of, english_person
from policy_digest.translate.quotations import bilingual_quotations
from policy_digest.translate.restoring import restorer_of
from policy_digest.translate.rows import Sources, bilingual_row, place_text, sources_of
from policy_digest.translate.statements import stated
from policy_digest.translate.tensions import bilingual_tensions
from policy_digest.translate.terms import article_terms
from policy_digest.translate.texts import Texts, by_words

SayGap = Callable[[Gap], BilingualItem]
UNTITLED = Text("无题", "Untitled", "generated")


def translate(digest: Digest, translations: Translations, lexicon: Lexicon) -> BilingualDigest:
    """Give a digest both languages: figures, units, periods and places computed, other texts stored or missing."""
    article = digest.record.article
    lexicon = replace(lexicon, terms=terms_of(article.metadata, lexicon.terms))
    entries = by_words(translations.by_slug.get(article.slug, {}))
    texts = Texts(entries, lexicon.terms, restorer_of(digest.record).standard)
    sources = sources_of(digest, texts)
    said = partial(bilingual_gap, digest=digest, texts=texts, names=lexicon.names)
    metadata = article.metadata
    place, period = _place(metadata, sources), _period(metadata)
    sections = _sections(digest, sources, said)
    return BilingualDigest(
        slug=article.slug,
        digest=digest,
        title=_title(digest, texts, place, period),
        subtitle=texts.text("subtitle", metadata.subtitle.value) if metadata.subtitle else None,
        place=place,
        period=period,
        credited_to=texts.text("credit", metadata.credited_to.value) if metadata.credited_to else None,
        authors=tuple(_author(author.value, sources) for author in metadata.authors),
        in_brief=stated(_bullets(digest.in_brief, texts), [row for s in sections for row in s.rows], place),
        headline=tuple(bilingual_row(row, sources) for row in digest.headline),
        sections=tuple(_stated(section, place) for section in sections),
        gaps=tuple(map(said, digest.gaps)),
        terms=article_terms(article, lexicon.terms),
        coverage=bilingual_coverage(digest, lexicon.terms),
        tensions=bilingual_tensions(digest, sources, lexicon.tensions),
        derived=bilingual_derived(digest, sources, lexicon.derived),
        quotations=bilingual_quotations(digest, sources),
        people=bilingual_people(digest, texts, lexicon),
        events=bilingual_events(digest, texts, lexicon.events),
        edits=bilingual_edits(digest, sources, lexicon.names),
        withheld=translations.withheld.get(article.slug, ()),
        quoted=_quoted(digest, texts),
        place_code=code_of(metadata.ref_area.value, lexicon.terms) if metadata.ref_area else None,
        hierarchy=place_units(metadata.ref_area.value, lexicon.terms) if metadata.ref_area else (),
        organisations=bilingual_organisations(digest, texts, lexicon.organisations),
    )


def _quoted(digest: Digest, texts: Texts) -> tuple[Text, ...]:
    """The sentences that a page quotes for the names and events in them, each once."""
    sentences = digest.record.article.by_id
    shown = {name for section in digest.sections for name in section.programmes}
    cited = [name for one in digest.record.programmes if one.id in shown for name in one.sentences]
    cited += [event.sentence for event in digest.record.events]
    return tuple(texts.text("sentence", sentences[name].text) for name in dict.fromkeys(cited) if name in sentences)


def _place(metadata: Metadata, sources: Sources) -> Text | None:
    return place_text(metadata.ref_area.value, sources.terms) if metadata.ref_area else None


def _period(metadata: Metadata) -> Text | None:
    return period_text(metadata.time_period.value) if metadata.time_period else None


def _author(name: str, sources: Sources) -> Text:
    return Text(name, english_person(name, sources.terms), "generated")


def _title(digest: Digest, texts: Texts, place: Text | None, period: Text | None) -> Text:
    """Return the title as translated, or composed as a heading is; else the place and period as a title."""
    article = digest.record.article
    title, sidecar = article.metadata.title, article.source.sidecar
    if title is not None and sidecar.title_en:
        return Text(title.value, sidecar.title_en, "project")
    if title is not None:
        found = (texts.text(role, title.value) for role in ("title", "heading"))
        known = next((text for text in found if text.en and text.status != "partial"), None)
        if known is not None:
            return known
        if place is None or not place.en:
            return Text(title.value, None, "missing")
    named = [text for text in (place or UNTITLED, period) if text is not None and text != NOT_STATED]
    mark = UNVERIFIED if place and (place.en or "").endswith(UNVERIFIED) else ""
    english = ", ".join((text.en or text.zh).removesuffix(UNVERIFIED) for text in named)
    return Text(title.value if title else " ".join(text.zh for text in named), english + mark, "generated")


def _sections(digest: Digest, sources: Sources, said: SayGap) -> tuple[BilingualSection, ...]:
    sections = {section.id: section for section in digest.record.article.sections}
    programmes = {programme.id: programme for programme in digest.record.programmes}
    commitments = {commitment.id: commitment for commitment in digest.record.commitments}
    return tuple(
        _section(sections[shown.section], shown, said, sources, programmes, commitments) for shown in digest.sections
    )


def _stated(section: BilingualSection, place: Text | None) -> BilingualSection:
    """The section with the statements of those bullets and commitments that have no English."""
    bullets, commitments = (stated(items, section.rows, place) for items in (section.bullets, section.commitments))
    return replace(section, bullets=bullets, commitments=commitments)


def _section(
    section: Section,
    shown: SectionDigest,
    said: SayGap,
    sources: Sources,
    programmes: dict[str, Programme],
    commitments: dict[str, Commitment],
) -> BilingualSection:
    texts = sources.texts
    captions = (BilingualItem(c.id, texts.text("caption", c.text), "caption", (c.id,)) for c in section.captions)
    return BilingualSection(
        id=section.id,
        level=section.level,
        number=section.number,
        heading=texts.text("heading", section.heading) if section.heading else None,
        deck=texts.text("deck", section.deck) if section.deck else None,
        bullets=_bullets(shown.bullets, texts),
        rows=tuple(bilingual_row(row, sources) for row in shown.rows),
        programmes=tuple(_programme(programmes[name], texts) for name in shown.programmes),
        commitments=tuple(_commitment(commitments[name], texts) for name in shown.commitments),
        captions=tuple(captions),
        gaps=tuple(map(said, shown.gaps)),
    )


def _bullets(bullets: Iterable[Bullet], texts: Texts) -> tuple[BilingualItem, ...]:
    return tuple(BilingualItem(b.id, texts.text("bullet", b.text_zh), None, b.sentences) for b in bullets)


def _programme(programme: Programme, texts: Texts) -> BilingualItem:
    return BilingualItem(programme.id, texts.text("programme", programme.name_zh), programme.kind, programme.sentences)


def _commitment(commitment: Commitment, texts: Texts) -> BilingualItem:
    words = texts.text("commitment", commitment.text_zh)
    return BilingualItem(commitment.id, words, commitment.horizon, (commitment.sentence,))
