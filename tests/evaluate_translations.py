"""``make eval``, its second half: how well the checks on translations tell good ones from bad ones.

Reads ``tests/bilingual/figures.tsv``, pairs written for this project, and where the environment names a folder in
``EVAL_DIR`` that has ``bilingual/*.tsv`` (Chinese, English), the pairs there. Prints the false alarms of the figures
check over pairs whose Chinese has a figure in digits, those of the other checks over all pairs, those that drafts
alone are told (lost clauses) over all pairs, and, for errors planted in the former (``tests/planting.py``), how many
of each kind are caught; with ``--faults`` each false alarm and each error that is missed. An error is caught where the
checks say of the translation with it what they do not say of the good one. Pairs of ``tests/bilingual/set_aside.tsv``
are counted and left out: their lines are badly aligned, or the English has a misprint. Exit code 1 where a rate is
worse than in ``tests/bilingual/floors.yml``.
"""

import argparse
import os
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import yaml

from policy_digest import lexicon
from policy_digest.checks import faults_of, figure_faults
from policy_digest.lexicon import Lexicon
from tests.planting import planted

FOLDER = Path(__file__).parent / "bilingual"
OWN = FOLDER / "figures.tsv"
SET_ASIDE = FOLDER / "set_aside.tsv"
FLOORS = FOLDER / "floors.yml"
Pair = tuple[str, str]
_DIGIT = re.compile(r"\d")


@dataclass(slots=True)
class Score:
    """What the checks made of some pairs: ``caught`` and ``planted`` by kind, in words what went wrong.

    ``pairs`` have a figure, ``whole`` are all; ``other`` are the alarms of the checks that look at no figure, ``draft``
    those that are told of drafts alone.
    """

    pairs: int = 0
    whole: int = 0
    other: list[str] = field(default_factory=list)
    draft: list[str] = field(default_factory=list)
    aside: int = 0
    false: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    planted: Counter[str] = field(default_factory=Counter)
    caught: Counter[str] = field(default_factory=Counter)

    def false_rate(self) -> float:
        """The share of good pairs that are found at fault."""
        return len(self.false) / self.pairs

    def caught_rate(self, kind: str | None = None) -> float:
        """The share of planted errors that are caught, of one kind or of all."""
        return self.caught[kind] / self.planted[kind] if kind else self.caught.total() / self.planted.total()


def pairs_of(path: Path) -> Iterator[Pair]:
    """The pairs of a table."""
    for line in path.read_text(encoding="utf-8").splitlines():
        zh, _, en = line.partition("\t")
        if not line.startswith("#") and en:
            yield zh, en.split("\t")[0]


def name_of(pair: Pair) -> str:
    """How ``set_aside.tsv`` names a pair, whose words are not kept here."""
    return sha256("\t".join(pair).encode()).hexdigest()[:16]


def set_aside() -> Mapping[str, str]:
    """The pairs that are left out, by name, with the reason."""
    lines = SET_ASIDE.read_text(encoding="utf-8").splitlines()
    cells = (line.split("\t", 1) for line in lines if not line.startswith("#"))
    return dict(cells)


def score(pairs: Iterable[Pair], words: Lexicon, aside: Mapping[str, str]) -> Score:
    """Hold the checks to ``pairs`` and to the errors planted in them."""
    result = Score()
    for pair in pairs:
        if name_of(pair) in aside:
            result.aside += 1
            continue
        zh, en = pair
        result.whole += 1
        faults = figure_faults(zh, en, words)
        read = faults_of(zh, en, words)
        if others := [fault for fault in read if fault not in faults]:
            result.other.append(f"false alarm: {'; '.join(others)}: {zh} | {en}")
        if drafts := [fault for fault in faults_of(zh, en, words, is_draft=True) if fault not in read]:
            result.draft.append(f"false alarm of a draft: {'; '.join(drafts)}: {zh} | {en}")
        if not _DIGIT.search(zh):
            continue
        result.pairs += 1
        if faults:
            result.false.append(f"false alarm: {'; '.join(faults)}: {zh} | {en}")
        for kind, bad in planted(zh, en):
            result.planted[kind] += 1
            if set(figure_faults(zh, bad, words)) - set(faults):
                result.caught[kind] += 1
            else:
                result.missed.append(f"missed, {kind}: {zh} | {bad}")
    return result


def worse(result: Score, floors: Mapping[str, float]) -> list[str]:
    """What is worse than the floors allow, in words."""
    found = []
    if result.false_rate() > floors["false alarms"]:
        found.append(f"false alarms are {result.false_rate():.4f}, above {floors['false alarms']:.4f}")
    if (rate := len(result.other) / result.whole) > floors["other alarms"]:
        found.append(f"alarms of the other checks are {rate:.4f}, above {floors['other alarms']:.4f}")
    if (rate := len(result.draft) / result.whole) > floors["alarms of drafts"]:
        found.append(f"alarms of drafts are {rate:.4f}, above {floors['alarms of drafts']:.4f}")
    if result.caught_rate() < floors["caught"]:
        found.append(f"caught are {result.caught_rate():.4f}, below {floors['caught']:.4f}")
    found += [
        f"caught of '{kind}' are {result.caught_rate(kind):.4f}, below {floors['caught of a kind']:.4f}"
        for kind in result.planted
        if result.caught_rate(kind) < floors["caught of a kind"]
    ]
    return found


def _report(title: str, result: Score, faults: bool) -> None:
    print(f"== {title}")
    print(f"pairs with figures {result.pairs + result.aside}, set aside {result.aside}")
    print(f"false alarms       {len(result.false)} of {result.pairs} ({result.false_rate():.2%})")
    print(f"other alarms       {len(result.other)} of {result.whole} ({len(result.other) / result.whole:.2%})")
    print(f"alarms of drafts   {len(result.draft)} of {result.whole} ({len(result.draft) / result.whole:.2%})")
    for kind, count in sorted(result.planted.items()):
        print(f"  {kind:<17}{result.caught[kind]:>5} of {count:>4} caught ({result.caught_rate(kind):.2%})")
    total = result.planted.total()
    print(f"  {'all':<17}{result.caught.total():>5} of {total:>4} caught ({result.caught_rate():.2%})\n")
    if faults:
        print("\n".join((*result.false, *result.other, *result.draft, *result.missed)), end="\n\n")


def main() -> int:
    """Run the evaluation; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--faults", action="store_true", help="list every false alarm and every missed error")
    options = parser.parse_args()
    words, floors = lexicon.load(), yaml.safe_load(FLOORS.read_text(encoding="utf-8"))
    results = {"own": ("the project's pairs", score(pairs_of(OWN), words, {}))}
    if (folder := os.environ.get("EVAL_DIR")) and (paths := sorted(Path(folder, "bilingual").glob("*.tsv"))):
        pairs = (pair for path in paths for pair in pairs_of(path))
        results["folder"] = (f"pairs in {folder}", score(pairs, words, set_aside()))
    bad = []
    for name, (title, result) in results.items():
        _report(title, result, options.faults)
        bad += [f"{title}: {found}" for found in worse(result, floors[name])]
    print("\n".join(bad) or "no rate is worse than its floor")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
