"""How a figure is named that stands before what it measures: …亩的基地, …公里水泥硬化, 全长…公里、投资…万元的公路."""

import re

from policy_digest.extract.behind import read_right, relative
from policy_digest.extract.compose import ROADS, compose
from policy_digest.extract.context import REACH, Told, is_last, right_of
from policy_digest.extract.hearing import BREAKS, MASK, clause_end
from policy_digest.extract.mention import Mention, Reading
from policy_digest.extract.parts import PROJECT
from policy_digest.extract.phrases import Phrase, read_left, strip_end
from policy_digest.lexicon.names import Names

_INVESTED = ("投资", "总投资", "投资额", "计划投资", "计划总投资", "概算投资", "概算总投资", "估算总投资")
_SIZES = ("总长", "全长", "长", "总长度", "长度", "面积", "占地面积", "建筑面积", "总建筑面积", "占地", "总面积")
_SIDES = {"长": "长度", "宽": "宽度", "高": "高度", "深": "深度"}
_YEARLY = ("年产", "年加工", "日产", "年生产")
_KEPT = ("流转", "种植", "播种", "改造", "治理", "修复", "硬化", "绿化", "复垦", "征收", "拆除", "收储", "出让")
_GROUPS = ("队伍", "班子", "专班", "团队", "工作组", "代表团", "小分队", "工作队", "服务队", "宣讲团")
_SAID = 4  # characters: so few behind a project are of its name (一期)
_LONGEST = 8  # characters: what is longer is no deed done to a length or an area
_FAR = 14  # characters: what is longer is no name of who is paid
_LISTED = re.compile("[^，,、；;。:：()（）\\d\x00]{2,14}[、和]")
_LONGEST_LIST = 12  # figures
_FAR_DEED = 24  # characters
_CARRIED_OUT = ("完成", "实施", "推进", "开展", "启动")
_DEED = re.compile(
    "(?:节能|超低排放|清洁|提标|升级|综合|生态|节能降碳|节水)*(?:改造|治理|修复|整治|更新|改建|扩建|提升)+$"
)
SPREAD = re.compile(
    r"(?P<what>.*?)(?:范围)?(?:已|将|要|拟)*(?:扩大|推广|扩展|拓展|延伸|扩围)[到至](?:全[国省市县])?$|"
    r"(?P<sent>[^，,、]{1,8}外送)(?:[到至]|范围达到?)?$"
)
_WHERE = (
    "省份",
    "省区市",
    "县",
    "市县",
    "县区",
    "城市",
    "乡镇",
    "村",
    "社区",
    "地区",
    "国家",
    "行业",
    "企业",
    "高校",
    "学校",
    "医院",
)
_FUNDED = ("投资计划", "合同", "订单", "债券", "基金", "贷款", "赔偿")
_SHARED = re.compile(r"[、和及与]\s*$")
_ATTRIBUTE = re.compile(
    r"(?:[十百千万亿]+[余多]?[万亿]?(?:亩|元|吨|头|只|羽|人|户|米|公里|级)(?:以上|以下|级)?|(?:国家|世界|自治区|区域|[省市县区镇村])级)的?$"
)
_ATTRIBUTE_AHEAD = re.compile("^" + _ATTRIBUTE.pattern.removesuffix("$"))
_EACH_YEAR = re.compile(
    r"^(.+?)(?:为|按|达|达到|由|从)?(?:每人每[年月]|[年月]人均|人[年月]|每[年月]每人)(?:为|达|约)?$"
)
_RATED = ("供养", "救助", "低保", "保障", "补助", "补贴", "护理", "奖励", "扶助", "养老金", "抚恤")
_DISTANCE = re.compile(r"(?:距离?|离)([^距离，,、\x00]{2,10}?)(?:约|近|仅|只有|有)?$")


