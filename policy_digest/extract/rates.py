"""Rates: which way a rate of growth went where no word of change before it says so by itself."""

import re
from functools import lru_cache

from policy_digest.extract.clauses import BREAK
from policy_digest.extract.evidence import Why
from policy_digest.extract.quantities import Quantity
from policy_digest.lexicon.figures import Direction

RATE_NOUNS = frozenset(("增速", "增幅", "涨幅", "降幅", "跌幅", "增长率", "增长速度", "增长幅度"))
"""Words of growth that also name what something is held against (低于收入增速) or what is pulled (拉低税收增速)."""

_PULLED = re.compile("拉低|压低|拖累|下拉")
_FALL = re.compile("降幅|跌幅|下降幅度")
_NARROWED, _WIDENED = frozenset(("收窄", "缩小", "回落")), frozenset(("扩大", "加深"))
_PASSES = re.compile("[增降跌涨](?:速|幅)(?:由|从)")
_BEHIND = re.compile(
    "(?:以上|左右|以内)?的?(?:增长|增速|增幅)(?![点极])|的[^,;。、\\d]{2,14}?(?:增速|增幅|涨幅)(?=[,;。])"
)
"""Behind a rate: 保持10%以上增长, 6.5%左右的增速 and 5.9%的零售额增速 are growth."""

_AIM = re.compile(
    "(?<=[一-龥]{2})(?:增长|增速|增幅)(?:预期|年度|主要|的)*目标(?:值)?(?:设?定|确定|调整)?(?:为|在|是)?$"
)
_TOLD = re.compile("[增涨](?:速|幅)|增长率")
_MERE = re.compile(
    "(?:最[快慢高低大小]的)?(?:分别|均|也|已|仅|只有|达到?|为|是)+|[^,;。]{0,10}?(?:回升|回落|放缓|加快|下滑|反弹)[至到]"
)
"""All that stands before a rate whose clause leaves out what the one before tells (增幅均列首位,分别达15%)."""

_LEADS_TO = re.compile("[到至达为]")
"""Before a rate that is no change: what something is brought to (扩大覆盖面至85%)."""

_LONGEST_LIST = 30  # characters
_FRONTED = re.compile(
    r"(?:(?P<down>降低|减少|压减|压缩|缩短|缩减|削减|下调|精简|节省|节约)|提高|提升|扩大|增加(?!值)|上调)了?"
    r"(?:[^\d,;、%]{2,12}\d+(?:\.\d+)?%[、和])*(?P<of>[^\d,;、%占达至到为比与由从超的]{2,12})(?<!比例|比重|占比|意度)(?<![^效]率)$"
)
"""A verb of change before what changes, the rate behind it (降低用电成本10%, 压缩时限58%、材料52%)."""


def of_points(text: str, quantity: Quantity, word: str | None, before: int) -> Direction | None:
    """The direction of points by which a fall narrowed or widened (降幅收窄0.9个百分点): that of the growth rate.

    ``word`` is the change word, ``before`` where the words that tell the fall may begin.
    """
    if quantity.unit_measure != "percentage_point" or word is None:
        return None
    if word in RATE_NOUNS:
        return "down" if _PULLED.search(text, quantity.clause, quantity.start) else None
    if not _FALL.search(text, before, quantity.start):
        return None
    return "up" if word in _NARROWED else "down" if word in _WIDENED else None


def passing(text: str, quantity: Quantity) -> Direction | None:
    """The direction of a rate of growth that goes from one value to another (增速由11%回落至7%)."""
    if quantity.unit_measure != "percent":
        return None
    passes = _passes(text)
    if not passes:
        return None
    start = max(text.rfind(mark, 0, quantity.start) for mark in ",;。") + 1
    rate = next((rate for rate in passes if start <= rate.start() and rate.end() <= quantity.start), None)
    return None if rate is None else "down" if rate[0][0] in "降跌" else "up"


@lru_cache(maxsize=4)
def _passes(text: str) -> tuple[re.Match[str], ...]:
    """Where rates of growth go from one value to another in the sentence at hand."""
    return tuple(_PASSES.finditer(text))


def fronted(text: str, quantity: Quantity) -> tuple[Direction, Why] | None:
    """Which way a per cent went by the verb before what changed (降低用电成本10%); ``words`` of the reason are that."""
    if quantity.unit_measure != "percent":
        return None
    listed = text.startswith(("、", "和"), quantity.clause)
    start = max(quantity.clause - _LONGEST_LIST, 0) if listed else quantity.clause
    if _LEADS_TO.search(text, quantity.lead, quantity.start):
        return None
    found = _FRONTED.search(text, start, quantity.lead)
    return ("down" if found["down"] else "up", Why("", "fronted", found["of"])) if found else None


def unsaid(text: str, quantity: Quantity) -> Why | None:
    """That a per cent is growth by the words behind it, as an aim of growth, or by the clause before its own."""
    if quantity.unit_measure != "percent":
        return None
    if behind := _BEHIND.match(text, quantity.end):
        return Why("", "behind", behind[0])
    if aim := _AIM.search(text, quantity.clause, quantity.start):
        return Why("", "growth-aim", aim[0])
    start = max(text.rfind(mark, 0, quantity.start) for mark in BREAK) + 1
    if start == 0 or not _MERE.fullmatch(text, start, quantity.start):
        return None
    before = max(text.rfind(mark, 0, start - 1) for mark in BREAK) + 1
    told = _TOLD.search(text, before, start)
    return Why("", "rate-before", told[0]) if told else None
