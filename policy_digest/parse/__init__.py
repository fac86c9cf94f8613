"""Parse: the structure of a text (sections, sentences, captions) and what it states about itself."""

from policy_digest.parse.article import assign_slugs, parse

__all__ = ["assign_slugs", "parse"]
