"""What the lexicon knows of gazetteer, English of terms and units."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Terms:
    """Tables of this subject, compiled once."""


def load() -> Terms:
    """Read and check this subject's tables. Raises FaultsError with file and line for a malformed entry."""
    return Terms()
