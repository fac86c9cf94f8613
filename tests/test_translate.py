"""The translate stage: periods, ranks, places, changes, rows and what is missing."""

from dataclasses import replace
from decimal import Decimal

import pytest
from made_digests import CAPTION, HEADING, PROGRAMME, TITLE, WORDS, digest, figure, observation
from made_gaps import made as made_review

from policy_digest import lexicon
from policy_digest.lexicon import terms as terms_table
from policy_digest.lexicon.tables import read_rows
from policy_digest.model import (
    Change,
    Digest,
    Indicator,
    Observation,
    Rank,
    Sentence,
    Sidecar,
    SourceMark,
    Stated,
    Text,
    Translations,
)
from policy_digest.translate import translate, untranslated_messages
from policy_digest.translate.gaps import gap_words
from policy_digest.translate.notes import note_text
from policy_digest.translate.periods import period_text
from policy_digest.translate.places import UNVERIFIED, english_person, english_place
from policy_digest.translate.ranks import english_scope, ordinal
from policy_digest.translate.rows import Sources, source_mark
from policy_digest.translate.texts import Texts
from policy_digest.translate.values import chinese_value, english_value

TERMS = terms_table.load()
NOTHING = Translations({}, {})


def unmarked(made: Observation) -> SourceMark:
    return SourceMark(made.id, "s-1", "", made.as_printed, "", Text("", None, "missing"))


def values(made: Observation, area: str | None = None) -> tuple[str, str]:
    return chinese_value(made, unmarked(made), TERMS), english_value(made, unmarked(made), TERMS, area)


# ------------------------------------------------------------- periods


@pytest.mark.parametrize(
    ("period", "zh", "en"),
    [
        ("2024", "2024年", "2024"),
        ("2024-11", "2024年11月", "Nov 2024"),
        ("2024-07-01", "2024年7月1日", "1 Jul 2024"),
        ("2024-01/2024-11", "2024年1—11月", "Jan–Nov 2024"),
        ("2023-11/2024-02", "2023年11月—2024年2月", "Nov 2023–Feb 2024"),
        ("2021/2025", "2021—2025年", "2021–2025"),
        ("2024-10/..", "2024年10月以来", "since Oct 2024"),
        ("2024-07-01/..", "2024年7月1日以来", "since 1 Jul 2024"),
        ("../2024", "截至2024年", "up to 2024"),
        ("2024-05-01/2024-05-05", "2024年5月1日—5月5日", "1 May–5 May 2024"),
        ("2024/2024", "2024年", "2024"),
        ("2023/2024-06", "2023年—2024年6月", "2023–Jun 2024"),
        ("2020s", "2020s", "2020s"),
        ("2020s/2030s", "2020s—2030s", "2020s–2030s"),
        (None, "文中未说明", "not stated"),
    ],
)
def test_a_period_reads_naturally_in_both_languages(period: str | None, zh: str, en: str) -> None:
    assert period_text(period) == Text(zh, en, "generated")


def test_an_open_period_ahead_is_from_and_not_since() -> None:
    assert period_text("2025/..", is_ahead=True) == Text("2025年起", "from 2025", "generated")


# ------------------------------------------------------------- changes and bounds


def change(span: str, number: str, code: str, zh: str, direction: str, **changes: object) -> Observation:
    sign = {"up": 1, "down": -1, "flat": 0}[direction]
    value = Decimal(number) * sign
    told = Change("yoy", direction, "税收")  # type: ignore[arg-type]
    return figure(span, number, 0, code, zh, text=span, kind="change", change=told, **{"obs_value": value, **changes})


@pytest.mark.parametrize(
    ("made", "zh", "en"),
    [
        (change("36.17%", "36.17", "percent", "%", "down"), "−36.17%", "−36.17%"),
        (change("9.0%", "9.0", "percent", "%", "up"), "+9.0%", "+9.0%"),
        (change("10%", "10", "percent", "%", "up", bound="gt"), "增长超10%", "up over 10%"),
        (change("3%", "3", "percent", "%", "down", bound="approx"), "下降约3%", "down about 3%"),
        (change("20户", "20", "household", "户", "down"), "−20户", "−20 households"),
        (change("0.5个百分点", "0.5", "percentage_point", "个百分点", "up"), "+0.5个百分点", "+0.5 percentage points"),
        (change("2.3倍", "2.3", "other:times", "倍", "up"), "+2.3倍", "+230%"),
        (change("0%", "0", "percent", "%", "flat"), "0%", "0%"),
        (change("翻番", "100", "percent", "", "up"), "翻番", "+100%"),
        (
            change("5%-6%", "5", "percent", "%", "up", bound="range", value_max=Decimal(6)),
            "增长5%-6%",
            "up 5–6%",
        ),
    ],
)
def test_a_change_shows_its_direction_in_both_languages(made: Observation, zh: str, en: str) -> None:
    assert values(made) == (zh, en)


