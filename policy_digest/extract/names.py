"""The name of each figure: what a good statistical table would print at the head of its row."""

import re
from collections.abc import Sequence

from policy_digest.extract import facts, places
from policy_digest.extract.apart import set_apart
from policy_digest.extract.behind import read_right
from policy_digest.extract.belonging import given, housed, like_before, of_source, of_topic, there, through
from policy_digest.extract.carried import in_full, of_accidents
from policy_digest.extract.context import Told, clause_before, left_of, right_of
from policy_digest.extract.governed import governed, of_country
from policy_digest.extract.grid_names import completed, is_named_by_heads, name_cell
from policy_digest.extract.growth import name_changed, name_ranked, sectored
from policy_digest.extract.hearing import MASK, blank, clause_start, fill_brackets
from policy_digest.extract.in_turn import are_told_in_turn, counted_each, per_head
from policy_digest.extract.indicators import Named, finish
from policy_digest.extract.mention import Heads, Mention, Reading
from policy_digest.extract.naming import name_amount
from policy_digest.extract.phrases import read_left, strip_subject
from policy_digest.extract.plans import completions
from policy_digest.extract.portions import done_alike, gained
from policy_digest.extract.shares import name_share
from policy_digest.extract.subjects import (
    conjuncts,
    is_double,
    is_pairwise,
    of_each,
    owned,
    owner_of,
    parted,
    series,
)
from policy_digest.extract.thriving import without_state
from policy_digest.extract.wording import Found, Place, find_wording
from policy_digest.lexicon import Lexicon
from policy_digest.lexicon.names import Names
from policy_digest.model import Article, in_place

_OF_AIM = re.compile(
    "(?:左右|以上|以下)?的?(?:全年|年度|工作|既定|预期|年初|预定)*(?:目标|任务|计划|要求)(?=[\\d,;。、约近]|$)"
)
"""Behind a share that is only held against: an aim of what was told before (超过95%的工作目标)."""

_BACK = re.compile("(?:这|上述|前述|该|此|同样是|就是)$")
_SAYS_NOTHING = frozenset(("占", "分别占"))
"""What is left of a clause that names nothing: its figures are the parts that those told before take of all."""

_RATE = re.compile("(?:同比)?(?:增速|增幅|增长率|涨幅|降幅)")
_ADJUSTED = re.compile(r"^(?:进一步|逐步|持续|不断)*(?:调整|优化|演变|变化|变更|升级)+[为至到成]?$")
_UNNAMED = {
    **dict.fromkeys(("CNY", "USD"), "金额"),
    **dict.fromkeys(("mu", "ha", "m2", "km2", "other:km2"), "面积"),
    **dict.fromkeys(("km", "m"), "长度"),
    "percent": "比例",
    "person": "人数",
    "household": "户数",
    "visit": "人次",
}
"""A figure that no words near it name: better so than by another figure's name, or by a heading of something else."""
_PLACE = re.compile("(?:[\u4e00-\u9fff]{2,3}(?:[村镇乡县]|社区|街道)){1,3}")
_COUNTED = re.compile("(?:户数|人数|人口|面积|金额|额|数|量)$")
_FIGURE = re.compile(r"[\d.,%]+.?$")
_WITHIN = re.compile("^[^的]{2,8}?(?:辖区内?|境内)(?=..)")
_IDLE = re.compile(
    r"(?<=[^的]{2})(?<!未)实现(?=..)|(?<=..)\d+(?:天|个月|小时)$|^[及和]?以[上下](?=..)|\d+个(?:方面)?(?=..)"
)
"""What no name needs: that something came about, how long it took, of which size it is, in how many respects."""

_HOPED = re.compile(
    "^(?:力争|确保|争取(?:再)?(?!.{0,8}资金)|计划)(?=(?:新[增建]|完[工成]|开工|竣工|建[成设]|改造|实施|引进|培育|打造|纳))"
)
_NEAR = 200  # characters: a place named farther away governs no figure
_FULL_STOP = re.compile(r"\.(?<=[\u4e00-\u9fff%].)(?=[\u4e00-\u9fff])")


def name_readings(
    readings: Sequence[Reading], article: Article, lexicon: Lexicon, wording: Found | None = None
) -> tuple[tuple[Named, ...], ...]:
    """One ``Named`` for each mention of each reading, in order. Readings stand in the order of the text.

    An altered text is named in its restored words: ``wording``, where it is at hand.
    """
    names = lexicon.names
    restored = (wording or find_wording(article, lexicon)).by_sentence
    told, section, named = Told(), None, []
    known = places.villages((reading.folded for reading in readings if "村" in reading.folded), names)
    for reading in readings:
        if reading.section.id != section:
            told, section = Told(), reading.section.id
        told.begun = len(told.names)
        told_of = reading.mentions or told.owner
        heard = _heard(reading, restored.get(reading.sentence.id, ())) if told_of else reading
        named.append(_name_reading(heard, told, article, known, names))
    return _with_facts(readings, named, article.slug)


