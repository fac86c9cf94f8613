"""Terms and places of a Chinese text that its translation has to name as the tables do."""

import re
from collections.abc import Iterator

from policy_digest.lexicon import Lexicon
from policy_digest.lexicon.gazetteer import Place

_PLACE_END = re.compile("(?:自治[区州县旗]|[省市县镇乡村](?!场|民|级|容|政|委|长|里|间)|区(?!域|别|块|间|内)|街道)")
_NUMBERED = re.compile(
    r"(?<![A-Za-z\d.])(?:(?P<before>[A-Z]{1,4})-?(?P<digits>\d+(?:\.\d+)?)|(?P<first>\d+)(?P<behind>[A-Z]))(?![A-Za-z\d])"
)
_COUNTY = 6  # digits of the official code of a county; longer ones are of towns and villages
_APOSTROPHES = str.maketrans("’‘", "''")


def misnamed(zh: str, en: str, words: Lexicon) -> Iterator[str]:
    """The terms and places of ``zh`` that ``en`` does not name, in words with the English that is looked for.

    Of the termbase those in ``kept_terms.tsv`` are looked for, each in any of its wordings; of the gazetteer the places
    down to counties, and those that it lists by hand, whose kind (镇, 区, 市) stands behind the name, since the
    characters of others may stand together by chance. The name without its kind is enough, and so is the kind
    (the town).
    """
    zh, plain = words.terms.folded(zh), en.translate(_APOSTROPHES)
    for term in dict.fromkeys(words.terms.within(zh)):
        said = words.telling.kept.get(term.zh)
        if said and not said.search(plain):
            yield f"without '{term.en}' for {term.zh}"
    small = plain.casefold()
    for name, place in _places(zh, words):
        if not _is_named(place.translate(_APOSTROPHES).casefold(), small):
            yield f"without '{place}' for {name}"


def misnumbered(zh: str, en: str) -> Iterator[str]:
    """Names of letters and digits (PM2.5, 5G, C919) that ``en`` has with the same letters and other digits."""
    wanted, found = _numbered(zh), _numbered(en)
    for letters, digits in wanted.items():
        if letters in found and not digits & found[letters]:
            yield f"with {letters} {' and '.join(sorted(found[letters]))} for {' and '.join(sorted(digits))}"


def _numbered(text: str) -> dict[str, set[str]]:
    names: dict[str, set[str]] = {}
    for match in _NUMBERED.finditer(text):
        letters = match["before"] or match["behind"]
        names.setdefault(letters, set()).add(match["digits"] or match["first"])
    return names


def _is_named(place: str, text: str) -> bool:
    """Whether ``text`` has a place's name, with its kind or without, or speaks of it by its kind (the town)."""
    stem, _, kind = place.rpartition(" ")
    return place in text or (stem != "" and (stem in text or f"the {kind}" in text))


def _is_plain(place: Place) -> bool:
    """Whether a place is no village of the official lists and no common noun as well (新城区)."""
    return bool(place.en) and place.kind != "within" and all(len(code) <= _COUNTY for code in place.codes)


def _places(zh: str, words: Lexicon) -> Iterator[tuple[str, str]]:
    """The places of the gazetteer that ``zh`` names with their kind, the longest name first at each place."""
    places = words.terms.places
    longest, at = max(map(len, places), default=0), 0
    while at < len(zh):
        for length in range(min(longest, len(zh) - at), 1, -1):
            name = zh[at : at + length]
            place = places.get(name)
            if (
                place
                and _is_plain(place)
                and _PLACE_END.match(zh, at + length if place.kind == "stem" else at + length - 1)
            ):
                yield name, place.en
                at += length - 1
                break
        at += 1
