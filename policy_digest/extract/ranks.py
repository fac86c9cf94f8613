"""Ranks: places in a named comparison set, one mention for each thing that is ranked."""

import re
from dataclasses import dataclass
from decimal import Decimal

from policy_digest.extract.numerals import hanzi
from policy_digest.extract.quantities import BREAK
from policy_digest.lexicon.figures import Figures
from policy_digest.model import Bound

SHARED = re.compile(r"[^,;。、\d]{2,14}(?:和|与|及|、)[^,;。、]{1,14}?(?:增速|浓度|总量|收入|水平|规模|数量|比重|率|指数|产值|投资|排名|成绩|总额|满意度)(?:综合|均|都|分别|的|排名|位居|位列|居|列|从[^,;。]{0,6}?|长期|在|长时刻|双双|稳居){0,6}$")


@dataclass(frozen=True, slots=True)
class Standing:
    """A rank as read: ``number`` is the position (None where only a region of the table is told); ``count`` how many things share it."""

    start: int
    end: int
    lead: int
    scope: str | None
    number: Decimal | None
    bound: Bound
    count: int
    rule: str


def ranks(text: str, figures: Figures) -> tuple[Standing, ...]:
    """The ranks of a folded sentence in order; where two rules overlap, the earlier of ``ranks.yml`` wins."""
    found: list[Standing] = []
    for pattern, entry in figures.ranks:
        for match in pattern.finditer(text):
            start = match.start() if "scope" in match.groupdict() else match.start("place")
            if all(match.end() <= f.start or f.end <= start for f in found):
                found.append(_standing(text, start, match, str(entry["value"]), entry["id"]))
    return tuple(sorted(found, key=lambda f: f.start))


def _standing(text: str, start: int, match: re.Match[str], value: str, rule: str) -> Standing:
    number, bound = (Decimal(1), "eq") if value == "1" else _position(match["place"])
    clause = start
    while clause and text[clause - 1] not in BREAK:
        clause -= 1
    lead = start
    while moved := next((w for w in ("位居", "位列", "名列", "排名", "跃居", "稳居", "排在", "居于", "位于", "创下", "综合排名", "稳居", "居", "列", "排", "均", "在", "都", "从", "达到", "由") if text[clause:lead].endswith(w)), None):
        lead -= len(moved)
    count = 2 if SHARED.search(text[clause:start]) else 1
    return Standing(start, match.end(), lead, match.groupdict().get("scope"), number, bound, count, rule)


def _position(place: str) -> tuple[Decimal | None, Bound]:
    digits = re.search(r"\d+|[一二三四五六七八九十]+", place)
    if place.startswith(("前", "倒数", "第")) and digits and not place.startswith(("前列", "前茅")):
        number = Decimal(digits[0]) if digits[0].isdigit() else hanzi(digits[0])
        if place.startswith("前"):
            return number, "le"
        return (None if place.startswith("倒数") else number), "eq"
    if place.startswith(("首", "榜首", "榜单首", "最高", "最好")) or place.startswith("率先"):
        return Decimal(1), "eq"
    return None, "eq"
