"""What a change is against: the words that tell its base, and where they may stand."""

import re
from dataclasses import dataclass

from policy_digest.extract.evidence import Why
from policy_digest.extract.quantities import Quantity
from policy_digest.lexicon.figures import Direction, Figures

YEARS = re.compile(r"(?P<first>\d{4})(?:-\d\d)?(?:/\d{4}-\d\d|/(?P<last>\d{4}))?")
_MONTH, _AGAINST_MONTH = re.compile(r"\d{4}-(\d\d)"), re.compile(r"vs:(\d{1,2})月份?[底末]?")
_OPENING = "vs:年初"
_BRACKETED, _FARTHEST = 12, 40  # characters
_FIGURE = re.compile(r"(?<!\d)\d{1,3}(?:\.\d+)?(?:%|个百分点)(?:左右)?的?(?=\D)")

FAR = 160  # characters: how far before a figure's clause its sentence may tell what it is against

_REACHES = {"clause": (",;。", 40), "sentence": (";。", FAR)}
"""What ends the words in which a base with that reach may be told, and how far before its clause at most."""

_PLANS = ("八五", "九五", "十五", "十一五", "十二五", "十三五", "十四五", "十五五")

_FIRST_PLAN = 1995  # the end of the first of them

_PLAN_END = re.compile(f'vs:[“"]?({"|".join(_PLANS)})[”"]?(?:时期|期|规划)?末期?')

PAIRWISE = "分别"


@dataclass(frozen=True, slots=True)
class Base:
    """What a change is against as the words tell it: ``told`` as in the record, None where they do not.

    The words stand from ``start`` to ``end``; ``direction`` is what they say by themselves (高于), ``why`` the rule.
    """

    told: str | None
    start: int
    end: int
    direction: Direction | None = None
    why: Why | None = None


def is_month_before(base: str, period: str | None) -> bool:
    """Whether what a month is held against (比9月) is the month before it."""
    month, against = _MONTH.fullmatch(period or ""), _AGAINST_MONTH.fullmatch(base)
    return bool(month and against and int(against[1]) == int(month[1]) - 1)


def dated(base: str, period: str | None) -> str:
    """``base`` as a year or a month, where it is told as a plan's end, a month or the beginning of the year."""
    span = YEARS.match((period or "").removeprefix("../"))
    if base == _OPENING and span:
        return f"since:{span['last'] or span['first']}-01"
    return _since_month(_since_plan(base), period)


def _since_plan(base: str) -> str:
    """``base`` as a year, where it is told as the end of a five-year plan (较“十五”末)."""
    plan = _PLAN_END.fullmatch(base)
    return f"since:{_FIRST_PLAN + 5 * _PLANS.index(plan[1])}" if plan else base


def _since_month(base: str, period: str | None) -> str:
    """``base`` as the month of the year of ``period``, where it is told as a month (较2月底)."""
    against, year = _AGAINST_MONTH.fullmatch(base), YEARS.match((period or "").removeprefix("../"))
    return f"since:{year['last'] or year['first']}-{int(against[1]):02}" if against and year else base


def begins(text: str, quantity: Quantity, before: Quantity | None, word: str | None) -> int:
    """Where the words of a base may begin: behind the figure ``before``, or where the clause of that one begins.

    It does where that is what is held against (较一季度(5%)回升2个百分点, 较2021年的5亿元增长7%).
    """
    clause = quantity.clause
    opened = text.rfind("(", max(clause - _BRACKETED, 0), clause) if text.startswith(")", clause) else -1
    is_held = before is not None and word is not None and before.end == quantity.lead - len(word)
    at = opened if opened >= 0 else clause if is_held else -1
    floor = max(at - _FARTHEST, 0)
    return clause if at < 0 else max(floor, max(text.rfind(mark, floor, at) for mark in ",;。") + 1)


def base_of(text: str, clause: int, end: int, figures: Figures) -> Base:
    """The base told between ``clause`` and ``end``."""
    earliest = {reach: _begin(text, clause, reach) for reach in _REACHES}
    for pattern, entry in figures.bases:
        reach = entry.get("reach")
        begin = earliest[reach] if reach else clause
        found = None
        for match in pattern.finditer(text, begin, end):
            found = match
        if found is not None:
            what = next((words for words in found.groups() if words), None)
            told = entry["base"] if what is None else f"{entry['base']}:{named(what)}"
            span = (end, end) if reach == "sentence" else (max(found.start(), clause), max(found.end(), clause))
            return Base(told, *span, entry.get("direction"), Why("bases.yml", entry["id"], found[0]))
    return Base(None, end, end)


def _begin(text: str, clause: int, reach: str) -> int:
    if not clause:
        return 0
    marks, far = _REACHES[reach]
    floor = max(clause - far, 0)
    return max(*[text.rfind(mark, floor, clause) + 1 for mark in marks], floor)


def named(what: str) -> str:
    """What something is against, as it is called: without figures (年初12%的目标), and 全市平均 for 全市平均水平."""
    what = _FIGURE.sub("", what.removesuffix(PAIRWISE))
    what = what.removesuffix("均") if what.endswith("水平均") else what
    what = what.removesuffix("水平").removesuffix("的").removesuffix("要求")
    return what.removesuffix("增速") if what.endswith("平均增速") else what
