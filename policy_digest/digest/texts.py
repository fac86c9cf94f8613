"""The texts of an article as the rules of a digest read them: restored, simplified, half-width, as long as printed."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policy_digest.lexicon.folding import fold
from policy_digest.lexicon.likes import Likes
from policy_digest.model import Record, Restoration, Section, Sentence, in_place


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


def told(record: Record, simplified: Likes) -> tuple[Told, ...]:
    """Every sentence and caption of the article in the text's order; in an altered text as restored."""
    return tuple(_told(record, simplified))


def _told(record: Record, simplified: Likes) -> Iterator[Told]:
    restored = record.wording.restorations
    starts = [restoration.start for restoration in restored]
    for section in record.article.sections:
        captions = {caption.id for caption in section.captions}
        for sentence in sorted(section.all_sentences, key=lambda s: s.start):
            own = restored[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)] if restored else ()
            yield Told(section, sentence, fold(_restored(sentence, own), simplified), sentence.id in captions)


def _restored(sentence: Sentence, restorations: Sequence[Restoration]) -> str:
    """The sentence with the standard words in place of those that were replaced, as long as it is."""
    places = ((sentence.position(one.start), one) for one in restorations)
    found = (
        (at, at + len(one.printed), one.restored) for at, one in places if sentence.text.startswith(one.printed, at)
    )
    return in_place(sentence.text, found)
