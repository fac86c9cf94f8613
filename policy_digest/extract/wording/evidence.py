"""Evidence: the known phrase that a word makes with what stands around it, and how likely a word was replaced."""

from collections.abc import Mapping
from typing import NamedTuple

from policy_digest.extract.wording.detect import count_words, size_of
from policy_digest.lexicon.wording import WordingTable

_BY_HAND = 8  # the places that a set phrase which was not counted is worth
_FLOOR = 2.0  # by the million, as in detect
_LEFT_OVER = 0.3  # how many standard words to each printed one a replacer may have left
_SUREST = 0.98


class Evidence(NamedTuple):
    """A known phrase, how many of its characters stand before the word, and what it is worth (0: there is none)."""

    worth: float = 0.0
    phrase: str = ""
    left: int = 0


def find_phrase(word: str, left: str, right: str, table: WordingTable) -> Evidence:
    """The most telling known phrase that ``word`` makes between ``left`` and ``right``: the commonest and longest."""
    best = Evidence()
    for before, behind, phrases in table.around.get(word, ()):
        if before > len(left):
            continue
        phrase = left[len(left) - before :] + word + right[:behind]
        if phrase in phrases:
            worth = float(phrases[phrase] or _BY_HAND) * len(phrase)
            if (worth, len(phrase)) > (best.worth, len(best.phrase)):
                best = Evidence(worth, phrase, before)
    return best


def chances(text: str, table: WordingTable) -> Mapping[str, float]:
    """How likely each printed word of an altered text (simplified characters) is a replaced one.

    The more it occurs beyond what clean text has, the likelier; a word whose standard word the text has as well was
    not replaced, or not everywhere.
    """
    counts = count_words(text, table)
    size = size_of(text)
    found: dict[str, float] = {}
    for pair in table.pairs.values():
        printed = counts.get(pair.printed, 0) if len(pair.printed) == 2 else text.count(pair.printed)
        if not printed:
            continue
        usual = (table.rates[pair.printed].per_million + _FLOOR) * size / 1e6
        left = sum(counts.get(word, 0) for word in pair.others)
        chance = max(0.0, 1 - usual / printed) * min(1.0, _LEFT_OVER * printed / left if left else 1.0)
        found[pair.printed] = min(_SUREST, chance)
    return found
