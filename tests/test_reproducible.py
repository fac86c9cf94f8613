"""The same texts make the same bytes: in any folder, on any day, in any locale, with any number of processes."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.generated import write_articles
from tests.projects import ROOT, Project, lay_out, run, tree

# Imported by every Python process of the build before anything else: the clock stands years away.
SHIFTED = """\
import time

_SHIFT = 5 * 365 * 86400 + 12345
_time, _time_ns, _gmtime, _localtime, _strftime = time.time, time.time_ns, time.gmtime, time.localtime, time.strftime
time.time = lambda: _time() + _SHIFT
time.time_ns = lambda: _time_ns() + _SHIFT * 10**9
time.gmtime = lambda seconds=None: _gmtime(time.time() if seconds is None else seconds)
time.localtime = lambda seconds=None: _localtime(time.time() if seconds is None else seconds)
time.strftime = lambda form, *given: _strftime(form, *(given or (time.localtime(),)))

import datetime as _module


class _Datetime(_module.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)

    @classmethod
    def utcnow(cls):
        return cls.fromtimestamp(time.time(), _module.timezone.utc).replace(tzinfo=None)


class _Date(_module.date):
    @classmethod
    def today(cls):
        return cls.fromtimestamp(time.time())


_module.datetime, _module.date = _Datetime, _Date
"""


@pytest.fixture
def elsewhere(tmp_path: Path) -> dict[str, str]:
    """The environment of another machine: another day, time zone, locale, home and order of hashes."""
    (tmp_path / "clock").mkdir()
    (tmp_path / "clock/sitecustomize.py").write_text(SHIFTED, encoding="utf-8")
    path = os.pathsep.join(filter(None, (str(tmp_path / "clock"), os.environ.get("PYTHONPATH"))))
    return {
        "PYTHONPATH": path,
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "HOME": str(tmp_path),
        "PYTHONHASHSEED": "42",
    }


def test_the_clock_of_the_other_build_stands_elsewhere(elsewhere: dict[str, str]) -> None:
    """The next test would hold for a shift that has no effect."""
    code = "import datetime as d, time as t; print(d.date.today().year, d.datetime.now().year, t.strftime('%Y'))"
    told = [
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, **more}, capture_output=True, text=True, check=True
        )
        for more in ({}, elsewhere)
    ]
    here, there = ([int(year) for year in done.stdout.split()] for done in told)
    assert [b - a for a, b in zip(here, there, strict=True)] == [5, 5, 5]


def test_two_builds_in_two_folders_on_two_days_make_the_same_bytes(
    built: Project, elsewhere: dict[str, str], tmp_path: Path
) -> None:
    other = lay_out(tmp_path / "a folder with a longer name")
    done = run("build", *other.options, "--jobs", "1", folder=tmp_path, env=elsewhere)
    assert done.returncode == 0, done.stderr
    one, two = tree(built.site), tree(other.site)
    different = sorted(name for name in one.keys() | two.keys() if one.get(name) != two.get(name))
    assert (different, len(one) > 40) == ([], True)


def test_what_a_build_adds_to_the_sources_is_the_same_too(
    built: Project, elsewhere: dict[str, str], tmp_path: Path
) -> None:
    other = lay_out(tmp_path / "other")
    run("build", *other.options, "--no-site", folder=tmp_path, env=elsewhere)
    for part in ("seeds", "i18n", "docs/zh/digests", "docs/en/indicators"):
        assert tree(built.folder / part) == tree(other.folder / part)


@pytest.mark.parametrize("part", ["seeds", "i18n"])
def test_a_build_changes_nothing_that_is_committed(built: Project, part: str) -> None:
    """Else: build, and commit ``i18n/en`` and ``seeds/slugs.tsv`` with what changed them."""
    assert tree(built.folder / part) == tree(ROOT / part)


def test_many_processes_make_the_same_pages_as_one(tmp_path: Path) -> None:
    pages = []
    for jobs in ("1", "2"):
        project = Project(tmp_path / jobs)
        write_articles(project.seeds, 14)
        project.i18n.mkdir()
        done = run("build", *project.options, "--no-site", "--jobs", jobs)
        assert done.returncode == 0, done.stderr
        pages.append({**tree(project.docs), **tree(project.seeds), **tree(project.i18n)})
    assert pages[0] == pages[1]


def test_a_broken_seed_leaves_the_last_good_site_as_it_was(built: Project, tmp_path: Path) -> None:
    project = lay_out(tmp_path / "project")
    shutil.copytree(built.site, project.site)
    (project.seeds / "broken.txt").write_bytes("青禾镇\n\n全镇完成税收\0亿元。\n".encode())
    before = tree(project.site)
    done = run("build", *project.options)
    told = any(
        line.startswith(f"{project.seeds / 'broken.txt'}:3: found a NUL byte") for line in done.stderr.splitlines()
    )
    assert (done.returncode, told, tree(project.site) == before) == (1, True, True)


def test_keep_going_publishes_the_whole_articles(tmp_path: Path) -> None:
    project = lay_out(tmp_path)
    (project.seeds / "empty.txt").touch()
    done = run("build", *project.options, "--keep-going")
    published = sorted(path.name for path in (project.site / "en/digests").iterdir() if path.is_dir())
    assert (done.returncode, published) == (1, ["majuqiao-2020", "yongledian-2024"])
