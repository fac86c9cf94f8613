"""What governs a figure from outside its own words: the deed done to a whole list, who or what brought it about."""

import re

from policy_digest.extract.belonging import as_a
from policy_digest.extract.carried import COUNT
from policy_digest.extract.compose import root
from policy_digest.extract.context import Told, clause_before, left_of
from policy_digest.extract.having import having
from policy_digest.extract.hearing import MASK, clause_start
from policy_digest.extract.mention import Mention, Reading
from policy_digest.extract.phrases import read_left
from policy_digest.lexicon.names import Names

_NEXT = re.compile("[、和及](?P<what>[^，,、；;。:：()（）\\d\x00]{2,14}?)(?:约|近)?")
"""Between two figures of a list: the thing that the second counts, and no more."""

_BEHIND = re.compile("(?P<what>[^，,、；;。:：()（）\\d\x00]{2,20})[、和]")
"""Between two figures of a list whose things stand behind them (建设10个养老中心、60个服务点)."""

_DEEDS = re.compile(
    "^(?:(?:建设|办理|办结|修改|废止|宣布失效|制定|修订|举办|开展|查处|排查|化解|发放|引进|引育|培育|改造|更新|新建|优化|提升|推出|打造|创建|建成|开通|"
    "评选|评定|发布|命名|认定|抽检|拆除|清理|整治|调解|受理|审结|编制|出台|印发|组建|成立|布设|安装|配备|投放|购置|栽植|承办|启用|开放|招募|选派|选聘|慰问|"
    "走访|救助|资助|帮扶|提出|提交|审议)(?:和|、|并|或)?)+(?<![和、并或])"
)
"""Deeds that a list's first name keeps, done to all of its things."""

_OWN_SENSE = re.compile(
    "流[出失]|亏损|注销|吊销|累计|现有|原有|总|其中|全[国省市县区镇](?!人大|政协)|在册|死亡|[达超共]"
)
_ALIKE = (frozenset("件部项份条篇"), frozenset("条座个处所栋家"))
_PEOPLE = ("person", "visit", "household")

_BY = re.compile(
    "(?:^|\x00)(?P<who>[^，,、；;。\\d\x00]{4,16}?)(?:已|共|累计|直接|可|将|预计|年)*"
    "(?P<did>惠及|(?P<for>为)(?P<whom>[^，,、；;。\\d\x00]{2,6})减负|带动(?=[^，,、\x00]*(?:就业|增收|投资|消费)))[^，,、；;。\\d\x00]*$"
)
_BENEFITS = re.compile("惠及(?:群众|居民|农户|群众户数)?(?:户数|人数|人次)")
_WORKED = re.compile("改造|新建|建设|整治|修建|安装|打通|铺设|更新|加装|修复|治理")
_DOER = re.compile(
    "(?:改造|工程|项目|政策|措施|行动|制度|建设|采购|服务|活动|试点|平台|改革|机制|保险|补贴|贷款|搬迁)$"
)

_TOPIC = re.compile(
    "(?:^|[，,；;。])[^，,；;。\\d\x00]{2,12}?(?P<of>产量|产值|销量|销售额|出口额|进口额|增加值|零售额|营业收入|利润)"
    "(?:实现|保持|继续|均)*(?:大幅|快速|较快|稳步|持续|显著|平稳|明显|全面)*(?:增长|上升|提升|提高|回升|攀升)了?[，,]"
)
_NOT_MADE = ("业", "人数", "人次", "企业", "零售", "消费", "贸易", "收入", "行业")
_MADE = ("辆", "台", "套", "片", "部", "吨", "万吨")

_FIRM = re.compile(
    "(?P<firm>(?!由于|因|引入|引进|支持|推动|推进|开展|依托|高新|本地|全|各|新|大)[一-龥A-Za-z]{2,6}?(?:集团|公司|股份|药业|重工|数据中心集群|数据中心|算力中心|智算中心))"
    "(?![、和与及军化][^，,]{0,10})"
)
_URGED = re.compile("(?:推动|支持|推进|加快)(?=[^，,、]{2,8}(?:数据中心|算力中心|智算中心))")
_EARNED = re.compile(
    "(?:[产等级]品|国产化)占比|市场占有率|(?:产能|能力|产量|销量|营业收入|营收|利润|订单额|算力规模|机架规模|世界500强排名)$"
)
"""What a firm has, and no region."""

_OF_ALL = re.compile("全[国省市县区镇乡]|[县市区镇]城|企业|公司|全球|[一-龥]集团")

