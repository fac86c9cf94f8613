"""How a proportion is named: a rate, a part of a whole, what was done in full."""

import re

from policy_digest.extract.behind import read_right, relative
from policy_digest.extract.compose import root
from policy_digest.extract.context import (
    RECOVERED,
    Told,
    clause_before,
    left_of,
    right_of,
)
from policy_digest.extract.endings import strip_change
from policy_digest.extract.growth import unsaid
from policy_digest.extract.hearing import MASK
from policy_digest.extract.mention import Mention, Reading
from policy_digest.extract.modifiers import SPREAD
from policy_digest.extract.phrases import Phrase, read_left, strip_end, strip_subject
from policy_digest.extract.plans import name_completion
from policy_digest.extract.subjects import complete
from policy_digest.lexicon.names import Names

_SHARE = re.compile(r"^(.*?)(?:占到|占据|约占|占(?![比地用有道领线]))(.+?)的?(?:比重|比例|份额|比)?$")

_CONTRIBUTION = re.compile(r"([^\x00]*?)对([^对\x00]+)贡献率$")

_PROPORTION = re.compile("..(?:面|度|系数)$|.[偿销生入出]比$")
"""Names that say by themselves that they are of a proportion (受益面, 补偿比)."""

_DONE_BEHIND = re.compile(
    "的?(交付|覆盖|达标|通达|整改|办结|兑现|到位|建成|完工|开工|投产|签约|销号|合格|入网|联网|上线|接入)(?:$|[,，。;；、])"
)

_EARLY = re.compile(r"提前(?:\d+|[一二三四五六七八九十半]+)个?(?:月|天|年|季度)$")

_CASES = re.compile("隐患|案件|纠纷|矛盾|问题|诉求|投诉|举报|信访|来信|事件|事项|线索|工单|热线|件数?$|建议|提案|警情")
"""Names of what is settled, mended or answered."""

_OF_DEED = re.compile("(?:结案|办结|审结|整改|破案|调解|化解|回复|处置|销号|响应|解决|查处)(?:成功|完成)?率|成功率")
"""Rates that say what was done and not to what (受理信访件120件,办结率98%)."""

_RATIOS = ("扣除", "报销", "补助", "补贴", "返还", "减免", "压减", "优惠", "降价", "让利")

_RATE_BEHIND = re.compile(
    "(?:一档)?的((?:征收|缴费|报销|补助|补贴|计提|分成)?(?:税率|费率|比例|征收率))(?=$|[,，。;；、]|[降提上下调保维执不统征])"
)
_SET_ANEW = re.compile("^(?:下调|上调|调高|调低|降低|提高)(?=...*(?:率|比例|标准)$)")
_IN_FORCE = re.compile("(?:现行|目前|原来|原有|执行|实行|保持)+的?$")
_LEVIED = re.compile("的?(?:税率|比例|标准)?(?:给予)?(征收|计征|缴纳|缴存|计提|收取|报销|补助|补贴)")
_INTRODUCED = re.compile("([^,，。;；、]{2,14})在$")
_BROUGHT_IN = re.compile("(?:以上|以下|左右)?的?([^,，。;；、]{2,16}?)(?:全面)?(实施|推行|推广|实行|落地)$")
_FAR = 10  # characters: what is longer is more than the places that something was spread to
_WHERE_DONE = re.compile(
    "(?:以上|以下|左右)?的?(?P<who>[^,，。;；、]{2,20}?)(?P<did>(?:实施|推行|推广|实行|开展|启动|建立)了?[^,，。;；、]{2,14})$"
)

_RECOVERED = re.compile(r"恢复(?:[至到][^，,、\x00]{0,12}(?:同期|水平)|[至到]?\x00+(?:的?水平)?)的?$")

_OF_COUNT = re.compile("(?:户数|人数|(?<![案访])件数|(?<![总次])数)$")