def test_a_level_below_zero_keeps_its_sign() -> None:
    made = figure("2亿元", "2", 8, "CNY", "元", text="2亿元", obs_value=Decimal("-200000000"))
    assert values(made) == ("−2亿元", "−CNY 200 million")


@pytest.mark.parametrize("row", read_rows("implied_units", ("unit", "zh", "example")), ids=lambda row: row["unit"])
def test_an_implied_unit_is_told_in_brackets(row: dict[str, str]) -> None:
    span, _, chinese = row["example"].partition(" = ")
    number, unit = span.rstrip("百万公斤多"), "公斤" if span.endswith("公斤") else ""
    made = figure(span, number or "100", 0, row["unit"], unit, text=span, bound="ge" if "多" in span else "eq")
    assert (values(made)[0], row["zh"] in chinese) == (chinese, True)


def test_a_rank_in_traditional_characters_is_not_given_its_scope_twice() -> None:
    assert values(ranked("全縣率先", "1", "全县")) == ("全縣率先", "the first in the county")


def test_a_figure_that_a_line_break_cuts_is_printed_on_one_line() -> None:
    made = figure("7860\n亩", "7860", 0, "mu", "亩", text="7860\n亩")
    assert values(made) == ("7860亩", "7,860 mu (524 ha)")


NO_WORDS = unmarked(observation("9.15亿元"))


def noted(before: str, name: str, after: str = "") -> str | None:
    """The English note beside twelve things of that name, printed between those words."""
    mark = SourceMark("o-1", "s-1", before, "12个", after, Text("", None, "missing"))
    note = note_text(observation("12个", "12个", kind="count", indicator=Indicator(None, name)), mark, TERMS)
    return note.en if note else None


@pytest.mark.parametrize(
    ("before", "name", "en"),
    [
        ("累计建成公园", "建成公园数", "cumulative"),
        ("累计建成公园3个、步道", "建成步道数", "cumulative"),
        ("累计建成公园3个，新建步道", "新建步道数", None),
        ("累计建成公园", "累计建成公园数", None),
        ("年均新增就业3000人、转移劳动力", "转移劳动力人数", "annual average"),
        ("每年服务老人", "服务老人人数", "per year"),
        ("每个脱贫县至少培育", "培育主导产业数", "per county"),
        ("各村共有", "党员数", None),
        ("工业企业累计达350家、今年新增", "新增企业数", None),
        ("每年安排专项资金5000万元、今年已到位", "到位资金数", None),
        ("年均接待游客300万人次以上的景区达到", "景区数", None),
        ("每年级新增班级", "新增班级数", None),
        ("每个县建设1个示范园、全省共建成", "建成示范园数", None),
        ("2026年（预测）产值8亿元，2024年实际", "产值数", None),
        ("各县区共有", "学校数", None),
        ("2026年（预测），全镇总产值", "总产值", "forecast"),
    ],
)
def test_a_note_says_over_what_time_an_amount_is(before: str, name: str, en: str | None) -> None:
    assert noted(before, name) == en


@pytest.mark.parametrize(
    ("before", "after", "en"),
    [
        ("居民收入由", "增加到3.52万元", "starting value"),
        ("5G基站从", "提高至4万座", "starting value"),
        ("生产总值从不到", "增加到3.52万亿元", "starting value"),
        ("城乡居民收入从2021年的", "和1.6万元分别提高到5.5万元和2.2万元", "starting value"),
        ("城乡居民收入从2021年的4.6万元和", "分别提高到5.5万元和2.2万元", "starting value"),
        ("城乡居民收入从4.6万元和1.6万元分别提高到", "和2.2万元", None),
        ("居民收入由2.57万元增加到", "，增长6%", None),
        ("从", "企业获得贷款", None),
        ("由", "乡镇组成的示范片达到20个", None),
        ("从", "试点县到全省推广", None),
    ],
)
def test_a_value_that_something_started_from_says_so(before: str, after: str, en: str | None) -> None:
    assert noted(before, "基站数", after) == en


