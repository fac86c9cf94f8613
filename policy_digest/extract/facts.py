"""Where a figure holds, and which mentions tell one fact."""

import hashlib
import re

from policy_digest.extract.mention import Mention
from policy_digest.lexicon.names import Names
from policy_digest.model import Article

_PLACE = re.compile(
    r"(?:^|[，,；;。：、\x00])([\u4e00-\u9fff]{1,5}?"
    r"(?:村(?![庄民级委财支容企医史规务域])|社区(?![级居党公工])|街道(?!办)|镇(?![域级政区街村])|乡(?![村镇级亲域党])|"
    r"县(?![级域委城区属内])|区(?![级域委间块政属内直])|市(?![级域场民委政辖区属直内副])|省(?![级委内外属直域])))"
)
_COMMON = re.compile(
    r"(?:全|我|本|各|该|园|小|校|景|农|乡|山|城|库|新|老|灌|林|牧|矿|超|都|大|中|股|夜|早|菜|地|每个?|多个|所有|部分|城乡|建设|推进|完成|新增|居民|"
    r"试点|周边|相关|有关|全部|第.|几个|不少|许多|目前|这些|人均地|强|片|街道|城市)(?:村|社区|街道|镇|乡|县|区|市|省)"
    r"|.*(?:示范|行政|自然|贫困|试点|重点|先进|特色|开发|棚户|老旧小|保护|高新|经开|试验|综保|保税|功能|核心|集聚|美丽乡|城镇|乡镇|集镇|强|明星|文明|"
    r"中心城|主城|城中|先行|先导|直管|亿|公路|互|灾|牧|林|矿|疫|建成|地|人均地|小|园|校|景|社|辖|片|自治|生活|工业|居民|居住|农|超|股|都|副)(?:村|社区|街道|镇|乡|县|区|市|省)"
    r"|..+城市|.*城乡|.*[城乡集]镇|.*[个对在为是的与将把从约近余条等到占请].*|(?:其中|目前|一|两|三).*"
)

_NO_PLACE = frozenset(("act", "both", "cut", "drop", "noun", "light", "front"))


def ref_area(clause: str, article: Article, names: Names) -> str | None:
    """The place that governs a clause: one named at its head, else the article's; None where nothing tells."""
    for match in _PLACE.finditer(clause):
        if _is_place(match[1], names):
            return match[1]
    stated = article.metadata.ref_area
    return stated.value if stated else None


def _is_place(words: str, names: Names) -> bool:
    if words.endswith("省") and words not in names.provinces:
        return False
    spoken = any(token.role in _NO_PLACE for token in names.tokens(words))
    return len(words) >= 3 and not _COMMON.fullmatch(words) and not spoken


def without_place(name: str, names: Names) -> str:
    """``name`` without the place it begins with (青禾镇粮食产量 → 粮食产量), unless the catalogue knows it so."""
    match = _PLACE.match(name)
    if not match or not _is_place(match[1], names) or names.find(name):
        return name
    rest = name[len(match[1]) :]
    return "村" + rest if match[1].endswith("村") and rest.startswith("集体") else rest or name


def fact(slug: str, name: str, area: str | None, mention: Mention) -> str:
    """The id that mentions of one fact share: same article, name, place, period, value and unit."""
    parts = (
        slug,
        name,
        area or "",
        mention.time_period or "",
        str(mention.value),
        mention.unit_measure,
        mention.nature,
    )
    return "f-" + hashlib.sha256("\n".join(parts).encode()).hexdigest()[:10]
