import pytest
from made_reviews import made_article, made_observations

from policy_digest.digest.clauses import shorten
from policy_digest.digest.weigh import Weigher
from policy_digest.extract.commitments import find_commitments
from policy_digest.extract.programmes import find_programmes
from policy_digest.lexicon import load
from policy_digest.lexicon.marks import clause_spans, quoted_spans
from policy_digest.model import Record


def shortened(text: str, figures: dict[str, str] | None = None, **fields: object) -> str:
    article = made_article(text)
    observations = made_observations(article, figures or {}, **fields)
    lexicon = load()
    commitments = find_commitments(article, observations, lexicon)
    record = Record(article, observations, find_programmes(article, lexicon), commitments)
    return shorten(article.sections[0].sentences[0], Weigher(record, lexicon)).text


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("新增企业12家，减免租金9万元。", ["新增企业12家，", "减免租金9万元。"]),
        ("新增企业12家,减免租金9万元。", ["新增企业12家,", "减免租金9万元。"]),
        ("种植1,200亩，收获。", ["种植1,200亩，", "收获。"]),
        ("税收34万元,2023年翻番。", ["税收34万元,", "2023年翻番。"]),
        ("形成“一轴一带，三区多点”布局，成效初显。", ["形成“一轴一带，三区多点”布局，", "成效初显。"]),
        ("水厂（一期，含管网）完工；二期开工。", ["水厂（一期，含管网）完工；", "二期开工。"]),
        ("他说“好，走，去看看。", ["他说“好，", "走，", "去看看。"]),
    ],
    ids=["full-width", "half-width", "thousands", "a year after a comma", "quotation", "brackets", "never closed"],
)
def test_a_sentence_is_cut_at_the_commas_outside_its_quotations(text: str, clauses: list[str]) -> None:
    assert [text[start:end] for start, end in clause_spans(text)] == clauses


def test_marks_that_are_never_closed_enclose_nothing_however_many() -> None:
    assert quoted_spans("“" * 5000 + "推行“一窗通办”") == ((5002, 5008),)


def test_a_bracket_left_open_does_not_hide_the_end_of_its_quotation() -> None:
    text = "推行“一窗（通办”，办结3件。"

    assert [text[start:end] for start, end in clause_spans(text)] == ["推行“一窗（通办”，", "办结3件。"]


def test_straight_quotation_marks_open_and_close_in_turn() -> None:
    text = '推行"一窗"和"一网"办理'

    assert [text[start:end] for start, end in quoted_spans(text)] == ['"一窗"', '"一网"']


def test_a_figure_keeps_the_clause_that_says_it_is_expected() -> None:
    text = (
        "青禾镇坚持把发展作为第一要务，不断优化营商环境，着力激发经营主体活力，"
        "全年预计完成工业总产值84.6亿元，营业收入86.64亿元，为全区大局作出积极贡献。"
    )

    line = shortened(text, {"86.64亿元": "营业收入"}, nature="expected")

    assert line.endswith("全年预计完成工业总产值84.6亿元，营业收入86.64亿元。")


def test_what_was_done_after_all_keeps_the_word_that_says_so() -> None:
    text = (
        "全镇预计完成税收19亿元，营业收入86亿元；"
        "实际完成全社会投资50.35亿元，建安投资7.34亿元，为高质量发展奠定坚实基础。"
    )

    line = shortened(text, {"7.34亿元": "建安投资"})

    assert "实际完成全社会投资50.35亿元，建安投资7.34亿元。" in line


def test_a_part_of_a_total_keeps_its_total() -> None:
    text = (
        "青禾镇不断提升服务水平，切实增强企业获得感，持续优化产业布局，大力培育新型经营主体和龙头企业，"
        "目前有高新技术企业218家，其中规上企业81家。"
    )

    line = shortened(text, {"81家": "规上企业数"})

    assert line.endswith("目前有高新技术企业218家，其中规上企业81家。")


def test_growth_keeps_what_grew() -> None:
    text = "青禾镇凝心聚力谋发展，奋力谱写乡村振兴的新篇章，切实增强群众获得感，全年完成税收9.15亿元，同比增长4%。"

    line = shortened(text, {"4%": "税收增速"}, kind="change")

    assert line.endswith("全年完成税收9.15亿元，同比增长4%。")


def test_a_verb_keeps_its_subject() -> None:
    text = (
        "柳林村党支部带领村民盘活闲置房屋，探索多种经营路子，进一步增强集体造血功能，"
        "推动乡村振兴走深走实，引进民宿企业3家，新增就业岗位60个。"
    )

    line = shortened(text, {"3家": "引进民宿企业数"})

    assert line.startswith("柳林村党支部带领村民盘活闲置房屋，")


def test_a_topic_keeps_its_comment() -> None:
    text = (
        "这一年的冬小麦，百亩方亩产量达到612公斤，创下全县最高水平，农民笑开了颜，日子越过越红火，人人脸上洋溢着幸福。"
    )

    line = shortened(text, {"612公斤": "冬小麦单产"})

    assert line.startswith("这一年的冬小麦，百亩方亩产量达到612公斤")


def test_a_period_stays_with_what_it_dates() -> None:
    text = (
        "2024年，青禾镇坚持党建引领，不断夯实基层基础，着力提升治理效能，切实增强群众获得感，"
        "新建口袋公园12处，为群众提供更多休闲空间。"
    )

    assert shortened(text, {"12处": "新建口袋公园数"}).startswith("2024年，")


def test_a_line_never_opens_with_a_conjunction_whose_sentence_it_left() -> None:
    text = "同时，青禾小学新校区投入使用。"

    assert shortened(text) == "青禾小学新校区投入使用。"


def test_a_part_that_loses_its_end_keeps_its_semicolon() -> None:
    text = (
        "大沟村试种赤松茸30亩，吸引院校师生前来研学，切实增强村民获得感幸福感；"
        "南坡村推出“稻田课堂”体验项目，让更多人享受田园种植的乐趣，进一步丰富了乡村旅游业态。"
    )

    assert "吸引院校师生前来研学；南坡村" in shortened(text, {"30亩": "试种赤松茸面积"})


def test_a_line_is_made_of_whole_clauses_only() -> None:
    text = "围绕增收目标，青禾镇流转土地900亩，建成大棚120座，带动农户300户，户均增收2万元，走出一条富民强村的新路子。"
    line = shortened(text, {"900亩": "流转土地面积", "120座": "大棚数", "300户": "带动农户数"})

    whole = {text[start:end].rstrip("，。") for start, end in clause_spans(text)}

    assert {line[start:end].rstrip("，。") for start, end in clause_spans(line)} <= whole


def test_traditional_characters_are_weighed_as_simplified_ones() -> None:
    text = "青禾鎮堅持高質量發展，切實增強群眾獲得感，奮力譜寫鄉村振興新篇章，全年完成稅收9億元，同比增長4%。"

    assert shortened(text, {"9億元": "税收"}).endswith("全年完成稅收9億元，同比增長4%。")
