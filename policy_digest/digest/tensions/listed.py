"""The names that official lists give the divisions of the places that a text is about or names."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from policy_digest.lexicon import Lexicon
from policy_digest.lexicon.gazetteer import Gazetteer
from policy_digest.model import Article, Listed

LISTS: Mapping[str, tuple[str, str]] = {
    "county": ("国家地名信息库（民政部）2026年9月", "National Database of Geographical Names, September 2026"),
    "town": ("国家地名信息库（民政部）2026年9月", "National Database of Geographical Names, September 2026"),
    "village": ("国家统计局统计用区划代码（2023年）", "National Bureau of Statistics division codes, 2023"),
}
"""Who gives the names of each level, in both languages."""
_COUNTY, _TOWN = 6, 9  # digits of a code
_KEPT = (2, 4, 6, 9)  # the digits of a code that the places above it share
_ENDING = re.compile("[省市区县州盟旗镇乡道]")


class Lists(NamedTuple):
    """The names of divisions, by name: of towns and villages, and of prefectures and counties."""

    below: Mapping[str, Listed]
    counties: Mapping[str, Listed]


def listed_in(article: Article, text: str, lexicon: Lexicon) -> Lists:
    """The divisions of the places that the article is about or that ``text``, which is its own, names."""
    area = article.metadata.ref_area
    text = f"{area.value}\n{text}" if area else text
    below = {
        name: listed
        for parent, names in lexicon.tensions.divisions.items()
        if parent in text
        for name, listed in names.items()
    }
    counties: dict[str, Listed] = {}
    gazetteer = lexicon.terms.gazetteer
    for code in _told(text, gazetteer):
        for lower in gazetteer.below[code]:
            for each in (lower, *gazetteer.below.get(lower, ())) if len(lower) == _COUNTY else (lower,):
                (counties if len(each) == _COUNTY else below).setdefault(*_entry(each, code, gazetteer))
    return Lists(below, counties)


def _entry(code: str, upper: str, gazetteer: Gazetteer) -> tuple[str, Listed]:
    level = "county" if len(code) == _COUNTY else "town" if len(code) == _TOWN else "village"
    name = gazetteer.named[code]
    return name, Listed(name, gazetteer.named[upper], *LISTS[level])


def _told(text: str, gazetteer: Gazetteer) -> Iterator[str]:
    """The codes of the divided places that ``text`` names, sorted by name.

    Of several places of one name (通州区) it is the one whose province, prefecture or county is told of as well; where
    none is, each may be meant.
    """
    parents = {gazetteer.named[code] for code in gazetteer.below if code}
    sizes = sorted({len(name) for name in parents})
    ends = [match.end() for match in _ENDING.finditer(text)]
    words = (text[end - size : end] for end in ends for size in sizes if size <= end)
    for name in sorted(parents.intersection(words)):
        codes = gazetteer.places[name].codes
        meant = [code for code in codes if _is_in(code, text, gazetteer.named)] or codes
        yield from (code for code in meant if code in gazetteer.below)


def _is_in(code: str, text: str, named: Mapping[str, str]) -> bool:
    """Whether ``text`` tells of a place that the one of that code lies in, by its name without the generic part."""
    uppers = (code[:kept].ljust(_COUNTY, "0") for kept in _KEPT if kept < len(code))
    return any(named[upper][:-1] in text for upper in uppers if upper != code and upper in named)
