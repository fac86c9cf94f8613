"""Names of figures: sentences written for the tests, in the wordings of bulletins and work reports."""

from pathlib import Path

import pytest

from policy_digest import lexicon
from policy_digest.extract.indicators import Named
from policy_digest.extract.mention import Reading
from policy_digest.extract.names import name_readings
from policy_digest.extract.reading import read_figures
from policy_digest.model import Article, Metadata, Paragraph, Section, Sentence, Source, Stated
from policy_digest.parse import parse
from policy_digest.read import read_sources

LEXICON = lexicon.load()
SEEDS = Path(__file__).resolve().parent.parent / "seeds"


def article_of(*sentences: str, place: str | None = "青禾镇") -> Article:
    """One section of one paragraph; the sentences stand one after another."""
    text, made = "", []
    for number, words in enumerate(sentences):
        made.append(Sentence(f"s-{number}", words, len(text), len(text) + len(words)))
        text += words
    section = Section("h-0", 1, None, None, None, None, (Paragraph("body", tuple(made)),), (), None)
    source = Source("qinghe.txt", "qinghe", "", "utf-8", "txt", text)
    return Article("qinghe", source, Metadata(ref_area=Stated(place, "text") if place else None), (section,))


def read(article: Article) -> tuple[tuple[Reading, ...], tuple[tuple[Named, ...], ...]]:
    readings = read_figures(article, LEXICON.figures)
    return readings, name_readings(readings, article, LEXICON)


def named(*sentences: str, place: str | None = "青禾镇") -> list[Named]:
    _, names = read(article_of(*sentences, place=place))
    return [name for of_sentence in names for name in of_sentence]


def names(*sentences: str) -> list[str]:
    return [name.indicator.name_zh for name in named(*sentences)]


AMOUNTS = {
    "2023年全镇完成工业总产值52.4亿元，营业收入31亿元。": ["工业总产值", "营业收入"],
    "累计发放各种助学补贴460万元。": ["助学补贴发放额"],
    "为40余家小微企业减免租金共计260余万元。": ["减免租金的小微企业数", "租金减免额"],
    "农村居民人均可支配收入达到2.6万元。": ["农村居民人均可支配收入"],
    "骨干企业实现工业总产值7.3亿元。": ["骨干企业工业总产值"],
    "投入320万元改造村内道路。": ["村内道路改造投入资金"],
    "粮食播种面积达6.3万亩，产量2.1万吨。": ["粮食播种面积", "粮食产量"],
    "种植蜜桃1200亩，产量860吨，产值430万元。": ["蜜桃种植面积", "蜜桃产量", "蜜桃产值"],
    "硬化通村公路18公里。": ["硬化通村公路里程"],
    "税收收入任务260万元，完成281万元。": ["税收收入任务", "税收收入"],
    "建设标准化大棚3.2万平方米。": ["标准化大棚建设面积"],
    "户均存款由3.2万元提升至4.7万元。": ["户均存款", "户均存款"],
}
COUNTS = {
    "全镇共有46个党支部、9个临时党支部。": ["党支部数", "临时党支部数"],
    "新增经营主体620户。": ["新增经营主体数"],
    "打造12个口袋公园。": ["打造口袋公园数"],
    "下辖26个自然村、14个村民委员会、居民小区5个。": ["自然村数", "村民委员会数", "居民小区数"],
    "临时救助86人次，城乡低保对象320人。": ["临时救助人次", "城乡低保对象人数"],
    "推动柳河沿岸6个村成立合作社。": ["成立合作社的村数"],
    "解决了38家企业620人的用工问题。": ["解决用工问题的企业数", "解决用工问题人数"],
    "目前已梳理出拟实施的16个项目。": ["拟实施项目数"],
    "生猪出栏2.6万头，小家禽出栏31万只。": ["生猪出栏量", "小家禽出栏量"],
    "举办消夏晚会等各类文化活动42场。": ["文化活动场次"],
    "化解土地、邻里等历史积案18件。": ["化解历史积案数"],
    "更新老旧电梯24部。": ["更新老旧电梯数"],
    "推进20个拟开工项目。": ["拟开工项目数"],
}
CHANGES = {
    "第一产业增加值8.2亿元，增长4.5%。": ["第一产业增加值", "第一产业增加值增速"],
    "工业投资、民间投资分别增长9.4%、6.1%。": ["工业投资增速", "民间投资增速"],
    "城镇和农村居民人均可支配收入分别增长4.2%和6.3%。": [
        "城镇居民人均可支配收入增速",
        "农村居民人均可支配收入增速",
    ],
    "城乡居民人均可支配收入分别增长4.2%、6.3%。": ["城镇居民人均可支配收入增速", "农村居民人均可支配收入增速"],
    "第一、二、三产业增加值分别增长3%、5%、7%。": [
        "第一产业增加值增速",
        "第二产业增加值增速",
        "第三产业增加值增速",
    ],
    "工业总产值21亿元，建筑业总产值6亿元，分别比上年增长12%、13%。": [
        "工业总产值",
        "建筑业总产值",
        "工业总产值增速",
        "建筑业总产值增速",
    ],
    "诉求量同比下降38%。": ["诉求量增速"],
    "常住人口城镇化率提高1.2个百分点。": ["常住人口城镇化率增减"],
    "民间投资占比提升至64.7%。": ["民间投资占比"],
    "地区生产总值增长8.8%、达到97亿元。": ["地区生产总值增速", "地区生产总值"],
}
SHARES = {
    "三次产业对经济增长的贡献率分别为6.9%、58.0%和35.1%。": [
        "第一产业对经济增长的贡献率",
        "第二产业对经济增长的贡献率",
        "第三产业对经济增长的贡献率",
    ],
    "粮食播种面积4万亩，完成率108%。": ["粮食播种面积", "粮食播种面积完成率"],
    "民营经济增加值51亿元，总量占GDP的58%。": ["民营经济增加值", "民营经济增加值占GDP比重"],
    "诉求解决率、满意率分别达65.4%和65.5%。": ["诉求解决率", "诉求满意率"],
    "森林覆盖率达到38.6%。": ["森林覆盖率"],
}
RANKS = {
    "税收增速和财力规模增速排名全区前列。": ["税收增速", "财力规模增速"],
    "林木养护面积达2.1万亩，位居全市第一。": ["林木养护面积", "林木养护面积"],
    "规上工业增加值增长17.6%、居全市首位。": ["规上工业增加值增速", "规上工业增加值增速"],
}


