"""What a collection follows through its documents: commitments, programmes, and likenesses among the latter."""

from dataclasses import dataclass
from typing import Literal

from policy_digest.model.bilinguals import BilingualDigest, BilingualItem, BilingualRow
from policy_digest.model.organisations import BilingualOrganisation
from policy_digest.model.texts import Text

EvidenceRule = Literal["indicator", "programme"]
TimeState = Literal["passed", "open", "unstated"]
LaterState = Literal["told", "silent", "none"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a later document of the same place says on the matter of a commitment.

    ``rule`` is why it is shown: the same indicator (then ``row``), or a programme of the same name (then ``item``).
    """

    rule: EvidenceRule
    digest: BilingualDigest
    row: BilingualRow | None = None
    item: BilingualItem | None = None

    @property
    def anchor(self) -> str:
        """Where it stands on its digest's page."""
        if self.row is not None:
            return self.row.anchor
        return self.item.id if self.item else "top"


@dataclass(frozen=True, slots=True)
class Called:
    """What a text calls a commitment: an id of ``stances.yml``, its name, and the words of the text."""

    id: str
    name: Text
    words: str


@dataclass(frozen=True, slots=True)
class FollowedCommitment:
    """A commitment with three statuses that are kept apart: what its text calls it, what later documents say, its time.

    ``place`` is a key of ``PlaceEntry``, empty where the document names none. ``horizon`` is ISO 8601: what the
    text says, or the period of a target that ends later. ``evidence``
    holds the first of what later documents say, ``more`` how much there is besides; empty where no later document in
    the collection says anything. ``time`` compares the horizon with the newest period of the collection, not a clock.
    ``has_later`` says whether the collection has a later document of the place at all.
    """

    place: str
    digest: BilingualDigest
    item: BilingualItem
    called: Called | None
    horizon: str | None
    targets: tuple[BilingualRow, ...]
    evidence: tuple[Evidence, ...]
    more: int
    time: TimeState
    has_later: bool = False

    @property
    def later(self) -> LaterState:
        """Whether later documents tell of it, do not mention it, or are not there."""
        if self.evidence:
            return "told"
        return "silent" if self.has_later else "none"


@dataclass(frozen=True, slots=True)
class ProgrammeUse:
    """A programme as one digest names it."""

    digest: BilingualDigest
    item: BilingualItem


@dataclass(frozen=True, slots=True)
class ProgrammeEntry:
    """A programme of one name within one place, with every digest that names it, the newest first."""

    anchor: str
    place: str
    name: Text
    kind: str
    uses: tuple[ProgrammeUse, ...]


@dataclass(frozen=True, slots=True)
class OrganisationUse:
    """An organisation as one digest names it."""

    digest: BilingualDigest
    organisation: BilingualOrganisation


@dataclass(frozen=True, slots=True)
class OrganisationEntry:
    """An organisation of one name, with every digest that names it, the newest first.

    ``place`` is that of the documents where the name tells no more than the level (区农业农村局): there it is one of
    its own in each place; else None.
    """

    anchor: str
    name: Text
    standard: str
    kind: str
    place: Text | None
    uses: tuple[OrganisationUse, ...]


@dataclass(frozen=True, slots=True)
class Like:
    """One place's mechanism of a kind: a programme's name, or the clause that tells what is done, and where it stands.

    ``english`` is the English of the whole sentence, where a clause is quoted and there is one; ``programme`` the id of
    the programme, where it is told by a name.
    """

    place: str
    digest: BilingualDigest
    words: Text
    anchor: str
    english: Text | None = None
    programme: str | None = None


@dataclass(frozen=True, slots=True)
class Likeness:
    """Mechanisms of one kind that two places or more have. ``id`` is a key of ``mechanisms.yml``."""

    id: str
    name: Text
    note: Text
    likes: tuple[Like, ...]
