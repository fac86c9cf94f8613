"""RFC 4287 as rules: what a feed of this project has to be, written from the RELAX NG schema and the text of the RFC.

Each fault names the element and what is wrong with it. Elements of other namespaces, which the RFC allows, count as
faults: feeds of this project have none.
"""

import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from datetime import datetime

ATOM = "{http://www.w3.org/2005/Atom}"
XHTML = "{http://www.w3.org/1999/xhtml}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
MANY = 10**6
# The elements that an element may have, with the fewest and the most of each (4.1.1, 4.1.2, 3.2).
CHILDREN: dict[str, dict[str, tuple[int, int]]] = {
    "feed": {
        **dict.fromkeys(("id", "title", "updated"), (1, 1)),
        **dict.fromkeys(("generator", "icon", "logo", "rights", "subtitle"), (0, 1)),
        **dict.fromkeys(("author", "category", "contributor", "link", "entry"), (0, MANY)),
    },
    "entry": {
        **dict.fromkeys(("id", "title", "updated"), (1, 1)),
        **dict.fromkeys(("content", "published", "rights", "source", "summary"), (0, 1)),
        **dict.fromkeys(("author", "category", "contributor", "link"), (0, MANY)),
    },
    "author": {"name": (1, 1), "uri": (0, 1), "email": (0, 1)},
    "link": {},
}
ATTRIBUTES = {
    "link": {"href", "rel", "type", "hreflang", "title", "length"},
    **{name: {"type"} for name in ("title", "subtitle", "summary", "content")},
}
TEXTS, DATES = ("title", "subtitle", "summary"), ("updated", "published")
IRI = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>\"{}|\\^`]+")
REFERENCE = re.compile(r"[^\s<>\"{}|\\^`]+")
MEDIUM = re.compile(r".+/.+")
LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")


def atom_faults(text: str) -> Iterator[str]:
    """What of a feed is not as the RFC has it."""
    feed = ET.fromstring(text)  # noqa: S314 (the project's own)
    if feed.tag != f"{ATOM}feed":
        yield f"{feed.tag}: no feed (2)"
        return
    entries = feed.findall(f"{ATOM}entry")
    for element in _own(feed):
        yield from _common(element)
        yield from _children(element)
    for part in (feed, *entries):
        yield from _alternates(part)
    for entry in (entry for entry in entries if not entry.findall(f"{ATOM}content")):
        if not any(link.get("rel", "alternate") == "alternate" for link in entry.findall(f"{ATOM}link")):
            yield "entry: neither content nor an alternate link (4.1.2)"
    if not feed.findall(f"{ATOM}author") and not (entries and all(e.findall(f"{ATOM}author") for e in entries)):
        yield "author: none of the feed, and not one of each entry (4.1.1)"
    named = [(entry.findtext(f"{ATOM}id"), entry.findtext(f"{ATOM}updated")) for entry in entries]
    if len(set(named)) != len(named):
        yield "entries with one id and one day (4.1.1)"


def _name(element: ET.Element) -> str:
    return element.tag.removeprefix(ATOM)


def _own(element: ET.Element) -> Iterator[ET.Element]:
    """The element and all of Atom's below it, not what stands in XHTML."""
    yield element
    for child in element:
        if child.tag.startswith(ATOM):
            yield from _own(child)


def _common(element: ET.Element) -> Iterator[str]:
    name = _name(element)
    for attribute in sorted(set(element.attrib) - ATTRIBUTES.get(name, set()) - {LANG}):
        yield f"{name}: attribute {attribute} (2)"
    if (lang := element.get(LANG)) is not None and not LANGUAGE.fullmatch(lang):
        yield f"{name}: xml:lang '{lang}' (2)"
    if name in TEXTS:
        yield from _text(element, name)
    elif name == "content":
        yield from _xhtml(element)
    elif name in DATES and not _is_instant(element.text or ""):
        yield f"{name}: '{element.text}' is no instant of RFC 3339 (3.3)"
    elif name == "id" and not IRI.fullmatch(element.text or ""):
        yield f"id: '{element.text}' is no absolute IRI (4.2.6)"
    elif name == "link":
        yield from _link(element)


def _text(element: ET.Element, name: str) -> Iterator[str]:
    kind = element.get("type", "text")
    if kind not in ("text", "html", "xhtml"):
        yield f"{name}: type '{kind}' (3.1.1)"
    if kind != "xhtml" and len(element):
        yield f"{name}: elements in plain text (3.1.1.1)"


def _xhtml(element: ET.Element) -> Iterator[str]:
    """Content is XHTML in feeds of this project."""
    if element.get("type") != "xhtml" or [child.tag for child in element] != [f"{XHTML}div"]:
        yield "content: not one div of XHTML (4.1.3.3)"
    elif any(not inner.tag.startswith(XHTML) for inner in element[0].iter()):
        yield "content: other elements than XHTML's (3.1.1.3)"
    if (element.text or "").strip():
        yield "content: words beside the div (4.1.3.3)"


def _is_instant(words: str) -> bool:
    if not INSTANT.fullmatch(words):
        return False
    try:
        datetime.fromisoformat(words)
    except ValueError:
        return False
    return True


def _link(element: ET.Element) -> Iterator[str]:
    href, kind, lang = element.get("href"), element.get("type"), element.get("hreflang")
    if href is None:
        yield "link: no href (4.2.7.1)"
    elif not REFERENCE.fullmatch(href):
        yield f"link: '{href}' is no reference to an IRI (4.2.7.1)"
    if kind is not None and not MEDIUM.fullmatch(kind):
        yield f"link: type '{kind}' (4.2.7.3)"
    if lang is not None and not LANGUAGE.fullmatch(lang):
        yield f"link: hreflang '{lang}' (4.2.7.4)"


def _children(element: ET.Element) -> Iterator[str]:
    name = _name(element)
    if name not in CHILDREN:
        return
    counted = Counter(_name(child) for child in element)
    for child in sorted(counted.keys() - CHILDREN[name].keys()):
        yield f"{name}: element {child} (2)"
    for child, (fewest, most) in CHILDREN[name].items():
        if not fewest <= counted[child] <= most:
            yield f"{name}: {counted[child]} × {child} (4.1)"
    if "".join([element.text or "", *(child.tail or "" for child in element)]).strip():
        yield f"{name}: words between its elements (2)"


def _alternates(part: ET.Element) -> Iterator[str]:
    links = [link for link in part.findall(f"{ATOM}link") if link.get("rel", "alternate") == "alternate"]
    if len({(link.get("type"), link.get("hreflang")) for link in links}) != len(links):
        yield f"{_name(part)}: two alternate links of one type and language (4.1.1, 4.1.2)"
