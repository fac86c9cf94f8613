"""Changes: growth rates and differences, with what they are against."""

import re
from dataclasses import dataclass, replace

from policy_digest.extract import rates
from policy_digest.extract.against import FAR, PAIRWISE, YEARS, Base, base_of, begins, dated, is_month_before, named
from policy_digest.extract.clauses import BREAK, led, longest_before
from policy_digest.extract.evidence import Why
from policy_digest.extract.quantities import ELSEWHERE, Quantity
from policy_digest.lexicon.figures import Direction, Figures
from policy_digest.model import Bound

_AVERAGE = re.compile("(?:平均|均值)(?:水平|数)?$")
_SIGNED = re.compile(r"\+$|\((?=-$)")
_YEARLY = re.compile("连续|每年|逐年")

_ADVERB = 2  # characters: 比上年略有增长
_NEXT = 6  # characters: 减少88件,降幅12.5% is against the same
_UNTOLD = ""
"""The base of growth that tells none."""

_BESIDE = re.compile(
    r"[(](?:全[市省国区县州]|上年同期|去年同期|同期)?(?:平均)?(?:增长|为|是)?|[)]?,?[较比](?:上年同期|去年同期|上年|去年|[一二三四上]季度|上半年)[(]"
)
"""Between a rate of growth and another that stands beside it in brackets (增长8%(全市6%))."""

_NEXT_BESIDE = re.compile("[、,]全[市省国区县州](?:平均)?(?:增长|为|是)?")
_NEXT_AGAINST = re.compile(rf"[、,和及与](?![高低快慢优多少]于)({ELSEWHERE})")
"""Between a difference and the next, against another place (高于全国1.2个百分点、全省0.8个百分点)."""

_FAR_OPENED = 40  # characters
_WIDE = re.compile("全[国省市区县州]|.{2,4}[省市区县州]")
_TOLD_BASES = {
    **dict.fromkeys(("上年", "去年", "上年同期", "去年同期", "同期"), "yoy"),
    **dict.fromkeys(("上月", "上季", "上季度"), "mom"),
}
_EACH_OF = re.compile("[、和与及]")
_IN_TURN = re.compile(
    r"分别(?:(?P<down>低于|慢于|少于|落后于?)|高于|高出|快于|优于|多于|领先于?|超过|超出)"
    r"(?P<whom>[^,;。、\d]{2,8}(?:[、和与及][^,;。、\d]{2,12}){1,3})$|"
    r"分别[比较](?P<than>[^,;。、\d]{2,8}(?:[、和与及][^,;。、\d]{2,12}?){1,3})"
    r"(?:(?P<less>[低慢少]|下降|回落|降低|放缓|减少|收窄|下滑)|[高快多]|提高|提升|上升|加快|扩大|回升|增加)出?了?$"
)
_JOINS = frozenset(("、", "和", "及", "与", "以及", "或"))
_HIGHER_AIM = re.compile("[,、](?:并|且)?(?:力争|争取|奋斗目标)(?:达到|实现|是|为)?")
"""Between a rate that is planned and the higher one that is hoped for (增长6%以上,力争7%)."""

_GROWN: dict[str, Direction] = {"doubling": "up", "zero-growth": "flat"}
_WORKED_ON = frozenset(
    ("加快", "改善", "提升", "提高", "扩大", "降低", "压缩", "缩短", "大", "快", "多", "高", "少", "小", "低")
)
_GAINS = frozenset(("增收", "减收", "增支", "减支"))
"""Words of change where growth was told just before (茶叶产值增长9%,增收300万元); else of what was earned or spent."""

_RATES = frozenset(("percent", "percentage_point", "other:permille", "other:permille_point", "other:times"))


@dataclass(frozen=True, slots=True)
class Growth:
    """That a quantity is a change.

    ``lead`` is where its words begin, ``base`` as in the record; ``pairwise`` says that 分别 is told. ``based_on`` and
    ``directed_by`` are what told its base and its direction, ``like`` where the figure begins that told both before it,
    ``bound`` what stands before the word of change (至少降低30%), ``rest`` what the figures listed behind are against.
    """

    lead: int
    base: str
    direction: Direction
    pairwise: bool
    based_on: Why | None = None
    directed_by: Why | None = None
    like: int | None = None
    bound: Bound | None = None
    rest: tuple[str, ...] = ()


