"""Organisations in both languages: English by table, else composed where every word is known, else none."""

from policy_digest.lexicon.organisations import Organisations
from policy_digest.model import BilingualOrganisation, Digest, Organisation, Text
from policy_digest.translate.texts import Texts

_LEVELS = {
    "省": "Provincial",
    "自治区": "Regional",
    "市": "Municipal",
    "地区": "Prefectural",
    "州": "Prefectural",
    "盟": "League",
    "区": "District",
    "县": "County",
    "旗": "Banner",
    "镇": "Town",
    "乡": "Township",
    "街道": "Subdistrict",
}
_SMALL = frozenset(("of", "and", "for", "the", "in", "on", "with", "to"))
_OF_PLACE = ("court", "government")
_NATIONAL = "中国"
"""National bodies have an English of their own: none is composed."""


def bilingual_organisations(digest: Digest, texts: Texts, words: Organisations) -> tuple[BilingualOrganisation, ...]:
    """The organisations of a digest, in the order of the text."""
    return tuple(_organisation(one, texts, words) for one in digest.record.organisations)


def _organisation(one: Organisation, texts: Texts, words: Organisations) -> BilingualOrganisation:
    english = _english(one, texts, words)
    return BilingualOrganisation(
        id=one.id,
        name=Text(one.name_zh, english, "generated" if english else "missing"),
        standard=one.standard,
        is_restored=texts.terms.folded(one.name_zh) != one.standard,
        kind=one.kind,
        is_relative=one.is_relative,
        sentences=one.sentences,
    )


def _english(one: Organisation, texts: Texts, words: Organisations) -> str | None:
    """The English of a name: by table, behind its level, of its place, else composed of words that are all known."""
    name = one.standard
    if name in words.known:
        return words.known[name].en or None
    if one.is_relative:
        level = next((level for level in sorted(_LEVELS, key=len, reverse=True) if name.startswith(level)), "")
        office = words.english.get(name.removeprefix(level))
        return f"{_LEVELS[level]} {office}" if level and office else None
    return _of_place(one, texts, words) or _composed(name, texts, words)


def _of_place(one: Organisation, texts: Texts, words: Organisations) -> str | None:
    """The English of a place and of what closes the name behind it; of a place in another only a body is told so."""
    name = one.standard
    for end in range(len(name) - 1, 1, -1):
        office, place = words.english.get(name[end:]), texts.place(name[:end]) if name[end:] in words.english else None
        if office and place:
            is_of = one.kind in _OF_PLACE
            return f"{office} of {place}" if is_of else None if "," in place else f"{place} {office}"
    return None


def _composed(name: str, texts: Texts, words: Organisations) -> str | None:
    """A name composed of its words: it begins with a place, is no national body, and holds no other organisation."""
    is_of_place = any(texts.place(name[:end]) for end in range(2, len(name)))
    heads = sum(1 for _ in words.heads.finditer(name))
    if not is_of_place or heads > 1 or name.startswith(_NATIONAL):
        return None
    made = texts.thing(name)
    return _titled(made.en) if made and not made.unknown else None


def _titled(english: str) -> str:
    """Words as a name writes them: each with a capital but the small ones."""
    return " ".join(word if word in _SMALL else word[:1].upper() + word[1:] for word in english.split(" "))
