"""Search in real Chromium: on the two seeds, and measured on more than a hundred generated pages."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Page

from policy_digest.read.slugs import read_slugs
from tests.browser.searching import ask, holding, indexed, search
from tests.browser.watching import Watch
from tests.built_pages import body, parse_page
from tests.generated import TERMS
from tests.projects import PAGES, ROOT, Project


def articles(query: str) -> set[str]:
    """The Chinese digests of the seeds whose text, unquoted sentences and all, has ``query``."""
    texts = {slug: ROOT / "seeds" / f"{stem}.txt" for stem, slug in read_slugs(ROOT / "seeds").items()}
    return {f"zh/digests/{slug}/" for slug, path in texts.items() if query in path.read_text(encoding="utf-8-sig")}


def relative(found: Sequence[str], address: str) -> list[str]:
    return [target.removeprefix(address) for target in found]


def digests_with(built: Project, language: str, query: str) -> set[str]:
    return {
        page for page in holding(indexed(built.site, language), query) if "/digests/" in page and page.count("/") > 2
    }


@pytest.mark.parametrize("query", ["税收", "接诉即办", "科技小院", "夏玉米", "营商环境", "党支部"])
def test_a_chinese_term_finds_every_digest_that_contains_it(page: Page, address: str, query: str) -> None:
    """Also where no sentence that the digest quotes has the word."""
    page.goto(f"{address}zh/")
    wanted = articles(query)
    found = relative(search(page, query), address)
    assert (wanted - set(found), len(wanted) > 0) == (set(), True)


@pytest.mark.parametrize("query", ["tax", "maize"])
def test_an_english_word_finds_the_english_digests(page: Page, built: Project, address: str, query: str) -> None:
    page.goto(f"{address}en/")
    wanted = digests_with(built, "en", query)
    found = relative(search(page, query), address)
    assert (wanted - set(found), len(wanted) > 0) == (set(), True)


def test_a_chinese_term_on_an_english_page_leads_to_the_english_digest(page: Page, address: str) -> None:
    page.goto(f"{address}en/")
    found = relative(search(page, "科技小院"), address)
    assert "en/digests/yongledian-2024/" in found


def test_a_term_that_no_page_has_is_said_to_be_on_none(page: Page, address: str) -> None:
    page.goto(f"{address}zh/")
    search(page, "量子纠缠")
    assert "没有页面包含“量子纠缠”" in page.locator("#search-status").inner_text()


def test_searching_asks_no_other_host_and_raises_no_complaint(page: Page, watch: Watch, address: str) -> None:
    page.goto(f"{address}zh/")
    search(page, "税收")
    assert (watch.complaints, [url for url in watch.requests if not url.startswith(address)]) == ([], [])


@pytest.mark.parametrize(
    ("language", "query", "status"), [("zh", "工业总产值", "预计"), ("en", "tax revenue", "Expected")]
)
def test_what_is_found_of_a_figure_says_its_status(
    page: Page, address: str, language: str, query: str, status: str
) -> None:
    page.goto(f"{address}{language}/")
    ask(page, query)
    told = page.locator(f"#search-results li:has(a[href*='{language}/digests/majuqiao-2020/'])").inner_text()
    assert status.lower() in told.lower()  # in the words of a sentence, or as the status of a row


@pytest.mark.parametrize(
    ("language", "query"), [("zh", "税收"), ("zh", "工业总产值"), ("zh", "夏玉米"), ("en", "tax"), ("en", "growth")]
)
def test_no_number_is_cut_in_what_is_found(page: Page, built: Project, address: str, language: str, query: str) -> None:
    page.goto(f"{address}{language}/")
    ask(page, query)
    whole = {
        number
        for path in (built.site / language).rglob("index.html")
        for number in numbers(body(parse_page(path)).words())
    }
    shown = numbers(" ".join(page.locator("#search-results > li > p:last-child").all_inner_texts()))
    assert (shown - whole, len(shown) > 0) == (set(), True)


def numbers(words: str) -> set[str]:
    return set(re.findall(r"\d[\d,]*(?:\.\d+)?", words))


def test_the_heads_of_tables_are_not_searched(page: Page, address: str) -> None:
    page.goto(f"{address}en/")
    ask(page, "Indicator")
    assert "IndicatorValue" not in page.locator("#search").inner_text()


def test_enter_opens_the_first_result(page: Page, address: str) -> None:
    page.goto(f"{address}zh/")
    page.keyboard.press("/")
    page.locator("#search-query").fill("科技小院")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}zh/digests/yongledian-2024/**")


def test_the_arrow_keys_go_through_the_results_and_back(page: Page, address: str) -> None:
    page.goto(f"{address}zh/")
    ask(page, "税收")
    places = []
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp"):
        page.keyboard.press(key)
        places.append(
            page.evaluate("[...document.querySelectorAll('#search-results a')].indexOf(document.activeElement)")
        )
    assert (places, page.evaluate("document.activeElement.id")) == ([0, 1, 0, -1], "search-query")


def test_asking_twice_for_more_shows_each_page_once(page: Page, generated_address: str) -> None:
    page.goto(f"{generated_address}zh/")
    ask(page, "党支部")
    before = page.locator("#search-results > li").count()
    page.evaluate("{ const more = document.getElementById('search-more'); more.click(); more.click(); }")
    page.wait_for_function("before => document.querySelectorAll('#search-results > li').length > before", arg=before)
    page.wait_for_timeout(300)
    links = page.locator("#search-results > li > a").evaluate_all("links => links.map(link => link.href)")
    assert (len(links) - before, len(set(links))) == (10, len(links))


@pytest.fixture(scope="module")
def texts(generated: Project) -> dict[str, str]:
    return indexed(generated.site, "zh")


def test_recall_and_precision_on_more_than_a_hundred_pages(
    page: Page, generated_address: str, texts: dict[str, str]
) -> None:
    page.goto(f"{generated_address}zh/")
    hits = wanted = right = shown = 0
    for term in TERMS:
        holders = holding(texts, term)
        found = relative(search(page, term), generated_address)
        hits += len(holders & set(found))
        wanted += len(holders)
        right += sum(target in holders for target in found[:10])
        shown += len(found[:10])
    print(f"recall {hits}/{wanted}, precision of the first ten {right}/{shown}")
    assert (hits / wanted >= 0.99, right / shown >= 0.95) == (True, True)


def test_the_measure_is_worth_taking(texts: dict[str, str]) -> None:
    """Each term occurs on some digests and not on all, and has two to six characters."""
    digests = {page: words for page, words in texts.items() if page.startswith("zh/digests/") and page.count("/") > 2}
    odd = [
        term for term in TERMS if not 2 <= len(term) <= 6 or not 5 <= len(holding(digests, term)) <= len(digests) - 5
    ]
    assert (odd, len(TERMS), len(digests) >= PAGES) == ([], 40, True)


def test_the_first_search_stays_small(page: Page, generated_address: str, generated: Project) -> None:
    """A reader on a slow line fetches pieces of the index, not all of it."""
    sizes: list[int] = []
    page.on("response", lambda answer: sizes.append(_size(generated.site, answer.url.removeprefix(generated_address))))
    page.goto(f"{generated_address}zh/")
    before = sum(sizes)
    search(page, "税收", everything=False)
    assert 0 < sum(sizes) - before < 600_000


def _size(site: Path, name: str) -> int:
    path = site / name.split("?")[0]
    return path.stat().st_size if path.is_file() else 0
