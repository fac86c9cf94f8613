"""The record of one article as JSON: what ``extract`` prints and ``data/<slug>.json`` holds (DESIGN.md §4)."""

import json
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from policy_digest.model import (
    BilingualDigest,
    BilingualItem,
    BilingualRow,
    BilingualSection,
    Commitment,
    Metadata,
    Observation,
    Programme,
    Sentence,
    Stated,
    Text,
)
from policy_digest.render.record_coverage import coverage_object
from policy_digest.render.record_edits import edits_of_record
from policy_digest.render.record_events import record_events
from policy_digest.render.record_findings import record_derived, record_quotations, record_tensions
from policy_digest.render.record_organisations import record_organisations
from policy_digest.render.record_people import record_people
from policy_digest.render.record_wording import wording_object
from policy_digest.render.views import quoted_sentences

SCHEMA = "policy-digest/1"
_OPEN_RIGHTS = re.compile(r"(cc0|cc[ -]by|public domain|公有领域|公共领域)", re.IGNORECASE)


def record_json(bilingual: BilingualDigest, *, all_sentences: bool = False) -> str:
    """One JSON object on one line, without a line end; numbers are decimal strings.

    ``sentences`` holds those that the digest's page quotes; all of them where the article's stated rights begin with an
    open licence (CC0, CC BY…, public domain) or ``all_sentences`` asks for them (``extract``, which publishes nothing).
    """
    return json.dumps(record_object(bilingual, all_sentences=all_sentences), ensure_ascii=False, separators=(",", ":"))


def record_object(bilingual: BilingualDigest, *, all_sentences: bool = False) -> dict[str, Any]:
    """The same as nested dicts and lists."""
    record = bilingual.digest.record
    source = record.article.source
    whole = all_sentences or allows_whole_text(record.article.metadata)
    rows = {mark.observation: row for s in bilingual.sections for row in s.rows for mark in row.marks}
    items = {item.id: item for s in bilingual.sections for item in (*s.programmes, *s.commitments)}
    empty = {section.id: section.gap for section in record.article.sections}
    return {
        "schema": SCHEMA,
        "slug": bilingual.slug,
        "source": {
            "path": source.path.rsplit("/", 1)[-1],
            "sha256": source.sha256,
            "encoding": source.encoding,
            "format": source.format,
        },
        "article": _article(bilingual, record.article.metadata),
        "in_brief": [_summary(item) for item in bilingual.in_brief],
        "headline": [row.anchor for row in bilingual.headline],
        "sections": [_section(section, empty.get(section.id)) for section in bilingual.sections],
        "sentences": _sentences(bilingual, None if whole else quoted_sentences(bilingual)),
        "observations": [_observation(one, rows.get(one.id), is_as_read=False) for one in record.observations],
        "programmes": [_programme(found, items) for found in record.programmes],
        "commitments": [_commitment(found, items) for found in record.commitments],
        "events": record_events(bilingual),
        "wording": wording_object(record.wording),
        "gaps": _gaps(bilingual),
        "tensions": record_tensions(bilingual),
        "derived_values": record_derived(bilingual),
        "quotations": record_quotations(bilingual),
        "people": record_people(bilingual),
        "organisations": record_organisations(bilingual),
        "terms": _terms(bilingual),
        "coverage": coverage_object(bilingual.digest.coverage),
        "edits": edits_of_record(bilingual),
        "as_read": [_observation(one, rows.get(one.id), is_as_read=True) for one in record.as_read],
    }


def _terms(bilingual: BilingualDigest) -> list[dict[str, Any]]:
    return [
        {"term_zh": term.zh, "term_en": term.en, "status": term.status, "sentence_count": term.sentences}
        for term in bilingual.terms
    ]


def allows_whole_text(metadata: Metadata) -> bool:
    """Whether the rights that an editor stated let the site publish every sentence."""
    return metadata.rights is not None and _OPEN_RIGHTS.match(metadata.rights.value.strip()) is not None


def decimal_words(number: Decimal | None) -> str | None:
    """``number`` in plain notation (``8460000000``), never with an exponent."""
    return None if number is None else f"{number:f}"


def _value(stated: Stated | None) -> str | None:
    return stated.value if stated else None


def _english(text: Text | None) -> str | None:
    return text.en if text else None


def _told(text: Text | None, name: str) -> dict[str, str | None]:
    """The English of a text and what that is, as ``<name>_en`` and ``<name>_status``; null where there is no text."""
    return {f"{name}_en": _english(text), f"{name}_status": text.status if text else None}


def _article(bilingual: BilingualDigest, metadata: Metadata) -> dict[str, Any]:
    return {
        "title_zh": _value(metadata.title),  # null where the source gives none: a page then shows place and period
        **_told(bilingual.title if metadata.title else None, "title"),
        "subtitle_zh": bilingual.subtitle.zh if bilingual.subtitle else None,
        **_told(bilingual.subtitle, "subtitle"),
        "ref_area": _value(metadata.ref_area),
        "ref_area_en": _english(bilingual.place),
        "ref_area_code": bilingual.place_code,  # GB/T 2260; null where no division or more than one has the name
        "time_period": _value(metadata.time_period),
        "credited_to": _value(metadata.credited_to),
        "authors": [author.value for author in metadata.authors],
        "date_published": _value(metadata.date_published),
        "source_url": _value(metadata.source_url),
        "rights": _value(metadata.rights),
    }


