"""Policy Digest: long Chinese local-government reports as structured, searchable, bilingual digests."""

__version__ = "0.1.0"
