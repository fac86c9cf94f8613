"""The weight of a first visit in real Chromium, served compressed; search and other hosts are left alone till asked."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.searching import search
from tests.browser.weighing import Scale, put_on, served_compressed
from tests.projects import Project, served

DIGESTS = ("digests/majuqiao-2020/", "digests/yongledian-2024/")
WEIGHED = ("", *DIGESTS, "indicators/", "indicators/tax_revenue/")
PLACES = [f"{language}/{page}" for language in ("zh", "en") for page in WEIGHED]
MOST = 250_000
MOST_SCRIPT = 80_000
COMPONENT = 180_000
"""What the page of all figures fetches besides, for its filters."""


@pytest.fixture(scope="module")
def compressed(built: Project) -> Iterator[str]:
    """The address of the two seeds' site, served compressed."""
    with served_compressed(built.site) as address:
        yield address


def visit(page: Page, address: str) -> Scale:
    scale = put_on(page)
    page.goto(address, wait_until="networkidle")
    return scale


@pytest.mark.parametrize("place", PLACES)
def test_a_first_visit_is_light_and_leaves_search_alone(page: Page, compressed: str, place: str) -> None:
    scale = visit(page, compressed + place)
    print(f"{place}: {scale.told()}")
    more = COMPONENT if place.endswith("/indicators/") else 0
    light = (scale.total() <= MOST + more, 0 < scale.total("Script") <= MOST_SCRIPT + more)
    assert (light, scale.searched()) == ((True, True), []), scale.told()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_search_is_loaded_on_first_use(page: Page, compressed: str, language: str) -> None:
    scale = visit(page, f"{compressed}{language}/{DIGESTS[0]}")
    before, weight = scale.searched(), scale.total()
    search(page, "税收", everything=False)
    print(f"{language}: the first search {(scale.total() - weight) / 1000:.1f} kB")
    assert (before, len(scale.searched()) > 0) == ([], True)


@pytest.mark.parametrize("place", ["en/", "zh/digests/qingshi-2024/", "en/indicators/"])
def test_a_site_that_knows_its_address_asks_nothing_more(page: Page, collected: Project, place: str) -> None:
    """The theme asks for a sitemap of every link that names another language."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for address in served(collected.site):
        page.goto(address + place, wait_until="networkidle")
        strangers = [url for url in asked if not url.startswith((address, "data:"))]
        assert (len(asked) > 3, strangers, [url for url in asked if "sitemap" in url]) == (True, [], [])


def test_no_page_asks_another_host(browser: Browser, built: Project, address: str) -> None:
    """Each page of the site, those that no list of tests names among them."""
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    pages = sorted(path.relative_to(built.site).as_posix() for path in built.site.rglob("*.html"))
    for name in pages:
        page.goto(address + name.removesuffix("index.html"))
    context.close()
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
