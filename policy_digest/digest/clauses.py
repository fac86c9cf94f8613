"""A sentence as clauses: what each is worth, what each leans on, and the sentence with the idle ones left out."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from policy_digest.digest.weigh import Weigher
from policy_digest.lexicon.marks import clause_spans, quoted_spans
from policy_digest.model import Observation, Sentence

_FIGURE, _RESULT, _PROGRAMME, _SLOGAN, _WEAK = 3, 4, 4, -5, -4
_NAMED_IN_PASSING = 3
_WEIGHT_OF_A_POINT = 12
_LONG, _LONGEST = 56, 110
_SLIGHT = -1
_MOST_FIGURES = 3
_BARE_SUBJECT = 12
_SHORT_NAME = 4
_SET_PHRASE = 5
_LONGEST_FRAME = 24
_STORY = 6
_MOST_LOST = -3
# Text without full stops: what comes after so many clauses is told by the tables.
_MOST_CLAUSES = 40
_QUOTED = 2
_LONG_QUOTE = 20
_ENDS = "，,；;"

_Figures = list[tuple[Observation, ...]]
_Rules = Mapping[str, re.Pattern[str]]


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause with its closing mark. ``needs`` are the positions of the clauses it does not stand without."""

    text: str
    value: int
    figures: tuple[Observation, ...]
    is_marker: bool
    is_open: bool
    needs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Shortened:
    """What is left of a sentence, what it is worth, and whether it leans on the sentence before."""

    text: str
    value: int
    figures: tuple[Observation, ...]
    leans: bool


def shorten(sentence: Sentence, weigher: Weigher) -> Shortened:
    """The sentence without the clauses that tell nothing, as far as the others stand without them.

    Only whole clauses go, from the least telling on, until the sentence is short or nothing more can go.
    """
    clauses = _clauses(sentence, weigher)
    kept = _without_markers(clauses)
    if any(clause.value > 0 for clause in clauses):
        kept = _without_idle(clauses, kept, _SLIGHT, 0)
        kept = _without_idle(clauses, kept, 0, _LONG)
    kept = _within(clauses, kept, _LONGEST)
    kept = _without_open_end(clauses, kept)
    ordered = [clauses[n] for n in sorted(kept)]
    figures = tuple(figure for clause in ordered for figure in clause.figures)
    return Shortened(
        _closed(_printed(clauses, sorted(kept))),
        _worth(ordered) - _story(sentence, weigher),
        figures,
        _leans(ordered[0].text if ordered else "", weigher),
    )


def _worth(clauses: Sequence[Clause]) -> int:
    """What a line tells; the slogans in it take little away from what it does tell."""
    told = sum(clause.value for clause in clauses if clause.value > 0)
    return told + max(_MOST_LOST, sum(clause.value for clause in clauses if clause.value < 0))


def _story(sentence: Sentence, weigher: Weigher) -> int:
    """What a sentence loses that quotes a speaker or tells of one person's or firm's case."""
    if any(
        end - start > _LONG_QUOTE and 2 * (end - start) > len(sentence.text)
        for start, end in quoted_spans(sentence.text)
    ):
        return 2 * _STORY
    is_case = not weigher.figures(sentence) and weigher.clauses.patterns["weak"].search(sentence.text)
    return _STORY if is_case else 0


def _leans(first: str, weigher: Weigher) -> bool:
    """Whether a line that begins with ``first`` does not stand without the sentence before it."""
    patterns = weigher.clauses.patterns
    words = weigher.folded(first.strip(_ENDS))
    is_time = patterns["period"].search(words) or patterns["marker"].search(words)
    return not is_time and patterns["needs-before"].match(words) is not None


def _without_markers(clauses: Sequence[Clause]) -> set[int]:
    """All the clauses but a connective that opens the sentence."""
    first = next((n for n, clause in enumerate(clauses) if not clause.is_marker), 0)
    return set(range(first, len(clauses)))


