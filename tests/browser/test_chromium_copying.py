"""What can be copied in real Chromium: the address of a figure, and citations; and what stands without scripts."""

import json

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

DIGEST = "digests/yongledian-2024/"
COPIED = "() => navigator.clipboard.readText()"


@pytest.fixture
def clipboard(context: BrowserContext) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])


@pytest.mark.parametrize(("language", "words"), [("zh", "已复制"), ("en", "Copied")])
@pytest.mark.usefixtures("clipboard")
def test_the_link_of_a_figure_copies_its_address_and_says_so(
    page: Page, address: str, language: str, words: str
) -> None:
    page.goto(f"{address}{language}/{DIGEST}")
    link = page.locator(".pd-anchor").first
    wanted = link.evaluate("link => link.href")

    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.querySelector('[role=status].pd-unseen')?.textContent")

    assert page.evaluate(COPIED) == wanted == page.url
    assert page.locator("[role=status].pd-unseen").last.text_content() == words


@pytest.mark.usefixtures("clipboard")
def test_a_citation_for_a_reference_manager_is_copied_as_it_stands(page: Page, address: str) -> None:
    page.goto(f"{address}en/{DIGEST}")
    fold = page.locator("details:has(#citation-csl)")
    fold.locator("summary").click()

    fold.locator("button").click()
    page.wait_for_timeout(200)

    item = json.loads(page.evaluate(COPIED))[0]
    assert (item["id"], item["type"]) == ("policy-digest-yongledian-2024", "webpage")


def test_without_scripts_the_link_of_a_figure_and_the_citations_are_there(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}en/{DIGEST}")
    target = page.locator(".pd-anchor").first.get_attribute("href")
    page.goto(f"{address}en/{DIGEST}{target}")

    assert page.locator(f"tbody{target}").is_visible()
    assert page.locator("#citation-bibtex").count() == 1
    context.close()


@pytest.mark.parametrize("width", [320, 768])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_of_open_data_is_no_wider_than_the_window(page: Page, address: str, language: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(f"{address}{language}/data/")

    assert page.evaluate("() => document.documentElement.scrollWidth") <= width
