"""Inner tensions: each kind by its examples, and what must not be taken for one."""

import re
import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from told import bilingual_of, digest_of

from policy_digest import lexicon
from policy_digest.digest import digest
from policy_digest.digest.intervals import Interval, interval
from policy_digest.errors import FaultsError
from policy_digest.extract import extract
from policy_digest.lexicon import tensions
from policy_digest.lexicon.tables import FOLDER, read_entries
from policy_digest.model import Digest
from policy_digest.parse import assign_slugs, parse
from policy_digest.read import read_source
from tests.made_digests import figure

ROOT = Path(__file__).parent.parent
KEYS = ("kind", "case", "zh", "en", "words", "total", "parts")
RULES = read_entries("tensions", ("rule", "examples", "counterexamples"), KEYS)
IN_TEXTS = [entry for entry in RULES if entry["rule"] in ("case", "like", "whole", "exhaust", "total")]
OF_WORDS = [entry for entry in RULES if entry["rule"] in ("aspect", "real", "apart", "aim", "distinct")]


def cases(text: str) -> list[str]:
    """The cases of the tensions found in a text."""
    return [tension.case for tension in digest_of(text).tensions]


def seed(stem: str) -> Digest:
    words = lexicon.load()
    article = parse(read_source(next((ROOT / "seeds").glob(f"{stem}*.txt"))), words)
    return digest(extract(assign_slugs([article], {})[0], words), words)


@pytest.mark.parametrize(("entry", "text"), [(e, t) for e in IN_TEXTS for t in e["examples"]])
def test_each_rule_finds_the_tension_of_its_examples(entry: dict, text: str) -> None:
    found = cases(text)

    assert found == [entry["case"]] if entry["rule"] == "case" else len(found) == 1


@pytest.mark.parametrize(("entry", "text"), [(e, t) for e in IN_TEXTS for t in e["counterexamples"]])
def test_no_rule_finds_a_tension_in_its_counterexamples(entry: dict, text: str) -> None:
    assert cases(text) == [], entry["line"]


@pytest.mark.parametrize("entry", OF_WORDS, ids=lambda entry: entry["rule"])
def test_a_list_of_words_holds_to_its_examples(entry: dict) -> None:
    words = list("".join(entry["words"])) if entry["rule"] == "distinct" else entry["words"]
    held = [any(word in text for word in words) for text in (*entry["examples"], *entry["counterexamples"])]

    assert held == [True] * len(entry["examples"]) + [False] * len(entry["counterexamples"])


@pytest.mark.parametrize(
    "text",
    [
        "2023年，云溪镇新增就业320人。截至2023年底，云溪镇累计新增就业860人。",
        "2023年，云溪镇完成税收近4亿元。2023年，全镇税收收入3.86亿元。",
        "2023年1至6月，云溪镇完成税收2.1亿元。2023年，云溪镇完成税收4.3亿元。",
        "2023年，云溪镇改造道路12公里。2023年，云溪镇改造道路8公里。2023年，云溪镇改造道路5公里。",
        "2023年，云溪镇森林覆盖率由35%提高到42%。",
        "2023年，柳林村集体收入120万元。2023年，白石村集体收入150万元。",
        "2023年，云溪镇完成地区生产总值50亿元，由2022年的45亿元增长到50亿元，按可比价格计算增长6%。",
        "云溪镇姚辛庄村修了路。姚辛庄村还装了灯。陈辛庄村也动了工。",
    ],
    ids=[
        "累计 and 新增",
        "近 is a bound",
        "half a year",
        "several projects",
        "from and to",
        "villages",
        "real",
        "surnames",
    ],
)
def test_what_only_looks_like_a_tension_is_none(text: str) -> None:
    assert cases(text) == []


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("2023年，云溪镇税收由1.05亿元增长到2.31亿元，增长50%。", "change"),
        ("2023年，云溪镇空气优良天数率由80%提高到85%，提高3个百分点。", "change"),
        ("云溪镇空气优良天数率从2022年的80%上升到85%，上升3个百分点。", "change"),
        ("2023年，云溪镇计划造林2000亩，实际完成1800亩，完成率95%。", "completion"),
        ("云溪镇下达造林任务2000亩，完成1800亩，任务完成率95%。", "completion"),
    ],
)
def test_a_rate_that_its_two_values_contradict_is_found_in_plain_wording(text: str, case: str) -> None:
    assert cases(text) == [case]


@pytest.mark.parametrize(
    "text",
    [
        "2023年，云溪镇税收由1.05亿元增长到2.31亿元，增长120%。",
        "2023年，云溪镇计划造林2000亩，实际完成1800亩，完成率90%。",
        "2023年，云溪镇计划造林2000亩，完成种草1800亩，道路改造完成率95%。",
        "2023年，云溪镇税收由1.05亿元增长到2.31亿元，年均增长50%。",
    ],
)
def test_a_rate_that_its_two_values_give_or_that_is_of_another_thing_is_none(text: str) -> None:
    assert cases(text) == []


@pytest.mark.parametrize(
    ("printed", "number", "mult", "bound", "low", "high"),
    [
        ("84.6亿元", "84.6", 8, "eq", "8455000000", "8465000000"),
        ("300人", "300", 0, "le", "-Infinity", "300.5"),
        ("1.3万人", "1.3", 4, "approx", "11700", "14300"),
    ],
)
def test_a_printed_figure_reaches_as_far_as_its_digits_and_words_let_it(
    printed: str, number: str, mult: int, bound: str, low: str, high: str
) -> None:
    told = figure(printed, number, mult, "x", "x", text=printed, bound=bound)

    assert interval(told) == Interval(Decimal(low), Decimal(high))


