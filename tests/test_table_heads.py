"""Each rule of the heads' table holds beside its examples, and is quick on long heads."""

import re
from pathlib import Path
from typing import Any

import pytest

from policy_digest.errors import FaultsError
from policy_digest.lexicon import heads
from policy_digest.lexicon.folding import fold
from policy_digest.lexicon.likes import Likes
from policy_digest.lexicon.tables import read_entries

ENTRIES = read_entries("table_heads", ("id", "use", "pattern", "examples", "counterexamples"), ("value",))


def cases(key: str) -> list[Any]:
    """One case for each example of each entry."""
    return [pytest.param(e, text, id=f"{e['id']}-{text}") for e in ENTRIES for text in e[key]]


@pytest.mark.parametrize(("entry", "text"), cases("examples"))
def test_a_head_is_known_by_its_example(entry: Any, text: str) -> None:
    assert re.search(entry["pattern"], fold(text, Likes({})))


@pytest.mark.parametrize(("entry", "text"), cases("counterexamples"))
def test_a_head_is_not_known_by_its_counterexample(entry: Any, text: str) -> None:
    assert not re.search(entry["pattern"], fold(text, Likes({})))


def test_every_use_has_a_rule_and_every_rule_an_example() -> None:
    assert {entry["use"] for entry in ENTRIES} == set(heads.USES)
    assert [entry["id"] for entry in ENTRIES if not entry["examples"]] == []


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("- {id: a, use: nothing, pattern: x, examples: [x], counterexamples: []}", "use 'nothing'"),
        ("- {id: a, use: rank, pattern: '(', examples: [x], counterexamples: []}", "does not compile"),
    ],
)
def test_a_malformed_rule_is_refused_with_its_line(
    entry: str, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "table_heads.yml").write_text(entry + "\n", encoding="utf-8")
    monkeypatch.setattr(heads, "FOLDER", tmp_path)

    with pytest.raises(FaultsError, match=re.escape(expected)):
        heads.load()