def before_its_noun(
    reading: Reading, index: int, phrase: Phrase, around: tuple[str, str], told: Told, names: Names
) -> str:
    """The name of a magnitude by the noun behind it with 的, or the deed behind it without; empty where neither is."""
    mention, (left, right) = reading.mentions[index], around
    if mention.kind == "count" and right.startswith("的"):
        group = read_right(right, names)[0]
        return compose(Phrase("", "", group), "", mention, names) if group.endswith(_GROUPS) else ""
    if mention.kind != "level":
        return ""
    if right.startswith("机组") and left.endswith("等") and "、" in phrase.words:
        return phrase.words + "等机组装机容量"  # 甲电厂二期、乙电厂二期等90万千瓦机组
    if right.startswith("的"):
        return _of_noun(mention, phrase, right, told, names) or _of_deed(reading, index, phrase, right, names)
    size = phrase.words if phrase.words in (*_INVESTED, *_SIZES) else phrase.noun if phrase.noun in _SIDES else ""
    if size and (noun := _ahead(reading, index, names)):
        return noun + _SIDES.get(size, size)
    return _of_deed(reading, index, phrase, right, names)


def _of_noun(mention: Mention, phrase: Phrase, right: str, told: Told, names: Names) -> str:
    noun = _project(read_right(right, names)[0])
    money = right.removeprefix("的")
    if (
        mention.unit_measure in ("CNY", "USD")
        and money.endswith(_FUNDED)
        and len(money) <= _LONGEST
        and not phrase.noun
    ):
        return money
    if len(noun) < 2 or noun.endswith(names.measures) or noun in names.heads:
        return ""
    if phrase.words.endswith(_INVESTED):
        invested = max((word for word in _INVESTED if phrase.words.endswith(word)), key=len)
        return noun + invested
    if mention.unit_measure == "CNY" and not phrase.words and told.own():
        before = told.own()[-1][1]
        return noun + max((word for word in _INVESTED if before.endswith(word)), key=len, default="资金")
    if phrase.noun.endswith(_YEARLY):
        return noun + "年产能"
    if phrase.words not in _SIDES and (phrase.noun in _SIZES or phrase.words in _SIZES):
        return noun + (phrase.noun or phrase.words)
    if mention.unit_measure in ("km", "m") and phrase.words[-1:] in _SIDES:
        return noun + _SIDES[phrase.words[-1]]
    if phrase.noun or phrase.subject or mention.unit_measure in ("CNY", "USD"):
        return ""
    return compose(Phrase("", phrase.verb if phrase.verb in _KEPT else "", noun), "", mention, names)


def _project(noun: str) -> str:
    """``noun`` up to the project that it names, where much more is said of that."""
    match = PROJECT.match(noun)
    return match[0] if match and len(noun) - match.end() > _SAID else noun


def _ahead(reading: Reading, index: int, names: Names) -> str:
    """The noun that a later figure of the same series of bare heads stands before (全长5公里，投资8亿元的青禾大道)."""
    for at in range(index + 1, min(index + 4, len(reading.mentions))):
        between = reading.folded[reading.mentions[at - 1].end : reading.mentions[at].start]
        if len(between) > _LONGEST or any(mark in between for mark in "。;；"):
            return ""
        if right_of(reading, at).startswith("的"):
            noun = _project(read_right(right_of(reading, at), names)[0])
            return noun if len(noun) > 1 and not noun.endswith(names.measures) else ""
    return ""


def _of_deed(reading: Reading, index: int, phrase: Phrase, right: str, names: Names) -> str:
    """The name of a size by the thing before it and the deed behind it (完成青禾路3公里路面硬化)."""
    mention, deed = reading.mentions[index], right.strip().removeprefix("的")
    if mention.unit_measure in ("CNY", "USD") or not phrase.noun or phrase.verb or not 1 < len(deed) <= _LONGEST:
        return ""
    tokens = names.tokens(deed)
    done = bool(tokens) and tokens[-1].end == len(deed) and tokens[-1].role in ("act", "both")
    if not done or not is_last(reading, index) or phrase.noun.endswith((deed, *names.measures)):
        return ""
    if mention.unit_measure == "km" and ROADS.search(phrase.noun):
        return phrase.noun + deed + "里程"
    return compose(Phrase("", "", phrase.noun + deed), "", mention, names)


