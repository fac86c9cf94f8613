"""What the lexicon knows of indicator catalogue, wordings."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Names:
    """Tables of this subject, compiled once."""


def load() -> Names:
    """Read and check this subject's tables. Raises FaultsError with file and line for a malformed entry."""
    return Names()
