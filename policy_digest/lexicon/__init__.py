"""The lexicon: all knowledge of the genre, as data under ``policy_digest/data``; code holds only mechanisms."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from policy_digest.lexicon import derived, documents, figures, genre, names, people, structure, tensions, terms

SUBJECTS = (structure, figures, names, genre, terms, tensions, derived, documents, people)
"""The modules that load a part of the lexicon each."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything the stages know of the genre, one part a subject."""

    structure: structure.Structure
    figures: figures.Figures
    names: names.Names
    genre: genre.Genre
    terms: terms.Terms
    tensions: tensions.Tensions
    derived: Mapping[str, derived.Formula]
    documents: documents.Documents
    people: people.People


@cache
def load() -> Lexicon:
    """Read the lexicon (once in a process). Raises FaultsError with file and line for every malformed entry."""
    return Lexicon(
        structure.load(),
        figures.load(),
        names.load(),
        genre.load(),
        terms.load(),
        tensions.load(),
        derived.load(),
        documents.load(),
        people.load(),
    )
