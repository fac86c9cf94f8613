"""How a change and a rank are named: by what changed or is ranked, in its clause or told before it."""

import re

from policy_digest.extract.behind import read_right
from policy_digest.extract.compose import root
from policy_digest.extract.context import AIM, HIDDEN_AMOUNT, REACH, Told, clause_before, floor_of, left_of, right_of
from policy_digest.extract.endings import strip_change, strip_rank
from policy_digest.extract.evidence import Why
from policy_digest.extract.hearing import MASK, clause_end, clause_start
from policy_digest.extract.mention import CLASSIFIED, Mention, Reading
from policy_digest.extract.phrases import Phrase, read_left
from policy_digest.extract.portions import of_the_stock
from policy_digest.extract.subjects import like_owner
from policy_digest.extract.thriving import completed, without_state
from policy_digest.lexicon.names import Names

_HONOURED = re.compile("^(?:被?(?:评为|评选为|认定为)|获评|入选|荣获)|创下?(?:历史)?$")
_SECTOR = re.compile(r"第[一二三]产业")
_ASPECT = re.compile(r"分.{1,6}看")
_WITHOUT = re.compile("(?:扣除|剔除|按(?:可比|不变|现)价)")
_AMONG = re.compile(r"(?:在[^，,在]{1,20}|^[^，,、]{0,8})中$")
_AMONG_SO_MANY = re.compile(
    r"在?[全市省区县]{0,2}(?:\d{1,3}|[一二三四五六七八九十]{1,3})个[^，,、\d]{1,6}?[中里内]?(?:并列)?$"
)
_THEN = re.compile(
    "[,，](?:同比|[较比](?:去年|上年|前年|\x00+)(?:同期)?)(?:又|再)?(?:提高|提升|上升|下降|降低|回落)了?"
)
_ASIDE = re.compile(r"[(][^()]{0,30}?(全[市省国区县州])(?:平均)?(?:增长|为|是)?$")
_PLACED = re.compile("^全[市省国区县州]")
_FAR = 60  # figures
_PULLS = ("拉动", "拉低", "带动")
_NEAR = 40  # characters
_RECENT = 2  # figures
_BRIEF = 4  # characters
_LONGEST_DEED = 14  # characters
_WHERE = re.compile("在[一-龥]{2,4}$")
_LISTED = re.compile(r"([^第\d]{0,4}[强佳优](?:[县市区镇乡村]|企业|园区|景区)*)第")
_AIMED = re.compile(
    "(?<=..)(?:增长)?的?(?:年度|年均|主要|预期|发展)*(?:增长|增速)?目标(?:值|设?定|确定|调整)*$|(?<=经济)增长$"
)
_GENERIC = re.compile("改善幅度|总量|增量|存量|规模|绝对[值额量]|总额|(?:完成)?情况|成效|数量|得分|工作|进度")
_GENERIC_END = re.compile("(?<=..)(?:总量|规模|绝对[值额量])$")
_SIZE = re.compile("(?:(?<!总)数|增速|总量|规模)$")
_HARVEST = re.compile("(?<=.)[增减]产$")
_NEWLY = re.compile("^(?:新增|新培育|新认定|新引进|新发展)")
_DIGITS = re.compile(r"[\d.,%]+")
_COMPARISON = re.compile("恢复至同期水平的比例$|完成率$")
_CONTESTS = ("评估", "考核", "考评", "测评", "评价", "评比", "评选")
"""What things are ranked by: which of their sides is judged stands before (博物馆运行评估)."""

_RAISED = re.compile(
    "(?:^|\x00|再次|继续|连续)(?:提高|增加|上调|下调|调整)了?([^，,]{4,20}(?:金|标准|补助|补贴|津贴|待遇|工资|低保))$"
)
"""What the clause before says to have been raised, without by how much (提高基本养老金，人均增加160元)."""

_PLACE_AT_END = re.compile(r"(?:排名|排|位居|居)?(?:第[一二三四五六七八九十\d]+|首位|榜首|前[列茅])位?$")
_UNTOLD = Why("", "", "")
_HARVESTS, _PRICES = ("增产", "减产"), ("降价", "提价", "涨价")
"""Words of change that say what changed (粮食增产3.2%, 药品平均降价50%)."""