_OF_COUNTRY = re.compile("(?:稳定|保持|维持)在(?P<whole>全国|全球|世界|全[省市县区])(?:总量)?的?$")
_AMOUNTS = ("量", "额", "产值", "装机", "收入", "规模")
_BRIEF = 6  # characters
_NEW = re.compile("^(?:新增|净增|新设|新引入|新认定|新登记|新培育|新发展|新建成?)")
_ALL_NOW = re.compile("[、，,]?(?:累计|总数|总量|合计)*(?:达到?|增至|增加到|已达)(?:近|约|超过?)?")
_ZONE = re.compile(
    "(?P<who>[一-龥A-Za-z]{2,10}?(?:集聚区|先导区|示范区|科技园|科创园|创新园|保税区|科学城|合作区|自贸试验区|试验区|集团|公司))"
    "(?P<did>新增|新设|新注册|新登记|开工|引进|落户|签约|孵化|培育|集聚|入驻)"
)
_PLAIN = frozenset(("项目数", "资金", "企业数", "资金额", "项目"))
_DEED = re.compile(
    "(?<![未非])(?<!没有)(?<!停止)(?<!取消)(?<!暂停)(?P<did>支持|实施|落实|安排|争取|获得|投入|承担|储备|谋划|下达|拨付|筹集|推进)(?:了)?$"
)
_RATED = ("满意率", "满意度")
_ANSWERED = re.compile("建议|提案|议案|诉求|投诉|信访|来信|案件|事项|工单|问题")
_IMPROVED = re.compile(
    "^(?:进一步|持续|不断|全面|高质量)*(?:(?:规范|提升|优化|加强|完善|做好|改进|深化|推进)(?:和|、|与)?)+"
)
_OPENS_LIST = re.compile(
    "(?P<did>新(?:探明|发现|建|增|引进)|建成|开工|竣工|投产|引进)[^，,、；;]{2,24}"
    "(?:、(?!推进|竣工|投产|改造|开工|建成|启动|新建|完成|实施)[^，,、；;]{2,24})+等$"
)
"""A deed before a list of things with their sizes, summed up before their number (建成3万吨甲厂、乙厂等项目9个)."""

_TWO_DEEDS = re.compile("(?:建设|新建|改造|创建|认定|引进|培育|改扩建)(?P<one>[^，,、和\\x00]{2,8})和$")
"""Before the last of two deeds done to kinds of one thing (建设公办幼儿园和认定民办幼儿园80所)."""

_FUND_SET_UP = re.compile("(?<=基金)(?:投运|设立|组建|成立|落地|运营)额?$")
"""What a fund was set up with is its size (80亿元母基金投运)."""

_PLACES_COUNTED = re.compile("的[^的]{0,4}[市县区州镇乡村]数$")
_OUTPUT = re.compile("(?P<of>[^，,、]{2,8}?)(?P<what>产量|产值|销量|销售额|出口额|出口量|保有量|装机容量)")
_OF_WHERE = re.compile("(?<=..)(?:省份|国家|地区|城市)规模$")
_SOLVED = re.compile("(?P<did>突破|攻克|破解|攻破)了?$")
_TROUBLES = ("难题数", "瓶颈数", "技术数", "堵点数", "难点数", "问题数", "短板数")
"""What is solved, and else no number of those that there are (突破技术难题70项)."""

_AIMED_AT = re.compile("(?:聚焦|瞄准|优化|调整|延长|加密|盘活|规范)$")
"""Before what is chosen to be worked on, which is no aim of how many there should be (聚焦7个产业集群)."""

_SUCCESS = "成功"
_WON = re.compile("成功(?P<did>申报|创建|争创|申办|举办)")


def governed(name: str, reading: Reading, index: int, told: Told, names: Names) -> str:
    """``name`` with what governs it: the deed of its list, who brought it about, the measure of its sentence."""
    mention = reading.mentions[index]
    name = having(_listed_alike(name, reading, index, told, names), reading, index)
    if mention.kind in ("count", "level"):
        name = _in_zone(_in_all(name, left_of(reading, index)), left_of(reading, index))
        name = _with_deed(_brought_about(name, reading, index, told, names), reading, index)
        name = _FUND_SET_UP.sub("规模", name) if mention.unit_measure == "CNY" else name
    if mention.kind == "change":
        name = _of_some_places(_part_of_output(name, reading, mention, told), reading, told)
    if mention.kind == "rank":
        name = as_a(_OF_WHERE.sub("规模", name), reading, mention)
    if name in _RATED:
        return _rated(name, reading, index, told, names)
    if mention.kind == "share":
        name = _of_measured(of_country(name, left_of(reading, index)), reading, mention, told)
    return _of_firm(_measured(name, reading, index, told, names), reading, index)


def of_country(name: str, left: str) -> str:
    """``name`` of an amount with what its share is of (产量稳定在全国1/4: 产量占全国比重)."""
    whole = _OF_COUNTRY.search(left)
    is_amount = whole is not None and name.endswith(_AMOUNTS)
    return f"{name}占{whole['whole']}比重" if whole and is_amount else name


