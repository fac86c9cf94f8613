"""What ``extract`` tells of an article's wording: whether a synonym replacer went over it, and what it replaced."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Grade = Literal["attested", "standard", "likely"]
"""How sure a restored form is: a name that an authority attests, a phrase of the genre, or the likeliest word."""


@dataclass(frozen=True, slots=True)
class Restoration:
    """A replaced word and the standard word it stands for.

    ``Source.text[start:end] == printed`` always. ``phrase_start`` and ``phrase_end`` bound the known ``phrase`` that it
    is part of once restored (the word itself where none is known); ``printed_phrase`` are its words as printed.
    ``is_protected``: it stands in a quotation or a proper name, so that a page shows both forms there.
    """

    printed: str
    restored: str
    grade: Grade
    reason: str
    start: int
    end: int
    is_protected: bool = False
    phrase: str = ""
    printed_phrase: str = ""
    phrase_start: int = 0
    phrase_end: int = 0


@dataclass(frozen=True, slots=True)
class Wording:
    """Whether a text was altered. ``score`` is the natural logarithm of how much likelier its words are if it was.

    ``substitutes`` counts words that replacers leave and clean text hardly has, ``standards`` the words they replace;
    ``usual_substitutes`` and ``usual_standards`` are what clean text of that length has. ``pairs`` is how many
    different words tell. ``staples`` is the share of the genre's commonest words that the text has of what is usual
    (1 is usual). ``restorations`` stand in the text's order; there are none in a text that was not altered.
    """

    altered: bool = False
    score: Decimal = Decimal(0)
    pairs: int = 0
    characters: int = 0
    substitutes: int = 0
    usual_substitutes: Decimal = Decimal(0)
    standards: int = 0
    usual_standards: Decimal = Decimal(0)
    staples: Decimal = Decimal(0)
    restorations: tuple[Restoration, ...] = ()


def in_place(text: str, found: Iterable[tuple[int, int, str]]) -> str:
    """``text`` with the words between each start and end replaced; those of another length stay.

    So the text is as long as before, and positions in it hold.
    """
    for start, end, restored in found:
        if len(restored) == end - start:
            text = text[:start] + restored + text[end:]
    return text


def restored_between(text: str, start: int, end: int, restorations: Iterable[Restoration]) -> str:
    """``text[start:end]`` with its replaced words restored."""
    pieces, last = [], start
    for one in restorations:
        if last <= one.start and one.end <= end:
            pieces += [text[last : one.start], one.restored]
            last = one.end
    return "".join([*pieces, text[last:end]])


UNALTERED = Wording()
"""The wording of a text in which nothing was sought or found."""
