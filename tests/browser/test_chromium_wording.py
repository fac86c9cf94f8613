"""Altered wording in real Chromium: a reader who knows the standard words finds the text that has them replaced."""

import pytest
from playwright.sync_api import Page

from tests.browser.searching import search

ARTICLE = "digests/yongledian-2024/"


def hit(page: Page, query: str, language: str) -> str:
    """What the result for the altered article says."""
    page.keyboard.press("/")
    page.locator("#search-query").fill(query)
    page.wait_for_function("query => document.getElementById('search').dataset.done === query", arg=query)
    return page.locator(f"#search-results > li:has(a[href*='{language}/{ARTICLE}'])").inner_text()


@pytest.mark.parametrize("query", ["乡村振兴", "基层治理", "中国农业大学", "村庄复兴", "底层办理"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_both_the_printed_and_the_restored_words_find_the_altered_article(
    page: Page, address: str, language: str, query: str
) -> None:
    page.goto(f"{address}{language}/")

    found = search(page, query)

    assert f"{address}{language}/{ARTICLE}" in found


@pytest.mark.parametrize("query", ["乡村振兴", "基层治理", "中国农业大学"])
@pytest.mark.parametrize(("language", "said"), [("zh", "还原"), ("en", "restored")])
def test_a_hit_in_restored_words_says_so(page: Page, address: str, language: str, said: str, query: str) -> None:
    page.goto(f"{address}{language}/")

    lines = hit(page, query, language).splitlines()

    assert (said in lines[0], query in "".join(lines)) == (True, True)


@pytest.mark.parametrize("query", ["村庄复兴", "底层办理"])
def test_a_hit_in_printed_words_does_not_say_that_they_are_restored(page: Page, address: str, query: str) -> None:
    page.goto(f"{address}zh/")

    assert "还原" not in hit(page, query, "zh").splitlines()[0]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_notice_leads_to_the_folded_table(page: Page, address: str, language: str) -> None:
    page.goto(f"{address}{language}/{ARTICLE}")

    page.locator(".pd-notice--wording a").click()

    assert page.locator("#wording table").is_visible()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_clean_article_has_no_notice(page: Page, address: str, language: str) -> None:
    page.goto(f"{address}{language}/digests/majuqiao-2020/")

    assert page.locator(".pd-notice--wording, #wording").count() == 0
