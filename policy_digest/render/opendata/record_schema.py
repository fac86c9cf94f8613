"""The JSON Schema (draft 2020-12) of a record, ``data/<slug>.json``: each key with its type and what it holds.

Every key is always there; what is not known is null. Later versions may add keys, so unknown ones are allowed; the
project's tests hold its own records to the keys that stand here.
"""

from typing import Any, get_args

from policy_digest.model import Bound, EventKind, Kind, Nature, PeriodSource, Precision, Status
from policy_digest.render.opendata.record_findings_schema import (
    coverage_schema,
    derived_schema,
    edit_schema,
    organisation_schema,
    person_schema,
    quotation_schema,
    tension_schema,
    term_schema,
    wording_schema,
)
from policy_digest.render.opendata.record_parts import (
    COUNT,
    DECIMAL_OR_NULL,
    FLAG,
    INTEGER,
    NULLABLE,
    SENTENCES,
    SHA256,
    SPAN,
    WORDS,
    Schema,
    array,
    choice,
    ident,
    or_null,
    record,
    told,
)

DRAFT = "https://json-schema.org/draft/2020-12/schema"
_OBSERVATION = {"$ref": "#/$defs/observation"}
_STATUS = choice(get_args(Status), "what the English is")
_STATUS_OR_NULL = or_null(_STATUS)


