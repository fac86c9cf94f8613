"""Whether two figures of one indicator can be compared: what stands against it, by written rules.

Each rule looks at one thing. What it finds makes the two figures not comparable, or comparable with care
(``model.series.GROUNDS``); the method page tells readers every one. Nothing is weighed, and where something is not
known, that is held against the comparison.
"""

import re
from collections.abc import Iterator
from functools import cache

from policy_digest.collate.spans import has_length_of
from policy_digest.lexicon import Lexicon
from policy_digest.model.series import GROUNDS, Comparison, Figure, Ground

_REAL = "扣除价格因素"
_ALWAYS_REAL = re.compile("生产总值|增加值|GDP")
"""What grows by so much in real terms, whether or not a text says it."""

_CLAUSE = re.compile("[,，;；。]")
_AT_END = re.compile("(?:年|季|月|期)(?:末|底)(?!比|较)")
_MEAN = re.compile("平均(?:值|水平)?(?:为|是|达到?|约|降至|升至)*$")
"""What a rate is at the end of a year is not what it was on the mean of it (年末5.2%, 平均为5.1%)."""

_TURNED = re.compile("(?:增速|增减|排名|增速排名)$")
_IDLE_NOTES = frozenset(("初步数", "估计数", "由文中数字推算", "同比", "任务完成比例"))
_CONVERTIBLE = (
    frozenset(("jin", "other:jin", "kg", "t", "other:g")),
    frozenset(("mu", "ha", "m2", "km2", "other:km2")),
    frozenset(("kg/mu", "other:jin/mu")),
    frozenset(("m", "km")),
)
"""Units of one quantity, of which each is a fixed number of another."""

_WHOLES = frozenset("个件项部家名位座处所条支起宗篇")
"""Classifiers that count whole things one by one, so that one may stand for another: 8部 and 9件 of laws.

Others count something else of the same matter: flats (套), households (户), times (次).
"""


class Comparing:
    """The rules, with what the lexicon knows of names."""

    def __init__(self, words: Lexicon) -> None:
        self._names = words.names
        self._of_deeds = frozenset(entry.id for entry in words.names.entries if entry.of_deed)
        self._is_wording = cache(self._find)
        self._told = cache(words.terms.qualifiers.apart)

    def compare(self, one: Figure, other: Figure) -> Comparison:
        """Hold two figures of one indicator against each other; the one of the earlier period comes first."""
        first, second = (other, one) if _ends(other) < _ends(one) else (one, other)
        found = {
            *self._concept(first, second),
            *_periods(first, second),
            *_standing(first, second),
            *_counting(first, second),
            *_places(first, second),
            *_certainty(first, second),
        }
        return Comparison(first, second, tuple(ground for ground in GROUNDS if ground in found))

    def _concept(self, one: Figure, other: Figure) -> Iterator[Ground]:
        """Whether they are called the same, or by two wordings that the catalogue holds to be one."""
        if one.observation.kind != other.observation.kind:
            yield "kind"
        if one.row.indicator in self._of_deeds:
            yield "deed"
        names = one.observation.indicator.name_zh, other.observation.indicator.name_zh
        if names[0] == names[1]:
            return
        known = all(
            self._is_wording(figure.row.indicator or "", name) for figure, name in zip((one, other), names, strict=True)
        )
        if self._told(names[0]) != self._told(names[1]):
            yield "named" if known else "concept"
        elif not known:
            yield "named"

    def _find(self, indicator: str, name: str) -> bool:
        for words in (name, _TURNED.sub("", name)):
            entry = self._names.find(words)
            if entry and (indicator == entry.id or indicator.startswith(f"{entry.id}_")):
                return True
        return False


def _ends(figure: Figure) -> tuple[bool, int, int]:
    return (False, figure.span.end, -figure.span.start) if figure.span else (True, 0, 0)


