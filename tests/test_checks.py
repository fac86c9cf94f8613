"""What else translations are checked for: terms and places, Chinese left, blanks and length; and how well in all."""

from pathlib import Path

import pytest
import yaml
from malformed import faults_of as table_faults

from policy_digest import lexicon
from policy_digest.checks import faults_of, told
from policy_digest.checks.numbers_en import english_numbers
from policy_digest.checks.numbers_zh import chinese_numbers
from policy_digest.checks.traits import YEAR, chinese_traits, english_traits
from policy_digest.lexicon import telling
from policy_digest.lexicon.tables import FOLDER, read_rows
from tests.evaluate_translations import FLOORS, OWN, SET_ASIDE, Score, name_of, pairs_of, score, set_aside, worse
from tests.planting import KINDS, planted

LONG = (
    "全镇干部群众同心协力，乡村面貌焕然一新，居民生活不断改善，各项事业稳步推进，群众满意度明显提高，发展后劲持续增强"
)
PASSING = [
    ("国务院批准了规划", "The State Council approved the plan"),
    ("推进乡村振兴", "Work on revitalising the countryside"),
    ("“十四五”规划", "The Fourteenth Five-Year Plan"),
    ("妇联", "The Women’s Federation"),
    ("建设5G基站", "Base stations for 5G"),
    ("PM2.5与PM10下降", "PM10 and PM2.5 fell"),
    ("通州区的做法", "How it is done in Tongzhou District"),
    ("隆重庆祝丰收", "A grand celebration of the harvest"),
    ("七有", "The “seven essentials” of public wellbeing"),
    (
        LONG,
        "Officials and residents worked as one: villages look new, life improves all the time, all work goes ahead, "
        "people are more content and there is more strength for development.",
    ),
    ("评价为A", "Rated A"),
    ("推广新能源汽车", "More EVs"),
    ("合作社增收", "Co-ops earned more"),
    ("新建幼儿园", "A new pre-school"),
    ("建成小康社会", "A moderately well-off society was built"),
    ("在党中央领导下", "Under the leadership of the Party"),
]
FAILING = [
    ("国务院批准了规划", "The ministry approved the plan", ("without 'State Council' for 国务院",)),
    ("通州区的做法", "How it is done in Tongshou", ("without 'Tongzhou District' for 通州区",)),
    ("推广新能源汽车", "More evening cars", ("without 'new energy vehicles' for 新能源汽车",)),
    ("北京市的做法", "How it is done in the capital", ("without 'Beijing' for 北京市",)),
    ("改善民生", "Improving 民生", ("with Chinese left in it: 民生",)),
    ("改善民生", "Improving lives。", ("with Chinese punctuation: 。",)),
    ("改善民生", "TODO", ("with a blank to be filled: 'TODO'",)),
    ("改善民生", "[translation missing]", ("with a blank to be filled: '[translation missing]'",)),
    ("改善民生", "…", ("with no words",)),
    ("改善民生", "Improving <b>lives</b>", ("with markup that the Chinese has not: '<b>'",)),
    (
        "提升老旧小区环境，加强农村生活污水处理设施建设，引进优质教育资源。",
        "Old residential compounds look better, and good educational resources were brought in.",
        ("with nothing of '加强农村生活污水处理设施建设'",),
    ),
    ("新建三个公园", "New parks", ("without 三",)),
    ("新建3个公园", "4 new parks", ("without 3", "with 4")),
    ("PM2.5下降3%", "PM3 fell by 2.5%", ("with PM 3 for 2.5",)),
    ("建设5G基站", "Base stations for 6G", ("without 5", "with 6", "with G 6 for 5")),
    ("税收3亿元", "Tax of $300 million", ("with 3亿 in dollars",)),
]


@pytest.mark.parametrize(("zh", "en"), PASSING, ids=[zh for zh, _ in PASSING])
def test_a_good_translation_passes(zh: str, en: str) -> None:
    assert faults_of(zh, en, lexicon.load(), is_draft=True) == ()


@pytest.mark.parametrize(("zh", "en", "faults"), FAILING, ids=[f"{zh} ≠ {en}" for zh, en, _ in FAILING])
def test_each_fault_of_a_translation_is_told_in_words(zh: str, en: str, faults: tuple[str, ...]) -> None:
    assert faults_of(zh, en, lexicon.load(), is_draft=True) == faults


def test_a_clause_that_seems_lost_is_told_of_drafts_alone() -> None:
    """Somebody who has read a translation may have said a clause in other words than those of the tables."""
    zh = "提升老旧小区环境，加强农村生活污水处理设施建设，引进优质教育资源。"
    en = "Old residential compounds look better, and good educational resources were brought in."
    assert faults_of(zh, en, lexicon.load()) == ()


def test_a_place_may_be_told_by_its_stem_or_its_kind() -> None:
    for en in ("How Tongzhou does it", "How the district does it"):
        assert faults_of("通州区的做法", en, lexicon.load()) == ()


def test_a_village_of_the_lists_is_not_looked_for_within_other_words() -> None:
    assert faults_of("举行首届消夏村晚", "The first summer village gala was held", lexicon.load()) == ()


def test_the_parts_of_a_date_are_not_the_wrong_way_round() -> None:
    zh, en = "2024年7月1日,村民议事厅正式开放。", "On 1 July 2024 the villagers’ hall officially opened."
    assert faults_of(zh, en, lexicon.load()) == ()


def test_a_translation_that_says_far_more_is_told() -> None:
    zh = "全镇面貌焕然一新，居民生活不断改善，事业稳步推进。"
    found = faults_of(zh, "Villages look new. " * 30, lexicon.load())
    assert found == (f"with 569 letters for {len(zh)} characters: it may say more than the Chinese",)


