"""How each kind of figure is named from its clause: changes, ranks, shares, counts and amounts."""

import re
from itertools import pairwise

from policy_digest.extract.behind import read_right, relative
from policy_digest.extract.compose import HERDS, compose, resized, root
from policy_digest.extract.context import REACH, Told, floor_of, is_continued, is_last, left_of, right_of
from policy_digest.extract.growth import unsaid
from policy_digest.extract.mention import Mention, Reading
from policy_digest.extract.parts import part_of
from policy_digest.extract.phrases import (
    MASK,
    Phrase,
    clause_end,
    clause_start,
    read_left,
    strip_change,
)
from policy_digest.extract.plans import name_aim, name_completion
from policy_digest.extract.subjects import complete
from policy_digest.lexicon.names import Names

_SHARE = re.compile(r"^(.*?)(?:占到|占据|约占|占(?![比地用有道领线]))(.+?)的?(?:比重|比例|份额|比)?$")
_CONTRIBUTION = re.compile(r"([^\x00]*?)对([^对\x00]+)贡献率$")
_SECTOR = re.compile(r"第[一二三]产业")
_ASPECT = re.compile(r"分.{1,6}看")
_HIDDEN = re.compile(r"[XxＸ×*某]{1,4}\s*[万亿]?\s*(?:元|亩|斤|公斤|吨|人|户|个|家)?")
_PLAN = re.compile(r"(?:任务|目标|计划|年初预算|预期目标)数?$")
_RECOVERED = re.compile("恢复[至到][^,，]*的$")
_AMONG = re.compile(r"在[^，,在]{1,20}中$")
_RATIOS = ("扣除", "报销", "补助", "补贴", "返还", "减免", "压减", "优惠", "降价", "让利")
_SPENT = re.compile(r"^(?:以上|左右)?(?:均|都)?((?:投向|用于|投入|用在)[^,，;；。]{2,8})")
_PEOPLE = ("党员", "干部", "群众", "志愿者", "职工", "村民", "居民", "教师", "医生", "队员", "网格员", "人员", "学生")
_PER_HEAD = ("人均", "户均", "亩均", "村均", "家均", "社均", "日均", "月均", "年均")
_BALANCE = re.compile(r"([^\x00]*(?:存贷|收入|性别|收支|产销|抚养|师生|容积|供需)比)(?:为|达到?|是|约)?$")
_CLASSIFIED = ("item", "person", "household", "vehicle", "visit")


def name_share(reading: Reading, index: int, told: Told, names: Names) -> str:
    """The name of a proportion: a rate, …占…比重, or what follows it."""
    mention, raw = reading.mentions[index], left_of(reading, index)
    left = strip_change(raw)
    if (match := _BALANCE.search(raw)) and (ratio := read_left(match[1], names).words):
        return ratio
    if match := _CONTRIBUTION.search(left):
        subject = read_left(match[1], names).words or root(told.last(), names)
        return f"{subject}对{match[2]}贡献率"
    if _RECOVERED.search(raw) and (subject := told.subject()):
        return f"{subject}恢复至同期水平的比例"
    if name := name_completion(reading, index, told, names):
        return name
    if match := _SHARE.match(left[left.rfind(MASK) + 1 :]):
        subject = read_left(match[1], names).words
        subject = unsaid(reading, index, told, names) if subject in ("", "总量", "总额", "规模", "其") else subject
        return f"{subject}占{match[2].strip('的')}比重"
    if left.endswith("占") and (subject := read_left(left[:-1], names).words or told.kin(mention)):
        return subject + "占比"
    phrase = read_left(left, names)
    base = phrase.words
    if base and (spent := _SPENT.match(right_of(reading, index))):
        return f"{base}{spent[1]}比重"
    counted, rest = read_right(re.sub(r"^(?:以上|左右|以下)", "", right_of(reading, index)), names)
    if not base or (counted and not base.endswith((*names.measures, *_RATIOS))):
        return _share_of(phrase, counted, relative(rest, names), names) or base or unsaid(reading, index, told, names)
    if base in names.heads:
        own = told.own()
        return complete(base, own[-1][1] if own and own[-1][0].kind != "rank" else told.last(), names)
    if base.endswith((*names.measures, "目标", "指标")):
        return base
    return base + "比例" if base.endswith(_RATIOS) else base + "占比"


