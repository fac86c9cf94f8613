"""The English of a whole name: a share or a ratio by what it is of, any other composed of its words."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from policy_digest.numerals import SCALES
from policy_digest.translate.compose import Composer
from policy_digest.translate.figures import spelt
from policy_digest.translate.pieces import MARKS, capital, is_long

_SHARE = re.compile("^(?P<part>[^占]*)占(?P<whole>[^占]+?)的?(?:比重|比例|占比|比|份额)$")
_SHARE_IN = re.compile(
    "^(?P<whole>[^中]{2,8}(?<![高初集其之]))中(?![西央国小医部心学介期间等低高型])(?P<part>[^中]{3,})(?:占比|比重|比例)$"
)
_SHARE_SOLD = re.compile(
    "^(?P<part>.+(?:产品|商品|服务|产业|制造|贸易))(?P<whole>出口|进口|进出口)(?:总额|额|总值|值)?(?:占比|比重)$"
)
_SHARE_BETTER = re.compile("^(?P<of>[^占]+?)(?P<part>(?:先进|优质|落后)产能)(?:占比|比重|比例)$")
_RATIO = re.compile("^([^与和]+(?:[额量值数]|费用|支出|收入|投资|GDP))[与和]([^与和]+?)(?:的?比率|的?比值|之比)$")
_OVER = re.compile(
    "^(?P<did>新增|新培育|培育|)(?P<what>[^超过破和、]*?(?:规模|产值|收入|营收|增加值|总量|税收|投资|销售额))(?:超过?|过|突破)"
    r"(?P<number>\d+(?:\.\d+)?)?(?P<scale>[十百千]?[万亿]+)元的?(?P<of>.+数)$"
)
_IN_ZONE = re.compile(
    "^(?P<who>.{2,10}?(?:(?:集聚|先导|示范|保税|合作|试验)区|科技园|科创园|创新园|科学城|(?P<firm>集团|公司)))"
    "(?P<told>(?:新增|新设|新注册|新登记|开工|引进|落户|签约|孵化|培育|集聚|入驻).+)$"
)
_HELPED = re.compile("^(?P<by>.{2,}?)(?P<did>惠及|(?<!对象)覆盖)(?P<whom>.*?)(?P<count>户数|人数|人次)$")
_SAVED = re.compile("^(?P<by>.{4,}?)为(?P<whom>.{2,6})减负额$")
_WITHOUT = re.compile("^(?:(?:扣除|剔除|不含|不包括)(?P<what>.{2,}?)后|不含(?P<part>.{2,}?)的)(?P<of>.{2,})$")
_DID = {"惠及": "benefiting from", "覆盖": "covered by"}
_WHO = {"户数": "households", "人数": "people", "人次": "people"}
_REPEATED = re.compile(r"\b([a-z]{4,}) \1\b")
"""A word that two words of a name end and begin with (old-age insurance, insurance coverage)."""

_MOST_UNKNOWN = 0.5  # the share of a name's characters outside every table above which no English is made of it


@dataclass(frozen=True, slots=True)
class Composed:
    """An English name and the words in it that no table holds, as they stand."""

    en: str
    unknown: tuple[str, ...] = ()


def composed(name_zh: str, composer: Composer) -> Composed | None:
    """The English of an indicator's name, or None where too little of it is known."""
    name = MARKS.sub("", name_zh)
    if (match := _SHARE.match(name)) or (match := _SHARE_IN.match(name)) or (match := _SHARE_SOLD.match(name)):
        english = composer.share(match["part"], match["whole"])
    elif match := _SHARE_BETTER.match(name):
        of, part = (composer.of(composer.pieces(match[n])) for n in ("of", "part"))
        english = f"{part} as a share of {f'capacity of {of}' if is_long(of) else f'{of} capacity'}"
    elif match := _RATIO.match(name):
        one, other = (composer.of(composer.pieces(match[n])) for n in (1, 2))
        english = f"ratio of {one} to {other}"
    elif match := _OVER.match(name):
        least = spelt(Decimal(match["number"] or 1), SCALES[match["scale"] or ""])
        things = composer.of(composer.pieces(match["did"] + match["of"]))
        english = f"{things} with {composer.of(composer.pieces(match['what']))} of over CNY {least}"
    elif match := _IN_ZONE.match(name):
        told = composer.of(composer.pieces(match["told"]))
        where = replace(composer, is_one=True).thing(composer.pieces(match["who"]), "")
        english = f"{told} {'by' if match['firm'] else 'in'} {where}"
    elif match := _HELPED.match(name):
        whom = composer.thing(composer.pieces(match["whom"]), "") if match["whom"] else _WHO[match["count"]]
        english = f"{whom} {_DID[match['did']]} {composer.work(composer.pieces(match['by']))}"
    elif match := _SAVED.match(name):
        whom, by = composer.thing(composer.pieces(match["whom"]), ""), composer.work(composer.pieces(match["by"]))
        english = f"reduction in costs of {whom} through {by}"
    elif match := _WITHOUT.match(name):
        told, left_out = (
            composer.of(composer.pieces(words)) for words in (match["of"], match["what"] or match["part"])
        )
        english = f"{told} (excluding {left_out})"
    else:
        english = composer.of(composer.pieces(name))
    unknown = tuple(dict.fromkeys(composer.unknown))
    if not english or sum(map(len, unknown)) > _MOST_UNKNOWN * len(name):
        return None
    return Composed(capital(_REPEATED.sub(r"\1", english)), unknown)
