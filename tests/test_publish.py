"""publish: what is written, what is left alone, and what a reader finds when a build is killed."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from policy_digest.errors import FaultsError
from policy_digest.model import Page
from policy_digest.publish import (
    BusyError,
    SiteLayout,
    adopt_pages,
    hold,
    keep_slugs,
    publish_site,
    recover,
    write_pages,
)
from policy_digest.publish.pages import write_file
from policy_digest.publish.staging import staging, swap, work_folder

ROOT = Path(__file__).resolve().parents[1]
CONFIG = """\
site_name: 青禾镇
theme: {name: mkdocs, locale: en}
plugins: []
nav: [index.md]
validation: {omitted_files: ignore}
docs_dir: docs/zh
"""
PAGE = Page("zh/digests/qinghe-2024.md", "# 青禾镇\n\n全镇完成税收3.2亿元。\n")


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


# ---------------------------------------------------------------- pages


def test_a_page_is_written_as_utf_8_at_its_path(tmp_path: Path) -> None:
    written = write_pages(tmp_path, [PAGE]).written
    assert (written, (tmp_path / PAGE.path).read_text(encoding="utf-8")) == ((PAGE.path,), PAGE.body)


def test_an_unchanged_page_keeps_its_time(tmp_path: Path) -> None:
    write_pages(tmp_path, [PAGE])
    os.utime(tmp_path / PAGE.path, (1, 1))
    write_pages(tmp_path, [PAGE])
    assert (tmp_path / PAGE.path).stat().st_mtime == 1


@pytest.mark.parametrize(
    "stale", ["zh/digests/liuhe-2020.md", "en/indicators/tax/index.md", "en/index.md", "zh/.index.md.77.tmp"]
)
def test_a_page_that_is_generated_no_more_is_removed(tmp_path: Path, stale: str) -> None:
    write_file(tmp_path / stale, b"old")
    removed = write_pages(tmp_path, [PAGE]).removed
    assert (removed, (tmp_path / stale).exists()) == ((stale,), False)


def test_a_folder_left_empty_goes_with_its_last_page(tmp_path: Path) -> None:
    write_file(tmp_path / "en/indicators/tax/index.md", b"old")
    write_pages(tmp_path, [PAGE])
    assert not (tmp_path / "en/indicators").exists()


@pytest.mark.parametrize("path", ["zh/about.md", "zh/assets/index.md", "overrides/main.html", "index.md"])
def test_a_hand_written_page_is_never_touched(tmp_path: Path, path: str) -> None:
    write_file(tmp_path / path, "手写".encode())
    write_pages(tmp_path, [PAGE])
    assert (tmp_path / path).read_text(encoding="utf-8") == "手写"


@pytest.mark.parametrize("path", ["zh/about.md", "fr/index.md", "zh/digests/../about.md", "index.md"])
def test_a_generated_page_outside_the_generated_folders_is_refused_before_anything_is_written(
    tmp_path: Path, path: str
) -> None:
    with pytest.raises(ValueError, match="not a generated path"):
        write_pages(tmp_path, [PAGE, Page(path, "")])
    assert tree(tmp_path) == {}


def test_a_failed_write_leaves_the_old_page_and_no_draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_pages(tmp_path, [PAGE])

    def fail(_path: Path, _target: Path) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="disk full"):
        write_pages(tmp_path, [Page(PAGE.path, "# 新\n")])
    assert tree(tmp_path) == {PAGE.path: PAGE.body.encode()}


def test_an_empty_folder_of_pages_gets_the_projects_hand_written_ones(tmp_path: Path) -> None:
    project = tmp_path / "project"
    for path in (
        "zh/about.md",
        "en/about/method.md",
        "zh/index.md",
        "zh/digests/a.md",
        "zh/.draft.md",
        "overrides/main.html",
    ):
        write_file(project / path, b"words")
    write_file(tmp_path / "docs/zh/about.md", b"mine")
    assert adopt_pages(project, tmp_path / "docs") == ("en/about/method.md",)


# ---------------------------------------------------------------- slugs


def test_new_slugs_are_added_in_order_and_old_ones_stay(tmp_path: Path) -> None:
    (tmp_path / "slugs.tsv").write_text("# kept\nstem\tslug\nm\tliuhe-2020\n", encoding="utf-8")
    keep_slugs(tmp_path, {"m": "liuhe-2020"}, {"a": "qinghe-2024", "m": "other"})
    assert (tmp_path / "slugs.tsv").read_text(encoding="utf-8") == (
        "# kept\nstem\tslug\na\tqinghe-2024\nm\tliuhe-2020\n"
    )


def test_slugs_that_are_all_known_leave_the_file_untouched(tmp_path: Path) -> None:
    (tmp_path / "slugs.tsv").write_text("m\tliuhe-2020\n", encoding="utf-8")
    os.utime(tmp_path / "slugs.tsv", (1, 1))
    keep_slugs(tmp_path, {"m": "liuhe-2020"}, {"m": "liuhe-2020"})
    assert (tmp_path / "slugs.tsv").stat().st_mtime == 1


# ---------------------------------------------------------------- lock and swap


def test_a_folder_that_is_held_is_refused_to_another_build(tmp_path: Path) -> None:
    with hold(tmp_path), pytest.raises(BusyError, match="another build is writing"), hold(tmp_path):
        pass


def test_a_folder_is_free_again_when_its_holder_was_killed(tmp_path: Path) -> None:
    code = "import sys, time, pathlib; from policy_digest.publish import hold\n"
    code += "with hold(pathlib.Path(sys.argv[1])): print('held', flush=True); time.sleep(60)"
    holder = subprocess.Popen([sys.executable, "-c", code, tmp_path], cwd=ROOT, stdout=subprocess.PIPE)
    with holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        holder.kill()
    with hold(tmp_path):
        assert True


@pytest.fixture
def old_site(tmp_path: Path) -> Path:
    write_file(tmp_path / "site/zh/index.html", b"old")
    return tmp_path / "site"


def test_the_new_site_takes_the_place_of_the_old_and_nothing_is_left_beside_it(old_site: Path) -> None:
    with staging(old_site) as fresh:
        write_file(fresh / "zh/index.html", b"new")
        swap(fresh, old_site)
    assert tree(old_site.parent) == {"site/zh/index.html": b"new"}


def test_a_build_that_fails_leaves_the_site_and_nothing_beside_it(old_site: Path) -> None:
    with contextlib.suppress(KeyboardInterrupt), staging(old_site) as fresh:
        write_file(fresh / "zh/index.html", b"new")
        raise KeyboardInterrupt
    assert tree(old_site.parent) == {"site/zh/index.html": b"old"}


@pytest.mark.parametrize("failing", [1, 2])
def test_a_failed_rename_leaves_the_old_site(old_site: Path, monkeypatch: pytest.MonkeyPatch, failing: int) -> None:
    rename, calls = Path.rename, iter(range(1, 9))

    def fail_once(path: Path, target: Path) -> Path:
        if next(calls) == failing:
            raise OSError("no rename")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", fail_once)
    with contextlib.suppress(OSError), staging(old_site) as fresh:
        write_file(fresh / "zh/index.html", b"new")
        swap(fresh, old_site)
    assert tree(old_site.parent) == {"site/zh/index.html": b"old"}


def test_a_site_moved_away_by_a_build_killed_between_the_renames_is_put_back(old_site: Path) -> None:
    work_folder(old_site).mkdir()
    old_site.rename(work_folder(old_site) / "last")
    assert (recover(old_site), tree(old_site)) == (True, {"zh/index.html": b"old"})


def test_what_a_killed_build_left_aside_is_cleared_by_the_next(old_site: Path) -> None:
    write_file(work_folder(old_site) / "next-1/zh/index.html", b"half")
    with staging(old_site) as fresh:
        left = tree(fresh.parent)
    assert left == {}


# ---------------------------------------------------------------- the two sites


@pytest.fixture
def layout(tmp_path: Path) -> SiteLayout:
    project = tmp_path / "project"
    for language in ("zh", "en"):
        write_file(project / f"docs/{language}/index.md", b"---\ntitle: home\n---\n# Qinghe\n\nA town.\n")
    write_file(project / "mkdocs.yml", CONFIG.encode())
    write_file(project / "mkdocs.en.yml", b"INHERIT: mkdocs.yml\ndocs_dir: docs/en\n")
    return SiteLayout(project, project / "docs", tmp_path / "site")


def quiet(_stage: str) -> None:
    pass


def test_a_site_has_both_languages_each_with_its_index_and_the_files_of_the_root(layout: SiteLayout) -> None:
    publish_site(layout, [Page("data/qinghe-2024.json", "{}")], quiet)
    wanted = ["zh/index.html", "en/index.html", "zh/pagefind/pagefind.js", "en/pagefind/pagefind.js"]
    assert {*wanted, "data/qinghe-2024.json"} <= tree(layout.site).keys()


def test_a_site_has_no_sitemap_with_todays_date(layout: SiteLayout) -> None:
    publish_site(layout, [], quiet)
    assert not [path for path in tree(layout.site) if "sitemap" in path]


def test_a_broken_link_is_a_fault_of_its_page_and_leaves_the_site(layout: SiteLayout) -> None:
    write_file(layout.site / "zh/index.html", b"old")
    write_file(layout.site / "en/index.html", b"old")
    write_file(layout.docs / "en/index.md", b"# Qinghe\n\n[gone](gone.md)\n")
    with pytest.raises(FaultsError) as caught:
        publish_site(layout, [], quiet)
    named = [(fault.path, "gone.md" in fault.found) for fault in caught.value.faults]
    assert (named, tree(layout.site)["zh/index.html"]) == ([(str(layout.docs / "en/index.md"), True)], b"old")


def test_a_folder_with_other_files_in_it_is_never_replaced(layout: SiteLayout) -> None:
    write_file(layout.site / "thesis.txt", b"years of work")
    with pytest.raises(FaultsError, match="a folder with other files in it"):
        publish_site(layout, [], quiet)
    assert tree(layout.site) == {"thesis.txt": b"years of work"}


@pytest.mark.parametrize("site", ["project/docs", "project/docs/zh", "project"])
def test_a_site_is_not_put_into_its_own_pages_nor_around_them(layout: SiteLayout, tmp_path: Path, site: str) -> None:
    with pytest.raises(FaultsError, match="two folders"):
        publish_site(SiteLayout(layout.project, layout.docs, tmp_path / site), [], quiet)


def test_a_build_killed_half_way_leaves_the_site_and_does_not_hinder_the_next(layout: SiteLayout) -> None:
    publish_site(layout, [], quiet)
    before = tree(layout.site)
    code = (
        "import sys, pathlib; from policy_digest.publish import SiteLayout, publish_site\n"
        "publish_site(SiteLayout(*map(pathlib.Path, sys.argv[1:])), [], print)"
    )
    write_file(layout.docs / "zh/index.md", b"# Changed\n\nA town.\n")
    killed = subprocess.Popen([sys.executable, "-c", code, layout.project, layout.docs, layout.site], cwd=ROOT)
    while not list(work_folder(layout.site).glob("next-*/zh")) and killed.poll() is None:
        time.sleep(0.01)
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    after = tree(layout.site)
    publish_site(layout, [], quiet)
    assert (after == before, b"Changed" in tree(layout.site)["zh/index.html"]) == (True, True)
