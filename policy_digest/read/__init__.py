"""Read: seed files, their sidecars and their published addresses, as they stand on disk."""

from policy_digest.read.slugs import read_slugs
from policy_digest.read.sources import LIMIT, Reading, read_source, read_sources
from policy_digest.read.translations import read_translations

__all__ = ["LIMIT", "Reading", "read_slugs", "read_source", "read_sources", "read_translations"]
