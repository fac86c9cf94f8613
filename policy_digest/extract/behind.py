"""The words behind a figure: the noun that it counts, and what that did."""

import re

from policy_digest.extract.hearing import EDGE, EDGE_JUNK, MASK, OPENING, opaque, trim, unquoted
from policy_digest.extract.phrases import strip_end, without_aspect
from policy_digest.lexicon.names import Names

_MODALS = ("要", "将", "拟", "可", "能", "会", "须", "应", "需", "即将")
_WITHIN = re.compile(r"(?<![集其初高])中(?:已|约|共|仅|只)?有?$")
_ADVERBS = ("也", "均", "都", "又", "再", "还", "就", "则", "已", "各", "同")
_BECAME = (
    *("进入", "纳入", "列入", "入选", "跻身", "达到", "通过", "获评", "荣获", "降至", "升至", "降为"),
    *("被评为", "被列为", "被认定为", "被命名为", "被授予"),
)
_HAS = ("共有", "现有", "拥有", "设有", "建有", "具有", "实有", "仅有", "只有", "另有", "还有", "已有", "有")
_NO_THINGS = ("次", "人次", "目标", "任务", "政策", "规模", "大关", "水平", "关口", "台阶", "范围", "速度", "增速")
_INVESTED = re.compile("(?<=项目|工程|企业|厂房|基地)(?:计划|概算|估算)?(?:总投资|投资|年产值|总产值)(?:额)?$")
_EACH = re.compile("(?:[人户亩村]均|每[人户亩村])(?!地)")
_SHORT, _LONG = 16, 20  # characters: a deed that says more is no part of a name, an honour may
_JOINTS = ("、", "和", "与", "及")
_BOUNDS = ("以上", "以下", "左右", "以内", "上下")
BOUND_BEHIND = re.compile(f"^(?:{'|'.join(_BOUNDS)})")
_WHEREUPON = re.compile("的?(?:基础上|前提下|情况下|同时).*$")
_NO_NOUN = re.compile(
    r"[中内里上后前时的正未]$|(?<=..)(?:共计?|合计|总计)$|(?<=..)(?:工作|建设)?(?:进展|推进)(?:顺利|有序|良好)?$|(?<=..)(?:有力|作用|[一-龥]{2}(?:时限|时间|成本|费用|材料)(?:压缩|缩短|降低|精简|减少|下降))$|(?<=资金|基金|经费|专款)(?:支持|扶持|用于|投入)$"
)
_BUILDING = re.compile(r"(?<=.{3}[^化])建设$|(?<=..)(?<![平同高初中上优])等$")
_SIZED = re.compile(r"([十百千]?[万亿]元以上)的?")
_CEREMONY = re.compile("^(.{2,})(开工|签约|奠基|竣工|投产|启动)仪式$")
_WHOLLY = re.compile("(?<=..)(?<![安健齐完])全$")
_HOW = re.compile(
    "^(?:成功|有序|平稳|稳妥|依法|大幅|全部|全面|均|已|深入|分别|陆续|集中|统一|联合|共同|主动|积极|顺利|相继|扎实|提前|全线|如期)*"
)
_WENT = re.compile(
    "(?:生产|产量|产值|营收|税收|利润|增加值|增速|增幅|降幅|涨幅|投资|价格|收入|同比|环比|月度|累计|均|都|已|(?=持平))+"
    "(?:由[负正]转[正负]|(?:实现|保持)?两位数增长|实现了?(?:同比)?正?增长|(?:进一步|实现|持续|有所|明显)*(?:持平|收窄|回升|扩大|增长|下降|上涨|下跌|加快|放缓))$"
)
FARED = re.compile(
    f"(?P<who>[^，,、\\d的\x00]{{0,4}}?(?:行业|企业|产业链|产业|产品|指标|区县|县区|县市区|乡镇|镇街|门类|商品|城市))(?P<how>{_WENT.pattern})"
)
"""What of so many is told how it went (2个行业增速由负转正), and whether words say that."""

_GREW_TO = re.compile(
    "(?:增长|增加|提高|提升|扩大|扩展|拓展|上升|下降|减少|降低|压减|压缩|精简|整合|合并|调整|优化|发展|[增减升降扩并])[至到为成]"
)
_BESIDES_DONE = re.compile("并(?=推进|实施|开展|完成|启动|加快|同步|对|将).*$")
_ALL_DUE = re.compile("(?<=..)应(.)尽\\1.*$")
_OF_THOSE = re.compile("(?<=产品|行业|企业|项目|指标)中(?=.{2}).*$")
_AIM_MET = re.compile("的?目标(?:任务)?(?:顺利|如期|提前)?(?:实现|完成)$")
_MET = re.compile("(?:均|都|已|全部|全面|如期|按期|顺利|圆满)*(?P<did>完成|未能?(?:如期|按期)?完成)")
"""What became of targets and tasks (9项指标全部完成)."""

