"""Heads of tables: what the words above a column, or before a row, say of its figures."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from policy_digest.extract.grid_cells import Measure, measure
from policy_digest.extract.grid_times import Clock, Dated
from policy_digest.lexicon.figures import Figures
from policy_digest.model import Nature

Role = Literal["value", "delta", "share", "done", "rank", "ordinal", "units", "remark", "unread", "none"]
How = Literal["percent", "amount", "likely", ""]

_BRACKETS = re.compile(r"\((?P<words>[^()]{0,16})\)")
_BEHIND = re.compile(r"[/:,、](?P<words>[^/:,、]{1,6})$")
_LISTED = re.compile("[,、;]")
_PERCENT = re.compile("[%‰]$")
_SHARE = re.compile("^(?P<words>.*?)(?P<how>所占比[例重]|占[^占]*|比重|构成|份额|百分比|比例)$")
_PROPORTION = re.compile("的?(?:比重|比例|比)$")
_PLANNED = re.compile("(?:完成|为|占|达到?)(?P<plan>[^%]*?(?:预算|计划|目标|任务))(?:数|额|值|总数|投资)?")
_SCOPE = re.compile("在?(?P<scope>全[市县省区国州镇乡旗]|^[一-龥]{2}[市县省州])内?")
_COMPARED = re.compile(r"^[比较与同](?!比|期)")
_AGAINST = re.compile(
    "[比较与](?:[“”一-龥]{1,8}?|(?:19|20)\\d\\d年?)(?:同期|同月|末|底|初)?(?:相比)?(?=[增减变升降净提下上涨]|$|\\()"
)
_EDGES = " ,、:;的/+-±%‰.。“”\"'"
_WORN = "比较与为同率"
"""What a delta's head may be left with at its edges."""

_QUALIFIED = re.compile(
    "名义|实际|按?可比价(?:格)?(?:计算)?|按?现价|扣除价格因素|口径|累计|当月|本月|当期|年均|平均|速度"
)
_SO_FAR = re.compile(
    "^已(?=.{2})|^(?:自?年初至今|自年初|本年|截至)?(?:(?:本月|当月|月)?止?累计|[本当]月|[本当]年)(?=.{2}|$)|预计数?"
)
_GROWTH = re.compile("(?:增速|增幅|增长率?|涨幅)$")
_LABELLED = re.compile("^.{2,4}(?=(?:项目|科目|名称|类别|指标)$)")


@dataclass(frozen=True, slots=True)
class Head:
    """What a head says: the ``role`` of its figures and its own ``words``, empty where it names nothing.

    ``said`` is the head without brackets. A delta is per cent or an amount as ``how`` tells, against ``base``; a rank
    of growth rates has ``how`` percent, one of amounts ``how`` amount. ``ending`` is what a share is called behind what
    it is a share of; ``falls`` says that a delta tells how much less there is (降幅).
    """

    text: str
    role: Role = "none"
    words: str = ""
    said: str = ""
    unit: Measure | None = None
    dated: Dated | None = None
    nature: Nature = "actual"
    how: How = ""
    base: str | None = None
    scope: str | None = None
    ending: str = ""
    falls: bool = False


def read_column(text: str, clock: Clock, figures: Figures) -> Head:
    """What the head of a column says; ``text`` has no white space."""
    heads = figures.heads
    text = heads.without("part", text)
    unit = unit_of(text, figures)
    bare = _BRACKETS.sub("", text)
    bare = _BEHIND.sub("", bare) if unit and "(" not in text else bare
    plain = Head(text, said=bare, unit=unit)
    if not text:
        return plain
    if heads.find("unread", text):
        return replace(plain, role="unread")
    if heads.find("ordinal", bare):
        return replace(plain, role="ordinal")
    if heads.find("units", bare):
        return replace(plain, role="units")
    if heads.find("rank", bare):
        return _rank(plain, clock, figures)
    if heads.find("done", text):
        return _done(plain)
    if heads.find("share", text) and not (
        unit and unit[0].code not in ("percent", "percentage_point", "other:permille")
    ):
        return _share(plain, clock, figures)
    if heads.find("delta", text):
        return _delta(plain, clock, figures)
    if heads.find("remark", bare):
        return replace(plain, role="remark")
    return _value(plain, clock, figures)


