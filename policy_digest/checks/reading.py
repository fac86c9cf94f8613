"""The figures of a sentence and of its translation side by side: which tells which, and what is said of each."""

from dataclasses import dataclass

from policy_digest.checks.agreement import tells
from policy_digest.checks.numbers_en import Told, english_numbers
from policy_digest.checks.numbers_zh import Number, chinese_numbers
from policy_digest.checks.traits import Traits, chinese_traits, english_traits
from policy_digest.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Reading:
    """A pair of texts as read; ``tellers[i]`` are the places in ``told`` of those that tell ``numbers[i]`` by value."""

    zh: str
    en: str
    numbers: tuple[Number, ...]
    told: tuple[Told, ...]
    zh_traits: tuple[Traits, ...]
    en_traits: tuple[Traits, ...]
    tellers: tuple[tuple[int, ...], ...]


def read_pair(zh: str, en: str, words: Lexicon) -> Reading:
    """Read the figures of ``zh`` and ``en``."""
    numbers = tuple(number for number in chinese_numbers(zh) if number.values)
    told = english_numbers(en)
    return Reading(
        zh,
        en,
        numbers,
        told,
        chinese_traits(zh, numbers, words.telling),
        english_traits(en, told, words.telling),
        tuple(tuple(at for at, one in enumerate(told) if tells(one, number)) for number in numbers),
    )
