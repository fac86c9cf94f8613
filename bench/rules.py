"""How long each rule takes: the time that single patterns spend in a whole ``extract``, parsing included.

A rule is a compiled pattern of the code or of the lexicon; those that functions make from the lexicon and keep are
named after the function.
"""

import gc
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import fields, is_dataclass, replace
from types import ModuleType
from typing import Any
from unittest import mock

from policy_digest import lexicon
from policy_digest.extract import extract
from policy_digest.model import Sidecar, Source
from policy_digest.parse import parse
from tests.patterns import Spy, instead, modules, places

Spies = dict[str, Spy]


def spent(text: str) -> Mapping[str, float]:
    """The seconds of processor time that each pattern spends in reading ``text``, by its name."""
    held = (*modules("extract"), *modules("parse"), *modules("lexicon"))
    spies: Spies = {}
    known = _spied(lexicon.load(), "lexicon", spies)
    source = Source("x.txt", "x", "0" * 64, "utf-8", "txt", text, Sidecar(time_period="2024"))
    with ExitStack() as stack:
        for place in places(held):
            spies[place.name] = Spy(place.pattern)
            stack.enter_context(instead(place, spies[place.name]))
        for module, name, function in _makers(held):
            maker = _spying(function, f"{module.__name__.removeprefix('policy_digest.')}.{name}", spies)
            for one in held:
                if vars(one).get(name) is function:
                    stack.enter_context(mock.patch.object(one, name, maker))
        stack.callback(gc.enable)
        gc.collect()
        gc.disable()  # what the collector takes is no pattern's time
        extract(parse(source, known), known)
    return {name: spy.seconds for name, spy in spies.items()}


def _makers(held: tuple[ModuleType, ...]) -> Iterator[tuple[ModuleType, str, Callable[..., Any]]]:
    """The functions of ``extract`` that keep what they have made."""
    for module in held:
        for name, value in vars(module).items():
            own = getattr(value, "__module__", "") == module.__name__ and "extract" in module.__name__
            if own and hasattr(value, "cache_info"):
                yield module, name, value


def _spying(function: Callable[..., Any], name: str, spies: Spies) -> Callable[..., Any]:
    return lambda *given: _spied(function(*given), name, spies)


def _spied(value: Any, name: str, spies: Spies) -> Any:
    """``value`` with each pattern in it replaced by a spy, which is noted under its name."""
    if isinstance(value, re.Pattern):
        return spies.setdefault(name, Spy(value))
    if is_dataclass(value) and not isinstance(value, type):
        parts = {field.name: getattr(value, field.name) for field in fields(value)}
        return replace(value, **{key: _spied(part, f"{name}.{key}", spies) for key, part in parts.items()})
    if isinstance(value, dict) and len(value) <= _FEW:
        return {key: _spied(part, f"{name}[{key}]", spies) for key, part in value.items()}
    if isinstance(value, tuple) and len(value) <= _FEW:
        return tuple(_spied(part, f"{name}[{at}]", spies) for at, part in enumerate(value))
    return value


_FEW = 60
"""No table of patterns holds more; longer ones are words."""