@pytest.mark.parametrize(("words", "expected"), [*AMOUNTS.items()])
def test_an_amount_is_named_by_the_noun_phrase_it_measures(words: str, expected: list[str]) -> None:
    found = names(words)

    assert found == expected


@pytest.mark.parametrize(("words", "expected"), [*COUNTS.items()])
def test_a_count_is_named_by_what_was_counted_and_what_was_done_to_it(words: str, expected: list[str]) -> None:
    found = names(words)

    assert found == expected


@pytest.mark.parametrize(("words", "expected"), [*CHANGES.items()])
def test_a_change_is_named_by_what_changed(words: str, expected: list[str]) -> None:
    found = names(words)

    assert found == expected


@pytest.mark.parametrize(("words", "expected"), [*SHARES.items()])
def test_a_share_is_named_by_its_part_and_its_whole(words: str, expected: list[str]) -> None:
    found = names(words)

    assert [name.replace("的", "") for name in found] == [name.replace("的", "") for name in expected]


@pytest.mark.parametrize(("words", "expected"), [*RANKS.items()])
def test_a_rank_is_named_by_what_is_ranked(words: str, expected: list[str]) -> None:
    found = names(words)

    assert found == expected


def test_a_part_told_after_its_owner_keeps_the_owner() -> None:
    found = names("民营经济增加值51亿元，增长3%。", "其中，第一产业增加值4亿元，增长2%。")

    assert found[2:] == ["民营经济第一产业增加值", "民营经济第一产业增加值增速"]


def test_an_owner_does_not_outlast_its_parts() -> None:
    found = names("民营经济增加值51亿元。", "其中，第一产业增加值4亿元。", "第二产业增加值40亿元。")

    assert found[2] == "第二产业增加值"


def test_a_change_without_a_subject_takes_the_clause_before_even_where_its_figure_is_hidden() -> None:
    found = names("完成地区生产总值XX亿元，增长5%。")

    assert found == ["地区生产总值增速"]


