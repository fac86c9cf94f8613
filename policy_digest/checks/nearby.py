"""The words about each figure of a sentence, alike in Chinese and in English, the nearer the weightier.

A Chinese word stands for the first letters of its English in the tables (``words_en.tsv``, ``terms.tsv``,
``told_words.tsv``), so that the words about a figure can be held against those about its English, whatever their form.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp, sqrt

from policy_digest.checks.listed import Span, chinese_items, english_items, turns
from policy_digest.checks.reading import Reading
from policy_digest.lexicon import Lexicon
from policy_digest.lexicon.words import Word

_LETTERS = 5
_ENGLISH = re.compile(r"[A-Za-z]{2,}")
_PLAIN = re.compile(
    r"(?:the|and|of|in|an|for|with|by|on|at|was|were|is|are|be|we|will|has|have|had|our|this|that|its|it)\Z"
)
_LEAST = 0.03
_OF_ITEM = 0.8
_MORE_STEMS = 0.5
_TOWN_AND_COUNTRY = "城乡"
_HALVES = ("urban", "rural")


@dataclass(frozen=True, slots=True)
class Fading:
    """By how much a word counts less: across another ``figure`` or a ``pause``, ``behind``, and by distance.

    ``far`` is in how many characters a word fades to a third, ``close`` how near behind a figure one counts in full.
    """

    figure: float
    pause: float
    pause_behind: float
    behind: float
    close: int
    far: float
    pauses: re.Pattern[str]


_ZH_FADING = Fading(0.4, 0.6, 0.4, 0.7, 2, 60, re.compile("[，；。,;：]"))
_EN_FADING = Fading(0.4, 0.6, 0.6, 0.7, 12, 150, re.compile(r"[,;.:](?=\s)"))


@dataclass(frozen=True, slots=True)
class Near:
    """A word near a figure: the beginnings of its English, and its weight (at most 1)."""

    key: str
    stems: frozenset[str]
    weight: float


@dataclass(frozen=True, slots=True)
class _Placed:
    start: int
    end: int
    key: str
    stems: frozenset[str]


def words_near(
    reading: Reading, words: Lexicon
) -> tuple[tuple[tuple[Near, ...], ...], tuple[Mapping[str, float], ...]]:
    """The words near each Chinese figure, and near each English one by their beginnings."""
    zh_figures = [(number.start, number.end) for number in reading.numbers]
    en_figures = [(one.start, one.end) for one in reading.told]
    zh_words, en_words = _chinese(reading.zh, zh_figures, words), _english(reading.en, en_figures)
    zh_items, en_items = chinese_items(reading.zh, zh_figures), english_items(reading.en, en_figures)
    zh_turns = turns(reading.zh, zh_figures, in_english=False)
    en_turns = turns(reading.en, en_figures, in_english=True)
    chinese = [
        _by_items(at, tuple(_fading(reading.zh, zh_words, at, zh_figures, zh_turns, _ZH_FADING)), zh_words, zh_items)
        for at in range(len(zh_figures))
    ]
    english = [
        _by_items(at, tuple(_fading(reading.en, en_words, at, en_figures, en_turns, _EN_FADING)), en_words, en_items)
        for at in range(len(en_figures))
    ]
    return tuple(chinese), tuple(_by_stem(near) for near in english)


def likeness(chinese: Sequence[Near], english: Mapping[str, float]) -> float:
    """How much the words about a Chinese figure and those about an English one are the same."""
    total = 0.0
    for near in chinese:
        found = sorted((english[stem] for stem in near.stems if stem in english), reverse=True)
        if found:
            total += near.weight * (found[0] + _MORE_STEMS * sum(found[1:]) / sqrt(len(near.stems)))
    return total


def known_words(text: str, words: Lexicon) -> tuple[frozenset[str], ...]:
    """The words of ``text`` that the tables know, each as the beginnings of its English."""
    return tuple(word.stems for word in _chinese(text, (), words, is_whole=True))


def beginnings(english: str) -> frozenset[str]:
    """The beginnings of the words of ``english``, those aside that any sentence has."""
    found = (word.lower() for word in _ENGLISH.findall(english))
    return frozenset(word[:_LETTERS] for word in found if not _PLAIN.match(word))


def _chinese(text: str, figures: Sequence[Span], words: Lexicon, *, is_whole: bool = False) -> list[_Placed]:
    """The words of ``text`` that the tables know; between those of names, the ones of ``told_words.tsv``."""
    placed: list[_Placed] = []
    at = 0
    for piece in words.terms.words.cut(text):
        zh = piece.zh if isinstance(piece, Word) else piece
        if isinstance(piece, Word):
            digits = _digits(at, zh, figures)
            placed += (replace(one, start=one.start + digits) for one in _of_word(at, piece, words))
        elif not is_whole:
            placed += [
                _Placed(at + found.start(), at + found.end(), known, beginnings(" ".join(english)))
                for known, english in words.telling.words.items()
                for found in re.finditer(known, piece)
            ]
        at += len(zh)
    return sorted((word for word in placed if word.stems), key=lambda word: word.start)


def _of_word(at: int, word: Word, words: Lexicon) -> Iterator[_Placed]:
    """A word of the tables; 城乡 in it is what is urban and what is rural, each by itself."""
    if word.zh.startswith(_TOWN_AND_COUNTRY):
        yield from (_Placed(at + by, at + by + 1, word.zh[by], beginnings(half)) for by, half in enumerate(_HALVES))
        rest = words.terms.words.table.get(word.zh[2:])
        if rest:
            yield from _of_word(at + 2, rest, words)
        return
    english = (word.en, word.other, word.base, word.head, *words.telling.words.get(word.zh, ()))
    yield _Placed(at, at + len(word.zh), word.zh, beginnings(" ".join(english)))


def _digits(start: int, zh: str, figures: Sequence[Span]) -> int:
    """How many characters of a word that begins with a number (12345热线) are that number."""
    return next((end - start for begin, end in figures if zh[0].isdigit() and begin <= start < end), 0)


def _english(text: str, figures: Sequence[Span]) -> list[_Placed]:
    return [
        _Placed(found.start(), found.end(), found[0], frozenset((found[0].lower()[:_LETTERS],)))
        for found in _ENGLISH.finditer(text)
        if not _PLAIN.match(found[0].lower()) and not any(start <= found.start() < end for start, end in figures)
    ]


def _fading(
    text: str, words: Sequence[_Placed], at: int, figures: Sequence[Span], ends: Mapping[int, int], by: Fading
) -> Iterator[Near]:
    start, end = figures[at]
    others = [span[0] for place, span in enumerate(figures) if place not in (at, ends.get(at))]
    for word in words:
        is_behind = word.start >= end
        if not is_behind and word.end > start:
            continue
        begin, stop = (end, word.start) if is_behind else (word.end, start)
        weight = exp((begin - stop) / by.far) * by.figure ** sum(begin <= other < stop for other in others)
        weight *= (by.pause_behind if is_behind else by.pause) ** len(by.pauses.findall(text, begin, stop))
        weight *= by.behind if is_behind and stop - begin > by.close else 1
        if weight > _LEAST:
            yield Near(word.key, word.stems, weight)


def _by_items(at: int, near: Sequence[Near], words: Sequence[_Placed], items: Mapping[int, Span]) -> tuple[Near, ...]:
    """In a list each figure has the words of its own item, and none of the others'."""
    if at not in items:
        return tuple(near)
    start, end = items[at]
    own = [Near(word.key, word.stems, _OF_ITEM) for word in words if start <= word.start < end]
    others = [span for span in items.values() if span != items[at]]
    theirs = {word.key for word in words for begin, stop in others if begin <= word.start < stop}
    mine = {word.key for word in own}
    return tuple([one for one in near if one.key not in theirs | mine] + [one for one in own if one.key not in theirs])


def _by_stem(near: Sequence[Near]) -> Mapping[str, float]:
    weights: dict[str, float] = {}
    for one in near:
        for stem in one.stems:
            weights[stem] = max(weights.get(stem, 0), one.weight)
    return weights
