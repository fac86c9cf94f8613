"""Counts named by what those counted have, or what came of it: counties with clean water, sectors above a sum."""

import re

from policy_digest.extract.context import left_of
from policy_digest.extract.hearing import MASK, clause_start
from policy_digest.extract.mention import Mention, Reading

_BUILT = re.compile(
    "的?(?P<what>[^，,、；;。：:\\d\x00]{2,16}?)建设(?P<on>进展(?:顺利|有序|良好)|(?:有序|顺利|加快|稳步|扎实|全面)推进|提速)?(?=$|[，,、；;。])"
)
_PUSHED = re.compile("推进|加快|启动|抓好|统筹")
_HOLDING = re.compile("(?P<who>.{2,}(?:单位|企业|公司|机构|部门|合作社|园区|学校|医院))(?P<what>.{2,6}?)数")

_EXCEEDS = re.compile(
    "(?P<who>[^，,、；;。\\d\x00]{0,6}?(?:产业|行业|集群|园区|企业|公司|[县市区镇乡村]|项目|产品|品牌))"
    "(?P<what>(?:产值|营收|投资|产业)?规模|年?(?:总)?产值|营业收入|营收|增加值|经济总量|税收)"
    "(?:均|都|已|分别)*(?:超过?|突破|跨越|迈上)(?P<sum>[\\d.百千万亿]+元)"
)
_QUALITY = re.compile(
    "(?P<who>[^，,、；;。：:\\d\x00(]{0,7}?(?:市州|盟市|县区|县市区|[市州县区镇乡村]|企业|学校|医院|河流|断面|水厂|景区))[(\x00州区)]*"
    "(?P<what>空气质量|水质|环境质量|服务能力|办学条件|出水水质)(?:全部|均|全面|都|已)*"
    "(?P<did>达标|合格|优良|达到[^，,、；;。\\d\x00]{2,8})(?=$|[，,、；;。])"
)
_BODY = (
    "(?P<who>[^，,、；;。：:\\d\x00(]{0,4}?(?:市县|县市|市州|盟市|县区|区县|街道乡镇|乡镇街道|镇街|乡镇|街道办事处|街道|"
    "行政村|自然村|村庄|小区|社区|[市州县区镇乡村])(?![委级域医民容长集]))"
)
_THING = (
    "(?P<what>(?:PM2\\.5|PM10|[^，,、；;。：:\\d\x00(]{0,8}?)(?:浓度|空气质量|水质|隐性债务|债务|违建|违法建设|违法行为|占道经营|"
    "高速公?路?项目|高速公?路?|污水|垃圾|管线|管网|用电|供水|供暖|供热|燃气|电网|立面|弱电|消防设施|环境|面貌))"
)
_CAME_OF = re.compile(
    _BODY + _THING + "(?:全部|全面|提前|如期|动态|实现|基本|均|都|已|“)*"
    "(?P<did>改善|清零|出清|化解|开工|完工|通车|全覆盖|见底)(?=$|[”，,、；;。\\d])"
)
_WORKED_ON = re.compile(_BODY + _THING + "(?P<did>(?:综合)?(?:改造|治理|整治|更新|提升|修缮|建设)+)数")
"""Places counted by what became of a thing that each of them has, and by what was done to it."""

_BETTERED = re.compile(
    "(?P<who>[^，,、；;。：:\\d\x00(]{0,6}?(?:学校|高中|中学|小学|幼儿园|医院|卫生院|机构|企业|合作社|园区|社区|村|乡镇))"
    "(?P<what>(?:办学|服务|诊疗|救治|接待|承载|生产|创新|保障|治理|基础|医疗|供给)(?:能力|条件|水平|质量|设施))(?=$|[，,、；;。])"
)
_RAISED_BEFORE = re.compile("(?P<did>提升|改善|增强|提高|优化)了?$")
"""What was bettered of those counted, and by which verb before their number (提升9所学校办学能力)."""

_WORK_ON = re.compile(
    "(?P<what>[^，,、；;。\\d\x00的]{2,8}?)(?P<deed>(?:综合)?(?:整治|改造|治理|建设|提升|修缮))?的"
    "(?P<work>[^，,、；;。\\d\x00的]{0,4}?(?:招投标|招标|清理|设计|勘察|勘测|测绘|征拆|评估|检测|排查|验收))(?:工作)?"
    "(?=$|[，,、；;。和]|以及)"
)
_BEGUN = re.compile("开展|启动|完成|推进")
"""Work on the things counted, and the verb that governs it (开展了7条街巷整治的招标工作)."""

