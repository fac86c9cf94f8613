"""``make mutations``: takes each pattern rule out in turn, and says of which no labelled sentence takes notice.

Rules are the rows of the YAML tables of figures, and the compiled patterns of the code that reads figures and names
them. Programmes, commitments, events and explanations are left out: the labelled sentences do not tell any.

A rule is of use where a sentence of ``tests/labelled`` (no rule's own example) has a fault without the rule that it
has not with it: a figure missed, one too many, or a field that was right. Prints the first such sentence of each rule;
exit code 1 where a rule has none.
"""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import cache
from typing import Any
from unittest import mock

from policy_digest import lexicon
from policy_digest.lexicon import Lexicon, figures, heads
from policy_digest.lexicon.tables import read_entries
from tests.evaluate import labelled, read
from tests.labels import Labelled
from tests.patterns import NEVER, Place, Spy, instead, modules, places
from tests.scoring import score

TABLES = ("bases", "cues", "masks", "natures", "periods", "ranks", "table_heads")
"""The tables of the figures' rules with patterns or words of time."""

_HOMES = {"table_heads": "hd-"}
"""How the ids of the sentences begin that a table's rules are most likely needed by; else as those of ``rules.yml``."""

_MARKS = frozenset("“”‘’「」『』")

Entries = Sequence[Mapping[str, Any]]


def rules() -> Iterator[tuple[str, str]]:
    """Each rule as (table, id), in the tables' order."""
    seen: list[tuple[str, str]] = []

    def all_of(name: str, entries: Entries) -> Entries:
        seen.extend((name, str(e["id"])) for e in entries if name in TABLES)
        return entries

    with _entries_through(all_of):
        figures.load()
    yield from dict.fromkeys(seen)


@contextmanager
def _entries_through(change: Callable[[str, Entries], Entries]) -> Iterator[None]:
    """Have the figures' tables loaded with what ``change`` makes of the entries of each."""

    def entries(name: str, *rest: Any, **more: Any) -> Entries:
        return change(name, read_entries(name, *rest, **more))

    with mock.patch.object(figures, "read_entries", entries), mock.patch.object(heads, "read_entries", entries):
        yield


@contextmanager
def _without(table: str, rule: str) -> Iterator[None]:
    def fewer(name: str, entries: Entries) -> Entries:
        return tuple(e for e in entries if not (name == table and e["id"] == rule))

    with _entries_through(fewer):
        yield


def lexicon_without(table: str, rule: str) -> Lexicon:
    """The lexicon without one rule; a use whose last pattern went matches nothing."""
    whole = lexicon.load()
    with _without(table, rule):
        return replace(whole, figures=figures.load())


def faults(one: Labelled, known: Lexicon) -> frozenset[str]:
    """What is wrong in the reading of a labelled text; a name with a quotation mark is, which the score leaves out."""
    told = read(one, known)
    names = (o.indicator.name_zh for o in told)
    return frozenset((*score(one, told).faults, *(f"{name}: a mark" for name in names if _MARKS & set(name))))


@cache
def baseline() -> tuple[tuple[Labelled, frozenset[str]], ...]:
    """Each labelled sentence with what is wrong in it by all rules."""
    known = lexicon.load()
    return tuple((one, faults(one, known)) for texts in labelled().values() for one in texts)


def witness(table: str, rule: str) -> Labelled | None:
    """The first labelled sentence that is read worse without ``rule``."""
    known = lexicon_without(table, rule)
    sentences = sorted(baseline(), key=lambda pair: not pair[0].id.startswith(_HOMES.get(table, "ru-")))
    return next((one for one, before in sentences if faults(one, known) - before), None)


@cache
def patterns() -> tuple[Place, ...]:
    """The compiled patterns of the code that reads figures and names them."""
    named = ("programmes", "programme_patterns", "people", "organisations")
    of_sentences = (*named, "commitments", "horizons", "events", "happenings", "deeds")
    others = (*of_sentences, "refused", "explain")
    return tuple(places(modules("extract", without=others)))


@cache
def matched() -> Mapping[str, tuple[tuple[Labelled, frozenset[str]], ...]]:
    """The part of ``baseline`` in which each pattern matches something: the rest is read alike without it."""
    found: dict[str, list[tuple[Labelled, frozenset[str]]]] = {place.name: [] for place in patterns()}
    known = lexicon.load()
    with ExitStack() as stack:
        spies = {place.name: Spy(place.pattern) for place in patterns()}
        for place in patterns():
            stack.enter_context(instead(place, spies[place.name]))
        for one, before in baseline():
            counts = {name: spy.matches for name, spy in spies.items()}
            read(one, known)
            for name, spy in spies.items():
                if spy.matches > counts[name]:
                    found[name].append((one, before))
    return {name: tuple(those) for name, those in found.items()}


def witness_of_pattern(place: Place) -> Labelled | None:
    """The first labelled sentence that is read worse, or not at all, without a pattern of the code."""
    known = lexicon.load()
    sentences = matched()[place.name]
    with instead(place, NEVER):
        return next((one for one, before in sentences if _fails(one, before, known)), None)


def _fails(one: Labelled, before: frozenset[str], known: Lexicon) -> bool:
    try:
        return bool(faults(one, known) - before)
    except Exception:
        return True


def witnesses() -> Iterator[tuple[str, Labelled | None]]:
    """Each rule and pattern with the first labelled sentence that needs it."""
    yield from ((f"{table}.yml {rule}", witness(table, rule)) for table, rule in rules())
    yield from ((place.name, witness_of_pattern(place)) for place in patterns())


def main() -> int:
    """Take out each rule; returns the exit code."""
    found = {}
    for name, one in witnesses():
        found[name] = one
        print(f"{name}: {one.id if one else 'no sentence fails'}", flush=True)
    idle = [name for name, one in found.items() if one is None]
    print("\n".join((f"{len(idle)} rules that no labelled sentence needs, of {len(found)}", *idle)))
    return 1 if idle else 0


if __name__ == "__main__":
    sys.exit(main())
