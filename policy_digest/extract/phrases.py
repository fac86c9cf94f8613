"""Where a name begins and ends: the words before a figure and behind it, cut by the lexicon's words.

All functions take folded text. A phrase never crosses a clause: ，；。：and brackets bound it, and so does the figure
before.
"""

import re
from typing import NamedTuple

from policy_digest.extract.endings import strip_change, strip_rank
from policy_digest.extract.hearing import BRACKETED, END_JUNK, MASK, opaque, trim, unquoted
from policy_digest.extract.idle import without_modal, without_number, without_spells, without_sums, without_years
from policy_digest.extract.listing import unlisted
from policy_digest.lexicon.names import Names
from policy_digest.lexicon.tokens import Token

_TRAILING = ("bound", "cut", "drop", "end", "front")
_BEFORE = ("front", "edge", "bound")
_TRADES = (
    "进出口",
    "出口",
    "进口",
    "贸易",
    "贸易额",
    "进出口额",
    "出口额",
    "进口额",
    "进出口总额",
    "进出口总值",
    "增速",
)
_LONGEST_COUNTRY = 20  # characters, with the word for the trade
_VERBAL = ("act", "both", "drop", "light")
_SUBJECT = re.compile(
    r"(?:企业|产业|行业|工业|农业|服务业|商贸业|公司|项目|园区|开发区|合作社|基地|平台|高新区|经开区)$"
)
_LARGE = re.compile(r"^.*\d[余多]?[万亿]+[吨元人亩斤]?级?(?!.?以[上下])")
_OVER = re.compile("[超过破][\\d.]{1,6}[百千万亿]+元(?=的?[一-龥]{1,6}$)")
"""A sum that things of a kind exceed, and what they are (经济总量超200亿元县)."""

_MAINLY = re.compile(r"^.*为(?:重点|主体|主|核心|龙头|依托|中心|支撑|代表|引领|载体)的$")
_MANNER = re.compile(r"^(?:按照?|采[取用]|以|通过)[^的]{1,12}?(?:模式|方式|机制)")
_MANNERS = ("按", "采", "以", "通过")  # what ``_MANNER`` begins with
_RATED = ("率", "额", "数", "量", "度")  # a verb before one of them is no end of a name (按期召开率)
_PLACES_OF_WORK = ("中心", "基地", "站", "点", "室", "员", "队", "库", "平台", "机构", "试点")
_MORE = ("新", "多", "少", "同比多", "同比少")
_MEANS = ("利用", "依托", "运用", "采用", "盘活")
_PER_DAY = ("日均", "月均", "年均")
_COMMON_RESULTS = (
    *("投资", "收入", "支出", "产值", "总产值", "增加值"),
    *("销售额", "销售收入", "营业收入", "综合收入", "总收入", "税收", "利润", "利税", "收益", "成交额"),
)
_CARRIES = ("实施", "推进", "开展", "启动")
_WORKS = ("项目", "工程", "行动", "计划", "试点")
_OUTPACED = re.compile("(?<=..)(?:增速|增幅)[高快低慢]于[^、，,]{2,10}、")
_YEARLY_BEHIND = re.compile("^([^，,、]{2,12})年均(?=(?:稳定在|保持在|维持在|达到?|为|约|近|超过?)*$)")
_AT = re.compile("(?<=..)在[^在，,、]{1,6}$")
_OWN_RESULTS = (*_COMMON_RESULTS, "就业", "创业", "参保", "脱贫", "搬迁")
_ACHIEVED = ("完成", "实现", "达到", "取得")
_PER = re.compile(
    r"各$|[年月]?(?:人均|户均)$|(?:每人|每户|每亩|每家)(?:每年|每月|每天)?$|[为按]?每?人[每年月]?[年月]$|每[百千万]?(?:平方公里|平方千米|人口|立方米)$|每\d{1,5}[百千万]{0,2}(?:公斤|斤|吨|亩|元|人|户|米|公里|升|平方米|千瓦时|度)$"
)
_AGAINST = re.compile(
    r"[比较与][“”\"']*\x00+[“”\"']*(?:时期|期|年)?[末初底]?(?:同期)?(?:相比)?(?:分别)?(?:[\u4e00-\u9fff]{2})?$"
)
_SINCE = re.compile(r"[从由]?\x00+的?$")
_SPELL = re.compile(r"[一二三四五六七八九十两\d]+年[来间内]?$|(?<=.)[二三四五六七八九十两几]+[个处座条家所]$")
_ASPECT = re.compile(
    r"(?:了(?!解)|过(?![程渡境夜关冬剩硬户期去十百千万亿半\d])|起来?(?![诉草重点义火飞])|来(?=的)|出(?![口台让售版行入资租具栏勤警]))+"
)
_PARTICLES = ("了", "就", "也", "仍", "又", "再", "还", "曾", "现", "另")
_HOLDERS = (
    *("所", "站", "局", "院", "队", "厂"),
    *("集体", "村", "社区", "小区", "公司", "学校", "单位", "中心", "村民组", "小组", "机关", "合作社"),
)
_MEANWHILE = re.compile(r"(?<=..)(?:在|经)[^在经，,、]{1,14}(?:后|时|期间|过程中|基础上?)$")
_TIMES_END = frozenset("年来间内个处座条家所各均人户亩月天里米口后时中础上斤吨元升度")
"""The last characters of what ``_SPELL``, ``_PER`` and ``_MEANWHILE`` match: they are tried nowhere else."""

