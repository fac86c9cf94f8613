"""Whether a translation has the figures of its Chinese: each by value, and no others."""

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
    lacking = [number.words for number in chinese if number.is_needed and not any(_tells(t, number) for t in english)]
    added = [told.words for told in english if told.is_claim and not any(_tells(told, number) for number in chinese)]
    return tuple(dict.fromkeys(lacking)), tuple(dict.fromkeys(added))


def _tells(told: Told, number: Number) -> bool:
    if told.values & number.values:
        return True
    return any(abs(value - near) <= near * NEARLY for value in told.values for near in number.near)
