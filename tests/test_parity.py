"""What a page tells in Chinese it tells in English: the same rows, figures, gaps and anchors in the built HTML."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.built_pages import Element, body, parse_page
from tests.generated import write_articles
from tests.projects import Project, build

SLUGS = ("majuqiao-2020", "yongledian-2024")
HAN = re.compile("[一-鿿]")
PAGES = (
    "",
    "digests/",
    *(f"digests/{slug}/" for slug in SLUGS),
    "indicators/",
    "indicators/tax_revenue/",
    "corrections/",
    "data/",
    "glossary/",
    "people/",
    "organisations/",
    "timeline/",
    "commitments/",
    "programmes/",
    "places/",
    "places/110112109/",
    "places/110112117/",
    "about/",
    "about/method/",
    "about/editors/",
    "about/translations/",
)


def both(project: Project, page: str) -> tuple[Element, Element]:
    zh, en = (body(parse_page(project.site / language / page / "index.html")) for language in ("zh", "en"))
    return zh, en


def ids(part: Element) -> list[str]:
    return [element.attributes["id"] for element in part if "id" in element.attributes]


def rows(part: Element) -> list[tuple[str, list[str]]]:
    """Each row's anchor, with the figures marked in its source sentences."""
    return [
        (row.attributes["id"], [mark.words() for mark in row.find("mark")]) for row in part.find("tbody", "pd-fact")
    ]


def addresses(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.html")}


def test_both_languages_have_the_same_pages(built: Project) -> None:
    zh, en = addresses(built.site / "zh"), addresses(built.site / "en")
    assert (zh ^ en, len(zh) >= len(PAGES)) == (set(), True)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_the_same_anchors_in_the_same_order(built: Project, page: str) -> None:
    zh, en = both(built, page)
    assert ids(zh) == ids(en)


@pytest.mark.parametrize("slug", SLUGS)
def test_no_anchor_is_given_twice(built: Project, slug: str) -> None:
    for language in ("zh", "en"):
        found = ids(parse_page(built.site / language / f"digests/{slug}/index.html"))
        assert len(found) == len(set(found))


@pytest.mark.parametrize("slug", SLUGS)
def test_a_digest_has_the_same_rows_with_the_same_figures(built: Project, slug: str) -> None:
    zh, en = (rows(part) for part in both(built, f"digests/{slug}/"))
    assert (zh == en, len(zh) > 10, all(marks for _, marks in zh)) == (True, True, True)


@pytest.mark.parametrize("slug", SLUGS)
def test_a_digest_has_the_same_gaps(built: Project, slug: str) -> None:
    zh, en = (ids(part.find("details", id_="gaps")[0]) for part in both(built, f"digests/{slug}/"))
    assert (zh == en, len(zh) > 1) == (True, True)


@pytest.mark.parametrize("slug", SLUGS)
def test_a_digest_has_the_same_lists_in_each_section(built: Project, slug: str) -> None:
    zh, en = (
        [len(part.find("li")) for part in page.find(name="pd-section")] for page in both(built, f"digests/{slug}/")
    )
    assert zh == en


@pytest.mark.parametrize("slug", SLUGS)
def test_every_observation_of_the_record_has_its_anchor_on_both_pages(built: Project, slug: str) -> None:
    record = json.loads((built.site / f"data/{slug}.json").read_text(encoding="utf-8"))
    wanted = {item["id"] for item in record["observations"]}
    zh, en = (set(ids(part)) for part in both(built, f"digests/{slug}/"))
    assert (wanted - zh, wanted - en, len(wanted) > 10) == (set(), set(), True)


@pytest.mark.parametrize("slug", SLUGS)
def test_what_is_not_translated_is_marked_as_chinese(built: Project, slug: str) -> None:
    """No Chinese stands on an English page but in an element that says so."""
    _, en = both(built, f"digests/{slug}/")
    unmarked = [words for words in _unmarked(en) if HAN.search(words)]
    assert unmarked == []


def test_an_article_that_nobody_has_translated_is_marked_as_chinese_throughout(tmp_path: Path) -> None:
    project = Project(tmp_path)
    write_articles(project.seeds, 1)
    project.i18n.mkdir()
    build(project.options)
    pages = [parse_page(path) for path in sorted((project.site / "en/digests").glob("*/index.html"))]
    unmarked = [words for page in pages for words in _unmarked(body(page)) if HAN.search(words)]
    assert (len(pages), unmarked) == (1, [])


def _unmarked(element: Element) -> list[str]:
    if element.attributes.get("lang", "").startswith("zh") or "pd-file" in element.attributes.get("class", ""):
        return []
    found = [child.strip() for child in element.children if isinstance(child, str)]
    return found + [words for child in element.children if isinstance(child, Element) for words in _unmarked(child)]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_the_language_link_leads_to_the_same_page(built: Project, language: str, page: str) -> None:
    other = "en" if language == "zh" else "zh"
    path = built.site / language / page / "index.html"
    link = parse_page(path).find(name="pd-languages")[0].find("a")[0].attributes["href"]
    target = (path.parent / link).resolve()
    assert target == (built.site / other / page).resolve()


QUOTED = ("blockquote", "pd-original", "pd-restored", "pd-words", "pd-fold")
"""Where an English page may show Chinese: quotations, originals of names and titles, and the accounts at its end."""


def chinese_texts(
    part: Element, within: tuple[str, ...] = (), lang: str = ""
) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """The texts with Chinese in them, the tags and classes about each, and its language."""
    for child in part.children:
        if isinstance(child, str):
            if HAN.search(child):
                yield child.strip(), within, lang
        else:
            about = (child.tag, *child.attributes.get("class", "").split())
            yield from chinese_texts(child, (*within, *about), child.attributes.get("lang", lang))


@pytest.mark.parametrize("slug", SLUGS)
def test_an_english_page_of_a_seed_is_in_english(built: Project, slug: str) -> None:
    """Nothing is left untranslated, and Chinese stands in quotations, originals of names, and nowhere else."""
    _, en = both(built, f"digests/{slug}/")
    assert [mark.words() for name in ("missing", "partial") for mark in en.find(name=f"pd-status--{name}")] == []
    found = list(chinese_texts(en))
    assert len(found) > 100
    assert [text for text, _, lang in found if lang != "zh-Hans"] == []
    assert [text for text, within, _ in found if not set(QUOTED) & set(within)] == []


@pytest.mark.parametrize("slug", SLUGS)
def test_every_sentence_of_an_english_page_says_what_its_english_is(built: Project, slug: str) -> None:
    _, en = both(built, f"digests/{slug}/")
    lines = [item for part in en.find(name="pd-brief") for item in part.find("li")]
    lines += [item for part in en.find(name="pd-bullets") for item in part.find("li")]
    said = [[mark.words() for mark in line.find(name="pd-status")] for line in lines]
    assert len(lines) > 10
    assert [words for words in said if words != ["project translation"]] == []
