"""The rows of ``indicators.csv``: every observation of every digest, in page order."""

from collections.abc import Iterable

from policy_digest.model import BilingualDigest, BilingualRow, Observation
from policy_digest.render.record import decimal_words
from policy_digest.render.views import quoted_sentences

COLUMNS = (
    *("slug", "place", "period", "id", "indicator_id", "name_zh", "name_en", "name_status", "kind", "as_printed"),
    *("number", "unit_mult", "obs_value", "value_max", "unit_measure", "bound", "nature"),
    *("change_base", "change_direction", "change_of", "rank_scope", "ref_area", "time_period", "period_source"),
    *("sentence", "url_fragment", "fact", "derived", "note_zh", "note_en"),
)


def figure_rows(bilingual: BilingualDigest) -> Iterable[tuple[str, ...]]:
    """A row for each observation of a digest."""
    record = bilingual.digest.record
    article = record.article
    quoted = quoted_sentences(bilingual)
    sentences = {known: sentence.text for known, sentence in article.by_id.items() if known in quoted}
    rows = {mark.observation: row for section in bilingual.sections for row in section.rows for mark in row.marks}
    period = article.metadata.time_period
    shared = (bilingual.slug, bilingual.place.zh if bilingual.place else "", period.value if period else "")
    for observation in record.observations:
        row = rows.get(observation.id)
        yield (*shared, *_row(observation, row, sentences.get(observation.sentence, "")))


def _row(observation: Observation, row: BilingualRow | None, sentence: str) -> tuple[str, ...]:
    change, rank = observation.change, observation.rank
    name_en = (row.name.en if row else None) or observation.indicator.name_en
    status = row.name.status if row and row.name.en else "generated" if name_en else "missing"
    return (
        *(observation.id, observation.indicator.id or "", observation.indicator.name_zh, name_en or "", status),
        *(observation.kind, observation.as_printed, decimal_words(observation.number) or ""),
        *(str(observation.unit_mult), decimal_words(observation.obs_value) or ""),
        *(decimal_words(observation.value_max) or "", observation.unit_measure, observation.bound, observation.nature),
        *((change.base, change.direction, change.of or "") if change else ("", "", "")),
        *(rank.scope or "" if rank else "", observation.ref_area or "", observation.time_period or ""),
        *(observation.period_source or "", sentence, f"#{observation.id}" if row else "", observation.fact),
        *("true" if observation.derived else "false", *note_words(row)),
    )


def note_words(row: BilingualRow | None) -> tuple[str, str]:
    """What the page says beside a figure, in both languages; empty where it says nothing."""
    return (row.note.zh, row.note.en or "") if row and row.note else ("", "")
