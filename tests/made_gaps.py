"""Digests of invented towns' reviews, and the gaps in them."""

from policy_digest import lexicon
from policy_digest.digest import digest
from policy_digest.extract import extract
from policy_digest.model import Digest, Gap, Sidecar, Source
from policy_digest.parse import assign_slugs, parse


def made(text: str, **stated: str) -> Digest:
    """The digest of an invented town's review."""
    sidecar = Sidecar(place="青禾镇", time_period="2024", **stated)
    source = Source("seeds/qinghe.txt", "qinghe", "0" * 64, "utf-8", "txt", text, sidecar)
    words = lexicon.load()
    (article,) = assign_slugs([parse(source, words)], {})
    return digest(extract(article, words), words)


def found(text: str, kind: str) -> list[str]:
    """The words of the gaps of a kind in a review's section."""
    return [gap.words or "" for section in made(text).sections for gap in section.gaps if gap.kind == kind]


def all_gaps(one: Digest) -> list[Gap]:
    return [*one.gaps, *(gap for section in one.sections for gap in section.gaps)]
