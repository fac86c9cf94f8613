"""Lists of words by rule, as several tables have them: what is wrong with an entry, and what matches any word."""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from policy_digest.errors import Fault


def list_faults(path: str, entry: Mapping[str, Any], rules: Collection[str]) -> Iterable[Fault]:
    """What is wrong with an entry: a ``rule`` that is none of ``rules``, or ``words`` that are no list of words."""
    if entry["rule"] not in rules:
        yield Fault(path, entry["line"], f"rule '{entry['rule']}'", f"one of {', '.join(rules)}")
    words = entry["words"]
    if not isinstance(words, list) or not words or not all(isinstance(word, str) and word for word in words):
        yield Fault(path, entry["line"], f"words {words}", "a list of words")


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """One alternation, the longest word first."""
    return re.compile("|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))))
