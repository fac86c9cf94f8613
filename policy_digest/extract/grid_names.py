"""Names of a table's cells: the words of its heads put together as a yearbook prints them, and the place told of."""

import re

from policy_digest.extract import places
from policy_digest.extract.compose import compose
from policy_digest.extract.mention import Heads, Mention
from policy_digest.extract.phrases import Phrase
from policy_digest.lexicon.names import Names

_AS_PLACE = re.compile("(?:村|社区|街道|镇|乡|县|区|市)$")
_AREA, _LENGTH, _WORTH = ("面积",), ("程", "度"), tuple("值入出额资款税利费润金息")
_MEASURED = {
    "mu": _AREA, "ha": _AREA, "m2": _AREA, "km2": _AREA, "t": ("量",), "kg": ("量",), "km": _LENGTH, "m": _LENGTH,
    "CNY": _WORTH, "USD": _WORTH, "person": ("人口", "数"), "household": ("户数",),
}  # fmt: skip
"""How the name of what is told in a unit ends."""

_MEASURED_BY_NAME = re.compile("海拔|[高深宽厚长]度?$|[高水雨]程|距离$")
_AIMED = re.compile("^(?:年初|年度|全年|本年|调整)?(?:预算|计划|目标|任务)(?:数|额|投资)?$")
_SPOKEN = ("act", "drop", "cut", "bound", "edge")
_HEADCOUNT = ("人数", "人口数", "人口")
_INDUSTRY = re.compile("业(?:及.{2,8}业)?$")
_TOTAL_OUTPUT = re.compile("生产总值$|GDP$")
_OF_SECTORS = ("投资", "就业", "人员", "税收", "贡献率", "用电量", "从业人员", "产值")
_SECTOR = re.compile("第[一二三]产业")
_SIZED = re.compile("(?:税|数|量|率|额|积|比|值|度|收入|支出|人口|产值|投资)$")


def is_named_by_heads(heads: Heads, names: Names) -> bool:
    """Whether heads name a cell: not those of prose, nor a list's where they are clauses (完成税收)."""
    if heads.is_prose:
        return False
    return not heads.is_list or not any(token.role in _SPOKEN for token in names.tokens(heads.row))


def completed(name: str, heads: Heads | None, names: Names) -> str:
    """The name of a figure told by the words of a cell, with the row's head where it says nothing alone (投资)."""
    if heads is None or not heads.is_prose or heads.is_place or name not in (*names.heads, *names.measures):
        return name
    return heads.row + name


def name_cell(mention: Mention, heads: Heads, names: Names) -> tuple[str, str | None]:
    """The name of a cell, and the place it holds for where its heads tell one."""
    row, column, area = heads.row, heads.column, None
    if heads.is_place or (column and _is_place(row, names)):
        row, area = "", heads.area or None
    elif _is_place(column, names):
        column, area = "", column
    row, column = _sector(row, mention, heads), _sector(column, mention, heads)
    measured = _measured_as(mention, heads)
    title = _of_title(heads.title, measured, names)
    name = _joined(row, column, title, heads, measured, names)
    if _is_composed(name, measured, names):
        phrase = Phrase("", name, "") if _is_deed(name, measured, names) else Phrase("", "", name)
        name = compose(phrase, "", measured, names) or name
    ending = _ending(name, heads)
    return (name.removesuffix("数") if ending and name.endswith("人口数") else name) + ending, area


def _sector(words: str, mention: Mention, heads: Heads) -> str:
    """第一产业 as what is told of it where nothing else is: its value added."""
    is_bare = _SECTOR.fullmatch(words) and not (heads.row and heads.column)
    told = mention.unit_measure in ("CNY", "percent") and not heads.title.endswith(_OF_SECTORS)
    return words + "增加值" if is_bare and told else words


