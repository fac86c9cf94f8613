"""Periods: the dates of a sentence, as ISO 8601 intervals."""

import re
from calendar import monthrange
from dataclasses import dataclass
from functools import cache

from policy_digest.extract.numerals import DIGITS
from policy_digest.lexicon.figures import Figures, PeriodWord, alternation


DATED = ("y1", "yh", "yw", "m1", "md", "m", "mn", "pw", "plan", "same")
"""The groups of which a date has one at least."""


@dataclass(frozen=True, slots=True)
class Period:
    """A date in a folded sentence. ``iso`` is None where the text's year is not known.

    ``anchors`` says that later sentences may inherit it (a year or a stretch of it, not a day or a single month);
    ``anaphoric`` that its words point back (这一年, 同期).
    """

    start: int
    end: int
    iso: str | None
    anchors: bool
    anaphoric: bool
    year: int | None
    until: bool = False


@cache
def _pattern(words: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    def any_of(role: str) -> str:
        return alternation(tuple(w for w, r in words if r == role))

    dash = r"\s?(?:[-—–~～]{1,2}|至|到)\s?"
    year = rf"(?P<y1>(?:19|20)\d\d)(?:年|(?={dash}(?:19|20)\d\d年))|(?P<yh>[一二][〇零一二三四五六七八九]{{3}})年|(?P<yw>{any_of('year')})"
    month = r"(?:1[0-2]|0?[1-9])"
    part = (
        rf"(?P<m1>{month})\s?月?份?{dash}(?P<m2>{month})\s?月份?|(?P<md>{month})\s?月\s?(?P<dd>[0-3]?\d)\s?日|(?P<m>{month})\s?月份?"
        rf"|前(?P<mn>\d{{1,2}}|[一二三四五六七八九十]+)个月|(?P<pw>{any_of('part')})"
    )
    return re.compile(
        rf"(?P<until>{any_of('until')})?(?:(?P<by>{any_of('by')})(?=(?:19|20)\d\d年|今年|明年))?"
        rf"(?:[“\"]?(?P<plan>{any_of('plan')})[”\"]?|(?P<same>{any_of('same')})"
        rf"|(?<![\d.])(?:(?:{year})(?:{dash}(?P<y2>(?:19|20)\d\d)年)?(?:全年|年)?\s?)?(?:{part})?)"
        rf"(?P<day>(?<=月)\s?(?:[0-3]?\d)日)?(?P<end>(?:{any_of('end')})(?:间)?)?(?P<since>{any_of('since')})?"
    )


def periods(text: str, year: int | None, same: str | None, figures: Figures) -> tuple[Period, ...]:
    """The dates of a folded sentence. ``year`` is the document's; ``same`` the period told last before the sentence."""
    words = tuple(sorted((w.word, w.role) for w in figures.period_words.values()))
    found: list[Period] = []
    current = year
    for match in _pattern(words).finditer(text):
        if not any(match[group] for group in DATED):
            continue
        period = _period(match, year, current, found[-1].iso if found else same, figures.period_words)
        found.append(period)
        current = period.year or current
    return tuple(found)


def _period(
    match: re.Match[str], document: int | None, current: int | None, same: str | None, words: dict[str, PeriodWord] | object
) -> Period:
    table: dict[str, PeriodWord] = words  # type: ignore[assignment]
    start, end = match.span()
    if match["same"]:
        return Period(start, end, same, anchors=False, anaphoric=True, year=None)
    if match["plan"]:
        return Period(start, end, table[match["plan"]].value, anchors=True, anaphoric=False, year=None)
    year, anaphoric = _year(match, document, current, table)
    if year is None:
        return Period(start, end, None, anchors=False, anaphoric=anaphoric, year=None)
    if match["y2"]:
        return Period(start, end, f"{year}/{match['y2']}", anchors=True, anaphoric=False, year=int(match["y2"]))
    iso, anchors = _within(match, year, table)
    if match["since"]:
        iso = f"{iso.split('/')[0]}/.."
    elif match["until"] and (match["end"] or match["m"] or match["md"]):
        iso = f"../{iso.split('/')[-1]}"
    return Period(start, end, iso, anchors, anaphoric, year, bool(match["until"] or match["by"]))


def _year(
    match: re.Match[str], document: int | None, current: int | None, table: dict[str, PeriodWord]
) -> tuple[int | None, bool]:
    if match["y1"]:
        return int(match["y1"]), False
    if match["yh"]:
        return int("".join(str(DIGITS[c]) for c in match["yh"])), False
    if word := match["yw"]:
        if document is None:
            return None, False
        return (current if word == "这一年" else document + int(table[word].value)), word == "这一年"
    return current, False


def _within(match: re.Match[str], year: int, table: dict[str, PeriodWord]) -> tuple[str, bool]:
    """The period inside ``year`` that the match tells, and whether later sentences may inherit it."""
    if match["md"]:
        day = min(int(match["dd"]), monthrange(year, int(match["md"]))[1])
        return f"{year}-{int(match['md']):02d}-{max(day, 1):02d}", False
    if match["m1"]:
        return f"{year}-{int(match['m1']):02d}/{year}-{int(match['m2']):02d}", True
    if match["m"]:
        return f"{year}-{int(match['m']):02d}", False
    if match["mn"]:
        count = int(match["mn"]) if match["mn"].isdigit() else {"十": 10, "十一": 11}.get(match["mn"], DIGITS.get(match["mn"][0], 1))
        return f"{year}-01/{year}-{min(count, 12):02d}", True
    if word := match["pw"]:
        first, last = table[word].value.split("-")
        return f"{year}-{int(first):02d}/{year}-{int(last):02d}", True
    return f"{year}", True


def year_of(period: str | None) -> int | None:
    """The year in which a period ends (or begins, where it is open)."""
    years = re.findall(r"(?:19|20)\d\d", period or "")
    return int(years[-1]) if years else None
