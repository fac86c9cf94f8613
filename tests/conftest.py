"""Fixtures that several test modules share: a project of one's own, and sites built once for all workers."""

import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.generated import write_articles
from tests.projects import PAGES, ROOT, SITE_URL, Project, build, built_once, lay_out, served

settings.register_profile("project", derandomize=True, deadline=None)  # the same cases on every machine, however slow
settings.load_profile("project")


@pytest.fixture(scope="session", autouse=True)
def ctrl_c_is_heard() -> None:
    """Let the commands that tests start hear Ctrl-C even where the tests run in the background, which ignores it."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project of one's own, not built."""
    return lay_out(tmp_path)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The two seeds, built. Not to be changed."""
    return built_once(tmp_path_factory, "seeds-built", lambda folder: build(lay_out(folder).options))


@pytest.fixture(scope="session")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A site of more than a hundred invented towns, built. Not to be changed."""

    def make(folder: Path) -> None:
        write_articles(folder / "seeds", PAGES)
        (folder / "i18n").mkdir()
        build(Project(folder).options)

    return built_once(tmp_path_factory, "generated-built", make)


@pytest.fixture(scope="session")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The articles of ``tests/collection`` (an invented town over three years, its neighbour), built for an address."""

    def make(folder: Path) -> None:
        shutil.copytree(ROOT / "tests/collection", folder / "seeds")
        (folder / "i18n").mkdir()
        build([*Project(folder).options, "--site-url", SITE_URL])

    return built_once(tmp_path_factory, "collection-built", make)


@pytest.fixture(scope="session")
def address(built: Project) -> Iterator[str]:
    """The address of the two seeds' site, served under a sub-path."""
    yield from served(built.site)


@pytest.fixture(scope="session")
def generated_address(generated: Project) -> Iterator[str]:
    """The address of the generated site, served under a sub-path."""
    yield from served(generated.site)
