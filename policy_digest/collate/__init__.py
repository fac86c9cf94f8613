"""The stage that sees all digests at once: puts them in order, newest period first."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from policy_digest.collate.addresses import address_rows, addresses, as_moved
from policy_digest.collate.commitments import followed, newest_account
from policy_digest.collate.comparability import Comparing
from policy_digest.collate.figures import figures_of
from policy_digest.collate.ledger import differences, ledger_rows, sentence_hashes
from policy_digest.collate.localities import places
from policy_digest.collate.organisations import organisation_entries
from policy_digest.collate.programmes import likenesses, programme_entries
from policy_digest.collate.series import all_series
from policy_digest.collate.spans import end_of
from policy_digest.lexicon import Lexicon
from policy_digest.model import NO_LEDGER, Address, BilingualDigest, Collection, Ledger

__all__ = ["address_rows", "collate", "differences", "ledger_rows", "sentence_hashes"]


def collate(
    bilinguals: Iterable[BilingualDigest],
    ledger: Ledger = NO_LEDGER,
    lexicon: Lexicon | None = None,
    recorded: Sequence[Address] = (),
) -> Collection:
    """The collection of ``bilinguals``: newest end of period first, then by slug; those without a period last.

    ``ledger`` holds the values as they were published; the collection tells what differs from it. ``recorded`` are the
    addresses that were published; the collection tells where they lead. Without the
    ``lexicon`` places have no figures, commitments are called nothing, mechanisms are not compared, and there are no
    series.

    Raises ValueError where two digests share a slug (``parse.assign_slugs`` makes them unique).
    """
    digests = sorted(bilinguals, key=lambda bilingual: bilingual.slug)
    slugs = [bilingual.slug for bilingual in digests]
    repeated = sorted({slug for slug, following in pairwise(slugs) if slug == following})
    if repeated:
        raise ValueError(f"slugs are not unique: {', '.join(repeated)}")
    ordered = tuple(sorted(digests, key=_period_end, reverse=True))
    comparing = Comparing(lexicon) if lexicon else None
    figures = tuple(figure for digest in ordered for figure in figures_of(digest, lexicon)) if lexicon else ()
    newest = newest_account(ordered)
    known = addresses(recorded, ledger, ordered)
    ledger = as_moved(ledger, dict(known.moved))
    return Collection(
        ordered,
        ledger,
        differences(ordered, ledger),
        figures,
        all_series(figures, lexicon, comparing) if lexicon and comparing else (),
        places=places(ordered, lexicon, comparing),
        commitments=followed(ordered, lexicon.stances if lexicon else None),
        programmes=programme_entries(ordered),
        reaches=newest.period if newest else None,
        likenesses=likenesses(ordered, lexicon.mechanisms) if lexicon else (),
        organisations=organisation_entries(ordered),
        addresses=known,
    )


def _period_end(bilingual: BilingualDigest) -> str:
    """The last month of the period covered as ``YYYY-MM``; empty where no period is stated."""
    stated = bilingual.digest.record.article.metadata.time_period
    return end_of(stated.value) if stated else ""
