"""The data files and what describes them: Data Package 2, CSV on the Web, and the JSON Schema of a record."""

import copy
import csv
import hashlib
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest
from csvw import CSVW, TableGroup
from frictionless import validate
from jsonschema import Draft202012Validator
from made_bilinguals import QINGHE, made_digest

from policy_digest import lexicon
from policy_digest.collate import collate
from policy_digest.model import BilingualDigest, Bound, Kind, Nature, PeriodSource, Status, TermStatus
from policy_digest.model.bilinguals import BilingualTerm
from policy_digest.render import data_files, record_json
from policy_digest.render.opendata.files import data_tables
from policy_digest.render.opendata.record_schema import record_schema
from policy_digest.render.record import SCHEMA
from policy_digest.render.views import view
from tests.projects import Project

TERM = BilingualTerm("接诉即办", "swift response to public complaints", "official", 1, "governance", "the city", "")
DESCRIBING = {"csv-metadata.json", "datapackage.json", "record.schema.json", "sidecar.schema.json"}


def digests() -> list[BilingualDigest]:
    first = replace(made_digest(), terms=(TERM,))
    return [first, made_digest("liuhe-2023", period="2023", figures=QINGHE[:3])]


def files(*given: BilingualDigest) -> dict[str, str]:
    """The files under ``data/`` by name."""
    made = data_files(collate(given or digests()))
    return {page.path.removeprefix("data/"): page.body for page in made if page.path.startswith("data/")}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The data files on disk, byte for byte as they are published."""
    for name, body in files().items():
        (tmp_path / name).write_bytes(body.encode())
    return tmp_path


def changed(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_bytes().decode()
    assert old in text
    path.write_bytes(text.replace(old, new, 1).encode())


# ---------------------------------------------------------------- Data Package


def package(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "datapackage.json").read_bytes())
    return found


def test_frictionless_accepts_the_package(folder: Path) -> None:
    report = validate(str(folder / "datapackage.json"))

    assert (report.valid, report.flatten(["type", "message"])) == (True, [])


def test_frictionless_accepts_the_package_of_the_seeds(built: Project) -> None:
    report = validate(str(built.site / "data/datapackage.json"))

    assert (report.valid, report.flatten(["type", "message"])) == (True, [])


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("indicators.csv", "915000000", "很多"),
        ("indicators.csv", "expected", "hoped"),
        ("gaps.csv", "\r\nqinghe-2024", "\r\n"),
        ("digests.jsonl", '"gaps":', '"gap":'),
        ("qinghe-2024.json", "税收", "税"),
    ],
    ids=["a word for a number", "an unknown value", "no slug", "another key", "a word less"],
)
def test_frictionless_notices_a_file_that_is_not_as_described(folder: Path, name: str, old: str, new: str) -> None:
    changed(folder, name, old, new)

    assert not validate(str(folder / "datapackage.json")).valid


def test_the_package_holds_size_and_checksum_of_every_file(folder: Path) -> None:
    told = {one["path"]: (one["bytes"], one["hash"]) for one in package(folder)["resources"]}

    contents = {path.name: path.read_bytes() for path in folder.iterdir() if path.name not in DESCRIBING}
    assert told == {name: (len(b), f"sha256:{hashlib.sha256(b).hexdigest()}") for name, b in contents.items()}


def test_the_package_is_of_version_2_and_says_under_which_licence_and_from_what(folder: Path) -> None:
    found = package(folder)

    assert found["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert found["licenses"][0]["name"] == "MIT"
    assert [source["title"] for source in found["sources"]] == [
        resource["sources"][0]["title"] for resource in reversed(found["resources"]) if "sources" in resource
    ][::-1]


def test_the_package_names_the_site_only_where_it_is_known() -> None:
    unknown = files()["datapackage.json"]
    known = {page.path: page.body for page in data_files(collate(digests()), site_url="https://example.org/pd")}

    assert "homepage" not in json.loads(unknown)
    assert json.loads(known["data/datapackage.json"])["homepage"] == "https://example.org/pd/"


def test_every_column_is_told_in_both_languages(folder: Path) -> None:
    fields = [field for one in package(folder)["resources"] for field in one.get("schema", {}).get("fields", [])]

    assert [f["name"] for f in fields if not all(f[k] for k in ("title", "title_zh", "description"))] == []


# ---------------------------------------------------------------- the tables


def test_no_column_is_described_that_no_file_has() -> None:
    described = lexicon.load().columns
    tables = data_tables(collate(digests()), dict.fromkeys(("qinghe-2024", "liuhe-2023"), ""))

    used = {id(column) for table in tables for column in table.columns}
    assert [name for name, column in described.by_name.items() if id(column) not in used] == ["kind"]


@pytest.mark.parametrize(
    ("column", "values"),
    [
        ("indicators.kind", get_args(Kind)),
        ("bound", get_args(Bound)),
        ("nature", get_args(Nature)),
        ("period_source", get_args(PeriodSource)),
        ("name_status", get_args(Status)),
        ("text_status", get_args(Status)),
        ("title_status", get_args(Status)),
        ("status", get_args(TermStatus)),
    ],
)
def test_the_values_that_a_column_may_hold_are_those_that_there_are(column: str, values: tuple[str, ...]) -> None:
    assert lexicon.load().columns.by_name[column].values == values


def test_a_csv_file_opens_with_a_byte_order_mark_and_a_json_file_does_not() -> None:
    marked = {name for name, body in files().items() if body.startswith("\ufeff")}

    assert marked == {name for name in files() if name.endswith(".csv")}


def table(name: str, *given: BilingualDigest) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files(*given)[name].removeprefix("\ufeff"))))


def test_a_commitment_has_its_words_its_sentence_and_its_place_on_the_page() -> None:
    made = made_digest()
    shown = [item for section in made.sections for item in section.commitments]

    found = table("commitments.csv", made)

    assert [(row["text_zh"], row["url_fragment"]) for row in found] == [(i.text.zh, f"#{i.id}") for i in shown]
    assert all(row["sentence"] for row in found)


def test_a_commitment_that_the_page_does_not_list_is_in_no_table() -> None:
    made = made_digest()
    without = replace(made, sections=tuple(replace(section, commitments=()) for section in made.sections))

    assert table("commitments.csv", without) == []


def test_a_programme_listed_in_two_sections_has_one_row() -> None:
    made = made_digest()
    listed = next(section.programmes for section in made.sections if section.programmes)
    twice = replace(made, sections=tuple(replace(section, programmes=listed) for section in made.sections))

    assert [row["name_zh"] for row in table("programmes.csv", twice)] == [item.text.zh for item in listed]


def test_a_term_has_one_row_with_all_digests_that_use_it() -> None:
    both = [replace(made, terms=(TERM,)) for made in digests()]

    row = table("terms.csv", *both)[0]

    assert (row["slugs"], row["sentences"]) == ("liuhe-2023 qinghe-2024", "2")


def test_the_line_of_a_digest_counts_what_its_page_shows() -> None:
    lines = [json.loads(line) for line in files()["digests.jsonl"].splitlines()]

    told = [(line["slug"], line["figures"], line["programmes"], line["commitments"], line["gaps"]) for line in lines]
    counts = [(made.slug, view(made).counts) for made in digests()]
    assert told == [(slug, c.figures, c.programmes, c.commitments, c.gaps) for slug, c in counts]


def test_the_line_of_a_digest_has_the_checksum_of_its_record() -> None:
    found = files()
    line = json.loads(found["digests.jsonl"].splitlines()[0])

    assert line["sha256"] == hashlib.sha256(found[line["record"]].encode()).hexdigest()


def test_the_order_in_which_digests_come_changes_no_byte() -> None:
    assert files(*digests()) == files(*reversed(digests()))


# ---------------------------------------------------------------- CSV on the Web


def test_the_csvw_metadata_fit_the_files(folder: Path) -> None:
    found = CSVW(str(folder / "csv-metadata.json"))

    assert (found.is_valid, found.warnings) == (True, [])


def test_the_csvw_metadata_describe_every_csv_file_and_its_keys_hold(folder: Path) -> None:
    tables = TableGroup.from_file(str(folder / "csv-metadata.json")).tables

    assert {str(one.url) for one in tables} == {path.name for path in folder.glob("*.csv")}
    assert all(one.check_primary_key() for one in tables)


@pytest.mark.filterwarnings("always")  # the validator collects its own warnings
@pytest.mark.parametrize(
    ("old", "new"),
    [("915000000", "很多"), ("expected", "hoped"), ("indicator_id", "indicator")],
    ids=["a word for a number", "an unknown value", "another header"],
)
def test_the_csvw_validator_notices_a_file_that_is_not_as_described(folder: Path, old: str, new: str) -> None:
    changed(folder, "indicators.csv", old, new)

    assert not CSVW(str(folder / "csv-metadata.json")).is_valid


# ---------------------------------------------------------------- the record's schema


def strict(schema: Any) -> Any:
    """The schema that allows no key but those it describes."""
    if isinstance(schema, list):
        return [strict(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {"additionalProperties": False} if schema.get("type") == "object" else {}
    return {key: strict(value) for key, value in schema.items()} | closed


PUBLISHED = Draft202012Validator(record_schema(SCHEMA))
STRICT = Draft202012Validator(strict(record_schema(SCHEMA)))


def faults(validator: Draft202012Validator, record: Any) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(record)]


def test_the_published_schema_is_a_schema_of_draft_2020_12() -> None:
    schema = json.loads(files()["record.schema.json"])

    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("made", digests(), ids=lambda made: str(made.slug))
def test_a_made_record_has_the_keys_of_the_schema_and_no_others(made: BilingualDigest) -> None:
    assert faults(STRICT, json.loads(record_json(made))) == []


def test_every_record_of_the_site_has_the_keys_of_the_schema_and_no_others(built: Project) -> None:
    found = {path.name for path in (built.site / "data").glob("*.json")} - DESCRIBING

    assert len(found) == 2
    assert [f for name in found for f in faults(STRICT, json.loads((built.site / "data" / name).read_bytes()))] == []


def places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Where each key of a record is, in the first of each list."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield (*path, key)
            yield from places(inner, (*path, key))
    elif isinstance(value, list) and value:
        yield from places(value[0], (*path, 0))


def seeds_record(built: Project) -> Any:
    return json.loads((built.site / "data/yongledian-2024.json").read_bytes())


def still_valid(record: Any, damage: Callable[[Any, Any], object]) -> list[tuple[Any, ...]]:
    """The keys that can be damaged so without the schema's notice."""
    passed = []
    for path in places(record):
        damaged = copy.deepcopy(record)
        inner = damaged
        for step in path[:-1]:
            inner = inner[step]
        damage(inner, path[-1])
        passed += [path] if PUBLISHED.is_valid(damaged) else []
    return passed


def test_a_record_without_any_one_key_is_refused(built: Project) -> None:
    record = seeds_record(built)

    passed = still_valid(record, dict.pop)
    assert (passed, len(list(places(record))) > 150) == ([], True)


def test_a_record_with_a_value_of_another_type_is_refused(built: Project) -> None:
    def retype(inner: dict[Any, Any], key: Any) -> None:
        inner[key] = 1.5 if not isinstance(inner[key], (int, float)) else "1.5"

    assert still_valid(seeds_record(built), retype) == []


def test_a_key_of_a_later_version_does_not_make_a_record_invalid() -> None:
    record = {**json.loads(record_json(made_digest())), "later": []}

    assert (PUBLISHED.is_valid(record), STRICT.is_valid(record)) == (True, False)