_SAVED = re.compile(
    "(?:亩均|平均|综合|户均)?(?:节[水电能肥药本材地支煤油]|[增减]产|增效|降本|减排|降耗|降碳|减药|减肥)"
)
"""What a share is saved or gained of, as a rate (节水30%: 节水率)."""

_PARTS = ("占比", "比重", "比例")

_SPENT = re.compile(r"^(?:以上|左右)?(?:均|都)?((?:投向|用于|投入|用在)[^,，;；。]{2,8})")

_BALANCE = re.compile(r"([^\x00]*(?:存贷|贷存|收入|性别|收支|产销|抚养|师生|容积|供需)比)(?:为|达到?|是|约)?$")

_OF = re.compile(r"^(?P<part>.*?)(?:已|均|分别|约)*(?:达到?|相当于)(?P<whole>[^达到，、\x00]{2,14}?)的$")

_DONE = re.compile(r"(?:完成|实现)了?(?P<work>[^完成\x00，、]{2,20}?)的$")

_IN = re.compile(
    r"^(?P<part>.*?)在(?![校册职岗园建读编训逃库押外])(?P<whole>[^在，、\x00]{2,14}?)中?的?(?P<kind>占比|比重|比例|份额)$"
)

_AMOUNTS_TO = re.compile("(?<=[率重例比])在$")

_TIMES = re.compile(r"^(?P<part>.*?)(?:约?[为是]|相当于|达到?)\x00+的?$")


def name_share(reading: Reading, index: int, told: Told, names: Names) -> str:
    """The name of a proportion: a rate, …占…比重, or what follows it."""
    mention, raw = reading.mentions[index], _AMOUNTS_TO.sub("", left_of(reading, index))
    left = strip_change(raw)
    if (match := _BALANCE.search(raw)) and (ratio := read_left(match[1], names).words):
        return ratio
    if _RECOVERED.search(raw) and (recovered := told.amount()):
        return recovered + RECOVERED
    if mention.unit_measure != "percent" and (match := _TIMES.match(raw)):
        return (read_left(match["part"], names).words or told.kin(mention)) + "倍数"
    if match := _CONTRIBUTION.search(left):
        subject = read_left(match[1], names).words or root(told.last(), names)
        return f"{subject}对{match[2]}贡献率"
    if left.strip(MASK) == "贡献率" and (whose := told.last_quantity()):
        return root(whose.partition("拉动")[0], names) + "贡献率"
    if name := name_completion(reading, index, told, names):
        return name
    if name := _realised(reading, index, raw, names) or _of_whole(reading, index, raw, told, names):
        return name
    if match := _SHARE.match(left[left.rfind(MASK) + 1 :]):
        subject = read_left(match[1], names).words
        if subject == "增量" and (grown := told.changed()):
            subject = grown + subject
        subject = (
            _OF_COUNT.sub("", unsaid(reading, index, told, names))
            if subject in ("", "总量", "总额", "规模", "其")
            else subject
        )
        return f"{subject}占{match[2].strip('的')}比重"
    if left.endswith("占") and (subject := read_left(left[:-1], names).words or told.kin(mention)):
        return subject + "占比"
    return _of_phrase(reading, index, left, told, names)


def _of_phrase(reading: Reading, index: int, left: str, told: Told, names: Names) -> str:
    """The name of a proportion by the words before it, or of what stands behind it."""
    mention = reading.mentions[index]
    phrase = read_left(left, names)
    base = phrase.words
    if levied := _levied(left_of(reading, index), right_of(reading, index), names):
        return levied
    if _OF_DEED.fullmatch(base) and (done_to := _last_thing(told, names, base)):
        return done_to + base
    if base and (spent := _SPENT.match(right_of(reading, index))):
        return f"{base}{spent[1]}比重"
    counted, rest = read_right(right_of(reading, index), names)
    if not base or (counted and not base.endswith((*names.measures, *_RATIOS))):
        return (
            _share_of(phrase, counted, relative(rest, names), names)
            or base
            or _SET_ANEW.sub("", unsaid(reading, index, told, names))
        )
    if left.startswith("的") and told.own() and told.own()[-1][1].endswith(base):
        return told.own()[-1][1]  # 现行16%的税率降至13%
    if base in names.heads:
        is_part = base in _PARTS or base.endswith(_PARTS)
        return complete(base, told.kin(mention) if is_part else told.last(), names)
    base = _SET_ANEW.sub("", base)
    if base.endswith((*names.measures, "目标", "指标")) or _PROPORTION.search(base):
        return base
    if _SAVED.fullmatch(base):
        return base + "率"
    return base + "比例" if base.endswith(_RATIOS) else base + "占比"


