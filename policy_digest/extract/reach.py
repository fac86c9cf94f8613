"""Reach: how far a date holds by the words around it. One that a figure is only held against holds nowhere."""

import re
from typing import NamedTuple

from policy_digest.lexicon.figures import Figures
from policy_digest.lexicon.firsts import first_of

AT_END = frozenset(("年底", "年末", "年内"))

_COUNTED = re.compile(r"[每一二两三四五六七八九十半几多\d]$")
"""Before 年底 or 年内: each year's end, or so many years."""

_COMPARED = re.compile("(?:[比较超占]|[高快优多低慢少好]于|超过|超出|超越|高出|赶超)$")
_WITH = re.compile("[与同和跟]$")
_AMOUNTS = re.compile("(?:[是为达占]|达到|恢复[至到]|回升[至到]|相当于|接近|不足|仅为|约为)$")
_AGAINST = re.compile(
    r"(?:水平)?相比|(?:指标|工作|考核|计划)*(?:指标|目标|任务|计划)的[约近]?[\d.]+%|(?:目标|任务)(?!(?:任务)?[是为:])|预算(?!草案|安排|执行|编制|收支|收入|支出|报告|公开|[是为:])"
    r"|(?:水平|全年|总量)*的[约近]?[\d.]+[多余]?倍|(?:平均)?水平的?[约近]?[\d.一二三四五六七八九]+(?:%|倍|成|分之)"
)
"""Behind a date that a figure is only held against: 与上年相比, 超年初预算, 是去年同期的2.1倍."""

_PRICED = re.compile("按照?(?:人民币)?$")
_PRICES = re.compile("(?:年末|年)?(?:平均)?(?:汇率|不变价|可比价|价格|现价|口径|标准)")
"""Around a date whose prices or rates something is reckoned in (按2018年平均汇率计算)."""

_PART_OF = re.compile(r"(?:全年)?的[约近]?[\d.一二三四五六七八九]+(?:%|倍|成|分之)")
_PLAINLY = re.compile(
    r"(?:水平)?同?比(?=[,较]|$)|(?:同期|同日|同月|全年|水平)*(?:基本|大体|大致)?(?:保持|相)?(?:持平|相当)"
)
_BEST = re.compile("的?(?:历史|同期)?(?:新[高低]|最|首[次个]|第一次|单[年月季])")
_OWN = re.compile(r"的约?近?第?\d")
_LEFT_OVER = re.compile("(?:年终|年末|财政|净)*(?:滚存)?(?:结转|结余)(?:资金|收入|结余)?[为约]?")
"""Behind a year: what it left over, which is one figure (上年结转120万元)."""

_OWN_RATIO = re.compile(r"的\d[\d.]*:\d[\d.]*:[\d.]+")
_BRACKETED = re.compile(r"\(约?\d[\d.]*(?![\d.年月日季]|\s?[-—~至])")
_REACH_OF_OWN = 3
_NUMBER = re.compile(r"[约近超]?[\d一二两三四五六七八九十]")
_AMONG_MADE = re.compile(r"[^,;。\d]{0,12}(?:共?有|达到?|共计?|计|为)[约近超]?(?=\d)")
_BASED = re.compile("[^,;。]{0,40}基础上")
"""Behind the time of what went before (在2022年新栽3亩的基础上,再…)."""

_MARKED = re.compile(
    "(?:规划|计划)?(?:建议|纲要)?的?(?:良好|精彩|圆满|胜利|完美)?(?:收官|开局|关键|攻坚|冲刺|起步|谋划|衔接|第[一二三四五]年|承上启下|编制|规划)"
)
"""Behind a five-year plan: words by which a year is placed in it, or the plan is a paper; no figure is told of it."""


_MET = re.compile("(?:完成|实现|达成|达到|兑现|对照|落实)[^,;。]{0,6}$")
_AIMS_OF = re.compile('[”"]?[^,;。\\d期时]{0,7}(?:目标任务|目标|任务|指标)')
"""Behind a five-year plan: what it asks for (超额完成“十四五”找矿目标任务), which says when nothing else was done."""


