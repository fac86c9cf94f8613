"""The pages of what a collection follows (commitments, programmes, places), before a template sees them."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from policy_digest.model import (
    BilingualDigest,
    BilingualItem,
    Collection,
    FollowedCommitment,
    PlaceEntry,
    PlaceFigure,
    PlaceUnit,
    ProgrammeEntry,
    TimeState,
)
from policy_digest.model.series import NATIONS

WHOLE = 300
"""Up to so many entries an index shows all of them; beyond, it counts them and leads to pages of its parts."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page to be made in both languages: its address, its template, and what the template is given.

    ``slugs`` are the digests of the place that it is the page of.
    """

    address: str
    template: str
    values: Mapping[str, object]
    slugs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Horizon:
    """The commitments of one place for one horizon; ``key`` is that of its address, ``years`` None for none stated."""

    key: str
    anchor: str
    address: str
    years: str | None
    time: TimeState
    entries: tuple[FollowedCommitment, ...]

    @property
    def answered(self) -> int:
        """Of how many something is said later."""
        return sum(bool(entry.evidence) for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Promised:
    """The commitments of one place by horizon; ``place`` is None for documents that name none."""

    place: PlaceEntry | None
    anchor: str
    horizons: tuple[Horizon, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """The programmes of one kind."""

    id: str
    address: str
    entries: tuple[ProgrammeEntry, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A unit in the tree of places: the entry where there are digests of it, and what lies in it."""

    unit: PlaceUnit
    entry: PlaceEntry | None
    below: tuple["Node", ...]


def followed_pages(collection: Collection) -> tuple[Sheet, ...]:
    """The pages of commitments, programmes and places, each index before its parts."""
    promised, kinds = promises(collection), kinds_of(collection.programmes)
    known: dict[str, object] = {
        "places": {place.key: place for place in collection.places},
        "newest": collection.reaches,
        "kind_address": {kind.id: kind.address for kind in kinds},
        "sentences_of": _quoter(collection.digests),
    }
    return (
        *_commitment_sheets(collection, promised, known),
        *_programme_sheets(collection, kinds, known),
        *_place_sheets(collection, promised, known),
    )


def _quoter(digests: Iterable[BilingualDigest]) -> Callable[[BilingualDigest, BilingualItem], tuple[str, ...]]:
    """What gives the sentences of an item, as its article has them."""
    known = {digest.slug: digest.digest.record.article.by_id for digest in digests}

    def sentences_of(digest: BilingualDigest, item: BilingualItem) -> tuple[str, ...]:
        own = known[digest.slug]
        return tuple(own[name].text for name in item.sentences if name in own)

    return sentences_of


def _commitment_sheets(
    collection: Collection, promised: tuple[Promised, ...], known: Mapping[str, object]
) -> Iterable[Sheet]:
    is_whole = len(collection.commitments) <= WHOLE
    answered = sum(bool(entry.evidence) for entry in collection.commitments)
    counts = {"total": len(collection.commitments), "answered": answered}
    yield Sheet("commitments/", "commitments.md", {**known, **counts, "promised": promised, "is_whole": is_whole})
    for of_place in () if is_whole else promised:
        for horizon in of_place.horizons:
            values = {**known, "horizon": horizon, "place": of_place.place}
            yield Sheet(horizon.address, "commitments_part.md", values)


def _programme_sheets(collection: Collection, kinds: tuple[Kind, ...], known: Mapping[str, object]) -> Iterable[Sheet]:
    is_whole = len(collection.programmes) <= WHOLE
    likenesses = {"likenesses": collection.likenesses, "total": len(collection.programmes)}
    yield Sheet("programmes/", "programmes.md", {**known, **likenesses, "kinds": kinds, "is_whole": is_whole})
    for kind in () if is_whole else kinds:
        yield Sheet(kind.address, "programmes_part.md", {**known, "kind": kind})


def _place_sheets(
    collection: Collection, promised: tuple[Promised, ...], known: Mapping[str, object]
) -> Iterable[Sheet]:
    roots = tree(collection.places)
    strays = tuple(digest for digest in collection.digests if digest.place is None)
    yield Sheet("places/", "places.md", {**known, "roots": roots, "strays": strays})
    own = {of_place.place.key: of_place for of_place in promised if of_place.place}
    programmes: dict[str, list[ProgrammeEntry]] = {}
    for entry in collection.programmes:
        programmes.setdefault(entry.place, []).append(entry)
    codes = {place.code: place for place in collection.places if place.code}
    below = {node.entry.key: node.below for node in _nodes(roots) if node.entry}
    for place in collection.places:
        values: dict[str, object] = {"place": place, "promised": own.get(place.key), "codes": codes}
        values |= {"programmes": programmes.get(place.key, ()), "topics": topics_of(place.figures)}
        values |= {**known, "below": below.get(place.key, ())}
        slugs = tuple(digest.slug for digest in place.digests)
        yield Sheet(f"places/{place.key}/", "place.md", values, slugs)


