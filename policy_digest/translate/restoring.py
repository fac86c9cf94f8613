"""The restored form of the words that a translator is given, where an article's wording was altered."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from policy_digest.model import Record, Restoration, Sentence, restored_between

_CLAUSE = re.compile("[^，。；：！？,;]+")


@dataclass(frozen=True, slots=True)
class Restorer:
    """An article's replaced words: in its source, and for each sentence in the joined text (by the sentence's id)."""

    source: str
    sentences: Mapping[str, Sentence]
    restorations: Sequence[Restoration]
    within: Mapping[str, Sequence[Restoration]]

    def sentence(self, name: str) -> str:
        """A sentence by id, restored."""
        text = self.sentences[name].text
        return restored_between(text, 0, len(text), self.within.get(name, ()))

    def words(self, zh: str, cited: Sequence[str]) -> str | None:
        """``zh`` restored, of the ``cited`` sentences or anywhere in the source; None where nothing in it was altered.

        What was put together of several clauses is restored clause by clause.
        """
        if not self.restorations:
            return None
        restored = self._whole(zh, cited) or self._by_clauses(zh, cited)
        return None if restored == zh else restored

    def standard(self, zh: str) -> str:
        """``zh`` as it stands restored at its first place in the source; itself where nothing in it was altered."""
        return (self._whole(zh, ()) or zh) if self.restorations else zh

    def _whole(self, zh: str, cited: Sequence[str]) -> str | None:
        for name in cited:
            at = self.sentences[name].text.find(zh)
            if at >= 0:
                return restored_between(self.sentences[name].text, at, at + len(zh), self.within.get(name, ()))
        at = self.source.find(zh)
        return None if at < 0 else restored_between(self.source, at, at + len(zh), self.restorations)

    def _by_clauses(self, zh: str, cited: Sequence[str]) -> str:
        for name in cited:
            text, within = self.sentences[name].text, self.within.get(name, ())
            for clause in _CLAUSE.finditer(text):
                zh = zh.replace(clause[0], restored_between(text, clause.start(), clause.end(), within))
        return zh


def restorer_of(record: Record) -> Restorer:
    """The restorer of an article; it restores nothing where the wording was not altered."""
    article = record.article
    found = record.wording.restorations
    within = {sentence.id: _within(sentence, found) for sentence in article.all_sentences} if found else {}
    return Restorer(article.source.text, article.by_id, found, within)


def _within(sentence: Sentence, restorations: Sequence[Restoration]) -> tuple[Restoration, ...]:
    """The restorations of a sentence, with their places in its joined text."""
    own = (one for one in restorations if sentence.start <= one.start and one.end <= sentence.end)
    placed = ((sentence.position(one.start), one) for one in own)
    return tuple(
        replace(one, start=at, end=at + len(one.printed))
        for at, one in placed
        if sentence.text.startswith(one.printed, at)
    )
