"""Spans: several years told of as one. What was reached stands at their end, what was done took all of them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from policy_digest.extract.clauses import Clauses
from policy_digest.extract.mention import Dated, Mention
from policy_digest.extract.periods import Period, year_of
from policy_digest.extract.quantities import Quantity
from policy_digest.lexicon.figures import Figures
from policy_digest.numerals import DIGITS

_MONTHS = re.compile(r"\d{4}-\d\d/(\d{4}-\d\d)")
_YEARS = re.compile(r"\d{4}/\d{4}")
_ON_AVERAGE = re.compile("年均|年平均(?!汇率|价格|气温)|年递增|平均每年")
_YEARLY = re.compile("年均|每年|始终|一直")
_BESIDE = re.compile("(?:以上|左右)?[、和及与](?:分别)?[^,;。\\d]{0,8}")
_NEXT_THING = re.compile("(?:以上|左右)?[,、][^,;。、\\d]{2,14}")
_RANKED = re.compile("(?:以上|左右)?[,、]?(?:总量|数量|规模)?(?:均|都|稳|持续)?(?:位?居|位列|排名?|名列)[全世]")
_STEPS = re.compile("[^,;。]{0,6}(?:台阶|大关)")
_IN_A_ROW = re.compile(
    r"连续(?:(?P<years>\d{1,2}|[两三四五六七八九十])年|(?:\d{1,2}|[两三四五六七八九十]{1,2})个?(?:季度|月|周|次|届))[^,;。升降进移跃提]{0,8}$"
)
_EACH_YEARS = re.compile(
    "(?:^|[,;。])[^,;。\\d]{0,6}?(?<!实现)(?<!完成)(?:生产总值|GDP|财政总?收入|预算收入|零售总额|进出口总[值额]|可支配收入|营收|营业收入)[约近超达]{0,2}$"
)
"""At the head of a clause, what is told of a year alone, so of the last of several (生产总值320亿元)."""

_SUMMED = re.compile("累计|合计|总计|共[^同]|[两三四五六]年[来间内]?[,实共完]|实现|完成")
_OVER_TERM = re.compile("年均|累计|(?<!十)五年(?!计划|规划|行动|前)")
_FIVE_YEARS = re.compile("(?<!十)五年(?:来|间)?(?:累计|合计|总计|共(?!同))")
"""What opens a list of what all the years brought (五年累计投入3亿元,改造1200户)."""

_TIMES = "倍"
_FAR = 200  # characters, so that a line without a stop stays quick
_REACH = 40
_FEW = 12  # figures: no whole stands farther before its parts


class Ends(NamedTuple):
    """Where the quantities of a sentence begin that are so at the end of the years told of (``at_end``).

    ``throughout`` has the shares of what all those years brought (五年产煤3亿吨,占全省三成), with where that begins.
    """

    at_end: frozenset[int] = frozenset()
    throughout: Mapping[int, int] = MappingProxyType({})


def tells_of_years(clauses: Clauses, periods: Iterable[str | None]) -> bool:
    """Whether a sentence tells of several years as one: by a period that holds in it, or by what grew on average."""
    return "/" in " ".join(filter(None, periods)) or _ON_AVERAGE.search(clauses.text) is not None


def reached(clauses: Clauses, read: Sequence[Quantity], figures: Figures) -> Ends:
    """Where those quantities begin that tell what there is at the end (达到3亿元, 现有12所), in the order of the text.

    What was done (累计, 新建) took all the time, though its sum reached so much. Parts and multiples go with what they
    are parts and multiples of (其中过百户的村3个; 是“十二五”末的3倍).
    """
    found: set[int] = set()
    throughout: dict[int, int] = {}
    for index, quantity in enumerate(read):
        before = read[max(index - _FEW, 0) : index]
        whole = _whole(clauses, quantity, before)
        if whole is not None and whole.start not in found and _is_share_of(clauses, quantity, whole):
            throughout[quantity.start] = whole.start
        goes_on = (whole is not None and whole.start in found) or _is_listed(clauses, quantity, before, found, figures)
        if goes_on or _is_reached(clauses, quantity, whole is not None, figures):
            found.add(quantity.start)
    return Ends(frozenset(found), throughout)


def _is_share_of(clauses: Clauses, quantity: Quantity, whole: Quantity) -> bool:
    """Whether a quantity is the share that ``whole``, an amount told in the clause before, takes of something."""
    clause = clauses.start(quantity.start)
    is_next = clauses.text[whole.end : clause] == "," and clauses.text.startswith("占", clause)
    return is_next and whole.kind in ("count", "level") and quantity.unit_measure == "percent"


def _is_listed(
    clauses: Clauses, quantity: Quantity, before: Sequence[Quantity], found: set[int], figures: Figures
) -> bool:
    """Whether a quantity stands in a list behind one that was reached (学校达到12所、教师360名)."""
    if not before or before[-1].start not in found:
        return False
    between = before[-1].end, quantity.start
    is_list = _BESIDE.fullmatch(clauses.text, *between) is not None
    things = before[-1].kind == quantity.kind == "count"
    is_list = is_list or (things and _NEXT_THING.fullmatch(clauses.text, *between) is not None)
    return is_list and not figures.signs.done_in_all.search(clauses.text, *between)


def _whole(clauses: Clauses, quantity: Quantity, before: Sequence[Quantity]) -> Quantity | None:
    """What a quantity is told of as a part (其中, 占) or a multiple, in its part of the sentence."""
    text, start = clauses.text, quantity.start
    begin = max(text.rfind(";", max(start - _FAR, 0), start) + 1, start - _FAR)
    parts = text.rfind("其中", begin, start)
    clause = clauses.start(start)
    end = parts if parts >= 0 else clause if text.startswith("占", clause) else start
    if end == start and quantity.unit_zh != _TIMES:
        return None
    return next((q for q in reversed(before) if begin <= q.start < end), None)


def _is_reached(clauses: Clauses, quantity: Quantity, is_part: bool, figures: Figures) -> bool:
    """Whether the words before a quantity say that there is so much; a part needs a word that says so alone."""
    text, begin = clauses.text, max(clauses.start(quantity.start), quantity.start - _REACH)
    is_steps = quantity.kind == "count" and _STEPS.match(text, quantity.end)
    if is_steps or _YEARLY.search(text, begin, quantity.start):
        return False
    if figures.signs.stands.search(text, begin, quantity.start):
        return True
    far = max(quantity.start - _FAR, 0)
    so_far = text[max(far, text.rfind(";", far, quantity.start)) : quantity.start]
    if _RANKED.match(text, quantity.end) and not figures.signs.done_in_all.search(so_far):
        return True
    if _EACH_YEARS.search(text, max(begin - 1, 0), quantity.start) and not _SUMMED.search(text, far, quantity.start):
        return True
    is_sum = is_part or figures.signs.done_in_all.search(text, begin, quantity.start)
    return not is_sum and figures.signs.reaches.search(text, begin, quantity.start) is not None


def ranked_with(period: str | None, text: str, position: int, told: Sequence[Mention]) -> str | None:
    """``period`` of a rank at ``position``, or of the figure straight before it (馆舍达293家,居全国第一)."""
    before = next((mention for mention in reversed(told) if mention.end <= position), None)
    if before is None or before.kind == "change" or not _YEARS.fullmatch(period or ""):
        return period
    between = text[before.end : position]
    return period if between.count(",") > 1 or ";" in between else before.time_period


def held(clauses: Clauses, position: int, when: Dated) -> Dated:
    """When a rank at ``position`` was held: not all the years that govern it where so many are told (连续11个季度)."""
    period, source, _ = when
    is_untold = source in ("inherited", "context") and _YEARS.fullmatch(period or "") is not None
    row = (
        _IN_A_ROW.search(clauses.text, max(clauses.start(position), position - _REACH), position) if is_untold else None
    )
    first, last = (int(year) for year in (period or "0/0").split("/")) if row else (0, 0)
    is_all = row is not None and row["years"] and _count(row["years"]) == last - first + 1
    return (None, None, None) if row is not None and not is_all else when


def over_term(clauses: Clauses, position: int) -> bool:
    """Whether what stands at ``position`` is told of all the years reviewed: by its clause, or a list before it."""
    text, clause = clauses.text, clauses.start(position)
    if _OVER_TERM.search(text, max(clause, position - _REACH), position):
        return True
    begin = max(text.rfind(";", max(position - _FAR, 0), position) + 1, position - _FAR, 0)
    is_years = _EACH_YEARS.search(text, max(clause - 1, 0), position)
    return not is_years and _FIVE_YEARS.search(text, begin, position) is not None


def _count(numeral: str) -> int:
    return int(numeral) if numeral.isdigit() else DIGITS.get(numeral, 10)


def this_month(words: str, period: str | None) -> str | None:
    """``period``, or its last month where the ``words`` before a figure tell that of it (1-7月…,当月增长5%)."""
    months = _MONTHS.fullmatch(period or "")
    return months[1] if months and "当月" in words else period


def average_span(
    clauses: Clauses, position: int, period: str | None, dates: Iterable[Period], inherited: str | None
) -> str | None:
    """The years over which a figure at ``position`` grew on average, where a single year governs it.

    They are told before it, reach from a year that is compared with (是2015年的3倍,年均增长9%), or from the year after
    that one to the year by which more is aimed at.
    """
    begin = max(clauses.start(position), position - _REACH)
    if "/" in (period or "/") or not _ON_AVERAGE.search(clauses.text, begin, position):
        return None
    dates = [date for date in dates if date.iso and not date.is_own]
    before = [date.iso for date in dates if date.governs and date.start < position and _YEARS.fullmatch(date.iso or "")]
    if before or _YEARS.fullmatch(inherited or ""):
        return before[-1] if before else inherited
    year = year_of(period)
    compared = [year_of(date.iso) for date in dates if not date.governs and date.start < position]
    since = compared[-1] if compared else None
    if since and year and since < year - 1:
        return f"{since + 1}/{year}"
    last = next((year_of(date.iso) for date in dates if date.governs and date.start > position), None)
    return f"{year + 1}/{last}" if year and last and last > year else None
