"""Derived values in both languages, each with its formula in the figures that a page prints."""

import re
from collections.abc import Mapping

from policy_digest.lexicon.derived import Formula
from policy_digest.model import BilingualDerived, Derived, Digest, Text
from policy_digest.translate.computed import quantity_text
from policy_digest.translate.periods import period_text
from policy_digest.translate.rows import Sources, source_mark
from policy_digest.translate.values import chinese_value, english_value

SIGNS = "+\N{MINUS SIGN}"
CONVERSION = re.compile(r" \([^()]*\)\Z")


def bilingual_derived(
    digest: Digest, sources: Sources, formulas: Mapping[str, Formula]
) -> tuple[BilingualDerived, ...]:
    """The derived values of a digest; raises KeyError for a case that ``derived.yml`` does not hold."""
    return tuple(_derived(derived, sources, formulas[derived.case]) for derived in digest.derived)


def _derived(derived: Derived, sources: Sources, known: Formula) -> BilingualDerived:
    name = sources.texts.name(derived.name_zh, derived.name_en)
    inputs = [_printed(known_id, sources) for known_id in derived.inputs]
    return BilingualDerived(
        id=derived.id,
        kind=derived.kind,
        name=Text(known.name.zh.format(name=name.zh), known.name.en.format(name=name.en or name.zh), name.status),
        value=quantity_text(
            derived.number, derived.unit_mult, derived.unit_measure, derived.unit_zh, derived.name_zh, sources.terms
        ),
        period=period_text(derived.time_period),
        formula=Text(
            known.formula.zh.format(*(text.zh for text in inputs)),
            known.formula.en.format(*(text.en or text.zh for text in inputs)),
            "generated",
        ),
        inputs=derived.inputs,
    )


def _printed(observation: str, sources: Sources) -> Text:
    """A figure as its row prints it, without a conversion, and without sign: the formula has its own."""
    one = sources.observations[observation]
    mark = source_mark(one, sources)
    zh, english = chinese_value(one, mark, sources.terms), english_value(one, mark, sources.terms, sources.area_zh)
    return Text(zh.lstrip(SIGNS), CONVERSION.sub("", english.lstrip(SIGNS)), "generated")
