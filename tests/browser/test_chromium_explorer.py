"""The explorer in real Chromium: filters, order, address, file, keyboard; and the plain table where scripts fail."""

import csv
import io
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.watching import Watch

BOTH = pytest.mark.parametrize("language", ["zh", "en"])
ROWS = ".pd-table--explored tbody tr:has(.pd-leads)"
FOUND = {"zh": re.compile(r"共 ([\d,]+) 条"), "en": re.compile(r"of ([\d,]+) figures")}


def opened(page: Page, address: str, language: str, query: str = "") -> int:
    """Open the explorer, wait until it stands, and return how many figures it says it shows."""
    page.goto(f"{address}{language}/indicators/{query}")
    return stands(page, language)


def stands(page: Page, language: str) -> int:
    """Wait until the explorer has its rows, and return how many it says it shows."""
    expect(page.locator("#explorer:not([hidden])")).to_be_visible()
    expect(page.locator(".pd-found")).not_to_be_empty()
    return shown(page, language)


def shown(page: Page, language: str) -> int:
    match = FOUND[language].search(page.locator(".pd-found").inner_text())
    return int(match[1].replace(",", "")) if match else 0


def state(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


@BOTH
def test_all_rows_of_the_plain_table_are_shown_in_its_place(
    page: Page, address: str, watch: Watch, language: str
) -> None:
    total = opened(page, address, language)
    plain = page.locator("#plain tbody tr").count()
    assert (plain > 20, total, page.locator(ROWS).count(), watch.complaints) == (True, plain, min(plain, 50), [])
    expect(page.locator("#plain")).to_be_hidden()


@BOTH
@pytest.mark.parametrize("name", ["place", "period", "topic", "kind", "nature", "status"])
def test_a_filter_shows_as_many_as_its_choice_says(page: Page, address: str, language: str, name: str) -> None:
    opened(page, address, language)
    choice = page.locator(f"#filter-{name} option:not([value=''])").last
    value, words = choice.get_attribute("value") or "", choice.inner_text()
    page.select_option(f"#filter-{name}", value)
    told = int(re.findall(r"\((\d+)\)$", words.strip())[0])
    assert (shown(page, language), page.locator(ROWS).count(), state(page)) == (told, min(told, 50), {name: [value]})


@pytest.mark.parametrize(
    ("language", "query"), [("zh", "tax"), ("en", "税收"), ("zh", "税收 2024"), ("en", "TAX 马驹桥")]
)
def test_words_of_either_language_find_a_figure(page: Page, address: str, language: str, query: str) -> None:
    every = opened(page, address, language)
    page.fill("#filter-q", query)
    found = shown(page, language)
    assert 0 < found < every
    assert state(page)["q"] == [query]


@BOTH
def test_the_address_keeps_what_was_asked_for_in_both_languages(page: Page, address: str, language: str) -> None:
    opened(page, address, language)
    page.select_option("#filter-nature", "expected")
    page.select_option("#filter-sort", "value-desc")
    found, first = shown(page, language), page.locator(f"{ROWS} a >> nth=-1").get_attribute("href")
    page.reload()
    again = stands(page, language)
    expect(page.locator("#filter-nature")).to_have_value("expected")
    assert (again, page.locator(f"{ROWS} a >> nth=-1").get_attribute("href")) == (found, first)
    page.locator(".pd-languages a").click()
    there = stands(page, "en" if language == "zh" else "zh")
    values = [page.locator(f"#filter-{name}").input_value() for name in ("nature", "sort")]
    assert (there, values) == (found, ["expected", "value-desc"])


def test_an_address_that_asks_for_what_there_is_not_asks_for_nothing(page: Page, address: str) -> None:
    every = opened(page, address, "en")
    assert opened(page, address, "en", "?topic=nonsense&page=-3&sort=x&kind=%3Cb%3E") == every


def test_values_are_put_in_order_among_those_of_their_unit(page: Page, address: str) -> None:
    opened(page, address, "en", "?sort=value-desc&q=CNY")
    values = page.locator(f"{ROWS} .pd-num").all_inner_texts()
    millions = [float(re.sub("[^0-9.]", "", v)) * (1000 if "billion" in v else 1) for v in values if "illion" in v]
    assert (len(millions) > 3, millions) == (True, sorted(millions, reverse=True))


def test_a_heading_puts_rows_in_order_and_says_so(page: Page, address: str) -> None:
    opened(page, address, "en")
    heading = page.locator(".pd-table--explored thead th").nth(3)
    heading.click()
    page.wait_for_url("**/indicators/?sort=period-desc")
    assert heading.get_attribute("aria-sort") == "descending"
    expect(page.locator("#filter-sort")).to_have_value("period-desc")


@BOTH
def test_the_file_has_the_figures_that_are_shown(page: Page, address: str, language: str) -> None:
    opened(page, address, language, "?nature=expected")
    with page.expect_download() as download:
        page.click("[data-csv]")
    text = Path(download.value.path()).read_bytes().decode("utf-8")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    whole = page.request.get(f"{address}data/indicators.csv").body().decode("utf-8-sig")
    known = {(row["slug"], row["obs_value"], row["time_period"]) for row in csv.DictReader(io.StringIO(whole))}
    assert (text[0], len(rows), {row["nature"] for row in rows}) == ("\ufeff", shown(page, language), {"expected"})
    assert {(row["slug"], row["obs_value"], row["time_period"]) for row in rows} <= known
    assert all(row["name_zh"] and row["name_en"] and row["url"].startswith(address) for row in rows)


@BOTH
def test_a_row_leads_to_its_sentence(page: Page, address: str, language: str) -> None:
    opened(page, address, language, "?q=9.15")
    page.locator(f"{ROWS} .pd-leads a").first.click()
    expect(page.locator(":target mark").first).to_be_visible()


@BOTH
def test_it_is_worked_by_keyboard_alone(page: Page, address: str, language: str) -> None:
    every = opened(page, address, language)
    page.locator("#filter-q").focus()
    page.keyboard.type("cny")
    narrowed = shown(page, language)
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    assert (0 < narrowed < every, page.evaluate("document.activeElement.name")) == (True, "place")
    assert (list(state(page)), 0 < shown(page, language) < narrowed) == (["q", "place"], True)
    seen = []
    for _ in range(40):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("(e => e.name || e.type || e.className || e.tagName)(document.activeElement)"))
        if page.evaluate("document.activeElement.matches('.pd-leads a')"):
            break
    assert seen[:8] == ["period", "topic", "kind", "nature", "status", "sort", "reset", "button"]
    focus = page.evaluate("(s => s.outlineStyle)(getComputedStyle(document.activeElement))")
    assert (page.evaluate("document.activeElement.matches('.pd-leads a')"), focus != "none") == (True, True)
    page.keyboard.press("Enter")
    expect(page.locator(":target")).to_be_visible()


