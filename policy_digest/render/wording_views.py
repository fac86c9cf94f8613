"""What a digest page shows of an altered article's wording: the pairs, and the restored form of what it prints."""

import math
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from policy_digest.model import UNALTERED, Article, BilingualDigest, Grade, Restoration, Wording, restored_between

_MOST_EXAMPLE = 30  # characters on each side of a word in its example, where a page quotes the sentence
_CERTAIN = 20  # the score from which a text was altered almost certainly
_NAME = 12  # characters of a quotation that is a name or a brand, which is no passage of the text
_GRADES: Mapping[Grade, int] = {"attested": 0, "standard": 1, "likely": 2}


@dataclass(frozen=True, slots=True)
class WordingRow:
    """A row of the table: words as printed and restored, how sure, in how many places, and a clause with one."""

    printed: str
    restored: str
    grade: Grade
    reason: str
    places: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Both:
    """A stretch in both forms, as printed and restored, and how sure the least sure of its words is."""

    printed: str
    restored: str
    grade: Grade


@dataclass(frozen=True, slots=True)
class WordingView:
    """The wording of an article as its page shows it; ``restored`` is empty unless the article was altered.

    ``rows``: pairs, the surest and most frequent first. ``quotations``: quoted words and names in both forms.
    ``restored``: words that the page prints by themselves (headings, programmes, sentences with quotations) → the same
    restored.
    """

    told: Wording = UNALTERED
    rows: tuple[WordingRow, ...] = ()
    quotations: tuple[Both, ...] = ()
    restored: Mapping[str, str] = field(default_factory=dict)

    @property
    def counts(self) -> Mapping[str, int]:
        """How many places each grade has."""
        grades = [one.grade for one in self.told.restorations]
        return {grade: grades.count(grade) for grade in _GRADES}

    @property
    def is_certain(self) -> bool:
        """Whether the text was altered almost certainly: the odds are e to the power of the score."""
        return self.told.score >= _CERTAIN

    @property
    def density(self) -> str:
        """Substitutes in a thousand characters."""
        return _per_thousand(Decimal(self.told.substitutes), self.told.characters)

    @property
    def usual_density(self) -> str:
        """The same in clean text."""
        return _per_thousand(self.told.usual_substitutes, self.told.characters)

    @property
    def expected(self) -> str:
        """How many standard words clean text of this length has, where the text has substitutes."""
        return f"{self.told.usual_standards:.0f}"

    def of(self, words: str) -> str | None:
        """The restored form of words that the page prints; None where it is the same."""
        return self.restored.get(words)


def _per_thousand(number: Decimal, characters: int) -> str:
    return f"{number * 1000 / max(characters, 1):.0f}"


def wording_view(bilingual: BilingualDigest, quoted: frozenset[str]) -> WordingView:
    """The view of a digest's wording; of sentences that are not ``quoted`` (ids) only words and names are shown."""
    record = bilingual.digest.record
    told, article = record.wording, record.article
    if not told.altered:
        return WordingView(told)
    sentences = article.all_sentences
    shown = _Spans(sorted((s.start, s.end) for s in sentences if s.id in quoted))
    return WordingView(
        told,
        tuple(_rows(told.restorations, article.source.text, shown)),
        tuple(_quotations(told.restorations, article, shown)),
        _restored(bilingual, told.restorations),
    )


@dataclass(frozen=True, slots=True)
class _Spans:
    """Stretches of a text in order, none within another."""

    spans: Sequence[tuple[int, int]]

    def hold(self, offset: int) -> bool:
        """Whether a stretch holds ``offset``."""
        at = bisect_right(self.spans, (offset, math.inf)) - 1
        return at >= 0 and offset < self.spans[at][1]


def _rows(restorations: Sequence[Restoration], text: str, shown: _Spans) -> list[WordingRow]:
    """One row for each phrase; a phrase that holds several replaced words is one row, of the least sure grade."""
    phrases: dict[tuple[int, int], list[Restoration]] = {}
    for one in restorations:
        phrases.setdefault((one.phrase_start, one.phrase_end), []).append(one)
    rows: dict[tuple[str, str], list[tuple[int, int, list[Restoration]]]] = {}
    for (start, end), within in phrases.items():
        whole = [one for one in restorations if start <= one.start and one.end <= end]
        key = _in_line(text[start:end]), _in_line(restored_between(text, start, end, whole))
        rows.setdefault(key, []).append((start, end, within))
    made = [_row(key, found, text, shown) for key, found in rows.items()]
    return sorted(made, key=lambda row: (_GRADES[row.grade], -row.places))


