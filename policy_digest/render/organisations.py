"""The index of organisations, before a template sees it: by kind, each with where digests show what names it."""

from collections.abc import Mapping
from dataclasses import dataclass

from policy_digest.model import BilingualDigest, BilingualOrganisation, Collection, OrganisationEntry
from policy_digest.render.followed import WHOLE, Sheet

_LISTS = ("bullets", "programmes", "commitments", "captions")
SHOWN = 5
"""To so many sentences of a digest an entry leads; it counts the others."""


@dataclass(frozen=True, slots=True)
class Where:
    """What one digest has of an organisation: the anchors of sentences that it shows, and of how many more it is told.

    ``others`` counts sentences beyond those that ``anchors`` lead to, whether the digest shows them or not. ``printed``
    are the text's own words, where these are not the entry's name.
    """

    digest: BilingualDigest
    anchors: tuple[str, ...]
    others: int
    printed: str | None
    restored: str | None


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry with where it stands; ``restored`` is its standard name where every text prints other words."""

    entry: OrganisationEntry
    restored: str | None
    where: tuple[Where, ...]


@dataclass(frozen=True, slots=True)
class OrganisationGroup:
    """The organisations of one kind."""

    kind: str
    address: str
    entries: tuple[Listed, ...]


def organisation_pages(collection: Collection) -> tuple[Sheet, ...]:
    """The index, and where no page can hold it all, a page for each kind."""
    is_whole = len(collection.organisations) <= WHOLE
    groups = _groups(collection, is_whole=is_whole)
    values = {"groups": groups, "is_whole": is_whole, "total": len(collection.organisations)}
    parts = () if is_whole else groups
    return (
        Sheet("organisations/", "organisations.md", values),
        *(Sheet(group.address, "organisations_part.md", {"group": group}) for group in parts),
    )


def _groups(collection: Collection, *, is_whole: bool) -> tuple[OrganisationGroup, ...]:
    shown = {digest.slug: _places_of(digest) for digest in collection.digests if digest.organisations}
    found: dict[str, list[Listed]] = {}
    for entry in collection.organisations:
        found.setdefault(entry.kind, []).append(_listed(entry, shown))
    return tuple(
        OrganisationGroup(kind, "organisations/" if is_whole else f"organisations/{kind}/", tuple(found[kind]))
        for kind in sorted(found)
    )


def _listed(entry: OrganisationEntry, shown: Mapping[str, Mapping[str, str]]) -> Listed:
    is_printed = any(not use.organisation.is_restored for use in entry.uses)
    where = tuple(_where(use.digest, use.organisation, shown[use.digest.slug], entry.name.zh) for use in entry.uses)
    return Listed(entry, None if is_printed else entry.standard, where)


def _where(digest: BilingualDigest, one: BilingualOrganisation, shown: Mapping[str, str], name: str) -> Where:
    anchors = tuple(dict.fromkeys(anchor for sentence in one.sentences if (anchor := shown.get(sentence))))
    told = sum(shown.get(sentence) in anchors[:SHOWN] for sentence in one.sentences)
    printed = one.name.zh if one.name.zh != name else None
    restored = one.standard if printed and one.is_restored else None
    return Where(digest, anchors[:SHOWN], len(one.sentences) - told, printed, restored)


def _places_of(digest: BilingualDigest) -> Mapping[str, str]:
    """Where the page of a digest shows each sentence that it quotes: the anchor of what first quotes it.

    A bullet or a list item shows a sentence better than the row of one figure in it.
    """
    found: dict[str, str] = {}
    lists = [getattr(section, name) for name in _LISTS for section in digest.sections]
    for item in (*(item for own in lists for item in own), *digest.events, *digest.people):
        for sentence in item.sentences:
            found.setdefault(sentence, item.id)
    for mark in (mark for section in digest.sections for row in section.rows for mark in row.marks):
        found.setdefault(mark.sentence, mark.observation)
    return found
