"""The lexicon: all knowledge of the genre, as data under ``policy_digest/data``; code holds only mechanisms."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from policy_digest.lexicon import (
    columns,
    derived,
    documents,
    events,
    figures,
    gaps,
    genre,
    mechanisms,
    names,
    organisations,
    people,
    stances,
    structure,
    telling,
    tensions,
    terms,
    wording,
)
from policy_digest.lexicon.marks import lowered

SUBJECTS = (
    *(structure, figures, names, genre, gaps, terms, wording, tensions, derived, documents, people, telling),
    *(events, mechanisms, stances, columns, organisations),
)
"""The modules that load a part of the lexicon each."""


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
    tensions: tensions.Tensions
    derived: Mapping[str, derived.Formula]
    documents: documents.Documents
    people: people.People
    telling: telling.Telling
    events: events.Events
    mechanisms: mechanisms.Mechanisms
    stances: stances.Stances
    columns: columns.Columns
    organisations: organisations.Organisations


@cache
def load() -> Lexicon:
    """Read the lexicon (once in a process). Raises FaultsError with file and line for every malformed entry."""
    named = names.load()
    english = replace(terms.load(), standards={lowered(entry.name_en): entry.name_zh for entry in named.entries})
    return Lexicon(
        structure.load(),
        figures.load(),
        named,
        genre.load(),
        gaps.load(),
        english,
        wording.load(terms=(*english.terms, *named.by_wording)),
        tensions.load(),
        derived.load(),
        documents.load(),
        people.load(),
        telling.load(),
        events.load(),
        mechanisms.load(),
        stances.load(),
        columns.load(),
        organisations.load(),
    )
