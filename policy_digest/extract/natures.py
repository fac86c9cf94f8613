"""Natures: whether a figure was achieved, is expected or aimed at."""

from bisect import bisect_right
from dataclasses import dataclass

from policy_digest.lexicon.figures import Figures, nature_of
from policy_digest.model import Nature, Section

_OWN_WORDS = 12
_FEWEST_TASKS = 3


@dataclass(frozen=True, slots=True)
class Natures:
    """Which nature governs where in one sentence: ``starts`` in order, the first 0, and the nature from each."""

    starts: tuple[int, ...]
    told: tuple[Nature, ...]

    def at(self, position: int) -> Nature:
        """The nature that governs ``position``."""
        return self.told[bisect_right(self.starts, position) - 1]


def natures(text: str, default: Nature, figures: Figures) -> Natures:
    """The natures of a folded sentence; ``default`` governs until its first cue."""
    matches = list(figures.natures.pattern.finditer(text))
    told = (nature_of(figures.natures.entry(m)) for m in matches)
    return Natures((0, *(m.start() for m in matches)), (default, *told))


def own_nature(text: str, lead: int, end: int, figures: Figures) -> Nature | None:
    """The nature that the words at a figure give it alone: 收入任务174万 is a target, 155平方公里范围内 only says where."""
    if text.startswith("范围", end):
        return "actual"
    match = figures.own_natures.search(text, max(0, lead - _OWN_WORDS), lead)
    return "target" if match else None


def is_outlook(sections: tuple[Section, ...], figures: Figures) -> bool:
    """Whether a section, or one it stands under, is headed as plans."""
    return any(s.heading and figures.headings.search(s.heading) for s in sections)


def is_task_list(sections: tuple[Section, ...], figures: Figures) -> bool:
    """Whether a text is a list of tasks: items only, none told as done, most of them opened by a word of work ahead."""
    paragraphs = [p for s in sections for p in s.paragraphs]
    if len(paragraphs) < _FEWEST_TASKS or any(p.role != "list-item" for p in paragraphs):
        return False
    openings = [p.sentences[0].text for p in paragraphs if p.sentences]
    if any(figures.done.search(sentence.text) for p in paragraphs for sentence in p.sentences):
        return False
    return 2 * sum(bool(figures.ahead.match(text.lstrip("•·●-*  "))) for text in openings) >= len(openings)
