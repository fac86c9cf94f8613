"""Each rule of the figures' tables holds beside its examples, and is quick on long lines."""

import re
from pathlib import Path
from typing import Any

import pytest

from policy_digest import lexicon
from policy_digest.errors import FaultsError
from policy_digest.extract.periods import Before, periods
from policy_digest.lexicon.figures import Rules, compiled, expand
from policy_digest.lexicon.folding import fold
from policy_digest.lexicon.tables import read_entries, read_rows
from tests.made_readings import mentions, printed, spans

PROOF = ("id", "pattern", "examples", "counterexamples")
FIGURES = lexicon.load().figures
UNITS = read_rows("units", ("unit", "code", "kind", "factor", "not_before", "example"))
MASKS = read_entries("masks", (*PROOF, "reason"), ("unless",))
NATURES = read_entries("natures", (*PROOF, "nature", "scope"))
RANKS = read_entries("ranks", (*PROOF, "value"), ("needs",))
BASES = read_entries("bases", (*PROOF, "base"), ("direction", "reach"))
CUES = read_entries("cues", (*PROOF, "use"))
PERIODS = read_entries("periods", ("id", "role", "value", "words", "examples", "counterexamples"))


def cases(entries: tuple[Any, ...], key: str) -> list[Any]:
    """One case for each example of each entry."""
    return [pytest.param(e, text, id=f"{e['id']}-{text}") for e in entries for text in e[key]]


def found(table: str, entry: Any, text: str) -> list[str]:
    """What the entry's own pattern matches in a folded text."""
    return [m.group() for m in compiled(table, entry).finditer(fold(text, FIGURES.simplified))]


@pytest.mark.parametrize("row", UNITS, ids=[row["unit"] for row in UNITS])
def test_a_unit_is_read_in_its_example(row: dict[str, str]) -> None:
    assert [m.unit_zh for m in mentions(row["example"] + "。")][-1:] == [row["unit"]]


@pytest.mark.parametrize(("entry", "text"), cases(MASKS, "examples"))
def test_a_mask_covers_what_its_example_marks(entry: Any, text: str) -> None:
    marked = re.findall("【(.*?)】", text)
    plain = text.replace("【", "").replace("】", "")

    assert found("masks", entry, plain) == [fold(m, FIGURES.simplified) for m in marked]


@pytest.mark.parametrize(("entry", "text"), cases(MASKS, "examples"))
def test_what_a_mask_covers_is_no_figure(entry: Any, text: str) -> None:
    marked = re.findall("【(.*?)】", text)
    plain = text.replace("【", "").replace("】", "") + "。"

    assert [s for s in spans(plain) if any(s in m for m in marked) and entry["id"] != "project-size"] == []


@pytest.mark.parametrize(("entry", "text"), cases(MASKS, "counterexamples"))
def test_a_mask_leaves_its_counterexample_alone(entry: Any, text: str) -> None:
    assert found("masks", entry, text) == []


@pytest.mark.parametrize(("entry", "text"), cases(NATURES, "examples"))
def test_a_nature_is_told_in_its_example(entry: Any, text: str) -> None:
    assert found("natures", entry, text) != []


@pytest.mark.parametrize(("entry", "text"), cases(NATURES, "counterexamples"))
def test_a_nature_is_not_told_in_its_counterexample(entry: Any, text: str) -> None:
    assert found("natures", entry, text) == []


@pytest.mark.parametrize(("entry", "text"), cases(RANKS, "examples"))
def test_a_rank_is_read_as_its_example_marks_it(entry: Any, text: str) -> None:
    marked = re.findall("【(.*?)】", text)
    plain = text.replace("【", "").replace("】", "") + "。"

    assert [printed(m) for m in mentions(plain) if m.rule == entry["id"]] == marked


@pytest.mark.parametrize(("entry", "text"), cases(RANKS, "counterexamples"))
def test_no_rank_is_read_in_a_counterexample(entry: Any, text: str) -> None:
    assert [printed(m) for m in mentions(text + "。") if m.rule == entry["id"]] == []


@pytest.mark.parametrize(("entry", "text"), cases(BASES, "examples"))
def test_a_change_takes_its_base_from_an_example(entry: Any, text: str) -> None:
    mention = mentions("税收" + text + "。")[-1]

    assert (mention.base or "").partition(":")[0] == entry["base"]


