"""Faults in the user's files: each names the file and line, what was found and what was expected."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong in a file the user owns.

    ``path`` is as the user would type it; ``line`` counts from 1, and is 0 where the whole file is meant.
    """

    path: str
    line: int
    found: str
    expected: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: found {self.found}, expected {self.expected}"


class FaultsError(Exception):
    """Raised with all the faults that a stage found, so that the user sees them at once."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        super().__init__("\n".join(map(str, self.faults)))