_WORD = 2  # characters: no noun is shorter
_SIZED = ("元", "亩", "岁", "吨", "级", "米", "人")


class Phrase(NamedTuple):
    """The words before a figure: who, what was done, to what. ``open``: a modifier (…的) waits for the noun behind."""

    subject: str
    verb: str
    noun: str
    open: bool = False

    @property
    def words(self) -> str:
        """All of it, in order."""
        return self.subject + self.verb + self.noun


def strip_subject(text: str, names: Names) -> str:
    """What several figures are told of, 分别: the words of a clause without those of change, rank or bound."""
    text = _SINCE.sub("", _AGAINST.sub("", text))
    text = unquoted(text[text.rfind(MASK, 0, len(text.rstrip(MASK))) + 1 :].strip(MASK))
    while (shorter := strip_end(strip_rank(strip_change(text)), names)[0]) != text:
        text = shorter
    start = 0
    for token in names.tokens(text):
        if token.start != start or token.role not in (*_BEFORE, "cut", "drop") or _is_trade(token, text):
            break
        start = token.end
    return trim(text[start:])


def read_left(text: str, names: Names) -> Phrase:
    """The phrase that ends ``text``, the words before a figure in its clause."""
    phrase = _read_left(text, names)
    subject, verb, noun = unquoted(phrase.subject), unquoted(phrase.verb), unquoted(phrase.noun)
    is_plain = subject == phrase.subject and verb == phrase.verb and noun == phrase.noun
    return phrase if is_plain else Phrase(subject, verb, noun, phrase.open)


def _read_left(text: str, names: Names) -> Phrase:
    text = BRACKETED.sub("", text) if ")" in text or "）" in text else text
    text = _YEARLY_BEHIND.sub(r"年均\1", text) if "年均" in text[1:] else text
    text = _OUTPACED.sub("", text) if "增速" in text or "增幅" in text else text
    text = without_sums(without_aspect(opaque(without_spells(text)), names), names)
    text = _MAINLY.sub("", text) if text.endswith("的") else text
    text = _LARGE.sub("", text) if ("万" in text or "亿" in text) and not _OVER.search(text) else text
    text = _MANNER.sub("", text) if text.startswith(_MANNERS) else text
    whole, modifier = strip_end(text.rstrip(END_JUNK) if not text.endswith("的") else text, names)
    text = whole[whole.rfind(MASK) + 1 :]
    text = without_years(trim(text[_last_cut(text, names) :]))
    phrase = _split_verb(text, names, modifier)
    before = without_number(whole[: len(whole) - len(text)].rstrip(MASK))
    if phrase.verb and not phrase.noun and not phrase.subject and before:
        return phrase._replace(subject=_doer(before, names, any_subject=True))
    if phrase.verb and phrase.subject and before.endswith(_CARRIES) and phrase.noun.endswith(_WORKS):
        return Phrase("", "", text, modifier)  # 实施片区综合更新改造项目
    if not phrase.verb and (text in _COMMON_RESULTS or text in names.heads) and before.endswith("累计"):
        return Phrase("", "", _doer(before.removesuffix("累计"), names, any_subject=True) + text, modifier)
    if not phrase.verb and text and before.endswith(_ACHIEVED):
        return Phrase("", "", _doer(before, names, any_subject=text.endswith(_OWN_RESULTS)) + text, modifier)
    return phrase


