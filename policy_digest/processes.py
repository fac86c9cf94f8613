"""How the pipeline takes many articles through a stage: in order, in processes where that is worth it, faults kept."""

import multiprocessing
import signal
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

from policy_digest.errors import Fault, FaultsError

T = TypeVar("T")
U = TypeVar("U")

Report = Callable[[str, int, int], None]
"""Told of progress: the stage, how many of its articles are done, and how many there are."""

# Starting a process and loading the lexicon in it costs as much as reading a dozen articles.
WORTH_PROCESSES = 12


def named(path: str, action: Callable[[], T]) -> T | tuple[Fault, ...]:
    """Return the result, or the faults (an exception that carries them does not survive the way from a process)."""
    try:
        return action()
    except FaultsError as error:
        return error.faults
    except Exception as error:
        error.add_note(f"while reading {path}")
        raise


def run(stage: str, function: Callable[[T], U], items: Sequence[T], jobs: int, report: Report) -> list[U]:
    """Apply ``function`` to each item in order; in processes where there are enough items to make that worth it."""
    results: list[U] = []
    report(stage, 0, len(items))
    if jobs == 1 or len(items) < WORTH_PROCESSES:
        for item in items:
            results.append(function(item))
            report(stage, len(results), len(items))
        return results
    context = multiprocessing.get_context("spawn")
    chunk = max(1, len(items) // (jobs * 8))
    with ProcessPoolExecutor(min(jobs, len(items)), mp_context=context, initializer=_leave_interrupts) as pool:
        for result in pool.map(function, items, chunksize=chunk):
            results.append(result)
            report(stage, len(results), len(items))
    return results


def _leave_interrupts() -> None:
    """Let Ctrl-C be the parent's affair: a worker would print a traceback of its own."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def whole(results: Iterable[T | tuple[Fault, ...]], faults: list[Fault]) -> tuple[T, ...]:
    """Keep the results that are no faults."""
    whole: list[T] = []
    for result in results:
        if isinstance(result, tuple):
            faults.extend(result)
        else:
            whole.append(result)
    return tuple(whole)
