"""The lexicon: all knowledge of the genre, as data under ``policy_digest/data``; code holds only mechanisms."""

from dataclasses import dataclass
from functools import cache

from policy_digest.lexicon import figures, genre, names, structure, tensions, terms


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything the stages know of the genre, one part a subject."""

    structure: structure.Structure
    figures: figures.Figures
    names: names.Names
    genre: genre.Genre
    terms: terms.Terms
    tensions: tensions.Tensions


@cache
def load() -> Lexicon:
    """Read the lexicon (once in a process). Raises FaultsError with file and line for every malformed entry."""
    return Lexicon(structure.load(), figures.load(), names.load(), genre.load(), terms.load(), tensions.load())
