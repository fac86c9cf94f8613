"""Errors planted in good translations, to see whether the checks find them: each is one, of a kind that engines make.

What is planted follows from the pair alone (its hash chooses among the places), so that a run repeats itself.
"""

import re
from collections.abc import Callable, Iterator
from hashlib import sha256
from itertools import combinations

from policy_digest.checks.agreement import tells
from policy_digest.checks.numbers_en import Told, english_numbers
from policy_digest.checks.numbers_zh import Number, chinese_numbers

_SCALE = re.compile(r"(?:thousand|million|billion|trillion)\Z")
_WRONG_SCALE = {"thousand": "million", "million": "billion", "billion": "million", "trillion": "billion"}
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_GLUED_BEFORE = re.compile(r"[A-Za-z]-?\Z")
_GLUED_BEHIND = re.compile(r"-?[A-Za-z]")
_YUAN = re.compile(r" (?:yuan|RMB)\b", re.IGNORECASE)
_CODE = re.compile(r"(?:CNY|RMB|¥) ?\Z")
_PER_CENT = re.compile(r"%| per ?cent\b")
_POINTS = re.compile(r"[ -]percentage[ -]points?\b")
_LAND = re.compile(r"[ -](?:mu|hectares?|ha)\b")
_CONVERSION = re.compile(r" \((?:about |over |nearly )?[\d,.]+(?: million| thousand)? (?:ha|hectares)\)")
_BOUND_ZH = re.compile(r"(?:超过|超|逾|突破|近|接近|将近|约|大约|不少于|不低于|不超过|至少)\Z")
_BOUND_ZH_BEHIND = re.compile(
    r"[万亿]?[余多]|(?:[%％]|[万亿]?[元亩户人吨家个公里名斤]{0,2})(?:以上|左右|以内|以下|上下)"
)
_BOUND_EN = re.compile(
    r"(more than|over|exceeding|above|nearly|almost|close to|about|approximately|around|roughly|some|at least"
    r"|no less than|no more than|less than|fewer than|up to|under|below|at most|within) ((?:CNY |US\$ ?|\$)?)\Z",
    re.IGNORECASE,
)
_RANGE = re.compile("[%％万亿]?(?:至|到|~|～|-|－|—|–)+")
_OPPOSITE = {
    **dict.fromkeys(("more than", "over", "exceeding", "at least", "no less than"), "less than"),
    **dict.fromkeys(("nearly", "almost", "close to", "less than", "fewer than", "under", "no more than"), "more than"),
}
_OTHER_BOUND = re.compile(r"\b(?:or (?:more|less|so|higher|lower|above|below)|and above|plus)\b|\+", re.IGNORECASE)


def planted(zh: str, en: str) -> Iterator[tuple[str, str]]:
    """One error of each kind that ``en`` has a place for: the kind and the translation with it."""
    for kind, places in KINDS.items():
        found = {bad for bad in places(zh, en) if bad != en}
        if found:
            yield kind, min(found, key=lambda bad: sha256(f"{zh}\t{bad}".encode()).digest())


def _figures(zh: str, en: str) -> list[tuple[Told, list[Number]]]:
    """The figures of ``en`` in digits that tell one of ``zh``: no years, and none that is part of a name (PM2.5)."""
    numbers = [number for number in chinese_numbers(zh) if re.search(r"\d", number.words)]
    figures = []
    for one in english_numbers(en):
        told = [number for number in numbers if tells(one, number)]
        is_name = _GLUED_BEFORE.search(en, 0, one.start) or _GLUED_BEHIND.match(en, one.end)
        if told and one.words[0].isdigit() and not is_name and not _YEAR.match(one.words):
            figures.append((one, told))
    return figures


def _with(en: str, one: Told, words: str) -> str:
    return en[: one.start] + words + en[one.end :]


def _wrong_magnitude(zh: str, en: str) -> Iterator[str]:
    """A million for a billion, or a figure in digits alone ten times as large."""
    for one, _ in _figures(zh, en):
        if scale := _SCALE.search(one.words):
            yield _with(en, one, one.words[: scale.start()] + _WRONG_SCALE[scale[0]])
        elif "," in one.words:
            yield _with(en, one, f"{int(one.words.replace(',', '').split('.')[0]) * 10:,}")


def _lost_wan(zh: str, en: str) -> Iterator[str]:
    """The digits of 1102万 told without their 万."""
    for one, numbers in _figures(zh, en):
        for number in numbers:
            digits = re.match(r"[\d.]+", number.words)
            if digits and re.search("[万亿]", number.words):
                whole, dot, part = digits[0].partition(".")
                yield _with(en, one, f"{int(whole):,}{dot}{part}")


