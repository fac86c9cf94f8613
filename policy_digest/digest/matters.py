"""The figures of a record, ready to be held against each other: in which clause each stands, what it tells of."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from policy_digest.lexicon import Lexicon
from policy_digest.lexicon.likes import Likes
from policy_digest.lexicon.marks import clause_spans
from policy_digest.model import Observation, Record, Sentence, Side

_ENDS = re.compile("(?:增速|增减|增幅|降幅|涨幅|变化)$")
_FULL_YEAR = re.compile(r"(\d{4})-01/\1-12")
_MOST_DIGITS = 18
_NEAR = 300  # characters
_position = attrgetter("position")
_SINCE = re.compile(r"(\d{4})(?:-01)?/\.\.")
_FROM = re.compile(r"[由从](?:\d{4}年)?[^，,；;。\d]{0,24}$")
_FROM_FAR = 31
_AHEAD = re.compile(r"[^，,；;。、]{0,20}$")


@dataclass(frozen=True, slots=True)
class Matter:
    """A figure with the words of its clause before and behind it; ``place`` and ``period`` as they are compared.

    ``position`` and ``end`` are those of the figure in its sentence's text.
    """

    observation: Observation
    sentence: Sentence
    clause: str
    position: int
    end: int
    period: str | None

    @property
    def name(self) -> str:
        """The name of what the figure tells of; for a change, of what changed."""
        change = self.observation.change
        return (change.of if change and change.of else None) or _ENDS.sub("", self.observation.indicator.name_zh)

    @property
    def side(self) -> Side:
        """The figure as one side of a tension."""
        o = self.observation
        return Side(self.sentence.text[self.position : self.end], o.start, o.end, o.sentence, o.id)


def matters_of(record: Record, lexicon: Lexicon) -> tuple[Matter, ...]:
    """The figures with a value, in the text's order."""
    sentences = record.article.by_id
    spans: dict[str, tuple[tuple[int, int], ...]] = {}
    stated = record.article.metadata.time_period
    year = stated.value[:4] if stated else ""
    found = []
    for observation in sorted(record.observations, key=lambda one: one.start):
        sentence = sentences.get(observation.sentence)
        if sentence is None or observation.kind == "rank" or not _is_of_the_world(observation):
            continue
        if sentence.id not in spans:
            spans[sentence.id] = clause_spans(sentence.text)
        found.append(_matter(observation, sentence, spans[sentence.id], year, lexicon.figures.simplified))
    return tuple(found)


def _is_of_the_world(observation: Observation) -> bool:
    """Whether a figure has a value that can be reckoned with: no statistic has so many digits as a mistyped one may."""
    parts = [part for part in (observation.number, observation.obs_value) if part is not None]
    is_short = all(len(part.as_tuple().digits) <= _MOST_DIGITS for part in parts)
    return len(parts) == 2 and is_short and all(abs(part.adjusted()) <= _MOST_DIGITS for part in parts)


def _matter(
    observation: Observation,
    sentence: Sentence,
    clauses: tuple[tuple[int, int], ...],
    year: str,
    simplified: Likes,
) -> Matter:
    start = sentence.position(observation.start)
    end = sentence.position(observation.end - 1) + 1
    at = bisect_right(clauses, (start, len(sentence.text))) - 1
    clause = clauses[at] if at >= 0 else (0, len(sentence.text))
    words = simplified.read(sentence.text[clause[0] : start] + sentence.text[end : clause[1]])
    return Matter(observation, sentence, words, start, end, same_period(observation.time_period, year))


def near(matters: Sequence[Matter], other: Matter) -> Sequence[Matter]:
    """Those of one sentence's figures (in its order) that stand no farther from ``other`` than one reads on."""
    first = bisect_left(matters, other.position - _NEAR, key=_position)
    return matters[first : bisect_right(matters, other.position + _NEAR, key=_position)]


def is_origin(matter: Matter) -> bool:
    """Whether a value is told as the one that a change began at (由2000万元增长到3000万元)."""
    return _FROM.search(matter.sentence.text[max(0, matter.position - _FROM_FAR) : matter.position]) is not None


def is_aim(matter: Matter, aims: re.Pattern[str]) -> bool:
    """Whether a value is what was to be done, by its nature or by the words right before it (计划造林2000亩)."""
    ahead = _AHEAD.search(matter.sentence.text[max(0, matter.position - 20) : matter.position])
    is_said = ahead is not None and aims.search(ahead[0]) is not None and not ahead[0].startswith("完成")
    return matter.observation.nature == "target" or is_said


def is_named_alike(first: str, second: str, likes: Mapping[str, str]) -> bool:
    """Whether two names are of one thing, or one is the other with words before it (计划造林面积, 造林面积)."""
    a, b = likes.get(first, first), likes.get(second, second)
    return a == b or (min(len(a), len(b)) > 1 and (a.endswith(b) or b.endswith(a)))


def same_period(period: str | None, year: str) -> str | None:
    """A period in the form it is compared in: January to December is the year, and so is this year's being (…以来)."""
    if period is None:
        return None
    if whole := _FULL_YEAR.fullmatch(period):
        return whole[1]
    since = _SINCE.fullmatch(period)
    return since[1] if since and since[1] == year else period


def year_before(period: str | None) -> str | None:
    """The same months of the year before; None for what has an open end or no year."""
    if period is None or ".." in period or not period[:4].isdigit():
        return None
    return re.sub(r"\d{4}(?=$|-|/)", lambda match: str(int(match[0]) - 1), period)
