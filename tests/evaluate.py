"""``make eval``: how well the figures of labelled texts are read, held against committed floors.

Reads ``tests/labelled/*.yml``, and where the environment names a folder in ``EVAL_DIR`` (``gold/*.json`` beside
``texts/*.txt``), that too. Prints precision, recall and F1 of spans and the accuracy of each field; with ``--faults``
each wrong thing in a line. Exit code 1 where a figure is below its floor in ``tests/labelled/floors.yml``.
"""

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import yaml

from policy_digest import lexicon
from policy_digest.extract import extract
from policy_digest.lexicon import Lexicon
from policy_digest.model import Observation, Sidecar, Source
from policy_digest.parse import parse
from tests.labels import Labelled, load, load_folder
from tests.scoring import FIELDS, Score, score

FOLDER = Path(__file__).parent / "labelled"
FLOORS = FOLDER / "floors.yml"
_SPANS = ("precision", "recall", "f1")


@cache
def labelled() -> Mapping[str, tuple[Labelled, ...]]:
    """The project's labelled texts by file."""
    return {path.stem: load(path) for path in sorted(FOLDER.glob("*.yml")) if path != FLOORS}


def read(one: Labelled, known: Lexicon) -> tuple[Observation, ...]:
    """What the project reads in a labelled text."""
    sidecar = Sidecar(path=f"{one.id}.yml", time_period=one.period, place=one.place)
    source = Source(f"{one.id}.txt", one.id, "0" * 64, "utf-8", "txt", one.text, sidecar)
    return extract(parse(source, known), known).observations


def total(texts: Iterable[Labelled], known: Lexicon) -> Score:
    """The score of some texts together."""
    result = Score()
    for one in texts:
        result.add(score(one, read(one, known)))
    return result


def below(rates: Mapping[str, float | None], floors: Mapping[str, float]) -> list[str]:
    """What is below its floor, in words; a field that nothing was compared in is below no floor."""
    return [
        f"{name} is {rate:.3f}, below its floor of {floor:.3f}"
        for name, floor in floors.items()
        if (rate := rates[name]) is not None and rate < floor
    ]


def _table(rows: Mapping[str, Score]) -> str:
    wide = max(map(len, rows))
    heads = ("figures", "missed", "false", "must-not", "P", "R", "F1", *FIELDS)
    lines = [" " * wide + "".join(f" {head:>{max(len(head), 6)}}" for head in heads)]
    for name, one in rows.items():
        rates = one.rates()
        cells = [str(one.gold), str(one.gold - one.found), str(one.false), str(one.must_not)]
        cells += ["-" if (rate := rates[key]) is None else f"{rate:.3f}" for key in (*_SPANS, *FIELDS)]
        padded = (f" {cell:>{max(len(head), 6)}}" for head, cell in zip(heads, cells, strict=True))
        lines.append(f"{name:<{wide}}" + "".join(padded))
    return "\n".join(lines)


def _report(title: str, rows: dict[str, Score], floors: Mapping[str, float], faults: bool) -> list[str]:
    """Print a table of ``rows`` with their total, and return what is below the floors."""
    whole = Score()
    for one in rows.values():
        whole.add(one)
    rows["total"] = whole
    print(f"== {title}\n{_table(rows)}\n")
    if faults:
        print("\n".join(whole.faults), end="\n\n")
    return [f"{title}: {words}" for words in below(whole.rates(), floors)]


def main() -> int:
    """Run the evaluation; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--faults", action="store_true", help="list every wrong thing")
    options = parser.parse_args()
    known, floors = lexicon.load(), yaml.safe_load(FLOORS.read_text(encoding="utf-8"))
    rows = {name: total(texts, known) for name, texts in labelled().items()}
    low = _report("the project's labelled sentences", rows, floors["labelled"], options.faults)
    if folder := os.environ.get("EVAL_DIR"):
        texts = load_folder(Path(folder))
        rows = {one.id: total([one], known) for one in texts}
        low += _report(f"labelled texts in {folder}", rows, floors["folder"], options.faults)
    for words in low:
        print(words, file=sys.stderr)
    counts = Counter(one.id for texts in labelled().values() for one in texts)
    print(f"{counts.total()} labelled sentences; " + ("below its floors" if low else "no figure below its floor"))
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