def shared_noun(reading: Reading, index: int, names: Names) -> str:
    """The noun that a count's attribute leaves to the next of its list (2个千亩、3个百亩示范片: 千亩示范片)."""
    if index + 1 >= len(reading.mentions) or reading.mentions[index].kind != "count":
        return ""
    mention, after = reading.mentions[index], reading.mentions[index + 1]
    words = reading.folded[mention.end : after.start]
    attribute = _SHARED.sub("", words)
    if mention.unit_zh != after.unit_zh or attribute == words or not _ATTRIBUTE.fullmatch(attribute):
        return ""
    end = min(clause_end(reading.folded, after.end), after.end + REACH)
    noun = read_right(_ATTRIBUTE_AHEAD.sub("", reading.folded[after.end : end]), names)[0]
    return attribute.removesuffix("的") + noun if noun else ""


def shared_deed(reading: Reading, index: int, names: Names) -> str:
    """What a count's things did together with those that the next figure counts (8名教师和3个班组获评优秀)."""
    if index + 1 >= len(reading.mentions) or reading.mentions[index + 1].kind != "count":
        return ""
    words = reading.folded[reading.mentions[index].end : reading.mentions[index + 1].start]
    if not _SHARED.search(words) or len(words) > _FAR or any(mark in words for mark in BREAKS):
        return ""
    after = reading.mentions[index + 1].end
    end = min(clause_end(reading.folded, after), after + REACH)
    return relative(read_right(reading.folded[reading.mentions[index + 1].end : end], names)[1], names)


def listed_deed(reading: Reading, index: int) -> str:
    """What was done to each of a list, told behind its last thing (完成2台机组、3台锅炉超低排放改造), or nothing."""
    first = last = index
    while last - index < _LONGEST_LIST and _is_listed(reading, last):
        last += 1
    if last == index:
        return ""
    while index - first < _LONGEST_LIST and first and _is_listed(reading, first - 1):
        first -= 1
    text, begin = reading.folded, reading.mentions[last].end
    end = clause_end(text, begin)
    if end - begin > _FAR_DEED or not text.endswith(_CARRIED_OUT, 0, reading.mentions[first].start):
        return ""
    deed = _DEED.search(text, begin, end)
    return deed[0] if deed and deed.end() == end else ""


def _is_listed(reading: Reading, index: int) -> bool:
    """Whether a thing and a mark of a list alone stand between a figure and the next one."""
    if index + 1 >= len(reading.mentions):
        return False
    between = reading.mentions[index].end, reading.mentions[index + 1].start
    return _LISTED.fullmatch(reading.folded, *between) is not None


def spread(mention: Mention, left: str, right: str, names: Names) -> str:
    """The name of the places that something was spread to (试点扩大到11个县: 试点县数), or nothing."""
    match = SPREAD.match(left.rstrip(MASK)) if mention.kind == "count" else None
    where = read_right(right, names)[0] if match else ""
    what = read_left(match["what"] or match["sent"], names).words if match and where in _WHERE else ""
    return compose(Phrase("", "", what + where), "", mention, names) if len(what) > 1 else ""


def distance(mention: Mention, left: str) -> str:
    """The name of a distance to a place (距县城12公里), or nothing."""
    match = _DISTANCE.search(left) if mention.unit_measure in ("km", "m") else None
    return f"距{match[1].strip(BREAKS)}距离" if match else ""


def rated(mention: Mention, left: str, told: Told, names: Names) -> str:
    """The name of what each is paid a year or a month, where no more is said than for what (分散供养每人每年2400元)."""
    match = _EACH_YEAR.search(left) if mention.unit_measure == "CNY" else None
    if not match:
        return ""
    what = strip_end(match[1].strip(MASK), names)[0]
    what = what[max(what.rfind(mark) for mark in "按为、，,") + 1 :]
    if not 1 < len(what) <= _FAR or what.endswith(names.measures):
        return ""
    return what + "标准" if what.endswith(_RATED) or told.last().endswith("标准") else ""
