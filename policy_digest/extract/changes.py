"""Changes: growth rates and differences, with what they are against."""

import re
from dataclasses import dataclass, replace

from policy_digest.extract.clauses import BREAK, led, longest_before
from policy_digest.extract.evidence import Why
from policy_digest.extract.quantities import Quantity
from policy_digest.lexicon.figures import Direction, Figures

_YEARS = re.compile(r"(?P<first>\d{4})(?:-\d\d)?(?:/\d{4}-\d\d|/(?P<last>\d{4}))?")
_AVERAGE = re.compile("(?:平均|均值)(?:水平|数)?$")
_RATE_NOUNS = frozenset(("增速", "增幅", "涨幅", "降幅", "跌幅", "增长率", "增长速度", "增长幅度"))
"""Words of growth that also name what something is held against (低于收入增速) or what is pulled (拉低税收增速)."""
_PULLED = re.compile("拉低|压低|拖累|下拉")
_FALL = re.compile("降幅|跌幅|下降幅度")
_NARROWED, _WIDENED = frozenset(("收窄", "缩小", "回落")), frozenset(("扩大", "加深"))
_RATE_PASSES = re.compile("[增降跌涨](?:速|幅)(?:由|从)")
_LONGEST_RATE = 40  # characters: what stands farther before a figure is not the rate that it was changed to
_YEARLY = re.compile("连续|每年|逐年")
_FIGURE = re.compile(r"(?<!\d)\d{1,3}(?:\.\d+)?(?:%|个百分点)?(?:左右)?的?(?=\D)")
_REACHES = {"clause": (",;。", 40), "sentence": (";。", 160)}
"""What ends the words in which a base with that reach may be told, and how far before its clause at most."""

_ADVERB = 2  # characters: 比上年略有增长
_NEXT = 6  # characters: 减少88件,降幅12.5% is against the same
_UNTOLD = ""
"""The base of growth that tells none."""

_JOINS = frozenset(("、", "和", "及", "与", "以及", "或"))
_PAIRWISE = "分别"
_HIGHER_AIM = re.compile("[,、](?:并|且)?(?:力争|争取|奋斗目标)(?:达到|实现|是|为)?")
"""Between a rate that is planned and the higher one that is hoped for (增长6%以上,力争7%)."""

_GROWN: dict[str, Direction] = {"doubling": "up", "zero-growth": "flat"}
_WORKED_ON = frozenset(
    ("加快", "提升", "提高", "扩大", "降低", "压缩", "缩短", "大", "快", "多", "高", "少", "小", "低")
)
_GROWS = re.compile("(?:以上|左右|以内)?的?(?:增长|增速|增幅)(?![点极])")
"""Behind a rate: 保持10%以上增长 and 6.5%左右的增速 are growth."""

_RATES = frozenset(("percent", "percentage_point", "other:permille", "other:permille_point", "other:times"))


@dataclass(frozen=True, slots=True)
class Growth:
    """That a quantity is a change.

    ``lead`` is where its words begin, ``base`` as in the record; ``pairwise`` says that 分别 is told. ``based_on`` and
    ``directed_by`` are what told its base and its direction, ``like`` where the figure begins that told both before it.
    """

    lead: int
    base: str
    direction: Direction
    pairwise: bool
    based_on: Why | None = None
    directed_by: Why | None = None
    like: int | None = None


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
    span = _YEARS.fullmatch(period or "")
    since = f"since:{int(span['first']) - 1}" if span else "yoy"
    base = "yoy" if span and span["last"] is None and change.base == since else change.base
    if change.base == _UNTOLD and previous and previous[1] and quantity.start - previous[0].end <= _NEXT:
        base = previous[1].base if previous[1].base != "yoy" else base
    if (base or _UNTOLD) == _UNTOLD:
        base = since if span and span["last"] and not _YEARLY.search(text, quantity.clause, quantity.start) else "yoy"
    return replace(change, base=base, direction="down" if quantity.value < 0 else change.direction)


