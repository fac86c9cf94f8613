"""Words of a name side by side: a noun and what stands before it, deeds with and between, words of no table."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from policy_digest.lexicon.words import Word, Words
from policy_digest.romanise import pinyin
from policy_digest.translate.cutting import Lookup
from policy_digest.translate.pieces import Piece, inflected, is_a, is_site, side_by_side, spaced

_HAN = re.compile("[一-鿿]")
_LATIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9.%+\-—–~:/]*")
_OF = re.compile(
    r"(?P<deed>[a-z]+(?:ment|tion|sion|ing|ance|al|sis|sfer)) of (?:the )?"
    r"(?P<of>(?!.*\b(?:of|in|for|to|with|from|between|into|by)\b)[\w’ -]+)$"
)
_SINGULAR = re.compile(r"(?:index|price|standard|level|ratio|balance|rate|density|\bage|quota|threshold|intensity)$")


_LONGEST_SPELT = 8


def marked(words: str) -> str:
    """Chinese words that no table holds, in brackets with their pinyin; a slogan stands without."""
    return f"[{words} {pinyin(words, 'word')}]" if len(words) <= _LONGEST_SPELT else f"[{words}]"


def _before(word: Word, *, is_last: bool) -> str:
    """How a word reads before a noun: a deed behind its thing (farmland development, for development of farmland)."""
    deed = None if is_last or word.role != "noun" or word.other else _OF.match(word.en)
    return f"{deed['of']} {deed['deed']}" if deed else word.en


@dataclass(slots=True)
class Phrases:
    """What the names of one text are composed with; ``unknown`` collects the words that no table holds.

    ``place`` gives the English of a listed place, ``unit`` that of a unit. ``is_count``: the name of a count;
    ``is_one``: of a single thing, so that nothing is plural.
    """

    words: Words
    place: Lookup
    unit: Lookup
    is_count: bool = False
    is_one: bool = False
    unknown: list[str] = field(default_factory=list)

    def _modifiers(self, pieces: Sequence[Piece]) -> str:
        return self._nouns(pieces, is_plural=False)

    def _nouns(self, pieces: Sequence[Piece], *, is_plural: bool) -> str:
        """Words side by side: each in its noun form, a noun before a join or at the end plural where that is asked."""
        told: list[str] = []
        behind: list[str] = []
        joins = [n for n, piece in enumerate(pieces) if is_a(piece, "join")]
        for n, piece in enumerate(pieces):
            following = pieces[n + 1] if n + 1 < len(pieces) else None
            is_last = following is None or is_a(following, "join") or is_a(following, "behind")
            if isinstance(piece, str):
                told.append(self._strange(piece))
            elif piece.role == "behind":
                behind.append(piece.en)
            elif piece.role == "join":
                told += behind
                behind.clear()
                is_end = n + 1 == len(pieces)
                told.append("and" if piece.en == "," and n == joins[-1] and not is_end else piece.en)
                told[-1] += "s" if is_end and piece.en.endswith("other") else ""
            elif piece.role == "noun" and is_plural and is_last:
                is_named = not self.is_count and is_site(piece) and isinstance(pieces[0], str)
                told.append(piece.head if is_named else self._plural(piece))
            else:
                told.append(piece.other if piece.role == "count" else _before(piece, is_last=is_last))
                told += ["and"] if is_a(piece, "verb") and is_a(following, "verb") else []
        return spaced((*told, *behind))

    def _plural(self, noun: Word) -> str:
        is_one = self.is_one or not noun.other or (not self.is_count and _SINGULAR.search(noun.en))
        return noun.head if is_one else noun.other

    def _joined(self, pieces: Sequence[Piece], form: str) -> str:
        """Verbs side by side with and: built and renovated."""
        deeds = [piece for piece in pieces if not isinstance(piece, str) and piece.role != "join"]
        is_brought_about = len(deeds) > 1 and deeds[0].zh == "完成" and form == "other"  # 完成改造: renovated
        return side_by_side([inflected(deed, form) for deed in deeds[is_brought_about:]])

    def _strange(self, words: str) -> str:
        """What no table holds: a listed place, Latin letters and digits as they stand, else Chinese and marked."""
        if not _HAN.search(words):
            return words.strip("·—-，,")
        if listed := self.place(words):
            return listed
        if latin := _LATIN.match(words):
            return f"{latin[0]} {self._strange(words[latin.end() :])}".strip()
        self.unknown.append(words)
        return marked(words)