def _row(key: tuple[str, str], found: list[tuple[int, int, list[Restoration]]], text: str, shown: _Spans) -> WordingRow:
    start, end, within = next((place for place in found if shown.hold(place[0])), found[0])
    most = _MOST_EXAMPLE if shown.hold(start) else 0
    surest = max(within, key=lambda one: _GRADES[one.grade])
    return WordingRow(key[0], key[1], surest.grade, surest.reason, len(found), *_around(text, start, end, most))


def _in_line(words: str) -> str:
    return "".join(words.split())


def _around(text: str, start: int, end: int, most: int) -> tuple[str, str]:
    """What of its clause stands before and behind a word, at most so many characters."""
    line = text[max(0, start - most) : start].splitlines() or [""]
    before = _clause(line[-1][::-1])[::-1] if not text[start - 1 : start].isspace() else ""
    behind = text[end : end + most].splitlines() or [""]
    return before, _clause(behind[0])


def _clause(words: str) -> str:
    stops = [at for stop in "，。；！？,;" if (at := words.find(stop)) >= 0]
    return words[: min(stops)] if stops else words


def _quotations(restorations: Sequence[Restoration], article: Article, shown: _Spans) -> Iterator[Both]:
    """Quoted words and proper names that hold a replaced word, once each."""
    text, seen = article.source.text, set[str]()
    for one in restorations:
        if not one.is_protected:
            continue
        start, end = _bounds(text, one)
        if text[start:end] in seen or not (end - start <= _NAME or shown.hold(start)):
            continue
        seen.add(text[start:end])
        within = [other for other in restorations if start <= other.start and other.end <= end]
        grade = max((other.grade for other in within), key=lambda grade: _GRADES[grade])
        yield Both(_in_line(text[start:end]), _in_line(restored_between(text, start, end, within)), grade)


def _bounds(text: str, one: Restoration) -> tuple[int, int]:
    """The quotation that holds a word, without its marks; the name where it stands in none."""
    opened, closed = text.rfind("“", 0, one.start), text.find("”", one.end)
    if opened < 0 or closed < 0 or "”" in text[opened : one.start] or "\n" in text[opened:closed]:
        return one.phrase_start, one.phrase_end
    return opened + 1, closed


def _restored(bilingual: BilingualDigest, restorations: Sequence[Restoration]) -> dict[str, str]:
    """The restored form of each heading, deck, title, caption and programme that holds a replaced word."""
    text = bilingual.digest.record.article.source.text
    found: dict[str, str] = {}
    for words, span in _printed(bilingual):
        restored = restored_between(text, *span, restorations)
        if restored != text[span[0] : span[1]]:
            found[words] = _in_line(restored) if "\n" in restored else restored
    return found


def _printed(bilingual: BilingualDigest) -> Iterator[tuple[str, tuple[int, int]]]:
    """What a page prints by itself, with its place in the text: of the sentences, those with quotations or names."""
    record = bilingual.digest.record
    protected = [one for one in record.wording.restorations if one.is_protected]
    text = record.article.source.text
    for stated in (record.article.metadata.title, record.article.metadata.subtitle):
        if stated and stated.start is not None and stated.end is not None:
            yield stated.value, (stated.start, stated.end)
    for section in record.article.sections:
        for words, span in ((section.heading, section.heading_span), (section.deck, section.deck_span)):
            if words and span:
                yield words, span
        for sentence in section.captions:
            yield sentence.text, (sentence.start, sentence.end)
        for sentence in section.sentences:
            if any(sentence.start <= one.start < sentence.end for one in protected):
                yield sentence.text, (sentence.start, sentence.end)
    for programme in record.programmes:
        at = text.find(programme.name_zh)
        if at >= 0:
            yield programme.name_zh, (at, at + len(programme.name_zh))
