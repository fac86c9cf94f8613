"""How each kind of figure is named from its clause: changes, ranks, shares, counts and amounts."""

import re

from policy_digest.extract.behind import FARED, read_right, relative
from policy_digest.extract.carried import again, begun, listed_with, of_all, summed, told_apart, told_of, work_of
from policy_digest.extract.compose import compose, resized, root
from policy_digest.extract.context import (
    REACH,
    RECOVERED,
    TO_WHOM,
    Told,
    chain,
    clause_before,
    floor_of,
    is_continued,
    is_last,
    left_of,
    right_of,
)
from policy_digest.extract.counted import counted_noun, deed_of, introduced, is_doer, is_joined, listed, short
from policy_digest.extract.growth import unsaid
from policy_digest.extract.mention import Mention, Reading
from policy_digest.extract.modifiers import before_its_noun, distance, rated, shared_deed, shared_noun, spread
from policy_digest.extract.parts import part_of
from policy_digest.extract.phrases import (
    MASK,
    Phrase,
    clause_end,
    clause_start,
    read_left,
    strip_change,
    strip_end,
)
from policy_digest.extract.plans import name_aim, name_completion
from policy_digest.extract.portions import fared, of_those, portion
from policy_digest.extract.purposes import granted, purpose
from policy_digest.extract.subjects import complete, like_owner, thing_of
from policy_digest.extract.thriving import completed, went_well
from policy_digest.lexicon.names import Names

_SHARE = re.compile(r"^(.*?)(?:占到|占据|约占|占(?![比地用有道领线]))(.+?)的?(?:比重|比例|份额|比)?$")
_CONTRIBUTION = re.compile(r"([^\x00]*?)对([^对\x00]+)贡献率$")
_PLAN = re.compile(r"(?:任务|目标|计划|年初预算|预期目标)数?$")
_PROPORTION = re.compile("..(?:面|度|系数)$|.[偿销生入出]比$")
"""Names that say by themselves that they are of a proportion (受益面, 补偿比)."""

_DONE_BEHIND = re.compile(
    "的?(交付|覆盖|达标|通达|整改|办结|兑现|到位|建成|完工|开工|投产|签约|销号|合格|入网|联网|上线|接入)(?:$|[,，。;；、])"
)
_EARLY = re.compile(r"提前(?:\d+|[一二三四五六七八九十半]+)个?(?:月|天|年|季度)$")
_SO_MANY = re.compile("、(?:已|共|现)?有$")
"""Before a figure that is told of nothing said before the mark (制度基本建立、已有1700万人受益)."""

_OF_DEED = re.compile("(?:结案|办结|审结|整改|破案|调解|化解|回复|处置|销号|响应|解决|查处)(?:成功|完成)?率")
"""Rates that say what was done and not to what (受理信访件120件,办结率98%)."""

_INTENDED = re.compile("^(?:计划|规划|拟)(?=..)")
_RATIOS = ("扣除", "报销", "补助", "补贴", "返还", "减免", "压减", "优惠", "降价", "让利")
_REACHED = re.compile(
    r"按[^，,、]{0,14}(?:计算|折算|折合|换算)(?:约?[为合达]|约)*|折合|约合|(?:其中)?,?(?:当[年季月日]|[单本][季月日])(?:完成|实现|入库|达到?|为)*|[已又再]?(?:增长|(?:[增减升降]|增长|增加|提高|提升|上升|扩大|减少|下降|降低|发展|达)[至到])了?"
)
_RECOVERED = re.compile(r"恢复(?:[至到][^，,、\x00]{0,12}(?:同期|水平)|[至到]?\x00+(?:的?水平)?)的?$")
_OF_COUNT = re.compile("(?:户数|人数|(?<!案)件数|(?<![总次])数)$")
_PARTS = ("占比", "比重", "比例")
_SPENT = re.compile(r"^(?:以上|左右)?(?:均|都)?((?:投向|用于|投入|用在)[^,，;；。]{2,8})")
_PER_HEAD = ("人均", "户均", "亩均", "村均", "家均", "社均", "日均", "月均", "年均")
_BALANCE = re.compile(r"([^\x00]*(?:存贷|贷存|收入|性别|收支|产销|抚养|师生|容积|供需)比)(?:为|达到?|是|约)?$")


