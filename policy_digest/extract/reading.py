"""Reading figures: every sentence of an article in, its mentions out; the order of the passes is told here."""

from bisect import bisect_right
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from functools import partial

from policy_digest.extract.changes import Growth, growth
from policy_digest.extract.clauses import Clauses
from policy_digest.extract.folding import fold
from policy_digest.extract.fractions import fractions
from policy_digest.extract.grids import Page, read_grids
from policy_digest.extract.masks import hide, masks
from policy_digest.extract.mention import Mention, Reading
from policy_digest.extract.natures import Natures, missed, natures, own_nature
from policy_digest.extract.outlook import Stance, stances
from policy_digest.extract.passages import Passage, passages, period_after, period_before, settled
from policy_digest.extract.periods import Before, Period, periods, year_of
from policy_digest.extract.quantities import Quantity, quantities
from policy_digest.extract.ranks import Standing, ranks
from policy_digest.lexicon.figures import Figures
from policy_digest.model import Article, Kind, Nature, Paragraph, PeriodSource, Section, Sentence

_OPENING = 2
_YEARLY = frozenset(("other:ratio", "other:index", "other:permille"))
"""Units of what is measured once a year, as proportions are."""

_ITEM = ("—", "-", "–", "·", "•", "●")


@dataclass(slots=True)
class _Told:
    """What a section has said of time so far.

    ``last`` is the period told last in the text, ``section`` and ``paragraph`` what later sentences of each inherit,
    ``event`` and ``today`` the last day or month of each; ``is_ahead`` says that plans are told now,
    ``is_ahead_here`` that they are in this paragraph. ``leading`` are the years that led in the items at hand,
    ``over_years`` says that several years have been told of as one, ``has_figures`` that this paragraph has told some:
    a part of a year told after them is not the whole section's.
    """

    stance: Stance
    last: str | None
    section: str | None = None
    paragraph: str | None = None
    event: str | None = None
    today: str | None = None
    is_ahead: bool = False
    is_ahead_here: bool = False
    leading: str | None = None
    over_years: bool = False
    has_figures: bool = False

    def __post_init__(self) -> None:
        self.is_ahead = self.stance.ahead and not self.stance.mixed

    def look_ahead(self, text: str, is_aim: bool, figures: Figures) -> None:
        """Take in that a sentence turns to what is to be done: for its section, or for the rest of its paragraph."""
        if figures.openings.search(text):
            self.is_ahead = self.is_ahead or text.endswith((":", "工作。")) or bool(figures.announces.search(text))
            self.is_ahead_here, self.section, self.paragraph = True, None, None
        self.is_ahead = self.is_ahead or (self.stance.mixed and is_aim)

    def open_paragraph(self, paragraph: Paragraph) -> None:
        """Forget what held for the paragraph before; items (——…) go on under the years that led them in (五年来,…)."""
        text = paragraph.sentences[0].text if paragraph.sentences else ""
        goes_on = paragraph.role == "list-item" or text.startswith(_ITEM)
        self.leading = self.leading if goes_on else None
        self.today, self.paragraph, self.is_ahead_here, self.has_figures = None, self.leading, False, False

    def before(self) -> Before:
        """What the dates of the next sentence may lean on."""
        stance = self.stance
        year, document = year_of(stance.period), year_of(stance.document)
        return Before(year, stance.spoken, self.last, self.event, self.today, document)

    def hear(self, dates: tuple[Period, ...], *, has_figures: bool) -> None:
        """Take in the dates of a sentence that has been read, and whether it told figures."""
        for date in dates:
            if date.iso is None or date.anaphoric or not date.governs or date.is_own or date.is_local:
                continue
            self.last = date.iso
            if date.is_event:
                self.event = self.today = date.iso
            if date.anchors and not date.until:
                self.over_years = self.over_years or ("/20" in date.iso and "-" not in date.iso)
                if date.is_span and date.start > _OPENING:
                    continue
                self.paragraph = date.iso
                if date.is_span:
                    self.leading = date.iso
                    continue
                is_ours = not self.stance.period or year_of(date.iso) == year_of(self.stance.period)
                if (self.stance.mixed or is_ours) and not (self.has_figures and "-" in date.iso):
                    self.section = date.iso
        self.has_figures = self.has_figures or has_figures


def read_figures(article: Article, figures: Figures) -> tuple[Reading, ...]:
    """One reading for each sentence of the body, in the text's order."""
    readings: list[Reading] = []
    last: str | None = None
    page = Page.of(article)
    for stance in stances(article, figures):
        told = _Told(stance, last)
        prose = partial(_read_aside, told=told, figures=figures)
        grids = read_grids(stance.section, page, told.before(), _period_of(stance), figures, prose)
        for paragraph in stance.section.paragraphs:
            told.open_paragraph(paragraph)
            for sentence in paragraph.sentences:
                readings.extend(grids.get(sentence.id) or (_read(sentence, told, figures),))
        last = told.last
    return tuple(readings)


def _read_aside(sentence: Sentence, told: _Told, figures: Figures) -> Reading:
    """A sentence read for itself: what it says of time holds for no other."""
    return _read(sentence, copy(told), figures)


def _period_of(stance: Stance) -> tuple[str | None, PeriodSource | None]:
    """What a section's heading or the document says of time."""
    return (stance.period, "context") if stance.period else (None, None)