def test_an_amount_of_each_month_says_so() -> None:
    mark = SourceMark("o-1", "s-1", "城乡低保标准提高到每月", "815元", "和615元", Text("", None, "missing"))
    made = observation("815元", "815元", unit_measure="CNY", indicator=Indicator(None, "城市低保标准"))
    assert note_text(made, mark, TERMS) == Text("每月", "per month", "generated")


@pytest.mark.parametrize(
    ("base", "zh", "en"),
    [
        ("yoy", "同比", "year on year"),
        ("mom", "环比", "on the previous period"),
        ("since:2020", "较2020年", "since 2020"),
        ("vs:上半年", "较上半年", "on the first half"),
        ("vs:全市平均", "与全市平均相比", "against the city average"),
        ("vs:邻县", "较邻县", "compared with [邻县]"),
        ("vs:“十三五”时期", "较“十三五”时期", "on the 13th Five-Year Plan period"),
    ],
)
def test_a_note_says_what_a_change_is_against(base: str, zh: str, en: str) -> None:
    made = observation("9.15亿元", change=Change(base, "up", None))
    assert note_text(made, NO_WORDS, TERMS) == Text(zh, en, "generated")


def test_a_rate_of_completion_says_so() -> None:
    made = observation("36.17%", kind="share", indicator=Indicator(None, "播种面积完成率"))
    assert note_text(made, NO_WORDS, TERMS) == Text("任务完成比例", "share of the target completed", "generated")


def test_a_provisional_and_derived_figure_says_both() -> None:
    made = observation("9.15亿元", obs_status="P", derived=True)
    note = note_text(made, NO_WORDS, TERMS)
    assert note == Text("初步数；由文中数字推算", "provisional; derived from figures in the text", "generated")


# ------------------------------------------------------------- ranks


def ranked(printed: str, number: str, scope: str) -> Observation:
    count = None if number == "-" else Decimal(number)
    told = Rank(None if scope == "-" else scope, None)
    return observation(printed, printed, kind="rank", number=count, obs_value=count, unit_measure="rank", rank=told)


@pytest.mark.parametrize("row", read_rows("ranks_en", ("phrase", "en", "example")), ids=lambda row: row["phrase"])
def test_every_rank_phrase_prints_its_example(row: dict[str, str]) -> None:
    said, _, english = row["example"].partition(" = ")
    made = ranked(*said.split(" "))
    assert (values(made)[1], row["phrase"] in made.as_printed) == (english, True)


def test_a_rank_whose_scope_stands_elsewhere_is_printed_with_it() -> None:
    assert values(ranked("最高水平", "1", "通州区")) == ("通州区最高水平", "the highest in Tongzhou District")


@pytest.mark.parametrize(
    ("area", "en"), [("宁夏回族自治区", "in the autonomous region"), ("通州区", "in the district")]
)
def test_the_whole_qu_is_a_district_or_an_autonomous_region(area: str, en: str) -> None:
    assert english_scope("全区", TERMS, area) == en


def test_a_scope_is_known_without_the_verb_before_it() -> None:
    assert english_scope("位居全市", TERMS, None) == "in the city"


def test_an_unknown_scope_stays_chinese_and_marked() -> None:
    assert english_scope("生态涵养片", TERMS, None) == "in [生态涵养片]"


def test_a_rank_that_a_table_prints_as_a_number_is_written_out() -> None:
    assert values(ranked("3", "3", "全县")) == ("全县第3位", "3rd in the county")


def test_an_unknown_rank_phrase_stays_chinese_and_marked() -> None:
    assert values(ranked("独占鳌头", "-", "-"))[1] == "[独占鳌头]"


@pytest.mark.parametrize(
    ("number", "en"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (22, "22nd"), (113, "113th")]
)
def test_ordinals_have_their_suffix(number: int, en: str) -> None:
    assert ordinal(number) == en


# ------------------------------------------------------------- places and people


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("马驹桥镇", "Majuqiao Town"),
        ("通州区", "Tongzhou District"),
        ("北京市通州区永乐店镇", "Yongledian Town, Tongzhou District, Beijing"),
        ("北京城市副中心", "Beijing Municipal Administrative Center"),
        ("乐山市", "Leshan City"),
        ("河北省唐山市乐亭县", "Laoting County, Tangshan City, Hebei Province"),
        ("山东省单县", "Shan County, Shandong Province"),
        ("长辛店街道", "Changxindian Subdistrict"),
        ("六安市", "Lu'an City"),
        ("西槐庄村", "Xihuaizhuang Village"),
        ("馬駒橋鎮", "Majuqiao Town"),
        ("万全区", "Wanquan District"),
        ("内蒙古自治区", "Inner Mongolia Autonomous Region"),
        ("小务村、大务村", "Xiaowu Village and Dawu Village"),
    ],
)
def test_a_listed_place_takes_the_gazetteers_english(zh: str, en: str) -> None:
    assert english_place(zh, TERMS) == en


