"""What the lexicon knows of English: units, bounds, ranks, comparisons, places, surnames, gaps and terms.

Every table is a TSV under ``policy_digest/data``; its head says what its columns hold and carries examples beside the
entries, which ``tests/test_units.py`` and ``tests/test_terms.py`` hold to.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType
from typing import Literal, get_args

from policy_digest.errors import Fault, FaultsError
from policy_digest.lexicon import gazetteer, qualifiers, termbase, words
from policy_digest.lexicon.gazetteer import Place
from policy_digest.lexicon.tables import FOLDER, choice_faults, read_entries, read_rows, refuse

Form = Literal["currency", "attached", "symbol", "counted", "bare"]
Side = Literal["code", "before", "inside", "after"]


@dataclass(frozen=True, slots=True)
class Unit:
    """How a unit reads in English; ``factor`` and ``to`` give the conversion in brackets, ``per`` the unit it is by."""

    form: Form
    singular: str
    plural: str
    factor: Fraction | None
    to: str
    per: str = ""


@dataclass(frozen=True, slots=True)
class Classifier:
    """What a classifier counts in names that have one of the words ``about``, or in any where there are none."""

    about: tuple[str, ...]
    noun: tuple[str, str]


@dataclass(frozen=True, slots=True)
class BoundWord:
    """A word that bounds a figure (近, 余, 以上), where it stands, and what precedes the English number."""

    word: str
    bound: str
    side: Side
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Pair:
    """The same short text in both languages."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Surname:
    """How a surname is written in Latin letters; not ``is_sure`` where its bearers read it in more than one way."""

    en: str
    is_sure: bool


@dataclass(frozen=True, slots=True)
class Terms:
    """Tables of this subject, compiled once. Lists whose longest match counts come longest first.

    ``standards``: the catalogue's own Chinese name for each of its English ones, as that stands within a phrase.
    """

    units: Mapping[str, Unit]
    nouns: Mapping[str, tuple[str, str]]
    classifiers: Mapping[str, Classifier]
    bounds: tuple[BoundWord, ...]
    ranks: tuple[Pair, ...]
    scopes: Mapping[str, str]
    comparisons: Mapping[str, Pair]
    gazetteer: gazetteer.Gazetteer
    generics: tuple[Pair, ...]
    not_places: tuple[str, ...]
    peoples: Mapping[str, str]
    surnames: Mapping[str, Surname]
    gaps: Mapping[str, Pair]
    reasons: Mapping[tuple[str, str], Pair]
    terms: Mapping[str, termbase.Term]
    words: words.Words
    qualifiers: qualifiers.Qualifiers
    implied: Mapping[str, str]
    simplified: Mapping[int, str]
    spoken: re.Pattern[str]
    dated: Mapping[str, tuple[termbase.Dated, ...]]
    standards: Mapping[str, str] = field(default_factory=dict)

    def at(self, period: str | None) -> "Terms":
        """The same with the English that terms have in the last year of ``period`` (ISO 8601)."""
        return replace(self, terms=termbase.chosen(self.terms, self.dated, period)) if period else self

    @property
    def places(self) -> Mapping[str, Place]:
        """The places of the gazetteer, by full name or stem."""
        return self.gazetteer.places

    def folded(self, text: str) -> str:
        """Return ``text`` with simplified characters for traditional ones, as the tables are written."""
        return text.translate(self.simplified)

    def within(self, text: str) -> Iterator[termbase.Term]:
        """The terms that ``text`` contains, in its order, longest match first; none that stands there by chance."""
        found = (match[0] for match in self.spoken.finditer(self.folded(text)))
        return (self.terms[words] for words in found if words in self.terms)


def load(folder: Path = FOLDER) -> Terms:
    """Read and check this subject's tables. Raises FaultsError with file and line for a malformed entry."""
    terms = termbase.load(folder)
    return Terms(
        units=_units(folder),
        nouns=_table(folder, "nouns_en", ("noun", "singular", "plural", "example")),
        classifiers=_classifiers(folder),
        bounds=_bounds(folder),
        ranks=_pairs(folder, "ranks_en", ("phrase", "en", "example")),
        scopes={row["scope"]: row["en"] for row in read_rows("scopes_en", ("scope", "en"), folder=folder)},
        comparisons=_keyed(folder, "comparisons_en", ("base", "zh", "en")),
        gazetteer=gazetteer.load(folder),
        generics=_pairs(folder, "generics_en", ("generic", "en")),
        not_places=tuple(r["ending"] for r in read_rows("not_places", ("ending", "example"), folder=folder)),
        peoples={row["people"]: row["en"] for row in read_rows("peoples_en", ("people", "en"), folder=folder)},
        surnames=_surnames(folder),
        gaps=_gaps(folder),
        reasons=_reasons(folder),
        terms=terms,
        qualifiers=qualifiers.load(folder),
        words=words.load(folder=folder, terms=_nouns(terms)),
        implied={
            row["unit"]: row["zh"] for row in read_rows("implied_units", ("unit", "zh", "example"), folder=folder)
        },
        simplified=_simplified(folder),
        spoken=_spoken(terms, folder),
        dated=termbase.load_dated(terms, folder),
    )


