"""The built pages in real Chromium: quiet, narrow, by keyboard, in the dark, on paper and without scripts."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.watching import Watch

SLUG = "majuqiao-2020"
ALL = (
    *("", "digests/", f"digests/{SLUG}/", "digests/yongledian-2024/", "indicators/", "indicators/tax_revenue/"),
    *("about/", "about/method/", "organisations/"),
)
PLACES = [f"{language}/{page}" for language in ("zh", "en") for page in ALL]
CONTRAST = Path(__file__).with_name("contrast.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("place", PLACES)
def test_a_page_is_quiet_and_asks_no_other_host(page: Page, watch: Watch, address: str, place: str) -> None:
    page.goto(f"{address}{place}", wait_until="networkidle")
    strangers = [url for url in watch.requests if not url.startswith((address, "data:"))]
    assert (watch.complaints, strangers) == ([], [])


@pytest.mark.parametrize("width", [320, 375, 768])
@pytest.mark.parametrize("place", PLACES)
def test_a_page_does_not_scroll_sideways(page: Page, address: str, place: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(f"{address}{place}")
    page.evaluate("document.querySelectorAll('.pd-body details').forEach(part => { part.open = true; })")
    page.evaluate("window.scrollTo(1000, 0)")
    seen = page.evaluate("[window.scrollX, document.scrollingElement.scrollWidth]")
    assert (seen[0], seen[1] <= width) == (0, True)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_figures_source_opens_by_keyboard_and_marks_the_figure(page: Page, address: str, language: str) -> None:
    page.goto(f"{address}{language}/digests/{SLUG}/")
    row = page.locator("tbody.pd-fact").first
    row.locator(".pd-anchor").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    mark = row.locator("mark").first
    figure = mark.inner_text()
    assert (mark.is_visible(), any(character.isdigit() for character in figure)) == (True, True)


def test_the_focus_can_be_seen(page: Page, address: str) -> None:
    page.goto(f"{address}zh/digests/{SLUG}/")
    page.locator("tbody.pd-fact").first.locator(".pd-anchor").focus()
    page.keyboard.press("Tab")
    outline = page.evaluate("(s => [s.outlineStyle, s.outlineWidth])(getComputedStyle(document.activeElement))")
    assert (outline[0] != "none", outline[1] != "0px") == (True, True)


def test_an_address_with_a_rows_anchor_opens_its_source(page: Page, address: str) -> None:
    page.goto(f"{address}en/digests/{SLUG}/")
    anchor = page.locator("tbody.pd-fact").nth(3).get_attribute("id")
    page.goto(f"{address}zh/digests/{SLUG}/#{anchor}")
    expect(page.locator(f"[id='{anchor}'] mark").first).to_be_visible()


@pytest.mark.parametrize("slug", [SLUG, "yongledian-2024"])
def test_the_language_link_leads_to_the_same_digest_and_back(page: Page, address: str, slug: str) -> None:
    page.goto(f"{address}zh/digests/{slug}/")
    page.locator(".pd-languages a").click()
    expect(page).to_have_url(f"{address}en/digests/{slug}/")
    page.locator(".pd-languages a").click()
    expect(page).to_have_url(f"{address}zh/digests/{slug}/")


def test_the_language_link_keeps_the_anchor(page: Page, address: str) -> None:
    page.goto(f"{address}zh/digests/{SLUG}/")
    anchor = page.locator("tbody.pd-fact").nth(3).get_attribute("id")
    page.evaluate("anchor => { location.hash = anchor; }", anchor)
    page.locator(".pd-languages a").click()
    expect(page).to_have_url(f"{address}en/digests/{SLUG}/#{anchor}")
    expect(page.locator(f"[id='{anchor}'] mark").first).to_be_visible()


@pytest.mark.parametrize(("locale", "home"), [("zh-CN", "zh/"), ("zh-TW", "zh/"), ("en-GB", "en/")])
def test_the_root_chooses_the_browsers_language(browser: Browser, address: str, locale: str, home: str) -> None:
    context = browser.new_context(locale=locale)
    page = context.new_page()
    page.goto(address)
    page.wait_for_url(f"{address}{home}")
    context.close()


def test_a_page_that_is_not_there_leads_home(page: Page, address: str) -> None:
    page.goto(f"{address}en/digests/nowhere/")
    page.locator("#way-en a").click()
    expect(page).to_have_url(f"{address}en/")


@pytest.mark.parametrize("lost", ["nowhere", "deep/down/nowhere/", "data/nowhere.json"])
def test_a_page_outside_both_languages_that_is_not_there_leads_home(page: Page, address: str, lost: str) -> None:
    page.goto(f"{address}{lost}")
    page.locator("#way-zh a").click()
    expect(page).to_have_url(f"{address}zh/")


# ---------------------------------------------------------------- without scripts


def test_without_scripts_a_page_that_is_not_there_says_how_to_go_on(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}nowhere")
    told = page.get_by_text("shorten the address").is_visible()
    context.close()
    assert told


def test_without_scripts_a_source_opens_and_the_links_lead_on(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.get_by_role("link", name="English").click()
    page.get_by_role("link", name="Digests", exact=True).first.click()
    page.locator("tbody th[scope=row] a").first.click()
    row = page.locator("tbody.pd-fact").first
    row.locator("summary").click()
    assert row.locator("mark").first.is_visible()
    context.close()


def test_without_scripts_nothing_promises_what_needs_them(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}zh/digests/{SLUG}/")
    dead = [button for button in page.locator("button").all() if button.is_visible()]
    assert dead == []
    context.close()


# ---------------------------------------------------------------- light, dark and paper


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("place", [f"zh/digests/{SLUG}/", f"en/digests/{SLUG}/", "en/", "zh/indicators/", "en/about/"])
def test_words_are_readable_in_both_schemes(browser: Browser, address: str, place: str, scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{address}{place}")
    page.evaluate("document.querySelectorAll('.pd-body details').forEach(part => { part.open = true; })")
    faint = page.evaluate(CONTRAST, [".pd-body *, header *, footer *, nav *"])
    context.close()
    assert faint == []


def test_the_dark_scheme_is_dark_and_the_light_one_light(browser: Browser, address: str) -> None:
    grounds = {}
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(f"{address}zh/")
        colour = page.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number)")
        grounds[scheme] = sum(colour) / 3
        context.close()
    assert (grounds["light"] > 200, grounds["dark"] < 60) == (True, True)


def test_on_paper_the_sources_are_printed_and_the_navigation_is_not(page: Page, address: str) -> None:
    page.goto(f"{address}zh/digests/{SLUG}/")
    page.emulate_media(media="print")
    assert (page.locator("tbody.pd-fact mark").first.is_visible(), page.locator(".md-header").is_visible()) == (
        True,
        False,
    )
