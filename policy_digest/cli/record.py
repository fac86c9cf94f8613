"""``record``: note the values as published, so that the log of corrections can tell what changes after."""

import argparse

from policy_digest.cli.build import request_of
from policy_digest.cli.talk import Talk
from policy_digest.collate import ledger_rows
from policy_digest.errors import FaultsError
from policy_digest.pipeline import gather
from policy_digest.publish import hold, keep_ledger


def run_record(options: argparse.Namespace, talk: Talk) -> int:
    """Write the ledger of all observations. Raises FaultsError where anything is wrong, and nothing is written."""
    with hold(options.seeds):
        gathered = gather(request_of(options), talk.progress)
        talk.notices(gathered.notices)
        notices = gathered.notices if options.strict else ()
        if gathered.faults or notices:
            raise FaultsError([*gathered.faults, *notices])
        collection = gathered.collection
        rows = ledger_rows(collection.digests)
        is_new = keep_ledger(options.seeds, rows)
    changed = f"{len(collection.differences)} differed" if collection.ledger.is_there else "the first of them"
    state = f"recorded, {changed}" if is_new else "as recorded before"
    talk.say(f"{options.seeds}/published.tsv: {len(rows)} values {state}")
    return 0
