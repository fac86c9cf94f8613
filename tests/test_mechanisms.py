"""The kinds of mechanism and what texts call commitments: data that carry their own proof."""

import shutil
from pathlib import Path

import pytest

from policy_digest import lexicon
from policy_digest.errors import FaultsError
from policy_digest.lexicon import mechanisms, stances, tables

KINDS = {kind.id: kind for kind in lexicon.load().mechanisms.kinds}
ENTRIES = tables.read_entries("mechanisms", mechanisms._KEYS, mechanisms._PATTERNS)
STANCES = tables.read_entries("stances", stances._KEYS)
CASES = [
    (one["id"], case, key == "examples")
    for one in ENTRIES
    for key in ("examples", "counterexamples")
    for case in one[key]
]
SAID = [
    (one["id"], text, key == "examples")
    for one in STANCES
    for key in ("examples", "counterexamples")
    for text in one[key]
]


@pytest.mark.parametrize(
    ("kind", "case", "is_one"), CASES, ids=lambda value: value["text"] if isinstance(value, dict) else None
)
def test_an_example_is_of_its_kind_and_a_counterexample_is_not(kind: str, case: dict[str, str], is_one: bool) -> None:
    known, text = KINDS[kind], case["text"]
    found = known.has_name(case["name"], (text,)) if "name" in case else known.deed(text) is not None
    assert found is is_one


@pytest.mark.parametrize(("kind", "case"), [(kind, case) for kind, case, is_one in CASES if is_one])
def test_a_wording_is_of_one_kind_only(kind: str, case: dict[str, str]) -> None:
    text = case["text"]
    found = [
        one.id
        for one in KINDS.values()
        if (one.has_name(case["name"], (text,)) if "name" in case else one.deed(text) is not None)
    ]
    assert found == [kind]


@pytest.mark.parametrize(("stance", "text", "is_one"), SAID)
def test_a_stance_reads_its_examples_and_no_counterexample(stance: str, text: str, is_one: bool) -> None:
    known = next(one for one in lexicon.load().stances.known if one.id == stance)
    assert (known.pattern.search(text) is not None) is is_one


LINES = ("日" * 10_000, "每日" * 5_000, "计划" * 5_000, "将要" * 5_000, "增长1" * 3_000, "书记" * 5_000, "，" * 10_000)


@pytest.mark.parametrize("line", LINES, ids=lambda line: line[:3])
def test_every_pattern_is_quick_on_a_long_line(line: str) -> None:
    from time import process_time

    began = process_time()
    for kind in KINDS.values():
        kind.has_name(line, (line,))
        kind.deed(line + "诉求")
    lexicon.load().stances.of(line)
    assert process_time() - began < 0.5


GOOD = """- id: yard
  zh: 小院
  en: Yards
  note_zh: 一
  note_en: One
  names: 小院
  examples: [{text: 建成小院。, name: 云溪小院}]
  counterexamples: [{text: 建成大院。, name: 云溪大院}]
"""


@pytest.mark.parametrize(
    ("entry", "line", "found"),
    [
        (GOOD.replace("names: 小院", "names: '小('"), 1, "names: "),
        (GOOD.replace("  names: 小院\n", ""), 1, "neither 'names' nor 'deeds'"),
        (GOOD.replace("id: yard", "id: Yard-1"), 1, "id 'Yard-1'"),
        (GOOD + GOOD, 9, "'yard' after 'yard'"),
        (GOOD.replace("names:", "name:"), 1, "unknown key 'name'"),
        (GOOD.replace("[{text: 建成大院。, name: 云溪大院}]", "[]"), 1, "no counterexamples"),
        (GOOD.replace("{text: 建成小院。, name: 云溪小院}", "小院"), 1, "examples: 小院"),
    ],
)
def test_a_malformed_kind_is_refused_with_file_and_line(tmp_path: Path, entry: str, line: int, found: str) -> None:
    (tmp_path / "mechanisms.yml").write_text(entry, encoding="utf-8")
    with pytest.raises(FaultsError) as raised:
        mechanisms.load(folder=tmp_path)
    fault = raised.value.faults[0]
    assert (fault.path.endswith("mechanisms.yml"), fault.line, fault.found.startswith(found)) == (True, line, True)


@pytest.mark.parametrize(
    ("old", "new"), [("'预计|", "'预计(|"), ("examples: [预计2025年建成投用。", "examples: [1, 预计2025年建成投用。")]
)
def test_a_malformed_stance_is_refused_with_file_and_line(tmp_path: Path, old: str, new: str) -> None:
    path = tmp_path / "stances.yml"
    shutil.copy(tables.FOLDER / "stances.yml", path)
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(FaultsError) as raised:
        stances.load(folder=tmp_path)
    assert raised.value.faults[0].line > 1
