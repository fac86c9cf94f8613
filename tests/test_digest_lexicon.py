import shutil
from pathlib import Path

import pytest

from policy_digest.errors import FaultsError
from policy_digest.lexicon import genre
from policy_digest.lexicon.tables import FOLDER

NAMES = ("programmes", "commitments", "slogans", "weights", "gaps")


def folder_with(tmp_path: Path, name: str, entry: str) -> Path:
    for each in NAMES:
        shutil.copy(FOLDER / f"{each}.yml", tmp_path)
    path = tmp_path / f"{name}.yml"
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{entry}\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "entry", "found"),
    [
        ("slogans", "- {rule: praise, pattern: a, examples: [], counterexamples: []}", "rule 'praise'"),
        ("slogans", "- {rule: slogan, pattern: '(', examples: [], counterexamples: []}", "pattern: "),
        ("weights", "- {rule: name, weight: heavy, pattern: a, examples: [], counterexamples: []}", "weight 'heavy'"),
        ("commitments", "- {rule: cue, patern: a, examples: [], counterexamples: []}", "unknown key 'patern'"),
        ("programmes", "- {rule: verb, examples: [], counterexamples: []}", "no 'words'"),
        ("gaps", "- {kind: no-map, zh: 没有地图。}", "no 'en'"),
    ],
)
def test_a_malformed_entry_is_told_with_its_file_and_line(tmp_path: Path, name: str, entry: str, found: str) -> None:
    folder = folder_with(tmp_path, name, entry)
    line = (folder / f"{name}.yml").read_text(encoding="utf-8").count("\n")

    with pytest.raises(FaultsError) as raised:
        genre.load(folder=folder)

    told = [fault for fault in raised.value.faults if found in fault.found]
    assert [(fault.path, fault.line) for fault in told] == [(str(folder / f"{name}.yml"), line)]