def test_a_translation_that_is_far_too_short_is_told() -> None:
    found = faults_of(LONG, "Villages look new.", lexicon.load())
    assert found[0] == f"with 18 letters for {len(LONG)} characters: a clause may be lost"


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        (
            "2024年，青禾镇完成税收9.15亿元，同比下降36.17%。",
            "Tax revenue fell 36.17% in 2024, to CNY 915 million.",
        ),
        ("2023年3月5日，投资1.25亿元，增长12.5%，占比38.4%。", "5 March 2023: CNY 125 million, up 12.5%, 38.4%."),
    ],
)
def test_a_short_sentence_full_of_figures_is_not_too_short(zh: str, en: str) -> None:
    assert faults_of(zh, en, lexicon.load(), is_draft=True) == ()


def test_a_sentence_with_a_figure_can_still_be_too_short() -> None:
    found = faults_of(f"2024年，{LONG}", "In 2024 villages looked new.", lexicon.load())
    assert found == (f"with 23 letters for {len(LONG) + 1} characters: a clause may be lost",)


def test_several_faults_read_as_one_sentence() -> None:
    assert told("Four parks", ["without 3", "with Four"]) == "a translation without 3 and with Four: 'Four parks'"


ROWS = read_rows("told_by", telling.COLUMNS)


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_a_way_to_tell_a_figure_is_read_in_its_example(row: dict[str, str]) -> None:
    zh, _, en = row["example"].partition(" = ")
    numbers, english = chinese_numbers(zh), english_numbers(en)
    ways = lexicon.load().telling
    traits = [chinese_traits(zh, numbers, ways)[-1]] if numbers else []
    traits += [
        trait
        for one, trait in zip(english, english_traits(en, english, ways), strict=True)
        if one.words in ("40", "20")
    ]
    field = "unit" if row["of"] in ("unit", "time", "count") else row["of"]
    assert {getattr(trait, field) for trait in traits} == {row["name"]}


@pytest.mark.parametrize(
    ("en", "is_year"),
    [
        ("In 2019, 40 parks", True),
        ("The 2019 plan", True),
        ("A total of 2,019 parks", False),
        ("By 2019 parks", True),
        ("In 398 villages", False),
    ],
)
def test_a_year_is_told_from_a_number_of_things(en: str, is_year: bool) -> None:
    found = english_traits(en, english_numbers(en), lexicon.load().telling)[0]
    assert (found.unit == YEAR) is is_year


@pytest.mark.parametrize(
    ("table", "entry", "found"),
    [
        ("told_by.tsv", "zz\tsize\t\t\t\t\t", "of 'size'"),
        ("told_by.tsv", "zz\tunit\t(\t\t\t\t", "zh_before '(': missing ), unterminated subpattern at position 0"),
        ("kept_terms.tsv", "龘\tdragon", "'龘'"),
        ("kept_terms.tsv", "龘\t[", "said '[': unterminated character set at position 0"),
    ],
)
def test_a_malformed_entry_is_told_with_its_file_and_line(tmp_path: Path, table: str, entry: str, found: str) -> None:
    for name in ("told_by.tsv", "kept_terms.tsv", "told_words.tsv", "terms.tsv"):
        (tmp_path / name).write_text((FOLDER / name).read_text(encoding="utf-8"), encoding="utf-8")
    assert found in [fault.found for fault in table_faults(entry, table, tmp_path, telling.load)]


@pytest.fixture(scope="module")
def own() -> Score:
    return score(pairs_of(OWN), lexicon.load(), {})


def test_the_checks_do_as_well_as_their_floors_say(own: Score) -> None:
    assert worse(own, yaml.safe_load(FLOORS.read_text(encoding="utf-8"))["own"]) == []


def test_errors_of_every_kind_are_planted(own: Score) -> None:
    assert (set(own.planted), own.planted.total() > 200, own.pairs > 80) == (set(KINDS), True, True)


def test_no_other_check_faults_a_good_pair() -> None:
    words = lexicon.load()
    found = [(zh, fault) for zh, en in pairs_of(OWN) for fault in faults_of(zh, en, words)]
    assert [fault for fault in found if "wrong way round" not in fault[1]] == []


def test_what_is_planted_repeats_itself_and_is_another_text() -> None:
    pairs = list(pairs_of(OWN))
    first = [list(planted(zh, en)) for zh, en in pairs]
    assert (first, [en for (_, en), bad in zip(pairs, first, strict=True) if en in dict(bad).values()]) == (
        [list(planted(zh, en)) for zh, en in pairs],
        [],
    )


def test_a_worse_rate_is_told() -> None:
    bad = Score(pairs=10, whole=10, false=["x"], other=["y"], draft=["z"])
    bad.planted["swapped figures"], bad.caught["swapped figures"] = 10, 5
    floors = {
        "false alarms": 0.02,
        "other alarms": 0.005,
        "alarms of drafts": 0.01,
        "caught": 0.98,
        "caught of a kind": 0.95,
    }
    assert worse(bad, floors) == [
        "false alarms are 0.1000, above 0.0200",
        "alarms of the other checks are 0.1000, above 0.0050",
        "alarms of drafts are 0.1000, above 0.0100",
        "caught are 0.5000, below 0.9800",
        "caught of 'swapped figures' are 0.5000, below 0.9500",
    ]


def test_a_pair_that_is_set_aside_is_counted_and_left_out() -> None:
    pairs = list(pairs_of(OWN))[:2]
    result = score(pairs, lexicon.load(), {name_of(pairs[0]): "badly aligned"})
    assert (result.aside, result.pairs) == (1, 1)


def test_each_pair_that_is_set_aside_has_its_reason() -> None:
    lines = [line for line in SET_ASIDE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert (len(set_aside()), all(set_aside().values()), lines) == (len(lines), True, sorted(lines))
