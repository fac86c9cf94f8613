"""Tables of every layout: what stands in each, and that what is not understood yields nothing."""

import re
from pathlib import Path
from typing import Any

import pytest

from policy_digest import lexicon
from policy_digest.extract import extract
from policy_digest.model import Observation, Sidecar, Source
from policy_digest.parse import parse
from tests.made_readings import plain


def found(text: str, period: str = "2024", place: str = "青禾县") -> tuple[Observation, ...]:
    """The observations of ``text``, whose sidecar states period and place."""
    sidecar = Sidecar(path="a.yml", time_period=period, place=place)
    source = Source("a.txt", "a", "0" * 64, "utf-8", "txt", text, sidecar)
    return extract(parse(source, lexicon.load()), lexicon.load()).observations


def rows(text: str, period: str = "2024", place: str = "青禾县") -> list[str]:
    """Name, value, unit, period and place of each figure, and what else is out of the common."""
    return [told(o, place) for o in found(text, period, place)]


def told(o: Observation, place: str) -> str:
    """One figure in a line, as in ``cases/tables.txt``."""
    words = [o.indicator.name_zh, str(plain(o.obs_value)), o.unit_measure, str(o.time_period)]
    words += [f"@{o.ref_area}"] if o.ref_area != place else []
    words += [o.bound] if o.bound != "eq" else []
    words += [o.nature] if o.nature != "actual" else []
    words += [o.change.base] if o.change and o.change.base != "yoy" else []
    words += [f"in {o.rank.scope}"] if o.rank and o.rank.scope else []
    return " ".join(words)


def cases() -> list[Any]:
    """The cases of ``cases/tables.txt``: text, period and the figures expected."""
    text = (Path(__file__).parent / "cases" / "tables.txt").read_text(encoding="utf-8")
    text = re.sub(r"^#.*\n", "", text, flags=re.MULTILINE)
    form = re.compile(
        r"^(?P<title>[^\n]+) \[(?P<period>[^\n]+)\]\n\.\n(?P<text>.*?\n)\.\n(?P<rows>.*?)^\.$", re.MULTILINE | re.DOTALL
    )
    return [pytest.param(m["text"], m["period"], m["rows"].splitlines(), id=m["title"]) for m in form.finditer(text)]


@pytest.mark.parametrize(("text", "period", "expected"), cases())
def test_a_table_is_read_as_its_heads_say(text: str, period: str, expected: list[str]) -> None:
    assert rows(text, period) == expected


@pytest.mark.parametrize(("text", "period", "expected"), cases())
def test_the_words_of_a_cell_stand_where_its_figure_says(text: str, period: str, expected: list[str]) -> None:
    assert [text[o.start : o.end] for o in found(text, period)] == [o.as_printed for o in found(text, period)]
    assert len(found(text, period)) == len(expected)


SAME_DIFFERENCE = """| 指标 | 2023年 | 2022年 | 增减 |
|---|---|---|---|
| 企业数（家） | 152 | 140 | {one} |
| 从业人员（人） | 5230 | 5010 | {two} |
"""


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("12", "220", ["企业数增减 12 item 2023", "从业人员增减 220 person 2023"]),
        ("8.6", "4.4", ["企业数增速 8.6 percent 2023", "从业人员增速 4.4 percent 2023"]),
        ("7", "9", []),
    ],
    ids=["the difference", "the difference in per cent", "neither"],
)
def test_an_increase_that_does_not_tell_its_unit_is_reckoned_from_its_row(
    one: str, two: str, expected: list[str]
) -> None:
    changes = [told(o, "青禾县") for o in found(SAME_DIFFERENCE.format(one=one, two=two), "2023") if o.kind == "change"]

    assert changes == expected


def test_growth_between_years_that_are_not_neighbours_is_since_the_older() -> None:
    text = "| 指标 | 2015年 | 2020年 | 增长（%） |\n|---|---|---|---|\n| 财政收入（亿元） | 80 | 112 | 40.0 |\n"

    assert rows(text, "2020")[-1] == "财政收入增速 40 percent 2020 since:2015"


def test_a_change_of_a_share_in_points_is_a_change_of_the_share() -> None:
    heads, row = "年龄段  人数  比重（%）  较“六普”变化（个百分点）", "0—14岁  68,420  16.9  -1.2"
    text = f"常住人口构成\n{heads}\n{row}\n15—59岁  247,306  61.1  -4.8\n"

    assert rows(text, "2020")[2] == "0—14岁常住人口比重增减 -1.2 percentage_point 2020 since:2010"


def test_words_in_cells_are_read_as_prose_of_their_row() -> None:
    text = "| 项目 | 进展情况 |\n|---|---|\n| 污水处理厂 | 主体工程完成60%，铺设管道12.5公里 |\n"

    assert rows(text) == ["污水处理厂主体工程完成率 60 percent 2024", "铺设管道长度 12.5 km 2024"]


def test_sentences_in_the_cells_of_a_page_are_read() -> None:
    text = "| 2024年，全县完成投资3.2亿元，新建公园3个。 | 图片 |\n| 接待游客12万人次。 | 图片 |\n"

    assert rows(text) == ["完成投资额 320000000 CNY 2024", "新建公园数 3 item 2024", "接待游客人次 120000 visit 2024"]


def test_prose_before_and_behind_a_table_is_read_as_ever() -> None:
    prose = ("全年粮食产量25.6万吨，增长1.2%。主要农产品产量见下表：", "年末生猪存栏12.3万头，下降2.1%。")
    table = "| 产品 | 产量（吨） |\n| --- | --- |\n| 小麦 | 51000 |\n"
    alone = rows("\n\n".join(prose))

    with_table = rows(f"{prose[0]}\n\n{table}\n{prose[1]}")

    assert [row for row in with_table if not row.startswith("小麦")] == alone
