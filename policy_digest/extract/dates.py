"""Dates: how they are written, and which months of a year they tell."""

import re
from calendar import monthrange
from collections.abc import Mapping
from functools import lru_cache

from policy_digest.lexicon.figures import PeriodRoles, PeriodWord, alternation
from policy_digest.lexicon.openings import openings, sought
from policy_digest.numerals import hanzi

DATED = (
    "y1",
    "yh",
    "yw",
    "m1",
    "md",
    "m",
    "mh",
    "mn",
    "mn2",
    "q1",
    "pw",
    "plan",
    "same",
    "now",
    "life",
    "recurring",
    "back",
    "back2",
    "ahead",
    "ago",
    "after",
    "current",
)
"""The groups of which a date has one at least."""

WORDED = (
    *("until", "by", "now", "current", "life", "recurring", "after", "plan", "same"),
    *("yw", "pw", "end", "alike", "since"),
)
"""The groups that are words of time."""


_HAN_MONTH = r"(?<![个几数每满第两多半近续时\d零〇一二三四五六七八九十百千万亿])(?:十[一二]?|[元一二三四五六七八九])"
"""A month in Chinese digits; 三个月 and 历时三月 are durations."""

_HAN_DAY = "[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九]"
_NO_MONTH = "[初一二三四五六七八九十花饼季刊兔娃嫂亮]"
"""Behind 月 that names no month: 八月十五, 三月三, 五月花."""

LAST_DAYS = frozenset(("底", "末"))


def written(text: str, roles: PeriodRoles) -> tuple[re.Match[str], ...]:
    """The dates of a folded sentence as matches of ``date_pattern``."""
    begins = _begins(roles)
    if not begins.search(text):
        return ()
    return tuple([match for match in sought(date_pattern(roles), begins, text) if any(match.group(*DATED))])


@lru_cache(maxsize=4)
def _begins(roles: PeriodRoles) -> re.Pattern[str]:
    """How a date begins."""
    words = roles.words
    plans = "".join(sorted({word[0] for word, role in words if role == "plan"}))
    goes_on = "|".join(word for word, role in words if role in ("same", "since"))
    ends = [f"{word}间?(?:{goes_on})" for word, role in words if role == "end" and len(word) == 1]
    numeral = r"[〇零一二三四五六七八九十]{0,3}\s?[年月份季至到—–~～-]"
    return openings(
        (
            *(word[:2] for word, _ in words if len(word) > 1),
            *(rf"{digit}\d{{0,3}}\s?[年月日份季至到—–~～-]" for digit in "0123456789"),
            *(digit + numeral for digit in "元一二三四五六七八九十"),
            *(word + r"[\d一二两三四五六七八九十]" for word in "前头首"),
            *(word + r"[三四五十两\d]年" for word in "近这"),
            *("过去", "最近", "今后", "未来", r"至[\d今明年]", r"到[\d今明年]", f"“[{plans}]", f'"[{plans}]'),
            *ends,
        )
    )


