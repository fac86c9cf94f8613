"""Ranks in words: 全区第一 → 1st in the district; 排名垫底 → last in the district."""

from policy_digest.lexicon.terms import Terms
from policy_digest.model import Observation, Rank
from policy_digest.translate.places import UNVERIFIED, english_place

REGIONS = ("内蒙古", "广西", "西藏", "宁夏", "新疆")
SCOPE_AFFIXES = "在居列位各"


def chinese_rank(printed: str, rank: Rank | None, terms: Terms) -> str:
    """Return a rank as printed, with its scope before it where the figure does not hold it; a bare 3 as 第3位."""
    scope = rank.scope if rank else None
    printed = f"第{printed}位" if printed.isdigit() else printed
    return printed if not scope or terms.folded(scope) in terms.folded(printed) else f"{scope}{printed}"


def english_rank(observation: Observation, terms: Terms, area_zh: str | None) -> str:
    """Write position and scope in English; a phrase that no table knows stays Chinese in square brackets."""
    position = _position(observation, terms)
    scope = observation.rank.scope if observation.rank else None
    return f"{position} {english_scope(scope, terms, area_zh)}" if scope else position


def _position(observation: Observation, terms: Terms) -> str:
    printed = terms.folded("".join((observation.shown_zh or observation.as_printed).split()))
    number = None if observation.number is None else int(observation.number)
    for phrase in terms.ranks:
        if phrase.zh not in printed or ("{" in phrase.en and number is None):
            continue
        return phrase.en.format(n=number, th=ordinal(number or 0))
    return f"[{printed}]" if number is None else ordinal(number)


def english_scope(scope: str, terms: Terms, area_zh: str | None) -> str:
    """Say what a rank is within: 全区 is the district, or the region in an article about an autonomous region."""
    scope = terms.folded(scope)
    if scope == "全区" and area_zh and area_zh.startswith(REGIONS):
        return "in the autonomous region"
    if scope in terms.scopes:
        return terms.scopes[scope]
    bare = scope.strip(SCOPE_AFFIXES)
    if bare in terms.scopes:
        return terms.scopes[bare]
    place = english_place(bare, terms)
    return f"in {place}" if place and not place.endswith(UNVERIFIED) else f"in [{scope}]"


def ordinal(number: int) -> str:
    """1 → 1st, 12 → 12th, 23 → 23rd."""
    suffix = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"
