"""The sidecar that ``new`` proposes: what was read of an article, and what is to be filled in, all as comments."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from policy_digest.model import Article, Stated

HINTS: Mapping[str, str] = {
    "title": "the title as the document has it, such as 青禾镇2024年工作总结",
    "place": "the place that the figures are about, such as 青禾镇",
    "time_period": "the period covered: 2024, 2024-11 or 2024-01/2024-11",
    "credited_to": "whom the text credits, such as 青禾镇人民政府",
    "authors": "who wrote it, as a list: [李一, 王二]",
    "date_published": "the day it was published, such as 2025-01-15",
    "title_en": "the title in English, with the same figures",
    "source_url": "where the original stands: https://…",
    "rights": "the terms of use; an open licence (CC BY 4.0) lets the whole text be published",
}
"""What to fill in, for each key that a text may leave open."""

OUTSIDE = frozenset({"title_en", "source_url", "rights"})
"""Keys that no text is expected to tell."""

_OPENING = """\
# yaml-language-server: $schema={schema}
#
# Proposed for {name} (encoding: {encoding}, {lines} lines). Everything is commented out and states nothing.
# Where something was misread, take the mark off its line and correct it: what is stated here goes before what was read.
"""


@dataclass(frozen=True, slots=True)
class Proposal:
    """The proposed sidecar, and the keys that the text was expected to tell and does not."""

    text: str
    missing: tuple[str, ...]


def propose(article: Article, schema: str) -> Proposal:
    """The sidecar for ``article``; ``schema`` is the address of the JSON Schema, as an editor's program finds it."""
    source = article.source
    opening = _OPENING.format(
        schema=schema, name=_line(source.path.rsplit("/", 1)[-1]), encoding=source.encoding, lines=_lines(source.text)
    )
    read = dict(_read(article))
    missing = tuple(key for key in HINTS if key not in read and key not in OUTSIDE)
    known = [f"# {told}" for told in read.values()]
    open_ones = [f"# {key}:  # {HINTS[key]}" for key in HINTS if key not in read]
    parts = (
        opening,
        "# Read from the text:",
        *known,
        "",
        "# Not read from the text; fill in what is known:",
        *open_ones,
    )
    return Proposal("\n".join(parts) + "\n", missing)


def _read(article: Article) -> Iterator[tuple[str, str]]:
    """Each key that was read, with its line of the sidecar: the value, and by what it was told."""
    metadata = article.metadata
    yield "slug", f"slug: {_scalar(article.slug)}  # the page's address, proposed"
    stated: tuple[tuple[str, Stated | None], ...] = (
        ("title", metadata.title),
        ("place", metadata.ref_area),
        ("time_period", metadata.time_period),
        ("credited_to", metadata.credited_to),
        ("date_published", metadata.date_published),
    )
    for key, found in stated:
        if found:
            yield key, f"{key}: {_scalar(found.value)}  # {_told(found, article)}"
    if metadata.authors:
        names = ", ".join(_scalar(author.value) for author in metadata.authors)
        yield "authors", f"authors: [{names}]  # {_told(metadata.authors[0], article)}"


def _told(stated: Stated, article: Article) -> str:
    if stated.start is None:
        return f"told by: {stated.basis}"
    line = article.source.text.count("\n", 0, stated.start) + 1
    return f"line {line}, told by: {stated.basis}"


def _scalar(words: str) -> str:
    """Words as YAML, on one line and quoted, whatever they are."""
    return json.dumps(_line(words), ensure_ascii=False)


def _line(words: str) -> str:
    return " ".join(words.split())


def _lines(text: str) -> int:
    return text.count("\n") + (not text.endswith("\n"))
