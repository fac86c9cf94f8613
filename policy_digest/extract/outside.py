"""Outside: the stretches of a text that are no sentence of its body, in which no figures are read."""

import re
from collections.abc import Iterator

from policy_digest.model import Article

_TITLED = "no figures are read there, only the article's place and period"
_HEADED = "no figures are read there, only the section's period and whether it tells of plans"

NOTES = {
    "title": f"stands in the title: {_TITLED}",
    "subtitle": f"stands in the subtitle: {_TITLED}",
    "heading": f"stands in a heading: {_HEADED}",
    "deck": f"stands in a heading's second line: {_HEADED}",
    "caption": "stands in a picture's caption: no figures are read there",
    "byline": "stands in a byline, which the parse sets aside",
    "furniture": "stands in a page's own words (its number, its tools), which the parse sets aside",
    "date": "stands in the line of the date, which the parse sets aside",
    "speaker": "stands in the line of the speaker, which the parse sets aside",
    "markup": "stands in markup, which the parse sets aside",
    "mark": "numbers a heading or an item, or stands in what the parse left out",
}
"""Why nothing is read in a stretch, by its kind."""

READ_BY_EDITORS = frozenset({"title", "subtitle", "heading", "deck", "caption"})
"""Stretches in which a figure may well stand, and is not read."""

Stretch = tuple[int, int, str, str, str]
"""Offsets into the source, kind, id and section's id."""


def stretches(article: Article) -> tuple[Stretch, ...]:
    """The stretches outside the sentences, in no order."""
    known = tuple(_known(article))
    return (*known, *_rest(article, known))


def _known(article: Article) -> Iterator[Stretch]:
    meta = article.metadata
    for kind, stated in (("title", meta.title), ("subtitle", meta.subtitle)):
        if stated and stated.start is not None and stated.end is not None:
            yield stated.start, stated.end, kind, "", ""
    for part in article.aside:
        if part.start is not None and part.end is not None:
            yield part.start, part.end, part.basis, "", ""
    for section in article.sections:
        for kind, span in (("heading", section.heading_span), ("deck", section.deck_span)):
            if span:
                yield *span, kind, section.id, section.id
        for caption in section.captions:
            yield caption.start, caption.end, "caption", caption.id, section.id


def _rest(article: Article, known: tuple[Stretch, ...]) -> Iterator[Stretch]:
    """What no part of the article covers, line by line."""
    spans = [(start, end) for start, end, *_ in known]
    spans += [(s.start, s.end) for section in article.sections for s in section.sentences]
    text, at = article.source.text, 0
    for start, end in (*sorted(spans), (len(text), len(text))):
        for line in re.finditer(r"[^\n]+", text[at : max(at, start)]):
            yield at + line.start(), at + line.end(), "mark", "", ""
        at = max(at, end)
