"""The timeline: the events of all digests by year, the newest first."""

from collections.abc import Iterable
from dataclasses import dataclass

from policy_digest.model import BilingualDigest, BilingualEvent


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """An event and the digest it is from."""

    digest: BilingualDigest
    event: BilingualEvent


@dataclass(frozen=True, slots=True)
class TimelineYear:
    """The events of one year."""

    year: str
    entries: tuple[DatedEvent, ...]


def timeline(digests: Iterable[BilingualDigest]) -> tuple[TimelineYear, ...]:
    """The years with their events, latest first; what is dated less exactly stands behind what is of that time.

    Events of one date stand in the order of the digests and of the text.
    """
    years: dict[str, list[DatedEvent]] = {}
    for digest in digests:
        for event in digest.events:
            years.setdefault(event.date[:4], []).append(DatedEvent(digest, event))
    return tuple(
        TimelineYear(year, tuple(sorted(years[year], key=_moment, reverse=True)))
        for year in sorted(years, reverse=True)
    )


def _moment(entry: DatedEvent) -> str:
    """The date, a quarter as its last month."""
    year, quarter, number = entry.event.date.partition("-Q")
    return f"{year}-{3 * int(number):02d}" if quarter else entry.event.date