def _summary(item: BilingualItem) -> dict[str, Any]:
    return {
        "text_zh": item.text.zh,
        "text_en": item.text.en,
        "status": item.text.status,
        "statement_en": _english(item.statement),
        "sentences": list(item.sentences),
    }


def _section(section: BilingualSection, gap: str | None) -> dict[str, Any]:
    return {
        "id": section.id,
        "level": section.level,
        "heading_zh": section.heading.zh if section.heading else None,
        **_told(section.heading, "heading"),
        "deck_zh": section.deck.zh if section.deck else None,
        **_told(section.deck, "deck"),
        "captions": [
            {"text_zh": item.text.zh, "text_en": item.text.en, "status": item.text.status} for item in section.captions
        ],
        "gap": gap,
        "summary": [_summary(item) for item in section.bullets],
        "rows": [row.anchor for row in section.rows],
    }


def _sentences(bilingual: BilingualDigest, quoted: frozenset[str] | None) -> list[dict[str, Any]]:
    def entry(sentence: Sentence, section: str) -> dict[str, Any]:
        return {
            "id": sentence.id,
            "section": section,
            "text": sentence.text,
            "start": sentence.start,
            "end": sentence.end,
        }

    return [
        entry(sentence, section.id)
        for section in bilingual.digest.record.article.sections
        for sentence in sorted(section.all_sentences, key=lambda found: found.start)
        if quoted is None or sentence.id in quoted
    ]


def _observation(observation: Observation, row: BilingualRow | None, *, is_as_read: bool) -> dict[str, Any]:
    """A figure; the note of its row is of what it is now, and not of what was read before a correction."""
    change, rank, name = observation.change, observation.rank, row.name if row else None
    note = row.note if row and not is_as_read else None
    return {
        "id": observation.id,
        "indicator": {
            "id": observation.indicator.id,
            "name_zh": observation.indicator.name_zh,
            "name_en": (name.en if name else None) or observation.indicator.name_en,
            "status": name.status if name and name.en else "generated" if observation.indicator.name_en else "missing",
        },
        "kind": observation.kind,
        "as_printed": observation.as_printed,
        "start": observation.start,
        "end": observation.end,
        "sentence": observation.sentence,
        "section": observation.section,
        "number": decimal_words(observation.number),
        "unit_mult": observation.unit_mult,
        "unit_measure": observation.unit_measure,
        "unit_zh": observation.unit_zh,
        "obs_value": decimal_words(observation.obs_value),
        "bound": observation.bound,
        "value_max": decimal_words(observation.value_max),
        "nature": observation.nature,
        "obs_status": observation.obs_status,
        "change": {"base": change.base, "direction": change.direction, "of": change.of} if change else None,
        "rank": {"scope": rank.scope, "of": rank.of} if rank else None,
        "ref_area": observation.ref_area,
        "time_period": observation.time_period,
        "period_source": observation.period_source,
        "fact": observation.fact,
        "derived": observation.derived,
        "rule": observation.rule,
        "corrected_zh": observation.shown_zh,
        "note_zh": note.zh if note else None,
        "note_en": note.en if note else None,
    }


def _programme(programme: Programme, items: Mapping[str, BilingualItem]) -> dict[str, Any]:
    return {
        "id": programme.id,
        "name_zh": programme.name_zh,
        "name_en": items[programme.id].text.en if programme.id in items else None,
        "status": items[programme.id].text.status if programme.id in items else None,
        "kind": programme.kind,
        "sentences": list(programme.sentences),
    }


def _commitment(commitment: Commitment, items: Mapping[str, BilingualItem]) -> dict[str, Any]:
    return {
        "id": commitment.id,
        "sentence": commitment.sentence,
        "text_zh": commitment.text_zh,
        "text_en": items[commitment.id].text.en if commitment.id in items else None,
        "status": items[commitment.id].text.status if commitment.id in items else None,
        "statement_en": _english(items[commitment.id].statement) if commitment.id in items else None,
        "horizon": commitment.horizon,
        "target": commitment.target,
    }


def _gaps(bilingual: BilingualDigest) -> list[dict[str, Any]]:
    shown = (*bilingual.gaps, *(item for section in bilingual.sections for item in section.gaps))
    places = {gap.id: gap for section in bilingual.digest.sections for gap in section.gaps}
    places |= {gap.id: gap for gap in bilingual.digest.gaps}
    found = {}
    for item in shown:
        gap = places.get(item.id)
        found[item.id] = {
            "id": item.id,
            "kind": item.kind,
            "section": gap.section if gap else None,
            "text_zh": item.text.zh,
            "text_en": item.text.en,
            "sentence": gap.sentence if gap else None,
            "words": gap.words if gap else None,
        }
    return list(found.values())
