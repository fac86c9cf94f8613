"""Structure as it is read from texts of every make: a table of lines and what each of them is."""

import textwrap

import pytest

from policy_digest import lexicon
from policy_digest.model import Article, Sidecar, Source
from policy_digest.parse import assign_slugs, parse


def read(text: str, *, stem: str = "a", sidecar: Sidecar | None = None) -> Article:
    source = Source(f"seeds/{stem}.txt", stem, "0" * 64, "utf-8", "txt", text, sidecar or Sidecar())
    return parse(source, lexicon.load())


def sentences(article: Article) -> list[str]:
    return [sentence.text for section in article.sections for sentence in section.sentences]


def headings(article: Article) -> list[tuple[int, str | None, str | None]]:
    return [(section.level, section.number, section.heading) for section in article.sections]


def roles(article: Article) -> list[tuple[str, str]]:
    return [(p.role, p.sentences[0].text) for section in article.sections for p in section.paragraphs]


BODY = "青禾镇坚持把产业发展作为第一要务，全年新引进企业12家，新增就业岗位340个，群众收入稳步提高。"


# ---------------------------------------------------------------- headings


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("一、工业经济稳中有进", (2, "一、", "工业经济稳中有进")),
        ("（二）乡村振兴", (2, "（二）", "乡村振兴")),
        ("3.平安建设", (2, "3.", "平安建设")),
        ("(4)河道整治", (2, "(4)", "河道整治")),
        ("第二章 今年工作安排", (2, "第二章", "今年工作安排")),
        ("十一、一年来，农业结构进一步优化", (2, "十一、", "一年来，农业结构进一步优化")),
        ("凝心聚力 产业发展迈上新台阶", (2, None, "凝心聚力 产业发展迈上新台阶")),
        ("## 民生改善", (2, None, "民生改善")),
        ("##民生改善##", (2, None, "民生改善")),
        ("### 一、民生改善", (3, "一、", "民生改善")),
        ("###### （一）民生改善", (6, "（一）", "民生改善")),
        ("民生改善\n====", (1, None, "民生改善")),
        ("民生改善\n----", (2, None, "民生改善")),
        ("**民生改善**", (2, None, "民生改善")),
    ],
    ids=str,
)
def test_a_heading_is_read_with_its_level_and_number(line: str, expected: tuple[int, str | None, str]) -> None:
    article = read(f"{BODY}\n\n{line}\n\n{BODY}\n")

    assert headings(article) == [(0, None, None), expected]


@pytest.mark.parametrize(
    "line",
    [
        "一、二、三产业协调发展，结构为8:42:50。",
        "一是党建引领作用更加突出。",
        "——综合实力跨上新台阶。",
        "1.2万亩高标准农田全部建成。",
        "2024年1月，柳河大桥通车。",
        "产业兴旺、生态宜居；",
        "我们主要做了以下工作：",
        "主要做法是",
    ],
)
def test_a_line_that_is_no_heading_stays_in_the_text(line: str) -> None:
    article = read(f"{BODY}\n{line}\n{BODY}\n")

    assert line in sentences(article)


def test_styles_of_numbers_nest_in_their_order() -> None:
    text = f"一、回顾\n（一）农业\n1.粮食\n{BODY}\n（二）工业\n{BODY}\n二、展望\n{BODY}\n"

    assert headings(read(text)) == [
        (2, "一、", "回顾"),
        (3, "（一）", "农业"),
        (4, "1.", "粮食"),
        (3, "（二）", "工业"),
        (2, "二、", "展望"),
    ]


def test_a_heading_that_begins_a_paragraph_is_a_heading_where_the_text_does_so_as_a_rule() -> None:
    text = f"一、工作回顾\n（一）农业基础更加稳固。{BODY}\n（二）工业结构持续优化。{BODY}\n"

    article = read(text)

    assert headings(article)[1:] == [(3, "（一）", "农业基础更加稳固"), (3, "（二）", "工业结构持续优化")]


