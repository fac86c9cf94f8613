"""What the program says on stderr: plain lines, and at a terminal a bar that is drawn over."""

import sys
from collections.abc import Iterable

from policy_digest.errors import Fault

WIDTH = 24


class Talk:
    """Speaks on stderr. ``quiet`` leaves only what is wrong."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._quiet = quiet
        self._terminal = sys.stderr.isatty()
        self._drawn = 0

    def say(self, words: str) -> None:
        """Print a line, unless quiet."""
        if not self._quiet:
            self._line(words)

    def problem(self, words: str) -> None:
        """Print a line, even if quiet."""
        self._line(f"build_digest.py: {words}")

    def faults(self, faults: Iterable[Fault]) -> None:
        """Print every fault on a line of its own, then how many there are."""
        told = sorted(set(faults))
        for fault in told:
            self._line(str(fault))
        self._line("1 fault" if len(told) == 1 else f"{len(told)} faults")

    def notices(self, notices: Iterable[Fault]) -> None:
        """Print what was cleaned or assumed; nothing is wrong."""
        for notice in notices:
            self.say(f"note: {notice.path}: {notice.found}")

    def progress(self, stage: str, done: int, total: int) -> None:
        """Draw how far a stage has come: a bar at a terminal, elsewhere a line when it begins."""
        if self._quiet:
            return
        if self._terminal:
            self._bar(stage, done, total)
        elif done == 0:
            self._line(f"{stage}: {total}" if total else stage)

    def _bar(self, stage: str, done: int, total: int) -> None:
        if total:
            filled = WIDTH * done // total
            words = f"{stage:<10} {'█' * filled}{'░' * (WIDTH - filled)} {done}/{total}"
        else:
            words = f"{stage} …"
        print(f"\r{words:<{self._drawn}}", end="", file=sys.stderr, flush=True)
        self._drawn = len(words)

    def _line(self, words: str) -> None:
        if self._drawn:
            print(f"\r{'':<{self._drawn}}\r", end="", file=sys.stderr)
            self._drawn = 0
        print(words, file=sys.stderr, flush=True)
