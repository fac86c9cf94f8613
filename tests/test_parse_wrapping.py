"""Lines that a layout broke: at figures, at no even width, over a page's end; and lines that an author set apart."""

import textwrap

import pytest

from policy_digest import lexicon
from policy_digest.model import Article, Source
from policy_digest.parse import parse

FIGURES_APART = """\
（一）加强河道管护
今年以来，共开展巡河行动
260
余次，清理垃圾
1800
余吨；在柳河沿线设立警示牌
45块。另与沿河村组
100%
签订管护合同，巡查、清淤责任到人
。
（二）做好秸秆禁烧，守护蓝天
截至目前，共排查地块
900
余处，面积为
3.2万亩，下发告知
书650多份，没有发生火情。
（三）推进网格管理
2024
年我镇新增网格员
12
名，办结事项
318
件。
"""
UNEVEN = """\
2024年，全镇共发展稻虾共作
超过3000亩。三是林果业，以柳河两岸为
依托，新栽桃树2万株，林果业总
产值达到860万元，同比增长12%。四是农家乐，重点打造了“一河两岸”精品线路，即：青禾、柳
湾、石桥三个村。全年接待游客4万人次，其中，青禾村1.8万人次，柳湾村1.2万人次，石桥村
6000人次，旅游收入占全镇总收入的
15%以上。
"""


def read(text: str) -> Article:
    return parse(Source("seeds/a.txt", "a", "0" * 64, "utf-8", "txt", text), lexicon.load())


def sentences(text: str) -> list[str]:
    return [sentence.text for section in read(text).sections for sentence in section.sentences]


def headings(text: str) -> list[str | None]:
    return [section.heading for section in read(text).sections if section.heading]


def paragraphs(text: str) -> list[str]:
    sections = read(text).sections
    return ["".join(s.text for s in paragraph.sentences) for section in sections for paragraph in section.paragraphs]


# ---------------------------------------------------------------- at figures


def test_figures_on_lines_of_their_own_are_joined_with_their_words() -> None:
    assert sentences(FIGURES_APART) == [
        "今年以来，共开展巡河行动260余次，清理垃圾1800余吨；在柳河沿线设立警示牌45块。",
        "另与沿河村组100%签订管护合同，巡查、清淤责任到人。",
        "截至目前，共排查地块900余处，面积为3.2万亩，下发告知书650多份，没有发生火情。",
        "2024年我镇新增网格员12名，办结事项318件。",
    ]


def test_a_heading_is_not_joined_with_a_text_that_breaks_at_figures() -> None:
    assert headings(FIGURES_APART) == ["加强河道管护", "做好秸秆禁烧，守护蓝天", "推进网格管理"]


@pytest.mark.parametrize("text", [FIGURES_APART, UNEVEN], ids=["figures", "uneven"])
def test_a_joined_sentence_stands_at_its_offsets(text: str) -> None:
    for section in read(text).sections:
        for sentence in section.sentences:
            start, end = sentence.span(0, len(sentence.text))
            assert text[start:end].replace("\n", "") == sentence.text


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("全镇粮食总产量达到1.2", "万吨，比上年增长3%。"),
        ("全镇实现工农业总产值", "31.5亿元，增长7%。"),
        ("全镇完成固定资产投资3.", "5亿元，增长7%。"),
        ("全鎮實現工業總產值3.2", "億元，增長7%。"),
        ("全镇1—", "9月完成税收3000万元。"),
        ("会议印发了《青禾镇河道", "管护办法》等文件。"),
    ],
    ids=["unit", "figure", "decimal point", "traditional", "range", "brackets"],
)
def test_what_a_break_tears_apart_is_joined_in_any_text(above: str, below: str) -> None:
    assert sentences(f"青禾镇召开总结会议。\n{above}\n{below}\n")[1:] == [above + below]


def test_a_date_is_joined_where_a_text_breaks_at_figures() -> None:
    text = "青禾镇自\n2023\n年\n5\n月起推行网格管理，累计办结事项\n318\n件，走访群众\n2600\n户。\n"

    assert sentences(text) == ["青禾镇自2023年5月起推行网格管理，累计办结事项318件，走访群众2600户。"]


# ---------------------------------------------------------------- over a page's end


@pytest.mark.parametrize("page", ["- 3 -", "— 3 —", "第3页", "第 3 页 共 9 页", "·3·"])
@pytest.mark.parametrize("blank", ["", "\n"], ids=["close", "apart"])
@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("全镇存款余额达7.2亿元，贷款余额达4022", "万元，同比增长14%。"),
        ("全镇存款余额达7.2亿元，贷款余额同比", "增长14%，连续三年保持增长。"),
        ("全镇共投入资金", "3200万元，完成河道清淤。"),
        ("会议要求各村各单位切实把思想统一到全镇重点项目建设的目标任务上", "来并抓好落实。"),
    ],
    ids=["number", "clause", "figure", "long line"],
)
def test_a_page_number_parts_no_sentence(above: str, blank: str, page: str, below: str) -> None:
    text = f"青禾镇经济平稳运行。\n{above}\n{blank}{page}\n{blank}{below}\n柳河通车。\n"

    assert sentences(text)[1:] == [above + below, "柳河通车。"]


def test_a_heading_at_a_page_s_end_stays_a_heading() -> None:
    text = "青禾镇经济平稳运行。\n（二）农业生产\n- 3 -\n全镇种植水稻2万亩，收成良好。\n"

    assert headings(text) == ["农业生产"]


