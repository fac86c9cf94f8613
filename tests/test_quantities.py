import pytest

from tests.made_readings import mentions, plain, printed, spans, told

FORMS = [
    ("全年完成税收9.15亿元。", [("9.15亿元", "915000000", "CNY", "eq")]),
    ("粮食播种面积4.02万亩。", [("4.02万亩", "40200", "mu", "eq")]),
    ("新增经营主体3,144家。", [("3,144家", "3144", "item", "eq")]),
    ("实现村集体增收34万元,2023年新建公园3个。", [("34万元", "340000", "CNY", "eq"), ("3个", "3", "item", "eq")]),
    ("减免租金共计900余万元。", [("900余万元", "9000000", "CNY", "ge")]),
    ("发放补贴956万余元。", [("956万余元", "9560000", "CNY", "ge")]),
    ("减轻负担3万多亿元。", [("3万多亿元", "3000000000000", "CNY", "ge")]),
    ("化解积案十余件。", [("十余件", "10", "item", "ge")]),
    ("输送近百名务工人员到企业。", [("百名", "100", "person", "lt")]),
    ("年育苗超1000万株。", [("1000万株", "10000000", "item", "gt")]),
    ("服务群众约1.3万人。", [("1.3万人", "13000", "person", "approx")]),
    ("接待群众30余人次。", [("30余人次", "30", "visit", "ge")]),
    ("更新老旧电梯100部以上。", [("100部", "100", "item", "ge")]),
    ("办理时间控制在20个以内。", [("20个", "20", "item", "le")]),
    ("绿化率不低于35%。", [("35%", "35", "percent", "ge")]),
    ("百亩方亩产量达到780公斤。", [("780公斤", "780", "kg/mu", "eq")]),
    ("水稻产量650公斤/亩。", [("650公斤/亩", "650", "kg/mu", "eq")]),
    ("细颗粒物浓度32微克/立方米。", [("32微克/立方米", "32", "other:ug/m3", "eq")]),
    ("发电量5万千瓦时。", [("5万千瓦时", "50000", "kWh", "eq")]),
    ("新建道路３．５公里。", [("３．５公里", "3.5", "km", "eq")]),
    ("新增绿地 3200 平方米。", [("3200平方米", "3200", "m2", "eq")]),
    ("出口额300万美元。", [("300万美元", "3000000", "USD", "eq")]),
    ("村集体收益破百万。", [("百万", "1000000", "CNY", "gt")]),
    ("税收收入任务174万,完成192万。", [("174万", "1740000", "CNY", "eq"), ("192万", "1920000", "CNY", "eq")]),
    ("种植业总产值突破十亿大关。", [("十亿", "1000000000", "CNY", "gt")]),
    ("解决600多留守儿童托管问题。", [("600多", "600", "person", "ge")]),
    ("在先锋等12村实施土地整治。", [("12村", "12", "item", "eq")]),
    ("新建门诊楼一座、敬老院一所。", [("一座", "1", "item", "eq"), ("一所", "1", "item", "eq")]),
    ("全镇新建三个公园。", [("三个", "3", "item", "eq")]),
    ("现有党员三百五十二名。", [("三百五十二名", "352", "person", "eq")]),
    ("完成投资2亿3000万元。", [("2亿3000万元", "230000000", "CNY", "eq")]),
    ("鄉村戶數21342戶。", [("21342戶", "21342", "household", "eq")]),
    ("种植面积达4.02 万亩。", [("4.02万亩", "40200", "mu", "eq")]),
    ("分别完成投资12、15和18亿元。", [
        ("12", "1200000000", "CNY", "eq"), ("15", "1500000000", "CNY", "eq"), ("18亿元", "1800000000", "CNY", "eq"),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FORMS, ids=[text for text, _ in FORMS])
def test_a_quantity_keeps_its_words_and_has_its_value(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert told(text) == expected


RANGES = [
    ("每户年产蜂蜜4000—6000斤。", "4000—6000斤", "4000", "6000"),
    ("总投资600至850亿元。", "600至850亿元", "60000000000", "85000000000"),
    ("总投资3万至5万元。", "3万至5万元", "30000", "50000"),
    ("全镇引进五到六家企业。", "五到六家", "5", "6"),
    ("新建七八个公园。", "七八个", "7", "8"),
    ("贷款贴息3%-5%。", "3%-5%", "3", "5"),
]


@pytest.mark.parametrize(("text", "span", "low", "high"), RANGES, ids=[case[0] for case in RANGES])
def test_a_range_is_one_figure_with_both_ends(text: str, span: str, low: str, high: str) -> None:
    found = mentions(text)

    assert [(printed(m), plain(m.value), plain(m.value_max), m.bound) for m in found] == [(span, low, high, "range")]


def test_a_change_from_one_figure_to_another_is_no_range() -> None:
    assert told("公园由5个到8个。") == [("5个", "5", "item", "eq"), ("8个", "8", "item", "eq")]


FRACTIONS = [
    ("参保率近九成。", "九成", "90", "lt"),
    ("占全镇的三分之一。", "三分之一", "33.33", "eq"),
    ("占全镇的四分之三。", "四分之三", "75", "eq"),
    ("完成任务的百分之十五点五。", "百分之十五点五", "15.5", "eq"),
    ("超过五成的农户参加。", "五成", "50", "gt"),
]


@pytest.mark.parametrize(("text", "span", "value", "bound"), FRACTIONS, ids=[case[0] for case in FRACTIONS])
def test_a_fraction_is_a_share_in_percent(text: str, span: str, value: str, bound: str) -> None:
    assert told(text) == [(span, value, "percent", bound)]


def test_a_structure_that_makes_a_hundred_is_one_share_for_each_part() -> None:
    assert told("三次产业结构为12.0:45.0:43.0。") == [
        ("12.0", "12", "percent", "eq"),
        ("45.0", "45", "percent", "eq"),
        ("43.0", "43", "percent", "eq"),
    ]


def test_a_ratio_of_so_many_to_one_is_one_figure() -> None:
    assert told("男女比例为1.2:1。") == [("1.2:1", "1.2", "other:ratio", "eq")]


def test_a_ratio_that_makes_no_hundred_is_left_alone() -> None:
    assert spans("三块面积比例为1:2:3。") == []


NO_FIGURES = [
    "走出一条新路,形成一批成果,筑牢一道防线。",
    "建设千亩基地,走进百户人家。",
    "谈成一家,签约一家,不设门槛。",
    "群众一道努力,一起发展。",
    "水质稳定保持二类。",
    "两家企业讲述了故事。",
    "他说了三次。",
    "同比增长x.x%,完成税收xxx万元。",
]


@pytest.mark.parametrize("text", NO_FIGURES, ids=NO_FIGURES)
def test_an_article_or_a_figure_of_speech_is_no_figure(text: str) -> None:
    assert spans(text) == []
