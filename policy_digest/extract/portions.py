"""How a part is named that leaves out what it is a part of: in brackets, behind 其中, of those told of with …中."""

import re
from collections.abc import Sequence

from policy_digest.extract.behind import BOUND_BEHIND, relative
from policy_digest.extract.carried import COUNT
from policy_digest.extract.compose import HERDS, compose, grown
from policy_digest.extract.context import REACH, Told, is_near, left_of, right_of
from policy_digest.extract.hearing import EDGE_JUNK, MASK
from policy_digest.extract.mention import Mention, Reading
from policy_digest.extract.phrases import Phrase, read_left, strip_end, without_aspect
from policy_digest.extract.subjects import thing_of
from policy_digest.lexicon.names import Names
from policy_digest.lexicon.tokens import Token

_AMONG = re.compile(
    r"(?:^|[,，;；。(（])(?:在(?![校册职岗园建读编训逃库押外]))?([^,，;；。:：()（）\x00\d]{2,12}?)(?:之|当)?(?<![集其初高])中[,，]?"
)
_THOSE = re.compile(
    r"(?:^|\x00)(?:在(?![校册职岗园建读编训逃库押外]))?([^\x00]{2,12}?)(?:之|当)?(?<![集其初高])中(?:已|约|共|仅|只)?有?$"
)
_FARED = re.compile(
    r"((?:全部|均|已|正式|已经|成功)*)(?=纳入|列入|入选|获评|获得|荣获|被|通过|达到|取得|得到|进入|享受|升级)"
)
_FAR = 14  # characters: what is longer says more than what became of a thing
_NAMED = 3  # characters: a shorter wording of the catalogue may be a kind of anything (男性)
_HARM = ("死亡", "受伤", "伤亡", "失踪")
_SHORT = 2  # characters: a verb so short tells what was done, a longer one of which kind (集中供养)
_FAR_BACK = 4 * REACH  # characters: nobody is told of among those named farther back
_SINCE = 3  # characters: brackets belong to the figure that stands so near before them
_NEW = "新(?:增|建|设|登记|注册|开工|培育|引进|认定|发展|入库|签约?|改建|改扩建|扩建|探明|发现)|净增"
_GAINED = re.compile(_NEW)
"""What is done to a part as to its whole, and makes of it no part of what there was."""

_DONE = re.compile(
    "(?:启动)?(?:(?:新建|改造|改建|扩建)[和、]?(?:新建|改造|改建|扩建|改扩建|建设|提升)|"
    f"{_NEW}|建成|修建|升级改造|改造提升|提升改造|清理(?:规范)?|取消|下放|退出|改造|治理|修复|获批|办[理结]|引进|认定|打造|创建|实际(?:使用|利用|到位)|"
    "(?:淘汰|关停|关闭|取缔|化解|压减|报废|拆除)(?:(?:落后|过剩|老旧)的?)?)"
)
_FOUND_WORK = re.compile("(?:再|困难[^、]{0,4}|失业[^、]{0,4})就业$")
"""People who found work again: they are told of by themselves (新增就业1200人、失业人员再就业300人)."""

_NET = re.compile("^净增(?=..)|(?<=..)退出(?=户?数$)")
_LISTED = re.compile("[、和及](?:前\\d{1,2}[%‰])?[^，,、；;。:：()（）\\d\x00]{2,14}")
_QUOTES = re.compile('[“”"]')
"""Between a figure and the next of a list: a thing that the same was done to."""

_ADJECTIVE = re.compile("(?:落后|过剩|老旧)的?$")
_BOUND = re.compile("(?:超过|达到?|约|近|超)$")
_LISTED_BEHIND = re.compile("([^，,、；;。:：()（）\\d\\x00]{2,14})[、和]")
"""Between two figures whose things stand behind them (改造19个城中村、80个小区)."""

_OF_RANK = re.compile("^(?:[A-Z市县区省]|国家)级(?:及?以上)?(?=..)")
"""The rank of a whole, of whose parts each has its own (省级以上示范社12家,其中国家级3家)."""

_STANDS = re.compile("总|就业人数$")
"""In the name of a part: a total, or what is new by itself."""