def _levied(left: str, right: str, names: Names) -> str:
    """The name of a rate told by its height (按5%征收; 现行16%的税率; 在60%的机构实行新制度), or nothing."""
    if match := _RATE_BEHIND.match(right):
        return strip_subject(_IN_FORCE.sub("", left), names) + match[1]
    if left.endswith("按") and (match := _LEVIED.match(right)):
        what = read_left(left.removesuffix("按"), names).words
        return what + ("税率" if what.endswith("税") else match[1] + "比例") if what else ""
    if (spread := SPREAD.match(left)) and spread["what"] and right.startswith("的"):
        what, where = read_left(spread["what"], names).noun, right[1:]
        return what + where + "占比" if what and 1 < len(where) < _FAR else ""
    match = _WHERE_DONE.match(right) if left.endswith("在") else None
    if match is None and (introduced := _INTRODUCED.match(left)) and (did := _BROUGHT_IN.match(right)):
        return f"{did[2]}{introduced[1]}的{did[1]}占比"
    return f"{match['did']}的{match['who']}占比" if match else ""


def _realised(reading: Reading, index: int, raw: str, names: Names) -> str:
    """The name of a share of what was done, told behind it (新房提前5天实现100%入住: 新房入住率), or nothing."""
    done = _DONE_BEHIND.match(right_of(reading, index)) if raw.endswith(("实现", "完成", "全部")) else None
    subject = read_left(_EARLY.sub("", strip_end(raw, names)[0]), names).words if done else ""
    return subject + done[1] + "率" if done and subject else ""


def _is_people(mention: Mention) -> bool:
    return mention.unit_measure in ("person", "visit")


def _last_thing(told: Told, names: Names, rate: str) -> str:
    """What the sentence counted last (排查隐患30处: 隐患), and what was done to it where ``rate`` does not say."""
    counts = (name for mention, name in reversed(told.own()) if mention.kind == "count" and not _is_people(mention))
    last = next(counts, "").removesuffix("批次") if rate == "成功率" else next(filter(_CASES.search, counts), "")
    stem = root(last, names) if last else ""
    first = names.opening(stem)
    if first is None or first.role not in ("act", "both") or first.end == len(stem):
        return stem
    return stem[first.end :] + (first.word if rate == "成功率" else "")


def _of_whole(reading: Reading, index: int, raw: str, told: Told, names: Names) -> str:
    """The name of a share told without 占 (服务业在生产总值中的比重; 完成主体工程的70%), or nothing."""
    left = strip_change(raw)
    if done := _DONE.search(raw):
        return done["work"] + "完成率"
    match = _OF.match(raw) or _IN.match(left)
    if not match or match["whole"].endswith(("时", "期", "水平")):
        return ""
    part = read_left(match["part"], names).words
    part = part or read_left(clause_before(reading, index), names).noun or root(told.last(), names)
    return f"{part}占{match['whole']}比重" if part else ""


def _share_of(phrase: Phrase, counted: str, did: str, names: Names) -> str:
    """The name of a proportion of what follows it (覆盖95%以上行政村; 九成企业复工)."""
    if counted and phrase.verb == "覆盖":
        return f"{phrase.subject}{counted}覆盖率"
    if not counted or counted.endswith(names.measures):
        return phrase.verb + counted
    return f"{did}的{counted}占比" if did and not phrase.verb else f"{phrase.verb}{counted}占比"
