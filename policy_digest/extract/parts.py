"""How a figure is named that tells part of what was told before: its total, its length, how many of it were begun."""

import re

from policy_digest.extract.behind import read_right
from policy_digest.extract.compose import compose, root
from policy_digest.extract.context import OF_WHOLE, Told
from policy_digest.extract.mention import Mention
from policy_digest.extract.phrases import Phrase, read_left
from policy_digest.extract.subjects import thing_of
from policy_digest.lexicon.names import Names

_COUNT = re.compile(r"(?:户数|人数|人次|场次|批次|笔数|张数|套数|件数|起数|个数|数)$")
_GAINED = re.compile(r"^(?:新增|新培育|新认定|新引进|新发展|新入库|净增|培育|引进)|(?:新增|净增|新培育|新认定)$")
_TOTALS = ("总数", "总量", "总户数", "总人数", "总数量", "数量", "累计总数")
_OPEN = ("通车里程", "运营里程", "营业里程", "运营长度")
_LENGTHS = ("总长", "全长", "总长度", "总里程", "长度")
_OF_A_PROJECT = (
    *("总投资", "计划总投资", "概算总投资", "估算总投资", "投资", "投资额", "总库容", "库容"),
    *("总建筑面积", "建筑面积", "占地面积", "总占地面积"),
)
_EACH = re.compile(r"([^\x00]*)每[人户亩](?:每[年月天季日])?")
_GRANTS = ("补贴", "补助", "津贴", "待遇", "救助金", "养老金", "补助金", "抚恤金")
PROJECT = re.compile(
    r".+?(?:项目|工程|大桥|水库|[\d一二三四五六七八九十]+号线|产业园|工业园|园区|厂房|中心|大道|公路|基地|电站)(?:.{0,4}(?:项目|工程))?"
)


def part_of(mention: Mention, phrase: Phrase, left: str, right: str, told: Told, names: Names) -> str:
    """The name of a part; empty where the clause names something of its own."""
    own = told.own()
    if phrase.words in _OF_A_PROJECT and mention.kind == "level":
        behind = read_right(right[1:], names)[0] if right.startswith("的") else ""
        told_of = (name for _, name in reversed(own)) if not behind else (behind,)
        project = next(filter(None, map(PROJECT.match, told_of)), None)
        return project[0] + phrase.words if project else ""
    if phrase.words in ("金额", "总金额") and own and (thing := thing_of(root(own[-1][1], names), names)):
        return thing + phrase.words
    if mention.unit_measure == "CNY" and (each := _EACH.search(left)) and phrase.noun.endswith(_GRANTS):
        return read_left(each[1], names).noun + phrase.noun + "标准"
    stem = next((_COUNT.sub("", name) for told_of, name in reversed(own) if told_of.kind == "count"), "")
    if not stem:
        return _of_a_place(mention, left, told)
    if phrase.words in _OPEN:
        return thing_of(stem, names) + phrase.words
    if phrase.words in _LENGTHS and mention.unit_measure in ("km", "m"):
        return stem + ("里程" if phrase.words == "总里程" else "长度")
    if phrase.words in _TOTALS and not OF_WHOLE.search(left) and mention.kind == "count":
        return compose(Phrase("", "", _GAINED.sub("", stem)), "", mention, names)
    done = "" if phrase.words or mention.unit_measure in ("household", "person") else _done(right, names)
    if done and mention.kind == "count":
        alike = (name for told_of, name in own if told_of.unit_zh == mention.unit_zh)
        whole = next(alike, "")
        return f"{_COUNT.sub('', whole)}{done}数" if whole else ""
    return _of_a_place(mention, left, told)


def _done(right: str, names: Names) -> str:
    """What a count's things did, where that alone stands behind the number (已有9个开工、5个投产)."""
    tokens = names.tokens(right)
    whole = len(tokens) == 1 and tokens[0].start == 0 and tokens[0].end == len(right)
    return right if whole and tokens[0].role in ("act", "both") else ""


def _of_a_place(mention: Mention, left: str, told: Told) -> str:
    """The name of a figure that one place reached (大柳村以132万元位居榜首): what was told in its unit before."""
    if not left.endswith("以") or not left[:-1].endswith(("村", "社区", "镇", "乡", "街道", "县", "区", "市")):
        return ""
    alike = (name for told_of, name in reversed(told.own()) if told_of.unit_measure == mention.unit_measure)
    return next(alike, "")