def test_numbered_sentences_without_headings_are_a_list() -> None:
    text = (
        "十件实事\n1.建设口袋公园3个，新增绿地2万平方米。\n2.改造农村公路12公里；\n3.新建养老驿站2处，服务老人300人。\n"
    )

    assert [role for role, _ in roles(read(text))] == ["list-item"] * 3


def test_a_label_and_the_headline_below_it_are_one_section() -> None:
    party, people = "### 党建\n\n#### 红色引擎带动发展", "### 民生\n\n#### 实事办到心坎上"
    text = f"# 青禾镇这一年\n\n## 成效\n\n{party}\n\n{BODY}\n\n{people}\n\n{BODY}\n"

    article = read(text)

    assert [(s.level, s.heading, s.deck, s.gap) for s in article.sections] == [
        (2, "成效", None, None),
        (3, "党建", "红色引擎带动发展", None),
        (3, "民生", "实事办到心坎上", None),
    ]


def test_a_heading_with_several_headings_below_it_keeps_them_as_sections() -> None:
    text = f"{BODY}\n\n## 成效\n\n### 党建\n\n{BODY}\n\n### 民生\n\n{BODY}\n"

    assert [(s.heading, s.deck) for s in read(text).sections[1:]] == [("成效", None), ("党建", None), ("民生", None)]


def test_a_level_that_serves_as_labels_gives_no_headline_to_the_level_above() -> None:
    pairs = "### 党建\n\n#### 红色引擎\n\n支部建起来。\n\n### 民生\n\n#### 办好实事\n\n实事办起来。\n\n"
    text = f"## 成效\n\n{pairs}## 打算\n\n### 再上台阶\n\n继续努力。\n"

    assert [(s.heading, s.deck) for s in read(text).sections] == [
        ("成效", None),
        ("党建", "红色引擎"),
        ("民生", "办好实事"),
        ("打算", None),
        ("再上台阶", None),
    ]


def test_of_three_headings_in_a_row_the_lower_two_are_the_pair() -> None:
    text = f"{BODY}\n\n## 产业兴旺\n\n### 特色种植\n\n#### 一村一品显成效\n\n{BODY}\n"

    assert [(s.level, s.heading, s.deck) for s in read(text).sections[1:]] == [
        (2, "产业兴旺", None),
        (3, "特色种植", "一村一品显成效"),
    ]


def test_a_deck_s_words_stand_at_its_span() -> None:
    text = f"{BODY}\n\n### 党建\n\n#### 红色引擎\n\n{BODY}\n"

    section = read(text).sections[1]

    assert section.deck_span
    assert text[slice(*section.deck_span)] == "红色引擎"


# ---------------------------------------------------------------- what stands before the text


def test_a_title_line_above_the_only_heading_of_level_one_is_the_title_and_that_heading_the_subtitle() -> None:
    article = read(f"青禾镇高质量发展开新局\n\n# 打造京郊生态新城\n\n{BODY}\n\n## 成效\n\n{BODY}\n")

    assert article.metadata.title
    assert article.metadata.subtitle
    assert (article.metadata.title.value, article.metadata.subtitle.value, headings(article)[0][0]) == (
        "青禾镇高质量发展开新局",
        "打造京郊生态新城",
        0,
    )


def test_a_report_s_head_is_read_line_by_line() -> None:
    text = textwrap.dedent(f"""\
        2026年青禾县政府工作报告
        下载
        打印
        【字号：
        大
        中
        】
        2026年青禾县政府工作报告
        ——2026年1月25日在青禾县第十届人民代表大会第五次会议上
        来源：青禾日报
        时间：2026-02-02
        县长 张望禾
        张望禾作政府工作报告。本报记者 李柳摄
        各位代表：
        {BODY}
        一、2025年工作回顾
        {BODY}
        相关报道：
        """)

    article = read(text)

    known = article.metadata
    stated = (known.title, known.subtitle, known.credited_to, known.date_published, known.ref_area, known.time_period)
    assert [value.value if value else None for value in stated] == [
        "2026年青禾县政府工作报告",
        "2026年1月25日在青禾县第十届人民代表大会第五次会议上",
        "青禾日报",
        "2026-02-02",
        "青禾县",
        "2025",
    ]
    assert [caption.text for caption in article.sections[0].captions] == ["张望禾作政府工作报告。本报记者 李柳摄"]
    assert sentences(article)[0] == "各位代表："
    assert "speaker" in {aside.basis for aside in article.aside}