def _read(sentence: Sentence, told: _Told, figures: Figures) -> Reading:
    text = fold(sentence.text, figures.simplified)
    clauses = Clauses.of(text)
    dates = periods(text, told.before(), figures)
    standings = ranks(clauses, figures)
    shown = hide(text, tuple((d.start, d.end) for d in dates) + tuple((s.start, s.end) for s in standings))
    hidden = masks(shown, figures)
    visible = hide(shown, tuple((m.start, m.end) for m in hidden))
    turns = natures(
        clauses, "target" if told.is_ahead or told.is_ahead_here else "actual", told.stance.is_review, figures
    )
    counted, uncounted = quantities(clauses, visible, figures)
    shares = tuple(fractions(clauses, visible, figures))
    figured = sorted([*((q.start, q.end) for q in (*counted, *shares)), *((s.start, s.end) for s in standings)])
    passed = passages(text, figured, (s.start for s in standings), figures)
    dates = settled(text, dates, passed)
    mentions = _Mentions(sentence, told.stance.section, dates, told, turns, clauses, tuple(passed))
    found = [*mentions.of_quantities((*counted, *shares), figures), *mentions.of_ranks(standings)]
    told.look_ahead(text, "target" in turns.told, figures)
    told.hear(dates, has_figures=bool(found))
    spans = tuple((d.start, d.end, "date") for d in dates)
    rejected = (
        *((m.start, m.end, m.reason, m.rule) for m in hidden),
        *((r.start, r.end, r.reason, "counting") for r in uncounted),
    )
    ordered = tuple(sorted(found, key=lambda m: (m.start, m.end)))
    return Reading(sentence, told.stance.section, text, ordered, spans, tuple(sorted(rejected)))


@dataclass(frozen=True, slots=True)
class _Mentions:
    """Makes the mentions of one sentence out of what its passes found."""

    sentence: Sentence
    section: Section
    dates: tuple[Period, ...]
    told: _Told
    natures: Natures
    clauses: Clauses
    passages: tuple[Passage, ...]

    def of_quantities(self, read: tuple[Quantity, ...], figures: Figures) -> Iterator[Mention]:
        """A mention for each quantity, changes told from amounts."""
        previous: tuple[Quantity, Growth | None] | None = None
        for quantity in sorted(read, key=lambda q: q.start):
            change = growth(self.clauses.text, quantity, previous, self._told_of(quantity.start), figures)
            previous = quantity, change
            nature = (
                None
                if change or quantity.kind != "level"
                else own_nature(self.clauses.text, quantity.lead, quantity.end, figures)
            )
            if missed(self.clauses, quantity.start, quantity.end, figures):
                nature = "target"
            yield self._quantity(quantity, change, nature or self._nature(quantity.start))

    def _quantity(self, quantity: Quantity, change: Growth | None, nature: Nature) -> Mention:
        down = change is not None and change.direction == "down"
        period, source = self._period(quantity.start, self._kind(quantity, change))
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
            bound=quantity.bound,
            nature=nature,
            obs_status="A" if nature == "actual" else "F",
            base=change.base if change else None,
            direction=change.direction if change else None,
            scope=None,
            time_period=period,
            period_source=source,
            rule=quantity.rule if not change else f"{quantity.rule}-change",
        )

    @staticmethod
    def _kind(quantity: Quantity, change: Growth | None) -> Kind:
        """The kind that tells when the first part of a passage was so."""
        return "change" if change else "share" if quantity.unit_measure in _YEARLY else quantity.kind

    def of_ranks(self, standings: tuple[Standing, ...]) -> Iterator[Mention]:
        """A mention for each thing that a rank is told of."""
        for standing in standings:
            period, source = self._period(standing.start, "rank")
            nature = self._nature(standing.start)
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
                )

    def _nature(self, position: int) -> Nature:
        """The nature at ``position``; what a plan tells of a year before it speaks was achieved."""
        if any(p.start < position < p.turn for p in self.passages):
            return "actual"
        nature, year = self.natures.at(position), self.told.stance.spoken
        if nature != "target" or year is None or self.natures.is_said(position):
            return nature
        period, source = self._governing(position)
        ended = year_of(period) if source == "explicit" and period and not period.endswith("..") else None
        return "actual" if ended is not None and ended < year else nature

    def _period(self, position: int, kind: Kind) -> tuple[str | None, PeriodSource | None]:
        """The period of the figure at ``position``: what governs there, or before it in the first part of a passage."""
        period, source = self._governing(position)
        passage = next((p for p in self.passages if p.start < position < p.end), None)
        if passage is None or any(d.is_own and d.end <= position <= d.end + d.reach for d in self.dates):
            return period, source
        if position > passage.turn:
            return period_after(period), source
        before = None if self.told.over_years and kind != "rank" else period_before(passage, period, kind)
        return before, "context" if before else None

    def _told_of(self, position: int) -> str | None:
        """The period at ``position``, years told of as one only where the sentence or what leads it in tells them."""
        period, source = self._governing(position)
        is_vague = source != "explicit" and period != self.told.leading and period is not None and "/" in period
        return period[-4:] if is_vague and period and period[-4:].isdigit() else period

    def _governing(self, position: int) -> tuple[str | None, PeriodSource | None]:
        """The period that governs ``position``: the last date before it in the sentence, else one inherited."""
        index = bisect_right(self.dates, position, key=lambda d: d.end)
        clause = self.clauses.start(position)
        while index and not self._governs(self.dates[index - 1], clause, position):
            index -= 1
        if index:
            date = self.dates[index - 1]
            if date.iso or not date.anaphoric:
                return date.iso, "anaphoric" if date.anaphoric else "explicit" if date.iso else "context"
        if inherited := self.told.paragraph or self.told.section:
            return inherited, "inherited"
        return _period_of(self.told.stance)

    @staticmethod
    def _governs(date: Period, clause: int, position: int) -> bool:
        if date.is_own:
            return position <= date.end + date.reach
        return date.governs and (not (date.is_recurring or date.is_local) or date.start >= clause)
