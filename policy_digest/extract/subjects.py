"""What a figure belongs to when its own clause does not say: figures told 分别, parts after 其中, bare heads."""

import re
from collections.abc import Sequence

from policy_digest.extract.compose import root
from policy_digest.extract.hearing import clause_start
from policy_digest.extract.listing import JOINTS_OF_THINGS
from policy_digest.extract.mention import Mention, Reading
from policy_digest.lexicon.names import Names

_TURN = "(?:[、,和及与](?:增长|上升|提高|增加|下降|减少|降低|回落))?"
_JOINTS = re.compile(rf"(?:以上|以下|左右|以内)?(?:{_TURN}|[、,，和及与:：以达为至约超近]*)$")
_PLAIN_JOINTS = frozenset(("", "、", ",", "，", "和"))  # what most often stands there
_LONGEST = 12  # figures on each side: no list of names is longer
_NEAR = 16  # characters before a change within which 分别 is of it
_RATE = 3  # characters: 死亡率, not 率, is what 新生儿、婴儿死亡率 share
_WORD = 2  # characters: things named so briefly share all that the last of them adds (炼铁、炼钢产能占比)
_PAIRWISE = ("分别", "依次", "结构", "产业比")
_ALL_OF = re.compile("等?(?:\\d{1,2}|[两三四五六七八九十])(?:项|个|大)(?:主要|核心|重点)?(?:经济)?(?:指标)?")
"""Behind a list of names: how many they are (甲、乙2项指标增速)."""

_AND_SUCH = re.compile("(?<=..)等(?=(?:重点|主要|支柱|特色)*(?:产业|行业|领域|地区|板块))")
"""Behind a list of sectors of each of which a figure is told: it closes the list, and is no part of the last name."""

_ZONE = re.compile(
    "^(?:限额以上|限上|开发区|高新区|经开区|园区|自贸试验区|综保区|省属企业|市属企业|国有企业|国有控股企业|民营企业)(?=..)"
)

_OF_PLACES = re.compile("^全|居民|农业|城镇|农村|社会|消费品|外贸|生产总值|财政")
"""In what no zone and no group of firms has, but the place that they are of."""

_RATES = (
    *("限上零售额", "限额以上零售额"),
    *("占比", "比重", "比例", "增速", "增长率", "增幅", "涨幅", "降幅", "考核", "竞赛", "评比"),
)
"""Heads that belong to every name of a list, whatever it ends in (民间投资、工业投资占比)."""

_WHOSE = (
    *("中学", "小学", "学校", "社区", "街道", "公司", "集团", "银行", "医院", "园区", "合作社"),
    *("村", "镇", "乡", "县", "市", "区", "省"),
)
"""How names of places, schools and firms end, of each of which something is told in a list."""

_KINDS = ("型", "类")
"""How kinds end of each of which the same is told (急难型、支出型救助标准)."""

_PER_UNIT = re.compile("(?:单位|万元)(?:国内|地区)?(?:生产总值|GDP|工业增加值)")
_AMOUNT_ENDS = ("量", "额", "率", "值", "数")
_BARE_RATE = re.compile("[一-龥]{2}率")
_BUDGET = re.compile(".*?(?:财政|预算)")
_SECTORS = re.compile("第?([一二三])产?(?:、|和|及)第?([一二三])(?:产?(?:、|和|及)第?([一二三]))?产业?")
OWNED = re.compile("(.+?(?:企业|产业|行业|公司|集团|园区|开发区|景区|合作社))(.{2,8})$")
"""Firms and sectors, and what they report."""

ACCOUNTS = (
    *("营业收入", "营收", "主营业务收入", "销售收入", "利润", "利润总额", "净利润", "利税", "利税总额", "资产总额"),
    *("产值", "总产值", "增加值", "工业总产值", "资产", "实现利润", "完成产值"),
)
"""What firms and sectors report of themselves."""

