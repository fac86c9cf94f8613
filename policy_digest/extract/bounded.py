"""Bounds told once for several values: 分别超过3%、6%; 普及率超过98%、85%; 分别增长5%、8%以上."""

from collections.abc import Iterator, Sequence

from policy_digest.extract.clauses import Clauses
from policy_digest.extract.listing import JOINTS_OF_THINGS
from policy_digest.extract.quantities import Quantity
from policy_digest.lexicon.figures import Figures

_JOINTS = frozenset(("、", "和", "及", "与"))
_PAIRWISE = "分别"
_OF_ONE = ("近", "接近", "将近")  # words that say how near one value comes
_SHORT = 2  # characters: a thing told in a list has no less


def bounded_alike(clauses: Clauses, read: Sequence[Quantity], figures: Figures) -> tuple[Quantity, ...]:
    """The quantities of a sentence in order, those of one list with the bound that is told once for all of them."""
    return tuple(quantity for run in _runs(clauses.text, read) for quantity in _alike(clauses.text, run, figures))


def _runs(text: str, read: Sequence[Quantity]) -> Iterator[list[Quantity]]:
    """The quantities in runs whose values stand side by side with nothing but a joint between them."""
    run: list[Quantity] = []
    for quantity in read:
        if run and text[run[-1].end : quantity.start] not in _JOINTS:
            yield run
            run = []
        run.append(quantity)
    if run:
        yield run


def _alike(text: str, run: list[Quantity], figures: Figures) -> list[Quantity]:
    """The quantities of a run; the word before the first bounds all, and behind 分别 that behind the last."""
    first, last = run[0], run[-1]
    before, after = first.bounded_by, last.bounded_by
    words = text[first.clause : first.start]
    is_each = _PAIRWISE in words
    if len(run) == 1 or any(_is_bounded(one) for one in run[1:-1]):
        return run
    if before and before not in _OF_ONE and before in text[first.lead : first.start] and not _is_bounded(last):
        is_alike = is_each or _things(text[first.clause : first.lead]) == len(run)
        return [first, *(_bound(one, first) for one in run[1:])] if is_alike else run
    trail = figures.trails.match(text, last.end)
    is_one_unit = len({(one.unit_measure, one.unit_zh) for one in run}) == 1
    is_behind = trail is not None and trail[0].strip() == after
    if is_each and is_one_unit and is_behind and not any(_is_bounded(one) for one in run[:-1]):
        return [*(_bound(one, last) for one in run[:-1]), last]
    return run


def _is_bounded(quantity: Quantity) -> bool:
    return quantity.bound != "eq" or bool(quantity.bounded_by)


def _bound(quantity: Quantity, like: Quantity) -> Quantity:
    return quantity._replace(bound=like.bound, bounded_by=like.bounded_by)


def _things(words: str) -> int:
    """How many things ``words`` list, or none where one of them is no word."""
    things = JOINTS_OF_THINGS.split(words)
    return len(things) if all(len(thing) >= _SHORT for thing in things) else 0