def _without_open_end(clauses: Sequence[Clause], kept: set[int]) -> set[int]:
    """Leave out at the end what waits for a clause that is not printed."""
    while len(kept) > 1 and clauses[max(kept)].is_open:
        kept = kept - {max(kept)}
    return kept


def _printed(clauses: Sequence[Clause], kept: Sequence[int]) -> str:
    """The kept clauses; where a semicolon went with what was left out, it takes the place of the comma before."""
    pieces = []
    for n, following in zip(kept, (*kept[1:], len(clauses)), strict=True):
        text = clauses[n].text
        lost = "".join(clauses[m].text[-1:] for m in range(n + 1, following))
        mark = next((mark for mark in "；;" if mark in lost), None)
        pieces.append(text[:-1] + mark if mark and text[-1:] in "，," else text)
    return "".join(pieces).strip()


def _closed(text: str) -> str:
    """A line that ends as a sentence does."""
    text = text.rstrip(_ENDS)
    return text if re.search("[。！？!?…][”’」』）)]*$", text) else f"{text}。"


# ---------------------------------------------------------------- reading


def _clauses(sentence: Sentence, weigher: Weigher) -> tuple[Clause, ...]:
    spans = clause_spans(sentence.text)[:_MOST_CLAUSES]
    texts = [sentence.text[start:end] for start, end in spans]
    figures = [_figures_in(sentence, span, weigher) for span in spans]
    words = [weigher.folded(text.strip(_ENDS + "。！!… \u3000")) for text in texts]
    needs = _needs(words, texts, figures, weigher)
    patterns = weigher.clauses.patterns
    return tuple(
        Clause(
            texts[n],
            _value(words[n], figures[n], weigher.programmes(sentence), weigher),
            figures[n],
            bool(patterns["marker"].search(words[n])),
            bool(patterns["open"].search(words[n])) and not figures[n],
            tuple(sorted(needs[n])),
        )
        for n in range(len(spans))
    )


def _figures_in(sentence: Sentence, span: tuple[int, int], weigher: Weigher) -> tuple[Observation, ...]:
    return tuple(f for f in weigher.figures(sentence) if span[0] <= sentence.position(f.start) < span[1])


