"""What the lexicon knows of programmes, commitments, slogans, weights."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Genre:
    """Tables of this subject, compiled once."""


def load() -> Genre:
    """Read and check this subject's tables. Raises FaultsError with file and line for a malformed entry."""
    return Genre()
