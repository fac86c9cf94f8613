"""What the lexicon knows of events: deeds by kind, and the words between a deed, its date and what it is told of."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

from policy_digest.errors import Fault
from policy_digest.lexicon import tables
from policy_digest.lexicon.wordlists import any_of, list_faults
from policy_digest.model import EventKind

_KINDS = get_args(EventKind)
_WORDS = ("leads", "joins", "manner", "trails", "aside", "not-deed", "refuses", "works", "part-of", "plans")
_FORMS = ("ends", "takes", "both")
_NEVER = "(?!)"
_OF_NAMES = "会中组班"
"""Behind a verb that refuses a deed: it is part of a name (推进会, 学习中心, 筹备组)."""


@dataclass(frozen=True, slots=True)
class DeedEnglish:
    """The English of a deed, done and to be done, with ``{x}``, ``{who}`` where the words of an event go."""

    done: str
    planned: str


@dataclass(frozen=True, slots=True)
class Events:
    """Tables of this subject, compiled once.

    ``deeds`` matches a deed, ``ends`` and ``takes`` give its kind where it ends a clause or takes an object. ``leads``
    matches all of what may stand before a date, ``joins`` what ends the words before one, ``manner`` what ends the
    words before a deed and names nothing, ``chained`` a further deed behind one (建成并正式开放), ``trails`` all that
    may stand between a deed and the end of its clause, ``aside`` how a clause between begins; ``not_deed``,
    ``refuses``, ``works``, ``part_of`` and ``plans`` match the words that ``events.yml`` tells so.
    """

    deeds: re.Pattern[str]
    ends: Mapping[str, EventKind] = field(hash=False)
    takes: Mapping[str, EventKind] = field(hash=False)
    leads: re.Pattern[str]
    joins: re.Pattern[str]
    manner: re.Pattern[str]
    chained: re.Pattern[str]
    trails: re.Pattern[str]
    aside: re.Pattern[str]
    not_deed: re.Pattern[str]
    refuses: re.Pattern[str]
    works: re.Pattern[str]
    part_of: re.Pattern[str]
    plans: re.Pattern[str]
    english: Mapping[str, DeedEnglish] = field(hash=False)


def load(*, folder: Path = tables.FOLDER) -> Events:
    """Read and check this subject's tables. Raises FaultsError with file and line for a malformed entry."""
    keys = ("rule", "words", "examples", "counterexamples")
    entries = tables.read_entries("events", keys, ("form",), folder=folder)
    tables.refuse([fault for entry in entries for fault in _faults(folder / "events.yml", entry)])
    ends, takes = _kinds(entries, "ends"), _kinds(entries, "takes")
    words = {rule: _any(w for e in entries if e["rule"] == rule for w in e["words"]) for rule in _WORDS}
    deeds = _any({*ends, *takes})
    return Events(
        deeds=re.compile(deeds),
        ends=ends,
        takes=takes,
        leads=re.compile(f"(?:{words['leads']})?"),
        joins=re.compile(f"(?:{words['joins']})$"),
        manner=re.compile(f"(?:{words['manner']}|{deeds})$"),
        chained=re.compile(f"[并和及与、]?(?:{words['manner']}){{0,2}}(?:{deeds})"),
        trails=re.compile(f"(?:{words['trails']}){{0,2}}"),
        aside=re.compile(words["aside"]),
        not_deed=re.compile(words["not-deed"]),
        refuses=re.compile(f"(?:{words['refuses']})(?![{_OF_NAMES}])"),
        works=re.compile(f"(?:{words['works']})(?![{_OF_NAMES}])"),
        part_of=re.compile(words["part-of"]),
        plans=re.compile(words["plans"]),
        english=_english(folder, {*ends, *takes}),
    )


def _kinds(entries: Iterable[Mapping[str, Any]], form: str) -> dict[str, EventKind]:
    """The deeds that stand in ``form``, each with its kind."""
    return {word: e["rule"] for e in entries if e.get("form") in (form, "both") for word in e["words"]}


def _english(folder: Path, deeds: set[str]) -> dict[str, DeedEnglish]:
    """The English of the deeds; a fault for a row without ``{x}``, of no deed, and for a deed without a row."""
    rows = tables.read_rows("events_en", ("deed", "done", "planned"), folder=folder)
    path = str(folder / "events_en.tsv")
    faults = [
        Fault(path, int(row["line"]), f"{name} '{row[name]}'", "words with {x}")
        for row in rows
        for name in ("done", "planned")
        if "{x}" not in row[name]
    ]
    faults += [
        Fault(path, int(r["line"]), f"'{r['deed']}'", "a deed of events.yml") for r in rows if r["deed"] not in deeds
    ]
    missing = sorted(deeds - {row["deed"] for row in rows})
    faults += [Fault(path, 0, f"no row of '{deed}'", "a row of each deed of events.yml") for deed in missing]
    tables.refuse(faults)
    return {row["deed"]: DeedEnglish(row["done"], row["planned"]) for row in rows}


def _faults(path: Path, entry: Mapping[str, Any]) -> Iterable[Fault]:
    """What is wrong with an entry of ``events.yml``."""
    rule, form = entry["rule"], entry.get("form")
    yield from list_faults(str(path), entry, (*_KINDS, *_WORDS))
    if rule in _KINDS and form not in _FORMS:
        yield Fault(str(path), entry["line"], f"form '{form}'", f"one of {', '.join(_FORMS)}")
    if rule in _WORDS and form is not None:
        yield Fault(str(path), entry["line"], f"form '{form}'", f"a form for deeds only ({', '.join(_KINDS)})")


def _any(words: Iterable[str]) -> str:
    """An alternation of words, the longest first."""
    return any_of(set(words)).pattern or _NEVER
