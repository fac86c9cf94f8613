"""The places of a collection: which digests are of one place, and what its figures are now and were before."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import ROUND_HALF_EVEN, Decimal
from typing import NamedTuple

from policy_digest.collate.comparability import Comparing
from policy_digest.collate.figures import figures_of
from policy_digest.collate.spans import end_of
from policy_digest.lexicon import Lexicon
from policy_digest.model import BilingualDigest, Observation, PlaceEntry, PlaceFigure, Since
from policy_digest.model.series import Figure, Span
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


def places(
    digests: Iterable[BilingualDigest], lexicon: Lexicon | None, comparing: Comparing | None
) -> tuple[PlaceEntry, ...]:
    """The places by key, codes first; without the lexicon, and the rules of comparison made of it, without figures."""
    figures = _Figures(lexicon, comparing) if lexicon and comparing else None
    return tuple(_entry(key, own, figures) for key, own in by_place(digests).items())


def _entry(key: str, digests: tuple[BilingualDigest, ...], figures: "_Figures | None") -> PlaceEntry:
    newest = digests[0]
    units = next((digest.hierarchy for digest in digests if digest.hierarchy), ())
    name = units[-1].name if newest.place_code and units else newest.place
    if name is None:
        raise ValueError(f"{newest.slug}: a place without a name")
    rows = [row for digest in digests for section in digest.sections for row in section.rows]
    others = sum(row.indicator is None for row in rows)
    return PlaceEntry(key, name, units, digests, figures.of(digests) if figures else (), others)


class _Told(NamedTuple):
    digest: BilingualDigest
    figure: Figure
    span: Span


class _Figures:
    """The latest figures of places by topic, each with what it was in the report before."""

    def __init__(self, lexicon: Lexicon, comparing: Comparing) -> None:
        self._lexicon, self._comparing = lexicon, comparing
        self._topics = {entry.id: (entry.topic, entry.weight) for entry in lexicon.names.entries}

    def of(self, digests: Sequence[BilingualDigest]) -> tuple[PlaceFigure, ...]:
        """The figures of one place, whose ``digests`` stand newest first; within a topic the weightier ones first."""
        groups: dict[tuple[str, ...], dict[str, list[_Told]]] = {}
        for told in (told for digest in digests for told in self._told(digest)):
            seen = told.figure.observation
            key = (told.figure.row.indicator or "", seen.kind, seen.unit_measure, seen.nature)
            groups.setdefault(key, {}).setdefault(told.digest.slug, []).append(told)
        ends = [end_of(_period(digest)) for digest in digests]
        found = []
        for (indicator, *_), by_digest in sorted(groups.items()):
            topic, weight = self._topics.get(self._stem(indicator), ("other", 0))
            latest = self._latest(list(by_digest.values()), topic, ends)
            found += [(topic, -weight, indicator, figure) for figure in latest]
        return tuple(figure for *_, figure in sorted(found, key=lambda entry: entry[:3]))

    def _stem(self, indicator: str) -> str:
        """The catalogue's id that an indicator's begins with: that of tax revenue for its growth and its rank."""
        while indicator and indicator not in self._topics:
            indicator = indicator.rpartition("_")[0]
        return indicator

    def _told(self, digest: BilingualDigest) -> Iterator[_Told]:
        """What tells of the whole place, and of whole months that are known."""
        for figure in figures_of(digest, self._lexicon):
            is_whole = figure.row.indicator and figure.row.place is None
            if is_whole and figure.span and figure.span.months:
                yield _Told(digest, figure, figure.span)

    def _latest(self, by_digest: Sequence[Sequence[_Told]], topic: str, ends: Sequence[str]) -> Iterator[PlaceFigure]:
        """The figures of the newest digest that has any; the newest period of them.

        ``ends`` are the last months of the place's documents, in their order: the next one names the report before.
        """
        newest = max(told.span.end for told in by_digest[0])
        shown = [told for told in by_digest[0] if told.span.end == newest]
        if len(shown) > _MOST_AT_ONCE:
            return
        for told in shown:
            is_alone = sum(other.span == told.span for other in shown) == 1
            before = self._before(told, by_digest[1:], ends) if is_alone else None
            yield PlaceFigure(topic, told.digest, told.figure.row, before)

    def _before(self, told: _Told, earlier: Sequence[Sequence[_Told]], ends: Sequence[str]) -> Since | None:
        """The value in the report before, where nothing forbids to compare it; None where it tells none, or several.

        The change is told only where nothing stands against the comparison.
        """
        if told.figure.observation.kind not in _COMPARED:
            return None
        own = end_of(_period(told.digest))
        last = next((end for end in ends if end < own), "")
        found = []
        for one in (one for then in earlier for one in then if last and end_of(_period(one.digest)) == last):
            verdict = self._comparing.compare(one.figure, told.figure).verdict
            if one.span.end < told.span.end and verdict != "not":
                found.append((one, verdict))
        newest = [pair for pair in found if pair[0].span.end == max(other.span.end for other, _ in found)]
        return _since(told, *newest[0]) if len(newest) == 1 else None


def _period(digest: BilingualDigest) -> str | None:
    stated = digest.digest.record.article.metadata.time_period
    return stated.value if stated else None


def _since(told: _Told, before: _Told, verdict: str) -> Since:
    new, old = told.figure.observation, before.figure.observation
    is_points = new.unit_measure in _POINTS
    change = (_points(new, old) if is_points else _percent(new, old)) if verdict == "comparable" else None
    return Since(before.digest, before.figure.row, "points" if is_points else "percent", change)


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
