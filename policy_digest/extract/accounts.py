"""Accounts: what became of each number of a text, as values."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from policy_digest.extract.derive import Figure
from policy_digest.extract.evidence import Why

Verdict = Literal["figure", "rejected", "unread"]
_FEW = 24  # blocks that each numeral is held against one by one
_NOWHERE = "no pattern of numbers fits it where it stands"


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of text in which numbers stand.

    ``kind``: ``sentence``, ``caption``, ``heading``, ``deck``, ``title``, ``subtitle``, what the parse set aside
    (``byline``, ``furniture``, ``date``, ``speaker``, ``markup``), or ``mark`` (a heading's or an item's own number).
    ``id`` is the sentence's or the section's, where there is one; ``line`` (from 1) is where the stretch begins.
    """

    kind: str
    id: str
    section: str
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Account:
    """What became of a number, or of numbers that were read or rejected as one (4000—6000斤).

    ``start`` and ``end`` are offsets into the source, ``numerals`` those of the numerals themselves. A ``figure`` has
    ``figures``, one at least; one that is told without a numeral (居首位) has an account without ``numerals``. What is
    ``rejected`` or ``unread`` has a ``reason``, and ``why`` where a rule decided it; a date has the ``period`` that it
    tells, None where its year is not known. ``note`` says in words what the rule alone does not.
    """

    spot: Spot
    line: int
    start: int
    end: int
    as_printed: str
    numerals: tuple[tuple[int, int], ...]
    verdict: Verdict
    reason: str = ""
    why: Why | None = None
    period: str | None = None
    note: str = ""
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A span of a stretch that was read or rejected as one; the fields are those of ``Account``.

    ``ids`` are of the observations read, where no more of them is asked for than that.
    """

    start: int
    end: int
    verdict: Verdict
    reason: str = ""
    why: Why | None = None
    period: str | None = None
    note: str = ""
    figures: tuple[Figure, ...] = ()
    ids: tuple[str, ...] = ()


def merged(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks of figures in order, those that overlap as one."""
    result: list[Block] = []
    for block in sorted(blocks, key=lambda b: (b.start, b.end)):
        if result and block.start < result[-1].end:
            last = result[-1]
            end = max(last.end, block.end)
            figures, ids = (*last.figures, *block.figures), (*last.ids, *block.ids)
            result[-1] = replace(last, end=end, figures=figures, ids=ids)
        else:
            result.append(block)
    return tuple(result)


def shared_out(
    numerals: Sequence[tuple[int, int]], blocks: Sequence[Block]
) -> Iterator[tuple[Block, tuple[tuple[int, int], ...]]]:
    """Each block with the numerals that are its own, in the order of the text.

    A numeral belongs to the first of ``blocks`` that it overlaps, which then holds all of it; one in none has a block
    made for it. Blocks without a numeral are left out, unless they are figures.
    """
    owned: dict[int, list[tuple[int, int]]] = {at: [] for at, block in enumerate(blocks) if block.figures}
    found: list[tuple[Block, tuple[tuple[int, int], ...]]] = []
    for numeral, owner in zip(numerals, _owners(numerals, blocks), strict=True):
        if owner is None:
            found.append((Block(*numeral, "unread", "no-pattern", note=_NOWHERE), (numeral,)))
        else:
            owned.setdefault(owner, []).append(numeral)
    found += [(_around(blocks[at], theirs), tuple(theirs)) for at, theirs in owned.items()]
    yield from sorted(found, key=lambda pair: (pair[0].start, pair[0].end))


def _around(block: Block, numerals: Sequence[tuple[int, int]]) -> Block:
    """The block with the whole of its numerals (6.2 of 6.2级)."""
    if not numerals or (block.start <= numerals[0][0] and numerals[-1][1] <= block.end):
        return block
    return replace(block, start=min(block.start, numerals[0][0]), end=max(block.end, numerals[-1][1]))


def _owners(numerals: Sequence[tuple[int, int]], blocks: Sequence[Block]) -> Iterator[int | None]:
    """For each numeral the place of the first of ``blocks`` that it overlaps, None for one in none."""
    if len(blocks) <= _FEW:
        for start, end in numerals:
            yield next((at for at, block in enumerate(blocks) if block.start < end and start < block.end), None)
        return
    first: dict[int, int] = {}
    for at in range(len(blocks) - 1, -1, -1):
        first.update(dict.fromkeys(range(blocks[at].start, blocks[at].end), at))
    for start, end in numerals:
        yield min((first[place] for place in range(start, end) if place in first), default=None)
