"""The catalogue and the namer's tables, each entry held to its own examples in both directions."""

from pathlib import Path

import pytest
from test_names import LEXICON, named

from policy_digest.errors import FaultsError
from policy_digest.lexicon import names as table

ENTRIES = LEXICON.names.entries
EXAMPLES = [(entry.id, words) for entry in ENTRIES for words in entry.examples]
COUNTEREXAMPLES = [(entry.id, words) for entry in ENTRIES for words in entry.counterexamples]
HEADER = "word\trole\n"


def ids(words: str) -> set[str]:
    """The ids of the figures of a sentence; a growth rate counts for what grew."""
    found = (name.indicator.id or "" for name in named(words, place=None))
    return {identity.removesuffix("_growth").removesuffix("_change").removesuffix("_rank") for identity in found}


@pytest.mark.parametrize(("identity", "words"), EXAMPLES)
def test_an_example_is_named_by_its_entry(identity: str, words: str) -> None:
    found = ids(words)

    assert identity in found


@pytest.mark.parametrize(("identity", "words"), COUNTEREXAMPLES)
def test_a_counterexample_is_not_named_by_its_entry(identity: str, words: str) -> None:
    found = ids(words)

    assert identity not in found


def test_the_catalogue_is_sorted_by_topic_and_id() -> None:
    order = [(entry.topic, entry.id) for entry in ENTRIES]

    assert order == sorted(order)


def test_the_catalogue_covers_every_topic() -> None:
    topics = {entry.topic for entry in ENTRIES}

    assert topics == set(table.TOPICS)


def test_the_catalogue_has_the_common_indicators_of_the_genre() -> None:
    assert len(ENTRIES) >= 250


@pytest.mark.parametrize(
    ("qualified", "base"),
    [
        ("规模以上工业总产值", "工业总产值"),
        ("农村居民人均可支配收入", "居民人均可支配收入"),
        ("限额以上社会消费品零售总额", "社会消费品零售总额"),
        ("新增高新技术企业", "高新技术企业"),
        ("镇本级财政收入", "财政收入"),
        ("夏玉米亩产量", "玉米亩产量"),
        ("户籍人口城镇化率", "常住人口城镇化率"),
    ],
)
def test_a_qualified_name_is_another_indicator_than_the_bare_one(qualified: str, base: str) -> None:
    one, two = LEXICON.names.find(qualified), LEXICON.names.find(base)

    assert (one and one.id) != (two and two.id)


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ("税收", ("税收",)),
        ("[全镇]税收", ("税收", "全镇税收")),
        ("<规上|规模以上>工业[总]产值", ("规上工业产值", "规上工业总产值", "规模以上工业产值", "规模以上工业总产值")),
    ],
)
def test_a_wording_stands_for_all_its_choices(wording: str, expected: tuple[str, ...]) -> None:
    found = table.expand(wording)

    assert found == expected


def test_a_wording_is_found_only_with_its_unit() -> None:
    found = LEXICON.names.find("地区生产总值", "percent")

    assert found is None


def copy_tables(folder: Path) -> None:
    for name in ("catalogue.yml", "name_words.tsv", "name_heads.tsv"):
        (folder / name).write_text((table.FOLDER / name).read_text(encoding="utf-8"), encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "body", "message"),
    [
        ("name_words.tsv", HEADER + "完成\tverb\n", "role 'verb'"),
        ("name_heads.tsv", "word\trole\tends\n产量\thead\tmaybe\n", "'maybe'"),
        (
            "catalogue.yml",
            "- {id: Tax, name_zh: 税收, name_en: Tax, unit_measure: CNY, topic: fiscal, weight: 9, examples: [a]}\n",
            "snake_case",
        ),
        (
            "catalogue.yml",
            "- {id: tax, name_zh: 税收, name_en: Tax, unit_measure: CNY, topic: money, weight: 12, examples: []}\n",
            "0 to 9",
        ),
    ],
)
def test_a_malformed_entry_is_a_fault_with_its_file(tmp_path: Path, name: str, body: str, message: str) -> None:
    copy_tables(tmp_path)
    (tmp_path / name).write_text(body, encoding="utf-8")

    with pytest.raises(FaultsError, match=message) as caught:
        table.load(tmp_path)

    assert caught.value.faults[0].path.endswith(name)


def test_a_wording_of_two_entries_is_a_fault(tmp_path: Path) -> None:
    copy_tables(tmp_path)
    rest = "unit_measure: CNY, topic: fiscal, weight: 1, examples: [税收2亿元]}"
    body = f"- {{id: one, name_zh: 税收, name_en: Tax, {rest}\n- {{id: two, name_zh: 税收, name_en: Tax, {rest}\n"
    (tmp_path / "catalogue.yml").write_text(body, encoding="utf-8")

    with pytest.raises(FaultsError, match="a wording of one entry"):
        table.load(tmp_path)
