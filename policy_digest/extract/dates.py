"""Dates: how they are written, and which months of a year they tell."""

import re
from calendar import monthrange
from collections.abc import Mapping
from functools import cache

from policy_digest.lexicon.figures import PeriodWord, alternation
from policy_digest.numerals import DIGITS

DATED = (
    "y1",
    "yh",
    "yw",
    "m1",
    "md",
    "m",
    "mn",
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
)
"""The groups of which a date has one at least."""


@cache
def date_pattern(words: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    """The pattern of a date, its groups named; ``words`` are the words of time with their roles."""

    def any_of(role: str) -> str:
        return alternation(tuple(w for w, r in words if r == role))

    dash = r"\s?(?:[-—–~～]{1,2}|至|到)\s?"
    year = (
        rf"(?P<y1>(?:19|20)\d\d)(?:年|(?={dash}(?:19|20)\d\d年))|(?P<yh>[一二][〇零一二三四五六七八九]{{3}})年"
        rf"|(?P<yw>{any_of('year')})"
    )
    month = r"(?:1[0-2]|0?[1-9])"
    part = (
        rf"(?P<m1>{month})\s?月?份?{dash}(?P<m2>{month})\s?月份?|(?P<md>{month})\s?月\s?(?P<dd>[0-3]?\d)\s?日|(?P<m>{month})\s?月份?"
        rf"|(?<!提)前(?P<mn>\d{{1,2}}|[一二三四五六七八九十]+)个月|(?P<pw>{any_of('part')})"
    )
    first = "".join(sorted({w[0] for w, _ in words})) + '0-9前后过近最这三四五今未“"'
    return re.compile(
        rf"(?=[{first}])(?P<until>{any_of('until')})?(?:(?P<by>{any_of('by')})(?=(?:19|20)\d\d年|今年|明年|年底|年末))?"
        rf"(?:(?P<now>{any_of('now')})|(?P<life>{any_of('life')})|(?<![人户亩名])(?P<recurring>{any_of('recurring')})"
        rf"|(?:过去|近|最近|这)(?P<back>[三四五十两]|\d)年(?:来|间)?|(?<![第\d一二三四五六七八九十])(?P<back2>[三四五3-9])年来|(?:今后|未来)(?P<ahead>[三五十两])年"
        rf"|(?<![\d一二三四五六七八九十])(?P<ago>[两三四五六七八九十]|\d{{1,2}})年前|(?P<after>{any_of('after')})(?=[^,;。\d]{{0,12}}(?:预计|[可将能]|年(?!前)))"
        rf"|[“\"]?(?P<plan>{any_of('plan')})[”\"]?|(?P<same>{any_of('same')})"
        rf"|(?<![\d.])(?:(?:{year})(?:{dash}(?P<y2>(?:19|20)\d\d)年)?(?:全年|年)?\s?)?(?:{part})?)"
        rf"(?P<day>(?<=月)\s?(?:[0-3]?\d)日)?(?P<end>(?:{any_of('end')})(?:间)?)?(?:{any_of('same')})?(?P<since>{any_of('since')})?"
    )


def within(match: re.Match[str], year: int, table: Mapping[str, PeriodWord]) -> tuple[str, bool]:
    """The period inside ``year`` that the match tells, and whether later sentences may inherit it."""
    if match["md"]:
        day = min(int(match["dd"]), monthrange(year, int(match["md"]))[1])
        return f"{year}-{int(match['md']):02d}-{max(day, 1):02d}", False
    if match["m1"]:
        return f"{year}-{int(match['m1']):02d}/{year}-{int(match['m2']):02d}", True
    if match["m"]:
        return f"{year}-{int(match['m']):02d}", False
    if match["mn"]:
        count = (
            int(match["mn"])
            if match["mn"].isdigit()
            else {"十": 10, "十一": 11}.get(match["mn"], DIGITS.get(match["mn"][0], 1))
        )
        return f"{year}-01/{year}-{min(count, 12):02d}", True
    if word := match["pw"]:
        first, last = table[word].value.split("-")
        return f"{year}-{int(first):02d}/{year}-{int(last):02d}", True
    return f"{year}", True
