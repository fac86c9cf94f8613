"""How money is named by what it was for: words behind it in its clause, in the clause that follows, behind 的."""

import re

from policy_digest.extract.behind import read_right
from policy_digest.extract.context import REACH, floor_of
from policy_digest.extract.hearing import EDGE_JUNK, MASK, clause_end, unquoted
from policy_digest.extract.mention import Reading
from policy_digest.extract.phrases import Phrase, without_aspect
from policy_digest.lexicon.names import Names
from policy_digest.lexicon.tokens import Token

_MONEY = ("CNY", "USD")
_SPENT = (
    "投资",
    "投入",
    "安排",
    "拨付",
    "下拨",
    "筹措",
    "筹集",
    "筹资",
    "集资",
    "整合",
    "统筹",
    "争取",
    "支出",
    "斥资",
    "出资",
    "耗资",
    "拿出",
    "列支",
)
_FUNDS = re.compile(
    "(?:(?:专项|财政|各类|各级|上级|中央|地方|[省市县区]级|自有|自筹|配套|建设|工作)*(?:资金|经费|专款|财力))?"
)
_USED = re.compile(r"^[,，\s]*(?:主要|重点|全部|均|专项|统筹)?(?:用于|用在|用以|用来|投向|支持用于)(.+)$")
_TO_WHOM = re.compile(r"^(?:对|给|为|在|向|将)(.*?)(?:全面|统一|集中)?(?:进行|开展|实施|予以|给予|发放)了?(.+)$")
_FOR = re.compile(r"^(?:对|给|为|在|向|将)(.*)$")
_LIGHT = re.compile(
    r"^(?:顺利|全面|全部|启动|继续|主要)*(?:完成|实施|推进|推动|开展|组织|启动|进行|加强|落实|做好|用于)(?:实施|推进|开展)?了?"
)
_IDLE_END = re.compile(r"(?:等?(?:相关|各项)?(?:工作|活动|任务|事宜|等)|的?费用|等)+$")
_VAGUE = ("一", "多", "等", "从", "全部", "各")
_WORKS = ("建设", "改造", "项目", "工程", "公路", "整治", "治理", "建设工程")
_SIZE = re.compile("(?:占地面积|建筑面积|总面积|面积|总长度|总长|全长|长|宽)(?:约|达|共)?$")
_OWNER = re.compile("[^的]{1,4}的(?=..)")
_LONGEST = 28  # characters: what is longer is no name of a purpose


def purpose(reading: Reading, index: int, phrase: Phrase, left: str, right: str, names: Names) -> str:
    """The name of money by its purpose (投入60万元修建水渠; 投资90万元，硬化青禾路3公里); empty if none is told."""
    mention = reading.mentions[index]
    if mention.unit_measure not in _MONEY or phrase.subject or not _FUNDS.fullmatch(phrase.noun) or not phrase.verb:
        return ""
    if right.startswith("的") or "完成" in left or (right and not _tells(right, names)):
        return ""
    spent = next((word for word in _SPENT if phrase.verb.startswith(word)), "")
    if phrase.noun and phrase.verb != spent:
        return ""
    words = right or (_next_clause(reading, index, names) if spent else "")
    if not words.strip(MASK + EDGE_JUNK):
        return ""
    matter = _matter(_whole_clause(reading, mention.end, names) if spent and right else words, names)
    if not 1 < len(matter) <= _LONGEST or matter.endswith(names.measures) or matter.startswith(_VAGUE):
        return ""
    return matter + _suffix(spent)


def _suffix(spent: str) -> str:
    if spent == "投资":
        return "投资"
    return "投入资金" if spent in ("投入", "斥资", "出资", "耗资") else "资金"


def _next_clause(reading: Reading, index: int, names: Names) -> str:
    """The clause behind a sum's own, if it alone tells what was done with it, and no figure stands before the sum."""
    mention, text = reading.mentions[index], reading.folded
    end = clause_end(text, mention.end)
    begun = max(text.rfind(mark, 0, mention.start) for mark in "。;；(（")
    if text[end : end + 1] not in (",", "，") or floor_of(reading, index) > begun + 1:
        return ""
    if any(end < m.start < clause_end(text, end + 1) and m.unit_measure in _MONEY for m in reading.mentions):
        return ""  # what came of the money (争取资金3亿元,到位2亿元)
    clause = _whole_clause(reading, end + 1, names)
    after = clause_end(text, end + 1)
    goes_on = text[after : after + 1] in (",", "，") and _is_deed(reading, after + 1, names)
    return clause if _tells(clause, names) and not goes_on else ""


