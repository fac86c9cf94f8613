"""What a text calls a commitment: how firmly it says that something will be done, by its own words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from policy_digest.errors import Fault, FaultsError
from policy_digest.lexicon import tables
from policy_digest.lexicon.terms import Pair

_KEYS = ("id", "zh", "en", "pattern", "examples", "counterexamples")


@dataclass(frozen=True, slots=True)
class Stance:
    """A way to say that something will be done, and the words that say it."""

    id: str
    name: Pair
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Stances:
    """The stances; those before win over those behind them."""

    known: tuple[Stance, ...]

    def of(self, words: str) -> tuple[Stance, str] | None:
        """The stance of a commitment and the words that tell it; None where it only names what is to be done."""
        for stance in self.known:
            if match := stance.pattern.search(words):
                return stance, match[0]
        return None


def load(*, folder: Path = tables.FOLDER) -> Stances:
    """Read and check ``stances.yml``. Raises FaultsError with file and line for a malformed entry."""
    entries = tables.read_entries("stances", _KEYS, folder=folder)
    faults = [fault for entry in entries for fault in _faults(str(folder / "stances.yml"), entry)]
    if faults:
        raise FaultsError(faults)
    return Stances(
        tuple(Stance(entry["id"], Pair(entry["zh"], entry["en"]), re.compile(entry["pattern"])) for entry in entries)
    )


def _faults(path: str, entry: Mapping[str, Any]) -> list[Fault]:
    line, faults = entry["line"], list[Fault]()
    try:
        re.compile(entry["pattern"])
    except (re.error, TypeError) as error:
        faults.append(Fault(path, line, f"pattern: {error}", "a regular expression"))
    for key in ("examples", "counterexamples"):
        if not isinstance(entry[key], list) or not all(isinstance(one, str) for one in entry[key]) or not entry[key]:
            faults.append(Fault(path, line, f"{key}: {entry[key]}", "a list of sentences"))
    return faults