_OWN_SENSE = re.compile("流[出失]|亏损|拆除|退出|注销|吊销|累计|发放|关停|淘汰|入驻|闲置|在建|续建|现有|原有")
"""Words of a part, or of the next of a list, by which it was not done to as the one before."""

_BEFORE = 3  # figures: 其中 at the head of a sentence tells of one of so many before it
_ADVERBS = re.compile(r"^(?:其中|包括|包含|含有|含(?![量税氧糖水])|[\s:：,，、和及])+")
_LONGEST = 12  # characters: what is longer tells of something of its own
_OF_ALL = re.compile(r"^(?:全[省市县区乡镇村街]|总|各级各类|各类|各种|各项|各)+")
_RANK = ("重点", "省级", "市级", "县级", "国家级")
_VALUE_ADDED = ("值",)
_OWN = ("户数", "人数")  # of what is counted as things: 商户数 is the number of 商户
_COUNTS = ("数", "人口", "人次")
_BALANCES = ("余额", "存量", "总额")
_GROUP = ("人口",)
_SUMS = ("债", "税", "费", "款", "金", "券", "贷")


def portion(reading: Reading, index: int, left: str, told: Told, names: Names) -> str:
    """The name of a part, where ``left`` says which part and not of what; empty where it is no part."""
    mention = reading.mentions[index]
    part = _ADVERBS.sub("", left.strip(MASK))
    part = strip_end(part, names)[0].strip(EDGE_JUNK).removesuffix("的")
    first = next(iter(names.tokens(part)), None)
    if first and not first.start and first.word in ("有", "仅", "共"):
        part = part[1:]
    elif first and not first.start and first.role in ("act", "drop", "cut"):
        return ""
    tokens = names.tokens(part)
    done = (
        bool(tokens)
        and tokens[-1].end == len(part)
        and (tokens[-1].role == "act" or (tokens[-1].role == "both" and not tokens[-1].start and len(part) <= _SHORT))
    )
    if not part or len(part) > _LONGEST or part.endswith(("以", *HERDS)) or done:
        return ""
    if whole := _whole(reading, index, told):
        return _of_whole(part, mention, whole[1], names)
    return _among(part, reading, mention, names)


def _whole(reading: Reading, index: int, told: Told) -> tuple[Mention, str] | None:
    """The figure that a part belongs to: the one before its brackets or before 其中, of the same unit and kind."""
    mention, text = reading.mentions[index], reading.folded
    at = mention.start
    opened = text.rfind("(", 0, at)
    if opened > text.rfind(")", 0, at):
        near = (known for known in reversed(told.own()) if known[0].end <= opened)
        known = next(near, None)
        near_enough = known is not None and opened - known[0].end <= _SINCE
        return known if known and near_enough and _is_alike(known[0], mention) else None
    border = text.rfind("其中", 0, at)
    if border < 0 or "。" in text[border:at] or ")" in text[border:at].partition("(")[0]:
        return None
    own = [known for known in told.own() if known[0].end <= border]
    before = [known for known in told.names[max(told.begun - _BEFORE, 0) : told.begun] if is_near(known[0], mention)]
    return next((known for known in (*reversed(own), *reversed(before)) if _is_alike(known[0], mention)), None)


def gained(name: str, reading: Reading, index: int, told: Told, names: Names) -> str:
    """``name`` with what was done to the whole that its figure is a part of (新增公路60公里，其中高速公路4公里)."""
    mention = reading.mentions[index]
    if "其中" not in reading.folded or mention.kind not in ("count", "level") or _STANDS.search(name):
        return name
    if _OWN_SENSE.search(left_of(reading, index)):
        return name
    whole = _whole(reading, index, told)
    deed = _GAINED.match(whole[1]) if whole else None
    first = names.first(name) if deed else None
    return name if deed is None or (first and not first.start and first.role in ("act", "both")) else deed[0] + name


def of_the_stock(name: str, reading: Reading, index: int, told: Told) -> str:
    """``name`` of a rate beside the count of what came or went that is told of all there are (退出6家、压降30%)."""
    before, known = told.own()[-1] if told.own() else (None, "")
    if before is None or before.kind != "count" or name != known:
        return name
    gap = reading.folded[before.end : reading.mentions[index].start]
    is_of_all = gap.startswith("、" if "退出" not in name else ("、压降", "、压减"))
    return _NET.sub("", name) if is_of_all else name


