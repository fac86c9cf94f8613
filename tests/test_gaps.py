"""Gaps: each kind is found where a reader would miss something, and not where the text tells it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from made_gaps import all_gaps, found, made
from made_reviews import made_article
from malformed import faults_of

from policy_digest import lexicon
from policy_digest.digest import digest
from policy_digest.extract import extract
from policy_digest.lexicon import gaps as gap_lexicon
from policy_digest.lexicon.genre import compiled
from policy_digest.lexicon.tables import read_entries
from policy_digest.model import Gap
from policy_digest.parse import assign_slugs, parse
from policy_digest.read import read_source

ROOT = Path(__file__).resolve().parent.parent
RULES = read_entries("gap_rules", ("rule", "pattern", "examples", "counterexamples"))
READERS: Mapping[str, list[dict[str, Any]]] = yaml.safe_load(
    (ROOT / "tests/readers/gaps.yml").read_text(encoding="utf-8")
)
WHOLE = ("code", "known-code", "motto", "holds", "took-part")
FRAME = {"no-title", "no-date", "no-byline", "no-source"}
ALIKE = (
    {"unexpanded", "no-content"},
    {"unlisted", "no-content"},
    {"no-value", "no-position", "no-target"},
    {"part-only", "part-of-year"},
)
"""Kinds that two readers name otherwise for the same words."""


def of_captions(body: str) -> list[str]:
    """The words of the gaps of a section that has ``body`` and the caption of a village's new path."""
    words = lexicon.load()
    record = extract(made_article(f"# 服务\n{body}\n^ 柳溪村新建健身步道。\n"), words)
    gaps = (gap for section in digest(record, words).sections for gap in section.gaps)
    return [gap.words or "" for gap in gaps if gap.kind == "caption-fact"]


# ---------------------------------------------------------------- the lexicon


def reads(entry: Mapping[str, Any], text: str) -> bool:
    pattern = compiled(Path("gap_rules.yml"), entry)
    return bool(pattern.fullmatch(text) if entry["rule"] in WHOLE else pattern.search(text))


@pytest.mark.parametrize(("entry", "text"), [(e, t) for e in RULES for t in e["examples"]])
def test_each_rule_reads_its_examples(entry: Mapping[str, Any], text: str) -> None:
    assert reads(entry, text)


@pytest.mark.parametrize(("entry", "text"), [(e, t) for e in RULES for t in e["counterexamples"]])
def test_no_rule_reads_its_counterexamples(entry: Mapping[str, Any], text: str) -> None:
    assert not reads(entry, text)


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("- {rule: nothing, pattern: a, examples: [], counterexamples: []}", "rule 'nothing'"),
        ("- {rule: code, pattern: '(', examples: [], counterexamples: []}", "pattern: "),
    ],
)
def test_a_malformed_rule_is_told_with_its_file_and_line(tmp_path: Path, entry: str, told: str) -> None:
    assert [told in fault.found for fault in faults_of(entry, "gap_rules.yml", tmp_path, gap_lexicon.load)] == [True]


# ---------------------------------------------------------------- the kinds


def test_a_rate_that_is_said_to_have_risen_lacks_its_value() -> None:
    assert found("青禾镇坚持每周调度，不断提升办结率、满意率。\n", "no-value") == ["办结率", "满意率"]


def test_a_rate_with_its_value_elsewhere_in_the_text_lacks_nothing() -> None:
    assert found("青禾镇不断提升办结率。全年办结率达到96%。\n", "no-value") == []


def test_a_rate_beside_its_figure_lacks_nothing() -> None:
    assert found("全镇户厕改造持续推进，普及率稳步提高到92%。\n", "no-value") == []


def test_a_word_that_ends_like_a_rate_is_none() -> None:
    assert found("青禾镇着力提高办事效率，率先完成改造。\n", "no-value") == []


def test_what_is_ranked_near_the_top_lacks_its_value() -> None:
    assert found("2024年，青禾镇税收增速排名全县前列。\n", "no-value") == ["税收增速"]


def test_money_that_was_handed_out_lacks_its_amount() -> None:
    assert found("青禾镇为困难家庭增发专项救助金，帮助他们渡过难关。\n", "no-value") == ["专项救助金"]


@pytest.mark.parametrize("words", ["“六清”", "“35211”", "“3F”", "“一轴两带”", "“八条举措”"])
def test_a_short_form_that_nobody_explains_is_a_gap(words: str) -> None:
    assert found(f"青禾镇落实{words}要求，抓好各项工作。\n", "unexpanded") == [words]


