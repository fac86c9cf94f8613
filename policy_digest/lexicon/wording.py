"""What the lexicon knows of replaced wording: pairs of words, what stands around them, how common they are."""

import re
import sys
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from policy_digest.errors import Fault, FaultsError
from policy_digest.lexicon.tables import FOLDER, read_rows
from policy_digest.lexicon.wording_contexts import Context, read_contexts

MARKED = re.compile(r"\[(?P<printed>[^\[\]|]+)\|(?P<restored>[^\[\]|]+)\]")
"""How an example marks a replaced word: ``[printed|restored]``."""

UNITS = "utf-16-le" if sys.byteorder == "little" else "utf-16-be"
"""The encoding whose units the machine reads as numbers."""

NONE = "-"
_HAN = re.compile("[\u4e00-\u9fff]+")
_BOOLS = {"yes": True, "no": False}
_LONGEST = 10  # characters of a known phrase
_SELF = "(?!)"


@dataclass(frozen=True, slots=True)
class Pair:
    """A word that a replacer leaves and the standard words it may stand for, the likeliest first.

    ``standards`` has the printed word where the genre uses it too. ``has_default``: the first standard word is likely
    even where nothing near it tells.
    """

    printed: str
    standards: tuple[str, ...]
    has_default: bool
    example: str
    counterexample: str

    @property
    def others(self) -> tuple[str, ...]:
        """The standard words that are other than the printed word."""
        return tuple(word for word in self.standards if word != self.printed)


@dataclass(frozen=True, slots=True)
class Rate:
    """How often clean text has a word, by the million characters; ``is_staple``: nearly every text has it."""

    per_million: int
    is_staple: bool


@dataclass(frozen=True, slots=True)
class Tell:
    """What a pair tells of a text: rates by the million of the printed word and of its standard words together.

    ``is_sign``: it is known from lists of synonyms only, and any one replacer has few of those.
    """

    printed: str
    standards: tuple[str, ...]
    usual_printed: int
    usual_standard: int
    is_sign: bool