_OF = re.compile(r"^(?P<part>.*?)(?:已|均|分别|约)*(?:达到?|相当于)(?P<whole>[^达到，、\x00]{2,14}?)的$")
_DONE = re.compile(r"(?:完成|实现)了?(?P<work>[^完成\x00，、]{2,20}?)的$")
_IN = re.compile(
    r"^(?P<part>.*?)在(?![校册职岗园建读编训逃库押外])(?P<whole>[^在，、\x00]{2,14}?)中?的?(?P<kind>占比|比重|比例|份额)$"
)
_AIM_BEHIND = re.compile("的?(?:全年|年度|预期)*(目标任务|目标|任务|计划)(?=$|[，,。;；])")
_DIVIDED = ("分", "按", "从", "围绕", "聚焦")
_SET = ("下达的", "确定的", "制定的", "提出的", "规定的")
_HELD_AGAINST = re.compile("[比较][^比较，,、]{0,8}\x00+(?:同期)?的?$")
_DIFFERS = re.compile("(?:又|净|实际|分别|略)?(?:增|升|涨|提[高升]|降|减|上升|下降|回落|[多少高低])")
"""Around what a change is held against: 比去年的1.1万人增加1000人."""

_AMOUNTS_TO = re.compile("(?<=[率重例比])在$")
_EXTREME = re.compile(
    r"(?:其中)?,?最(?P<which>[高低多少大小])(?:者|的[^的\x00]{0,4}?)?(?:也|仅|可|就)*(?:达到?|为|是|超过?|有)?"
)
_ENDS_OF = {"高": "最高值", "低": "最低值", "多": "最高值", "少": "最低值", "大": "最大值", "小": "最小值"}
_TIMES = re.compile(r"^(?P<part>.*?)(?:约?[为是]|相当于|达到?)\x00+的?$")


def name_share(reading: Reading, index: int, told: Told, names: Names) -> str:
    """The name of a proportion: a rate, …占…比重, or what follows it."""
    mention, raw = reading.mentions[index], _AMOUNTS_TO.sub("", left_of(reading, index))
    left = strip_change(raw)
    if (match := _BALANCE.search(raw)) and (ratio := read_left(match[1], names).words):
        return ratio
    if _RECOVERED.search(raw) and (recovered := told.amount()):
        return recovered + RECOVERED
    if mention.unit_measure != "percent" and (match := _TIMES.match(raw)):
        return (read_left(match["part"], names).words or told.kin(mention)) + "倍数"
    if match := _CONTRIBUTION.search(left):
        subject = read_left(match[1], names).words or root(told.last(), names)
        return f"{subject}对{match[2]}贡献率"
    if left.strip(MASK) == "贡献率" and (whose := told.last_quantity()):
        return root(whose.partition("拉动")[0], names) + "贡献率"
    if name := name_completion(reading, index, told, names):
        return name
    if name := _realised(reading, index, raw, names) or _of_whole(reading, index, raw, told, names):
        return name
    if match := _SHARE.match(left[left.rfind(MASK) + 1 :]):
        subject = read_left(match[1], names).words
        subject = (
            _OF_COUNT.sub("", unsaid(reading, index, told, names))
            if subject in ("", "总量", "总额", "规模", "其")
            else subject
        )
        return f"{subject}占{match[2].strip('的')}比重"
    if left.endswith("占") and (subject := read_left(left[:-1], names).words or told.kin(mention)):
        return subject + "占比"
    phrase = read_left(left, names)
    base = phrase.words
    if _OF_DEED.fullmatch(base) and (done_to := _last_thing(told, names)):
        return done_to + base
    if base and (spent := _SPENT.match(right_of(reading, index))):
        return f"{base}{spent[1]}比重"
    counted, rest = read_right(right_of(reading, index), names)
    if not base or (counted and not base.endswith((*names.measures, *_RATIOS))):
        return _share_of(phrase, counted, relative(rest, names), names) or base or unsaid(reading, index, told, names)
    if base in names.heads:
        is_part = base in _PARTS or base.endswith(_PARTS)
        return complete(base, told.kin(mention) if is_part else told.last(), names)
    if base.endswith((*names.measures, "目标", "指标")) or _PROPORTION.search(base):
        return base
    return base + "比例" if base.endswith(_RATIOS) else base + "占比"