def _with_facts(
    readings: Sequence[Reading], named: Sequence[tuple[Named, ...]], slug: str
) -> tuple[tuple[Named, ...], ...]:
    """The names with the fact that each mention tells."""
    told = [
        facts.Told(mention, name.indicator.name_zh, name.ref_area)
        for reading, group in zip(readings, named, strict=True)
        for mention, name in zip(reading.mentions, group, strict=True)
    ]
    ids = iter(facts.facts(slug, told))
    return tuple(tuple([name.telling(next(ids)) for name in group]) for group in named)


def _heard(reading: Reading, found: Sequence[Place]) -> Reading:
    """The reading as the namer hears it: standard words, full stops, and blanks for what no name crosses."""
    folded = in_place(reading.folded, ((place.start, place.end, place.restored) for place in found))
    folded = _FULL_STOP.sub("。", folded) if "." in folded else folded
    folded = fill_brackets(folded, tuple((m.start, m.end) for m in reading.mentions))
    folded = blank(folded, reading.masks)
    return reading if folded == reading.folded else reading._replace(folded=folded)


def _name_reading(
    reading: Reading, told: Told, article: Article, known: tuple[str, ...], names: Names
) -> tuple[Named, ...]:
    if told.owner and not reading.folded.lstrip(MASK).startswith("其中"):
        told.owner = told.owner if "其中" in reading.folded else ""
    result: list[Named] = []
    given: dict[int, str] = {}
    for index, mention in enumerate(reading.mentions):
        if mention.heads is not None and is_named_by_heads(mention.heads, names):
            named = _name_of_cell(mention, mention.heads, told, article, names)
            result.append(named._replace(heard=reading))
            continue
        told.leave_brackets(reading.folded, mention.start)
        if index not in given:
            given.update(_name_series(reading, index, told, names))
        name = completed(given[index], mention.heads, names)
        told.tell(mention, name)
        if owner := owner_of(name, names):
            told.owner = owner
        area = _area(reading, mention, told, article, known, names)
        area = mention.heads.area if mention.heads and mention.heads.is_place else area
        result.append(finish(name, mention, area, names, reading))
    return tuple(result)


def _name_of_cell(mention: Mention, heads: Heads, told: Told, article: Article, names: Names) -> Named:
    """A cell of a table, named by its heads."""
    name, area = name_cell(mention, heads, names)
    stated = article.metadata.ref_area
    if stated and not area:
        name, area = name.removeprefix("全" + stated.value[-1]), stated.value
    name = name or _UNNAMED.get(mention.unit_measure, "数量")
    told.tell(mention, name)
    return finish(name, mention, area, names)


def _name_series(reading: Reading, index: int, told: Told, names: Names) -> dict[int, str]:
    """The names of the figures told together with the mention ``index``, which is the first of them."""
    together = series(reading, index)
    group = _shared(reading, index) or tuple(i for i in together if i >= index)
    kind = reading.mentions[index].kind
    if len(group) > 1 and _is_against_each(reading.mentions[index]):
        return dict.fromkeys(group, _name_one(reading, index, told, names))
    if kind == "change" and together[0] < index and len(group) < len(together):
        return {index: _name_one(reading, index, told, names)}
    turned = len(group) > 1 and _ADJUSTED.match(left_of(reading, index))
    if turned and told.is_series(len(group)):
        return dict(zip(group, told.recent(len(group)), strict=True))
    text = strip_subject(left_of(reading, index), names) if len(group) > 1 and not turned else ""
    takes, text = (text, "") if text in _SAYS_NOTHING else ("", text)
    if len(group) > 1 and (
        kind in ("rank", "change")
        or _is_shared(reading, index)
        or is_pairwise(reading, index)
        or turned
        or is_double(text)
        or are_told_in_turn(reading, group)
    ):
        found = conjuncts(text, len(group), kind, names)
        found = of_accidents(per_head(found, tuple(reading.mentions[i] for i in group))) or completions(
            left_of(reading, index), told.recent(len(group))
        )
        found = found or (of_each(text, told.recent(len(group)), names) if kind in ("count", "level") else ())
        found = found or (
            () if text and not _RATE.fullmatch(text) else _told_together(reading, index, len(group), told, names)
        )
        if found:
            found = tuple(parted(name) for name in found) if takes else found
            found = tuple(of_country(name, left_of(reading, index)) for name in found) if kind == "share" else found
            if kind in ("count", "level"):
                found = counted_each(found, tuple(reading.mentions[i] for i in group), names)
            return {i: sectored(_tidy(name, names), kind, reading, told) for i, name in zip(group, found, strict=True)}
    return {index: _name_one(reading, index, told, names)}


def _is_against_each(mention: Mention) -> bool:
    """Whether one change is told against several (分别高于全市、全省平均0.2、5.5个百分点)."""
    change = mention.evidence.change if mention.evidence else None
    return change is not None and bool(change.rest)


