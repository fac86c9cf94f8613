"""Engines that give Chinese texts an English: a language model behind an endpoint, or a translation model here.

Only the command ``translate`` uses them; no build does. ``batches`` puts texts together, ``prompts`` says what is
asked, ``chat`` and ``local`` ask, ``replies`` holds the answer against the question, ``asking`` goes through it all.
"""

from policy_digest.engines.addresses import Address, address_of
from policy_digest.engines.asking import Engine, ask_all
from policy_digest.engines.batches import MOST_TEXTS, Batch, Translated, batches_of
from policy_digest.engines.budget import Budget, Prices, Spending
from policy_digest.engines.chat import ChatEngine, Patience
from policy_digest.engines.errors import LackingError, ReplyError, SpentError, StoppedError
from policy_digest.engines.hiding import Secrets, secrets_of
from policy_digest.engines.local import LocalEngine, load_local
from policy_digest.engines.prompts import Prompt, prompt_of
from policy_digest.engines.wire import Wire, check_installed
from policy_digest.engines.wishes import Form, Wishes

__all__ = [
    "MOST_TEXTS",
    "Address",
    "Batch",
    "Budget",
    "ChatEngine",
    "Engine",
    "Form",
    "LackingError",
    "LocalEngine",
    "Patience",
    "Prices",
    "Prompt",
    "ReplyError",
    "Secrets",
    "Spending",
    "SpentError",
    "StoppedError",
    "Translated",
    "Wire",
    "Wishes",
    "address_of",
    "ask_all",
    "batches_of",
    "check_installed",
    "load_local",
    "prompt_of",
    "secrets_of",
]
