"""The texts of an article as the rules of a digest read them: simplified, half-width, as long as printed."""

from collections.abc import Iterator
from dataclasses import dataclass
from operator import eq

from policy_digest.lexicon.folding import fold
from policy_digest.lexicon.likes import Likes
from policy_digest.model import Article, Section, Sentence

_ALIKE, _SHORT = 0.66, 4


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence or caption where it stands; ``text`` is as the rules read it, as long as ``sentence.text``."""

    section: Section
    sentence: Sentence
    text: str
    is_caption: bool

    def printed(self, start: int, end: int) -> str:
        """The words of ``text[start:end]`` as the source prints them."""
        return self.sentence.text[start:end]


def told(article: Article, simplified: Likes) -> tuple[Told, ...]:
    """Every sentence and caption of ``article`` in the text's order."""
    return tuple(_told(article, simplified))


def _told(article: Article, simplified: Likes) -> Iterator[Told]:
    for section in article.sections:
        captions = {caption.id for caption in section.captions}
        for sentence in sorted((*section.sentences, *section.captions), key=lambda s: s.start):
            text = fold(sentence.text, simplified)
            yield Told(section, sentence, text, sentence.id in captions)


def place_of(words: str, text: str) -> int:
    """Where ``words`` stand in ``text``, or words as long that are nearly they; -1 where they do not.

    A name is told in standard words where the text's own were replaced.
    """
    at = text.find(words)
    if at >= 0 or len(words) < _SHORT:
        return at
    best, most = -1, _ALIKE * len(words)
    for place in range(len(text) - len(words) + 1):
        window = text[place : place + len(words)]
        alike = sum(map(eq, words, window))
        if alike >= most and window.endswith(words[-2:]):
            best, most = place, alike + 1
    return best
