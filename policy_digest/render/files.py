"""The files beside the pages: data for downloading, and what stands at the root of the site."""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from html import escape
from types import MappingProxyType
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from policy_digest.model import Collection, Page, SiteFile
from policy_digest.render.addresses import root_of
from policy_digest.render.explorer import explorer_files
from policy_digest.render.feeds import feeds
from policy_digest.render.indexes import index_pages
from policy_digest.render.language import LANGUAGES, TAGS, Language
from policy_digest.render.llms import llms_txt
from policy_digest.render.opendata.files import open_data
from policy_digest.render.pages import TEMPLATES
from policy_digest.sidecars import schema

GENERATED = ("glossary/", "people/", "timeline/", "corrections/", "data/")
SIDECAR_SCHEMA = "data/sidecar.schema.json"
HAND_WRITTEN = ("about/", "about/method/", "about/editors/", "about/translations/")


def data_files(
    collection: Collection,
    *,
    site_url: str = "",
    interface: Mapping[str, str] = MappingProxyType({}),
    parquet: bool = False,
) -> tuple[SiteFile, ...]:
    """The files of the site that no MkDocs build makes; paths are relative to the site's root.

    The open data (``opendata``) and the schema of sidecars under ``data/``, ``index.html``, ``404.html``,
    ``robots.txt``, ``llms.txt``, the feeds, and ``sitemap.xml`` where ``site_url`` (absolute, of the root) is known.
    ``interface`` has the English of the site's own words. The tables are written as ``parquet`` too, if so asked.
    """
    root = root_of(site_url)
    data = open_data(collection, root, parquet=parquet)
    files: list[SiteFile] = [
        *data,
        *_former_records(collection, data),
        Page(SIDECAR_SCHEMA, schema_json()),
        *explorer_files(collection),
        *feeds(collection, interface, root),
        Page("llms.txt", llms_txt(collection, interface, root)),
        Page("index.html", root_page("root_index.html")),
        Page("404.html", root_page("root_404.html", root=urlsplit(root.address).path)),
        Page(
            "robots.txt",
            f"User-agent: *\nAllow: /\n{f'Sitemap: {root.address}sitemap.xml' if root.address else ''}\n".rstrip("\n")
            + "\n",
        ),
    ]
    return (*files, Page("sitemap.xml", sitemap(collection, root.address))) if root.address else tuple(files)


def _former_records(collection: Collection, data: Iterable[SiteFile]) -> Iterator[Page]:
    """The records of digests that moved, under their former names as well."""
    known = {file.path: file.body for file in data if isinstance(file, Page)}
    for old, new in collection.addresses.moved:
        if f"data/{old}.json" not in known:
            yield Page(f"data/{old}.json", known[f"data/{new}.json"])


def schema_json() -> str:
    """The JSON Schema of sidecars, for the programs in which editors write them."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def root_page(template: str, **values: object) -> str:
    """A page that MkDocs does not make, by its template."""
    return _environment().get_template(template).render(values)


def sitemap(collection: Collection, root: str) -> str:
    """A sitemap of the pages of both languages at ``root`` (absolute), each naming its mirror; no dates."""
    digests = (f"digests/{digest.slug}/" for digest in collection.digests)
    address = escape(root)
    series = (f"indicators/{one.id}/" for one in collection.series)
    indexes = (sheet.address for sheet in index_pages(collection))
    pages = ("", "digests/", *digests, *GENERATED, *series, *indexes, *HAND_WRITTEN)
    entries = (_sitemap_entry(address, language, page) for language in LANGUAGES for page in pages)
    opening = (
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    )
    return "\n".join([*opening, *entries, "</urlset>", ""])


def _sitemap_entry(root: str, language: Language, page: str) -> str:
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{TAGS[known]}" href="{root}{known}/{page}"/>' for known in LANGUAGES
    )
    return f"<url><loc>{root}{language}/{page}</loc>{links}</url>"
