"""Digests set side by side by place, for lists that name many: each place once, with its digests by their period."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from policy_digest.model import BilingualDigest, Text

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Shelf(Generic[T]):
    """What is listed of the digests of one place, in their order; ``place`` is None for one told by its title."""

    place: Text | None
    listed: tuple[tuple[BilingualDigest, T], ...]


@dataclass(frozen=True, slots=True)
class Shelves(Generic[T]):
    """The places in the order of their first digests, and of how many digests more nothing is listed."""

    places: tuple[Shelf[T], ...]
    more: int


def shelves(found: Iterable[tuple[BilingualDigest, T]], most: int) -> Shelves[T]:
    """The first ``most`` digests of ``found`` by place. One without a place or a period stands alone."""
    listed = list(found)
    by_place: dict[str, list[tuple[BilingualDigest, T]]] = {}
    for digest, told in listed[:most]:
        is_known = digest.place is not None and digest.period is not None
        key = digest.place.zh if is_known and digest.place else f"~{digest.slug}"
        by_place.setdefault(key, []).append((digest, told))
    places = tuple(Shelf(None if key[0] == "~" else own[0][0].place, tuple(own)) for key, own in by_place.items())
    return Shelves(places, max(0, len(listed) - most))
