"""What the lexicon knows of gaps: how a text names something that it does not tell."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from policy_digest.lexicon import tables
from policy_digest.lexicon.genre import rule_patterns

RULES = (
    "code",
    "quoted-code",
    "bare-code",
    "known-code",
    "explains",
    "listing",
    "rate",
    "measure",
    "aim",
    "no-aim",
    "moved-rank",
    "met-plan",
    "masked",
    "not-rate",
    "level",
    "deed",
    "thing",
    "means",
    "known-name",
    "paid",
    "set-up",
    "motto",
    "holds",
    "took-part",
    "new-matter",
    "result",
    "of-activity",
    "counted",
    "lists",
    "plot",
    "spreads",
)


@dataclass(frozen=True, slots=True)
class Gaps:
    """Compiled patterns by rule (``gap_rules.yml``), each rule's entries joined by ``|``."""

    patterns: Mapping[str, re.Pattern[str]] = field(hash=False)


def load(*, folder: Path = tables.FOLDER) -> Gaps:
    """Read and check this subject's table. Raises FaultsError with file and line for a malformed entry."""
    return Gaps(rule_patterns("gap_rules", RULES, folder))
