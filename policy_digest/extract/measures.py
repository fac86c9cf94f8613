"""What a unit measures by the words around it: 公斤 of a yield is 公斤/亩, 位 in a league table a rank."""

import re
from decimal import Decimal

from policy_digest.extract.amounts import Amount, compound_unit
from policy_digest.extract.clauses import BREAK, Clauses
from policy_digest.lexicon.figures import Unit
from policy_digest.numerals import DIGITS

_HEAT = re.compile("(?:气温|温度|水温|体温|高温|低温)[^,;。]{0,8}$")

_YIELD = re.compile("亩产|单产")

_RESTS = {
    "成": re.compile("(?P<more>半|[一二三四五六七八九](?![成个年月名家]))?(?P<vague>[多余](?![少个家年月]))?"),
    "倍": re.compile("(?P<more>半)?(?P<vague>[多余](?![少个家年月]))?"),
}
"""What may stand behind a unit and belong to its number."""

PLACES = frozenset(("位", "名"))

_MOVED = re.compile("(?:前移|后移|上升|下降|前进|后退|提升|跃升|下滑|滑落|攀升|进|退)了?$")

_LEAGUE = re.compile("排名|位次|名次|排位")


def with_rest(text: str, end: int, worth: Amount, unit: Unit) -> tuple[Amount, int]:
    """What stands behind 成 and 倍 and belongs to the number: 七成半 is 7.5, 九成五 9.5, 两倍多 2 and more."""
    rest = _RESTS[unit.word].match(text, end) if unit.word in _RESTS else None
    if rest is None or not rest[0]:
        return worth, end
    more = rest["more"]
    number = worth.number + (Decimal("0.5") if more == "半" else Decimal(DIGITS[more]) / 10 if more else 0)
    return worth._replace(number=number, vague=worth.vague or bool(rest["vague"])), rest.end()


def measured(match: re.Match[str], unit: Unit, clause: int, clauses: Clauses, end: int) -> Unit:
    """The unit with what it is measured by: 公斤/亩, or 公斤 where the name says 亩产."""
    code, word = unit.code, unit.word
    if match["per"] and unit.word:
        code, word = compound_unit(code, *filter(None, (match["denominator"], match["also"]))), word + match["per"]
    elif word == "度" and _HEAT.search(match.string, clause, match.start()):
        code = "other:celsius"
    elif code == "kg" and _is_yield(match, clause, clauses):
        code = "kg/mu"
    elif word in PLACES and _is_place(match, word, clause, clauses, end):
        code = "rank"
    return unit if code == unit.code and word == unit.word else Unit(word, code, unit.kind, unit.factor)


def _is_yield(match: re.Match[str], clause: int, clauses: Clauses) -> bool:
    """Whether a weight is of an area's harvest, or what one goes to (亩产由420公斤提高到465公斤)."""
    start = match.start()
    whole = clauses.start(start) if match.string[start - 1 : start] in ("到", "至", "为") else clause
    return _YIELD.search(match.string, whole, start) is not None


def _is_place(match: re.Match[str], word: str, clause: int, clauses: Clauses, end: int) -> bool:
    """Whether 位 or 名 is a place in a league table: of one or in one that is told of (排名前进3位)."""
    start = match.start()
    if _LEAGUE.search(match.string, clauses.start(start) if word == "位" else clause, start):
        return True
    is_moved = word == "位" and _MOVED.search(match.string, clause, start) is not None
    return is_moved and match.string[end : end + 1] in ("", *BREAK)
