"""Whether a translation has the figures of its Chinese: each by value, and no others."""

from decimal import Decimal

from policy_digest.checks.numbers_en import Told, english_numbers
from policy_digest.checks.numbers_zh import Number, chinese_numbers

# What a translation may add to explain a word: 规模以上 is a yearly revenue of CNY 20 million or more.
_EXPLAINED = {"规模以上": Decimal(20_000_000), "规上": Decimal(20_000_000)}
NEARLY = Decimal("0.01")  # what rounding may change at most


def disagreement(zh: str, en: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The figures of ``zh`` that ``en`` lacks and those of ``en`` that ``zh`` has not, as printed; none if all is well.

    A figure may be told more or less often than in the Chinese, in another order, in digits or in words, with another
    scale (万, 亿, million) and, for 亩, 斤, 成 and 倍, in another unit. What it is told *of* is not compared.
    """
    chinese, english = chinese_numbers(zh), english_numbers(en)
    lacking = [
        number.words for number in chinese if number.is_needed and not any(tells(one, number) for one in english)
    ]
    explained = {value for word, value in _EXPLAINED.items() if word in zh}
    added = [
        one.words
        for one in english
        if not one.values & explained
        and (one.is_claim or (one.is_year and lacking))
        and not any(tells(one, number) for number in chinese)
    ]
    return tuple(dict.fromkeys(lacking)), tuple(dict.fromkeys(added))


def tells(english: Told, number: Number) -> bool:
    """Whether a number of the English tells one of the Chinese, by value; a converted one may be rounded."""
    return bool(english.values & number.values) or converted_unit(english, number) is not None


def converted_unit(english: Told, number: Number) -> str | None:
    """The unit that ``number`` is told in where its value is a converted one (hectares for 亩), else None.

    A converted value is right if it is the exact one rounded to the digits that the English prints.
    """
    for exact, unit in number.converted:
        for value in english.values:
            step = Decimal(1).scaleb(value.normalize().as_tuple().exponent)  # type: ignore[arg-type]
            if abs(value - exact) <= min(step / 2, exact * NEARLY):
                return unit
    return None
