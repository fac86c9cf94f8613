"""A rate that its two values contradict: a change with the values before and after, a completion rate with its aim."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from policy_digest.digest.intervals import Interval, half_step, interval
from policy_digest.digest.matters import Matter, is_origin, near, year_before
from policy_digest.lexicon.tensions import Tensions
from policy_digest.model import TensionKind

Found = tuple[TensionKind, str, str, tuple[Matter, ...], Decimal | None]
_PERCENT = Decimal(100)
_MOST = 12  # mentions of one level that are looked at
_DONE = ("任务完成率", "目标完成率", "完成率")


def misrated(matters: Sequence[Matter], tensions: Tensions) -> Iterator[Found]:
    """The changes and completion rates of a record that two of its figures contradict."""
    levels = _Levels(matters)
    for matter in matters:
        one = matter.observation
        if one.kind == "change" and one.bound == "eq" and not tensions.apart.search(matter.clause):
            yield from _changed(matter, levels, tensions)
        elif one.kind == "share" and (end := next((e for e in _DONE if one.indicator.name_zh.endswith(e)), None)):
            yield from _completed(matter, one.indicator.name_zh.removesuffix(end), levels)


class _Levels:
    """Levels, counts and shares by name and place, told in one sentence, or of one period."""

    def __init__(self, matters: Sequence[Matter]) -> None:
        self.told: dict[tuple[str, str | None, str], list[Matter]] = defaultdict(list)
        self.of: dict[tuple[str, str | None, str | None], list[Matter]] = defaultdict(list)
        for matter in matters:
            if matter.observation.kind in ("level", "count", "share"):
                self.told[matter.name, matter.observation.ref_area, matter.sentence.id].append(matter)
                self.of[matter.name, matter.observation.ref_area, matter.period].append(matter)


def _changed(change: Matter, levels: _Levels, tensions: Tensions) -> Iterator[Found]:
    told = near(levels.told[change.name, change.observation.ref_area, change.sentence.id], change)
    now = [m for m in told if m.period == change.period and _is_plain(m) and not is_origin(m)]
    if len(now) != 1 or now[0].observation.nature != change.observation.nature:
        return
    earlier = levels.of[change.name, change.observation.ref_area, _base_period(change, now[0], tensions)][:_MOST]
    origin = [m for m in told if m.position < now[0].position and is_origin(m)]
    before = [m for m in origin or earlier if m is not now[0] and _is_plain(m)]
    unit = now[0].observation.unit_measure
    before = [m for m in before if m.observation.unit_measure == unit]
    if len({m.observation.obs_value for m in before}) != 1:
        return
    computed = _change(before[0], now[0], change, tensions)
    if computed is not None and not computed[0].meets(interval(change.observation)):
        yield "rate-values", "change", change.name, (before[0], now[0], change), computed[1]


def _is_plain(matter: Matter) -> bool:
    return matter.observation.bound == "eq" and interval(matter.observation).low > 0


def _base_period(change: Matter, now: Matter, tensions: Tensions) -> str:
    """The period that a change is from; none for a name that may be that of many things (中央财政资金)."""
    base = change.observation.change.base if change.observation.change else ""
    if change.observation.indicator.id is None and change.name not in tensions.likes:
        return ""
    return (year_before(now.period) if base == "yoy" else base.removeprefix("since:")) or ""


def _change(before: Matter, now: Matter, change: Matter, tensions: Tensions) -> tuple[Interval, Decimal] | None:
    """What the two values give, as an interval and a number, in the change's unit; None where they cannot tell."""
    a, b = interval(before.observation), interval(now.observation)
    x, y = before.observation.obs_value or Decimal(0), now.observation.obs_value or Decimal(0)
    unit = change.observation.unit_measure
    if unit == "percent" and before.observation.unit_measure != "percent":
        if change.name.endswith(tensions.real):
            return None
        grown = b.ratio(a)
        reach = Interval((grown.low - 1) * _PERCENT, (grown.high - 1) * _PERCENT)
        return reach, _rounded((y / x - 1) * _PERCENT, change)
    if unit == before.observation.unit_measure or unit == "percentage_point":
        return b.difference(a), y - x
    return None


def _rounded(value: Decimal, like: Matter) -> Decimal:
    """``value`` with as many decimals as the figure it stands beside, and one more."""
    return value.quantize(half_step(like.observation) * 2 / 10) if like.observation.number is not None else value


def _completed(rate: Matter, name: str, levels: _Levels) -> Iterator[Found]:
    area = rate.observation.ref_area
    done = [m for m in near(levels.told[name, area, rate.sentence.id], rate) if m.observation.nature == "actual"]
    aimed = [m for m in levels.of[name, area, rate.period][:_MOST] if m.observation.nature == "target"]
    if not done or len({m.observation.obs_value for m in aimed}) != 1:
        return
    first, target = done[-1], aimed[0]
    if first.observation.unit_measure != target.observation.unit_measure or not (
        _is_plain(first) and _is_plain(target)
    ):
        return
    share = interval(first.observation).ratio(interval(target.observation))
    computed = Interval(share.low * _PERCENT, share.high * _PERCENT)
    if not computed.meets(interval(rate.observation)):
        value = (first.observation.obs_value or Decimal(0)) / (target.observation.obs_value or Decimal(1)) * _PERCENT
        yield "rate-values", "completion", rate.name, (first, target, rate), _rounded(value, rate)