def test_a_title_that_is_said_again_in_short_is_no_text() -> None:
    article = read(f"2026年青禾县政府工作报告\n政府工作报告\n——2026年1月25日在青禾县人民代表大会上\n{BODY}\n")

    assert article.metadata.title
    assert (article.metadata.title.value, sentences(article)) == ("2026年青禾县政府工作报告", [BODY])


def test_a_title_in_two_lines_is_one_title() -> None:
    article = read(
        f"牢记嘱托 感恩奋进\n奋力谱写青禾县高质量发展新篇章\n——在县委工作会议上的报告\n（2025年1月6日）\n\n{BODY}\n"
    )

    assert article.metadata.title
    assert article.metadata.title.value == "牢记嘱托 感恩奋进 奋力谱写青禾县高质量发展新篇章"


@pytest.mark.parametrize("couplet", ["春风浩荡满眼新,击鼓催征又一程。", "潮平两岸阔 风正一帆悬"])
def test_an_opening_couplet_is_an_epigraph_and_no_title(couplet: str) -> None:
    article = read(f"{couplet}\n{BODY}\n")

    assert (article.metadata.title, roles(article)[0]) == (None, ("epigraph", couplet))


# ---------------------------------------------------------------- captions, quotations, gaps


def test_a_short_line_where_a_picture_was_is_a_caption_of_its_section() -> None:
    text = (
        f"{BODY}\n\n## 农业\n\n{BODY}\n\n\n\n村民正在采收番茄。\n\n合作社分拣车间。\n\n"
        "## 工业\n\n\n\n\n新投产的车间。\n\n## 文化\n\n## 生态\n\n\n\n\n柳河风光。\n\n" + BODY + "\n"
    )

    article = read(text)

    assert [(s.heading, [c.text for c in s.captions], s.gap, len(s.paragraphs)) for s in article.sections[1:]] == [
        ("农业", ["村民正在采收番茄。", "合作社分拣车间。"], None, 1),
        ("工业", ["新投产的车间。"], "captions-only", 0),
        ("文化", [], "heading-only", 0),
        ("生态", ["柳河风光。"], None, 1),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "图1  2016-2020年粮食总产量及其增长速度",
        "图为柳河乡新修的河堤",
        "村民在田间劳作。青禾日报记者 李柳摄",
        "![村民采收番茄](a.jpg)",
    ],
)
def test_a_picture_s_own_words_are_a_caption(line: str) -> None:
    article = read(f"{BODY}\n{line}\n{BODY}\n")

    assert [caption.text for caption in article.sections[0].captions] == [
        line.removeprefix("![").removesuffix("](a.jpg)")
    ]


def test_a_line_of_parallel_parts_set_apart_is_a_pull_quote() -> None:
    quote = "奋进中书写青禾答卷；创新中彰显青禾担当；实干中弘扬青禾精神。"

    article = read(f"{BODY}\n\n\n\n{quote}\n\n## 成效\n\n{BODY}\n")

    assert roles(article)[1] == ("pull-quote", quote)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("• 建设公园3个", "list-item"),
        ("- 建设公园3个", "list-item"),
        ("> 人民对美好生活的向往就是奋斗目标", "pull-quote"),
        ("| 指标 | 数值 |\n|---|---|\n| 税收 | 3.2亿元 |", "table"),
        ("指标\t单位\t数值\n税收\t亿元\t3.2", "table"),
    ],
)
def test_marks_tell_lists_quotations_and_tables(text: str, role: str) -> None:
    found = {paragraph.role for paragraph in read(f"{BODY}\n\n{text}\n\n{BODY}\n").sections[0].paragraphs}

    assert found == {"body", role}