@pytest.mark.parametrize(("zh", "en"), [("青禾镇", "Qinghe Town"), ("柳河乡", "Liuhe Township"), ("兰溪", "Lanxi")])
def test_an_unlisted_place_is_romanised_and_marked(zh: str, en: str) -> None:
    assert english_place(zh, TERMS) == en + UNVERIFIED


@pytest.mark.parametrize("words", ["永久基本农田保护红线", "提请省", "审议通过省"])
def test_what_is_no_place_name_is_not_romanised(words: str) -> None:
    assert english_place(words, TERMS) is None


@pytest.mark.parametrize("row", read_rows("not_places", ("ending", "example")), ids=lambda row: row["ending"])
def test_a_common_noun_that_ends_like_a_place_is_not_romanised(row: dict[str, str]) -> None:
    assert (english_place(row["example"], TERMS), row["example"].endswith(row["ending"])) == (None, True)


@pytest.mark.parametrize(
    "row", read_rows("surnames", ("surname", "romanised", "sure", "example")), ids=lambda r: r["surname"]
)
def test_every_surname_reads_as_its_example(row: dict[str, str]) -> None:
    name, english = row["example"].split(" = ")
    assert english_person(name, TERMS).split(" ")[0] == english.split(" ")[0]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("田兆玉", "Tian Zhaoyu"),
        ("常鸣", "Chang Ming"),
        ("欧阳修", "Ouyang Xiu"),
        ("曾庆红", "Zeng Qinghong"),
        ("本报", "Ben Bao"),
    ],
)
def test_a_person_is_surname_then_given_name(zh: str, en: str) -> None:
    assert english_person(zh, TERMS) == en


def test_a_name_in_latin_letters_stays() -> None:
    assert english_person("A. Smith", TERMS) == "A. Smith"


# ------------------------------------------------------------- marks


def test_a_figure_is_found_across_a_wrapped_line() -> None:
    sentence = Sentence("s-1", "面积7860亩。", 10, 18, ((0, 10), (6, 17)))
    assert [sentence.position(sentence.offset(place)) for place in range(len(sentence.text))] == list(range(8))


def test_a_mark_cuts_the_sentence_exactly_at_the_figure() -> None:
    mark = translate(digest(), NOTHING, lexicon.load()).sections[0].rows[0].marks[0]
    assert (mark.before + mark.figure + mark.after, mark.figure) == (WORDS, "9.15亿元")


def test_a_figure_on_two_pages_is_shown_without_the_page_number() -> None:
    sentence = Sentence("s-1", "税收9.15亿元。", 10, 24, ((0, 10), (6, 21)))
    made = replace(figure("9.15亿元", "9.15", 8, "CNY", "元"), as_printed="9.15\n-3-\n亿元", start=12, end=23)
    mark = source_mark(made, Sources({}, {"s-1": sentence}, Texts({}, TERMS), None))
    assert (mark.figure, chinese_value(made, mark, TERMS)) == ("9.15亿元", "9.15亿元")


def test_a_figure_outside_its_sentence_is_refused() -> None:
    wrong = replace(figure("9.15亿元", "9.15", 8, "CNY", "元"), as_printed="9.16亿元")
    with pytest.raises(ValueError, match=r"9\.16亿元"):
        translate(digest(observations=(wrong,)), NOTHING, lexicon.load())


# ------------------------------------------------------------- texts


def stored(role: str, zh: str, en: str | None, status: str = "project") -> Translations:
    return Translations({"qinghe-2024": {(role, zh): Text(zh, en, status)}}, {})  # type: ignore[arg-type]


def test_a_title_takes_its_translation() -> None:
    told = translate(digest(), stored("title", TITLE, "Qinghe Moves Ahead"), lexicon.load())
    assert told.title == Text(TITLE, "Qinghe Moves Ahead", "project")


def test_in_place_of_a_title_nobody_translated_stand_place_and_period_and_it_awaits_one() -> None:
    made = translate(digest(), NOTHING, lexicon.load())
    assert made.title == Text(TITLE, "Qinghe Town, 2024 (romanised, unverified)", "generated")
    assert TITLE in [message.zh for message in untranslated_messages(made)]


