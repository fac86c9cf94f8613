import re
from pathlib import Path

import pytest
from made_reviews import made_article, made_observations

from policy_digest.extract.commitments import find_commitments
from policy_digest.lexicon import load
from policy_digest.lexicon.genre import compiled
from policy_digest.lexicon.tables import read_entries

RULES = read_entries("commitments", ("rule", "pattern", "examples", "counterexamples"))


def found(text: str, **fields: str | None) -> list[tuple[str, str | None]]:
    commitments = find_commitments(made_article(text, **fields), (), load())
    return [(commitment.text_zh, commitment.horizon) for commitment in commitments]


def pattern(entry: dict) -> re.Pattern[str]:
    return compiled(Path("commitments.yml"), entry)


@pytest.mark.parametrize(("entry", "text"), [(e, t) for e in RULES for t in e["examples"]])
def test_each_rule_reads_its_examples(entry: dict, text: str) -> None:
    assert pattern(entry).search(text)


@pytest.mark.parametrize(("entry", "text"), [(e, t) for e in RULES for t in e["counterexamples"]])
def test_no_rule_reads_its_counterexamples(entry: dict, text: str) -> None:
    assert not pattern(entry).search(text)


@pytest.mark.parametrize(
    ("sentence", "horizon"),
    [
        ("下一步，青禾镇将继续改造老旧管网。", None),
        ("厂房主体已经封顶，预计2025年建成投入使用。", "2025"),
        ("该镇今年计划整治占道经营12个点位。", "2024"),
        ("到2030年，全镇建成现代化灌区。", "2030"),
        ("今后五年，全镇将新建水厂两座。", "2025/2029"),
        ("加快推进清河水厂等一批在建项目。", None),
        ("目前已梳理出拟实施的9个项目。", None),
        ("明年将建成三所小学。", "2025"),
    ],
)
def test_a_plan_is_found_in_a_review_with_its_horizon(sentence: str, horizon: str | None) -> None:
    text = f"## 工作成效\n全镇完成税收9亿元。{sentence}\n"

    assert found(text) == [(sentence, horizon)]


@pytest.mark.parametrize(
    "sentence",
    ["拟投资2亿元的水厂项目未能开工。", "原计划新建公园3个，实际建成2个。", "计划在2024年建成的水厂没有建成。"],
)
def test_a_plan_that_came_to_nothing_commits_to_nothing(sentence: str) -> None:
    assert found(f"## 工作成效\n全镇完成税收9亿元。{sentence}\n") == []


def test_a_long_sentence_s_plan_is_the_part_between_semicolons_that_tells_it() -> None:
    text = "## 乡村振兴\n柳河村办起工坊；青禾村种了羊肚菌，未来还将发展林下经济；南岗村修了水渠。\n"

    assert found(text) == [("青禾村种了羊肚菌，未来还将发展林下经济。", None)]


@pytest.mark.parametrize(
    "sentence",
    [
        "将接诉即办作为头号工程来抓。",
        "将责任延伸到村居，纳入绩效考核。",
        "全年预计完成税收19亿元。",
        "开展安全生产三年行动计划。",
        "努力促进农民增收。",
        "把党建优势转化为发展胜势。",
        "每一件小事都落地有声。",
        "面向未来，“我们将更好”的标语挂满街头。",
    ],
)
def test_an_account_of_what_was_done_is_no_plan(sentence: str) -> None:
    assert found(f"## 工作成效\n{sentence}\n") == []


def test_sentences_of_an_outlook_section_are_plans_and_take_its_horizon() -> None:
    text = "## 思路\n“十四五”开局之年，青禾镇将立足党建引领。加快美丽乡村建设。各位代表！\n"

    assert found(text, period="2020") == [
        ("“十四五”开局之年，青禾镇将立足党建引领。", "2021"),
        ("加快美丽乡村建设。", "2021"),
    ]


def test_subsections_of_an_outlook_section_look_ahead_too() -> None:
    text = "## 2025年重点工作\n### 壮大产业\n培育龙头企业3家。\n## 2024年工作回顾\n完成税收9亿元。\n"

    assert found(text) == [("培育龙头企业3家。", "2025")]


