"""Tables inside an article: rows that are indicators, columns that are years, units and growth."""

import pytest

from policy_digest import lexicon
from policy_digest.extract import extract
from tests.made_readings import article, plain

BY_UNIT = """# 青禾镇2024年统计公报

| 指标 | 单位 | 2024年 | 比上年增长(%) |
| --- | --- | --- | --- |
| 地区生产总值 | 亿元 | 84.6 | 5.2 |
| 粮食产量 | 万吨 | 3.2 | -1.5 |

表后文字,新建公园3个。
"""
BY_YEAR = """青禾镇2024年统计公报

主要经济指标(单位:万元)
指标    2023年    2024年
财政收入    1,200    1350
"""
BY_HEAD = """# 青禾镇2024年统计公报

| 项目 | 2025年目标 |
| --- | --- |
| 财政收入(亿元) | 3.5 |
"""
PROSE = """青禾镇2024年总结

新建公园  改造道路
全镇人民  同心协力
"""
CASES = [
    (BY_UNIT, [
        ("地区生产总值", "84.6", "8460000000", "CNY", "level", "2024"),
        ("地区生产总值增速", "5.2", "5.2", "percent", "change", "2024"),
        ("粮食产量", "3.2", "32000", "t", "level", "2024"),
        ("粮食产量增速", "1.5", "-1.5", "percent", "change", "2024"),
        ("新建公园数", "3个", "3", "item", "count", "2024"),
    ]),
    (BY_YEAR, [
        ("财政收入", "1,200", "12000000", "CNY", "level", "2023"),
        ("财政收入", "1350", "13500000", "CNY", "level", "2024"),
    ]),
    (BY_HEAD, [("财政收入", "3.5", "350000000", "CNY", "level", "2025")]),
    (PROSE, []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES, ids=["by unit", "by year", "by head", "prose"])
def test_a_table_yields_a_figure_for_each_cell_whose_unit_is_told(
    text: str, expected: list[tuple[str, str, str, str, str, str]]
) -> None:
    found = extract(article(text, None), lexicon.load()).observations

    assert [
        (o.indicator.name_zh, o.as_printed, plain(o.obs_value), o.unit_measure, o.kind, o.time_period) for o in found
    ] == expected


def test_a_column_of_aims_holds_targets() -> None:
    (found,) = extract(article(BY_HEAD, None), lexicon.load()).observations

    assert found.nature == "target"


def test_a_cell_keeps_its_words() -> None:
    source = article(BY_UNIT, None)

    found = extract(source, lexicon.load()).observations

    assert [source.source.text[o.start : o.end] for o in found] == [o.as_printed for o in found]
