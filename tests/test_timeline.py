"""The timeline page and the folded list of events on a digest's page, in both languages."""

import re
from functools import cache

import pytest
from test_render_pages import INTERFACE, Elements
from told import bilingual_of

from policy_digest.collate import collate
from policy_digest.model import Translations
from policy_digest.render import data_files, render
from policy_digest.render.timeline import timeline

TEXT = (
    "青禾镇2024年工作总结\n\n2024年3月，镇便民服务中心启用。2024年3月15日，青禾公园开园。5月，县便民服务中心迁入新址并投入运营。"
    "四季度启动老旧小区改造项目。养老服务中心预计2025年6月开放。2019年，新校区建成。"
)
NONE = "青禾镇2024年工作总结\n\n2024年，青禾镇完成税收3亿元。"


@cache
def pages(text: str = TEXT) -> dict[str, str]:
    made = render(collate([bilingual_of(text)]), Translations({}, INTERFACE))
    return {page.path: page.body for page in made}


def digest_page(language: str, text: str = TEXT) -> str:
    return pages(text)[f"{language}/digests/{bilingual_of(text).slug}.md"]


def plain(html: str) -> str:
    """The words of a page: its escapes undone, its marks left out."""
    return re.sub("<[^>]*>", "", re.sub(r"&#(\d+);", lambda match: chr(int(match[1])), html))


def test_the_latest_stands_first_and_what_is_less_exact_behind_what_is_more() -> None:
    dates = [[entry.event.date for entry in year.entries] for year in timeline([bilingual_of(TEXT)])]

    assert dates == [["2025-06"], ["2024-Q4", "2024-05", "2024-03-15", "2024-03"], ["2019"]]


@pytest.mark.parametrize(
    ("language", "dates"),
    [
        ("zh", ["2025年6月", "2024年第四季度", "2024年5月", "2024年3月15日", "2024年3月", "2019年"]),
        ("en", ["June 2025", "Q4 2024", "May 2024", "15 March 2024", "March 2024", "2019"]),
    ],
)
def test_each_event_has_its_date_at_its_precision(language: str, dates: list[str]) -> None:
    page = pages()[f"{language}/timeline/index.md"]

    assert [plain(words) for words in re.findall('class="pd-date"[^>]*>([^<]*)<', page)] == dates


@pytest.mark.parametrize(("language", "word"), [("zh", "计划"), ("en", "Planned")])
def test_only_what_is_to_come_is_marked_as_planned(language: str, word: str) -> None:
    page = pages()[f"{language}/timeline/index.md"]

    items = re.findall("<li>.*</li>", page)

    assert [f">{word}</span>" in item for item in items] == [True, False, False, False, False, False]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_event_leads_to_its_line_on_the_digest_page(language: str) -> None:
    anchors = re.findall('#(v-[0-9a-f]+)"', pages()[f"{language}/timeline/index.md"])

    assert [f'<li id="{anchor}">' in digest_page(language) for anchor in anchors] == [True] * 6


def test_both_languages_have_the_same_anchors() -> None:
    found = [
        re.findall('(?:id="|#)(v-[0-9a-f]+|year-[0-9]+)', pages()[f"{one}/timeline/index.md"]) for one in ("zh", "en")
    ]

    assert (found[0] == found[1], len(found[0])) == (True, 9)


def test_an_event_without_an_english_is_shown_in_chinese_and_said_to_be() -> None:
    page = pages()["en/timeline/index.md"]

    assert re.search(
        '<span lang="zh-Hans"[^>]*>县便民服务中心迁入新址并投入运营</span> <span class="pd-status pd-status--missing"',
        page,
    )


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_list_on_a_digest_page_is_folded_with_its_count(language: str) -> None:
    elements = Elements(digest_page(language).split("---\n", 2)[2])

    (fold,) = [known for tag, known, _ in elements.found if tag == "details" and known.get("id") == "events"]
    counts = [
        words[-1] for tag, _, words in elements.found if tag == "summary" and words[0].strip() in ("大事", "Events")
    ]

    assert ("open" in fold, counts) == (False, ["6"])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_digest_without_events_has_no_list(language: str) -> None:
    assert 'id="events"' not in digest_page(language, NONE)


@pytest.mark.parametrize(("language", "words"), [("zh", "还没有大事。"), ("en", "There are no events yet.")])
def test_a_timeline_without_events_says_so(language: str, words: str) -> None:
    assert words in plain(pages(NONE)[f"{language}/timeline/index.md"])


@pytest.mark.parametrize(("text", "leads"), [(TEXT, True), (NONE, False)])
def test_the_home_page_leads_to_the_timeline_where_there_are_events(text: str, leads: bool) -> None:
    assert ["大事记" in plain(pages(text)["zh/index.md"]), "Timeline" in plain(pages(text)["en/index.md"])] == [
        leads,
        leads,
    ]


def test_the_words_of_a_text_are_escaped() -> None:
    text = "青禾镇2024年工作总结\n\n2024年3月15日，青禾<script>公园</script>正式开园。"

    page = pages(text)["zh/timeline/index.md"]

    assert ("<script>" in page, "青禾" in page) == (False, True)


def test_the_page_needs_no_scripts() -> None:
    assert "<script" not in pages()["en/timeline/index.md"]


def test_the_sitemap_has_the_timeline() -> None:
    files = data_files(collate([bilingual_of(TEXT)]), site_url="https://example.org/")

    assert "https://example.org/zh/timeline/" in next(page.body for page in files if page.path == "sitemap.xml")


def test_a_line_of_the_coverage_leads_to_its_event() -> None:
    (event, *_) = bilingual_of(TEXT).events
    line = next(line for line in bilingual_of(TEXT).coverage.lines if line.sentence == event.sentences[0])

    assert line.events == (event.id,)
