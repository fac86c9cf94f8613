"""The evaluation counts as its format says, and each pattern rule is needed by a labelled sentence."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from policy_digest import lexicon
from policy_digest.model import Observation
from tests.evaluate import FLOORS, below, labelled, read
from tests.labels import LabelError, Labelled, load
from tests.mutations import patterns, rules, witness, witness_of_pattern
from tests.patterns import Place
from tests.scoring import FIELDS, score

TEXT = """
- id: made
  period: "2024"
  text: 全镇完成税收3亿元，同比增长5%，居全县第一。
  figures:
    - {span: 3亿元, name: 税收, kind: level, value: "300000000", unit: CNY}
    - {span: 5%, name: 税收增速, kind: change, value: "5", unit: percent, change: [yoy, up, 税收]}
    - {span: 全县第一, name: 税收排名, accept: [税收, 税收增速], kind: rank, value: "1", unit: rank}
  not: []
"""


@pytest.fixture
def made(tmp_path: Path) -> Labelled:
    path = tmp_path / "made.yml"
    path.write_text(TEXT, encoding="utf-8")
    return load(path)[0]


def told(made: Labelled) -> list[Observation]:
    return list(read(made, lexicon.load()))


def test_what_is_read_as_labelled_has_no_fault(made: Labelled) -> None:
    assert score(made, told(made)).faults == []


def test_a_missed_figure_is_a_fault_and_lowers_recall(made: Labelled) -> None:
    result = score(made, told(made)[1:])

    assert (result.rates()["recall"], result.faults) == (pytest.approx(2 / 3), ["made: missed 3亿元 (税收)"])


def test_a_figure_read_twice_is_false(made: Labelled) -> None:
    observations = told(made)

    assert score(made, [*observations, observations[0]]).false == 1


def test_a_figure_that_must_not_be_read_is_counted_apart(made: Labelled) -> None:
    hidden = replace(made, observations=made.observations[1:], must_not=({"start": 6, "end": 9, "span": "3亿元"},))

    assert score(hidden, told(made)).must_not == 1


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("value", {"obs_value": Decimal(4)}),
        ("unit", {"unit_measure": "USD"}),
        ("bound", {"bound": "gt"}),
        ("nature", {"nature": "target"}),
        ("kind", {"kind": "count"}),
        ("period", {"time_period": "2023"}),
    ],
)
def test_a_field_that_differs_is_wrong(made: Labelled, field: str, change: dict[str, object]) -> None:
    observations = told(made)
    observations[0] = replace(observations[0], **change)

    wrong = [
        name for name in FIELDS if score(made, observations).fields[name][0] < score(made, told(made)).fields[name][0]
    ]

    assert wrong == [field]


def test_a_rate_below_its_floor_is_told() -> None:
    assert below({"recall": 0.91, "of": None}, {"recall": 0.95, "of": 0.9}) == [
        "recall is 0.910, below its floor of 0.950"
    ]


def test_a_label_that_is_not_in_the_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "wrong.yml"
    path.write_text(TEXT.replace("span: 5%", "span: 6%"), encoding="utf-8")

    with pytest.raises(LabelError, match="'6%' does not stand in the text"):
        load(path)


def test_every_numeral_of_the_labelled_sentences_has_a_label() -> None:
    missing = [(one.id, number) for texts in labelled().values() for one in texts for _, number in one.unlabelled()]

    assert missing == []


def test_there_are_three_hundred_labelled_sentences_and_more() -> None:
    assert sum(map(len, labelled().values())) >= 300


def test_the_floors_name_what_is_measured() -> None:
    floors = yaml.safe_load(FLOORS.read_text(encoding="utf-8"))

    assert {name for kind in floors.values() for name in kind} <= {"precision", "recall", "f1", *FIELDS}


@pytest.mark.parametrize(("table", "rule"), list(rules()), ids=lambda part: part)
def test_a_labelled_sentence_is_read_worse_without_a_rule(table: str, rule: str) -> None:
    assert witness(table, rule) is not None


@pytest.mark.parametrize("place", patterns(), ids=lambda place: place.name)
def test_a_labelled_sentence_is_read_worse_without_a_pattern(place: Place) -> None:
    assert witness_of_pattern(place) is not None
