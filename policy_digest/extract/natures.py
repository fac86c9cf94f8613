"""Natures: whether a figure was achieved, is expected or aimed at."""

from policy_digest.lexicon.figures import Figures, nature_of
from policy_digest.model import Nature, Section


def natures(text: str, default: Nature, figures: Figures) -> tuple[tuple[int, Nature], ...]:
    """Where a nature begins to govern in a folded sentence, in order; the first entry is the sentence's own from 0."""
    turns = [(m.start(), nature_of(figures.natures.entry(m))) for m in figures.natures.pattern.finditer(text)]
    return ((0, default), *turns)


def nature_at(turns: tuple[tuple[int, Nature], ...], position: int) -> Nature:
    """The nature that governs ``position``."""
    return [nature for start, nature in turns if start <= position][-1]


def is_outlook(sections: tuple[Section, ...], figures: Figures) -> bool:
    """Whether a section, or one it stands under, is headed as plans."""
    return any(s.heading and figures.headings.search(s.heading) for s in sections)
