"""``check``: everything that is wrong, at once, and nothing written."""

import argparse

from policy_digest.cli.build import request_of
from policy_digest.cli.talk import Talk
from policy_digest.errors import FaultsError
from policy_digest.pipeline import gather


def run_check(options: argparse.Namespace, talk: Talk) -> int:
    """Go through every stage short of writing. Raises FaultsError with all that was found."""
    gathered = gather(request_of(options), talk.progress)
    talk.notices(gathered.notices)
    notices = gathered.notices if options.strict else ()
    if gathered.faults or notices:
        raise FaultsError([*gathered.faults, *notices])
    digests = gathered.collection.digests
    entries = sum(len(item.digest.record.article.source.sidecar.corrections) for item in digests)
    corrections = f", {entries} correction{'' if entries == 1 else 's'} in force" if entries else ""
    talk.say(f"all well: {len(digests)} articles, {len(gathered.pages)} pages{corrections}")
    return 0
