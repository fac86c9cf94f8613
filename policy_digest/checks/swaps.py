"""Two figures of a translation that stand in each other's place: each is told, but of the wrong thing.

A Chinese figure is held against each English one by what is said of both: unit, bound, part in the sentence, the words
near by and the place among the figures. Where the figures would fit clearly better if two of the English ones were
exchanged, these two are told the wrong way round. No single trait decides, so that a translation may reorder freely.
"""

import re
from collections.abc import Iterator, Sequence, Set
from itertools import combinations

from policy_digest.checks.nearby import likeness, words_near
from policy_digest.checks.reading import Reading
from policy_digest.checks.traits import YEAR, Traits
from policy_digest.lexicon import Lexicon

# What each trait counts for; likeness of the words near by counts once.
_UNIT, _ROLE, _BOUND, _ORDER, _ORDINAL, _DATED = 1.5, 0.5, 0.5, 0.35, 1.0, 1.0
_CLEARLY = 0.5
_MOST = 60
"""A text of more figures is no sentence (a table run together), and is not looked at."""

_ZH_DATED = re.compile("年[末底初]?的?")
_EN_DATED = re.compile(r"[^,.;]{0,30}\b(?:in|for|at the end of|by the end of)\s")
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATE = re.compile(rf"\b\d{{1,2}} {_MONTH}(?: (?:19|20)\d\d)?\b|\b{_MONTH} \d{{1,2}}(?:, (?:19|20)\d\d)?\b")
"""A date as it is written: its numbers say by their places what they are."""

_GLUED_BEFORE = re.compile(r"[A-Za-z]-?\Z")
_GLUED_BEHIND = re.compile(r"-?(?!th|st|nd|rd|bn|mn|ha\b|mu\b|[ck]?m\b|k?g\b|[kMG]?W|fold|year)[A-Za-z]")
_CONVERTED = {
    "mu": ("hectares",),
    "jin": ("kilograms", "tonnes"),
    "square metres": ("hectares", "square kilometres"),
    "kilowatt hours": ("megawatt hours", "gigawatt hours", "terawatt hours"),
    "kilowatts": ("megawatts", "gigawatts"),
}
_ALIKE = (
    {"households", "things"},
    {"people", "things"},
    {"times", "per cent"},
    {"per cent", "percentage points"},
    {"kilowatt hours", "kilowatts"},
)


def swapped(reading: Reading, words: Lexicon) -> tuple[str, ...]:
    """The two figures of the English that are most clearly in each other's place, in words; nothing if none are."""
    if not 1 < len(reading.told) <= _MOST or len(reading.numbers) > _MOST:
        return ()
    fit = _fits(reading, words)
    best, found = _CLEARLY, ""
    for first, second, firsts, seconds in _exchangeable(reading):
        gain = sum(_gain(fit, reading, at, first, second) for at in firsts)
        gain += sum(_gain(fit, reading, at, second, first) for at in seconds)
        if gain > best:
            best = gain
            found = f"{reading.told[first].words} and {reading.told[second].words} the wrong way round"
    return (found,) if found else ()


def _exchangeable(reading: Reading) -> Iterator[tuple[int, int, list[int], list[int]]]:
    """Two English figures that tell different Chinese ones, each with the places of those that it tells."""
    dated = {at for match in _DATE.finditer(reading.en) for at in range(*match.span())}
    tells = {
        at: [place for place, tellers in enumerate(reading.tellers) if at in tellers]
        for at, one in enumerate(reading.told)
        if one.words[0].isdigit() and one.start not in dated and not _is_in_name(reading.en, one.start, one.end)
    }
    for first, second in combinations((at for at, places in tells.items() if places), 2):
        if not set(tells[first]) & set(tells[second]):
            yield first, second, tells[first], tells[second]


def _is_in_name(text: str, start: int, end: int) -> bool:
    """PM2.5 and 5G, whose order says nothing."""
    return _GLUED_BEFORE.search(text, 0, start) is not None or _GLUED_BEHIND.match(text, end) is not None


def _gain(fit: Sequence[Sequence[float]], reading: Reading, at: int, place: int, other: int) -> float:
    """How much better the Chinese figure ``at`` would be told if the English at ``place`` stood at ``other``."""
    tellers, dated = reading.tellers[at], _DATED * (reading.zh_traits[at].unit == YEAR)

    def fits(one: int) -> float:
        return fit[at][one] + dated * _is_date_of(reading, at, one, {place, other})

    return max(fits(one) for one in {*tellers, other} - {place}) - max(fits(one) for one in tellers)


def _is_date_of(reading: Reading, at: int, one: int, moved: Set[int]) -> bool:
    """Whether a year stands at the same figure in both languages: 2021年的2.1%; 2.1% of sales in 2021."""
    following = at + 1 < len(reading.numbers) and _ZH_DATED.match(reading.zh, reading.numbers[at].end)
    if not following or following.end() != reading.numbers[at + 1].start or not one or one - 1 in moved:
        return False
    between = reading.en[reading.told[one - 1].end : reading.told[one].start]
    return one - 1 in reading.tellers[at + 1] and _EN_DATED.fullmatch(between) is not None


def _fits(reading: Reading, words: Lexicon) -> list[list[float]]:
    """How well each Chinese figure fits the place of each English one, whatever its value."""
    chinese, english = words_near(reading, words)
    told = [at for at, tellers in enumerate(reading.tellers) if tellers]
    tellers = sorted({one for places in reading.tellers for one in places})
    few = min(len(told), len(tellers))
    zh_place = {at: (rank + 0.5) / len(told) for rank, at in enumerate(told)}
    en_place = {at: (rank + 0.5) / len(tellers) for rank, at in enumerate(tellers)}
    return [
        [
            likeness(chinese[at], english[one])
            + _alike(reading.zh_traits[at], reading.en_traits[one])
            - _ORDER * few * abs(zh_place[at] - en_place[one])
            if at in zh_place and one in en_place
            else 0.0
            for one in range(len(reading.told))
        ]
        for at in range(len(reading.numbers))
    ]


def _alike(chinese: Traits, english: Traits) -> float:
    """How far the traits of two figures speak for their being the same one, and against it."""
    total = _UNIT * _unit(chinese, english)
    if chinese.role and english.role:
        total += _ROLE if chinese.role == english.role else -_ROLE
    if chinese.bound or english.bound:
        total += _BOUND / 2 if chinese.bound == english.bound else -_BOUND / 2
    if chinese.is_ordinal or english.is_ordinal:
        total += _ORDINAL / 2 if chinese.is_ordinal == english.is_ordinal else -_ORDINAL / 2
    return total


def _unit(chinese: Traits, english: Traits) -> float:
    wanted, found = chinese.unit, english.unit
    if wanted is None or found is None or wanted == "month":
        return 0.0
    if wanted == found:
        return 0.6 if wanted == YEAR else 1.0
    if YEAR in (wanted, found):
        return -0.3 if found == YEAR else -1.0
    if {wanted, found} in _ALIKE or _are_converted(wanted, found):
        return 1.0 if _are_converted(wanted, found) else 0.0
    hard = [traits.of != "count" for traits in (chinese, english)]
    return -1.5 if all(hard) else -1.0 if any(hard) else -0.2


def _are_converted(wanted: str, found: str) -> bool:
    return found in _CONVERTED.get(wanted, ())
