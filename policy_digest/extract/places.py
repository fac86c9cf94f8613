"""Where a figure holds: the smallest place that its clause, its sentence or the sentences before tell it of."""

import re
from collections.abc import Iterable

from policy_digest.lexicon.names import Names

_PLACE = re.compile(
    r"(?:^|[，,；;。：、\x00])(?:其中|[邻临]近的|[^，,；;。：、]{2,8}交界的)?([\u4e00-\u9fff]{1,5}?"
    r"(?:村(?![庄民级委财支容企医史规务域])|社区(?![级居党公工])|街道(?!办)|镇(?![域级政区街村])|乡(?![村镇级亲域党])|"
    r"县(?![级域委城区属内])|区(?![级域委间块政属内直])|市(?![级域场民委政辖区属直内副])|省(?![级委内外属直域])))"
)
_COMMON = re.compile(
    r"(?:全|我|本|各|该|园|小|校|景|农|乡|山|城|库|新|老|灌|林|牧|矿|超|都|大|中|股|夜|早|菜|地|每个?|多个|所有|部分|城乡|建设|推进|完成|新增|居民|"
    r"试点|周边|相关|有关|全部|第.|几个|不少|许多|目前|这些|人均地|强|片|街道|城市)(?:村|社区|街道|镇|乡|县|区|市|省)"
    r"|国家.*|.*(?:中关|县市|市州|市县|区县|示范|行政|自然|贫困|试点|重点|先进|特色|开发|棚户|老旧小|保护|高新|经开|试验|综保|保税|功能|核心|集聚|美丽乡|城镇|乡镇|集镇|强|明星|文明|"
    r"灌|中心城|主城|城中|先行|先导|直管|亿|公路|建成|乡|地|人均地|小|自治|生活|工业|居民|居住|农)(?:村|社区|街道|镇|乡|县|区|市|省)"
    r"|.*(?:互|灾|牧|林|矿|疫|园|校|景|辖|片|超|股|都|副)[区市]"
    r"|..+城市|.*城乡|.*[城乡集]镇|.*返乡|.*[级后前里八][村乡]|.*[个对在为是的距比与将把从约近余条等到占请].*|(?:其中|目前|一|两|三).*"
)

_NO_PLACE = frozenset(("act", "both", "cut", "drop", "noun", "light", "front"))
_GOVERNS = re.compile(
    r"(?:^|[，,：:\x00]|在|位于)(?:在|位于|[邻临]近的|[^，,；;。：、]{2,8}交界的)?"
    r"([\u4e00-\u9fff]{2,5}?(?:村(?![庄民级委财支容企医史规务域集])|社区(?![级居党公工卫])))"
)
_LISTED = re.compile(
    r"(?:^|[，,；;：:\x00]|其中)((?:[\u4e00-\u548b\u548d-\u9fff]{2,6}[、和]){1,8}[\u4e00-\u548b\u548d-\u9fff]{2,6}?)"
    r"(?:[两三四五六七八九十]个?)?(村|社区|街道|镇|乡)[^，,；;。：、]{0,16}分别"
)
"""Places whose figures follow in their order (白果村、青石村集体收入分别为…; 高桥、白沙两个街道分别…)."""
_WHOLE = re.compile(r"[全我本][镇乡区县市省街]|镇域|区域内")
_LEVELS = (
    *(("国", 1), ("省", 2), ("自治区", 2), ("自治州", 3), ("市", 3), ("区", 4), ("县", 4), ("旗", 4)),
    *(("镇", 5), ("乡", 5), ("街道", 5), ("社区", 6), ("村", 6)),
)
_WIDE = re.compile(r"(?:^|[，,；;。])全([国省市])(?!平均|第|前|首|最)[^，,；;。中我本]*$")
_SAME = re.compile(r"村里|该村|本村|全村|^村集体|^村财|[，,]村集体|[，,\x00]村财|\x00村")
_JOINTS = re.compile("[、和]")
_AND = re.compile("[、和与及]")
_FEW = 3  # characters: a village's name that short without its 村 is no sure name


def villages(texts: Iterable[str], names: Names) -> tuple[str, ...]:
    """The villages that the texts name in full (西槐庄村), which they may name in short elsewhere (西槐庄)."""
    found = (match[1] for text in texts for match in _GOVERNS.finditer(text))
    return tuple(sorted({name for name in found if name.endswith("村") and is_place(name, names)}))


def governing(text: str, start: int, clause: int, before: str, known: tuple[str, ...], names: Names) -> str:
    """The place that the figure at ``start`` of ``text`` is told of, empty where the whole place is meant.

    ``clause`` is where its clause begins, ``before`` the village that the sentences before told of.
    """
    own = text[clause:start]
    if "分别" in own and (listed := _respective(own, names)):
        return listed
    for match in reversed(list(_PLACE.finditer(own))):
        if is_place(match[1], names) or _is_listed(match[1], text[:clause], names):
            return match[1]
    short = [name for name in known if len(name) > _FEW and name[:-1] in own]
    if short:
        return short[-1]
    earlier = text[max(text.rfind("；", 0, clause), text.rfind(";", 0, clause)) + 1 : clause]
    if _WHOLE.search(own):
        return ""
    for match in reversed(list(_GOVERNS.finditer(earlier))) if "村" in earlier or "社区" in earlier else ():
        if is_place(match[1], names):
            return "" if _WHOLE.search(earlier, match.end()) else match[1]
    return before if before and _SAME.search(text[:start]) else ""


def is_wider(text: str, place: str) -> bool:
    """Whether the clause at the end of ``text`` tells of more than ``place`` (全市投资增长5% in a county's report)."""
    told = _WIDE.search(text) if "全" in text else None
    own = next((level for suffix, level in _LEVELS if place.endswith(suffix)), 0) if told else 0
    return told is not None and 0 < dict(_LEVELS)[told[1]] < own


def _is_listed(words: str, before: str, names: Names) -> bool:
    """Whether ``words`` that may mean something else (惠民社区) stand beside a community that surely is one."""
    if not words.endswith("社区") or len(words) <= _FEW or _COMMON.fullmatch(words):
        return False
    return any(match[1].endswith("社区") and is_place(match[1], names) for match in _PLACE.finditer(before))


def _respective(own: str, names: Names) -> str:
    """The place of the last figure of a clause that tells figures of several places in their order; else empty."""
    match = _LISTED.search(own)
    if match is None:
        return ""
    places = [one.removesuffix(match[2]) + match[2] for one in _JOINTS.split(match[1])]
    at = len(_AND.findall(own, match.end()))
    return places[at] if at < len(places) and all(is_place(place, names) for place in places) else ""


def is_place(words: str, names: Names) -> bool:
    """Whether ``words``, which end as a place's name does, are one."""
    if words.endswith("省") and words not in names.provinces:
        return False
    stem = words.removesuffix("社区").removesuffix("街道")
    spoken = any(token.role in _NO_PLACE for token in names.tokens(stem if len(stem) > 1 else words))
    return len(words) >= 3 and not _COMMON.fullmatch(words) and not spoken


def without_place(name: str, names: Names) -> str:
    """``name`` without the place it begins with (青禾镇粮食产量 → 粮食产量), unless the catalogue knows it so."""
    match = _PLACE.match(name)
    if not match or not is_place(match[1], names) or names.find(name):
        return name
    rest = name[len(match[1]) :]
    return "村" + rest if match[1].endswith("村") and rest.startswith("集体") else rest if len(rest) > 1 else name
