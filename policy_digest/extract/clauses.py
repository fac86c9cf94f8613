"""Clauses: where a sentence breaks at commas and stops, and the words that stand straight before a place in it."""

import re
from bisect import bisect_right
from collections.abc import Container, Mapping
from typing import cast

from policy_digest.lexicon.figures import STOP
from policy_digest.model import Bound

BREAK = ",;:。!?，；：！？"
"""What a clause ends with."""

FULL_STOP = re.compile(r"\.(?<=[一-龥%‰)].)(?=[一-龥“\"])")
"""A full stop of a text with ASCII punctuation; no decimal point and no item's number."""

_PLAIN_BREAKS = re.compile(f"[{BREAK}]")
_BREAKS = re.compile(rf"[{BREAK}.](?:(?<!\.)|(?<=[一-龥%‰)].)(?=[一-龥“\"]))")
_TAKEN = re.compile("(约|大约|近|接近|超过?|不足)占[^,;。、\\d]{1,16}$")
"""A bound told before a share of something (约占全镇人口的三成) or what something takes up (约占地50亩)."""

_OF_WHOLE = re.compile("(约|大约|接近|不超过|超过|不足|不高于|不低于|不少于|不及)[^,;。、\\d]{2,12}的$")
_SHARE = re.compile(r"[\d.]+\s?%|[一二三四五六七八九\d]成|[一二三四五六七八九十]分之|一半")
"""What a bound may be told of before the whole (超过总产值的50%)."""

_LONGEST_WORD = 6


class Clauses:
    """A folded sentence, and where its clauses begin, which is sought when it is first asked."""

    __slots__ = ("_starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts: tuple[int, ...] = ()

    @property
    def starts(self) -> tuple[int, ...]:
        """Where the clauses begin."""
        if not self._starts:
            breaks = _BREAKS if "." in self.text else _PLAIN_BREAKS
            self._starts = (0, *[m.end() for m in breaks.finditer(self.text)])
        return self._starts

    def start(self, position: int, floor: int = 0) -> int:
        """Where the clause of ``position`` begins, but not before ``floor``."""
        starts = self._starts or self.starts
        start = starts[bisect_right(starts, position) - 1]
        return start if start > floor else floor

    def end(self, position: int) -> int:
        """Where the clause of ``position`` ends: behind its comma or stop, or at the end of the text."""
        starts = self._starts or self.starts
        index = bisect_right(starts, position)
        return starts[index] if index < len(starts) else len(self.text)


def longest_before(text: str, end: int, floor: int, words: Container[str]) -> str | None:
    """The longest of ``words`` that ends at ``end`` and begins at ``floor`` or later."""
    for length in range(min(_LONGEST_WORD, end - floor), 0, -1):
        if (word := text[end - length : end]) in words:
            return word
    return None


def led(text: str, start: int, clause: int, leads: Mapping[str, str | None]) -> tuple[int, Bound | None]:
    """Where the lead words before ``start`` begin, not before ``clause``, and the bound that the nearest tells."""
    return led_by(text, start, clause, leads)[:2]


def led_by(text: str, start: int, clause: int, leads: Mapping[str, str | None]) -> tuple[int, Bound | None, str]:
    """As ``led``, and the word that tells the bound."""
    bound: Bound | None = None
    told_by = ""
    while (word := longest_before(text, start, clause, leads)) is not None and leads[word] != STOP:
        told_by = told_by or (word if leads[word] else "")
        bound = bound or cast("Bound | None", leads[word])
        start -= len(word)
    if bound is None and (far := _told_far(text, start, clause)):
        told_by, bound = far, cast("Bound | None", leads.get(far))
    return start, bound, told_by


def _told_far(text: str, start: int, clause: int) -> str:
    """The word that bounds the number at ``start`` from before what it is a share of or what takes it up."""
    taken = _TAKEN.search(text, clause, start) if "占" in text[clause:start] else None
    if taken is None and start > clause and text[start - 1] == "的" and _SHARE.match(text, start):
        taken = _OF_WHOLE.search(text, clause, start)
    return taken[1] if taken else ""
