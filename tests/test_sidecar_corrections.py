"""The corrections of a sidecar: read with their lines, and what is no correction refused by reader and schema alike."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from policy_digest.errors import FaultsError
from policy_digest.model import Correction
from policy_digest.read.sidecar import read_sidecar
from policy_digest.render.files import schema_json
from policy_digest.sidecars import SHAPES, schema
from tests.projects import ROOT
from tests.sidecar_examples import FAULTY, VALID, one

CHECKER = jsonschema.Draft202012Validator(schema())


class _Loader(yaml.SafeLoader):
    """YAML as an editor's program sees it: a date is text."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if not tag.endswith(":timestamp")]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def loaded(text: str) -> Any:
    return yaml.load(text, _Loader)  # noqa: S506 (a subclass of SafeLoader)


def read(folder: Path, text: str) -> tuple[Correction, ...]:
    (folder / "a.yml").write_text(text, encoding="utf-8")
    return read_sidecar(folder / "a.yml").corrections


def test_a_correction_is_read_whole(tmp_path: Path) -> None:
    text = one("change: observation\nwords: 84.6亿元\nin: 工业总产值84.6亿元\nset: {nature: actual, time_period: 2020}")

    assert read(tmp_path, text) == (
        Correction(
            "change",
            "observation",
            by="李一",
            date="2026-11-02",
            why="统计公报已公布",
            line=2,
            words="84.6亿元",
            within="工业总产值84.6亿元",
            values=(("nature", "actual"), ("time_period", "2020")),
        ),
    )


def test_a_new_name_is_what_a_renaming_sets(tmp_path: Path) -> None:
    text = one("rename: programme\nwords: 田间课堂\nto: 田间大课堂")

    assert [c.values for c in read(tmp_path, text)] == [(("name", "田间大课堂"),)]


def test_a_reason_of_several_lines_is_one_text(tmp_path: Path) -> None:
    assert [c.why for c in read(tmp_path, VALID["long reason"])] == ["署名见版面， 已核对。"]


@pytest.mark.parametrize("name", VALID)
def test_a_well_formed_sidecar_is_read(tmp_path: Path, name: str) -> None:
    assert len(read(tmp_path, VALID[name])) == VALID[name].count("why:")


@pytest.mark.parametrize("name", VALID)
def test_a_well_formed_sidecar_fits_the_schema(name: str) -> None:
    assert list(CHECKER.iter_errors(loaded(VALID[name]))) == []


@pytest.mark.parametrize("name", FAULTY)
def test_a_sidecar_that_is_not_is_refused_with_its_lines(tmp_path: Path, name: str) -> None:
    text, expected = FAULTY[name]

    with pytest.raises(FaultsError) as raised:
        read(tmp_path, text)

    assert [(fault.line, fault.found) for fault in raised.value.faults] == expected


@pytest.mark.parametrize("name", FAULTY)
def test_a_sidecar_that_is_not_does_not_fit_the_schema(name: str) -> None:
    assert not CHECKER.is_valid(loaded(FAULTY[name][0]))


def test_a_key_given_twice_is_told(tmp_path: Path) -> None:
    text = one("hide: observation\nwords: 84.6亿元\nwords: 84.7亿元")

    with pytest.raises(FaultsError) as raised:
        read(tmp_path, text)

    assert [(fault.line, fault.found) for fault in raised.value.faults] == [(4, "'words' twice")]


def test_every_shape_of_a_correction_is_among_the_examples() -> None:
    shown = {
        (action, entry[action])
        for text in VALID.values()
        for entry in (loaded(text) or {}).get("corrections", ())
        for action in ("change", "hide", "add", "rename")
        if action in entry
    }

    assert shown == set(SHAPES)


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


def test_the_schema_in_the_repository_is_the_one_that_is_published() -> None:
    """Else: python -m tests.help_texts writes it."""
    there = (ROOT / "policy_digest/data/sidecar.schema.json").read_text(encoding="utf-8")

    assert json.loads(there) == json.loads(schema_json())
