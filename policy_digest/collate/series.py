"""The figures of each indicator over all digests: in order, and held against one another.

Of n figures about n pairs are compared, not all: each against one of those whose basis most share, so that the work is
n log n and a reader sees why a figure stands apart.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from policy_digest.collate.comparability import Comparing, notes
from policy_digest.lexicon import Lexicon
from policy_digest.lexicon.names import Entry
from policy_digest.model import Text
from policy_digest.model.series import Comparison, Figure, Ground, PlaceSeries, Series, YearGroup

SHORTEST, LONGEST = 3, 40
"""The fewest figures that make a line or a chart of bars, and the most bars that a reader takes in."""

_TURNS = ("_growth_rank", "_growth_gap", "_rank_change", "_growth", "_change", "_rank", "_gap")
_NEVER = 10**7
"""A day after all that a period may have."""

Basis = tuple[object, ...]


def all_series(figures: Iterable[Figure], words: Lexicon, comparing: Comparing) -> tuple[Series, ...]:
    """The series of every indicator that has an id, by id. Figures that the catalogue does not know have none."""
    found: dict[str, list[Figure]] = {}
    for figure in figures:
        if figure.row.indicator:
            found.setdefault(figure.row.indicator, []).append(figure)
    entries = {entry.id: entry for entry in words.names.entries}
    return tuple(_series(known, found[known], entries, comparing) for known in sorted(found))


def _series(known: str, figures: Sequence[Figure], entries: Mapping[str, Entry], comparing: Comparing) -> Series:
    own = entries.get(known)
    base = own or next(
        (entries[known.removesuffix(turn)] for turn in _TURNS if known.removesuffix(turn) in entries), None
    )
    ordered = tuple(sorted(figures, key=_order))
    by_area: dict[str, list[Figure]] = {}
    for figure in ordered:
        if figure.area:
            by_area.setdefault(figure.area.id, []).append(figure)
    return Series(
        id=known,
        name=Text(own.name_zh, own.name_en, "generated") if own else _commonest(figures),
        topic=base.topic if base else None,
        unit_measure=own.unit_measure if own else None,
        figures=ordered,
        places=tuple(_place(of_place, comparing) for of_place in by_area.values()),
        years=tuple(_years(by_area, comparing)),
    )


def _commonest(figures: Sequence[Figure]) -> Text:
    """The name that most rows have; of equally common ones the shortest, which says least that is not of all.

    The Chinese of a rank gets the word for it, so that no two series are called the same.
    """
    counted = Counter(figure.row.name for figure in figures)
    name = min(counted, key=lambda name: (-counted[name], len(name.zh), name.zh))
    is_plain = figures[0].observation.kind == "rank" and not name.zh.endswith(("排名", "位次"))
    return replace(name, zh=f"{name.zh}排名") if is_plain else name


def _order(figure: Figure) -> tuple[object, ...]:
    """By place, then by time, what has none last, what was before what was to be; else a text's own order is kept."""
    area, span, is_ahead = figure.area, figure.span, figure.observation.nature != "actual"
    times = (span.end, -span.start) if span else (0, 0)
    return area is None, area.id if area else "", span is None, *times, is_ahead, figure.slug


def _basis(figure: Figure) -> Basis:
    """What figures share that differ in nothing but their value, their place and their year."""
    o, span = figure.observation, figure.span
    length = (
        (span.months or -span.days, (o.time_period or "")[5:7] if (span.months or 12) % 12 else "") if span else None
    )
    base, scope = o.change.base if o.change else None, o.rank.scope if o.rank else None
    return o.kind, o.unit_measure, length, o.nature, notes(figure), base, scope


def _is_firm(figure: Figure) -> bool:
    o = figure.observation
    is_exact = o.bound == "eq" and o.nature == "actual" and o.obs_value is not None
    return is_exact and figure.span is not None and not figure.is_inferred


def _common(figures: Sequence[Figure]) -> Basis:
    """The basis that most share, firm ones (exact, actual, with a value and a period that is told) before others."""
    shared: Counter[Basis] = Counter()
    latest: dict[Basis, int] = {}
    for at, figure in enumerate(figures):
        basis = _basis(figure)
        shared[basis] += len(figures) + 1 if _is_firm(figure) else 1
        latest[basis] = at
    return max(shared, key=lambda basis: (shared[basis], latest[basis]))


def _place(figures: Sequence[Figure], comparing: Comparing) -> PlaceSeries:
    told = _once(figures)
    main = _main(told)
    ends = [figure.span.end if figure.span else _NEVER for figure in main]
    pairs: list[tuple[Figure, Figure]] = []
    at = 0
    for figure in told:
        if at < len(main) and figure is main[at]:
            pairs += [(main[at - 1], figure)] if at else []
            at += 1
        else:
            before = bisect_right(ends, figure.span.end if figure.span else _NEVER)
            pairs.append((main[max(before - 1, 0)], figure))
    area = figures[0].area
    if area is None:
        raise ValueError("a series of a place needs a place")
    return PlaceSeries(area, tuple(figures), tuple(comparing.compare(*pair) for pair in pairs), _line(main, comparing))