def _tells(clause: str, names: Names) -> bool:
    """Whether ``clause`` begins by telling what was done, for whom or to what end."""
    if _USED.match(clause) or _FOR.match(clause):
        return True
    first = names.opening(clause)
    return first is not None and first.role in ("act", "both", "drop", "light", "cut")


def _is_deed(reading: Reading, at: int, names: Names) -> bool:
    """Whether the clause from ``at`` on tells of a thing of its own and how many (新建公厕3座, not 开工3座)."""
    figure = next((m.start for m in reading.mentions if m.start >= at), len(reading.folded))
    words = reading.folded[at:figure]
    first = names.opening(words)
    if first is None or first.role not in ("act", "both"):
        return False
    return first.end < len(words) and figure <= clause_end(reading.folded, at)


def _whole_clause(reading: Reading, at: int, names: Names) -> str:
    """The clause from ``at`` on without its figures and what those before the last of them count."""
    text, end = reading.folded, clause_end(reading.folded, at)
    inside = [m for m in reading.mentions if at <= m.start and m.end <= end]
    words, begin = "", at
    for mention in inside:
        words += _SIZE.sub("", text[begin : mention.start])
        begin = mention.end + (text[mention.end : mention.end + 1] == "的")
        counted = read_right(text[begin:end], names)[0] if mention.kind == "count" else ""
        if mention.kind == "count" and (owner := _OWNER.match(text, begin, end)):
            begin = owner.end()
        elif text[begin:].startswith(counted) and mention != inside[-1]:
            begin += len(counted)
    words += text[begin:end]
    return without_aspect(words.replace(MASK, "").strip()[:REACH], names)


def _matter(words: str, names: Names) -> str:
    """What was done to what, as a noun (修建水渠 → 水渠修建; 对道路进行整修 → 道路整修)."""
    words = words.strip(EDGE_JUNK)
    if match := _USED.match(words):
        return _noun(match[1], names)
    if match := _TO_WHOM.match(words):
        thing, deed = match[1], _IDLE_END.sub("", match[2])
        return _plain(thing + deed if 1 < len(thing) <= 20 and len(thing + deed) <= _LONGEST else deed)
    if match := _FOR.match(words):
        deeds = (token for token in names.tokens(match[1]) if token.start and token.role in ("act", "both"))
        first = next(deeds, None)
        return _noun(match[1][first.start :], names) if first and first.end < len(match[1]) else ""
    return _noun(words, names)


def _noun(words: str, names: Names) -> str:
    light = _LIGHT.match(words)
    words = _IDLE_END.sub("", words[light.end() :] if light else words)
    token = names.opening(words)
    if token and token.role in ("act", "both", "light") and token.end < len(words):
        return _plain(_done(token, _made(words[token.end :], names)))
    return _plain(words)


def _made(thing: str, names: Names) -> str:
    """``thing``, and where it was made of the money (新建的冷库已投用), no more than its name."""
    return "的" + read_right(thing, names)[0] if thing.startswith("的") else thing


def _done(token: Token, thing: str) -> str:
    """What was done to a thing, as a noun; a thing that is a work already, or was made of it (新建的冷库), alone."""
    if thing.startswith("的") or token.role == "light" or thing.endswith((*_WORKS, token.word)):
        return thing.lstrip("的")
    thing = thing.lstrip("成为到")
    return token.word + thing if token.word.startswith("新") else thing + token.word


def _plain(words: str) -> str:
    return unquoted(words).strip(EDGE_JUNK).removesuffix("等")


def granted(phrase: Phrase, right: str, names: Names) -> str:
    """The name of money that is named behind the figure (中央财政安排1000亿元奖补资金)."""
    if not phrase.noun or phrase.verb:
        return ""
    money = right.strip("的 ")
    tokens = names.tokens(money)
    spoken = any(token.role in ("drop", "cut", "edge") or (token.role == "act" and not token.start) for token in tokens)
    if spoken or len(money) > 10 or not money.endswith(names.measures) or phrase.noun.endswith(names.measures):
        return ""
    return phrase.noun + money
