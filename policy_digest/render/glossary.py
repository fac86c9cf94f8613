"""The glossary: the terms that digests contain, by subject, each with its English, who says so, and where it stands."""

from collections.abc import Iterable
from dataclasses import dataclass

from policy_digest.model import BilingualDigest, BilingualTerm
from policy_digest.model.ids import id_of
from policy_digest.render.shelves import Shelves, shelves

MOST_USES = 12
"""Of how many digests a term says where it stands; the table of terms has all."""


@dataclass(frozen=True, slots=True)
class TermEntry:
    """A term and the digests that contain it, with the number of their sentences that do."""

    anchor: str
    term: BilingualTerm
    uses: tuple[tuple[BilingualDigest, int], ...]

    @property
    def shown(self) -> Shelves[int]:
        """The first of them, by place."""
        return shelves(self.uses, MOST_USES)


@dataclass(frozen=True, slots=True)
class TermGroup:
    """The terms of one subject, by their English."""

    subject: str
    entries: tuple[TermEntry, ...]


def term_anchor(term: BilingualTerm) -> str:
    """The anchor of a term on the glossary's page, the same in both languages."""
    return id_of("term", term.zh, term.en)


def glossary(digests: Iterable[BilingualDigest]) -> tuple[TermGroup, ...]:
    """The groups by their subjects' names; a term whose English differs by period has an entry for each."""
    uses: dict[tuple[str, str], list[tuple[BilingualDigest, BilingualTerm]]] = {}
    for digest in digests:
        for term in digest.terms:
            uses.setdefault((term.zh, term.en), []).append((digest, term))
    groups: dict[str, list[TermEntry]] = {}
    for found in uses.values():
        term = found[0][1]
        entry = TermEntry(term_anchor(term), term, tuple((digest, own.sentences) for digest, own in found))
        groups.setdefault(term.type, []).append(entry)
    return tuple(TermGroup(subject, tuple(sorted(groups[subject], key=_by_english))) for subject in sorted(groups))


def _by_english(entry: TermEntry) -> tuple[str, str]:
    return entry.term.en.casefold(), entry.term.zh