_TOP = re.compile("[^,，、\\d]{0,8}前[百千万]分之[一二三四五六七八九]")
_IN_FULL = re.compile("(?:全面|全部|基本|均|都|已)(落实|到位|完成)$")
_PUT_IN_FORCE = re.compile(
    "[^,，、]{2,8}(?:措施|政策|责任|待遇)(?:落实|到位)|[^,，、]{2,6}达到(?:国家|国际|世界|行业|[省市]级)[^,，、]{2,8}|在全[国省市区县](?:复制)?推广|在[^,，、在]{2,6}(?:落户|就业|创业|就学|定居)|"
    "(?:凭借?|依靠|靠)[^,，、]{2,10}(?:晋升|获得|取得|当选|落户|入编|脱贫|增收)[^,，、]{0,6}|"
    "到(?:基层|乡镇|农村|企业|西部|一线|村|社区)[^,，、到]{0,3}(?:就业|创业|工作|任职|服务)"
)
"""What came of something for those who are counted (帮扶措施落实, 在城镇落户)."""

_WHERE_SET_UP = re.compile("^在[^，,、在]{1,4}?(?=(?:设立|建立|设有|开设|投资设立|投资建)[^，,、]{2,10}$)")
"""The place, told of firms before what they set up there (在青设立分支机构)."""

_EARNED_BY = re.compile(
    "(?P<who>[^，,、\\d\x00]{0,6}?(?:教师|人员|学生|工人|农民|职工|干部|人才|村民))(?P<how>(?:凭借?|依靠).{4,})"
)
"""People counted, and what they came to by which merit (20名教师凭教学成果晋升职称)."""

_AND_PLACES = re.compile("(?<=[市县区州镇乡村])和[^，,、和]{1,6}、[^，,和]{1,12}?[市县区州镇乡村](?=[被获入当成荣])")
"""Behind the places counted: others by name, of which the same is told (9个县和甲、乙镇被命名为…)."""

_PRIZES = re.compile(
    "(?:获得?|荣获|斩获|摘得)[^，,、]{0,8}?(?:国家|国内|全国|[省市县部]级?|奖)、[^，,、]{0,6}?(?:奖项?|荣誉|称号)"
)
"""Prizes of two ranks (获得国家、国际大奖), of which the first alone is none."""

_MODIFIES = re.compile("规模的?(?=..)|的(?=..)")
"""Behind a measure that only says of which size the counted are (3个百亿级投资规模的项目)."""

_CARRIED_OUT = re.compile("^(?:得到|实现|开展|完成|进行|实施|给予|予以)了?")
_BESIDES = re.compile(r"[该此][^该此]{1,4}$|\d+(?:小时|天|年|个月)")


def read_right(text: str, names: Names) -> tuple[str, str]:
    """The counted noun that begins ``text`` (the words behind a figure) and the rest of the clause."""
    text = opaque(text).lstrip(EDGE)
    if (sized := _SIZED.match(text)) and (counted := read_right(text[sized.end() :], names))[0]:
        return sized[1] + counted[0], counted[1]
    if text.startswith(_JOINTS) and OPENING.sub("", text, count=1) != text:
        return "", ""
    text = _bare(text)
    if _GREW_TO.match(text) or text.startswith(("凭", "依靠")):
        return "", text
    if told := FARED.match(text) or _EARNED_BY.match(text):
        return told["who"], told["how"]
    first = next(iter(names.tokens(text.split(MASK, 1)[0])), None)
    if first and not first.start and first.role in ("act", "both", "drop") and text.startswith("了", first.end):
        return "", unquoted(without_aspect(text, names))
    end = _noun_end(text, names)
    if (done := text.find("了", 0, end)) > 2 and not text.startswith("了解", done):
        end = done - 2
    end = _without_adverbs(text, end, names)
    noun = _NO_NOUN.sub("", _listed_apart(text[:end], end < len(text), names))
    noun = _BUILDING.sub("", noun) if noun.endswith(("建设", "等")) else noun
    plain = _unmeasured(noun, text[end:], names)
    measured, noun = noun[len(plain) :] if noun.startswith(plain) else "", plain
    if "等" in noun[1:-1]:
        noun = noun[noun.rindex("等", 0, -1) + 1 :]
    noun = trim(noun.strip(MASK)).rstrip(EDGE_JUNK + MASK).removeprefix("等")
    noun = _WHOLLY.sub("", noun) if noun.endswith("全") else noun
    noun = _CEREMONY.sub(r"\2\1", noun) if noun.endswith("仪式") else noun
    if noun in _NO_THINGS or noun.endswith(("大关", "台阶", "关口")):
        return "", text
    rest = without_aspect(text[end:].strip(MASK), names)
    return unquoted(noun), unquoted(measured + rest if rest.startswith(_BECAME) else rest)


