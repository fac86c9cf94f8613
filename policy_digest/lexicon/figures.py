"""What the lexicon knows of numerals, units, bounds, periods, natures, masks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figures:
    """Tables of this subject, compiled once."""


def load() -> Figures:
    """Read and check this subject's tables. Raises FaultsError with file and line for a malformed entry."""
    return Figures()
