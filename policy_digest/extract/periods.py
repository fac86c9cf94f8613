"""Periods: the dates of a sentence, as ISO 8601 intervals."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache, partial
from typing import NamedTuple

from policy_digest.extract.dates import LAST_DAYS, WORDED, within, written
from policy_digest.extract.reach import AT_END, Reach, reach_of
from policy_digest.lexicon.figures import Figures, PeriodWord
from policy_digest.numerals import DIGITS

_BEFORE_TOLD = frozenset(("上年", "上一年", "上年度"))
"""The year before the one that is told of; 去年 is the year before the speaker's."""

_NOW = frozenset(("如今", "现在", "眼下"))
_OF_SECTION = AT_END | _NOW | {"全年", "这一年", "本年", "本年度"}
_PART = re.compile("季度|半年|月|序时|时序|阶段")
_TO = re.compile(r"\s?(?:[-—–~～]{1,2}|至|到)?\s?")
_OF_YEAR = re.compile("年|预[期算]|完成")
_AND = ("、", "和", "及", "与")
_NEAR = 24
_FOUR_DIGITS = re.compile(r"\d{4}")
_SIMPLE = re.compile(r"\d{4}(?:-\d\d){0,2}")

_YEAR = len("2024")
_STOCK = re.compile("[镇县市区乡村共]有|现有|累计|拥有|总数|在册|登记|余额|存量|保有")
"""Behind a day up to which is counted: words by which all that there is is told, not what the year brought."""


class Period(NamedTuple):
    """A date in a folded sentence. ``iso`` is None where the text's year is not known.

    ``anchors`` says that later sentences may inherit it (a year or a stretch of it, not a day or a single month),
    ``anaphoric`` that its words point back (这一年, 同期), ``governs`` that figures behind it take it, which those it
    is only compared with (比上半年) do not, ``is_recurring`` that it is every year's and holds for its clause alone,
    ``is_own`` that it holds for the next figure alone (去年的1076亿元; 由上年的5个增至8个), which begins within
    ``reach`` of it, ``is_event`` that it is a day or a month, ``is_span`` that it is a stretch of years other than a
    plan (近三年), ``is_local`` that it holds for its clause alone, being the day of something to come (7月可投产).
    Behind ``stop`` it holds no more; ``has_figures`` says that a figure takes it, ``is_lasting`` that it is the time
    when something to come is done (达产后), ``is_monthly`` that it is a month whose figures are reported, ``is_past``
    that its years are told as gone by (过去的五年).
    ``rule`` names the entries of ``periods.yml`` that were told; it is empty where the date is written in numerals.
    """

    start: int
    end: int
    iso: str | None
    anchors: bool
    anaphoric: bool
    year: int | None
    until: bool = False
    governs: bool = True
    is_event: bool = False
    is_recurring: bool = False
    is_own: bool = False
    reach: int = 0
    is_span: bool = False
    is_local: bool = False
    stop: int | None = None
    has_figures: bool = False
    is_lasting: bool = False
    is_monthly: bool = False
    is_past: bool = False
    rule: str = ""


class Before(NamedTuple):
    """What was told before a sentence.

    The section's ``year`` and the ``document``'s; the year ``spoken`` in (what 今年 means); the ``same`` period, told
    last; the last day or month of the section (``event``) and of the paragraph (``today``); what is inherited
    (``here``).
    """

    year: int | None = None
    spoken: int | None = None
    same: str | None = None
    event: str | None = None
    today: str | None = None
    document: int | None = None
    here: str | None = None


def periods(text: str, before: Before, figures: Figures) -> tuple[Period, ...]:
    """The dates of a folded sentence."""
    matches = written(text, figures.period_roles)
    if not matches:
        return ()
    table = figures.period_words
    found: list[Period] = []
    current = year_of(before.here) if len(_numbers(before.here)) == 1 else before.year
    for match in matches:
        if match["current"] and not _is_back(found, before):
            continue
        period = _limited(_period(match, current, before, table), reach_of(match, figures))
        if found and not found[-1].governs and text[found[-1].end : match.start()] in _AND:
            period = _limited(period, Reach(governs=False))
        if found and (whole := _joined(found[-1], period, match)):
            period = whole
            found.pop()
        found.append(period)
        if match is matches[-1]:
            break
        if period.governs and not period.is_own:
            current = period.year or current
            if period.iso and not period.anaphoric:
                before = before._replace(same=period.iso, here=period.iso)
        if period.is_event:
            before = before._replace(event=period.iso, today=period.iso)
    return tuple(found)


