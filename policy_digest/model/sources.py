"""What ``read`` returns: a seed file, and what an editor states beside it."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from policy_digest.model.edits import Correction


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What an editor states about an article in ``<stem>.yml``; every field is optional."""

    path: str | None = None
    slug: str | None = None
    title: str | None = None
    title_en: str | None = None
    place: str | None = None
    time_period: str | None = None
    date_published: str | None = None
    source_url: str | None = None
    credited_to: str | None = None
    authors: tuple[str, ...] = ()
    rights: str | None = None
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """One seed file as read.

    ``text`` has as many code points as the decoded file, BOM and line ends included, so that offsets into it are
    offsets into the file; a control character that was cleaned stands as a space. ``notices`` tells what was cleaned.
    """

    path: str
    stem: str
    sha256: str
    encoding: str
    format: Literal["txt", "md"]
    text: str
    sidecar: Sidecar = Sidecar()
    notices: tuple[str, ...] = ()


class Lines:
    """The line numbers, from 1, of offsets into a text."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def at(self, offset: int) -> int:
        """The line on which ``offset`` lies."""
        return bisect_right(self._starts, offset)