_MOVED = re.compile("[从由]|提升|上升|升[至到]|跃升|前移|[总]量")
_GROWTH = re.compile(r"(?:同比)?(?:增速|增幅|增长率|涨幅|降幅)$")
_UNSAID = re.compile(
    r"(?:同比|环比|仍|还|又|也|继续|争取|力争|可望|有望|年初|上年末|净|新|新增|增产|减产|增[收支]|减[收支]|反弹|回升|[多少][用收产销缴支发]|[前后]?移|(?:的|预期|年初|年度|全年|既定)*(?:目标|任务|计划|要求)|基础|距离?.{0,8}差|则|却|但|反而|实际|速度|增长|[单当半][月年]|[两几二三四五]|自然|同?口径|可比|名次|绝对额|绝对量|其余|"
    r"[三四五六七八九]?者)+"
)
_OF_RATE = re.compile(r"的([^,;。、\d]{2,14}?)(?:增速|增幅|涨幅)(?=[,;。])")
_SETS_GOAL = ("", "确定", "围绕", "锚定", "制定", "提出", "设定", "实现", "完成", "确定了", "瞄准", "对标")
_GOAL_BEHIND = re.compile("(?:左右|以上)?的(?:预期)?增长目标(?=$|[,，。;；、])")
"""Behind a rate that is aimed at, and told of nothing that the clause names (5%左右的增长目标)."""

_OF_RATES = re.compile(r"(?:同比)?(?:增速|增幅|增长率|涨幅|降幅|^vs:.*平均)$")
_TURNED = re.compile("(?:增速|增幅|降幅)?(?:同比|环比)?(?:实现)?由[负正降升增减跌涨]转[正负增升降减涨跌]$")
"""A change of sign told before its rate (税收同比由负转正,增长0.3%)."""


def name_changed(reading: Reading, index: int, told: Told, names: Names) -> str:
    """What changed, where the mention ``index`` is a change: its clause's subject, or what was told before."""
    name = _changed(reading, index, told, names)
    if reading.mentions[index].unit_measure != "percent":
        return name
    return _GROWTH.sub("", of_the_stock(name, reading, index, told))


def _changed(reading: Reading, index: int, told: Told, names: Names) -> str:
    mention = reading.mentions[index]
    if behind := _rate_behind(reading, mention) or _fronted(mention):
        return behind
    if (aside := _ASIDE.search(reading.folded, max(mention.start - _NEAR, 0), mention.start)) and told.changed():
        return aside[1] + _PLACED.sub("", told.changed())
    phrase = read_left(strip_change("" if _is_mere(mention) else _before_change(reading, index)), names)
    if phrase.verb in _PULLS and (phrase.verb != "带动" or mention.unit_measure == "percentage_point"):
        pulled = _pulled(_GROWTH.sub("", phrase.noun), told) or "增长"
        return (phrase.subject or root(told.last_quantity(), names)) + phrase.verb + pulled
    base = _HARVEST.sub("产量", _said(_AIMED.sub("", _base(phrase))))
    if mention.unit_measure != "percentage_point":
        base = _GROWTH.sub("", base)
    if (
        mention.unit_measure == "percentage_point"
        and _GROWTH.fullmatch(base)
        and told.names
        and told.names[-1][0].kind == "change"
    ):
        base = ""
    said = _directed_by(mention).words
    if base and said in _HARVESTS and not base.endswith(("产", "产量", "产值")):
        base += "产量"
    if base and said in _PRICES and not base.endswith(("价", "价格")):
        base += "价格"
    if base and (fuller := _told_fuller(base, told)):
        return fuller
    if base and told.own() and (whole := like_owner(base, told.own()[-1][1])) != base:
        return whole
    if base and mention.unit_measure in CLASSIFIED and names.roles.get(base) == "act":
        return base + "数"
    if base:
        return sectored(completed(base, told.last(), reading, index, names), mention.kind, reading, told)
    if mention.unit_measure in CLASSIFIED and (counted := read_right(right_of(reading, index), names)[0]):
        return counted
    return unsaid(reading, index, told, names)


def _pulled(words: str, told: Told) -> str:
    """What was pulled, in full as the section told it (拉动投资: 固定资产投资)."""
    fuller = (name for _, name in told.names[-_FAR : told.begun] if name.endswith(words) and "拉" not in name)
    return next(fuller, words) if words else ""


def _told_fuller(base: str, told: Told) -> str:
    """The name just told that ends with the short ``base`` (刑事案件结案率55%,结案率提高…), or nothing."""
    recent = (name for _, name in reversed(told.own()[-_RECENT:]))
    return next((name for name in recent if len(base) <= _BRIEF < len(name) and name.endswith(base)), "")