def test_what_changed_is_told_apart_from_the_name() -> None:
    found = named("民营经济拉动GDP增长1.9个百分点。")

    assert (found[0].indicator.name_zh, found[0].of) == ("民营经济拉动GDP增长", "地区生产总值")


def test_a_growth_rate_has_the_id_of_what_grew_with_its_kind() -> None:
    found = named("社会消费品零售总额增长6%。")

    assert (found[0].indicator.id, found[0].indicator.name_en) == (
        "retail_sales_growth",
        "Growth of total retail sales of consumer goods",
    )


def test_a_village_named_at_the_head_of_a_clause_is_the_place() -> None:
    found = named("柳湾村集体收益达到80万元。")

    assert (found[0].ref_area, found[0].indicator.name_zh) == ("柳湾村", "村集体收益")


def test_a_province_is_a_place_by_its_own_name() -> None:
    assert named("江苏省税收收入8500亿元。")[0].ref_area == "江苏省"


@pytest.mark.parametrize(
    "words",
    [
        "示范村达到8个。",
        "农村居民人均可支配收入2万元。",
        "成功申报县级合作社2个。",
        "组织全镇劳动力培训3场。",
        "占柳河区耕地面积的9%。",
        "提请市人大常委会审议议案5件。",
        "立改废省地方性法规12件。",
        "成功申报县重点项目4个。",
    ],
)
def test_a_common_noun_is_no_place(words: str) -> None:
    found = named(words)

    assert found[0].ref_area == "青禾镇"


PLACED = {
    "兰田村与企业合办合作社，每年村财可增收1.3万元。": ["兰田村"],
    "在石桥村，流转土地300亩，建成大棚12栋。": ["石桥村", "石桥村"],
    "兰田村增收8万元；全镇接待游客3万人次。": ["兰田村", "青禾镇"],
    "柳湾村建成合作社，全镇合作社达到9家。": ["青禾镇"],
    "全镇粮食播种面积6万亩。": ["青禾镇"],
}


@pytest.mark.parametrize(("words", "expected"), PLACED.items())
def test_a_village_governs_the_clauses_that_follow_it(words: str, expected: list[str]) -> None:
    found = [name.ref_area for name in named(words)]

    assert found == expected


def test_a_village_is_known_by_its_short_name_and_by_what_the_next_sentence_says() -> None:
    found = named("示范田选在西柳庄村，亩产780公斤。", "为西柳庄创收34万元。", "村里开设网店，收入50万元。")

    assert [name.ref_area for name in found] == ["西柳庄村"] * 3


def test_one_fact_told_twice_has_one_key() -> None:
    found = named("2023年完成税收3.2亿元。", "2023年完成税收3.2亿元。", "2023年完成税收3.3亿元。")

    assert [found[0].fact == found[1].fact, found[0].fact == found[2].fact] == [True, False]


def test_names_of_an_altered_text_are_in_standard_words() -> None:
    altered = ("底层办理完结提高。", "乡民胶葛削减。", "农人取得感更强。", "全镇新增运营主体310户。")

    assert names(*altered) == ["新增经营主体数"]


def test_a_clean_text_keeps_its_words() -> None:
    found = names("全年接待大众320人次。")

    assert found == ["接待大众人次"]


def test_every_mention_of_the_seeds_has_a_name_without_a_number() -> None:
    articles = [parse(source, LEXICON) for source in read_sources(SEEDS).sources]
    found = [name.indicator.name_zh for article in articles for one in read(article)[1] for name in one]

    assert [name for name in found if not name or any(mark in name for mark in "，。；\x00")] == []


@pytest.mark.parametrize("words", ["完成" * 4000 + "3亿元。", "、和" * 4000 + "8个村。", "增长" * 4000 + "5%。"])
def test_a_line_without_a_stop_is_named_from_the_words_near_its_figure(words: str) -> None:
    found = names(words)

    assert [len(name) < 100 for name in found] == [True]


def test_a_line_of_many_figures_is_named_one_figure_after_another() -> None:
    found = names("建成3个村、" * 2000)

    assert (len(found), set(found)) == (2000, {"建成村数"})
