"""Read an article that is to be adopted, and see that the folder of articles has room for it."""

import unicodedata
from dataclasses import dataclass
from pathlib import Path

from policy_digest.errors import Fault, FaultsError
from policy_digest.model import Source
from policy_digest.read.sources import LIMIT, SUFFIXES, is_article_name, read_sources, read_text, words_hash


@dataclass(frozen=True, slots=True)
class Adoption:
    """An article as read, without any sidecar, and where it and its sidecar are to go.

    ``is_inside`` says that the article lies there already; ``beside`` is a sidecar that lies beside the original.
    """

    source: Source
    article: Path
    sidecar: Path
    is_inside: bool
    beside: Path | None


def read_adoption(file: Path, seeds: Path, *, limit: int = LIMIT) -> Adoption:
    """Read ``file`` as an article for ``seeds``.

    Raises FaultsError where it cannot be read or named there, where its name or its sidecar's is taken, and where the
    same article is there already.
    """
    source = read_text(file, limit)
    target = seeds / file.name
    is_inside = target.exists() and target.samefile(file)
    faults = [] if is_inside else _name_faults(file, target) or _repeats(source, file, seeds, limit)
    sidecar = target.with_suffix(".yml")
    if sidecar.exists() and not faults:
        faults.append(Fault(str(sidecar), 0, "a sidecar that is there already", "none: it would be overwritten"))
    if faults:
        raise FaultsError(faults)
    beside = file.with_suffix(".yml")
    return Adoption(source, target, sidecar, is_inside, beside if beside.is_file() and not is_inside else None)


def _name_faults(file: Path, target: Path) -> list[Fault]:
    if not is_article_name(file):
        return [Fault(str(file), 0, f"the name '{file.name}'", "a name that is no hidden file's and no README's")]
    if target.exists():
        return [
            Fault(str(target), 0, "an article of that name already", "a name that is free: it would be overwritten")
        ]
    stem = unicodedata.normalize("NFC", file.stem)
    for path in sorted(target.parent.iterdir()):
        if path.suffix.lower() in SUFFIXES and unicodedata.normalize("NFC", path.stem) == stem:
            return [Fault(str(file), 0, f"the same stem as {path}", "a stem of its own")]
    return []


def _repeats(source: Source, file: Path, seeds: Path, limit: int) -> list[Fault]:
    """Whether another file there has the same bytes, or the same words in another encoding or layout."""
    for other in read_sources(seeds, limit=limit).sources:
        if other.sha256 == source.sha256:
            return [Fault(str(file), 0, f"the same bytes as {other.path}", "an article that is not there yet")]
        if words_hash(other) == words_hash(source):
            return [Fault(str(file), 0, f"the same text as {other.path}", "an article that is not there yet")]
    return []