ROWS = [
    ("two spaces", "村名  户数  人口\n大榆村  412  1563\n枫林村  286  1021"),
    ("wide spaces", "村名　户数　人口\n大榆村　412　1563\n合　计　412　1563"),
    ("tabs", "月份\t接待量\n1月\t6.8\n2月\t—"),
    ("bars without edges", "项目 | 2020年 | 2021年\n--- | --- | ---\n稻谷 | 15000 | 18000"),
    ("a lost first head", "| 绝对数 | 比上年增长 |\n地区生产总值 | 617.50 | 5.2 |"),
    ("names and values", "辖区面积  86.4平方公里\n行政村  21个\n常住人口  3.2万人"),
    ("full-width digits", "品种  产量  增长％\n稻谷  ３３３３  ３．３\n茶叶  ３３．３  ３３．３"),
    ("a part marked by #", "指标  投资额  增长\n固定资产投资  352100  6.2\n#民间投资  210300  8.8"),
    ("a unit above", "单位：万元\n指标  2022年  2023年\n财政收入  1200  1350"),
]


@pytest.mark.parametrize("text", [case[1] for case in ROWS], ids=[case[0] for case in ROWS])
def test_lines_whose_cells_stand_apart_are_a_table(text: str) -> None:
    article = read(f"{BODY}\n\n{text}\n\n{BODY}\n")

    found = [paragraph.role for section in article.sections for paragraph in section.paragraphs]

    assert found == ["body", *["table"] * (len(text.splitlines()) - text.count("---\n")), "body"]


NO_ROWS = [
    ("verses", "春风化雨  润物无声\n同心同德  共创辉煌\n一心一意  服务群众"),
    ("telephones", "办公室  6721001\n财政所  6721002\n派出所  6721003"),
    ("a programme", "8:30  签到  大厅\n9:00  开幕式  报告厅\n10:30  座谈  301会议室"),
    ("spaces in sentences", "全镇  实现工业总产值84.6亿元，  同比增长9.2%；\n新增  经营主体300余户，  居全县第一。"),
    ("names", "组长：张三    副组长：李四\n成员：王五    赵六"),
    ("a path", "首页 | 新闻 | 公告 | 政务"),
    ("one line", "全年新建公园  3个"),
    ("awards with dates", "序号  荣誉  时间\n1  文明村镇  2023年5月\n2  卫生乡镇  2023年8月"),
]


@pytest.mark.parametrize("text", [case[1] for case in NO_ROWS], ids=[case[0] for case in NO_ROWS])
def test_prose_with_wide_spaces_is_no_table(text: str) -> None:
    article = read(f"{BODY}\n\n{text}\n\n{BODY}\n")

    assert "table" not in [paragraph.role for section in article.sections for paragraph in section.paragraphs]


def test_ten_thousand_lines_that_might_be_rows_keep_all_their_numbers() -> None:
    article = read("同心  同德\n" * 5_000 + "同心  12\n" * 5_000)

    kept = "".join(sentence.text for section in article.sections for sentence in section.sentences)
    assert kept.count("12") == 5_000


def test_the_formula_the_signature_and_the_date_at_the_end_are_the_closing() -> None:
    article = read(f"青禾镇2024年工作总结\n\n{BODY}\n特此报告。\n\n青禾镇人民政府\n2025年1月8日\n")

    published = article.metadata.date_published
    assert published
    assert (roles(article)[-2:], published.value) == (
        [("closing", "特此报告。"), ("closing", "青禾镇人民政府")],
        "2025-01-08",
    )


# ---------------------------------------------------------------- wrapped text


