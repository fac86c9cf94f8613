"""The organisations of a collection: one name is one organisation, and nothing is guessed beyond the name."""

from collections.abc import Iterable, Sequence

from policy_digest.collate.localities import place_key
from policy_digest.model import BilingualDigest, OrganisationEntry, OrganisationUse
from policy_digest.model.ids import id_of
from policy_digest.romanise import slug_of


def organisation_entries(digests: Iterable[BilingualDigest]) -> tuple[OrganisationEntry, ...]:
    """The entries by kind, then by name in pinyin; the digests of each in the order given.

    A name that tells only a level and an office (区农业农村局) is one organisation in each place of the collection; in
    documents that name no place, one in each document.
    """
    found: dict[tuple[str, str], list[OrganisationUse]] = {}
    for digest in digests:
        for organisation in digest.organisations:
            at = (place_key(digest) or digest.slug) if organisation.is_relative else ""
            found.setdefault((organisation.standard, at), []).append(OrganisationUse(digest, organisation))
    entries = (_entry(standard, at, uses) for (standard, at), uses in found.items())
    return tuple(sorted(entries, key=lambda one: (one.kind, slug_of(one.standard), one.standard, one.anchor)))


def _entry(standard: str, at: str, uses: Sequence[OrganisationUse]) -> OrganisationEntry:
    """An entry under its name as printed in standard words, where any digest has it so."""
    chosen = next((use for use in uses if not use.organisation.is_restored), uses[0])
    anchor = id_of("organisation", standard, at)
    place = chosen.digest.place if at else None
    organisation = chosen.organisation
    return OrganisationEntry(anchor, organisation.name, standard, organisation.kind, place, tuple(uses))