def test_a_list_of_tasks_is_a_list_of_plans() -> None:
    text = "- 新建12处口袋公园\n- 加快青柳路建设\n- 推动卫生院迁建\n- 持续开展河道整治\n"

    assert [horizon for _, horizon in found(text)] == ["2024"] * 4


def test_a_list_of_results_is_not() -> None:
    text = "- 新建12处口袋公园\n- 加快青柳路建设，已通车\n- 推动卫生院迁建\n- 持续开展河道整治\n"

    assert found(text) == []


def test_the_target_is_the_target_figure_of_the_sentence() -> None:
    article = made_article("## 思路\n力争全年完成税收12亿元。\n")
    observations = made_observations(article, {"12亿元": "税收"}, nature="target")

    (commitment,) = find_commitments(article, observations, load())

    assert commitment.target == "o-0"


def test_the_same_words_twice_have_two_ids() -> None:
    article = made_article("## 思路\n加快美丽乡村建设。\n## 下一步打算\n加快美丽乡村建设。\n")

    ids = {commitment.id for commitment in find_commitments(article, (), load())}

    assert len(ids) == 2


@pytest.mark.parametrize(
    ("sentence", "told", "horizon"),
    [
        ("到2030年，全鎮將建成現代化灌區。", "到2030年，全鎮將建成現代化灌區。", "2030"),
        ("柳河鄉辦起工坊；青禾村未來還將發展養殖；南崗村修了水渠。", "青禾村未來還將發展養殖。", None),
    ],
)
def test_a_plan_in_traditional_characters_is_told_as_printed(sentence: str, told: str, horizon: str | None) -> None:
    text = f"## 工作成效\n全鎮完成稅收9億元。{sentence}\n"

    assert found(text) == [(told, horizon)]


@pytest.mark.parametrize(
    "sentence",
    [
        "今年我县发展仍面临不少风险，但基础没有改变。",
        "今年是“十五五”开局之年，做好各项工作意义重大。",
        "扩大灌溉面积是我县农业发展的根本立足点。",
        "水利建设是防灾减灾的重要环节，是富民的重要内容。",
        "今年经济社会发展的主要预期目标是：",
        "全面加强“三农”工作要采取以下措施：",
        "我县农产品供给主要依靠外地。",
        "今年重点抓好三项工作。",
        "外部需求减弱，保护主义加剧。",
        "扩大灌溉的难点和重点在水源，潜力也在水源。",
    ],
)
def test_what_says_how_things_stand_among_plans_is_no_plan(sentence: str) -> None:
    text = f"## 2024年工作回顾\n建成水厂一座。\n## 2025年工作安排\n{sentence}\n\n加快改造管网。\n"

    assert [words for words, _ in found(text)] == ["加快改造管网。"]


@pytest.mark.parametrize(
    "sentence",
    [
        "坚持产业是第一支柱的方针。",
        "今年是关键一年，务必增强紧迫感。",
        "今年在全县开展管网监测。",
        "粮食生产要再上台阶。",
        "我县是农业大县，要加快建设灌区。",
    ],
)
def test_what_says_what_is_to_be_done_is_a_plan_however_it_opens(sentence: str) -> None:
    text = f"## 2024年工作回顾\n建成水厂一座。\n## 2025年工作安排\n{sentence}\n"

    assert [words for words, _ in found(text)] == [sentence]


