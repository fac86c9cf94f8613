import re
from dataclasses import replace
from pathlib import Path

import pytest
from made_reviews import made_article, made_observations

from policy_digest.digest import check_bullets, digest
from policy_digest.errors import FaultsError
from policy_digest.extract.commitments import find_commitments
from policy_digest.extract.programmes import find_programmes
from policy_digest.lexicon import load
from policy_digest.lexicon.genre import compiled
from policy_digest.lexicon.tables import read_entries
from policy_digest.model import Article, Bullet, Digest, Indicator, Observation, Record, Stated

CLAUSE_RULES = read_entries("slogans", ("rule", "pattern", "examples", "counterexamples"))
WEIGHT_RULES = read_entries("weights", ("rule", "pattern", "weight", "examples", "counterexamples"), ("topic",))

REVIEW = """青禾镇坚持高质量发展，奋力谱写乡村振兴新篇章。
## 壮大产业
青禾镇锚定目标，凝心聚力抓发展。2024年，青禾镇完成税收9.15亿元，同比增长4%。新增企业31家。不断提升服务水平。
## 美丽乡村
^ 整洁的村庄。
## 改善民生
### 教育
青禾小学新校区投入使用，新增学位600个，切实增强群众获得感。
## 思路
下一步，青禾镇将继续推进水厂建设。加快“明亮乡村”工程建设。
"""
FIGURES = {"9.15亿元": "税收", "4%": "税收增速", "31家": "新增企业数", "600个": "新增学位"}


def made_record(article: Article, observations: tuple[Observation, ...]) -> Record:
    lexicon = load()
    commitments = find_commitments(article, observations, lexicon)
    return Record(article, observations, find_programmes(article, lexicon), commitments)


def made_digest(text: str = REVIEW, figures: dict[str, str] | None = None) -> Digest:
    article = made_article(text)
    return digest(made_record(article, made_observations(article, FIGURES if figures is None else figures)), load())


def lines(made: Digest, heading: str | None) -> list[str]:
    sections = made.record.article.sections
    (section,) = [s for s, part in zip(made.sections, sections, strict=True) if part.heading == heading]
    return [bullet.text_zh for bullet in section.bullets]


# ---------------------------------------------------------------- the lexicon


@pytest.mark.parametrize(("entry", "text"), [(e, t) for e in (*CLAUSE_RULES, *WEIGHT_RULES) for t in e["examples"]])
def test_each_rule_reads_its_examples(entry: dict, text: str) -> None:
    assert compiled(Path("slogans.yml"), entry).search(text)


@pytest.mark.parametrize(
    ("entry", "text"), [(e, t) for e in (*CLAUSE_RULES, *WEIGHT_RULES) for t in e["counterexamples"]]
)
def test_no_rule_reads_its_counterexamples(entry: dict, text: str) -> None:
    assert not compiled(Path("slogans.yml"), entry).search(text)


def test_every_kind_of_gap_is_in_the_lexicon() -> None:
    made = made_digest("## 村容\n不断提升满意率。落实“六清”要求。\n## 村貌\n^ 村景。\n", {})

    kinds = {gap.kind for gap in (*made.gaps, *(gap for section in made.sections for gap in section.gaps))}

    assert kinds <= load().genre.gap_kinds


# ---------------------------------------------------------------- sections


def test_a_section_is_told_by_its_facts_and_not_by_its_slogans() -> None:
    assert lines(made_digest(), "壮大产业") == ["2024年，青禾镇完成税收9.15亿元，同比增长4%。", "新增企业31家。"]


def test_a_slogan_that_closes_a_sentence_is_left_out_of_its_bullet() -> None:
    assert lines(made_digest(), "教育") == ["青禾小学新校区投入使用，新增学位600个。"]


def test_a_section_without_body_has_a_gap_and_no_bullets() -> None:
    made = made_digest()
    section = made.sections[2]

    assert (section.bullets, [gap.kind for gap in section.gaps]) == ((), ["captions-only"])


def test_a_heading_over_subsections_has_neither_bullets_nor_gaps() -> None:
    section = made_digest().sections[3]

    assert (section.bullets, section.gaps) == ((), ())


