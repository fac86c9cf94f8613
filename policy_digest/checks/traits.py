"""What the words at a figure say of it, alike in Chinese and in English: its unit, bound and part in the sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from policy_digest.checks.numbers_en import UNITS, Told
from policy_digest.checks.numbers_zh import Number
from policy_digest.lexicon.telling import Sides, Telling, Way

YEAR = "year"
_KINDS = (("unit", "time", "count"), ("bound",), ("role",))
_FAR, _ZH_FAR = 60, 18
_ORDINAL_WORD = re.compile(rf"(?:{'|'.join(ordinal for _, ordinal in UNITS)}|\w+ieth|hundredth)\Z", re.IGNORECASE)
_ORDINAL_END = re.compile(r"(?:st|nd|rd|th)\b")
_JOINED = re.compile(r"[\s%]*(?:percent|per cent|percentage points?|yuan)?(?: each)?(?:,| and| or|-|–)\s*(?:US)?\$?")
_TO = re.compile(r"\s?(?:-|–|—|to)\s?")
# How an English year stands: in 2019, by the end of 2019, the 2019 plan; not "up from 2,019 households".
_YEAR_BEFORE = re.compile(r"\b(?:in|by|since|year|between|until|through|early|late|mid|end of)[ -]\Z", re.IGNORECASE)
_YEAR_PERHAPS = re.compile(r"\b(?:from|to|and|than|with|of|over|the)[ -]\Z", re.IGNORECASE)
_YEAR_WORDS = re.compile(r"(?:19|20)\d\d\Z")
_NO_YEAR_BEFORE = re.compile(
    r"(?:increase|decrease|rise|growth|total|number|average|drop) of \Z|by an? \Z|(?:more|less|fewer|higher) than \Z"
)
_YEAR_BEHIND = re.compile(
    r"[,.;:)–-]|\Z| (?:an?|and|are|as|at|by|compared|for|from|in|is|on|or|over|the|to|was|were|with)\b"
)
_YEARS = range(1900, 2100)


@dataclass(frozen=True, slots=True)
class Traits:
    """What is said of a figure, None where nothing is. ``unit`` may be YEAR; ``of`` says what kind of unit it is."""

    unit: str | None
    of: str | None
    is_foreign: bool
    bound: str | None
    role: str | None
    is_ordinal: bool


def chinese_traits(text: str, numbers: Sequence[Number], telling: Telling) -> tuple[Traits, ...]:
    """The traits of each of ``numbers``, which stand in ``text``."""
    traits = []
    for number in numbers:
        before = text[max(0, number.start - _ZH_FAR) : number.start]
        unit, bound, role = (_way(before, text, number.end, telling, kinds, in_english=False) for kinds in _KINDS)
        is_year = text.startswith("年", number.end) and any(value in _YEARS for value in number.values)
        inside = "over" if re.search("[余多几]", number.words) else None
        traits.append(
            Traits(
                unit=YEAR if is_year else unit.name if unit else None,
                of="time" if is_year else unit.of if unit else None,
                is_foreign=False,
                bound=inside or (bound.name if bound else None),
                role=_role(role, is_year=is_year),
                is_ordinal=before.endswith("第"),
            )
        )
    return tuple(traits)


def english_traits(text: str, told: Sequence[Told], telling: Telling) -> tuple[Traits, ...]:
    """The traits of each number of ``told``, which stand in ``text``.

    A list shares the bound of its first, and a range its unit (CNY 20 million to 30 million).
    """
    traits: list[Traits] = []
    for at, one in enumerate(told):
        begin = told[at - 1].end if at and one.start - told[at - 1].end > 1 else 0
        before = text[max(begin, one.start - _FAR) : one.start]
        unit, bound, role = (_way(before, text, one.end, telling, kinds, in_english=True) for kinds in _KINDS)
        is_year = unit is None and _is_year_place(text, one)
        found = Traits(
            unit=YEAR if is_year else unit.name if unit else None,
            of="time" if is_year else unit.of if unit else None,
            is_foreign=unit is not None and unit.is_foreign,
            bound=bound.name if bound else None,
            role=_role(role, is_year=is_year),
            is_ordinal=_is_ordinal(text, one),
        )
        if found.bound is None and at and _JOINED.fullmatch(text, told[at - 1].end, one.start):
            found = replace(found, bound=traits[-1].bound)
        if found.unit is None and at and _TO.fullmatch(text, told[at - 1].end, one.start):
            found = replace(found, unit=traits[-1].unit, of=traits[-1].of, is_foreign=traits[-1].is_foreign)
        traits.append(found)
    return tuple(traits)


def _way(before: str, text: str, end: int, telling: Telling, kinds: Sequence[str], *, in_english: bool) -> Way | None:
    """The way of ``kinds`` that stands nearest to the number, of those the longest; the first kind that has one."""
    for kind in kinds:
        best: tuple[int, int, Way] | None = None
        for way in telling.ways[kind]:
            sides: Sides = way.en if in_english else way.zh
            behind = sides.behind.match(text, end)
            found = sides.before.search(before) if not behind or kind == "bound" else None
            for match, gap in ((behind, 0), (found, len(before) - found.end(1) if found else 0)):
                if match and (best is None or (-gap, len(match[1])) > best[:2]):
                    best = -gap, len(match[1]), way
        if best:
            return best[2]
    return None


def _role(way: Way | None, *, is_year: bool) -> str | None:
    """到2020年 is no figure that something rose to; from 2007 is where something began."""
    return way.name if way and (not is_year or way.name == "from") else None


def _is_ordinal(text: str, one: Told) -> bool:
    return _ORDINAL_END.match(text, one.end) is not None or _ORDINAL_WORD.search(one.words) is not None


def _is_year_place(text: str, one: Told) -> bool:
    """Whether a year may stand there, whatever number does: a number of things follows few of these words."""
    before, is_year = text[max(0, one.start - 20) : one.start], _YEAR_WORDS.match(one.words) is not None
    if _NO_YEAR_BEFORE.search(before):
        return False
    if is_year and (_YEAR_BEFORE.search(before) or _YEAR_PERHAPS.search(before)):
        return True
    return _YEAR_BEFORE.search(before) is not None and _YEAR_BEHIND.match(text, one.end) is not None
