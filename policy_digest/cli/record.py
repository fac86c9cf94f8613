"""``record``: note values and addresses as published, so that a build can tell what changed, and lead on from there."""

import argparse

from policy_digest.cli.build import request_of
from policy_digest.cli.talk import Talk
from policy_digest.collate import address_rows, ledger_rows
from policy_digest.errors import FaultsError
from policy_digest.pipeline import gather
from policy_digest.publish import hold, keep_addresses, keep_ledger
from policy_digest.render import live_addresses


def run_record(options: argparse.Namespace, talk: Talk) -> int:
    """Write the ledger of all observations, and the addresses of all pages and rows.

    Raises FaultsError where anything is wrong, and nothing is written.
    """
    with hold(options.seeds):
        gathered = gather(request_of(options), talk.progress)
        talk.notices(gathered.notices)
        notices = gathered.notices if options.strict else ()
        if gathered.faults or notices:
            raise FaultsError([*gathered.faults, *notices])
        collection = gathered.collection
        rows = ledger_rows(collection.digests)
        addresses = address_rows(collection, live_addresses(gathered.pages))
        is_new = keep_ledger(options.seeds, rows)
        is_longer = keep_addresses(options.seeds, addresses)
    changed = f"{len(collection.differences)} differed" if collection.ledger.is_there else "the first of them"
    state = f"recorded, {changed}" if is_new else "as recorded before"
    talk.say(f"{options.seeds}/published.tsv: {len(rows)} values {state}")
    state = "recorded" if is_longer else "as recorded before"
    talk.say(f"{options.seeds}/addresses.tsv: {len(addresses)} addresses {state}")
    return 0
