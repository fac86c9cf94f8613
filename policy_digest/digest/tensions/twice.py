"""Two figures for what seems one thing: of one name, or two alike, of one place, period and nature."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from policy_digest.digest.intervals import interval
from policy_digest.digest.matters import Matter
from policy_digest.lexicon.tensions import Tensions
from policy_digest.model import TensionKind

Found = tuple[TensionKind, str, str, tuple[Matter, ...]]
_NUMBERS = re.compile(r"[\d.,%％]+")
_LEAST_LIKE, _LEAST_WORDS = 0.75, 6
_MOST_FIGURES = 2
_MANIFOLD = re.compile("[番倍]")
_MONEY = ("CNY", "USD")


def twice_told(matters: Sequence[Matter], tensions: Tensions) -> Iterator[Found]:
    """Pairs of figures, each of another sentence, whose clauses have the same of the words that make another matter."""
    groups: dict[tuple[object, ...], list[Matter]] = defaultdict(list)
    for matter in matters:
        if matter.period is not None and _is_firm(matter):
            groups[_key(matter, tensions)].append(matter)
    for group in groups.values():
        told = _values(group)
        # Three figures or more of one name are those of several projects, and no figure told twice.
        if len(told) != _MOST_FIGURES or not _is_one_matter(told[0], told[1], tensions):
            continue
        names = dict.fromkeys(matter.name for matter in told)
        yield "two-figures", "like" if len(names) > 1 else "same", "、".join(names), tuple(told)


def _key(matter: Matter, tensions: Tensions) -> tuple[object, ...]:
    one = matter.observation
    words = tuple(sorted(set(tensions.aspects.findall(f"{one.indicator.name_zh}|{matter.clause}"))))
    base = one.change.base if one.change else None
    name = tensions.likes.get(matter.name, matter.name)
    return (name, words, one.kind, one.unit_measure, one.ref_area, matter.period, one.nature, base)


def _values(group: list[Matter]) -> list[Matter]:
    """The figures of a group that cannot be one and the same, the first of each."""
    told: list[Matter] = []
    for matter in group:
        if not any(interval(matter.observation).meets(interval(other.observation)) for other in told):
            told.append(matter)
        if len(told) > _MOST_FIGURES:
            break
    return told


def _is_one_matter(first: Matter, second: Matter, tensions: Tensions) -> bool:
    """Whether the two are told in two places, of a name that means one thing wherever it stands.

    The catalogue's names and those of a group do; another name only where the words about it are nearly the same.
    """
    if first.sentence.id == second.sentence.id:
        return False
    is_known = first.name in tensions.likes or first.observation.indicator.id is not None
    return is_known or (_is_plain(first) and _is_said_alike(first, second))


def _is_firm(matter: Matter) -> bool:
    """Whether a figure's period is its own: what is planned needs a year beside it; a doubling is of several years."""
    one = matter.observation
    is_told = one.nature == "actual" or one.period_source == "explicit"
    return is_told and not (one.kind == "change" and _MANIFOLD.search(one.as_printed))


def _is_plain(matter: Matter) -> bool:
    """Whether a figure is a count or measure of things; what sums of money are for is told far from them."""
    return matter.observation.kind in ("count", "level") and matter.observation.unit_measure not in _MONEY


def _is_said_alike(first: Matter, second: Matter) -> bool:
    a, b = (_NUMBERS.sub("", matter.clause) for matter in (first, second))
    return min(len(a), len(b)) >= _LEAST_WORDS and SequenceMatcher(None, a, b, autojunk=False).ratio() >= _LEAST_LIKE
