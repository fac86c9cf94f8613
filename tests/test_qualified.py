"""The catalogue’s English tells what the text’s own name tells, and no more; where it does not, it is made to."""

from pathlib import Path

import pytest
from malformed import faults_of

from policy_digest import lexicon
from policy_digest.lexicon import qualifiers
from policy_digest.lexicon.tables import read_rows
from policy_digest.translate.texts import Texts


def named(name: str, catalogued: str) -> str | None:
    return Texts({}, lexicon.load().terms).name(name, catalogued, is_count=name.endswith("数")).en


@pytest.mark.parametrize(
    ("name", "catalogued", "english"),
    [
        ("充电桩数", "Charging points", "Charging points"),
        ("公共充电桩数", "Charging points", "Public charging points"),
        ("公共充电桩数", "Public charging points", "Public charging points"),
        ("县域医共体数", "Medical consortia", "County medical consortia"),
        ("新建公共充电桩数", "Charging points", "Public charging points newly built"),
        ("省级以上绿色工厂数", "Green factories", "Green factories at or above provincial level"),
        ("沿海港口货物吞吐量增速", "Growth of port cargo throughput", "Growth of coastal port cargo throughput"),
        ("净增外贸企业数", "Foreign trade enterprises", "Net increase in foreign trade enterprises"),
        ("争取专项债券资金", "Special-purpose bonds", "Special-purpose bond funds secured"),
        ("新增公办学位数", "New school places", "Public school places added"),
    ],
)
def test_what_the_name_tells_is_told(name: str, catalogued: str, english: str) -> None:
    assert named(name, catalogued) == english


@pytest.mark.parametrize(
    ("name", "catalogued", "english"),
    [
        ("城市建成区面积增速", "Growth of built-up area", "Growth of built-up area in cities"),
        (
            "国考断面水质优良比例",
            "Share of surface water of good quality",
            "Share of surface water of good quality (nationally assessed sections)",
        ),
        ("省属企业资产总额", "Assets of enterprises", "Total assets of provincially owned enterprises"),
    ],
)
def test_a_measure_of_a_part_is_none_of_all(name: str, catalogued: str, english: str) -> None:
    """What says of which stands behind a measure of something, no word before it; else its own words tell it."""
    assert named(name, catalogued) == english


def test_two_levels_side_by_side_are_not_run_together() -> None:
    assert named("国家级和省级绿色工厂数", "Green factories") == "National-level and provincial-level green factories"


def test_a_word_already_done_takes_no_second_deed() -> None:
    assert named("开工新建公厕数", "Public toilets newly built") != "Public toilets newly built started"


@pytest.mark.parametrize(
    ("name", "catalogued", "english"),
    [
        ("卫生厕所普及率", "Coverage of sanitary rural toilets", "Coverage of sanitary toilets"),
        ("农村卫生厕所普及率", "Coverage of sanitary rural toilets", "Coverage of sanitary rural toilets"),
        ("停车位数", "Parking spaces added", "Parking spaces"),
        ("新增停车位数", "Parking spaces added", "Parking spaces added"),
    ],
)
def test_the_catalogues_english_says_no_more_than_the_name(name: str, catalogued: str, english: str) -> None:
    assert named(name, catalogued) == english


@pytest.mark.parametrize(
    ("name", "catalogued", "english"),
    [
        ("重点人群家庭医生签约率", "Family doctor sign-up rate", "Family doctor sign-up rate (key population groups)"),
        ("淘汰落后水泥产能", "Cement capacity removed", "Cement capacity removed (outdated)"),
        ("新增高中学位数", "New school places", "New school places (senior secondary schools)"),
        ("全社会研发经费投入强度", "R&D intensity", "R&D intensity"),
        ("家庭医生签约率", "Family doctor sign-up rate", "Family doctor sign-up rate"),
        ("更新住宅老旧电梯数", "Old lifts replaced", "Old lifts replaced (residential buildings)"),
    ],
)
def test_what_narrows_a_catalogued_name_stands_behind_it(name: str, catalogued: str, english: str) -> None:
    """A word of the name that neither the catalogue's own name nor its English has, and that is not idle."""
    assert named(name, catalogued) == english


def test_idle_words_are_told_by_the_catalogue_as_their_examples_say() -> None:
    """Each example of the table is a name, and what the page prints for it has the word untold."""
    known = lexicon.load()
    differing = []
    for row in read_rows("idle_words_en", ("word", "example")):
        name, _, english = row["example"].partition(" = ")
        name, of = name.removesuffix("增速"), english.removeprefix("Growth of ")
        entry = known.names.find(name)
        told = named(name, entry.name_en) if entry and row["word"] in name else None
        if told is None or told.lower() != of.lower():
            differing.append((row["word"], told))
    assert differing == []


def test_a_proper_name_keeps_its_capital_within_a_phrase() -> None:
    assert (
        named("中欧班列开行数增速", "Growth of China–Europe freight trains")
        == "Growth of China–Europe freight trains run"
    )


@pytest.mark.parametrize("row", read_rows("qualifiers_en", ("qualifier", "said", "add", "example")))
def test_the_example_of_each_qualifier_needs_it(row: dict[str, str]) -> None:
    """Each row's example is a name with the word in it, and an English that does not tell it."""
    name, _, english = row["example"].partition(" is ")
    assert row["qualifier"] in name
    told = english.partition('"')[2].rpartition('"')[0].lower()
    assert told
    assert not any(said in told for said in row["said"].split("|"))


@pytest.mark.parametrize("row", read_rows("claims_en", ("said", "zh", "example")))
def test_the_example_of_each_claim_overstates(row: dict[str, str]) -> None:
    name, _, english = row["example"].partition(" is no ")
    assert lexicon.load().terms.qualifiers.overstates(english.strip('"'), name)


def test_a_malformed_addition_is_told_with_its_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "claims_en.tsv").write_text("said\tzh\texample\n", encoding="utf-8")
    faults = faults_of("～～\tvery\tvery\t～～数", "qualifiers_en.tsv", tmp_path, qualifiers.load)
    assert [(fault.found, fault.expected) for fault in faults] == [("add 'very'", "words …, … words or -")]
