"""Times in tables: the period that a head tells, leaning on the table's own."""

import re
from dataclasses import dataclass

from policy_digest.extract.periods import Before, Period, periods, year_of
from policy_digest.lexicon.figures import Figures
from policy_digest.model import PeriodSource

_BARE_YEAR = re.compile(r"^(?P<year>(?:19|20)\d\d)(?![\d.,])(?=$|[^年\-—–~/])")
_TOTALLED = re.compile("累计")
_YEARLY = re.compile("年度|年初(?!至)|全年")
_ENDS = "末底初度的"
_NAME = re.compile("[一-龥A-Z]{2}")
_COMPARED = tuple("比较与同对")
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEARS = re.compile(r"^\d{4}/\d{4}$")
_MONTH = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)$")
_ADDED = re.compile(
    "^(?:自年初)?(?:累计|合计|末|底|初|实绩|实际|完成|执行|决算|预计|计划|目标|预算|度|份|数|值|[(),、])*$"
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A period that a head tells; ``iso`` is None where it tells one that cannot be known (本月 of a year)."""

    iso: str | None


@dataclass(frozen=True, slots=True)
class Clock:
    """What the times of a table lean on: its own ``period`` with its source, and what was told before it."""

    before: Before
    period: str | None
    source: PeriodSource | None

    def under(self, title: str, figures: Figures) -> "Clock":
        """The clock of a table below ``title``."""
        told = [d.iso for d in periods(title, self.before, figures) if d.iso and d.governs and not d.anaphoric]
        told = [iso for iso in told if not _YEARS.fullmatch(iso) and ".." not in iso]
        if not told or (self.period and len(told[-1]) == len("2024") and self.period.startswith(told[-1])):
            return self
        return Clock(self.before._replace(year=year_of(told[-1])), told[-1], "inherited")

    def read(self, head: str, figures: Figures) -> Dated | None:
        """The period that ``head`` tells."""
        heads = figures.heads
        month = _MONTH.search(self.period or "")
        if heads.find("prior", head):
            return Dated(self._shifted())
        if heads.find("month", head) and not _TOTALLED.search(head):
            return Dated(month[0] if month else None)
        dates = [d for d in self._dates(head, figures) if d.iso and head[: d.start][-1:] not in _COMPARED]
        if dates:
            return Dated(dates[-1].iso)
        if self.period and _YEARLY.match(head):
            return Dated(str(year_of(self.period)))
        if not self.period or not heads.find("so-far", head):
            return None
        return Dated(f"{month['year']}-01/{month[0]}" if month and _TOTALLED.search(head) else self.period)

    def whole(self, head: str, figures: Figures) -> Dated | None:
        """The period that ``head`` is and tells nothing besides."""
        dates = self._dates(head, figures)
        if not dates or not dates[-1].iso or dates[0].start or not _ADDED.match(head[dates[-1].end :]):
            return None
        return Dated(dates[-1].iso)

    def leading(self, head: str, figures: Figures) -> tuple[Dated | None, str]:
        """The period that ``head`` begins with and the rest of it (2023年末常住人口), or none and ``head``."""
        dates = self._dates(head, figures)
        rest = head[dates[0].end :].lstrip(_ENDS) if dates else ""
        if not dates or dates[0].start or not dates[0].iso or not _NAME.match(rest):
            return None, head
        return Dated(dates[0].iso), rest

    def without_dates(self, head: str, figures: Figures) -> str:
        """``head`` without the words that tell time."""
        for date in reversed(self._dates(head, figures)):
            head = head[: date.start] + head[date.end :]
        return head

    def _dates(self, head: str, figures: Figures) -> tuple[Period, ...]:
        if bare := _BARE_YEAR.match(head):
            return (Period(0, 4, bare["year"], anchors=True, anaphoric=False, year=int(bare["year"])),)
        return periods(head, self.before, figures)

    def _shifted(self) -> str | None:
        """The table's own period, a year earlier."""
        if not self.period or ".." in self.period:
            return None
        return _YEAR.sub(lambda year: str(int(year[0]) - 1), self.period)
