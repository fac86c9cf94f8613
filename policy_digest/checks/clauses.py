"""A clause of the Chinese of which the translation says no word, where it is short as well: it may be lost.

A clause with a figure is told by its figure. Another can be said in other words than those of the tables, and a
translation can be terse; both together are rare.
"""

import re
from collections.abc import Iterator

from policy_digest.checks.length import lengths
from policy_digest.checks.nearby import beginnings, known_words
from policy_digest.lexicon import Lexicon

_DIGIT = re.compile(r"\d")
_CLAUSE = re.compile("[^，；。：,;:]+")
# Words of a clause that the tables know, none of which is said; and under how many letters of English to a character.
# Of 9,500 official pairs one in 200 is told by this and the bounds of length together.
_LOST = ((5, 5.0), (4, 4.6), (3, 4.1))


def lost_clauses(zh: str, en: str, words: Lexicon) -> Iterator[str]:
    """The clauses of ``zh``, if it has several, of which ``en`` seems to say nothing, in words."""
    clauses = _CLAUSE.findall(zh)
    characters, letters = lengths(zh, en)
    length = letters / max(1, characters)
    if len(clauses) < 2 or length >= _LOST[0][1]:
        return
    said = beginnings(en)
    for clause in clauses:
        if _DIGIT.search(clause):
            continue
        known = known_words(clause, words)
        least = next((count for count, most in _LOST if len(known) >= count and length < most), None)
        if least and not any(stems & said for stems in known):
            yield f"nothing of '{clause}'"