def notes(figure: Figure) -> frozenset[str]:
    """What a figure is told as (cumulative, yearly average, starting value), without what other rules look at."""
    change = figure.observation.change
    said = frozenset(figure.row.note.zh.split("；")) if figure.row.note else frozenset[str]()
    if change is None:
        return said - _IDLE_NOTES
    is_known = _ALWAYS_REAL.search(figure.observation.indicator.name_zh)
    return said & ({"年均"} if is_known else {"年均", _REAL})


def _moment(figure: Figure) -> str | None:
    """Whether the words around a figure say that it is so at the end of its period, or on the mean of it."""
    mark = figure.row.marks[0] if figure.row.marks else None
    clause = _CLAUSE.split(mark.before)[-1] if mark else ""
    return "mean" if _MEAN.search(clause) else "end" if _AT_END.search(clause) else None


def _periods(one: Figure, other: Figure) -> Iterator[Ground]:
    """Whether the periods are known, equally long, the same part of a year, apart, and told beside the figures."""
    if one.span is None or other.span is None:
        yield "period-unknown"
    elif not has_length_of(one.span, other.span):
        yield "period-length"
    elif (one.span.months or 12) % 12 and _month(one) != _month(other):
        yield "season"
    elif one.area == other.area and one.span.start < other.span.start <= one.span.end:
        yield "overlap"
    if one.is_inferred or other.is_inferred:
        yield "period-inferred"


def _month(figure: Figure) -> str:
    """The month in which a period begins, as printed in ISO 8601; empty for a year."""
    return (figure.observation.time_period or "")[5:7]


def _standing(one: Figure, other: Figure) -> Iterator[Ground]:
    """Whether both tell what was, or one what was and the other what was expected or aimed at; and how firmly."""
    natures = one.observation.nature, other.observation.nature
    if natures[0] != natures[1]:
        yield "nature"
    elif natures[0] != "actual":
        yield "not-yet"
    if {one.observation.obs_status, other.observation.obs_status} & {"E", "P"}:
        yield "status"


def _counting(one: Figure, other: Figure) -> Iterator[Ground]:
    """Whether both are in one unit, told as the same thing, against the same base, among the same."""
    first, second = one.observation, other.observation
    units = {first.unit_measure, second.unit_measure}
    if len(units) == 2:
        yield "converted" if any(units <= alike for alike in _CONVERTIBLE) else "unit"
    elif (
        first.unit_zh != second.unit_zh
        and units == {"item"}
        and not _WHOLES.issuperset((first.unit_zh, second.unit_zh))
    ):
        yield "unit"
    if notes(one) != notes(other) or {_moment(one), _moment(other)} >= {"end", "mean"}:
        yield "told-as"
    if first.change and second.change and first.change.base != second.change.base:
        yield "base"
    if first.rank and second.rank and first.rank.scope != second.rank.scope:
        yield "rank-scope"
    if first.obs_value is None or second.obs_value is None:
        yield "no-value"


def _places(one: Figure, other: Figure) -> Iterator[Ground]:
    """Whether two places are of one level, and told of one year."""
    if one.area is None or other.area is None:
        yield "level-unknown"
    elif one.area.id != other.area.id:
        if one.area.level is None or other.area.level is None:
            yield "level-unknown"
        elif one.area.level != other.area.level:
            yield "place-level"
        if one.span and other.span and one.span.year != other.span.year:
            yield "place-and-time"


def _certainty(one: Figure, other: Figure) -> Iterator[Ground]:
    """Whether both are exact, printed, and the only ones of their period."""
    first, second = one.observation, other.observation
    if {first.bound, second.bound} != {"eq"}:
        yield "bound"
    if first.derived or second.derived:
        yield "derived"
    is_same_time = one.area == other.area and one.span == other.span and one.span is not None
    is_alike = (first.nature, first.bound) == (second.nature, second.bound) == (first.nature, "eq")
    if is_same_time and is_alike and first.obs_value != second.obs_value:
        yield "twice"
