"""axe-core finds no violation: both languages, both colour schemes, wide and on a phone, folds and search open.

No rule is left out and no element is excepted. Long tables and lists are shortened for the contrast of words alone,
which test_chromium_pages also measures, word by word, with a measure of its own.
"""

from collections.abc import Iterator

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page

from tests.browser.axe import faults, open_folds, shorten
from tests.browser.searching import ask

WIDE = {"width": 1280, "height": 800}
PHONE = {"width": 375, "height": 740}
SCHEMES = ("slate", "default")  # the dark one first: the page is left in the light one
PAGES = (
    *("", "digests/", "digests/majuqiao-2020/", "digests/yongledian-2024/", "indicators/", "indicators/tax_revenue/"),
    *("commitments/", "programmes/", "places/", "places/110112109/", "glossary/", "timeline/", "people/", "data/"),
    "organisations/",
    *("corrections/", "about/", "about/method/", "about/editors/", "about/translations/"),
)
PLACES = [f"{language}/{page}" for language in ("zh", "en") for page in PAGES]


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[Page]:
    """One page for all, since each would otherwise wait for a context of its own."""
    context = browser.new_context(reduced_motion="reduce")
    context.set_default_timeout(30_000)
    yield context.new_page()
    context.close()


def go(reader: Page, address: str) -> None:
    reader.set_viewport_size(WIDE)  # type: ignore[arg-type]
    reader.goto(address, wait_until="networkidle" if address.endswith("/indicators/") else "load")


def in_each_scheme(reader: Page) -> dict[str, list[str]]:
    """What is wrong with the contrast of words, by scheme, each put on as the switch in the header does."""
    found = {}
    for scheme in SCHEMES:
        reader.evaluate("scheme => document.querySelector(`input[data-md-color-scheme=${scheme}]`).click()", scheme)
        reader.wait_for_function("scheme => document.body.dataset.mdColorScheme === scheme", arg=scheme)
        found[scheme] = faults(reader, AXE_SCRIPT, colours=True)
    return found


def told(found: dict[str, list[str]]) -> str:
    return "\n".join(f"{look}: {fault}" for look, all_of_it in found.items() for fault in all_of_it)


@pytest.mark.parametrize("place", PLACES)
def test_axe_finds_nothing_to_mend(reader: Page, address: str, place: str) -> None:
    go(reader, f"{address}{place}")
    open_folds(reader)
    found = {"wide": faults(reader, AXE_SCRIPT, colours=False)}
    reader.set_viewport_size(PHONE)  # type: ignore[arg-type]
    found["phone"] = faults(reader, AXE_SCRIPT, colours=False)
    reader.set_viewport_size(WIDE)  # type: ignore[arg-type]
    shorten(reader)
    found |= in_each_scheme(reader)
    wrong = told(found)
    assert not wrong, wrong


@pytest.mark.parametrize(("place", "query"), [("zh/", "税收"), ("en/digests/majuqiao-2020/", "tax"), ("en/", "税收")])
def test_axe_finds_nothing_to_mend_in_the_open_search(reader: Page, address: str, place: str, query: str) -> None:
    go(reader, f"{address}{place}")
    ask(reader, query)
    found = {"wide": faults(reader, AXE_SCRIPT, colours=False)}
    reader.set_viewport_size(PHONE)  # type: ignore[arg-type]
    found["phone"] = faults(reader, AXE_SCRIPT, colours=False)
    found |= in_each_scheme(reader)
    wrong = told(found) if reader.locator("#search-results > li").count() else "nothing was found"
    assert not wrong, wrong
