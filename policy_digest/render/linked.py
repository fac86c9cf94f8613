"""Linked data in the pages' heads: schema.org as JSON-LD, a ``Report`` and a ``Dataset`` for each digest.

A text is credited to somebody, never "published by" them: schema.org has ``creditText`` for that.
"""

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any

from markupsafe import Markup

from policy_digest.model import BilingualDigest, Collection, Metadata
from policy_digest.render.addresses import Root
from policy_digest.render.language import TAGS, Place
from policy_digest.render.opendata.package import LICENCE, MEDIA_TYPES
from policy_digest.render.views import Counts, count

CONTEXT = "https://schema.org"
MOST_VARIABLES = 100
_YEAR = re.compile(r"\d{4}年")
_LONGEST = 5000  # what readers of datasets take of a description

Node = dict[str, Any]


def digest_graph(bilingual: BilingualDigest, place: Place, root: Root) -> Node:
    """The digest as a report that is based on its article, and its figures as a dataset."""
    page = f"{place.language}/digests/{bilingual.slug}/"
    shared = _known(
        inLanguage=[TAGS[place.language]],
        temporalCoverage=_period(bilingual),
        spatialCoverage=_place(bilingual, place),
        isBasedOn=_article(bilingual),
        creator=_maker(place, root),
        isAccessibleForFree=True,
    )
    title, counts = full_title(bilingual, place), count(bilingual)
    address = root.seen_from(page, page)
    report = _known(**{"@type": "Report", "@id": f"{address}#report"}, name=title, url=address)
    report |= {"description": _about(bilingual, place, counts), **shared, **_terms_of_use(page, place, root)}
    record = {"contentUrl": root.seen_from(page, f"data/{bilingual.slug}.json"), "encodingFormat": "application/json"}
    dataset = {
        "@type": "Dataset",
        "@id": f"{address}#dataset",
        "name": place.say("《{title}》的数据", title=title),
        "description": _about(bilingual, place, counts),
        "url": address,
        **shared,
        **_terms_of_use(page, place, root),
        "variableMeasured": _variables([bilingual], place),
        "distribution": [{"@type": "DataDownload", "name": f"{bilingual.slug}.json", **record}],
        "isPartOf": {"@type": "Dataset", "@id": f"{root.seen_from(page, f'{place.language}/data/')}#dataset"},
    }
    return {"@context": CONTEXT, "@graph": [report, dataset]}


def collection_graph(collection: Collection, files: Iterable[str], place: Place, root: Root, about: str) -> Node:
    """The whole collection as a dataset, with its ``files`` (names under ``data/``); ``about`` says what it is."""
    page = f"{place.language}/data/"
    address = root.seen_from(page, page)
    places = {node["name"]: node for digest in collection.digests if (node := _place(digest, place))}
    return _known(
        **{"@context": CONTEXT, "@type": "Dataset", "@id": f"{address}#dataset"},
        name=place.say("政策文摘"),
        description=about[:_LONGEST],
        url=address,
        inLanguage=list(TAGS.values()),
        temporalCoverage=_span(collection.digests),
        spatialCoverage=[places[name] for name in sorted(places)],
        creator=_maker(place, root),
        isAccessibleForFree=True,
        **_terms_of_use(page, place, root),
        variableMeasured=_variables(collection.digests, place, catalogued=True),
        distribution=[
            {
                "@type": "DataDownload",
                "name": name,
                "contentUrl": root.seen_from(page, f"data/{name}"),
                "encodingFormat": MEDIA_TYPES[name.rpartition(".")[2]],
            }
            for name in files
        ],
    )


def script(node: Node) -> Markup:
    """The node as a quoted scalar of a page's front matter, for a script element.

    JSON in ASCII with ``<``, ``>`` and ``&`` as escapes: no text can end the element or be an entity. The quoting is
    JSON's once more, which YAML reads.
    """
    text = json.dumps(node, ensure_ascii=True, separators=(",", ":"))
    for character in "<>&":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(json.dumps(text))  # noqa: S704 (escaped above)


def full_title(bilingual: BilingualDigest, place: Place) -> str:
    """The title with place and period, which tell the many "reports on the work of the government" apart.

    Alone where one of them is not known, or it tells itself apart.
    """
    title = place.words(bilingual.title)
    if bilingual.place is None or bilingual.period is None or tells_itself(bilingual):
        return title
    where, when = place.words(bilingual.place), place.words(bilingual.period)
    if where in title and when in title:
        return title  # in English they stand for a title that awaits its translation
    return place.say("{title}（{place}，{period}）", title=title, place=where, period=when)