def _told_together(reading: Reading, index: int, group: int, told: Told, names: Names) -> tuple[str, ...]:
    """The names of figures told together whose clause names none: what the clause before told of, or its figures."""
    before = clause_before(reading, index)
    if gained := _above(reading, index, group, told):
        return gained
    said = conjuncts(strip_subject(without_state(before), names), group, reading.mentions[index].kind, names)
    paired = reading.mentions[index].kind in ("rank", "change") and len(told.own()) == group
    paired = paired or reading.mentions[index].kind == "rank" or is_pairwise(reading, index) or told.is_series(group)
    if not said and reading.mentions[index].kind == "change" and (ranked := told.ranked(group)):
        return ranked
    return said or (told.recent(group) if paired else ())


def _above(reading: Reading, index: int, group: int, told: Told) -> tuple[str, ...]:
    """The growth of each of those told last, held against one other or ranked (分别高于全市7和34个百分点)."""
    last, mention = told.own()[-group:], reading.mentions[index]
    grew = len(last) == group and all(one.kind == "change" and one.unit_measure == "percent" for one, _ in last)
    is_held = mention.unit_measure == "percentage_point" and (mention.base or "").startswith("vs:")
    is_held = is_held or (mention.kind == "rank" and is_pairwise(reading, index))
    return tuple(name + "增速" for _, name in last) if grew and is_held else ()


def _is_shared(reading: Reading, index: int) -> bool:
    """Whether one figure is told of several things (安置率和自谋职业率均为100%)."""
    return len(_shared(reading, index)) > 1


def _shared(reading: Reading, index: int) -> tuple[int, ...]:
    start = reading.mentions[index].start
    last = index
    while last < len(reading.mentions) and reading.mentions[last].start == start:
        last += 1
    return tuple(range(index, last)) if last - index > 1 else ()


def _name_one(reading: Reading, index: int, told: Told, names: Names) -> str:
    mention = reading.mentions[index]
    if _BACK.search(reading.folded, max(0, mention.start - 4), mention.start) and (again := told.again(mention)):
        return again
    if mention.kind == "share" and _OF_AIM.match(right_of(reading, index)) and (held := told.kin(mention)):
        return held
    match mention.kind:
        case "change":
            name = name_changed(reading, index, told, names)
        case "rank":
            name = name_ranked(reading, index, told, names)
        case "share":
            name = name_share(reading, index, told, names)
        case _:
            name = name_amount(reading, index, told, names)
    name = _tidy(name, names) or there(name, reading, index, names) or told.kin(mention)
    name = name or _nearest(reading, index, names) or _UNNAMED.get(mention.unit_measure, "数量")
    if name.isascii() and (known := names.find(name)):
        name = known.name_zh
    name = gained(in_full(name, left_of(reading, index), mention, told), reading, index, told, names)
    name = housed(done_alike(name, reading, index, told, names), reading, index, told)
    name = of_source(like_before(name, reading, index, told, names), told)
    name = through(of_topic(name, reading, index, names), left_of(reading, index))
    name = given(name, left_of(reading, index)) if mention.unit_measure == "CNY" else name
    name = set_apart(governed(name, reading, index, told, names), reading, index)
    return owned(name, told.owner) if told.owner or reading.folded.find("其中", 0, mention.start) >= 0 else name


def _tidy(name: str, names: Names) -> str:
    """``name`` without the place or the bound that stood before it."""
    whole = name
    name = places.without_place(_WITHIN.sub("", name), names).replace(MASK, "").lstrip("、，,")
    name = _IDLE.sub("", _HOPED.sub("", name))
    name = "辖区面积" if name == "面积" and whole.endswith("辖区面积") else name
    if _is_place(name, names):
        return ""
    return name if not _FIGURE.match(name) and (len(name) > 1 or names.find(name)) else ""


def _is_place(name: str, names: Names) -> bool:
    """Whether ``name`` says no more than where (石泉村5座)."""
    where = _COUNTED.sub("", name)
    return bool(_PLACE.fullmatch(where)) and places.is_place(where, names)


def _nearest(reading: Reading, index: int, names: Names) -> str:
    """The words nearest to a figure whose clause names nothing: of the clause before it, else behind it."""
    before = read_left(clause_before(reading, index), names).words
    behind = before if len(before) > 1 else read_right(right_of(reading, index), names)[0]
    return behind if len(behind) > 1 and not _is_place(behind, names) else ""


def _area(
    reading: Reading, mention: Mention, told: Told, article: Article, known: tuple[str, ...], names: Names
) -> str | None:
    """The place of a mention: a village or community that the text told of, else the article's."""
    is_held = (mention.base or "").startswith("vs:")  # against another place, whose figure it is not
    begin, end = max(mention.start - _NEAR, 0), mention.lead if is_held else mention.start
    near, clause = reading.folded[begin:end], clause_start(reading.folded, mention.start) - begin
    told.village = places.governing(near, len(near), max(clause, 0), told.village, known, names)
    stated = article.metadata.ref_area
    whole = stated.value if stated else None
    if not told.village and whole and mention.kind != "rank" and places.is_wider(near, whole):
        return None
    return told.village or whole
