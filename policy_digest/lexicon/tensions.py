"""What the lexicon knows of inner tensions: names of one thing, what makes it another, what parts make a whole."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from policy_digest.errors import Fault, FaultsError
from policy_digest.lexicon import tables
from policy_digest.lexicon.terms import Pair
from policy_digest.model import Listed, TensionKind

_PROVEN = ("examples", "counterexamples")
_KEYS: Mapping[str, tuple[str, ...]] = {
    "case": ("kind", "case", "zh", "en"),
    "like": ("words",),
    "aspect": ("words",),
    "whole": ("total", "parts"),
    "exhaust": ("words",),
    "total": ("words",),
    "real": ("words",),
    "apart": ("words",),
    "aim": ("words",),
    "distinct": ("words",),
}
"""The keys that an entry of each rule has, and no others, besides its examples and counterexamples."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A total by its names, and the names of its parts, one list a part."""

    total: frozenset[str]
    parts: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Tensions:
    """Tables of this subject, compiled once.

    ``cases`` has the words of a page by case; ``likes`` maps a name to the first name of its group; ``divisions`` the
    names of the places that a place is divided into, by the place.
    """

    cases: Mapping[str, Pair]
    likes: Mapping[str, str]
    aspects: re.Pattern[str]
    wholes: tuple[Whole, ...]
    exhausts: tuple[frozenset[str], ...]
    totals: re.Pattern[str]
    real: tuple[str, ...]
    apart: re.Pattern[str]
    aims: re.Pattern[str]
    distinct: frozenset[str]
    divisions: Mapping[str, Mapping[str, Listed]]


def load(*, folder: Path = tables.FOLDER) -> Tensions:
    """Read and check this subject's tables. Raises FaultsError with file and line for a malformed entry."""
    optional = sorted({key for keys in _KEYS.values() for key in keys})
    entries = tables.read_entries("tensions", ("rule", *_PROVEN), optional, folder=folder)
    faults = [fault for entry in entries for fault in _faults(str(folder / "tensions.yml"), entry)]
    if faults:
        raise FaultsError(faults)
    of = {rule: [entry for entry in entries if entry["rule"] == rule] for rule in _KEYS}
    return Tensions(
        cases={entry["case"]: Pair(entry["zh"], entry["en"]) for entry in of["case"]},
        likes={name: entry["words"][0] for entry in of["like"] for name in entry["words"]},
        aspects=_pattern(of["aspect"]),
        wholes=tuple(_whole(entry) for entry in of["whole"]),
        exhausts=tuple(frozenset(entry["words"]) for entry in of["exhaust"]),
        totals=_pattern(of["total"]),
        real=tuple(word for entry in of["real"] for word in entry["words"]),
        apart=_pattern(of["apart"]),
        aims=_pattern(of["aim"]),
        distinct=frozenset(character for entry in of["distinct"] for word in entry["words"] for character in word),
        divisions=_divisions(folder),
    )


def _faults(path: str, entry: Mapping[str, Any]) -> Iterator[Fault]:
    line, rule = entry["line"], entry["rule"]
    if rule not in _KEYS:
        yield Fault(path, line, f"rule '{rule}'", f"one of {', '.join(_KEYS)}")
        return
    given = {key for key in entry if key not in ("line", "rule", *_PROVEN)}
    if given != set(_KEYS[rule]):
        yield Fault(path, line, f"keys {', '.join(sorted(given)) or 'none'}", f"{', '.join(_KEYS[rule])} ('{rule}')")
    elif rule == "case" and entry["kind"] not in get_args(TensionKind):
        yield Fault(path, line, f"kind '{entry['kind']}'", f"one of {', '.join(get_args(TensionKind))}")
    for key in ("words", "total", "parts", *_PROVEN):
        if key in given | set(_PROVEN) and not _is_list(entry[key]):
            yield Fault(path, line, f"'{key}' that is no list of words", "a list of words")


def _is_list(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(word, str) and word for word in value)


def _pattern(entries: Iterable[Mapping[str, Any]]) -> re.Pattern[str]:
    words = sorted({word for entry in entries for word in entry["words"]}, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, words)) or r"(?!)")


def _whole(entry: Mapping[str, Any]) -> Whole:
    return Whole(frozenset(entry["total"]), tuple(frozenset(part.split("|")) for part in entry["parts"]))


def _divisions(folder: Path) -> Mapping[str, Mapping[str, Listed]]:
    rows = tables.read_rows("divisions", ("place", "authority_zh", "authority_en"), folder=folder)
    path = str(folder / "divisions.tsv")
    faults = [
        Fault(path, int(row["line"]), f"'{row['place']}'", "parent/name and its authority in both languages")
        for row in rows
        if not (row["authority_zh"] and row["authority_en"] and all(row["place"].partition("/")))
    ]
    if faults:
        raise FaultsError(faults)
    found: dict[str, dict[str, Listed]] = {}
    for row in rows:
        parent, _, name = row["place"].partition("/")
        found.setdefault(parent, {})[name] = Listed(name, parent, row["authority_zh"], row["authority_en"])
    return found
