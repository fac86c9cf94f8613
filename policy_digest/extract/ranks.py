"""Ranks: places in a named comparison set, one mention for each thing that is ranked."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from policy_digest.extract.clauses import Clauses, longest_before
from policy_digest.lexicon.figures import Figures
from policy_digest.model import Bound
from policy_digest.numerals import hanzi

_LONGEST_SUBJECT = 40
_EACH = re.compile("均|都|双双|皆")
_LIST = re.compile("[^,;。、和与及]{2,16}(?:(?:和|与|及|、)[^,;。、和与及]{1,14}){1,5}$")
"""Things told in a list, each of which has a rank where 均 or the like says so."""

_SIGN = re.compile("[第首榜前末垫倒最领头百率]")
"""A character that every rank is told with."""

_POSITION = re.compile(r"\d+|[一二三四五六七八九十]+")
JOINT = re.compile("和|与|及|、")
"""What joins the things of a list."""
_NEXT = re.compile(
    r"[、和及](?P<place>第(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:位|名)?)(?=[,;。、和及]|$)(?![和及][^第])"
)
_MOVES = re.compile(",?[^,;。]{0,8}?(?:[升降进退滑跌]|前移|跃)[^,;。]{0,4}")
_WITHIN = re.compile(
    "[下造出了]*(?P<scope>全(?:国|省|市|区|县|旗|州|镇|乡|球|自治区|行业|系统)|世界|历史|(?:国|省|市|区|县)内|"
    "[一-龥]{2,3}?(?<![示范园社辖景灌林校小地片城全试验开发核心新])[市区县省州镇乡])"
)


@dataclass(frozen=True, slots=True)
class Standing:
    """A rank as read.

    ``number`` is the position, None where only a part of the table is told (前列); ``count`` is how many share it.
    """

    start: int
    end: int
    lead: int
    scope: str | None
    number: Decimal | None
    bound: Bound
    count: int
    rule: str


def ranks(clauses: Clauses, figures: Figures) -> tuple[Standing, ...]:
    """The ranks of a folded sentence in order; where two rules overlap, the earlier of ``ranks.yml`` wins."""
    found: list[Standing] = []
    begin = _begin(clauses.text)
    rules = (rule for rule in figures.ranks if rule[1].get("needs", "") in clauses.text)
    for pattern, entry in rules:
        for match in pattern.finditer(clauses.text, begin):
            start = match.start() if "scope" in pattern.groupindex else match.start("place")
            standing = _standing(clauses, start, match, str(entry["value"]), entry["id"], figures)
            if standing.lead < start or not match["place"].startswith("领先"):
                found.append(standing)
    kept: list[Standing] = []
    for standing in sorted(found, key=lambda f: (f.start, -f.end)):
        if kept and kept[-1].end > standing.start:
            continue
        standing = _moved(clauses.text, kept[-1], standing) if kept else standing
        others = _paired(clauses.text, standing)
        floor = kept[-1].end if kept else 0
        kept += (standing, *others) if others else (_shared(clauses, standing, floor, figures),)
    return tuple(kept)


def _begin(text: str) -> int:
    """Where the first clause begins that may tell a rank: no rule reaches over a comma or a stop."""
    sign = _SIGN.search(text)
    return max([text.rfind(stop, 0, sign.start()) for stop in ",;。"]) + 1 if sign else len(text)


def _moved(text: str, before: Standing, standing: Standing) -> Standing:
    """``standing`` in the set of the one that it moved from (从世界第三位提升到第二位)."""
    if standing.scope is None and before.scope and _MOVES.fullmatch(text, before.end, standing.start):
        return replace(standing, scope=before.scope)
    return standing


def _paired(text: str, standing: Standing) -> tuple[Standing, ...]:
    """The standings that follow one in a list, in the same scope: 分别居全市第三、第五."""
    found: list[Standing] = []
    end = standing.end
    while standing.number is not None and (match := _NEXT.match(text, end)):
        number, bound = _position(match["place"])
        start, end = match.start("place"), match.end()
        found.append(replace(standing, start=start, end=end, number=number, bound=bound))
    return tuple(found)


def _shared(clauses: Clauses, standing: Standing, floor: int, figures: Figures) -> Standing:
    """The standing with how many share it, told between ``floor`` and its lead words."""
    begin = max(clauses.start(standing.start), floor, standing.lead - _LONGEST_SUBJECT)
    told = clauses.text[standing.lead : standing.start]
    pattern = _LIST if _EACH.search(told) else figures.shared_ranks
    subjects = pattern.search(clauses.text, begin, standing.lead)
    if subjects is None and "双双" in told:
        return replace(standing, count=2)
    if subjects is None or "等" in subjects[0]:
        return standing
    return replace(standing, count=len(JOINT.findall(subjects[0])) + 1)


def _standing(clauses: Clauses, start: int, match: re.Match[str], value: str, rule: str, figures: Figures) -> Standing:
    text, clause = clauses.text, clauses.start(start)
    number, bound = (Decimal(1), "eq") if value == "1" else _position(match["place"])
    lead = start
    while word := longest_before(text, lead, clause, figures.rank_leads):
        lead -= len(word)
    scope = match["scope"] if "scope" in match.re.groupindex else _scope_before(match)
    return Standing(start, match.end(), lead, scope, number, bound, 1, rule)


def _scope_before(match: re.Match[str]) -> str | None:
    """The set that a record is within (创下全区夏玉米单产最高水平), told before what is measured."""
    found = _WITHIN.match(match.string, match.start(), match.start("place"))
    return found["scope"] if found else None


def _position(place: str) -> tuple[Decimal | None, Bound]:
    """The position and its bound: 第三 is 3, 前三 is 3 or better, 前列 and 倒数第一 tell no position from the top."""
    digits = _POSITION.search(place)
    if digits and place[0] in "前第" and not place.endswith(("方阵", "梯队")):
        number = Decimal(digits[0]) if digits[0].isdigit() else hanzi(digits[0])
        return number, "le" if place[0] == "前" else "eq"
    is_first = place.startswith(("首", "榜首", "榜单首", "头名", "最")) or place.endswith("之首")
    return (Decimal(1) if is_first else None), "eq"