def without_aspect(text: str, names: Names) -> str:
    """``text`` without the particles behind its verbs (建立了, 创建起), unless a word begins with them."""
    for token in reversed(names.tokens(text)) if _ASPECT.search(text) else ():
        if token.role not in _VERBAL or not (match := _ASPECT.match(text, token.end)):
            continue
        if not any(text[token.end : token.end + size] in names.roles for size in (2, 3)):
            text = text[: token.end] + text[match.end() :]
    return text


def strip_end(text: str, names: Names) -> tuple[str, bool]:
    """``text`` without the words at its end that no name ends with, and whether a modifier (…的) stood there."""
    modifier = False
    while True:
        if text.endswith("的"):
            modifier = True
        text = _without_time(text.rstrip(END_JUNK))
        tokens = names.tokens(text)
        ended = bool(tokens) and tokens[-1].end == len(text) and (len(tokens[-1].word) > 1 or tokens[-1].role != "edge")
        if not ended and (shorter := without_modal(text.removesuffix(_particle(text)))) != text:
            text = shorter
            continue
        if not ended or tokens[-1].role not in _TRAILING:
            return text, modifier
        if tokens[-1].word in ("以上", "以下", "以内") and text[: tokens[-1].start].endswith(_SIZED):
            return text, modifier
        modifier = False
        text = text[: tokens[-1].start]
        if tokens[-1].role == "drop":
            text = text.rstrip("拟将") if text.endswith("许可") else text.rstrip("拟将可")


def _without_time(text: str) -> str:
    """``text`` without the words at its end that say how long, per how many or while what was done."""
    if text[-1:] not in _TIMES_END:
        return text
    return _MEANWHILE.sub("", _PER.sub("", _SPELL.sub("", text)).rstrip(END_JUNK))


def _particle(text: str) -> str:
    """The particle that ends ``text``, or nothing."""
    return text[-1:] if text.endswith(_PARTICLES) else ""


def _doer(text: str, names: Names, *, any_subject: bool = False) -> str:
    """Who achieved what follows, where that tells figures apart (规模企业 in 规模企业实现)."""
    head, _ = strip_end(_AT.sub("", strip_end(text.rstrip(MASK), names)[0]), names)
    head, _ = strip_end(head.rstrip(MASK), names)
    head = head[head.rfind(MASK) + 1 :]
    head = trim(head[_last_cut(head, names) :])
    known = _SUBJECT.search(head) and "、" not in head
    return head if known or (any_subject and not head.endswith(("下", "上", "中", "后", "时"))) else ""


def _last_cut(text: str, names: Names) -> int:
    """Where the name can begin: behind the last word that is no part of one."""
    start = 0
    tokens = names.tokens(text)
    for at, token in enumerate(tokens):
        at_edge = token.start == start
        sized = token.word in ("以上", "以下", "以内") and text[: token.start].endswith(("元", "亩", "岁", "吨", "级"))
        if text[token.end :] in _RATED or (sized and token.end < len(text)) or _is_trade(token, text):
            continue
        then = at and token.word in ("可", "能") and tokens[at - 1].end == token.start and tokens[at - 1].role == "act"
        has = then or (token.word == "有" and text[start : token.start].endswith(_HOLDERS) and token.end < len(text))
        if token.word == "有" and "的" in text[token.end :]:
            continue  # 有进出口实绩的企业
        paired = at and token.role == "drop" and _is_pair(tokens[at - 1], token, start, text)
        if has or (token.role in ("cut", "drop") and not paired) or (token.role in _BEFORE and at_edge):
            start = token.end
    now = text[start : start + 2] in ("现日", "现年") or (
        text.startswith("现", start)
        and any(t.start == start + 1 and t.role in ("act", "both") for t in names.tokens(text))
    )
    return start + 1 if now else start