_STRUCTURE = re.compile(
    "(?:增加值)?(?:结构)?(?:比例|比重|占比|比)?(?:(?:进一步|不断|持续|更加)*(?:优化|改善|合理|调整|演进|演变))?"
)
_FUNDED = re.compile("^(?:用于|投向|投入)(.+)的(支出|投入|资金|投资|贷款)$")
_AMOUNTS = ("新增数量", "获奖数量", "数量", "人数", "总数", "次数")
_PEOPLE = ("岗位", "人员", "群众", "居民", "农民")
_TERRITORIAL = ("总面积", "面积", "占地面积")
_TERRITORIES = ("人口", "户数", "村数", "社区数", "乡镇数", "街道数", "小组数", "镇数")
_DOUBLES = {
    "城乡居民": ("城镇居民", "农村居民"),
    "城乡": ("城市", "农村"),
    "牛羊": ("牛", "羊"),
    "存贷款": ("存款", "贷款"),
    "内外资": ("内资", "外资"),
    "预算收支": ("预算收入", "预算支出"),
    "财政收支": ("财政收入", "财政支出"),
}
"""Words that name two things at once, and the two."""

_SAME_OF_EACH = re.compile("(?P<each>.{2,}?)分别(?P<told>占|拉动[^、,;。]{2,8})")
"""Things of each of which the same is told (消费、投资分别拉动经济增长1.2、0.8个百分点)."""

_TOLD_IN_TURN = re.compile("分别(?:实现|达到?|有)?(?=..)")

_THREE = ("第一产业", "第二产业", "第三产业")


def series(reading: Reading, index: int) -> tuple[int, ...]:
    """The mentions told one after another that ``index`` is one of (9.0%、11.8%和5%), in order, or it alone."""
    first = index
    while first > index - _LONGEST and first and _joined(reading, first - 1, first):
        first -= 1
    last = index
    while last < index + _LONGEST and last + 1 < len(reading.mentions) and _joined(reading, last, last + 1):
        last += 1
    return tuple(range(first, last + 1))


def _joined(reading: Reading, one: int, two: int) -> bool:
    left, right = reading.mentions[one], reading.mentions[two]
    if not 0 <= right.start - left.end <= 6:
        return False
    gap = reading.folded[left.end : right.start]
    if gap not in _PLAIN_JOINTS and not _JOINTS.fullmatch(gap):
        return False
    if same_unit(left, right):
        return True
    begin = left.start - _NEAR if left.kind == "change" else clause_start(reading.folded, left.start)
    can_pair = left.kind in ("change", "level") or (left.kind == "count" and gap in ("、", "和"))
    return left.kind == right.kind and can_pair and "分别" in reading.folded[max(begin, 0) : left.start]


def is_pairwise(reading: Reading, first: int) -> bool:
    """Whether the clause before the mention ``first`` says that figures and names go in pairs (分别)."""
    start = reading.mentions[first].start
    end = reading.mentions[series(reading, first)[-1]].end
    around = reading.folded[clause_start(reading.folded, start) : start] + reading.folded[end : end + 4]
    return any(word in around for word in _PAIRWISE)


def is_double(text: str) -> bool:
    """Whether ``text`` names two things in one word (存贷款余额, 城乡居民收入), two figures for them following."""
    return any(both in text for both in _DOUBLES if both != "城乡")


def conjuncts(text: str, count: int, kind: str, names: Names) -> tuple[str, ...]:
    """``text`` as ``count`` names of figures of a ``kind``, empty if more follows (城乡居民收入 → two), or none."""
    if "分别" in text and (same := _SAME_OF_EACH.fullmatch(text)):
        told = "占比" if same["told"] == "占" else same["told"].removesuffix("增长") + "增长"
        return tuple(one + told for one in conjuncts(same["each"], count, "", names))
    if "三次产业" in text and count == len(_THREE):
        before, _, after = text.partition("三次产业")
        if _STRUCTURE.fullmatch(after) and kind:
            after = "增加值占地区生产总值比重" if kind == "share" else after or "增加值"
        return tuple(f"{before}{one}{after}" for one in _THREE)
    if count == len(("one", "other")) and (both := _double(text)):
        return both
    text = _AND_SUCH.sub("", text) if text.count("、") + 1 >= count else text
    text = _ALL_OF.sub("", _numbered(_FUNDED.sub(r"\1\2", _TOLD_IN_TURN.sub("", text))))
    parts = [part for part in JOINTS_OF_THINGS.split(text) if part]
    parts = parts if len(parts) == count else [part for part in text.split("、") if part]
    if len(parts) != count or count < 2:
        return ()
    if (owner := OWNED.match(parts[0])) and all(part in ACCOUNTS for part in (owner[2], *parts[1:])):
        return tuple(owner[1] + part for part in (owner[2], *parts[1:]))
    parts = _of_zone(_of_one(parts))
    head = _shared_head(parts, names)
    ends = (head,) if head in _RATES else (head, *names.measures)
    told = tuple(part if not head or part.endswith(ends) else part + head for part in parts)
    to = "对" if told[0].startswith("对") else ""
    return (told[0], *(to + complete(part, told[0], names) for part in told[1:]))


