"""Masks: the numbers of a sentence that are no figure, each with its reason."""

from dataclasses import dataclass

from policy_digest.extract.quantities import HIDDEN
from policy_digest.lexicon.figures import Figures


@dataclass(frozen=True, slots=True)
class Mask:
    """A stretch of the folded sentence that holds no figure; ``rule`` names the entry of ``masks.yml``."""

    start: int
    end: int
    reason: str
    rule: str


def masks(visible: str, figures: Figures) -> tuple[Mask, ...]:
    """What ``masks.yml`` rejects in a folded sentence whose dates are hidden already."""
    return tuple(
        Mask(m.start(), m.end(), entry["reason"], entry["id"])
        for m in figures.masks.pattern.finditer(visible)
        if m.end() > m.start() and (entry := figures.masks.entry(m))
    )


def hide(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    """``text`` with the characters of ``spans`` hidden, of the same length."""
    parts, last = [], 0
    for start, end in sorted(spans):
        if end <= last:
            continue
        start = max(start, last)
        parts += [text[last:start], HIDDEN * (end - start)]
        last = end
    return "".join([*parts, text[last:]])
