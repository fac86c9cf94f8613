"""Join the steps of the parse: lines, blocks, roles, outline, metadata, and the address of each article."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import replace

from policy_digest.lexicon import Lexicon
from policy_digest.lexicon.likes import Likes
from policy_digest.model import Article, Metadata, Source, Stated
from policy_digest.parse.blocks import ASIDE, Part, read_parts
from policy_digest.parse.metadata import find_metadata
from policy_digest.parse.outline import build_sections
from policy_digest.parse.periods import slug_of_period
from policy_digest.parse.roles import assign_roles
from policy_digest.romanise import slug_of
from policy_digest.sidecars import TAKEN


def parse(source: Source, lexicon: Lexicon) -> Article:
    """Read the structure and metadata of a source. ``slug`` is a proposal until ``assign_slugs`` has seen them all."""
    structure = lexicon.structure
    if not structure.simplified.within(source.text):
        structure = replace(structure, simplified=Likes({}))
    parts = [_closed(part) for part in assign_roles(read_parts(source.text, structure), structure)]
    metadata = find_metadata(source, parts, structure)
    aside = tuple(Stated(part.text, part.role, *part.words.span) for part in parts if part.role in ASIDE)
    return Article(_proposal(source, metadata), source, metadata, build_sections(parts), aside)


def _closed(part: Part) -> Part:
    """Leave out the spaces around the figures of what is read; bylines, dates and rows have spaces that part them."""
    if part.role in ASIDE or part.role == "table":
        return part
    closed = part.words.closed()
    return part if closed is part.words else part._replace(words=closed)


def assign_slugs(articles: Iterable[Article], kept: Mapping[str, str]) -> tuple[Article, ...]:
    """Give each article an address of its own, in the articles' order.

    ``kept`` (stem → slug) wins, then a sidecar's slug, then the proposal with ``-2``, ``-3``, … where it is taken.
    """
    articles = tuple(articles)
    given = {at: kept[article.source.stem] for at, article in enumerate(articles) if article.source.stem in kept}
    taken = {*kept.values(), *TAKEN}
    by_stem = sorted(
        range(len(articles)), key=lambda at: (articles[at].source.sidecar.slug is None, articles[at].source.stem)
    )
    for at in by_stem:
        if at not in given:
            given[at] = _free(articles[at].slug, taken)
            taken.add(given[at])
    return tuple(replace(article, slug=given[at]) for at, article in enumerate(articles))


def _proposal(source: Source, metadata: Metadata) -> str:
    if source.sidecar.slug:
        return source.sidecar.slug
    place = slug_of(metadata.ref_area.value) if metadata.ref_area else ""
    if place and metadata.time_period:
        return f"{place}-{slug_of_period(metadata.time_period.value)}"
    return _from_stem(source.stem)


def _from_stem(stem: str) -> str:
    text = unicodedata.normalize("NFKD", stem).lower()
    slug = re.sub("[^a-z0-9]+", "-", text).strip("-")
    if any("\u4e00" <= char <= "\u9fff" for char in stem):
        slug = "-".join(filter(None, (slug_of(stem), *re.findall("[a-z0-9]+", text))))
    return slug[:80].strip("-") or "article"


def _free(slug: str, taken: set[str]) -> str:
    number = 1
    name = slug
    while name in taken:
        number += 1
        name = f"{slug}-{number}"
    return name
