"""Until when a plan is: the year or years that its sentence, its section's opening or its heading says."""

import re
from dataclasses import dataclass

from policy_digest.extract.outlook import spoken_year
from policy_digest.extract.periods import year_of
from policy_digest.lexicon.figures import Figures
from policy_digest.lexicon.genre import Commitments
from policy_digest.lexicon.marks import clauses
from policy_digest.model import Article, Section

_DIGITS = {"两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "十": 10}
_UNITS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_SEMICOLON = re.compile("[；;]")
_NAMED_YEAR = re.compile(r"(?<![\d—–－~～至到-])(?P<year>20\d\d)年(?!以来)")
_YEAR = "年"
"""What every horizon but a five-year plan's is told with."""

_BEFORE_CUE = 12  # characters before a cue that its year may stand in
_TENTH_PLAN, _PLAN_YEARS = 2001, 5
_OPENS_PLAN = frozenset(("开局", "起步", "开好局", "第一年", "首年"))
_STOPS = frozenset("，,、：:")


@dataclass(frozen=True, slots=True)
class Years:
    """The years that a text counts from: the one its period ends in, the one that 今年 means, and where 今后 begins.

    ``reviewed`` is None for a text without a period; then 今年 means no year that is known.
    """

    reviewed: int | None
    spoken: int | None

    @property
    def next_begins(self) -> int | None:
        """The first of 今后五年: the year of the plans, or the one after a year that is still looked back on."""
        if self.spoken is None:
            return None
        return self.spoken if self.spoken != self.reviewed else self.spoken + 1

    def of_heading(self, horizon: str | None) -> "Years":
        """The years as under a heading that plans for ``horizon``: its year is the one that 今年 means there."""
        if horizon and horizon.isdigit() and self.spoken is not None and 0 <= int(horizon) - self.spoken <= 1:
            return Years(self.reviewed, int(horizon))
        return self


def years_of(article: Article, figures: Figures) -> Years:
    """The years that an article counts from."""
    period = article.metadata.time_period
    return Years(year_of(period.value if period else None), spoken_year(article, figures))


def horizon_of(text: str, position: int, rules: Commitments, years: Years, *, is_ahead: bool = False) -> str | None:
    """The period of a plan: a year after its cue, else one before it, else a word such as 今年, 十四五 or 今后五年.

    Where ``is_ahead``, the text stands among plans: a year before that of the plans is no horizon of theirs.
    """
    start = max(text.rfind("；", 0, position), text.rfind(";", 0, position)) + 1
    text, position = _SEMICOLON.split(text[start:], maxsplit=1)[0], max(0, position - start - _BEFORE_CUE)
    if _YEAR not in text:
        return _plan_period(text, rules)
    first = years.spoken if is_ahead else years.reviewed
    this_year = rules.horizons["this-year"].match(text)
    found = list(rules.horizons["year"].finditer(text))
    if this_year:
        found = [match for match in found if text[match.start("year") - 1] in _STOPS or text[match.start()] == "到"]
    told = [int(match["year"]) for match in found]
    if told and position:
        told[:0] = [int(match["year"]) for match in found if match.start("year") >= position]
    ahead = next((n for n in told if first is None or n >= first), None)
    if ahead is not None:
        return str(ahead)
    if this_year and years.spoken is not None:
        return str(years.spoken)
    return _plan_period(text, rules) or _counted_from(text, rules, years)


def opening_horizon(words: str, rules: Commitments, years: Years) -> tuple[str | None, bool]:
    """The horizon that a sentence opens with, and whether it holds for those that follow.

    This year or a five-year plan does (“十四五”开局之年，…); a time farther off (到明年底，… 今后三年，…) holds for its
    own sentence.
    """
    opening = rules.patterns["time-opening"].match(words)
    if not opening:
        return None, False
    start, end = next(clauses(words))
    clause = words[start:end]
    if rules.horizons["this-year"].match(clause):
        return (str(years.spoken) if years.spoken is not None else None), True
    horizon = horizon_of(clause, 0, rules, years, is_ahead=True)
    is_plan = rules.horizons["plan"].match(words) is not None
    return horizon, is_plan or (horizon is not None and horizon == str(years.spoken))


def heading_times(section: Section, rules: Commitments, years: Years) -> tuple[str | None, str | None] | None:
    """Where a heading names a five-year plan and the year: what holds in its own text, and what below it.

    The heading gives neither by itself. The text is about the plan where its first paragraph says so, until a sentence
    opens the tasks of the year; what the last such sentence says holds below. None for any other heading.
    """
    heading = section.heading or ""
    plan = rules.horizons["plan"].search(heading)
    named = {int(match["year"]) for match in _NAMED_YEAR.finditer(heading)}
    if plan is None or plan["part"] or not (years.spoken in named or rules.horizons["this-year"].search(heading)):
        return None
    first = "".join(sentence.text for paragraph in section.paragraphs[:1] for sentence in paragraph.sentences)
    start = _plan_period(heading, rules) if rules.patterns["tells-plan"].search(first) else None
    opened = (opening_horizon(sentence.text, rules, years) for sentence in section.sentences)
    held = [horizon for horizon, does_hold in opened if does_hold and horizon]
    return start, held[-1] if held else start


def _plan_period(text: str, rules: Commitments) -> str | None:
    match = rules.horizons["plan"].search(text) if "十" in text else None
    if not match:
        return None
    start = _TENTH_PLAN + _PLAN_YEARS * _UNITS[match["plan"][1]]
    part = match["part"]
    if part in _OPENS_PLAN:
        return str(start)
    return str(start + _PLAN_YEARS - 1) if part else f"{start}/{start + _PLAN_YEARS - 1}"


def _counted_from(text: str, rules: Commitments, years: Years) -> str | None:
    if years.spoken is None or years.next_begins is None:
        return None
    if rules.horizons["next-year"].search(text):
        return str(years.spoken + 1)
    if rules.horizons["this-year"].search(text):
        return str(years.spoken)
    span = rules.horizons["years"].search(text)
    return f"{years.next_begins}/{years.next_begins + _DIGITS[span['count']] - 1}" if span else None