def _acres(zh: str, en: str) -> Iterator[str]:
    """The figure of 亩 told as one of acres; hectares told as acres."""
    for one, numbers in _figures(zh, en):
        unit = _LAND.match(en, one.end)
        if unit and any(zh.startswith("亩", number.end) for number in numbers):
            rest = en[unit.end() :]
            yield en[: one.end] + " acres" + rest[len(found[0]) if (found := _CONVERSION.match(rest)) else 0 :]


def _dollars(zh: str, en: str) -> Iterator[str]:
    for one, numbers in _figures(zh, en):
        if not any(zh.startswith("元", number.end) for number in numbers):
            continue
        if unit := _YUAN.match(en, one.end):
            yield en[: one.start] + "$" + one.words + en[unit.end() :]
            yield en[: one.end] + " dollars" + en[unit.end() :]
        elif code := _CODE.search(en, 0, one.start):
            yield en[: code.start()] + "$" + en[one.start :]


def _other_currency(zh: str, en: str) -> Iterator[str]:
    """A figure of 元 told as one of another currency than dollars."""
    for one, numbers in _figures(zh, en):
        if any(zh.startswith("元", number.end) for number in numbers) and (unit := _YUAN.match(en, one.end)):
            for currency in ("euros", "pounds", "yen", "Hong Kong dollars"):
                yield f"{en[: one.end]} {currency}{en[unit.end() :]}"


def _points(zh: str, en: str) -> Iterator[str]:
    """Per cent told as percentage points, and the other way round."""
    for one, numbers in _figures(zh, en):
        if unit := _POINTS.match(en, one.end):
            if all(zh.startswith("个百分点", number.end) for number in numbers):
                yield en[: one.end] + " percent" + en[unit.end() :]
        elif (unit := _PER_CENT.match(en, one.end)) and all(
            zh[number.end : number.end + 1] in ("%", "％") for number in numbers
        ):
            yield en[: one.end] + " percentage points" + en[unit.end() :]


def _dropped_bound(zh: str, en: str) -> Iterator[str]:
    """The bound of a figure that the Chinese bounds, left out."""
    for said, start in _bounds(zh, en):
        yield en[: said.start()] + said[2] + en[start:]


def _other_bound(zh: str, en: str) -> Iterator[str]:
    """Less for more, and more for less."""
    for said, start in _bounds(zh, en):
        if other := _OPPOSITE.get(said[1].lower()):
            yield en[: said.start()] + other + " " + said[2] + en[start:]


def _bounds(zh: str, en: str) -> Iterator[tuple[re.Match[str], int]]:
    """The words that bound a figure which the Chinese bounds, and where it starts; where they stand in one place."""
    for one, numbers in _figures(zh, en):
        is_bounded = all(
            _BOUND_ZH.search(zh, 0, number.start)
            or re.search("[余多几]", number.words)
            or _BOUND_ZH_BEHIND.match(zh, number.end)
            for number in numbers
        )
        said = _BOUND_EN.search(en, 0, one.start)
        if is_bounded and said and not _OTHER_BOUND.search(en[one.end : one.end + 40]):
            yield said, one.start


def _swapped(zh: str, en: str) -> Iterator[str]:
    """Two figures that tell different ones of the Chinese, each in the other's place; no ends of a range (3至5天)."""
    for (first, those), (second, others) in combinations(_figures(zh, en), 2):
        if any(_RANGE.fullmatch(zh, one.end, other.start) for one in those for other in others):
            continue
        if not {number.start for number in those} & {number.start for number in others}:
            between = en[first.end : second.start]
            yield en[: first.start] + second.words + between + first.words + en[second.end :]


def _wrong_digit(zh: str, en: str) -> Iterator[str]:
    for one, _ in _figures(zh, en):
        for at, character in enumerate(one.words):
            if character.isdigit():
                yield _with(en, one, one.words[:at] + str(int(character) % 9 + 1) + one.words[at + 1 :])


KINDS: dict[str, Callable[[str, str], Iterator[str]]] = {
    "wrong magnitude": _wrong_magnitude,
    "lost 万": _lost_wan,
    "亩 as acres": _acres,
    "元 as dollars": _dollars,
    "元 as euros": _other_currency,
    "% as points": _points,
    "dropped bound": _dropped_bound,
    "another bound": _other_bound,
    "swapped figures": _swapped,
    "wrong digit": _wrong_digit,
}
