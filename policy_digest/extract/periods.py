"""Periods: the dates of a sentence, as ISO 8601 intervals."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from policy_digest.extract.dates import DATED, date_pattern, within
from policy_digest.lexicon.figures import Figures, PeriodWord
from policy_digest.numerals import DIGITS

_BEFORE_TOLD = frozenset(("上年", "上一年", "上年度"))
"""The year before the one that is told of; 去年 is the year before the speaker's."""

_AT_END = frozenset(("年底", "年末", "年内"))
_NOW = frozenset(("如今", "现在", "眼下"))
_OF_SECTION = _AT_END | _NOW | {"全年", "这一年", "本年", "本年度"}
_COUNTED = re.compile(r"[每一二两三四五六七八九十半几多\d]$")
"""Before 年底 or 年内: each year's end, or so many years."""

_COMPARED = re.compile("(?:[比较]|[高快优多低慢少]于|超过|超出|高出)$")
_OWN = re.compile(r"的约?近?\d")
_REACH_OF_OWN = 3
_AGAINST = re.compile(r"(?:同期)?(?:水平)?相比|(?:目标|任务|预算)|(?:同期|水平|全年)*的[约近]?[\d.]+[多余]?倍")
"""Behind a date that a figure is only held against: 与上年相比, 超年初预算, 是去年同期的2.1倍."""

_YEAR = len("2024")
_STOCK = re.compile("共有|现有|累计|拥有|总数|在册|登记|余额|存量|保有")
"""Behind a day up to which is counted: words by which all that there is is told, not what the year brought."""

_MARKED = re.compile(
    "(?:规划|计划)?(?:建议|纲要)?的?(?:良好|精彩|圆满|胜利|完美)?(?:收官|开局|关键|攻坚|冲刺|起步|谋划|衔接|第[一二三四五]年|承上启下|编制|规划)"
)
"""Behind a five-year plan: words by which a year is placed in it, or the plan is a paper; no figure is told of it."""


