"""The index of people: officials and other public figures over all digests, never private individuals."""

from collections.abc import Iterable
from dataclasses import dataclass

from policy_digest.model import BilingualDigest, BilingualPerson, Text
from policy_digest.render.shelves import Shelves, shelves


@dataclass(frozen=True, slots=True)
class PersonMention:
    """Someone as one digest has them."""

    digest: BilingualDigest
    person: BilingualPerson


@dataclass(frozen=True, slots=True)
class Held:
    """The posts that a name is told with, and the digests that tell just these."""

    posts: tuple[Text, ...]
    mentions: tuple[PersonMention, ...]

    @property
    def shown(self) -> Shelves[BilingualPerson]:
        """All of the digests, by place."""
        return shelves(((one.digest, one.person) for one in self.mentions), len(self.mentions))


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """Everyone of one name, by posts: two places may have two people of a name."""

    name: Text
    mentions: tuple[PersonMention, ...]

    @property
    def held(self) -> tuple[Held, ...]:
        """The mentions by what posts they tell, in their order."""
        found: dict[tuple[str, ...], list[PersonMention]] = {}
        for mention in self.mentions:
            found.setdefault(tuple(post.zh for post in mention.person.posts), []).append(mention)
        return tuple(Held(own[0].person.posts, tuple(own)) for own in found.values())


def people_index(digests: Iterable[BilingualDigest]) -> tuple[PersonEntry, ...]:
    """The entries by romanised name, then by characters. What is told of someone private is left out again here."""
    found: dict[str, list[PersonMention]] = {}
    for digest in digests:
        for person in digest.people:
            if person.standing != "private":
                found.setdefault(person.name.zh, []).append(PersonMention(digest, person))
    entries = (PersonEntry(mentions[0].person.name, tuple(mentions)) for mentions in found.values())
    return tuple(sorted(entries, key=lambda entry: (entry.name.en or "", entry.name.zh)))
