"""The English of a division that is read as Chinese characters are: its stem romanised, its generic part translated."""

import re
from functools import cache
from pathlib import Path

from policy_digest.lexicon import tables
from policy_digest.lexicon.terms import Pair, Terms
from policy_digest.lexicon.terms import load as load_terms
from policy_digest.romanise import is_sure, pinyin
from policy_digest.translate.places import generic_at

HERE = Path(__file__).resolve().parent
MANY = 6  # characters: a longer stem is a phrase, whose words would have to be told apart
ORDINAL = "第"  # a number, and no name
_PLAIN = re.compile("[\u4e00-\u9fff]+")


@cache
def _established() -> dict[str, str]:
    rows = tables.read_rows("established", ("name", "english", "authority"), folder=HERE)
    return {row["name"]: row["english"] for row in rows}


@cache
def _stems() -> dict[str, str]:
    rows = tables.read_rows("gazetteer", ("zh", "en", "kind", "authority"))
    return {row["zh"]: row["en"] for row in rows if row["kind"] == "stem"}


@cache
def _wholes() -> dict[str, str]:
    rows = tables.read_rows("gazetteer", ("zh", "en", "kind", "authority"))
    return {row["zh"]: row["en"] for row in rows if row["kind"] == "whole"}


@cache
def _read_whole() -> dict[str, list[str]]:
    return {row["name"]: row["pinyin"].split() for row in tables.read_rows("romanisation", ("name", "pinyin"))}


@cache
def _terms() -> Terms:
    return load_terms()


def _generic(name: str) -> Pair | None:
    """The generic part that ends a name, the longest; there is a stem before it."""
    found = ((start, generic_at(name, start, _terms())) for start in range(1, len(name)))
    return next((generic for start, generic in found if generic and start + len(generic.zh) == len(name)), None)


@cache
def _nouns() -> frozenset[str]:
    """The words that end as names of places do and may be none, though a division has them for a name."""
    words = {row["word"] for row in tables.read_rows("place_words", ("word", "where"))}
    endings = {row["ending"] for row in tables.read_rows("not_places", ("ending", "example"))}
    return frozenset(words | endings | {"郊区", "解放区"})


def english(name: str) -> str:
    """The English of a division's full name; empty where none is sure."""
    for known in (_established(), _wholes()):
        if name in known:
            return known[name]
    generic = _generic(name)
    stem = name.removesuffix(generic.zh) if generic else ""
    if generic is None or not stem or len(stem) > MANY or not _PLAIN.fullmatch(stem) or ORDINAL in stem:
        return ""
    read = _read(stem, name)
    return f"{read} {generic.en}" if read else ""


def _read(stem: str, name: str) -> str:
    """A stem in Latin letters: by the gazetteer, by the table, with its generic part or without, or by characters."""
    if stem in _stems():
        return _stems()[stem]
    if name in _read_whole():
        return _joined(_read_whole()[name][: len(stem)])
    return pinyin(stem) if is_sure(stem) else ""


def _joined(syllables: list[str]) -> str:
    word = "".join(("'" if n and syllable[0] in "aoe" else "") + syllable for n, syllable in enumerate(syllables))
    return word[:1].upper() + word[1:]


def kind(name: str) -> str:
    """``within`` for what may be a common noun, else ``whole``."""
    return "within" if name in _nouns() else "whole"
