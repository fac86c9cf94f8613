"""How a translation tells the figures that it shares with its Chinese: in the same unit or currency, with their bounds.

Only what is plain on both sides is held against each other, so that a free translation passes: a unit that neither
names is no fault, and a bound may be said in any words of its kind.
"""

import re
from collections.abc import Iterator

from policy_digest.checks.agreement import converted_unit
from policy_digest.checks.numbers_zh import Number
from policy_digest.checks.reading import Reading
from policy_digest.checks.traits import YEAR

_LESS, _MORE = frozenset({"under", "almost", "at most"}), frozenset({"over", "at least"})
_AGAINST = {**dict.fromkeys(_LESS, _MORE), **dict.fromkeys(_MORE, _LESS)}
_FIGURE = re.compile(r"\d|万亿|\A亿|\A半")


def otherwise(reading: Reading) -> tuple[str, ...]:
    """What the English says of its Chinese's figures that the Chinese does not: another unit or currency, no bound."""
    return tuple(dict.fromkeys([*_units(reading), *_bounds(reading)]))


def _units(reading: Reading) -> Iterator[str]:
    for at, number in _shared(reading):
        wanted = reading.zh_traits[at]
        if wanted.of != "unit" and wanted.unit != YEAR:
            continue
        others = [_other_unit(reading, number, str(wanted.unit), one) for one in reading.tellers[at]]
        if all(others) or any(reading.en_traits[one].is_foreign for one in reading.tellers[at]):
            yield f"{number.words} in {' and '.join(sorted(set(filter(None, others))))}"


def _other_unit(reading: Reading, number: Number, wanted: str, one: int) -> str | None:
    """The unit that the English number stands with, where it is one of its own and not that of the Chinese."""
    traits = reading.en_traits[one]
    right = converted_unit(reading.told[one], number) or wanted
    return traits.unit if traits.of == "unit" and traits.unit != right else None


def _bounds(reading: Reading) -> Iterator[str]:
    for at, number in _shared(reading):
        wanted = reading.zh_traits[at].bound
        found = {reading.en_traits[one].bound for one in reading.tellers[at]}
        if wanted and found == {None}:
            yield f"{number.words} without its bound"
        elif wanted and found <= _AGAINST.get(wanted, frozenset()):
            yield f"{number.words} as '{' and '.join(sorted(filter(None, found)))}'"


def _shared(reading: Reading) -> Iterator[tuple[int, Number]]:
    """The Chinese figures that the English tells, with their places: in digits, scales (万亿斤) and halves."""
    for at, number in enumerate(reading.numbers):
        if reading.tellers[at] and _FIGURE.search(number.words):
            yield at, number