def test_a_title_that_is_a_term_is_that_term() -> None:
    made = translate(digest(title="政府工作报告"), NOTHING, lexicon.load())
    assert made.title == Text("政府工作报告", "Report on the work of the government", "generated")


def test_an_empty_entry_is_missing_and_not_an_empty_english() -> None:
    told = translate(digest(), stored("title", TITLE, None, "missing"), lexicon.load())
    assert (told.title.status, told.title.en) == ("generated", "Qinghe Town, 2024 (romanised, unverified)")


def test_the_name_of_a_paper_that_publishes_in_english_is_its_own() -> None:
    assert Texts({}, lexicon.load().terms).text("credit", "北京日报") == Text("北京日报", "Beijing Daily", "generated")


def test_a_heading_that_is_a_term_takes_the_termbases_english() -> None:
    told = translate(digest(), NOTHING, lexicon.load()).sections[0].heading
    assert told == Text(HEADING, "Rural revitalisation", "generated")


def test_a_stored_heading_goes_before_the_termbase() -> None:
    told = translate(digest(), stored("heading", HEADING, "A countryside reborn"), lexicon.load())
    assert told.sections[0].heading == Text(HEADING, "A countryside reborn", "project")


def test_a_sentence_is_never_translated_by_a_term() -> None:
    assert Texts({}, TERMS).text("sentence", HEADING) == Text(HEADING, None, "missing")


@pytest.mark.parametrize(
    ("role", "zh"), [("caption", CAPTION), ("programme", PROGRAMME), ("bullet", WORDS), ("sentence", WORDS)]
)
def test_every_role_finds_its_own_entry(role: str, zh: str) -> None:
    section = translate(digest(), stored(role, zh, "English", "reviewed"), lexicon.load()).sections[0]
    told = {
        "caption": section.captions[0].text,
        "programme": section.programmes[0].text,
        "bullet": section.bullets[0].text,
        "sentence": section.rows[0].marks[0].translation,
    }
    assert told[role] == Text(zh, "English", "reviewed")


def test_a_bullet_that_is_a_whole_sentence_takes_the_sentences_english() -> None:
    told = translate(digest(), stored("sentence", WORDS, "Taxes fell."), lexicon.load())
    assert told.in_brief[0].text.en == "Taxes fell."


def test_a_row_outside_the_catalogue_takes_a_stored_name() -> None:
    made = digest(observations=(figure("9.15亿元", "9.15", 8, "CNY", "元", indicator=Indicator(None, "税款入库")),))
    row = translate(made, stored("indicator", "税款入库", "Taxes paid in"), lexicon.load()).sections[0].rows[0]
    assert row.name == Text("税款入库", "Taxes paid in", "project")


def test_a_row_of_the_catalogue_has_a_generated_name() -> None:
    row = translate(digest(), NOTHING, lexicon.load()).sections[0].rows[0]
    assert (row.name, row.value.en, row.period.en) == (
        Text("税收", "Tax revenue", "generated"),
        "CNY 915 million",
        "2024",
    )


@pytest.mark.parametrize(
    ("stored_en", "shown"),
    [
        ("Growth of tax revenue", "Rank by growth of tax revenue"),
        ("Tax revenue", "Rank by tax revenue"),
        ("PM2.5 concentration", "Rank by PM2.5 concentration"),
        ("Overall ranking", "Overall ranking"),
        ("Place in the appraisal", "Place in the appraisal"),
    ],
)
def test_a_rank_that_only_the_translators_name_says_that_it_is_one(stored_en: str, shown: str) -> None:
    told = replace(ranked("全区第三", "3", "全区"), indicator=Indicator(None, "税收增速"))
    made = digest(words="全区第三。", observations=(told,))
    row = translate(made, stored("indicator", "税收增速", stored_en), lexicon.load()).sections[0].rows[0]
    assert (row.name.en, row.name.status) == (shown, "project")


@pytest.mark.parametrize(
    ("name_zh", "shown"),
    [
        ("税收规模", "Rank by green schools"),
        ("创新指数", "Rank in green schools"),
        ("绿色学校数量", "Rank by number of green schools"),
        ("绿色学校考核", "Rank in green schools"),
    ],
)
def test_what_is_counted_is_ranked_by_its_number_and_what_is_appraised_is_ranked_in(name_zh: str, shown: str) -> None:
    told = replace(ranked("全区第三", "3", "全区"), indicator=Indicator(None, name_zh))
    made = digest(words="全区第三。", observations=(told,))
    row = translate(made, stored("indicator", name_zh, "Green schools"), lexicon.load()).sections[0].rows[0]
    assert row.name.en == shown


