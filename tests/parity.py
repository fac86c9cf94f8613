"""What a built page says whatever its language, and its mirror must say as well."""

import posixpath
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from tests.built_pages import Element, body, parse_page
from tests.projects import SITE_URL

LANGUAGES = ("zh", "en")
LEADING = '<meta name="robots" content="noindex">'
TOLD = ("pd-value", "pd-chart__value", "pd-period", "pd-date")
"""Classes of elements that tell a value or a time, each in its page's words."""
STATED = ("pd-chip", "pd-verdict")
"""Classes of elements whose second class says what they state."""
GEOMETRY = ("points", "cx", "cy", "y", "y1", "y2", "d", "height")
"""Attributes of shapes that follow from figures; others follow from the width of words."""


def addresses(site: Path, language: str) -> set[str]:
    """The pages of a language by their folder below its own (``digests/a``), without those that only lead on."""
    root = site / language
    found = (path for path in root.rglob("index.html") if LEADING not in path.read_text(encoding="utf-8"))
    return {path.parent.relative_to(root).as_posix() for path in found}


def page_of(site: Path, language: str, address: str) -> Element:
    """The whole page, head and all."""
    return parse_page(site / language / address / "index.html")


def part_of(site: Path, language: str, address: str) -> Element:
    """The page's own part."""
    return body(page_of(site, language, address))


def ids(part: Element) -> list[str]:
    """Every id, in the order of the page."""
    return [element.attributes["id"] for element in part if "id" in element.attributes]


def rows(part: Element) -> list[tuple[str, int]]:
    """Every row of every table: the id about it, and how many cells it has."""
    return [
        (row.attributes.get("id") or group.attributes.get("id", ""), len(row.find("td")) + len(row.find("th")))
        for table in part.find("table")
        for group in (*table.find("thead"), *table.find("tbody"))
        for row in group.find("tr")
    ]


def told(part: Element) -> list[tuple[str, str]]:
    """Every value and time: the class of its element and its words."""
    found = ((set(TOLD) & {*element.attributes.get("class", "").split()}, element) for element in part)
    return [(min(names), " ".join(element.words().split())) for names, element in found if names]


def stated(part: Element) -> list[str]:
    """Every status and verdict, by its class."""
    return [
        " ".join(classes)
        for element in part
        if set(STATED) & {*(classes := element.attributes.get("class", "").split())}
    ]


def marked(part: Element) -> list[str]:
    """Every figure marked in a Chinese sentence."""
    return [mark.words() for mark in part.find("mark")]


def drawn(part: Element) -> list[tuple[str, ...]]:
    """Every shape of every chart, by what its figures make of it."""
    shapes = (shape for chart in part.find("svg") for shape in chart if shape.tag not in ("text", "title", "desc"))
    return [(shape.tag, *(shape.attributes.get(name, "") for name in GEOMETRY)) for shape in shapes]


def targets(part: Element, language: str, address: str) -> Iterator[str]:
    """Where every link leads: from the site's root, without the language; another site's address as it is."""
    here = f"/{language}/{address}".rstrip("./")
    for link in part.find("a"):
        href = link.attributes.get("href", "").replace(SITE_URL, "", 1)
        if urlsplit(href).scheme:
            yield href
            continue
        path, mark, fragment = href.partition("#")
        way = posixpath.normpath(posixpath.join(f"{here}/", path))
        own = next((way.removeprefix(f"/{known}") for known in LANGUAGES if f"{way}/".startswith(f"/{known}/")), way)
        yield f"{own}{mark}{fragment}"


def counted(part: Element) -> list[str]:
    """Every count that the page states in bold: of figures, commitments, gaps, entries."""
    return [words for bold in part.find("b") if (words := bold.words().strip()).isdecimal()]


def items(part: Element) -> int:
    """How many items all lists have."""
    return len(part.find("li"))