def _is_pair(before: Token, token: Token, start: int, text: str) -> bool:
    """Whether two verbs that begin a phrase are one deed, whose second is else left out (新建优化基站)."""
    return before.start == start and before.end == token.start and before.role == "act" and token.end < len(text)


def _is_trade(token: Token, text: str) -> bool:
    """Whether 对 begins the name of a trade with a country (对东盟进出口)."""
    return token.word == "对" and text.endswith(_TRADES) and len(text) - token.end <= _LONGEST_COUNTRY


def _split_verb(text: str, names: Names, modifier: bool) -> Phrase:
    if not text.startswith(_PER_DAY):
        return _split(text, names, modifier)
    phrase = _split(text[2:], names, modifier)  # 日均处理垃圾: what is done so often keeps its verb
    if phrase.verb and not phrase.subject:
        return phrase._replace(verb=text[:2] + phrase.verb)
    return phrase._replace(subject="", verb="", noun=text)


def _split(text: str, names: Names, modifier: bool) -> Phrase:
    tokens = names.tokens(text)
    verbs: list[Token] = []
    for token in tokens:
        if _is_verb(token, verbs[-1] if verbs else None, text):
            verbs.append(token)
    if not verbs:
        return Phrase("", "", unlisted(text, 4), modifier)
    first = last = verbs[-1]
    for token in reversed(verbs[:-1]):
        gap = text[token.end : first.start]
        if not gap or (token.start == 0 and gap in ("、", "和", "及", "并")):
            first = token
    subject = strip_end(text[: first.start].rstrip("可能会将要拟"), names)[0]
    verb = text[first.start : last.start if last.role == "light" else last.end]
    subject = "" if "、" in subject and verbs[0].start == 0 and verbs[0] is not first else subject
    if subject in _MORE:
        subject, verb = "", subject[-1] + verb
    noun = trim(text[last.end :])
    if verb in _MEANS and (deed := _deed_at_end(noun, names)):
        return Phrase("", deed, "", modifier)
    if noun.startswith("等") and len(noun) > _WORD:
        opens = first.start == 0 or verbs[0].start == 0
        kept = opens and (verbs[0].role == "act" or (verbs[0].role == "both" and not verbs[0].start))
        return Phrase("", verbs[0].word if kept else "", noun[1:], modifier)
    return Phrase(subject, verb, unlisted(noun, 1), modifier)


def _deed_at_end(noun: str, names: Names) -> str:
    """The verbs that end ``noun``, what was used to do them before them (闲置资源改造建设), or nothing."""
    start = len(noun)
    for token in reversed(names.tokens(noun)):
        if token.end != start or token.role not in ("act", "both"):
            break
        start = token.start
    return noun[start:] if start > 1 else ""


def _is_noun(rest: str) -> bool:
    """Whether ``rest``, behind a verb, can be what was done to: no single character (引领方), but 覆盖面."""
    return len(rest) != 1 or rest in "面率额数量度"


def _is_verb(token: Token, before: Token | None, text: str) -> bool:
    if token.role == "act":
        begins = token.start == (before.end if before else 0)
        return begins or (text[token.end :] not in _PLACES_OF_WORK and _is_noun(text[token.end :]))
    chained = before is not None and text[before.end : token.start] in ("", "、", "和")
    return (
        token.role in ("both", "light")
        and (token.start == 0 or chained)
        and (token.end < len(text) or token.start == 0)
    )
