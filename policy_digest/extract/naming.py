"""How each kind of figure is named from its clause: changes, ranks, shares, counts and amounts."""

import re

from policy_digest.extract.behind import FARED, read_right, relative
from policy_digest.extract.carried import again, begun, listed_with, of_all, summed, told_apart, told_of, work_of
from policy_digest.extract.compose import compose, resized
from policy_digest.extract.context import (
    REACH,
    TO_WHOM,
    Told,
    chain,
    floor_of,
    is_continued,
    is_last,
    left_of,
    right_of,
)
from policy_digest.extract.counted import counted_noun, deed_of, introduced, is_doer, is_joined, listed, short
from policy_digest.extract.growth import unsaid
from policy_digest.extract.hearing import MASK, clause_end, clause_start
from policy_digest.extract.mention import Mention, Reading
from policy_digest.extract.modifiers import (
    before_its_noun,
    distance,
    listed_deed,
    rated,
    shared_deed,
    shared_noun,
    spread,
)
from policy_digest.extract.parts import part_of
from policy_digest.extract.phrases import Phrase, read_left, without_aspect
from policy_digest.extract.plans import name_aim
from policy_digest.extract.portions import fared, of_those, portion
from policy_digest.extract.purposes import granted, purpose
from policy_digest.extract.subjects import like_owner
from policy_digest.extract.thriving import completed, set_before, went_well
from policy_digest.lexicon.names import Names

_PLAN = re.compile(r"(?:任务|目标|计划|年初预算|预期目标)数?$")

_SO_MANY = re.compile("、(?:已|共|现)?有$")
"""Before a figure that is told of nothing said before the mark (车站全面铺开、已有300人受益)."""


_INTENDED = re.compile("^(?:计划|规划|拟)(?=..)")
_REACHED = re.compile(
    r"按[^，,、]{0,14}(?:计算|折算|折合|换算)(?:约?[为合达]|约)*|折合|约合|(?:其中)?,?(?:当[年季月日]|[单本][季月日])(?:完成|实现|入库|达到?|为)*|[已又再]?(?:增长|(?:[增减升降]|增长|增加|提高|提升|上升|扩大|减少|下降|降低|发展|达)[至到]|(?:整合|合并|精简|压缩|压减|归并|撤并|优化)[为成至到])了?"
)
_PER_HEAD = ("人均", "户均", "亩均", "村均", "家均", "社均", "日均", "月均", "年均")


_AIM_BEHIND = re.compile("的?(?:全年|年度|预期)*(目标任务|目标|任务|计划)(?=$|[，,。;；])")
_ACHIEVES = ("完成", "实现", "达到")
_OFFICES = ("局", "分局", "税务所", "部门", "单位", "公司", "集团")
_MET = ("指标", "目标")
"""What is met or not, and is else no less of what there is (9项指标全部完成)."""

_DIVIDED = ("分", "按", "从", "围绕", "聚焦")
_SET = ("下达的", "确定的", "制定的", "提出的", "规定的")
_HELD_AGAINST = re.compile("[比较][^比较，,、]{0,8}\x00+(?:同期)?的?$")
_DIFFERS = re.compile("(?:又|净|实际|分别|略)?(?:增|升|涨|提[高升]|降|减|上升|下降|回落|[多少高低])")
"""Around what a change is held against: 比去年的1.1万人增加1000人."""

_THRESHOLD = re.compile("([^，,、]{2,20}(?:起征点|门槛|限额|上限))[由从][^，,、\\d]{2,8}$")
"""Before an amount: what is set, and in what it is measured (增值税起征点从月销售额)."""

_AS_STANDARD = re.compile(r"[\s\x00]*作为(?:新|现行)?的?(?P<which>[^，,。；;、\d\x00]{2,10}标准)(?=[，,。；;、]|$)")
"""Behind an amount: the standard that it is made (将年人均收入3000元作为扶贫标准), of which it is the amount."""

