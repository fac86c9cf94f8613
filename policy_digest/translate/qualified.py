"""The catalogue's English of an indicator, made to tell what the text's own name of it tells."""

import re
from collections.abc import Container, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby
from typing import TypeGuard

from policy_digest.lexicon.marks import lowered
from policy_digest.lexicon.qualifiers import Qualifier, Qualifiers
from policy_digest.lexicon.words import Word
from policy_digest.translate.pieces import Piece

_JOINED = re.compile(
    r"(Growth of|Rank by (?:growth|number) of|Rank (?:by|in)|Change in|Difference in growth of) (?=\S)"
)
_MEASURED = re.compile(r"\b(?:of|in|per|by)\b|[(“]")
_OF_WHICH = re.compile(r"\(|for |at |in ")
_AGE = re.compile(r"(\d+)周?岁")
_DONE = re.compile(r"(?:ed|built|made|laid|sent|won|met|open|run|under construction)$")
_AND_THAT = "and "
_NEW = re.compile(r"New(?:ly \w+)? ")
_SAID = ("noun", "verb", "act", "adj")
_NARROWING = ("noun", "adj")
_WORD = re.compile("[A-Za-z]{3,}")
_BEGINNING = 4
_SAME_THING = 3  # words: so few name the things that a name begins with
_IDLE = frozenset({"the", "and", "for", "with", "per", "new", "number", "total"})
_AND = re.compile("[性级]?[、和及或与]")


def is_told(name_en: str, name_zh: str, qualifiers: Qualifiers) -> bool:
    """Whether the catalogue's English tells all qualifiers and ages of the name, and no more than the name does."""
    is_whole = not qualifiers.untold(name_en, name_zh) and all(age in name_en for age in _AGE.findall(name_zh))
    return is_whole and not qualifiers.overstates(name_en, name_zh)


def qualified(name_en: str, name_zh: str, qualifiers: Qualifiers) -> str | None:
    """The catalogue's English with all qualifiers of ``name_zh``, or None where they cannot be set beside it.

    It also is None where the catalogue's says more than the name does, or not of what age people are.
    """
    if qualifiers.overstates(name_en, name_zh) or any(age not in name_en for age in _AGE.findall(name_zh)):
        return None
    lead, base = parted(name_en)
    untold = qualifiers.untold(name_en, name_zh)
    if not _takes(base, untold) or _side_by_side(untold, name_zh):
        return None
    told = _with(base, untold)
    return joined(f"{lead} {told}") if lead else told


def untold(
    english: str, pieces: Sequence[Piece], standard_zh: str, idle: Container[str]
) -> tuple[tuple[Word, ...], ...]:
    """What a name says of its thing and ``english`` does not, in runs of words that stand side by side.

    ``standard_zh`` is the catalogue's own name, whose words its English tells in its own way; ``idle`` words need no
    telling.
    """
    told = set(_begun(english))

    def is_untold(piece: Piece) -> TypeGuard[Word]:
        if not isinstance(piece, Word) or piece.role not in _NARROWING or piece.zh in standard_zh or piece.zh in idle:
            return False
        return not any(_is_said(form, told) for form in (piece.en, piece.other, piece.head))

    return tuple(tuple(filter(is_untold, run)) for is_run, run in groupby(pieces, is_untold) if is_run)


def tells_all(english: str, pieces: Sequence[Piece], idle: Container[str] = ()) -> bool:
    """Whether the English has a word for each word of a name that is not ``idle``, by the beginnings of words."""
    told = set(_begun(english))
    said = (p for p in pieces if isinstance(p, Word) and p.role in _SAID and p.zh not in idle)
    words = (_begun(f"{p.en} {p.other} {p.base} {p.head}") for p in said)
    return not any(isinstance(p, str) for p in pieces) and all(told & set(begun) for begun in words if begun)


def of_the_same(english: str, words: str) -> str | None:
    """``english`` told of ``words``, a kind of the things that it begins with (Schools built: primary schools)."""
    lead, base = parted(english)
    told, kind = base.split(), words.split()
    ends = [at for at, word in enumerate(told[:_SAME_THING], 1) if word.lower() == kind[-1].lower()]
    replaced = {word.lower() for word in told[: ends[0] if ends else 0]}
    if not replaced or not words.endswith("s") or not replaced <= {"people", *(word.lower() for word in kind)}:
        return None
    return joined(" ".join(filter(None, (lead, words[0].upper() + words[1:], *told[ends[0] :]))))


def names_several(pieces: Sequence[Piece]) -> bool:
    """Whether a name tells of things side by side (新能源及装备制造业), of which what one is called is no part."""
    kinds = [piece.role if isinstance(piece, Word) else "noun" for piece in pieces]
    beside = (kinds[n - 1 : n + 2 : 2] for n in range(1, len(kinds) - 1) if kinds[n] == "join")
    return any(set(both) <= {*_NARROWING, "verb"} and set(both) != {"verb"} for both in beside)


def _is_said(english: str, told: AbstractSet[str]) -> bool:
    """Whether all words are among those ``told``, by their beginnings."""
    words = set(_begun(english))
    return bool(words) and words <= told


def _begun(english: str) -> list[str]:
    return [word[:_BEGINNING].lower() for word in _WORD.findall(english) if word.lower() not in _IDLE]


def joined(name_en: str) -> str:
    """Fit a catalogue name into the phrase it stands in: Growth of Tax revenue → Growth of tax revenue."""
    lead, base = parted(name_en)
    if lead.startswith("Rank") and "rank" in base.lower():
        return base[0].upper() + base[1:]
    return f"{lead} {lowered(base)}" if lead else name_en


def parted(name_en: str) -> tuple[str, str]:
    """What the name tells of its base (Growth of; empty for the base itself), and the base."""
    match = _JOINED.match(name_en)
    return (match[1], name_en[match.end() :]) if match else ("", name_en)


def _takes(base: str, untold: Sequence[Qualifier]) -> bool:
    """Whether the words of all of ``untold`` may be set before or behind ``base``.

    Most may only where it is a plain name, a deed where none is told yet; what says of which (in cities) may always.
    """
    is_plain, is_open = not _MEASURED.search(base), not _DONE.search(base)
    return all(_OF_WHICH.match(one.behind) or (is_plain and (one.before or (one.behind and is_open))) for one in untold)


def _side_by_side(untold: Sequence[Qualifier], name_zh: str) -> bool:
    """Whether two words before the name are told of different things (国家级和省级)."""
    words = [one.word for one in untold if one.before]
    return any(_AND.match(name_zh, match.end()) for word in words for match in re.finditer(re.escape(word), name_zh))


def _with(base: str, untold: Sequence[Qualifier]) -> str:
    """The words before the name (after its New, where it begins so) and those behind it."""
    before = [one.before for one in untold if one.before]
    more = [one.behind for one in untold if one.behind.startswith(_AND_THAT)]  # … and tax refunds added
    deeds = [one.behind for one in untold if one.behind and not _OF_WHICH.match(one.behind) and one.behind not in more]
    of_which = (one.behind for one in untold if _OF_WHICH.match(one.behind))
    behind = " ".join((*more, *of_which, " and ".join(deeds))).strip()
    new = _NEW.match(base)
    first, rest = (base[: new.end()], base[new.end() :]) if new and before else ("", base)
    told = first + " ".join(filter(None, (*before, lowered(rest) if before else rest, behind)))
    return told[0].upper() + told[1:]