def test_lines_broken_by_a_page_are_joined_and_keep_their_offsets() -> None:
    text = (
        "一、工业经济\n"
        + "\n".join(textwrap.wrap("　　" + BODY * 2, 24))
        + "\n二、农业经济\n"
        + BODY[:24]
        + "\n"
        + BODY[24:]
    )

    article = read(text)

    assert sentences(article) == [BODY, BODY, BODY]
    for sentence in (s for section in article.sections for s in section.sentences):
        start, end = sentence.span(0, len(sentence.text))
        assert text[start:end].replace("\n", "").replace("　　", "") == sentence.text


def test_lines_broken_at_every_change_of_letters_are_joined() -> None:
    text = (
        "上半年,完成财政收入\n3.2\n亿元,增长\n5%\n;\n1—6\n月,完成投资\n8800\n万\n元\n。\n（二）农业稳步增长\n"
        "1.\n特色种\n植\n。\n种植茶叶\n600\n亩。\n"
    )

    article = read(text)

    assert (sentences(article), headings(article)[1:]) == (
        ["上半年,完成财政收入3.2亿元,增长5%;1—6月,完成投资8800万元。", "种植茶叶600亩。"],
        [(2, "（二）", "农业稳步增长"), (3, "1.", "特色种植")],
    )


def test_a_page_number_does_not_break_a_sentence() -> None:
    lines = textwrap.wrap(BODY * 4, 22)
    text = "\n".join([*lines[:4], "", "- 3 -", "", *lines[4:]])

    assert sentences(read(text)) == [BODY] * 4


@pytest.mark.parametrize(
    "text",
    [
        "青禾镇新建公园3个。\n柳河乡修路2公里。",
        "产业兴旺\n" + BODY + "\n生态宜居\n" + BODY,
        "• 建设24处社区公园,增补小微绿地\n• 持续开展小区整治,更新老旧电梯\n• 加快推进家园中心建设,完成主体施工",
    ],
    ids=["a sentence a line", "headings", "list"],
)
def test_lines_that_an_author_set_apart_stay_apart(text: str) -> None:
    article = read(text)

    shown = {*sentences(article), *(heading for _, _, heading in headings(article) if heading)}
    assert shown == {line.removeprefix("• ") for line in text.split("\n")}


def test_a_clause_at_a_line_s_end_goes_on_in_the_next() -> None:
    assert sentences(read("青禾镇攻坚克难，\n完成投资3亿元。\n全年税收2亿元。")) == [
        "青禾镇攻坚克难，完成投资3亿元。",
        "全年税收2亿元。",
    ]


# ---------------------------------------------------------------- spaces around figures


@pytest.mark.parametrize(
    ("printed", "read_as"),
    [
        ("全镇税收 3.2 亿元，增长 7%。", "全镇税收3.2亿元，增长7%。"),
        ("2024 年 1 月 8 日，柳河通车。", "2024年1月8日，柳河通车。"),
        ("完成率达 35 % ，居全县第 3 位。", "完成率达35%，居全县第3位。"),
        ("占 12.6% 和 87.4% 的农户， 300 余户增收。", "占12.6%和87.4%的农户，300余户增收。"),
        ("种植水稻\u30002027\xa0亩。", "种植水稻2027亩。"),
        ("税收增长7% 财政收入增长5%。", "税收增长7% 财政收入增长5%。"),
        ("青禾镇 柳河乡共3个村。", "青禾镇 柳河乡共3个村。"),
        ("税收  3.2  5", "税收  3.2  5"),
        ("GDP 增长 6.5 个百分点。", "GDP 增长6.5个百分点。"),
    ],
)
def test_spaces_between_a_figure_and_its_words_are_left_out(printed: str, read_as: str) -> None:
    assert sentences(read(printed)) == [read_as]


def test_the_year_of_a_title_with_spaces_is_read() -> None:
    article = read("青禾镇 2024 年工作总结\n\n青禾镇坚持把产业发展作为第一要务，群众收入稳步提高。\n")

    assert article.metadata.title
    assert article.metadata.time_period
    assert (article.metadata.title.value, article.metadata.time_period.value) == ("青禾镇2024年工作总结", "2024")


