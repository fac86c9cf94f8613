"""The stage that sees all digests at once: puts them in order, newest period first."""

from collections.abc import Iterable
from itertools import pairwise

from policy_digest.collate.ledger import differences, ledger_rows
from policy_digest.collate.series import all_series
from policy_digest.lexicon import Lexicon
from policy_digest.model import NO_LEDGER, BilingualDigest, Collection, Ledger

__all__ = ["collate", "differences", "ledger_rows"]


def collate(
    bilinguals: Iterable[BilingualDigest], ledger: Ledger = NO_LEDGER, words: Lexicon | None = None
) -> Collection:
    """The collection of ``bilinguals``: newest end of period first, then by slug; those without a period last.

    ``ledger`` holds the values as they were published; the collection tells what differs from it.
    ``words`` know the indicators: without them no series are made.

    Raises ValueError where two digests share a slug (``parse.assign_slugs`` makes them unique).
    """
    digests = sorted(bilinguals, key=lambda bilingual: bilingual.slug)
    slugs = [bilingual.slug for bilingual in digests]
    repeated = sorted({slug for slug, following in pairwise(slugs) if slug == following})
    if repeated:
        raise ValueError(f"slugs are not unique: {', '.join(repeated)}")
    ordered = tuple(sorted(digests, key=_period_end, reverse=True))
    series = all_series(ordered, words) if words else ()
    return Collection(ordered, ledger, differences(ordered, ledger), series)


def _period_end(bilingual: BilingualDigest) -> str:
    """The last month of the period covered as ``YYYY-MM``; a year ends in its December, an open end after it."""
    stated = bilingual.digest.record.article.metadata.time_period
    if stated is None:
        return ""
    start, _, end = stated.value.partition("/")
    last = start if end in ("", "..") else end
    return f"{last}-12" if len(last) == 4 else last[:7]