def test_the_two_figures_of_seed_003_stand_side_by_side() -> None:
    (found,) = seed("003").tensions

    assert [side.words for side in found.sides] == ["40%", "36.17%"]


def test_both_village_names_of_seed_000_are_shown_beside_the_listed_ones() -> None:
    found = [(tension.about, tension.listed.name) for tension in seed("000").tensions if tension.listed]

    assert found == [("大松堡村", "大松垡村"), ("后壩上村", "后堰上村")]


@pytest.mark.parametrize("stem", ["000", "003"])
def test_the_sides_are_the_words_of_the_source(stem: str) -> None:
    made = seed(stem)
    text = made.record.article.source.text

    sides = [side for tension in made.tensions for side in tension.sides]

    assert [text[side.start : side.end] for side in sides] == [side.words for side in sides]


def test_an_id_is_made_of_the_slug_and_the_words() -> None:
    text = "2023年，云溪镇完成固定资产投资3.2亿元，其中工业投资4.1亿元。"

    first, second = digest_of(text).tensions[0].id, digest_of(f"{text}云溪镇环境越来越好。").tensions[0].id

    assert (first, re.fullmatch("t-[0-9a-f]{10}", first) is not None) == (second, True)


def test_a_statement_tells_both_languages_what_follows_from_the_figures() -> None:
    text = "2023年，云溪镇有党员300人，其中男党员220人，女党员110人。"

    (told,) = bilingual_of(text).tensions

    assert ("330人" in told.statement.zh, "330 people" in (told.statement.en or "")) == (True, True)


def test_the_sides_of_a_listed_name_are_the_printed_and_the_listed_one() -> None:
    (told,) = bilingual_of("通州区马驹桥镇推进美丽乡村建设，大松堡村修了新路。").tensions

    assert [(side.value.zh, side.value.en) for side in told.sides] == [
        ("大松堡村", "Dasongbao Village (romanised, unverified)"),
        ("大松垡村", "Dasongfa Village"),
    ]


@pytest.mark.parametrize(
    ("text", "like", "listed"),
    [
        ("2023年，唐山市推进海洋牧场建设，乐停县、滦南县新增养殖面积。", "乐停县", "唐山市/乐亭县"),
        ("2023年，河北省唐山市乐停县新建冷库。", "乐停县", "唐山市/乐亭县"),
        ("2023年，通州区推进美丽乡村建设，永乐殿镇修了新路。", "永乐殿镇", "通州区/永乐店镇"),
        ("2023年，永乐店镇推进美丽乡村建设，柴场屯村修了新路。", "柴场屯村", "永乐店镇/柴厂屯村"),
    ],
)
def test_a_name_one_character_from_an_official_list_is_shown_beside_it(text: str, like: str, listed: str) -> None:
    (found,) = digest_of(text).tensions

    assert found.listed is not None
    assert (found.about, f"{found.listed.parent}/{found.listed.name}") == (like, listed)


@pytest.mark.parametrize(
    "text",
    [
        "2023年，唐山市与玉山县结对帮扶，玉田县派出干部。",
        "2023年，河北省大厂县与大城县共建园区。",
        "2023年，青岛市推动济青都市圈建设，城市更新成片区推进。",
        "2023年，新疆的阿勒泰地区建成阿勒泰校区。",
        "2023年，江苏省南通市通州区推进乡村建设，永乐殿镇修了新路。",
        "2023年，廊坊市支持三合市场升级。",
    ],
    ids=["another county", "in short", "a word", "another generic part", "a district of that name elsewhere", "a verb"],
)
def test_what_is_no_misprint_of_a_listed_name_is_left_alone(text: str) -> None:
    assert [tension.about for tension in digest_of(text).tensions if tension.listed] == []


def folder_with(tmp_path: Path, name: str, entry: str) -> Path:
    for each in ("tensions.yml", "divisions.tsv"):
        shutil.copy(FOLDER / each, tmp_path)
    path = tmp_path / name
    path.write_text(f"{path.read_text(encoding='utf-8')}{entry}\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "entry", "found"),
    [
        ("tensions.yml", "- {rule: odd, words: [a], examples: [a], counterexamples: [b]}", "rule 'odd'"),
        ("tensions.yml", "- {rule: like, total: [a], examples: [a], counterexamples: [b]}", "keys total"),
        ("tensions.yml", "- {rule: real, words: a, examples: [a], counterexamples: [b]}", "'words' that is no list"),
        (
            "tensions.yml",
            "- {rule: case, kind: odd, case: odd, zh: a, en: a, examples: [a], counterexamples: [b]}",
            "kind 'odd'",
        ),
        ("divisions.tsv", "龙泉镇\t名录\tlist", "'龙泉镇'"),
        ("divisions.tsv", "龙泉镇/柳林村\t\tlist", "'龙泉镇/柳林村'"),
    ],
)
def test_a_malformed_entry_is_told_with_its_file_and_line(tmp_path: Path, name: str, entry: str, found: str) -> None:
    path = folder_with(tmp_path, name, entry)
    line = path.read_text(encoding="utf-8").count("\n")

    with pytest.raises(FaultsError) as raised:
        tensions.load(folder=tmp_path)

    told = [fault for fault in raised.value.faults if found in fault.found]
    assert [(fault.path, fault.line) for fault in told] == [(str(path), line)]
