"""The ledger of published values: what it holds, what differs from it and why, and its file."""

from dataclasses import replace
from pathlib import Path

import pytest

from policy_digest.collate import differences, ledger_rows
from policy_digest.errors import FaultsError
from policy_digest.model import NO_LEDGER, Ledger, LedgerRow
from policy_digest.publish import keep_ledger
from policy_digest.read import read_ledger
from tests.corrected import ARTICLE, Made, corrected

TAX = "hide: observation\nwords: 5.2%"


def ledger_of(*made: Made) -> Ledger:
    return Ledger(ledger_rows([one.told for one in made]), is_there=True)


def told(made: Made, ledger: Ledger) -> list[tuple[str, str, str]]:
    """Each difference: as recorded, as it is, and the reason."""
    found = differences([made.told], ledger)
    return [(d.old.shown_zh if d.old else "", d.new.shown_zh if d.new else "", d.reason) for d in found]


@pytest.fixture
def before(tmp_path: Path) -> Made:
    return corrected(tmp_path)


def test_the_ledger_has_a_row_for_each_observation_in_order(before: Made) -> None:
    rows = ledger_rows([before.told])

    assert [row.id for row in rows] == sorted(o.id for o in before.observations)


def test_a_row_tells_the_value_whole(before: Made) -> None:
    row = next(row for row in ledger_rows([before.told]) if row.shown_zh == "84.6亿元")

    assert (row.slug, row.name, row.value, row.unit, row.bound, row.nature, row.period, row.area, row.shown_en) == (
        "qinghe-2024",
        "工业总产值",
        "8460000000",
        "CNY",
        "eq",
        "expected",
        "2024",
        "青禾镇",
        "CNY 8.46 billion",
    )


def test_nothing_differs_from_what_was_just_recorded(before: Made) -> None:
    assert told(before, ledger_of(before)) == []


def test_nothing_differs_where_nothing_was_recorded(before: Made) -> None:
    assert told(before, NO_LEDGER) == []


def test_what_an_editor_corrected_is_told_with_the_correction(tmp_path: Path, before: Made) -> None:
    after = corrected(tmp_path, "change: observation\nwords: 84.6亿元\nset: {value: 85.1亿元}")

    (difference,) = differences([after.told], ledger_of(before))

    assert (difference.reason, difference.date, [e.edit.by for e in difference.edits]) == (
        "corrected",
        "2026-11-02",
        ["李一"],
    )


@pytest.mark.parametrize(
    ("correction", "difference"),
    [
        ("hide: observation\nwords: 84.6亿元", ("84.6亿元", "", "corrected")),
        ("change: observation\nwords: 84.6亿元\nset: {nature: actual}", ("84.6亿元", "84.6亿元", "corrected")),
        ("rename: observation\nwords: 3.6万吨\nto: 夏粮产量", ("3.6万吨", "3.6万吨", "corrected")),
    ],
)
def test_each_way_to_correct_a_value_is_told(
    tmp_path: Path, before: Made, correction: str, difference: tuple[str, str, str]
) -> None:
    assert told(corrected(tmp_path, correction), ledger_of(before)) == [difference]


def test_the_values_of_a_hidden_section_are_told_with_its_correction(tmp_path: Path, before: Made) -> None:
    after = corrected(tmp_path, "hide: section\nwords: 乡村振兴")

    assert {reason for _, _, reason in told(after, ledger_of(before))} == {"corrected"}


def test_a_value_of_an_edited_sentence_is_told_as_the_sources(tmp_path: Path, before: Made) -> None:
    after = corrected(tmp_path, article=ARTICLE.replace("1200人次", "1300人次"))

    assert told(after, ledger_of(before)) == [("1200人次", "1300人次", "source")]


def test_a_value_that_stays_in_an_edited_sentence_is_no_difference(tmp_path: Path, before: Made) -> None:
    after = corrected(tmp_path, article=ARTICLE.replace("培训农民1200人次", "培训农民1200人次以及各村干部"))

    assert told(after, ledger_of(before)) == []


def test_a_value_whose_sentence_left_is_told(tmp_path: Path, before: Made) -> None:
    after = corrected(tmp_path, article=ARTICLE.replace("建成高标准农田4.02万亩，粮食总产量达到3.6万吨。", ""))

    assert told(after, ledger_of(before)) == [("4.02万亩", "", "gone"), ("3.6万吨", "", "gone")]


def test_another_reading_of_the_same_sentence_is_told_as_the_programs(before: Made) -> None:
    ledger = ledger_of(before)
    rows = tuple(replace(row, nature="actual") if row.shown_zh == "84.6亿元" else row for row in ledger.rows)

    assert told(before, replace(ledger, rows=rows)) == [("84.6亿元", "84.6亿元", "reading")]