@pytest.mark.parametrize(
    ("name", "en"),
    [
        ("Tax revenue", "Tax revenue"),
        ("Rank in Healthy China campaigns", "Rank in Healthy China campaigns"),
        ("Growth of Tax revenue", "Growth of tax revenue"),
        ("Rank by Summer maize yield", "Rank by summer maize yield"),
        ("Rank by Overall ranking", "Overall ranking"),
        ("Rank by overall ranking", "Overall ranking"),
        ("Growth of PM2.5 concentration", "Growth of PM2.5 concentration"),
        ("Growth of Party branches", "Growth of Party branches"),
    ],
)
def test_a_catalogue_name_fits_into_its_phrase(name: str, en: str) -> None:
    assert Texts({}, TERMS).name("指标", name).en == en


def test_a_row_names_its_place_only_where_it_is_not_the_articles() -> None:
    elsewhere = figure("9.15亿元", "9.15", 8, "CNY", "元", ref_area="西槐庄村")
    rows = [
        translate(d, NOTHING, lexicon.load()).sections[0].rows[0] for d in (digest(), digest(observations=(elsewhere,)))
    ]
    assert [row.place for row in rows] == [None, Text("西槐庄村", "Xihuaizhuang Village", "generated")]


def test_words_that_only_end_like_a_place_are_shown_as_none() -> None:
    made = digest(observations=(figure("9.15亿元", "9.15", 8, "CNY", "元", ref_area="组织全镇"),))
    assert translate(made, NOTHING, lexicon.load()).sections[0].rows[0].place is None


def test_an_article_without_a_title_is_called_by_place_and_period() -> None:
    made = digest()
    article = made.record.article
    untitled = replace(article, metadata=replace(article.metadata, title=None))
    told = translate(_with(made, untitled), NOTHING, lexicon.load())
    assert told.title == Text("青禾镇 2024年", f"Qinghe Town, 2024{UNVERIFIED}", "generated")


def test_an_article_of_which_nothing_is_known_is_untitled() -> None:
    made = digest()
    bare = replace(
        made.record.article, metadata=replace(made.record.article.metadata, title=None, ref_area=None, time_period=None)
    )
    assert translate(_with(made, bare), NOTHING, lexicon.load()).title.en == "Untitled"


def test_the_editors_english_title_goes_before_all() -> None:
    made = digest()
    source = replace(made.record.article.source, sidecar=Sidecar(title_en="A Year in Qinghe"))
    told = translate(_with(made, replace(made.record.article, source=source)), NOTHING, lexicon.load())
    assert told.title == Text(TITLE, "A Year in Qinghe", "project")


def test_who_is_credited_needs_a_translation() -> None:
    made = digest()
    metadata = replace(made.record.article.metadata, credited_to=Stated("青禾日报", "byline"))
    told = translate(_with(made, replace(made.record.article, metadata=metadata)), NOTHING, lexicon.load())
    assert told.credited_to == Text("青禾日报", None, "missing")


def test_a_gap_speaks_both_languages() -> None:
    gap = translate(digest(), NOTHING, lexicon.load()).gaps[0]
    assert (gap.kind, gap.text.status, bool(gap.text.zh and gap.text.en)) == ("no-date", "generated", True)


def test_the_words_of_a_gap_are_no_sentence_to_compose() -> None:
    """A sentence of the PO file may be what the gap is about; a full stop is never a part of a composed name."""
    known = lexicon.load()
    words = gap_words("党员责任魆", Texts({}, known.terms), known.names, kind="no-content")
    assert words == Text("党员责任魆", None, "missing")


@pytest.mark.parametrize(("text", "told"), [("制定18条措施", "Measures formulated: 18"), ("制定18余条措施", None)])
def test_a_count_without_a_list_is_told_by_its_figure(text: str, told: str | None) -> None:
    made = made_review(f"青禾镇{text}，倒排工期抓推进。\n")
    (gap,) = [g for s in translate(made, NOTHING, lexicon.load()).sections for g in s.gaps if g.kind == "unlisted"]
    assert gap.quote is not None
    assert gap.quote.en == told


def _with(made: Digest, article: object) -> Digest:
    return replace(made, record=replace(made.record, article=article))  # type: ignore[arg-type]
