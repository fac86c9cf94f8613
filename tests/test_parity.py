"""What a page tells in Chinese it tells in English: the same rows, figures, gaps and anchors in the built HTML."""

import json
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

import pytest

from policy_digest.checks.agreement import disagreement
from tests.built_pages import Element, body, parse_page
from tests.generated import write_articles
from tests.parity import (
    addresses,
    counted,
    drawn,
    ids,
    items,
    marked,
    page_of,
    part_of,
    rows,
    stated,
    targets,
    told,
)
from tests.projects import SITE_URL, Project, build

SLUGS = ("majuqiao-2020", "yongledian-2024")
HAN = re.compile("[一-鿿]")
HECTARES = re.compile(r" \(([\d,.]+) kg/ha\)")
"""What the English adds to a yield per mu; fifteen mu are a hectare."""


@pytest.fixture(params=["the two seeds", "the invented collection"])
def project(request: pytest.FixtureRequest) -> Project:
    """The seeds' site, and that of a collection of which nothing is translated."""
    fixture = "built" if request.param == "the two seeds" else "collected"
    return cast("Project", request.getfixturevalue(fixture))


def pairs(project: Project) -> Iterator[tuple[str, Element, Element]]:
    """Every page of the site by its address, in both languages."""
    for page in sorted(addresses(project.site, "zh")):
        yield page, *both(project, page)


def both(project: Project, page: str) -> tuple[Element, Element]:
    zh, en = (part_of(project.site, language, page) for language in ("zh", "en"))
    return zh, en


def unlike(zh: list[tuple[str, str]], en: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The values and times of a page that its mirror does not tell by value, in the same order."""
    if [kind for kind, _ in zh] != [kind for kind, _ in en]:
        return [("another number of values", f"{len(zh)} and {len(en)}")]
    told_of = ((chinese, english) for (_, chinese), (_, english) in zip(zh, en, strict=True))
    return [pair for pair in told_of if disagreement(pair[0], _plain(pair[1])) != ((), ())]


def _plain(english: str) -> str:
    """A yield per mu without its conversion, where that is right."""
    match = HECTARES.search(english)
    per_mu = re.match(r"[\d,.]+", english)
    if match is None or per_mu is None:
        return english
    is_right = Decimal(match[1].replace(",", "")) == Decimal(per_mu[0].replace(",", "")) * 15
    return english.replace(match[0], "") if is_right else english


# ---------------------------------------------------------------- every page of the collection


def test_both_languages_have_the_same_pages(project: Project) -> None:
    zh, en = (addresses(project.site, language) for language in ("zh", "en"))

    assert (zh ^ en, len(zh) > 20) == (set(), True)


@pytest.mark.parametrize(
    "what", [ids, rows, counted, items, stated, marked, drawn], ids=lambda what: str(what.__name__)
)
def test_every_page_has_the_same_in_both_languages(project: Project, what: Callable[[Element], Any]) -> None:
    """Anchors, rows and their cells, counts, list items, statuses and verdicts, marked figures, shapes of charts."""
    found = [(page, what(zh), what(en)) for page, zh, en in pairs(project)]

    assert [(page, zh, en) for page, zh, en in found if _loose(zh) != _loose(en)] == []
    assert any(zh for _, zh, _ in found)


def _loose(found: Any) -> Any:
    """Lines without English stand together on English pages: their order may differ there."""
    return sorted(found) if isinstance(found, list) else found


def test_every_page_of_the_translated_seeds_has_its_anchors_in_the_same_order(built: Project) -> None:
    assert [page for page, zh, en in pairs(built) if ids(zh) != ids(en)] == []


def test_every_page_tells_the_same_values_and_times_in_both_languages(project: Project) -> None:
    found = [(page, unlike(told(zh), told(en)), len(told(zh))) for page, zh, en in pairs(project)]

    assert [(page, wrong) for page, wrong, _ in found if wrong] == []
    assert sum(number for _, _, number in found) > 200


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("9.15亿元", "CNY 951 million"),
        ("9.15亿元", "CNY 91.5 million"),
        ("2024年1—11月", "Jan–Oct 2024"),
        ("780公斤（每亩）", "780 kg per mu (11,770 kg/ha)"),
        ("44312.4亩", "44,312.4 mu (2,945.16 ha)"),
        ("78个", ""),
    ],
)
def test_a_value_that_a_mirror_tells_otherwise_is_noticed(zh: str, en: str) -> None:
    assert unlike([("pd-value", zh)], [("pd-value", en)]) == [(zh, en)]


def test_every_link_leads_to_the_same_target_in_both_languages(project: Project) -> None:
    found = [
        (page, sorted(targets(zh, "zh", page)), sorted(targets(en, "en", page))) for page, zh, en in pairs(project)
    ]

    assert [page for page, zh, en in found if zh != en] == []
    assert sum(len(zh) for _, zh, _ in found) > 500


def test_every_page_links_to_its_mirror(project: Project) -> None:
    for language, other in (("zh", "en"), ("en", "zh")):
        for page in addresses(project.site, language):
            folder = project.site / language / page
            link = page_of(project.site, language, page).find(name="pd-languages")[0].find("a")[0].attributes["href"]
            assert (folder / link).resolve() == (project.site / other / page).resolve()


def test_every_page_names_its_address_for_programs(collected: Project) -> None:
    for language in ("zh", "en"):
        for page in addresses(collected.site, language):
            links = page_of(collected.site, language, page).find("link")
            canonical = [link.attributes["href"] for link in links if link.attributes.get("rel") == "canonical"]
            assert canonical == [f"{SITE_URL}/{language}/{'' if page == '.' else f'{page}/'}"]


def test_the_sitemap_has_every_page_with_its_mirror(collected: Project) -> None:
    text = (collected.site / "sitemap.xml").read_text(encoding="utf-8")
    entries = re.findall(r"<url><loc>(.*?)</loc>(.*?)</url>", text)

    pages = {"" if page == "." else f"{page}/" for page in addresses(collected.site, "zh")}
    assert sorted(loc for loc, _ in entries) == sorted(
        f"{SITE_URL}/{tag}/{page}" for tag in ("zh", "en") for page in pages
    )
    assert [loc for loc, links in entries if re.findall(r'href="(.*?)"', links) != _mirrors(loc)] == []


def _mirrors(loc: str) -> list[str]:
    page = loc.removeprefix(f"{SITE_URL}/")[3:]
    return [f"{SITE_URL}/{language}/{page}" for language in ("zh", "en")]


# ---------------------------------------------------------------- the digests of the seeds


@pytest.mark.parametrize("slug", SLUGS)
def test_no_anchor_is_given_twice(built: Project, slug: str) -> None:
    for language in ("zh", "en"):
        found = ids(parse_page(built.site / language / f"digests/{slug}/index.html"))
        assert len(found) == len(set(found))


def marked_rows(part: Element) -> list[tuple[str, list[str]]]:
    """Each row's anchor, with the figures marked in its source sentences."""
    return [
        (row.attributes["id"], [mark.words() for mark in row.find("mark")]) for row in part.find("tbody", "pd-fact")
    ]


@pytest.mark.parametrize("slug", SLUGS)
def test_a_digest_has_the_same_rows_with_the_same_figures(built: Project, slug: str) -> None:
    zh, en = (marked_rows(part) for part in both(built, f"digests/{slug}/"))
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
