"""Corrections of every kind through a real build: both languages, the record, the log; then a seed that changed."""

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.built_pages import Element, body, parse_page
from tests.corrected import ARTICLE, entry
from tests.projects import Project, build, built_once, run, tree

TEXT = ARTICLE.replace("完成税收9.15亿元。全镇", "完成税收9.15亿元。推行11311工作法，设立“银龄驿站”品牌。全镇").replace(
    "## 三、民生保障\n", "## 三、民生保障\n\n## 四、文化生活\n\n全镇举办文艺演出48场，观众2.6万人次。\n"
)
ENTRIES = (
    "change: observation\nwords: 84.6亿元\nin: 预计完成工业总产值84.6亿元\nset: {nature: actual, value: 85.1亿元}",
    "change: bullet\nwords: 建成高标准农田4.02万亩，粮食总产量达到3.6万吨。\n"
    "set: {text: 高标准农田4.02万亩，粮食总产量3.6万吨。}",
    "change: programme\nwords: 田间课堂\nset: {kind: brand}",
    "change: section\nwords: 乡村振兴\nset: {heading: 乡村全面振兴}",
    "change: gap\nwords: 原文没有署名。\n"
    "set: {text: 署名在报纸版面上。, text_en: The byline is on the newspaper page.}",
    "hide: observation\nwords: 2000人",
    "hide: bullet\nwords: 全镇新增企业15家，带动就业2000人。",
    "hide: programme\nwords: 银龄驿站",
    "hide: section\nwords: 文化生活",
    "hide: gap\nwords: 原文没有注明来源。",
    "add: observation\nwords: 11311\nset: {indicator: 走访次数, nature: actual, value: 11311次}",
    "add: bullet\nwords: 收集意见三十二条",
    "add: programme\nwords: 清河夜话\nset: {kind: brand}",
    "add: gap\nwords: 收集意见三十二条\nset: {text: 没有说明如何办理。, text_en: It does not say what became of them.}",
    "rename: observation\nwords: 3.6万吨\nto: 蔬菜总产量",
    "rename: programme\nwords: “田间课堂”工作法\nto: 田间大课堂",
    "rename: section\nwords: 民生保障\nto: 民生福祉",
)
SLUG = "qinghe-2024"


def lay_out(folder: Path) -> Project:
    project = Project(folder)
    project.seeds.mkdir(parents=True)
    project.i18n.mkdir()
    (project.seeds / "qinghe.txt").write_text(TEXT, encoding="utf-8")
    (project.seeds / "qinghe.yml").write_text("place: 青禾镇\n", encoding="utf-8")
    return project


def correct(project: Project) -> None:
    words = "place: 青禾镇\ncorrections:\n" + "".join(map(entry, ENTRIES))
    (project.seeds / "qinghe.yml").write_text(words, encoding="utf-8")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """An article that was recorded, then corrected in every way, and built."""

    def make(folder: Path) -> None:
        project = lay_out(folder)
        recorded = run("record", "--seeds", str(project.seeds), "--i18n", str(project.i18n))
        assert recorded.returncode == 0, recorded.stderr
        correct(project)
        build(project.options)

    return built_once(tmp_path_factory, "corrected-built", make)


def page(project: Project, language: str, address: str = f"digests/{SLUG}") -> Element:
    return body(parse_page(project.site / language / address / "index.html"))


def record(project: Project) -> dict[str, Any]:
    return dict(json.loads((project.site / f"data/{SLUG}.json").read_text(encoding="utf-8")))


def squeezed(element: Element) -> str:
    return " ".join(element.words().split())


def test_the_seed_is_as_it_was(made: Project) -> None:
    digest = hashlib.sha256((made.seeds / "qinghe.txt").read_bytes()).hexdigest()

    assert (digest, record(made)["source"]["sha256"]) == (hashlib.sha256(TEXT.encode()).hexdigest(),) * 2


def test_the_record_tells_every_correction_with_who_when_and_why(made: Project) -> None:
    edits = record(made)["edits"]

    done = [(edit["action"], edit["target"]) for edit in edits]
    assert list(dict.fromkeys(done)) == [tuple(re.findall(r"\w+", e)[:2]) for e in ENTRIES]
    assert {(edit["by"], edit["date"], edit["why"]) for edit in edits} == {("李一", "2026-11-02", "统计公报已公布")}


def test_the_record_keeps_both_values(made: Project) -> None:
    known = record(made)
    value = next(edit for edit in known["edits"] if edit["field"] == "value")
    now = next(o for o in known["observations"] if o["id"] == value["target_id"])
    before = next(o for o in known["as_read"] if o["id"] == value["target_id"])

    assert (value["was"], value["now"]) == ("84.6亿元", "85.1亿元")
    assert (before["obs_value"], before["nature"], now["obs_value"], now["nature"]) == (
        *("8460000000", "expected"),
        *("8510000000", "actual"),
    )


