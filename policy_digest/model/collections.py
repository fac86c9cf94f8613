"""What ``collate`` and ``render`` return: all digests together, and pages."""

from dataclasses import dataclass

from policy_digest.model.bilinguals import BilingualDigest


@dataclass(frozen=True, slots=True)
class Collection:
    """All digests, newest period first, with what only the whole can tell."""

    digests: tuple[BilingualDigest, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A file to be published: ``path`` is relative to ``docs/`` (``zh/index.md``) or to the site (``data/x.json``)."""

    path: str
    body: str