_FARED = re.compile(
    "(?P<who>[^，,、；;。：:\\d\x00(]{0,10}?(?:县域|断面))(?P<what>[^，,、；;。\\d\x00]{2,6}?)"
    "(?P<did>变好|改善|达标|优良|合格)(?:占比|比例)"
)
"""Places of which so many share how a thing of theirs fared (42个县域生态质量变好占比居第一)."""

_WHERE = frozenset("市县区州旗镇乡村")
"""Units that are places (5市空气质量改善)."""

_ENGAGED = re.compile("(?:完成|实施|开展|推进|启动)了?$")


def having(name: str, reading: Reading, index: int) -> str:
    """``name`` of a count by what those counted have, where it is no part of what they are."""
    mention = reading.mentions[index]
    if mention.kind != "count":
        return name
    name = _come_of(_being_built(name, reading, mention), reading, index)
    return _exceeding(_who_have(_of_quality(name, reading, mention), reading, index), reading, index)


def _come_of(name: str, reading: Reading, index: int) -> str:
    """``name`` of places by what became of a thing that they have, or was done to it (完成9个小区管线改造)."""
    mention, text = reading.mentions[index], reading.folded
    is_where = mention.unit_zh in _WHERE
    begin = mention.end - 1 if is_where else mention.end
    if came := _CAME_OF.match(text, begin):
        return f"{came['what']}{came['did']}的{came['who']}数"
    if fared := _FARED.match(text, mention.end):
        return fared["who"].replace("县域", "县") + "数"
    raised = _RAISED_BEFORE.search(left_of(reading, index).strip(MASK))
    if raised and (bettered := _BETTERED.match(text, mention.end)):
        return f"{raised['did']}{bettered['what']}的{bettered['who']}数"
    if (work := _WORK_ON.match(text, mention.end)) and (
        begun := _BEGUN.search(text, clause_start(text, mention.start), mention.start)
    ):
        return f"{begun[0]}{work['work']}的{work['what']}数"
    done = _WORKED_ON.fullmatch(name)
    verb = _ENGAGED.search(left_of(reading, index).strip(MASK)) if done else None
    if done is None or verb is None:
        return name
    deed = verb[0].removesuffix("了")
    return f"{deed}{done['what']}{done['did']}的{done['who'].removeprefix(deed)}数"


def _being_built(name: str, reading: Reading, mention: Mention) -> str:
    """``name`` of what is being built (推进10个产业园建设: none of them stands yet)."""
    built = _BUILT.match(reading.folded, mention.end) if mention.kind == "count" else None
    what = built["what"] if built else ""
    if name not in (what + "数", what + "建设数") or name.startswith(("在建", "续建", "新建")):
        return name
    begin = clause_start(reading.folded, mention.start)
    return (
        f"推进建设{what}数" if (built and built["on"]) or _PUSHED.search(reading.folded, begin, mention.start) else name
    )


def _of_quality(name: str, reading: Reading, mention: Mention) -> str:
    """``name`` of things counted by the quality of what they have (12个县水质全部达标: 水质达标的县数)."""
    found = _QUALITY.match(reading.folded, mention.end) if mention.kind == "count" else None
    return f"{found['what']}{found['did']}的{found['who']}数" if found and name.startswith(found["who"]) else name


def _who_have(name: str, reading: Reading, index: int) -> str:
    """``name`` of bodies counted before an amount of theirs, without that (37家帮扶单位援助资金31亿元: 帮扶单位数)."""
    held = _HOLDING.fullmatch(name) if _before_money(reading, index) else None
    if held is None:
        return name
    own = reading.folded.startswith(held["who"] + held["what"], reading.mentions[index].end)
    return held["who"] + "数" if own else name


def _exceeding(name: str, reading: Reading, index: int) -> str:
    """``name`` of things counted by what all of them exceed (8个产业规模超千亿元: 规模超千亿元的产业数)."""
    if not _before_money(reading, index):
        return name
    mentions = reading.mentions
    held = _EXCEEDS.fullmatch(reading.folded, mentions[index].end, mentions[index + 1].end)
    return f"{held['what']}超{held['sum']}的{held['who']}数" if held else name


def _before_money(reading: Reading, index: int) -> bool:
    """Whether a mention is a count with an amount of money as the next."""
    following = reading.mentions[index + 1 : index + 2]
    return reading.mentions[index].kind == "count" and any(each.unit_measure == "CNY" for each in following)
