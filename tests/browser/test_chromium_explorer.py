"""The explorer in real Chromium: filters, order, address, file, keyboard; and the plain table where scripts fail."""

import csv
import io
import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from policy_digest.render.escape import cell
from tests.browser.watching import Watch

BOTH = pytest.mark.parametrize("language", ["zh", "en"])
ROWS = ".pd-table--explored tbody tr:has(.pd-leads)"
FOUND = {"zh": re.compile(r"共 ([\d,]+) 条"), "en": re.compile(r"Figures .* of ([\d,]+)")}


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


@pytest.mark.parametrize("order", ["value-desc", "value"])
def test_values_are_put_in_order_among_those_of_their_unit(page: Page, address: str, order: str) -> None:
    opened(page, address, "en", f"?sort={order}&q=CNY")
    values = page.locator(f"{ROWS} .pd-num").all_inner_texts()
    millions = [float(re.sub("[^0-9.]", "", v)) * (1000 if "billion" in v else 1) for v in values if "illion" in v]
    assert (len(millions) > 3, millions) == (True, sorted(millions, reverse=order == "value-desc"))


@pytest.mark.parametrize("order", ["value-desc", "value"])
def test_what_has_no_number_stands_last_of_its_unit(page: Page, address: str, order: str) -> None:
    opened(page, address, "en", f"?sort={order}&kind=rank")
    values = page.locator(f"{ROWS} .pd-num").all_inner_texts()
    numbered = [bool(re.search(r"\d", value)) for value in values]
    assert (len(values) > 1, numbered) == (True, sorted(numbered, reverse=True))


@pytest.mark.parametrize(("order", "first", "last"), [("period-desc", "2024", "2020"), ("period", "2020", "2024")])
def test_periods_are_put_in_order(page: Page, address: str, order: str, first: str, last: str) -> None:
    opened(page, address, "en", f"?sort={order}")
    periods = page.locator(f"{ROWS} .pd-period").all_inner_texts()
    assert (first in periods[0], last in periods[-1]) == (True, True)


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


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_heading_is_worked_by_keyboard(page: Page, address: str, key: str) -> None:
    opened(page, address, "en")
    page.locator(".pd-table--explored thead th .dt-column-order").nth(1).focus()
    before = page.evaluate("scrollY")
    page.keyboard.press(key)
    page.wait_for_url("**/indicators/?sort=value-desc")
    assert page.evaluate("[document.activeElement.matches('.dt-column-order'), scrollY]") == [True, before]


def test_nothing_found_is_said(page: Page, address: str) -> None:
    opened(page, address, "en")
    page.fill("#filter-q", "nothing of the kind")
    expect(page.locator(".pd-found")).to_have_text("No figures match.")
    assert page.locator(".pd-found").get_attribute("role") == "status"


@BOTH
def test_without_scripts_the_plain_table_stands(browser: Browser, address: str, language: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}{language}/indicators/")
    expect(page.locator("#explorer")).to_be_hidden()
    expect(page.locator("#plain table").first).to_be_visible()
    context.close()


@pytest.mark.parametrize("broken", ["rows.json", "datatables.js", "assets/explorer.js"])
def test_where_the_rows_cannot_be_read_the_plain_table_stands(page: Page, address: str, broken: str) -> None:
    def refuse(route: Route) -> None:
        route.fulfill(status=404)

    page.route(f"**/{broken}", refuse)
    page.goto(f"{address}en/indicators/")
    expect(page.locator("#explorer-failed")).to_have_text("The filters could not be loaded; see the tables below.")
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


def multiplied(page: Page, address: str, **changes: Any) -> None:
    """Have the page read the rows of the site four times over, the words of its first name and place changed."""
    data = page.request.get(f"{address}assets/explorer/rows.json").json()
    data["rows"] = data["rows"] * 4
    first = data["rows"][0]
    if "name" in changes:
        data["names"][first[3]][0] = data["names"][first[3]][1] = changes["name"]
        data["areas"][first[8]][1] = data["areas"][first[8]][2] = changes["name"]
    if "edit" in changes:
        data["rows"][0] = [*first, *changes["edit"]]

    def answer(route: Route) -> None:
        route.fulfill(json=data)

    page.route("**/rows.json", answer)


def test_pages_are_turned_by_keyboard_and_kept_in_the_address(page: Page, address: str) -> None:
    multiplied(page, address)
    total = opened(page, address, "en")
    first = page.locator(".pd-found").inner_text()
    page.locator(".dt-paging button.next").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".pd-found")).to_have_text(f"Figures 51–100 of {total}")
    assert (first, state(page)) == (f"Figures 1–50 of {total}", {"page": ["2"]})
    assert page.evaluate("document.activeElement.matches('.dt-paging button')")
    page.reload()
    stands(page, "en")
    expect(page.locator(".pd-found")).to_have_text(f"Figures 51–100 of {total}")
    page.select_option("#filter-nature", "actual")
    expect(page.locator(".pd-found")).to_contain_text("Figures 1–50 of")
    assert "page" not in state(page)


def test_a_page_that_is_not_there_is_the_last(page: Page, address: str) -> None:
    multiplied(page, address)
    total = opened(page, address, "en", "?page=99")
    expect(page.locator(".pd-found")).to_have_text(f"Figures {total - total % 50 + 1}–{total} of {total}")


@BOTH
def test_hostile_words_are_text(page: Page, address: str, watch: Watch, language: str) -> None:
    words = "<img src=x onerror=alert(1)>“&amp;"
    said: list[str] = []
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    multiplied(page, address, name=words)
    opened(page, address, language)
    page.select_option("#filter-sort", "value-desc")
    page.fill("#filter-q", "onerror")
    assert shown(page, language) >= 4
    expect(page.locator(f"{ROWS} .pd-where").first).to_have_text(words)
    assert (said, page.locator("#explorer img").count(), [url for url in watch.requests if url.endswith("/x")]) == (
        [],
        0,
        [],
    )


@pytest.mark.parametrize("words", ["=HYPERLINK(1)", "@SUM", "+1+1", "-1-1", "\t=1"])
def test_no_cell_of_the_file_can_be_taken_for_a_formula(page: Page, address: str, words: str) -> None:
    multiplied(page, address, name=words)
    opened(page, address, "en")
    with page.expect_download() as download:
        page.click("[data-csv]")
    text = Path(download.value.path()).read_bytes().decode("utf-8-sig")
    row = next(csv.DictReader(io.StringIO(text, newline="")))
    assert (row["name_zh"], row["place_en"]) == (cell(words), cell(words))
    assert row["name_zh"].startswith("'")


def test_a_corrected_value_says_what_is_printed(page: Page, address: str) -> None:
    multiplied(page, address, edit=["edit-1", "8.46亿元"])
    opened(page, address, "en")
    row = page.locator(ROWS).first
    expect(row.locator(".pd-printed")).to_contain_text("8.46亿元")
    assert (row.locator("a.pd-edited").get_attribute("href") or "").endswith("#edit-1")


@pytest.mark.parametrize("fragment", ["#%E0", "#%", "#nothing"])
def test_a_fragment_of_no_row_does_no_harm(page: Page, address: str, fragment: str) -> None:
    page.goto(f"{address}en/indicators/{fragment}")
    assert stands(page, "en") > 20
