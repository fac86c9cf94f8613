"""Which mentions tell one fact: the same amount of what is called alike, in one place and one time."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from policy_digest.extract.mention import Mention
from policy_digest.extract.periods import year_of
from policy_digest.model import id_of

_ALIKE = 0.6
_FAR = 12  # facts of one amount that are looked through: a round number may recur without end


@dataclass(frozen=True, slots=True)
class Told:
    """A mention with its name and place, as a fact is told by it."""

    mention: Mention
    name: str
    area: str | None


def facts(slug: str, told: Sequence[Told]) -> tuple[str, ...]:
    """The id of the fact that each mention tells, in order; the first mention of a fact gives it."""
    known: defaultdict[tuple[object, ...], list[tuple[Told, str]]] = defaultdict(list)
    ids: list[str] = []
    for one in told:
        mention = one.mention
        amount = (mention.value, mention.value_max, mention.unit_measure, mention.kind, mention.nature, mention.scope)
        alike = (id_ for other, id_ in reversed(known[amount][-_FAR:]) if _is_one(one, other))
        id_ = next(alike, None) or _id(slug, one)
        known[amount].append((one, id_))
        ids.append(id_)
    return tuple(ids)


def _id(slug: str, told: Told) -> str:
    mention = told.mention
    parts = (
        slug,
        told.name,
        told.area or "",
        mention.time_period or "",
        str(mention.value),
        mention.unit_measure,
        mention.nature,
    )
    return id_of("f", *parts)


def _is_one(one: Told, other: Told) -> bool:
    periods = one.mention.time_period, other.mention.time_period
    same_time = periods[0] == periods[1] or None in periods or year_of(periods[0]) == year_of(periods[1])
    return same_time and one.area == other.area and _are_alike(one.name, other.name)


def _are_alike(one: str, two: str) -> bool:
    """Whether two names may be one's: one within the other, or most pairs of their characters the same."""
    if one in two or two in one:
        return True
    left, right = (Counter(name[i : i + 2] for i in range(len(name) - 1)) for name in (one, two))
    total = left.total() + right.total()
    return total > 0 and 2 * (left & right).total() / total >= _ALIKE
