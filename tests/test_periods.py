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
    ("截至9月底,新建公园3个。", "2024-01/2024-09"),
    ("截至9月底,共有公园3个。", "../2024-09"),
    ("截至12月底,新建公园3个。", "2024"),
    ("截至5月1日,新建公园3个。", "../2024-05-01"),
    ("截至2023年底,新建公园3个。", "../2023"),
    ("今年以来,新建公园3个。", "2024"),
    ("2023年以来,新建公园3个。", "2023/.."),
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
    ("税收是去年同期的2.1倍。", "2024"),
    ("“十三五”期间的投资是“十二五”时期的1.8倍。", "2016/2020"),
    ("较上年同期减少12%。", "2024"),
    ("预计到年底新建公园3个。", "2024"),
    ("年底建成公园3个。", "2024"),
    ("提前3个月实现100%交付。", "2024"),
    ("确保“十五五”良好开局,税收增长3%。", "2024"),
    ("达产后预计年新增产值3亿元。", None),
    ("五年前村里只有公园3个。", "2019"),
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


def test_a_stretch_told_after_other_figures_is_not_the_whole_section_s() -> None:
    text = "全镇有村庄12个。1至10月，受理工单530件，响应率98%。\n\n新建公园3个。\n"

    assert [m.time_period for m in mentions(text)] == ["2024", "2024-01/2024-10", "2024-01/2024-10", "2024"]


def test_now_is_the_text_s_year_again() -> None:
    assert [m.time_period for m in mentions("2021年新建公园3个。现在公园有12个。")] == ["2021", "2024"]


def test_another_year_is_not_inherited_beyond_its_paragraph() -> None:
    found = mentions("2021年建成公园3个。\n\n新建公厕5座。")

    assert [m.time_period for m in found] == ["2021", "2024"]


PASSAGES = [
    ("覆盖率由2022年的87%升至98%。", ["2022", "2024"]),
    ("占比由48%提高至55%。", [None, "2024"]),
    ("城乡居民收入比由1.97缩小至1.92。", [None, "2024"]),
    ("利率由年初的4.3%降至3.9%。", ["2024-01", "2024"]),
    ("社员由成立时的11户增加到204户。", [None, "2024"]),
    ("企业由62家增至85家。", [None, "2024"]),
    ("近年来,占比由30%提高到70%。", [None, "2024"]),
    ("收入从2021年的4万元和1万元分别提高到5万元和2万元。", ["2021", "2021", "2024", "2024"]),
    ("三次产业结构由上年的11.2:40.5:48.3调整为10.6:41.1:48.3。", ["2023"] * 3 + ["2024"] * 3),
    ("空气质量从全区排名垫底到全市第三。", ["../2024", "2024"]),
    ("考核由全市倒数第一提升至全市第三。", ["../2024", "2024"]),
    ("“十三五”期间,公路由2015年底的984公里增加到2020年底的1265公里,其中高速41公里。", ["2015", "2020", "2020"]),
    ("“十四五”期间,村道由120公里增加到150公里。", [None, "2025"]),
    ("由12家企业出资,选派专家到3个村。", ["2024", "2024"]),
]
SCOPES = [
    ("上半年受理诉求300件,较上年同期减少12%,办结率98%。", ["2024-01/2024-06"] * 3),
    ("2024年以来,新建公园3个。改造公厕5座。", ["2024/..", "2024"]),
    ("截至11月底,受理诉求300件。改造公厕5座。", ["2024-01/2024-11", "2024-01/2024-11"]),
    ("截至11月底,受理诉求300件。\n\n改造公厕5座。", ["2024-01/2024-11", "2024"]),
    ("前三季度税收3亿元。预计到年底,税收达5亿元。", ["2024-01/2024-09", "2024"]),
    ("投资3亿元,预计2025年6月竣工,占地20亩。", ["2024", "2024"]),
    ("确保水厂上半年建成通水,建成投用公园3个。", ["2024"]),
    ("水厂预计2025年6月竣工.日处理规模4万吨.", ["2024"]),
]


@pytest.mark.parametrize(("text", "expected"), PASSAGES, ids=[text for text, _ in PASSAGES])
def test_what_was_and_what_is_have_each_their_own_period(text: str, expected: list[str | None]) -> None:
    assert [m.time_period for m in mentions(text)] == expected


def test_what_was_is_achieved_where_more_is_aimed_at() -> None:
    found = mentions("力争到2025年,覆盖率由87%提高到98%。")

    assert [m.nature for m in found] == ["actual", "target"]


@pytest.mark.parametrize(("text", "expected"), SCOPES, ids=[text for text, _ in SCOPES])
def test_a_date_governs_no_more_than_it_says(text: str, expected: list[str | None]) -> None:
    assert [m.time_period for m in mentions(text)] == expected


def test_years_told_in_passing_hold_for_their_sentence_and_not_for_the_paragraph() -> None:
    found = mentions("新建公园3个,近三年新建12个。改造公厕5座。")

    assert [m.time_period for m in found] == ["2024", "2022/2024", "2024"]


def test_items_stand_in_the_years_that_lead_them_in() -> None:
    found = mentions("五年来,全镇发生了变化。\n\n——税收增长34%,占比由30%提高到70%。\n\n改造公厕5座。")

    assert [(m.time_period, m.base) for m in found] == [
        ("2020/2024", "since:2019"),
        (None, None),
        ("2024", None),
        ("2024", None),
    ]


def test_last_year_is_the_speaker_s_and_the_year_before_that_of_what_is_told() -> None:
    text = (
        "# 政府工作报告\n\n## 一、2024年工作回顾\n\n人口由上年7万人增加到8万人。去年新建公园3个。\n\n"
        "## 二、2025年重点工作\n\n新建公园5个。\n"
    )

    assert [m.time_period for m in mentions(text)] == ["2023", "2024", "2024", "2025"]


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