def test_a_section_without_figures_still_tells_its_main_result() -> None:
    text = "## 文化\n青禾镇坚持文化惠民。镇图书馆正式开馆，让群众有更多获得感。文化底蕴不断彰显。\n"

    assert lines(made_digest(text, {}), "文化") == ["镇图书馆正式开馆。"]


def test_a_speakers_address_to_the_meeting_is_no_fact() -> None:
    text = "各位代表：\n现在，我代表青禾镇人民政府向大会报告工作，请予审议。\n## 回顾\n新建水厂两座。\n"

    assert lines(made_digest(text, {}), None) == []


def test_speech_of_villagers_gives_way_to_what_was_done() -> None:
    text = "## 服务\n“现在办事真方便，镇上的干部比亲人还亲，有什么难处都能说。”村民笑着说。镇政务大厅正式启用。\n"

    assert lines(made_digest(text, {}), "服务") == ["镇政务大厅正式启用。"]


def test_no_section_has_more_than_three_bullets() -> None:
    text = "## 产业\n" + "".join(f"新增产业{n}项目{n + 11}个。" for n in range(9)) + "\n"
    made = made_digest(text, {f"{n + 11}个": f"产业{n}项目数" for n in range(9)})

    assert len(made.sections[1].bullets) == 3


def test_bullets_stand_in_the_order_of_the_text() -> None:
    text = "## 产业\n新增企业31家。全镇完成税收9.15亿元。\n"
    made = made_digest(text, {"31家": "新增企业数", "9.15亿元": "税收"})

    assert made.sections[1].bullets[0].text_zh == "全镇完成税收9.15亿元。"


def test_bullet_ids_do_not_repeat_in_an_article() -> None:
    made = made_digest()

    ids = [b.id for b in (*made.in_brief, *(b for s in made.sections for b in s.bullets))]

    assert len(ids) == len(set(ids))
    assert all(re.fullmatch("b-[0-9a-f]{10}", name) for name in ids)


def test_rows_programmes_and_commitments_stand_in_their_section() -> None:
    outlook = made_digest().sections[-1]

    assert (len(outlook.rows), len(outlook.programmes), len(outlook.commitments)) == (0, 1, 2)


def test_a_fact_told_twice_is_one_row_under_its_first_mention() -> None:
    article = made_article("## 农业\n夏玉米亩产780公斤。\n## 亮点\n夏玉米亩产780公斤，全区领先。\n")
    first = made_observations(article, {"780公斤": "夏玉米单产"}, fact="f-maize")[0]
    again = article.source.text.rindex("780公斤")
    sentence = article.sections[2].sentences[0].id
    second = replace(first, id="o-9", start=again, end=again + 5, sentence=sentence, section="h-2")

    made = digest(made_record(article, (first, second)), load())

    assert [[row.observations for row in section.rows] for section in made.sections] == [[], [("o-0", "o-9")], []]


# ---------------------------------------------------------------- in brief, headline, coverage


def test_in_brief_speaks_for_every_part_before_any_speaks_twice() -> None:
    brief = [bullet.text_zh for bullet in made_digest().in_brief]

    assert brief == [
        "2024年，青禾镇完成税收9.15亿元，同比增长4%。",
        "新增企业31家。",
        "青禾小学新校区投入使用，新增学位600个。",
    ]


def test_in_brief_has_at_most_six_bullets() -> None:
    text = "".join(f"## 第{n}节\n新增企业{n + 11}家。\n" for n in range(12))

    assert len(made_digest(text, {f"{n + 11}家": f"新增企业数{n}" for n in range(12)}).in_brief) == 6


def headline_names(text: str, figures: dict[str, str]) -> list[str]:
    made = made_digest(text, figures)
    by_id = {observation.id: observation for observation in made.record.observations}
    return [by_id[row.observations[0]].indicator.name_zh for row in made.headline]