_SO_OFTEN = re.compile("(?:先后|连续|累计|已|共|又|再|多年来?|、|\x00)+$|^$")
"""What stands before the number of times that something was done."""

_LONGEST_DEED = 16  # characters
_EXTREME = re.compile(
    r"(?:其中)?,?最(?P<which>[高低多少大小])(?:者|的[^的\x00]{0,4}?)?(?:也|仅|可|就)*(?:达到?|为|是|超过?|有)?"
)
_ENDS_OF = {"高": "最高值", "低": "最低值", "多": "最高值", "少": "最低值", "大": "最大值", "小": "最小值"}


def name_amount(reading: Reading, index: int, told: Told, names: Names) -> str:
    """The name of a count or of a measured magnitude."""
    first, last = chain(reading, index)
    mention, left, right = reading.mentions[index], left_of(reading, first), _behind(reading, last)
    around = left, right
    left = "" if _SO_MANY.search(left) else left
    if mention.unit_measure == "person" and right.startswith("口"):
        return "人口"
    phrase = read_left(left, names)
    name = name_aim(left, told, names) or _extreme(reading, first, left, told, names)
    name = name or _set_aim(left, right, told) or spread(mention, left, right, names)
    if threshold := _THRESHOLD.search(left):
        return read_left(threshold[1], names).words
    if (standard := _AS_STANDARD.match(right)) and re.search("[将把以]", left):
        return standard["which"]
    name = name or _how_often(mention, left, right, names)
    if name:
        return name
    if _HELD_AGAINST.search(left) and _DIFFERS.match(right):
        alike = (name for before, name in reversed(told.own()) if before.unit_measure == mention.unit_measure)
        return next(alike, "") or _inherited(reading, index, told, names)
    phrase = Phrase("", "", "") if left.endswith(("使", "让")) else phrase
    if is_joined(left) and floor_of(reading, first) > clause_start(reading.folded, mention.start):
        phrase = Phrase("", "", "")
    if (left not in TO_WHOM and is_continued(reading, first, left)) or _REACHED.fullmatch(left.strip(MASK)):
        return _inherited(reading, index, told, names)
    name = (
        purpose(reading, index, phrase, left, right, names)
        or _name_chained(reading, index, names)
        or distance(mention, left)
        or rated(mention, left, told, names)
        or before_its_noun(reading, index, phrase, around, told, names)
        or of_all(reading, index, left, right, told)
        or of_those(mention, left, right, names)
        or fared(mention, left, right, told, names)
    )
    return name or _name_phrase(reading, index, phrase, around, told, names)


def _behind(reading: Reading, index: int) -> str:
    """The words behind a figure, up to what tells of the next one (12家企业|产值增长5%)."""
    right = right_of(reading, index)
    went = None if is_last(reading, index) else FARED.match(right)
    return went["who"] if went else right


def _set_aim(left: str, right: str, told: Told) -> str:
    """The name of an aim that is named behind its figure (县里下达的2500万元目标任务), or nothing."""
    match = _AIM_BEHIND.match(right) if left.endswith(_SET) else None
    return told.subject() + match[1] if match and told.subject() else ""


def _how_often(mention: Mention, left: str, right: str, names: Names) -> str:
    """The name of a count of times by what was done so often, told behind it (先后4次提高低保标准), or nothing."""
    first = names.opening(right) if mention.unit_zh == "次" and _SO_OFTEN.search(left) else None
    if first is None or first.start or first.role == "noun" or not first.end < len(right) <= _LONGEST_DEED:
        return ""
    return without_aspect(right, names) + "次数"


def _extreme(reading: Reading, index: int, left: str, told: Told, names: Names) -> str:
    """The name of the highest or the lowest of what the clause before tells (村均收入增长，最高的达112万元)."""
    match = _EXTREME.fullmatch(left.strip(MASK))
    base = unsaid(reading, index, told, names) if match else ""
    return f"{base}{_ENDS_OF[match['which']]}" if match and base else ""


