"""English names composed of words: what is measured goes in front, what was done behind, nothing is guessed."""

from pathlib import Path

import pytest
from made_reviews import made_article
from malformed import faults_of

from policy_digest import lexicon
from policy_digest.digest import digest
from policy_digest.extract import extract
from policy_digest.lexicon import words as word_lexicon
from policy_digest.lexicon.tables import read_rows
from policy_digest.model import Translations
from policy_digest.translate import translate
from policy_digest.translate.inflect import gerund
from policy_digest.translate.pieces import capital
from policy_digest.translate.texts import Texts


def named(name: str, *, is_count: bool = False) -> tuple[str | None, str]:
    """The English of a name and what it is."""
    text = Texts({}, lexicon.load().terms).name(name, None, is_count=is_count)
    return text.en, text.status


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("改造老旧小区数", "Old residential communities renovated"),
        ("老旧小区改造数", "Old residential communities renovated"),
        ("计划打通断头路数", "Dead-end roads planned to be connected"),
        ("新建改造公园数", "Parks built or renovated"),
        ("道路改造里程", "Length of roads renovated"),
        ("道路建设资金", "Road construction funds"),
        ("中央财政投入", "Central government spending"),
        ("企业投入", "Enterprise spending"),
        ("教育投入", "Spending on education"),
        ("以工代赈带动就业人数", "People given work through work relief"),
        ("重点项目带动就业人数", "People given work through key projects"),
        ("参加培训的农民人数", "Farmers taking part in training"),
        ("惠及城镇职工和城镇居民人数", "Urban employees and urban residents benefiting"),
        ("普通高等学校招生人数", "Enrolment of regular higher education institutions"),
        ("融资平台退出户数", "Financing platforms withdrawn"),
        ("法人单位户数", "Legal entities"),
        ("住房改造户数", "Households with housing renovated"),
        ("全省人均公用经费", "Province-wide operating funds per person"),
        ("企业亩均税收", "Enterprise tax revenue per mu"),
        ("获评国家产业集群的集群数", "Clusters named as national industrial clusters"),
        ("开展医保试点的县数", "Counties with medical insurance pilots held"),
        ("纳入保障范围的农村居民人数", "Rural residents included in scope of coverage"),
        ("被命名为绿色学校的学校数", "Schools named as green schools"),
        ("发放补贴的残疾人数", "People with disabilities receiving subsidies"),
        ("参加培训人数", "People taking part in training"),
        ("惠及居民户数", "Residents benefiting"),
        ("自然村户数", "Households in natural villages"),
        ("城镇居民社会养老保险参保人数", "People insured (social old-age insurance for urban residents)"),
        ("博物馆接待游客人次", "Tourists received by museums"),
        ("改善农牧民居住条件户数", "Households with farmer or herder housing conditions improved"),
        ("老旧小区、城中村改造数", "Old residential communities and urban villages renovated"),
        ("新筹集住房套数", "Housing newly secured"),
        ("省属企业利润", "Profits of provincially owned enterprises"),
        ("南疆高校在校生数", "Enrolled students of southern Xinjiang universities"),
        ("企业职工人数", "Enterprise employees"),
        ("建成绿电园区项目数", "Green electricity park projects completed"),
        ("入黄排水沟整治率", "Remediation rate of drainage ditches into the Yellow River"),
        ("优质公办幼儿园乡镇覆盖率", "Coverage rate of townships by high-quality public kindergartens"),
        ("异地就医直接结算率", "Direct settlement rate of medical treatment away from home"),
        ("物流总费用与GDP的比率", "Ratio of total costs of logistics to GDP"),
        ("改造老旧小区惠及居民户数", "Residents benefiting from renovation of old residential communities"),
        ("育儿补贴惠及人数", "People benefiting from childcare subsidies"),
        ("集中采购为患者减负额", "Reduction in costs of patients through centralised procurement"),
        ("推进建设物流园区数", "Logistics parks being built"),
        ("制定修改废止规章数", "Rules formulated, revised or repealed"),
        ("发放育儿补贴人数", "People receiving childcare subsidies"),
        ("带动社会投资的产业基金数", "Industrial funds stimulating private investment"),
        ("普通高中办学能力数", "Regular senior secondary schools (school capacity)"),
        ("燃煤锅炉超低排放改造数", "Coal-fired boilers retrofitted for ultra-low emissions"),
        ("大型演唱会场次", "Large concerts"),
        ("工业中战略性新兴产业占比", "Strategic emerging industries as a share of industry"),
        ("释放产值", "Output value released"),
        ("综合治理面积", "Area comprehensively improved"),
        ("整治率", "Remediation rate"),
        ("新增前1%学科数", "Top 1% disciplines added"),
        ("新增前千分之一学科数", "Top 0.1% disciplines added"),
        ("每10万人刑事案件数", "Criminal cases per 100,000 people"),
        ("每100户汽车数", "Motor vehicles per 100 households"),
        ("扣除房地产开发投资后固定资产投资", "Fixed-asset investment (excluding real estate development investment)"),
        ("不含农户的民间投资", "Private investment (excluding rural households)"),
        ("5G基站行政村覆盖率", "Coverage rate of administrative villages by 5G base stations"),
        ("社会养老保险覆盖人数", "People covered by social old-age insurance"),
        ("规模超千亿元的产业数", "Industries with scale of over CNY 100 billion"),
        ("新增经济总量超200亿元县数", "Counties added with economic output of over CNY 20 billion"),
        ("航运服务集聚区新增企业数", "Enterprises added in shipping service cluster zone"),
        ("未能如期完成的约束性指标数", "Binding targets not met on time"),
        ("空气质量达标的市州数", "Prefectures and cities meeting air quality standards"),
        ("水池等调蓄设施数", "Cisterns and other water storage facilities"),
        ("入选国家级产业集群数", "National-level industrial clusters selected"),
    ],
)
def test_a_count_is_told_by_what_was_counted_and_what_was_done(name: str, english: str) -> None:
    assert named(name, is_count=True) == (english, "generated")


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("牛奶、牛肉等产量", "Output of milk, beef and others"),
        ("租赁和商务服务业增加值", "Value added of leasing and business services"),
        ("柠檬种植面积", "Planted area of lemons"),
        ("黄金产量增速", "Growth of output of gold"),
        ("高技术制造业增速增减", "Change in growth of high-tech manufacturing"),
        ("碳排放权交易额", "Transaction value of carbon emission allowances"),
        ("绿电占全部用电量的比重", "Green electricity as a share of all electricity consumption"),
        ("污水处理率", "Sewage treatment rate"),
        ("人均粮食产量", "Grain output per person"),
        ("综合算力指数", "Comprehensive computing power index"),
        ("能耗达到国家标准的产品占比", "Share of products with energy consumption reaching national standard"),
    ],
)
def test_what_is_measured_goes_in_front(name: str, english: str) -> None:
    assert named(name) == (english, "generated")


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("60岁以上老年人数", "Elderly people aged 60 and over"),
        ("10万吨稻米加工项目投资", "Investment in 100,000-tonne rice processing projects"),
        ("5000万元以上项目数", "Projects of 50 million yuan or more"),
    ],
)
def test_amounts_in_a_name_are_computed(name: str, english: str) -> None:
    assert named(name, is_count=name.endswith("数")) == (english, "generated")