def parted(name: str) -> str:
    """``name`` of the part that a thing takes of all (女性280人,占46.7%: 女性人数占比)."""
    return name if name.endswith(("比重", "占比", "比例", "率")) else name + "占比"


def of_each(text: str, before: Sequence[str], names: Names) -> tuple[str, ...]:
    """The bare head ``text`` of each of those told ``before`` (茶叶、水果产量…，产值分别…), or nothing."""
    return tuple(complete(text, one, names) for one in before) if text in names.heads else ()


def _double(text: str) -> tuple[str, ...]:
    """The two things that one word of ``text`` names (存贷款余额: 存款余额, 贷款余额), or none."""
    for both, (one, other) in _DOUBLES.items():
        if both in text and not (both.startswith("城乡") and JOINTS_OF_THINGS.search(text)):
            return text.replace(both, one), text.replace(both, other)
    return ()


def _numbered(text: str) -> str:
    """``第一、二、三产业增加值`` with each ordinal spelt out."""
    match = _SECTORS.search(text)
    if not match:
        return text
    spelt = "、".join(f"第{ordinal}产业" for ordinal in match.groups() if ordinal)
    return text[: match.start()] + spelt + text[match.end() :]


def _of_one(parts: list[str]) -> list[str]:
    """``parts`` with what the first of them alone says of all (热线诉求解决率、满意率; 单位生产总值能耗和水耗)."""
    per = _PER_UNIT.match(parts[0])
    owner = per[0] if per else parts[0][:-_RATE] if all(_BARE_RATE.fullmatch(part) for part in parts[1:]) else ""
    owner = owner if per or (parts[0].endswith("率") and len(owner) > 1) else ""
    rest = parts[1:]
    if not owner:
        return [parts[0], *(_of_market(parts[0], part) for part in rest)]
    return [parts[0], *(part if part.startswith(owner) else owner + part for part in rest)]


def _of_zone(parts: list[str]) -> list[str]:
    """``parts`` with the zone or the firms that the first of them tells of, where the others are of the same."""
    zone, rest = _ZONE.match(parts[0]), parts[1:]
    is_own = any(_ZONE.match(part) or _OF_PLACES.search(part) for part in rest)
    return parts if zone is None or is_own else [parts[0], *(zone[0] + part for part in rest)]


def _of_market(first: str, part: str) -> str:
    """``part`` with what ``first`` says of both, where they are amounts of one thing done (碳排放权交易量、交易额)."""
    whole = of_the_same(first, part) if len(part) == _RATE else part
    return whole if first[len(whole) - 1 :] in _AMOUNT_ENDS else part


def of_the_same(first: str, part: str) -> str:
    """``part`` with what stands in ``first`` before the word that both begin their measures with, if there is one."""
    at = first.find(part[:_WORD], 1)
    return first[:at] + part if at > 0 else part


