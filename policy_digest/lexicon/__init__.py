"""The lexicon: all knowledge of the genre, as data under ``policy_digest/data``; code holds only mechanisms."""

from dataclasses import dataclass
from functools import cache

from policy_digest.lexicon import figures, gaps, genre, names, structure, terms, wording


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything the stages know of the genre, one part a subject."""

    structure: structure.Structure
    figures: figures.Figures
    names: names.Names
    genre: genre.Genre
    gaps: gaps.Gaps
    terms: terms.Terms
    wording: wording.WordingTable


@cache
def load() -> Lexicon:
    """Read the lexicon (once in a process). Raises FaultsError with file and line for every malformed entry."""
    shape, read, named, told, english = structure.load(), figures.load(), names.load(), genre.load(), terms.load()
    words = wording.load(terms=(*english.terms, *named.by_wording))
    return Lexicon(shape, read, named, told, gaps.load(), english, words)