def _rule(match: re.Match[str], table: Mapping[str, PeriodWord]) -> str:
    """The ids of the words of time in a match, in their order."""
    words = zip(WORDED, match.group(*WORDED), strict=True)
    told = sorted([(match.start(group), table[word].rule) for group, word in words if word in table])
    return " + ".join([rule for _, rule in told])


def _limited(period: Period, reach: Reach) -> Period:
    """The period with how far it holds."""
    if not reach.governs:
        return period._replace(governs=False, anchors=False, is_event=False)
    if reach.own and period.iso:
        return period._replace(is_own=True, governs=True, anchors=False, is_event=False, reach=reach.own)
    return period._replace(is_local=True, anchors=False) if reach.is_local else period


def _joined(first: Period, last: Period, match: re.Match[str]) -> Period | None:
    """Two dates as one that reaches from the first to the last (2019年10月至2020年6月; 7月1日—8月31日)."""
    text, start = match.string, match.start()
    is_year = match["y1"] and not match["since"]
    if is_year and text[first.end : start] in _AND and first.iso and last.iso and _is_next_year(first.iso, last.iso):
        is_paired = "分别" in text[match.end() : match.end() + _NEAR]
        return None if is_paired else last._replace(start=first.start, iso=f"{first.iso}/{last.iso}")
    is_linked = "至" in (match["by"], match["until"]) or "到" in (match["by"], match["until"])
    is_linked = is_linked or bool(text[first.end : start].strip())
    if not (is_linked and _TO.fullmatch(text, first.end, start) and first.iso and last.iso):
        return None
    end = last.iso.split("/")[-1]
    if not (_SIMPLE.fullmatch(first.iso) and _SIMPLE.fullmatch(end) and first.iso < end):
        return None
    return last._replace(start=first.start, iso=f"{first.iso}/{end}", until=False, is_event=False)


def _is_next_year(first: str, last: str) -> bool:
    """Whether two periods are years that follow each other (2018年、2019年新建3个)."""
    return len(first) == len(last) == _YEAR and int(last) == int(first) + 1


def _is_back(found: list[Period], before: Before) -> bool:
    """Whether 目前 comes back to the text's year from another one."""
    told = next((p.iso for p in reversed(found) if p.governs and p.iso and not p.is_own), before.here)
    year = year_of(told)
    return year is not None and before.year is not None and year != before.year


def _period(match: re.Match[str], current: int | None, before: Before, table: Mapping[str, PeriodWord]) -> Period:
    dated = partial(Period, *match.span(), rule=_rule(match, table))
    if match["same"]:
        return dated(before.same, anchors=False, anaphoric=True, year=None)
    if match["now"] or match["life"]:
        since = before.today if match["now"] else before.event
        return dated(f"{since}/.." if since else None, anchors=False, anaphoric=True, year=None)
    if match["recurring"] or match["after"]:
        is_recurring, is_lasting = bool(match["recurring"]), bool(match["after"])
        return dated(None, False, anaphoric=False, year=None, is_recurring=is_recurring, is_lasting=is_lasting)
    if match["current"]:
        return dated(str(before.year), anchors=False, anaphoric=False, year=before.year)
    if match["plan"]:
        years = _of_plan(match, table)
        if match["end"] in LAST_DAYS:
            return dated(years.split("/")[1], anchors=False, anaphoric=False, year=None)
        iso = f"{years.split('/')[0]}/.." if match["since"] else years
        return dated(iso, anchors=True, anaphoric=False, year=None)
    if match["back"] or match["back2"] or match["ahead"]:
        return _years(match, before, dated)
    if match["ago"]:
        return _ago(match, before, dated)
    return _in_year(match, current, before, table, dated)


def _in_year(
    match: re.Match[str],
    current: int | None,
    before: Before,
    table: Mapping[str, PeriodWord],
    dated: Callable[..., Period],
) -> Period:
    """A year, or a part of one."""
    year, anaphoric = _year(match, before, current, table)
    if year is None:
        return dated(None, anchors=False, anaphoric=anaphoric, year=None, governs=False)
    if match["y2"]:
        return dated(f"{year}/{match['y2']}", anchors=True, anaphoric=False, year=int(match["y2"]))
    iso, anchors = within(match, year, table)
    is_event = bool(match["m"] or match["mh"] or match["md"]) and not (match["since"] or match["until"])
    is_spoken = match["yw"] and len(iso) == _YEAR and not int(table[match["yw"]].value)
    if match["since"] and not is_spoken:
        iso, anchors = f"{iso.split('/')[0]}/..", False
    elif match["until"]:
        iso, anchors = _closed(match, iso, year, before)
    elif match["alike"] and len(iso) == _YEAR:
        iso, anchors = _alike(year, before), False
    anchors = anchors and match["yw"] not in AT_END | _NOW
    return dated(iso, anchors, anaphoric, year, bool(match["until"] or match["by"]), is_event=is_event)


