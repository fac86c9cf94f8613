"""The explorer of figures: the pages that list all of them, what can be filtered by, and the data that filters read."""

import json
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from policy_digest.model import BilingualDigest, BilingualEdit, Collection, Page, PlaceEntry, Text
from policy_digest.model.series import Area, Figure
from policy_digest.render.edits import edits_by_target, printed_value
from policy_digest.render.followed import Sheet
from policy_digest.render.record import decimal_words
from policy_digest.render.views import IndicatorGroup, indicator_groups, value_pieces

WHOLE = 500
"""Up to so many rows the page of all figures prints them all; beyond, it leads to a page for each place."""

ROWS = "assets/explorer/rows.json"
COMPONENT = "assets/explorer/datatables.js"
OTHER = "other"

T = TypeVar("T", bound=Hashable)


@dataclass(frozen=True, slots=True)
class PlaceFigures:
    """The page of the rows of one place's digests; ``place`` is None for documents that name none."""

    place: PlaceEntry | None
    address: str
    groups: tuple[IndicatorGroup, ...]

    @property
    def total(self) -> int:
        """How many rows there are."""
        return sum(len(group.rows) for group in self.groups)


@dataclass(frozen=True, slots=True)
class Facets:
    """What figures can be filtered by, each value with how many rows have it.

    ``places`` are those that digests are about, ``others`` those that their rows name beside; years stand latest first.
    """

    total: int
    places: tuple[tuple[Area, int], ...]
    others: tuple[tuple[Area, int], ...]
    years: tuple[tuple[int | None, int], ...]
    topics: tuple[tuple[str, int], ...]
    kinds: tuple[tuple[str, int], ...]
    natures: tuple[tuple[str, int], ...]
    statuses: tuple[tuple[str, int], ...]


def explorer_pages(collection: Collection) -> tuple[Sheet, ...]:
    """The page of all figures, and where they are many one for each place."""
    rows = sum(len(section.rows) for digest in collection.digests for section in digest.sections)
    is_whole = rows <= WHOLE
    parts = () if is_whole else tuple(_parts(collection))
    values: dict[str, object] = {
        "groups": _groups(collection, collection.digests) if is_whole else (),
        "parts": parts,
        "facets": _facets(collection),
        "rows_file": ROWS,
        "component": COMPONENT,
    }
    whole = Sheet("indicators/", "indicators.md", values)
    return (whole, *(Sheet(part.address, "indicators_part.md", {"part": part}) for part in parts))


def _groups(collection: Collection, digests: Iterable[BilingualDigest]) -> tuple[IndicatorGroup, ...]:
    return indicator_groups(digests, {one.id: one.name for one in collection.series})


def _parts(collection: Collection) -> Iterable[PlaceFigures]:
    for place in collection.places:
        yield PlaceFigures(place, f"indicators/at-{place.key}/", _groups(collection, place.digests))
    placed = {digest.slug for place in collection.places for digest in place.digests}
    if strays := [digest for digest in collection.digests if digest.slug not in placed]:
        yield PlaceFigures(None, "indicators/at-no-place/", _groups(collection, strays))


def _facets(collection: Collection) -> Facets:
    figures = collection.figures
    topics = _topics(collection)
    areas = Counter(figure.area.id for figure in figures if figure.area)
    known = {figure.area.id: figure.area for figure in reversed(figures) if figure.area}
    subjects = {digest.place_code or digest.place.zh for digest in collection.digests if digest.place}
    counted = tuple((known[area], areas[area]) for area in sorted(areas))
    return Facets(
        total=len(figures),
        places=tuple(pair for pair in counted if pair[0].id in subjects),
        others=tuple(pair for pair in counted if pair[0].id not in subjects),
        years=tuple(sorted(Counter(map(_year, figures)).items(), key=lambda pair: (pair[0] is None, -(pair[0] or 0)))),
        topics=_counted(topics.get(figure.row.indicator or "", OTHER) for figure in figures),
        kinds=_counted(figure.row.kind for figure in figures),
        natures=_counted(figure.row.nature for figure in figures),
        statuses=_counted(figure.observation.obs_status for figure in figures),
    )


def _counted(values: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(values).items(), key=lambda pair: (pair[0] == OTHER, pair[0])))


def _topics(collection: Collection) -> Mapping[str, str]:
    return {series.id: series.topic or OTHER for series in collection.series}


def _year(figure: Figure) -> int | None:
    """The year that a figure's period ends in; None where that is open or not known."""
    return figure.span.year if figure.span else None


class _Listed(Generic[T]):
    """Values by number, each once, in the order in which they come."""

    def __init__(self) -> None:
        self._numbers: dict[T, int] = {}

    def number(self, value: T | None) -> int:
        """The number of ``value``; -1 for None."""
        return -1 if value is None else self._numbers.setdefault(value, len(self._numbers))

    @property
    def values(self) -> tuple[T, ...]:
        return tuple(self._numbers)


def explorer_files(collection: Collection) -> tuple[Page, ...]:
    """What the explorer's script reads: the rows; the component that filters them is added by ``publish``.

    They stand in the order of the page of all figures; what many share (names, places, periods, notes) is told once
    and referred to by its number.
    """
    rows = json.dumps(_rows(collection), ensure_ascii=False, separators=(",", ":"))
    return (Page(ROWS, f"{rows}\n"),)


def _rows(collection: Collection) -> Mapping[str, object]:
    topics, edits = _topics(collection), edits_by_target(collection.digests)
    slugs, series = _Listed[str](), _Listed[str]()
    names, areas, periods, notes, codes = (_Listed[tuple[object, ...]]() for _ in range(5))

    def row(figure: Figure) -> list[object]:
        shown, observation, span = figure.row, figure.observation, figure.span
        area = (figure.area.id, *_both(figure.area.name)) if figure.area else None
        ends = (span.end, span.start) if span else (0, 0)
        coded = (topics.get(shown.indicator or "", OTHER), shown.kind, shown.nature, observation.obs_status)
        return [
            *(slugs.number(figure.slug), shown.anchor, series.number(shown.indicator)),
            *(names.number((*_both(shown.name), shown.name.status)), value_pieces(shown.value.zh)),
            value_pieces(shown.value.en) if shown.value.en else 0,
            *(decimal_words(observation.obs_value) or "", observation.unit_measure, areas.number(area)),
            *(periods.number((*_both(shown.period), observation.time_period or "", *ends, _year(figure))),),
            *(codes.number(coded), notes.number(_both(shown.note) if shown.note else None)),
            *_edited(edits.get(shown.anchor, ())),
        ]

    rows = [row(figure) for figure in _in_order(collection)]
    return {
        "slugs": slugs.values,
        "series": series.values,
        "names": names.values,
        "areas": areas.values,
        "periods": periods.values,
        "notes": notes.values,
        "codes": codes.values,
        "rows": rows,
    }


def _edited(edits: tuple[BilingualEdit, ...]) -> Iterable[str]:
    """Of a row that was corrected the id of the correction, and the value as printed where that was changed."""
    if edits:
        value = printed_value(edits)
        yield from (edits[0].edit.id, (value.edit.was if value else None) or "")


def _both(text: Text) -> tuple[str, str]:
    """Chinese and English; empty where there is no English."""
    return text.zh, text.en or ""


def _in_order(collection: Collection) -> list[Figure]:
    """The figures in the order of the page of all figures."""
    known = {(figure.slug, figure.row.anchor): figure for figure in collection.figures}
    listed = (
        (entry.digest.slug, entry.row.anchor) for g in _groups(collection, collection.digests) for entry in g.rows
    )
    return [known[key] for key in listed if key in known]
