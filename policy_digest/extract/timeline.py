"""The timeline of a section: what it has said of time and of plans so far, and what its next sentence inherits."""

from dataclasses import dataclass

from policy_digest.extract.outlook import Stance
from policy_digest.extract.periods import Before, Period, year_of
from policy_digest.lexicon.figures import Figures
from policy_digest.model import Paragraph

_OPENING = 2
_ITEM = ("—", "-", "–", "·", "•", "●")


@dataclass(slots=True)
class Timeline:
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
