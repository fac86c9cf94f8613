"""What whole texts say of achieved and planned: their headings, their openings and their years."""

import pytest

from policy_digest import lexicon
from policy_digest.extract.reading import read_figures
from tests.made_readings import article, printed

REVIEW_AND_PLAN = """青禾镇2024年工作总结和2025年工作计划

一、2024年工作回顾
全年完成税收3.2亿元,同比增长5%。力争在项目建设上下功夫,新建厂房12座。预计全年接待游客20万人次。

二、2025年工作计划
完成税收3.5亿元。2024年新建的3个公园全部开放,今年再建5个。
在已建成10公里绿道的基础上,新建6公里。
近三年累计投入2亿元,今年再投入8000万元。
"""
SPEECH = """政府工作报告

一、2024年工作回顾
过去一年,地区生产总值增长6%,新增企业120家。
二、2025年工作总体要求和重点任务
今年发展主要预期目标是:地区生产总值增长5%左右,城镇调查失业率5.5%以内。
(一)抓项目。实施重点项目86个,完成投资50亿元。
"""
BRIEFING = """柳河乡2023年工作情况汇报

种植辣椒3000亩,亩均收入5000元。
下一步,我乡将继续做好以下工作:
一是扩大规模。新增种植面积2000亩。
"""
PLAN = """青禾区2024年政府工作要点

1.加快产业发展。培育规上企业10家,完成工业投资20亿元。
2.改善民生。新建公办幼儿园3所。
"""
TEXTS = [
    (REVIEW_AND_PLAN, [
        ("3.2亿元", "actual", "2024"), ("5%", "actual", "2024"), ("12座", "actual", "2024"), ("20万人次", "expected", "2024"),  # noqa: E501
        ("3.5亿元", "target", "2025"), ("3个", "actual", "2024"), ("5个", "target", "2025"),
        ("10公里", "actual", "2025"), ("6公里", "target", "2025"), ("2亿元", "actual", "2022/2024"), ("8000万元", "target", "2025"),  # noqa: E501
    ]),
    (SPEECH, [
        ("6%", "actual", "2024"), ("120家", "actual", "2024"), ("5%", "target", "2025"), ("5.5%", "target", "2025"),
        ("86个", "target", "2025"), ("50亿元", "target", "2025"),
    ]),
    (BRIEFING, [("3000亩", "actual", "2023"), ("5000元", "actual", "2023"), ("2000亩", "target", "2023")]),
    (PLAN, [("10家", "target", "2024"), ("20亿元", "target", "2024"), ("3所", "target", "2024")]),
]  # fmt: skip


TASKS = """加快发展特色农业,新建大棚300座。推进农旅融合,打造精品线路2条。继续实施河道整治,完成清淤12公里。
健全帮扶机制,巩固脱贫成果。培育农业龙头企业,新增家庭农场20家以上。农民人均收入增长7%左右。
"""
ACCOUNT = """加快发展特色农业,新建大棚317座。推进农旅融合,打造精品线路2条。继续实施河道整治,完成清淤12公里。
健全帮扶机制,巩固了脱贫成果。培育农业龙头企业,新增家庭农场26家。农民人均收入达到23617元,居全县第三。
"""
EXACT = """加快发展特色农业,新建大棚317座。推进农旅融合,打造线路12.6公里。继续实施河道整治,清淤1286米。
健全帮扶机制,巩固脱贫成果。进一步培育龙头企业,新增家庭农场26家。改造旱厕1357座。
"""


@pytest.mark.parametrize(
    ("text", "natures"),
    [(TASKS, {"target"}), (ACCOUNT, {"actual"}), (EXACT, {"actual"}), (f"青禾镇工作总结\n\n{TASKS}", {"actual"})],
    ids=["tasks", "account", "exact numbers", "tasks under a title that looks back"],
)
def test_a_passage_without_a_heading_of_its_own_is_a_plan_only_where_it_sets_tasks(
    text: str, natures: set[str]
) -> None:
    readings = read_figures(article(text), lexicon.load().figures)

    assert {m.nature for r in readings for m in r.mentions} == natures


@pytest.mark.parametrize(("text", "expected"), TEXTS, ids=[text.split("\n")[0] for text, _ in TEXTS])
def test_a_text_says_what_was_done_and_what_is_planned_and_for_which_year(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    readings = read_figures(article(text, None), lexicon.load().figures)

    assert [(printed(m), m.nature, m.time_period) for r in readings for m in r.mentions] == expected
