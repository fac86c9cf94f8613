"""Periods as spans of time that can be ordered and measured."""

import calendar
import re
from datetime import date

from policy_digest.model.series import Span

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")


def span_of(period: str | None) -> Span | None:
    """The span of an ISO 8601 period; None where there is none, where an end is open, or for what is no date."""
    first, slash, last = (period or "").partition("/")
    start, end = _ends(first), _ends(last if slash else first)
    if start is None or end is None or end[1] < start[0]:
        return None
    opening, closing = start[0], end[1]
    months = None
    if opening.day == 1 and closing.day == calendar.monthrange(closing.year, closing.month)[1]:
        months = (closing.year - opening.year) * 12 + closing.month - opening.month + 1
    days = closing.toordinal() - opening.toordinal() + 1
    return Span(opening.toordinal(), closing.toordinal(), closing.year, months, days)


def _ends(text: str) -> tuple[date, date] | None:
    """The first and the last day of a year, a month or a day."""
    match = _DATE.match(text)
    if match is None:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    last_month = month or 12
    try:
        last_day = day or calendar.monthrange(year, last_month)[1]
        return date(year, month or 1, day or 1), date(year, last_month, last_day)
    except (ValueError, calendar.IllegalMonthError):
        return None


def has_length_of(one: Span, other: Span) -> bool:
    """Whether two spans are equally long: in months, else in days."""
    return one.months == other.months if one.months and other.months else one.days == other.days


def end_of(period: str | None) -> str:
    """The last month of a period as ``YYYY-MM``; a year ends in its December, an open end after it; empty for none."""
    start, _, end = (period or "").partition("/")
    last = start if end in ("", "..") else end
    return f"{last}-12" if len(last) == 4 else last[:7]