def _realised(reading: Reading, index: int, raw: str, names: Names) -> str:
    """The name of a share of what was done, told behind it (项目提前3个月实现100%交付: 项目交付率), or nothing."""
    done = _DONE_BEHIND.match(right_of(reading, index)) if raw.endswith(("实现", "完成", "全部")) else None
    subject = read_left(_EARLY.sub("", strip_end(raw, names)[0]), names).words if done else ""
    return subject + done[1] + "率" if done and subject else ""


def _last_thing(told: Told, names: Names) -> str:
    """The things that the sentence counted last (排查隐患30处: 隐患), or nothing."""
    last = next((name for mention, name in reversed(told.own()) if mention.kind == "count"), "")
    return thing_of(root(last, names), names) if last else ""


def _of_whole(reading: Reading, index: int, raw: str, told: Told, names: Names) -> str:
    """The name of a share told without 占 (服务业在生产总值中的比重; 完成主体工程的70%), or nothing."""
    left = strip_change(raw)
    if done := _DONE.search(raw):
        return done["work"] + "完成率"
    match = _OF.match(raw) or _IN.match(left)
    if not match or match["whole"].endswith(("时", "期", "水平")):
        return ""
    part = read_left(match["part"], names).words
    part = part or read_left(clause_before(reading, index), names).noun or root(told.last(), names)
    return f"{part}占{match['whole']}比重" if part else ""


def _share_of(phrase: Phrase, counted: str, did: str, names: Names) -> str:
    """The name of a proportion of what follows it (覆盖95%以上行政村; 九成企业复工)."""
    if not counted or counted.endswith(names.measures):
        return phrase.verb + counted
    if phrase.verb == "覆盖":
        return f"{phrase.subject}{counted}覆盖率"
    return f"{did}的{counted}占比" if did and not phrase.verb else f"{phrase.verb}{counted}占比"


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
    if name:
        return name
    if _HELD_AGAINST.search(left) and _DIFFERS.match(right):
        return _inherited(reading, index, told, names)
    if is_joined(left) and floor_of(reading, first) > clause_start(reading.folded, mention.start):
        phrase = Phrase("", "", "")
    if (left not in TO_WHOM and is_continued(reading, first, left)) or _REACHED.fullmatch(left.strip(MASK)):
        return _inherited(reading, index, told, names)
    name = (
        purpose(reading, index, phrase, left, right, names)
        or _name_chained(reading, index, names)
        or distance(mention, left)
        or rated(mention, left, told, names)
        or before_its_noun(reading, index, phrase, right, told, names)
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
    twice = names.roles.get(phrase.noun) == "both" and phrase.verb and not phrase.subject
    done = Phrase("", phrase.verb + phrase.noun, "") if twice else phrase
    counted, rest = ("", right)
    if not is_doer(mention, phrase, right, names):
        counted, rest = counted_noun(mention, done, left, right, names)
    counted = shared_noun(reading, index, names) or counted
    if mention.unit_measure == "CNY" and (money := granted(phrase, right, names)):
        return money
    if not counted and (name := portion(reading, index, left, told, names)):
        return name
    if name := listed_with(reading, index, left.strip(MASK), told):
        return name
    if name := part_of(mention, phrase, left, right, told, names):
        return name
    phrase = listed(introduced(done, counted, left, names), counted, left, names)
    if not counted and phrase.words == phrase.verb:
        known = (
            _newly(phrase.verb, told, mention, names)
            or again(reading, index, phrase.verb, told, names)
            or begun(reading, index, phrase.verb, told, names)
        )
        if known:
            is_told = any(name == known for _, name in told.own())
            return "成功" + known if is_told and "成功" in left else known
    did = _did(reading, index, phrase, counted, (left, rest), names)
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
    if mention.unit_measure in ("CNY", "USD") and told.own():
        name = like_owner(name, told.own()[-1][1])
    name = completed(name, told.latest(), reading, index, names)
    return told_apart(told_of(name, reading, index, told, names), reading, index, told, names)


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
    if did.endswith(names.measures) and not is_last(reading, chain(reading, index)[1]):
        return ""  # what is told of the next figure (52户企业完成产值3亿元)
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
    if not reading.folded.startswith("的", two.end):
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
