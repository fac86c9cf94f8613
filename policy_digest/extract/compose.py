"""How a name is put together from a phrase: what was counted or measured, with the word that says how."""

import re

from policy_digest.extract.mention import CLASSIFIED, Mention
from policy_digest.extract.phrases import Phrase
from policy_digest.lexicon.names import Names

_IN_USE = r"(?:新建|建成|投入|通车|运营|营业|开通)*"
ROADS = re.compile(rf"(?:路|公路|道路|[国省县乡村]道|高速|铁路|地铁|轨道交通|(?<!岸)线|干道|街巷){_IN_USE}$")
_VAGUE = re.compile(r"^(?:各类|各项|各种|各级|各(?![族界])|一批|多个|全部|相关|余|多)+")
_SOWN = re.compile("(?<=.)播面$")
_COUNTED = ("数", "量", "人口", "人次", "场次", "户数")
_PAID = ("增收", "发放", "减免", "拨付", "兑现", "兑付", "返还", "下拨", "缓缴", "投放")
_GROWN = (
    "种植",
    "播种",
    "流转",
    "收储",
    "改造",
    "拆除",
    "治理",
    "修复",
    "硬化",
    "绿化",
    "复垦",
    "征收",
    "出让",
    "养护",
    "建设",
    "新种植",
    "养殖",
)
_HOSTS = ("接待", "接诊", "服务")
_HOUSES = ("馆", "景区", "景点", "医院", "卫生院", "公园", "剧院")
_FOUNDS = ("设立", "发起", "组建", "成立", "安排")
_FUNDS = ("基金", "资金", "专款", "经费", "公司", "贷款")
_MADE = re.compile("^生产(?!资料|性|用|建设|能耗|企业)")
_MOVED = re.compile(
    "(?:输出|外运|外送|出口|进口|销售|收购|供应|消耗|排放|运输|调[入出]|投放|处理|储备|引水|补水|改造|治理|整治)$"
)
_REACHES = ("覆盖", "惠及", "辐射", "外送")
_HOUSING = ("房", "房屋", "住宅", "住房", "棚户区", "安居工程", "建成", "开工", "开工建设", "竣工", "交付", "安置")
_NAMED = 5  # characters: no place's name is longer
_PLACES = ("村", "镇", "乡", "县", "社区", "街道")
_CALLS = ("咨询", "投诉", "举报", "诉求", "来电", "来信", "求助")
_DEEDS = ("减员", "裁员", "增员", "招生", "出生", "扩员")
_EARNED = re.compile(r"[可能将]?(增收|创收|减收|节支|纳税|缴税|创税|创汇|减负|让利)$")
_BELONGING = re.compile(r"(.{0,8}(?:村|户|企业|社区|小区|学校|街巷|道路|乡镇|街道|家庭|群众|老人|职工|单位))的(.{2,})")
_HOW_MUCH = re.compile("(?:年初预算|调整预算|任务数?|目标数?|倍数|张数|户数|人数|场次|占.*)$")
_DONE = re.compile("^(?:新增|种植|栽植|生产|推广|完成)")
_NUMBER = re.compile("(?:户数|人数|人次|次数|笔数|张数|套数|场次|批次|数)$")
_TASK = re.compile("(?<=..)任务$")
_AREAS = ("mu", "m2", "ha", "km2", "other:km2")
_HOUSEHOLDS = ("监测户数", "低保户数", "五保户数", "困难户数", "边缘户数", "种植户数", "养殖户数", "搬迁户数")
_BARE = ("面积", "数量", "人数", "户数", "次数", "金额", "总额", "规模", "里程")
_GIVEN = ("分红", "资金", "补贴", "补助", "金", "款", "额")
_HERD = re.compile("年?(出栏|存栏|饲养|养殖|放养|投放)(?![量栏])([^量]{1,6})$")
_HEADS = ("头", "只", "羽", "匹", "尾")
HERDS = ("出栏", "存栏", "饲养", "养殖", "育苗", "年育苗", "放养", "投放")


def compose(phrase: Phrase, counted: str, mention: Mention, names: Names) -> str:
    """The name of a count or a measured magnitude; empty where the phrase says nothing.

    ``counted`` is the noun behind a classifier, empty where the noun stands before the number.
    """
    noun, counted = _VAGUE.sub("", phrase.noun), _VAGUE.sub("", counted)
    phrase = phrase if noun == phrase.noun else phrase._replace(noun=noun)
    if counted and mention.unit_measure in ("CNY", "USD") and phrase.verb in _FOUNDS and counted.endswith(_FUNDS):
        return counted  # 设立2000万元创业基金
    if counted:
        base = _join_counted(phrase, counted)
    else:
        hosted = phrase.verb in _HOSTS and phrase.subject.endswith(_HOUSES)
        base = phrase.verb + phrase.noun if phrase.noun and not hosted else phrase.subject + phrase.verb
        base = phrase.words if hosted else base
    base = _spelt(base if phrase.noun not in _BARE else phrase.words)
    if not base or (mention.kind == "count" and not counted and base.endswith(("密度", "能力"))):
        return base
    herd = _HERD.match(base) if mention.unit_zh in _HEADS and not counted else None
    if herd:
        return f"{herd[2]}{herd[1]}量"
    base = base.removesuffix("规模") if mention.unit_measure == "person" and len(base) > len("规模") else base
    if mention.kind == "count" or (counted and mention.unit_measure in CLASSIFIED):
        base = base.removesuffix("人口") if mention.unit_measure == "household" else base
        if mention.unit_zh == "件" and base in _CALLS:
            return base + "件数"
        return base + _count_suffix(base, mention)
    paid = mention.unit_measure in ("CNY", "USD") and phrase.verb in _PAID and phrase.noun
    if base.endswith(names.measures) and not paid:
        return base
    return _measured(phrase, base, mention)