def _longest_first(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    return tuple(sorted(pairs, key=lambda pair: (-len(pair.zh), pair.zh)))


def _pairs(folder: Path, name: str, columns: tuple[str, ...]) -> tuple[Pair, ...]:
    return _longest_first(Pair(row[columns[0]], row["en"]) for row in read_rows(name, columns, folder=folder))


def _keyed(folder: Path, name: str, columns: tuple[str, ...]) -> Mapping[str, Pair]:
    rows = read_rows(name, columns, folder=folder)
    return MappingProxyType({row[columns[0]]: Pair(row["zh"], row["en"]) for row in rows})


def _table(folder: Path, name: str, columns: tuple[str, ...]) -> Mapping[str, tuple[str, str]]:
    rows = read_rows(name, columns, folder=folder)
    return MappingProxyType({row[columns[0]]: (row[columns[1]], row[columns[2]]) for row in rows})


def _classifiers(folder: Path) -> Mapping[str, Classifier]:
    rows = read_rows("classifiers_en", ("unit", "about", "singular", "plural", "example"), folder=folder)
    return MappingProxyType({row["unit"]: _classifier(row) for row in rows})


def _classifier(row: Mapping[str, str]) -> Classifier:
    about = () if row["about"] == "-" else tuple(row["about"].split("|"))
    return Classifier(about, (row["singular"], row["plural"]))


def _gaps(folder: Path) -> Mapping[str, Pair]:
    entries = read_entries("gaps", ("kind", "zh", "en"), folder=folder)
    return MappingProxyType({entry["kind"]: Pair(entry["zh"], entry["en"]) for entry in entries})


def _reasons(folder: Path) -> Mapping[tuple[str, str], Pair]:
    """Why a sentence or a number is not used: (what it is a reason of, the reason) → how a page says it."""
    entries = read_entries("reasons", ("of", "reason", "zh", "en"), folder=folder)
    return MappingProxyType({(entry["of"], entry["reason"]): Pair(entry["zh"], entry["en"]) for entry in entries})


def _simplified(folder: Path) -> Mapping[int, str]:
    rows = read_rows("simplified", ("traditional", "simplified"), folder=folder)
    return MappingProxyType({ord(row["traditional"]): row["simplified"] for row in rows})


def _surnames(folder: Path) -> Mapping[str, Surname]:
    rows = read_rows("surnames", ("surname", "romanised", "sure", "example"), folder=folder)
    refuse(choice_faults(folder / "surnames.tsv", rows, "sure", ("yes", "no")))
    return MappingProxyType({row["surname"]: Surname(row["romanised"], row["sure"] == "yes") for row in rows})


def _units(folder: Path) -> Mapping[str, Unit]:
    columns = ("unit", "form", "singular", "plural", "factor", "to", "example")
    rows = read_rows("units_en", columns, folder=folder)
    path = folder / "units_en.tsv"
    faults = choice_faults(path, rows, "form", get_args(Form)) + [
        Fault(str(path), int(row["line"]), f"factor '{row['factor']}'", "a fraction such as 1/15, with a unit in 'to'")
        for row in rows
        if not _is_fraction(row["factor"]) or bool(row["factor"]) != bool(row["to"])
    ]
    if faults:
        raise FaultsError(faults)
    return MappingProxyType({row["unit"]: _unit(row) for row in rows})


def _is_fraction(text: str) -> bool:
    above, _, below = text.partition("/")
    return not text or (above.isascii() and above.isdigit() and (not below or (below.isdigit() and int(below) > 0)))


def _unit(row: Mapping[str, str]) -> Unit:
    form: Form = row["form"]  # type: ignore[assignment]  # checked against Form by _units
    factor = Fraction(row["factor"]) if row["factor"] else None
    return Unit(form, row["singular"], row["plural"], factor, row["to"])


def _bounds(folder: Path) -> tuple[BoundWord, ...]:
    rows = read_rows("bounds_en", ("word", "bound", "side", "zh", "en", "example"), folder=folder)
    refuse(choice_faults(folder / "bounds_en.tsv", rows, "side", get_args(Side)))
    words = [BoundWord(r["word"], r["bound"], r["side"], r["zh"], r["en"]) for r in rows]  # type: ignore[arg-type]
    return tuple(sorted(words, key=lambda word: (-len(word.word), word.word)))


def _nouns(terms: Mapping[str, termbase.Term]) -> Mapping[str, str]:
    """The English of the terms that can stand in a name: no headings, no set phrases."""
    return {term.zh: term.en for term in terms.values() if term.type not in (termbase.HEADING, "phrase")}


def _spoken(terms: Mapping[str, termbase.Term], folder: Path) -> re.Pattern[str]:
    """One alternation of the terms that may be listed and of the words that hide one, the longest first."""
    masks = [row["mask"] for row in read_rows("term_masks", ("mask", "term", "example"), folder=folder)]
    words = [term.zh for term in terms.values() if term.type != termbase.HEADING] + masks
    return re.compile("|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))))
