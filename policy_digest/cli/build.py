"""``build``: gather everything, check it, and only then write."""

import argparse
import time
from pathlib import Path

from policy_digest.cli.arguments import PROJECT
from policy_digest.cli.talk import Talk
from policy_digest.errors import Fault, FaultsError
from policy_digest.pipeline import Gathered, Request, gather
from policy_digest.publish import (
    SiteLayout,
    adopt_pages,
    hold,
    keep_slugs,
    keep_translations,
    publish_site,
    recover,
    write_pages,
)
from policy_digest.read import read_catalogues
from policy_digest.render.opendata import parquet


def run_build(options: argparse.Namespace, talk: Talk) -> int:
    """Build once; 0, or 1 where something was left out. Raises FaultsError, and then the site is as it was."""
    started = time.monotonic()
    if getattr(options, "parquet", False) and not parquet.is_installed():
        found, expected = "no library 'pyarrow'", f"it to be installed: {parquet.INSTALL}"
        raise FaultsError([Fault("--parquet", 0, found, expected)])
    with hold(options.docs):
        if recover(options.site):
            talk.say(f"{options.site}: put back, an earlier build had been killed while replacing it")
        gathered = gather(request_of(options), talk.progress)
        refuse(gathered, options)
        talk.notices(gathered.notices)
        _write(options, gathered, talk)
    _conclude(options, gathered, talk, time.monotonic() - started)
    return 1 if gathered.faults else 0


def request_of(options: argparse.Namespace) -> Request:
    """Say what the options ask to be read."""
    return Request(
        options.seeds,
        i18n_of(options),
        PROJECT / "i18n",
        limit=options.limit,
        jobs=options.jobs,
        site_url=site_url_of(options),
        has_own_i18n=has_own_i18n(options),
        parquet=getattr(options, "parquet", False),
    )


def site_url_of(options: argparse.Namespace) -> str:
    """Return the address the site will have, as given; the commands that write no site have none."""
    return str(getattr(options, "site_url", "")).rstrip("/")


def i18n_of(options: argparse.Namespace) -> Path:
    """Find the folder of translations: the one given, else the one beside the articles, else the project's."""
    if options.i18n:
        return Path(options.i18n)
    beside = Path(options.seeds).parent / "i18n"
    return beside if beside.is_dir() else PROJECT / "i18n"


def has_own_i18n(options: argparse.Namespace) -> bool:
    """Whether the translations are those of the articles: named for them, or lying beside them."""
    beside = options.seeds.resolve().parent
    return options.i18n is not None or i18n_of(options).resolve().is_relative_to(beside)


def refuse(gathered: Gathered, options: argparse.Namespace) -> None:
    """Raise FaultsError where the faults, or under --strict the notices, forbid going on."""
    faults = () if options.keep_going else gathered.faults
    notices = gathered.notices if options.strict else ()
    if faults or notices:
        raise FaultsError([*gathered.faults, *notices])


def _write(options: argparse.Namespace, gathered: Gathered, talk: Talk) -> None:
    adopted = adopt_pages(PROJECT / "docs", options.docs)
    if adopted:
        talk.say(f"{options.docs}: {len(adopted)} hand-written files copied from the project")
    write_pages(options.docs, gathered.pages)
    if not options.no_site:
        layout = SiteLayout(PROJECT, options.docs.resolve(), options.site.resolve(), site_url_of(options))
        publish_site(layout, gathered.files, lambda stage: talk.progress(stage, 0, 0))
    for stem in keep_slugs(options.seeds, gathered.kept, gathered.slugs):
        talk.say(f"{options.seeds}/slugs.tsv: {stem} is {gathered.slugs[stem]}")
    _keep_translations(options, gathered, talk)


def _keep_translations(options: argparse.Namespace, gathered: Gathered, talk: Talk) -> None:
    """Add new sentences to the translators' files, unless articles from elsewhere would land in the project's."""
    i18n = i18n_of(options)
    if not has_own_i18n(options):
        talk.say(f"{i18n}: left as it is, the articles are not the project's (--i18n names a folder for theirs)")
        return
    now = read_catalogues(i18n, is_to_merge=False)
    others = {slug for slug in gathered.catalogues if now.get(slug) != gathered.existing.get(slug)}
    for slug in sorted(others):
        talk.say(f"{i18n / 'en' / slug}.po: changed during the build and left as it is; build again")
    unchanged = {slug: text for slug, text in gathered.catalogues.items() if slug not in others}
    for path in keep_translations(i18n, unchanged):
        talk.say(f"{path}: brought up to date, commit it")


def _conclude(options: argparse.Namespace, gathered: Gathered, talk: Talk, seconds: float) -> None:
    if gathered.faults:
        talk.faults(gathered.faults)
        talk.problem(f"left out: {', '.join(gathered.missing)}")
    digests = gathered.collection.digests
    figures = sum(len(item.digest.record.observations) for item in digests)
    where = options.docs if options.no_site else options.site
    talk.say(f"{where} is ready: {len(digests)} digests, {figures} figures, {seconds:.1f} s")
    if not options.no_site:
        talk.say("look at it: python build_digest.py serve")
