"""Corrections in real Chromium: a mark leads to its open row, in both languages, narrow, dark and on paper."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.corrected import ARTICLE, entry
from tests.projects import Project, build, built_once, run, served

SLUG = "qinghe-2024"
CONTRAST = Path(__file__).with_name("contrast.js").read_text(encoding="utf-8")
ENTRIES = (
    "change: observation\nwords: 84.6亿元\nset: {nature: actual, value: 85.1亿元}",
    "hide: observation\nwords: 2000人",
    "rename: section\nwords: 乡村振兴\nto: 乡村全面振兴",
    "add: gap\nwords: 收集意见三十二条\nset: {text: 没有说明如何办理。}",
)


@pytest.fixture(scope="module")
def corrected_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    def make(folder: Path) -> None:
        project = Project(folder)
        project.seeds.mkdir(parents=True)
        project.i18n.mkdir()
        (project.seeds / "qinghe.txt").write_text(ARTICLE, encoding="utf-8")
        run("record", "--seeds", str(project.seeds), "--i18n", str(project.i18n))
        words = "place: 青禾镇\ncorrections:\n" + "".join(map(entry, ENTRIES))
        (project.seeds / "qinghe.yml").write_text(words, encoding="utf-8")
        build(project.options)

    yield from served(built_once(tmp_path_factory, "corrected-for-browser", make).site)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_mark_opens_the_list_at_its_row(page: Page, corrected_address: str, language: str) -> None:
    page.goto(f"{corrected_address}{language}/digests/{SLUG}/")
    mark = page.locator("tbody.pd-fact a.pd-edited").first
    row = page.locator(mark.get_attribute("href") or "")
    before = row.is_visible()

    mark.click()

    row.wait_for(state="visible")
    assert (before, row.is_visible()) == (False, True)


@pytest.mark.parametrize("width", [320, 375, 1280])
@pytest.mark.parametrize("place", [f"digests/{SLUG}/", "corrections/"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_page_with_corrections_does_not_scroll_sideways(
    page: Page, corrected_address: str, language: str, place: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(f"{corrected_address}{language}/{place}")
    page.evaluate("document.querySelectorAll('.pd-body details').forEach(part => { part.open = true; })")

    assert page.evaluate("document.scrollingElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("place", [f"digests/{SLUG}/", "corrections/"])
def test_marks_and_log_can_be_read_in_both_schemes(page: Page, corrected_address: str, place: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(f"{corrected_address}en/{place}")
    page.evaluate("document.querySelectorAll('.pd-body details').forEach(part => { part.open = true; })")

    assert page.evaluate(CONTRAST, [".pd-body *"]) == []


def test_the_list_of_corrections_is_printed(page: Page, corrected_address: str) -> None:
    page.goto(f"{corrected_address}zh/digests/{SLUG}/")
    page.emulate_media(media="print")

    assert page.locator("#edits tbody tr").first.is_visible()
