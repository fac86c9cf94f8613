"""Charts in real Chromium: they can be read on a phone, follow the colour scheme, are named, and stand on paper."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.test_chromium_pages import CONTRAST
from tests.browser.test_chromium_tables import BROKEN, OUTSIDE
from tests.projects import Project, served

PAGES = ("zh/indicators/tax_revenue/", "en/indicators/tax_revenue/")


@pytest.fixture(scope="session")
def series_address(collected: Project) -> Iterator[str]:
    """The address of a site of an invented town over three years and its neighbour."""
    yield from served(collected.site)


@pytest.mark.parametrize("place", PAGES)
@pytest.mark.parametrize("width", [320, 375, 1280])
def test_the_words_of_a_chart_can_be_read_at_any_width(page: Page, series_address: str, place: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(f"{series_address}{place}")
    heights = page.evaluate(
        "[...document.querySelectorAll('.pd-chart text')].map(text => text.getBoundingClientRect().height)"
    )
    scrolls = page.evaluate("document.scrollingElement.scrollWidth > innerWidth")

    assert (len(heights) > 4, min(heights) >= 9, scrolls) == (True, True, False)


@pytest.mark.parametrize("place", PAGES)
def test_a_chart_is_an_image_with_a_name(page: Page, series_address: str, place: str) -> None:
    page.goto(f"{series_address}{place}")
    chart = page.get_by_role("img", name="2022")

    assert chart.count() == 1


def test_a_chart_takes_the_colours_of_the_scheme(browser: Browser, series_address: str) -> None:
    colours = set()
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(f"{series_address}{PAGES[0]}")
        colours.add(page.locator(".pd-chart__line").evaluate("line => getComputedStyle(line).stroke"))
        context.close()

    assert len(colours) == 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("place", PAGES)
def test_the_words_of_verdicts_are_readable(browser: Browser, series_address: str, place: str, scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{series_address}{place}")
    faint = page.evaluate(CONTRAST, [".pd-body *:not(svg *)"])
    context.close()

    assert faint == []


@pytest.mark.parametrize("width", [320, 375, 600, 1024])
@pytest.mark.parametrize("place", PAGES)
def test_a_figure_is_seen_with_its_status_and_period(page: Page, series_address: str, place: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(f"{series_address}{place}")
    rows = page.locator("tr:has(.pd-nature)").count()

    assert (page.evaluate(OUTSIDE), page.evaluate(BROKEN), rows > 10) == ([], [], True)


def test_a_chart_stands_on_paper(page: Page, series_address: str) -> None:
    page.emulate_media(media="print")
    page.goto(f"{series_address}{PAGES[1]}")

    assert (page.locator(".pd-chart").is_visible(), page.locator("table").first.is_visible()) == (True, True)