def test_clearing_by_keyboard_shows_all_again(page: Page, address: str) -> None:
    every = opened(page, address, "en", "?topic=fiscal&sort=value")
    page.locator("button[type=reset]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#filter-topic")).to_have_value("")
    page.wait_for_function("location.search === ''")
    assert shown(page, "en") > every


def test_a_heading_is_worked_by_keyboard(page: Page, address: str) -> None:
    opened(page, address, "en")
    page.locator(".pd-table--explored thead th .dt-column-order").nth(1).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/indicators/?sort=value-desc")


def test_nothing_found_is_said(page: Page, address: str) -> None:
    opened(page, address, "en")
    page.fill("#filter-q", "nothing of the kind")
    expect(page.locator(".pd-found")).to_have_text("No figure fits.")
    assert page.locator(".pd-found").get_attribute("role") == "status"


@BOTH
def test_without_scripts_the_plain_table_stands(browser: Browser, address: str, language: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}{language}/indicators/")
    expect(page.locator("#explorer")).to_be_hidden()
    expect(page.locator("#plain table").first).to_be_visible()
    context.close()


@pytest.mark.parametrize("broken", ["rows.json", "datatables.js"])
def test_where_the_rows_cannot_be_read_the_plain_table_stands(page: Page, address: str, broken: str) -> None:
    def refuse(route: Route) -> None:
        route.fulfill(status=404)

    page.route(f"**/{broken}", refuse)
    page.goto(f"{address}en/indicators/")
    expect(page.locator("#explorer-failed")).to_be_visible()
    expect(page.locator("#plain table").first).to_be_visible()
    expect(page.locator("#explorer")).to_have_count(0)


@BOTH
def test_nothing_moves_when_the_rows_come(page: Page, address: str, language: str) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/rows.json", hold)
    page.goto(f"{address}{language}/indicators/")
    expect(page.locator("#explorer form")).to_be_visible()
    expect(page.locator("#plain")).to_be_hidden()
    before = page.locator("#filter-status").bounding_box()
    page.wait_for_timeout(100)
    held[0].continue_()
    expect(page.locator(".pd-found")).not_to_be_empty()
    assert page.locator("#filter-status").bounding_box() == before


def test_on_paper_stands_the_plain_table(page: Page, address: str) -> None:
    opened(page, address, "en")
    page.emulate_media(media="print")
    expect(page.locator("#plain table").first).to_be_visible()
    expect(page.locator("#explorer")).to_be_hidden()


def test_an_address_of_a_plain_row_shows_it(page: Page, address: str) -> None:
    page.goto(f"{address}en/indicators/#indicator-tax_revenue-level")
    expect(page.locator("#indicator-tax_revenue-level")).to_be_visible()


@pytest.mark.parametrize("width", [320, 375, 768])
def test_it_does_not_scroll_sideways(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    opened(page, address, "zh")
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width
