"""Ctrl-C and a polite kill, held back while something must not be cut in two."""

import contextlib
import signal
from collections.abc import Iterator
from types import FrameType

_POLITE = (signal.SIGINT, signal.SIGTERM)


@contextlib.contextmanager
def undisturbed() -> Iterator[None]:
    """Let interrupts wait until the block is done; raises KeyboardInterrupt after it where one came."""
    heard: list[int] = []

    def wait(number: int, _frame: FrameType | None) -> None:
        heard.append(number)

    before = {one: handler for one in _POLITE if (handler := signal.getsignal(one)) is not signal.SIG_IGN}
    for one in before:
        signal.signal(one, wait)
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler if handler is not None else signal.SIG_DFL)
    if heard:
        raise KeyboardInterrupt