def unit_of(text: str, figures: Figures) -> Measure | None:
    """The unit that a head tells: in brackets, behind a stroke, or % at its end."""
    for brackets in _BRACKETS.finditer(text):
        words = brackets["words"].removeprefix("单位:")
        if found := measure(words, figures) or measure(_LISTED.split(words)[0], figures):
            return found
    if behind := _BEHIND.search(text):
        return measure(behind["words"], figures)
    return measure(text[-1], figures) if _PERCENT.search(text) else None


def _rank(head: Head, clock: Clock, figures: Figures) -> Head:
    words = _dateless(figures.heads.without("rank", head.said), clock, figures)
    scope = _SCOPE.search(words)
    words = words[: scope.start()] + words[scope.end() :] if scope else words
    grown = _GROWTH.search(words)
    words = _named(words[: grown.start()] if grown else words)
    how: How = "percent" if grown else "amount" if words else ""
    words = "" if figures.heads.find("generic", words) else words
    return replace(
        head, role="rank", words=words, scope=scope["scope"] if scope else None, how=how,
        dated=clock.read(head.said, figures),
    )  # fmt: skip


def _done(head: Head) -> Head:
    planned = _PLANNED.search(head.said)
    if planned:
        ending = f"{'' if planned['plan'].startswith('完成') else '完成'}{planned['plan']}比例"
    elif head.said.endswith("率"):
        ending = head.said
    else:
        ending = "完成率"
    return replace(head, role="done", ending=ending, dated=None)


def _share(head: Head, clock: Clock, figures: Figures) -> Head:
    match = _SHARE.match(_dateless(head.said, clock, figures).rstrip("%"))
    words, how = (match["words"], match["how"]) if match else ("", "占比")
    if how in ("占", "占比", "所占比例", "所占比重", "构成", "百分比", "比例"):
        ending = "占比"
    elif how.startswith("占"):
        ending = _PROPORTION.sub("", how) + "比重"
    else:
        ending = how
    return replace(
        head, role="share", words=_named(_dateless(words, clock, figures)), ending=ending,
        dated=clock.read(head.said, figures),
    )  # fmt: skip


def _delta(head: Head, clock: Clock, figures: Figures) -> Head:
    heads, text = figures.heads, head.text
    base = _base(head.said, figures)
    dated = clock.read(head.said, figures)
    if (base is None and _COMPARED.match(head.said)) or (heads.find("average", text) and not dated):
        return head
    how: How = ""
    if head.unit:
        how = "percent" if head.unit[0].code == "percent" else "amount"
    elif "百分点" in text:
        how = "amount"
    else:
        told: tuple[How, ...] = ("amount", "percent", "likely")
        how = next((use for use in told if heads.find(use, text)), "")
    unit = head.unit or ((figures.units["百分点"], 0) if "百分点" in text else None)
    words = _AGAINST.sub("", _dateless(heads.without("base", head.said), clock, figures))
    for use in ("amount", "percent", "delta"):
        words = heads.without(use, words)
    words = _named(_tidy(_QUALIFIED.sub("", _AGAINST.sub("", words))).strip(_WORN))
    nature: Nature = "target" if heads.find("aimed", head.said) else "actual"
    words = "" if heads.find("generic", words) or heads.find("plain-aim", words) else words
    return replace(
        head, role="delta", words=words, unit=unit, dated=dated, nature=nature, how=how, base=base,
        falls=heads.find("falls", head.said) is not None,
    )  # fmt: skip


