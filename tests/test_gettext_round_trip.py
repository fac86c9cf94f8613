"""An editor works on a PO file with gettext's own tools and by hand, the article changes, and nothing is lost."""

import json
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import polib
import pytest

from policy_digest.model import id_of
from tests.ensure_gettext import lacking
from tests.projects import Project, run

pytestmark = pytest.mark.skipif(
    bool(lacking()), reason=f"gettext is not installed ({', '.join(lacking())}): no catalogue went through its tools"
)

SLUG = "qinghe-2024"
ROAD = "2024年，青禾镇修建道路12公里，惠及村庄8个。"
LAKE = "全年清理河湖3处，栽种垂柳500株。"
MILL = "引进企业5家，带动农户230户增收。"
TALK = "全镇举办清河夜话15场，收集建议96条。"
CHANGED = "全年清理河湖3处，在两岸栽种垂柳500株。"
ARTICLE = (
    f"# 青禾镇2024年工作总结\n\n## 修路\n\n{ROAD}\n\n## 治水\n\n{LAKE}\n\n## 产业\n\n{MILL}\n\n## 夜话\n\n{TALK}\n"
)
ROAD_EN = "In 2024 Qinghe built 12 km of roads, to the benefit of 8 villages."
LAKE_EN = "Over the year 3 lakes were cleaned up and 500 willows planted."
MILL_EN = "5 companies came, and 230 farming households earned more."
TALK_EN = "15 Riverside Talks were held; they brought in 96 suggestions."
NOW = (ROAD, CHANGED, MILL, TALK)
STATED = re.compile(r'<span class="pd-status pd-status--\w+" data-pagefind-ignore>([^<]+)</span>')
MACHINE_EN = "The whole town held 15 Qinghe night talks and collected 96 suggestions."


def translated(folder: Path) -> Project:
    """A project with one article, built once, so that its PO file is there; its sentences are translated."""
    made = Project(folder)
    made.seeds.mkdir()
    (made.i18n / "en").mkdir(parents=True)
    (made.seeds / "qinghe.md").write_text(ARTICLE, encoding="utf-8")
    build(made)
    catalogue = polib.pofile(str(catalogue_of(made)), wrapwidth=0)
    entries = {entry.msgid: entry for entry in catalogue}
    entries[LAKE].msgstr, entries[LAKE].tcomment = LAKE_EN, "origin: project translation\nreviewer: Li Wen"
    entries[TALK].msgstr, entries[TALK].tcomment = MACHINE_EN, "model: small-1"
    entries[MILL].msgstr, entries[MILL].tcomment = "Companies came.", "model: small-1"
    for zh in (TALK, MILL):
        entries[zh].flags.append("fuzzy")
    catalogue.save(str(catalogue_of(made)))
    return made


def build(project: Project) -> None:
    done = run("build", *project.options, "--no-site")
    assert done.returncode == 0, done.stderr


def catalogue_of(project: Project) -> Path:
    return project.i18n / "en" / f"{SLUG}.po"


