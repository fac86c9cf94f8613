"""Terms and places of a Chinese text that its translation has to name as the tables do."""

import re
from collections.abc import Iterator, Sequence

from policy_digest.lexicon import Lexicon
from policy_digest.lexicon.gazetteer import Place

_PLACE_END = re.compile(
    "(?:自治[区州县旗]|(?:县(?!城)|[省市镇乡村])(?!场|民|级|容|政|委|长|里|间)|区(?!域|别|块|间|内)|街道)"
)
_NUMBERED = re.compile(
    r"(?<![A-Za-z\d.])(?:(?P<before>[A-Z]{1,4})-?(?P<digits>\d+(?:\.\d+)?)|(?P<first>\d+)(?P<behind>[A-Z]))(?![A-Za-z\d])"
)
_COUNTY = 6  # digits of the official code of a county; longer ones are of towns and villages
_SELF_GOVERNED = re.compile("(?:自治[区州县旗]|特别行政区)\\Z")
_ALSO = {"Xizang": "Tibet", "Macao": "Macau"}
_OF_RULE = "autonomous |special administrative "
_SHORT = 4  # letters of a name that is easily the beginning of another word (An, Yi)
_NO_NAMES = frozenset({"The", "This", "Our", "Each", "Every", "A", "One", "In", "Business"})
_APOSTROPHES = str.maketrans("’‘", "''")


def misnamed(zh: str, en: str, words: Lexicon) -> Iterator[str]:
    """The terms and places of ``zh`` that ``en`` does not name, in words with the English that is looked for.

    Of the termbase those in ``kept_terms.tsv`` are looked for, each in any of its wordings; of the gazetteer the places
    down to counties, and those that it lists by hand, whose kind (镇, 区, 市) stands behind the name, since the
    characters of others may stand together by chance. The name without its kind is enough, and so is the kind (the
    district) where both texts name one place of that kind at most.
    """
    zh, plain = words.terms.folded(zh), en.translate(_APOSTROPHES)
    for term in dict.fromkeys(words.terms.within(zh)):
        said = words.telling.kept.get(term.zh)
        if said and not said.search(plain):
            yield f"without '{term.en}' for {term.zh}"
    places = list(_places(zh, words))
    english = [place.en for _, place in places]
    for name, place in places:
        if not _is_named(name, place, plain, words) and not _is_meant(place, english, plain):
            yield f"without '{place.en}' for {name}"


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


def _is_named(name: str, place: Place, en: str, words: Lexicon) -> bool:
    """Whether ``en`` has a place's name, in full, by its stem or by another English of it."""
    full = place.en.translate(_APOSTROPHES)
    if re.search(rf"\b{re.escape(full)}", en, re.IGNORECASE):
        return True
    return any(re.search(_beginning(stem), en) for stem in _stems(name, full, place, words))


def _beginning(stem: str) -> str:
    """The pattern of a name, which may have an ending (Tibetan); a short one is easily part of another word."""
    return rf"\b{re.escape(stem)}" + (r"\b" if len(stem) < _SHORT else "")


def _stems(name: str, full: str, place: Place, words: Lexicon) -> Iterator[str]:
    """What a place may be called without its kind: Tongzhou; Xinjiang for 新疆维吾尔自治区."""
    if place.kind == "stem":
        return
    if _SELF_GOVERNED.search(name):
        shorter = (words.terms.places.get(name[:length]) for length in range(len(name) - 1, 1, -1))
        known = next((one.en for one in shorter if one and full.startswith(f"{one.en} ")), full.split(" ")[0])
        yield known
        if also := _ALSO.get(known):
            yield also
    elif stem := full.rpartition(" ")[0]:
        yield stem


def _is_meant(place: Place, english: Sequence[str], en: str) -> bool:
    """Whether ``en`` speaks of a place by its kind (the town), and can mean no other of ``english`` or of its own."""
    kind = place.en.rpartition(" ")[2].casefold()
    if place.kind == "stem" or " " not in place.en:
        return False
    same = {one for one in english if one.casefold().endswith(f" {kind}")}
    said = rf"\b[Tt]he (?i:{_OF_RULE})?(?i:{kind})\b(?! of [A-Z])"
    if len(same) > 1 or not re.search(said, en):
        return False
    others = re.finditer(rf"\b([A-Z][\w'-]*) (?i:{kind})\b|\b(?i:{kind}) of [A-Z]", en)
    return all(found[1] in _NO_NAMES for found in others)


def _is_plain(place: Place) -> bool:
    """Whether a place is no village of the official lists and no common noun as well (新城区)."""
    return bool(place.en) and place.kind != "within" and all(len(code) <= _COUNTY for code in place.codes)


def _places(zh: str, words: Lexicon) -> Iterator[tuple[str, Place]]:
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
                yield name, place
                at += length - 1
                break
        at += 1
