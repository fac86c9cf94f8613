"""A shown text in both languages, and what its English is."""

from dataclasses import dataclass
from typing import Literal

Status = Literal["original", "generated", "project", "reviewed", "machine", "earlier", "partial", "missing"]


@dataclass(frozen=True, slots=True)
class Text:
    """One shown text in both languages. ``status`` is what its English is; where it is ``missing``, ``en`` is None."""

    zh: str
    en: str | None
    status: Status
