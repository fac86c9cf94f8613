"""What pages tell programs, and the page of open data: functions for templates, bound to a page and the site's root."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from policy_digest import lexicon
from policy_digest.model import BilingualDigest, Collection
from policy_digest.render.addresses import Root
from policy_digest.render.citations import bibtex, csl_json
from policy_digest.render.escape import escape, mixed
from policy_digest.render.language import Place
from policy_digest.render.linked import collection_graph, digest_graph, script, summary, tells_itself
from policy_digest.render.opendata.files import data_tables
from policy_digest.render.opendata.package import ABOUT
from policy_digest.render.opendata.tables import Table, parquet_name
from policy_digest.render.views import count

_DESCRIBING = ("datapackage.json", "csv-metadata.json", "record.schema.json")


@dataclass(frozen=True, slots=True)
class Machines:
    """What all pages share: the collection, its tables (without checksums; as ``parquet`` too?), the site's root."""

    collection: Collection
    root: Root
    tables: tuple[Table, ...]
    parquet: bool = False

    def helpers(self, place: Place) -> Mapping[str, Callable[..., object]]:
        """The functions for the template of the page at ``place``."""

        def linked(digest: BilingualDigest) -> Markup:
            return script(digest_graph(digest, place, self.root))

        def about(digest: BilingualDigest) -> str:
            return summary(digest, place, count(digest))

        def as_bibtex(digest: BilingualDigest) -> Markup:
            return lines(bibtex(digest, place, self.root), place)

        def as_csl(digest: BilingualDigest) -> Markup:
            return lines(csl_json(digest, place, self.root), place)

        return {
            "linked": linked,
            "about_digest": about,
            "bibtex": as_bibtex,
            "csl_json": as_csl,
            "tells_itself": tells_itself,
        }

    def data_page(self, place: Place) -> Mapping[str, object]:
        """The values of the page of open data."""
        files = lexicon.load().columns.files
        about, page = place.words(ABOUT), f"{place.language}/data/"
        others = [parquet_name(table) for table in self.tables if self.parquet]
        names = [*(table.file.path for table in self.tables), *others, "datapackage.json"]
        return {
            "tables": self.tables,
            "parquet_files": others,
            "described": [files[name] for name in _DESCRIBING],
            "record": files["{slug}.json"],
            "records": len(self.collection.digests),
            "about": about,
            "dataset_address": self.root.absolute(page),
            "jsonld": script(collection_graph(self.collection, names, place, self.root, about)),
        }


def machines(collection: Collection, root: Root, *, parquet: bool = False) -> Machines:
    """What the pages of a collection tell programs."""
    tables = data_tables(collection, {digest.slug: "" for digest in collection.digests})
    return Machines(collection, root, tables, parquet)


def lines(words: str, place: Place) -> Markup:
    """Lines of words for a ``pre`` element: escaped, with their indentation, on one line of the page's source.

    On English pages their Chinese is marked as such.
    """
    shown = mixed if place.language == "en" else escape
    made = []
    for line in words.split("\n"):
        indent = len(line) - len(line.lstrip(" "))
        made.append(Markup("&#32;") * indent + shown(line.strip()))
    return Markup("&#10;").join(made)