def test_a_word_that_no_table_holds_stays_chinese_and_is_marked() -> None:
    assert named("魆黩公园数", is_count=True) == ("[魆黩 Xudu] parks", "partial")


def test_a_name_of_strange_words_has_no_english() -> None:
    assert named("魆黩魃魈数", is_count=True) == (None, "missing")


def test_a_translators_name_comes_before_a_composed_one() -> None:
    terms = lexicon.load().terms
    stored = Texts({}, terms).name("改造公园数", None)
    kept = Texts({("indicator", "改造公园数"): stored.__class__("改造公园数", "Parks done up", "reviewed")}, terms)

    assert kept.name("改造公园数", None).en == "Parks done up"


@pytest.mark.parametrize(
    ("base", "form"),
    [
        ("take part in", "taking part in"),
        ("get", "getting"),
        ("enrol", "enrolling"),
        ("die", "dying"),
        ("see", "seeing"),
        ("buy", "buying"),
        ("open", "opening"),
        ("visit", "visiting"),
        ("settle in", "settling in"),
        ("fix", "fixing"),
        ("foster and expand", "fostering and expanding"),
    ],
)
def test_the_ing_form(base: str, form: str) -> None:
    assert gerund(base) == form


@pytest.mark.parametrize(
    ("row", "told"),
    [("～～\tadverb\tvery\t-", "role 'adverb'"), ("～～\tverb\tdoing\tdo", "other 'do'")],
)
def test_a_malformed_word_is_told_with_its_file_and_line(tmp_path: Path, row: str, told: str) -> None:
    assert [fault.found for fault in faults_of(row, "words_en.tsv", tmp_path, word_lexicon.load)] == [told]


VERB_PHRASES = {"优化营商环境", "惠民生", "扩大内需", "稳中求进", "稳增长", "稳就业"}
"""Terms that are said as a deed (stabilise employment); in a name they are nouns."""


