"""Days for what needs one and has none of its own: no clock is read, so they come from the article.

The day of a digest is that of the article's publication, where it is known; else of the period that it covers: the last
day of a period of a year or less (a year review comes at its end), the first of a longer one (a plan comes at its
beginning). A later correction counts where it is later.
"""

import calendar

from policy_digest.model import BilingualDigest

UNKNOWN = "1970-01-01"
"""The day of a digest of which neither publication nor period is known: an obvious stand-in, and the oldest."""


def updated(bilingual: BilingualDigest) -> str:
    """The day (``YYYY-MM-DD``) by which a feed orders a digest."""
    metadata = bilingual.digest.record.article.metadata
    days = [edit.edit.date for edit in bilingual.edits]
    if metadata.date_published:
        days.append(metadata.date_published.value)
    elif metadata.time_period:
        days.append(_of_period(metadata.time_period.value))
    known = [day for one in days if (day := _first(one))]
    return max(known, default=UNKNOWN)


def published(bilingual: BilingualDigest) -> str | None:
    """The day on which the article was published; None where the text and the editor do not say the day."""
    stated = bilingual.digest.record.article.metadata.date_published
    return stated.value if stated and len(stated.value) == 10 else None


def _of_period(period: str) -> str:
    start, _, end = period.partition("/")
    if end in ("", ".."):
        return _last(start) if not end else start
    if start == ".." or _months(start, end) <= 12:
        return _last(end)
    return start


def _months(start: str, end: str) -> int:
    """How many months a period has, its first and last included."""
    first, last = _first(start), _last(end)
    if not first or not last:
        return 0
    years = int(last[:4]) - int(first[:4])
    return years * 12 + int(last[5:7]) - int(first[5:7]) + 1


def _first(day: str) -> str:
    """The first day of a year or month; a day as it is; empty for what is no date."""
    filled = {4: f"{day}-01-01", 7: f"{day}-01", 10: day}.get(len(day), "")
    return filled if filled[:4].isdecimal() and filled[5:7].isdecimal() and filled[8:].isdecimal() else ""


def _last(day: str) -> str:
    """The last day of a year or month; a day as it is."""
    month = f"{day}-12" if len(day) == 4 else day
    first = _first(month)
    if not first or len(month) == 10:
        return first
    year, number = int(first[:4]), int(first[5:7])
    return f"{first[:7]}-{calendar.monthrange(year, number)[1]:02}" if 1 <= number <= 12 and year else ""
