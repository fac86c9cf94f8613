"""The figures of a digest as the collection compares them: with their place among places and their period as a span."""

from collections.abc import Iterator

from policy_digest.collate.areas import area_of
from policy_digest.collate.spans import span_of
from policy_digest.lexicon import Lexicon
from policy_digest.model import BilingualDigest
from policy_digest.model.series import Figure


def figures_of(digest: BilingualDigest, words: Lexicon) -> Iterator[Figure]:
    """The rows of a digest, each with its place, its span and the mention that speaks for it, in page order."""
    observations = {observation.id: observation for observation in digest.digest.record.observations}
    stated = digest.digest.record.article.metadata.time_period
    whole = span_of(stated.value) if stated else None
    for section in digest.sections:
        for row in section.rows:
            if row.marks:
                speaker = observations[row.marks[0].observation]
                span = span_of(speaker.time_period)
                is_part = bool(whole and span and whole.days > span.days and whole.start <= span.start <= whole.end)
                is_inferred = is_part and speaker.period_source != "explicit"
                yield Figure(digest.slug, row, speaker, area_of(row, digest, words), span, is_inferred)
