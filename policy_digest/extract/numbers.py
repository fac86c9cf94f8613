"""Numbers: what became of every number of a text, sentence or not: a figure, no figure and why, or unread."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policy_digest.extract.accounts import Block, Verdict, shared_out
from policy_digest.extract.masks import hide, masks
from policy_digest.extract.mention import Reading
from policy_digest.extract.outside import READ_BY_EDITORS, stretches
from policy_digest.extract.periods import Before, periods
from policy_digest.lexicon.beginnings import HANZI
from policy_digest.lexicon.figures import Figures
from policy_digest.lexicon.folding import fold
from policy_digest.model import Article, Fate, NumberUse, Observation, Sentence
from policy_digest.numerals import ARABIC

NUMBER = re.compile(rf"{ARABIC}(?:\s?[十百千万亿]+)?|[{HANZI}]+")
"""A number in a folded text: an Arabic numeral with its scale, or a run of Chinese numerals."""

_VALUES = frozenset(("value", "delta", "share", "done", "rank"))
"""The columns of a table that tell values."""

_MANY = 24
"""So many spans of a sentence that each numeral is no longer held against each."""

_Span = tuple[int, int]


class _Part(NamedTuple):
    """A span of a sentence that was read, rejected or left as one; ``ids`` are of what was read."""

    start: int
    end: int
    fate: Fate
    reason: str
    ids: tuple[str, ...] = ()


def number_uses(
    article: Article, readings: Sequence[Reading], observations: Sequence[Observation], figures: Figures
) -> tuple[NumberUse, ...]:
    """What became of the numbers of ``article``, in the text's order; what is told without a numeral has no entry.

    ``observations`` are those of the readings' mentions, in their order.
    """
    uses = [*_inside(article, readings, observations), *_outside(article, figures)]
    uses.sort(key=lambda use: use.start)
    return tuple(uses)


def _inside(article: Article, readings: Sequence[Reading], observations: Sequence[Observation]) -> Iterator[NumberUse]:
    """The numbers of the sentences; a row of a table has a reading for each of its figures."""
    told = iter(observations)
    waiting: list[_Part] = []
    for at, reading in enumerate(readings):
        waiting += [_Part(m.start, m.end, "observation", "", (next(told).id,)) for m in reading.mentions]
        is_last = at + 1 == len(readings) or readings[at + 1].sentence.id != reading.sentence.id
        if is_last:
            numerals = [match.span() for match in NUMBER.finditer(reading.folded)]
            if numerals:
                yield from _of_sentence(article, reading.sentence, numerals, (*_joined(waiting), *_rejections(reading)))
            waiting = []


def _of_sentence(
    article: Article, sentence: Sentence, numerals: Sequence[_Span], parts: Sequence[_Part]
) -> Iterator[NumberUse]:
    owned: dict[_Part, list[_Span]] = {}
    for numeral, part in zip(numerals, _owners(numerals, parts), strict=True):
        owned.setdefault(part or _Part(*numeral, "unread", "no-pattern"), []).append(numeral)
    for part, theirs in owned.items():
        first, last = sentence.span(min(part.start, theirs[0][0]), max(part.end, theirs[-1][1]))
        printed = _line(article.source.text[first:last])
        yield NumberUse(first, last, printed, sentence.id, len(theirs), part.fate, part.reason, part.ids)


def _owners(numerals: Sequence[_Span], parts: Sequence[_Part]) -> Iterator[_Part | None]:
    """For each numeral the first of ``parts`` that it overlaps, None for one in none."""
    if len(parts) <= _MANY:
        for start, end in numerals:
            yield next((part for part in parts if part.start < end and start < part.end), None)
        return
    first: dict[int, int] = {}
    for at in range(len(parts) - 1, -1, -1):
        first.update(dict.fromkeys(range(parts[at].start, parts[at].end), at))
    for start, end in numerals:
        owner = min((first[place] for place in range(start, end) if place in first), default=None)
        yield None if owner is None else parts[owner]


def _joined(parts: Sequence[_Part]) -> tuple[_Part, ...]:
    """The parts in order, those that overlap as one (a range, a rank told of two things)."""
    found: list[_Part] = []
    for part in sorted(parts):
        if found and part.start < found[-1].end:
            last = found[-1]
            found[-1] = last._replace(end=max(last.end, part.end), ids=(*last.ids, *part.ids))
        else:
            found.append(part)
    return tuple(found)


def _rejections(reading: Reading) -> Iterator[_Part]:
    """What is no figure in a sentence; of two that overlap the first tells: dates, what is rejected, what is unread."""
    for date in reading.dates:
        yield _Part(date.start, date.end, "rejected", "date")
    for start, end, reason, _ in reading.rejected:
        yield _Part(start, end, "rejected", reason)
    for start, end, reason in reading.unread:
        yield _Part(start, end, "unread", reason)
    for start, end, role in reading.cells:
        yield _Part(start, end, "unread" if role in _VALUES else "rejected", "table")


def _outside(article: Article, figures: Figures) -> Iterator[NumberUse]:
    """The numbers of what stands outside the sentences, where no figures are read."""
    text = article.source.text
    for start, end, kind, name, _ in stretches(article):
        folded = fold(text[start:end], figures.simplified)
        numerals = [match.span() for match in NUMBER.finditer(folded)]
        for block, theirs in shared_out(numerals, tuple(outside_blocks(folded, kind, figures))):
            first = start + min(block.start, theirs[0][0])
            last = start + max(block.end, theirs[-1][1])
            fate: Fate = "rejected" if block.verdict == "rejected" else "unread"
            sentence = name if kind == "caption" else None
            yield NumberUse(first, last, _line(text[first:last]), sentence, len(theirs), fate, block.reason, ())


def _line(printed: str) -> str:
    return " ".join(printed.split())


def outside_blocks(folded: str, kind: str, figures: Figures) -> Iterator[Block]:
    """What is no figure in a stretch outside the sentences; in the stretches of editors, what is left is unread."""
    dates = periods(folded, Before(), figures)
    for date in dates:
        yield Block(date.start, date.end, "rejected", "date")
    for mask in masks(hide(folded, tuple((date.start, date.end) for date in dates)), figures):
        yield Block(mask.start, mask.end, "rejected", mask.reason)
    verdict: Verdict = "unread" if kind in READ_BY_EDITORS else "rejected"
    for match in NUMBER.finditer(folded):
        is_word = kind in READ_BY_EDITORS and match[0] in HANZI
        yield Block(*match.span(), *(("rejected", "word") if is_word else (verdict, kind)))