def test_a_value_that_is_not_read_any_more_is_told_as_the_programs(before: Made) -> None:
    ledger = ledger_of(before)
    sentence = next(row.sentence for row in ledger.rows if row.shown_zh == "84.6亿元")
    other = replace(ledger.rows[-1], id="o-ffffffffff", name="夜话场次", value="7", unit="item", sentence=sentence)

    assert told(before, replace(ledger, rows=(*ledger.rows, other)))[-1][2] == "reading"


def test_a_value_that_was_not_recorded_is_new(before: Made) -> None:
    ledger = ledger_of(before)
    rows = tuple(row for row in ledger.rows if row.shown_zh != "3.6万吨")

    assert told(before, replace(ledger, rows=rows)) == [("", "3.6万吨", "new")]


def test_an_article_that_came_or_left_is_one_line(before: Made) -> None:
    rows = tuple(replace(row, slug="yunxi-2023") for row in ledger_rows([before.told]))

    found = differences([before.told], Ledger(rows, is_there=True))

    assert [(d.slug, d.reason, d.count) for d in found] == [
        ("qinghe-2024", "article-new", len(rows)),
        ("yunxi-2023", "article-gone", len(rows)),
    ]


def test_the_latest_correction_comes_first_and_what_none_explains_last(tmp_path: Path, before: Made) -> None:
    article = ARTICLE.replace("1200人次", "1300人次")
    after = corrected(tmp_path, TAX, "hide: observation\nwords: 2000人", article=article)
    sidecar = (tmp_path / "qinghe.yml").read_text(encoding="utf-8")
    (tmp_path / "qinghe.yml").write_text(sidecar.replace("2026-11-02", "2026-10-01", 1), encoding="utf-8")
    later = differences([corrected_again(tmp_path).told], ledger_of(before))

    assert (len(after.told.digest.edits), [d.date for d in later]) == (2, ["2026-11-02", "2026-10-01", ""])


def corrected_again(folder: Path) -> Made:
    """The article of ``folder`` with the sidecar as it stands there."""
    from policy_digest.pipeline import gather_files
    from tests.projects import ROOT

    found, faults = gather_files([folder / "qinghe.txt"], ROOT / "i18n")
    return Made(next(iter(found.values()), None), faults)


# ---------------------------------------------------------------- the file


def test_what_is_written_is_what_is_read(tmp_path: Path, before: Made) -> None:
    rows = ledger_rows([before.told])

    is_new = keep_ledger(tmp_path, rows)

    assert (is_new, read_ledger(tmp_path)) == (True, Ledger(rows, is_there=True))


def test_the_same_values_leave_the_file_alone(tmp_path: Path, before: Made) -> None:
    rows = ledger_rows([before.told])
    keep_ledger(tmp_path, rows)

    assert keep_ledger(tmp_path, rows) is False


def test_without_a_file_nothing_is_recorded(tmp_path: Path) -> None:
    assert read_ledger(tmp_path) == NO_LEDGER


ROW = LedgerRow("a-2024", "o-1", "税收", "9", "", "CNY", "eq", "actual", "2024", "", "abc", "Tax", "9元", "CNY 9")


@pytest.mark.parametrize(
    ("rows", "line", "found"),
    [
        ([replace(ROW, bound="near")], 4, "'near' for 'bound'"),
        ([replace(ROW, nature="done")], 4, "'done' for 'nature'"),
        ([replace(ROW, name="")], 4, "no name"),
        ([ROW, ROW], 5, "'a-2024 o-1' after 'a-2024 o-1'"),
        ([replace(ROW, id="o-2"), ROW], 5, "'a-2024 o-1' after 'a-2024 o-2'"),
        ([replace(ROW, name="税\t收")], 4, "15 cells"),
    ],
)
def test_a_ledger_that_was_tampered_with_is_refused_with_its_line(
    tmp_path: Path, rows: list[LedgerRow], line: int, found: str
) -> None:
    keep_ledger(tmp_path, rows)

    with pytest.raises(FaultsError) as raised:
        read_ledger(tmp_path)

    assert [(fault.line, fault.found) for fault in raised.value.faults] == [(line, found)]


@pytest.mark.parametrize("text", ["", "slug\tid\n", "# nothing\n"])
def test_a_file_that_is_no_ledger_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "published.tsv").write_text(text, encoding="utf-8")

    with pytest.raises(FaultsError, match="found other columns"):
        read_ledger(tmp_path)
