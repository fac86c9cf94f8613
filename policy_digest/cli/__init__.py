"""The command line: data on stdout, talk on stderr, exit 0 done, 1 the user's files are at fault, 2 wrong usage."""

import contextlib
import io
import os
import signal
import sys
import traceback
from collections.abc import Iterator, Sequence
from types import FrameType

from policy_digest.cli.arguments import parse_arguments
from policy_digest.cli.build import run_build
from policy_digest.cli.check import run_check
from policy_digest.cli.explain import run_explain
from policy_digest.cli.extract import run_extract
from policy_digest.cli.new import run_new
from policy_digest.cli.record import run_record
from policy_digest.cli.serve import run_serve
from policy_digest.cli.status import run_status
from policy_digest.cli.talk import Talk
from policy_digest.cli.translate import run_translate
from policy_digest.errors import FaultsError
from policy_digest.publish import BusyError

DONE, FAULTS, BUG, STOPPED, CLOSED_PIPE = 0, 1, 70, 130, 141
COMMANDS = {
    "build": run_build,
    "check": run_check,
    "extract": run_extract,
    "explain": run_explain,
    "new": run_new,
    "record": run_record,
    "serve": run_serve,
    "status": run_status,
    "translate": run_translate,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; whatever happens, the user reads what to do and no traceback."""
    _speak_utf8()
    options = parse_arguments(sys.argv[1:] if arguments is None else arguments)
    talk = Talk(quiet=options.quiet)
    try:
        with _stopping_on_terminate():
            code = COMMANDS[options.command](options, talk)
        sys.stdout.flush()
    except FaultsError as error:
        talk.faults(error.faults)
        return FAULTS
    except BusyError as error:
        talk.problem(str(error))
        return FAULTS
    except KeyboardInterrupt:
        talk.problem("stopped; the site is as it was")
        return STOPPED
    except BrokenPipeError:
        _silence_stdout()
        return CLOSED_PIPE
    except OSError as error:
        talk.problem(_told(error))
        return FAULTS
    except Exception as error:  # the last resort: a bug is told as one, in words
        return _bug(error, talk, trace=options.debug)
    return code


def _speak_utf8() -> None:
    """Print UTF-8 whatever the locale says, and never fail over a character."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


@contextlib.contextmanager
def _stopping_on_terminate() -> Iterator[None]:
    """Let a polite kill end the build as Ctrl-C does: children stopped, staging removed."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _silence_stdout() -> None:
    """Keep the interpreter from complaining about the closed pipe when it flushes at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _told(error: OSError) -> str:
    words = error.strerror or str(error)
    return f"{error.filename}: {words}" if error.filename else words


def _bug(error: Exception, talk: Talk, *, trace: bool) -> int:
    notes = "".join(f", {note}" for note in getattr(error, "__notes__", ()))
    talk.problem(f"this is a bug in policy-digest, not in your files: {type(error).__name__}: {error}{notes}")
    if trace:
        traceback.print_exception(error)
    else:
        talk.problem("please report it with what --debug prints")
    return BUG
