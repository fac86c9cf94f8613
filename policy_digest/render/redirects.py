"""Pages at addresses that were published once and have no page now: each leads to where its matter is.

They are whole without scripts, wherever the site lies, and in no index: neither the search nor the sitemap has them.
What moved leads on by itself. For a digest that is gone a page says so, and waits: who followed a link to it has to
read that before anything else.
"""

from collections.abc import Collection as Known
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from policy_digest.model import Address, Collection, Page, Text
from policy_digest.render.addresses import root_of
from policy_digest.render.files import HAND_WRITTEN, root_page
from policy_digest.render.language import LANGUAGES, TAGS, Place, relative

Reason = Literal["moved", "gone", "part"]


@dataclass(frozen=True, slots=True)
class Way:
    """Where an address leads: to ``target`` below the language's folder, why, and what that is (None for an index)."""

    address: str
    target: str
    reason: Reason
    name: Text | None = None


def live_addresses(pages: Iterable[Page]) -> frozenset[str]:
    """The addresses of all pages below their language, of which ``pages`` are generated; the home page's is empty."""
    sources = (page.path.partition("/")[2].removesuffix(".md") for page in pages)
    generated = ("" if name == "index" else f"{name.removesuffix('/index')}/" for name in sources)
    return frozenset((*generated, *HAND_WRITTEN))


def ways(collection: Collection, live: Known[str]) -> Iterator[Way]:
    """The way from each recorded address that is none of the ``live`` ones."""
    moved, titles = dict(collection.addresses.moved), {digest.slug: digest.title for digest in collection.digests}
    places = {f"places/{place.key}/": place.name for place in collection.places}
    for row in collection.addresses.recorded:
        if row.observation or row.address in live:
            continue
        if row.slug in moved:
            yield Way(row.address, f"digests/{moved[row.slug]}/", "moved", titles[moved[row.slug]])
        elif row.slug:
            is_there = row.place in live and row.place in places
            yield Way(row.address, row.place if is_there else "digests/", "gone", places.get(row.place))
        else:
            yield Way(row.address, _index_of(row, live), "part")


def _index_of(row: Address, live: Known[str]) -> str:
    """The nearest page above; at last the home page."""
    above = row.address.rstrip("/")
    while above:
        above = above.rpartition("/")[0]
        if f"{above}/" in live:
            return f"{above}/"
    return ""


def redirects(
    collection: Collection, live: Known[str], *, site_url: str, interface: Mapping[str, str]
) -> tuple[Page, ...]:
    """The pages of both languages, below the site's root, page for page the same."""
    leading = tuple(ways(collection, live))
    root = root_of(site_url)
    made = []
    for language in LANGUAGES:
        for way in leading:
            place = Place(language, f"{language}/{way.address}", interface)
            target = f"{language}/{way.target}"
            body = root_page(
                "redirect.html",
                _=place.say,
                tag=TAGS[language],
                reason=way.reason,
                name=place.words(way.name) if way.name else None,
                name_tag=TAGS["zh" if way.name and not way.name.en else language],
                way=relative(place.address, target),
                canonical=root.seen_from(place.address, target),
            )
            made.append(Page(f"{place.address}index.html", body))
    return tuple(made)
