"""The straight line: read → parse → extract → correct → digest → translate → collate → render. Nothing is written here.

A fault in one article leaves the others whole, and all faults of all articles are told at once. What all articles share
(the lexicon, the slugs, the translations) must be right, or nothing is gathered.
"""

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from policy_digest import lexicon
from policy_digest.collate import collate, sentence_hashes
from policy_digest.correct import correct_digest, correct_record
from policy_digest.digest import digest
from policy_digest.errors import Fault, FaultsError
from policy_digest.extract import extract
from policy_digest.model import (
    NO_LEDGER,
    Address,
    Article,
    BilingualDigest,
    Collection,
    Digest,
    Ledger,
    Page,
    Record,
    SiteFile,
    Source,
    Translations,
)
from policy_digest.parse import assign_slugs, parse
from policy_digest.processes import Report, named, run, whole
from policy_digest.read import (
    Reading,
    check_title,
    moved_slugs,
    orphaned,
    read_addresses,
    read_catalogues,
    read_ledger,
    read_slugs,
    read_source,
    read_sources,
    read_translations,
    renamed_stems,
    translations_of,
)
from policy_digest.render import data_files, live_addresses, redirects, render
from policy_digest.translate import merged_messages, translate

T = TypeVar("T")
U = TypeVar("U")

LIMIT = 2_000_000
NO_SLUGS: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Request:
    """What to read: the folders of seeds and translations, the largest file (bytes), how many processes to use.

    ``interface`` is the folder that has the interface's words where ``i18n`` has none; ``site_url`` is the address of
    the site's root where it is known, for the sitemap. ``has_own_i18n``: the translations are those of these seeds, and
    not of others, so that one without its article is worth a notice. ``parquet``: the tables are published so too.
    """

    seeds: Path
    i18n: Path
    interface: Path
    limit: int = LIMIT
    jobs: int = 1
    site_url: str = ""
    has_own_i18n: bool = True
    parquet: bool = False


