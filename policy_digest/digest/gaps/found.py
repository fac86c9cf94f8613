"""What a rule of gaps finds, and how it becomes a gap."""

from collections.abc import Iterable
from typing import NamedTuple

from policy_digest.model import Gap, id_of


class Found(NamedTuple):
    """``words`` of the sentence (of the heading, where that is empty) are a gap of ``kind``.

    ``start`` is their offset into the source.
    """

    start: int
    kind: str
    section: str
    sentence: str
    words: str


def as_gaps(slug: str, found: Iterable[Found]) -> tuple[Gap, ...]:
    """One gap for each kind and words, where they are first found, in the text's order.

    Words that a gap of the same sentence holds already are no gap of their own (解决率 in 诉求解决率).
    """
    first: dict[tuple[str, str], Found] = {}
    for one in sorted(found, key=lambda f: (f.start, -len(f.words), f.kind)):
        held = (f for f in first.values() if f.sentence == one.sentence and f.kind == one.kind and one.words in f.words)
        if next(held, None) is None:
            first.setdefault((one.kind, one.words), one)
    return tuple(
        Gap(gap_id(slug, f.kind, f.words), f.kind, f.section, f.sentence or None, f.words) for f in first.values()
    )


def gap_id(slug: str, kind: str, words: str) -> str:
    """``g-`` and ten hexadecimal digits of the slug, the kind and the words (a section's id where it has none)."""
    return id_of("g", slug, kind, words)
