"""The pages through the real MkDocs builds: what an article's words become in the HTML that a reader gets."""

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml
from made_bilinguals import made_digest
from test_escape import HOSTILE, shown

from policy_digest.collate import collate
from policy_digest.model import BilingualEdit, Edit, Text, Translations
from policy_digest.render import render

ROOT = Path(__file__).resolve().parent.parent
WORDS = " ".join(shown(words) for words in HOSTILE)


class Read(HTMLParser):
    """Every element of a page with its attributes, and the page's words outside scripts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.quiet = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.quiet = tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 (its signature is given)
        self.quiet = False

    def handle_data(self, data: str) -> None:
        self.words += "" if self.quiet else data


def hostile_digest():
    """A digest all of whose words are hostile."""
    digest = made_digest(title=WORDS, place=WORDS, extra=tuple(HOSTILE))
    words = Text(WORDS, None, "missing")
    first = digest.sections[0]
    rows = tuple(
        replace(row, name=words, value=words, period=words, note=words, place=words, marks=(_mark(row),))
        for row in first.rows
    )
    section = replace(first, number="1.", heading=words, deck=words, rows=rows)
    edit = Edit(
        *("e-0000000001", "change", "observation", rows[0].marks[0].observation, WORDS, "value"),
        *(WORDS, WORDS, WORDS, WORDS, WORDS, 3),
    )
    return replace(
        digest,
        edits=(BilingualEdit(edit, words, words, words),),
        title=words,
        subtitle=words,
        place=words,
        period=words,
        credited_to=words,
        authors=(words,),
        headline=rows,
        sections=(section, *digest.sections[1:]),
    )


def _mark(row):
    return replace(row.marks[0], before=WORDS, figure=WORDS, after=WORDS, translation=Text(WORDS, WORDS, "machine"))


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Both languages, built strictly from a hostile digest and a plain one."""
    folder = tmp_path_factory.mktemp("build")
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        shutil.copy(ROOT / name, folder / name)
    shutil.copytree(ROOT / "docs", folder / "docs")
    pages = render(collate([hostile_digest(), made_digest("liuhe-2023", period="2023")]), Translations({}, {}))
    for page in pages:
        path = folder / "docs" / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page.body, encoding="utf-8")
    unset = {name: value for name, value in os.environ.items() if not name.startswith(("SITE_URL", "REPOSITORY_URL"))}
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-f", name]
        subprocess.run(command, cwd=folder, check=True, env=unset | {"NO_MKDOCS_2_WARNING": "1"})
    return folder / "site"


def read(site, path):
    return Read((site / path / "index.html").read_text(encoding="utf-8"))


HOSTILE_PAGES = [
    f"{language}/{page}"
    for language in ("zh", "en")
    for page in ("", "digests", "digests/qinghe-2024", "indicators", "corrections")
]


@pytest.mark.parametrize("path", HOSTILE_PAGES)
def test_no_word_of_an_article_becomes_an_element_or_an_attribute(site, path):
    plain = [*read(site, "zh/digests/liuhe-2023").elements, *read(site, "en/digests/liuhe-2023").elements]
    known = {(tag, name) for tag, attributes in plain for name in ("", *attributes)}
    known |= {("th", "rowspan"), ("tr", "id"), ("tbody", ""), ("article", "class"), ("h3", "id"), ("p", "class")}
    known |= {("div", "data-pagefind-weight"), ("div", "hidden"), ("p", "data-pagefind-ignore"), ("td", "data-label")}
    known |= {("td", "data-pagefind-ignore"), ("input", "checked")}  # the last is the theme's, of an open menu
    known |= {
        ("th", "id"),
        ("input", "placeholder"),
        ("button", "type"),
        ("div", "aria-labelledby"),
        ("ul", "aria-label"),
        ("script", "data-part"),
    }

    found = {(tag, name) for tag, attributes in read(site, path).elements for name in ("", *attributes)}
    assert found - known == set()


@pytest.mark.parametrize("path", HOSTILE_PAGES)
def test_no_link_of_a_page_runs_a_script_or_leaves_the_site(site, path):
    links = [attributes.get(name) or "" for _, attributes in read(site, path).elements for name in ("href", "src")]

    assert [link for link in links if ":" in link or link.startswith("//")] == []


@pytest.mark.parametrize("path", ["zh/digests/qinghe-2024", "en/digests/qinghe-2024"])
def test_hostile_words_are_read_as_they_are_printed(site, path):
    assert " ".join(read(site, path).words.split()).count(WORDS) > 20


@pytest.mark.parametrize("path", HOSTILE_PAGES)
def test_no_id_of_a_built_page_is_given_twice(site, path):
    found = [attributes["id"] for _, attributes in read(site, path).elements if "id" in attributes]

    assert sorted(set(found)) == sorted(found)


def test_hostile_titles_reach_the_head_of_the_page_as_text(site):
    page = (site / "zh/digests/qinghe-2024/index.html").read_text(encoding="utf-8")

    assert page.split("<title>")[1].startswith("&#60;script&#62;alert&#40;1&#41;")


def test_the_contents_list_holds_the_sections_and_nothing_else(site):
    elements = read(site, "zh/digests/liuhe-2023").elements
    links = [a.get("href") or "" for tag, a in elements if tag == "a" and a.get("class") == "md-nav__link"]

    assert [link for link in links if "#" in link] == ["#h-0000000001", "#h-0000000002", "#h-0000000003"]


@pytest.mark.parametrize(
    ("path", "language", "mirror"),
    [
        ("zh", "zh-Hans", "../en/"),
        ("en/digests/liuhe-2023", "en", "../../../zh/digests/liuhe-2023/"),
        ("zh/about/method", "zh-Hans", "../../../en/about/method/"),
    ],
)
def test_a_page_says_its_language_and_leads_to_its_mirror(site, path, language, mirror):
    elements = read(site, path).elements
    alternate = next(
        attributes["href"] for tag, attributes in elements if tag == "a" and attributes.get("rel") == "alternate"
    )
    resolved = os.path.normpath(site / path / (alternate or ""))

    assert (elements[0][1]["lang"], resolved) == (language, os.path.normpath(site / path / mirror))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_neither_build_leaves_a_404_page_or_a_dated_sitemap(site, language):
    assert [name for name in ("404.html", "sitemap.xml", "sitemap.xml.gz") if (site / language / name).exists()] == []


@pytest.mark.parametrize("name", ["mkdocs.yml", "mkdocs.en.yml"])
def test_the_builds_need_no_plugin_and_no_hook(name):
    text = (ROOT / name).read_text(encoding="utf-8").replace("!ENV ", "")

    config = yaml.safe_load(text)
    assert (config.get("plugins", []), config.get("hooks", [])) == ([], [])


def test_both_languages_have_the_same_words_for_the_frame():
    frames = [
        yaml.safe_load((ROOT / n).read_text(encoding="utf-8").replace("!ENV ", ""))
        for n in ("mkdocs.yml", "mkdocs.en.yml")
    ]

    assert set(frames[0]["extra"]["words"]) == set(frames[1]["extra"]["words"])


def test_navigation_lists_sections_and_never_an_article():
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")

    assert [line.strip() for line in text.splitlines() if ".md" in line and "digests/" in line] == [
        "- 摘编: digests/index.md"
    ]
