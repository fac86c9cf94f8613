"""What several test modules share: copies of the project's texts, builds of them, and a server."""

import fcntl
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from policy_digest.cli.serve import make_server

ROOT = Path(__file__).resolve().parents[1]
COMMAND = ROOT / "build_digest.py"
BASE_PATH = "/policy-digest/"
SITE_URL = "https://example.org/policy-digest"
PAGES = 104


@dataclass(frozen=True, slots=True)
class Project:
    """Folders of a build that touches nothing of the working tree."""

    folder: Path

    @property
    def seeds(self) -> Path:
        return self.folder / "seeds"

    @property
    def docs(self) -> Path:
        return self.folder / "docs"

    @property
    def site(self) -> Path:
        return self.folder / "site"

    @property
    def i18n(self) -> Path:
        return self.folder / "i18n"

    @property
    def options(self) -> list[str]:
        """The options that lead a build here."""
        names = ("seeds", "docs", "site", "i18n")
        return [part for name in names for part in (f"--{name}", str(self.folder / name))]


def run(
    *arguments: str | Path, folder: Path = ROOT, env: dict[str, str] | None = None
) -> "subprocess.CompletedProcess[str]":
    """Run the command as a user does, in a process of its own."""
    variables = {**os.environ, "PYTHONUTF8": "0", **(env or {})}
    command = [sys.executable, COMMAND, *arguments]
    return subprocess.run(command, cwd=folder, env=variables, capture_output=True, encoding="utf-8", check=False)


def lay_out(folder: Path) -> Project:
    """Lay out a project with the seeds and translations of this one."""
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    shutil.copytree(ROOT / "i18n", folder / "i18n")
    return Project(folder)


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder by its path in it."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def built_once(factory: pytest.TempPathFactory, name: str, build: Callable[[Path], None]) -> Project:
    """Return a project that the first worker to ask for it has built; the others wait."""
    base = factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / name / "built").exists():
            shutil.rmtree(shared / name, ignore_errors=True)
            build(shared / name)
            (shared / name / "built").touch()
    return Project(shared / name)


def served(site: Path) -> Iterator[str]:
    """Serve a site under BASE_PATH while the caller goes on."""
    with make_server(site, 0, BASE_PATH) as server:
        thread = threading.Thread(target=server.serve_forever, args=[0.02], daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}{BASE_PATH}"
        server.shutdown()
        thread.join()


def build(options: Sequence[str]) -> None:
    done = run("build", *options)
    if done.returncode:
        pytest.fail(f"the build ended with {done.returncode}:\n{done.stderr}")
