"""Detect: whether a synonym replacer went over a text, by the words it leaves and by those that are missing.

Both sides are weighed word by word. Of a pair whose standard word clean text has often, a text that was altered has
the printed word and not the standard one; one that holds the standard word was, for that pair, not altered. Half of a
replacer's pairs are unknown, so that a pair alone says little against: what speaks for is bounded too, so that several
different pairs must.
"""

import math
from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from policy_digest.lexicon.wording import Pair, Rate, WordingTable
from policy_digest.model import Wording

_REPLACED = 0.9
"""The share of a word's occurrences that a replacer replaces which has it in its table (it may be cut otherwise)."""

_IN_TABLE = 0.5
"""The share of the pairs that a replacer has in its table."""

_FLOOR = 2.0  # by the million: what no count was high enough to show
_MOST_OF_PAIR, _MOST_OF_STAPLES = 3.0, 3.0
_TELLING = 0.5  # what a pair must speak for, to be counted
_MOST_TIMES, _MOST_STANDARDS = 3, 6

THRESHOLD = 9.0
"""The score from which a text counts as altered: its words are e⁹, some 8,000 times, likelier if it was."""

LEAST_PAIRS, LEAST_DENSITY = 5, 10.0
"""At least so many different words must tell, and so many of them in a thousand characters."""


class _Weighed(NamedTuple):
    """What one pair says: its weight, how often its printed word and its standard words occur, and what is usual."""

    weight: float
    printed: int
    usual_printed: float
    standard: int
    usual_standard: float


def detect(text: str, table: WordingTable) -> Wording:
    """The wording of ``text`` (simplified characters), without its restorations."""
    counts = Counter(map(str.__add__, text, text[1:]))
    counts += Counter({word: text.count(word) for word in table.rates if len(word) > 2})
    size = sum(count for pair, count in counts.items() if "\u4e00" <= pair[0] <= "\u9fff" and len(pair) == 2)
    weighed = [_weigh(pair, counts, size, table.rates) for pair in table.pairs.values()]
    telling = [one for one in weighed if one.weight > _TELLING and one.printed]
    staples = _staples(counts, size, table.rates)
    against = sum(min(1.0, counts[word] / 2) for word in _standards(table) if counts[word]) * math.log(1 - _IN_TABLE)
    score = sum(one.weight for one in telling) + against + _weight_of(staples, size)
    found = sum(one.printed for one in telling)
    dense = found * 1000 >= LEAST_DENSITY * size
    return Wording(
        altered=score >= THRESHOLD and len(telling) >= LEAST_PAIRS and dense,
        score=_rounded(score),
        pairs=len(telling),
        characters=size,
        substitutes=found,
        usual_substitutes=_rounded(sum(one.usual_printed for one in telling)),
        standards=sum(one.standard for one in telling),
        usual_standards=_rounded(sum(one.usual_standard for one in telling)),
        staples=_rounded(staples, 2),
    )


def _rounded(number: float, digits: int = 1) -> Decimal:
    return Decimal(f"{number:.{digits}f}")


def _weigh(pair: Pair, counts: Mapping[str, int], size: int, rates: Mapping[str, Rate]) -> _Weighed:
    """The logarithm of how much likelier the pair's words are in an altered text, bounded by what one pair may say."""
    printed, standard = counts.get(pair.printed, 0), sum(counts.get(word, 0) for word in pair.others)
    usual = rates[pair.printed].per_million + _FLOOR
    replaced = sum(rates[word].per_million for word in pair.others)
    if not printed:
        return _Weighed(0.0, 0, usual * size / 1e6, standard, replaced * size / 1e6)
    more = math.log((usual + _REPLACED * _IN_TABLE * replaced) / usual)
    less = min(standard, _MOST_STANDARDS) * math.log(1 - _REPLACED)
    told = min(printed, _MOST_TIMES) * more + less
    weight = min(_MOST_OF_PAIR, math.log(1 - _IN_TABLE + _IN_TABLE * math.exp(told)))
    return _Weighed(weight, printed, usual * size / 1e6, standard, replaced * size / 1e6)


def _standards(table: WordingTable) -> dict[str, None]:
    return dict.fromkeys(word for pair in table.pairs.values() for word in pair.others)


def _staples(counts: Mapping[str, int], size: int, rates: Mapping[str, Rate]) -> float:
    """How many of the genre's commonest words the text has, as a share of what clean text of its length has."""
    words = [word for word, rate in rates.items() if rate.is_staple]
    usual = sum(rates[word].per_million for word in words) * size / 1e6
    return sum(counts.get(word, 0) for word in words) / usual if usual else 0.0


def _weight_of(staples: float, size: int) -> float:
    """What the staples say: bounded, so that a text of another genre, which lacks them too, is not altered for that."""
    told = (0.5 - staples) * min(size, 1000) / 100
    return max(-_MOST_OF_STAPLES, min(_MOST_OF_STAPLES, told))