def test_a_number_between_blank_lines_whose_unit_follows_is_no_page_number() -> None:
    text = "全年累计出动\n\n260\n\n余车次，清运垃圾\n\n180\n\n余吨，张贴公告\n\n96\n\n余份。\n"

    assert sentences(text) == ["全年累计出动260余车次，清运垃圾180余吨，张贴公告96余份。"]


# ---------------------------------------------------------------- at no even width


def test_lines_broken_at_no_even_width_are_joined() -> None:
    assert sentences(UNEVEN) == [
        "2024年，全镇共发展稻虾共作超过3000亩。",
        "三是林果业，以柳河两岸为依托，新栽桃树2万株，林果业总产值达到860万元，同比增长12%。",
        "四是农家乐，重点打造了“一河两岸”精品线路，即：青禾、柳湾、石桥三个村。",
        "全年接待游客4万人次，其中，青禾村1.8万人次，柳湾村1.2万人次，石桥村6000人次，旅游收入占全镇总收入的15%以上。",
    ]


def test_a_first_line_without_a_stop_is_no_title_where_the_text_goes_on() -> None:
    text = (
        "预计 2024 年全镇实现工农业总产值\n21.5 亿元，增长 6%，其中农业总产值 9.2 亿元，增长\n"
        "4.5%；完成财政收入 860 万元；农民人均收\n入 21300 元，增长 8%。\n一、产业发展\n"
        "一年来，全镇立足抓项目、强\n基础、惠民生，各项事业取得新进展。\n"
    )

    article = read(text)

    assert (article.metadata.title, sentences(text)[0]) == (
        None,
        "预计2024年全镇实现工农业总产值21.5亿元，增长6%，其中农业总产值9.2亿元，增长4.5%；"
        "完成财政收入860万元；农民人均收入21300元，增长8%。",
    )


def test_a_numbered_heading_is_not_joined_with_a_text_of_uneven_lines() -> None:
    assert headings(f"一、产业发展提质增效\n{UNEVEN}二、民生福祉\n{UNEVEN}") == ["产业发展提质增效", "民生福祉"]


def test_a_numbered_heading_in_two_lines_is_one() -> None:
    body = "青禾镇坚持把产业发展作为第一要务，全年新引进企业12家，新增岗位340个，群众收入稳步提高。"
    headed = "（一）坚持科技兴农稳粮增收方向，打造柳河流域重要粮仓"
    text = "\n".join(
        line
        for part in (headed, body, "（二）产业兴旺", body)
        for line in textwrap.wrap(part, 22, break_long_words=True)
    )

    assert headings(text) == ["坚持科技兴农稳粮增收方向，打造柳河流域重要粮仓", "产业兴旺"]


def test_a_heading_that_fills_the_width_is_one_where_others_of_its_kind_are() -> None:
    body = "青禾镇坚持把产业发展作为第一要务，全年新引进企业12家，新增岗位340个，群众收入稳步提高。"
    headed = "（一）科技兴农稳粮增收打造柳河流域重要粮仓"
    text = "\n".join(line for part in (headed, body, "（二）产业兴旺", body) for line in textwrap.wrap(part, 21))

    assert headings(text) == ["科技兴农稳粮增收打造柳河流域重要粮仓", "产业兴旺"]


def test_an_item_begins_a_paragraph_though_the_one_before_lacks_its_stop() -> None:
    text = f"{UNEVEN.rstrip()[:-1]}\n二是文旅融合发展，全年举办\n活动12场。\n"

    assert paragraphs(text)[-1] == "二是文旅融合发展，全年举办活动12场。"


# ---------------------------------------------------------------- set apart by an author


@pytest.mark.parametrize(
    "text",
    [
        "建设公园3个，新增绿地2万平方米\n改造道路5条，惠及居民3000户\n新建养老驿站2处，服务老人300人",
        "地区生产总值\n84.6亿元\n规模工业产值\n31.2亿元\n税收收入\n9.15亿元",
        "2023年\n6月1日，青禾镇启动村道改造。\n8月15日，柳河大桥通车。",
        "青禾镇村道改造完成。全年修路3公里\n柳河大桥通车。两岸群众出行更方便\n农田水利设施完善。旱涝保收",
        "项目名称：柳河大桥\n建设单位：青禾镇人民政府\n投资额：3200万元\n联系电话：12345",
        "指标  2023年  增长\n税收  3.2  5\n财政收入  1.8  4\n青禾镇经济平稳运行，税收稳步增长。",
        "关于青禾镇2024\n市民文明公约\n全镇居民应当共同遵守本公约。",
    ],
    ids=["list", "labels and values", "timeline", "no stops", "fields", "table", "title"],
)
def test_lines_that_an_author_set_apart_stay_apart(text: str) -> None:
    article = read(text)

    shown = {*paragraphs(text), *headings(text), *(aside.value for aside in article.aside)}
    shown |= {stated.value for stated in (article.metadata.title, article.metadata.subtitle) if stated}
    assert shown == set(text.split("\n"))


def test_a_caption_among_uneven_lines_is_not_joined_with_what_follows() -> None:
    text = f"{UNEVEN}村民在田间劳作。青禾日报记者 李柳摄\n{UNEVEN}"

    captions = [caption.text for section in read(text).sections for caption in section.captions]
    assert captions == ["村民在田间劳作。青禾日报记者 李柳摄"]


def test_a_sentence_begun_on_a_line_is_no_heading() -> None:
    assert headings("农业加快发展。全年种植水稻\n\n青禾镇新建公园3个，新增绿地2万平方米。\n") == []
