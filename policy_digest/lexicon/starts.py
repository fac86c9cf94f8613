"""Where something started from that went to another figure: the first of two that one clause tells (由…增加到…)."""

import re

_LISTED = "[0-9.]+[^，,；;。、0-9和与及]{1,6}"
_FROM = re.compile(
    "[由从](?:上年末?|去年末?|年初|原来|最初|过去|五年前|[0-9]{4}年末?)?的?"
    f"(?:{_LISTED}[、和与及])*(?:不到|不足|约|近|超过?)?$"
)
_TO = re.compile(
    f"(?:(?:[、和与及]{_LISTED})+(?=分别))?"
    "(?:以上|左右)?[^，,；;。、0-9]{0,4}?(?:增长|增加|提高|提升|上升|扩大|扩展|拓展|发展|增|升|扩|翻|下降|减少|降低|压减|压缩|缩短|缩减|精简|调整|优化|整合|合并|降|减|缩|变)"
    "[^，,；;。、0-9]{0,3}?[到至为成](?=现在|目前|[去今上]年|[第约近超达]|[0-9]|[一二三四五六七八九十百千万亿])"
)


def is_start(before: str, after: str) -> bool:
    """Whether a figure between these words (in simplified characters) is a starting value: 由2.57万元增加到3.52万元."""
    return _FROM.search(before) is not None and _TO.match(after) is not None
