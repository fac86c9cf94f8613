"""What a value needs beside it: what a change is against, that it is an average, a running total or a forecast."""

import re

from policy_digest.lexicon.starts import is_start
from policy_digest.lexicon.terms import Terms
from policy_digest.model import Change, Observation, SourceMark, Text
from policy_digest.translate.each import each, in_a_row
from policy_digest.translate.periods import period_text
from policy_digest.translate.texts import QUOTES

COMPLETION = ("完成率", "完成比例", "占全年任务", "完成进度")
STATUS_NOTES = {"P": Text("初步数", "provisional", "generated"), "E": Text("估计数", "estimate", "generated")}
DERIVED = Text("由文中数字推算", "derived from figures in the text", "generated")
AVERAGE = Text("年均", "annual average", "generated")
COMPLETED = Text("任务完成比例", "share of the target completed", "generated")
CUMULATIVE = Text("累计", "cumulative", "generated")
ADDED_UP = Text("累计额的增减", "of the cumulative total", "generated")
YEARLY = Text("每年", "per year", "generated")
MONTHLY = Text("每月", "per month", "generated")
START = Text("起始值", "starting value", "generated")
REAL = Text("扣除价格因素", "in real terms", "generated")
FORECAST = Text("预测", "forecast", "generated")

_ON_AVERAGE = re.compile("年均(?!浓度|值|水平|气温|降水)|每年平均|平均每年|年递增|年平均")
_EACH_YEAR = re.compile("每年(?!级)")
_SO_FAR = re.compile("累计(?!折旧)")
_EACH_MONTH = re.compile("每人每月|每月|月均|按月|人月")
_IN_REAL_TERMS = re.compile(
    "(?:实际(?:人均|年均|同比|比上年)?(?:增长|增加|增幅|增速|提高|上升|下降|减少|回落)|(?:扣除|剔除)价格(?:上涨|变动)?因素[^，,；;。、0-9]{0,8}(?:增长|下降)|"
    "按(?:可比|不变)价格?(?:计算)?[^，,；;。、0-9]{0,6}(?:增长|下降))(?:率|了|约|近|超过?|达到?|为|分别)*(?:[0-9.]+%[、和与及])*(?:约|近|超过?)?$"
)
"""Before a change: words that take the change of prices out of it, with the list that it stands in (实际增长7%和8%)."""

_FORETOLD = re.compile("[（(]预测[）)]|预测值")
_OTHER_YEAR = re.compile("[0-9]{4}年|去年|今年|实际")
_ADDED_UP = re.compile(
    "累计[^。；;]{1,40}[0-9][万亿]{0,2}(?:人次|[元人件个户吨])[、，,](?:分别|均|实现|双双)*(?:增长|下降)?(?:[0-9.]+%[、和])*$"
)
_ITEM = re.compile("[、和]")
_FROM_FIGURE = re.compile("[0-9.]+[万亿]*元?[^0-9、]{0,6}[到至](?:现在的|目前的)?[^0-9]{0,2}$")
_ANEW = re.compile("、(?=其中|今年|当年|本年|目前|现有|一次性|全[国省市县区镇]|共|新增|已)")
_CLAUSE = re.compile("[,，;；。]")
_AMOUNTS = ("count", "level")
_SENTENCE = re.compile("[。；;！？]")
_PLANS = ("计划", "目标", "任务", "进度", "预算")
_ZERO = "zero-growth-change"
_COMPARED = re.compile("[比较]|同期|持平|年均|连续|逐年|每年|[去上]年")
"""In the clause of 零增长: words that say what it is against, or that it is of each year."""

_SIDE = re.compile("(?P<above>(?<![赶反])超|高于|高出|多于)|低于|少于")
"""On which side of a plan something came out, where the words say so: 优于 may be either."""


