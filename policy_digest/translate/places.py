"""Names of places and people in English: gazetteer first, then romanised and marked as unverified."""

from policy_digest.lexicon.terms import Pair, Terms
from policy_digest.romanise import pinyin

UNVERIFIED = " (romanised, unverified)"
LONGEST_STEM = 4
# Units of which the gazetteer holds all: an unlisted stem before one is no name (提请省).
CLOSED = ("省", "自治区", "特别行政区")


def english_place(name_zh: str, terms: Terms) -> str | None:
    """Return a place's English, smallest unit first (Majuqiao Town, Tongzhou District); None for what is no name.

    A stem that the gazetteer does not hold is romanised, and the whole is then marked as unverified. Names joined by 、
    are joined by “and”.
    """
    name_zh = terms.folded("".join(name_zh.split()))
    units = [_units(name, terms) for name in name_zh.split("、")]
    if not all(units):
        return None
    names = [", ".join(english for english, _ in reversed(parts)) for parts in units]
    is_verified = all(verified for parts in units for _, verified in parts)
    return " and ".join(names) + ("" if is_verified else UNVERIFIED)


def _units(name: str, terms: Terms) -> list[tuple[str, bool]]:
    """Split a name into its units from the largest, each with its English and whether the gazetteer holds it."""
    whole, units = name, list[tuple[str, bool]]()
    while name:
        is_noun = is_common_noun(name, terms)
        found = _known(name, terms) or (None if is_noun else _romanised(name, terms))
        if found is None:
            return [(pinyin(whole), False)] if _is_stem(whole) and not (is_noun or whole.endswith(CLOSED)) else []
        english, length, verified = found
        units.append((english, verified))
        name = name[length:]
    return units


def _known(name: str, terms: Terms) -> tuple[str, int, bool] | None:
    """Return the English and length of the longest gazetteer name that opens ``name`` as a whole unit."""
    for end in range(len(name), 0, -1):
        place = terms.places.get(name[:end])
        if place is None:
            continue
        generic = None if place.kind == "whole" else _generic_at(name, end, terms)
        if generic is not None:
            return f"{place.en} {generic.en}", end + len(generic.zh), True
        if place.kind == "whole" or end == len(name) or _known(name[end:], terms):
            return place.en, end, True
    return None


def is_common_noun(words: str, terms: Terms) -> bool:
    """Tell words that only end as place names do (城中村, 全镇) from names; a listed name is none of them."""
    words = terms.folded(words)
    known = _known(words, terms)
    return words.endswith(terms.not_places) and not (known and known[1] == len(words))


def _generic_at(name: str, start: int, terms: Terms) -> Pair | None:
    return next((generic for generic in terms.generics if name.startswith(generic.zh, start)), None)


def _romanised(name: str, terms: Terms) -> tuple[str, int, bool] | None:
    """Romanise the shortest stem that a generic part follows; a stem of one character only before the name's end."""
    for start in range(1, min(len(name), LONGEST_STEM + 1)):
        generic = _generic_at(name, start, terms)
        if generic is None or not _is_han(name[:start]):
            continue
        end = start + len(generic.zh)
        if generic.zh not in CLOSED and (start > 1 or end == len(name)):
            return f"{pinyin(name[:start])} {generic.en}", end, False
    return None


def _is_stem(name: str) -> bool:
    return 1 < len(name) <= LONGEST_STEM and _is_han(name)


def _is_han(text: str) -> bool:
    return all("\u4e00" <= character <= "\u9fff" for character in text)


def english_person(name_zh: str, terms: Terms) -> str:
    """Romanise surname, then given name in one word: 田兆玉 → Tian Zhaoyu. Only names of two to four Han are."""
    name = "".join(name_zh.split())
    if not _is_stem(name):
        return name_zh
    size = 2 if name[:2] in terms.surnames and len(name) > 2 else 1
    surname = terms.surnames.get(name[:size]) or pinyin(name[:size])
    return f"{surname} {pinyin(name[size:])}"
