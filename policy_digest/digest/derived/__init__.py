"""Derived values: what follows from figures that a text prints and is printed nowhere in it; kept apart from them.

Only what is certain by arithmetic: exact figures (no 近, 余, 以上) of one indicator in one sentence. A growth at
constant prices gives no level of the year before, and a value that the text tells itself is not derived again.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from policy_digest.digest.derived.rounding import plain, rounded_to_inputs, rounded_to_step
from policy_digest.digest.derived.told import Telling, is_words
from policy_digest.digest.intervals import half_step
from policy_digest.digest.matters import Matter, near, year_before
from policy_digest.lexicon import Lexicon
from policy_digest.model import Derived, Record, Tension, id_of

__all__ = ["find_derived"]

_ONE, _PERCENT, _MU_PER_HECTARE, _JIN_PER_KILO = Decimal(1), Decimal(100), Decimal(15), Decimal(2)
_DONE = ("任务完成率", "目标完成率", "完成率")
_YEAR = re.compile(r"\d{4}")
_BY_AREA = ("亩产", "单产", "亩均产量")
_KILO, _KILO_ZH = "kg/ha", "公斤/公顷"

Levels = dict[tuple[str, str], list[Matter]]
Told = frozenset[tuple[str, str, str | None, str | None, str]]
"""Name, unit, place, period and nature of all figures."""
Made = tuple[str, Matter, Decimal, str | None, tuple[Matter, ...]]
"""Case, the level the value is one of, the value in its unit, its period, and the inputs in the formula's order."""


def find_derived(
    record: Record, told: Sequence[Matter], tensions: Sequence[Tension], lexicon: Lexicon
) -> tuple[Derived, ...]:
    """The derived values of a record in the text's order, one for each fact they follow from.

    ``told`` are its figures, ready to be compared; from one that any of ``tensions`` is about, nothing follows.
    """
    disputed = _disputed(told, tensions)
    telling = Telling(told, lexicon.tensions)
    matters = tuple(matter for matter in told if matter.observation.bound == "eq")
    levels: Levels = defaultdict(list)
    for matter in matters:
        if matter.observation.kind in ("level", "count", "share") and not matter.observation.derived:
            levels[matter.sentence.id, matter.name].append(matter)
    known = frozenset(_told(matter) for matter in matters)
    found: dict[tuple[str, ...], Derived] = {}
    for matter in matters:
        for made in _from(matter, levels, known, lexicon):
            if _is_told(made, telling) or not disputed.isdisjoint(one.observation.fact for one in made[4]):
                continue
            # One value of a kind for each level: a growth and an increase tell the same earlier level.
            kind = lexicon.derived[made[0]].kind
            found.setdefault((kind, made[1].observation.fact, made[3] or ""), _derived(record, made, lexicon))
    return tuple(found.values())


def _disputed(told: Sequence[Matter], tensions: Sequence[Tension]) -> frozenset[str]:
    """The facts that tensions are about."""
    about = {side.observation for tension in tensions for side in tension.sides}
    return frozenset(matter.observation.fact for matter in told if matter.observation.id in about)


def _is_told(made: Made, telling: Telling) -> bool:
    """Whether the text tells the value itself, or has no words to name it by."""
    case, level = made[0], made[1]
    if not is_words(level.observation.indicator.name_zh):
        return True
    if case.startswith("per-hectare"):
        return False
    return telling.has_target(level) if case == "implied-target" else telling.has_before(level)


def _from(matter: Matter, levels: Levels, known: Told, lexicon: Lexicon) -> Iterator[Made]:
    one = matter.observation
    if one.kind == "level" and (one.obs_value or 0) > 0:
        yield from _per_hectare(matter)
    if one.kind == "share" and one.unit_measure == "percent" and (one.obs_value or 0) > 0:
        yield from _implied_target(matter, levels, known)
    if one.kind == "change" and one.change and one.change.base.startswith(("yoy", "since:")):
        yield from _previous(matter, levels, known, lexicon)


def _per_hectare(matter: Matter) -> Iterator[Made]:
    one = matter.observation
    value = one.obs_value or Decimal(0)
    if one.unit_measure == "kg/mu":
        yield "per-hectare", matter, rounded_to_inputs(value * _MU_PER_HECTARE, one), one.time_period, (matter,)
    elif one.unit_measure == "other:jin" and one.indicator.name_zh.endswith(_BY_AREA):
        kilos = value / _JIN_PER_KILO * _MU_PER_HECTARE
        yield "per-hectare-jin", matter, rounded_to_inputs(kilos, one), one.time_period, (matter,)


