"""What rows say in English where a line has no translation: composed of name, value, period and nature."""

from dataclasses import replace

import pytest
from made_reviews import made_article

from policy_digest import lexicon
from policy_digest.digest import digest
from policy_digest.extract import extract
from policy_digest.model import BilingualDigest, Text, Translations
from policy_digest.translate import translate
from policy_digest.translate.statements import statement

PLACE = Text("青禾镇", "Qinghe Town", "generated")


def told(text: str, translations: Translations | None = None) -> BilingualDigest:
    words = lexicon.load()
    known = translations or Translations({}, {})
    return translate(digest(extract(made_article(text), words), words), known, words)


def said(text: str) -> str | None:
    """What the rows of a text say together."""
    rows = [row for section in told(text).sections for row in section.rows]
    found = statement(rows, PLACE)
    return found.en if found else None


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("全镇实现税收9.15亿元。", "In 2024, tax revenue came to CNY 915 million."),
        ("全年预计完成税收19亿元。", "In 2024, tax revenue is expected to come to CNY 1.9 billion."),
        ("2025年，力争完成税收20亿元。", "In 2025, tax revenue is to reach CNY 2 billion."),
        ("实现税收9.15亿元，同比增长9%。", "In 2024, tax revenue came to CNY 915 million and rose by 9% year on year."),
        ("工业总产值同比下降3.2%。", "In 2024, gross industrial output value fell by 3.2% year on year."),
        ("新建公厕12座。", "In 2024, public toilets newly built numbered 12."),
        ("2025年计划新建公厕12座以上。", "In 2025, public toilets newly built are to number at least 12."),
        ("森林覆盖率达到37%。", "In 2024, forest coverage stood at 37%."),
        ("税收突破5亿元。", "In 2024, tax revenue exceeded CNY 500 million."),
        ("税收增速位列全区第3。", "In 2024, Qinghe Town ranked 3rd in the district by growth of tax revenue."),
    ],
)
def test_a_row_is_told_by_its_kind_and_nature(text: str, english: str) -> None:
    assert said(text) == english


def test_what_is_of_one_time_stands_in_one_sentence() -> None:
    text = "实现税收9.15亿元，同比增长9%；新建公厕12座。"
    first = "In 2024, tax revenue came to CNY 915 million and rose by 9% year on year"
    assert said(text) == f"{first}; public toilets newly built numbered 12."


def test_a_change_since_a_year_has_come_about() -> None:
    assert said("粮食产量比2020年增长12%。") == "Since 2020, grain output has risen by 12%."


def test_a_value_that_cannot_be_told_has_no_statement() -> None:
    row = next(row for section in told("实现税收9.15亿元。").sections for row in section.rows)
    assert statement([], PLACE) is None
    odd = type(row)(
        **{name: getattr(row, name) for name in row.__slots__} | {"value": Text("若干", "[若干]", "generated")}
    )
    assert statement([odd], PLACE) is None


def test_a_word_that_no_table_holds_is_marked_in_the_statement_too() -> None:
    rows = [row for section in told("新建魆黩公园3个。").sections for row in section.rows]
    found = statement(rows, PLACE)
    assert found is not None
    assert (found.en, found.status) == ("In 2024, [魆黩 Xudu] parks newly built numbered 3.", "partial")


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("2025年将打通断头路50条。", "In 2025, dead-end roads connected are to number 50."),
        ("2025年计划更新老旧电梯20部。", "In 2025, old lifts replaced are to number 20."),
        ("2025年计划改造道路里程30公里。", "In 2025, length of roads renovated is to reach 30 km."),
    ],
)
def test_the_verb_agrees_with_what_was_done(text: str, english: str) -> None:
    assert said(text) == english


def test_what_is_told_twice_of_one_thing_is_left_to_the_table() -> None:
    """Which of the two is new and which is in all, the rows do not say."""
    rows = [row for section in told("新建公厕12座。").sections for row in section.rows] * 2
    assert statement(rows, PLACE) is None


def test_a_statement_is_no_better_than_the_names_in_it() -> None:
    (row,) = [row for section in told("新建公厕12座。").sections for row in section.rows]
    drafted = replace(row, name=replace(row.name, status="machine"))
    found = statement([drafted], PLACE)
    assert found is not None
    assert found.status == "machine"


def test_a_bullet_without_english_has_the_statement_of_its_figures() -> None:
    text = "# 经济\n全镇实现税收9.15亿元，同比增长9%。\n"
    bullet = told(text).sections[-1].bullets[0]
    assert bullet.text.en is None
    assert bullet.statement is not None
    assert bullet.statement.en == "In 2024, tax revenue came to CNY 915 million and rose by 9% year on year."


def test_a_translated_bullet_has_none() -> None:
    text = "# 经济\n全镇实现税收9.15亿元，同比增长9%。\n"
    plain = told(text).sections[-1].bullets[0]
    english = Text(plain.text.zh, "The town collected CNY 915 million in tax, up 9%.", "project")
    known = Translations({"qinghe-2024": {("bullet", plain.text.zh): english}}, {})
    bullet = told(text, known).sections[-1].bullets[0]
    assert (bullet.text.en, bullet.statement) == (english.en, None)


def test_a_line_without_figures_has_none() -> None:
    bullets = told("# 党建\n实施“红雁领航”工程，建立联系服务机制。\n").sections[-1].bullets
    assert [bullet.statement for bullet in bullets] == [None] * len(bullets)
