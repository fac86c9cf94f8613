"""Words that no name needs: since when and how long, sums, modal verbs; taken out before a phrase is read."""

import re
from itertools import pairwise

from policy_digest.lexicon.names import Names

_NUMBER = r"(?:[一二三四五六七八九十两]{1,2}|\d{1,2})"
_SPELLS = re.compile(
    rf"(?:连续|近|未来|最近|过去|今后|用|利用)?(?<![第\d一二三四五六七八九十]){_NUMBER}(?:年|个月)"
    r"(?:之?[内间来]|以来|左右?的?时间|时间)的?"
)
_LEADING = re.compile(
    rf"^(?:连续|近|未来|最近|过去|今后)?{_NUMBER}年(?=[\u4e00-\u9fff])(?!生(?!产))(?![期以级制度薪龄初底末段份货间内来前后多一义])"
    r"(?!行动|攻坚|计划|规划|任务|目标)(?:全[国省市县区乡镇])?"
)
_OF_SIZE = re.compile(r"\d{1,6}(?:\.\d{1,2})?(?:升|L|千伏安|千瓦|匹|英?寸|毫米|立方米?|吨|方)(?=[^\W\d]{2})")
_LASTED = re.compile(r"^.*\d\s?(?:个月|天|小时|分钟|年)[^、]{0,30}、(?=..)")
_FOR_YEARS = re.compile("^(?:已?连续)?第(?:\\d{1,2}|[一二三四五六七八九十]{1,3})年")
_MODALS = ("要", "拟", "将", "可", "首", "每", "跨", "是")  # what every match of ``_MODAL`` ends with
_MODAL = re.compile(
    r"(?:(?<![主重需必纪概首摘])要|拟|(?<=..)(?<!榜)(?:将?首|[每跨是])|(?<=[率值量额数比产入资])[将可])$"
)
_COUNTED = re.compile(rf"(?:计划|规划|拟|将)?{_NUMBER}$")
_IN_ALL = re.compile("(?<=[一-龥]{2})累计(?=新增)")
_SUMS = frozenset(("共", "已", "拟", "将"))
_VERBAL = ("act", "both", "drop", "light")


def without_spells(text: str) -> str:
    """``text`` without how long something took (三年内投入资金) and of which size things are (240升分类桶)."""
    text = _LASTED.sub("", text) if "、" in text else text
    text = _OF_SIZE.sub("", text)
    return _SPELLS.sub("", text) if "年" in text or "月" in text else text


def without_years(text: str) -> str:
    """``text``, the beginning of a name, without the years it is told of (五年生产原煤, 连续7年提高标准)."""
    return _FOR_YEARS.sub("", _LEADING.sub("", text)) if "年" in text else text


def without_number(text: str) -> str:
    """``text`` without the number that a masked span went on from (计划三年内: 年内 is a date)."""
    return _COUNTED.sub("", text)


def without_modal(text: str) -> str:
    """``text`` without the modal verb at its end that stands before a number (粮食产量要达到)."""
    return _MODAL.sub("", text) if text.endswith(_MODALS) else text


def without_sums(text: str, names: Names) -> str:
    """``text`` without 共, 已, 拟 and 将 between what did something and what it did (水利建设共投入资金)."""
    text = _IN_ALL.sub("", text) if "累计" in text else text
    if _SUMS.isdisjoint(text):
        return text
    tokens = names.tokens(text)
    for one, two in reversed(tuple(pairwise(tokens))):
        if one.start and one.end == two.start and one.word in _SUMS and two.role in _VERBAL:
            text = text[: one.start] + text[one.end :]
    return text
