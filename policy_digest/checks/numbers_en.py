"""The numbers of an English text by value: CNY 915 million is 915,000,000, thirty-two is 32, 3rd and third are 3."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

UNITS = (
    ("zero", "zeroth"),
    ("one", "first"),
    ("two", "second"),
    ("three", "third"),
    ("four", "fourth"),
    ("five", "fifth"),
    ("six", "sixth"),
    ("seven", "seventh"),
    ("eight", "eighth"),
    ("nine", "ninth"),
    ("ten", "tenth"),
    ("eleven", "eleventh"),
    ("twelve", "twelfth"),
    ("thirteen", "thirteenth"),
    ("fourteen", "fourteenth"),
    ("fifteen", "fifteenth"),
    ("sixteen", "sixteenth"),
    ("seventeen", "seventeenth"),
    ("eighteen", "eighteenth"),
    ("nineteen", "nineteenth"),
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
WORDS = {
    **{word: number for number, words in enumerate(UNITS) for word in words},
    **{word: 10 * number for number, word in enumerate(TENS, 2)},
    **{f"{word[:-1]}ieth": 10 * number for number, word in enumerate(TENS, 2)},
}
SCALES = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
# Scales that stand at digits alone; m only where it is no metre.
SHORT_SCALES = {"m": 6, "mn": 6, "bn": 9, "tn": 12}
_POWERS = SCALES | SHORT_SCALES
MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
# What tells a number where the Chinese has one, and claims none where it has not.
TELLING = {
    **{month: number for number, month in enumerate(MONTHS, 1)},
    **{month[:3]: number for number, month in enumerate(MONTHS, 1)},
    **dict.fromkeys(("1", "one", "first", "once", "single"), 1),
    **dict.fromkeys(("both", "couple", "double", "doubled", "dual", "pair", "pairs", "twice", "twin", "halves"), 2),
    **dict.fromkeys(("triple", "tripled", "thrice", "thirds"), 3),
    **dict.fromkeys(("quadruple", "quadrupled", "quarters"), 4),
    **dict.fromkeys(("all", "every", "fully", "entire", "entirely", "universal", "completely"), 100),
    "sept": 9,
    "fifths": 5,
    "tenths": 10,
    "decade": 10,
    "decades": 10,
    "dozen": 12,
    "clock": 24,
    "century": 100,
    "centenary": 100,
}
# Digits that are part of a name or a unit, not of what is said.
_NAMES = re.compile(r"\bCOVID-19\b|\bCO2\b|\b[kcd]?m[0-3]\b", re.IGNORECASE)
# What a translation may add of its own: the year of 去年, the years of a plan, a whole hundred per cent, 首先.
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_NO_YEAR = re.compile(
    r"(?: |, ?)?(?:%|percent\b|per cent\b|yuan\b|(?:m|b|tr)illion\b|people\b|households\b|tonn?e?s\b)"
)
_YEARS = re.compile(r"[ -](?:years?|consecutive years?)\b")
_WHOLE = re.compile(r"\s?(?:%|percent\b|per cent\b)")
_ENUMERATED = re.compile(r"(?:First|Second|Third|Fourth|Fifth|Sixth)\Z")
_ENUMERATING = re.compile(r"\)(?!\w)")
_ANAPHORIC = re.compile(r"\b(?:these|those|the following|the above|all) \Z", re.IGNORECASE)
_OTHERS = re.compile(r" (?:other|others|more)\b")
FEW = 10
_BLANKS = ("", " ", "\N{NO-BREAK SPACE}")
_FAR = 30
_TOKEN = re.compile(r"(?:\d{1,3}(?:,\d{3})+(?![\d,]\d)|\d+)(?:\.\d+)?|[A-Za-z]+")
_MONEY_BEFORE = re.compile(r"(?:\b(?:CNY|RMB|USD|HKD|EUR|GBP|JPY)|[¥$€£])\s?(?:[\d.,]+m?\s?(?:-|–|to|and)\s?)?\Z")
_MILLIONS_OF = re.compile(r"\s(?:yuan|RMB|dollars|euros|people|residents|visitors|tonn?e?s|mu|kg|kWh)\b")
_DECADES = re.compile(r"(?:[ -](?:more|full|long|whole))?[ -]decades?\b")
_JOINT = re.compile(r"\s*(?:,|, and|and|to|or|–|—|-)\s*")


@dataclass(frozen=True, slots=True)
class Told:
    """A number that the English tells at ``start`` to ``end``: any of ``values``.

    ``is_claim`` is False for words that tell one by the way.

    A year is no claim by itself: translations say which 去年 is.
    """

    words: str
    values: frozenset[Decimal]
    is_claim: bool
    is_year: bool
    start: int
    end: int


def english_numbers(text: str) -> tuple[Told, ...]:
    """The numbers of ``text`` in order."""
    text = _NAMES.sub(lambda match: " " * len(match[0]), text)
    told: list[Told] = []
    runs = list(_runs(text))
    following = 0
    for at in range(len(runs) - 1, -1, -1):
        run = runs[at]
        start, end = run[0].start(), run[-1].end()
        words = text[start:end]
        if words.lower() in TELLING:
            by_the_way = frozenset({Decimal(TELLING[words.lower()])})
            told.append(Told(words, by_the_way, is_claim=False, is_year=False, start=start, end=end))
            continue
        is_joined = at + 1 < len(runs) and _JOINT.fullmatch(text, end, runs[at + 1][0].start())
        if is_joined and is_joined[0].strip() == "to" and text.endswith("by ", 0, start):
            is_joined = None  # up by 73 to 117 million
        scale = sum(_POWERS.get(token[0].lower(), 0) for token in run)
        inherited = following if is_joined and not scale else 0
        following = scale or inherited
        value = _value([token[0].lower() for token in run]) * (10 if _DECADES.match(text, end) else 1)
        values = {value, value.scaleb(inherited)}
        values |= {value + 1} if _OTHERS.match(text, end) else set()  # Shanghai and 10 other cities are 11
        is_claim, is_year = (
            _is_claim(words, value, text[max(0, start - _FAR) : start], text[end : end + _FAR]),
            _YEAR.match(words) is not None,
        )
        told.append(Told(words, frozenset(values), is_claim=is_claim, is_year=is_year, start=start, end=end))
    return tuple(reversed(told))


def _is_claim(words: str, value: Decimal, before: str, behind: str) -> bool:
    """Whether a number has to stand in the Chinese too; ``before`` and ``behind`` are the text on both sides of it.

    It need not if a translation adds such numbers by itself: a year (2019), a few years in words (the past five years),
    a whole (100 per cent), the number of an item (First, …; 2) …), or a count of what was just told (these two).
    """
    is_span = words[0].isalpha() and value <= FEW and _YEARS.match(behind)
    is_whole = value == 100 and _WHOLE.match(behind)
    is_listed = _ENUMERATED.match(words) and behind.startswith(",")
    if _YEAR.match(words):
        return _NO_YEAR.match(behind) is not None
    is_listed = is_listed or (value <= FEW and _ENUMERATING.match(behind) and "(" not in before[-3:])
    is_told_before = words[0].isalpha() and value <= FEW and _ANAPHORIC.search(before)
    return not (is_span or is_whole or is_listed or is_told_before)


def _runs(text: str) -> Iterator[list[re.Match[str]]]:
    """Tokens that make one number: 915 million; one hundred and twenty; thirty-two; first."""
    run: list[re.Match[str]] = []
    for token in _TOKEN.finditer(text):
        word = token[0].lower()
        if run and word == "and" and run[-1][0].lower() in _POWERS:
            continue
        if run and _continues(run[-1], token, text):
            run.append(token)
            continue
        yield from _split(run)
        run = [token] if word[0].isdigit() or word in WORDS or word in SCALES or word in TELLING else []
    yield from _split(run)


def _split(run: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """The numbers of a run: one million and three million are two, since no scale stands behind its like."""
    powers = [_POWERS.get(token[0].lower(), 0) for token in run]
    first = next((at for at, power in enumerate(powers) if power > SCALES["hundred"]), None)
    again = first is not None and any(power >= powers[first] for power in powers[first + 1 :])
    if first is not None and again:
        yield run[: first + 1]
        yield from _split(run[first + 1 :])
    elif run:
        yield run


def _continues(last: re.Match[str], token: re.Match[str], text: str) -> bool:
    before, word, gap = last[0].lower(), token[0].lower(), text[last.end() : token.start()]
    if before in TELLING and before not in WORDS and not before[0].isdigit():
        return False  # every hundred
    if word in SHORT_SCALES:
        return before[0].isdigit() and gap in _BLANKS and (word != "m" or _is_million(text, last.start(), token.end()))
    if word in SCALES:
        return gap in (" ", "-", "\N{NO-BREAK SPACE}")
    if before in _POWERS:
        return word in WORDS and gap.split() in ([], ["and"]) and gap.strip(" -and") == ""
    is_unit_of_ten = WORDS.get(before, 0) >= 20 and 0 < WORDS.get(word, 0) < 10
    return is_unit_of_ten and gap in (" ", "-")


def _is_million(text: str, start: int, end: int) -> bool:
    """Whether the m of a number from ``start`` to ``end`` is a million (CNY 30m, 30m people) and no metre."""
    before = text[max(0, start - _FAR) : start]
    return _MONEY_BEFORE.search(before) is not None or _MILLIONS_OF.match(text, end) is not None


def _value(run: list[str]) -> Decimal:
    total = current = Decimal(0)
    for word in run:
        if word == "hundred":
            current = (current or 1) * Decimal(100)
        elif word in _POWERS:
            total, current = total + (current or Decimal(1)).scaleb(_POWERS[word]), Decimal(0)
        else:
            current += WORDS[word] if word in WORDS else Decimal(word.replace(",", ""))
    return total + current