@pytest.mark.parametrize(
    "text",
    [
        "青禾镇落实“三清”要求（清垃圾、清河道、清杂物）。\n",
        "青禾镇推行“三清”工作法，即清垃圾、清河道、清杂物。\n",
        "青禾镇建立支部引领、党员带头、群众参与的“三联”机制。\n",
        "青禾镇落实“三清”要求。“三清”是指清垃圾、清河道、清杂物。\n",
        "青禾镇推进清垃圾、清河道、清杂物“三清”行动。\n",
        "青禾镇实现税收增长和就业稳定“双目标”。\n",
        "青禾镇发挥“一把手”作用，打通“最后一公里”。\n",
    ],
)
def test_a_short_form_that_is_explained_or_known_is_none(text: str) -> None:
    assert found(text, "unexpanded") == []


def test_letters_that_nobody_explains_are_a_gap() -> None:
    assert found("青禾镇KPR浓度明显下降，IPO企业增加。\n", "unexpanded") == ["KPR"]


def test_a_named_programme_without_content_is_a_gap() -> None:
    text = "青禾镇制定“暖心包”，不断优化营商环境。\n"

    assert found(text, "no-content") == ["暖心包"]


@pytest.mark.parametrize(
    "text",
    [
        "青禾镇推出“暖心包”，为企业代办开户和登记，缩短办理时间。\n",
        "青禾镇推出“暖心包”，已惠及企业32家。\n",
        "青禾镇制定“暖心包”。“暖心包”由专人送到每家企业。\n",
        "通过“暖心包”，企业办事更加方便。\n",
    ],
)
def test_a_named_programme_with_content_is_none(text: str) -> None:
    assert found(text, "no-content") == []


def test_what_only_a_caption_tells_is_a_gap() -> None:
    assert of_captions("青禾镇办好群众家门口的实事，设立服务窗口。") == ["柳溪村新建健身步道"]


def test_a_caption_of_what_the_text_tells_is_none() -> None:
    assert of_captions("今年，柳溪村新建健身步道两条，群众出门就能锻炼。") == []


def test_a_villages_figure_without_the_towns_is_a_gap() -> None:
    text = "青禾镇发展特色产业。2024年，柳溪村村集体收入达到85万元。\n"

    assert found(text, "part-only") == ["村集体收入"]


def test_a_villages_figure_beside_the_towns_is_none() -> None:
    text = "2024年，全镇村集体收入达到900万元。其中，柳溪村村集体收入达到85万元。\n"

    assert found(text, "part-only") == []


def test_what_two_villages_earn_is_a_gap_without_the_towns() -> None:
    text = "村财增收方面，柳溪村每年村财可增收1.2万元。石桥村预计年内可增收村财26万元。\n"

    assert found(text, "part-only") == ["村财增收"]


def test_a_towns_lower_average_is_the_whole() -> None:
    text = "2024年，青禾镇居民人均可支配收入30000元，其中柳溪村居民人均可支配收入42000元。\n"

    assert found(text, "part-only") == []


def test_the_years_first_months_are_a_gap_without_the_year() -> None:
    rest = "2024年，全镇工业总产值84亿元，粮食播种面积4万亩。"

    assert found(f"{rest}2024年1至11月，全镇完成税收9亿元。\n", "part-of-year") == ["税收"]
    assert found(f"{rest}2024年1至11月，全镇完成税收9亿元。2024年全镇税收10亿元。\n", "part-of-year") == []
    assert found("2024年1至11月，全镇完成税收9亿元，工业总产值84亿元。\n", "part-of-year") == []


def test_an_aim_without_a_target_is_a_gap() -> None:
    assert found("明年，青禾镇将加强治理，大力改善空气质量。\n", "no-target") == ["空气质量"]
    assert found("明年，青禾镇将加强治理，大力改善空气质量，优良天数达到300天。\n", "no-target") == []


@pytest.mark.parametrize("words", ["占比", "行政效率"])
def test_an_aim_of_no_indicator_is_none(words: str) -> None:
    assert found(f"明年，青禾镇将提高{words}，做强产业。\n", "no-target") == []


def test_an_indicator_that_is_being_raised_lacks_its_value() -> None:
    assert found("青禾镇依托配送中心，进一步提高蔬菜供应产量。\n", "no-value") == ["蔬菜供应产量"]


def test_a_rank_that_moved_lacks_its_position_and_is_told_by_its_clause() -> None:
    assert found("全年工单减少三成，综合排名稳步提升。\n", "no-position") == ["综合排名稳步提升"]
    assert found("全年工单减少三成，综合排名上升3位。\n", "no-position") == []
    assert found("全年工单减少三成，综合排名稳步提升，位列全县第2。\n", "no-position") == []
    assert found("明年，力争综合排名稳步提升。\n", "no-position") == []