def _name_phrase(
    reading: Reading, index: int, phrase: Phrase, around: tuple[str, str], told: Told, names: Names
) -> str:
    """The name of a count or a magnitude from the phrase before it and the noun behind it."""
    mention, (left, right) = reading.mentions[index], around
    twice = names.roles.get(phrase.noun) in ("both", "light") and phrase.verb and not phrase.subject
    done = Phrase("", phrase.verb + phrase.noun, "") if twice else phrase
    counted, rest = ("", right)
    if not is_doer(mention, phrase, right, names):
        counted, rest = counted_noun(mention, done, left, right, names)
    counted = shared_noun(reading, index, names) or counted
    deed = listed_deed(reading, index) if counted else ""
    counted = counted.removesuffix(deed) + deed
    if mention.unit_measure == "CNY" and (money := granted(phrase, right, names)):
        return money
    if not counted and (name := portion(reading, index, left, told, names)):
        return name
    if name := listed_with(reading, index, left.strip(MASK), told):
        return name
    if name := part_of(mention, phrase, left, right, told, names):
        return name
    phrase = listed(introduced(done, counted, left, rest, names), counted, left, names)
    if not counted and phrase.words == phrase.verb and (known := _by_deed(reading, index, phrase.verb, told, names)):
        is_told = any(name == known for _, name in told.own())
        return "成功" + known if is_told and "成功" in left else known
    did = "" if deed else _did(reading, index, phrase, counted, (left, rest), names)
    if counted and (work := work_of(counted, reading, index, told, names)):
        return compose(Phrase("", "", work + counted), "", mention, names)
    is_end = bool(did) and (not rest or len(did) >= len("减免租金") or is_last(reading, chain(reading, index)[1]))
    if mention.kind == "count" and is_end:
        return compose(Phrase("", "", did + "的", open=True), counted, mention, names)
    if counted and phrase.words == phrase.noun and not phrase.open and not left.endswith("等"):
        phrase = short(phrase, names)
    if not counted and phrase.words in ("", "带动") and mention.unit_measure in ("person", "household", "visit"):
        counted = deed_of(right, names)
    name = compose(phrase, counted, mention, names)
    if (not phrase.words and not counted) or not name:
        return summed(reading, index, left, names) or _inherited(reading, index, told, names)
    return _in_context(name, reading, index, told, names)


def _in_context(name: str, reading: Reading, index: int, told: Told, names: Names) -> str:
    """``name`` with what its clause leaves out: whose it is, what it belongs to, the topic of the sentence."""
    if reading.mentions[index].unit_measure in ("CNY", "USD") and told.own():
        name = like_owner(name, told.own()[-1][1])
    if reading.mentions[index].unit_measure == "CNY" and name.endswith(_OFFICES):
        name += "完成额" if left_of(reading, index).rstrip(MASK).endswith(_ACHIEVES) else ""
    name = completed(name, _yielding(told), reading, index, names)
    return told_apart(told_of(name, reading, index, told, names), reading, index, told, names)


def _yielding(told: Told) -> str:
    """What was told last, unless another sentence counted things, which have no output (9条路径。产量达13亿吨)."""
    counted = bool(told.names) and told.names[-1][0].kind == "count" and told.names[-1][0].unit_measure == "item"
    return "" if counted and not told.own() else told.latest()


def _by_deed(reading: Reading, index: int, verb: str, told: Told, names: Names) -> str:
    """The name of a figure whose clause says only what was done: with what it was done to, told before."""
    new = _newly(verb, told, reading.mentions[index], names)
    return new or again(reading, index, verb, told, names) or begun(reading, index, verb, told, names)