@lru_cache(maxsize=4)
def date_pattern(roles: PeriodRoles) -> re.Pattern[str]:
    """The pattern of a date, its groups named."""

    def any_of(role: str) -> str:
        return alternation(tuple(w for w, r in roles.words if r == role))

    dash = r"\s?(?:[-—–~～]{1,2}|至|到)\s?"
    year = (
        rf"(?P<y1>(?:19|20)\d\d)(?:年|(?={dash}(?:19|20)\d\d年))|(?P<yh>[一二][〇零一二三四五六七八九]{{3}})年"
        rf"|(?P<yw>{any_of('year')})"
    )
    month, months = r"(?:1[0-2]|0?[1-9])", rf"(?:1[0-2]|0?[1-9]|{_HAN_MONTH})"
    part = (
        rf"(?P<m1>{months})\s?月?份?{dash}(?P<m2>{months})\s?月份?"
        rf"|(?P<md>{months})\s?月\s?(?P<dd>[0-3]?\d|{_HAN_DAY})\s?日|(?P<m>{month})\s?月份?"
        rf"|(?P<mh>{_HAN_MONTH})月(?:份|(?!{_NO_MONTH}))"
        rf"|(?<!提)[前头首](?P<mn>\d{{1,2}}|[一二两三四五六七八九十]+)个月|(?<![提目此以之])前(?P<mn2>1[01]|[2-9])月(?!\d)"
        rf"|(?P<q1>[1-3一二三]){dash}(?P<q2>[2-4二三四])季度|(?P<pw>{any_of('part')})"
    )
    return re.compile(
        rf"(?P<until>{any_of('until')}|(?<![\w%])[至到](?={month}月(?!份?的)|(?:19|20)\d\d年{month}月[份底末]))?"
        rf"(?:(?P<by>{any_of('by')})(?=(?:19|20)\d\d年|今年|明年|年底|年末))?"
        rf"(?:(?P<now>{any_of('now')})|(?P<current>{any_of('current')})|(?P<life>{any_of('life')})|(?<![人户亩名])(?P<recurring>{any_of('recurring')})"
        rf"|(?:过去的?|近|最近|这)(?P<back>[三四五十两]|\d)年(?:来|间)?|(?<![第\d一二三四五六七八九十])(?P<back2>[两三四五十3-9])年(?:来|间(?!隔))"
        rf"|(?:今后|未来)(?P<ahead>[三五十两])年|(?<![\d一二三四五六七八九十])(?P<ago>[两三四五六七八九十]|\d{{1,2}})年前"
        rf"|(?P<after>{any_of('after')})(?=,?[^,;。\d]{{0,12}}(?:预计|[可将能]|年(?!前)))"
        rf"|[“\"]?(?P<plan>{any_of('plan')})[”\"]?(?:(?:时期|期间)?前(?P<opening>[两三四])年)?|(?P<same>{any_of('same')})"
        rf"|(?<![\d.])(?:(?:{year})(?:{dash}(?P<y2>(?:19|20)\d\d)年)?(?:全年|年)?\s?)?(?:{part})?)"
        rf"(?P<day>(?<=月)\s?(?:[0-3]?\d)日)?(?P<end>(?:{any_of('end')})(?:间)?)?"
        rf"(?P<alike>{any_of('same')})?(?P<since>(?:{any_of('since')})(?<!今(?=年)))?"
    )


def within(match: re.Match[str], year: int, table: Mapping[str, PeriodWord]) -> tuple[str, bool]:
    """The period inside ``year`` that the match tells, and whether later sentences may inherit it."""
    if match["md"]:
        day = min(_number(match["dd"]), monthrange(year, _number(match["md"]))[1])
        return f"{year}-{_number(match['md']):02d}-{max(day, 1):02d}", False
    if month := match["m"] or match["mh"]:
        return f"{year}-{_number(month):02d}", False
    if months := _months(match, table):
        first, last = months
        if (match["pw"] or match["q1"]) and match["end"] in LAST_DAYS:
            return f"{year}-{last:02d}", False
        return f"{year}-{first:02d}/{year}-{last:02d}", True
    return f"{year}", True


def _months(match: re.Match[str], table: Mapping[str, PeriodWord]) -> tuple[int, int] | None:
    """The first and the last month of a stretch of the year."""
    if match["m1"]:
        return _number(match["m1"]), _number(match["m2"])
    if count := match["mn"] or match["mn2"]:
        return 1, min(_number(count), 12)
    if match["q1"]:
        return 3 * _number(match["q1"]) - 2, 3 * _number(match["q2"])
    if word := match["pw"]:
        first, last = table[word].value.split("-")
        return int(first), int(last)
    return None


def _number(numeral: str) -> int:
    """The number of a month or a day (元 is the first)."""
    return int(numeral) if numeral.isdecimal() else 1 if numeral == "元" else int(hanzi(numeral) or 1)