@dataclass(frozen=True, slots=True)
class Period:
    """A date in a folded sentence. ``iso`` is None where the text's year is not known.

    ``anchors`` says that later sentences may inherit it (a year or a stretch of it, not a day or a single month),
    ``anaphoric`` that its words point back (这一年, 同期), ``governs`` that figures behind it take it, which those it
    is only compared with (比上半年) do not, ``is_recurring`` that it is every year's and holds for its clause alone,
    ``is_own`` that it holds for the next figure alone (去年的1076亿元; 由上年的5个增至8个), which begins within
    ``reach`` of it, ``is_event`` that it is a day or a month, ``is_span`` that it is a stretch of years other than a
    plan (近三年), ``is_local`` that it holds for its clause alone, being the day of something to come (7月可投产).
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


@dataclass(frozen=True, slots=True)
class Before:
    """What was told before a sentence.

    The section's ``year`` and the ``document``'s; the year ``spoken`` in (what 今年 means); the ``same`` period, told
    last; the last day or month of the section (``event``) and of the paragraph (``today``).
    """

    year: int | None = None
    spoken: int | None = None
    same: str | None = None
    event: str | None = None
    today: str | None = None
    document: int | None = None


def periods(text: str, before: Before, figures: Figures) -> tuple[Period, ...]:
    """The dates of a folded sentence."""
    table = figures.period_words
    found: list[Period] = []
    current = before.year
    for match in date_pattern(figures.period_roles).finditer(text):
        if not any(match[group] for group in DATED):
            continue
        period = _period(match, current, before, table)
        if _COMPARED.search(text, max(0, match.start() - 2), match.start()) or _AGAINST.match(text, match.end()):
            period = replace(period, governs=False, anchors=False, is_event=False)
        period = _limited(period, match, figures)
        found.append(period)
        if period.governs and not period.is_own:
            current = period.year or current
        if period.iso and period.governs and not period.anaphoric:
            before = replace(before, same=period.iso)
        if period.is_event:
            before = replace(before, event=period.iso, today=period.iso)
    return tuple(found)


def _limited(period: Period, match: re.Match[str], figures: Figures) -> Period:
    """The period with what its neighbours say of its reach: 7月可投产 holds in its clause alone."""
    text, end = match.string, match.end()
    if match["plan"] and _MARKED.match(text, end):
        return replace(period, governs=False, anchors=False)
    if match["yw"] in _AT_END and _COUNTED.search(text, 0, match.start()):
        return replace(period, governs=False, anchors=False)
    if (happens := figures.signs.happens.match(text, end)) and figures.signs.foretold.search(
        text, _clause(text, match.start()), happens.end()
    ):
        return replace(period, is_local=True, anchors=False)
    if period.governs and _OWN.match(text, end):
        return replace(period, is_own=True, anchors=False, reach=_REACH_OF_OWN)
    return period


def _period(match: re.Match[str], current: int | None, before: Before, table: Mapping[str, PeriodWord]) -> Period:
    start, end = match.span()
    if match["same"]:
        return Period(start, end, before.same, anchors=False, anaphoric=True, year=None)
    if match["now"] or match["life"]:
        since = before.today if match["now"] else before.event
        return Period(start, end, f"{since}/.." if since else None, anchors=False, anaphoric=True, year=None)
    if match["recurring"] or match["after"]:
        return Period(start, end, None, anchors=False, anaphoric=False, year=None, is_recurring=True)
    if match["plan"]:
        years = table[match["plan"]].value
        iso = f"{years.split('/')[0]}/.." if match["since"] else years
        return Period(start, end, iso, anchors=True, anaphoric=False, year=None)
    if count := match["back"] or match["back2"] or match["ahead"]:
        return _years(match, before, int(count) if count.isdigit() else DIGITS.get(count, 10))
    if count := match["ago"]:
        return _ago(match, before, int(count) if count.isdigit() else DIGITS.get(count, 10))
    year, anaphoric = _year(match, before, current, table)
    if year is None:
        return Period(start, end, None, anchors=False, anaphoric=anaphoric, year=None, governs=False)
    if match["y2"]:
        return Period(start, end, f"{year}/{match['y2']}", anchors=True, anaphoric=False, year=int(match["y2"]))
    iso, anchors = within(match, year, table)
    is_event = bool(match["m"] or match["md"]) and not (match["since"] or match["until"])
    if match["since"] and not (match["yw"] and len(iso) == _YEAR):
        iso, anchors = f"{iso.split('/')[0]}/..", False
    elif match["until"] and match["m"] and year == before.document and not _STOCK.search(match.string, end):
        iso, anchors = (f"{year}-01/{iso}", False) if match["m"] != "12" else (f"{year}", False)
    elif match["until"] and (match["end"] or match["m"] or match["md"]):
        iso = f"../{iso.split('/')[-1]}"
    anchors = anchors and match["yw"] not in _AT_END | _NOW
    return Period(start, end, iso, anchors, anaphoric, year, bool(match["until"] or match["by"]), is_event=is_event)


def _clause(text: str, position: int) -> int:
    """Where the clause of ``position`` begins."""
    return max(text.rfind(mark, 0, position) for mark in ",;。") + 1


def _ago(match: re.Match[str], before: Before, count: int) -> Period:
    """The year so many years before the document's (五年前)."""
    year = before.document or before.year
    iso = None if year is None else f"{year - count}"
    return Period(*match.span(), iso, anchors=False, anaphoric=False, year=None, governs=year is not None)


def _years(match: re.Match[str], before: Before, count: int) -> Period:
    """Some years up to the document's (近五年), or from the next on (未来五年)."""
    start, end = match.span()
    year = before.document or before.year
    if year is None:
        return Period(start, end, None, anchors=False, anaphoric=False, year=None, governs=False)
    first, last = (year + 1, year + count) if match["ahead"] else (year - count + 1, year)
    return Period(start, end, f"{first}/{last}", anchors=True, anaphoric=False, year=None, is_span=not match["ahead"])


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
        if word in _BEFORE_TOLD and (told := before.year or before.spoken) is not None:
            return told - 1, False
        return (None if before.spoken is None else before.spoken + int(table[word].value)), False
    return current, False


def year_of(period: str | None) -> int | None:
    """The year in which a period ends (or begins, where it is open)."""
    years = re.findall(r"(?:19|20)\d\d", period or "")
    return int(years[-1]) if years else None