def done_alike(name: str, reading: Reading, index: int, told: Told, names: Names) -> str:
    """``name`` with what was done to the thing listed before its own (新建公园2个、步道3条: both are new)."""
    mention, own = reading.mentions[index], told.own()
    if not own or mention.kind not in ("count", "level") or own[-1][0].kind not in ("count", "level"):
        return name
    told_of, before = own[-1]
    gap = _QUOTES.sub("", BOUND_BEHIND.sub("", reading.folded[told_of.end : mention.start]))
    if _OWN_SENSE.search(gap) or not _alike_in_kind(told_of, mention, names.tokens(right_of(reading, index))):
        return name
    if (first := _LISTED_BEHIND.fullmatch(gap)) and (deed := _DONE.match(before)) and first[1] in before:
        word = names.first(name)
        return name if word and not word.start and word.role in ("act", "both") else deed[0] + name
    if _LISTED.fullmatch(gap) and name == gap[1:] + "量" and before.endswith("产量"):
        return gap[1:] + "产量"  # 生产原油239万吨、天然气56亿立方米
    if _LISTED.fullmatch(gap) and name == gap[1:] + "产量" and before.endswith("量"):
        word = names.first(before)  # 处理垃圾3.6万吨、污水8万吨: none of them is a harvest
        return word.word + gap[1:] + "量" if word and not word.start and word.role in ("act", "both") else name
    gap = _BOUND.sub("", gap)
    deed = _DONE.match(before) if _LISTED.fullmatch(gap) else None
    if deed is None or "总" in name or name.startswith("新") or _FOUND_WORK.search(gap):
        return name
    told_in = names.tokens(gap[1:])
    is_bare = all(
        token.role in ("noun", "front") or token.word in "和与及前" or (token.role == "both" and token.start)
        for token in told_in
    )
    said = deed[0] if name.endswith("产能") else _ADJECTIVE.sub("", deed[0])
    return said + name if is_bare and gap[1:] in name else name


def _alike_in_kind(before: Mention, mention: Mention, behind: Sequence[Token]) -> bool:
    """Whether the same can be done to both: people are not built, nor what does something of its own (2300人受益)."""
    people = ("person", "visit")
    same = (before.unit_measure in people) == (mention.unit_measure in people)
    money = before.unit_measure == mention.unit_measure or "CNY" not in (before.unit_measure, mention.unit_measure)
    return same and money and not any(token.role in ("act", "both") and not token.start for token in behind)


def _is_alike(whole: Mention, part: Mention) -> bool:
    return whole.kind == part.kind and whole.kind in ("count", "level") and whole.unit_zh == part.unit_zh


def _among(part: str, reading: Reading, mention: Mention, names: Names) -> str:
    """The name of those among ``X中`` (党员中男的39人), and of the parts told after them."""
    begin = max(reading.folded.rfind("。", 0, mention.start) + 1, mention.start - _FAR_BACK)
    found = list(_AMONG.finditer(reading.folded, begin, mention.start))
    if mention.kind != "count" or not found:
        return ""
    whole = _OF_ALL.sub("", found[-1][1])
    if not whole.endswith((*names.things, *names.persons, *_GROUP)):
        return ""
    if found[-1].end() > mention.start - len(part) - 1 and found[-1][1] in part:
        part = part.partition("中")[2]
    return _of_whole(part, mention, compose(Phrase("", "", whole), "", mention, names), names)


def of_those(mention: Mention, left: str, right: str, names: Names) -> str:
    """The name of those among others who did or are something (党员中有30名外出务工; 组长中有3名是党员)."""
    match = _THOSE.search(left)
    if mention.kind != "count" or not match or not match[1].endswith((*names.things, *names.persons)):
        return ""
    deed = right.removeprefix("是") if right.startswith("是") else relative(without_aspect(right, names), names)
    return compose(Phrase("", "", deed + match[1]), "", mention, names) if 1 < len(deed) <= _LONGEST else ""