def promises(collection: Collection) -> tuple[Promised, ...]:
    """The commitments by place and horizon, in the order of the collection."""
    places = {place.key: place for place in collection.places}
    is_whole = len(collection.commitments) <= WHOLE
    found: dict[str, dict[str | None, list[FollowedCommitment]]] = {}
    for one in collection.commitments:
        found.setdefault(one.place, {}).setdefault(one.horizon, []).append(one)
    return tuple(
        Promised(
            places.get(key),
            f"at-{key or 'no-place'}",
            tuple(_horizon(key or "no-place", horizon, own, is_whole=is_whole) for horizon, own in by_horizon.items()),
        )
        for key, by_horizon in found.items()
    )


def _horizon(place: str, horizon: str | None, entries: Sequence[FollowedCommitment], *, is_whole: bool) -> Horizon:
    key = re.sub("[^0-9]+", "-", horizon or "").strip("-") or "no-date"
    years = "–".join(dict.fromkeys(re.findall(r"\d{4}", horizon or ""))) or None
    anchor = f"at-{place}-{key}"
    address = "commitments/" if is_whole else f"commitments/{place}/{key}/"
    return Horizon(key, anchor, address, years, entries[0].time, tuple(entries))


def kinds_of(programmes: Sequence[ProgrammeEntry]) -> tuple[Kind, ...]:
    """The programmes by kind; each kind's by place, in the order of the collection."""
    found: dict[str, list[ProgrammeEntry]] = {}
    for entry in programmes:
        found.setdefault(entry.kind, []).append(entry)
    is_whole = len(programmes) <= WHOLE
    return tuple(
        Kind(kind, "programmes/" if is_whole else f"programmes/{kind}/", tuple(found[kind])) for kind in sorted(found)
    )


def topics_of(figures: Sequence[PlaceFigure]) -> tuple[tuple[str, tuple[PlaceFigure, ...]], ...]:
    """The figures of a place by topic, in their order."""
    found: dict[str, list[PlaceFigure]] = {}
    for figure in figures:
        found.setdefault(figure.topic, []).append(figure)
    return tuple((topic, tuple(own)) for topic, own in found.items())


def tree(places: Sequence[PlaceEntry]) -> tuple[Node, ...]:
    """The places by what they lie in: the nation, units with a code by code, then those that only a name tells of."""
    children: dict[tuple[str, ...], dict[str, PlaceUnit]] = {}
    entries: dict[tuple[str, ...], PlaceEntry] = {}
    for place in places:
        path: tuple[str, ...] = ()
        for unit in place.units or (PlaceUnit(None, place.name),):
            key = unit.code or f"~{unit.name.zh}"
            children.setdefault(path, {}).setdefault(key, unit)
            path = (*path, key)
        entries.setdefault(path, place)
    return _level((), children, entries)


def _level(
    path: tuple[str, ...],
    children: Mapping[tuple[str, ...], Mapping[str, PlaceUnit]],
    entries: Mapping[tuple[str, ...], PlaceEntry],
) -> tuple[Node, ...]:
    units = sorted(children.get(path, {}).items(), key=lambda item: (item[1].name.zh not in NATIONS, item[0]))
    lower = ((unit, (*path, key)) for key, unit in units)
    return tuple(Node(unit, entries.get(own), _level(own, children, entries)) for unit, own in lower)


def _nodes(roots: Iterable[Node]) -> Iterable[Node]:
    for node in roots:
        yield node
        yield from _nodes(node.below)


def years_of(digests: Iterable[BilingualDigest]) -> tuple[tuple[str | None, tuple[BilingualDigest, ...]], ...]:
    """The digests of a place by the year that their period ends in, in their order."""
    found: dict[str | None, list[BilingualDigest]] = {}
    for digest in digests:
        stated = digest.digest.record.article.metadata.time_period
        years = re.findall(r"\d{4}", stated.value) if stated else []
        found.setdefault(years[-1] if years else None, []).append(digest)
    return tuple((year, tuple(own)) for year, own in found.items())
