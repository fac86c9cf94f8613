"""Periods as spans of months, so that one can be told to be later than another, or as long."""

import re
from typing import NamedTuple

_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?\Z")


class Span(NamedTuple):
    """First and last month as ``YYYY-MM``; an open end ends where it begins."""

    start: str
    end: str

    @property
    def months(self) -> int:
        """How many months the span has."""
        (first, month), (last, other) = (map(int, side.split("-")) for side in self)
        return (last - first) * 12 + other - month + 1

    def is_as_long_as(self, other: "Span") -> bool:
        """Whether both cover the same months of their years, and as many of them."""
        return self.months == other.months and self.start[5:] == other.start[5:]


def span_of(period: str | None) -> Span | None:
    """The span of an ISO 8601 period; None where there is none, where it is no date, and for a day or an open end."""
    first, slash, last = (period or "").partition("/")
    start, end = _DATE.match(first), _DATE.match(last if slash else first)
    if start is None or end is None or start[3] or end[3]:
        return None
    span = Span(f"{start[1]}-{start[2] or '01'}", f"{end[1]}-{end[2] or '12'}")
    return span if span.start <= span.end and _is_month(span.start) and _is_month(span.end) else None


def _is_month(date: str) -> bool:
    return 1 <= int(date[5:]) <= 12


def end_of(period: str | None) -> str:
    """The last month of a period as ``YYYY-MM``; a year ends in its December, an open end after it; empty for none."""
    start, _, end = (period or "").partition("/")
    last = start if end in ("", "..") else end
    return f"{last}-12" if len(last) == 4 else last[:7]