def _rate_behind(reading: Reading, mention: Mention) -> str:
    """What a rate is told of that stands before it (5.9%的社会消费品零售总额增速); else empty."""
    led = reading.folded[clause_start(reading.folded, mention.start) : mention.start].strip(MASK)
    if _GOAL_BEHIND.match(reading.folded, mention.end) and led in _SETS_GOAL:
        return "目标"
    found = _OF_RATE.match(reading.folded, mention.end)
    return found[1] if found else ""


def _directed_by(mention: Mention) -> Why:
    """What told which way a change went; one without words where none is known."""
    change = mention.evidence.change if mention.evidence else None
    return change.directed_by if change is not None and change.directed_by is not None else _UNTOLD


def _fronted(mention: Mention) -> str:
    """What stands between a verb of change and its rate (降低用电成本10%); else empty."""
    told = _directed_by(mention)
    return told.words if told.rule == "fronted" else ""


def _is_mere(mention: Mention) -> bool:
    """Whether the clause of a rate leaves out what grew (增幅均列首位,分别达15%)."""
    return _directed_by(mention).rule == "rate-before"


def _before_change(reading: Reading, index: int) -> str:
    """The words of the clause before those of the change itself (同比多增, 压减)."""
    mention, left = reading.mentions[index], left_of(reading, index)
    told = mention.start - mention.lead
    is_net = reading.folded[mention.lead : mention.lead + 1] == "净"  # 净增 is named as such
    return left[: len(left) - told + is_net] if 0 < told <= len(left) else left


def sectored(name: str, kind: str, reading: Reading, told: Told) -> str:
    """``name`` with what of it changed, where it is a bare sector (分产业看, 第一产业增长…)."""
    if kind != "change" or not _SECTOR.fullmatch(name):
        return name
    before = told.changed().removesuffix("增速")
    if (like := _SECTOR.match(before)) and before[like.end() :]:
        return name + before[like.end() :]
    return name + (before if _ASPECT.search(reading.folded) and before else "增加值")


def _said(base: str) -> str:
    """``base``, or nothing where it only says that something grew (比年初新增, 同比多用) or than what it is more."""
    return "" if _UNSAID.fullmatch(base) else base


def unsaid(reading: Reading, index: int, told: Told, names: Names) -> str:
    """What changed where the clause does not say: what the clause before told, with a figure or without."""
    mention = reading.mentions[index]
    start = clause_start(reading.folded, mention.start)
    floor = floor_of(reading, index)
    text = clause_before(reading, index)
    if mention.unit_measure == "percentage_point" and _OF_RATES.search(mention.base or "") and told.changed():
        return _GROWTH.sub("", told.changed()) + "增速"
    if mention.unit_measure == "percentage_point" and reading.folded[start - 1 : start] == ")" and told.changed():
        return _GROWTH.sub("", told.changed()) + "增速"
    if (turned := _TURNED.search(text)) and (base := _base(read_left(strip_change(text[: turned.start()]), names))):
        return base
    if mention.unit_measure == "percentage_point" and told.own() and told.own()[-1][0].kind == "share":
        return told.own()[-1][1]
    said = "" if _WITHOUT.match(text) else without_state(text)
    phrase = read_left(strip_change(HIDDEN_AMOUNT.sub("", said)), names)
    base, went = _base(phrase), bool(said) and said != text
    raised = _RAISED.search(text) if floor < start else None
    if raised and len(what := read_left(raised[1], names).noun) > _BRIEF and not names.find(base):
        return what
    if floor < start and (base.endswith(names.measures) or (went and not phrase.verb and len(base) > _BRIEF)):
        return base
    if mention.kind == "share":
        return told.kin(mention)
    if mention.unit_measure == "percentage_point" and told.names and told.names[-1][0].kind == "change":
        of_points = told.names[-1][0].unit_measure == "percentage_point"  # of a share, or of a rate of growth
        return told.changed() if of_points else told.changed().removesuffix("增速") + "增速"
    if mention.kind == "change" and mention.unit_measure in CLASSIFIED:
        is_net = reading.folded.startswith("净", mention.lead)  # 新增企业14家,净增7家: by so many there are more of all
        return _NEWLY.sub("", told.last_quantity()) if is_net else told.last_quantity()
    if (rate := _rate_before(reading, mention, told)) and mention.unit_measure == "percent":
        return rate
    last = told.last_quantity(grew=mention.unit_measure == "percent")
    return _GROWTH.sub("", last) if mention.unit_measure == "percent" else last