def _value(head: Head, clock: Clock, figures: Figures) -> Head:
    heads = figures.heads
    dated = clock.read(head.said, figures)
    words = _tidy(_dateless(head.said, clock, figures))
    if len(words) == 1 and not heads.find("generic", words):
        return head  # 男 and 女 name nothing by themselves
    nature: Nature = (
        "target" if heads.find("aim", words) else "expected" if heads.find("expected", head.said) else "actual"
    )
    words = _SO_FAR.sub("", words)
    if heads.find("subtotal", words):
        return head
    if not words or heads.find("generic", words) or heads.find("plain-aim", words) or heads.find("label", words):
        words = ""
    return replace(head, role="value", words=words, dated=dated, nature=nature)


def _named(words: str) -> str:
    words = _tidy(words)
    return words if len(words) > 1 else ""


def _base(text: str, figures: Figures) -> str | None:
    """What a delta is against, where its head says it."""
    if told := figures.heads.value("base", text):
        return told
    for pattern, entry in figures.bases:
        if match := pattern.search(text + "增长"):
            what = match.groupdict().get("what")
            return str(entry["base"]) if what is None else f"{entry['base']}:{what}"
    return None


def _dateless(text: str, clock: Clock, figures: Figures) -> str:
    return clock.without_dates(text, figures)


def _tidy(words: str) -> str:
    return words.strip(_EDGES)


# ---------------------------------------------------------------- rows


@dataclass(frozen=True, slots=True)
class RowHead:
    """What the head of a row says: its ``words``, empty for a total or a time, which ``is_total`` and ``dated`` tell.

    Its figures are values, growth rates or positions (within ``scope``), as ``role`` tells; the rest is as in ``Head``.
    """

    words: str
    unit: Measure | None = None
    dated: Dated | None = None
    nature: Nature = "actual"
    is_total: bool = False
    is_skipped: bool = False
    role: Literal["value", "delta", "rank"] = "value"
    how: How = ""
    base: str | None = None
    scope: str | None = None
    falls: bool = False


def read_row_head(text: str, clock: Clock, figures: Figures, *, is_place: bool) -> RowHead:
    """What the head of a row says; where the rows are places its words are taken as they are."""
    heads = figures.heads
    text = heads.without("part", text)
    bare = _BRACKETS.sub("", text).strip(":")
    plain = RowHead(bare, unit_of(text, figures))
    if total := heads.find("total", bare):
        return replace(plain, words=_total_of(total, figures), is_total=True)
    if not bare or heads.find("subtotal", bare):
        return replace(plain, is_skipped=True)
    if is_place:
        return plain
    if dated := clock.whole(bare, figures):
        aimed = heads.find("aimed", bare) is not None
        nature: Nature = "target" if aimed else "expected" if heads.find("expected", bare) else "actual"
        return replace(plain, words="", dated=dated, nature=nature)
    dated, bare = clock.leading(bare, figures)
    plain = replace(plain, words=bare, dated=dated)
    if heads.find("rank", bare):
        head = _rank(Head(text, said=bare), clock, figures)
        return replace(plain, words=head.words, role="rank", how=head.how, scope=head.scope)
    percent = plain.unit is None or plain.unit[0].code == "percent"
    bare = bare.rstrip("%")
    if percent and (grown := heads.find("grown", bare)) and not heads.find("average", bare):
        base = _base(grown[0], figures)
        words = bare[: grown.start()].rstrip("的,、")
        return replace(
            plain,
            words=words if len(words) > 1 else "",
            role="delta",
            how="percent",
            base=base,
            falls=heads.find("falls", grown[0]) is not None,
        )
    return replace(plain, words=bare)


def _total_of(total: re.Match[str], figures: Figures) -> str:
    """What a row sums up where its head says it (收入合计); 全镇合计 sums up all."""
    of = total.groupdict().get("of") or ""
    return "" if figures.heads.find("whole", of) or len(of) < 2 else of


def label_ending(text: str) -> str:
    """What the head of the rows' heads says of them all (支出项目 → 支出)."""
    match = _LABELLED.match(_BRACKETS.sub("", text))
    return match[0] if match else ""
