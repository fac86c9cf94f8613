"""What the lexicon knows of gaps: how a text names something that it does not tell."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from policy_digest.errors import Fault, FaultsError
from policy_digest.lexicon import tables
from policy_digest.lexicon.genre import compiled

RULES = (
    "code",
    "quoted-code",
    "bare-code",
    "known-code",
    "explains",
    "listing",
    "rate",
    "measure",
    "masked",
    "not-rate",
    "level",
    "deed",
    "thing",
    "vague",
    "maxim",
    "means",
    "known-name",
    "paid",
)


@dataclass(frozen=True, slots=True)
class Gaps:
    """Compiled patterns by rule (``gap_rules.yml``), each rule's entries joined by ``|``."""

    patterns: Mapping[str, re.Pattern[str]] = field(hash=False)


def load(*, folder: Path = tables.FOLDER) -> Gaps:
    """Read and check this subject's table. Raises FaultsError with file and line for a malformed entry."""
    entries = tables.read_entries("gap_rules", ("rule", "pattern", "examples", "counterexamples"), folder=folder)
    path = folder / "gap_rules.yml"
    faults = [
        Fault(str(path), entry["line"], f"rule '{entry['rule']}'", f"one of {', '.join(RULES)}")
        for entry in entries
        if entry["rule"] not in RULES
    ]
    if faults:
        raise FaultsError(faults)
    for entry in entries:
        compiled(path, entry)
    joined = {rule: "|".join(e["pattern"] for e in entries if e["rule"] == rule) or "(?!)" for rule in RULES}
    return Gaps({rule: re.compile(pattern) for rule, pattern in joined.items()})
