"""Tables in real Chromium: a figure is never seen without its status, and no word is broken, at any width."""

import shutil
import subprocess

import pytest
from playwright.sync_api import Browser, Page

PLACES = [
    f"{language}/{page}"
    for language in ("zh", "en")
    for page in ("digests/majuqiao-2020/", "digests/yongledian-2024/", "indicators/#catalogue")
]
# Of each row that is shown: whether its value, its status and its period lie inside the window, and inside the region
# that scrolls.
OUTSIDE = """() => [...document.querySelectorAll("tbody tr:has(.pd-nature)")].flatMap((row) => {
  if (!row.checkVisibility()) return [];
  const region = row.closest(".pd-region").getBoundingClientRect();
  const [left, right] = [Math.max(0, region.left) - 1, Math.min(innerWidth, region.right) + 1];
  return [...row.querySelectorAll(".pd-value, .pd-chip, .pd-period")].filter((part) => {
    const box = part.getBoundingClientRect();
    return !box.width || box.left < left || box.right > right;
  }).map((part) => part.textContent);
})"""
BROKEN = """() => {
  const broken = [];
  const tables = ":is(.pd-table--facts, .pd-table--grouped, .pd-table--explored)";
  for (const cell of document.querySelectorAll(`${tables} tbody th`)) {
    const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      for (const word of walk.currentNode.data.matchAll(/[A-Za-z]+/g)) {
        const range = document.createRange();
        range.setStart(walk.currentNode, word.index);
        range.setEnd(walk.currentNode, word.index + word[0].length);
        if (range.getClientRects().length > 1) broken.push(word[0]);
      }
    }
  }
  return broken;
}"""


def opened(page: Page, address: str, width: int) -> None:
    """Open a page; that of all figures with both its tables, the filtered one and the plain one."""
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(address)
    if "#" in address:
        page.locator("#plain.pd-named").wait_for()
        page.locator(".pd-table--explored .pd-leads a").first.wait_for()


@pytest.mark.parametrize("width", [320, 375, 600, 768, 1024])
@pytest.mark.parametrize("place", PLACES)
def test_a_figure_is_seen_with_its_status_and_period(page: Page, address: str, place: str, width: int) -> None:
    opened(page, f"{address}{place}", width)
    rows = page.locator("tr:has(.pd-nature)").count()
    assert (page.evaluate(OUTSIDE), rows > 10) == ([], True)


@pytest.mark.parametrize("width", [320, 375, 600, 768, 1024])
@pytest.mark.parametrize("place", [place for place in PLACES if place.startswith("en/")])
def test_no_name_is_broken_inside_a_word(page: Page, address: str, place: str, width: int) -> None:
    opened(page, f"{address}{place}", width)
    assert page.evaluate(BROKEN) == []


def test_a_row_that_a_phone_stacks_is_a_row_to_a_screen_reader(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 375, "height": 740})
    page.goto(f"{address}en/digests/majuqiao-2020/")
    table = page.get_by_role("table").first
    counts = [table.get_by_role(role).count() > 0 for role in ("row", "columnheader", "rowheader", "cell")]  # type: ignore[arg-type]
    assert counts == [True] * 4


def _has_chinese_font() -> bool:
    lister = shutil.which("fc-list")
    return lister is None or bool(subprocess.run([lister, ":lang=zh"], capture_output=True, check=True).stdout)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_quotation_mark_has_the_width_of_its_script(page: Page, address: str, language: str) -> None:
    """It is one character in both: in Chinese it takes a square, in English a narrow place beside its letter."""
    if language == "zh" and not _has_chinese_font():
        pytest.skip("no Chinese font is installed")
    page.goto(f"{address}{language}/digests/yongledian-2024/")
    widths = page.evaluate(
        """(words) => ["h2", "p"].map((tag) => {
          const part = document.createElement(tag);
          part.style.cssText = "font-size: 100px; position: absolute; text-spacing-trim: space-all";
          part.textContent = words;
          document.querySelector(".md-typeset").append(part);
          const range = document.createRange();
          range.setStart(part.firstChild, 1);
          range.setEnd(part.firstChild, 2);
          return range.getBoundingClientRect().width;
        })""",
        "民’生" if language == "zh" else "e’s",
    )
    assert [width > 90 for width in widths] == [language == "zh"] * 2


@pytest.mark.parametrize("place", [place for place in PLACES if "digests" in place])
def test_a_digest_takes_few_sheets_of_paper(browser: Browser, address: str, place: str) -> None:
    """An English page prints each source sentence in both languages."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}{place}")
    sheets = page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n")
    context.close()
    assert 1 < sheets <= (15 if place.startswith("en/") else 12)  # the longest lists 480 altered words


def test_on_paper_a_sentence_stands_under_rows_of_tables_only(page: Page, address: str) -> None:
    page.goto(f"{address}en/digests/yongledian-2024/")
    page.emulate_media(media="print")
    assert (
        page.locator(
            ".pd-bullets blockquote:visible, .pd-list blockquote:visible, .pd-brief blockquote:visible"
        ).count(),
        page.locator(".pd-sources blockquote:visible").count() > 10,
    ) == (0, True)
