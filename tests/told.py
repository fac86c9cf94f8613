"""Records and digests of invented texts, read as an article without a sidecar is."""

from functools import cache

from policy_digest import lexicon
from policy_digest.digest import digest
from policy_digest.extract import extract
from policy_digest.model import BilingualDigest, Digest, Record, Source, Translations
from policy_digest.parse import assign_slugs, parse
from policy_digest.translate import translate


@cache
def record_of(text: str) -> Record:
    """The record of a text."""
    words = lexicon.load()
    (article,) = assign_slugs([parse(Source("青禾镇.txt", "青禾镇", "0" * 64, "utf-8", "txt", text), words)], {})
    return extract(article, words)


@cache
def digest_of(text: str) -> Digest:
    """The digest of a text."""
    return digest(record_of(text), lexicon.load())


def bilingual_of(text: str) -> BilingualDigest:
    """The digest of a text in both languages, without any translation."""
    return translate(digest_of(text), Translations({}, {}), lexicon.load())