# ---------------------------------------------------------------- bylines and furniture


@pytest.mark.parametrize(
    ("line", "credited", "authors"),
    [
        ("来源：青禾日报", "青禾日报", []),
        ("来历:青禾日报", "青禾日报", []),
        ("稿源 | 青禾融媒", "青禾融媒", []),
        ("（来源：青禾日报）", "青禾日报", []),
        ("作者: 张望禾,李柳 王小河", None, ["张望禾", "李柳", "王小河"]),
        ("作者：张 柳 王小河", None, ["张柳", "王小河"]),
        ("记者：张望禾 通讯员：李柳", None, ["张望禾", "李柳"]),
        ("（记者 张望禾 通讯员 李柳、王小河）", None, ["张望禾", "李柳", "王小河"]),
        ("本报记者 张望禾 李柳", None, ["张望禾", "李柳"]),
        ("文/张望禾 图/李柳", None, ["张望禾"]),
        ("来源：青禾日报  作者：张望禾  编辑：李柳", "青禾日报", ["张望禾"]),
        ("编辑：李柳 审核：王小河", None, []),
    ],
)
def test_a_byline_is_read_in_its_variants_and_is_no_text(line: str, credited: str | None, authors: list[str]) -> None:
    article = read(f"{BODY}\n{BODY}\n{line}\n")

    known = article.metadata
    found = (known.credited_to.value if known.credited_to else None, [author.value for author in known.authors])
    assert (found, len(sentences(article))) == ((credited, authors), 2)


@pytest.mark.parametrize(
    ("opening", "credited", "authors"),
    [
        ("本报讯（记者 张望禾 李柳）", None, ["张望禾", "李柳"]),
        ("本报讯 (记者 张望禾) ", None, ["张望禾"]),
        ("据新华社北京1月4日电(记者张望禾)", "新华社", ["张望禾"]),
    ],
)
def test_a_dateline_names_who_wrote_and_stays_in_its_sentence(
    opening: str, credited: str | None, authors: list[str]
) -> None:
    article = read(f"{opening}{BODY}\n{BODY}\n")

    known = article.metadata
    found = (known.credited_to.value if known.credited_to else None, [author.value for author in known.authors])
    assert (found, sentences(article)[0]) == ((credited, authors), f"{opening}{BODY}")


def test_no_date_is_given_that_the_text_does_not_give() -> None:
    assert read(f"青禾镇2024年工作总结\n{BODY}\n2024年12月3日，大会召开。\n").metadata.date_published is None


def test_a_page_s_own_words_are_set_aside() -> None:
    above = "当前位置：\n首页\n>\n政务公开\n索引号：1101\n浏览次数：35"
    below = "【打印本页】 【关闭窗口】\n扫一扫在手机打开当前页"

    article = read(f"{above}\n{BODY}\n{below}\n")

    assert (sentences(article), {aside.basis for aside in article.aside}) == ([BODY], {"furniture"})


def test_a_table_of_contents_is_set_aside() -> None:
    article = read(f"目  录\n一、工作回顾……1\n二、工作安排……5\n\n一、工作回顾\n{BODY}\n二、工作安排\n{BODY}\n")

    assert headings(article) == [(2, "一、", "工作回顾"), (2, "二、", "工作安排")]


