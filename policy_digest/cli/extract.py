"""``extract``: the records of single files, as JSON Lines."""

import argparse

from policy_digest.cli.arguments import PROJECT
from policy_digest.cli.talk import Talk
from policy_digest.pipeline import gather_files
from policy_digest.render import record_json


def run_extract(options: argparse.Namespace, talk: Talk) -> int:
    """Print a line for each file that can be read, in the order given, and tell of the others; 1 if there are any."""
    digests, faults = gather_files(options.files, options.i18n or PROJECT / "i18n", options.limit)
    for digest in digests.values():
        print(record_json(digest, all_sentences=True))
    if faults:
        talk.faults(faults)
    return 1 if faults else 0