def note_text(observation: Observation, mark: SourceMark, terms: Terms) -> Text | None:
    """Say what the value of a row needs beside it, as its clause tells it; None where it needs nothing."""
    clause = _own(terms.folded(_CLAUSE.split(mark.before)[-1]))
    found = (
        _change_note(observation, mark, clause, terms),
        REAL if observation.change and _IN_REAL_TERMS.search(clause) else None,
        _completion(observation),
        _over_time(observation, clause),
        each(observation, clause, _SENTENCE.split(terms.folded(mark.before))[-1]),
        _foretold(mark, terms),
        _start(mark, terms),
        in_a_row(observation, clause),
    )
    notes = [note for note in found if note]
    if observation.obs_status in STATUS_NOTES:
        notes.append(STATUS_NOTES[observation.obs_status])
    if observation.derived:
        notes.append(DERIVED)
    if not notes:
        return None
    english = "; ".join(note.en or "" for note in notes)
    return Text("；".join(note.zh for note in notes), english, "generated")


def _own(clause: str) -> str:
    """The part of a clause that is told of one time: a later item that says its own ends the former."""
    began = [match.start() for match in _ANEW.finditer(clause)]
    return clause[began[-1] :] if began else clause


def _governs(marker: re.Pattern[str], clause: str) -> bool:
    """Whether a word of time governs the figure: no other figure stands between them but those of a list."""
    found = list(marker.finditer(clause))
    if not found:
        return False
    item = _ITEM.split(_FROM_FIGURE.sub("", clause[found[-1].end() :]))[-1]
    return not any(char.isdigit() for char in item)


def _over_time(observation: Observation, clause: str) -> Text | None:
    """Whether an amount is one of each year or month, or of all the time until then; its name may say so itself."""
    name, unit = observation.indicator.name_zh, observation.unit_zh
    if observation.kind not in _AMOUNTS or "年均" in name or "累计" in name:
        return None
    if "年" not in name + unit and _governs(_ON_AVERAGE, clause):
        return AVERAGE
    if "年" not in name + unit and _governs(_EACH_YEAR, clause):
        return YEARLY
    if observation.unit_measure == "CNY" and _governs(_EACH_MONTH, clause) and "月" not in name + unit:
        return MONTHLY
    return CUMULATIVE if _governs(_SO_FAR, clause) else None


def _foretold(mark: SourceMark, terms: Terms) -> Text | None:
    """Whether the year or the figure is said to be foretold (2026年（预测）), and nothing of another year since."""
    before = terms.folded(mark.before)
    found = list(_FORETOLD.finditer(before))
    return FORECAST if found and not _OTHER_YEAR.search(before, found[-1].end()) else None


def _start(mark: SourceMark, terms: Terms) -> Text | None:
    """Whether the figure is where something started from that went to another (由2.57万元增加到3.52万元)."""
    return START if is_start(terms.folded(mark.before), terms.folded(mark.after)) else None


def _completion(observation: Observation) -> Text | None:
    is_completion = observation.kind == "share" and any(word in observation.indicator.name_zh for word in COMPLETION)
    return COMPLETED if is_completion else None


def _change_note(observation: Observation, mark: SourceMark, clause: str, terms: Terms) -> Text | None:
    """What a change is against; the average of a year where its clause says so, none of what had been added up."""
    if observation.change is None or (observation.rule == _ZERO and not _COMPARED.search(clause)):
        return None
    if observation.change.base.startswith("since:") and _ADDED_UP.search(terms.folded(mark.before)):
        return ADDED_UP
    return AVERAGE if _ON_AVERAGE.search(clause) else _against(observation.change, clause, terms)


def _against(change: Change, clause: str, terms: Terms) -> Text | None:
    """What a change is against; above or below what was planned where ``clause`` says so."""
    against = QUOTES.sub("", change.base.removeprefix("vs:"))
    known = terms.comparisons.get(against)
    if known is not None:
        side = _SIDE.search(clause) if against.endswith(_PLANS) else None
        above = "against" if side is None else "above" if side["above"] else "below"
        return Text(known.zh, known.en.replace("against ", f"{above} ", 1), "generated")
    kind, _, words = change.base.partition(":")
    if kind == "since" and words:
        period = period_text(words)
        return Text(f"较{period.zh}", f"since {period.en}", "generated")
    # One character is no comparison but a piece of another word (比重, 比例).
    return Text(f"较{words}", f"compared with [{words}]", "generated") if len(words) > 1 else None
