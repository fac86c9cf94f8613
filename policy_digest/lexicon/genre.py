"""What the lexicon knows of programmes, commitments, slogans and weights: how a review speaks of itself."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from policy_digest.errors import Fault, FaultsError
from policy_digest.lexicon import tables
from policy_digest.lexicon.firsts import guarded

_PROGRAMME_RULES = (
    "head",
    "verb",
    "list-verb",
    "list-field",
    "after",
    "refuse-word",
    "refuse-before",
    "refuse-after",
    "generic",
    "link",
    "formula",
    "bare",
    "bare-own",
)
_COMMITMENT_RULES = (
    "outlook-heading",
    "review-heading",
    "account",
    "told",
    "not-cue",
    "cue",
    "missed",
    "act",
    "joint",
    "stated",
    "looks-back",
    "done",
    "item-task",
    "item-done",
    "time-opening",
    "tells-plan",
    "no-time",
)
_SOUGHT = ("act", "cue", "done", "not-cue")
"""Those that are sought in whole sentences and begin in many ways."""

_HORIZON_RULES = ("year", "this-year", "next-year", "plan", "years")
_CLAUSE_RULES = (
    "slogan",
    "result",
    "weak",
    "needs-before",
    "needs-after",
    "marker",
    "period",
    "open",
    "dependent",
    "greeting",
    "scope",
    "cue",
    "vague",
    "maxim",
    "plan",
    "predicate",
)
_WEIGHT_RULES = ("name", "unit", "place", "clause")


@dataclass(frozen=True, slots=True)
class Programmes:
    """How programmes are told: ``heads`` gives a head's kind; the rest are sets of words, ``formulas`` of patterns."""

    heads: Mapping[str, str] = field(hash=False)
    verbs: frozenset[str]
    list_verbs: frozenset[str]
    list_fields: frozenset[str]
    after: frozenset[str]
    refused: frozenset[str]
    refused_before: frozenset[str]
    refused_after: frozenset[str]
    generic: frozenset[str]
    links: frozenset[str]
    formulas: frozenset[str]
    bare: frozenset[str]
    bare_own: frozenset[str]


@dataclass(frozen=True, slots=True)
class Commitments:
    """How plans are told: compiled patterns by rule, and how their horizon is said (rule → pattern)."""

    patterns: Mapping[str, re.Pattern[str]]
    horizons: Mapping[str, re.Pattern[str]]


@dataclass(frozen=True, slots=True)
class Clauses:
    """What a clause is worth and what it leans on: compiled patterns by rule."""

    patterns: Mapping[str, re.Pattern[str]]


@dataclass(frozen=True, slots=True)
class Weight:
    """What makes a figure weighty: ``pattern`` is sought where ``rule`` says; ``topic`` keeps headlines diverse."""

    rule: str
    pattern: re.Pattern[str]
    weight: int
    topic: str | None


@dataclass(frozen=True, slots=True)
class Genre:
    """Tables of this subject, compiled once. ``gap_kinds`` are the kinds a ``Gap`` may have."""

    programmes: Programmes
    commitments: Commitments
    clauses: Clauses
    weights: tuple[Weight, ...]
    gap_kinds: frozenset[str]


def load(*, folder: Path = tables.FOLDER) -> Genre:
    """Read and check this subject's tables. Raises FaultsError with file and line for a malformed entry."""
    gaps = tables.read_entries("gaps", ("kind", "zh", "en"), folder=folder)
    return Genre(
        _programmes(folder),
        _commitments(folder),
        Clauses(rule_patterns("slogans", _CLAUSE_RULES, folder)),
        tuple(_weights(folder)),
        frozenset(entry["kind"] for entry in gaps),
    )


def _programmes(folder: Path) -> Programmes:
    keys = ("examples", "counterexamples", "words")
    entries = tables.read_entries("programmes", ("rule", *keys), ("kind",), folder=folder)
    _check_rules(folder / "programmes.yml", entries, _PROGRAMME_RULES)
    heads = {word: entry["kind"] for entry in entries if entry["rule"] == "head" for word in entry["words"]}
    words = {
        rule: frozenset(str(word) for entry in entries if entry["rule"] == rule for word in entry["words"])
        for rule in _PROGRAMME_RULES
    }
    rest = (words[rule] for rule in _PROGRAMME_RULES[1:])
    return Programmes(heads, *rest)


def _commitments(folder: Path) -> Commitments:
    patterns = rule_patterns("commitments", (*_COMMITMENT_RULES, *_HORIZON_RULES), folder)
    quick = {rule: re.compile(guarded(patterns[rule].pattern)) for rule in _SOUGHT}
    return Commitments(
        {rule: patterns[rule] for rule in _COMMITMENT_RULES} | quick, {rule: patterns[rule] for rule in _HORIZON_RULES}
    )


def rule_patterns(name: str, rules: tuple[str, ...], folder: Path) -> Mapping[str, re.Pattern[str]]:
    """One pattern for each rule, its entries joined by ``|``. A rule without entries never matches."""
    entries = tables.read_entries(name, ("rule", "pattern", "examples", "counterexamples"), folder=folder)
    path = folder / f"{name}.yml"
    _check_rules(path, entries, rules)
    for entry in entries:
        compiled(path, entry)
    return {
        rule: re.compile("|".join(entry["pattern"] for entry in entries if entry["rule"] == rule) or r"(?!)")
        for rule in rules
    }


def _weights(folder: Path) -> Iterable[Weight]:
    keys = ("rule", "pattern", "weight", "examples", "counterexamples")
    entries = tables.read_entries("weights", keys, ("topic",), folder=folder)
    path = folder / "weights.yml"
    _check_rules(path, entries, _WEIGHT_RULES)
    for entry in entries:
        if not isinstance(entry["weight"], int):
            raise FaultsError([Fault(str(path), entry["line"], f"weight '{entry['weight']}'", "a whole number")])
        yield Weight(entry["rule"], compiled(path, entry), entry["weight"], entry.get("topic"))


def compiled(path: Path, entry: Mapping[str, Any]) -> re.Pattern[str]:
    """The entry's pattern. Raises FaultsError with its line where it is none."""
    try:
        return re.compile(entry["pattern"])
    except (re.error, TypeError) as error:
        raise FaultsError([Fault(str(path), entry["line"], f"pattern: {error}", "a regular expression")]) from error


def _check_rules(path: Path, entries: Iterable[Mapping[str, Any]], rules: tuple[str, ...]) -> None:
    faults = [
        Fault(str(path), entry["line"], f"rule '{entry['rule']}'", f"one of {', '.join(rules)}")
        for entry in entries
        if entry["rule"] not in rules
    ]
    if faults:
        raise FaultsError(faults)
