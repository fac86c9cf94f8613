"""What English knows of one article alone: how terms are said in its time, and the name of its place."""

from dataclasses import replace

from policy_digest.lexicon.terms import Terms
from policy_digest.lexicon.words import Word, Words
from policy_digest.model import Metadata
from policy_digest.translate.places import UNVERIFIED, english_place

_FEWEST = 2  # characters of a place's name without its generic part, which else is part of other words


def terms_of(metadata: Metadata, terms: Terms) -> Terms:
    """The terms as they are said in an article's time, with the name of its place."""
    covered, area = metadata.time_period, metadata.ref_area
    return with_own_place(terms.at(covered.value if covered else None), area.value if area else None)


def with_own_place(terms: Terms, area_zh: str | None) -> Terms:
    """``terms`` that know the place of an article, with and without its generic part, where the gazetteer lists it."""
    english = english_place(area_zh, terms) if area_zh else None
    if area_zh is None or english is None or english.endswith(UNVERIFIED) or ", " in english:
        return terms
    names = {area_zh: english}
    for generic in terms.generics:
        if area_zh.endswith(generic.zh) and english.endswith(f" {generic.en}"):
            names[area_zh.removesuffix(generic.zh)] = english.removesuffix(f" {generic.en}")
            break
    own = {zh: Word(zh, "noun", en, head=en) for zh, en in names.items() if len(zh) >= _FEWEST}
    words = terms.words
    return replace(terms, words=Words({**words.table, **own}, max(words.longest, *map(len, names)), words.forms))
