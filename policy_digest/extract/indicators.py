"""Indicators: what a name is in the catalogue, and what it is called where it is a change or a rank of a thing."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from policy_digest.extract.mention import Mention, Reading
from policy_digest.lexicon.marks import lowered
from policy_digest.lexicon.names import Names
from policy_digest.model import Indicator

_TIME = re.compile("[年月季期](?!.*(?:计划|目标|任务|进度|预算)$)")
_PLAN = re.compile("(?:计划|目标|任务|进度|预算)$")
"""What is planned: a per cent above it says by how much more was done, not how fast that grew."""

_PULL = re.compile(r"^(.*?)(拉[动低]|带动(?=.*增长$))(.+?)(?:增长)?$")

_LONG = 4  # characters: a shorter name says too little (GDP, 解决率), unless it is a total of a place (总面积)
_TURNS: Mapping[str | bool, tuple[str, str, str]] = {
    "rank": ("rank", "", "Rank by"),
    True: ("growth", "增速", "Growth of"),
    False: ("change", "增减", "Change in"),
}


class Named(NamedTuple):
    """A mention's name; ``of``: what changed; ``rank_of``: what is ranked; mentions of one fact share ``fact``.

    ``words`` are the name as it was put together, ``heard`` the sentence as the namer read it.
    """

    indicator: Indicator
    of: str | None
    rank_of: str | None
    ref_area: str | None
    fact: str = ""
    words: str = ""
    heard: Reading | None = None

    def telling(self, fact: str) -> "Named":
        """The same, telling ``fact``."""
        return Named(self.indicator, self.of, self.rank_of, self.ref_area, fact, self.words, self.heard)


def finish(words: str, mention: Mention, area: str | None, names: Names, heard: Reading | None = None) -> Named:
    """A mention named by ``words``, with what changed or is ranked; ``heard`` is its sentence as the namer read it."""
    name = words
    pull = _PULL.match(name) if mention.kind == "change" else None
    if mention.kind == "change" and mention.unit_measure == "rank":
        name = name.removesuffix("排名") + "排名"
    of = name if mention.kind == "change" else None
    if pull:
        of, name = (pull[1], name) if pull[3] == "增长" else (pull[3], f"{pull[1]}{pull[2]}{pull[3]}增长")
    if of and len(of) < 4 and (entry := names.find(of)):
        of = entry.name_zh
    rank_of = name if mention.kind == "rank" else None
    indicator = Indicator(None, name) if pull else _indicator(name, mention, names)
    return Named(indicator, of, rank_of, area, words=words, heard=heard)


def _indicator(name: str, mention: Mention, names: Names) -> Indicator:
    plain = mention.kind not in ("change", "rank")
    entry = names.find(name, mention.unit_measure if plain else None)
    is_head = mention.heads is not None and entry is not None and entry.name_zh.endswith(name)
    is_brief = len(name) < _LONG and not name.startswith("总")
    base = entry.name_zh if entry and is_brief and not is_head else name
    if plain:
        return Indicator(entry.id if entry else None, base, entry.name_en if entry else None)
    against = (mention.base or "").partition("vs:")[2]
    if (
        mention.kind == "change"
        and against
        and len(against) > 1
        and not _TIME.search(against)
        and (mention.unit_measure != "percent" or _PLAN.search(against))
    ):
        return _related("gap", f"{base}与{against}之差", "Difference in", base, names)
    if mention.kind == "change" and mention.unit_measure == "rank":
        return _related("rank_change", base + "变动", "Change of rank by", base.removesuffix("排名"), names)
    if mention.kind == "change" and base.endswith("净"):
        return Indicator(None, base + _net(mention))
    if mention.kind == "rank" and not entry and (grown := names.find(base.removesuffix("增速"))):
        return Indicator(f"{grown.id}_growth_rank", base, f"Rank by growth of {lowered(grown.name_en)}")
    suffix, ending, english = _TURNS[mention.kind if mention.kind == "rank" else mention.unit_measure == "percent"]
    if not entry:
        return Indicator(None, base + ending)
    return Indicator(f"{entry.id}_{suffix}", base + ending, f"{english} {lowered(entry.name_en)}")


def _related(suffix: str, name: str, english: str, base: str, names: Names) -> Indicator:
    """What is told about ``base`` or its growth, by the catalogue's id of that with ``suffix``, where it has one."""
    grew = base.removesuffix("增速")
    entry = names.find(base) or names.find(grew)
    if entry is None:
        return Indicator(None, name)
    of = lowered(entry.name_en)
    if grew != base and names.find(base) is None:
        return Indicator(f"{entry.id}_growth_{suffix}", name, f"{english} growth of {of}")
    return Indicator(f"{entry.id}_{suffix}", name, f"{english} {of}")


def _net(mention: Mention) -> str:
    ending = {"CNY": "额", "USD": "额", "item": "数", "person": "数", "household": "数"}.get(mention.unit_measure, "量")
    return ("减" if mention.direction == "down" else "增") + ending