def _share_of(phrase: Phrase, counted: str, did: str, names: Names) -> str:
    """The name of a proportion of what follows it (覆盖95%以上行政村; 九成企业复工)."""
    if not counted or counted.endswith(names.measures):
        return phrase.verb + counted
    if phrase.verb == "覆盖":
        return f"{phrase.subject}{counted}覆盖率"
    return f"{did}的{counted}占比" if did and not phrase.verb else f"{phrase.verb}{counted}占比"


def name_amount(reading: Reading, index: int, told: Told, names: Names) -> str:
    """The name of a count or of a measured magnitude."""
    mention, left, right = reading.mentions[index], left_of(reading, index), right_of(reading, index)
    phrase = read_left(left, names)
    if name := name_aim(left, told, names):
        return name
    if is_continued(reading, index, left):
        return _inherited(reading, index, told, names)
    if name := _name_chained(reading, index, names):
        return name
    if name := _purpose(phrase, mention, right, names):
        return name
    counted, rest = ("", right) if _is_doer(mention, phrase, right, names) else _counted(mention, phrase, right, names)
    if (
        mention.unit_measure == "CNY"
        and phrase.noun
        and not phrase.verb
        and (granted := _granted(phrase, right, names))
    ):
        return granted
    if name := part_of(mention, phrase, left, right, told, names):
        return name
    phrase = _introduced(phrase, counted, left, names)
    if names.roles.get(phrase.noun) == "both" and phrase.verb and not phrase.subject:
        phrase = Phrase("", phrase.verb + phrase.noun, "")
    if not counted and phrase.words == phrase.verb and (name := _again(reading, index, phrase.verb, told, names)):
        return name
    did = relative(rest, names) if counted and not phrase.verb and not phrase.open else ""
    if did.startswith("发放") and "为" in left:
        did = "享受" + did.removeprefix("发放")
    if mention.kind == "count" and did and (is_last(reading, index) or len(did) >= len("减免租金")):
        return compose(Phrase("", "", did + "的", open=True), counted, mention, names)
    if counted and phrase.words == phrase.noun and not phrase.open and not left.endswith("等"):
        phrase = _short(phrase, names)
    if not counted and not phrase.words and mention.unit_measure == "person":
        counted = _deed(right, names)
    name = compose(phrase, counted, mention, names)
    if (not phrase.words and not counted) or not name:
        return _summed(reading, index, left, names) or _inherited(reading, index, told, names)
    return complete(name, told.latest(), names)


def _short(phrase: Phrase, names: Names) -> Phrase:
    """``phrase`` with its noun of two characters as a verb, or nothing if it is a light one (推广新品种8个)."""
    if len(phrase.noun) != 2:
        return phrase
    return Phrase("", "" if names.roles.get(phrase.noun) == "light" else phrase.noun, "")


def _is_doer(mention: Mention, phrase: Phrase, right: str, names: Names) -> bool:
    """Whether people named before their number did what stands behind it (在职党员860人认领微心愿)."""
    first = next(iter(names.tokens(right)), None)
    did = first is not None and not first.start and first.role == "act" and first.end < len(right)
    return did and mention.unit_measure == "person" and phrase.noun.endswith(_PEOPLE)


def _deed(right: str, names: Names) -> str:
    """What people did, where that alone stands behind their number (带动320人就业)."""
    tokens = names.tokens(right)
    whole = len(tokens) == 1 and tokens[0].start == 0 and tokens[0].end == len(right)
    return right if whole and tokens[0].role in ("act", "both") else ""


def _granted(phrase: Phrase, right: str, names: Names) -> str:
    """The name of money that is named behind the figure (中央财政安排1000亿元奖补资金)."""
    money = right.strip("的 ")
    spoken = any(token.role in ("act", "drop", "cut", "edge") for token in names.tokens(money))
    if spoken or len(money) > 10 or not money.endswith(names.measures) or phrase.noun.endswith(names.measures):
        return ""
    return phrase.noun + money


def _introduced(phrase: Phrase, counted: str, left: str, names: Names) -> Phrase:
    """``phrase`` without what only lists or precedes the counted thing (甲、乙等3个平台; 党委抓总、3个小组落实)."""
    words = left.rstrip(MASK)
    if not counted or not words.endswith(("、", "等", "和", "以及")):
        return phrase
    acts = [token for token in names.tokens(words) if token.role == "act"] if words.endswith("等") else []
    return Phrase("", acts[0].word if acts and len(acts[0].word) <= 3 else "", "")


