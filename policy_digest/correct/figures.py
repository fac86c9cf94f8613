"""Observations corrected: fields set, names given, mentions hidden; the figure as printed stays what it was."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, cast

from policy_digest.correct.edits import edit_of
from policy_digest.correct.finding import Finder, find_observations
from policy_digest.correct.quotes import squeezed
from policy_digest.correct.values import EXPECTED, Value, read_value
from policy_digest.lexicon import Lexicon
from policy_digest.model import Change, Correction, Edit, Indicator, Kind, Observation, Record, id_of

_PLAIN = ("bound", "kind", "nature", "ref_area", "time_period")


def correct_observation(
    correction: Correction, original: Record, record: Record, finder: Finder, lexicon: Lexicon
) -> Record:
    """``record`` with one correction of observations carried out. What it addresses is sought in ``original``."""
    found = {o.id for o in find_observations(finder, correction, original.observations)}
    if not found:
        return record
    if correction.action == "hide":
        hidden = [o for o in record.observations if o.id in found]
        record = hide_observations(record, found)
        if not hidden:
            return record
        first, others = hidden[0], [o.id for o in hidden[1:]]
        was = shown(first, "value")
        edit = edit_of(record.article.slug, correction, first.id, what(first), was=was, others=others)
        return replace(record, edits=(*record.edits, edit))
    facts = _facts(record, found)
    made: list[Observation] = []
    pairs = []
    for observation in record.observations:
        changed = observation
        if observation.id in found:
            changed = replace(_set(observation, correction, finder, lexicon), fact=facts[observation.id])
            pairs.append((observation, changed))
        made.append(changed)
    edits = _edits(record.article.slug, correction, pairs) if pairs else []
    return _told(replace(record, observations=tuple(made)), original, found, edits)


def hide_observations(record: Record, ids: Iterable[str]) -> Record:
    """``record`` without the mentions ``ids``, which stay with it as they were read."""
    hidden = [o for o in record.observations if o.id in set(ids)]
    gone = {o.id for o in hidden}
    commitments = tuple(replace(c, target=None) if c.target in gone else c for c in record.commitments)
    kept = tuple(o for o in record.observations if o.id not in gone)
    made = replace(record, observations=kept, commitments=commitments)
    return _told(made, record, gone, ())


def what(observation: Observation) -> str:
    """A figure in the words of its text: its name, and the figure as printed."""
    return f"{observation.indicator.name_zh} {squeezed(observation.as_printed)}"


def indicator_of(name: str, kind: Kind, unit_measure: str, lexicon: Lexicon) -> Indicator:
    """The indicator that a name is: the catalogue's, where it has one of that name."""
    if kind in ("change", "rank"):
        return Indicator(None, name)
    entry = lexicon.names.find(name, unit_measure)
    return Indicator(entry.id, name, entry.name_en) if entry else Indicator(None, name)


def _told(record: Record, before: Record, ids: Iterable[str], edits: Iterable[Edit]) -> Record:
    """``record`` with its edits, and with what ``before`` had of the mentions ``ids`` kept beside it, each once."""
    known = {o.id for o in record.as_read}
    wanted = set(ids) - known
    kept = tuple(o for o in before.observations if o.id in wanted)
    return replace(record, as_read=(*record.as_read, *kept), edits=(*record.edits, *edits))


def _facts(record: Record, ids: set[str]) -> Mapping[str, str]:
    """The fact of each mention that is corrected: its own from now on, where other mentions of it are not corrected."""
    left = {o.fact for o in record.observations if o.id not in ids}
    return {o.id: id_of("f", o.fact, o.id) if o.fact in left else o.fact for o in record.observations if o.id in ids}


def _set(observation: Observation, correction: Correction, finder: Finder, lexicon: Lexicon) -> Observation:
    """The observation with all the fields of a correction set."""
    fields = correction.fields
    changes: dict[str, Any] = {field: fields[field] for field in _PLAIN if field in fields}
    if "nature" in fields:
        changes["obs_status"] = "A" if fields["nature"] == "actual" else "F"
    if "time_period" in fields:
        changes["period_source"] = "explicit"
    made = replace(observation, **changes)
    if "value" in fields:
        value = read_value(fields["value"], lexicon.figures, observation, is_rank=made.kind == "rank")
        if value is None:
            finder.fault(correction, f"'{fields['value']}' for 'value'", EXPECTED)
            return made
        made = _valued(made, value, fields)
    if "indicator" in fields:
        named = indicator_of(fields["indicator"], made.kind, made.unit_measure, lexicon)
        made = replace(made, indicator=named)
    return made


def _valued(observation: Observation, value: Value, fields: Mapping[str, str]) -> Observation:
    """The observation with another value; a value that is stated is bounded by no word of the text (近, 以上)."""
    sign = value.sign or (-1 if (observation.obs_value or Decimal(0)) < 0 else 1)
    size = value.size * sign
    change = observation.change
    if change is not None:
        direction = "up" if size > 0 else "down" if size < 0 else "flat"
        change = Change(change.base, cast("Any", direction), change.of)
    return replace(
        observation,
        number=value.number,
        unit_mult=value.mult,
        unit_zh=observation.unit_zh if value.unit_zh is None else value.unit_zh,
        unit_measure=value.unit_measure or observation.unit_measure,
        obs_value=size,
        value_max=None,
        bound=cast("Any", fields.get("bound", "eq")),
        change=change,
        shown_zh=squeezed(fields["value"]).lstrip("+-\u2212"),
    )


def _edits(slug: str, correction: Correction, pairs: Sequence[tuple[Observation, Observation]]) -> list[Edit]:
    """A row for each field that is set; the first of the mentions ``pairs`` (before, after) speaks for all."""
    before, after = pairs[0]
    others = [observation.id for observation, _ in pairs[1:]]
    return [
        edit_of(
            slug,
            correction,
            before.id,
            what(before),
            field=field,
            was=shown(before, field),
            now=shown(after, field),
            others=others,
        )
        for field in correction.fields
    ]


def shown(observation: Observation, field: str) -> str | None:
    """A field of an observation in words."""
    if field == "indicator":
        return observation.indicator.name_zh
    if field == "value":
        return _signed(observation)
    value = getattr(observation, field)
    return None if value is None else str(value)


def _signed(observation: Observation) -> str:
    printed = observation.shown_zh or squeezed(observation.as_printed)
    is_fall = (observation.obs_value or Decimal(0)) < 0 and not printed.startswith(("-", "\u2212"))
    return f"\u2212{printed}" if is_fall else printed
