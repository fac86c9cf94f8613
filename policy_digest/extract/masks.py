"""Masks: the numbers of a sentence that are no figure, each with its reason."""

import re
from typing import NamedTuple

from policy_digest.extract.quantities import HIDDEN
from policy_digest.lexicon.figures import Figures

_BEFORE = 24
"""How far before a match an ``unless`` may stand."""


class Mask(NamedTuple):
    """A stretch of the folded sentence that holds no figure; ``rule`` names the entry of ``masks.yml``."""

    start: int
    end: int
    reason: str
    rule: str


def masks(visible: str, figures: Figures) -> tuple[Mask, ...]:
    """What ``masks.yml`` rejects in a folded sentence whose dates are hidden already."""
    found = []
    for match, entry in figures.masks.within(visible):
        unless = entry.get("unless")
        if unless and re.search(unless, visible[max(0, match.start() - _BEFORE) : match.start()]):
            continue
        found.append(Mask(match.start(), match.end(), entry["reason"], entry["id"]))
    return tuple(found)


def hide(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    """``text`` with the characters of ``spans`` hidden, of the same length."""
    if not spans:
        return text
    parts, last = [], 0
    for start, end in sorted(spans):
        if end <= last:
            continue
        start = max(start, last)
        parts += [text[last:start], HIDDEN * (end - start)]
        last = end
    return "".join([*parts, text[last:]])
