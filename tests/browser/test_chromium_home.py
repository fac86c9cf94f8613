"""The home page in real Chromium: its field asks the search; without scripts there is none, and the page says so."""

import pytest
from playwright.sync_api import Browser, Page, expect


@pytest.mark.parametrize(("language", "query"), [("zh", "税收"), ("en", "tax")])
def test_the_field_finds_digests_by_keyboard_alone(page: Page, address: str, language: str, query: str) -> None:
    page.goto(f"{address}{language}/")
    page.locator("#search-words").focus()
    page.keyboard.type(query)
    page.keyboard.press("Enter")
    page.wait_for_function("query => document.getElementById('search').dataset.done === query", arg=query)
    found = page.locator("#search-results > li > a").evaluate_all("links => links.map(link => link.href)")
    assert [link for link in found if "/digests/" in link]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_without_scripts_there_is_no_field_but_the_indexes(browser: Browser, address: str, language: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}{language}/")
    expect(page.locator("#search-start")).to_be_hidden()
    expect(page.locator(".pd-start noscript p")).to_be_visible()
    page.locator(".pd-counts--all a").first.click()
    expect(page).to_have_url(f"{address}{language}/digests/")
    context.close()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [375, 1280])
def test_many_years_scroll_in_their_table_alone(page: Page, address: str, language: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(f"{address}{language}/")
    page.evaluate(
        """() => document.querySelectorAll(".pd-table--coverage tr").forEach((row) => {
          const links = [...document.querySelectorAll(".pd-table--coverage td:has(a)")];
          for (let at = 0; at < 16; at += 1) row.append(links[at % links.length].cloneNode(true));
        })"""
    )
    wide = page.locator(".pd-region:has(.pd-table--coverage)").evaluate("region => region.scrollWidth > innerWidth")
    assert (wide, page.evaluate("document.scrollingElement.scrollWidth") <= width) == (True, True)
