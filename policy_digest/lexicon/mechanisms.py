"""Mechanisms that many places have under names of their own: their kinds, told by name or by deed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from policy_digest.errors import Fault, FaultsError
from policy_digest.lexicon import tables
from policy_digest.lexicon.terms import Pair

_KEYS = ("id", "zh", "en", "note_zh", "note_en", "examples", "counterexamples")
_PATTERNS = ("names", "deeds", "about", "unless")


@dataclass(frozen=True, slots=True)
class Mechanism:
    """A kind of mechanism.

    ``names`` matches the name of a programme of the kind; ``deeds`` a clause that tells what is done, whatever it is
    called. Where there is ``about``, the sentence has to match it too; what ``unless`` matches is of no kind.
    """

    id: str
    name: Pair
    note: Pair
    names: re.Pattern[str] | None
    deeds: re.Pattern[str] | None
    about: re.Pattern[str] | None
    unless: re.Pattern[str] | None

    def has_name(self, name: str, sentences: tuple[str, ...]) -> bool:
        """Whether a programme of that name, told in these sentences, is of this kind."""
        if self.names is None or self.names.search(name) is None:
            return False
        return any(map(self._is_about, sentences)) if self.about else not any(map(self._is_excluded, sentences))

    def deed(self, sentence: str) -> re.Match[str] | None:
        """The words of ``sentence`` that tell a deed of this kind."""
        return self.deeds.search(sentence) if self.deeds and self._is_about(sentence) else None

    def _is_about(self, sentence: str) -> bool:
        return not self._is_excluded(sentence) and (self.about is None or self.about.search(sentence) is not None)

    def _is_excluded(self, sentence: str) -> bool:
        return self.unless is not None and self.unless.search(sentence) is not None


@dataclass(frozen=True, slots=True)
class Mechanisms:
    """The kinds in the order of their file, each with its examples in ``examples`` (by id) for the tests."""

    kinds: tuple[Mechanism, ...]


def load(*, folder: Path = tables.FOLDER) -> Mechanisms:
    """Read and check ``mechanisms.yml``. Raises FaultsError with file and line for a malformed entry."""
    entries = tables.read_entries("mechanisms", _KEYS, _PATTERNS, folder=folder)
    path = str(folder / "mechanisms.yml")
    faults = [fault for entry in entries for fault in _faults(path, entry)]
    faults += _order_faults(path, entries)
    if faults:
        raise FaultsError(faults)
    return Mechanisms(tuple(map(_mechanism, entries)))


def _mechanism(entry: Mapping[str, Any]) -> Mechanism:
    patterns = {key: re.compile(entry[key]) if key in entry else None for key in _PATTERNS}
    name, note = Pair(entry["zh"], entry["en"]), Pair(entry["note_zh"], entry["note_en"])
    return Mechanism(entry["id"], name, note, **patterns)


def _faults(path: str, entry: Mapping[str, Any]) -> list[Fault]:
    line, faults = entry["line"], list[Fault]()
    if "names" not in entry and "deeds" not in entry:
        faults.append(Fault(path, line, "neither 'names' nor 'deeds'", "a pattern of names or of deeds"))
    if not re.fullmatch("[a-z][a-z_]*", str(entry["id"])):
        faults.append(Fault(path, line, f"id '{entry['id']}'", "small letters and _"))
    for key in _PATTERNS:
        try:
            re.compile(entry.get(key, ""))
        except (re.error, TypeError) as error:
            faults.append(Fault(path, line, f"{key}: {error}", "a regular expression"))
    for key in ("examples", "counterexamples"):
        if not isinstance(entry[key], list) or not entry[key]:
            faults.append(Fault(path, line, f"no {key}", "at least one"))
            continue
        faults += [
            Fault(path, line, f"{key}: {one}", "{text: a sentence, name: a programme's name or none}")
            for one in entry[key]
            if not (
                isinstance(one, dict) and isinstance(one.get("text"), str) and one.keys() <= {"text", "name", "line"}
            )
        ]
    return faults


def _order_faults(path: str, entries: tuple[Mapping[str, Any], ...]) -> list[Fault]:
    ids = [str(entry["id"]) for entry in entries]
    return [
        Fault(path, entry["line"], f"'{own}' after '{last}'", "sorted, unique ids")
        for last, own, entry in zip(ids, ids[1:], entries[1:], strict=False)
        if own <= last
    ]