def tells_itself(bilingual: BilingualDigest) -> bool:
    """Whether a title is made of its place and period for want of one, or has the place and a year in its own words."""
    stated = bilingual.digest.record.article.metadata.title
    if stated is None or bilingual.place is None:
        return stated is None
    return bilingual.place.zh in stated.value and _YEAR.search(stated.value) is not None


def summary(bilingual: BilingualDigest, place: Place, counts: Counts) -> str:
    """What a digest is, in a sentence for search results and previews."""
    return place.say(
        "《{title}》的中英双语摘编：{figures}条数据、{programmes}个项目与机制、{commitments}项承诺、{gaps}处缺项，每个数字都通向原句。",
        title=full_title(bilingual, place),
        figures=counts.figures,
        programmes=counts.programmes,
        commitments=counts.commitments,
        gaps=counts.gaps,
    )


def _about(bilingual: BilingualDigest, place: Place, counts: Counts) -> str:
    """What a digest and its dataset are, in more than the fifty characters that readers of datasets ask for."""
    more = place.say("每条数据有指标名称、数值、单位、时期、性质和所在的原句，由程序按公开的规则读出，中英文对照。")
    space = " " if place.language == "en" else ""
    return f"{summary(bilingual, place, counts)}{space}{more}"[:_LONGEST]


def _article(bilingual: BilingualDigest) -> Node:
    """The article that a digest is made of."""
    metadata, source = bilingual.digest.record.article.metadata, bilingual.digest.record.article.source
    return _known(
        **{"@type": "CreativeWork"},
        name=metadata.title.value if metadata.title else None,
        inLanguage=TAGS["zh"],
        creditText=metadata.credited_to.value if metadata.credited_to else None,
        author=[{"@type": "Person", "name": author.value} for author in metadata.authors],
        datePublished=metadata.date_published.value if metadata.date_published else None,
        url=_url(metadata),
        copyrightNotice=metadata.rights.value if metadata.rights else None,
        identifier=f"sha256:{source.sha256}",
    )


def _url(metadata: Metadata) -> str | None:
    address = metadata.source_url.value if metadata.source_url else ""
    return address if address.lower().startswith(("https://", "http://")) else None


def _place(bilingual: BilingualDigest, place: Place) -> Node | None:
    """The place that a digest is about, with its official code."""
    if bilingual.place is None:
        return None
    known = bilingual.place_code or ""
    standard = "GB/T 2260" if len(known) == len("110000") else "GB/T 10114"  # the latter extends it to towns
    code = {"@type": "PropertyValue", "propertyID": standard, "value": known}
    other = bilingual.place.zh if place.words(bilingual.place) != bilingual.place.zh else None
    return _known(
        **{"@type": "Place"},
        name=place.words(bilingual.place),
        alternateName=other,
        identifier=code if known else None,
    )


def _period(bilingual: BilingualDigest) -> str | None:
    stated = bilingual.digest.record.article.metadata.time_period
    return stated.value if stated else None


def _span(digests: Iterable[BilingualDigest]) -> str | None:
    """The years from the first to the last that articles cover."""
    periods = [period for digest in digests if (period := _period(digest))]
    years = sorted({year[:4] for period in periods for year in period.split("/") if year[:4].isdecimal()})
    return f"{years[0]}/{years[-1]}" if years else None


def _variables(digests: Sequence[BilingualDigest], place: Place, *, catalogued: bool = False) -> list[Node]:
    """What the figures measure, each once with its unit, in page order; only ``catalogued`` ones if so asked."""
    found: dict[tuple[str, str], Node] = {}
    for digest in digests:
        names = {
            mark.observation: row.name for section in digest.sections for row in section.rows for mark in row.marks
        }
        for observation in digest.digest.record.observations:
            name = names.get(observation.id)
            if name is None or (catalogued and observation.indicator.id is None):
                continue
            node = {"@type": "PropertyValue", "name": place.words(name), "unitText": observation.unit_measure}
            node |= {"propertyID": observation.indicator.id} if observation.indicator.id else {}
            found.setdefault((node["name"], node["unitText"]), node)
    return list(found.values())[:MOST_VARIABLES]


def _terms_of_use(page: str, place: Place, root: Root) -> Node:
    """The licence of the project's own work, and where the page of open data says what it does not cover."""
    return {
        "license": LICENCE["path"],
        "usageInfo": root.seen_from(page, f"{place.language}/data/#licence"),
    }


def _maker(place: Place, root: Root) -> Node:
    return _known(**{"@type": "Organization"}, name=place.say("政策文摘"), url=root.absolute(f"{place.language}/"))


def _known(**properties: Any) -> Node:
    """The properties that are known."""
    return {name: value for name, value in properties.items() if value not in (None, "", [])}