def growth(
    text: str, quantity: Quantity, previous: tuple[Quantity, Growth | None] | None, period: str | None, figures: Figures
) -> Growth | None:
    """How ``quantity`` is a change: by the words before it, or in a list whose first is one (增长9.0%和11.8%).

    What is held against the year before its own ``period`` is growth over a year; where the period is several years and
    no base is told, the growth is since the year before them. A minus of its own makes it a fall.
    """
    change = _told(text, quantity, previous, figures)
    if change is None:
        return None
    span = YEARS.fullmatch(period or "")
    since = f"since:{int(span['first']) - 1}" if span else "yoy"
    if is_month_before(change.base, period):
        return replace(change, base="mom")
    base = "yoy" if span and span["last"] is None and change.base == since else change.base
    if change.base == _UNTOLD and previous and previous[1] and quantity.start - previous[0].end <= _NEXT:
        base = previous[1].base if previous[1].base != "yoy" else base
    base = dated(base, period)
    if (base or _UNTOLD) == _UNTOLD:
        base = since if span and span["last"] and not _YEARLY.search(text, quantity.clause, quantity.start) else "yoy"
    return replace(change, base=base, direction="down" if quantity.value < 0 else change.direction)


def _told(
    text: str, quantity: Quantity, previous: tuple[Quantity, Growth | None] | None, figures: Figures
) -> Growth | None:
    """The growth that the words tell."""
    if previous and (listed := _as_before(text, quantity, *previous, figures)):
        return listed
    if PAIRWISE in text and (in_turn := _IN_TURN.search(text, quantity.clause, quantity.start)):
        return _against_each(in_turn)
    word = longest_before(text, quantity.lead, quantity.clause, figures.changes)
    told = figures.changes[word] if word else None
    is_passing = rates.passing(text, quantity) is not None
    leads_to = text[quantity.lead : quantity.lead + 1]
    is_total = leads_to == "为" and quantity.unit_measure not in _RATES and word not in rates.RATE_NOUNS
    if told == "-" or (word and not is_passing and (leads_to in ("至", "到") or is_total)):
        return None
    begin = begins(text, quantity, previous and previous[0], word)
    is_rate = quantity.rule in _GROWN or quantity.unit_measure in _RATES
    if word is None and not is_rate and "均" not in text[max(begin - FAR, 0) : quantity.lead]:
        return None  # no word of growth, nor held against an average
    base = base_of(text, begin, quantity.lead, figures)
    if (base.told or "").startswith("vs") and figures.signs.aims.match(text, quantity.end):
        # 高于年初12%的目标: 12% is an aim, and only what follows is held against it
        base = replace(base, told=None, why=None, direction=previous[1].direction if previous and previous[1] else None)
    if base.told and base.direction and "完成" in text[quantity.lead : quantity.start]:
        return None  # 超计划完成85%: so much was done, not so much more than planned
    if quantity.rule in _GROWN:
        grown = Why("", quantity.rule, text[quantity.start : quantity.end])
        lead = min(base.start, quantity.lead)
        return Growth(lead, base.told or _UNTOLD, _GROWN[quantity.rule], False, base.why, grown)
    if word in _WORKED_ON and _is_object(text, quantity):
        return None
    direction, why = _directed(text, quantity, word, told, base, previous)
    if direction is None:
        return None
    lead, bound = led(text, quantity.lead - len(word or ""), quantity.clause, figures.leads)
    if base.start < lead and len(text[base.end : lead].strip("、")) <= _ADVERB:
        lead = base.start
    pairwise = PAIRWISE in text[quantity.clause : quantity.start]
    return Growth(lead, base.told or _UNTOLD, direction, pairwise, base.why, why, bound=bound)


def _as_before(
    text: str, quantity: Quantity, before: Quantity, change: Growth | None, figures: Figures
) -> Growth | None:
    """The growth of a quantity that goes on from the ``change`` of the one ``before`` it, or stands beside that."""
    if change is None:
        return None
    if _goes_on(text, before, quantity, change.pairwise):
        between = _without_trail(text[before.end : quantity.start].strip(), figures)
        if between in _JOINS or (between == "," and change.pairwise) or _HIGHER_AIM.fullmatch(between):
            against, *rest = change.rest or (change.base,)
            return replace(change, base=against, rest=tuple(rest), lead=quantity.lead, like=before.start)
    if change.base.startswith("vs:") and (next_to := _NEXT_AGAINST.fullmatch(text, before.end, quantity.start)):
        return replace(change, base=f"vs:{named(next_to[1])}", rest=(), lead=before.end + 1, like=before.start)
    are_rates = quantity.unit_measure == before.unit_measure == "percent"
    if not are_rates or not _is_beside(text, before, quantity):
        return None
    went: Direction = "down" if quantity.value < 0 else "up"
    return replace(change, lead=quantity.lead, like=before.start, direction=went)


