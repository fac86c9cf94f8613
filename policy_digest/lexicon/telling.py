"""What the lexicon knows of how sentences tell figures in both languages, for the checks on translations."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Literal, get_args

from policy_digest.errors import Fault, FaultsError
from policy_digest.lexicon.tables import FOLDER, read_rows

Of = Literal["unit", "time", "count", "bound", "role"]
COLUMNS = ("name", "of", "zh_before", "zh_behind", "en_before", "en_behind", "example")
_MORE = r"[\s-]?(?:more |additional |new |metric )?"
_NONE = r"(?!)"


@dataclass(frozen=True, slots=True)
class Sides:
    """What stands ``before`` a number, up to it, and ``behind`` it; the first group of each is the words themselves."""

    before: re.Pattern[str]
    behind: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Way:
    """A way to tell what a number is, by its ``name`` (yuan, over, from); ``zh`` and ``en`` are the same in words.

    ``is_foreign``: the Chinese has no such unit.
    """

    name: str
    of: Of
    zh: Sides
    en: Sides
    is_foreign: bool


@dataclass(frozen=True, slots=True)
class Telling:
    """Tables of this subject, compiled once.

    ``ways`` are the rows of ``told_by.tsv`` by what they tell; ``words`` the English of Chinese words besides that of
    names; ``kept`` what a translation of a term has to say.
    """

    ways: Mapping[str, tuple[Way, ...]]
    words: Mapping[str, tuple[str, ...]]
    kept: Mapping[str, re.Pattern[str]]


def load(folder: Path = FOLDER) -> Telling:
    """Read and check this subject's tables. Raises FaultsError with file and line for a malformed entry."""
    rows = read_rows("told_by", COLUMNS, folder=folder)
    kept = read_rows("kept_terms", ("zh", "said"), folder=folder)
    known = {row["zh"] for row in read_rows("terms", ("zh", "en", "status", "type", "authority"), folder=folder)}
    faults = [
        Fault(str(folder / "told_by.tsv"), int(row["line"]), f"of '{row['of']}'", "one of " + ", ".join(get_args(Of)))
        for row in rows
        if row["of"] not in get_args(Of)
    ]
    faults += _pattern_faults(folder / "told_by.tsv", rows, COLUMNS[2:6])
    faults += _pattern_faults(folder / "kept_terms.tsv", kept, ("said",))
    faults += [
        Fault(str(folder / "kept_terms.tsv"), int(row["line"]), f"'{row['zh']}'", "a term of terms.tsv")
        for row in kept
        if row["zh"] not in known
    ]
    if faults:
        raise FaultsError(faults)
    ways = [_way(row) for row in rows]
    words = read_rows("told_words", ("zh", "en"), folder=folder)
    return Telling(
        ways=MappingProxyType({of: tuple(way for way in ways if way.of == of) for of in get_args(Of)}),
        words=MappingProxyType({row["zh"]: tuple(row["en"].split()) for row in words}),
        kept=MappingProxyType({row["zh"]: re.compile(row["said"], re.IGNORECASE) for row in kept}),
    )


def _pattern_faults(path: Path, rows: Iterable[Mapping[str, str]], columns: Iterable[str]) -> list[Fault]:
    faults = []
    for row in rows:
        for column in columns:
            try:
                re.compile(row[column])
            except re.error as error:
                faults.append(Fault(str(path), int(row["line"]), f"{column} '{row[column]}': {error}", "a pattern"))
    return faults


def _way(row: Mapping[str, str]) -> Way:
    of: Of = row["of"]  # type: ignore[assignment]  # checked against Of by load
    zh = Sides(
        re.compile(rf"({row['zh_before'] or _NONE})\Z"),
        re.compile(rf"[余多]?({row['zh_behind'] or _NONE})" if of != "bound" else f"({row['zh_behind'] or _NONE})"),
    )
    before, behind = row["en_before"] or _NONE, row["en_behind"] or _NONE
    if of == "bound":
        en = (rf"\b({before})(?: [\w$'’-]+){{0,4}} ?[^\w\s]?\Z", rf"[^.;]{{0,25}}?\b({behind})\b")
    elif of == "role":
        en = (rf"({before})(?: [a-z]+){{0,4}}\s(?:US|CNY )?\$?\Z", rf"[\s-]?({behind})\b")
    else:
        en = (rf"({before})\s?\Z", rf"{_MORE}({behind})(?!\w)")
    flags = re.NOFLAG if of == "time" else re.IGNORECASE  # May is a month, and may is not
    is_foreign = not row["zh_before"] and not row["zh_behind"]
    return Way(row["name"], of, zh, Sides(re.compile(en[0], flags), re.compile(en[1], flags)), is_foreign)
