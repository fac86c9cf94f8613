"""English that the pages compose by themselves: visits, changes, gaps, posts and what stands around them."""

import re

import polib
import pytest
from told import bilingual_of, digest_of

from policy_digest import lexicon
from policy_digest.model import Text, Translations
from policy_digest.translate import merged_messages, messages_of, translate
from policy_digest.translate.quotations import dated
from tests.catalogues import TERMS
from tests.test_render_wording import gathered

UNEXPLAINED = "2024年，青禾镇围绕答好“三年之问”，修建道路12公里。"


def values(text: str) -> list[str | None]:
    return [row.value.en for section in bilingual_of(text).sections for row in section.rows]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2024年，青禾镇接待游客12万人次。", "120,000 visits"),
        ("2024年，镇党委书记接待来访群众30余人次。", "over 30 visits"),
        ("2024年，镇卫生院门诊3.2万人次。", "32,000 visits"),
        ("2024年，青禾镇培训农民1200人次。", "1,200 people (counting repeats)"),
        ("2024年，青禾镇培训旅游从业人员600人次。", "600 people (counting repeats)"),
    ],
)
def test_visits_are_counted_of_those_who_came_and_people_of_all_others(text: str, said: str) -> None:
    assert values(text) == [said]


def test_both_sides_of_a_tension_call_a_fall_a_change_as_the_tables_do() -> None:
    text = "2024年，青禾镇推进接诉即办，诉求量同比下降30%。2024年1至12月，工单总量同比下降26.5%。"

    (tension,) = bilingual_of(text).tensions

    assert [side.name.en for side in tension.sides] == ["Change in complaints received", "Change in complaint cases"]


def test_words_that_a_gap_is_about_get_an_entry_and_its_english_is_shown() -> None:
    entries = polib.pofile(merged_messages(bilingual_of(UNEXPLAINED), None, TERMS), wrapwidth=0)
    mine = [entry for entry in entries if entry.msgctxt == "gap"]
    stored = {("gap", mine[0].msgid): Text(mine[0].msgid, "“Three-year question”", "project")}
    digest = digest_of(UNEXPLAINED)
    slug = digest.record.article.slug

    made = translate(digest, Translations({slug: stored}, {}), lexicon.load())

    gaps = [gap for section in made.sections for gap in section.gaps] + list(made.gaps)
    shown = [gap.quote.en for gap in gaps if gap.quote and gap.kind == "unexpanded"]
    assert ([entry.msgid for entry in mine], shown) == (["“三年之问”"], ["“Three-year question”"])


@pytest.mark.parametrize(
    "text",
    ["2024年，青禾镇完成税收5.2亿元，税收增速居全县前列。", "2024年，青禾镇推广“4F”工作法。"],
    ids=["an indicator", "a programme"],
)
def test_a_gap_about_what_is_translated_elsewhere_has_no_entry_of_its_own(text: str) -> None:
    assert [message.zh for message in messages_of(bilingual_of(text)) if message.role == "gap"] == []


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("镇生态环境事务中心负责人韩建明主动上门。", "head of the town ecological environment affairs centre"),
        ("青禾镇云溪事务中心负责人韩建明主动上门。", None),
    ],
)
def test_a_post_names_an_institution_whose_words_are_all_known(text: str, post: str | None) -> None:
    people = bilingual_of(f"2024年，青禾镇修建道路12公里。{text}").people

    assert [told.en for one in people for told in one.posts] == [post]


@pytest.mark.parametrize(
    ("document", "told"),
    [
        (
            "No. 1 Central Document of 2021, on rural revitalisation",
            "No. 1 Central Document of 2021, on rural revitalisation",
        ),
        ("Report to the 20th National Congress", "Report to the 20th National Congress, 2021"),
    ],
)
def test_the_year_of_a_document_is_told_once(document: str, told: str) -> None:
    assert dated(document, 2021) == told


@pytest.mark.parametrize(
    ("language", "slug", "said"),
    [
        ("en", "majuqiao-2020", "According to the article:"),
        ("zh", "majuqiao-2020", "据原文："),
        ("en", "majuqiao-2020", "Period: 2021"),
        ("en", "yongledian-2024", "Title supplied by this site"),
        ("zh", "yongledian-2024", "原文没有标题，本题由本站拟定"),
    ],
)
def test_the_page_says_whose_words_it_prints(language: str, slug: str, said: str) -> None:
    body = next(one.body for one in gathered().pages if one.path == f"{language}/digests/{slug}.md")

    assert said in re.sub(r"&#(\d+);", lambda match: chr(int(match[1])), body)
