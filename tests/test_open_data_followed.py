"""The data files of what is followed: commitments with their statuses, their links, and like mechanisms."""

import csv
import io
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from csvw import CSVW
from frictionless import validate

from policy_digest.render import data_files
from policy_digest.render.opendata.followed import TIME_STATUS, target_ids
from tests.followed import collection

NAMES = ("commitments", "commitment_links", "mechanisms", "indicators", "programmes")


@cache
def bodies(*stems: str) -> dict[str, str]:
    made = data_files(collection(*stems))
    return {page.path.removeprefix("data/"): page.body for page in made if page.path.startswith("data/")}


def table(name: str, *stems: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(bodies(*stems)[f"{name}.csv"].removeprefix("\ufeff"))))


def commitment(words: str) -> dict[str, str]:
    return next(row for row in table("commitments") if row["text_zh"].startswith(words))


def test_the_files_of_a_collection_are_as_their_descriptions_say(tmp_path: Path) -> None:
    for name, body in bodies().items():
        (tmp_path / name).write_bytes(body.encode())

    report, found = validate(str(tmp_path / "datapackage.json")), CSVW(str(tmp_path / "csv-metadata.json"))
    assert (report.valid, report.flatten(["type", "message"])) == (True, [])
    assert (found.is_valid, found.warnings) == (True, [])
    assert [name for name in NAMES if not table(name)] == []


@pytest.mark.parametrize(
    ("words", "cue", "time"),
    [
        ("力争税收达到9.00亿元", "力争", "passed"),
        ("计划改造老旧小区3个", "计划", "passed"),
        ("推广“板凳议事会”", "", "passed"),
    ],
)
def test_a_commitment_has_what_it_is_called_and_whether_its_time_has_passed(words: str, cue: str, time: str) -> None:
    row = commitment(words)

    assert (row["cue"], row["time_status"]) == (cue, time)


def test_the_statuses_of_the_table_are_those_of_the_pages() -> None:
    shown = {
        (one.digest.slug, one.item.id): (one.called.words if one.called else "", TIME_STATUS[one.time])
        for one in collection().commitments
    }

    assert {(row["slug"], row["id"]): (row["cue"], row["time_status"]) for row in table("commitments")} == shown


def test_the_first_of_all_targets_is_the_target_and_each_is_a_figure_of_the_same_digest() -> None:
    figures = {(row["slug"], row["id"]): row["nature"] for row in table("indicators")}
    rows = [row for row in table("commitments") if row["targets"]]

    assert [row["id"] for row in rows if row["target"] != row["targets"].split()[0]] == []
    natures = {figures[row["slug"], one] for row in rows for one in row["targets"].split()}
    assert (len(rows) > 2, natures <= {"target", "expected"}) == (True, True)
    assert [row["id"] for row in table("commitments") if row["target"] and not row["targets"]] == []


def test_a_commitment_of_two_targets_has_both_and_a_part_of_a_sentence_none_of_the_rest() -> None:
    one = next(one for one in collection().commitments if one.targets)
    row = one.targets[0]
    mark = row.marks[0]
    second = replace(row, marks=(replace(mark, observation="o-second"),))
    elsewhere = replace(row, marks=(replace(mark, observation="o-other", sentence="another"),))
    both = replace(one, targets=(second, row, elsewhere))

    assert target_ids(both, mark.sentence, mark.observation) == (mark.observation, "o-second")
    assert target_ids(both, mark.sentence, "o-of-another-part") == ("o-second", mark.observation)
    assert target_ids(replace(one, targets=()), mark.sentence, "o-not-listed") == ("o-not-listed",)


def test_each_link_of_the_pages_has_a_row_that_leads_to_a_figure_or_a_programme() -> None:
    shown = Counter(
        (one.digest.slug, one.item.id, found.rule, found.digest.slug, f"#{found.anchor}")
        for one in collection().commitments
        for found in one.evidence
    )
    rows = table("commitment_links")
    said = {rule: {(row["slug"], row["id"]) for row in table(f"{rule}s")} for rule in ("indicator", "programme")}
    periods = {row["slug"]: row["period"] for row in table("indicators")}

    columns = ("slug", "id", "rule", "later_slug", "url_fragment")
    assert (Counter(tuple(row[name] for name in columns) for row in rows), len(rows) > 5) == (shown, True)
    assert [row for row in rows if (row["later_slug"], row["later_id"]) not in said[row["rule"]]] == []
    assert [row for row in rows if row["later_period"] != periods[row["later_slug"]]] == []


def test_without_a_later_document_there_are_no_links() -> None:
    assert table("commitment_links", "qingshi-2022", "yunxi-2024") == []


def test_a_mechanism_has_its_kind_its_place_and_its_programme_where_it_has_a_name() -> None:
    programmes = {(row["slug"], row["id"]): row["name_zh"] for row in table("programmes")}
    rows = table("mechanisms")

    shown = [(kind.id, like.digest.slug, like.words.zh) for kind in collection().likenesses for like in kind.likes]
    assert [(row["mechanism"], row["slug"], row["words_zh"]) for row in rows] == shown
    named = [row for row in rows if row["programme"]]
    assert (len(named) > 1, all(row["mechanism_en"] and row["place"] for row in rows)) == (True, True)
    assert [row for row in named if programmes[row["slug"], row["programme"]] != row["words_zh"]] == []
