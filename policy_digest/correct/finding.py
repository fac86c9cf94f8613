"""What a correction addresses, by id or by words; what is not there, or not one thing, is a fault with its line."""

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from policy_digest.correct.quotes import Quotes, squeezed
from policy_digest.errors import Fault
from policy_digest.model import Article, Correction, Observation

T = TypeVar("T")
_MOST_TOLD = 4


@dataclass(frozen=True, slots=True)
class Named:
    """Something that may be addressed by its words: its id, all the words it goes by, and what they stand in.

    ``offset`` is where it stands in the source, None for what stands nowhere (a gap of the whole article).
    """

    id: str
    words: tuple[str, ...]
    offset: int | None
    within: str = ""


class Finder:
    """Finds what corrections address in one article; ``faults`` gathers what they address in vain."""

    def __init__(self, article: Article, faults: list[Fault]) -> None:
        self.article = article
        self.quotes = Quotes(article)
        self.faults = faults

    @property
    def path(self) -> str:
        """The seed, as the user would type it."""
        return self.article.source.path

    def at(self, item: Named) -> str:
        """Where something stands: file and line."""
        return "the whole article" if item.offset is None else f"{self.path}:{self.quotes.line(item.offset)}"

    def fault(self, correction: Correction, found: str, expected: str) -> None:
        """Note what is wrong with a correction, at its line of the sidecar."""
        self.faults.append(Fault(self.article.source.sidecar.path or "", correction.line, found, expected))

    def vanished(self, correction: Correction, words: str) -> None:
        """Note that the text does not have ``words``, with the nearest that it has."""
        nearest = self.quotes.nearest(words)
        expected = f"words of {self.path}"
        if nearest:
            expected += f"; the nearest are '{nearest[0]}' ({self.path}:{nearest[1]})"
        self.fault(correction, f"'{words}', which the text does not have", expected)

    def one(self, correction: Correction, named: Sequence[Named]) -> tuple[str, ...]:
        """The ids of what a correction addresses among ``named``: one thing, or several of the very same words."""
        found = self._by_id(correction, named) if correction.id else self._by_words(correction, named)
        if len({item.words for item in found}) > 1 or (len(found) > 1 and len({i.within for i in found}) > 1):
            self.ambiguous(correction, [f"{item.id} ({self.at(item)}: {item.words[0]})" for item in found])
            return ()
        return tuple(item.id for item in found)

    def ambiguous(self, correction: Correction, candidates: Sequence[str]) -> None:
        """Note that a correction fits several things, and which."""
        told = ", ".join(candidates[:_MOST_TOLD]) + (", …" if len(candidates) > _MOST_TOLD else "")
        found = f"'{correction.words}', which {len(candidates)} {correction.target}s of the text have"
        self.fault(correction, found, f"one: a longer quotation ('in'), or the 'id' of {told}")

    def _by_id(self, correction: Correction, named: Sequence[Named]) -> list[Named]:
        found = [item for item in named if item.id == correction.id]
        if not found:
            self.unknown_id(correction)
        elif correction.words and not any(_has(item, correction.words) for item in found):
            expected = f"the words of {correction.id}, '{found[0].words[0]}' ({self.at(found[0])})"
            self.fault(correction, f"'{correction.words}'", expected)
            return []
        return found

    def unknown_id(self, correction: Correction) -> None:
        """Note that nothing of the article has an id, with what is nearest to the words that stand beside it."""
        found = f"the id '{correction.id}', which no {correction.target} of the article has"
        words = correction.within or correction.words
        nearest = self.quotes.nearest(words) if words else None
        told = f"; the nearest to '{words}' is '{nearest[0]}' ({self.path}:{nearest[1]})" if nearest else ""
        self.fault(correction, found, f"an id that the record has (extract prints it), or the 'words'{told}")

    def _by_words(self, correction: Correction, named: Sequence[Named]) -> list[Named]:
        words = correction.words or ""
        found = [item for item in named if _is(item, words)] or [item for item in named if _has(item, words)]
        if correction.within:
            inside = squeezed(correction.within)
            found = [item for item in found if inside in squeezed(item.within)]
        if not found:
            self._no_such(correction, named)
        return found

    def _no_such(self, correction: Correction, named: Sequence[Named]) -> None:
        words = correction.words or ""
        close = difflib.get_close_matches(words, {item.words[0]: item for item in named}, n=1, cutoff=0.3)
        items = {item.words[0]: item for item in named}
        nearest = f"; the nearest is '{close[0]}' ({self.at(items[close[0]])})" if close else ""
        within = f" in '{correction.within}'" if correction.within else ""
        self.fault(
            correction,
            f"'{words}'{within}, which no {correction.target} of the article has",
            f"the words of a {correction.target}{nearest}",
        )


def _is(item: Named, words: str) -> bool:
    return squeezed(words) in map(squeezed, item.words)


def _has(item: Named, words: str) -> bool:
    return any(squeezed(words) in squeezed(known) for known in item.words)


def find_observations(
    finder: Finder, correction: Correction, observations: Sequence[Observation]
) -> tuple[Observation, ...]:
    """The mentions that a correction addresses: one, or all mentions of one fact; none, with a fault.

    An id of a fact (the address of a row) means all its mentions. Words that only mentions of one fact have mean them
    all too, unless ``in`` quotes the sentence of one.
    """
    if correction.id:
        found = [o for o in observations if correction.id in (o.id, o.fact)]
        if not found:
            finder.unknown_id(correction)
        elif correction.words and not any(squeezed(o.as_printed) == squeezed(correction.words) for o in found):
            line = finder.quotes.line(found[0].start)
            expected = f"the words of {correction.id}, '{found[0].as_printed}' ({finder.path}:{line})"
            finder.fault(correction, f"'{correction.words}'", expected)
            return ()
        return tuple(found)
    found = _quoted(finder, correction, observations)
    if len({o.fact for o in found}) > 1 or (correction.within and len(found) > 1):
        told = [
            f"{o.id} ({finder.path}:{finder.quotes.line(o.start)}: {o.indicator.name_zh} {o.as_printed})" for o in found
        ]
        finder.ambiguous(correction, told)
        return ()
    return tuple(found)


def _quoted(finder: Finder, correction: Correction, observations: Sequence[Observation]) -> list[Observation]:
    """The mentions within a correction's quotation, of the figure that its words are or hold."""
    words = correction.words or ""
    places = finder.quotes.find(correction.within or words)
    if not places:
        finder.vanished(correction, correction.within or words)
        return []
    by_sentence: dict[str, list[Observation]] = {}
    for observation in observations:
        by_sentence.setdefault(observation.sentence, []).append(observation)
    inside = [
        observation
        for place in places
        for observation in by_sentence.get(place.sentence.id, ())
        if place.start <= place.sentence.position(observation.start)
        and place.sentence.position(observation.end - 1) < place.end
    ]
    same = [o for o in inside if squeezed(o.as_printed) == squeezed(words)]
    found = same if same or correction.within else list(dict.fromkeys(inside))
    if not found:
        _not_read(finder, correction, inside)
    return found


def _not_read(finder: Finder, correction: Correction, inside: Iterable[Observation]) -> None:
    told = ", ".join(f"'{o.as_printed}'" for o in inside)
    where = f" in '{correction.within}'" if correction.within else ""
    expected = (
        f"one of the figures read there: {told}" if told else "a figure that was read ('add' states one that was not)"
    )
    finder.fault(correction, f"'{correction.words}'{where}, where no such figure was read", expected)