def _again(reading: Reading, index: int, verb: str, told: Told, names: Names) -> str:
    """The name of a count told by a verb alone, of what was counted just before (排查纠纷5起，调解4起)."""
    before = reading.mentions[index - 1] if index else None
    mention = reading.mentions[index]
    sizes = mention.unit_measure in ("mu", "ha", "m2", "km2", "other:km2", "km", "m")
    if not (mention.kind == "count" or sizes) or before is None or before.unit_zh != mention.unit_zh or not verb:
        return ""
    words = re.sub("(?:户数|人数|人次|场次|笔数|张数|套数|件数|起数|量|面积|里程|长度|数)$", "", told.last())
    if words.endswith(HERDS) and verb in HERDS:
        return re.sub(f"(?:{'|'.join(HERDS)})$", verb, words) + "量"
    tokens = [token for token in names.tokens(words) if token.role in ("act", "both", "light")]
    if tokens and tokens[0].start == 0 and tokens[0].end < len(words):
        thing = words[tokens[-1].end if all(t.end == n.start for t, n in pairwise(tokens)) else tokens[0].end :]
        return compose(Phrase("", verb, thing), "", mention, names)
    if tokens and tokens[-1].end == len(words):
        return compose(Phrase("", "", words[: tokens[-1].start] + verb), "", mention, names)
    return compose(Phrase("", verb, words), "", mention, names) if words and mention.unit_zh != "人" else ""


def _summed(reading: Reading, index: int, left: str, names: Names) -> str:
    """The name of a figure that sums up the clause before (资助两类大学生，合计60名), where that tells no figure."""
    start = clause_start(reading.folded, reading.mentions[index].start)
    floor = floor_of(reading, index)
    if not start or not left.endswith(("合计", "共计", "总计", "累计", "共")):
        return ""
    before = clause_start(reading.folded, start - 1)
    if floor > before:
        return ""
    return compose(read_left(reading.folded[before : start - 1][-REACH:], names), "", reading.mentions[index], names)


def _inherited(reading: Reading, index: int, told: Told, names: Names) -> str:
    """The name of a figure whose clause says only that it was reached (增长5%、达到8亿元; 16万户70万人)."""
    mention = reading.mentions[index]
    name = told.last_quantity() if index and reading.mentions[index - 1].kind == "change" else told.kin(mention)
    return _each(left_of(reading, index), resized(_PLAN.sub("", name), mention, names))


def _each(left: str, name: str) -> str:
    """``name`` told for each (户均87万元: 户均…), where ``left`` says no more."""
    return left + name if name and left in _PER_HEAD else name


def _purpose(phrase: Phrase, mention: Mention, right: str, names: Names) -> str:
    """What money was for, where only a verb stands before it (发放165万元保障困难群众生活)."""
    tokens = names.tokens(right)
    if mention.unit_measure != "CNY" or phrase.noun or phrase.subject or not phrase.verb or not tokens:
        return ""
    if tokens[0].start or tokens[0].role not in ("act", "both", "drop", "light", "cut"):
        return ""
    matter = right[tokens[0].end :].strip()[:14]
    return f"{matter}{tokens[0].word if tokens[0].role == 'both' else ''}资金" if len(matter) > 1 else ""


def _name_chained(reading: Reading, index: int, names: Names) -> str:
    """The name of one of two counts before one 的 (115家企业2348人的就业问题: both were helped with the same)."""
    mentions, mention = reading.mentions, reading.mentions[index]
    first = index - 1 if right_of(reading, index).startswith("的") and index else index
    if first + 1 >= len(mentions):
        return ""
    one, two = mentions[first], mentions[first + 1]
    between = reading.folded[one.end : two.start]
    behind = reading.folded[two.end : clause_end(reading.folded, two.end)][:REACH]
    counted, _ = read_right(between, names)
    verb = read_left(left_of(reading, first), names).verb
    if not behind.startswith("的") or counted != between.strip() or not counted or not verb:
        return ""
    matter, _ = read_right(behind, names)
    if index == first:
        return compose(Phrase("", verb, matter + "的", open=True), counted, mention, names)
    return compose(Phrase("", verb, matter), "", mention, names)


def _counted(mention: Mention, phrase: Phrase, right: str, names: Names) -> tuple[str, str]:
    """The noun behind a figure and the rest of the clause, where the figure counts or measures that noun."""
    classified = mention.unit_measure in _CLASSIFIED and mention.kind != "level"
    done = bool(phrase.verb) and not phrase.noun
    bare = done or (not phrase.subject and not phrase.verb and len(phrase.noun) in (0, 2))
    if not (classified or bare) or (right.startswith("的") and phrase.noun):
        return "", ""
    return read_right(right, names)
