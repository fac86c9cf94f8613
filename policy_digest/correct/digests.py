"""A digest corrected: its bullets and gaps."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from policy_digest.correct.added import place_of
from policy_digest.correct.edits import edit_of
from policy_digest.correct.finding import Finder, Named
from policy_digest.correct.quotes import squeezed
from policy_digest.errors import Fault, FaultsError
from policy_digest.lexicon import Lexicon
from policy_digest.lexicon.marks import FIGURE
from policy_digest.model import Bullet, Correction, Digest, Edit, Gap, SectionDigest, id_of
from policy_digest.sidecars import WHOLE

NOTED = "noted"
"""The kind of a gap that an editor adds in words of their own."""

_HAN_NUMBER = re.compile("[零〇一二两三四五六七八九十百千万亿]{2,}")


def correct_digest(digest: Digest, lexicon: Lexicon) -> Digest:
    """``digest`` as the sidecar's corrections of bullets and gaps have it, with all edits in the sidecar's order.

    Raises FaultsError, as ``correct_record`` does; for a bullet with a figure that its sentences do not have, too.
    """
    article = digest.record.article
    corrections = article.source.sidecar.corrections
    if not corrections:
        return digest
    faults: list[Fault] = []
    finder = Finder(article, faults)
    corrected = digest
    for correction in corrections:
        if correction.target == "bullet":
            corrected = _bullets(correction, digest, corrected, finder)
        elif correction.target == "gap":
            corrected = _gaps(correction, digest, corrected, finder, lexicon)
    if faults:
        raise FaultsError(faults)
    edits = sorted((*corrected.edits, *digest.record.edits), key=lambda edit: edit.line)
    return replace(corrected, edits=tuple(edits))


def _edited(digest: Digest, *edits: Edit) -> Digest:
    return replace(digest, edits=(*digest.edits, *edits))


# ---------------------------------------------------------------- bullets


def _bullets(correction: Correction, original: Digest, digest: Digest, finder: Finder) -> Digest:
    if correction.action == "add":
        return _added_bullet(correction, digest, finder)
    sentences = finder.article.by_id
    bullets = (*original.in_brief, *(bullet for section in original.sections for bullet in section.bullets))
    named = [
        Named(
            b.id, (b.text_zh,), sentences[b.sentences[0]].start, "".join(sentences[name].text for name in b.sentences)
        )
        for b in bullets
    ]
    found = finder.one(correction, named)
    if not found:
        return digest
    if correction.action == "hide":
        made = _over_bullets(digest, lambda bullets: tuple(b for b in bullets if b.id not in found))
    else:
        text = correction.fields["text"]
        cited = {b.id: [sentences[name].text for name in b.sentences] for b in bullets}
        _refuse_strangers(correction, text, [words for id_ in found for words in cited[id_]], finder)
        made = _over_bullets(
            digest, lambda bullets: tuple(replace(b, text_zh=text) if b.id in found else b for b in bullets)
        )
    texts = {b.id: b.text_zh for b in bullets}
    now, field = correction.fields.get("text"), "text" if correction.action == "change" else None
    slug = digest.record.article.slug
    was = texts[found[0]]
    others = dict.fromkeys(found[1:])
    edit = edit_of(slug, correction, found[0], was, field=field, was=was if field else None, now=now, others=others)
    return _edited(made, edit)


def _over_bullets(digest: Digest, change: Callable[[Sequence[Bullet]], tuple[Bullet, ...]]) -> Digest:
    sections = tuple(replace(section, bullets=change(section.bullets)) for section in digest.sections)
    return replace(digest, in_brief=change(digest.in_brief), sections=sections)


def _refuse_strangers(correction: Correction, text: str, cited: Iterable[str], finder: Finder) -> None:
    """Note each figure of a bullet that the sentences it cites do not have."""
    held = "".join(squeezed(words) for words in cited)
    known = set(FIGURE.findall(held))
    figures = [*FIGURE.findall(squeezed(text)), *_HAN_NUMBER.findall(text)]
    for figure in figures:
        is_there = figure in known if figure[0].isdigit() else figure in held
        if not is_there:
            finder.fault(correction, f"the figure {figure} in a bullet", "only figures of the sentences that it cites")


def _added_bullet(correction: Correction, digest: Digest, finder: Finder) -> Digest:
    place = place_of(correction, finder)
    if place is None:
        return digest
    text = correction.fields.get("text", place.words)
    _refuse_strangers(correction, text, [place.sentence.text], finder)
    slug = digest.record.article.slug
    made = Bullet(id_of("b", slug, place.section.id, text), text, (place.sentence.id,))
    order = {name: sentence.start for name, sentence in finder.article.by_id.items()}
    sections = tuple(
        replace(s, bullets=tuple(sorted((*s.bullets, made), key=lambda b: order[b.sentences[0]])))
        if s.section == place.section.id
        else s
        for s in digest.sections
    )
    return _edited(replace(digest, sections=sections), edit_of(slug, correction, made.id, text))


# ---------------------------------------------------------------- gaps


def _gaps(correction: Correction, original: Digest, digest: Digest, finder: Finder, lexicon: Lexicon) -> Digest:
    kinds = lexicon.terms.gaps
    kind = correction.fields.get("kind")
    if kind is not None and kind not in kinds:
        finder.fault(correction, f"'{kind}' for 'kind'", "one of " + ", ".join(kinds))
        return digest
    if correction.action == "add":
        return _added_gap(correction, digest, finder, lexicon)
    headings = {section.id: section.heading or "" for section in finder.article.sections}
    gaps = {g.id: g for g in (*original.gaps, *(gap for section in original.sections for gap in section.gaps))}
    texts = {id_: _gap_text(gap, headings, lexicon) for id_, gap in gaps.items()}
    named = [
        Named(g.id, _words(g, texts[g.id]), _offset(g, finder), _headings(g, headings, original)) for g in gaps.values()
    ]
    found = finder.one(correction, named)
    slug = digest.record.article.slug
    for id_ in found:
        if correction.action == "hide":
            what = gaps[id_].words or texts[id_]
            digest = _edited(_over_gaps(digest, id_, None), edit_of(slug, correction, id_, what, was=texts[id_]))
        else:
            digest = _changed_gap(correction, gaps[id_], texts[id_], digest)
    return digest


def _changed_gap(correction: Correction, gap: Gap, text: str, digest: Digest) -> Digest:
    fields = correction.fields
    now = replace(
        gap,
        kind=fields.get("kind", gap.kind),
        text_zh=fields.get("text", gap.text_zh),
        text_en=fields.get("text_en", gap.text_en),
    )
    before = {"kind": gap.kind, "text": text, "text_en": None}
    what = gap.words or text
    edits = (
        edit_of(digest.record.article.slug, correction, gap.id, what, field=field, was=before[field], now=value)
        for field, value in fields.items()
    )
    return _edited(_over_gaps(digest, gap.id, now), *edits)


def _over_gaps(digest: Digest, id_: str, now: Gap | None) -> Digest:
    """``digest`` with another gap in the place of one, or none."""

    def change(gaps: tuple[Gap, ...]) -> tuple[Gap, ...]:
        return tuple(g for g in (now if gap.id == id_ else gap for gap in gaps) if g)

    sections = tuple(replace(section, gaps=change(section.gaps)) for section in digest.sections)
    return replace(digest, gaps=change(digest.gaps), sections=sections)


def _added_gap(correction: Correction, digest: Digest, finder: Finder, lexicon: Lexicon) -> Digest:
    """A gap at words of the text; one of the article as a whole needs none."""
    kind, slug = correction.fields.get("kind", NOTED), digest.record.article.slug
    if correction.words is None and kind not in WHOLE:
        finder.fault(correction, f"a gap of kind '{kind}' without 'words'", "the words of the text where it stands")
        return digest
    if kind == NOTED and "text" not in correction.fields:
        finder.fault(correction, f"a gap of kind '{NOTED}' without 'text'", "what is missing, in words")
        return digest
    place = place_of(correction, finder) if correction.words else None
    if correction.words and place is None:
        return digest
    section = place.section.id if place else None
    text = correction.fields.get("text")
    made = Gap(
        id_of("g", slug, kind, section or "", correction.words or "", text or ""),
        kind,
        section,
        place.sentence.id if place else None,
        correction.words,
        text,
        correction.fields.get("text_en"),
    )
    told = text or lexicon.terms.gaps[kind].zh
    edit = edit_of(slug, correction, made.id, correction.words or told, now=told)
    if section is None:
        return _edited(replace(digest, gaps=(*digest.gaps, made)), edit)
    return _edited(replace(digest, sections=tuple(_with_gap(s, made) for s in digest.sections)), edit)


def _with_gap(section: SectionDigest, gap: Gap) -> SectionDigest:
    return replace(section, gaps=(*section.gaps, gap)) if section.section == gap.section else section


def _gap_text(gap: Gap, headings: Mapping[str, str], lexicon: Lexicon) -> str:
    return gap.text_zh or lexicon.terms.gaps[gap.kind].zh.format(heading=headings.get(gap.section or "", ""))


def _headings(gap: Gap, headings: Mapping[str, str], digest: Digest) -> str:
    """The heading a gap stands under, as it is and as it was before an editor corrected it."""
    edits = digest.record.edits
    before = [e.was or "" for e in edits if e.target_id == gap.section and e.field == "heading"]
    return "\n".join((headings.get(gap.section or "", ""), *before))


def _words(gap: Gap, text: str) -> tuple[str, ...]:
    """What a gap goes by: the words that it is about, with and without quotation marks, else how the page words it."""
    return tuple(dict.fromkeys((gap.words, gap.words.strip('“”"')))) if gap.words else (text,)


def _offset(gap: Gap, finder: Finder) -> int | None:
    sentences = finder.article.all_sentences
    start = next((sentence.start for sentence in sentences if sentence.id == gap.sentence), None)
    if start is not None:
        return start
    span = next((s.heading_span for s in finder.article.sections if s.id == gap.section), None)
    return span[0] if span else None