def _told(
    text: str, quantity: Quantity, previous: tuple[Quantity, Growth | None] | None, figures: Figures
) -> Growth | None:
    """The growth that the words tell."""
    if previous and previous[1] and _goes_on(text, previous[0], quantity, previous[1].pairwise):
        between = _without_trail(text[previous[0].end : quantity.start].strip(), figures)
        if between in _JOINS or (between == "," and previous[1].pairwise) or _HIGHER_AIM.fullmatch(between):
            return replace(previous[1], lead=quantity.lead, like=previous[0].start)
    word = longest_before(text, quantity.lead, quantity.clause, figures.changes)
    told = figures.changes[word] if word else None
    rate = _of_rate(text, quantity)
    if told == "-" or (word and not rate and text[quantity.lead : quantity.lead + 1] in ("至", "到")):
        return None
    base, span, based, based_on = _base(text, quantity.clause, quantity.lead, figures)
    if based and word in _RATE_NOUNS:
        told = None
    if base is not None and base.startswith("vs") and figures.signs.aims.match(text, quantity.end):
        base = based_on = None  # 高于年初12%的目标: 12% is an aim, and only what follows is held against it
        based = previous[1].direction if previous and previous[1] else None
    if quantity.rule in _GROWN:
        grown = Why("", quantity.rule, text[quantity.start : quantity.end])
        return Growth(min(span[0], quantity.lead), base or _UNTOLD, _GROWN[quantity.rule], False, based_on, grown)
    if word in _WORKED_ON and _is_object(text, quantity):
        return None
    is_even = base is not None and _AVERAGE.search(base) is not None
    direction = _direction(told, base, based if quantity.unit_measure in _RATES or is_even else None)
    fall = _of_fall(text, quantity, word)
    direction = rate or fall or direction
    directed_by = _why(word if told or fall else None, rate, fall) or based_on
    if direction is None and quantity.unit_measure == "percent" and told is None:
        behind = _GROWS.match(text, quantity.end)
        direction = "up" if behind else "down" if base and quantity.value < 0 else None
        directed_by = Why("", "behind", behind[0]) if behind else None
    if direction is None:
        return None
    lead = led(text, quantity.lead - len(word or ""), quantity.clause, figures.leads)[0]
    if span[0] < lead and len(text[span[1] : lead].strip("、")) <= _ADVERB:
        lead = span[0]
    pairwise = _PAIRWISE in text[quantity.clause : quantity.start]
    return Growth(lead, base or _UNTOLD, direction, pairwise, based_on, directed_by)


def _why(word: str | None, rate: Direction | None, fall: Direction | None) -> Why | None:
    """What told the direction of growth, where its base did not."""
    if rate:
        return Why("", "rate-passes")
    if fall:
        return Why("", "of-fall", word or "")
    return Why("changes.tsv", "", word) if word else None


def _goes_on(text: str, before: Quantity, quantity: Quantity, pairwise: bool) -> bool:
    """Whether a quantity can go on in a list of changes: alike in unit, an amount (减少214处、4.7万平方米), 分别."""
    if before.unit_measure == quantity.unit_measure:
        return True
    if pairwise and text[before.end : quantity.start] in _JOINS:
        return True
    amounts = before.unit_measure not in _RATES and quantity.unit_measure not in _RATES
    return amounts and text[before.end : quantity.start] == "、" and text[quantity.end : quantity.end + 1] in BREAK


def _of_fall(text: str, quantity: Quantity, word: str | None) -> Direction | None:
    """The direction of points by which a fall narrowed or widened (降幅收窄0.9个百分点): that of the growth rate."""
    if quantity.unit_measure != "percentage_point" or word is None:
        return None
    if word in _RATE_NOUNS:
        return "down" if _PULLED.search(text, quantity.clause, quantity.start) else None
    if not _FALL.search(text, quantity.clause, quantity.start):
        return None
    return "up" if word in _NARROWED else "down" if word in _WIDENED else None


def _of_rate(text: str, quantity: Quantity) -> Direction | None:
    """The direction of a rate of growth that goes from one value to another (增速由11%回落至7%)."""
    if quantity.unit_measure != "percent":
        return None
    begin = max(quantity.start - _LONGEST_RATE, 0)
    start = max(begin, *(text.rfind(mark, begin, quantity.start) + 1 for mark in ",;。"))
    rate = _RATE_PASSES.search(text, start, quantity.start)
    return None if rate is None else "down" if rate[0][0] in "降跌" else "up"


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


def _base(
    text: str, clause: int, end: int, figures: Figures
) -> tuple[str | None, tuple[int, int], Direction | None, Why | None]:
    """The base told between ``clause`` and ``end``, where its words stand, the direction they tell, and the rule."""
    for pattern, entry in figures.bases:
        reach = entry.get("reach")
        begin = _begin(text, clause, reach) if reach else clause
        found = None
        for match in pattern.finditer(text, begin, end):
            found = match
        if found is not None:
            what = next((words for words in found.groups() if words), None)
            base = entry["base"] if what is None else f"{entry['base']}:{_named(what)}"
            span = (end, end) if reach == "sentence" else (max(found.start(), clause), max(found.end(), clause))
            return base, span, entry.get("direction"), Why("bases.yml", entry["id"], found[0])
    return None, (end, end), None, None


def _begin(text: str, clause: int, reach: str) -> int:
    marks, far = _REACHES[reach]
    floor = max(clause - far, 0)
    return max(max(text.rfind(mark, floor, clause) for mark in marks) + 1, floor)


def _named(what: str) -> str:
    """What something is against, as it is called: without figures (年初12%的目标), and 全市平均 for 全市平均水平."""
    return _FIGURE.sub("", what.removesuffix(_PAIRWISE)).removesuffix("水平").removesuffix("的")
