"""What the lexicon knows of headings, bylines, captions, places."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Structure:
    """Tables of this subject, compiled once."""


def load() -> Structure:
    """Read and check this subject's tables. Raises FaultsError with file and line for a malformed entry."""
    return Structure()
