"""Generated pages under ``docs/``: written whole or not at all, untouched when nothing changed, removed when stale."""

import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from policy_digest.model import Page

LANGUAGES = ("zh", "en")
OWNED_FOLDERS = (
    "commitments",
    "corrections",
    "data",
    "digests",
    "glossary",
    "indicators",
    "organisations",
    "people",
    "places",
    "programmes",
    "timeline",
)
OWNED_FILES = ("index.md",)


@dataclass(frozen=True, slots=True)
class Written:
    """What a build did to the folder of pages: paths relative to it, sorted."""

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]


def write_file(path: Path, content: bytes) -> bool:
    """Put ``content`` at ``path`` in one step, so that no reader sees half of it; False if it was there already."""
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        draft.write_bytes(content)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return True


def is_owned(path: str) -> bool:
    """Whether the build may write and remove this path of ``docs/``; all others are an editor's."""
    parts = PurePosixPath(path).parts
    if len(parts) < 2 or parts[0] not in LANGUAGES or ".." in parts:
        return False
    return parts[1] in OWNED_FOLDERS if len(parts) > 2 else parts[1] in OWNED_FILES


def write_pages(docs: Path, pages: Iterable[Page]) -> Written:
    """Make the generated part of ``docs`` equal ``pages``. Raises ValueError for a page that no build owns."""
    wanted = {page.path: page.content for page in pages}
    if strangers := sorted(path for path in wanted if not is_owned(path)):
        raise ValueError(f"not a generated path: {', '.join(strangers)}")
    stale = tuple(path for path in _present(docs) if path not in wanted)
    written = tuple(path for path in sorted(wanted) if write_file(docs / path, wanted[path]))
    for path in stale:
        (docs / path).unlink()
    _remove_empty_folders(docs)
    return Written(written, tuple(sorted(wanted.keys() - set(written))), stale)


def adopt_pages(project_docs: Path, docs: Path) -> tuple[str, ...]:
    """Copy those of the project's hand-written pages that ``docs`` lacks: a build into an empty folder is whole."""
    if not project_docs.is_dir() or (docs.exists() and docs.samefile(project_docs)):
        return ()
    adopted = []
    for path in sorted(path for language in LANGUAGES for path in (project_docs / language).rglob("*")):
        name = path.relative_to(project_docs).as_posix()
        if path.is_dir() or is_owned(name) or path.name.startswith(".") or (docs / name).exists():
            continue
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, docs / name)
        adopted.append(name)
    return tuple(adopted)


def _present(docs: Path) -> tuple[str, ...]:
    """List the generated files that stand in ``docs`` now, drafts of a killed build among them."""
    found = (path for folder in _owned_roots(docs) for path in folder.rglob("*") if not path.is_dir())
    single = (docs / language / name for language in LANGUAGES for name in OWNED_FILES)
    drafts = (path for language in LANGUAGES for path in (docs / language).glob(".*.tmp"))
    present = {*found, *(path for path in single if path.is_file()), *drafts}
    return tuple(sorted(path.relative_to(docs).as_posix() for path in present))


def _owned_roots(docs: Path) -> Iterator[Path]:
    for language in LANGUAGES:
        for name in OWNED_FOLDERS:
            yield docs / language / name


def _remove_empty_folders(docs: Path) -> None:
    for root in _owned_roots(docs):
        folders = sorted((path for path in root.rglob("*") if path.is_dir()), reverse=True)
        for folder in (*folders, root):
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()
