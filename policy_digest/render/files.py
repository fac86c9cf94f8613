"""The files beside the pages: data for downloading, and what stands at the root of the site."""

import csv
import io
import json
from collections.abc import Iterable
from html import escape
from urllib.parse import quote, urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from policy_digest.model import BilingualDigest, BilingualRow, Collection, Observation, Page
from policy_digest.render.escape import cell
from policy_digest.render.followed import addresses
from policy_digest.render.language import LANGUAGES, TAGS, Language
from policy_digest.render.pages import TEMPLATES
from policy_digest.render.record import decimal_words, record_json
from policy_digest.render.views import quoted_sentences
from policy_digest.sidecars import schema

GENERATED = ("indicators/", "glossary/", "people/", "timeline/", "corrections/")
SIDECAR_SCHEMA = "data/sidecar.schema.json"
HAND_WRITTEN = ("about/", "about/method/", "about/editors/")
COLUMNS = (
    *(
        "slug",
        "place",
        "period",
        "id",
        "indicator_id",
        "name_zh",
        "name_en",
        "name_status",
        "kind",
        "as_printed",
        "number",
        "unit_mult",
    ),
    *("obs_value", "value_max", "unit_measure", "bound", "nature", "change_base", "change_direction", "change_of"),
    *("rank_scope", "ref_area", "time_period", "period_source", "sentence", "url_fragment", "fact", "derived"),
)

GAP_COLUMNS = (
    *("slug", "id", "kind", "section", "heading_zh", "words", "text_zh", "text_en", "sentence", "url_fragment"),
)

# What may stand in an address as it is; all else (spaces, quotation marks, angle brackets) is percent-encoded.
_OF_ADDRESSES = ":/?#[]@!$&'()*+,;=~%"


def data_files(collection: Collection, *, site_url: str = "") -> tuple[Page, ...]:
    """The files of the site that no MkDocs build makes; paths are relative to the site's root.

    ``data/indicators.csv`` and ``data/gaps.csv`` (UTF-8 with BOM), ``data/<slug>.json``, ``data/sidecar.schema.json``,
    ``index.html``, ``404.html``, ``robots.txt``, and ``sitemap.xml`` where ``site_url`` (absolute, of the root) is
    known.
    """
    root = f"{quote(site_url.strip().rstrip('/'), safe=_OF_ADDRESSES)}/" if site_url else ""
    files = [
        Page("data/indicators.csv", indicators_csv(collection)),
        Page("data/gaps.csv", gaps_csv(collection)),
        *(Page(f"data/{bilingual.slug}.json", f"{record_json(bilingual)}\n") for bilingual in collection.digests),
        Page(SIDECAR_SCHEMA, schema_json()),
        Page("index.html", _root_page("root_index.html")),
        Page("404.html", _root_page("root_404.html", root=urlsplit(root).path)),
        Page(
            "robots.txt",
            f"User-agent: *\nAllow: /\n{f'Sitemap: {root}sitemap.xml' if root else ''}\n".rstrip("\n") + "\n",
        ),
    ]
    return (*files, Page("sitemap.xml", sitemap(collection, root))) if root else tuple(files)


def schema_json() -> str:
    """The JSON Schema of sidecars, for the programs in which editors write them."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def gaps_csv(collection: Collection) -> str:
    """Every gap of every digest, a row each, in page order; a byte order mark opens it, for Excel."""
    rows = (row for bilingual in collection.digests for row in _gap_rows(bilingual))
    return _csv(GAP_COLUMNS, rows)


def _gap_rows(bilingual: BilingualDigest) -> Iterable[tuple[str, ...]]:
    headings = {section.id: section.heading.zh for section in bilingual.sections if section.heading}
    sentences = bilingual.digest.record.article.by_id
    placed = [(item, section.id) for section in bilingual.sections for item in section.gaps]
    for item, section in (*((item, "") for item in bilingual.gaps), *placed):
        quoted = sentences[item.sentences[0]].text if item.sentences else ""
        yield (
            *(bilingual.slug, item.id, item.kind or "", section, headings.get(section, "")),
            *(item.quote.zh if item.quote else "", item.text.zh, item.text.en or "", quoted, f"#{item.id}"),
        )


def _csv(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows(tuple(cell(value) for value in row) for row in rows)
    return f"\ufeff{text.getvalue()}"


def indicators_csv(collection: Collection) -> str:
    """Every observation of every digest, a row each, in page order; a byte order mark opens it, for Excel."""
    return _csv(COLUMNS, (row for bilingual in collection.digests for row in _csv_rows(bilingual)))


def _csv_rows(bilingual: BilingualDigest) -> Iterable[tuple[str, ...]]:
    record = bilingual.digest.record
    article = record.article
    quoted = quoted_sentences(bilingual)
    sentences = {known: sentence.text for known, sentence in article.by_id.items() if known in quoted}
    rows = {mark.observation: row for section in bilingual.sections for row in section.rows for mark in row.marks}
    period = article.metadata.time_period
    for observation in record.observations:
        row = rows.get(observation.id)
        shared = (bilingual.slug, bilingual.place.zh if bilingual.place else "", period.value if period else "")
        values = _csv_row(observation, row, sentences.get(observation.sentence, ""))
        yield (*shared, *values)


def _csv_row(observation: Observation, row: BilingualRow | None, sentence: str) -> tuple[str, ...]:
    change, rank = observation.change, observation.rank
    name_en = (row.name.en if row else None) or observation.indicator.name_en
    status = row.name.status if row and row.name.en else "generated" if name_en else "missing"
    return (
        *(observation.id, observation.indicator.id or "", observation.indicator.name_zh, name_en or "", status),
        *(
            observation.kind,
            observation.as_printed,
            decimal_words(observation.number) or "",
            str(observation.unit_mult),
        ),
        *(decimal_words(observation.obs_value) or "", decimal_words(observation.value_max) or ""),
        *(observation.unit_measure, observation.bound, observation.nature),
        *((change.base, change.direction, change.of or "") if change else ("", "", "")),
        *(rank.scope or "" if rank else "", observation.ref_area or "", observation.time_period or ""),
        *(observation.period_source or "", sentence, f"#{observation.id}" if row else "", observation.fact),
        "true" if observation.derived else "false",
    )


def _root_page(template: str, **values: str) -> str:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    return environment.get_template(template).render(values)


def sitemap(collection: Collection, root: str) -> str:
    """A sitemap of the pages of both languages at ``root`` (absolute), each naming its mirror; no dates."""
    digests = (f"digests/{digest.slug}/" for digest in collection.digests)
    address = escape(root)
    series = (f"indicators/{one.id}/" for one in collection.series)
    pages = ("", "digests/", *digests, *GENERATED, *series, *addresses(collection), *HAND_WRITTEN)
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
