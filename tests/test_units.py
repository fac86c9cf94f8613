"""Figures in English: the tables' own examples, and a round trip that reads the English back."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_digests import figure

from policy_digest.lexicon import terms as terms_table
from policy_digest.lexicon.tables import FOLDER, read_rows
from policy_digest.lexicon.terms import Form
from policy_digest.model import Indicator, Observation, SourceMark, Text
from policy_digest.translate.figures import converted, english_quantity, quantity, unit_of
from policy_digest.translate.values import chinese_value, english_value

TERMS = terms_table.load()
SCALES = {"百": 2, "千": 3, "万": 4, "亿": 8, "万亿": 12, "": 0}
HAN_NUMBERS = {"百": "100", "十": "10", "几十": "10", "十来": "10"}
PRINTED = re.compile(
    r"(?P<number>\d+(?:\.\d+)?|几十|十来|十|百)(?P<inner>[余餘多]?)(?P<scale>万亿|[百千万亿]?)(?P<unit>.*)"
)
UNITS_ZH = {"元": "CNY", "%": "percent", "人": "person", "名": "person", "户": "household", "亩": "mu", "畝": "mu"}
UNITS_ZH |= {"个百分点": "percentage_point", "亿元": "CNY", "部": "item"}


def read_chinese(
    phrase: str, name_zh: str = "指标", code: str | None = None, unit: str = ""
) -> tuple[Observation, SourceMark]:
    """A figure with its bound words, as the examples of the tables write it (近百名, 6%以上)."""
    word = next((w for w in TERMS.bounds if w.side == "before" and phrase.startswith(w.word)), None)
    rest = phrase.removeprefix(word.word) if word else phrase
    after = next((w for w in TERMS.bounds if w.side == "after" and rest.endswith(w.word)), None)
    span = rest.removesuffix(after.word) if after else rest
    ending = unit if span.endswith(unit) else ""
    match = PRINTED.fullmatch(span.removesuffix(ending))
    assert match, phrase
    number = HAN_NUMBERS.get(match["number"], match["number"])
    inner = next((w for w in TERMS.bounds if w.side == "inside" and w.word in span), None)
    bound = next((w.bound for w in (word, after, inner) if w), "eq")
    unit = ending or match["unit"]
    made = figure(
        span,
        number,
        SCALES[match["scale"]],
        code or UNITS_ZH.get(unit, "item"),
        unit,
        text=phrase,
        bound=bound,
        indicator=Indicator(None, name_zh),
    )
    before, _, behind = phrase.partition(span)
    return made, SourceMark("o", "s", before, span, behind, Text(phrase, None, "missing"))


def printed(phrase: str, name_zh: str = "指标", code: str | None = None, unit: str = "") -> str:
    return english_value(*read_chinese(phrase, name_zh, code, unit), TERMS, None)


def examples(name: str, columns: tuple[str, ...]) -> list[tuple[str, str, str]]:
    rows = read_rows(name, columns)
    return [(r[columns[0]], *map(str.strip, r["example"].split("=", 1))) for r in rows if r["example"]]  # type: ignore[misc]


UNIT_COLUMNS = ("unit", "form", "singular", "plural", "factor", "to", "example")
BOUND_COLUMNS = ("word", "bound", "side", "zh", "en", "example")
NOUN_COLUMNS = ("noun", "singular", "plural", "example")


@pytest.mark.parametrize(("unit", "zh", "english"), examples("units_en", UNIT_COLUMNS))
def test_every_unit_prints_its_example(unit: str, zh: str, english: str) -> None:
    code = unit if unit.isascii() else "item"
    assert printed(zh, code=code, unit=unit) == english


@pytest.mark.parametrize("unit", sorted(TERMS.units))
def test_every_unit_has_an_example(unit: str) -> None:
    assert any(unit == row[0] for row in examples("units_en", UNIT_COLUMNS))


@pytest.mark.parametrize(("word", "zh", "english"), examples("bounds_en", BOUND_COLUMNS))
def test_every_bound_word_prints_its_example(word: str, zh: str, english: str) -> None:
    assert (printed(zh), word in zh) == (english, True)


@pytest.mark.parametrize(("noun", "zh", "english"), examples("nouns_en", NOUN_COLUMNS))
def test_every_counted_noun_prints_its_example(noun: str, zh: str, english: str) -> None:
    name, phrase = zh.split(" ")
    assert (printed(phrase, name, "item"), noun in name) == (english, True)


def test_every_bound_of_the_figures_lexicon_has_an_english_word() -> None:
    known = {word.word for word in TERMS.bounds}
    rows = read_rows("bounds", ("word", "side", "bound"))
    assert [row["word"] for row in rows if row["bound"] != "-" and row["word"] not in known] == []


def test_every_unit_that_is_read_can_be_printed() -> None:
    rows = read_rows("units", ("unit", "code", "kind", "factor", "not_before", "example"))
    assert [row["unit"] for row in rows if unit_of(row["code"], row["unit"], "指标", TERMS) is None] == []


@pytest.mark.parametrize(
    ("phrase", "english"),
    [
        ("9.15亿元", "CNY 915 million"),
        ("84.6亿元", "CNY 8.46 billion"),
        ("86.64亿元", "CNY 8.664 billion"),
        ("19亿元", "CNY 1.9 billion"),
        ("50.00亿元", "CNY 5.000 billion"),
        ("900余万元", "over CNY 9 million"),
        ("77.12万元", "CNY 771,200"),
        ("41045.58万元", "CNY 410.4558 million"),
        ("2308.81亿元", "CNY 230.881 billion"),
        ("1.2万亿元", "CNY 1.2 trillion"),
        ("73226元", "CNY 73,226"),
        ("1234567元", "CNY 1,234,567"),
        ("4.02万亩", "40,200 mu (2,680 ha)"),
        ("44312.4亩", "44,312.4 mu (2,954.16 ha)"),
        ("58亩", "58 mu (3.87 ha)"),
        ("1.5亿亩", "150 million mu (10 million ha)"),
        ("近百名", "nearly 100 people"),
        ("约1.3万人", "about 13,000 people"),
        ("1户", "1 household"),
        ("十余户", "over 10 households"),
        ("5%左右", "about 5%"),
        ("58.0%", "58.0%"),
        ("0.9个百分点", "0.9 percentage points"),
    ],
)
def test_a_figure_reads_as_an_english_statistician_would_print_it(phrase: str, english: str) -> None:
    assert printed(phrase) == english


@pytest.mark.parametrize(
    ("phrase", "code", "english"),
    [
        ("780公斤", "kg/mu", "780 kg per mu (11,700 kg/ha)"),
        ("8.4‰", "other:permille", "8.4‰"),
        ("58万元/人", "other:CNY/person", "CNY 580,000 per person"),
        ("1400万吨/年", "other:t/year", "14 million tonnes per year"),
        ("20亿立方米/年", "other:m3/year", "2 billion m³ per year"),
        ("7位", "other:place", "7 places"),
    ],
)
def test_the_code_of_a_unit_goes_before_its_chinese(phrase: str, code: str, english: str) -> None:
    assert printed(phrase, code=code) == english


def test_an_unknown_unit_stays_chinese_and_marked() -> None:
    assert printed("30畦", code="other:bed") == "30 [畦]"


def test_a_plain_classifier_without_a_known_noun_prints_the_number_alone() -> None:
    assert printed("31件", name_zh="意见", code="item") == "31"


@pytest.mark.parametrize(("name", "english"), [("企业户数", "5 enterprises"), ("花卉大户数", "5 households")])
def test_firms_counted_as_households_are_not_called_so(name: str, english: str) -> None:
    assert printed("5户", name_zh=name, code="household") == english


@pytest.mark.parametrize(
    ("phrase", "name", "code", "english"),
    [
        ("90户", "融资平台退出户数", "household", "90 platforms"),
        ("40户", "住房改造户数", "household", "40 households"),
        ("12家", "示范企业培育数", "item", "12 enterprises"),
        ("600套", "城中村改造数", "item", "600 homes"),
        ("600套", "设备改造数", "item", "600"),
        ("20个", "智能车间、智能工厂数", "item", "20"),
        ("20家", "雏鹰企业、瞪羚企业数", "item", "20 enterprises"),
        ("4类", "村庄认定数", "item", "4"),
    ],
)
def test_what_a_plain_classifier_counts_stands_before_the_deed(phrase: str, name: str, code: str, english: str) -> None:
    assert printed(phrase, name_zh=name, code=code) == english


def test_a_range_keeps_both_ends_and_one_unit() -> None:
    made, mark = read_chinese("4000斤", code="other:jin")
    ranged = figure("4000斤", "4000", 0, "other:jin", "斤", text="4000斤", value_max=Decimal(6000), bound="range")
    assert english_value(ranged, mark, TERMS, None) == "4,000–6,000 jin (2,000–3,000 kg)"
    assert made.value_max is None


def test_a_value_that_differs_from_its_printed_digits_is_printed_by_value() -> None:
    halved = figure("800斤", "800", 0, "kg", "斤", text="800斤", obs_value=Decimal(400))
    size = quantity(halved, TERMS)
    assert size is not None
    assert english_quantity(size) == "400 kg"


@pytest.mark.parametrize(
    ("phrase", "chinese"),
    [("近百名", "近百名"), ("900余万元", "900余万元"), ("6%以上", "6%以上"), ("超1000万株", "超1000万株")],
)
def test_the_chinese_value_is_what_was_printed_with_its_bound_words(phrase: str, chinese: str) -> None:
    assert chinese_value(*read_chinese(phrase), TERMS) == chinese


def test_a_bound_whose_word_stands_elsewhere_is_still_told_in_both_languages() -> None:
    made, mark = read_chinese("100部")
    bounded = figure("100部", "100", 0, "item", "部", text="100部", bound="ge")
    values = chinese_value(bounded, mark, TERMS), english_value(bounded, mark, TERMS, None)
    assert (values, made.bound) == (("不低于100部", "at least 100"), "eq")


# ------------------------------------------------------------- round trip

POWERS = {"": 0, "million": 6, "billion": 9, "trillion": 12}
ENGLISH = re.compile(
    r"(?:[A-Z]{3} )?(?P<digits>\d{1,3}(?:,\d{3})*(?:\.\d+)?)(?: (?P<scale>million|billion|trillion))?"
    r"(?P<unit>[^()]*)(?: \((?P<to>\d{1,3}(?:,\d{3})*(?:\.\d+)?)(?: (?P<toscale>million|billion|trillion))? [^()]+\))?"
)


def value_of(digits: str, scale: str | None) -> Decimal:
    return Decimal(digits.replace(",", "")).scaleb(POWERS[scale or ""])


numbers = st.decimals(min_value=0, max_value=Decimal("99999.99"), places=2, allow_nan=False).map(abs) | st.integers(
    min_value=1, max_value=10**9
).map(Decimal)
forms: dict[Form, list[str]] = {}
for _unit, _words in TERMS.units.items():
    forms.setdefault(_words.form, []).append(_unit)


@given(numbers, st.sampled_from((0, 2, 3, 4, 8, 12)), st.sampled_from(sorted(TERMS.units)))
def test_an_english_figure_reads_back_to_the_value_it_was_made_from(number: Decimal, mult: int, unit: str) -> None:
    made = figure("一", str(number), mult, unit if unit.isascii() else "item", unit, text="一")
    size = quantity(made, TERMS)
    assert size is not None
    match = ENGLISH.fullmatch(english_quantity(size).removesuffix(" (counting repeats)"))
    assert match
    assert value_of(match["digits"], match["scale"]) == number.scaleb(mult)


@given(numbers.filter(lambda number: number > 0), st.sampled_from((0, 4, 8)))
def test_a_conversion_is_right_to_the_digits_it_shows(number: Decimal, mult: int) -> None:
    factor = TERMS.units["mu"].factor
    assert factor is not None
    hectares = converted(number, mult, factor)
    exact = number.scaleb(mult) / 15
    assert abs(hectares - exact) <= exact * Decimal("0.005")


def test_all_forms_of_units_are_in_use() -> None:
    assert sorted(forms) == ["attached", "bare", "counted", "currency", "symbol"]


def test_the_tables_lie_where_the_loader_looks() -> None:
    assert (FOLDER / "units_en.tsv").is_file()
