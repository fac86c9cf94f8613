"""The options of ``translate`` that say which engine to use, how patiently, and for how much."""

import argparse
import os
from decimal import Decimal, InvalidOperation

from policy_digest.cli.abouts import TRANSLATE_EPILOG
from policy_digest.engines import MOST_TEXTS, Address, address_of

MOST_CALLS = "100"


def add_engine(command: argparse.ArgumentParser) -> None:
    """Add the options. A base address may hold a password, so that no help and no message shows one."""
    command.epilog = TRANSLATE_EPILOG
    command.add_argument("--engine", choices=("llm", "mt"), default="llm", help="what translates (%(default)s)")
    command.add_argument(
        "--dry-run", action="store_true", help="print what would be asked as JSON Lines, and ask nobody"
    )
    command.add_argument(
        "--base-url", type=_address, default=_set("OPENAI_BASE_URL"), metavar="URL", help="the endpoint"
    )
    command.add_argument("--model", default=_set("OPENAI_MODEL"), metavar="NAME", help="the model ($OPENAI_MODEL)")
    command.add_argument("--batch", type=_count, default=MOST_TEXTS, metavar="N", help="texts per call (%(default)s)")
    command.add_argument(
        "--format",
        choices=("schema", "object", "text"),
        default="schema",
        help="how the form of answers is asked for at first: what the endpoint refuses is given up (%(default)s)",
    )
    command.add_argument(
        "--max-tokens", type=_count, default=4000, metavar="N", help="the most that an answer may take (%(default)s)"
    )
    _add_patience(command)
    _add_budget(command)


def _add_patience(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--timeout", type=_seconds, default=600.0, metavar="S", help="seconds to wait for an answer (%(default)g)"
    )
    command.add_argument(
        "--retries", type=_number, default=5, metavar="N", help="how often a failed call is made again (%(default)s)"
    )
    command.add_argument(
        "--max-wait",
        type=_seconds,
        default=300.0,
        metavar="S",
        help="the longest wait that an endpoint may ask for, in seconds; beyond it the run ends (%(default)g)",
    )


def _add_budget(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--max-calls",
        type=_number,
        default=_set("TRANSLATE_MAX_CALLS") or MOST_CALLS,
        metavar="N",
        help=f"the most calls, repeated ones too ({MOST_CALLS})",
    )
    command.add_argument(
        "--max-cost",
        type=_amount,
        default=_set("TRANSLATE_MAX_COST"),
        metavar="X",
        help="the most that all calls may cost; needs the prices",
    )
    for name, what in (("in", "asked"), ("out", "answered")):
        command.add_argument(
            f"--price-{name}",
            type=_amount,
            default=_set(f"TRANSLATE_PRICE_{name.upper()}"),
            metavar="X",
            help=f"the price of a million tokens {what}",
        )


def _set(name: str) -> str | None:
    """A variable of the environment; None where it is empty."""
    return os.environ.get(name, "").strip() or None


def _address(text: str) -> Address:
    try:
        return address_of(text)
    except ValueError:
        expected = "an address such as http://127.0.0.1:8080/v1"
        raise argparse.ArgumentTypeError(
            f"found no address in OPENAI_BASE_URL or --base-url, expected {expected}"
        ) from None


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise argparse.ArgumentTypeError(f"found {text!r}, expected a number, 0 or more")
    return int(text)


def _count(text: str) -> int:
    if not (number := _number(text)):
        raise argparse.ArgumentTypeError("found 0, expected a number, 1 or more")
    return number


def _amount(text: str) -> Decimal:
    try:
        amount = Decimal(text)
    except InvalidOperation:
        amount = Decimal("NaN")
    if not amount.is_finite() or amount < 0:
        raise argparse.ArgumentTypeError(f"found {text!r}, expected an amount such as 2.50")
    return amount


def _seconds(text: str) -> float:
    seconds = float(_amount(text))
    if not seconds:
        raise argparse.ArgumentTypeError("found 0, expected a number of seconds, more than 0")
    return seconds
