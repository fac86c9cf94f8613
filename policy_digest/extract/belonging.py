"""Whose a figure is, where its words leave that out: who gave the money, whose pupils, beds and profits they are."""

import re

from policy_digest.extract.behind import BOUND_BEHIND, read_right
from policy_digest.extract.carried import COUNT
from policy_digest.extract.compose import compose
from policy_digest.extract.context import Told, right_of
from policy_digest.extract.hearing import MASK, clause_start
from policy_digest.extract.mention import Mention, Reading
from policy_digest.extract.phrases import Phrase
from policy_digest.extract.subjects import ACCOUNTS, OWNED, of_the_same
from policy_digest.lexicon.names import Names

_GIVER = re.compile(
    "(?:^|\x00)(?P<who>中央财政|中央|省级财政|省财政)(?:预算)?(?:已|又|共|再|拟|还|将|累计|新增|预算内|先后)*"
    "(?:安排|下达|拨付|投入|补助|支持|筹措|列支|划拨)"
)
_GAVE = re.compile("^(?:安排|下达|拨付|投入|划拨|列支)(?=..)(?!资金)")
_SUMS = ("资金", "经费", "补助", "补贴", "专款", "基金", "投入", "转移支付")
_HOUSES = re.compile(
    "(?:学校|高校|院校|大学|学院|中学|小学|初中|高中|中专|幼儿园|医院|卫生院|机构|养老院|敬老院|福利院)$"
)
_HELD = re.compile("(?:招生|毕业|在校生|在校学生|毕业生|专任教师|教职工|床位|在园幼儿|在院人员|入住老人)")
"""Whom and what such a house has, counted behind it without it (小学12所，在校生3600人)."""

_WIDER = re.compile("[；;]|全[国省市县区镇乡]")
"""Between two figures: what is told of something else."""

_DEED_ALONE = re.compile(
    "(?:基本)?(?:新开工|建成|竣工|完工)(?:套数|户数)|(?:新增)?参保(?:人数|率)|领取养老金人数|(?:筹资|补助|缴费)标准|报销比例|(?:救助|保障|参合|资助)人数|"
    "(?:受益|惠及)(?:的?(?:群众|农民|家庭|企业|学生|农户|家庭))?(?:人数|户数|数)|覆盖面|覆盖率|(?:启动)?试点(?:面积|县数|村数)|"
    "(?:带动|拉动)(?:总?投资|消费|社会投资)(?:额)?"
)
"""Names that say what was done and not of what."""

_ABOUT = re.compile(
    "(?:推进|推动|开展|实施|启动|建立|完善|加强|提高|加大|落实|支持|做好|健全|推行|促进)(?P<what>[^，,;。、的\\d]{3,20}?)"
    "(?:建设|试点|力度|工作|制度|活动)*[，,]|"
    "(?:^|[，,])(?P<of>[^，,;。、的\\d]{3,20}?)(?:制度|体系|试点)(?:不断|逐步|进一步|初步|全面|更加)?(?:完善|健全|建立|推开|推进|实施)[，,]"
)
_INSURED = ("领取", "参保", "新增参保")
_SLOGANS = ("工作", "升级", "发展", "稳定", "改革")
_BY_WHAT = re.compile("(?P<what>[^，,、\x00\\d]{4,16})(?:使|让)$")
_FAR = 80  # characters
_WORKS = re.compile("(?P<work>[一-龥]{2}(?=(?P<what>.+))(?:改造|治理|修复|整治))(?:面积|里程|长度|数)?")
_KIND_OF_RATE = re.compile("(?:市场化?|灵活|初次|实际|总体|一次性?|当年)(?P<rate>[一-龥]{2}率)")
"""A rate of a kind, told behind the rate of all (毕业生就业率95%、市场就业率70%)."""

_FIRMS = re.compile("(?P<who>(?:省属|市属|区属|县属|中央|国有|国有控股|民营|驻[省市区县])企业)(?P<what>.{2,10})")
_THEIRS = re.compile("(?:投资|投入|收入|营收|利润|利税|税收|税金|资产|产值|经费|出口|出口额|纳税额)$")
_OF_PLACE = re.compile("^全|总值|财政|居民|人口|消费品|固定资产")
"""Firms of a kind, what they have, and in what none of them has a part."""

_PRODUCE = re.compile("(?P<what>[^、]{2,6}?)(?:综合产值|全产业链产值|产业产值|总产量|产量)")
_SOLD = ("出口", "出口额", "出口总额", "出口量", "销量", "销售额")
_NO_PRODUCE = re.compile("业$|工业|农|服务|规[上模]|经济|企业|项目|园区|集群")
"""A product by its output, how it is sold, and what is none."""

_POWER = re.compile("(?:装机(?:规模|容量|占比)?|发电量(?:占比)?|利用率|并网(?:装机|容量|规模)?|输出量|消纳率)")
_SOURCE = re.compile("风电光伏|光热|新能源|可再生能源|清洁能源|非化石能源|风电|光伏|煤电|火电|水电|核电|绿电|储能|氢能")
"""The sources of which power is told, before its measures (新能源投资增长70%，利用率达94.5%)."""

_TITLE = re.compile(
    "大?(?P<what>[^，,、；;。\\d\x00大]{0,8}?(?:大国|强国|大省|强省|大市|强市|大县|强县))(?=$|[，,、；;。和])"
)
_CHANNEL = re.compile(
    "通过(?P<by>[^，,、\\x00]{2,8}?)(?:渠道|平台)?实现的?(?P<what>(?:商品)?零售额|销售额|交易额|成交额)"
)
_LIST = re.compile("[、，,]")
_BRIEF = 4  # characters: a longer name says itself whose it is
_KIND = 2  # characters: so many of what two measures have in common are enough (装机规模, 装机占比)


