import pytest

from tests.made_readings import mentions

PERIODS = [
    ("2024年1至11月,完成税收3亿元。", "2024-01/2024-11"),
    ("1—11月完成税收3亿元。", "2024-01/2024-11"),
    ("上半年完成税收3亿元。", "2024-01/2024-06"),
    ("前三季度完成税收3亿元。", "2024-01/2024-09"),
    ("一季度完成税收3亿元。", "2024-01/2024-03"),
    ("前10个月完成税收3亿元。", "2024-01/2024-10"),
    ("10月,新建公园3个。", "2024-10"),
    ("2024年7月1日,新建公园3个。", "2024-07-01"),
    ("截至9月底,新建公园3个。", "../2024-09"),
    ("截至2023年底,新建公园3个。", "../2023"),
    ("今年以来,新建公园3个。", "2024/.."),
    ("去年新建公园3个。", "2023"),
    ("近五年新建公园3个。", "2020/2024"),
    ("“十三五”期间新建公园3个。", "2016/2020"),
    ("2019-2021年新建公园3个。", "2019/2021"),
    ("二〇二一年新建公园3个。", "2021"),
    ("到2025年,新建公园3个。", "2025"),
    ("全年新建公园3个。", "2024"),
    ("新建公园3个。", "2024"),
    ("每年可增收3万元。", None),
    ("税收比2020年增长3%。", "2024"),
    ("比上年增长3%。", "2024"),
    ("占全年任务的77%。", "2024"),
]


@pytest.mark.parametrize(("text", "expected"), PERIODS, ids=[text for text, _ in PERIODS])
def test_a_figure_takes_the_period_its_sentence_tells(text: str, expected: str | None) -> None:
    assert [m.time_period for m in mentions(text)] == [expected]


def test_a_figure_without_any_date_has_no_period() -> None:
    assert [(m.time_period, m.period_source) for m in mentions("新建公园3个。", None)] == [(None, None)]


def test_a_sentence_inherits_the_stretch_of_the_document_year_that_its_section_opened_with() -> None:
    found = mentions("前三季度完成税收3亿元。新建公园5个。")

    assert [(m.time_period, m.period_source) for m in found] == [
        ("2024-01/2024-09", "explicit"),
        ("2024-01/2024-09", "inherited"),
    ]


def test_another_year_is_not_inherited_beyond_its_paragraph() -> None:
    found = mentions("2021年建成公园3个。\n\n新建公厕5座。")

    assert [m.time_period for m in found] == ["2021", "2024"]


def test_an_attributive_year_holds_for_its_own_figure_alone() -> None:
    found = mentions("支出由去年的1076万元增加到1562万元。")

    assert [m.time_period for m in found] == ["2023", "2024"]


def test_until_now_reaches_back_to_the_day_told_in_the_paragraph() -> None:
    found = mentions("2024年7月1日,议事厅向村民开放。到现在,共收集问题16件。")

    assert [(m.time_period, m.period_source) for m in found] == [("2024-07-01/..", "anaphoric")]


def test_the_same_period_is_the_one_told_before() -> None:
    found = mentions("前三季度完成税收3亿元,同期新建公园3个。")

    assert [m.time_period for m in found] == ["2024-01/2024-09", "2024-01/2024-09"]


def test_a_section_headed_with_a_year_stands_in_that_year() -> None:
    text = (
        "# 政府工作报告\n\n## 一、2024年工作回顾\n\n去年新建公园3个。\n\n## 二、2025年重点工作\n\n今年新建公园5个。\n"
    )

    assert [(m.time_period, m.nature) for m in mentions(text)] == [("2024", "actual"), ("2025", "target")]