def _main(figures: Sequence[Figure]) -> list[Figure]:
    """The figures of the basis that most share; where some of them are firm, only those."""
    common = _common(figures)
    shared = [figure for figure in figures if _basis(figure) == common]
    return [figure for figure in shared if _is_firm(figure)] or shared


def _once(figures: Iterable[Figure]) -> list[Figure]:
    """The figures without those that another text, or another passage, tells again."""
    seen: dict[tuple[object, ...], Figure] = {}
    for figure in figures:
        o = figure.observation
        key = (_basis(figure), figure.span, o.time_period, o.bound, o.obs_value, o.value_max, o.indicator.name_zh)
        seen.setdefault(key, figure)
    return list(seen.values())


def _line(main: Sequence[Figure], comparing: Comparing) -> tuple[Figure, ...]:
    """The longest run of firm figures each comparable with the one before; a period with two values is left out."""
    by_time: dict[object, list[Figure]] = {}
    for figure in main:
        if _is_firm(figure) and figure.observation.kind != "rank":
            by_time.setdefault(figure.span, []).append(figure)
    best: list[Figure] = []
    run: list[Figure] = []
    for alike in by_time.values():
        if len({figure.observation.obs_value for figure in alike}) > 1:
            continue
        run = [*run, alike[0]] if run and not comparing.compare(run[-1], alike[0]).grounds else [alike[0]]
        best = run if len(run) >= len(best) else best
    return tuple(best) if len(best) >= SHORTEST else ()


def _years(by_area: Mapping[str, Sequence[Figure]], comparing: Comparing) -> Iterable[YearGroup]:
    """Per year that two or more places have figures of, latest first; then the places that share no year."""
    years: dict[int, dict[str, list[Figure]]] = {}
    for area, figures in by_area.items():
        for figure in figures:
            if figure.span:
                years.setdefault(figure.span.year, {}).setdefault(area, []).append(figure)
    shared = {year: places for year, places in years.items() if len(places) > 1}
    met = {area for places in shared.values() for area in places}
    groups = [_year(year, shared[year], comparing) for year in sorted(shared, reverse=True)]
    yield from groups
    alone = [_latest(figures) for area, figures in by_area.items() if area not in met]
    alone.sort(key=lambda figure: figure.span.end if figure.span else 0, reverse=True)
    reference = groups[0].comparisons[0].first if groups else alone.pop(0) if alone else None
    if reference and alone:
        yield YearGroup(None, tuple(comparing.compare(reference, figure) for figure in alone), ())


def _latest(figures: Sequence[Figure]) -> Figure:
    common = _common(figures)
    return [figure for figure in figures if _basis(figure) == common][-1]


def _year(year: int, places: Mapping[str, Sequence[Figure]], comparing: Comparing) -> YearGroup:
    """One figure a place, each held against the first that has the basis, and the name, which most places share."""
    common = _common([figure for figures in places.values() for figure in figures])
    chosen = [_chosen(figures, common) for figures in places.values()]
    contested = [_is_contested(figures, common) for figures in places.values()]
    fit = [at for at, figure in enumerate(chosen) if _basis(figure) == common]
    firm = [at for at in fit if not contested[at] and _is_firm(chosen[at])]
    shared = Counter(chosen[at].observation.indicator.name_zh for at in firm)
    at_first = max(firm, key=lambda at: (shared[chosen[at].observation.indicator.name_zh], -at), default=fit[0])
    reference = chosen[at_first]
    found: list[Comparison] = []
    bars = [reference] if _is_firm(reference) and not contested[at_first] else []
    for at, figure in enumerate(chosen):
        if at == at_first:
            continue
        twice: tuple[Ground, ...] = ("twice",) if contested[at] or contested[at_first] else ()
        found.append(Comparison(reference, figure, (*comparing.compare(reference, figure).grounds, *twice)))
        if not found[-1].grounds and _is_firm(figure):
            bars.append(figure)
    bars.sort(key=_order)
    is_chart = SHORTEST <= len(bars) <= LONGEST and reference in bars and reference.observation.kind != "rank"
    return YearGroup(year, tuple(found), tuple(bars) if is_chart else ())


def _is_contested(figures: Sequence[Figure], common: Basis) -> bool:
    """Whether a place has two values of one year and basis, each printed as exact."""
    return len({f.observation.obs_value for f in figures if _is_firm(f) and _basis(f) == common}) > 1


def _chosen(figures: Sequence[Figure], common: Basis) -> Figure:
    """The figure of a place that has the common basis, an exact one first; else its last firm one; else its last."""
    fit = [figure for figure in figures if _basis(figure) == common]
    exact = [figure for figure in fit if figure.observation.bound == "eq"]
    firm = [figure for figure in figures if _is_firm(figure)]
    return (exact or fit or firm[::-1] or list(figures[::-1]))[0]
