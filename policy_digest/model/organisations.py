"""The organisations that a text names."""

from dataclasses import dataclass
from typing import Literal, get_args

from policy_digest.model.texts import Text

OrganisationKind = Literal[
    "association",
    "company",
    "cooperative",
    "court",
    "culture",
    "education",
    "finance",
    "government",
    "health",
    "media",
    "research",
]
ORGANISATION_KINDS: tuple[str, ...] = get_args(OrganisationKind)


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation as a text names it: ``name_zh`` as printed at its first mention, ``sentences`` that name it.

    ``standard`` is the name in standard wording and simplified characters: one name is one organisation within a
    text. ``is_relative`` where the name tells it only within the place of the text (区农业农村局).
    """

    id: str
    name_zh: str
    standard: str
    kind: OrganisationKind
    is_relative: bool
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BilingualOrganisation:
    """An organisation that a text names: ``name`` as printed, ``standard`` in standard wording and characters.

    ``is_restored`` where an altered text prints other words; ``is_relative`` where only the text's place tells which
    one is meant; ``sentences`` are all that name it, also such as no page quotes.
    """

    id: str
    name: Text
    standard: str
    is_restored: bool
    kind: OrganisationKind
    is_relative: bool
    sentences: tuple[str, ...]
