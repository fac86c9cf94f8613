"""The English of a text: from the article's PO file, else the termbase where the whole text is a term, else missing."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from policy_digest.lexicon.marks import lowered
from policy_digest.lexicon.terms import Terms
from policy_digest.model import Status, Text, family_of, role_of
from policy_digest.translate import titles
from policy_digest.translate.compose import Composer
from policy_digest.translate.named import Composed, composed
from policy_digest.translate.pieces import capital
from policy_digest.translate.places import UNVERIFIED, english_place
from policy_digest.translate.qualified import (
    is_told,
    joined,
    names_several,
    of_the_same,
    parted,
    qualified,
    tells_all,
    untold,
)

TERM_ROLES = ("heading", "deck", "programme", "credit")
QUOTES = re.compile(r"[“”\"「」『』\s]")

_COMPOSED: Final = {"heading": titles.heading, "programme": titles.programme}

_BEST: Final[tuple[Status, ...]] = ("reviewed", "project", "machine", "earlier")


def by_words(entries: Mapping[tuple[str, str], Text]) -> Mapping[tuple[str, str], Text]:
    """The entries of a PO file by family and Chinese, the best English of each.

    An entry serves its words wherever they stand: ids change where a sentence is put in before its like.
    """
    found: dict[tuple[str, str], Text] = {}
    told = [((family_of(role_of(context) or context), zh), text) for (context, zh), text in entries.items()]
    for status in _BEST:
        for key, text in told:
            if text.status == status:
                found.setdefault(key, text)
    return found


@dataclass(frozen=True, slots=True)
class Texts:
    """One article's entries of the PO file, as ``by_words`` gives them, with the termbase behind them.

    ``restored`` gives the standard words for those that an altered text prints.
    """

    entries: Mapping[tuple[str, str], Text]
    terms: Terms
    restored: Callable[[str], str] = str

    def standard(self, words: str) -> str:
        """``words`` in standard wording and simplified characters, as the tables are written."""
        return self.terms.folded(self.restored(words))

    def text(self, role: str, zh: str, *, is_composed: bool = True) -> Text:
        """Return the text with its English and what that is; ``missing`` without one.

        ``is_composed``: names and headings that no file and no table has are composed of their words.
        """
        stored = self.entries.get((family_of(role), zh))
        if stored is not None and stored.en is not None:
            return stored
        if role in TERM_ROLES and (term := self.terms.terms.get(QUOTES.sub("", self.standard(zh)))):
            return Text(zh, capital(term.en), "generated")
        made = _COMPOSED[role](self.standard(zh), self._composer()) if is_composed and role in _COMPOSED else None
        return _told(zh, made)

    def first(self, roles: tuple[str, ...], zh: str, *, is_composed: bool = True) -> Text:
        """Return the text under the first of ``roles`` that has an English."""
        found = (self.text(role, zh, is_composed=is_composed) for role in roles)
        return next((text for text in found if text.en is not None), Text(zh, None, "missing"))

    def thing(self, zh: str) -> Composed | None:
        """The English of a thing within a sentence, composed of its words; None where too little of it is known."""
        return titles.thing(self.standard(zh), self._composer())

    def place(self, zh: str) -> str | None:
        """The English of a place that the gazetteer lists."""
        return self._place(self.standard(zh))

    def name(self, name_zh: str, name_en: str | None, *, is_count: bool = False) -> Text:
        """Return an indicator's name: the catalogue's English, else the translators', else composed of its words.

        The catalogue's is taken only where it says all that the name says.
        """
        folded, qualifiers = self.terms.folded(name_zh), self.terms.qualifiers
        if name_en and is_told(name_en, folded, qualifiers):
            return Text(name_zh, self._narrowed(joined(name_en), name_en, folded), "generated")
        stored = self.text("indicator", name_zh)
        if stored.en:
            return stored
        made, told = self._composed(name_zh, is_count=is_count), name_en and qualified(name_en, folded, qualifiers)
        if told and (made.status != "generated" or tells_all(told, self.terms.words.cut(folded), qualifiers.idle)):
            return Text(name_zh, self._narrowed(told, name_en or "", folded), "generated")
        return made if made.en or not name_en else Text(name_zh, joined(name_en), "generated")

    def _narrowed(self, english: str, name_en: str, folded: str) -> str:
        """The catalogue's English with what the name says beyond the catalogue's own, in brackets (… (key groups))."""
        standard = self.terms.standards.get(lowered(parted(name_en)[1]))
        if standard is None:
            return english
        composer, pieces = self._composer(), self.terms.words.cut(folded)
        runs = untold(english, pieces, standard, self.terms.qualifiers.idle)
        made = composed(folded, self._composer(is_count=folded.endswith("数")))
        if runs and made and not made.unknown and names_several(pieces):
            return made.en
        words = ", ".join(composer.thing(run, "") for run in runs)
        if not words:
            return english
        if len(runs) == 1 and (narrowed := of_the_same(english, words)):
            return narrowed
        return f"{english[:-1]}, {words})" if english.endswith(")") else f"{english} ({words})"

    def _composed(self, name_zh: str, *, is_count: bool) -> Text:
        return _told(name_zh, composed(self.terms.folded(name_zh), self._composer(is_count=is_count)))

    def _composer(self, *, is_count: bool = False) -> Composer:
        return Composer(self.terms.words, self._place, self._unit, is_count=is_count)

    def _place(self, words: str) -> str | None:
        """The English of a place that the gazetteer lists."""
        english = english_place(words, self.terms)
        return None if english is None or english.endswith(UNVERIFIED) else english

    def _unit(self, words: str) -> str | None:
        known = self.terms.units.get(words)
        return known.singular if known else None


def _told(zh: str, made: Composed | None) -> Text:
    """A composed text with what it is: ``partial`` with words that no table holds."""
    if made is None:
        return Text(zh, None, "missing")
    return Text(zh, made.en, "partial" if made.unknown else "generated")
