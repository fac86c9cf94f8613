"""Whether a translation has the figures of its Chinese: each by value, and no others."""

from collections.abc import Sequence
from decimal import Decimal

from policy_digest.read.numbers_en import Told, english_numbers
from policy_digest.read.numbers_zh import Number, chinese_numbers

NEARLY = Decimal("0.01")


def disagreement(zh: str, en: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The figures of ``zh`` that ``en`` lacks and those of ``en`` that ``zh`` has not, as printed; none if all is well.

    A figure may be told more or less often than in the Chinese, in another order, in digits or in words, with another
    scale (万, 亿, million) and, for 亩, 斤, 成 and 倍, in another unit. What it is told *of* is not compared.
    """
    chinese, english = chinese_numbers(zh), english_numbers(en)
    lacking = [
        number.words for number in chinese if number.is_needed and not any(_tells(one, number) for one in english)
    ]
    added = [
        one.words
        for one in english
        if (one.is_claim or (one.is_year and lacking)) and not any(_tells(one, number) for number in chinese)
    ]
    return tuple(dict.fromkeys(lacking)), tuple(dict.fromkeys(added))


def told(en: str, lacking: Sequence[str], added: Sequence[str], other: Sequence[str] = ()) -> str:
    """Say in a fault's words what is wrong with ``en``; ``other`` as ``manner.otherwise`` says it."""
    wrong = [f"without {', '.join(lacking)}"] if lacking else []
    wrong += [f"with {', '.join(other)}"] if other else []
    wrong += [f"with {', '.join(added)}"] if added else []
    return f"a translation {' and '.join(wrong)}: '{en}'"


def _tells(english: Told, number: Number) -> bool:
    if english.values & number.values:
        return True
    return any(abs(value - near) <= near * NEARLY for value in english.values for near in number.near)
