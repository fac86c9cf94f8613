"""Numbers: what became of every number of a text, sentence or not: a figure, no figure and why, or unread."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from policy_digest.extract.accounts import Block, Verdict, merged, shared_out
from policy_digest.extract.mention import Reading
from policy_digest.extract.outside import stretches
from policy_digest.extract.refused import NUMBER, refused, refused_outside
from policy_digest.lexicon.figures import Figures
from policy_digest.lexicon.folding import fold
from policy_digest.model import Article, Fate, NumberUse, Observation

_FATES: Mapping[Verdict, Fate] = {"figure": "observation", "rejected": "rejected", "unread": "unread"}


def number_uses(
    article: Article, readings: Sequence[Reading], observations: Sequence[Observation], figures: Figures
) -> tuple[NumberUse, ...]:
    """What became of the numbers of ``article``, in the text's order; what is told without a numeral has no entry.

    ``observations`` are those of the readings' mentions, in their order.
    """
    uses = [*_inside(article, readings, observations), *_outside(article, figures)]
    uses.sort(key=lambda use: use.start)
    return tuple(uses)


def _inside(article: Article, readings: Sequence[Reading], observations: Iterable[Observation]) -> Iterator[NumberUse]:
    """The numbers of the sentences; a row of a table has a reading for each of its figures."""
    told = iter(observations)
    read: list[Block] = []
    for at, reading in enumerate(readings):
        read += [Block(m.start, m.end, "figure", ids=(next(told).id,)) for m in reading.mentions]
        if at + 1 < len(readings) and readings[at + 1].sentence.id == reading.sentence.id:
            continue
        numerals = [match.span() for match in NUMBER.finditer(reading.folded)]
        for block, theirs in shared_out(numerals, (*merged(read), *refused(reading))) if numerals else ():
            span = reading.sentence.span(block.start, block.end)
            yield _use(article, span, block, len(theirs), reading.sentence.id)
        read = []


def _outside(article: Article, figures: Figures) -> Iterator[NumberUse]:
    """The numbers of what stands outside the sentences, where no figures are read."""
    for start, end, kind, name, _ in stretches(article):
        folded = fold(article.source.text[start:end], figures.simplified)
        numerals = [match.span() for match in NUMBER.finditer(folded)]
        for block, theirs in shared_out(numerals, tuple(refused_outside(folded, kind, figures))):
            span = start + block.start, start + block.end
            yield _use(article, span, block, len(theirs), name if kind == "caption" else None)


def _use(article: Article, span: tuple[int, int], block: Block, numerals: int, sentence: str | None) -> NumberUse:
    printed = " ".join(article.source.text[slice(*span)].split())
    return NumberUse(*span, printed, sentence, numerals, _FATES[block.verdict], block.reason, block.ids)