def _newly(verb: str, told: Told, mention: Mention, names: Names) -> str:
    """The name of what is new of that whose growth was told just before (存款余额增长8%，新增4亿元), or nothing."""
    before, name = told.own()[-1] if told.own() else (None, "")
    if verb not in ("新增", "净增") or before is None or before.kind != "change" or before.unit_measure != "percent":
        return ""
    if mention.unit_measure == "CNY":
        return name + verb + "额"
    return compose(Phrase("", "" if name.startswith("新") else verb, name), "", mention, names)


def _did(reading: Reading, index: int, phrase: Phrase, counted: str, around: tuple[str, str], names: Names) -> str:
    """What the counted things did by ``around``, the words before the figure and those behind its noun."""
    left, rest = around
    if not counted or phrase.verb or phrase.open or left.endswith(_DIVIDED):
        return ""
    did = relative(rest, names) if rest or phrase.words else shared_deed(reading, index, names)
    if rest.startswith(_ACHIEVES) and did.endswith(names.measures) and not is_last(reading, chain(reading, index)[1]):
        return ""  # what is told of the next figure (52户企业完成产值3亿元)
    if did == "完成" and not counted.endswith(_MET):
        return ""
    return "享受" + did.removeprefix("发放") if did.startswith("发放") and "为" in left else did


def _inherited(reading: Reading, index: int, told: Told, names: Names) -> str:
    """The name of a figure whose clause says only that it was reached (增长5%、达到8亿元; 16万户70万人)."""
    mention = reading.mentions[index]
    if said := _said_before(reading, index, told, names):
        return said
    name = told.last_quantity() if index and reading.mentions[index - 1].kind == "change" else told.kin(mention)
    if mention.kind == "count":
        alike = (name for before, name in reversed(told.own()) if before.unit_zh == mention.unit_zh)
        name = next(alike, name)
    if left_of(reading, index).strip(MASK) == "成功" and name:
        name = "成功" + name
    if left_of(reading, index).strip(MASK).endswith("实际到位"):
        name = name.replace("合同", "实际到位")
    if mention.nature == "actual":
        name = _INTENDED.sub("", name)
    return _each(left_of(reading, index), resized(_PLAN.sub("", name), mention, names))


def _said_before(reading: Reading, index: int, told: Told, names: Names) -> str:
    """What the clause before says to have gone well, without a figure (旅游收入稳步增长，实现3亿元), or nothing."""
    mention = reading.mentions[index]
    if mention.kind == "level" and (name := set_before(reading, index, names)):
        return name
    name = went_well(reading, index, names) if mention.kind == "level" else ""
    known = name.endswith((*names.measures, *names.heads)) or names.find(name)
    alone = mention.unit_measure == "CNY" and not any(m.unit_measure == "CNY" for m, _ in told.own())
    return name if known or alone else ""


def _each(left: str, name: str) -> str:
    """``name`` told for each (户均87万元: 户均…), where ``left`` says no more."""
    return left + name if name and left in _PER_HEAD else name


def _name_chained(reading: Reading, index: int, names: Names) -> str:
    """The name of one of two counts before one 的 (115家企业2348人的就业问题: both were helped with the same)."""
    mentions, mention = reading.mentions, reading.mentions[index]
    first = index - 1 if index and right_of(reading, index).startswith("的") else index
    if first + 1 >= len(mentions):
        return ""
    one, two = mentions[first], mentions[first + 1]
    if not reading.folded.startswith("的", two.end) or {one.kind, two.kind} != {"count"}:
        return ""
    between = reading.folded[one.end : two.start]
    behind = reading.folded[two.end : clause_end(reading.folded, two.end)][:REACH]
    counted, _ = read_right(between, names)
    if counted != between.strip() or not counted:
        return ""
    verb = read_left(left_of(reading, first), names).verb
    if not verb:
        return ""
    matter, _ = read_right(behind, names)
    if index == first:
        return compose(Phrase("", verb, matter + "的", open=True), counted, mention, names)
    return compose(Phrase("", verb, matter), "", mention, names)