def _value(words: str, figures: tuple[Observation, ...], programmes: tuple[str, ...], weigher: Weigher) -> int:
    patterns = weigher.clauses.patterns
    if patterns["marker"].search(words) or patterns["period"].search(words):
        return 0
    weights = sorted((max(0, weigher.weight(figure)) for figure in figures), reverse=True)
    value = sum(_FIGURE + weight // _WEIGHT_OF_A_POINT for weight in weights[:_MOST_FIGURES])
    is_open = patterns["open"].search(words) is not None
    value += (_NAMED_IN_PASSING if is_open else _PROGRAMME) * min(sum(name in words for name in programmes), 2)
    value += _QUOTED if weigher.has_own_term(words) and not any(name in words for name in programmes) else 0
    value += _RESULT if patterns["result"].search(words) else 0
    value += _SLOGAN if patterns["slogan"].search(words) else 0
    return value + (_WEAK if patterns["weak"].search(words) else 0)


def _needs(words: list[str], texts: list[str], figures: _Figures, weigher: Weigher) -> list[set[int]]:
    """For each clause the positions of those it does not stand without."""
    patterns = weigher.clauses.patterns
    is_period = [bool(patterns["period"].search(word) or patterns["scope"].search(word)) for word in words]
    is_marker = [bool(patterns["marker"].search(word)) for word in words]
    is_open = [bool(patterns["open"].search(word)) for word in words]
    needs: list[set[int]] = [set() for _ in words]
    head, period = None, None
    for n, word in enumerate(words):
        is_second_half = n and is_open[n - 1] and len(word) <= _SET_PHRASE and not is_period[n]
        if n and (patterns["needs-before"].search(word) or _is_unnamed(figures[n], texts[n]) or is_second_half):
            needs[n].add(n - 1)
        if n + 1 < len(words) and (is_open[n] or is_marker[n] or patterns["needs-after"].search(word)):
            needs[n].add(n + 1)
        needs[n].update(() if period is None else (period,))
        if is_period[n]:
            period = n
            needs[n].update({n + 1} if n + 1 < len(words) else ())
            continue
        if is_open[n] or is_marker[n]:
            continue
        if patterns["dependent"].match(word) or patterns["needs-before"].match(word):
            needs[n].update(() if head is None else (head,))
        else:
            head = n
            if _is_bare_subject(n, words, texts, figures, patterns):
                needs[n].add(n + 1)
                needs[n + 1].add(n)
    first = next((n for n in range(1, len(words)) if figures[n]), None)
    if first is not None and _is_frame(words[first - 1], patterns):
        needs[first].add(first - 1)
    for n in range(len(words)):
        needs[n].update(_governors(n, words, figures, patterns))
        needs[n].discard(n)
    return needs


def _is_frame(words: str, patterns: _Rules) -> bool:
    """Whether a clause says what the figure after it is about (实施助学制度，财政投入增加到306亿元)."""
    idle = ("slogan", "weak", "marker", "period")
    return len(words) <= _LONGEST_FRAME and not any(patterns[rule].search(words) for rule in idle)


def _is_unnamed(figures: tuple[Observation, ...], text: str) -> bool:
    """Whether a clause opens with its figure, or nearly: what it is a figure of was said before (调整预算1506万)."""
    return bool(figures) and -1 < text.find(_in_line(figures[0])) <= _SHORT_NAME


def _in_line(figure: Observation) -> str:
    """A figure as printed, without line breaks and spaces, as its sentence has it."""
    return "".join(figure.as_printed.split())


def _is_bare_subject(n: int, words: list[str], texts: list[str], figures: _Figures, patterns: _Rules) -> bool:
    """Whether a clause is a subject alone, whose predicate is the next clause."""
    if n + 1 >= len(words) or texts[n][-1:] in "；;" or patterns["result"].search(words[n]):
        return False
    if figures[n]:
        has_noun_last = not words[n].endswith(_in_line(figures[n][-1]))
        return has_noun_last and patterns["predicate"].search(words[n]) is None
    return len(words[n]) <= _BARE_SUBJECT


def _governors(n: int, words: list[str], figures: _Figures, patterns: _Rules) -> set[int]:
    """The clause whose 预计 or 实际 holds for the figures of this one."""
    if patterns["cue"].search(words[n]):
        return set()
    before = [m for m in range(n) if patterns["cue"].search(words[m])]
    is_governed = before and (figures[n] or patterns["plan"].search(words[before[-1]]))
    return {before[-1]} if is_governed else set()


# ---------------------------------------------------------------- leaving out


def _closure(clauses: Sequence[Clause], gone: set[int], kept: set[int]) -> set[int]:
    """``gone`` and all that would no longer stand without it."""
    gone = set(gone)
    while True:
        more = {n for n in kept - gone if gone.intersection(clauses[n].needs)}
        if not more:
            return gone
        gone |= more


def _without_idle(clauses: Sequence[Clause], kept: set[int], most: int, length: int) -> set[int]:
    """Leave out, from the last to the first, what is worth no more than ``most`` together with what leans on it.

    Nothing more goes from a line that is no longer than ``length``.
    """
    for n in sorted(kept, reverse=True):
        if n not in kept or sum(len(clauses[m].text) for m in kept) <= length:
            continue
        gone = _closure(clauses, {n}, kept)
        if gone != kept and all(clauses[m].value <= most for m in gone):
            kept = kept - gone
    return kept


def _within(clauses: Sequence[Clause], kept: set[int], longest: int) -> set[int]:
    """Leave out the least telling clauses until the line is no longer than ``longest``, and keep the most telling."""
    while sum(len(clauses[n].text) for n in kept) > longest:
        choices = []
        for n in kept:
            gone = _closure(clauses, {n}, kept)
            if gone != kept:
                value = sum(clauses[m].value for m in gone)
                length = sum(len(clauses[m].text) for m in gone)
                choices.append((value / length, -n, gone))
        if not choices:
            break
        kept = kept - min(choices, key=lambda choice: choice[:2])[2]
    return kept
