import pytest

from tests.made_readings import mentions

NATURES = [
    ("2024年全镇预计完成产值84.6亿元,营业收入86亿元;实际完成投资50亿元。", ["expected", "expected", "actual"]),
    ("力争完成投资3亿元。", ["target"]),
    ("计划投资3亿元,目前已完成2亿元。", ["target", "actual"]),
    ("全镇将新建公园3个。", ["target"]),
    ("将62家企业纳入服务范围。", ["actual"]),
    ("将党建融入治理,新建公园3个。", ["actual"]),
    ("参加人数将近300人。", ["actual"]),
    ("完成三年行动计划项目12个。", ["actual"]),
    ("目前已梳理出拟实施的22个项目。", ["actual"]),
    ("拟投资3亿元。", ["target"]),
    ("争取到资金3亿元。", ["actual"]),
    ("争取今年完成投资3亿元。", ["target"]),
    ("财政收入任务174万元,完成198万元。", ["target", "actual"]),
    ("每年可增收3万元。", ["expected"]),
    ("到2025年,公园达到12个。", ["target"]),
    ("排放量要减少2%。", ["target"]),
    ("明年打算:果园种到30亩,收入再增3万元。", ["target", "target"]),
    ("到2024年底,村村都超过了3万元。", ["actual"]),
    ("原计划新建公园3个,实际建成2个。", ["target", "actual"]),
    ("按原计划完成投资3亿元。", ["actual"]),
    ("未能完成税收3亿元的目标,仅完成1.2亿元。", ["target", "actual"]),
    ("新增企业12家,未达到20家的任务。", ["actual", "target"]),
    ("税收距3亿元的目标还有差距。", ["target"]),
    ("超额完成税收3亿元的目标。", ["actual"]),
    ("水厂年供水能力可达3万吨。", ["actual"]),
    ("工作需要投入3万元。", ["actual"]),
    ("增速9.5%,高于年初党代会6%的目标3.5个百分点,年均增长8%。", ["actual", "target", "actual", "actual"]),
    ("比上年多完成5个任务。", ["actual"]),
    ("税收完成3亿元,超过2亿元的目标。", ["actual", "target"]),
    ("税收完成3亿元,比年初确定的2.5亿元目标多0.5亿元。", ["actual", "target", "actual"]),
    ("实现税收600万元,完成预期目标(500万元)120%。", ["actual", "target", "actual"]),
    ("支出完成3亿元,完成预算数6亿元的50%,新建公园3个。", ["actual", "target", "actual", "actual"]),
    ("改造120户,完成年度任务300户的40%。", ["actual", "target", "actual"]),
    ("将三组门前的旧棚杂物全面拆净,新建车棚5处,铺设管道1200米,解决了停车困难的问题。", ["actual", "actual"]),
    ("全镇将新建公园3个,解决群众休闲难题。", ["target"]),
    ("将三个社区全面改造,新建车位300个。", ["actual"]),
    ("文化馆拟于11月开放,书院动工修缮;全镇挂牌古树12处。", ["actual"]),
    ("力争建设一流营商环境;新建公园3个。", ["actual"]),
    ("力争完成投资3亿元;新建公园3个。", ["target", "target"]),
    ("今年的目标是:稳住农业;税收3亿元。", ["target"]),
    ("学校12所,年内计划投资3亿元;医院2家。", ["actual", "target", "actual"]),
    ("力争一是加强管理;二是新建公园3个。", ["target"]),
    ("下一步,加强党建引领;新建公园3个。", ["target"]),
    (
        "全年将改造村庄5个,其中山区村2个,预计总投资3亿元;湖区村3个,预计总投资1亿元。",
        ["target", "target", "expected", "target", "expected"],
    ),
    ("计划新建公园3个,建成了2个。", ["target", "actual"]),
    ("计划种植水稻3万亩,已种植2万亩。", ["target", "actual"]),
    ("现有贫困户21户,拟脱贫19户。", ["actual", "target"]),
    ("计划改造小区30个,目前完工12个。", ["target", "actual"]),
]


@pytest.mark.parametrize(("text", "expected"), NATURES, ids=[text for text, _ in NATURES])
def test_a_figure_is_achieved_expected_or_aimed_at_as_its_sentence_says(text: str, expected: list[str]) -> None:
    assert [m.nature for m in mentions(text)] == expected


def test_an_expectation_ends_with_its_sentence() -> None:
    assert [m.nature for m in mentions("预计完成产值3亿元。新建公园3个。")] == ["expected", "actual"]


def test_figures_under_a_heading_of_plans_are_targets() -> None:
    text = "# 青禾镇工作总结\n\n## 工作成效\n\n新建公园3个。\n\n## 下一步工作打算\n\n新建公厕5座。\n"

    assert [m.nature for m in mentions(text)] == ["actual", "target"]


def test_sections_of_the_same_rank_behind_a_heading_of_plans_are_plans_too() -> None:
    text = (
        "# 报告\n\n## 一、工作回顾\n\n新建公园3个。\n\n"
        "## 二、2025年工作总体部署\n\n新建公厕5座。\n\n## 三、改善民生\n\n新建学校2所。\n"
    )

    assert [m.nature for m in mentions(text)] == ["actual", "target", "target"]


def test_a_list_of_tasks_is_all_targets() -> None:
    text = "• 加快建设公园24处\n\n• 推进改造小区10个\n\n• 力促5座水闸完工\n"

    assert {m.nature for m in mentions(text)} == {"target"}


def test_what_was_done_among_plans_holds_for_its_clause() -> None:
    text = "# 报告\n\n## 下一步工作打算\n\n去年我们建成了公园5个。为群众办了12件实事,再办8件。新建公厕5座。\n"

    assert [m.nature for m in mentions(text)] == ["actual", "actual", "target", "target"]


REPORT = "# 报告\n\n## 一、年初确定的重点指标完成情况\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.招引企业不少于3家;新建大棚30座。上半年,招引企业5家。\n", ["target", "target", "actual"]),
        ("2.新增企业20家。截至6月底,新增企业12家。\n", ["target", "actual"]),
        ("全年完成投资3亿元,增长5%。新建公园3个。\n", ["actual", "actual", "actual"]),
        ("累计完成投资3亿元。上半年,引进项目5个。\n", ["actual", "actual"]),
    ],
    ids=["aim and result", "aim and a day", "no result behind", "told as done"],
)
def test_an_item_tells_its_aim_before_what_came_of_it(text: str, expected: list[str]) -> None:
    assert [m.nature for m in mentions(REPORT + text)] == expected