class Around(NamedTuple):
    """Phrases that hold a word behind ``before`` characters and before ``behind``, each with its places."""

    before: int
    behind: int
    phrases: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name that an authority attests, which a restored form is held against."""

    name: str
    authority: str


@dataclass(frozen=True, slots=True, eq=False)
class WordingTable:
    """Tables of this subject. ``phrases``: known phrase → in how many places clean reports have it (0: by hand).

    ``around``: the same by the word they hold and by how many characters stand before and behind it. ``names`` are
    attested. ``forms`` finds the printed words of a text, the longest first. ``tells``: all pairs by their printed
    word, those that are not restored among them; ``standards_of_pairs`` and, but for these, ``standards_of_signs``
    are their standard words. ``staples``: rates of the genre's commonest words. ``twos``: all words of two characters
    by the number that their code units make.
    """

    pairs: Mapping[str, Pair]
    contexts: Mapping[str, tuple[Context, ...]]
    rates: Mapping[str, Rate]
    phrases: Mapping[str, int]
    names: Mapping[str, Name]
    forms: re.Pattern[str]
    tells: Mapping[str, Tell]
    around: Mapping[str, tuple[Around, ...]]
    standards_of_pairs: frozenset[str]
    standards_of_signs: frozenset[str]
    staples: Mapping[str, int]
    twos: Mapping[int, str]


def load(folder: Path = FOLDER, *, terms: Iterable[str] = ()) -> WordingTable:
    """Read and check this subject's tables. Raises FaultsError with file and line for a malformed entry.

    ``terms`` are phrases that other subjects know: they count as set phrases.
    """
    faults: list[Fault] = []
    pairs = _pairs(folder, faults)
    words = {pair.printed: (pair.printed, *pair.standards) for pair in pairs.values()}
    contexts = read_contexts(folder, words, faults)
    rates = _rates(folder, pairs, faults)
    phrases = _phrases(folder, faults)
    signs = _signs(folder, pairs, faults)
    if faults:
        raise FaultsError(faults)
    standards = {word for pair in pairs.values() for word in pair.standards}
    known = {
        term: 0 for term in terms if len(term) <= _LONGEST and any(word in term for word in _parts(term, standards))
    }
    phrases = {**known, **phrases}
    tells = {tell.printed: tell for tell in (*(_tell(pair, rates) for pair in pairs.values()), *signs)}
    told = frozenset(word for pair in pairs.values() for word in pair.others)
    return WordingTable(
        pairs,
        contexts,
        rates,
        phrases,
        _names(folder),
        _alternation(pairs),
        tells,
        _around(phrases, standards | pairs.keys()),
        standards_of_pairs=told,
        standards_of_signs=frozenset(sign.standards[0] for sign in signs) - told,
        twos=_twos({*rates, *tells, *(word for tell in signs for word in tell.standards)}),
        staples={word: rate.per_million for word, rate in rates.items() if rate.is_staple},
    )


def _twos(words: Set[str]) -> Mapping[int, str]:
    return {int.from_bytes(word.encode(UNITS), sys.byteorder): word for word in sorted(words) if len(word) == 2}


def _around(phrases: Mapping[str, int], words: Set[str]) -> Mapping[str, tuple[Around, ...]]:
    """The phrases by the words they hold, and by where in them those stand."""
    sizes = sorted({len(word) for word in words})
    found: dict[str, dict[tuple[int, int], dict[str, int]]] = {}
    for phrase, places in phrases.items():
        for size in sizes:
            for at in range(len(phrase) - size + 1):
                if size < len(phrase) and phrase[at : at + size] in words:
                    shapes = found.setdefault(phrase[at : at + size], {})
                    shapes.setdefault((at, len(phrase) - size - at), {})[phrase] = places
    return {word: tuple(Around(*shape, held) for shape, held in shapes.items()) for word, shapes in found.items()}


def _tell(pair: Pair, rates: Mapping[str, Rate]) -> Tell:
    usual = sum(rates[word].per_million for word in pair.others)
    return Tell(pair.printed, pair.others, rates[pair.printed].per_million, usual, is_sign=False)


def _signs(folder: Path, pairs: Mapping[str, Pair], faults: list[Fault]) -> tuple[Tell, ...]:
    path = str(folder / "wording_signs.tsv")
    columns = ("printed", "standard", "printed_per_million", "standard_per_million")
    signs: list[Tell] = []
    for row in read_rows("wording_signs", columns, folder=folder):
        numbers = row["printed_per_million"], row["standard_per_million"]
        if not all(map(str.isdecimal, numbers)):
            faults.append(Fault(path, int(row["line"]), f"'{numbers[0]}', '{numbers[1]}'", "two whole numbers"))
            continue
        if row["printed"] in pairs:
            faults.append(Fault(path, int(row["line"]), f"'{row['printed']}'", "no word of wording_pairs.tsv"))
        signs.append(Tell(row["printed"], (row["standard"],), int(numbers[0]), int(numbers[1]), is_sign=True))
    return tuple(signs)


def _parts(term: str, words: set[str]) -> Iterable[str]:
    """The words that ``term`` holds beside something else."""
    sizes = {len(word) for word in words}
    cut = (term[at : at + size] for size in sizes if size < len(term) for at in range(len(term) - size + 1))
    return (part for part in cut if part in words)


def _alternation(pairs: Mapping[str, Pair]) -> re.Pattern[str]:
    """One pattern of all printed words, by their first characters, so that most places are passed over at once."""
    ordered = sorted(pairs, key=lambda word: (word[0], -len(word), word))
    tails = (
        (first, "|".join(re.escape(word[1:]) for word in group)) for first, group in groupby(ordered, lambda w: w[0])
    )
    return re.compile("|".join(f"{re.escape(first)}(?:{rest})" for first, rest in tails) or _SELF)


def _pairs(folder: Path, faults: list[Fault]) -> dict[str, Pair]:
    path = str(folder / "wording_pairs.tsv")
    columns = ("printed", "standards", "default", "example", "counterexample")
    pairs: dict[str, Pair] = {}
    for row in read_rows("wording_pairs", columns, folder=folder):
        standards = tuple(row["standards"].split(","))
        pair = Pair(row["printed"], standards, row["default"] == "yes", row["example"], row["counterexample"])
        faults.extend(Fault(path, int(row["line"]), found, expected) for found, expected in _pair_faults(row, pair))
        pairs[pair.printed] = pair
    return pairs


def _pair_faults(row: Mapping[str, str], pair: Pair) -> list[tuple[str, str]]:
    marked = MARKED.search(pair.example)
    checks = (
        (row["default"] in _BOOLS, f"default '{row['default']}'", "yes or no"),
        (
            all(map(_HAN.fullmatch, (pair.printed, *pair.standards))),
            f"'{row['standards']}'",
            "Chinese words, by commas",
        ),
        (len(set(pair.standards)) == len(pair.standards), f"'{row['standards']}'", "each word once"),
        (pair.standards[0] != pair.printed, f"'{pair.printed}' for itself first", "a standard word other than it"),
        (
            pair.example == NONE or bool(marked and marked["printed"] == pair.printed),
            f"example '{pair.example}'",
            f"one with [{pair.printed}|…], or {NONE}",
        ),
        (not MARKED.search(pair.counterexample), f"counterexample '{pair.counterexample}'", "one without [ and |"),
    )
    return [(found, expected) for right, found, expected in checks if not right]


def _rates(folder: Path, pairs: Mapping[str, Pair], faults: list[Fault]) -> dict[str, Rate]:
    path = str(folder / "wording_rates.tsv")
    rates: dict[str, Rate] = {}
    for row in read_rows("wording_rates", ("word", "per_million", "share", "staple"), folder=folder):
        if not row["per_million"].isdecimal() or row["staple"] not in _BOOLS:
            found = f"'{row['per_million']}', '{row['staple']}'"
            faults.append(Fault(path, int(row["line"]), found, "a whole number; yes or no"))
            continue
        rates[row["word"]] = Rate(int(row["per_million"]), _BOOLS[row["staple"]])
    missing = sorted({word for pair in pairs.values() for word in (pair.printed, *pair.standards)} - rates.keys())
    faults.extend(Fault(path, 0, f"no rate of '{word}'", "one of each word of wording_pairs.tsv") for word in missing)
    return rates


def _phrases(folder: Path, faults: list[Fault]) -> dict[str, int]:
    path = str(folder / "wording_phrases.tsv")
    phrases: dict[str, int] = {}
    for row in read_rows("wording_phrases", ("phrase", "places"), folder=folder):
        if row["places"] != NONE and not row["places"].isdecimal():
            faults.append(Fault(path, int(row["line"]), f"places '{row['places']}'", f"a whole number or {NONE}"))
        elif len(row["phrase"]) > _LONGEST:
            faults.append(Fault(path, int(row["line"]), f"'{row['phrase']}'", f"at most {_LONGEST} characters"))
        else:
            phrases[row["phrase"]] = 0 if row["places"] == NONE else int(row["places"])
    return phrases


def _names(folder: Path) -> Mapping[str, Name]:
    rows = read_rows("wording_names", ("name", "authority"), folder=folder)
    return {row["name"]: Name(row["name"], row["authority"]) for row in rows}
