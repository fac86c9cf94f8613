"""Policy Digest: long Chinese local-government reports as structured, searchable, bilingual digests."""
