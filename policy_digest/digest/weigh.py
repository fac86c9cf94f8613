"""How weighty a figure or a clause is: what the summaries and the headline figures are chosen by."""

import re
from collections.abc import Mapping
from decimal import Decimal

from policy_digest.lexicon import Lexicon
from policy_digest.lexicon.marks import quoted_spans
from policy_digest.lexicon.starts import is_start
from policy_digest.model import Observation, Record, Sentence

_OF_KIND = {"level": 20, "count": 10, "share": 8, "change": 4, "rank": 18}
_OF_NATURE = {"actual": 14, "expected": 4, "target": 0}
_CATALOGUED, _WHOLE_PLACE, _OTHER_PLACE, _TOLD_AGAIN = 10, 12, -12, 4
_MOST_MAGNITUDE = 12
_MIDDLING = 4  # the catalogue's weight, 0 to 9, of an indicator that is neither weighty nor slight

_SAYS_WHAT = re.compile("[“”]|(?:项目|工程|试点|改革|课程|基地|园区?|中心)$")


class Weigher:
    """What the summaries need to know of one record, gathered once."""

    def __init__(self, record: Record, lexicon: Lexicon) -> None:
        self.record = record
        self.clauses = lexicon.genre.clauses
        self._figures_of_speech = lexicon.genre.programmes.refused
        self._simplified = lexicon.figures.simplified
        self._weights = lexicon.genre.weights
        self._by_sentence: dict[str, list[Observation]] = {}
        self._mentions: dict[str, int] = {}
        for observation in record.observations:
            self._by_sentence.setdefault(observation.sentence, []).append(observation)
            self._mentions[observation.fact] = self._mentions.get(observation.fact, 0) + 1
        self._sentences = {s.id: s for section in record.article.sections for s in section.sentences}
        self._programmes = _programme_words(record)
        self._planned = record.planned
        self._standing = {entry.id: entry.weight for entry in lexicon.names.entries}
        place = record.article.metadata.ref_area
        self._place = place.value if place else None

    def folded(self, text: str) -> str:
        """``text`` in simplified characters, of the same length: what the rules are written in."""
        return text.translate(self._simplified)

    def has_own_term(self, words: str) -> bool:
        """Whether words in quotation marks name something, and are no common figure of speech."""
        inner = [words[start + 1 : end - 1] for start, end in quoted_spans(words)]
        return any(term not in self._figures_of_speech for term in inner)

    def figures(self, sentence: Sentence) -> tuple[Observation, ...]:
        """The figures of a sentence, as they stand."""
        return tuple(self._by_sentence.get(sentence.id, ()))

    def programmes(self, sentence: Sentence) -> tuple[str, ...]:
        """Words that name programmes in a sentence."""
        return self._programmes.get(sentence.id, ())

    def is_greeting(self, sentence: Sentence) -> bool:
        """Whether a speaker only addresses the meeting."""
        words = self.folded(sentence.text).rstrip("。！!，")
        return not self.figures(sentence) and self.clauses.patterns["greeting"].search(words) is not None

    def is_planned(self, sentence: Sentence) -> bool:
        """Whether a sentence says what will be done."""
        return sentence.id in self._planned

    def is_start(self, observation: Observation) -> bool:
        """Whether something only started from a figure, on its way to the next one (从3亿元增加到5亿元)."""
        sentence = self._sentences.get(observation.sentence)
        if sentence is None:
            return False
        begin, end = sentence.position(observation.start), sentence.position(observation.end - 1) + 1
        return is_start(self.folded(sentence.text[:begin]), self.folded(sentence.text[end:]))

    def topic(self, observation: Observation) -> str | None:
        """The topic of the first entry that knows the figure's name."""
        named = [w for w in self._weights if w.rule == "name" and w.pattern.search(observation.indicator.name_zh)]
        return next((weight.topic for weight in named if weight.topic), None)

    def standing(self, observation: Observation) -> int:
        """How fit for the headline the catalogue holds the figure's indicator: -4 to 5, 0 for one it does not know."""
        return self._standing.get(observation.indicator.id or "", _MIDDLING) - _MIDDLING

    def weight(self, observation: Observation) -> int:
        """A figure's weight among all of the article: a whole number, higher is weightier."""
        weight = _OF_KIND[observation.kind] + _OF_NATURE[observation.nature] + _magnitude(observation)
        weight += _CATALOGUED if observation.indicator.id else 0
        if self._place and observation.ref_area:
            weight += _WHOLE_PLACE if observation.ref_area == self._place else _OTHER_PLACE
        weight += _TOLD_AGAIN * min(self._mentions[observation.fact] - 1, 3)
        return weight + self._from_tables(observation)

    def _from_tables(self, observation: Observation) -> int:
        """The best positive and the worst negative entry for its name, and what its unit, place and clause add."""
        where = {
            "name": observation.indicator.name_zh,
            "unit": observation.unit_measure,
            "place": observation.ref_area or "",
            "clause": self._clause_of(observation),
        }
        found: dict[str, list[int]] = {}
        for weight in self._weights:
            if weight.pattern.search(where[weight.rule]):
                found.setdefault(weight.rule, []).append(weight.weight)
        return sum(max([0, *values]) + min([0, *values]) for values in found.values())

    def _clause_of(self, observation: Observation) -> str:
        """The words before a figure in its part of the sentence."""
        sentence = self._sentences.get(observation.sentence)
        if sentence is None:
            return ""
        position = sentence.position(observation.start)
        start = max(sentence.text.rfind(mark, 0, position) for mark in "；;。") + 1
        return sentence.text[start:position]


def _magnitude(observation: Observation) -> int:
    """The power of ten of a value, for money and counts: a larger thing tells more."""
    value = observation.obs_value
    if value is None or observation.kind not in ("level", "count") or abs(value) < 1:
        return 0
    digits = Decimal(abs(value)).adjusted()
    return min(digits if observation.unit_measure in ("CNY", "USD") else 2 * digits, _MOST_MAGNITUDE)


def _programme_words(record: Record) -> Mapping[str, tuple[str, ...]]:
    """By sentence; without projects that a list tells by their firm only (甲、乙等项目), which say nothing yet."""
    words: dict[str, list[str]] = {}
    for programme in record.programmes:
        if programme.kind == "project" and not _SAYS_WHAT.search(programme.name_zh):
            continue
        inner = programme.name_zh.strip("“").split("”")[0]
        for sentence in programme.sentences:
            words.setdefault(sentence, []).append(inner)
    return {sentence: tuple(inner) for sentence, inner in words.items()}