def _is_beside(text: str, before: Quantity, quantity: Quantity) -> bool:
    """Whether a rate stands in brackets beside another, or behind one that does."""
    if _BESIDE.fullmatch(text, before.end, quantity.start):
        return True
    is_next = _NEXT_BESIDE.fullmatch(text, before.end, quantity.start) is not None
    opened = text.rfind("(", max(before.start - _FAR_OPENED, 0), before.start) if is_next else -1
    return opened >= 0 and text.find(")", opened, before.start) < 0


def _against_each(match: re.Match[str]) -> Growth:
    """The first of the changes listed for what each is against (分别高于全市、全省平均0.2、5.5个百分点)."""
    whom = [named(one) for one in _EACH_OF.split(match["whom"] or match["than"])]
    average = _AVERAGE.search(whom[-1])
    lent = average[0] if average else ""
    told = [_TOLD_BASES.get(one) or f"vs:{one + lent if _WIDE.fullmatch(one) else one}" for one in whom]
    direction: Direction = "down" if match["down"] or match["less"] else "up"
    why = Why("", "against-each", match[0])
    return Growth(match.start(), told[0], direction, True, why, why, rest=tuple(told[1:]))


def _directed(
    text: str,
    quantity: Quantity,
    word: str | None,
    told: str | None,
    base: Base,
    previous: tuple[Quantity, Growth | None] | None,
) -> tuple[Direction | None, Why | None]:
    """Which way a quantity went by what is ``told`` of the change ``word``, and why; None where it is no change."""
    told = None if base.direction and word in rates.RATE_NOUNS else told
    if passing := rates.passing(text, quantity):
        return passing, Why("", "rate-passes")
    is_next = previous is not None and text[previous[0].end : quantity.clause] == ","
    before = previous[1].lead if is_next and previous and previous[1] else quantity.clause
    if fall := rates.of_points(text, quantity, word, before):
        return fall, Why("", "of-fall", word or "")
    is_even = _AVERAGE.search(base.told or "") is not None
    based = base.direction if quantity.unit_measure in _RATES or is_even else None
    is_share = quantity.unit_measure == "percent"
    if is_share and (signed := _SIGNED.search(text, max(quantity.start - 1, 0), quantity.start + 1)):
        return "down" if quantity.value < 0 else "up", base.why or Why("", "signed", signed[0])
    at_once = text[quantity.clause : quantity.lead].strip().removeprefix("绝对额") == (word or "")
    is_gain = word in _GAINS and at_once and is_next and previous is not None and previous[1] is not None
    told = told.removesuffix("?") if told and is_gain else told
    if direction := _direction(told, base.told, based):
        return direction, Why("changes.tsv", "", word) if word and told else base.why
    if told is not None:
        return None, None
    if word is None and (change := rates.fronted(text, quantity)):
        return change
    if why := rates.unsaid(text, quantity):
        return "up", why
    is_below = is_share and base.told and quantity.value < 0
    return "down" if is_below else None, None


def _goes_on(text: str, before: Quantity, quantity: Quantity, pairwise: bool) -> bool:
    """Whether a quantity can go on in a list of changes: alike in unit, an amount (减少214处、4.7万平方米), 分别."""
    if before.unit_measure == quantity.unit_measure:
        return True
    if pairwise and text[before.end : quantity.start] in _JOINS:
        return True
    amounts = before.unit_measure not in _RATES and quantity.unit_measure not in _RATES
    return amounts and text[before.end : quantity.start] == "、" and text[quantity.end : quantity.end + 1] in BREAK


def _is_object(text: str, quantity: Quantity) -> bool:
    """Whether what is counted follows at once: 加快6个电站建设 works on six of them, 加快0.5个百分点 is a change."""
    behind = text[quantity.end : quantity.end + 1]
    return quantity.unit_measure not in _RATES and "一" <= behind <= "鿿" and behind not in "左以上至到和与及或"


def _direction(told: str | None, base: str | None, based: Direction | None) -> Direction | None:
    """The direction told by the change word (one with ``?`` needs a base), else by the base's own words."""
    if told is None or (told.endswith("?") and base is None):
        return based
    return "up" if told.startswith("up") else "down"


def _without_trail(between: str, figures: Figures) -> str:
    trail = figures.trails.match(between)
    return between[trail.end() :] if trail else between
