"""The places of a collection: which digests are of one place, and what its figures are now and were before."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import ROUND_HALF_EVEN, Decimal
from typing import NamedTuple

from policy_digest.collate.reaches import Span, end_of, span_of
from policy_digest.model import BilingualDigest, BilingualRow, Observation, PlaceEntry, PlaceFigure, Since
from policy_digest.romanise import slug_of

_COMPARED = ("level", "count", "share")
_POINTS = ("percent", "percentage_point")
_MOST_AT_ONCE = 3
"""More figures of one indicator, period and nature than this are parts of something; none of them speaks for it."""


def place_key(bilingual: BilingualDigest) -> str:
    """The address of a digest's place: its official code, or its name in pinyin with a mark of its own; else empty.

    The mark is made of the name's characters, so that neither a namesake in pinyin nor a new place changes an address.
    """
    area = bilingual.digest.record.article.metadata.ref_area
    if area is None:
        return ""
    if bilingual.place_code:
        return bilingual.place_code
    name = "".join(area.value.split())
    mark = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:6]
    return f"{re.sub('[^a-z0-9]+', '', slug_of(name)) or 'place'}-{mark}"


def by_place(digests: Iterable[BilingualDigest]) -> Mapping[str, tuple[BilingualDigest, ...]]:
    """The digests of each place, in the order given; those of no place are left out."""
    found: dict[str, list[BilingualDigest]] = {}
    for digest in digests:
        if key := place_key(digest):
            found.setdefault(key, []).append(digest)
    return {key: tuple(found[key]) for key in sorted(found)}


def places(digests: Iterable[BilingualDigest], topics: Mapping[str, tuple[str, int]]) -> tuple[PlaceEntry, ...]:
    """The places by key, codes first. ``topics`` gives each catalogued indicator its topic and its weight."""
    return tuple(_entry(key, own, topics) for key, own in by_place(digests).items())


def _entry(key: str, digests: tuple[BilingualDigest, ...], topics: Mapping[str, tuple[str, int]]) -> PlaceEntry:
    newest = digests[0]
    units = next((digest.hierarchy for digest in digests if digest.hierarchy), ())
    name = units[-1].name if newest.place_code and units else newest.place
    if name is None:
        raise ValueError(f"{newest.slug}: a place without a name")
    rows = [row for digest in digests for section in digest.sections for row in section.rows]
    others = sum(row.indicator is None for row in rows)
    return PlaceEntry(key, name, units, digests, _figures(digests, topics), others)


class _Told(NamedTuple):
    digest: BilingualDigest
    row: BilingualRow
    observation: Observation
    span: Span


def _figures(digests: Sequence[BilingualDigest], topics: Mapping[str, tuple[str, int]]) -> tuple[PlaceFigure, ...]:
    """The latest figures by topic; within it the weightier indicators first."""
    groups: dict[tuple[str, ...], dict[str, list[_Told]]] = {}
    for told in (told for digest in digests for told in _told(digest)):
        seen = told.observation
        key = (told.row.indicator or "", seen.kind, seen.unit_measure, seen.nature)
        groups.setdefault(key, {}).setdefault(told.digest.slug, []).append(told)
    ends = [end_of(_period(digest)) for digest in digests]
    found = []
    for (indicator, *_), by_digest in sorted(groups.items()):
        topic, weight = topics.get(_stem(indicator, topics), ("other", 0))
        found += [(topic, -weight, indicator, figure) for figure in _latest(list(by_digest.values()), topic, ends)]
    return tuple(figure for *_, figure in sorted(found, key=lambda entry: entry[:3]))


def _stem(indicator: str, topics: Mapping[str, tuple[str, int]]) -> str:
    """The catalogue's id that an indicator's begins with: that of tax revenue for its growth and its rank."""
    while indicator and indicator not in topics:
        indicator = indicator.rpartition("_")[0]
    return indicator


def _told(digest: BilingualDigest) -> Iterator[_Told]:
    """The rows of a digest that tell of the whole place, and of a period that is known."""
    observations = {observation.id: observation for observation in digest.digest.record.observations}
    for row in (row for section in digest.sections for row in section.rows):
        speaker = observations.get(row.marks[0].observation) if row.marks else None
        span = span_of(speaker.time_period) if speaker else None
        if speaker and span and row.indicator and row.place is None:
            yield _Told(digest, row, speaker, span)


def _latest(by_digest: Sequence[Sequence[_Told]], topic: str, ends: Sequence[str]) -> Iterator[PlaceFigure]:
    """The figures of the newest digest that has any; the newest period of them.

    ``ends`` are the last months of the place's documents, in their order: the next one names the report before.
    """
    newest = max(told.span.end for told in by_digest[0])
    shown = [told for told in by_digest[0] if told.span.end == newest]
    if len(shown) > _MOST_AT_ONCE:
        return
    for told in shown:
        is_alone = sum(other.span == told.span for other in shown) == 1
        before = _before(told, by_digest[1:], ends) if is_alone else None
        yield PlaceFigure(topic, told.digest, told.row, before)


def _before(told: _Told, earlier: Sequence[Sequence[_Told]], ends: Sequence[str]) -> Since | None:
    """The value in the report before, of an earlier period as long; None where it tells none, or several."""
    if told.observation.kind not in _COMPARED:
        return None
    own = end_of(_period(told.digest))
    last = next((end for end in ends if end < own), "")
    found = [
        one
        for told_then in earlier
        if last and end_of(_period(told_then[0].digest)) == last
        for one in told_then
        if one.span.end < told.span.end and one.span.is_as_long_as(told.span)
    ]
    newest = [one for one in found if one.span.end == max(other.span.end for other in found)]
    return _compared(told, newest[0]) if len(newest) == 1 else None


def _period(digest: BilingualDigest) -> str | None:
    stated = digest.digest.record.article.metadata.time_period
    return stated.value if stated else None


def _compared(told: _Told, before: _Told) -> Since:
    new, old = told.observation, before.observation
    is_points = new.unit_measure in _POINTS
    change = _points(new, old) if is_points else _percent(new, old)
    return Since(before.digest, before.row, "points" if is_points else "percent", change)


def _points(new: Observation, old: Observation) -> Decimal | None:
    """The difference of two shares, to the last digit that both have."""
    if not (_is_exact(new) and _is_exact(old)) or new.obs_value is None or old.obs_value is None:
        return None
    return (new.obs_value - old.obs_value).quantize(max(_step(new), _step(old)), ROUND_HALF_EVEN)


def _percent(new: Observation, old: Observation) -> Decimal | None:
    """The change in per cent, with no digit that the rounding of both values leaves open; None where it leaves all."""
    if not (_is_exact(new) and _is_exact(old)) or not new.obs_value or not old.obs_value or old.obs_value < 0:
        return None
    low = ((new.obs_value - _half(new)) / (old.obs_value + _half(old)) - 1) * 100
    high = ((new.obs_value + _half(new)) / (old.obs_value - _half(old)) - 1) * 100
    change = (new.obs_value / old.obs_value - 1) * 100
    for step in (Decimal("0.1"), Decimal(1)):
        if high - low <= 2 * step:
            return change.quantize(step, ROUND_HALF_EVEN)
    return None


def _is_exact(one: Observation) -> bool:
    return one.bound == "eq" and one.value_max is None and one.number is not None


def _step(one: Observation) -> Decimal:
    """What the last printed digit counts, in the unit of the value."""
    exponent = one.number.as_tuple().exponent if one.number is not None else 0
    return Decimal(1).scaleb((exponent if isinstance(exponent, int) else 0) + one.unit_mult)


def _half(one: Observation) -> Decimal:
    """How far rounding may have moved a value; a count of things is not rounded."""
    return Decimal(0) if one.kind == "count" and one.unit_mult == 0 else _step(one) / 2
