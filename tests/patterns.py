"""The compiled patterns of the package: where each stands, and how another is put in its place.

A pattern is named ``module.NAME`` (``NAME[key]`` in a table of patterns) after the module whose code defines it; who
imports the name holds the same pattern.
"""

import inspect
import re
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Any
from unittest import mock

NEVER = re.compile("(?!)()()()")
"""What matches nothing: put in the place of a pattern, it takes it out (with groups, for those who write with them)."""


@dataclass(frozen=True, slots=True)
class Place:
    """A pattern of the code: its ``name``, and the modules that hold ``variable``, in a table under ``key``."""

    name: str
    variable: str
    key: Any
    pattern: re.Pattern[str]
    modules: tuple[ModuleType, ...]


def modules(package: str, without: Sequence[str] = ()) -> tuple[ModuleType, ...]:
    """A package of the project with all its modules, but those of the names ``without``."""
    whole = import_module(f"policy_digest.{package}")
    names = [found.name for found in iter_modules(whole.__path__) if found.name not in without]
    return (whole, *(import_module(f"{whole.__name__}.{name}") for name in names))


def places(held: Sequence[ModuleType]) -> Iterator[Place]:
    """The compiled patterns that the code of ``held`` defines, in its order."""
    for module in held:
        for variable, value in vars(module).items():
            for key, pattern in _patterns(value):
                if _defines(module, variable):
                    name = f"{module.__name__.removeprefix('policy_digest.')}.{variable}"
                    also = (m for m in held if vars(m).get(variable) is value and not _defines(m, variable))
                    yield Place(name if key is None else f"{name}[{key}]", variable, key, pattern, (module, *also))


def _patterns(value: object) -> Iterator[tuple[Any, re.Pattern[str]]]:
    """The patterns of a variable: itself, or those of a table with their keys."""
    if isinstance(value, re.Pattern):
        yield None, value
    elif isinstance(value, dict | tuple):
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
        yield from ((key, one) for key, one in pairs if isinstance(one, re.Pattern))


def _defines(module: ModuleType, variable: str) -> bool:
    return re.search(rf"^{variable}\b[^=\n]*=", inspect.getsource(module), re.MULTILINE) is not None


@contextmanager
def instead(place: Place, other: object) -> Iterator[None]:
    """Have ``other`` stand in the place of a pattern, wherever it is held."""
    value = vars(place.modules[0])[place.variable]
    if isinstance(value, dict):
        other = {**value, place.key: other}
    elif isinstance(value, tuple):
        other = (*value[: place.key], other, *value[place.key + 1 :])
    with ExitStack() as stack:
        for module in place.modules:
            stack.enter_context(mock.patch.object(module, place.variable, other))
        yield


class Spy:
    """A pattern that keeps how often it matched, and the seconds that were spent in it."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        """Stand for ``pattern``."""
        self.of = pattern
        self.matches = 0
        self.seconds = 0.0

    def __getattr__(self, name: str) -> Any:
        """What else a pattern has: its words, its groups."""
        return getattr(self.of, name)

    def _timed(self, call: Callable[..., Any], *given: Any, **named: Any) -> Any:
        begin = time.process_time()
        found = call(*given, **named)
        self.seconds += time.process_time() - begin
        return found

    def _one(self, call: Callable[..., Any], *given: Any, **named: Any) -> Any:
        found = self._timed(call, *given, **named)
        self.matches += found is not None
        return found

    def search(self, *given: Any, **named: Any) -> re.Match[str] | None:
        """The first match."""
        return self._one(self.of.search, *given, **named)

    def match(self, *given: Any, **named: Any) -> re.Match[str] | None:
        """The match at the beginning."""
        return self._one(self.of.match, *given, **named)

    def fullmatch(self, *given: Any, **named: Any) -> re.Match[str] | None:
        """The match of the whole."""
        return self._one(self.of.fullmatch, *given, **named)

    def finditer(self, *given: Any, **named: Any) -> Iterator[re.Match[str]]:
        """The matches, one after another."""
        found = self._timed(self.of.finditer, *given, **named)
        while (match := self._timed(next, found, None)) is not None:
            self.matches += 1
            yield match

    def findall(self, *given: Any, **named: Any) -> list[Any]:
        """The words of the matches."""
        found = self._timed(self.of.findall, *given, **named)
        self.matches += len(found)
        return found

    def split(self, *given: Any, **named: Any) -> list[str | Any]:
        """What stands between the matches."""
        found = self._timed(self.of.split, *given, **named)
        self.matches += len(found) - 1
        return found

    def sub(self, *given: Any, **named: Any) -> str:
        """The text with something else in the place of the matches."""
        return self.subn(*given, **named)[0]

    def subn(self, *given: Any, **named: Any) -> tuple[str, int]:
        """The same with the number of matches."""
        found = self._timed(self.of.subn, *given, **named)
        self.matches += found[1]
        return found
