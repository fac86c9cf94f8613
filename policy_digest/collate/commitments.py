"""Commitments followed through a collection: three statuses, kept apart, and never a verdict.

What the text calls a commitment; what later documents of the same place say, with the rule by which they are shown; and
whether its time has passed, against the newest period that the collection has. No clock is asked.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from policy_digest.collate.localities import place_key
from policy_digest.collate.programmes import folded
from policy_digest.collate.spans import end_of, span_of
from policy_digest.lexicon.stances import Stances
from policy_digest.model import (
    BilingualDigest,
    BilingualItem,
    BilingualRow,
    Called,
    Evidence,
    FollowedCommitment,
    Observation,
    Text,
    TimeState,
)

_OF_ONE_DOCUMENT = 2
"""How many figures of one indicator are shown of one later document."""

_PLAN = "plan"


class _Statement(NamedTuple):
    """What a document says: by figure or by name, and the last month it says it of (empty for a name)."""

    evidence: Evidence
    ends: str
    observation: Observation | None


class _Topic:
    """All documents of a place that speak of one thing, the oldest first."""

    def __init__(self) -> None:
        self.ends: list[str] = []
        self.documents: list[list[_Statement]] = []

    def add(self, ends: str, slug: str, statement: _Statement) -> None:
        """Add a statement of the document ``slug``, whose period ends then; documents come in their order."""
        if not self.documents or self.documents[-1][-1].evidence.digest.slug != slug:
            self.ends.append(ends)
            self.documents.append([])
        self.documents[-1].append(statement)

    def after(self, ends: str, horizon: str) -> tuple[list[list[_Statement]], int]:
        """The document next after ``ends``, the one that tells of ``horizon``, and how many more there are.

        Where none tells of that time itself, the two next after ``ends`` and the first that reaches it.
        """
        first = bisect_right(self.ends, ends)
        reaching = max(first, bisect_left(self.ends, horizon)) if horizon else first
        own = self.documents[reaching] if horizon and reaching < len(self.documents) else []
        chosen = {first, reaching}
        chosen |= set() if any(one.ends == horizon for one in own) else {first + 1}
        found = [self.documents[at] for at in sorted(chosen) if at < len(self.documents)]
        return found, len(self.documents) - first - len(found)


Topics = dict[tuple[str, ...], _Topic]


def followed(digests: Sequence[BilingualDigest], stances: Stances | None) -> tuple[FollowedCommitment, ...]:
    """Every commitment by place and horizon (none last), then in the order of the digests and of their texts."""
    accounts = newest_account(digests)
    topics, newest = _topics(digests), _ends(accounts) if accounts else ""
    last: dict[str, str] = {}
    for digest in digests:
        last[place_key(digest)] = max(last.get(place_key(digest), ""), _ends(digest))
    found = [one for digest in digests for one in _of_digest(digest, topics, newest, last, stances)]
    return tuple(sorted(found, key=lambda one: (one.place == "", one.place, one.horizon is None, one.horizon or "")))


def newest_account(digests: Sequence[BilingualDigest]) -> BilingualDigest | None:
    """The digest of the newest period that is given account of; plans alone do not say that time has passed.

    ``digests`` stand newest first.
    """
    return next((digest for digest in digests if _ends(digest) and _looks_back(digest)), None)


def _looks_back(digest: BilingualDigest) -> bool:
    record = digest.digest.record
    return not record.commitments or any(one.nature == "actual" for one in record.observations)


def _ends(digest: BilingualDigest) -> str:
    stated = digest.digest.record.article.metadata.time_period
    return end_of(stated.value) if stated else ""


def _topics(digests: Sequence[BilingualDigest]) -> Topics:
    topics: Topics = {}
    for digest in sorted(digests, key=lambda digest: (_ends(digest), digest.slug)):
        place, ends = place_key(digest), _ends(digest)
        if place and ends:
            for key, statement in (*_figures(digest, place), *_names(digest, place)):
                for of_time in _times(statement):
                    topics.setdefault((*key, *of_time), _Topic()).add(ends, digest.slug, statement)
    return topics


def _times(statement: _Statement) -> tuple[tuple[str, ...], ...]:
    """Under what a statement is found: a plan under the time it is for, since it tells nothing of one for another.

    What is expected of a time behind the document's own (今年预期增长13%) is a plan as well.
    """
    seen = statement.observation
    is_ahead = seen is not None and seen.nature == "expected" and statement.ends > _ends(statement.evidence.digest)
    return ((_PLAN, ""), (_PLAN, statement.ends)) if is_ahead or (seen and seen.nature == "target") else ((),)


def _figures(digest: BilingualDigest, place: str) -> Iterator[tuple[tuple[str, ...], _Statement]]:
    observations = {one.id: one for one in digest.digest.record.observations}
    for row in (row for section in digest.sections for row in section.rows if row.marks):
        observation = observations.get(row.marks[0].observation)
        if row.indicator and observation and observation.time_period:
            statement = _Statement(Evidence("indicator", digest, row=row), end_of(observation.time_period), observation)
            yield _key_of(place, row), statement


def _key_of(place: str, row: BilingualRow) -> tuple[str, ...]:
    return "indicator", place, row.place.zh if row.place else "", row.indicator or ""


def _names(digest: BilingualDigest, place: str) -> Iterator[tuple[tuple[str, ...], _Statement]]:
    for item in (item for section in digest.sections for item in section.programmes):
        yield ("programme", place, folded(item.text.zh)), _Statement(Evidence("programme", digest, item=item), "", None)


def _of_digest(
    digest: BilingualDigest, topics: Topics, newest: str, last: Mapping[str, str], stances: Stances | None
) -> Iterator[FollowedCommitment]:
    known = {commitment.id: commitment for commitment in digest.digest.record.commitments}
    observations = {one.id: one for one in digest.digest.record.observations}
    rows, names = _rows_by_sentence(digest), _programmes_by_sentence(digest)
    place, ends = place_key(digest), _ends(digest)
    has_later = bool(place and ends) and last[place] > ends
    for item in (item for section in digest.sections for item in section.commitments):
        commitment = known.get(item.id)
        if commitment is None:
            continue
        targets = tuple(row for row in rows.get(commitment.sentence, ()) if _is_target_in(row, item))
        likes = [observations[row.marks[0].observation] for row in targets if row.marks[0].observation in observations]
        horizon = _horizon(commitment.horizon, likes)
        until = end_of(horizon)
        figures = [_key_of(place, row) for row in targets if row.indicator]
        keys = [*figures, *((*key, _PLAN, until) for key in figures)]
        keys += [
            ("programme", place, name) for name in names.get(commitment.sentence, ()) if name in folded(item.text.zh)
        ]
        evidence, more = _evidence(keys, topics, ends, until, likes) if place and ends else ((), 0)
        called, time = _called(item, stances), _time(until, newest)
        yield FollowedCommitment(place, digest, item, called, horizon, targets, evidence, more, time, has_later)


def _horizon(stated: str | None, targets: Sequence[Observation]) -> str | None:
    """The horizon of a commitment: the period of its latest target, where that ends after what its sentence says."""
    periods = [one.time_period for one in targets if one.nature == "target" and span_of(one.time_period)]
    latest = max(periods, key=end_of, default=None)
    return latest if latest and end_of(latest) > end_of(stated) else stated


def _rows_by_sentence(digest: BilingualDigest) -> Mapping[str, list[BilingualRow]]:
    found: dict[str, list[BilingualRow]] = {}
    for row in (row for section in digest.sections for row in section.rows):
        for sentence in dict.fromkeys(mark.sentence for mark in row.marks):
            found.setdefault(sentence, []).append(row)
    return found


def _programmes_by_sentence(digest: BilingualDigest) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for item in (item for section in digest.sections for item in section.programmes):
        for sentence in item.sentences:
            found.setdefault(sentence, []).append(folded(item.text.zh))
    return found


def _is_target_in(row: BilingualRow, item: BilingualItem) -> bool:
    """Whether a row is a target or an expectation that stands in the words of the commitment."""
    return row.nature != "actual" and any(mark.figure in item.text.zh for mark in row.marks)


def _evidence(
    keys: Sequence[tuple[str, ...]], topics: Topics, ends: str, until: str, likes: Sequence[Observation]
) -> tuple[tuple[Evidence, ...], int]:
    """What later documents say on any of ``keys``, in the order of the documents; and how much is left out."""
    found, more = list[_Statement](), 0
    for topic in (topics[key] for key in dict.fromkeys(keys) if key in topics):
        documents, left = topic.after(ends, until)
        more += left
        for statements in documents:
            later = [one for one in statements if one.observation is None or one.ends > ends or one.ends == until]
            chosen = sorted(later, key=lambda one: _distance(one, until, likes))[:_OF_ONE_DOCUMENT]
            found += chosen[:1] if chosen and chosen[0].observation is None else chosen
    shown = sorted(found, key=lambda one: (_ends(one.evidence.digest), one.evidence.digest.slug, one.evidence.rule))
    return tuple(one.evidence for one in shown), more


def _distance(one: _Statement, until: str, likes: Sequence[Observation]) -> tuple[bool, bool, bool]:
    """Figures of the commitment's own time first, then what is no plan again, then those measured in the same way."""
    seen = one.observation
    is_alike = seen is None or any((seen.kind, seen.unit_measure) == (like.kind, like.unit_measure) for like in likes)
    return one.ends != until, seen is not None and seen.nature == "target", not is_alike


def _called(item: BilingualItem, stances: Stances | None) -> Called | None:
    found = stances.of(item.text.zh) if stances else None
    return Called(found[0].id, Text(found[0].name.zh, found[0].name.en, "generated"), found[1]) if found else None


def _time(until: str, newest: str) -> TimeState:
    if not until:
        return "unstated"
    return "passed" if newest and until <= newest else "open"
