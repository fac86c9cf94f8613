"""The engine that the options and the environment ask for; what is missing is told before anything is read."""

import argparse
import os
from collections.abc import Callable
from decimal import Decimal

from policy_digest.cli.talk import Talk
from policy_digest.engines import (
    Address,
    Budget,
    ChatEngine,
    LocalEngine,
    Patience,
    Prices,
    Secrets,
    Spending,
    Wire,
    Wishes,
    address_of,
    check_installed,
    load_local,
    secrets_of,
)
from policy_digest.errors import Fault, FaultsError

_KEY = "OPENAI_API_KEY"
_HOSTED = "https://api.openai.com/v1"


def usage_problem(options: argparse.Namespace) -> str | None:
    """Say what options do not go together; None where all is well."""
    if options.max_cost is not None and (options.price_in is None or options.price_out is None):
        return "--max-cost needs --price-in and --price-out, the prices of a million tokens"
    return None


def spending_of(options: argparse.Namespace) -> Spending:
    """The budget of a run, nothing of it used yet. A translation model on this machine is free."""
    if options.engine == "mt":
        return Spending(Budget())
    prices = Prices(options.price_in or Decimal(0), options.price_out or Decimal(0))
    return Spending(Budget(options.max_calls, options.max_cost, prices))


def engine_of(options: argparse.Namespace, spending: Spending, talk: Talk) -> ChatEngine | LocalEngine:
    """Make the engine ready.

    Raises FaultsError where the environment lacks something, LackingError without the engine's library, StoppedError
    without its model.
    """
    if options.engine == "mt":
        talk.say("loading the translation model; at first use it is fetched from Mozilla")
        return load_local()
    check_installed()
    return _chat(options, spending, talk.say)


def _chat(options: argparse.Namespace, spending: Spending, tell: Callable[[str], None]) -> ChatEngine:
    key, faults = os.environ.get(_KEY, "").strip(), list[Fault]()
    address: Address | None = options.base_url or (address_of(_HOSTED) if key else None)
    if address is None:
        faults.append(Fault("OPENAI_BASE_URL", 0, f"nothing, nor anything in {_KEY}", "the address of an endpoint"))
    if not all(33 <= ord(char) <= 126 for char in key):
        faults.append(Fault(_KEY, 0, "characters that no header may have", "a key of printable ASCII without spaces"))
    if not options.model:
        faults.append(Fault("OPENAI_MODEL", 0, "nothing", "the name of a model that the endpoint has (or --model)"))
    if faults or address is None:
        raise FaultsError(faults)
    if key and address.is_open:
        tell(f"note: {address.shown}: the key goes there unencrypted")
    return ChatEngine(
        Wire(address, key, options.timeout),
        options.model,
        options.max_tokens,
        spending,
        tell,
        _secrets(key, address),
        Patience(options.retries, options.max_wait),
        Wishes(options.format),
    )


def _secrets(key: str, address: Address) -> Secrets:
    return secrets_of(key, *address.secrets.words)
