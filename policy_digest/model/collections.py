"""What ``collate`` and ``render`` return: all digests together, and pages."""

from dataclasses import dataclass

from policy_digest.model.addresses import NO_ADDRESSES, Addresses
from policy_digest.model.bilinguals import BilingualDigest
from policy_digest.model.ledgers import NO_LEDGER, Difference, Ledger
from policy_digest.model.localities import PlaceEntry
from policy_digest.model.promises import FollowedCommitment, Likeness, OrganisationEntry, ProgrammeEntry
from policy_digest.model.series import Figure, Series
from policy_digest.model.texts import Text


@dataclass(frozen=True, slots=True)
class Collection:
    """All digests, newest period first, with what only the whole can tell.

    ``differences`` are what is not as the ``ledger`` of published values has it, the latest correction first.
    ``figures`` are all rows of all digests, in their order; ``series`` those of each indicator that the catalogue
    knows, by its id.
    ``places``, ``commitments`` and ``programmes`` are what is followed over its documents, place by place;
    ``likenesses`` the kinds of mechanism that two places or more have. ``reaches`` is the newest
    period of which a document gives account: what was to be done by then has had its time. ``organisations`` are those
    that the documents name, each name once. ``addresses`` are those that were published once, and where they lead.
    """

    digests: tuple[BilingualDigest, ...]
    ledger: Ledger = NO_LEDGER
    differences: tuple[Difference, ...] = ()
    figures: tuple[Figure, ...] = ()
    series: tuple[Series, ...] = ()
    places: tuple[PlaceEntry, ...] = ()
    commitments: tuple[FollowedCommitment, ...] = ()
    programmes: tuple[ProgrammeEntry, ...] = ()
    likenesses: tuple[Likeness, ...] = ()
    reaches: Text | None = None
    organisations: tuple[OrganisationEntry, ...] = ()
    addresses: Addresses = NO_ADDRESSES


@dataclass(frozen=True, slots=True)
class Page:
    """A file to be published: ``path`` is relative to ``docs/`` (``zh/index.md``) or to the site (``data/x.json``)."""

    path: str
    body: str

    @property
    def content(self) -> bytes:
        """The bytes of the file."""
        return self.body.encode("utf-8")


@dataclass(frozen=True, slots=True)
class Binary:
    """A file of the site that is no text; ``path`` as a page's."""

    path: str
    content: bytes


SiteFile = Page | Binary
"""What is published as it is."""
