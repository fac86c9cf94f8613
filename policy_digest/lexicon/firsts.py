"""Firsts: with which characters what a pattern matches may begin, so that it is tried where one of them stands."""

import re
from collections.abc import Iterator, Sequence

_TOKEN = re.compile(
    r"(?P<look>\(\?<?[=!])|(?P<open>\((?:\?:|\?P<\w+>)?)|(?P<close>\))|(?P<bar>\|)|(?P<place>[\^$]|\\[bBAZ])"
    r"|(?P<one>\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.)"
)
_TIMES = re.compile(r"(?:(?P<perhaps>[?*]|\{0?,\d*\}|\{0\})|\+|\{\d+(?:,\d*)?\})?[?+]?")

_UNLISTED = re.compile(r"\.|\[[\^\]-]|\[.*-\]")
"""What lists no characters, or none that may stand in a row with others as they are."""


def divided(patterns: Sequence[str], classes: Sequence[str], members: str) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Which of ``patterns`` may match where a character of each class stands, then where one of none does.

    Yields a lookahead for the class and the patterns' numbers. ``members`` are characters of the classes.
    """
    firsts = [first_of(pattern) for pattern in patterns]
    for own in classes:
        seen = [character for character in members if re.match(f"[{own}]", character)]
        told = [any(re.match("|".join(first), character) for character in seen) for first in firsts]
        yield f"(?=[{own}])", tuple(number for number, is_told in enumerate(told) if is_told)
    rest = [any(set(one.replace(r"\d", "").strip("[]")) - set(members) for one in first) for first in firsts]
    yield f"(?=[^{''.join(classes)}])", tuple(number for number, is_told in enumerate(rest) if is_told)


def first_of(pattern: str) -> tuple[str, ...]:
    """The characters and classes of characters with which a match of ``pattern`` may begin that is not empty.

    What stands before or behind a place (lookarounds) is not asked. Groups are ``(…)``, ``(?:…)`` or ``(?P<name>…)``.
    """
    return tuple(dict.fromkeys(_group(pattern, 0)[0]))


def guarded(pattern: str) -> str:
    """``pattern`` behind a lookahead for what its matches may begin with, by which it passes over all else at once.

    One that may match nothing, or begin with nearly anything, stays as it is.
    """
    found, may_be_empty, _ = _group(pattern, 0)
    if may_be_empty or any(_UNLISTED.match(one) for one in found):
        return pattern
    members = (one[1:-1] if one.startswith("[") else one if len(one) > 1 else re.escape(one) for one in found)
    return f"(?=[{''.join(dict.fromkeys(members))}])(?:{pattern})"


def _group(pattern: str, at: int) -> tuple[list[str], bool, int]:
    """What a group begins with whose content stands at ``at``, whether it may be empty, and where it ends."""
    found: list[str] = []
    may_be_empty, is_first = False, True
    while at < len(pattern) and (token := _TOKEN.match(pattern, at)):
        at, kind = token.end(), token.lastgroup
        if kind == "close":
            break
        if kind == "bar":
            may_be_empty, is_first = may_be_empty or is_first, True
            continue
        inner, is_empty = [token[0]], False
        if kind in ("look", "open"):
            inner, is_empty, at = _group(pattern, at)
        if kind in ("look", "place"):
            inner, is_empty = [], True
        times = _TIMES.match(pattern, at)
        at = times.end() if times else at
        if is_first:
            found += inner
            is_first = is_empty or bool(times and times["perhaps"])
    return found, may_be_empty or is_first, at
