"""Whether a text was altered: a replacer is found out that the lexicon knows half of, and no clean text is an alarm."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from policy_digest import lexicon
from policy_digest.extract.wording import detect
from policy_digest.model import Wording
from policy_digest.read import read_source
from tests.projects import ROOT
from tests.replacer import KNOWN, UNKNOWN, passages, rewrite, tables

LEXICON = lexicon.load()
SEEDS = ROOT / "seeds"
SIZES = (300, 500, 1000, 3000)
FOLDER = os.environ.get("EVAL_DIR")
"""A folder with clean texts (``texts/*.txt``, ``corpus/*.txt``, ``bilingual/*.tsv``), where there is one."""


def told(text: str) -> Wording:
    return detect(LEXICON.figures.simplified.read(text), LEXICON.wording)


def seed(stem: str) -> str:
    return read_source(next(SEEDS.glob(f"{stem}*.txt"))).text


def pieces(text: str) -> Iterator[str]:
    """The whole text, and all of it cut into pieces of several sizes."""
    yield text
    for size in SIZES:
        yield from (text[start : start + size] for start in range(0, len(text), size))


# ---------------------------------------------------------------- the tables of the tests


def forms() -> frozenset[str]:
    return frozenset(LEXICON.wording.tells)


def test_the_lexicon_knows_at_most_half_of_the_replacer() -> None:
    known = {word for word in (*KNOWN.values(), *UNKNOWN.values()) if word in forms()}

    assert (known, len(KNOWN) <= len(UNKNOWN)) == (set(KNOWN.values()), True)


def test_the_unknown_half_does_not_hold_a_word_of_the_lexicon() -> None:
    assert [word for word in UNKNOWN.values() if any(form in word for form in forms())] == []


def test_each_table_has_as_many_unknown_rows_as_known_ones() -> None:
    assert [table for table in tables(50) if len(table.keys() & KNOWN.keys()) * 2 != len(table)] == []


def test_there_are_passages_enough() -> None:
    lengths = [len(text) for text in passages().values()]

    assert (len(lengths) >= 12, min(lengths) >= 500, max(lengths) <= 900) == (True, True, True)


# ---------------------------------------------------------------- altered texts


def test_rewritten_passages_are_found_out() -> None:
    """At forty or more replaced words in a thousand characters, by tables of any size."""
    rewritten = [rewrite(text, table) for table in tables(50) for text in passages().values()]
    heavy = [told(one.text).altered for one in rewritten if one.density >= 40]
    print(f"{sum(heavy)} of {len(heavy)} passages with 40 or more replaced words in a thousand characters")

    assert (sum(heavy) / len(heavy) >= 0.95, len(heavy) > 300) == (True, True)


def test_every_passage_is_found_out_once_the_whole_table_went_over_it() -> None:
    assert [name for name, text in passages().items() if not told(rewrite(text, KNOWN | UNKNOWN).text).altered] == []


def test_what_the_unknown_half_tells_alone_is_printed() -> None:
    """The words that are missing do not tell by themselves: a text of another genre lacks them too."""
    alone = [told(rewrite(text, UNKNOWN).text) for text in passages().values()]
    clean = [told(text) for text in passages().values()]
    print(f"unknown words alone: {sum(one.altered for one in alone)} of {len(alone)} found out; share of the staples")
    print("rewritten", sorted(map(str, (one.staples for one in alone))), "clean", min(one.staples for one in clean))

    assert max(one.staples for one in alone) < min(one.staples for one in clean)


def test_a_few_replaced_words_are_no_alarm() -> None:
    rewritten = [rewrite(text, dict([row])) for row in (KNOWN | UNKNOWN).items() for text in passages().values()]
    light = [one for one in rewritten if 0 < one.density < 5]

    assert ([one.text for one in light if told(one.text).altered], len(light) > 100) == ([], True)


def test_seed_003_is_found_out_in_each_of_its_parts() -> None:
    text = seed("003")

    assert [part for part in pieces(text) if len(part) >= 250 and not told(part).altered] == []


# ---------------------------------------------------------------- clean texts


@pytest.mark.parametrize("name", sorted(passages()))
def test_no_part_of_a_clean_passage_is_an_alarm(name: str) -> None:
    assert [part for part in pieces(passages()[name]) if told(part).altered] == []


def test_no_part_of_seed_000_is_an_alarm() -> None:
    assert [part for part in pieces(seed("000")) if told(part).altered] == []


def clean_files() -> list[Path]:
    folder = Path(FOLDER or "/nowhere")
    found = [*folder.glob("texts/*.txt"), *folder.glob("corpus/*.txt"), *folder.glob("bilingual/*.tsv")]
    return sorted(path for path in found if not path.name.startswith("003_"))


@pytest.mark.skipif(not FOLDER, reason="EVAL_DIR names no folder of clean texts")
def test_no_part_of_a_clean_text_of_the_evaluation_is_an_alarm() -> None:
    alarms = []
    for path in clean_files():
        text = path.read_text(encoding="utf-8-sig", errors="replace")
        if path.suffix == ".tsv":
            text = "\n".join(line.split("\t")[0] for line in text.splitlines())
        alarms += [(path.name, part[:20]) for part in pieces(text) if told(part).altered]

    assert (alarms, len(clean_files()) > 60) == ([], True)


# ---------------------------------------------------------------- speed


def test_the_time_does_not_grow_with_the_square_of_the_length() -> None:
    text = "".join(passages().values())

    def spent(times: int) -> float:
        begin = time.process_time()
        told(text * times)
        return time.process_time() - begin

    assert min(spent(40) for _ in range(5)) < 50 * min(spent(4) for _ in range(5))
