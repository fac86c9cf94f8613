"""A rate that its two values contradict: a change with the values before and after, a completion rate with its aim."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from policy_digest.digest.intervals import Interval, half_step, interval
from policy_digest.digest.matters import Matter, is_aim, is_named_alike, is_origin, near, year_before
from policy_digest.lexicon.tensions import Tensions
from policy_digest.model import TensionKind

Found = tuple[TensionKind, str, str, tuple[Matter, ...], Decimal | None]
_TO = re.compile(r"[^，,；;。、]{0,8}[到至为成](?:\d{4}年的?)?")
_RISE = re.compile(r"[，,](?:同比|比上年|较上年|比去年|较去年)?(?:净|共)?[增上提升下降减回][^，,；;。、\d]{0,4}")
_LEVELS = ("level", "count", "share")
_PERCENT = Decimal(100)
_MOST = 12  # mentions of one level that are looked at
_DONE = ("任务完成率", "目标完成率", "完成率")


def misrated(matters: Sequence[Matter], tensions: Tensions) -> Iterator[Found]:
    """The changes and completion rates of a record that two of its figures contradict."""
    levels = _Levels(matters)
    told = _by_sentence(matters)
    for matter in matters:
        one = matter.observation
        if one.kind == "change" and one.bound == "eq" and not tensions.apart.search(matter.clause):
            yield from list(_changed(matter, levels, tensions)) or _risen(matter, told, tensions)
        elif one.kind == "share" and (end := next((e for e in _DONE if one.indicator.name_zh.endswith(e)), None)):
            name = one.indicator.name_zh.removesuffix(end)
            yield from list(_completed(matter, name, levels)) or _done_of_aim(matter, name, told, tensions)


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
    yield from _against_aim(rate, first, target)


def _against_aim(rate: Matter, first: Matter, target: Matter) -> Iterator[Found]:
    share = interval(first.observation).ratio(interval(target.observation))
    computed = Interval(share.low * _PERCENT, share.high * _PERCENT)
    if not computed.meets(interval(rate.observation)):
        value = (first.observation.obs_value or Decimal(0)) / (target.observation.obs_value or Decimal(1)) * _PERCENT
        yield "rate-values", "completion", rate.name, (first, target, rate), _rounded(value, rate)


def _by_sentence(matters: Sequence[Matter]) -> dict[str, list[Matter]]:
    found: dict[str, list[Matter]] = defaultdict(list)
    for matter in matters:
        found[matter.sentence.id].append(matter)
    return found


def _before(matter: Matter, told: dict[str, list[Matter]]) -> list[Matter]:
    """The figures of the sentence that stand near before one, not behind a semicolon."""
    start = matter.sentence.text.rfind("；", 0, matter.position)
    return [m for m in near(told[matter.sentence.id], matter) if start < m.position < matter.position]


def _risen(change: Matter, told: dict[str, list[Matter]], tensions: Tensions) -> Iterator[Found]:
    """A change right behind 由 … 到 …, whatever the names and periods of the two values are."""
    ahead = _before(change, told)[-2:]
    if len(ahead) < len(("from", "to")) or not is_origin(ahead[0]):
        return
    first, now = ahead
    between = now.sentence.text[now.end : change.position]
    to = now.sentence.text[first.end : now.position]
    is_of_unit = first.observation.unit_measure == now.observation.unit_measure and now.observation.kind in _LEVELS
    if not (is_of_unit and _is_plain(first) and _is_plain(now) and _TO.fullmatch(to) and _RISE.fullmatch(between)):
        return
    computed = _change(first, now, change, tensions)
    if computed is not None and not computed[0].meets(interval(change.observation)):
        yield "rate-values", "change", change.name, (first, now, change), computed[1]


def _done_of_aim(rate: Matter, name: str, told: dict[str, list[Matter]], tensions: Tensions) -> Iterator[Found]:
    """A completion rate behind one value that was aimed at and one that was done, of one unit and one thing."""
    ahead = [m for m in _before(rate, told) if m.observation.kind in ("level", "count")]
    if len(ahead) != len(("aimed", "done")) or not all(_is_plain(m) for m in ahead):
        return
    aimed = [m for m in ahead if is_aim(m, tensions.aims)]
    done = [m for m in ahead if m not in aimed and m.observation.nature == "actual"]
    if len(aimed) != 1 or len(done) != 1 or aimed[0].observation.unit_measure != done[0].observation.unit_measure:
        return
    if not name or any(is_named_alike(name, m.name, tensions.likes) for m in ahead):
        yield from _against_aim(rate, done[0], aimed[0])