def tool(*arguments: str | Path) -> None:
    done = subprocess.run([*map(str, arguments)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def selected(project: Project, zh: str, english: str = "") -> Path:
    """A PO file that holds one entry of the catalogue only."""
    entry = next(one for one in polib.pofile(str(catalogue_of(project))) if one.msgid == zh)
    path = project.folder / "selected.po"
    made = polib.POFile()
    made.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    made.append(polib.POEntry(msgctxt=entry.msgctxt, msgid=zh, msgstr=english))
    made.save(str(path))
    return path


def edit(project: Project) -> None:
    """Three changes: one by msgmerge from another file, one by msgattrib, one by hand with a signature."""
    path = catalogue_of(project)
    template = project.folder / "template.pot"
    tool("msgfilter", "--keep-header", "-i", path, "-o", template, "sed", "-e", "d")
    compendium = f"--compendium={selected(project, ROAD, ROAD_EN)}"
    tool("msgmerge", "--previous", compendium, "--update", "--backup=none", path, template)
    tool("msgattrib", "--clear-fuzzy", f"--only-file={selected(project, TALK)}", "-o", path, path)
    text = path.read_text(encoding="utf-8")
    start = text.rindex("# model: small-1", 0, text.index('"Companies came."'))
    before, entry = text[:start], text[start:]
    entry = entry.replace("# model", "# reviewer: Wang Er\n# model", 1).replace("#, fuzzy\n", "", 1)
    path.write_text(before + entry.replace('"Companies came."', f'"{MILL_EN}"'), encoding="utf-8")


def written(path: Path) -> set[tuple[str, str]]:
    """Every English and every line of comment of a PO file with its Chinese."""
    entries = polib.pofile(str(path), wrapwidth=0)
    lines = {(entry.msgid, line) for entry in entries for line in entry.tcomment.splitlines()}
    return lines | {(entry.msgid, entry.msgstr) for entry in entries if entry.msgstr}


@dataclass(frozen=True, slots=True)
class Trip:
    """A project after the round trip, and what its PO file held before the build."""

    project: Project
    before: set[tuple[str, str]]


@pytest.fixture(scope="module")
def trip(tmp_path_factory: pytest.TempPathFactory) -> Trip:
    """The editor changes three entries, the article changes one sentence, and the site is built again."""
    project = translated(tmp_path_factory.mktemp("trip"))
    edit(project)
    before = written(catalogue_of(project))
    (project.seeds / "qinghe.md").write_text(ARTICLE.replace(LAKE, CHANGED), encoding="utf-8")
    build(project)
    return Trip(project, before)


def test_after_the_round_trip_each_text_has_the_status_that_its_entry_gives_it(trip: Trip) -> None:
    project = trip.project
    done = run("extract", project.seeds / "qinghe.md", "--i18n", project.i18n)
    summaries = [line for section in json.loads(done.stdout)["sections"] for line in section["summary"]]
    assert [(line["text_zh"], line["text_en"], line["status"]) for line in summaries] == [
        (ROAD, ROAD_EN, "project"),
        (CHANGED, LAKE_EN, "earlier"),
        (MILL, MILL_EN, "reviewed"),
        (TALK, MACHINE_EN, "project"),
    ]


def test_after_the_round_trip_the_page_says_what_each_english_is(trip: Trip) -> None:
    page = (trip.project.docs / "en" / "digests" / f"{SLUG}.md").read_text(encoding="utf-8")
    before = [page[: page.index(f'<blockquote lang="zh-Hans" data-pagefind-ignore>{zh}')] for zh in NOW]
    assert [STATED.findall(part)[-1] for part in before] == [
        "project translation",
        "translates an earlier wording",
        "reviewed",
        "project translation",
    ]


def test_after_the_round_trip_nothing_that_was_written_is_lost(trip: Trip) -> None:
    assert (trip.before - written(catalogue_of(trip.project)), len(trip.before) >= 9) == (set(), True)


def test_after_the_round_trip_the_changed_sentence_keeps_its_old_wording_and_loses_its_signature(trip: Trip) -> None:
    entries = polib.pofile(str(catalogue_of(trip.project)), wrapwidth=0)
    found = [
        (e.previous_msgid, e.fuzzy, e.obsolete, "reviewer: Li Wen" in e.tcomment)
        for e in entries
        if e.msgstr == LAKE_EN
    ]
    assert found == [(LAKE, True, 0, False), (None, False, 1, True)]


def test_after_the_round_trip_status_tells_what_is_left_to_do_at_its_line_of_the_file(trip: Trip) -> None:
    project, path = trip.project, catalogue_of(trip.project)
    lines = path.read_text(encoding="utf-8").splitlines()
    kinds = ("--only", "earlier", "--only", "unreviewed", "--only", "unsigned")
    done = run("status", "--quiet", "--json", *kinds, "--seeds", project.seeds, "--i18n", project.i18n)
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(one["kind"], one["path"], lines[one["line"]]) for one in told] == [
        ("earlier", str(path), "# note: an earlier wording was reviewed by Li Wen"),
        ("unsigned", str(path), f'msgctxt "{id_of("s", ROAD)}"'),
        ("unsigned", str(path), "#. sentence, bullet · 夜话 · qinghe.md:17"),
    ]


def test_after_the_round_trip_msgfmt_accepts_the_file(trip: Trip) -> None:
    tool("msgfmt", "-c", "-o", "/dev/null", catalogue_of(trip.project))


def test_when_the_old_sentence_is_back_its_reviewed_translation_is_too(trip: Trip, tmp_path: Path) -> None:
    project = Project(shutil.copytree(trip.project.folder, tmp_path / "again"))
    (project.seeds / "qinghe.md").write_text(ARTICLE, encoding="utf-8")
    build(project)
    entry = next(one for one in polib.pofile(str(catalogue_of(project))) if one.msgid == LAKE)
    assert (entry.msgstr, entry.fuzzy, "reviewer: Li Wen" in entry.tcomment) == (LAKE_EN, False, True)