def test_headline_figures_are_chosen_by_weight_and_not_by_place() -> None:
    counts = {f"{n + 11}个": f"微项目{n}" for n in range(7)}
    text = "".join(f"全镇有{count}。" for count in counts) + "全镇完成税收9.15亿元。\n"

    names = headline_names(text, {**counts, "9.15亿元": "税收"})

    assert (names[0], len(names)) == ("税收", 6)


def test_of_two_figures_alike_the_indicator_that_the_catalogue_holds_weightier_goes_first() -> None:
    article = made_article("全镇有党支部78个。全镇有文化站79个。全镇有合作社77个。\n")
    plain = made_observations(article, {"78个": "甲类站点数", "79个": "乙类站点数"})
    known = replace(plain[1], indicator=Indicator("gdp", "乙类站点数"))

    made = digest(made_record(article, (plain[0], known)), load())

    assert made.headline[0].observations == (known.id,)


def test_a_figure_and_its_growth_are_one_headline() -> None:
    article = made_article("全镇完成税收9.15亿元，同比增长4%。\n")
    level = made_observations(article, {"9.15亿元": "税收"})[0]
    growth = made_observations(article, {"4%": "税收增速"}, id="o-9", fact="f-9", kind="change")[0]
    growth = replace(growth, change=growth.change)

    made = digest(made_record(article, (level, growth)), load())

    assert made.headline[0].observations == ("o-0",)


def test_an_actual_figure_goes_before_an_expected_one() -> None:
    article = made_article("柳河投资5亿元。东湖投资6亿元。\n")
    actual = made_observations(article, {"5亿元": "固定资产投资"})[0]
    expected = made_observations(article, {"6亿元": "全社会投资"}, id="o-1", fact="f-1", nature="expected")[0]

    made = digest(made_record(article, (expected, actual)), load())

    assert made.headline[0].observations == ("o-0",)


def test_a_target_gives_way_to_the_outcome_of_the_same_indicator() -> None:
    article = made_article("力争完成税收12亿元。完成税收9亿元。\n")
    target = made_observations(article, {"12亿元": "税收"}, nature="target")[0]
    outcome = made_observations(article, {"9亿元": "税收"}, id="o-1", fact="f-1")[0]

    made = digest(made_record(article, (target, outcome)), load())

    assert [row.observations for row in made.headline] == [("o-1",)]


def headline_of(text: str, *found: tuple[str, str, dict[str, object]], period: str | None = "2024") -> list[str]:
    """The headline figures as printed, of a text in which these figures are read: printed, name, what differs."""
    article = made_article(text)
    stated = Stated(period, "text") if period else None
    article = replace(article, metadata=replace(article.metadata, time_period=stated))
    figures = [
        made_observations(article, {printed: name}, **{"id": f"o-{n}", "fact": f"f-{n}", "kind": "level", **changes})[0]
        for n, (printed, name, changes) in enumerate(found)
    ]
    made = digest(made_record(article, tuple(figures)), load())
    by_id = {observation.id: observation for observation in figures}
    return [by_id[row.observations[0]].as_printed for row in made.headline]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("柳河县生产总值从41亿元增加到63.9亿元，年均增长7%。\n", "41亿元", "63.9亿元"),
        ("柳河县生产总值由2020年的41亿元增加至2024年的63.9亿元。\n", "41亿元", "63.9亿元"),
        ("柳河县生产总值从不到70亿元增加到超过100亿元。\n", "70亿元", "100亿元"),
        ("柳河县贫困发生率从8.2%下降到3.1%以下。\n", "8.2%", "3.1%"),
        ("東湖區生產總值從41億元增加到63.9億元。\n", "41億元", "63.9億元"),
    ],
)
def test_what_something_started_from_is_no_headline_figure_and_what_it_went_to_is(
    text: str, start: str, end: str
) -> None:
    bare = {"time_period": None}

    assert headline_of(text, (start, "生产总值", bare), (end, "生产总值", bare)) == [end]
    assert headline_of(text, (start, "生产总值", bare)) == []


