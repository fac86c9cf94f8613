import pytest
from made_reviews import made_article

from policy_digest.extract.programmes import find_programmes
from policy_digest.lexicon import load
from policy_digest.lexicon.tables import read_entries

RULES = read_entries("programmes", ("rule", "words", "examples", "counterexamples"), ("kind",))
EXAMPLES = [(e["text"], e["name"], r.get("kind")) for r in RULES for e in r["examples"]]
COUNTEREXAMPLES = [text for rule in RULES for text in rule["counterexamples"]]


def names(text: str) -> list[str]:
    return [programme.name_zh for programme in find_programmes(made_article(text), load())]


@pytest.mark.parametrize(("text", "name", "kind"), EXAMPLES)
def test_each_rule_reads_its_examples(text: str, name: str, kind: str | None) -> None:
    found = {programme.name_zh: programme.kind for programme in find_programmes(made_article(text), load())}

    assert name in found
    assert kind is None or found[name] == kind


@pytest.mark.parametrize("text", COUNTEREXAMPLES)
def test_no_rule_reads_its_counterexamples(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "“水管漏了找谁？”“找网格员！”村民们说。",
        "村民笑着说：“如今办事方便，再也不用来回跑。”",
        "在“特”上做文章，在“新”上求突破。",
        "打好绿色生态和高效农业两张“牌”。",
        "营商环境是一个地方的“软实力”。",
        "村庄发展按下“加速键”。",
        "“十四五”开局之年，全镇上下鼓足干劲。",
        "印发《青禾镇志》。",
    ],
)
def test_speech_figures_of_speech_and_documents_are_no_programmes(text: str) -> None:
    assert names(text) == []


def test_mentions_of_one_programme_are_joined_under_its_full_name() -> None:
    text = "推出“一呼百应”服务机制。有了“一呼百应”，企业少跑路。‘一呼百应’四个字记在心上。"

    (programme,) = find_programmes(made_article(text), load())

    assert (programme.name_zh, programme.kind, len(programme.sentences)) == ("“一呼百应”服务机制", "mechanism", 2)


def test_a_nested_quotation_counts_as_a_mention() -> None:
    text = "建立“马上就办”工作机制。镇长说：“‘马上就办’是承诺，要一直办下去。”"

    (programme,) = find_programmes(made_article(text), load())

    assert len(programme.sentences) == 2


def test_straight_quotation_marks_are_read_as_curved_ones() -> None:
    assert names('推行"一窗通办"工作法。') == ["“一窗通办”工作法"]


def test_a_head_may_stand_far_from_the_quotation() -> None:
    text = "建立“县乡村”三级联动和跨区协作的工作机制。"

    assert names(text) == ["“县乡村”三级联动和跨区协作的工作机制"]


def test_members_of_a_list_take_the_kind_of_its_head() -> None:
    text = "先后打造了暖心议事亭、零跑腿工作法、“5D”工作法等党建品牌。"

    found = {programme.name_zh: programme.kind for programme in find_programmes(made_article(text), load())}

    assert found == {"暖心议事亭": "brand", "零跑腿工作法": "brand", "“5D”工作法": "method"}


def test_a_programme_that_only_a_heading_names_has_no_sentences() -> None:
    article = made_article("## 倾心打造“书香青禾”文化品牌\n^ 青禾镇图书馆。\n")

    (programme,) = find_programmes(article, load())

    assert (programme.name_zh, programme.sentences) == ("“书香青禾”文化品牌", ())


def test_ids_stay_when_other_programmes_come_and_go() -> None:
    alone = find_programmes(made_article("实施“明亮乡村”工程。"), load())
    among = find_programmes(made_article("推行“亮码入企”。实施“明亮乡村”工程。"), load())

    assert alone[0].id == among[1].id


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("推行「街鄉聯辦」工作機制。", "“街鄉聯辦”工作機制"),
        ("實施藍天淨水工程。", "藍天淨水工程"),
    ],
)
def test_a_programme_of_a_text_in_traditional_characters_is_named_as_printed(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    "sentence",
    [
        "深化集体产权、集体林权、供销社等改革。",
        "开展混合所有制、员工持股等试点。",
        "健全临时救助、特困人员供养等制度。",
        "建立成本分担、多元投融资等机制。",
        "粮食生产实现“十五连增”，农民收入“七连快”。",
        "编制关于保障性住房工程。",
    ],
)
def test_fields_of_work_and_runs_of_years_are_no_programmes(sentence: str) -> None:
    assert find_programmes(made_article(f"## 工作成效\n{sentence}\n"), load()) == ()