def _is_composed(name: str, mention: Mention, names: Names) -> bool:
    """Whether a name may lack the word that says how it was measured (耕地: 耕地面积)."""
    is_sized = mention.kind in ("count", "level") and mention.unit_measure != "other:ratio"
    return is_sized and not _is_known(name, mention, names) and not _MEASURED_BY_NAME.search(name)


def _is_place(words: str, names: Names) -> bool:
    return _AS_PLACE.search(words) is not None and words[0] != "第" and places.is_place(words, names)


def _is_deed(name: str, mention: Mention, names: Names) -> bool:
    """Whether a name of so many tonnes ends with what was done (垃圾清运), so that they are no output."""
    tokens = names.tokens(name)
    return (
        mention.unit_measure in ("t", "kg")
        and bool(tokens)
        and tokens[-1].end == len(name)
        and tokens[-1].role in ("act", "both")
    )


def _measured_as(mention: Mention, heads: Heads) -> Mention:
    """The mention as one of what its heads name, where it tells only its growth, share or rank."""
    if mention.kind not in ("change", "rank", "share") or heads.thing is None:
        return mention
    unit = heads.thing
    return mention._replace(
        kind="count" if unit.kind == "noun" else unit.kind, unit_measure=unit.code, unit_zh=unit.word
    )


def _is_known(name: str, mention: Mention, names: Names) -> bool:
    return names.find(name, mention.unit_measure) is not None


def _ending(name: str, heads: Heads) -> str:
    return "" if not heads.ending or name.endswith(heads.ending) else heads.ending


def _joined(row: str, column: str, title: str, heads: Heads, mention: Mention, names: Names) -> str:
    if row and column and _AIMED.search(column):
        return _joined(row, "", title, heads, mention, names) + column
    if row and column:
        if (
            column in (*names.heads, *names.measures)
            and row.endswith(names.measures)
            and _is_known(row, mention, names)
        ):
            return row
        return _pair(row, title if column in _HEADCOUNT and title.endswith("人口") else column)
    if column and (title.endswith(column) or (column in _HEADCOUNT and title.endswith("人口"))):
        return title
    if column:
        is_full = _is_known(column, mention, names) or _SIZED.search(column) or column.endswith(names.measures)
        return column if is_full else column + _end_of(title, mention, names)
    if not row:
        return title or heads.title
    if len(title) > len(row) and title.endswith(row):
        return title
    if _is_known(row, mention, names) or row.endswith(names.measures):
        return row
    if heads.label and heads.label.endswith(names.measures):
        return row + heads.label
    end = _end_of(title, mention, names)
    if not end and _INDUSTRY.search(row):
        end = "增加值" if _TOTAL_OUTPUT.search(heads.whole) else _end_of(heads.whole, mention, names)
    return row + end


def _pair(row: str, column: str) -> str:
    if row.endswith(column):
        return row
    if shared := next((n for n in range(min(len(row), len(column)), 1, -1) if row.endswith(column[:n])), 0):
        return row + column[shared:]
    return column + row if _SIZED.search(row) and not _SIZED.search(column) else row + column


def _end_of(title: str, mention: Mention, names: Names) -> str:
    """What the title says was measured of its rows (主要农产品产量 → 产量), where the unit fits it."""
    fits = _MEASURED.get(mention.unit_measure)
    title = title.removesuffix("数") if title.endswith("人口数") else title
    ends = [end for end in (*names.measures, *names.heads) if len(end) > 1 and title.endswith(end)]
    longest = max(ends, key=len, default="")
    return longest if fits and longest and longest.endswith(fits) else ""


def _of_title(title: str, mention: Mention, names: Names) -> str:
    """What a title tells of, in so far as it can be measured in the mention's unit; empty where that is not told."""
    text = places.without_place(title, names)
    if names.find(text, mention.unit_measure) or text.endswith((*names.measures, *names.heads)):
        return text
    known = [t.word for t in names.tokens(text) if t.role == "noun" and names.find(t.word, mention.unit_measure)]
    return known[-1] if known else ""
