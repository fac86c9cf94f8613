"""The timeline of a section: what it has said of time and of plans so far, and what its next sentence inherits."""

import re
from dataclasses import dataclass, field

from policy_digest.extract.evidence import Why
from policy_digest.extract.mood import aims_first
from policy_digest.extract.natures import Natures
from policy_digest.extract.outlook import Stance
from policy_digest.extract.periods import Before, Period, year_of
from policy_digest.lexicon.figures import Figures
from policy_digest.model import Paragraph

_OPENING = 2
_STOCK = re.compile("(?:目前|现)(?:已|共|全[县市区镇乡村])*有|现有|[已共]有")
_PARTS = ("其中", "这其中", "其余")
_YEAR = re.compile(r"20\d\d")
_BY_YEAR = "target-by-year"
_ITEM = ("—", "-", "–", "·", "•", "●")


@dataclass(slots=True)
class Timeline:
    """What a section has said of time so far.

    ``last`` is the period told last in the text, ``section`` and ``paragraph`` what later sentences of each inherit,
    ``event`` and ``today`` the last day or month of each; ``is_ahead`` says that plans are told now,
    ``is_ahead_here`` that they are in this paragraph. ``leading`` are the years that led in the items at hand,
    ``has_figures`` says that this paragraph has told some: a part of a year told after them is not the whole section's.
    ``running`` is what governed at the end of the sentence before, which goes on where the next one tells parts of what
    it told (其中). ``is_counted`` says that the paragraph tells what was done up to a day: what there is now (目前已有)
    is all that there was by then. So many sentences as ``aims`` are still to come that tell aims before what came of
    them; ``aimed`` is the year by which something was aimed at. ``outlook`` is what told that plans are told now,
    ``is_open`` that the paragraph ends with a semicolon: the next one goes on in its time.
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
    has_figures: bool = False
    running: str | None = None
    is_counted: bool = False
    aims: int = 0
    aimed: int | None = None
    outlook: Why | None = None
    is_open: bool = False
    _before: Before | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        self.is_ahead = self.stance.ahead and not self.stance.mixed
        self.outlook = self.stance.why

    @property
    def waits_for_aims(self) -> bool:
        """Whether an aim, with a figure or without, would turn the section to what is to be done."""
        return self.stance.mixed and not self.is_ahead

    def aim(self, natures: Natures) -> None:
        """Take in the year by which a sentence aims at something (到2030年): what is told of it later is an aim too."""
        for nature, why in natures.cues:
            if nature == "target" and why.rule == _BY_YEAR and (year := _YEAR.search(why.words)):
                self.aimed = int(year[0])
                return

    def look_ahead(self, text: str, is_aim: bool, figures: Figures) -> None:
        """Take in that a sentence turns to what is to be done: for its section, or for the rest of its paragraph."""
        if opening := figures.openings.search(text):
            self.outlook = self.outlook if self.is_ahead else Why("cues.yml", "opening", opening[0])
            self.is_ahead = self.is_ahead or text.endswith((":", "工作。")) or bool(figures.announces.search(text))
            self.is_ahead_here, self.section, self.paragraph = True, None, None
        if not self.is_ahead and self.stance.mixed and is_aim:
            self.is_ahead, self.outlook = True, Why("", "aim-before")

    def open_paragraph(self, paragraph: Paragraph, figures: Figures) -> None:
        """Forget what held for the paragraph before; items (——…) go on under the years that led them in (五年来,…)."""
        text = paragraph.sentences[0].text if paragraph.sentences else ""
        goes_on = paragraph.role == "list-item" or text.startswith(_ITEM)
        self.leading = self.leading if goes_on else None
        told = self.paragraph if self.is_open else self.leading
        self.is_open = bool(paragraph.sentences) and paragraph.sentences[-1].text.endswith((";", "；"))
        self.today, self.paragraph, self.is_ahead_here, self.has_figures = None, told, False, False
        self.is_counted, self.aims = False, aims_first(paragraph, figures) if self.stance.tells_aims else 0
        self.running = self.running if text.startswith(_PARTS) else None

    def before(self) -> Before:
        """What the dates of the next sentence may lean on."""
        stance, known = self.stance, self._before
        here = self.paragraph or self.section or stance.period
        told = self.last, self.event, self.today, here
        if known is None or (known.same, known.event, known.today, known.here) != told:
            year, document = year_of(stance.period) or year_of(self.last), year_of(stance.document)
            known = self._before = Before(year, stance.spoken, self.last, self.event, self.today, document, here)
        return known

    def inherited(self, text: str) -> str | None:
        """What a sentence stands in that tells no time of its own."""
        goes_on = self.running if text.startswith(_PARTS) else None
        if self.is_counted and self.paragraph and not goes_on and _STOCK.search(text):
            return f"../{self.paragraph.split('/')[-1]}"
        return goes_on or self.paragraph or self.section

    def hear(self, dates: tuple[Period, ...], *, has_figures: bool) -> None:
        """Take in the dates of a sentence that has been read, and whether it told figures."""
        for date in dates:
            if date.iso is None or date.anaphoric or not date.governs or date.is_own or date.is_local:
                continue
            self.last = date.iso
            if date.is_event:
                self.event = self.today = date.iso
            self.running = date.iso if date.stop is None else self.running
            if date.until and date.has_figures and self._is_past(date):
                self.paragraph, self.is_counted = date.iso, True
            if date.is_monthly:
                self.paragraph, self.is_counted = date.iso, False
            if date.anchors and not date.until:
                if date.is_span and date.start > _OPENING:
                    continue
                self.paragraph, self.is_counted = date.iso, False
                if date.is_span:
                    self.leading = date.iso
                    self.section = date.iso if date.is_past and not has_figures else self.section
                    continue
                is_ours = not self.stance.period or year_of(date.iso) == year_of(self.stance.period)
                if (self.stance.mixed or is_ours) and not (self.has_figures and "-" in date.iso):
                    self.section = date.iso
        self.has_figures = self.has_figures or has_figures
        self.aims = max(self.aims - 1, 0)

    def _is_past(self, date: Period) -> bool:
        """Whether a date up to which is told (截至6月底) is not one to come (到2030年)."""
        year, document = year_of(date.iso), year_of(self.stance.document) or year_of(self.last)
        return not self.is_ahead and year is not None and document is not None and year <= document
