"""Reading figures: every sentence of an article in, its mentions out; the order of the passes is told here."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from policy_digest.extract.changes import Growth, growth
from policy_digest.extract.folding import fold
from policy_digest.extract.masks import hide, masks
from policy_digest.extract.mention import Mention, Reading
from policy_digest.extract.natures import is_outlook, nature_at, natures
from policy_digest.extract.periods import Period, periods, year_of
from policy_digest.extract.quantities import Quantity, quantities
from policy_digest.extract.ranks import Standing, ranks
from policy_digest.lexicon.figures import Figures
from policy_digest.model import Article, Nature, PeriodSource, Section, Sentence


@dataclass(slots=True)
class _Told:
    """What the text has said of time so far: the document's period, the section's and the last of all."""

    document: str | None
    section: str | None = None
    last: str | None = None
    readings: list[Reading] = field(default_factory=list)


def read_figures(article: Article, figures: Figures) -> tuple[Reading, ...]:
    """One reading for each sentence of the body, in the text's order."""
    stated = article.metadata.time_period
    told = _Told(stated.value if stated else None)
    path: list[Section] = []
    for section in article.sections:
        path = [s for s in path if s.level < section.level] + [section]
        default: Nature = "target" if is_outlook(tuple(path), figures) else "actual"
        told.section = None
        for paragraph in section.paragraphs:
            for sentence in paragraph.sentences:
                told.readings.append(_read(sentence, section, default, told, figures))
    return tuple(told.readings)


def _read(sentence: Sentence, section: Section, default: Nature, told: _Told, figures: Figures) -> Reading:
    text = fold(sentence.text, figures.simplified)
    dates = periods(text, year_of(told.document), told.last, figures)
    standings = ranks(text, figures)
    dated = hide(text, tuple((d.start, d.end) for d in dates))
    masked = masks(hide(dated, tuple((s.start, s.end) for s in standings)), figures)
    visible = hide(dated, tuple((m.start, m.end) for m in masked) + tuple((s.start, s.end) for s in standings))
    turns = natures(text, default, figures)
    mentions = _Mentions(sentence, section, dates, told, turns)
    found = [*mentions.of_quantities(text, visible, figures), *mentions.of_ranks(standings)]
    for date in dates:
        if date.iso and not date.anaphoric:
            told.last = date.iso
            if date.anchors and not date.until:
                told.section = date.iso
    spans = tuple((d.start, d.end, "date") for d in dates)
    return Reading(sentence, section, text, tuple(sorted(found, key=lambda m: (m.start, m.end))), spans)


@dataclass(frozen=True, slots=True)
class _Mentions:
    """Makes the mentions of one sentence out of what its passes found."""

    sentence: Sentence
    section: Section
    dates: tuple[Period, ...]
    told: _Told
    turns: tuple[tuple[int, Nature], ...]

    def of_quantities(self, text: str, visible: str, figures: Figures) -> Iterator[Mention]:
        """A mention for each quantity, changes told from amounts."""
        previous: tuple[Quantity, Growth | None] | None = None
        for quantity in quantities(text, visible, figures):
            change = growth(text, quantity, previous, figures)
            previous = quantity, change
            yield self._quantity(quantity, change)

    def _quantity(self, quantity: Quantity, change: Growth | None) -> Mention:
        down = change is not None and change.direction == "down"
        period, source = self._period(quantity.start)
        nature = nature_at(self.turns, quantity.start)
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
            value=-quantity.value if down else quantity.value,
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

    def of_ranks(self, standings: tuple[Standing, ...]) -> Iterator[Mention]:
        """A mention for each thing that a rank is told of."""
        for standing in standings:
            period, source = self._period(standing.start)
            nature = nature_at(self.turns, standing.start)
            for _ in range(standing.count):
                yield Mention(
                    self.sentence, self.section, standing.start, standing.end, standing.lead, "rank", standing.number, 0, "rank", "",
                    standing.number, None, standing.bound, nature, "A" if nature == "actual" else "F", None, None, standing.scope,
                    period, source, standing.rule,
                )  # fmt: skip

    def _period(self, position: int) -> tuple[str | None, PeriodSource | None]:
        """The period that governs ``position``: the sentence's last date before it, else the section's, else the document's."""
        before = [d for d in self.dates if d.end <= position and d.iso]
        if before:
            return before[-1].iso, "anaphoric" if before[-1].anaphoric else "explicit"
        if self.told.section:
            return self.told.section, "inherited"
        return (self.told.document, "context") if self.told.document else (None, None)


def plain(value: Decimal | None) -> str | None:
    """A number as a decimal string without an exponent; None stays None."""
    return None if value is None else f"{value:f}"
