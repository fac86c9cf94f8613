"""Every link and asset of both languages, served under a sub-path as GitHub Pages does."""

import http.client
import re
from collections.abc import Iterator
from functools import cache
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

from tests.built_pages import Element, parse_page
from tests.projects import BASE_PATH, Project, tree

CSS_URL = re.compile(r"url\(\s*['\"]?([^'\")]+)['\"]?\s*\)|@import\s+['\"]([^'\"]+)['\"]")
ATTRIBUTES = ("href", "src", "poster", "data", "action")


def links(page: Element) -> Iterator[str]:
    """All that a page leads to or loads, but for links that it hides until a script has given them their address."""
    for element in shown(page):
        for name in ATTRIBUTES:
            if name in element.attributes and (name != "data" or element.tag == "object"):
                yield element.attributes[name]
        for source in element.attributes.get("srcset", "").split(","):
            if source.strip():
                yield source.split()[0]
        yield from css_links(element.attributes.get("style", ""))
        if element.tag == "style":
            yield from css_links("".join(child for child in element.children if isinstance(child, str)))


def shown(element: Element) -> Iterator[Element]:
    yield element
    for child in element.children:
        if isinstance(child, Element) and not (child.tag == "p" and "hidden" in child.attributes):
            yield from shown(child)


def css_links(text: str) -> Iterator[str]:
    for match in CSS_URL.finditer(text):
        yield match[1] or match[2]


@pytest.fixture(scope="module")
def found(built: Project, address: str) -> dict[str, set[str]]:
    """Each address that the site's own files name, with the files that name it."""
    named: dict[str, set[str]] = {}
    for path in sorted(built.site.rglob("*")):
        name = path.relative_to(built.site).as_posix()
        if path.suffix == ".html":
            targets = list(links(parse_page(path)))
        elif path.suffix == ".css":
            targets = list(css_links(path.read_text(encoding="utf-8")))
        else:
            continue
        page = urljoin(address, name.removesuffix("index.html"))
        for target in targets:
            named.setdefault(urljoin(page, target), set()).add(name)
    return named


def test_every_link_and_asset_is_there(found: dict[str, set[str]], address: str) -> None:
    host = urlsplit(address)
    connection = http.client.HTTPConnection(host.hostname or "", host.port)
    dead = {}
    for target in sorted({urldefrag(target)[0] for target in found if target.startswith(("http:", "https:"))}):
        parts = urlsplit(target)
        if parts.netloc != host.netloc:
            continue
        connection.request("HEAD", parts.path)
        response = connection.getresponse()
        response.read()
        if response.status != 200 or not parts.path.startswith(BASE_PATH):
            dead[target] = (
                response.status,
                sorted(named for at, names in found.items() if at == target for named in names),
            )
    connection.close()
    assert dead == {}


def test_every_fragment_names_something_on_its_page(found: dict[str, set[str]], built: Project, address: str) -> None:
    @cache
    def anchors(page: str) -> set[str]:
        path = built.site / page.removeprefix(address)
        tree = parse_page(path / "index.html" if path.is_dir() else path)
        return {element.attributes[key] for element in tree for key in ("id", "name") if key in element.attributes}

    missing = []
    for target, names in sorted(found.items()):
        page, fragment = urldefrag(target)
        if fragment and page.startswith(address) and unquote(fragment) not in anchors(page):
            missing.append((target, sorted(names)))
    assert missing == []


def test_nothing_is_loaded_from_another_host(built: Project) -> None:
    """Links may lead elsewhere; scripts, styles, fonts and pictures come from the site."""
    strangers = []
    for path in sorted((*built.site.rglob("*.html"), *built.site.rglob("*.css"))):
        if path.suffix == ".css":
            loaded = list(css_links(path.read_text(encoding="utf-8")))
        else:
            page = parse_page(path)
            loaded = [e.attributes.get("src", "") for e in page if e.tag != "a"]
            loaded += [
                e.attributes["href"]
                for e in page.find("link")
                if e.attributes.get("rel") in ("stylesheet", "icon", "preconnect")
            ]
        strangers += [(path.name, link) for link in loaded if urlsplit(link).netloc]
    assert strangers == []


def test_no_address_is_absolute_so_that_the_site_works_under_any_path(built: Project) -> None:
    absolute = {
        (path.relative_to(built.site).as_posix(), link)
        for path in built.site.rglob("*.html")
        if path.name != "404.html"
        for link in links(parse_page(path))
        if link.startswith("/")
    }
    assert absolute == set()


def test_a_page_that_is_not_there_answers_with_the_sites_own_page(built: Project, address: str) -> None:
    host = urlsplit(address)
    connection = http.client.HTTPConnection(host.hostname or "", host.port)
    connection.request("GET", f"{BASE_PATH}zh/digests/nowhere/")
    response = connection.getresponse()
    answer = (response.status, response.read())
    connection.close()
    assert answer == (404, (built.site / "404.html").read_bytes())


def test_the_site_publishes_no_path_of_this_machine(built: Project) -> None:
    told = [name for name, content in tree(built.site).items() if str(built.folder).encode() in content]
    assert told == []
