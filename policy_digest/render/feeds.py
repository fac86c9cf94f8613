"""Atom feeds (RFC 4287), one in each language: an entry for each digest, which says what is in it."""

import re
import uuid
from collections.abc import Iterable, Iterator, Mapping
from xml.sax.saxutils import escape

from policy_digest.model import BilingualDigest, BilingualItem, BilingualRow, Collection, Page
from policy_digest.render.addresses import Root
from policy_digest.render.dates import published, updated
from policy_digest.render.language import LANGUAGES, TAGS, Language, Place
from policy_digest.render.linked import full_title, summary
from policy_digest.render.views import count

MOST_ENTRIES = 50
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def feeds(collection: Collection, interface: Mapping[str, str], root: Root) -> tuple[Page, ...]:
    """``zh/feed.xml`` and ``en/feed.xml``: the newest digests by the day they are dated, then by slug."""
    ordered = sorted(collection.digests, key=lambda digest: digest.slug)
    newest = sorted(ordered, key=updated, reverse=True)[:MOST_ENTRIES]
    return tuple(_feed(newest, language, interface, root) for language in LANGUAGES)


def _feed(digests: list[BilingualDigest], language: Language, interface: Mapping[str, str], root: Root) -> Page:
    path = f"{language}/feed.xml"
    place = Place(language, f"{language}/", interface)
    day = max(map(updated, digests), default="1970-01-01")
    self_link = root.absolute(path)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{TAGS[language]}">',
        f"<id>{xml(_id(f'{language}/', root))}</id>",
        f"<title>{xml(place.say('政策文摘'))}</title>",
        f"<subtitle>{xml(place.say('地方政府年度回顾和工作报告的摘编'))}</subtitle>",
        f"<updated>{_instant(day)}</updated>",
        f"<author><name>{xml(place.say('政策文摘'))}</name></author>",
        f'<link rel="alternate" type="text/html" href={_quoted(root.seen_from(path, f"{language}/"))}/>',
        *([f'<link rel="self" type="application/atom+xml" href={_quoted(self_link)}/>'] if self_link else []),
        *(line for digest in digests for line in _entry(digest, place, root)),
        "</feed>",
        "",
    ]
    return Page(path, "\n".join(lines))


def _entry(digest: BilingualDigest, place: Place, root: Root) -> Iterator[str]:
    page = f"{place.language}/digests/{digest.slug}/"
    day = published(digest)
    yield "<entry>"
    yield f"<id>{xml(_id(page, root))}</id>"
    yield f"<title>{xml(full_title(digest, place))}</title>"
    yield f"<updated>{_instant(updated(digest))}</updated>"
    if day:
        yield f"<published>{_instant(day)}</published>"
    address = root.seen_from(f"{place.language}/feed.xml", page)
    yield f'<link rel="alternate" type="text/html" href={_quoted(address)}/>'
    yield f"<summary>{xml(summary(digest, place, count(digest)))}</summary>"
    yield '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">'
    yield from _content(digest, place)
    yield "</div></content>"
    yield "</entry>"


def _content(digest: BilingualDigest, place: Place) -> Iterator[str]:
    """In brief, the headline figures, and the corrections."""
    yield f"<p>{xml(summary(digest, place, count(digest)))}</p>"
    yield from _list(place.say("提要"), (_told(item, place) for item in digest.in_brief))
    yield from _list(place.say("要目数据"), (xml(_figure(row, place)) for row in digest.headline))
    edits = (f"{xml(one.edit.date)} {xml(place.words(one.what))}: {xml(one.edit.why)}" for one in digest.edits)
    yield from _list(place.say("更正记录"), edits)


def _figure(row: BilingualRow, place: Place) -> str:
    """A figure with its period, what it is where it is not actual, and its note."""
    nature = {"expected": place.say("预计"), "target": place.say("目标")}.get(row.nature, "").lower()
    note = place.words(row.note) if row.note else ""
    details = place.say("，").join(filter(None, (place.words(row.period), nature, note)))
    name, value = place.words(row.name), place.words(row.value)
    return place.say("{name}：{value}（{details}）", name=name, value=value, details=details)


def _told(item: BilingualItem, place: Place) -> str:
    """A line in the page's language; Chinese where it has none, marked as such."""
    if place.language == "en" and not item.text.en:
        if item.statement and item.statement.en:
            return xml(item.statement.en)
        return f'<span xml:lang="{TAGS["zh"]}">{xml(item.text.zh)}</span>'
    return xml(place.words(item.text))


def _list(heading: str, items: Iterable[str]) -> Iterator[str]:
    lines = [f"<li>{item}</li>" for item in items]
    if lines:
        yield f"<h2>{xml(heading)}</h2><ul>{''.join(lines)}</ul>"


def _id(page: str, root: Root) -> str:
    """The page's address, or an id made of its path where the site's address is not known; either stays."""
    return root.absolute(page) or f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'policy-digest/{page}')}"


def _instant(day: str) -> str:
    return f"{day}T00:00:00Z"


def _quoted(words: str) -> str:
    return f'"{xml(words)}"'


def xml(words: str) -> str:
    """``words`` on one line, as text or attribute of XML; characters that XML cannot hold are left out."""
    return escape(_NOT_IN_XML.sub("", " ".join(words.split())), {'"': "&quot;"})
