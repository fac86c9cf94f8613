"""The tables as Parquet: the same cells as the CSV, the same bytes each time, and only where the editor asks."""

import csv
import hashlib
import io
import json
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from frictionless import validate
from made_bilinguals import made_digest
from test_escape import HOSTILE

from policy_digest import lexicon
from policy_digest.cli import main
from policy_digest.collate import collate
from policy_digest.model import Binary, Page, Text
from policy_digest.render import data_files
from policy_digest.render.escape import cell
from policy_digest.render.opendata import parquet as made
from policy_digest.render.opendata.tables import Row, table
from tests.built_pages import body, parse_page
from tests.followed import collection
from tests.projects import ROOT, Project, build, built_once

pyarrow = pytest.importorskip("pyarrow", reason="pyarrow is not installed: no Parquet file was written or read")
TABLES = (*("commitment_links", "commitments", "digests", "gaps", "indicators", "mechanisms", "programmes", "terms"),)


def files(*, is_wanted: bool = True) -> dict[str, bytes]:
    made = data_files(collection(), parquet=is_wanted)
    return {page.path.removeprefix("data/"): page.content for page in made if page.path.startswith("data/")}


def read(content: bytes) -> Any:
    import pyarrow.parquet

    return pyarrow.parquet.read_table(io.BytesIO(content))


def as_csv(value: Any) -> str:
    """A value as the CSV file prints it, but for the zeros that a decimal's column gives it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Decimal):
        text = f"{value:f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
    return str(value)


@pytest.mark.parametrize("name", [name for name in TABLES if name != "digests"])
def test_a_parquet_file_has_the_cells_of_the_csv_file(name: str) -> None:
    found = files()
    rows = list(csv.reader(io.StringIO(found[f"{name}.csv"].decode("utf-8-sig"))))
    told = read(found[f"{name}.parquet"])

    columns = list(told.schema)
    assert [column.name for column in columns] == rows[0]
    decimals = {column.name for column in columns if pyarrow.types.is_decimal(column.type)}
    cells = [[cell(as_csv(value)) for value in row.values()] for row in told.to_pylist()]
    assert cells == [
        [as_csv(Decimal(words)) if words and name in decimals else words for name, words in row]
        for row in (zip(rows[0], line, strict=True) for line in rows[1:])
    ]


def test_the_digests_have_the_values_of_their_json_lines() -> None:
    found = files()
    lines = [json.loads(line) for line in found["digests.jsonl"].decode().splitlines()]

    assert read(found["digests.parquet"]).to_pylist() == [
        {key: None if value == "" else value for key, value in line.items()} for line in lines
    ]


def test_columns_have_types_and_say_what_they_hold_in_both_languages() -> None:
    schema = read(files()["indicators.parquet"]).schema

    types = {name: str(schema.field(name).type) for name in ("slug", "unit_mult", "obs_value", "derived")}
    assert types == {"slug": "string", "unit_mult": "int64", "obs_value": "decimal128(38, 6)", "derived": "bool"}
    assert [f.name for f in schema if not all(f.metadata[k] for k in (b"title", b"title_zh", b"description_zh"))] == []
    assert schema.metadata[b"title_zh"].decode() == "数据"


def test_the_same_collection_makes_the_same_bytes() -> None:
    assert files() == files()


def test_nobody_who_did_not_ask_is_given_parquet() -> None:
    assert [name for name in files(is_wanted=False) if "parquet" in name] == []
    assert b"parquet" not in files(is_wanted=False)["datapackage.json"]


def test_the_package_lists_the_files_with_size_and_checksum_and_is_valid(tmp_path: Path) -> None:
    found = files()
    for name, content in found.items():
        (tmp_path / name).write_bytes(content)
    package = json.loads(found["datapackage.json"])

    listed = [one["parquet"] for one in package["resources"] if "parquet" in one]
    told = {one["path"]: (one["bytes"], one["hash"]) for one in listed}
    assert told == {
        f"{name}.parquet": (len(b), f"sha256:{hashlib.sha256(b).hexdigest()}")
        for name in TABLES
        for b in (found[f"{name}.parquet"],)
    }
    report = validate(str(tmp_path / "datapackage.json"))
    assert (report.valid, report.flatten(["type", "message"])) == (True, [])


def of_numbers(*numbers: str) -> Any:
    """The column of values of a table with these."""
    described = lexicon.load().columns
    rows: list[Row] = [("a", number) for number in numbers]
    return read(made.parquet_file(table(described, "indicators.csv", ("slug", "obs_value"), rows)).content)["obs_value"]


@pytest.mark.parametrize(
    ("numbers", "kind"),
    [
        (("1", "-36.17", ""), "decimal128(38, 6)"),
        (("0.00000012345",), "decimal128(38, 11)"),
        (("9" * 33, "0.1"), "decimal256(76, 6)"),
        (("9" * 80,), "string"),
        ((), "decimal128(38, 6)"),
    ],
)
def test_a_number_keeps_all_its_digits(numbers: tuple[str, ...], kind: str) -> None:
    column = of_numbers(*numbers)

    assert str(column.type) == kind
    assert [as_csv(value) for value in column.to_pylist()] == list(numbers)


def test_hostile_words_are_kept_as_they_are() -> None:
    digest = replace(made_digest(), title=Text("=1+1" + "".join(HOSTILE), None, "missing"))
    found = {page.path: page for page in data_files(collate([digest]), parquet=True)}

    assert read(found["data/digests.parquet"].content)["title_zh"].to_pylist() == [digest.title.zh]


# ---------------------------------------------------------------- the command


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A site with Parquet files."""

    def make(folder: Path) -> None:
        project = Project(folder)
        project.seeds.mkdir(parents=True)
        project.i18n.mkdir()
        path = ROOT / "tests/collection/qingshi-2024.txt"
        (project.seeds / path.name).write_bytes(path.read_bytes())
        build([*project.options, "--parquet"])

    return built_once(tmp_path_factory, "parquet-built", make)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_site_that_has_the_files_says_so(asked: Project, language: str) -> None:
    page = asked.site / language / "data/index.html"
    links = [link.attributes["href"] for link in body(parse_page(page)).find("a", "pd-file")]

    listed = [link for link in links if link.endswith(".parquet")]
    assert sorted(Path(link).stem for link in listed) == sorted(TABLES)
    assert [link for link in listed if not (page.parent / link).is_file()] == []
    assert page.read_text(encoding="utf-8").count("application/vnd.apache.parquet") == len(TABLES)


def test_without_the_library_the_command_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(made, "is_installed", lambda: False)

    code = main(["build", "--parquet", "--docs", str(tmp_path / "docs"), "--site", str(tmp_path / "site")])

    assert (code, list(tmp_path.iterdir())) == (1, [])
    assert capsys.readouterr().err.splitlines()[0] == (
        "--parquet: found no library 'pyarrow', "
        "expected it to be installed: python -m pip install --require-hashes -r requirements-parquet.txt"
    )


def test_no_build_loads_the_library_unasked() -> None:
    command = "import sys; import policy_digest.cli; print('pyarrow' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", command], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "False\n"


def test_pages_and_binary_files_tell_their_bytes() -> None:
    assert (Page("a", "税").content, Binary("b", b"\0").content) == ("税".encode(), b"\0")
