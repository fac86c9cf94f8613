"""Words of an indicator's name that its English must tell, and words of the English that the name must tell."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from policy_digest.errors import Fault, FaultsError
from policy_digest.lexicon.tables import FOLDER, read_rows

_NONE = "-"
_PLACE = "…"
_SIDES = ([True, False], [False, True])


@dataclass(frozen=True, slots=True)
class Qualifier:
    """A word that says which things are meant or what was done to them.

    ``said``: pieces of English words that tell it. ``before`` and ``behind`` are what tells it beside a plain name;
    both empty where only the name's own words can.
    """

    word: str
    said: tuple[str, ...]
    before: str
    behind: str


@dataclass(frozen=True, slots=True)
class Qualifiers:
    """Qualifiers by their Chinese, and for words of English the Chinese of which one must be there (``claims``).

    ``idle`` words of a name say nothing that the catalogue's English lacks, whatever it says. ``narrowing``: words that
    tell two wordings of one indicator apart, each with the word that stands for it (itself, or one that says the same).
    """

    table: Mapping[str, Qualifier]
    claims: Mapping[str, tuple[str, ...]]
    pattern: re.Pattern[str]
    idle: frozenset[str] = frozenset()
    narrowing: tuple[tuple[str, str], ...] = ()

    def untold(self, name_en: str, name_zh: str) -> tuple[Qualifier, ...]:
        """The qualifiers of ``name_zh`` that ``name_en`` does not tell, in their order."""
        told = name_en.lower()
        found = (self.table[match[0]] for match in self.pattern.finditer(name_zh))
        return tuple(one for one in found if not any(said in told for said in one.said))

    def apart(self, name_zh: str) -> frozenset[str]:
        """The words of ``name_zh`` that say which things are meant, what was done to them, or more or less than all."""
        said = {match[0] for match in self.pattern.finditer(name_zh)}
        return frozenset(said | {alike for word, alike in self.narrowing if word in name_zh})

    def overstates(self, name_en: str, name_zh: str) -> bool:
        """Whether ``name_en`` says a word for which ``name_zh`` has nothing (Rural …, for a rate of all)."""
        words = re.findall("[a-z]+", name_en.lower())
        return any(not any(zh in name_zh for zh in self.claims[word]) for word in words if word in self.claims)


def load(folder: Path = FOLDER) -> Qualifiers:
    """Read and check this subject's tables. Raises FaultsError with file and line for a malformed entry."""
    rows = read_rows("qualifiers_en", ("qualifier", "said", "add", "example"), folder=folder)
    faults = [
        Fault(str(folder / "qualifiers_en.tsv"), int(row["line"]), f"add '{row['add']}'", "words …, … words or -")
        for row in rows
        if row["add"] != _NONE and [bool(part.strip()) for part in row["add"].split(_PLACE)] not in _SIDES
    ]
    if faults:
        raise FaultsError(faults)
    table = {row["qualifier"]: _qualifier(row) for row in rows}
    longest = sorted(table, key=lambda word: (-len(word), word))
    claims = read_rows("claims_en", ("said", "zh", "example"), folder=folder)
    return Qualifiers(
        table,
        {row["said"]: tuple(row["zh"].split("|")) for row in claims},
        re.compile("|".join(map(re.escape, longest)) or "(?!)"),
        frozenset(row["word"] for row in read_rows("idle_words_en", ("word", "example"), folder=folder)),
        _narrowing(folder),
    )


def _narrowing(folder: Path) -> tuple[tuple[str, str], ...]:
    rows = read_rows("narrowing", ("word", "as", "example"), folder=folder)
    return tuple((row["word"], row["word"] if row["as"] == _NONE else row["as"]) for row in rows)


def _qualifier(row: Mapping[str, str]) -> Qualifier:
    before, _, behind = row["add"].removeprefix(_NONE).partition(_PLACE)
    return Qualifier(row["qualifier"], tuple(row["said"].split("|")), before.strip(), behind.strip())
