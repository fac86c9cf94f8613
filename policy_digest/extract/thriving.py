"""What is said to have gone well in the clause before a figure, which leaves it out (旅游收入稳步增长，实现3亿元)."""

import re

from policy_digest.extract.context import OF_WHOLE, clause_before, floor_of, left_of
from policy_digest.extract.hearing import clause_start
from policy_digest.extract.mention import Reading
from policy_digest.extract.phrases import read_left
from policy_digest.extract.subjects import ACCOUNTS, complete
from policy_digest.lexicon.names import Names

_WENT = re.compile(
    "(?:\x00|再次|再|又|均|双双|连年|连续[两二三四五六七八九十]年|连续|总体|基本|保持|实现|持续|继续|稳步|平稳|稳定|稳中有|快速|较快|大幅|显著|明显|进一步|不断|逐年|同步)*"
    "(?:[创达刷][下到新]?(?:历史|同期|近年)*(?:新高|最高水平|最好水平|纪录)|[获喜夺]?(?:得|喜获)?(?:大?丰收|丰产)|增产|增长|提升|提高|上升|回升|"
    "增加|改善|向好|攀升|升|平稳|突破|壮大|扩大|增强|发力|向上|回暖|走强|好转|递增|翻番|(?:跨越|跨上|迈上|突破|站上)[^，,]{1,9}(?:台阶|大关|关口)|修复|夯实|巩固|恢复|稳健|稳固|加快|强劲|旺盛|火爆|表现(?:出色|亮眼|突出|良好|抢眼|优异))了?$"
)
"""What is said of something whose figure follows in the next clause."""


_WORK = re.compile("(?<=..)(?:生产|效益|经济效益|基本面|发展|形势|运行|经营|建设|工作|总体|(?<!集体)(?<!合作)经济)+$")
_TOPIC = re.compile(
    "(?:推动|推进|加快|支持|做[强大优]|壮大|发展|培育)(?P<what>[^，,、。]{1,10}?)(?P<kind>产业|行业)[^，,。]{0,10}[，,]"
)
_RESPECT = re.compile(
    "(?P<what>[^，,、。:：\\x00]{2,6}?)(?:智能|绿色|安全|高效|清洁|开采|开发|利用|发展|建设|生产|工作)*方面[，,:：]"
)
"""Of what a sentence speaks (天然气发展方面，…，力争产量达到9亿立方米)."""

_FROM = re.compile("[从由](?:\x00|的)*")
_MONEY = ("经费", "投入", "费用", "拨款", "基金")
_OUTPUTS = ("产量", "产值", "总产量", "总产值")
_OWNERS = ("企业", "产业", "行业", "公司", "集团", "园区", "开发区", "景区", "合作社", "商贸业", "服务业")


def went_well(reading: Reading, index: int, names: Names) -> str:
    """What the clause before a figure says to have gone well and tells no figure of; else nothing."""
    words = clause_before(reading, index)
    start = clause_start(reading.folded, reading.mentions[index].start)
    if not words or (index and start - 1 - len(words) <= floor_of(reading, index)):
        return ""
    went = _WENT.search(words)
    return read_left(words[: went.start()], names).words if went else ""


def set_before(reading: Reading, index: int, names: Names) -> str:
    """What a sentence sets before its first figure, whose clause tells but where it began (经费，从2亿元到5亿元)."""
    words = clause_before(reading, index) if _FROM.fullmatch(left_of(reading, index).strip()) else ""
    if not words or floor_of(reading, index):
        return ""
    phrase = read_left(words, names)
    is_known = phrase.words.endswith((*names.measures, *names.heads, *_MONEY)) or names.find(phrase.words)
    return phrase.words if is_known and not phrase.verb else ""


def _opening_topic(name: str, reading: Reading, index: int) -> str:
    """The industry that a sentence is about by its first clause (推动汽车产业提质,力争产量达…), before figures."""
    opened = _TOPIC.match(reading.folded) if floor_of(reading, index) == 0 else None
    if opened is None and (respect := _RESPECT.match(reading.folded)):
        return respect["what"]
    own = clause_start(reading.folded, reading.mentions[index].start)
    if opened is None or opened.end() > own:
        return ""
    return opened["what"] + ("" if name.endswith("产量") else opened["kind"])


def without_state(words: str) -> str:
    """``words`` without what they say of how something went (出口强劲: 出口)."""
    went = _WENT.search(words)
    return words[: went.start()] if went else words


def completed(name: str, latest: str, reading: Reading, index: int, names: Names) -> str:
    """``name`` with whose it is, where a bare head tells of what its sentence, or the section, told last.

    What the clause before says to have gone well comes first (粮食生产丰收，总产量达2万吨; 企业效益好转，利润增长5%).
    """
    if OF_WHOLE.search(left_of(reading, index)):
        return name
    owner = _WORK.sub("", went_well(reading, index, names)) if name in names.heads or name in ACCOUNTS else ""
    owner = owner or (_opening_topic(name, reading, index) if name in _OUTPUTS else "")
    if name in ACCOUNTS and owner.endswith(_OWNERS):
        return owner + name
    return complete(name, owner or latest, names)
