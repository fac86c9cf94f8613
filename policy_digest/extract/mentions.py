"""Mentions: what the passes over a sentence found, made into figures with their time, nature and growth."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from policy_digest.extract import spans
from policy_digest.extract.changes import Growth, growth
from policy_digest.extract.clauses import Clauses
from policy_digest.extract.evidence import Why
from policy_digest.extract.mention import Dated, Evidence, Mention
from policy_digest.extract.natures import Natures, bare_aim, measure, missed, own_nature
from policy_digest.extract.outlook import Stance
from policy_digest.extract.paired import paired
from policy_digest.extract.passages import Passage, period_after, period_before, years_of
from policy_digest.extract.periods import Period, aimed, year_of
from policy_digest.extract.quantities import Quantity
from policy_digest.extract.ranks import Standing
from policy_digest.extract.sharing import told_of
from policy_digest.extract.spans import Ends, average_span, held, ranked_with, reached, tells_of_years, this_month
from policy_digest.extract.timeline import Timeline
from policy_digest.lexicon.figures import Figures
from policy_digest.model import Nature, PeriodSource, Section, Sentence

_AIMS = frozenset("目任指计")
"""What 目标, 任务, 指标 and 计划 begin with: 5个任务 are so many tasks, not an aim of five."""

_KEPT = re.compile("保持|稳定在|始终|连续|累计|年均|每年|平均")
"""Words by which a share is told of all the years of a span, not of their end."""

_YEARLY = re.compile("连续|每年|逐年|年均(?!浓度|气温|降水)|年平均|年递增|(?:月|日|季)均")
_AVERAGE = re.compile("年均|平均每年|年平均")
_YEARS = re.compile(r"\d{4}/\d{4}")
_NEAR = 40  # characters
_FAR = 24  # dates: none farther back governs a figure
_GROWTH_AIM = re.compile("(?:增长|增速|增幅)目标$")


def period_of(stance: Stance) -> tuple[str | None, PeriodSource | None]:
    """What a section's heading or the document says of time."""
    return (stance.period, "context") if stance.period else (None, None)