def _rate_before(reading: Reading, mention: Mention, told: Told) -> str:
    """The rate told straight before what it grew by (上线率达92%,比去年提高0.9%), or nothing."""
    before, name = told.own()[-1] if told.own() else (None, "")
    if before is None or before.kind != "share" or not name.endswith("率") or AIM.search(name):
        return ""
    return name if _THEN.fullmatch(reading.folded, before.end, mention.start) else ""


def _base(phrase: Phrase) -> str:
    return phrase.verb + phrase.noun if phrase.noun else phrase.subject + phrase.verb


def name_ranked(reading: Reading, index: int, told: Told, names: Names) -> str:
    """What is ranked, where the mention ``index`` is a rank."""
    mention = reading.mentions[index]
    text = _AMONG_SO_MANY.sub("", strip_rank(left_of(reading, index)))
    text = _WHERE.sub("", text) if (mention.scope or "").startswith("各") else text
    phrase = read_left(_AMONG.sub("", text), names)
    honoured = not phrase.noun and _HONOURED.fullmatch(phrase.verb)
    base = "" if honoured else _HONOURED.sub("", _base(phrase))
    base = phrase.subject + base if phrase.noun in _CONTESTS else base
    among = int(bool(_AMONG.fullmatch(text)) and not text.startswith("在"))
    if not base and among and index and (before := left_of(reading, index - 1)).endswith("在"):
        base = _base(read_left(before.removesuffix("在"), names))
    if base.endswith(("强", "榜")):
        return base + "排名"
    if within := _within(reading, mention, names):
        return base + within
    if _GENERIC.fullmatch(base) and (of := _ranked_of(told, among)):
        return of + base
    if _GROWTH.fullmatch(base):
        of = _GENERIC_END.sub("", _GROWTH.sub("", told.kin(mention, skip=among)))
        return of + base.replace("增幅", "增速").replace("增长率", "增速")
    if not base and (match := _LISTED.search(reading.folded, mention.start, mention.end)):
        return match[1] + "排名"
    if not base:
        base = _achieved(reading, mention, names) or _grew(reading, mention, told) or told.kin(mention, skip=among)
    return base


def _within(reading: Reading, mention: Mention, names: Names) -> str:
    """What is ranked, told between the scope of a rank and the rank (居全国推广面积第一: 推广面积), or nothing."""
    told = reading.folded[mention.start : mention.end].partition(mention.scope or MASK)[2]
    match = _PLACE_AT_END.search(told)
    what = told[: match.start()] if match else ""
    return what if len(what) > 1 and what.endswith(names.measures) else ""


def _ranked_of(told: Told, skip: int) -> str:
    """What a bare 总量, 情况 or 成效 is of: what its sentence told last, without the word that says how much."""
    known = (name for before, name in reversed(told.own(skip)) if not _COMPARISON.search(name))
    return _SIZE.sub("", _GROWTH.sub("", next(known, "")))


def _grew(reading: Reading, mention: Mention, told: Told) -> str:
    """The growth that a rank is told of, where that stands alone in the clause before (增长6%，居全国第四)."""
    before, name = told.own()[-1] if told.own() else (None, "")
    if before is None or before.kind != "change" or before.unit_measure != "percent":
        return ""
    between = reading.folded[before.end : mention.start]
    if _MOVED.search(between):
        return ""
    alone = between.count("，") + between.count(",")
    levels = (m for m, known in told.own()[:-1] if known == name and m.kind == "level")
    return name + "增速" if alone <= 1 and next(levels, None) is None else ""


def _achieved(reading: Reading, mention: Mention, names: Names) -> str:
    """What follows a rank that comes first (率先完成100%绿电办公): the words behind the verb, without figures."""
    text = reading.folded[mention.end : clause_end(reading.folded, mention.end)][:REACH]
    text = _DIGITS.sub("", text).lstrip("的")
    tokens = names.tokens(text)
    if not tokens or tokens[0].start or tokens[0].role not in ("drop", "act", "both"):
        return ""
    done = text[tokens[0].end :]
    noun = read_right(done, names)[0]
    return done if len(noun) < _BRIEF < len(done) <= _LONGEST_DEED else noun
