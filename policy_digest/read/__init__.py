"""Read: seed files, their sidecars and their published addresses, as they stand on disk."""

from policy_digest.read.addresses import read_addresses
from policy_digest.read.adoption import Adoption, read_adoption
from policy_digest.read.ledger import read_ledger
from policy_digest.read.sidecar import check_title
from policy_digest.read.slugs import moved_slugs, read_slugs, renamed_stems
from policy_digest.read.sources import LIMIT, Reading, read_source, read_sources, source_of
from policy_digest.read.translations import (
    objections,
    orphaned,
    read_catalogue,
    read_catalogues,
    read_translations,
    read_unsaved,
    translations_of,
    unsaved_path,
)

__all__ = [
    "LIMIT",
    "Adoption",
    "Reading",
    "check_title",
    "moved_slugs",
    "objections",
    "orphaned",
    "read_addresses",
    "read_adoption",
    "read_catalogue",
    "read_catalogues",
    "read_ledger",
    "read_slugs",
    "read_source",
    "read_sources",
    "read_translations",
    "read_unsaved",
    "renamed_stems",
    "source_of",
    "translations_of",
    "unsaved_path",
]
