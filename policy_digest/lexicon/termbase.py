"""The termbase: terms with their English, its status and authority; those whose English changed, with their years."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import get_args

from policy_digest.errors import Fault, FaultsError
from policy_digest.lexicon.tables import FOLDER, choice_faults, empty_faults, read_rows, refuse
from policy_digest.model import TermStatus

HEADING = "heading"
SUBJECTS = (
    *("campaign", "culture", "economy", "education", "environment", "governance", HEADING, "health", "mechanism"),
    *("organisation", "party", "person", "phrase", "place", "plan", "planning", "programme", "rural", "welfare"),
)
"""What a term is about."""

_KEY = re.compile(r"(?P<term>\S+) (?P<first>\d{4}|\.\.)/(?P<last>\d{4}|\.\.)")
_YEAR = re.compile(r"\d{4}")
_OPEN = ".."


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of the termbase; ``authority`` is empty only for a ``working`` term; ``address`` is its own."""

    zh: str
    en: str
    status: TermStatus
    type: str
    authority: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Dated:
    """The English of a term in the years from ``first`` to ``last``, both included (0 and 9999 for an open end)."""

    first: int
    last: int
    term: Term


def load(folder: Path = FOLDER) -> Mapping[str, Term]:
    """Read the terms. Raises FaultsError with file and line for a malformed entry."""
    rows = read_rows("terms", ("zh", "en", "status", "type", "authority"), folder=folder)
    path = folder / "terms.tsv"
    held = [row for row in rows if row["status"] != "working"]
    choices = (("status", get_args(TermStatus)), ("type", SUBJECTS))
    wrong = [fault for column, known in choices for fault in choice_faults(path, rows, column, known)]
    refuse([*wrong, *empty_faults(path, held, "authority")])
    known = addresses(folder)
    return MappingProxyType({row["zh"]: _term(row, address_of(row["authority"], known)) for row in rows})


def _term(row: Mapping[str, str], address: str) -> Term:
    status: TermStatus = row["status"]  # type: ignore[assignment]  # checked against TermStatus by load
    return Term(row["zh"], row["en"], status, row["type"], row["authority"], address)


def load_dated(terms: Mapping[str, Term], folder: Path = FOLDER) -> Mapping[str, tuple[Dated, ...]]:
    """Read the dated English of ``terms``. Raises FaultsError with file and line for a malformed entry."""
    path = folder / "terms_dated.tsv"
    found: dict[str, list[Dated]] = {}
    faults: list[Fault] = []
    for row in read_rows("terms_dated", ("term", "en", "status", "authority"), folder=folder):
        line, match = int(row["line"]), _KEY.fullmatch(row["term"])
        known = terms.get(match["term"]) if match else None
        if match is None or known is None:
            faults.append(Fault(str(path), line, f"'{row['term']}'", "a term of terms.tsv and its years (first/last)"))
        elif row["status"] not in get_args(TermStatus) or not row["authority"]:
            faults.append(Fault(str(path), line, f"status '{row['status']}'", "a known one, with an authority"))
        else:
            own = replace(known, en=row["en"], status=row["status"], authority=row["authority"])  # type: ignore[arg-type]
            found.setdefault(known.zh, []).append(Dated(_year(match["first"], 0), _year(match["last"], 9999), own))
    for zh, dated in found.items():
        if any(one.last >= two.first for one, two in pairwise(sorted(dated, key=lambda one: one.first))):
            faults.append(Fault(str(path), 0, f"years of '{zh}' that overlap", "each year once"))
    if faults:
        raise FaultsError(faults)
    return {zh: tuple(dated) for zh, dated in found.items()}


def chosen(terms: Mapping[str, Term], dated: Mapping[str, Sequence[Dated]], period: str) -> Mapping[str, Term]:
    """``terms`` as they are said in the last year of ``period`` (ISO 8601), or as they stand where it tells no year."""
    years = _YEAR.findall(period)
    year = int(years[-1]) if years else None
    now = {zh: one.term for zh, ones in dated.items() for one in ones if year and one.first <= year <= one.last}
    return {**terms, **now}


def addresses(folder: Path = FOLDER) -> Mapping[str, str]:
    """Where authorities publish, by how their names begin."""
    return {
        row["authority"]: row["address"] for row in read_rows("authorities", ("authority", "address"), folder=folder)
    }


def address_of(authority: str, known: Mapping[str, str]) -> str:
    """The address of an authority, by the longest beginning that is known; empty for none."""
    begun = [name for name in known if authority.startswith(name)]
    return known[max(begun, key=len)] if begun else ""


def _year(words: str, open_end: int) -> int:
    return open_end if words == _OPEN else int(words)
