"""The Markdown pages of both languages, by Jinja2 templates whose every expression is escaped."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from policy_digest.model import BilingualEdit, Collection, Page, Translations
from policy_digest.render.addresses import root_of
from policy_digest.render.edits import Edits, Log, correction_log, edits_by_target, printed_value
from policy_digest.render.escape import anchor, finalize, front_matter, mixed
from policy_digest.render.followed import Sheet, years_of
from policy_digest.render.former import former_anchors, gone_anchors
from policy_digest.render.glossary import glossary, term_anchor
from policy_digest.render.home import CoverageTable, coverage, node_anchor, totals
from policy_digest.render.indexes import index_pages
from policy_digest.render.language import LANGUAGES, TAGS, Language, Place, mirror, relative
from policy_digest.render.machines import Machines, machines
from policy_digest.render.people import people_index
from policy_digest.render.series import Charts, area_anchor, by_place, turn
from policy_digest.render.timeline import timeline
from policy_digest.render.views import DigestView, figure, view

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES, encoding="utf-8"),
        autoescape=True,
        finalize=finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["anchor"] = anchor
    environment.filters["mixed"] = mixed
    return environment


def render(
    collection: Collection, translations: Translations, *, site_url: str = "", parquet: bool = False
) -> tuple[Page, ...]:
    """The generated pages of both languages (paths relative to ``docs/``), page for page the same and in one order.

    Home, the list of digests, one page a digest, the pages of all figures, of each indicator, of terms, people and
    events, the log of corrections, those of commitments, programmes and places, and of open data. Addresses for
    programs are absolute where ``site_url`` (of the root) is known. The page of open data names the ``parquet`` files
    where they are published. Nothing is read but the templates.
    """
    views = tuple(view(digest) for digest in collection.digests)
    edits, log = edits_by_target(collection.digests), correction_log(collection)
    told = machines(collection, root_of(site_url), parquet=parquet)
    whole = _Whole(collection, index_pages(collection), told, coverage(collection))
    return tuple(
        page
        for language in LANGUAGES
        for page in _language_pages(language, views, translations.interface, edits, log, whole)
    )


@dataclass(frozen=True, slots=True)
class _Whole:
    """What the pages tell of the whole collection: its indexes, what programs are told, what it covers."""

    collection: Collection
    indexes: tuple[Sheet, ...]
    told: Machines
    coverage: CoverageTable


def _language_pages(
    language: Language,
    views: tuple[DigestView, ...],
    interface: Mapping[str, str],
    edits: Edits,
    log: Log,
    whole: _Whole,
) -> list[Page]:
    def edits_of(target: str) -> tuple[BilingualEdit, ...]:
        return edits.get(target, ())

    marks: dict[str, object] = {"edits_of": edits_of, "value_edit": printed_value}
    marks["former_anchors"] = former_anchors(whole.collection.addresses.former_rows)
    marks["gone_anchors"] = gone_anchors(whole.collection.addresses.gone_rows)
    marks["paged"] = {one.id for one in whole.collection.series}
    marks["place_pages"] = {slug: sheet.address for sheet in whole.indexes for slug in sheet.slugs}

    def page(address: str, template: str, **values: object) -> Page:
        place = Place(language, f"{language}/{address}", interface)
        return Page(
            f"{language}/{_source_path(address)}",
            _fill(template, place, {**marks, **whole.told.helpers(place), **values}),
        )

    return [
        page("", "home.md", views=views, totals=totals(whole.collection, views), coverage=whole.coverage),
        page("digests/", "digests.md", views=views),
        *(page(f"digests/{view.bilingual.slug}/", "digest.md", view=view, digest=view.bilingual) for view in views),
        *(page(f"indicators/{one.id}/", "indicator.md", series=one) for one in whole.collection.series),
        page("glossary/", "glossary.md", groups=glossary(view.bilingual for view in views)),
        page("people/", "people.md", entries=people_index(view.bilingual for view in views)),
        page("timeline/", "timeline.md", years=timeline(view.bilingual for view in views)),
        page("corrections/", "corrections.md", views=views, log=log),
        *(page(sheet.address, sheet.template, **sheet.values) for sheet in whole.indexes),
        page("data/", "data.md", **whole.told.data_page(Place(language, f"{language}/data/", interface))),
    ]


def _source_path(address: str) -> str:
    """``digests/`` is an index page; a digest is a file of its name beside it; both give the same address."""
    folder, _, name = address.rstrip("/").rpartition("/")
    return f"{folder}/{name}.md" if folder else f"{name}/index.md".lstrip("/")


def _fill(template: str, place: Place, values: Mapping[str, object]) -> str:
    helpers: dict[str, Callable[..., object]] = {
        "_": place.say,
        "plain": place.words,
        "to": place.to,
        "page_at": place.page,
        "figure": figure,
        "term_anchor": term_anchor,
        "years_of": years_of,
        "scalar": front_matter,
        "area_anchor": area_anchor,
        "node_anchor": node_anchor,
        "by_place": by_place,
        "turn": turn,
    }
    body = (
        _environment()
        .get_template(template)
        .render(
            language=place.language,
            tag=TAGS[place.language],
            alternate=Markup(relative(place.address, mirror(place.address))),  # noqa: S704 (ASCII, of slugs)
            charts=Charts(place),
            **helpers,
            **values,
        )
    )
    return body.rstrip("\n") + "\n"