# ---------------------------------------------------------------- place and period


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("2024年，青禾镇新建公园。青禾镇全镇企业增加。全市、全县表彰的先进乡镇。", "青禾镇"),
        ("作为城市副中心新市镇，柳河乡与青禾县各示范区合作。柳河乡全乡推广社区服务，柳河乡获奖。", "柳河乡"),
        ("青禾街道各社区、各园区、各小区齐心协力。青禾街道全街道居民受益，青禾街道办事处获评先进。", "青禾街道"),
        ("房山区经济平稳。全区农村地区、山区群众增收，房山区获评示范。", "房山区"),
        ("潞城鎮位於通州東部，全鎮經濟發展。潞城鎮獲評先進。", "潞城镇"),
        ("全镇经济平稳，我镇新建公园3个，被评为全市示范镇。", None),
        ("实施乡村振兴，完善市场体系，建设示范区域，推动县级医院改造。", None),
    ],
)
def test_the_place_is_the_one_that_the_text_is_about(text: str, place: str | None) -> None:
    known = read(text).metadata.ref_area

    assert (known.value if known else None) == place


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2026年青禾县政府工作报告\n各位代表：\n" + BODY, "2025"),
        ("青禾镇2024年工作总结\n" + BODY, "2024"),
        ("2023年青禾县国民经济和社会发展统计公报\n" + BODY, "2023"),
        ("青禾县2024年上半年经济运行情况\n" + BODY, "2024-01/2024-06"),
        ("青禾县2024年前三季度经济运行情况\n" + BODY, "2024-01/2024-09"),
        ("政府工作报告\n——2022年1月5日在青禾县人民代表大会上\n一、过去五年工作回顾\n" + BODY, "2017/2021"),
        ("政府工作报告\n一、2021年工作回顾\n" + BODY, "2021"),
        ("2024年，青禾镇修路3公里。到2035年，力争建成。2024年，柳河通车。比2012年翻番。", "2024"),
        ("乡村规划的意见\n（2018年3月2日）\n" + BODY + "制定规划（2018－2022年），2022年达标。", None),
        ("青禾镇要闻\n（2018年3月2日）\n" + BODY + "2017年修路3公里。2022年通车，2022年达标。", "2017"),
        ("该项目预计2025年建成。", None),
        ("20**年，全镇税收增长。", None),
        (BODY, None),
    ],
)
def test_the_period_is_the_one_that_the_text_reviews(text: str, period: str | None) -> None:
    known = read(text).metadata.time_period

    assert (known.value if known else None) == period


def test_a_sidecar_comes_before_the_text() -> None:
    sidecar = Sidecar(
        "a.yml", "qh", "改题", None, "柳河乡", "2023", "2024-01-01", "https://example.org", "柳河报", ("李柳",), "CC0"
    )

    article = read(f"青禾镇2024年工作总结\n来源：青禾日报\n{BODY}\n", sidecar=sidecar)

    known = article.metadata
    values = [known.title, known.ref_area, known.time_period, known.credited_to, *known.authors, known.source_url]
    assert (article.slug, [(v.value, v.basis) for v in values if v]) == (
        "qh",
        [(value, "sidecar") for value in ("改题", "柳河乡", "2023", "柳河报", "李柳", "https://example.org")],
    )


# ---------------------------------------------------------------- slugs


@pytest.mark.parametrize(
    ("text", "stem", "slug"),
    [
        ("青禾镇2024年工作总结\n" + BODY, "a", "qinghe-2024"),
        ("青禾县2024年上半年经济运行情况\n" + BODY, "a", "qinghe-2024-h1"),
        ("新建公园3个。", "My File_03", "my-file-03"),
        ("新建公园3个。", "青禾总结2024", "qinghezongjie-2024"),
        ("新建公园3个。", "！！", "article"),
    ],
)
def test_a_slug_is_proposed_from_place_and_period_else_from_the_stem(text: str, stem: str, slug: str) -> None:
    assert read(text, stem=stem).slug == slug


def test_slugs_are_unique_kept_and_independent_of_the_order() -> None:
    text = "青禾镇2024年工作总结\n" + BODY
    articles = [read(text, stem=stem) for stem in ("c", "a", "b", "d")]
    articles.append(read(text, stem="e", sidecar=Sidecar(slug="qinghe-2024-2")))

    given = {article.source.stem: article.slug for article in assign_slugs(articles, {"b": "qinghe-2024", "x": "old"})}

    assert given == {
        "a": "qinghe-2024-3",
        "b": "qinghe-2024",
        "c": "qinghe-2024-4",
        "d": "qinghe-2024-5",
        "e": "qinghe-2024-2",
    }
