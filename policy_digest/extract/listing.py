"""Lists: what a name keeps of things listed by name before 等."""

import re

JOINTS_OF_THINGS = re.compile("、|(?<![共饱温])和(?![谐平解美])|(?<![参给赠])与|以及|(?<![普涉触波])及(?![格时])")
"""What joins things that are listed; no piece of another word (普及率, 共和)."""

_GENERIC = re.compile("^[^等]{4,}等(?:系列|主题)?(?:活动|项目|工程|培训|产品|产量|产值)$")
"""A list closed by a word that says nothing without it (消费季、购物季等活动)."""

_OF_SECTORS = re.compile("[^等]等(?:重点)?(?:产业|行业|领域)..")
"""Sectors listed by name, with what is told of them: without their names it would be told of all."""

_LONGEST = 20  # characters


def unlisted(text: str, begin: int) -> str:
    """``text`` without what is listed before 等, which stands at ``begin`` or later, unless it says nothing then."""
    if "等" not in text or _OF_SECTORS.search(text) or (len(text) <= _LONGEST and _GENERIC.search(text)):
        return text
    at = text.rfind("等", begin, -2 if "、" in text else -3)
    return text[at + 1 :] if at > 0 else text
