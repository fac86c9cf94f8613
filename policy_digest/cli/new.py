"""``new``: adopt an article, byte for byte, and propose a sidecar for what an editor should look at."""

import argparse
import os

from policy_digest.cli.arguments import PROJECT
from policy_digest.cli.talk import Talk
from policy_digest.extract import extract
from policy_digest.extract.explain import explain
from policy_digest.model import Article
from policy_digest.parse import assign_slugs, parse
from policy_digest.pipeline import load_lexicon
from policy_digest.publish import adopt, hold
from policy_digest.read import Adoption, read_adoption, read_slugs
from policy_digest.render import propose

SCHEMA = PROJECT / "policy_digest" / "data" / "sidecar.schema.json"
_MOST_TOLD = 12


def run_new(options: argparse.Namespace, talk: Talk) -> int:
    """Copy the article and write its sidecar. Raises FaultsError where it cannot be taken, and nothing is written."""
    words = load_lexicon()
    with hold(options.seeds):
        adoption = read_adoption(options.file, options.seeds, limit=options.limit)
        article = assign_slugs([parse(adoption.source, words)], read_slugs(options.seeds))[0]
        proposal = propose(article, os.path.relpath(SCHEMA, options.seeds.resolve()).replace(os.sep, "/"))
        is_copied = adopt(options.file, adoption.article, adoption.sidecar, proposal.text)
    for notice in adoption.source.notices:
        talk.say(f"note: {adoption.article}: {notice}")
    how = "copied" if is_copied else "there already"
    talk.say(f"{adoption.article}: {how}, {adoption.source.encoding}, sha256 {adoption.source.sha256[:12]}…")
    talk.say(f"{adoption.sidecar}: proposed; not read from the text: {', '.join(proposal.missing) or 'nothing'}")
    _tell_numbers(adoption, article, talk)
    return 0


def _tell_numbers(adoption: Adoption, article: Article, talk: Talk) -> None:
    """Say how many figures were read, and list the numbers that no rule knows."""
    words = load_lexicon()
    record = extract(article, words)
    unread = [
        account
        for account in explain(article, words)
        if account.verdict == "unread" and account.spot.kind == "sentence"
    ]
    talk.say(
        f"{len(article.sections)} sections, {len(record.observations)} figures, {len(record.programmes)} programmes, "
        f"{len(record.commitments)} commitments, {len(unread)} numbers unread"
    )
    for account in unread[:_MOST_TOLD]:
        printed = " ".join(account.as_printed.split())
        talk.say(f"{adoption.article}:{account.line}: '{printed}' is not read ({account.note or 'no rule knows it'})")
    if len(unread) > _MOST_TOLD:
        talk.say(f"… and {len(unread) - _MOST_TOLD} more: python build_digest.py explain {adoption.article}")
    if adoption.beside:
        talk.say(f"note: {adoption.beside}: left where it is; copy from it what {adoption.sidecar} should state")
