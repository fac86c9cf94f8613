"""What the page of an indicator shows beside its tables: charts, changes in words, anchors."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Literal

from markupsafe import Markup

from policy_digest.model import BilingualDigest, BilingualRow, Nature, Text, id_of
from policy_digest.model.series import Area, Comparison, Figure, PlaceSeries, Series, YearGroup
from policy_digest.render.charts import Mark, axis, bar_chart, line_chart
from policy_digest.render.language import Place

_PLAIN = re.compile("[A-Za-z0-9]+")
_EACH = re.compile("人均|户均|亩均|村均|平均|每|标准")
_FEWEST = 3
_TOO_SMALL = 150
"""A bar so many times shorter than the longest is hardly two pixels long."""

_UNMEASURED = ("item", "rank", "percent")
Turn = Literal["up", "down", "flat"]


def area_anchor(area: Area) -> str:
    """Where a place stands on the page of an indicator: by its official code, else by a hash of its name."""
    return f"place-{area.id}" if _PLAIN.fullmatch(area.id) else id_of("place", area.id)


def by_place(figures: Iterable[Figure]) -> tuple[tuple[Figure, ...], ...]:
    """The figures, which stand in the order of their places, place by place."""
    return tuple(
        tuple(group) for _, group in groupby(figures, key=lambda figure: figure.area.id if figure.area else "")
    )


def turn(comparison: Comparison) -> Turn | None:
    """Whether the later of two comparable figures of one place is higher or lower; None for others, and for ranks."""
    first, second = comparison.first, comparison.second
    before, after = first.observation.obs_value, second.observation.obs_value
    is_told = comparison.verdict == "comparable" and first.area == second.area and first.observation.kind != "rank"
    if not is_told or before is None or after is None:
        return None
    return "up" if after > before else "down" if after < before else "flat"


@dataclass(frozen=True, slots=True)
class Charts:
    """The charts of a page, in its language."""

    place: Place

    def line(self, series: Series, of_place: PlaceSeries) -> Markup:
        """The line of a place; empty where no three of its figures can be compared."""
        if not of_place.line:
            return Markup("")
        say, first, last = self.place.say, of_place.line[0], of_place.line[-1]
        title = say(
            "{name}：{place}，{first}至{last}",
            name=self._words(series.name),
            place=self._words(of_place.area.name),
            first=self._words(first.row.period),
            last=self._words(last.row.period),
        )
        told = self._told((self._words(f.row.period), self._words(f.row.value)) for f in of_place.line)
        marks = [self._mark(figure, figure.row.period) for figure in of_place.line]
        return line_chart(marks, title, say("折线图：{told}。", told=told), id_of("line", series.id, of_place.area.id))

    def is_cut(self, of_place: PlaceSeries) -> bool:
        """Whether the axis of a place's line does not begin at zero."""
        low, high = axis(_value(figure) for figure in of_place.line) if of_place.line else (Decimal(0), Decimal(0))
        return not low <= 0 <= high

    def bars(self, series: Series, group: YearGroup) -> Markup:
        """The places of one year whose figures can be compared; empty where there are fewer than three."""
        if not group.bars:
            return Markup("")
        period = self._words(group.bars[0].row.period)
        title = self.place.say("{name}：各地，{period}", name=self._words(series.name), period=period)
        names = [(self._area(figure), self._words(figure.row.value)) for figure in group.bars]
        description = self.place.say("条形图：{told}。", told=self._told(names))
        marks = [Mark(0, _value(figure), words, name) for figure, (name, words) in zip(group.bars, names, strict=True)]
        return bar_chart(marks, title, description, id_of("bars", series.id, str(group.year)))

    def headline(self, digest: BilingualDigest) -> Markup:
        """Headline figures of one measured unit, period, place and nature, where there are three; else nothing."""
        rows, values = _of_one_unit(digest)
        if not rows:
            return Markup("")
        names = [(self._words(row.name), self._words(row.value)) for row in rows]
        title = self.place.say("{period}的要目数据", period=self._words(rows[0].period))
        description = self.place.say("条形图：{told}。", told=self._told(names))
        marks = [
            Mark(0, value, words, name, row.nature)
            for row, value, (name, words) in zip(rows, values, names, strict=True)
        ]
        return bar_chart(marks, title, description, "headline-chart")

    def headline_nature(self, digest: BilingualDigest) -> Nature:
        """What the bars of the headline figures are: actual, expected or target."""
        return _of_one_unit(digest)[0][0].nature

    def _area(self, figure: Figure) -> str:
        return self._words(figure.area.name) if figure.area else ""

    def _mark(self, figure: Figure, label: Text) -> Mark:
        at = figure.span.end if figure.span else 0
        return Mark(at, _value(figure), self._words(figure.row.value), self._words(label))

    def _words(self, text: Text) -> str:
        return self.place.words(text)

    def _told(self, pairs: Iterable[tuple[str, str]]) -> str:
        return self.place.say("；").join(f"{label} {words}" for label, words in pairs)


def _value(figure: Figure) -> Decimal:
    return figure.observation.obs_value or Decimal(0)


def _of_one_unit(digest: BilingualDigest) -> tuple[Sequence[BilingualRow], Sequence[Decimal]]:
    """The largest group of headline rows that are alike in unit, period, place and nature, and exact; with values.

    What is told for each person or mu is no size beside a total. Where the period is not known, or where one bar would
    be too short to be seen, there is no chart.
    """
    observations = {observation.id: observation for observation in digest.digest.record.observations}
    groups: dict[tuple[object, ...], list[tuple[BilingualRow, Decimal]]] = {}
    for row in digest.headline:
        o = observations.get(row.marks[0].observation) if row.marks else None
        if o is None or o.time_period is None or o.bound != "eq" or not o.obs_value:
            continue
        if o.kind == "level" and o.unit_measure not in _UNMEASURED:
            is_each = bool(_EACH.search(o.indicator.name_zh))
            key = (o.unit_measure, o.time_period, o.ref_area, o.nature, row.note, is_each)
            groups.setdefault(key, []).append((row, o.obs_value))
    best = max(groups.values(), key=len, default=[])
    sizes = [abs(value) for _, value in best]
    if sizes and max(sizes) > _TOO_SMALL * min(sizes):
        return (), ()
    return ([row for row, _ in best], [value for _, value in best]) if len(best) >= _FEWEST else ((), ())