def _of_plan(match: re.Match[str], table: Mapping[str, PeriodWord]) -> str:
    """The years of a five-year plan, or of its first so many (“十四五”前三年)."""
    first, last = table[match["plan"] or ""].value.split("/")
    return f"{first}/{int(first) + DIGITS[match['opening']] - 1}" if match["opening"] else f"{first}/{last}"


def _closed(match: re.Match[str], iso: str, year: int, before: Before) -> tuple[str, bool]:
    """The period up to ``iso``: what a year brought by a month of it, or all that there was by a day."""
    last = iso.split("/")[-1]
    is_month = len(last) > _YEAR and not match["md"] and year == before.document
    if is_month and not _STOCK.search(match.string, match.end()):
        return (f"{year}-01/{last}" if not last.endswith("-12") else f"{year}"), False
    return (f"../{last}", True) if match["end"] or len(last) > _YEAR else (iso, True)


def _alike(year: int, before: Before) -> str:
    """The same stretch of another year as what is told (上半年…,上年同期); the year where none is."""
    years = _numbers(before.here)
    return _FOUR_DIGITS.sub(str(year), before.here or "") if len(years) == 1 else f"{year}"


def _ago(match: re.Match[str], before: Before, dated: Callable[..., Period]) -> Period:
    """The year so many years before the document's (五年前)."""
    year = before.document or before.year
    iso = None if year is None else f"{year - _count(match['ago'])}"
    return dated(iso, anchors=False, anaphoric=False, year=None, governs=year is not None)


def _count(numeral: str) -> int:
    return int(numeral) if numeral.isdigit() else DIGITS.get(numeral, 10)


def _years(match: re.Match[str], before: Before, dated: Callable[..., Period]) -> Period:
    """Some years up to the document's (近五年), or from the next on (未来五年)."""
    year = before.document or before.year
    count = _count(match["back"] or match["back2"] or match["ahead"])
    if year is None:
        return dated(None, anchors=False, anaphoric=False, year=None, governs=False)
    first, last = (year + 1, year + count) if match["ahead"] else (year - count + 1, year)
    is_past = match[0].startswith("过去")
    iso = f"{first}/{last}"
    return dated(iso, anchors=True, anaphoric=False, year=None, is_span=not match["ahead"], is_past=is_past)


def _year(
    match: re.Match[str], before: Before, current: int | None, table: Mapping[str, PeriodWord]
) -> tuple[int | None, bool]:
    if match["y1"]:
        return int(match["y1"]), False
    if match["yh"]:
        return int("".join(str(DIGITS[c]) for c in match["yh"])), False
    if word := match["yw"]:
        if word in _OF_SECTION:
            return (current if word == "这一年" else before.year), word == "这一年"
        if word in _BEFORE_TOLD and (told := current or before.year or before.spoken) is not None:
            return told - 1, False
        return (None if before.spoken is None else before.spoken + int(table[word].value)), False
    return current, False


@lru_cache(maxsize=256)
def year_of(period: str | None) -> int | None:
    """The year in which a period ends (or begins, where it is open)."""
    first, _, last = (period or "").partition("/")
    year = last[:_YEAR] if last[:_YEAR].isdecimal() else first[:_YEAR]
    return int(year) if year.isdecimal() else None


@lru_cache(maxsize=256)
def _numbers(period: str | None) -> frozenset[str]:
    """The years that a period is written with."""
    return frozenset(_FOUR_DIGITS.findall(period or ""))


def aimed(text: str, clause: int, end: int, dates: Iterable[Period], period: str | None) -> str | None:
    """The period of an aim whose words end at ``end``: the one told in its ``clause``, or its year if that says so."""
    told = [date.iso for date in dates if clause <= date.start < end and date.iso]
    if told:
        return told[-1]
    years = _numbers(period)
    is_yearly = len(years) == 1 and _OF_YEAR.search(text, clause, end) and not _PART.search(text, clause, end)
    return next(iter(years)) if is_yearly else period