_GRANTED = re.compile('[”"]?(?:批复|核准|获批|立项|布局)的')
"""Behind a five-year plan: that what is told of was granted in it (“十四五”批复的6个基地)."""

_PLAN_ENDS = ("五", "”", '"')
_HELD = frozenset(
    "".join(one for pattern in (_AGAINST, _PART_OF, _PRICES, _PLAINLY, _BEST) for one in first_of(pattern.pattern))
)
"""With what the words begin that stand behind a date that a figure is only held against."""


class Reach(NamedTuple):
    """How far a date holds: not at all, for the next figure alone that begins within ``own``, or for its clause."""

    governs: bool = True
    own: int = 0
    is_local: bool = False


_NOWHERE = Reach(governs=False)


def reach_of(match: re.Match[str], figures: Figures) -> Reach:
    """The reach of a date, a match of ``date_pattern`` in a folded sentence."""
    text, start, end = match.string, match.start(), match.end()
    if match["plan"] and _MARKED.match(text, end):
        return _NOWHERE
    if match["plan"] and _MET.search(text, max(0, start - 12), start) and _AIMS_OF.match(text, end):
        return Reach(is_local=True)
    if match["plan"] and match[0].endswith(_PLAN_ENDS) and _GRANTED.match(text, end):
        return _NOWHERE
    if match["yw"] in AT_END and _COUNTED.search(text, 0, start):
        return _NOWHERE
    if _is_measure(match):
        return _NOWHERE
    compared = _COMPARED.search(text, max(0, start - 3), start)
    if left := _LEFT_OVER.match(text, end):
        return Reach(own=left.end() - end)
    if parts := _OWN_RATIO.match(text, end):
        return Reach(own=parts.end() - end)
    if _OWN.match(text, end) or ((compared or match["alike"]) and _BRACKETED.match(text, end)):
        return Reach(own=_REACH_OF_OWN)
    if compared:
        return _NOWHERE
    if based := _BASED.match(text, end):
        return Reach(own=based.end() - end - 1)
    if made := figures.signs.made.match(text, end):
        return _of_made(text, end, made.end())
    return Reach(is_local=_is_local(match, figures))


def _is_measure(match: re.Match[str]) -> bool:
    """Whether the date only tells what a figure is held against (与上年相比, 恢复至2018年的72%, 2018年以来最好)."""
    text, start, end = match.string, match.start(), match.end()
    if text[end : end + 1] not in _HELD:
        return False
    start += len(match["until"] or "") + len(match["by"] or "")
    return bool(
        _AGAINST.match(text, end)
        or (_AMOUNTS.search(text, max(0, start - 3), start) and _PART_OF.match(text, end))
        or (_PRICED.search(text, max(0, start - 5), start) and _PRICES.match(text, end))
        or (_WITH.search(text, max(0, start - 1), start) and _PLAINLY.match(text, end))
        or ((match["since"] or match["back"] or match["back2"]) and _BEST.match(text, end))
    )


def _of_made(text: str, end: int, noun: int) -> Reach:
    """The reach of 2023年新建的: the number of what was made (3个公园; 公园有3个), not what that does now."""
    if _NUMBER.match(text, noun):
        return Reach(own=noun - end + 1)
    among = _AMONG_MADE.match(text, noun)
    return Reach(own=among.end() - end) if among else _NOWHERE


def _is_local(match: re.Match[str], figures: Figures) -> bool:
    """Whether a date holds in its clause alone: what is to come, what went before, the year of a thing."""
    text, clause = match.string, clause_of(match.string, match.start())
    happens = figures.signs.happens.match(text, match.end())
    if happens and figures.signs.foretold.search(text, clause, happens.end()):
        return True
    is_year = match["y1"] or match["yh"] or match["yw"]
    is_bound = match["since"] or match["until"] or match["by"]
    return bool(is_year and not is_bound and figures.signs.of_things.fullmatch(text, clause, match.start()))


def clause_of(text: str, position: int) -> int:
    """Where the clause of ``position`` begins."""
    comma = text.rfind(",", 0, position)
    return max(comma, text.rfind(";", comma + 1, position), text.rfind("。", comma + 1, position)) + 1
