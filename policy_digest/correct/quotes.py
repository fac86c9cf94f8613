"""Words of a text, found in its sentences whatever spaces and line ends stand between them; or the nearest to them."""

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from policy_digest.model import Article, Section, Sentence

_CLAUSES = re.compile(r"[^，。；：！？、,;!?\n]+[，。；：！？、,;!?]?")
_LEAST_LIKE = 0.4
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
        self._held = [
            (section, sentence, squeezed(sentence.text))
            for section in article.sections
            for sentence in sorted((*section.sentences, *section.captions), key=lambda found: found.start)
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
        """The words of the text that are most like ``words``, with their line; None where none are like them."""
        clauses: dict[str, Sentence] = {}
        for _, sentence, _ in self._held:
            for text in _stretches(sentence.text, squeezed(words)):
                clauses.setdefault(text, sentence)
        close = difflib.get_close_matches(words, clauses, n=1, cutoff=_LEAST_LIKE)
        return (close[0], self.line(clauses[close[0]].start + _at(clauses[close[0]], close[0]))) if close else None

    def line(self, offset: int) -> int:
        """The line of the seed, from 1, on which ``offset`` lies."""
        return self.article.source.text.count("\n", 0, offset) + 1


def squeezed(text: str) -> str:
    """``text`` without white space, which Chinese does not set and a layout does."""
    return "".join(text.split())


def position(sentence: Sentence, offset: int) -> int:
    """The place in ``sentence.text`` of an offset into the source: ``Sentence.offset`` reversed."""
    best = (0, sentence.start)
    for run in sentence.runs:
        if run[1] <= offset:
            best = run
    return min(best[0] + offset - best[1], len(sentence.text))


def _places(section: Section, sentence: Sentence, wanted: str) -> Iterator[Place]:
    kept = [at for at, character in enumerate(sentence.text) if not character.isspace()]
    held = squeezed(sentence.text)
    at = held.find(wanted)
    while at >= 0:
        yield Place(section, sentence, kept[at], kept[at + len(wanted) - 1] + 1)
        at = held.find(wanted, at + len(wanted))


def _stretches(text: str, words: str) -> Iterator[str]:
    """What of a sentence may be like ``words``: its clauses; more of them together where ``words`` are of more."""
    clauses = [match[0] for match in _CLAUSES.finditer(text)]
    many = len(_CLAUSES.findall(words)) or 1
    for size in {1, many}:
        for at in range(len(clauses) - size + 1):
            yield "".join(clauses[at : at + size]).strip(_MARKS)


def _at(sentence: Sentence, words: str) -> int:
    """How far into the sentence ``words`` stand, in the source."""
    return sentence.offset(max(sentence.text.find(words), 0)) - sentence.start