@dataclass(frozen=True, slots=True)
class Mentions:
    """Makes the mentions of one sentence out of what its passes found; ``passages`` stand in their order."""

    sentence: Sentence
    section: Section
    dates: tuple[Period, ...]
    told: Timeline
    natures: Natures
    clauses: Clauses
    passages: tuple[Passage, ...]
    inherited: str | None

    def of_quantities(self, read: tuple[Quantity, ...], figures: Figures) -> Iterator[Mention]:
        """A mention for each quantity, changes told from amounts."""
        previous: tuple[Quantity, Growth | None] | None = None
        read = tuple(sorted(read, key=lambda q: q.start))
        known = (self.inherited, self.told.stance.period, *(date.iso for date in self.dates))
        ended = reached(self.clauses, read, figures) if tells_of_years(self.clauses, known) else Ends()
        pairs = paired(self.clauses, read, self.dates)
        for quantity in read:
            own_time = pairs.get(quantity.start)
            ruling = self._governing(quantity.start)
            period = own_time[0] if own_time else self._told_of(ruling)
            change = growth(self.clauses.text, quantity, previous, period, figures)
            previous = quantity, change
            since = self._since(quantity, change)
            if change and since and change.based_on is None:
                change = replace(change, base=f"since:{since[0]}")
            own = self._own_nature(quantity, change, figures)
            is_aim = own is not None and own[0] == "target"
            when = self._when(quantity, change, is_aim, ended, ruling)
            if change and since:
                when = str(since[1]) if change.based_on is None else f"{since[0] + 1}/{since[1]}", "explicit", when[2]
            if own_time:
                when = own_time[0], "explicit", own_time[1]
            change = self._over_years(change, quantity, when[0])
            mention = self._quantity(quantity, change, own or self._nature(quantity.start, ruling), when)
            yield from [mention] * told_of(self.clauses, quantity, change, read, figures)

    def _since(self, quantity: Quantity, change: Growth | None) -> tuple[int, int] | None:
        """The years that growth reaches over, told by the passage before it: on average, or without another base."""
        is_average = change is not None and change.based_on is not None and _AVERAGE.search(change.based_on.words)
        if change is None or not (is_average or change.based_on is None):
            return None
        index = bisect_right(self.passages, quantity.start, key=lambda p: p.end) - 1
        passage = self.passages[index] if index >= 0 else None
        if passage is None or quantity.clause - passage.end > (_NEAR if is_average else 1):
            return None
        if ";" in self.clauses.text[passage.end : quantity.clause]:
            return None
        return years_of(passage, self.dates, year_of(self.told.stance.period))

    def _over_years(self, change: Growth | None, quantity: Quantity, period: str | None) -> Growth | None:
        """``change``, since the year before its ``period`` where that is several years and no base is told."""
        if change is None or change.based_on is not None or change.base != "yoy" or not _YEARS.fullmatch(period or ""):
            return change
        if _YEARLY.search(self.clauses.text, self.clauses.start(quantity.start), quantity.start):
            return change
        return replace(change, base=f"since:{int((period or '')[:4]) - 1}")

    def _own_nature(
        self, quantity: Quantity, change: Growth | None, figures: Figures
    ) -> tuple[Nature, Why | None] | None:
        """The nature that the words at a quantity give it alone, and which words."""
        text, place = self.clauses.text, (quantity.lead, quantity.end)
        counts_aims = quantity.kind == "count" and text[quantity.end : quantity.end + 1] in _AIMS
        why = None if counts_aims else missed(self.clauses, quantity.start, quantity.end, figures)
        if why := why or (measure(text, *place, figures) if change is None else None):
            return "target", why
        if change is not None:
            is_aim = _GROWTH_AIM.search(text, change.lead, quantity.start)
            return own_nature(text, quantity.start, quantity.end, figures) if is_aim else None
        return own_nature(text, *place, figures) if quantity.kind == "level" else bare_aim(text, quantity.lead)

    def _when(self, quantity: Quantity, change: Growth | None, is_aim: bool, ended: Ends, ruling: Dated) -> Dated:
        """The period of a quantity: an aim's is its year, of several years what was reached holds at their end."""
        period, source, date = self._period(quantity.start, ruling, is_rank=quantity.kind == "rank")
        period = this_month(self._clause(quantity.start), period)
        if is_aim:
            clause = self.clauses.start(quantity.start)
            return aimed(self.clauses.text, clause, quantity.lead, self.dates, period), source, date
        told_with = ended.throughout.get(quantity.start, quantity.start)
        is_share = quantity.unit_measure == "percent" and source != "context" and told_with == quantity.start
        is_state = quantity.start in ended.at_end or (is_share and not _KEPT.search(self._clause(quantity.start)))
        if is_state and change is None and source is not None:
            return period_after(period), source, date
        if source == "inherited" and (term := self._term(told_with)):
            return term, source, date
        told = self.inherited or self.told.stance.period
        return average_span(self.clauses, quantity.start, period, self.dates, told) or period, source, date

    def _term(self, position: int) -> str | None:
        """The years that the section reviews, where the clause tells what all of them brought (五年累计, 年均)."""
        term = self.told.stance.period
        is_told = spans.over_term(self.clauses, position) and _YEARS.fullmatch(term or "")
        return term if is_told and not self.told.stance.ahead else None

    def _clause(self, position: int) -> str:
        """The words of the clause before ``position``."""
        return self.clauses.text[max(self.clauses.start(position), position - _NEAR) : position]

    def _quantity(
        self, quantity: Quantity, change: Growth | None, told: tuple[Nature, Why | None], when: Dated
    ) -> Mention:
        (nature, why), (period, source, date) = told, when
        down = change is not None and change.direction == "down"
        return Mention(
            sentence=self.sentence,
            section=self.section,
            start=quantity.start,
            end=quantity.end,
            lead=min(quantity.lead, change.lead) if change else quantity.lead,
            kind="change" if change else quantity.kind,
            number=quantity.number,
            unit_mult=quantity.unit_mult,
            unit_measure=quantity.unit_measure,
            unit_zh=quantity.unit_zh,
            value=-abs(quantity.value) if down else quantity.value,
            value_max=-quantity.value_max if down and quantity.value_max is not None else quantity.value_max,
            bound=change.bound if change and change.bound and quantity.bound == "eq" else quantity.bound,
            bounded_by=quantity.bounded_by,
            nature=nature,
            obs_status="A" if nature == "actual" else "F",
            base=change.base if change else None,
            direction=change.direction if change else None,
            scope=None,
            time_period=period,
            period_source=source,
            rule=quantity.rule if not change else f"{quantity.rule}-change",
            evidence=Evidence(quantity, change, why, date),
        )

    def of_ranks(self, standings: tuple[Standing, ...], told: Sequence[Mention]) -> Iterator[Mention]:
        """A mention for each thing that a rank is told of; ``told`` are those of the sentence's quantities."""
        for standing in standings:
            ruling = self._governing(standing.start)
            period, source, date = self._period(standing.start, ruling, is_rank=True)
            period = ranked_with(period, self.clauses.text, standing.start, told)
            period, source, date = held(self.clauses, standing.start, (period, source, date))
            nature, why = self._nature(standing.start, ruling)
            if nature == "target" and standing.number is None:
                continue  # 走在全市前列 as an aim is a slogan
            for _ in range(standing.count):
                yield Mention(
                    sentence=self.sentence,
                    section=self.section,
                    start=standing.start,
                    end=standing.end,
                    lead=standing.lead,
                    kind="rank",
                    number=standing.number,
                    unit_mult=0,
                    unit_measure="rank",
                    unit_zh="",
                    value=standing.number,
                    value_max=None,
                    bound=standing.bound,
                    nature=nature,
                    obs_status="A" if nature == "actual" else "F",
                    base=None,
                    direction=None,
                    scope=standing.scope,
                    time_period=period,
                    period_source=source,
                    rule=standing.rule,
                    evidence=Evidence(standing, None, why, date),
                )

    def _nature(self, position: int, ruling: Dated) -> tuple[Nature, Why | None]:
        """The nature at ``position`` and why; what a plan tells of a year before it speaks was achieved."""
        passage = self._passage(position)
        if passage is not None and position < passage.turn:
            return "actual", Why("", "passage")
        stance, nature = self.told.stance, self.natures.at(position)
        year = max(filter(None, (stance.spoken, year_of(stance.period))), default=None)
        why = self.natures.cue(position) or (self.told.outlook if nature == "target" else None)
        period, source, date = ruling
        told = year_of(period) if source == "explicit" and period and not period.endswith("..") else None
        if told is None or not isinstance(date, Period):
            return nature, why
        if told == self.told.aimed and (year or 0) < told and nature == "actual" and why is None:
            return "target", Why("", "to-come", str(told))
        if nature == "target" and self._looks_back(date, told):
            return "actual", Why("", "ended", str(told))
        if year is None or told == year:
            return nature, why
        if told > year:
            is_cued = why is not None and self.natures.turned(position) > date.start
            is_to_come = nature == "actual" and not is_cued and date.rule.startswith("next-year")
            return ("target", Why("", "to-come", str(told))) if is_to_come else (nature, why)
        is_own = date.is_own or not self.natures.is_said(position)
        return ("actual", Why("", "ended", str(told))) if nature != "actual" and is_own else (nature, why)

    def _looks_back(self, date: Period, told: int) -> bool:
        """Whether a date of the text's year or before it stands behind one of a later year that its plans are for."""
        document = year_of(self.told.stance.document)
        is_past = document is not None and told <= document and not self.told.stance.ahead
        return is_past and any(d.start < date.start and (year_of(d.iso) or 0) > told and d.governs for d in self.dates)

    def _period(self, position: int, ruling: Dated, *, is_rank: bool) -> Dated:
        """The period of the figure at ``position``: what governs there, or before it in the first part of a passage."""
        period, source, date = ruling
        passage = self._passage(position)
        is_own = isinstance(date, Period) and date.is_own and position <= date.end + date.reach
        if passage is None or is_own:
            return period, source, date
        if position > passage.turn:
            return period_after(period), source, date or passage
        before = period_before(passage, period, is_rank=is_rank)
        return before, "context" if before else None, passage

    def _passage(self, position: int) -> Passage | None:
        """The passage that holds ``position``."""
        index = bisect_right(self.passages, position, key=lambda p: p.start)
        before = self.passages[index - 1] if index else None
        return before if before and before.start < position < before.end else None

    def _told_of(self, ruling: Dated) -> str | None:
        """The period that governs, years told of as one only where the sentence or what leads it in tells them."""
        period, source, _ = ruling
        is_vague = source != "explicit" and period != self.told.leading and period is not None and "/" in period
        return period[-4:] if is_vague and period and period[-4:].isdigit() else period

    def _governing(self, position: int) -> Dated:
        """The period that governs ``position``: the last date before it in the sentence, else one inherited."""
        index = bisect_right(self.dates, position, key=lambda d: d.end)
        clause = self.clauses.start(position)
        first = max(index - _FAR, 0)
        while index > first and not self._governs(self.dates[index - 1], clause, position):
            index -= 1
        if index > first:
            date = self.dates[index - 1]
            if date.iso or not date.anaphoric:
                return date.iso, "anaphoric" if date.anaphoric else "explicit" if date.iso else "context", date
        if self.inherited:
            return self.inherited, "inherited", None
        return *period_of(self.told.stance), Why("", "heading", self.told.stance.dated_by)

    def _governs(self, date: Period, clause: int, position: int) -> bool:
        if self._is_left(date, position):
            return False
        if date.is_own:
            return position <= date.end + date.reach
        if date.stop is not None and position > date.stop:
            return False
        return date.governs and (not (date.is_recurring or date.is_local) or date.start >= clause)

    def _is_left(self, date: Period, position: int) -> bool:
        """Whether a date to come (到2030年) is left behind by words that turn to what was done (目前已…)."""
        if self.natures.at(date.end) == "actual" or self.natures.at(position) != "actual":
            return False
        year, document = year_of(date.iso), year_of(self.told.stance.document)
        is_to_come = year is not None and document is not None and year > document
        return is_to_come or (date.iso is None and date.rule.startswith("once-done"))
