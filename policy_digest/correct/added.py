"""Observations and programmes that an editor adds: each stands on words of the text, and on no others."""

from dataclasses import replace
from typing import Any, cast

from policy_digest.correct.edits import edit_of
from policy_digest.correct.figures import indicator_of, shown, what
from policy_digest.correct.finding import Finder
from policy_digest.correct.quotes import Place, squeezed
from policy_digest.correct.values import EXPECTED, Value, read_value
from policy_digest.lexicon import Lexicon
from policy_digest.model import Correction, Kind, Observation, Programme, Rank, Record, id_of

RULE = "editor"


def add_observation(correction: Correction, record: Record, finder: Finder, lexicon: Lexicon) -> Record:
    """``record`` with an observation of a figure that was not read."""
    place = place_of(correction, finder)
    if place is None:
        return record
    start, end = place.span
    there = next((o for o in record.observations if o.start < end and start < o.end), None)
    if there is not None:
        found = f"'{correction.words}', which was read as '{there.as_printed}' ({there.id})"
        finder.fault(correction, found, "a figure that was not read, or 'change: observation'")
        return record
    value = _value(correction, finder, lexicon)
    if value is None:
        return record
    made = _observation(correction, record, place, value, lexicon)
    edit = edit_of(record.article.slug, correction, made.id, what(made), now=shown(made, "value"))
    observations = tuple(sorted((*record.observations, made), key=lambda o: o.start))
    return replace(record, observations=observations, edits=(*record.edits, edit))


def add_programme(correction: Correction, record: Record, finder: Finder) -> Record:
    """``record`` with a programme that was not found; its name is words of the text, each mention of them counts."""
    if place_of(correction, finder, is_one=False) is None:
        return record
    words = squeezed(correction.words or "")
    name = correction.fields.get("name", words)
    slug = record.article.slug
    sentences = tuple(dict.fromkeys(place.sentence.id for place in finder.quotes.find(words)))
    made = Programme(id_of("p", slug, RULE, words), name, correction.fields["kind"], sentences)
    taken = {known.name_zh.strip("“").split("”")[0] for known in record.programmes}
    if name.strip("“”") in taken or made.id in {known.id for known in record.programmes}:
        finder.fault(correction, f"'{name}', which is a programme of the article already", "one that was not found")
        return record
    edit = edit_of(slug, correction, made.id, name)
    return replace(record, programmes=(*record.programmes, made), edits=(*record.edits, edit))


def place_of(correction: Correction, finder: Finder, *, is_one: bool = True) -> Place | None:
    """Where a correction's words stand in the text; None, with a fault, where they do not, or in several places."""
    words = correction.words or ""
    within = finder.quotes.find(correction.within) if correction.within else ()
    if correction.within and not within:
        finder.vanished(correction, correction.within)
        return None
    places = finder.quotes.find(words)
    if correction.within:
        places = tuple(p for p in places if any(_is_in(p, other) for other in within))
    if not places:
        finder.vanished(correction, words)
        return None
    if is_one and len(places) > 1:
        lines = [f"line {finder.quotes.line(place.span[0])}: {place.sentence.text[:24]}" for place in places]
        finder.fault(
            correction,
            f"'{words}', which stands in {len(places)} places of the text",
            f"one: a longer quotation ('in') of {', '.join(lines[:4])}",
        )
        return None
    return places[0]


def _is_in(place: Place, other: Place) -> bool:
    return place.sentence.id == other.sentence.id and other.start <= place.start and place.end <= other.end


def _value(correction: Correction, finder: Finder, lexicon: Lexicon) -> Value | None:
    """What the figure is worth: its own words, or the value stated where they are written in another way."""
    fields = correction.fields
    words = fields.get("value") or correction.words or ""
    value = read_value(words, lexicon.figures, is_rank=fields.get("kind") == "rank")
    if value is None:
        hint = (
            EXPECTED if "value" in fields else f"{EXPECTED} (or 'value' in 'set', where the text writes it otherwise)"
        )
        finder.fault(correction, f"'{words}', which is no figure that can be read", hint)
    return value


def _observation(correction: Correction, record: Record, place: Place, value: Value, lexicon: Lexicon) -> Observation:
    """The observation at ``place``; a period or place that is not stated is that of the whole text, as of any other."""
    fields = correction.fields
    start, end = place.span
    kind = cast("Kind", fields.get("kind") or value.kind or "level")
    slug, printed = record.article.slug, record.article.source.text[start:end]
    measure = "rank" if kind == "rank" else value.unit_measure or ""
    id_ = id_of("o", slug, RULE, f"{place.sentence.text}\n{printed}\n{place.start}")
    nature = fields["nature"]
    metadata = record.article.metadata
    area, period = metadata.ref_area, metadata.time_period
    return Observation(
        id=id_,
        indicator=indicator_of(fields["indicator"], kind, measure, lexicon),
        kind=kind,
        as_printed=printed,
        start=start,
        end=end,
        sentence=place.sentence.id,
        section=place.section.id,
        number=value.number,
        unit_mult=value.mult,
        unit_measure=measure,
        unit_zh=value.unit_zh or "",
        obs_value=value.size * (value.sign or 1),
        bound=cast("Any", fields.get("bound", "eq")),
        value_max=None,
        nature=cast("Any", nature),
        obs_status="A" if nature == "actual" else "F",
        change=None,  # what it is against is for the text to say
        rank=Rank(None, fields["indicator"]) if kind == "rank" else None,
        ref_area=fields.get("ref_area") or (area.value if area else None),
        time_period=fields.get("time_period") or (period.value if period else None),
        period_source="explicit" if "time_period" in fields else "context" if period else None,
        fact=id_of("f", slug, RULE, id_),
        derived=False,
        rule=RULE,
        shown_zh=squeezed(fields["value"]).lstrip("+-\u2212") if "value" in fields else None,
    )
