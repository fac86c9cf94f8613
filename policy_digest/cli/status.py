"""``status``: what awaits an editor, article by article, each with file and line."""

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict

from policy_digest.cli.abouts import WAITING
from policy_digest.cli.build import request_of
from policy_digest.cli.talk import Talk
from policy_digest.cli.waiting import Waiting, waiting
from policy_digest.errors import Fault, FaultsError
from policy_digest.pipeline import gather


def run_status(options: argparse.Namespace, talk: Talk) -> int:
    """Print what awaits an editor; 1 where some article could not be read, and then says which.

    Raises FaultsError for a slug that no article has.
    """
    gathered = gather(request_of(options), talk.progress)
    digests = {bilingual.slug: bilingual for bilingual in gathered.collection.digests}
    unknown = [slug for slug in options.slugs if slug not in digests]
    if unknown:
        known = ", ".join(sorted(digests))
        raise FaultsError([Fault(str(options.seeds), 0, f"no article '{slug}'", f"one of {known}") for slug in unknown])
    folder, places = options.seeds.parent, gathered.translations.places
    for slug in options.slugs or sorted(digests):
        path = str(folder / digests[slug].digest.record.article.source.path)
        found = [
            one
            for one in waiting(digests[slug], path, places.get(slug, {}))
            if not options.only or one.kind in options.only
        ]
        for line in _json(slug, found) if options.json else _lines(slug, path, found):
            print(line)
    if gathered.faults:
        talk.faults(gathered.faults)
    return 1 if gathered.faults else 0


def _json(slug: str, found: Sequence[Waiting]) -> list[str]:
    return [json.dumps({"slug": slug, **asdict(one)}, ensure_ascii=False) for one in found]


def _lines(slug: str, path: str, found: Sequence[Waiting]) -> list[str]:
    """A head with the counts of what there is, then a line for each thing."""
    counts = Counter(one.kind for one in found)
    told = ", ".join(f"{counts[kind]} {kind}" for kind in WAITING if counts[kind])
    head = f"{path} ({slug}): {told or 'nothing'}"
    return [head, *(f"{one.path}:{one.line}: {one.kind}: {one.words}" for one in found)]
