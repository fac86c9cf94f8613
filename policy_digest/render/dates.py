"""Days for what needs one and has none of its own: no clock is read, so they come from the article.

The day of a digest is that of the article's publication, where it is known. Else it is the last day of what the article
gives account of, within the period that it covers: a plan may be older, but it is never dated by a time still to come.
An article that only plans is dated by the day before the period that it plans for. A later correction counts where it
is later.
"""

import calendar
from datetime import date, timedelta

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
        days.append(_of_period(bilingual, metadata.time_period.value))
    known = [day for one in days if (day := _first(one))]
    return max(known, default=UNKNOWN)


def published(bilingual: BilingualDigest) -> str | None:
    """The day on which the article was published; None where the text and the editor do not say the day."""
    stated = bilingual.digest.record.article.metadata.date_published
    return stated.value if stated and len(stated.value) == 10 else None


def _of_period(bilingual: BilingualDigest, period: str) -> str:
    """The last day within ``period`` that the article tells of as past; the day before it for one that only plans."""
    record = bilingual.digest.record
    start, _, end = period.partition("/")
    begun, over = _first(start), _last(start if end in ("", "..") else end)
    past = [_ends(one.time_period or "") for one in record.observations if one.nature == "actual"]
    days = [min(last, over) for first, last in past if last and first <= over and last >= begun]
    looks_back = any(not last or last >= begun for _, last in past)
    plans = record.commitments or any(one.nature == "target" for one in record.observations)
    if begun and plans and not looks_back:
        return _day_before(begun)
    return max(days, default=over)


def _ends(period: str) -> tuple[str, str]:
    """The first and the last day of a period; the last is empty where its end is open or it is none."""
    start, slash, end = period.partition("/")
    return _first(start), _last(end if slash else start)


def _day_before(day: str) -> str:
    known = date.fromisoformat(day)
    return (known - timedelta(days=1)).isoformat() if known > date.min else day


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
