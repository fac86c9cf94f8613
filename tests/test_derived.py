"""Derived values: what follows from printed figures, how exact it is, and that it is kept apart from them."""

import csv
import io
import json
import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from told import bilingual_of, digest_of

from policy_digest.collate import collate
from policy_digest.digest.derived.rounding import plain, rounded_to_step
from policy_digest.digest.derived.told import is_words
from policy_digest.errors import FaultsError
from policy_digest.lexicon import derived
from policy_digest.lexicon.tables import FOLDER, read_entries
from policy_digest.render import data_files, record_json

KEYS = ("case", "kind", "zh", "en", "formula_zh", "formula_en", "examples", "counterexamples")
RULES = read_entries("derived", KEYS)
TARGET = "2023年，青禾镇粮食播种面积1.26万亩，完成年度任务的105%。"


@pytest.mark.parametrize(("case", "text"), [(e["case"], t) for e in RULES for t in e["examples"]])
def test_each_case_derives_the_value_of_its_examples(case: str, text: str) -> None:
    words, value = text.rsplit(" = ", 1)

    found = [(one.case, f"{one.value:f}") for one in digest_of(words).derived]

    assert found == [(case, value)]


@pytest.mark.parametrize(("case", "text"), [(e["case"], t) for e in RULES for t in e["counterexamples"]])
def test_no_case_derives_anything_from_its_counterexamples(case: str, text: str) -> None:
    assert digest_of(text).derived == (), case


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("2023年，云溪镇完成税收9.15亿元，同比增长5.3%。", "8.69"),
        ("2023年，云溪镇完成税收9.15亿元，同比增长5%。", "8.71"),
        ("2023年，云溪镇受理诉求3612件，同比下降40%。", "6.0E+3"),
        ("2023年，云溪镇绿化覆盖率43.52%，比上年提高1.2个百分点。", "42.3"),
    ],
)
def test_a_value_has_no_more_digits_than_its_inputs(text: str, number: str) -> None:
    (found,) = digest_of(text).derived

    assert found.number == Decimal(number)


def test_a_rounded_value_is_written_in_plain_digits() -> None:
    assert str(plain(rounded_to_step(Decimal("11736"), Decimal(100)))) == "11700"


@pytest.mark.parametrize(
    "text",
    [
        "2023年，云溪镇完成税收近9亿元，同比增长5%。",
        "2023年，云溪镇完成税收9亿元，年均增长5%。",
        "2023年，云溪镇完成税收9亿元，同比增长5%以上。",
        "2023年，云溪镇工业总产值9亿元，同比增长5%。",
        "2023年，云溪镇接待游客12万人次，同比翻番。",
    ],
)
def test_nothing_follows_from_what_is_not_exact_or_not_comparable(text: str) -> None:
    assert digest_of(text).derived == ()


@pytest.mark.parametrize(
    "text",
    [
        "2023年，云溪镇税收由1.05亿元增长到2.31亿元，增长50%。",
        "2023年，云溪镇税收从1.05亿元增长到1.58亿元，同比增长50%。",
        "2023年，云溪镇空气优良天数率由80%提高到85%，提高3个百分点。",
        "2023年，云溪镇计划造林2000亩，实际完成1800亩，完成率95%。",
        "2023年，云溪镇计划造林2000亩，镇里早作安排。2023年，完成造林1800亩，完成率90%。",
    ],
)
def test_what_the_text_tells_itself_is_not_derived_again(text: str) -> None:
    assert digest_of(text).derived == ()


def test_nothing_follows_from_figures_that_a_tension_is_about() -> None:
    text = "2023年，云溪镇完成税收9.15亿元，同比增长5%。镇里服务企业。2023年，全镇税收收入8.02亿元。"

    assert digest_of(text).derived == ()


@pytest.mark.parametrize(
    ("name", "held"),
    [
        ("粮食总产量", True),
        ("“三农”支出", True),
        ("XX项目投资", False),
        ("\u00d7\u00d7村收入", False),
        ("收入😀", False),
    ],
)
def test_a_name_with_blanks_or_emoji_is_no_words(name: str, held: bool) -> None:
    assert is_words(name) is held


@pytest.mark.parametrize("number", ["123456789012345678901234567890", "0", "0.0000000000000000000000000000001"])
@pytest.mark.parametrize("rate", ["5%", "100%", "0%", "99999999999999999999999999999%"])
def test_a_mistyped_figure_does_not_stop_the_digest(number: str, rate: str) -> None:
    text = (
        f"2023年，青禾镇完成税收{number}亿元，同比增长{rate}。青禾镇小麦亩产{number}公斤，比上年增加{number}公斤。"
        f"粮食播种面积{number}万亩，完成年度任务的{rate}。受理诉求{number}件，同比下降{rate}。"
    )

    assert [one.id for one in bilingual_of(text).derived] == [one.id for one in digest_of(text).derived]


def test_the_inputs_are_figures_of_the_record() -> None:
    made = digest_of(TARGET)

    assert made.derived[0].inputs == tuple(one.id for one in made.record.observations)


def test_a_formula_names_its_figures_in_both_languages() -> None:
    (told,) = bilingual_of(TARGET).derived

    assert (told.formula.zh, told.formula.en) == ("1.26万亩 ÷ 105%", "12,600 mu ÷ 105%")


def test_a_derived_value_is_none_of_the_figures_in_the_table_for_downloading() -> None:
    bilingual = bilingual_of(TARGET)
    table = next(page.body for page in data_files(collate([bilingual])) if page.path == "data/indicators.csv")

    rows = list(csv.DictReader(io.StringIO(table.removeprefix("\ufeff"))))

    assert [row["id"] for row in rows] == [one.id for one in bilingual.digest.record.observations]


def test_the_record_keeps_derived_values_apart_and_marks_them() -> None:
    told = json.loads(record_json(bilingual_of(TARGET)))

    assert [(one["value"], one["derived"]) for one in told["derived_values"]] == [("12000", True)]


def test_a_case_of_no_known_kind_is_told_with_its_file_and_line(tmp_path: Path) -> None:
    path = tmp_path / "derived.yml"
    shutil.copy(FOLDER / "derived.yml", path)
    entry = "- {case: a, kind: odd, zh: a, en: a, formula_zh: a, formula_en: a, examples: [], counterexamples: []}"
    path.write_text(f"{path.read_text(encoding='utf-8')}{entry}\n", encoding="utf-8")

    with pytest.raises(FaultsError) as raised:
        derived.load(folder=tmp_path)

    line = path.read_text(encoding="utf-8").count("\n")
    assert [(fault.line, fault.found) for fault in raised.value.faults] == [(line, "kind 'odd'")]
