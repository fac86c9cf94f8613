"""Gaps of what a text begins to tell and leaves: activities, counts without a list, plots of land, pairs in short."""

import pytest
from made_gaps import found

ACTIVITY = "“红旗漫卷青禾镇，绿水青山我守护”主题实践活动"


# ---------------------------------------------------------------- activities


@pytest.mark.parametrize(
    "text",
    [
        f"组织全镇600余名党员，深入开展{ACTIVITY}，进一步规范便民服务大厅，重点改造云溪村卫生室。\n",
        f"2024年，青禾镇开展{ACTIVITY}。\n",
        f"动员机关干部，启动{ACTIVITY}，营造良好氛围。其他工作有序推进。\n",
    ],
)
def test_an_activity_of_a_slogan_that_was_only_held_is_a_gap(text: str) -> None:
    assert found(text, "no-content") == [ACTIVITY]


@pytest.mark.parametrize(
    "text",
    [
        f"组织全镇600余名党员，深入开展{ACTIVITY}，清理河道12公里。\n",
        f"组织全镇600余名党员，深入开展{ACTIVITY}，进一步密切联系群众，走访困难家庭。\n",
        f"组织党员清理河道垃圾，开展{ACTIVITY}，进一步规范便民服务大厅。\n",
        f"通过入户走访，开展{ACTIVITY}。\n",
        f"开展{ACTIVITY}。活动中，党员为老人送去米面。\n",
        f"开展{ACTIVITY}。进一步规范大厅。“红旗漫卷青禾镇，绿水青山我守护”由镇团委发起。\n",
        f"{ACTIVITY}由镇团委发起，每月走进一个村。\n",
        "组织全镇党员，深入开展“大走访大排查”活动，进一步规范便民服务大厅。\n",
        "组织全镇党员，深入开展“不忘初心、牢记使命”主题教育，进一步规范便民服务大厅。\n",
    ],
)
def test_an_activity_that_is_told_of_or_whose_name_tells_it_is_none(text: str) -> None:
    assert found(text, "no-content") == []


# ---------------------------------------------------------------- counts


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "为对接工作打下基础，已梳理出拟建的18个项目。同时，加快招商，推进东岭食品、远山机械落户。\n",
            "拟建的18个项目",
        ),
        ("青禾镇排出拟实施项目18个，倒排工期抓推进。\n", "拟实施项目18个"),
        ("2024年，青禾镇制定12条具体措施，层层压实责任。各村抓好落实。\n", "12条具体措施"),
        ("全镇确定了六项重点任务。此外，改造农田3万亩。\n", "六项重点任务"),
    ],
)
def test_what_is_counted_as_planned_without_a_list_is_a_gap(text: str, words: str) -> None:
    assert found(text, "unlisted") == [words]


@pytest.mark.parametrize(
    "text",
    [
        "已梳理出拟建的18个项目，包括供水站和文化广场。\n",
        "已梳理出拟建的18个项目，涉及教育和医疗。\n",
        "已梳理出拟建的18个项目，总投资6亿元。\n",
        "已梳理出拟建的18个项目，计划2026年开工。\n",
        "围绕教育医疗，已梳理出拟建的18个项目。\n",
        "已梳理出拟建的18个项目。其中供水站已经开工。\n",
        "已梳理出拟建的18个项目。供水站、文化广场、停车场已经开工。\n",
        "已梳理出拟建的18个项目。镇里统一调度，18个项目全部落地云溪村。\n",
        "青禾镇确定三项任务。全镇上下齐抓共管。一是改造管网。二是修缮校舍。\n",
        "全镇储备项目18个，实施重点项目25个。\n",
        "已梳理出180个项目，逐一推进。\n",
        "镇里解决了18个项目的用地问题。\n",
        "摸清底数，梳理出18个问题，逐一整改。\n",
        "# 任务\n青禾镇确定三项任务。\n# 改造管网\n全镇管网焕然一新。\n",
    ],
)
def test_a_count_beside_what_it_counts_or_of_the_years_work_is_none(text: str) -> None:
    assert found(text, "unlisted") == []


# ---------------------------------------------------------------- plots


PLOT = "云溪村建起小麦高产示范田，百亩方亩产量达到650公斤。"
CLAIM = "示范田辐射带动全镇农业实现优质高产。"


def test_a_plots_yield_that_the_whole_town_is_said_to_follow_is_a_gap() -> None:
    assert found(f"2024年，{PLOT}{CLAIM}\n", "part-only") == ["百亩方亩产量"]