def test_every_printed_figure_of_the_record_is_in_the_source(made: Project) -> None:
    known = record(made)
    figures = [*known["observations"], *known["as_read"]]

    assert [o["as_printed"] for o in figures if TEXT[o["start"] : o["end"]] != o["as_printed"]] == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh", ["85.1 亿元", "原文作 84.6亿元", "高标准农田4.02万亩，粮食总产量3.6万吨。", "乡村全面振兴", "民生福祉"]),
        ("zh", ["署名在报纸版面上。", "走访次数", "清河夜话", "没有说明如何办理。", "蔬菜总产量", "田间大课堂"]),
        ("en", ["CNY 8.51 billion", "printed as 84.6亿元", "The byline is on the newspaper page.", "清河夜话"]),
        ("en", ["11,311 times", "It does not say what became of them.", "Vegetable", "田间大课堂"]),
    ],
)
def test_the_page_shows_what_is_corrected(made: Project, language: str, words: list[str]) -> None:
    shown = "".join(squeezed(page(made, language)).split())

    assert [told for told in words if "".join(told.split()) not in shown] == []


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("hidden", ["文化生活", "48场", "原文没有注明来源。"])
def test_what_is_hidden_stands_in_the_list_of_corrections_alone(made: Project, language: str, hidden: str) -> None:
    whole = page(made, language)
    in_list = sum(part.words().count(hidden) for part in whole.find("details", id_="edits"))

    assert whole.words().count(hidden) == in_list


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_hidden_figure_has_no_row_and_a_hidden_bullet_or_programme_no_line(made: Project, language: str) -> None:
    whole = page(made, language)
    marked = [mark.words() for mark in whole.find("mark")]
    lines = [squeezed(item) for item in whole.find("li")]

    assert ("2000人" in marked, [line for line in lines if line.startswith(("全镇新增企业15家", "“银龄驿站”"))]) == (
        False,
        [],
    )


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_mark_leads_to_its_row_in_the_list(made: Project, language: str) -> None:
    whole = page(made, language)
    marks = [a.attributes["href"].removeprefix("#") for a in whole.find("a", "pd-edited")]
    rows = [row.attributes["id"] for row in whole.find("details", id_="edits")[0].find("tr") if "id" in row.attributes]

    assert (len(marks) >= 10, set(marks) - set(rows)) == (True, set())


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_list_of_corrections_is_folded_and_counted(made: Project, language: str) -> None:
    (fold,) = page(made, language).find("details", id_="edits")
    rows = fold.find("tbody")[0].find("tr")

    assert ("open" in fold.attributes, squeezed(fold.find("summary")[0])[-2:], len(rows)) == (False, "19", 19)


def test_both_languages_have_the_same_anchors(made: Project) -> None:
    zh, en = ([e.attributes["id"] for e in page(made, lang) if "id" in e.attributes] for lang in ("zh", "en"))

    assert zh == en


def test_the_log_tells_what_differs_from_the_values_as_recorded(made: Project) -> None:
    table = page(made, "zh", "corrections").find("table")[0]
    rows = [[squeezed(cell) for cell in row.find("td")] for row in table.find("tbody")[0].find("tr")]

    assert [
        "84.6亿元 2024 预计",
        "85.1亿元 2024 实际",
        "统计公报已公布",
        "李一",
        "2026-11-02",
    ] in rows
    assert len(rows) == 6  # changed, hidden, two of the hidden section, added, renamed


def test_a_build_reads_the_ledger_and_leaves_it(made: Project, tmp_path: Path) -> None:
    project = lay_out(tmp_path / "again")
    run("record", "--seeds", str(project.seeds), "--i18n", str(project.i18n))

    assert (project.seeds / "published.tsv").read_bytes() == (made.seeds / "published.tsv").read_bytes()


def test_check_counts_the_corrections_in_force(made: Project) -> None:
    done = run("check", "--seeds", str(made.seeds), "--i18n", str(made.i18n))

    assert (done.returncode, done.stderr.splitlines()[-1]) == (
        0,
        "all well: 1 articles, 44 pages, 17 corrections in force",
    )


@pytest.mark.parametrize("command", ["check", "build", "extract"])
def test_a_correction_whose_words_have_left_the_seed_is_told_with_the_nearest(tmp_path: Path, command: str) -> None:
    project = lay_out(tmp_path)
    correct(project)
    seed = project.seeds / "qinghe.txt"
    seed.write_text(TEXT.replace("预计完成工业总产值84.6亿元", "预计实现工业产值84.6亿元"), encoding="utf-8")
    before = tree(project.folder)
    where = {
        "check": ["--seeds", str(project.seeds), "--i18n", str(project.i18n)],
        "build": project.options,
        "extract": [str(seed), "--i18n", str(project.i18n)],
    }

    done = run(command, *where[command])

    assert (done.returncode, [line for line in done.stderr.splitlines() if "found" in line]) == (
        1,
        [
            f"{project.seeds / 'qinghe.yml'}:3: found '预计完成工业总产值84.6亿元', which the text does not have, "
            f"expected words of {seed}; the nearest are '青禾镇预计实现工业产值84.6亿元' ({seed}:5)"
        ],
    )
    assert {name: data for name, data in tree(project.folder).items() if "docs" not in name} == before