def test_two_things_ranked_near_the_top_are_two_gaps() -> None:
    text = "2024年，青禾镇党建工作走在全县前列。平安建设走在全县前列。\n"

    assert found(text, "no-position") == ["青禾镇党建工作走在全县前列", "平安建设走在全县前列"]


def test_what_is_only_said_to_be_set_up_is_a_gap() -> None:
    text = "一年来，青禾镇建强党员责任区，织密红色网格，打造青禾党建在线平台，推动科学管理。\n"

    assert found(text, "no-content") == ["党员责任区", "红色网格", "青禾党建在线平台"]


@pytest.mark.parametrize(
    "text",
    [
        "青禾镇打造青禾党建在线平台，为党员提供学习资料。\n",
        "青禾镇打造青禾党建在线平台，推动科学管理。青禾党建在线平台由专人维护，每周更新学习资料。\n",
        "青禾镇搭建沟通交流平台，推动科学管理。\n",
        "青禾镇成立青禾新城研究院。研究院由市农科院专家领衔，开展育种试验。\n",
        "青禾镇投资3000万元，建成青禾数据平台。\n",
        "为方便群众办事，开通青禾便民服务平台。\n",
        "青禾镇培育青禾汇文化品牌，邀请剧团演出。\n",
        "明年，青禾镇将打造青禾党建在线平台，推动科学管理。\n",
    ],
)
def test_what_is_set_up_and_told_of_is_none(text: str) -> None:
    assert found(text, "no-content") == []


def test_firms_named_as_projects_are_gaps() -> None:
    text = "青禾镇加快推动东岭环境、远山电力等一批在建项目。\n"

    assert found(text, "no-content") == ["东岭环境", "远山电力"]
    assert found("青禾镇加快推動東嶺環境、遠山電力等一批在建項目。\n", "no-content") == ["東嶺環境", "遠山電力"]


@pytest.mark.parametrize(
    "text",
    [
        "青禾镇持续增加农民收入，农民收入增长8%。\n",
        "明年，城乡居民收入增长与经济增长同步，多渠道增加城乡居民收入。\n",
        "提高居民收入，是群众的迫切愿望。\n",
    ],
)
def test_an_indicator_that_is_told_elsewhere_or_only_spoken_of_is_none(text: str) -> None:
    assert found(text, "no-target") == found(text, "no-value") == []


def test_a_gaps_id_holds_while_other_words_change() -> None:
    before = made("青禾镇不断提升办结率。\n")
    after = made("青禾镇召开会议。全镇上下齐心，不断提升办结率。\n")

    ids = [{gap.id for gap in all_gaps(one) if gap.words == "办结率"} for one in (before, after)]
    assert ids[0] == ids[1] != set()


# ---------------------------------------------------------------- the readers' lists


def plain(words: str) -> str:
    return words.translate({ord(mark): None for mark in "“”"}).replace("，", ",")


def is_same(gap: Gap, entry: Mapping[str, Any], headings: Mapping[str, str | None]) -> bool:
    """Whether a gap is what a reader listed: of a like kind, about the same words or the same section."""
    if gap.kind != entry["kind"] and not any({gap.kind, entry["kind"]} <= kinds for kinds in ALIKE):
        return False
    if gap.kind in FRAME:
        return True
    if not entry["words"]:
        return headings.get(gap.section or "") == entry["section"]
    own, listed = plain(gap.words or ""), plain(entry["words"])
    return bool(own) and (own in listed or listed in own)


def of_seed(stem: str) -> tuple[list[Gap], Mapping[str, str | None]]:
    words = lexicon.load()
    (article,) = assign_slugs([parse(read_source(ROOT / f"seeds/{stem}.txt"), words)], {})
    headings = {section.id: section.heading for section in article.sections}
    return all_gaps(digest(extract(article, words), words)), headings


@pytest.mark.parametrize("stem", READERS)
def test_what_every_careful_reader_lists_is_found(stem: str) -> None:
    gaps, headings = of_seed(stem)
    listed = [e for e in READERS[stem] if e["sure"] or e.get("judged") == "gap"]

    missed = [e["words"] for e in listed if not any(is_same(g, e, headings) for g in gaps)]
    assert missed == []


@pytest.mark.parametrize("stem", READERS)
def test_of_twenty_gaps_at_most_two_are_on_no_readers_list(stem: str) -> None:
    gaps, headings = of_seed(stem)

    alarms = [gap.words for gap in gaps if not any(is_same(gap, entry, headings) for entry in READERS[stem])]
    assert 10 * len(alarms) <= len(gaps), alarms
