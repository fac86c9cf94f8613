"""Origins: where the words of a figure's name stand, so that a wrong name can be traced to what it was taken from."""

from collections.abc import Iterator, Sequence

from policy_digest.extract.context import clause_before, left_of, right_of
from policy_digest.extract.hearing import MASK, unquoted
from policy_digest.extract.mention import Reading

_OF_CLAUSE = 2
"""How many of the places are those of the figure's own clause: before it and behind it."""

_SHORTEST = 2
_SHORTEST_AFAR = 5
"""Characters that a piece of a name must have to be traced, in the figure's clause and elsewhere: fewer may stand
anywhere by chance. What begins a name is traced from ``_SHORTEST`` on."""

_FAR = 24
"""Figures: none takes the name of one farther before it."""

_NEAR = 400
"""Characters: how far a sentence is searched, so that a line without a stop stays quick."""

_Place = tuple[str, str]
"""Where words stand, and the words that stand there."""

_Pieces = tuple[tuple[str, str], ...]
"""The pieces of a name in order, each with where it stands; nowhere if it was added."""


def origin(name: str, reading: Reading, index: int, earlier: Sequence[tuple[str, str]]) -> str:
    """Where ``name``, given to the mention ``index``, was found, in words.

    ``reading`` is the sentence as the namer read it; ``earlier`` are the figures before it in the section, in order,
    each as printed and with its name.
    """
    places = tuple(_places(reading, index, earlier))
    for where, words in places:
        if name in words:
            return where
    pieces = _pieces(name, places)
    if all(not where for _, where in pieces):
        return "no words near it name it"
    return "put together: " + " + ".join(f"{words} ({where or 'added'})" for words, where in pieces)


def _places(reading: Reading, index: int, earlier: Sequence[tuple[str, str]]) -> Iterator[_Place]:
    """Where a name's words may stand, nearest first."""
    start, end = reading.mentions[index].start, reading.mentions[index].end
    yield "from the words before it", _plain(left_of(reading, index))
    yield "from the words behind it", _plain(right_of(reading, index))
    yield from ((f"told before, of {printed}", name) for printed, name in reversed(earlier[-_FAR:]))
    yield "from the clause before", _plain(clause_before(reading, index))
    yield "from farther before in the sentence", _plain(reading.folded[max(0, start - _NEAR) : start])
    yield "from farther behind in the sentence", _plain(reading.folded[end : end + _NEAR])
    yield "the section's heading", reading.section.heading or ""


def _pieces(name: str, places: Sequence[_Place]) -> _Pieces:
    """``name`` cut so that least of it was added, into as few pieces as can be, most of them of its own clause."""
    best: list[tuple[tuple[int, int, int], _Pieces]] = [((0, 0, 0), ())]
    for at in range(len(name) - 1, -1, -1):
        (added, count, far), rest = best[-1]
        joined = bool(rest) and not rest[0][1]
        words = name[at] + (rest[0][0] if joined else "")
        choices = [((added + 1, count + (not joined), far), ((words, ""), *rest[joined:]))]
        for size, place in _standing(name[at:], places, begins=at == 0):
            (added, count, far), rest = best[-size]
            is_far = 0 if place < _OF_CLAUSE else size
            choices.append(((added, count + 1, far + is_far), ((name[at : at + size], places[place][0]), *rest)))
        best.append(min(choices, key=lambda choice: choice[0]))
    return best[-1][1]


def _standing(words: str, places: Sequence[_Place], *, begins: bool) -> Iterator[tuple[int, int]]:
    """How many characters of ``words`` stand together somewhere, and the nearest place where they do."""
    place = 0
    for size in range(_SHORTEST, len(words) + 1):
        while place < len(places) and words[:size] not in places[place][1]:
            place += 1
        if place == len(places):
            return
        if place < _OF_CLAUSE or begins or size >= _SHORTEST_AFAR:
            yield size, place


def _plain(text: str) -> str:
    return unquoted(text.strip(MASK))
