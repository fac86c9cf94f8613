"""What the lexicon knows of organisations: the words that close their names, and what tells a name from a class."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from policy_digest.errors import Fault, FaultsError
from policy_digest.lexicon import tables
from policy_digest.lexicon.wordlists import any_of, list_faults
from policy_digest.model.organisations import ORGANISATION_KINDS

_RULES = ("head", "weak", "firm", "office", "level", "after", "cut", "whole", "class", "lead")


@dataclass(frozen=True, slots=True)
class Known:
    """An organisation that is known by its name: its kind, and its English (empty where none is sure)."""

    kind: str
    en: str


@dataclass(frozen=True, slots=True)
class Organisations:
    """Tables of this subject, compiled once.

    ``heads`` matches what closes a name (also an office), ``kinds`` says what it is; ``weak`` heads need more than a
    place before them, ``firms`` need none; ``offices`` matches an office behind its level. ``after`` is what makes of
    a head a part of a longer word, ``cut`` what no name contains, ``classes`` what no single organisation is called.
    ``known`` are organisations by their whole name, which ``names`` matches; ``english`` is that of offices and heads.
    """

    heads: re.Pattern[str]
    kinds: Mapping[str, str]
    weak: frozenset[str]
    firms: tuple[str, ...]
    offices: re.Pattern[str]
    after: re.Pattern[str]
    cut: re.Pattern[str]
    classes: re.Pattern[str]
    lead: tuple[str, ...]
    names: re.Pattern[str]
    known: Mapping[str, Known]
    english: Mapping[str, str]


def load(*, folder: Path = tables.FOLDER) -> Organisations:
    """Read and check the tables. Raises FaultsError with file and line for a malformed entry."""
    required = ("rule", "words", "examples", "counterexamples")
    entries = tables.read_entries("organisations", required, ("kind",), folder=folder)
    rows = tables.read_rows("organisations", ("name", "kind", "en"), folder=folder)
    faults = [fault for entry in entries for fault in _faults(str(folder / "organisations.yml"), entry)]
    faults += tables.choice_faults(folder / "organisations.tsv", rows, "kind", ORGANISATION_KINDS)
    if faults:
        raise FaultsError(faults)
    words = {rule: [w for entry in entries if entry["rule"] == rule for w in entry["words"]] for rule in _RULES}
    kinds = {word: entry["kind"] for entry in entries if "kind" in entry for word in entry["words"]}
    known = {row["name"]: Known(row["kind"], row["en"]) for row in rows}
    english = tables.read_rows("organisations_en", ("word", "en"), folder=folder)
    return Organisations(
        heads=any_of(kinds),
        kinds=kinds,
        weak=frozenset(words["weak"]),
        firms=tuple(words["firm"]),
        offices=re.compile(f"(?:{any_of(words['level']).pattern})(?P<office>{any_of(words['office']).pattern})"),
        after=any_of(words["after"]),
        cut=re.compile(f"(?P<whole>{any_of(words['whole']).pattern})|{any_of(words['cut']).pattern}"),
        classes=any_of(words["class"]),
        lead=tuple(words["lead"]),
        names=any_of(known),
        known=known,
        english={row["word"]: row["en"] for row in english},
    )


def _faults(path: str, entry: Mapping[str, Any]) -> Iterable[Fault]:
    yield from list_faults(path, entry, _RULES)
    if (entry["rule"] in ("head", "office")) != ("kind" in entry):
        yield Fault(path, entry["line"], f"rule '{entry['rule']}'", "a kind for heads and offices, and for no other")
    if "kind" in entry and entry["kind"] not in ORGANISATION_KINDS:
        yield Fault(path, entry["line"], f"kind '{entry['kind']}'", f"one of {', '.join(ORGANISATION_KINDS)}")