def fared(mention: Mention, left: str, right: str, told: Told, names: Names) -> str:
    """The name of those of the things told before that fared so (查摆问题44个，其中21个纳入整改清单)."""
    match = _FARED.match(right)
    if mention.kind != "count" or not match or read_left(left.removeprefix("其中"), names).words:
        return ""
    alike = (name for before, name in reversed(told.own()) if before.unit_zh == mention.unit_zh)
    deed = strip_end(without_aspect(right[match.end(1) :].strip("的").removeprefix("得到"), names), names)[0]
    deed = deed or right.removeprefix("得到")
    before = COUNT.sub("", next(alike, ""))
    thing = "" if _FARED.match(before) or before.startswith("当选") else thing_of(before, names)
    thing = thing if thing.endswith((*names.things, *names.persons)) else ""
    told_so = len(deed) <= _FAR and (thing or mention.unit_measure == "person")
    return compose(Phrase("", "", deed + thing), "", mention, names) if told_so else ""


def _of_whole(part: str, mention: Mention, whole: str, names: Names) -> str:
    return _counted(part, mention, whole, names) if mention.kind == "count" else _measured(part, whole, names)


def _counted(part: str, mention: Mention, whole: str, names: Names) -> str:
    if part.endswith(_COUNTS):
        return ""
    if (measure := _measure(whole, names)) and part.endswith(whole.removesuffix(measure)):
        return part + measure  # 汽车保有量3200辆，其中新能源汽车350辆
    stem = whole[:-1] if mention.unit_measure == "item" and whole.endswith(_OWN) else COUNT.sub("", whole)
    suffix = whole[len(stem) :]
    stem = _OF_ALL.sub("", stem)
    if not stem:
        return compose(Phrase("", "", part), "", mention, names) if whole.startswith("总") else ""
    if harm := next((word for word in _HARM if stem.endswith(word) and not part.endswith(word)), ""):
        return part + harm + suffix
    if part[-1:] == stem[-1:] or _is_whole(part, mention, names) or _is_work(part, names):
        return ""
    tokens = names.tokens(stem)
    if tokens and tokens[-1].end == len(stem) and tokens[-1].role in ("act", "both"):
        return part + tokens[-1].word + suffix
    if stem.endswith("人口"):
        return part + stem
    first = names.opening(stem)
    verb = first is not None and (first.role == "act" or (first.role == "both" and not names.find(stem)))
    done = verb and stem.endswith((*names.things, *names.persons))
    stem = stem[first.end :] if first and done else stem
    stem = _OF_RANK.sub("", stem) if part.endswith("级") else stem
    return part + compose(Phrase("", "", stem), "", mention, names)


def _is_work(part: str, names: Names) -> bool:
    """Whether ``part`` names a work of its own (棚户区改造)."""
    tokens = names.tokens(part)
    done = bool(tokens) and tokens[-1].end == len(part) and tokens[-1].role == "both" and tokens[-1].start > 1
    return done or (len(part) > _NAMED and names.find(part) is not None)


def _is_whole(part: str, mention: Mention, names: Names) -> bool:
    """Whether ``part`` names by itself what is counted in that unit (12人: 教师, not 公办学校)."""
    ends = names.persons if mention.unit_measure in ("person", "visit") else names.things
    return part.endswith(ends) and not part.endswith(_RANK)


def _measure(name: str, names: Names) -> str:
    """The words at the end of ``name`` that say what was measured (工业投资 → 投资; 涉农贷款余额 → 贷款余额)."""
    last = max((end for end in names.measures if name.endswith(end)), key=len, default="")
    if last not in _BALANCES:
        return last
    before = name.removesuffix(last)
    return max((end for end in names.measures if before.endswith(end)), key=len, default="") + last


def _measured(part: str, whole: str, names: Names) -> str:
    if part.endswith("面积"):
        return ""
    if verb := grown(whole):
        return "" if any(token.role in ("act", "both") for token in names.tokens(part)) else f"{part}{verb}面积"
    measure = _measure(whole, names)
    if not measure or measure in _VALUE_ADDED:
        return ""
    if part.endswith((*names.heads, *_SUMS)):
        return ""
    own = max((end for end in names.measures if part.endswith(end)), key=len, default="")
    if own:
        return part + measure if measure != "额" and whole.endswith(own + measure) else ""
    return part + measure
