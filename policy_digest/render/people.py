"""The index of people: officials and other public figures over all digests, never private individuals."""

from collections.abc import Iterable
from dataclasses import dataclass

from policy_digest.model import BilingualDigest, BilingualPerson, Text


@dataclass(frozen=True, slots=True)
class PersonMention:
    """Someone as one digest has them."""

    digest: BilingualDigest
    person: BilingualPerson


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """Everyone of one name: two places may have two people of a name, so each digest tells its own posts."""

    name: Text
    mentions: tuple[PersonMention, ...]


def people_index(digests: Iterable[BilingualDigest]) -> tuple[PersonEntry, ...]:
    """The entries by romanised name, then by characters. What is told of someone private is left out again here."""
    found: dict[str, list[PersonMention]] = {}
    for digest in digests:
        for person in digest.people:
            if person.standing != "private":
                found.setdefault(person.name.zh, []).append(PersonMention(digest, person))
    entries = (PersonEntry(mentions[0].person.name, tuple(mentions)) for mentions in found.values())
    return tuple(sorted(entries, key=lambda entry: (entry.name.en or "", entry.name.zh)))