def _of_some_places(name: str, reading: Reading, told: Told) -> str:
    """``name`` with the places counted right before it, of which alone it is told (沿湖5市PM2.5浓度下降8%)."""
    before, known = told.own()[-1] if told.own() else (None, "")
    is_theirs = before is not None and _PLACES_COUNTED.search(known) is not None
    if before is None or not is_theirs or not reading.folded.startswith(name, before.end):
        return name
    begin = max(clause_start(reading.folded, before.start), before.start - _BRIEF)
    where = reading.folded[begin : before.start].replace(MASK, "")
    return (where if where.isalpha() else "") + reading.folded[before.start : before.end] + name


def _part_of_output(name: str, reading: Reading, mention: Mention, told: Told) -> str:
    """``name`` of a kind with the measure of the whole that it is part of (汽车产量增长8%，其中新能源汽车增长50%)."""
    before, known = told.own()[-1] if told.own() else (None, "")
    output = _OUTPUT.fullmatch(known) if before and before.kind == "change" else None
    gap = reading.folded[before.end : mention.start].lstrip("，,") if before and output else ""
    is_part = output is not None and gap.startswith("其中" + name) and name.endswith(output["of"])
    return name + output["what"] if output and is_part else name


def _of_measured(name: str, reading: Reading, mention: Mention, told: Told) -> str:
    """``name`` of a part with the amount, or what covers, listed before it (外送电量增长6%、绿电占比超三成)."""
    before, known = told.own()[-1] if told.own() else (None, "")
    gap = reading.folded[before.end : mention.start] if before else ""
    if before and before.kind == "count" and name.endswith("覆盖率") and gap.startswith("、覆盖"):
        return _DEEDS.sub("", COUNT.sub("", known)) + name
    if not gap.startswith("、" + name) or not name.endswith("占比") or len(name) > _BRIEF:
        return name
    known = known.removesuffix("增速")
    return f"{name.removesuffix('占比')}占{known}比重" if known.endswith(_AMOUNTS) else name


def _in_all(name: str, left: str) -> str:
    """``name`` of all that there are, where the figure before it told how many were new (新增2个、达到29个)."""
    return _NEW.sub("", name) if _ALL_NOW.fullmatch(left.strip(MASK)) else name


def _in_zone(name: str, left: str) -> str:
    """``name`` of what was done in a zone or by a firm that its clause begins with (物流集聚区新增企业76家)."""
    doer = _ZONE.match(left.lstrip(MASK))
    return doer["who"] + name if doer and name.startswith(doer["did"]) else name


def _listed_alike(name: str, reading: Reading, index: int, told: Told, names: Names) -> str:
    """``name`` with the verb that governs its list (建设驿站150个、司机之家37个: both were built)."""
    mention, own = reading.mentions[index], told.own()
    if not own or mention.kind != "count" or own[-1][0].kind != "count":
        return name
    before, known = own[-1]
    gap = reading.folded[before.end : mention.start]
    people = (before.unit_measure in _PEOPLE) == (mention.unit_measure in _PEOPLE)
    alike = before.unit_zh == mention.unit_zh or any({before.unit_zh, mention.unit_zh} <= units for units in _ALIKE)
    if not people or not alike or _OWN_SENSE.search(gap) or not _is_next(gap, name, known):
        return name
    acts = any(token.role in ("act", "drop") for token in names.tokens(name))
    if acts or name.startswith("新") or _DEEDS.match(name):
        return name
    deed = _DEEDS.match(known)
    if deed is None or deed.end() >= len(COUNT.sub("", known)):
        return name
    stands = reading.folded.rfind(deed[0], 0, before.start) >= clause_start(reading.folded, before.start)
    return deed[0] + name if stands else name


def _is_next(gap: str, name: str, known: str) -> bool:
    """Whether one thing alone stands between two figures: the second's before it, or the first's behind."""
    if behind := _BEHIND.fullmatch(gap):
        return behind["what"] in known
    listed = _NEXT.fullmatch(gap)
    return listed is not None and COUNT.sub("", name).endswith(listed["what"][-2:])


def _brought_about(name: str, reading: Reading, index: int, told: Told, names: Names) -> str:
    """``name`` of whom something helped with what helped them (小区改造惠及群众106万户)."""
    if match := _BY.search(left_of(reading, index)):
        who = read_left(match["who"], names).words
        done = match["whom"] or match["did"]
        is_known = bool(_DOER.search(who)) and done in name and not name.startswith(who)
        return who + (match["for"] or "") + name if is_known else name
    own, mention = told.own(), reading.mentions[index]
    if not own or not _BENEFITS.fullmatch(name):
        return name
    before, known = own[-1]
    gap = reading.folded[before.end : mention.start]
    thing = COUNT.sub("", known)
    is_only = gap.startswith("、") or sum(mention.kind == "count" for mention, _ in own) == 1
    listed = is_only and gap.startswith(("、", "，", ",")) and before.kind == "count" and _WORKED.search(known)
    return thing + name if listed and len(thing) > 2 else name


