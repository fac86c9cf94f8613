"""A name cut into the words of the table, an amount in it (10万吨, 60岁以上) one word with its English computed."""

import re
from collections.abc import Callable
from decimal import Decimal

from policy_digest.lexicon.words import Word, Words
from policy_digest.numerals import DIGITS, SCALES
from policy_digest.romanise import pinyin
from policy_digest.translate.figures import spelt
from policy_digest.translate.pieces import Piece
from policy_digest.translate.places import UNVERIFIED

_AMOUNT = re.compile(
    r"(?<![\d.—-])(?P<number>\d+(?:\.\d+)?)?(?P<scale>[十百千万]?亿|[百千]?万)?"
    "(?P<unit>吨|亩|元|公里|平方米|立方米|千瓦|兆瓦|千伏|岁|米|张|户|人)(?!员|口|均|次|才|民|工|大|籍|件|素|级)"
    "(?:及|或|和)?(?P<bound>以上|以下|以内)?(?:的)?"
)
_TOP = re.compile(r"前(?:(?P<share>\d{1,2}(?:\.\d{1,2})?[‰%])|(?P<of>[百千万])分之(?P<part>[一二三四五六七八九]))")
_TENTHS = {"百": 0, "千": -1, "万": -2}
"""The power of ten of a part of so many in per cent."""

_PER = re.compile(r"每(?P<number>\d{1,4})(?P<scale>[十百千]?万|[百千])?(?P<whom>人口?|户|名)")
_WHOM = {"户": "households"}
_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)年(?!代)")
_GROUPS = (
    *(
        "企业",
        "国企",
        "央企",
        "学校",
        "医院",
        "教育",
        "医疗",
        "跨国",
        "大型",
        "骨干",
        "龙头",
        "发展",
        "产业",
        "农业",
        "旅游",
    ),
    *(
        "完成",
        "组建",
        "成立",
        "共体",
        "联体",
        "文旅",
        "社会",
        "城市",
        "教研",
        "办学",
        "国有",
        "上市",
        "属",
        "民营",
        "外资",
    ),
    *(
        "连锁",
        "专业",
        "物流",
        "能源",
        "交通",
        "建设",
        "水务",
        "农垦",
        "传媒",
        "出版",
        "钢铁",
        "汽车",
        "食品",
        "服装",
        "医药",
    ),
    *("化工", "建筑", "金融", "投资", "文化", "体育", "养殖", "大", "个", "家"),
)
_FIRM = re.compile(rf"(?P<own>[一-龥]{{2,3}}?)(?<!{')(?<!'.join(_GROUPS)})集团(?!层面|[化军])(?=..)")
"""A group by its own name, at the beginning of what is told of it; no group of a kind (教育集团)."""

_BOUNDS = {"以上": "or more", "以下": "or less", "以内": "or less"}
_AGES = {"以上": "and over", "以下": "and under", "以内": "and under"}

Lookup = Callable[[str], str | None]


def cut(name: str, words: Words, unit: Lookup) -> list[Piece]:
    """The words of a name in order, and what lies between them. ``unit`` gives the English of a unit."""
    pieces: list[Piece] = []
    at = 0
    if firm := _FIRM.match(name):
        at = firm.end()
        english = f"{pinyin(firm['own'])} Group{UNVERIFIED}"
        pieces = [Word(firm[0], "noun", english, english, head=english)]
    if per := _PER.match(name, at):
        number = spelt(Decimal(per["number"]), SCALES[per["scale"] or ""])
        pieces.append(Word(per[0], "per", "", f"per {number} {_WHOM.get(per['whom'], 'people')}"))
        name, at = name[: per.start()] + name[per.end() :], per.start()
    name = _YEAR.sub(r"\g<year>", name)
    for match in _AMOUNT.finditer(name, at):
        if (match["number"] or match["scale"]) and (amount := _amount(match, unit)):
            pieces += [*words.cut(name[at : match.start()]), amount]
            at = match.end()
    return [one for piece in (*pieces, *words.cut(name[at:])) for one in _tops(piece)]


def _tops(piece: Piece) -> list[Piece]:
    """The piece, what tells in it how few are at the head as a word of its own (ESI前1‰: ESI, top 1‰)."""
    share = _TOP.search(piece) if isinstance(piece, str) else None
    if share is None or not isinstance(piece, str):
        return [piece]
    told = share["share"] or f"{Decimal(DIGITS[share['part']]).scaleb(_TENTHS[share['of']])}%"
    around = piece[: share.start()], Word(share[0], "adj", f"top {told}"), piece[share.end() :]
    return [one for one in around if one]


def _amount(match: re.Match[str], unit_of: Lookup) -> Word | None:
    unit = "yuan" if match["unit"] == "元" else unit_of(match["unit"])
    number = spelt(Decimal(match["number"] or 1), SCALES[match["scale"] or ""])
    bound = match["bound"]
    if match["unit"] == "岁":
        return Word(match[0], "behind", f"aged {number}" + (f" {_AGES[bound]}" if bound else ""))
    if unit is None:
        return None
    if bound:
        return Word(match[0], "behind", f"of {number} {unit} {_BOUNDS[bound]}")
    return Word(match[0], "adj", f"{number}-{unit}".replace(" ", "-"))