def _shared_head(parts: Sequence[str], names: Names) -> str:
    last = parts[-1]
    if head := _behind_like_end(parts):
        return head
    whole = any(last.startswith(part) for part in parts[:-1])  # 工业、制造业、工业投资: only 投资 is told of all
    brief = not whole and ({len(part) for part in parts[:-1]} == {_WORD} or set(parts[:-1]) <= set(_THREE))
    if brief and len(last) > len(parts[0]) + 1 and last.endswith(_RATES):
        return last[len(parts[0]) :]
    for head in _RATES:
        if last.endswith(head) and len(last) > len(head) + 1 and not any(part.endswith(head) for part in parts[:-1]):
            return head
    if all(part.endswith(names.measures) for part in parts):
        return ""
    for at in range(1, len(last) - 1) if not whole else ():
        if all(names.find(part + last[at:]) for part in parts[:-1]):
            return last[at:]
    middle = {len(part) for part in parts[1:-1]}
    if not last.endswith(names.measures) and middle == {_WORD} and len(last) > _WORD + 1:
        return last[_WORD:]
    same = len(parts[0])
    if not whole and all(len(part) <= 2 for part in parts[:-1]) and len(last) > same + 1:
        opening = names.opening(last)  # 服务业税收 divides behind 服务业, whatever the length of those before
        return last[same if opening is None or opening.end >= len(last) - 1 else max(same, opening.end) :]
    ends = (*names.measures, *names.heads, *_AMOUNTS)
    head = max((end for end in ends if last.endswith(end)), key=len, default="")
    if head.endswith("数") and any(part.endswith(head[-2:-1]) for part in parts[:-1]):
        return "数"  # 托位、养老床位数: both tell what is counted
    return last[-_RATE:] if len(head) == 1 and len(last) > _RATE else head  # 治安案件、命案数: counted alike


def _behind_like_end(parts: Sequence[str]) -> str:
    """What the last of ``parts`` adds to a name that ends as the others do (甲中学、乙中学升学率), or nothing."""
    end = next((end for end in (*_WHOSE, *_KINDS) if all(part.endswith(end) for part in parts[:-1])), "")
    return parts[-1][at + len(end) :] if end and (at := parts[-1].find(end, 1)) > 0 else ""


def like_owner(name: str, before: str) -> str:
    """``name``, of a place or a firm, with what was told of another ``before`` (甲区出口额5亿元；乙区3亿元)."""
    end = next((end for end in _WHOSE if name.endswith(end) and len(name) > len(end)), "")
    return name + before[at + len(end) :] if end and (at := before.find(end, 1)) > 0 else name


def complete(name: str, before: str, names: Names) -> str:
    """``name`` with what it belongs to, where it is a head that says nothing alone (产量 after 粮食播种面积)."""
    if name not in names.heads or not before:
        return name
    if name in ("完成率", "同比增速", "增速", "增幅", "涨幅", "降幅"):
        return before + name
    if name == "支出":
        budget = _BUDGET.match(before)
        return budget[0] + name if budget else name
    if name in ("占比", "比重") and before.endswith(("支出", "贷款", "贷款余额")):
        return before + name
    if name == "调整预算":
        return before.removesuffix("年初预算") + name
    if name in _TERRITORIAL and (entry := names.find(before)) and entry.topic == "governance":
        return name
    stem = thing_of(root(before, names), names)
    if name == "总面积" and before.endswith(_TERRITORIES):
        return name
    if stem.endswith(_PEOPLE):
        return name
    return stem + name if stem and stem != name else name


def thing_of(stem: str, names: Names) -> str:
    """``stem`` without the verb it begins with (建设大棚 → 大棚), unless it is nothing else."""
    first = names.first(stem)
    begins = first and first.start == 0 and first.role in ("act", "both") and len(stem) - first.end > 1
    return stem[first.end :] if first and begins else stem


def owned(name: str, owner: str) -> str:
    """``name`` as a part of ``owner`` (民营经济 + 第一产业增加值)."""
    return name if not owner or name.startswith(owner) or not name.endswith("增加值") else owner + name


def owner_of(name: str, names: Names) -> str:
    """The part of the economy that ``name`` tells of, or nothing."""
    return (
        next((owner for owner in names.owners if name.startswith(owner)), "") if name.startswith(names.owners) else ""
    )


def same_unit(one: Mention, two: Mention) -> bool:
    """Whether two figures may stand in one series."""
    return one.unit_measure == two.unit_measure and one.kind == two.kind