def record_schema(version: str) -> dict[str, Any]:
    """The schema of records whose key ``schema`` is ``version``."""
    body = record(
        "One article as structured data",
        schema={"const": version},
        slug=told({"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}, "name of the article in addresses"),
        source=_source(),
        article=_article(),
        in_brief=array(_summary(), "the digest in a few lines"),
        headline=array(WORDS, "anchors of the headline figures' rows"),
        sections=array(_section(), "sections in the text's order"),
        sentences=array(_sentence(), "the sentences that the page quotes, or all where rights allow it"),
        observations=array(_OBSERVATION, "every figure, mention by mention"),
        programmes=array(_programme(), "named mechanisms, methods, campaigns and projects"),
        commitments=array(_commitment(), "sentences that say what will be done"),
        events=array(_event(), "what the text dates: openings, launches, completions, awards"),
        wording=wording_schema(),
        gaps=array(_gap(), "what a reader would look for and the text does not hold"),
        tensions=array(tension_schema(), "what does not go together within the text"),
        derived_values=array(derived_schema(), "values that follow from figures; none is an observation"),
        quotations=array(quotation_schema(), "passages close to a known official wording that are not it"),
        people=array(person_schema(), "officials and other public figures; no private individuals"),
        organisations=array(organisation_schema(), "organisations named by a whole name, not classes of them"),
        terms=array(term_schema(), "standard terms that the article contains"),
        coverage=coverage_schema(),
        edits=array(edit_schema(), "corrections in force"),
        as_read=array(_OBSERVATION, "observations that were corrected or hidden, as they were read"),
    )
    return {"$schema": DRAFT, "title": "Policy Digest record", **body, "$defs": {"observation": _observation()}}


def _source() -> Schema:
    return record(
        "the file that was read",
        path=told(WORDS, "its name"),
        sha256=SHA256,
        encoding=WORDS,
        format=choice(("txt", "md"), "what it was read as"),
    )


def _article() -> Schema:
    return record(
        "what is known of the article as a whole",
        title_zh=told(NULLABLE, "null where the source gives none"),
        title_en=NULLABLE,
        title_status=_STATUS_OR_NULL,
        subtitle_zh=NULLABLE,
        subtitle_en=NULLABLE,
        subtitle_status=_STATUS_OR_NULL,
        ref_area=told(NULLABLE, "the place it is about"),
        ref_area_en=NULLABLE,
        ref_area_code=told(NULLABLE, "official code (GB/T 2260; nine digits that extend it for towns)"),
        time_period=told(NULLABLE, "ISO 8601 date or interval; .. is an open end"),
        credited_to=NULLABLE,
        authors=array(WORDS, "authors named in the text"),
        date_published=NULLABLE,
        source_url=NULLABLE,
        rights=NULLABLE,
    )


def _summary() -> Schema:
    return record(
        "a line of a summary",
        text_zh=WORDS,
        text_en=NULLABLE,
        status=_STATUS,
        statement_en=told(NULLABLE, "English composed from its figures where there is no translation"),
        sentences=SENTENCES,
    )


def _section() -> Schema:
    return record(
        "a section",
        id=told(WORDS, "lead, or h- and a hash"),
        level=COUNT,
        heading_zh=NULLABLE,
        heading_en=NULLABLE,
        heading_status=_STATUS_OR_NULL,
        deck_zh=told(NULLABLE, "second line of a label-and-deck pair"),
        deck_en=NULLABLE,
        deck_status=_STATUS_OR_NULL,
        captions=array(
            record("a picture's caption", text_zh=WORDS, text_en=NULLABLE, status=_STATUS), "captions that stand alone"
        ),
        gap=or_null(choice(("heading-only", "captions-only"), "why it has no body")),
        summary=array(_summary(), "its bullets"),
        rows=array(WORDS, "anchors of the rows of its table"),
    )


def _sentence() -> Schema:
    return record("a sentence", id=ident("s", "its id"), section=WORDS, text=WORDS, **SPAN)


def _observation() -> Schema:
    indicator = record(
        "what is measured",
        id=told(NULLABLE, "id in the catalogue, or null"),
        name_zh=WORDS,
        name_en=NULLABLE,
        status=_STATUS,
    )
    change = record(
        "what a change is against", base=WORDS, direction=choice(("up", "down", "flat"), "which way"), of=NULLABLE
    )
    return record(
        "a figure as one sentence tells it",
        id=ident("o", "its id and anchor"),
        indicator=indicator,
        kind=choice(get_args(Kind), "kind of figure"),
        as_printed=told(WORDS, "the source's text from start to end"),
        **SPAN,
        sentence=ident("s", "its sentence"),
        section=WORDS,
        number=told(DECIMAL_OR_NULL, "as printed, in Arabic digits"),
        unit_mult=told(INTEGER, "power of ten: 4 for 万, 8 for 亿"),
        unit_measure=WORDS,
        unit_zh={"type": "string"},
        obs_value=told(DECIMAL_OR_NULL, "in unit_measure, negative for a fall"),
        bound=choice(get_args(Bound), "how the value bounds what it tells of"),
        value_max=told(DECIMAL_OR_NULL, "upper end of a range"),
        nature=choice(get_args(Nature), "reported, expected or aimed at"),
        obs_status=choice(("A", "F", "E", "P"), "SDMX code of the status"),
        change=or_null(change),
        rank=or_null(record("a place in a comparison", scope=NULLABLE, of=NULLABLE)),
        ref_area=NULLABLE,
        time_period=NULLABLE,
        period_source=or_null(choice(get_args(PeriodSource), "how the period is known")),
        fact=told(WORDS, "the same for all mentions of one fact"),
        derived=FLAG,
        rule=told({"type": "string"}, "the rule that read it"),
        corrected_zh=told(NULLABLE, "a value that an editor put in place of the printed one"),
        **dict.fromkeys(("note_zh", "note_en"), told(NULLABLE, "what the page says beside the value: cumulative")),
    )


def _programme() -> Schema:
    return record(
        "a programme",
        id=ident("p", "its id and anchor"),
        name_zh=WORDS,
        name_en=NULLABLE,
        status=_STATUS_OR_NULL,
        kind=WORDS,
        sentences=SENTENCES,
    )


def _commitment() -> Schema:
    return record(
        "a commitment",
        id=ident("c", "its id and anchor"),
        sentence=ident("s", "its sentence"),
        text_zh=WORDS,
        text_en=NULLABLE,
        status=_STATUS_OR_NULL,
        statement_en=NULLABLE,
        horizon=told(NULLABLE, "by when, as the text says"),
        target=told(NULLABLE, "id of the observation that is aimed at"),
    )


def _event() -> Schema:
    date = {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?|-Q[1-4])?$"}
    return record(
        "an event",
        id=ident("v", "its id and anchor"),
        date=told(date, "as precise as the text has it"),
        precision=choice(get_args(Precision), "how precise the date is"),
        kind=choice(get_args(EventKind), "what happened"),
        nature=choice(("actual", "target"), "whether it was done or still to come"),
        text_zh=WORDS,
        text_en=NULLABLE,
        status_en=_STATUS,
        sentence=ident("s", "its sentence"),
    )


def _gap() -> Schema:
    keys = dict.fromkeys(("section", "text_en", "sentence", "words"), NULLABLE)
    return record("a gap", id=ident("g", "its id and anchor"), kind=NULLABLE, text_zh=WORDS, **keys)
