"""Words of a text, found in its sentences whatever spaces and line ends stand between them; or the nearest to them."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from policy_digest.model import Article, Lines, Section, Sentence

_CLAUSES = re.compile(r"[^，。；：！？,;!?]+")
_MARKS = "，。；：！？、,;!? "


@dataclass(frozen=True, slots=True)
class Place:
    """Words as a sentence has them: ``sentence.text[start:end]``."""

    section: Section
    sentence: Sentence
    start: int
    end: int

    @property
    def words(self) -> str:
        """The words themselves."""
        return self.sentence.text[self.start : self.end]

    @property
    def span(self) -> tuple[int, int]:
        """Their offsets in the source."""
        return self.sentence.span(self.start, self.end)


class Quotes:
    """The sentences of one article without their spaces, so that a quotation is found in them."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self._lines = Lines(article.source.text)
        self._held = [
            (section, sentence, squeezed(sentence.text))
            for section in article.sections
            for sentence in sorted(section.all_sentences, key=lambda found: found.start)
        ]

    def find(self, words: str) -> tuple[Place, ...]:
        """Every place where ``words`` stand, in the order of the text."""
        wanted = squeezed(words)
        return tuple(
            place
            for section, sentence, held in self._held
            if wanted and wanted in held
            for place in _places(section, sentence, wanted)
        )

    def nearest(self, words: str) -> tuple[str, int] | None:
        """The clauses of the text that are most like ``words``, with their line; None where nothing is like them."""
        best: tuple[int, Sentence, int] | None = None
        wanted = _pairs(squeezed(words))
        for _, sentence, _ in self._held:
            hits, at = _densest(sentence.text, wanted, len(words))
            if hits and (best is None or hits > best[0]):
                best = (hits, sentence, at)
        if best is None or 3 * best[0] < len(wanted):
            return None
        _, sentence, at = best
        covering = [m for m in _CLAUSES.finditer(sentence.text) if m.end() > at and m.start() < at + len(words)]
        start = covering[0].start() if covering else at
        end = covering[-1].end() if covering else at + len(words)
        return sentence.text[start:end].strip(_MARKS), self.line(sentence.offset(start))

    def line(self, offset: int) -> int:
        """The line of the seed, from 1, on which ``offset`` lies."""
        return self._lines.at(offset)


def squeezed(text: str) -> str:
    """``text`` without white space, which Chinese does not set and a layout does."""
    return "".join(text.split())


def _places(section: Section, sentence: Sentence, wanted: str) -> Iterator[Place]:
    kept = [at for at, character in enumerate(sentence.text) if not character.isspace()]
    held = squeezed(sentence.text)
    at = held.find(wanted)
    while at >= 0:
        yield Place(section, sentence, kept[at], kept[at + len(wanted) - 1] + 1)
        at = held.find(wanted, at + len(wanted))


def _pairs(words: str) -> frozenset[str]:
    """The pairs of characters that stand side by side in ``words``; a single character by itself."""
    return frozenset(words[at : at + 2] for at in range(len(words) - 1)) or frozenset((words,))


def _densest(text: str, wanted: frozenset[str], size: int) -> tuple[int, int]:
    """How many different pairs of ``wanted`` stand within ``size`` characters of ``text`` at most, and where."""
    places = [(at, text[at : at + 2]) for at in range(len(text) - 1) if text[at : at + 2] in wanted]
    best, first = (0, 0), 0
    inside: Counter[str] = Counter()
    for at, pair in places:
        inside[pair] += 1
        while places[first][0] <= at - size:
            inside[places[first][1]] -= 1
            first += 1
        hits = sum(map(bool, inside.values()))
        if hits > best[0]:
            best = (hits, places[first][0])
    return best
