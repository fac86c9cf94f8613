"""Altered wording: whether a synonym replacer went over an article, and what its words stood for.

``detect`` tells whether, ``places`` what each replaced word of a stretch stands for, by what stands around it. The
printed text is never changed: restored words serve names, search and the reader, beside those that are printed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from policy_digest.extract.wording.attest import attest
from policy_digest.extract.wording.detect import detect
from policy_digest.extract.wording.evidence import chances
from policy_digest.extract.wording.places import Chooser, Place, apply
from policy_digest.lexicon import Lexicon
from policy_digest.lexicon.marks import quoted_spans
from policy_digest.model import UNALTERED, Article, Restoration, Sentence, Wording

__all__ = ["Chooser", "Found", "Place", "apply", "attest", "chances", "detect", "find_wording"]


@dataclass(frozen=True, slots=True)
class Found:
    """The wording of an article, and the places of each sentence by its id (positions in ``Sentence.text``)."""

    wording: Wording = UNALTERED
    by_sentence: Mapping[str, tuple[Place, ...]] = field(default_factory=dict)


def find_wording(article: Article, lexicon: Lexicon) -> Found:
    """Whether ``article`` was altered and, if it was, each replaced word with its standard form."""
    likes, table = lexicon.figures.simplified, lexicon.wording
    text = article.source.text
    simplified = likes.read(text) if likes.within(text) else text
    told = detect(simplified, table)
    if not told.altered:
        return Found(told)
    chooser = Chooser(table, chances(simplified, table))
    by_sentence: dict[str, tuple[Place, ...]] = {}
    restorations: list[Restoration] = []
    for stretch in _stretches(article):
        read = likes.read(stretch.text)
        found = attest(read, chooser.places(read), table)
        by_sentence[stretch.id] = found
        quotes = quoted_spans(read)
        restorations += [_restoration(place, stretch, article.source.text, quotes) for place in found]
    ordered = {(one.start, one.end): one for one in sorted(restorations, key=lambda one: (one.start, one.end))}
    return Found(replace(told, restorations=tuple(ordered.values())), by_sentence)


def _stretches(article: Article) -> Iterator[Sentence]:
    """Every stretch of the article that a page may show: title, subtitle, headings, decks, sentences and captions."""
    for stated in (article.metadata.title, article.metadata.subtitle):
        if stated and stated.start is not None and stated.end is not None:
            yield Sentence("", article.source.text[stated.start : stated.end], stated.start, stated.end)
    for section in article.sections:
        for words, span in ((section.heading, section.heading_span), (section.deck, section.deck_span)):
            if words and span:
                yield Sentence("", article.source.text[span[0] : span[1]], *span)
        yield from section.sentences
        yield from section.captions


def _restoration(place: Place, stretch: Sentence, text: str, quotes: tuple[tuple[int, int], ...]) -> Restoration:
    start, end = stretch.span(place.start, place.end)
    begun, ended = stretch.span(place.phrase_start, place.phrase_end) if place.phrase else (start, end)
    is_quoted = any(begin < place.start and place.end < close for begin, close in quotes)
    return Restoration(
        printed=text[start:end],
        restored=place.restored,
        grade=place.grade,
        reason=place.reason,
        start=start,
        end=end,
        is_protected=is_quoted or place.grade == "attested",
        phrase=place.phrase or place.restored,
        printed_phrase=text[begun:ended],
        phrase_start=begun,
        phrase_end=ended,
    )
