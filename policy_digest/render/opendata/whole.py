"""The rows that tell the collection: one for each digest, and one for each term."""

from collections.abc import Iterable, Mapping

from policy_digest.model import BilingualDigest, Metadata, Stated
from policy_digest.render.glossary import glossary
from policy_digest.render.opendata.tables import Row
from policy_digest.render.views import count

TERM_COLUMNS = (
    *("term_zh", "term_en", "status", "subject", "authority", "authority_url", "slugs", "sentences", "url_fragment"),
)
DIGEST_COLUMNS = (
    *("slug", "place_zh", "place_en", "place_code", "period", "title_zh", "title_en", "title_status", "credited_to"),
    *("date_published", "source_url", "rights", "figures", "programmes", "commitments", "gaps"),
    *("record", "sha256", "source_sha256"),
)


def term_rows(digests: Iterable[BilingualDigest]) -> Iterable[Row]:
    """A row for each English of each term that digests contain, by subject and then by its English."""
    for group in glossary(digests):
        for entry in group.entries:
            term = entry.term
            slugs = " ".join(sorted(digest.slug for digest, _ in entry.uses))
            sentences = sum(number for _, number in entry.uses)
            yield (
                *(term.zh, term.en, term.status, term.type, term.authority, term.address),
                *(slugs, sentences, f"#{entry.anchor}"),
            )


def digest_rows(digests: Iterable[BilingualDigest], hashes: Mapping[str, str]) -> Iterable[Row]:
    """A row for each digest, newest period first; ``hashes`` are the SHA-256 of the records by slug."""
    for bilingual in digests:
        article = bilingual.digest.record.article
        place, counts = bilingual.place, count(bilingual)
        yield (
            *(bilingual.slug, place.zh if place else None, place.en if place else None, bilingual.place_code),
            _value(article.metadata.time_period),
            *(bilingual.title.zh, bilingual.title.en, bilingual.title.status),
            *_stated(article.metadata),
            *(counts.figures, counts.programmes, counts.commitments, counts.gaps),
            *(f"{bilingual.slug}.json", hashes[bilingual.slug], article.source.sha256),
        )


def _stated(metadata: Metadata) -> tuple[str | None, ...]:
    stated = (metadata.credited_to, metadata.date_published, metadata.source_url, metadata.rights)
    return tuple(_value(one) for one in stated)


def _value(stated: Stated | None) -> str | None:
    return stated.value if stated else None
