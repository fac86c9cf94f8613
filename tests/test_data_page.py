"""The page of open data: what it lists is there, and its examples run on the files that are published."""

import csv
import io
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import duckdb
import pytest

from policy_digest import lexicon
from tests.built_pages import body, parse_page
from tests.projects import Project

FENCE = re.compile(r"^```(?P<kind>\w+)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
LANGUAGES = ("zh", "en")
DESCRIBING = {"csv-metadata.json", "datapackage.json", "record.schema.json", "sidecar.schema.json"}


def example(built: Project, language: str, kind: str) -> str:
    page = (built.docs / language / "data/index.md").read_text(encoding="utf-8")
    return next(match["code"] for match in FENCE.finditer(page) if match["kind"] == kind)


def figures(built: Project) -> list[dict[str, str]]:
    text = (built.site / "data/indicators.csv").read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def money(built: Project) -> list[str]:
    """The values, in yuan, that the examples are to find, the largest first."""
    found = [row["obs_value"] for row in figures(built) if (row["unit_measure"], row["nature"]) == ("CNY", "actual")]
    return sorted(found, key=float, reverse=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pandas_example_runs_and_finds_the_figures(built: Project, language: str) -> None:
    code = example(built, language, "python")

    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        cwd=built.site / "data",
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
    printed = [float(line.split()[-1]) for line in done.stdout.splitlines()[1:]]
    assert printed == pytest.approx([float(one) for one in money(built)], rel=1e-5)


def test_the_duckdb_example_runs_and_finds_the_figures(built: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(built.site / "data")

    found = duckdb.sql(example(built, "zh", "sql")).fetchall()

    assert [float(row[-1]) for row in found] == [float(one) for one in money(built)]
    assert {row[0] for row in found} <= {row["place"] for row in figures(built)}


def test_duckdb_reads_the_first_column_by_its_name_and_the_chinese_intact(
    built: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(built.site / "data")

    found = duckdb.sql("SELECT slug, name_zh FROM read_csv('indicators.csv', header = true, all_varchar = true)")

    assert Counter(found.fetchall()) == Counter((row["slug"], row["name_zh"]) for row in figures(built))


def test_the_examples_are_the_same_in_both_languages(built: Project) -> None:
    pages = [(built.docs / language / "data/index.md").read_text(encoding="utf-8") for language in LANGUAGES]

    assert FENCE.findall(pages[0]) == FENCE.findall(pages[1])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_that_the_page_names_is_on_the_site(built: Project, language: str) -> None:
    page = built.site / language / "data/index.html"
    links = [a.attributes["href"] for a in body(parse_page(page)).find("a", "pd-file")]

    assert len(links) > 10
    assert [link for link in links if not (page.parent / link).is_file()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_lists_every_data_file_with_its_rows(built: Project, language: str) -> None:
    folder = built.site / "data"
    rows = body(parse_page(built.site / language / "data/index.html")).find("table")[0].find("tr")[1:]
    listed = {row.find("th")[0].words(): row.find("td")[1].words() for row in rows}

    tables = {path.name for path in (*folder.glob("*.csv"), *folder.glob("*.jsonl"))}
    assert {*listed} == tables | (DESCRIBING - {"sidecar.schema.json"}) | {"<slug>.json"}
    assert {name: int(listed[name]) for name in tables} == {name: _rows(folder / name) for name in tables}


def _rows(path: Path) -> int:
    text = path.read_text(encoding="utf-8-sig")
    return len(text.splitlines()) if path.suffix == ".jsonl" else len(list(csv.DictReader(io.StringIO(text))))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_dictionary_has_the_columns_of_each_file_in_their_order(built: Project, language: str) -> None:
    tables = body(parse_page(built.site / language / "data/index.html")).find("table")[1:]
    told = [[row.find("th")[0].words() for row in table.find("tr")[1:]] for table in tables]

    headers = [
        (built.site / "data" / f"{name}.csv").read_text(encoding="utf-8-sig").splitlines()[0].split(",")
        for name in ("indicators", "commitments", "commitment_links", "programmes", "mechanisms", "gaps", "terms")
    ]
    assert told[:-1] == headers


def test_every_data_file_and_column_is_told_in_both_languages() -> None:
    described = lexicon.load().columns
    texts = [
        text for one in (*described.by_name.values(), *described.files.values()) for text in (one.title, one.about)
    ]

    assert [text for text in texts if not text.en or re.search("[一-鿿]{5}", text.en)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_leads_to_the_page_of_open_data_and_to_the_feed(built: Project, language: str) -> None:
    path = built.site / language / "digests/yongledian-2024/index.html"
    links = {a.attributes.get("href") for a in parse_page(path).find("a")}

    found = {(path.parent / link).resolve() for link in links if link and "://" not in link and "#" not in link}
    assert {built.site.resolve() / language / "data", built.site.resolve() / language / "feed.xml"} <= found
    assert (built.site / language / "feed.xml").is_file()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_digest_has_its_data_for_programs_and_previews_in_its_head(built: Project, language: str) -> None:
    head = (
        (built.site / language / "digests/yongledian-2024/index.html").read_text(encoding="utf-8").split("</head>")[0]
    )

    kinds = re.findall(r'<script type="application/ld\+json">', head), re.findall(r"property=\"(og:\w+)\"", head)
    assert (len(kinds[0]), sorted(set(kinds[1]))) == (
        1,
        ["og:description", "og:locale", "og:site_name", "og:title", "og:type"],
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_citation_for_a_reference_manager_keeps_its_lines(built: Project, language: str) -> None:
    page = parse_page(built.site / language / "digests/yongledian-2024/index.html")

    text = page.find("pre", id_="citation-bibtex")[0].words()
    assert text.splitlines()[0] == "@misc{policy-digest-yongledian-2024,"


def test_a_spreadsheet_opens_the_table_with_its_chinese_intact(built: Project, tmp_path: Path) -> None:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is not installed: no spreadsheet has opened the table")
    command = [office, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to"]
    subprocess.run(
        [*command, "fods", "--outdir", str(tmp_path), str(built.site / "data/indicators.csv")],
        env={**os.environ, "LC_ALL": "C.UTF-8"},  # as on a desktop: only a mark would tell it of UTF-8 elsewhere
        check=True,
        capture_output=True,
        timeout=120,
    )

    opened = (tmp_path / "indicators.fods").read_text(encoding="utf-8")

    assert [row["name_zh"] for row in figures(built) if row["name_zh"] not in opened] == []
    assert "<text:p>slug</text:p>" in opened
