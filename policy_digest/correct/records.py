"""A record corrected: its observations, programmes and sections."""

from dataclasses import replace

from policy_digest.correct.added import add_observation, add_programme
from policy_digest.correct.edits import edit_of
from policy_digest.correct.figures import correct_observation, hide_observations
from policy_digest.correct.finding import Finder, Named
from policy_digest.errors import Fault, FaultsError
from policy_digest.lexicon import Lexicon
from policy_digest.model import Correction, Programme, Record, Section

OF_RECORDS = ("observation", "programme", "section")


def correct_record(record: Record, lexicon: Lexicon) -> Record:
    """``record`` as the sidecar's corrections of observations, programmes and sections have it, with its edits.

    What they address is sought in the record as it was read, whatever an earlier one changed. Raises FaultsError with
    the sidecar's path and lines where that is not there any more, or not one thing.
    """
    corrections = record.article.source.sidecar.corrections
    if not corrections:
        return record
    faults = set_twice(record, corrections)
    finder = Finder(record.article, faults)
    corrected = record
    for correction in corrections:
        if correction.target in OF_RECORDS:
            corrected = _one(correction, record, corrected, finder, lexicon)
    if faults:
        raise FaultsError(faults)
    return corrected


def set_twice(record: Record, corrections: tuple[Correction, ...]) -> list[Fault]:
    """A fault for each correction that sets what another, of the same words, has set before it."""
    first: dict[tuple[object, ...], Correction] = {}
    faults = []
    for correction in corrections:
        for key in _set_by(correction):
            other = first.setdefault(key, correction)
            if other is not correction:
                path = record.article.source.sidecar.path or ""
                found = f"what line {other.line} corrects already" + (f" ('{key[-1]}')" if key[-1] else "")
                faults.append(Fault(path, correction.line, found, "each thing corrected once"))
                break
    return faults


def _set_by(correction: Correction) -> list[tuple[object, ...]]:
    """What a correction sets: the words it is about, with each field; an addition as a whole."""
    address = (correction.target, correction.id, correction.words, correction.within)
    if correction.action == "add":
        return [("add", *address, correction.fields.get("kind"), correction.fields.get("text"), "")]
    return [(*address, field) for field in correction.fields or ("",)]


def _one(correction: Correction, original: Record, record: Record, finder: Finder, lexicon: Lexicon) -> Record:
    """``record`` with one correction carried out."""
    if correction.target == "observation":
        if correction.action == "add":
            return add_observation(correction, record, finder, lexicon)
        return correct_observation(correction, original, record, finder, lexicon)
    kind = correction.fields.get("kind")
    kinds = sorted({*lexicon.genre.programmes.heads.values()})
    if correction.target == "programme" and kind is not None and kind not in kinds:
        finder.fault(correction, f"'{kind}' for 'kind'", "one of " + ", ".join(kinds))
        return record
    if correction.target == "programme":
        if correction.action == "add":
            return add_programme(correction, record, finder)
        return _programmes(correction, original, record, finder)
    return _sections(correction, original, record, finder)


# ---------------------------------------------------------------- programmes


def _programmes(correction: Correction, original: Record, record: Record, finder: Finder) -> Record:
    sentences = original.article.by_id
    named = [
        Named(
            p.id,
            (p.name_zh, p.name_zh.strip("“”")),
            sentences[p.sentences[0]].start if p.sentences else None,
            "".join(sentences[name].text for name in p.sentences),
        )
        for p in original.programmes
    ]
    found = finder.one(correction, named)
    for programme in [p for p in record.programmes if p.id in found]:
        record = _programme(correction, programme, record)
    return record


def _programme(correction: Correction, programme: Programme, record: Record) -> Record:
    slug, was = record.article.slug, programme
    if correction.action == "hide":
        edit = edit_of(slug, correction, was.id, was.name_zh)
        kept = tuple(p for p in record.programmes if p.id != was.id)
        return replace(record, programmes=kept, edits=(*record.edits, edit))
    fields = correction.fields
    now = replace(was, name_zh=fields.get("name", was.name_zh), kind=fields.get("kind", was.kind))
    before = {"name": was.name_zh, "kind": was.kind}
    edits = [
        edit_of(slug, correction, was.id, was.name_zh, field=field, was=before[field], now=value)
        for field, value in fields.items()
    ]
    programmes = tuple(now if p.id == was.id else p for p in record.programmes)
    return replace(record, programmes=programmes, edits=(*record.edits, *edits))


# ---------------------------------------------------------------- sections


def _sections(correction: Correction, original: Record, record: Record, finder: Finder) -> Record:
    named = [
        Named(s.id, _names(s), s.heading_span[0] if s.heading_span else None, "".join(x.text for x in s.sentences))
        for s in original.article.sections
        if s.heading
    ]
    found = finder.one(correction, named)
    for section in [s for s in record.article.sections if s.id in found]:
        hides = correction.action == "hide"
        record = _hidden(correction, section, record) if hides else _renamed(correction, section, record)
    return record


def _names(section: Section) -> tuple[str, ...]:
    """What a section goes by: its heading, alone, with its number, and with the line below it."""
    heading, number, deck = section.heading or "", section.number or "", section.deck or ""
    return tuple(dict.fromkeys((heading, number + heading, heading + deck, deck or heading)))


def _renamed(correction: Correction, section: Section, record: Record) -> Record:
    fields, slug = correction.fields, record.article.slug
    before = {"heading": section.heading, "deck": section.deck}
    now = replace(section, heading=fields.get("heading", section.heading), deck=fields.get("deck", section.deck))
    edits = [
        edit_of(slug, correction, section.id, section.heading or "", field=field, was=before[field], now=value)
        for field, value in fields.items()
    ]
    sections = tuple(now if s.id == section.id else s for s in record.article.sections)
    article = replace(record.article, sections=sections)
    return replace(record, article=article, edits=(*record.edits, *edits))


def _hidden(correction: Correction, section: Section, record: Record) -> Record:
    """``record`` without a section and what stands on it alone; its subsections stay."""
    own = {sentence.id for sentence in section.all_sentences}
    edit = edit_of(record.article.slug, correction, section.id, section.heading or "")
    record = hide_observations(record, [o.id for o in record.observations if o.sentence in own])
    programmes = (replace(p, sentences=tuple(s for s in p.sentences if s not in own)) for p in record.programmes)
    kept = {p.id for p in record.programmes if not p.sentences or set(p.sentences) - own}
    return replace(
        record,
        article=replace(record.article, sections=tuple(s for s in record.article.sections if s.id != section.id)),
        programmes=tuple(p for p in programmes if p.id in kept),
        commitments=tuple(c for c in record.commitments if c.sentence not in own),
        events=tuple(event for event in record.events if event.sentence not in own),
        edits=(*record.edits, edit),
    )
