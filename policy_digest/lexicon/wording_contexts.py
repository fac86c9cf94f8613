"""What the lexicon knows of the words around a replaced word that surely tell which word it was."""

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from policy_digest.errors import Fault
from policy_digest.lexicon.tables import read_entries


@dataclass(frozen=True, slots=True)
class Context:
    """What surely tells what a printed word stands for: patterns right before and behind it.

    ``restored`` is the printed word where it stays. Neighbours are sought as restored, and behind also as printed.
    """

    printed: str
    restored: str
    before: re.Pattern[str]
    after: re.Pattern[str]
    grade: Literal["standard", "likely"]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


def read_contexts(
    folder: Path, words: Mapping[str, Container[str]], faults: list[Fault]
) -> dict[str, tuple[Context, ...]]:
    """The contexts by printed word; ``words`` has what each may stand for. Adds to ``faults`` what is wrong."""
    path = str(folder / "wording_contexts.yml")
    required = ("printed", "restored", "examples", "counterexamples")
    contexts: dict[str, tuple[Context, ...]] = {}
    for entry in read_entries("wording_contexts", required, ("before", "after", "grade"), folder=folder):
        wrong = _context_faults(entry, words)
        faults.extend(Fault(path, int(entry["line"]), found, expected) for found, expected in wrong)
        if not wrong:
            contexts[entry["printed"]] = (*contexts.get(entry["printed"], ()), _context(entry))
    return contexts


def _context_faults(entry: Mapping[str, Any], words: Mapping[str, Container[str]]) -> list[tuple[str, str]]:
    known = words.get(entry["printed"])
    lists = (entry["examples"], entry["counterexamples"])
    checks = (
        (known is not None, f"printed '{entry['printed']}'", "a word of wording_pairs.tsv"),
        (
            known is None or entry["restored"] in known,
            f"restored '{entry['restored']}'",
            "one of its standards, or itself",
        ),
        ("before" in entry or "after" in entry, "no pattern", "before or after"),
        (entry.get("grade", "standard") in ("standard", "likely"), f"grade '{entry.get('grade')}'", "standard, likely"),
        (all(isinstance(one, list) and one for one in lists), "no examples or counterexamples", "a list of each"),
        *(
            (_is_pattern(entry.get(side, "")), f"{side} '{entry.get(side)}'", "a pattern")
            for side in ("before", "after")
        ),
    )
    return [(found, expected) for right, found, expected in checks if not right]


def _is_pattern(words: object) -> bool:
    try:
        re.compile(words)  # type: ignore[call-overload]
    except (re.error, TypeError):
        return False
    return True


def _context(entry: Mapping[str, Any]) -> Context:
    return Context(
        printed=entry["printed"],
        restored=entry["restored"],
        before=re.compile(f"(?:{entry.get('before', '')})$"),
        after=re.compile(entry.get("after", "")),
        grade=entry.get("grade", "standard"),
        examples=tuple(entry["examples"]),
        counterexamples=tuple(entry["counterexamples"]),
    )
