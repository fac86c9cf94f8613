"""Read articles from a folder: the only place that touches seed files, and every fault of them at once."""

import hashlib
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from policy_digest.errors import Fault, FaultsError
from policy_digest.model import Sidecar, Source
from policy_digest.read.decoding import decode
from policy_digest.read.sidecar import read_sidecar

LIMIT = 2_000_000
SUFFIXES: dict[str, Literal["txt", "md"]] = {".md": "md", ".txt": "txt"}
NO_SIDECAR = Sidecar()
_BESIDE = {".yml", ".tsv"}  # sidecars and the file of slugs


@dataclass(frozen=True, slots=True)
class Reading:
    """The sources of a folder that could be read, by name, and what is wrong with the others."""

    sources: tuple[Source, ...]
    faults: tuple[Fault, ...]

    @property
    def stems(self) -> frozenset[str]:
        """The stems of all articles that have a file, those included that could not be read."""
        paths = [Path(path) for path in (*(s.path for s in self.sources), *(fault.path for fault in self.faults))]
        return frozenset(unicodedata.normalize("NFC", path.stem) for path in paths if path.suffix.lower() in SUFFIXES)


def read_source(path: Path, *, limit: int = LIMIT) -> Source:
    """Read one article and the sidecar beside it. ``limit`` is in bytes. Raises FaultsError with all that is wrong."""
    faults: list[Fault] = []
    sidecar = Sidecar()
    try:
        sidecar = read_sidecar(path.with_name(path.stem + ".yml"))
    except FaultsError as error:
        faults.extend(error.faults)
    try:
        source = read_text(path, limit, sidecar)
    except FaultsError as error:
        raise FaultsError([*faults, *error.faults]) from error
    if faults:
        raise FaultsError(faults)
    return source


def source_of(words: str) -> Source:
    """A source of words that stand in no file; its path is ``TEXT``. Raises FaultsError where they are no text."""
    data = words.encode("utf-8", "surrogateescape")
    return _source("TEXT", "text", "txt", data, Sidecar())


def read_sources(folder: Path, *, limit: int = LIMIT) -> Reading:
    """Read every ``.txt`` and ``.md`` of ``folder`` (not below it) but ``README``, sorted by name.

    A file that repeats another's text, shares its stem, has a sidecar without article or is of another type is a fault.
    """
    if not folder.is_dir():
        return Reading((), (Fault(str(folder), 0, "no folder", "a folder of articles"),))
    ours = sorted((path for path in folder.iterdir() if is_article_name(path)), key=lambda path: path.name)
    files = [path for path in ours if path.is_file()]
    articles = [path for path in files if path.suffix.lower() in SUFFIXES]
    faults = [*_no_files(ours), *_strays(files, articles), *_shared_stems(articles)]
    sources: list[Source] = []
    for path in articles:
        try:
            sources.append(read_source(path, limit=limit))
        except FaultsError as error:
            faults.extend(error.faults)
    unique, repeated = _without_repeats(sources)
    if not articles:
        faults.append(Fault(str(folder), 0, "no article", "at least one .txt or .md file"))
    return Reading(unique, FaultsError([*faults, *repeated]).faults)


def is_article_name(path: Path) -> bool:
    """Whether a file of that name is looked at: no hidden one, and no README."""
    return not path.name.startswith(".") and path.stem.upper() != "README"


def read_text(path: Path, limit: int, sidecar: Sidecar = NO_SIDECAR) -> Source:
    """Read one article with what is known of it. Raises FaultsError where it is no text, or too large."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise FaultsError([Fault(str(path), 0, f"a '{path.suffix}' file", "a .txt or .md file")])
    try:
        size = path.stat().st_size
        if size > limit:
            raise FaultsError([Fault(str(path), 0, f"{size:,} bytes", f"at most {limit:,} bytes")])
        data = path.read_bytes()
    except OSError as error:
        raise FaultsError([Fault(str(path), 0, (error.strerror or "no file").lower(), "a readable file")]) from error
    return _source(path.as_posix(), path.stem, SUFFIXES[suffix], data, sidecar)


def _source(path: str, stem: str, suffix: Literal["txt", "md"], data: bytes, sidecar: Sidecar) -> Source:
    decoded = decode(data, path)
    if not decoded.text.strip("\ufeff \t\r\n\v\f\u3000\xa0\u200b"):
        raise FaultsError([Fault(path, 0, "an empty file", "an article")])
    return Source(
        path=path,
        stem=unicodedata.normalize("NFC", stem),
        sha256=hashlib.sha256(data).hexdigest(),
        encoding=decoded.encoding,
        format=suffix,
        text=decoded.text,
        sidecar=sidecar,
        notices=decoded.notices,
    )


def _no_files(paths: list[Path]) -> list[Fault]:
    """Tell of what has a place among the articles and is no file; a folder of another name is nobody's business."""
    faults: list[Fault] = []
    for path in paths:
        if path.is_dir():
            if path.suffix.lower() in {*SUFFIXES, *_BESIDE}:
                faults.append(Fault(str(path), 0, f"a folder named like a '{path.suffix}' file", "a file"))
        elif path.is_symlink() and not path.exists():
            faults.append(Fault(str(path), 0, "a link that leads to nothing", "a link to a file, or the file itself"))
        elif not path.is_file():
            faults.append(Fault(str(path), 0, "neither a file nor a folder", "articles as .txt or .md"))
    return faults


def _strays(files: list[Path], articles: list[Path]) -> list[Fault]:
    stems = {path.stem for path in articles}
    faults: list[Fault] = []
    for path in files:
        suffix = path.suffix.lower()
        if suffix == ".yml" and path.stem not in stems:
            faults.append(
                Fault(str(path), 0, "a sidecar without its article", f"{path.stem}.txt or {path.stem}.md beside it")
            )
        elif suffix == ".yaml":
            faults.append(Fault(str(path), 0, "a '.yaml' file", f"the name {path.stem}.yml"))
        elif suffix not in SUFFIXES and suffix not in _BESIDE:
            faults.append(Fault(str(path), 0, f"a '{path.suffix}' file", "articles as .txt or .md, sidecars as .yml"))
    return faults


def _shared_stems(articles: list[Path]) -> list[Fault]:
    first: dict[str, Path] = {}
    faults: list[Fault] = []
    for path in articles:
        other = first.setdefault(unicodedata.normalize("NFC", path.stem), path)
        if other is not path:
            faults.append(Fault(str(path), 0, f"the same stem as {other}", "a stem of its own"))
    return faults


def _without_repeats(sources: list[Source]) -> tuple[tuple[Source, ...], list[Fault]]:
    first: dict[str, Source] = {}
    faults: list[Fault] = []
    for source in sources:
        other = first.setdefault(words_hash(source), source)
        if other is not source:
            faults.append(Fault(source.path, 0, f"the same text as {other.path}", "each article once"))
    return tuple(first.values()), faults


def words_hash(source: Source) -> str:
    """A hash of an article's words, whatever its encoding, width of letters and layout."""
    words = "".join(unicodedata.normalize("NFKC", source.text).replace("\ufeff", "").split())
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()
