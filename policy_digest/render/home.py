"""The home page, before a template sees it: what the collection holds, and where and when its digests are of."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from policy_digest.model import BilingualDigest, Collection, PlaceEntry, Text
from policy_digest.model.ids import id_of
from policy_digest.render.followed import Node, tree, years_of
from policy_digest.render.views import DigestView

MOST_ROWS = 30
"""So many rows of places the home page shows; where there are more, larger units stand for what lies in them."""

MOST_YEARS = 10
"""So many columns of years it shows; the last of them stands for all that are earlier."""

_EARLIER = "../"
_WHOLE_YEAR = Text("全年", "Full year", "generated")


@dataclass(frozen=True, slots=True)
class Cell:
    """What one row has of one year: its digests, each with the part of the year that it covers."""

    year: str | None
    digests: tuple[tuple[BilingualDigest, Text], ...]


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """A place, or a unit that places lie in, with the years of its digests.

    ``path`` leads to it from the row that it stands under. ``entry`` is the place where there are digests of it; a row
    that is a ``sum`` counts all that lies in its unit, and says of how many ``places``.
    """

    path: tuple[Text, ...]
    depth: int
    anchor: str
    entry: PlaceEntry | None
    cells: tuple[Cell, ...]
    is_sum: bool
    places: int


@dataclass(frozen=True, slots=True)
class CoverageTable:
    """Places by year, the newest year first; ``years`` ends with None where a document states no period.

    ``../2015`` is 2015 and what is earlier.

    ``more`` is how many rows the home page leaves to the page of places; ``is_summed`` where units stand for places.
    """

    years: tuple[str | None, ...]
    rows: tuple[CoverageRow, ...]
    more: int

    @property
    def is_summed(self) -> bool:
        """Whether a row stands for the places in it."""
        return any(row.is_sum for row in self.rows)


@dataclass(frozen=True, slots=True)
class Totals:
    """What the collection holds, in numbers, as its indexes count it."""

    digests: int
    places: int
    figures: int
    programmes: int
    commitments: int
    answered: int
    gaps: int


def totals(collection: Collection, views: Iterable[DigestView]) -> Totals:
    """The numbers of ``collection``, whose digests ``views`` shows."""
    counts = [view.counts for view in views]
    return Totals(
        digests=len(counts),
        places=len(collection.places),
        figures=sum(one.figures for one in counts),
        programmes=len(collection.programmes),
        commitments=len(collection.commitments),
        answered=sum(bool(one.evidence) for one in collection.commitments),
        gaps=sum(one.gaps for one in counts),
    )


def coverage(collection: Collection, most: int = MOST_ROWS) -> CoverageTable:
    """Places by year: each place in the units that it lies in, as far as ``most`` rows hold them."""
    years = _years(collection.digests)
    roots = tree(collection.places)
    rows = next(
        (found for level in range(_height(roots), 0, -1) if len(found := _rows(roots, level, years)) <= most), ()
    )
    if not rows:
        rows = _rows(roots, 1, years)
    strays = [digest for digest in collection.digests if digest.place is None]
    more = max(0, len(rows) - most)
    rows = rows[:most]
    return CoverageTable(years, (*rows, *([_strays(strays, years)] if strays else [])), more)


def _years(digests: Iterable[BilingualDigest]) -> tuple[str | None, ...]:
    found = {year for year, _ in years_of(digests)}
    stated = sorted((year for year in found if year), reverse=True)
    if len(stated) > MOST_YEARS:
        stated = [*stated[: MOST_YEARS - 1], f"{_EARLIER}{stated[MOST_YEARS - 1]}"]
    return (*stated, *([None] if None in found else []))


def _height(nodes: Sequence[Node]) -> int:
    """How many rows lead down to the deepest place."""
    return max((1 + _height(_led(node)[-1].below) for node in nodes), default=0)


def _led(node: Node) -> tuple[Node, ...]:
    """The way down from ``node`` while nothing is told of it and one unit alone lies in it."""
    way = [node]
    while way[-1].entry is None and len(way[-1].below) == 1:
        way.append(way[-1].below[0])
    return tuple(way)


def _rows(nodes: Sequence[Node], levels: int, years: Sequence[str | None], depth: int = 0) -> tuple[CoverageRow, ...]:
    """The rows of ``nodes``, ``levels`` deep; what lies deeper is told in sum."""
    rows: list[CoverageRow] = []
    for node in nodes:
        way = _led(node)
        last, is_sum = way[-1], bool(way[-1].below) and levels == 1
        own = list(_entries([last])) if is_sum else [last.entry] if last.entry else []
        digests = [digest for entry in own for digest in entry.digests]
        path = tuple(step.unit.name for step in way)
        entry = None if is_sum else last.entry
        rows.append(CoverageRow(path, depth, node_anchor(last), entry, _cells(digests, years), is_sum, len(own)))
        if not is_sum:
            rows += _rows(last.below, levels - 1, years, depth + 1)
    return tuple(rows)


def _strays(digests: Sequence[BilingualDigest], years: Sequence[str | None]) -> CoverageRow:
    return CoverageRow((), 0, "no-place", None, _cells(digests, years), is_sum=False, places=0)


def _entries(nodes: Iterable[Node]) -> Iterator[PlaceEntry]:
    for node in nodes:
        if node.entry:
            yield node.entry
        yield from _entries(node.below)


def node_anchor(node: Node) -> str:
    """Where a unit stands on the page of places."""
    if node.unit.code:
        return f"unit-{node.unit.code}"
    return id_of("unit", node.unit.name.zh, *(entry.key for entry in _entries([node])))


def _cells(digests: Iterable[BilingualDigest], years: Sequence[str | None]) -> tuple[Cell, ...]:
    own = dict(years_of(digests))
    return tuple(Cell(year, tuple((digest, _part(digest, year)) for digest in _within(own, year))) for year in years)


def _within(own: Mapping[str | None, tuple[BilingualDigest, ...]], column: str | None) -> Iterable[BilingualDigest]:
    """The digests of a year, or of one and all before it, in their order."""
    if column is None or not column.startswith(_EARLIER):
        return own.get(column, ())
    last = column.removeprefix(_EARLIER)
    return (digest for year, found in own.items() if year and year <= last for digest in found)


def _part(digest: BilingualDigest, year: str | None) -> Text:
    """The part of ``year`` that a digest covers (1—11月, Jan–Nov): the column's head says which year it is.

    In a column of several years, and where the words cannot be cut, the whole period.
    """
    period = digest.period
    if period is None:
        return digest.title
    stated = digest.digest.record.article.metadata.time_period
    if stated and stated.value == year:
        return _WHOLE_YEAR
    english = period.en or ""
    if period.zh.count("年") != 1 or english.count(str(year)) != 1:
        return period
    return Text(period.zh.removeprefix(f"{year}年"), english.removesuffix(f" {year}"), period.status)
