"""Counting: whether a Chinese numeral before a classifier counts, or is an article or a figure of speech."""

import re

from policy_digest.extract.amounts import Amount
from policy_digest.lexicon.figures import Figures, Unit
from policy_digest.model import Bound

_NEVER_ONE = frozenset("道起次面片对期班口通门家样类种些番切定同")
_CLASSES = frozenset("类种期道")
_ROUND = frozenset("十百千万亿")
_VERB_BEFORE = 8
_ENDS_IN_ABOVE = frozenset("线网以街路会早晚身本马加础面赶迈用走登送过补跟带台")
"""What makes 上 the end of a word (线上百家), not a bound."""

_ENDS_IN_PAST = frozenset("通经度超路不走越渡闯穿透翻掠好胜太难转受做开办看去来")
"""What makes 过 the end of a word (通过百项), not a bound."""


def uncounted(
    match: re.Match[str], amount: Amount, unit: Unit, lead: int, has_bound: bool, figures: Figures
) -> str | None:
    """Why the Chinese numeral of ``match`` is no figure (a reason as in ``masks.yml``); None where it is one.

    It is where a bound, 余, 多 or 上 qualifies it, where it stands behind its noun (门诊楼一座), and where it is exact
    and told of as something done (新建三个公园). A bare round number (千亩), 一 before a noun and 两家 in a story are
    none.
    """
    if unit.kind == "noun":
        return "name"
    if amount.vague or unit.kind == "share" or (has_bound and (amount.number >= 10 or amount.mult)):
        return None
    if match.string[match.end() : match.end() + 1].isdecimal():
        return "name"
    if unit.code == "CNY" and set(match["hanzi"]) <= _ROUND:
        return "round"
    if is_inventory(match) and not (amount.number == 1 and _is_one_done(match, unit, lead, figures)):
        return None
    if set(match["hanzi"]) <= _ROUND:
        return "round"
    if amount.number == 1 and not amount.mult:
        return "indefinite"
    if amount.number > 10 or amount.mult or amount.high or unit.kind == "level":
        return None
    return None if _is_done(match, lead, figures) else "narrative"


def _is_one_done(match: re.Match[str], unit: Unit, lead: int, figures: Figures) -> bool:
    return unit.word in _NEVER_ONE or _is_done(match, lead, figures)


def upward(match: re.Match[str]) -> Bound | None:
    """The bound of a round Chinese numeral that is told as 上百 (that many and more) or 过千万 (more than that)."""
    text, start = match.string, match.start()
    before, last = text[start - 2 : start - 1], text[start - 1 : start]
    if last not in ("上", "过") or not match["hanzi"] or not _ROUND.issuperset(match["hanzi"]):
        return None
    if last == "上" and before not in _ENDS_IN_ABOVE:
        return "ge"
    return "gt" if last == "过" and before not in _ENDS_IN_PAST else None


def _is_done(match: re.Match[str], lead: int, figures: Figures) -> bool:
    """Whether a word of something done stands before the number or its lead words."""
    return any(_ends_in_deed(match.string, end, figures) for end in {lead, match.start()})


def _ends_in_deed(text: str, end: int, figures: Figures) -> bool:
    begin = max(0, end - _VERB_BEFORE)
    return any(m.end() == end - begin for m in figures.doing.finditer(text[begin:end]))


def is_inventory(match: re.Match[str]) -> bool:
    """Whether the number stands behind its noun: Han before it, the end of a clause or of a list's item behind."""
    text = match.string
    before, after = text[max(0, match.start() - 2) : match.start()], text[match.end() : match.end() + 1]
    if len(before) < 2 or not all("一" <= char <= "鿿" for char in before):
        return False
    if match["unit"] in _CLASSES:
        return False
    return (not after or after in ",;。、)和及") and before[
        -1
    ] not in "的这那每另某了是有成同任各哪如第统为建设立将把们在上中其"
