"""What the lexicon knows of derived values: their names and formulas in both languages, by case."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from policy_digest.errors import Fault, FaultsError
from policy_digest.lexicon import tables
from policy_digest.lexicon.terms import Pair
from policy_digest.model import DerivedKind


@dataclass(frozen=True, slots=True)
class Formula:
    """How a page names a derived value, and how it writes what the value follows from."""

    kind: DerivedKind
    name: Pair
    formula: Pair


def load(*, folder: Path = tables.FOLDER) -> Mapping[str, Formula]:
    """Read and check ``derived.yml``. Raises FaultsError with file and line for a malformed entry."""
    keys = ("case", "kind", "zh", "en", "formula_zh", "formula_en", "examples", "counterexamples")
    entries = tables.read_entries("derived", keys, folder=folder)
    known = get_args(DerivedKind)
    faults = [
        Fault(str(folder / "derived.yml"), entry["line"], f"kind '{entry['kind']}'", f"one of {', '.join(known)}")
        for entry in entries
        if entry["kind"] not in known
    ]
    if faults:
        raise FaultsError(faults)
    return {
        entry["case"]: Formula(
            entry["kind"], Pair(entry["zh"], entry["en"]), Pair(entry["formula_zh"], entry["formula_en"])
        )
        for entry in entries
    }
