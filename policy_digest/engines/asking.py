"""Batches asked for one after another: answers kept at once, unusable ones asked for again, in smaller batches."""

from collections import deque
from collections.abc import Callable, Iterable
from typing import Protocol

from policy_digest.engines.batches import Batch, Translated, asked_again
from policy_digest.engines.errors import ReplyError, StoppedError

_MOST_IN_A_ROW = 6
"""After so many unusable answers without a good one between them, more calls would be wasted."""


class Engine(Protocol):
    """Gives the texts of a batch an English."""

    def ask(self, batch: Batch) -> Translated:
        """Return the English by id. Raises ReplyError for this batch, StoppedError for all that would follow."""
        ...


def ask_all(
    batches: Iterable[Batch],
    engine: Engine,
    keep: Callable[[Batch, Translated], None],
    refuse: Callable[[Batch, str, bool], None],
) -> None:
    """Ask for all batches. ``keep`` is given each answer before the next call is made.

    ``refuse`` hears of each unusable answer: the batch, the reason, and whether its texts are asked for again. Raises
    StoppedError where nothing more can be asked.
    """
    waiting, in_a_row = deque(batches), 0
    while waiting:
        batch = waiting.popleft()
        try:
            answer = engine.ask(batch)
        except ReplyError as error:
            again = asked_again(batch, error)
            refuse(batch, str(error), bool(again))
            in_a_row += 1
            if in_a_row == _MOST_IN_A_ROW:
                raise StoppedError(f"{in_a_row} answers in a row could not be used; the last: {error}") from None
            waiting.extendleft(reversed(again))
            continue
        in_a_row = 0
        keep(batch, answer)