def test_each_value_that_a_list_starts_from_is_no_headline_figure() -> None:
    text = "城乡居民收入从2020年的4.6万元和1.6万元分别提高到5.8万元和2.3万元。\n"
    town, village = ("城镇居民收入", {}), ("农村居民收入", {})

    shown = headline_of(
        text, ("4.6万元", *town), ("1.6万元", *village), ("5.8万元", *town), ("2.3万元", *village), period=None
    )

    assert sorted(shown) == ["2.3万元", "5.8万元"]


@pytest.mark.parametrize("period", ["2023", None, "2021/2024", "2024-03", "2025", "../2024"])
def test_a_figure_of_the_articles_own_period_goes_before_one_of_another_or_of_none(period: str | None) -> None:
    text = "柳河县财政收入98亿元。财政收入9亿元。\n"
    other, own = ("98亿元", "财政收入", {"time_period": period}), ("9亿元", "财政收入", {"time_period": "2024"})

    assert headline_of(text, other, own) == ["9亿元"]


@pytest.mark.parametrize("period", ["2024-12", "2024", "2024-01/2024-12", "2024-06/.."])
def test_a_part_of_the_articles_period_that_ends_with_it_is_its_own(period: str) -> None:
    text = "柳河县财政收入98亿元。财政收入9亿元。\n"
    other, own = ("98亿元", "财政收入", {"time_period": "2023"}), ("9亿元", "财政收入", {"time_period": period})

    assert headline_of(text, other, own) == ["9亿元"]


def test_of_two_figures_alike_the_later_stands_where_no_period_of_the_article_is_known() -> None:
    text = "柳河县2019年财政收入54亿元，2024年财政收入82亿元。\n"
    first, last = ("54亿元", "财政收入", {"time_period": "2019"}), ("82亿元", "财政收入", {"time_period": "2024"})

    assert headline_of(text, first, last, period=None) == ["82亿元"]


# ---------------------------------------------------------------- the check


def tampered(text: str) -> Digest:
    made = made_digest()
    section = made.sections[1]
    bullet = replace(section.bullets[0], text_zh=text)
    sections = (made.sections[0], replace(section, bullets=(bullet,)), *made.sections[2:])
    return replace(made, sections=sections)


@pytest.mark.parametrize(
    "text",
    [
        "2024年，青禾镇完成税收9.51亿元，同比增长4%。",
        "2024年，青禾镇完成税收9.15万元，同比增长4%。",
        "2024年，青禾镇完成税收9.15亿元，同比增长40%。",
        "2024年，青禾镇税收创下新高。",
    ],
)
def test_a_bullet_that_says_what_its_sentences_do_not_is_a_fault(text: str) -> None:
    with pytest.raises(FaultsError) as raised:
        check_bullets(tampered(text))

    assert raised.value.faults[0].path == "seeds/qinghe.txt"
    assert raised.value.faults[0].line == 3


def test_a_bullet_that_cites_no_sentence_is_a_fault() -> None:
    made = made_digest()
    stray = Bullet("b-0", made.in_brief[0].text_zh, ())

    with pytest.raises(FaultsError, match="figure"):
        check_bullets(replace(made, in_brief=(stray,)))


@pytest.mark.parametrize("mark", ["，", ",", "；", "："])
def test_a_number_at_the_end_of_a_clause_is_itself_and_not_the_mark_after_it(mark: str) -> None:
    text = f"全镇企业总数达到120{mark}300户农家乐挂牌，切实增强群众获得感，奋力谱写乡村振兴新篇章，让日子越过越红火。\n"

    assert made_digest(text, {"120": "企业总数"}).in_brief[0].text_zh.startswith("全镇企业总数达到120")


@pytest.mark.parametrize("blank", [" ", "\u3000", "\u00a0"])
def test_a_blank_behind_a_mark_is_no_word_of_a_bullet(blank: str) -> None:
    made = made_digest(f"全镇企业总数达到120家；{blank}茶园方面，引进了新品种5个。\n", {"120": "企业总数"})
    cited = made.record.article.sections[0].sentences[-1]

    check_bullets(replace(made, in_brief=(Bullet("b-0", "茶园方面，引进了新品种5个。", (cited.id,)),)))


def test_the_bullets_as_made_pass_the_check() -> None:
    check_bullets(made_digest())