def _with_deed(name: str, reading: Reading, index: int) -> str:
    """``name`` with what was done, where it says too little without (支持项目4200个: no number of all projects)."""
    left, mention = left_of(reading, index).strip(MASK), reading.mentions[index]
    if (won := _WON.match(left)) and name.startswith(won["did"]):
        return _SUCCESS + name
    if (aimed := _AIMED_AT.search(left)) and mention.kind == "count" and left == aimed[0] != name[:2]:
        return aimed[0] + name
    stem = COUNT.sub("", name)
    if name.endswith(_TROUBLES) and (solved := _SOLVED.search(left.removesuffix(stem))):
        return name if name.startswith(solved["did"]) or len(stem) < 3 else solved["did"] + name
    two = _TWO_DEEDS.search(left.removesuffix(stem)) if left.endswith(stem) else None
    if two and two["one"][-2:] == stem[-2:] and _DEEDS.match(stem):
        return two[0] + name
    if "等" in name and (opens := _opens_list(reading, mention, name)):
        return opens
    deed = _DEED.search(left.removesuffix(stem)) if name in _PLAIN and left.endswith(stem) else None
    return deed["did"] + name if deed else name


def _opens_list(reading: Reading, mention: Mention, name: str) -> str:
    """``name`` of what sums up a list, with the deed that opens the list, or nothing."""
    thing = name.rpartition("等")[2]
    begin = clause_start(reading.folded, mention.start)
    end = reading.folded.rfind("等" + COUNT.sub("", thing), begin, mention.start) + 1
    opens = _OPENS_LIST.match(reading.folded, begin, end) if end > begin else None
    return opens["did"] + thing if opens else ""


def _rated(name: str, reading: Reading, index: int, told: Told, names: Names) -> str:
    """A rate of satisfaction with what it is with: what was counted just before, or the clause before names."""
    start = clause_start(reading.folded, reading.mentions[index].start)
    before = clause_start(reading.folded, start - 1) if start else 0
    counted = [known for mention, known in told.own() if mention.kind == "count" and before <= mention.start < start]
    if counted and not all(_ANSWERED.search(known) for known in counted[-2:]):
        return name
    if counted:
        return "、".join(_DEEDS.sub("", root(known, names)) for known in counted[-2:]) + name
    what = _IMPROVED.sub("", read_left(clause_before(reading, index), names).noun)
    return what + name if len(what) > 2 and what.endswith(("服务", "热线", "工作", "办理", "建议", "提案")) else name


def _measured(name: str, reading: Reading, index: int, told: Told, names: Names) -> str:
    """``name`` of a thing with the measure that its sentence is about (产品产量大幅增长，锂电池增长103%)."""
    mention = reading.mentions[index]
    begin = _sentence_start(reading, mention.start)
    topic = _TOPIC.search(reading.folded, begin, mention.start) if mention.kind in ("change", "count") else None
    if topic is None or COUNT.sub("", name).endswith((*names.measures, *_NOT_MADE)):
        return name
    listed = all(known.endswith(topic["of"]) or before.end <= topic.end() for before, known in told.own())
    if mention.kind == "change":
        is_alike = mention.unit_measure == "percent" and listed
        return name + topic["of"] if is_alike and not _acts(name, names) else name
    is_made = topic["of"] in ("产量", "销量") and mention.unit_zh in _MADE and bool(told.own()) and listed
    return COUNT.sub("", name) + topic["of"] if is_made and not _acts(name, names) else name


def _of_firm(name: str, reading: Reading, index: int) -> str:
    """``name`` of what a firm has with the firm that its sentence is about (甲集团转型，高端产品占比70%)."""
    if not _EARNED.search(name):
        return name
    start = reading.mentions[index].start
    begin = _sentence_start(reading, start)
    begin += len(match[0]) if (match := _URGED.match(reading.folded, begin)) else 0
    firm = _FIRM.match(reading.folded, begin) if begin < clause_start(reading.folded, start) else None
    if firm is None or _OF_ALL.search(reading.folded, firm.end(), start) or _OF_ALL.search(name):
        return name
    return name if name.startswith(firm["firm"]) else firm["firm"] + name


def _sentence_start(reading: Reading, before: int) -> int:
    """Where the sentence, or the part of it behind a semicolon, begins that ``before`` lies in."""
    return max(reading.folded.rfind(mark, 0, before) for mark in "。；;") + 1


def _acts(name: str, names: Names) -> bool:
    return any(token.role == "act" for token in names.tokens(name))
