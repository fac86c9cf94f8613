"""Home and a digest by keyboard alone: every stop can be seen, and what a mouse does a key does as well."""

from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect

HOME_AND_DIGEST = [f"{language}/{page}" for language in ("zh", "en") for page in ("", "digests/majuqiao-2020/")]
MOST_STOPS = 600
# What has the focus, where it is on the screen, and whether that is shown: the switch of colours is a radio button
# without size, for which its label shows the focus.
STOP = """() => {
  const stop = document.activeElement;
  if (stop === document.body) return null;
  const shown = stop.matches(".md-option") ? stop.nextElementSibling : stop;
  const style = getComputedStyle(shown);
  const box = shown.getBoundingClientRect();
  return {
    words: (stop.getAttribute("aria-label") || stop.textContent).trim().replace(/\\s+/g, " ").slice(0, 40),
    kind: stop.matches(".pd-region") ? "region" : stop.tagName.toLowerCase(),
    name: stop.id || stop.getAttribute("hreflang") || stop.className.split(" ")[0],
    seen: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0 && style.visibility === "visible"
      && style.opacity === "1" && box.width > 0 && box.right > 0 && box.left < innerWidth && box.bottom > 0
      && box.top < innerHeight,
  };
}"""


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop of the Tab key."""

    words: str
    kind: str
    name: str
    seen: bool


def stops(page: Page, most: int = MOST_STOPS) -> list[Stop]:
    """Tab through the page from its top, at most to the end."""
    found = []
    for _ in range(most):
        page.keyboard.press("Tab")
        told = page.evaluate(STOP)
        if told is None:
            break
        found.append(Stop(**told))
    return found


def tab_to(page: Page, selector: str) -> None:
    """Tab until what ``selector`` finds has the focus."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"the Tab key does not come to {selector}")


@pytest.mark.parametrize("width", [1280, 375])
@pytest.mark.parametrize("place", HOME_AND_DIGEST)
def test_every_stop_of_the_tab_key_can_be_seen(page: Page, address: str, place: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{address}{place}")
    found = stops(page)
    assert ([stop for stop in found if not stop.seen], 20 < len(found) < MOST_STOPS) == ([], True)


@pytest.mark.parametrize("place", HOME_AND_DIGEST)
def test_the_tab_key_comes_to_all_that_can_be_used(page: Page, address: str, place: str) -> None:
    page.goto(f"{address}{place}")
    there = {
        "summary": page.locator("main summary:visible").count(),
        "region": page.locator("main .pd-region:visible").count(),
    }
    found = stops(page)
    met = {kind: sum(stop.kind == kind for stop in found) for kind in there}
    names = [stop.name for stop in found]
    other = "en" if place.startswith("zh") else "zh-Hans"
    missing = [name for name in ("search-open", "__palette_0", other) if name not in names]
    assert (names[0], missing, met) == ("md-skip", [], there)


@pytest.mark.parametrize("place", HOME_AND_DIGEST)
def test_the_skip_link_leads_past_the_header(page: Page, address: str, place: str) -> None:
    page.goto(f"{address}{place}")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#text') !== null")


def test_the_language_link_opens_by_keyboard(page: Page, address: str) -> None:
    page.goto(f"{address}zh/digests/majuqiao-2020/")
    tab_to(page, ".pd-languages a")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}en/digests/majuqiao-2020/")


def test_search_opens_by_keyboard_and_gives_the_focus_back(page: Page, address: str) -> None:
    page.goto(f"{address}en/")
    tab_to(page, "#search-open")
    page.keyboard.press("Enter")
    inside = page.evaluate("document.activeElement.id")
    page.keyboard.press("Escape")
    assert (inside, page.evaluate("document.activeElement.id")) == ("search-query", "search-open")


@pytest.mark.parametrize("key", ["Enter", "ArrowRight"])
def test_the_colours_change_by_keyboard_and_back(page: Page, address: str, key: str) -> None:
    page.goto(f"{address}en/")
    tab_to(page, ".md-option")
    for scheme in ("slate", "default"):
        page.keyboard.press(key)
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_fold_opens_and_closes_by_keyboard(page: Page, address: str, key: str) -> None:
    page.goto(f"{address}en/digests/majuqiao-2020/")
    tab_to(page, ".pd-fold > summary")
    states = []
    for _ in range(2):
        page.keyboard.press(key)
        states.append(page.evaluate("document.activeElement.parentElement.open"))
    assert states == [True, False]


def test_a_wide_table_scrolls_by_keyboard(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 760, "height": 800})
    page.goto(f"{address}en/digests/yongledian-2024/")
    page.evaluate("document.querySelectorAll('.pd-fold').forEach(part => { part.open = true; })")
    page.add_style_tag(content=".pd-table { min-width: 1400px; }")
    tab_to(page, ".pd-region")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.activeElement.scrollLeft > 0")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_on_a_phone_the_contents_open_by_keyboard_and_close_at_escape(page: Page, address: str, language: str) -> None:
    page.set_viewport_size({"width": 375, "height": 740})
    page.goto(f"{address}{language}/")
    tab_to(page, "#menu-open")
    page.keyboard.press("Enter")
    expect(page.locator("#menu-open")).to_have_attribute("aria-expanded", "true")
    inside = page.evaluate("document.activeElement.closest('.md-sidebar--primary') !== null")
    page.keyboard.press("Escape")
    expect(page.locator("#menu-open")).to_have_attribute("aria-expanded", "false")
    assert (inside, page.evaluate("document.activeElement.id")) == (True, "menu-open")


def test_on_a_wide_page_the_contents_need_no_button(page: Page, address: str) -> None:
    page.goto(f"{address}en/")
    expect(page.locator("#menu-open")).to_be_hidden()


def test_on_a_phone_without_scripts_a_label_opens_the_contents(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 375, "height": 740})
    page = context.new_page()
    page.goto(f"{address}en/")
    page.locator("label.pd-menu").click()
    page.locator(".md-sidebar--primary .md-nav__link", has_text="Glossary").click()
    address_then = page.url
    context.close()
    assert address_then == f"{address}en/glossary/"


def test_on_a_phone_a_section_of_the_contents_opens_by_keyboard(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 375, "height": 740})
    page.goto(f"{address}en/")
    tab_to(page, "#menu-open")
    page.keyboard.press("Enter")
    tab_to(page, "label.md-nav__link[tabindex]")
    page.keyboard.press("Enter")
    tab_to(page, ".md-nav__link[href*='method']")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}en/about/method/")


def test_on_a_phone_without_the_contents_the_focus_goes_on_and_they_close(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 375, "height": 740})
    page.goto(f"{address}en/")
    tab_to(page, "#menu-open")
    page.keyboard.press("Enter")
    tab_to(page, ".pd-body a")
    expect(page.locator("#menu-open")).to_have_attribute("aria-expanded", "false")
