"""The JSON Schema of what a record tells about its text beyond figures: findings, wording, coverage, corrections."""

from typing import get_args

from policy_digest.model import Action, Target, TermStatus
from policy_digest.model.findings import Checked, DerivedKind, TensionKind
from policy_digest.model.organisations import ORGANISATION_KINDS
from policy_digest.model.records import Fate
from policy_digest.model.wordings import Grade
from policy_digest.render.opendata.record_parts import (
    COUNT,
    DECIMAL,
    FLAG,
    INTEGER,
    NULLABLE,
    SENTENCES,
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


def tension_schema() -> Schema:
    """What does not go together within the text."""
    side = record(
        "one side",
        words=WORDS,
        **SPAN,
        sentence=ident("s", "its sentence"),
        observation=NULLABLE,
        value_zh=WORDS,
        value_en=NULLABLE,
    )
    listed = record("a name of an official list", name=WORDS, parent=WORDS, authority_zh=WORDS, authority_en=WORDS)
    return record(
        "a tension",
        id=ident("t", "its id and anchor"),
        kind=choice(get_args(TensionKind), "what does not go together"),
        text_zh=WORDS,
        text_en=NULLABLE,
        sides=array(side, "what stands against each other"),
        listed=or_null(listed),
    )


def derived_schema() -> Schema:
    """A value that follows from figures."""
    return record(
        "a derived value",
        id=ident("d", "its id and anchor"),
        kind=choice(get_args(DerivedKind), "by which formula"),
        name_zh=WORDS,
        name_en=NULLABLE,
        value=told(DECIMAL, "in unit_measure"),
        number=DECIMAL,
        unit_mult=INTEGER,
        unit_measure=WORDS,
        ref_area=NULLABLE,
        time_period=NULLABLE,
        formula_zh=WORDS,
        formula_en=NULLABLE,
        inputs=array(ident("o", "an observation"), "what it follows from"),
        derived={"const": True},
    )


def quotation_schema() -> Schema:
    """A passage beside the official wording it is close to."""
    return record(
        "a passage beside the wording it is close to",
        id=ident("q", "its id and anchor"),
        words=WORDS,
        **SPAN,
        sentence=ident("s", "its sentence"),
        known=told(WORDS, "key of the known wording"),
        wording=WORDS,
        document_zh=WORDS,
        document_en=WORDS,
        year=INTEGER,
        url=NULLABLE,
        checked=choice(get_args(Checked), "how the known wording was verified"),
        likeness=told(DECIMAL, "from 0 to 1"),
    )


def person_schema() -> Schema:
    """An official or another public figure."""
    post = record("a post", post_zh=WORDS, post_en=NULLABLE)
    return record(
        "a person",
        id=ident("n", "the id and anchor"),
        name_zh=WORDS,
        name_en=NULLABLE,
        standing=choice(("official", "public"), "why the person is listed"),
        posts=array(post, "as printed"),
        sentences=SENTENCES,
    )


def organisation_schema() -> Schema:
    """An organisation named by a whole name."""
    return record(
        "an organisation",
        id=ident("g", "the id within the article"),
        name_zh=told(WORDS, "as printed"),
        standard_zh=told(WORDS, "in standard wording and simplified characters: one name is one organisation"),
        name_en=NULLABLE,
        status_en=choice(("generated", "missing"), "what the English is"),
        kind=choice(ORGANISATION_KINDS, "what it is, by its name"),
        relative=told(FLAG, "whether only the article's place tells which one is meant"),
        sentence_count=told(COUNT, "how many sentences name it"),
        sentences=SENTENCES,
    )


def term_schema() -> Schema:
    """A standard term of the article."""
    status = choice(get_args(TermStatus), "who has this English")
    return record("a term", term_zh=WORDS, term_en=WORDS, status=status, sentence_count=COUNT)


def wording_schema() -> Schema:
    """Whether the article's wording was altered."""
    pair = record(
        "a replaced word",
        printed=WORDS,
        restored=WORDS,
        grade=choice(get_args(Grade), "how sure the restored form is"),
        reason=WORDS,
        **SPAN,
        phrase={"type": "string"},
        printed_phrase={"type": "string"},
        protected=told(FLAG, "in a quotation or a name"),
    )
    counts = dict.fromkeys(("characters", "substitutes", "standards"), COUNT)
    usual = dict.fromkeys(("score", "usual_substitutes", "usual_standards", "staples"), DECIMAL)
    return record("whether a synonym replacer went over the text", altered=FLAG, **counts, **usual, pairs=array(pair))


def coverage_schema() -> Schema:
    """What became of every sentence and number."""
    names = ("sentences", "used", "set_aside", "unread")
    numbers = ("numbers", "numbers_observed", "numbers_rejected", "numbers_unread")
    use = record(
        "what became of a sentence",
        sentence=ident("s", "its id"),
        status=choice(("used", "set-aside", "unread"), "what became of it"),
        reason=NULLABLE,
        by=array(WORDS, "what cites it"),
    )
    number = record(
        "what became of a number",
        as_printed=WORDS,
        **SPAN,
        sentence=NULLABLE,
        numerals=COUNT,
        verdict=choice(get_args(Fate), "what became of it"),
        reason=NULLABLE,
        observations=array(WORDS, "the observations read of it"),
    )
    ledgers = {"ledger": array(use, "in the text's order"), "number_ledger": array(number, "in the text's order")}
    return record("what became of every sentence and number", **dict.fromkeys((*names, *numbers), COUNT), **ledgers)


def edit_schema() -> Schema:
    """A correction in force."""
    return record(
        "a correction",
        id=WORDS,
        action=choice(get_args(Action), "what was done"),
        target=choice(get_args(Target), "to what"),
        target_id=WORDS,
        others=array(WORDS, "further ids that it corrected"),
        what=WORDS,
        **dict.fromkeys(("field", "was", "now"), NULLABLE),
        by=WORDS,
        date=WORDS,
        why=WORDS,
    )
