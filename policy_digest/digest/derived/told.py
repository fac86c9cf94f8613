"""What a text tells itself, and so is not derived: the value before, or the target, told in other words than a name."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence

from policy_digest.digest.matters import Matter, is_aim, is_named_alike, near
from policy_digest.lexicon.tensions import Tensions

_RISEN = re.compile(r"[由从][^；;。]{0,60}?\d[^；;。]{0,40}[到至为达成](?:\d{4}年的?)?[^，,；;。\d]{0,8}$")
_REACH = 120  # characters in which a sentence tells from where a value came
_BLANK = re.compile(r"[xX\uff58\uff38○〇_\uff3f]{2,}|[\u00d7\uff0a*□]")
_WORDS = ("L", "N", "P", "Zs", "Sm", "Mn")
_LEVELS = ("level", "count", "share")


class Telling:
    """The levels of a text, of whatever exactness, by sentence, and the periods of its targets by unit and name."""

    def __init__(self, matters: Sequence[Matter], tensions: Tensions) -> None:
        self._tensions = tensions
        self._by_sentence: dict[str, list[Matter]] = defaultdict(list)
        self._names: dict[tuple[str, str], set[str | None]] = defaultdict(set)
        self._ends: dict[tuple[str, str], set[str | None]] = defaultdict(set)
        for matter in matters:
            if matter.observation.kind in _LEVELS:
                self._by_sentence[matter.sentence.id].append(matter)
                if is_aim(matter, tensions.aims):
                    self._add_target(matter)

    def _add_target(self, matter: Matter) -> None:
        unit, name = matter.observation.unit_measure, self._known(matter.name)
        self._names[unit, name].add(matter.period)
        for end in _ends(name):
            self._ends[unit, end].add(matter.period)

    def has_before(self, now: Matter) -> bool:
        """Whether the sentence tells what ``now`` was before: from … to, or an earlier value of a name alike."""
        if _RISEN.search(now.sentence.text[max(0, now.position - _REACH) : now.position]):
            return True
        return any(self._is_earlier(one, now) for one in self._others(now))

    def has_target(self, done: Matter) -> bool:
        """Whether a target is told: one of the unit in the sentence, or one of a name alike anywhere."""
        if any(is_aim(one, self._tensions.aims) for one in self._others(done)):
            return True
        unit, name = done.observation.unit_measure, self._known(done.name)
        periods = self._ends.get((unit, name), set()).union(
            *(self._names.get((unit, end), set()) for end in _ends(name))
        )
        return bool(periods) and (done.period is None or bool(periods & {None, done.period}))

    def _known(self, name: str) -> str:
        return self._tensions.likes.get(name, name)

    def _others(self, matter: Matter) -> list[Matter]:
        """The other figures of the sentence and unit that stand near one."""
        own, unit = self._by_sentence[matter.sentence.id], matter.observation.unit_measure
        return [one for one in near(own, matter) if one is not matter and one.observation.unit_measure == unit]

    def _is_earlier(self, one: Matter, now: Matter) -> bool:
        is_before = one.period is None or (now.period is not None and one.period < now.period)
        return is_before and is_named_alike(one.name, now.name, self._tensions.likes)


def _ends(name: str) -> Iterator[str]:
    """The ends of a name, of two characters and more, the name itself first."""
    return (name[start:] for start in range(max(1, len(name) - 1)))


def is_words(name: str) -> bool:
    """Whether a name is words: no blank to be filled in (XX, ××), no emoji."""
    return not _BLANK.search(name) and all(unicodedata.category(one).startswith(_WORDS) for one in name)