def _spelt(base: str) -> str:
    """``base`` with the short word for a sown area spelt out (粮食播面)."""
    return _SOWN.sub("播种面积", base)


def _join_counted(phrase: Phrase, counted: str) -> str:
    if phrase.open:
        return phrase.verb + phrase.noun + counted
    if match := _BELONGING.fullmatch(counted):
        return f"{match[2]}的{match[1]}"
    if phrase.verb in _REACHES and phrase.subject:
        return phrase.words + counted  # 搜索引擎用户覆盖90个国家
    if phrase.verb and not phrase.noun.endswith(counted):
        return phrase.verb + (phrase.noun if len(phrase.noun) <= 6 else "") + counted
    return counted


def _count_suffix(base: str, mention: Mention) -> str:
    if base.endswith(_COUNTED) and not (mention.unit_measure == "household" and base.endswith("人口")):
        return ""
    if base.endswith(HERDS):
        return "量"
    match mention.unit_measure:
        case "person":
            if base.endswith(_PLACES) and len(base) <= _NAMED:
                return "人口"
            return "数" if base.endswith(("人", "者", "员", "生")) and not base.endswith(_DEEDS) else "人数"
        case "visit":
            return "人次"
        case "household":
            return "数" if base.endswith(("户", "主体", "企业")) else "户数"
        case _ if mention.unit_zh == "套" and base.endswith(_HOUSING):
            return "套数"
        case _ if len(mention.unit_zh) > 1 and mention.unit_zh.endswith("次"):
            return mention.unit_zh
        case _:
            if base.endswith("床位"):
                return "数"
            if mention.unit_zh in ("起", "宗") and base.endswith(("事故", "火灾")):
                return "起数"
            return {"场": "场次", "次": "次数", "村": "村数", "张": "张数", "笔": "笔数"}.get(mention.unit_zh, "数")


def _measured(phrase: Phrase, base: str, mention: Mention) -> str:
    verb, noun = phrase.verb, phrase.noun
    base = _TASK.sub("", base) if mention.unit_measure in (*_AREAS, "km", "m") else base
    match mention.unit_measure:
        case "mu" | "m2" | "ha" | "km2" | "other:km2":
            return f"{noun}{verb}面积" if noun and verb in _GROWN else base + "面积"
        case "km" | "m":
            if base.endswith(("全长", "总长", "高度", "宽度")):
                return base
            return base + ("里程" if ROADS.search(base) else "长度")
        case "t" | "kg" if noun and verb == "生产" and _MADE.match(base):
            return noun + "产量"
        case "t" | "kg":
            if not verb and noun.startswith("年产") and len(noun) > len("年产"):
                return f"{noun[2:]}年产量"
            is_yield = not verb and not base.endswith("产") and not _MOVED.search(base)
            return _MADE.sub("", base) + "产量" if is_yield else base + "量"
        case "kWh" | "m3":
            return base + "量"
        case "CNY" | "USD" if verb and noun and verb in _PAID:
            return f"{noun}{verb}额"
        case "CNY" | "USD" if base.endswith(("投放", "发放", "拨付", "兑付")):
            return base + "额"
        case "CNY" | "USD" if _EARNED.search(base) and "均" in base:
            return base
        case "CNY" | "USD" if _EARNED.search(base):
            return _EARNED.sub(r"\1额", base)
        case _:
            return base + ("额" if verb and not noun and mention.unit_measure in ("CNY", "USD") else "")


def grown(name: str) -> str:
    """The verb that ``name``, of an area, tells what was done with (小麦种植面积 → 种植), or nothing."""
    stem = name.removesuffix("面积")
    return next((verb for verb in _GROWN if stem != name and stem.endswith(verb)), "")


def root(name: str, names: Names) -> str:
    """What a name is about: without the word that says how it was measured (粮食播种面积 → 粮食)."""
    name = _HOW_MUCH.sub("", name)
    while True:
        ends = [
            end
            for end in (*names.heads, *names.measures, *HERDS, "播种", "种植", "收获")
            if end != "值" and name.endswith(end)
        ]
        longest = max(ends, key=len, default="")
        if not longest or len(longest) >= len(name):
            break
        name = name[: -len(longest)]
    return _DONE.sub("", name)


def resized(name: str, mention: Mention, names: Names) -> str:
    """``name`` as the name of a count in another unit (16万户70万人: 监测对象户数 → 监测对象人数)."""
    if not name.endswith(("数", "人次", "批次", "场次")):
        paid = mention.kind == "count" and name.endswith(_GIVEN)
        return name + {"person": "人数", "household": "户数"}.get(mention.unit_measure, "") if paid else name
    base = name[:-1] if name.endswith(_HOUSEHOLDS) else name
    base = _NUMBER.sub("", base)
    if mention.unit_measure in _AREAS:
        return base + "面积"
    if mention.unit_measure == "CNY":
        return base if base.endswith(names.measures) else base + ("额" if base.endswith(_PAID) else "金额")
    return base + _count_suffix(base, mention) if mention.kind == "count" else name