def given(name: str, left: str) -> str:
    """``name`` of a sum with the treasury that gave it, told in ``left`` (中央财政安排就业专项资金5亿元)."""
    giver = _GIVER.search(left) if "中央" in left or "财政" in left else None
    if giver is None:
        return name
    who = giver["who"]
    sum_of = _GAVE.sub("", name.removeprefix(who))
    if not sum_of or giver[0].strip(MASK).startswith(name):
        return who + "安排资金"
    return who + sum_of if sum_of.endswith(_SUMS) and not sum_of.startswith(("中央", "省")) else name


def there(where: str, reading: Reading, index: int, names: Names) -> str:
    """The name of a measure by the noun behind it, where all before it says ``where`` (红崖村3万方土方); or nothing."""
    mention = reading.mentions[index]
    if not where or mention.kind != "level" or mention.unit_measure == "CNY":
        return ""
    noun, _ = read_right(right_of(reading, index), names)
    return compose(Phrase("", "", ""), noun, mention, names) if len(noun) > 1 else ""


def housed(name: str, reading: Reading, index: int, told: Told) -> str:
    """``name`` of pupils, teachers or beds with the schools or hospitals that its sentence counted before them."""
    mention = reading.mentions[index]
    if mention.kind != "count" or not _HELD.fullmatch(COUNT.sub("", name)):
        return name
    for before, known in reversed(told.own()):
        if _WIDER.search(reading.folded, before.end, mention.start):
            return name
        house = COUNT.sub("", known)
        if before.kind == "count" and _HOUSES.search(house):
            return name if house in ("学校", "机构") else house + name
    return name


def as_a(name: str, reading: Reading, mention: Mention) -> str:
    """``name`` of a rank, or what is of that rank, where that follows (成为全球第一贸易大国)."""
    title = _TITLE.match(reading.folded, mention.end)
    return title["what"] if title else name


def _is_theirs(name: str) -> bool:
    """Whether firms have what ``name`` says."""
    return _THEIRS.search(name) is not None and _OF_PLACE.search(name) is None


def through(name: str, left: str) -> str:
    """``name`` of what was sold with the channel that it was sold by (通过公共网络实现零售额5亿元: 公共网络零售额)."""
    channel = _CHANNEL.search(left) if "通过" in left else None
    return channel["by"] + channel["what"] if channel and name.endswith(channel["what"]) else name


def like_before(name: str, reading: Reading, index: int, told: Told, names: Names) -> str:
    """``name`` with whose it is, told of the figure listed before it (甲企业营收增长5%、利润增长3%)."""
    own, mention = told.own(), reading.mentions[index]
    if not own or mention.kind == "rank":
        return name
    before, known = own[-1]
    gap = BOUND_BEHIND.sub("", reading.folded[before.end : mention.start])
    if not _LIST.match(gap) or _LIST.search(gap, 1) or _WIDER.search(gap):
        return name
    if (works := _WORKS.fullmatch(name)) and gap[1:] == works["work"] and known.endswith(works["what"]):
        return known[: -len(name)] + name if len(known) > len(name) + 1 else name
    if (
        (kind := _KIND_OF_RATE.fullmatch(name))
        and known.endswith(kind["rate"])
        and before.kind == mention.kind == "share"
    ):
        return known.removesuffix(kind["rate"]) + name if len(known) > len(name) else name
    if gap[1:].startswith(name) and (firms := _FIRMS.fullmatch(known)) and _is_theirs(name):
        return firms["who"] + name
    product = _PRODUCE.fullmatch(known) if name in _SOLD else None
    if product and not _NO_PRODUCE.search(product["what"]):
        return product["what"] + name
    owner = OWNED.match(known)
    if name in ACCOUNTS and owner and owner[2] in ACCOUNTS:
        return owner[1] + name
    return _measured_alike(name, known, before, mention, names)


def of_source(name: str, told: Told) -> str:
    """``name`` of a measure of power with the source of which its sentence told the figure before."""
    source = _SOURCE.match(told.own()[-1][1]) if told.own() and _POWER.fullmatch(name) else None
    return source[0] + name if source else name


def _measured_alike(name: str, known: str, before: Mention, mention: Mention, names: Names) -> str:
    """``name`` of a measure with what the one ``known`` before it, in another unit, says of both."""
    alike = len(name) <= _BRIEF and name.endswith(names.measures) and known.endswith(names.measures)
    first = names.first(known)
    acts = first is not None and not first.start and first.role in ("act", "both", "drop")
    return of_the_same(known, name) if alike and not acts and before.unit_measure != mention.unit_measure else name


def of_topic(name: str, reading: Reading, index: int, names: Names) -> str:
    """``name`` of what alone was done, with what the clause before is about (开展养老保险试点，3万人参保)."""
    mention = reading.mentions[index]
    if not _DEED_ALONE.fullmatch(name) or (names.find(name) and not name.startswith(_INSURED)):
        return name
    text, start = reading.folded, clause_start(reading.folded, mention.start)
    far = max(start - _FAR, 0)
    within = text[max(far, *(text.rfind(mark, far, start) + 1 for mark in "。;；")) : start]
    by = _BY_WHAT.search(text, max(start, mention.start - _FAR), mention.start)
    found = list(_ABOUT.finditer(within)) if by is None else []
    what = by["what"] if by else found[-1]["what"] or found[-1]["of"] if found else ""
    what = what.removeprefix("这些").removeprefix("各项")
    what = "" if what.endswith(_SLOGANS) else what
    return name if not what or MASK in what or name.startswith(what) or what[-_KIND:] in name else what + name
