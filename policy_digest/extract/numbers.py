"""Numbers: what became of every number of a text, sentence or not: a figure, no figure and why, or unread."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from policy_digest.extract.accounts import Block, Verdict, merged, shared_out
from policy_digest.extract.masks import hide, masks
from policy_digest.extract.mention import Reading
from policy_digest.extract.outside import READ_BY_EDITORS, stretches
from policy_digest.extract.periods import Before, periods
from policy_digest.lexicon.beginnings import HANZI
from policy_digest.lexicon.figures import Figures
from policy_digest.lexicon.folding import fold
from policy_digest.model import Article, NumberUse, Observation
from policy_digest.numerals import ARABIC

NUMBER = re.compile(rf"{ARABIC}(?:\s?[十百千万亿]+)?|[{HANZI}]+")
"""A number in a folded text: an Arabic numeral with its scale, or a run of Chinese numerals."""

_VALUES = frozenset(("value", "delta", "share", "done", "rank"))
"""The columns of a table that tell values."""

_VERDICTS: Mapping[Verdict, Literal["observation", "rejected", "unread"]] = {
    "figure": "observation",
    "rejected": "rejected",
    "unread": "unread",
}


def number_uses(
    article: Article, readings: Sequence[Reading], observations: Sequence[Observation], figures: Figures
) -> tuple[NumberUse, ...]:
    """What became of the numbers of ``article``, in the text's order; what is told without a numeral has no entry."""
    uses = [*_inside(article, readings, observations), *_outside(article, figures)]
    return tuple(sorted(uses, key=lambda use: use.start))


def _inside(article: Article, readings: Sequence[Reading], observations: Sequence[Observation]) -> Iterator[NumberUse]:
    """The numbers of the sentences; a row of a table has a reading for each of its figures."""
    by_sentence: dict[str, list[Observation]] = {}
    for observation in observations:
        by_sentence.setdefault(observation.sentence, []).append(observation)
    together: dict[str, list[Reading]] = {}
    for reading in readings:
        together.setdefault(reading.sentence.id, []).append(reading)
    for name, group in together.items():
        numerals = [match.span() for match in NUMBER.finditer(group[0].folded)]
        if numerals:
            yield from _of_sentence(article, group, numerals, by_sentence.get(name, ()))


def _of_sentence(
    article: Article, group: Sequence[Reading], numerals: Sequence[tuple[int, int]], told: Sequence[Observation]
) -> Iterator[NumberUse]:
    sentence, text = group[0].sentence, article.source.text
    figures = merged(Block(m.start, m.end, "figure") for reading in group for m in reading.mentions)
    ids: Mapping[int, list[str]] = {at: [] for at in range(len(figures))}
    spans = [sentence.span(block.start, block.end) for block in figures]
    for observation in told:
        at = next(n for n, (start, end) in enumerate(spans) if start <= observation.start < end)
        ids[at].append(observation.id)
    known = {(block.start, block.end): tuple(ids[at]) for at, block in enumerate(figures)}
    for block, theirs in shared_out(numerals, (*figures, *rejections(group[0]))):
        if theirs:
            start, end = sentence.span(*_around(block, theirs))
            read = known.get((block.start, block.end), ()) if block.verdict == "figure" else ()
            yield NumberUse(
                start,
                end,
                _line(text[start:end]),
                sentence.id,
                len(theirs),
                _VERDICTS[block.verdict],
                block.reason,
                read,
            )


def rejections(reading: Reading) -> Iterator[Block]:
    """What is no figure in a sentence; of two that overlap the first tells: dates, what is rejected, what is unread."""
    for date in reading.dates:
        yield Block(date.start, date.end, "rejected", "date")
    for start, end, reason, _ in reading.rejected:
        yield Block(start, end, "rejected", reason)
    for start, end, reason in reading.unread:
        yield Block(start, end, "unread", reason)
    for start, end, role in reading.cells:
        yield Block(start, end, "unread" if role in _VALUES else "rejected", "table")


def _outside(article: Article, figures: Figures) -> Iterator[NumberUse]:
    """The numbers of what stands outside the sentences, where no figures are read."""
    text = article.source.text
    for start, end, kind, name, _ in stretches(article):
        folded = fold(text[start:end], figures.simplified)
        numerals = [match.span() for match in NUMBER.finditer(folded)]
        for block, theirs in shared_out(numerals, tuple(outside_blocks(folded, kind, figures))):
            first, last = (start + place for place in _around(block, theirs))
            sentence = name if kind == "caption" else None
            verdict = _VERDICTS[block.verdict]
            yield NumberUse(first, last, _line(text[first:last]), sentence, len(theirs), verdict, block.reason, ())


def _around(block: Block, numerals: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The span of a block with the whole of its numerals."""
    return min(block.start, *(start for start, _ in numerals)), max(block.end, *(end for _, end in numerals))


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