def test_words_agree_with_the_terms_of_an_authority() -> None:
    """An official term has one English on the site: bracketed abbreviations, number and a last word apart."""
    terms = lexicon.load().terms
    differing = []
    for term in terms.terms.values():
        word = terms.words.table.get(term.zh)
        if word and term.status == "official" and term.zh not in VERB_PHRASES:
            official, ours = (en.split(" (")[0].lower() for en in (term.en, word.head or word.en))
            if not (official in ours or ours in official or official == word.other.lower()):
                differing.append((term.zh, term.en, word.en))
    assert differing == []


def said(role: str, zh: str) -> tuple[str | None, str]:
    """The English of a heading or a programme's name and what it is."""
    text = Texts({}, lexicon.load().terms).text(role, zh)
    return text.en, text.status


@pytest.mark.parametrize(
    ("name", "english", "status"),
    [
        ("“四评”机制", "“[四评 Siping]” mechanism", "partial"),
        ("“春风送岗”专项行动", "“[春风送岗 Chunfengsonggang]” special campaign", "partial"),
        ("“绿色家园”行动", "“Green home” campaign", "generated"),
        ("“守河岸、护林田、清庭院”活动", "“[守河岸、护林田、清庭院]” activity", "partial"),
        ("“双拥”活动", "“Mutual support between the military and civilians” activity", "generated"),
        ("四个服务", "Four services", "generated"),
        ("矿山生态修复治理行动", "Mine ecological restoration governance campaign", "generated"),
        ("城市管理标准化行动", "Urban management standardised campaign", "generated"),
    ],
)
def test_a_programme_is_named_by_its_head_and_its_own_words_stay(name: str, english: str, status: str) -> None:
    assert said("programme", name) == (english, status)


@pytest.mark.parametrize(
    ("heading", "english"),
    [
        ("加强生态环境保护", "Strengthening ecological and environmental protection"),
        ("（一）着力保障和改善民生", "Guaranteeing and improving people’s wellbeing"),
        (
            "强化人才支撑，建设现代化产业体系",
            "Strengthening talent support, building a modernised industrial system",
        ),
        ("文化、卫生和体育", "Culture, health and sports"),
        ("综合实力明显提升", "Marked improvement of overall strength"),
    ],
)
def test_a_heading_is_told_clause_by_clause(heading: str, english: str) -> None:
    assert said("heading", heading) == (english, "generated")


@pytest.mark.parametrize("row", read_rows("heading_forms_en", ("form", "en", "example")))
def test_a_form_of_headings_reads_its_example(row: dict[str, str]) -> None:
    clause, _, english = row["example"].partition(" = ")
    assert said("heading", clause) == (capital(english), "generated")


@pytest.mark.parametrize("row", ["～进展\tprogress\t～进展 = progress", "～{x}\tprogress in {y}\t～～ = progress"])
def test_a_form_without_its_thing_is_refused_with_file_and_line(tmp_path: Path, row: str) -> None:
    (tmp_path / "words_en.tsv").write_text("zh\trole\ten\tother\n", encoding="utf-8")
    faults = faults_of(row, "heading_forms_en.tsv", tmp_path, word_lexicon.load)
    assert [fault.expected.endswith("once each") for fault in faults] == [True]


def test_a_word_of_a_heading_that_no_table_holds_stays_chinese_and_is_marked() -> None:
    assert said("heading", "加强魆黩建设") == ("Strengthening [魆黩 Xudu] construction", "partial")


@pytest.mark.parametrize("heading", ["现代化大农业迈上新台阶", "企业投资建设项目推进经济发展", "魆黩翾翯"])
def test_a_heading_of_more_than_a_verb_and_its_object_is_not_guessed(heading: str) -> None:
    assert said("heading", heading) == (None, "missing")


@pytest.mark.parametrize(
    ("sentence", "notes"),
    [
        ("2021年至2025年，青禾镇工业总产值年均增长5%。", [("年均", "annual average")]),
        ("2025年，青禾镇工业总产值增长5%。", [("同比", "year on year")]),
    ],
)
def test_a_growth_of_several_years_is_said_to_be_an_average(sentence: str, notes: list[tuple[str, str]]) -> None:
    words = lexicon.load()
    made = digest(extract(made_article(f"# 经济\n{sentence}\n"), words), words)
    rows = [row for section in translate(made, Translations({}, {}), words).sections for row in section.rows]

    assert [(row.note.zh, row.note.en) for row in rows if row.note] == notes


def test_a_group_of_firms_by_its_own_name_is_romanised_and_marked() -> None:
    assert named("白银集团冶炼产能")[0] == "Smelting capacity of Baiyin Group (romanised, unverified)"
    for kind in ("教育集团化办学学校数", "医共体集团医院数", "国有集团利润", "文旅集团营收"):
        assert "romanised" not in (named(kind)[0] or "")


def test_a_name_of_which_only_the_kind_is_known_stays_chinese() -> None:
    assert said("programme", "中国蓉岫") == (None, "missing")
