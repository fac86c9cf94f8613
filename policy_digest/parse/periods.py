"""Find the period that a text reviews, and write periods as addresses."""

import re
from collections import Counter
from collections.abc import Sequence

from policy_digest.model import Stated
from policy_digest.parse.words import Words

_YEAR = re.compile(r"([12](?<![\d./-].)(?:(?<=1)9|(?<=2)0)\d{2})(?=年)")
_TITLE_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?=年|\D|$)")
_REVIEW = re.compile(r"(?<!\d)((?:19|20)\d{2})年(?:度)?[^，。；\d]{0,14}?(?:工作)?(?:回顾|总结|成就|成绩)")
_HALVES = {
    "前三季度": "09", "前3季度": "09", "1-9月": "09", "上半年": "06", "一季度": "03", "第一季度": "03", "1季度": "03",
    "前两个月": "02", "前二月": "02",
}  # fmt: skip
_MONTHS = re.compile(r"(?:前|1[-—至到~～])(\d{1,2})(?:个)?月")
_TERM = re.compile("(?:过去|本届政府|这)五年[^，。；]{0,8}(?:回顾|总结|成就)|五年来?工作回顾")
_REPORT = re.compile("工作报告|政府报告|人大.{0,4}报告")
_GIVEN = re.compile(r"\d{1,2}月\d{1,2}日在.{2,30}?(?:人民代表大会|人代会|党代会|全会|大会)")
"""The day on which a report was given to an assembly (2025年3月21日在…人民代表大会…): it reviews the year before."""

_NOT_REVIEWED = re.compile(r"(?:到|至|力争|截至|截止|自|从|比|较|与|据|预计|计划|[将拟][于在]?|《[^》]{0,20})$")
_AIMED = re.compile("(?:^|[。；;：:！？，,“ ]|力争|规划|计划)[到至]$")
_DIGITS = dict(zip("〇○零一二三四五六七八九", (0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_TITLE, _BEGINS, _LEAD, _AIMS = 6, 3, 3, 12


def find_period(
    title: Words | None, headings: Sequence[Words], body: Sequence[Words], published: str = ""
) -> Stated | None:
    """Return the period that a text reviews as ISO 8601, or None where it names no year.

    ``published`` is the year in which it came out, where that is known: no later one is chosen from its sentences.
    """
    for words in (*((title,) if title else ()), *headings):
        review = _REVIEW.search(words.text)
        if review:
            return _state(review.group(1), "heading" if words is not title else "title-line", words, *review.span(1))
    if title:
        stated = _from_title(title)
        if stated:
            return stated
    return _from_body(body, published)


def find_term(occasion: Words | None, headings: Sequence[Words]) -> Stated | None:
    """Return the five years that a report to a new assembly reviews: those before the year it was given in."""
    given = _YEAR.search(occasion.text) if occasion else None
    for words in headings:
        match = _TERM.search(words.text)
        if match and given:
            year = int(given.group(1))
            return _state(f"{year - 5}/{year - 1}", "heading", words, *match.span())
    return None


def _from_title(title: Words) -> Stated | None:
    match = _TITLE_YEAR.search(title.text)
    if not match:
        return None
    year = int(match.group(1))
    if (_REPORT.search(title.text) and "年度" not in title.text) or _GIVEN.search(title.text):
        return _state(str(year - 1), "title-line", title, *match.span(1))
    end = _months(title.text)
    value = f"{year}-01/{year}-{end}" if end else str(year)
    return _state(value, "title-line", title, *match.span(1))


def _months(text: str) -> str | None:
    for words, month in _HALVES.items():
        if words in text:
            return month
    match = _MONTHS.search(text)
    return f"{int(match.group(1)):02d}" if match and 1 <= int(match.group(1)) <= 11 else None


def _from_body(body: Sequence[Words], published: str) -> Stated | None:
    """Choose the year that most clauses begin with, those of the lead first; 到2035年 counts against its year."""
    weights: Counter[str] = Counter()
    first: dict[str, tuple[Words, int]] = {}
    for number, words in enumerate(body):
        for match in _YEAR.finditer(words.text):
            if published and match.group(1) > published:
                continue
            before = words.text[max(0, match.start() - 24) : match.start()]
            if _NOT_REVIEWED.search(before):
                weights[match.group(1)] -= _AIMS if _AIMED.search(before) else 0
                continue
            begins = not before or before[-1] in "。；;！？，,“ "
            weights[match.group(1)] += 1 + (_BEGINS if begins else 0) + (_LEAD if number < 2 and begins else 0)
            first.setdefault(match.group(1), (words, match.start()))
    if not first:
        return None
    year = max(first, key=lambda year: (weights[year], year))
    if weights[year] <= 0:
        return None
    words, at = first[year]
    return _state(year, "text", words, at, at + 4)


def _state(value: str, basis: str, words: Words, start: int, end: int) -> Stated:
    return Stated(value, basis, *words.cut(start, end).span)


def han_date(year: str, month: str, day: str) -> str:
    """Write a date in Chinese numerals (二〇二四 / 一 / 八) or Arabic digits as ISO 8601."""
    if year.isascii():
        return f"{year}-{int(month):02d}-{int(day):02d}"
    digits = "".join(str(_DIGITS[char]) for char in year)
    return f"{digits}-{_han_number(month):02d}-{_han_number(day):02d}"


def _han_number(text: str) -> int:
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _DIGITS[text[-1]]
    return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)


def slug_of_period(period: str) -> str:
    """Write a period as part of an address: 2024, 2024-h1, 2024-q1, 2024-q1-q3, 2003-2007."""
    start, _, end = period.partition("/")
    quarters = {"03": "q1", "06": "h1", "09": "q1-q3"}
    if end and start[:4] == end[:4] and start[4:] == "-01":
        return f"{end[:4]}-{quarters.get(end[5:7], 'm01-m' + end[5:7])}" if end[5:7] != "12" else end[:4]
    return "-".join(part for part in (start, end) if part and part != "..")
