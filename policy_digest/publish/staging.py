"""A site is made aside and then put in place by renaming, under a lock; a killed build leaves the last good one.

Beside ``site/`` stands ``site.build/`` while a build runs: ``next-<pid>/`` is the site being made, ``last/`` the one
just replaced. A build that is killed between the two renames leaves ``last/`` and no site; the next one puts it back.
"""

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

if os.name == "posix":
    import fcntl

LAST = "last"


class BusyError(Exception):
    """Another build holds the folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"another build is writing {folder}; wait for it to end, or give this one folders of its own")


def work_folder(site: Path) -> Path:
    """Where the build of ``site`` makes the next one: beside it, so that a rename moves it."""
    return site.with_name(f"{site.name}.build")


@contextlib.contextmanager
def hold(folder: Path) -> Iterator[None]:
    """Keep ``folder`` (made if need be) for this process alone; raises BusyError if another has it.

    The lock is the kernel's, on the folder itself: it ends with the process, however that ends.
    """
    handle = _lock(folder)
    try:
        yield
    finally:
        if handle is not None:
            os.close(handle)


def _lock(folder: Path) -> int | None:
    if os.name != "posix":
        folder.mkdir(parents=True, exist_ok=True)
        return None
    while True:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(folder, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(handle)
            raise BusyError(folder) from error
        with contextlib.suppress(FileNotFoundError):  # its last holder removed it: try again with a new one
            if os.path.samestat(os.fstat(handle), folder.stat()):
                return handle
        os.close(handle)


@contextlib.contextmanager
def staging(site: Path) -> Iterator[Path]:
    """Provide an empty folder for the next site, under the lock; all that is left in the end is removed."""
    work = work_folder(site)
    with hold(work):
        recover(site)
        _clear(work)
        fresh = work / f"next-{os.getpid()}"
        fresh.mkdir()
        try:
            yield fresh
        finally:
            recover(site)
            shutil.rmtree(work, ignore_errors=True)


def recover(site: Path) -> bool:
    """Put back the site that a build, killed between the two renames of ``swap``, had moved away; True if it had."""
    last = work_folder(site) / LAST
    if site.exists() or not last.is_dir():
        return False
    last.rename(site)
    return True


def swap(fresh: Path, site: Path) -> None:
    """Put ``fresh`` in the place of ``site``; the one replaced is removed only after."""
    last = work_folder(site) / LAST
    if site.exists():
        site.rename(last)
    fresh.rename(site)
    shutil.rmtree(last, ignore_errors=True)


def _clear(work: Path) -> None:
    for path in work.iterdir():
        shutil.rmtree(path, ignore_errors=True)