@pytest.mark.parametrize(
    "text",
    [
        f"2024年，{PLOT}\n",
        f"2024年，{PLOT}{CLAIM}全镇小麦平均亩产520公斤。\n",
        f"2024年，云溪村小麦亩产量达到650公斤。{CLAIM}\n",
        f"2024年，{PLOT}示范田辐射带动全镇文化产业提档升级。\n",
    ],
)
def test_a_plots_yield_alone_or_beside_the_towns_is_none(text: str) -> None:
    assert found(text, "part-only") == []


# ---------------------------------------------------------------- pairs in short


@pytest.mark.parametrize("words", ["“一冰一水”", "“一轴一带”", "“一湖一山”", "“一江一岛一城”"])
def test_a_short_form_of_two_things_is_a_gap(words: str) -> None:
    assert found(f"青禾镇完善{words}布局，抓好各项工作。\n", "unexpanded") == [words]


@pytest.mark.parametrize(
    "words",
    ["一企一策", "一河一长", "一村一景", "一断面一策", "一户一宅", "一老一小", "一草一木", "一增一减", "一件一件"],
)
def test_a_measure_for_each_and_an_idiom_are_none(words: str) -> None:
    assert found(f"青禾镇坚持“{words}”，抓好各项工作。\n", "unexpanded") == []


@pytest.mark.parametrize(
    "text",
    [
        "青禾镇打造沿河发展轴和环湖发展带“一轴一带”。\n",
        "青禾镇打造“一轴一带”，即沿河发展轴和环湖发展带。\n",
    ],
)
def test_a_short_form_of_two_things_that_are_named_is_none(text: str) -> None:
    assert found(text, "unexpanded") == []


# ---------------------------------------------------------------- what is set up


@pytest.mark.parametrize(
    "text",
    [
        "云溪村育苗基地年育苗900万株，成功申报2024年青石县特色蔬菜产业集群建设项目。\n",
        "云溪村育苗基地年育苗900万株，成功申报2024年青石县特色蔬菜产业集群建设项目；明年，村里计划发展林下经济。\n",
    ],
)
def test_a_project_that_was_won_is_not_told_by_the_winners_figures_or_plans(text: str) -> None:
    assert found(text, "no-content") == ["2024年青石县特色蔬菜产业集群建设项目"]


@pytest.mark.parametrize(
    "before",
    ["总投资3000万元", "占地20亩", "为方便群众", "联合3家高校", "流转土地500亩", "2024年5月"],
)
def test_what_a_thing_is_for_made_of_or_costs_tells_of_it(before: str) -> None:
    assert found(f"青禾镇加快改革。{before}，建成青禾数据平台，推动科学管理。\n", "no-content") == []


def test_a_thing_behind_the_plan_of_its_sentence_is_a_plan() -> None:
    assert found("明年，青禾镇将改造道路；打造青禾党建在线平台，推动科学管理。\n", "no-content") == []


# ---------------------------------------------------------------- projects and plans


def test_what_a_project_took_so_far_without_what_it_costs_is_a_gap() -> None:
    assert found("云溪文化广场项目1—12月累计完成投资2300万元，主体施工有序进行。\n", "part-only") == ["2300万元"]


@pytest.mark.parametrize(
    "text",
    [
        "云溪文化广场项目总投资5000万元，累计完成投资2300万元。\n",
        "云溪文化广场项目累计完成投资2300万元。云溪文化广场项目概算5000万元。\n",
        "云溪文化广场项目累计完成投资2300万元，完成率46%。\n",
        "全县重点项目累计完成投资23亿元。\n",
        "12个省级项目完成投资23亿元。\n",
        "云溪文化广场项目力争完成投资2300万元。\n",
    ],
)
def test_a_project_whose_cost_is_told_or_that_is_no_single_one_is_none(text: str) -> None:
    assert found(text, "part-only") == []


def test_a_plan_that_is_said_to_be_met_without_a_figure_is_a_gap() -> None:
    assert found("云溪文化广场施工达到序时进度要求。\n", "no-value") == ["序时进度要求"]


@pytest.mark.parametrize("text", ["拨付率达到90%，符合序时进度要求。\n", "云溪水厂投资完成80%达到序时进度要求。\n"])
def test_a_plan_met_beside_its_figure_is_none(text: str) -> None:
    assert found(text, "no-value") == []