def _implied_target(rate: Matter, levels: Levels, known: Told) -> Iterator[Made]:
    name = rate.observation.indicator.name_zh
    end = next((end for end in _DONE if name.endswith(end)), None)
    done = levels.get((rate.sentence.id, name.removesuffix(end)), []) if end else []
    done = [m for m in near(done, rate) if m.observation.kind != "share" and _is_same_but_unit(m, rate)]
    if len(done) != 1 or _told(done[0], done[0].period, "target") in known:
        return
    share = (rate.observation.obs_value or _PERCENT) / _PERCENT
    value = (done[0].observation.obs_value or Decimal(0)) / share
    rounded = rounded_to_inputs(value, done[0].observation, rate.observation)
    yield "implied-target", done[0], rounded, done[0].observation.time_period, (done[0], rate)


def _previous(change: Matter, levels: Levels, known: Told, lexicon: Lexicon) -> Iterator[Made]:
    now = [m for m in near(levels.get((change.sentence.id, change.name), []), change) if _is_same_but_unit(m, change)]
    before = _base_period(change)
    if len(now) != 1 or before is None or _is_of_another_kind(change, now[0], lexicon):
        return
    if {_told(now[0], before), _told(now[0], before, "actual")} & known:
        return
    made = _level_before(change, now[0], lexicon)
    if made is not None and made[1] > 0:
        yield made[0], now[0], made[1], before, (now[0], change)


def _base_period(change: Matter) -> str | None:
    """The period that a change is from: the same one a year before, or the year since which it is told."""
    base = change.observation.change.base if change.observation.change else ""
    if base == "yoy":
        return year_before(change.observation.time_period)
    period = change.period or ""
    is_one_time = period[:4] == period.rpartition("/")[2][:4] and period > base.removeprefix("since:")
    return base.removeprefix("since:") if _YEAR.fullmatch(base.removeprefix("since:")) and is_one_time else None


def _level_before(change: Matter, now: Matter, lexicon: Lexicon) -> tuple[str, Decimal] | None:
    """The case and the level a year earlier; None where the change's unit does not tell it."""
    size, value = change.observation.obs_value or Decimal(0), now.observation.obs_value or Decimal(0)
    unit, own = change.observation.unit_measure, now.observation.unit_measure
    if unit == "percent" and own != "percent":
        if size <= -_PERCENT or size == 0 or change.name.endswith(lexicon.tensions.real):
            return None
        factor = _ONE + size / _PERCENT
        step = 2 * half_step(change.observation) / _PERCENT
        return "grown" if size > 0 else "fallen", rounded_to_inputs(
            value / factor, now.observation, factor=(factor, step)
        )
    if unit == own or (unit == "percentage_point" and own == "percent"):
        step = 2 * max(half_step(change.observation), half_step(now.observation))
        return "risen-by" if size > 0 else "fallen-by", rounded_to_step(value - size, step)
    return None


def _is_same_but_unit(level: Matter, other: Matter) -> bool:
    a, b = level.observation, other.observation
    return (a.ref_area, level.period, a.nature) == (b.ref_area, other.period, b.nature)


def _is_of_another_kind(change: Matter, now: Matter, lexicon: Lexicon) -> bool:
    """Whether a growth is none that two values give: by year (年均), at constant prices, or told as a multiple."""
    apart = lexicon.tensions.apart
    is_apart = apart.search(change.clause) or apart.search(now.clause)
    return is_apart is not None or any(mark in change.observation.as_printed for mark in "番倍")


def _told(level: Matter, period: str | None = "", nature: str = "") -> tuple[str, str, str | None, str | None, str]:
    """How a figure, or one like it of another period or nature, stands among all that the text tells."""
    one = level.observation
    at = level.period if period == "" else period
    return level.name, one.unit_measure, one.ref_area, at, nature or one.nature


def _derived(record: Record, made: Made, lexicon: Lexicon) -> Derived:
    case, level, value, period, inputs = made
    one = level.observation
    is_by_area = case.startswith("per-hectare")
    ids = tuple(matter.observation.id for matter in inputs)
    return Derived(
        id=id_of("d", record.article.slug, case, *ids),
        kind=lexicon.derived[case].kind,
        case=case,
        name_zh=level.name,
        name_en=one.indicator.name_en,
        number=plain(value if is_by_area else value.scaleb(-one.unit_mult)),
        unit_mult=0 if is_by_area else one.unit_mult,
        unit_measure=_KILO if is_by_area else one.unit_measure,
        unit_zh=_KILO_ZH if is_by_area else one.unit_zh,
        ref_area=one.ref_area,
        time_period=period,
        inputs=ids,
    )
