"""Names of places and people in English: gazetteer first, then romanised and marked as unverified."""

from policy_digest.lexicon.gazetteer import Place
from policy_digest.lexicon.terms import Pair, Terms
from policy_digest.romanise import is_sure, pinyin

UNVERIFIED = " (romanised, unverified)"
LONGEST_STEM = 4
# Units of which the gazetteer holds all: an unlisted stem before one is no name (提请省).
CLOSED = ("省", "自治区", "特别行政区")
# Generic parts that the names of peoples may stand before (回族自治县), and what the English says for 乡 there.
PEOPLED = ("自治区", "自治州", "自治县", "自治旗", "民族乡", "乡", "区")
ETHNIC_TOWNSHIP = "Ethnic Township"


def english_place(name_zh: str, terms: Terms) -> str | None:
    """Return a place's English, smallest unit first (Majuqiao Town, Tongzhou District); None for what is no name.

    A stem that the gazetteer does not hold is romanised, and the whole is then marked as unverified. Names joined by 、
    are joined by “and”.
    """
    written = "".join(name_zh.split())
    made: tuple[str | None, bool] = (None, False)
    # A few names keep a character that elsewhere is the traditional form of another (乾县): as written first.
    for name in dict.fromkeys((written, terms.folded(written))):
        made = _joined(name, terms)
        if made[1]:
            break
    english, is_sure_of_all = made
    return english if english is None or is_sure_of_all else english + UNVERIFIED


def code_of(name_zh: str, terms: Terms) -> str | None:
    """Return the official code of a place, whose name may begin with those of the places that it lies in.

    None for what the official lists do not have, and where several divisions have the name (通州区 by itself).
    """
    written = "".join(name_zh.split())
    found = (_codes(name, terms) for name in dict.fromkeys((written, terms.folded(written))))
    codes = next((codes for codes in found if codes), ())
    return codes[0] if len(codes) == 1 else None


def _codes(name: str, terms: Terms) -> tuple[str, ...]:
    """Return the codes of the last unit of a name, in the units before it as far as these have codes themselves."""
    codes, upper = tuple[str, ...](), None
    while name:
        found = _known(name, terms, upper)
        place = terms.places.get(name[: found[1]]) if found else None
        if found is None or place is None:
            return ()
        codes = tuple(code for code in place.codes if not (upper and upper.codes) or upper.governs(code))
        upper, name = place, name[found[1] :]
    return codes


def cut_name(name_zh: str, terms: Terms) -> tuple[str, ...]:
    """Cut a place's name into the names of its units, the largest first; a name that cannot be cut stays whole."""
    name = written = "".join(name_zh.split())
    units, upper = list[str](), None
    while name and "、" not in written:
        found = _known(name, terms, upper) or (None if is_common_noun(name, terms) else _romanised(name, terms))
        if found is None:
            return (written,)
        units.append(name[: found[1]])
        upper, name = terms.places.get(units[-1]), name[found[1] :]
    return tuple(units) or (written,)


def _joined(name: str, terms: Terms) -> tuple[str | None, bool]:
    """Return the English of names joined by 、 and whether it is sure; None where one is no name."""
    units = [_units(each, terms) for each in name.split("、")]
    if not all(units):
        return None, False
    names = [", ".join(english for english, _ in reversed(parts)) for parts in units]
    return " and ".join(names), all(verified for parts in units for _, verified in parts)


def _units(name: str, terms: Terms) -> list[tuple[str, bool]]:
    """Split a name into its units from the largest, each with its English and whether it is sure."""
    whole, units = name, list[tuple[str, bool]]()
    upper: Place | None = None
    while name:
        known = _known(name, terms, upper)
        is_noun = known is None and is_common_noun(name, terms)
        found = known or (None if is_noun else _romanised(name, terms))
        if found is None:
            return [(pinyin(whole), False)] if _is_stem(whole) and not (is_noun or whole.endswith(CLOSED)) else []
        english, length, verified = found
        units.append((english, verified))
        upper = terms.places.get(name[:length])
        name = name[length:]
    return units


def _known(name: str, terms: Terms, upper: Place | None = None) -> tuple[str, int, bool] | None:
    """Return the English, length and sureness of the longest gazetteer name that opens ``name`` as a whole unit.

    ``upper`` is the unit before: a name that may be a common noun is one only in it.
    """
    for end in range(len(name), 0, -1):
        place = terms.places.get(name[:end])
        if place is None or (place.kind == "within" and not (upper and place.lies_in(upper))):
            continue
        generic = generic_at(name, end, terms) if place.kind == "stem" else None
        if generic is not None:
            return f"{place.en} {generic.en}", end + len(generic.zh), True
        if place.kind != "stem" or end == len(name) or _known(name[end:], terms, place):
            return (place.en, end, True) if place.en else _unsure(name[:end], terms)
    return None


def _unsure(name: str, terms: Terms) -> tuple[str, int, bool] | None:
    """Romanise a listed name of which no English is sure; None for one with a number, which no pinyin has."""
    if not _is_han(name):
        return None
    parts = ((start, generic_at(name, start, terms)) for start in range(1, len(name)))
    for start, generic in parts:
        if generic and start + len(generic.zh) == len(name):
            return f"{pinyin(name[:start])} {generic.en}", len(name), False
    return pinyin(name), len(name), False


def is_common_noun(words: str, terms: Terms) -> bool:
    """Tell words that only end as place names do (城中村, 全镇) from names; a listed name is none of them."""
    words = terms.folded(words)
    known = _known(words, terms)
    return words.endswith(terms.not_places) and not (known and known[1] == len(words))


def generic_at(name: str, start: int, terms: Terms) -> Pair | None:
    """The generic part of ``name`` at ``start``, with the peoples named before it (满族蒙古族自治县)."""
    peoples, at = list[str](), start
    while people := next(
        (word for word in (name[at : at + size] for size in (5, 4, 3, 2)) if word in terms.peoples), ""
    ):
        peoples.append(terms.peoples[people])
        at += len(people)
    generic = next((generic for generic in terms.generics if name.startswith(generic.zh, at)), None)
    if generic is None or not peoples:
        return generic
    if generic.zh not in PEOPLED:
        return None
    english = ETHNIC_TOWNSHIP if generic.zh == "乡" else generic.en
    named = " and ".join(part for part in (", ".join(peoples[:-1]), peoples[-1]) if part)
    return Pair(name[start:at] + generic.zh, f"{named} {english}")


def _romanised(name: str, terms: Terms) -> tuple[str, int, bool] | None:
    """Romanise the shortest stem that a generic part follows; a stem of one character only before the name's end."""
    for start in range(1, min(len(name), LONGEST_STEM + 1)):
        generic = generic_at(name, start, terms)
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
    """Romanise surname, then given name in one word: 田兆玉 → Tian Zhaoyu. Only names of two to four Han are.

    A name that may be read in more than one way is marked as unverified, and so is one of four characters that begins
    with no surname of two, which may be of another language.
    """
    name = "".join(name_zh.split())
    if not _is_stem(name):
        return name_zh
    size = 2 if name[:2] in terms.surnames and len(name) > 2 else 1
    surname, given = terms.surnames.get(name[:size]), name[size:]
    english = f"{surname.en if surname else pinyin(name[:size], 'person')} {pinyin(given, 'person')}"
    is_read = surname.is_sure if surname else is_sure(name[:size], "person")
    is_of_two = size > 1 or len(name) < LONGEST_STEM
    return english + ("" if is_read and is_of_two and is_sure(given, "person") else UNVERIFIED)