def _bare(text: str) -> str:
    """``text`` without the bound that it begins with and without what is told of other things behind the noun."""
    text = (BOUND_BEHIND.sub("", text) if text.startswith(_BOUNDS) else text).removeprefix("的").removeprefix("是")
    text = _WITHIN.sub("", _OF_THOSE.sub("", text)) if "中" in text else text
    text = _BESIDES_DONE.sub("", text) if "并" in text else text
    text = _AND_PLACES.sub("", text) if "、" in text and "和" in text else text
    text = _ALL_DUE.sub("", text) if "应" in text else text
    text = _WHEREUPON.sub("", text) if "下" in text or "上" in text or "同时" in text else text
    return _EACH.split(text, maxsplit=1)[0] if "均" in text or "每" in text else text


def _listed_apart(noun: str, is_done: bool, names: Names) -> str:
    """``noun``, or the first of a list whose last thing alone something was done to (14个电网工程、通道建设)."""
    first, mark, rest = noun.partition("、")
    apart = mark and is_done and first.endswith(names.things)
    return first if apart and any(token.role in ("act", "both") for token in names.tokens(rest)) else noun


def _unmeasured(noun: str, rest: str, names: Names) -> str:
    """``noun`` without what the next figure measures of it (12条排水沟整治率达80%: the ditches were counted).

    ``rest`` are the words behind it, which may say how it was (46种产品能耗达到先进值).
    """
    noun = _INVESTED.sub("", noun)
    plain = strip_end(noun, names)[0]
    measured = plain.endswith(names.measures)
    if not measured or (plain == noun and not ("产品" in noun and rest.startswith(_BECAME))):
        return noun
    thing = plain.removesuffix(max((end for end in names.measures if plain.endswith(end)), key=len))
    tokens = names.tokens(thing)
    if tokens and tokens[-1].end == len(thing) and tokens[-1].role in ("act", "both", "light"):
        thing = thing[: tokens[-1].start]
    return thing if len(thing) > 1 else noun


def _noun_end(text: str, names: Names) -> int:
    """Where the counted noun ends: at the first word that is none, verbs in front of it apart (拟开工项目)."""
    text = text.split(MASK, 1)[0]
    opened = 0
    tokens = names.tokens(text)
    for i, token in enumerate(tokens):
        if token.start == opened and token.role in ("act", "both", "drop", "edge", "light"):
            opened = token.end
            continue
        if not token.start and token.word.startswith("村集体") and names.is_measure(token.word):
            return 1
        is_measure = token.word != "人口" and names.is_measure(token.word) and not _MODIFIES.match(text, token.end)
        if is_measure and token.start and text[token.start - 1] in "控级型":
            return token.start + 2
        if token.start and (is_measure or text.startswith("了", token.end)):
            return token.start if token.start > opened else 0
        if token.role == "end" and token.start and text[token.start - 1] in "级及岁":
            continue
        modal = token.word in _MODALS and i + 1 < len(tokens) and tokens[i + 1].start == token.end
        modal = modal and tokens[i + 1].role in ("act", "both", "drop", "light")
        if token.role in ("act", "drop", "cut") or modal or (token.role == "end" and len(token.word) > 1):
            with_whom = text.rfind("与", max(opened, 1), token.start - 1)
            stop = with_whom if token.role == "act" and with_whom > 0 else token.start
            return stop if stop > opened else 0
    return len(text) if opened < len(text) else 0


def _without_adverbs(text: str, end: int, names: Names) -> int:
    """``end`` of a noun that a verb ended, without the adverbs before that verb (均, 深入)."""
    for token in reversed(names.tokens(text[:end]) if end < len(text) else ()):
        adverb = token.role in ("light", "cut", "bound") or (
            token.role == "edge" and (len(token.word) > 1 or token.word in _ADVERBS)
        )
        if token.end != end or not token.start or not adverb:
            break
        end = token.start
    return end


def relative(rest: str, names: Names) -> str:
    """What the counted did, if ``rest``, the clause behind its noun, says so briefly (5个村成立强村公司)."""
    if _WENT.match(rest) and len(rest) <= _SHORT:
        return rest
    if met := _MET.fullmatch(rest):
        return met["did"]
    rest = _WHERE_SET_UP.sub("", rest) if rest.startswith("在") else rest
    rest = _IN_FULL.sub(r"\1", _HOW.sub("", _AIM_MET.sub("", rest)))
    if _PUT_IN_FORCE.fullmatch(rest) or (rest.startswith(_BECAME) and _TOP.fullmatch(rest)):
        return rest
    deed = _CARRIED_OUT.sub("", rest)
    reached = rest.startswith("实现")
    shown = strip_end(deed if reached or _opens_with_deed(deed, names) else rest, names)[0]
    opens = reached or shown.startswith(("与", *_BECAME)) or _opens_with_deed(shown, names)
    if shown.startswith(_HAS):
        return ""
    shown = _BESIDES.sub("", shown)
    shown = shown if _PRIZES.fullmatch(shown) else shown.partition("、")[0]
    return shown if opens and 1 < len(shown) <= (_LONG if shown.startswith(_BECAME) else _SHORT) else ""


def _opens_with_deed(text: str, names: Names) -> bool:
    first = names.opening(text)
    return first is not None and first.role in ("act", "both", "drop")