@pytest.mark.parametrize(
    ("sentences", "horizons"),
    [
        ("今年要改造管网。", ["2025"]),
        ("到明年底，建成环镇公路。继续解决饮水问题。", ["2026", "2025"]),
        ("今后三年，投入8000万元改造学校。加快建设操场。", ["2025/2027", "2025"]),
        ("今年是“十五五”规划的开局之年，要加快建设。", ["2025"]),
        ("启动“十四五”规划重大项目。", ["2025"]),
        ("加快建设水厂，为“十五五”良好开局打牢基础。", ["2025"]),
        ("加快建设水厂，奋力实现“十五五”良好开局。", ["2026"]),
        ("编制好2011-2030年水利纲要。", ["2025"]),
        ("按2024年价格计算，2030年总产值要超过5亿元。", ["2030"]),
        ("今年开展监测，2027年覆盖所有村庄。", ["2027"]),
        ("今年要编制纲要，对2030年前的改革作出部署。", ["2025"]),
        ("“十五五”时期，建成灌区两处。加快绿化。", ["2026/2030", "2026/2030"]),
    ],
)
def test_a_horizon_is_counted_from_the_year_of_the_plans(sentences: str, horizons: list[str]) -> None:
    text = f"## 2024年工作回顾\n建成水厂一座。\n## 2025年工作安排\n{sentences}\n"

    assert [horizon for _, horizon in found(text)] == horizons


def test_a_term_of_years_is_counted_from_its_last() -> None:
    text = "## 过去五年工作回顾\n建成水厂一座。\n## 对今年工作的建议\n今年要改造管网。加快绿化。\n"

    assert [horizon for _, horizon in found(text, period="2020/2024")] == ["2025", "2025"]


def test_what_a_section_of_plans_tells_of_the_year_behind_it_is_an_account_until_an_act_is_told() -> None:
    text = "## 2025年的工作\n过去一年，成绩很大。税收增长10%。\n\n今年要加快发展。税收增长12%。\n"
    article = made_article(text)
    observations = made_observations(article, {"10%": "税收", "12%": "税收"}, nature="target")

    told = [commitment.text_zh for commitment in find_commitments(article, observations, load())]

    assert told == ["今年要加快发展。", "税收增长12%。"]


@pytest.mark.parametrize(
    ("text", "horizons"),
    [
        (
            "县政府编制了五年规划纲要，要实施好。今年是“十五五”开局之年，必须开好头。\n### 做强产业\n加快建设园区。\n"
            "“十五五”时期，建成灌区两处。\n### 惠民生\n加快建设校舍。\n",
            ["2026/2030", "2026", "2026", "2026/2030", "2026"],
        ),
        (
            "“十五五”时期，要建成灌区两处。\n2026年政府工作要抓住重点。\n### 做强产业\n加快建设园区。\n",
            ["2026/2030", "2026", "2026"],
        ),
        (
            "未来五年，要建成灌区两处。\n做好2026年工作，要抓住重点。\n### 做强产业\n加快建设园区。\n",
            ["2026/2030", "2026", "2026"],
        ),
        ("要抓住重点。\n### 做强产业\n加快建设园区。\n", [None, None]),
        ("今年要抓住重点。\n## 加强自身建设\n加快建设校舍。\n", ["2026", "2026"]),
    ],
)
@pytest.mark.parametrize("heading", ["“十五五”时期目标任务和2026年工作安排", "2026年工作安排和“十五五”时期目标任务"])
def test_a_heading_of_a_plan_and_a_year_gives_neither_by_itself(
    heading: str, text: str, horizons: list[str | None]
) -> None:
    made = f"## 2025年和“十四五”时期工作回顾\n建成水厂一座。\n## {heading}\n{text}"

    assert [horizon for _, horizon in found(made, period="2025")] == horizons


@pytest.mark.parametrize("heading", ["2026年“十五五”开局之年工作安排", "“十五五”时期（2026—2030年）主要任务"])
def test_a_heading_with_the_first_or_last_year_of_a_plan_names_one_time(heading: str) -> None:
    made = f"## 2025年工作回顾\n建成水厂一座。\n## {heading}\n加快建设园区。\n"

    assert None not in [horizon for _, horizon in found(made, period="2025")]


@pytest.mark.parametrize(
    "sentence", ["今后一个时期，要解决好饮水问题。", "当前和今后一个时期，要守住底线。", "全镇今后一段时间要加快治水。"]
)
def test_a_time_to_come_is_no_year(sentence: str) -> None:
    text = f"## 2024年工作回顾\n建成水厂一座。\n## 2025年工作安排\n{sentence}加快绿化。\n"

    assert found(text) == [(sentence, None), ("加快绿化。", "2025")]