@dataclass(frozen=True, slots=True)
class Shared:
    """What all articles share: the lexicon, the translations and their catalogues, what was published and where."""

    words: lexicon.Lexicon
    kept: Mapping[str, str]
    translations: Translations
    catalogues: Mapping[str, str]
    ledger: Ledger = NO_LEDGER
    addresses: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that a build would publish, and all that is wrong.

    ``pages`` go under ``docs/``, ``files`` into the root of the site. ``catalogues`` are the PO files by slug, brought
    up to date, ``existing`` those that there were, as read. ``kept`` is ``slugs.tsv`` as read, ``slugs`` the address of
    every stem gathered. ``faults`` are those of single articles; ``missing`` the stems left out for them.
    """

    collection: Collection
    translations: Translations
    pages: tuple[Page, ...]
    files: tuple[SiteFile, ...]
    catalogues: Mapping[str, str]
    existing: Mapping[str, str]
    kept: Mapping[str, str]
    slugs: Mapping[str, str]
    faults: tuple[Fault, ...]
    notices: tuple[Fault, ...]
    missing: tuple[str, ...]


def silent(_stage: str, _done: int, _total: int) -> None:
    """Report nothing."""


def gather(request: Request, report: Report = silent) -> Gathered:
    """Gather all from seeds to pages. Raises FaultsError where what all articles share is wrong, or none is left."""
    wrong: list[Fault] = []
    shared = _shared(request, wrong)
    reading = read_sources(request.seeds, limit=request.limit)
    faults = list(reading.faults)
    if shared is None:
        raise FaultsError([*wrong, *faults])
    sources = _unmoved(request.seeds, reading.sources, faults)
    digests = digest_all(sources, shared.kept, request.jobs, faults, report)
    told = [t for item in digests if (t := _attempt(faults, partial(_in_english, item, shared, request.i18n), None))]
    if not told and not faults:
        faults.append(Fault(str(request.seeds), 0, "no article", "at least one .txt or .md file"))
    sentences = {one.digest.record.article.source.stem: sentence_hashes(one) for one, _ in told}
    wrong += _attempt(wrong, partial(renamed_stems, request.seeds, reading.stems, shared.ledger, sentences), ())
    if wrong or not told:
        raise FaultsError([*wrong, *faults])
    report("render", 0, len(told))
    slugs = {bilingual.digest.record.article.source.stem: bilingual.slug for bilingual, _ in told}
    missing = _missing(request.seeds, reading, slugs)
    theirs = {*slugs.values(), *(shared.kept.get(stem, "") for stem in missing)}
    published = tuple(_as_published(bilingual, request.seeds.name) for bilingual, _ in told)
    collection = _collated(published, shared, missing, theirs - {*slugs.values()})
    pages, files = _rendered(collection, shared.translations, request)
    orphans = orphaned(request.i18n, shared.catalogues.keys() - theirs) if request.has_own_i18n else ()
    return Gathered(
        collection,
        shared.translations,
        pages=pages,
        files=files,
        catalogues={bilingual.slug: catalogue for bilingual, catalogue in told},
        existing=shared.catalogues,
        kept=shared.kept,
        slugs=slugs,
        faults=tuple(sorted(set(faults))),
        notices=(*_notices(reading.sources), *orphans),
        missing=missing,
    )


def _rendered(
    collection: Collection, translations: Translations, request: Request
) -> tuple[tuple[Page, ...], tuple[SiteFile, ...]]:
    """The pages, and the files beside them with those that lead on from addresses without a page."""
    address, words = request.site_url, translations.interface
    pages = render(collection, translations, site_url=address, parquet=request.parquet)
    files = data_files(collection, site_url=address, interface=words, parquet=request.parquet)
    return pages, (*files, *redirects(collection, live_addresses(pages), site_url=address, interface=words))


def _shared(request: Request, found: list[Fault]) -> Shared | None:
    """Read what all articles share; ``found`` gets what is wrong there. None where there is no lexicon to go on."""
    words = _attempt(found, load_lexicon, None)
    kept = _attempt(found, partial(read_slugs, request.seeds), NO_SLUGS)
    read = partial(read_translations, request.i18n, interface=request.interface)
    translations = _attempt(found, read, Translations({}, {}))
    catalogues = _attempt(found, partial(read_catalogues, request.i18n), {})
    ledger = _attempt(found, partial(read_ledger, request.seeds), NO_LEDGER)
    addresses = _attempt(found, partial(read_addresses, request.seeds), ())
    return Shared(words, kept, translations, {} if found else catalogues, ledger, addresses) if words else None


def _unmoved(seeds: Path, sources: Sequence[Source], faults: list[Fault]) -> list[Source]:
    """Leave out, with a fault, the articles whose sidecar would move them from the address they are published at."""
    moved = _attempt(faults, partial(moved_slugs, seeds, sources), {})
    faults.extend(moved.values())
    return [source for source in sources if source.stem not in moved]


def _in_english(item: Digest, shared: Shared, i18n: Path) -> tuple[BilingualDigest, str]:
    """Translate a digest, and bring its catalogue up to date first: what the page says is what the catalogue will say.

    A sentence that was changed shows its earlier translation at once, not only in the build after.
    """
    article = item.record.article
    check_title(article.source.sidecar, article.metadata.title.value if article.metadata.title else None)
    bilingual = translate(item, shared.translations, shared.words)
    existing = shared.catalogues.get(bilingual.slug)
    catalogue = merged_messages(bilingual, existing, shared.words.terms)
    if catalogue == existing:
        return bilingual, catalogue
    translations = translations_of(catalogue, i18n / "en" / f"{bilingual.slug}.po")
    return translate(item, translations, shared.words), catalogue


def gather_files(
    files: Sequence[Path], i18n: Path, limit: int = LIMIT
) -> tuple[dict[Path, BilingualDigest], tuple[Fault, ...]]:
    """Return the digests of single files, wherever they lie, in the order given; and the faults of the others.

    A file beside a ``slugs.tsv`` keeps the slug it has there, so that its ids are those of the published record.
    """
    translations, catalogues = read_translations(i18n), read_catalogues(i18n)
    shared = Shared(load_lexicon(), NO_SLUGS, translations, catalogues)
    faults = [Fault(str(file), 0, "a folder", "an article, .txt or .md") for file in files if file.is_dir()]
    articles = [file for file in dict.fromkeys(files) if not file.is_dir()]
    found: dict[Path, BilingualDigest] = {}
    for folder in dict.fromkeys(file.parent for file in articles):
        kept = _attempt(faults, partial(read_slugs, folder), NO_SLUGS)
        inside = [file for file in articles if file.parent == folder]
        sources = [s for file in inside if (s := _attempt(faults, partial(read_source, file, limit=limit), None))]
        for item in digest_all(_unmoved(folder, sources, faults), kept, 1, faults, silent):
            if told := _attempt(faults, partial(_in_english, item, shared, i18n), None):
                found[Path(item.record.article.source.path)] = told[0]
    return {file: found[file] for file in files if file in found}, tuple(sorted(set(faults)))


def load_lexicon() -> lexicon.Lexicon:
    """Load the lexicon; raises FaultsError with what is wrong in all its parts, not only in the first."""
    try:
        return lexicon.load()
    except FaultsError as error:
        faults = list(error.faults)
    for subject in lexicon.SUBJECTS:
        _attempt(faults, subject.load, None)
    raise FaultsError(faults)


def digest_all(
    sources: Sequence[Source], kept: Mapping[str, str], jobs: int, faults: list[Fault], report: Report
) -> tuple[Digest, ...]:
    """Parse, name, extract and digest; faults are added to ``faults``, and the rest goes on in the order given."""
    parsed = whole(run("parse", _parse_one, sources, jobs, report), faults)
    try:
        articles = assign_slugs(parsed, kept)
    except FaultsError as error:
        faults.extend(error.faults)
        return ()
    return whole(run("extract", _digest_one, articles, jobs, report), faults)


def _parse_one(source: Source) -> Article | tuple[Fault, ...]:
    return named(source.path, lambda: parse(source, lexicon.load()))


def _digest_one(article: Article) -> Digest | tuple[Fault, ...]:
    words = lexicon.load()
    return named(article.source.path, lambda: _corrected(extract(article, words), words))


def _corrected(record: Record, words: lexicon.Lexicon) -> Digest:
    """Digest a record, both as the editor corrected them; what is wrong with any correction is told at once."""
    faults: list[Fault] = []
    made = digest(_attempt(faults, partial(correct_record, record, words), record), words)
    corrected = _attempt(faults, partial(correct_digest, made, words), made)
    if faults:
        raise FaultsError(faults)
    return corrected


def _attempt(faults: list[Fault], action: Callable[[], T], instead: U) -> T | U:
    try:
        return action()
    except FaultsError as error:
        faults.extend(error.faults)
        return instead


def _as_published(bilingual: BilingualDigest, folder: str) -> BilingualDigest:
    """Return the digest with its source's path as the collection knows it, wherever the build was started."""
    record = bilingual.digest.record
    source = replace(record.article.source, path=f"{folder}/{Path(record.article.source.path).name}")
    record = replace(record, article=replace(record.article, source=source))
    return replace(bilingual, digest=replace(bilingual.digest, record=record))


def _collated(
    published: Sequence[BilingualDigest], shared: Shared, missing: Sequence[str], left_out: Set[str]
) -> Collection:
    """The collection, for which articles left out for a fault (stems ``missing``, slugs ``left_out``) are not gone."""
    theirs = {row.slug for row in shared.addresses if row.stem in missing}
    gone = left_out | (theirs - {bilingual.slug for bilingual in published})
    ledger = replace(shared.ledger, rows=tuple(row for row in shared.ledger.rows if row.slug not in gone))
    return collate(published, ledger, shared.words, [row for row in shared.addresses if row.stem not in missing])


def _missing(seeds: Path, reading: Reading, gathered: Mapping[str, str]) -> tuple[str, ...]:
    """Return the stems that have a file and no digest."""
    named = {Path(fault.path).stem for fault in reading.faults if Path(fault.path) != seeds}
    return tuple(sorted((named | {source.stem for source in reading.sources}) - gathered.keys()))


def _notices(sources: Sequence[Source]) -> tuple[Fault, ...]:
    return tuple(Fault(s.path, 0, notice, "a text that needs no cleaning") for s in sources for notice in s.notices)
