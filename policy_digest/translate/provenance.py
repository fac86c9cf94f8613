"""What the comments of an entry tell of its English: whose it is, who reviewed it, what a machine was asked."""

import re
from collections.abc import Iterator
from typing import Final

_KEY = re.compile(r"\s*([A-Za-z][\w-]*):(?:\s+|$)")
_OF_A_MACHINE: Final = ("model", "date", "prompt")
_OF_THE_ENGLISH: Final = ("origin", "reviewer", "reviewed", *_OF_A_MACHINE)
_OBJECTION = re.compile(r"with(?:out)? ")  # as every note of the checks begins
_EARLIER: Final = "an earlier wording was reviewed"


def unsigned(comments: str) -> str:
    """The comments of an entry whose Chinese was changed: a signature was for an earlier wording, and a note says so.

    ``reviewer: X`` becomes a note by whom, ``reviewed: Y`` one with its words; all other lines stay as they are.
    """
    return "\n".join(map(_unsigned, comments.splitlines()))


def _unsigned(line: str) -> str:
    words = line[match.end() :].strip() if (match := _KEY.match(line)) else ""
    if words and _key(line) == "reviewer":
        return f"note: {_EARLIER} by {words}"
    return f"note: {_EARLIER}: {words}" if words and _key(line) == "reviewed" else line


def without_provenance(comments: str) -> tuple[str, ...]:
    """The comment lines of an entry that is empty now, without those that told of the English that is gone.

    These are its origin, its signature (of an earlier wording, too), and what ``translate`` wrote of its answer. Free
    comments and an editor's notes stay.
    """
    return tuple(_about_the_text(comments.splitlines()))


def _about_the_text(lines: list[str]) -> Iterator[str]:
    before = ""
    for line in lines:
        key = _key(line)
        words = line[match.end() :] if (match := _KEY.match(line)) else ""
        is_objection = key == "note" and before in _OF_A_MACHINE and _OBJECTION.match(words)
        is_signature = key == "note" and words.startswith(_EARLIER)
        if key not in _OF_THE_ENGLISH and not is_objection and not is_signature:
            yield line
        before = key


def _key(line: str) -> str:
    return match[1].lower() if (match := _KEY.match(line)) else ""
