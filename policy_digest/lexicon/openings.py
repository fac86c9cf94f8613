"""Openings: how what a pattern matches may begin, so that a long pattern is tried there alone."""

import re
from collections.abc import Iterable, Iterator


def openings(beginnings: Iterable[str], plain: str = "") -> re.Pattern[str]:
    """A pattern of the first character of each beginning, behind which its rest stands (a regular expression).

    What stands behind a character of the class ``plain`` does not matter.
    """
    rests: dict[str, list[str]] = {}
    for beginning in dict.fromkeys(beginnings):
        rests.setdefault(beginning[0], []).append(beginning[1:])
    if not plain:
        return re.compile("|".join(f"{re.escape(first)}(?={'|'.join(rest)})" for first, rest in rests.items()))
    behind = (f"(?<={re.escape(first)})(?={'|'.join(rest)})" for first, rest in rests.items())
    return re.compile(f"[{plain}{re.escape(''.join(rests))}](?:(?<=[{plain}])|{'|'.join(behind)})")


def sought(pattern: re.Pattern[str], begins: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches of ``pattern`` in ``text``, none of them empty, that begin where a character of ``begins`` stands."""
    end, match_at = 0, pattern.match
    for place in begins.finditer(text):
        start = place.start()
        if start >= end and (match := match_at(text, start)) and match.end() > start:
            end = match.end()
            yield match
