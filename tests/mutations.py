"""``make mutations``: takes each pattern rule out in turn, and says of which no labelled sentence takes notice.

A rule is of use where a sentence of ``tests/labelled`` (no rule's own example) has a fault without the rule that it
has not with it: a figure missed, one too many, or a field that was right. Prints the first such sentence of each rule;
exit code 1 where a rule has none.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from typing import Any
from unittest import mock

from policy_digest import lexicon
from policy_digest.lexicon import Lexicon, figures
from tests.evaluate import labelled, read
from tests.labels import Labelled
from tests.scoring import score

TABLES = ("bases", "cues", "masks", "natures", "periods", "ranks")
"""The tables of the figures' rules with patterns or words of time."""


def rules() -> Iterator[tuple[str, str]]:
    """Each rule as (table, id), in the tables' order."""
    read_entries = figures.read_entries
    seen: list[tuple[str, str]] = []

    def note(name: str, *rest: Any, **more: Any) -> Sequence[Mapping[str, Any]]:
        entries = read_entries(name, *rest, **more)
        seen.extend((name, str(e["id"])) for e in entries if name in TABLES)
        return entries

    with mock.patch.object(figures, "read_entries", note):
        figures.load()
    yield from dict.fromkeys(seen)


@contextmanager
def _without(table: str, rule: str) -> Iterator[None]:
    read_entries = figures.read_entries

    def fewer(name: str, *rest: Any, **more: Any) -> Sequence[Mapping[str, Any]]:
        entries = read_entries(name, *rest, **more)
        return tuple(e for e in entries if not (name == table and e["id"] == rule))

    with mock.patch.object(figures, "read_entries", fewer):
        yield


def lexicon_without(table: str, rule: str) -> Lexicon:
    """The lexicon without one rule; a use whose last pattern went matches nothing."""
    whole = lexicon.load()
    with _without(table, rule):
        return replace(whole, figures=figures.load())


def faults(one: Labelled, known: Lexicon) -> frozenset[str]:
    """What is wrong in the reading of a labelled text."""
    return frozenset(score(one, read(one, known)).faults)


@cache
def baseline() -> tuple[tuple[Labelled, frozenset[str]], ...]:
    """Each labelled sentence with what is wrong in it by all rules."""
    known = lexicon.load()
    return tuple((one, faults(one, known)) for texts in labelled().values() for one in texts)


def witness(table: str, rule: str) -> Labelled | None:
    """The first labelled sentence that is read worse without ``rule``."""
    known = lexicon_without(table, rule)
    return next((one for one, before in baseline() if faults(one, known) - before), None)


def main() -> int:
    """Take out each rule; returns the exit code."""
    idle = []
    for table, rule in rules():
        found = witness(table, rule)
        print(f"{table}.yml {rule}: {found.id if found else 'no sentence fails'}", flush=True)
        if found is None:
            idle.append(rule)
    print(f"{len(idle)} rules that no labelled sentence needs, of {len(tuple(rules()))}")
    return 1 if idle else 0


if __name__ == "__main__":
    sys.exit(main())