@pytest.mark.parametrize(("entry", "text"), cases(BASES, "counterexamples"))
def test_no_base_is_told_in_a_counterexample(entry: Any, text: str) -> None:
    assert found("bases", entry, text) == []


@pytest.mark.parametrize(("entry", "text"), cases(CUES, "examples"))
def test_a_cue_is_found_in_its_example(entry: Any, text: str) -> None:
    pattern = compiled("cues", entry).pattern.replace("$", "")

    assert re.search(pattern, fold(text, FIGURES.simplified))


@pytest.mark.parametrize("text", [p.values[1] for p in cases(PERIODS, "examples")])
def test_a_word_of_time_is_read_in_its_example(text: str) -> None:
    dates = periods(fold(text, FIGURES.simplified), Before(year=2024, spoken=2024, same="2023"), FIGURES)

    assert dates


@pytest.mark.parametrize("text", [p.values[1] for p in cases(PERIODS, "counterexamples")])
def test_a_word_of_time_is_not_read_in_its_counterexample(text: str) -> None:
    assert periods(text, Before(year=2024, spoken=2024), FIGURES) == ()


ADVERSARIAL = [
    "1" * 10_000,
    "1," * 5_000,
    "十" * 10_000,
    "一" * 10_000,
    "1.2:" * 2_500,
    "2024年" * 2_000,
    "增长" * 5_000,
]
ADVERSARIAL += [
    "约近超达" * 2_500,
    "a" * 10_000,
    "比" * 10_000,
    "第一、" * 3_000,
    "“" * 10_000,
    "将" * 10_000,
    "每" * 10_000,
]
ADVERSARIAL += [
    "计划" * 5_000,
    "全区" * 5_000,
    "1个" * 5_000,
    "1 " * 5_000,
    "预计可" * 3_000,
    "1亿" * 5_000,
    "(1)" * 3_000,
]


@pytest.mark.parametrize("line", ADVERSARIAL, ids=[line[:8] for line in ADVERSARIAL])
def test_a_line_of_ten_thousand_characters_is_read_and_every_figure_stands_in_it(line: str) -> None:
    found = mentions(line + "。")

    assert all(0 <= mention.start < mention.end <= len(line) for mention in found)


def test_a_pattern_that_does_not_compile_is_a_fault_with_its_line() -> None:
    with pytest.raises(FaultsError, match=r"masks\.yml:7: found pattern that does not compile"):
        compiled("masks", {"pattern": "(", "line": 7})


def test_units_are_written_once_and_have_a_known_kind() -> None:
    assert {row["kind"] for row in UNITS} == {"level", "count", "share", "noun"}


def test_the_tables_are_read_from_the_package() -> None:
    assert (Path(lexicon.__file__).parent.parent / "data" / "units.tsv").is_file()


@pytest.mark.parametrize(("rules", "entries"), [(FIGURES.masks, MASKS), (FIGURES.natures, NATURES)])
def test_passing_over_places_where_no_rule_begins_loses_none(rules: Rules, entries: tuple[Any, ...]) -> None:
    seeds = [seed.read_text(encoding="utf-8") for seed in sorted(Path("seeds").glob("*.txt"))]
    lines = [*seeds, *(bare(example) for entry in entries for example in entry["examples"])]
    folded = [fold(line, FIGURES.simplified) for line in lines]

    lost = [line for line in folded if spans_of(rules, line) != [m.span() for m in rules.pattern.finditer(line)]]

    assert not lost


def test_masks_divided_by_how_they_begin_match_what_the_whole_table_does() -> None:
    whole = re.compile("|".join(f"(?:{expand(entry['pattern'])})" for entry in MASKS))
    seeds = [seed.read_text(encoding="utf-8") for seed in sorted(Path("seeds").glob("*.txt"))]
    lines = [*seeds, *(bare(example) for entry in MASKS for example in entry["examples"])]
    folded = [fold(line, FIGURES.simplified) for line in lines]

    other = [line for line in folded if spans_of(FIGURES.masks, line) != [m.span() for m in whole.finditer(line)]]

    assert not other


def bare(example: str) -> str:
    """An example without the marks of what is masked."""
    return example.replace("【", "").replace("】", "")


def spans_of(rules: Rules, text: str) -> list[tuple[int, int]]:
    """Where the rules match."""
    return [match.span() for match, _ in rules.within(text)]
