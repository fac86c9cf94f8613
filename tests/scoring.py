"""Scoring: a record against the labels of its text, span by span and field by field.

The rules are those of ``score.py`` of the evaluation format: a figure is found where its span is exactly right, one
prediction satisfies one label, and only found figures have their fields compared. Names are compared after white space,
quotation marks and 的 are left out (``name=``), or softly, by the F1 of their pairs of characters (``name~``, 0.6).
"""

import re
import unicodedata
from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from policy_digest.model import Observation
from tests.labels import NOWHERE, Labelled

FIELDS = (
    *("value", "unit", "bound", "nature", "kind", "period", "change", "of", "name=", "name~", "place", "fact", "scope"),
)
SOFT = 0.6
_IDLE = re.compile(r"[\s“”‘’\"'「」『』的]")
_DAY = re.compile(r"([1-9]\d{3})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


@dataclass(slots=True)
class Score:
    """Counts of spans and, by field, right and compared; ``faults`` tells each wrong thing in a line."""

    gold: int = 0
    found: int = 0
    false: int = 0
    must_not: int = 0
    fields: dict[str, list[int]] = field(default_factory=lambda: {name: [0, 0] for name in FIELDS})
    faults: list[str] = field(default_factory=list)

    def add(self, other: "Score") -> None:
        """Take in the counts of another score."""
        self.gold += other.gold
        self.found += other.found
        self.false += other.false
        self.must_not += other.must_not
        for name, (right, compared) in other.fields.items():
            self.fields[name][0] += right
            self.fields[name][1] += compared
        self.faults += other.faults

    def rates(self) -> dict[str, float | None]:
        """Precision, recall, F1, and the accuracy of each field; None where nothing was compared."""
        rates = {
            "precision": _ratio(self.found, self.found + self.false),
            "recall": _ratio(self.found, self.gold),
            "f1": _ratio(2 * self.found, self.gold + self.found + self.false),
        }
        return rates | {name: _ratio(*counts) for name, counts in self.fields.items()}


def _ratio(top: int, bottom: int) -> float | None:
    return top / bottom if bottom else None


def score(labelled: Labelled, observations: Sequence[Observation]) -> Score:
    """How well ``observations`` tell what the labels of a text tell."""
    core = [gold for gold in labelled.observations if gold["tier"] != "minor"]
    minor = [(gold["start"], gold["end"]) for gold in labelled.observations if gold["tier"] == "minor"]
    result = Score(gold=len(core))
    pairs = _pairs(core, observations)
    for gold, told in pairs:
        _compare_into(result, labelled, core[gold], observations[told])
    _facts_into(result, labelled, [(core[gold], observations[told]) for gold, told in pairs])
    result.found = len(pairs)
    taken = {gold for gold, _ in pairs}
    result.faults += [
        f"{labelled.id}: missed {gold['span']} ({gold['name_zh']})"
        for index, gold in enumerate(core)
        if index not in taken
    ]
    _false_into(result, labelled, _left_over(pairs, observations, minor), core)
    return result


def _left_over(
    pairs: Iterable[tuple[int, int]], observations: Sequence[Observation], minor: Iterable[tuple[int, int]]
) -> Sequence[Observation]:
    taken = {told for _, told in pairs}
    return [
        one
        for index, one in enumerate(observations)
        if index not in taken and not any(start <= one.start and one.end <= end for start, end in minor)
    ]


def _false_into(
    result: Score, labelled: Labelled, left: Iterable[Observation], core: Iterable[Mapping[str, Any]]
) -> None:
    spans = [span for gold in core for span in _spans(gold)]
    for one in left:
        result.false += 1
        own = any(start < one.end and one.start < end for start, end in spans)
        hit = not own and any(m["start"] < one.end and one.start < m["end"] for m in labelled.must_not)
        result.must_not += hit
        why = "must not be read" if hit else "read with other ends or twice" if own else "not labelled"
        result.faults.append(f"{labelled.id}: {one.as_printed} ({one.indicator.name_zh}) {why}")


def _spans(gold: Mapping[str, Any]) -> list[tuple[int, int]]:
    others = (gold.get("accept") or {}).get("span") or ()
    return [(gold["start"], gold["end"]), *((start, end) for start, end in others)]


def _pairs(core: Sequence[Mapping[str, Any]], observations: Sequence[Observation]) -> list[tuple[int, int]]:
    """Labels and observations at one place, one to one, the best agreement first."""
    at: dict[tuple[int, int], list[int]] = defaultdict(list)
    for index, one in enumerate(observations):
        at[one.start, one.end].append(index)
    options = []
    for gold, label in enumerate(core):
        for span in _spans(label):
            for told in at[span]:
                checks = _compare(label, observations[told])
                likeness = max(_likeness(name, observations[told].indicator.name_zh) for name in _names(label))
                options.append((-checks["name="][0], -likeness, -sum(c[0] for c in checks.values()), gold, told))
    pairs: list[tuple[int, int]] = []
    for *_, gold, told in sorted(options):
        if all(gold != g and told != t for g, t in pairs):
            pairs.append((gold, told))
    return sorted(pairs)


def _compare_into(result: Score, labelled: Labelled, gold: Mapping[str, Any], told: Observation) -> None:
    for name, (right, want, got) in _compare(gold, told).items():
        result.fields[name][0] += right
        result.fields[name][1] += 1
        if not right and name != "name~":
            result.faults.append(f"{labelled.id}: {gold['span']} {name} is {got}, labelled {want}")


def _facts_into(result: Score, labelled: Labelled, pairs: Sequence[tuple[Mapping[str, Any], Observation]]) -> None:
    """Whether mentions labelled as one fact share ``fact``, and no others of the text share it with them."""
    by_label: dict[str, set[str]] = defaultdict(set)
    for gold, told in pairs:
        if gold.get("fact"):
            by_label[gold["fact"]].add(told.fact)
    for label, facts in by_label.items():
        result.fields["fact"][0] += len(facts) == 1
        result.fields["fact"][1] += 1
        if len(facts) != 1:
            result.faults.append(f"{labelled.id}: fact {label} is told as {len(facts)} facts")


def _compare(gold: Mapping[str, Any], told: Observation) -> dict[str, tuple[bool, object, object]]:
    """field → (right, labelled, told); fields that the label does not tell are absent."""
    accept = gold.get("accept") or {}

    def options(name: str, own: object) -> list[Any]:
        return [own, *(accept.get(name) or ())]

    found: dict[str, tuple[bool, object, object]] = {}
    values = options("value", gold["value"])
    found["value"] = (_number(told.obs_value) in map(_number, values), gold["value"], told.obs_value)
    found["unit"] = (_is_unit(told.unit_measure, options("unit", gold["unit"])), gold["unit"], told.unit_measure)
    for name in ("bound", "nature", "kind"):
        got = getattr(told, name)
        found[name] = (got in options(name, gold[name]), gold[name], got)
    periods = map(_interval, options("period", gold["period"]))
    found["period"] = (_interval(told.time_period) in periods, gold["period"], told.time_period)
    if change := gold.get("change"):
        base, of = (told.change.base, told.change.of) if told.change else (None, None)
        direction = told.change.direction if told.change else None
        bases = map(_base, options("base", change["base"]))
        right = _base(base) in bases and direction == change["direction"]
        found["change"] = (right, f"{change['base']} {change['direction']}", f"{base} {direction}")
        if change.get("of"):
            found["of"] = (max(_likeness(o, of) for o in options("of", change["of"])) >= SOFT, change["of"], of)
    name = told.indicator.name_zh
    exact = _key(name) in map(_key, _names(gold))
    found["name="] = (exact, gold["name_zh"], name)
    found["name~"] = (exact or max(_likeness(n, name) for n in _names(gold)) >= SOFT, gold["name_zh"], name)
    if scope := gold.get("scope"):
        found["scope"] = (told.rank is not None and told.rank.scope == scope, scope, told.rank and told.rank.scope)
    if gold.get("place"):
        place = None if gold["place"] == NOWHERE else gold["place"]
        found["place"] = (told.ref_area == place, gold["place"], told.ref_area)
    return found


def _names(gold: Mapping[str, Any]) -> list[str]:
    return [gold["name_zh"], *(gold.get("name_accept") or ())]


def _number(value: object) -> Decimal | None:
    return None if value is None or value == "" else Decimal(str(value).replace(",", ""))


def _is_unit(unit: str, options: Iterable[str]) -> bool:
    return any(unit == option or (option == "other:*" and unit.startswith("other:")) for option in options)


def _key(name: str | None) -> str:
    return _IDLE.sub("", unicodedata.normalize("NFKC", name or ""))


def _likeness(one: str | None, two: str | None) -> float:
    """The F1 of the two names' pairs of neighbouring characters."""
    one, two = _key(one), _key(two)
    if not one or one == two:
        return float(bool(one))
    left = Counter(one[i : i + 2] for i in range(len(one) - 1))
    right = Counter(two[i : i + 2] for i in range(len(two) - 1))
    total = left.total() + right.total()
    return 2 * (left & right).total() / total if total else 0.0


def _edge(text: str, *, last: bool) -> str | None:
    match = _DAY.fullmatch(text)
    if match is None:
        return None
    year, month = int(match[1]), int(match[2] or (12 if last else 1))
    day = int(match[3] or (monthrange(year, month)[1] if last else 1))
    return f"{year:04d}-{month:02d}-{day:02d}"


def _interval(period: object) -> object:
    """A period as ``first day/last day``; ``..`` is an open end."""
    if not isinstance(period, str):
        return None
    low, _, high = period.partition("/")
    start = low if low == ".." else _edge(low, last=False)
    end = (high or low) if (high or low) == ".." else _edge(high or low, last=True)
    return f"{start}/{end}"


def _base(base: str | None) -> str | None:
    head, colon, rest = (base or "").partition(":")
    return f"{head}:{_interval(rest) if head == 'since' else _key(rest)}" if colon else base
