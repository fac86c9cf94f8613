"""Searching as a reader does, in the page's own dialogue, and what the built pages say the answer should be."""

from pathlib import Path
from urllib.parse import urldefrag

from playwright.sync_api import Page

from tests.built_pages import body, parse_page

HIDDEN = frozenset({"data-pagefind-ignore"})


def ask(page: Page, query: str) -> None:
    """Search and leave the dialogue open."""
    page.keyboard.press("/")
    page.locator("#search-query").fill(query)
    page.wait_for_function("query => document.getElementById('search').dataset.done === query", arg=query)


def search(page: Page, query: str, *, everything: bool = True) -> list[str]:
    """Type ``query`` and return the addresses found, in order, without fragments; ``everything``: to the last page."""
    ask(page, query)
    more = page.locator("#search-more")
    while everything and more.is_visible():
        told = page.locator("#search-status").inner_text()
        more.click()
        page.wait_for_function("told => document.getElementById('search-status').textContent !== told", arg=told)
    found = page.locator("#search-results > li > a").evaluate_all("links => links.map(link => link.href)")
    page.keyboard.press("Escape")
    return [urldefrag(address)[0] for address in found]


def indexed(site: Path, language: str) -> dict[str, str]:
    """The words of each page that search is to find, by its address from the site's root, white space left out."""
    pages = {}
    for path in sorted((site / language).rglob("index.html")):
        parts = parse_page(path).find(name="pd-body")
        if parts and "data-pagefind-body" in parts[0].attributes:
            words = "".join(body(parse_page(path)).words(HIDDEN).split())
            pages[path.relative_to(site).as_posix().removesuffix("index.html")] = words.lower()
    return pages


def holding(pages: dict[str, str], query: str) -> set[str]:
    """The pages that hold ``query``."""
    return {address for address, words in pages.items() if query.lower() in words}
