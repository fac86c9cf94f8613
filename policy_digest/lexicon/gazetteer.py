"""What the lexicon knows of places: their English, their official codes, and which lies in which.

Three tables: ``gazetteer.tsv`` has places by stem or by whole name, with why their form is held to be right;
``counties.tsv`` all divisions of China down to counties and ``beijing.tsv`` Beijing's down to villages, both made by
``make gazetteer`` from the official lists.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Literal, get_args

from policy_digest.errors import Fault
from policy_digest.lexicon.tables import FOLDER, choice_faults, empty_faults, read_rows, refuse

PlaceKind = Literal["whole", "stem", "within"]
CODED = ("counties", "beijing")
"""The tables of codes, the wider first."""
_PROVINCE, _PREFECTURE, _COUNTY, _TOWN = 2, 4, 6, 9
_KEPT = {4: _PROVINCE, 2: _PREFECTURE}


@dataclass(frozen=True, slots=True)
class Place:
    """An entry of the gazetteer.

    ``kind``: ``whole`` for a full name, ``stem`` for one whose generic part (镇, 区) is translated by itself,
    ``within`` for a full name that is a common noun too (新城区), and a place only behind one that it lies in.
    ``en`` is empty where no English is sure. ``codes`` are those of GB/T 2260 of the divisions of that full name,
    sorted: there may be several (鼓楼区); empty for a place that the official lists do not have.
    """

    en: str
    kind: PlaceKind
    codes: tuple[str, ...] = ()

    def lies_in(self, upper: "Place") -> bool:
        """Tell whether a division of this name lies in one of the name ``upper``."""
        return any(upper.governs(code) for code in self.codes)

    def governs(self, code: str) -> bool:
        """Tell whether the division of that code lies in one of this name."""
        return code not in self.codes and code.startswith(tuple(_prefix(own) for own in self.codes))


def _prefix(code: str) -> str:
    """The digits of a code that those of the divisions in it begin with: 110000 → 11, 130200 → 1302."""
    if len(code) == _COUNTY:
        zeros = len(code) - len(code.rstrip("0"))
        return code[: next((kept for least, kept in _KEPT.items() if zeros >= least), _COUNTY)]
    return code


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """The tables, compiled once.

    ``places`` by full name or stem; ``named`` the name of each code; ``below`` the codes right below each code, in
    their order: a province's prefectures, a town's villages.
    """

    places: Mapping[str, Place]
    named: Mapping[str, str]
    below: Mapping[str, tuple[str, ...]]

    def within(self, upper: str) -> frozenset[str]:
        """The names of all divisions in the one of that code, however far below."""
        lower = self.below.get(upper, ())
        return frozenset(self.named[code] for code in lower).union(*(self.within(code) for code in lower))


def load(folder: Path = FOLDER) -> Gazetteer:
    """Read and check the tables. Raises FaultsError with file and line for a malformed entry."""
    own = _own(folder)
    rows = [row for table in CODED for row in _coded(folder, table)]
    known = {row["zh"]: (row["en"], row["kind"]) for row in own if row["kind"] != "stem"}
    codes: dict[str, list[str]] = {}
    for row in rows:
        known.setdefault(row["name"], (row["english"], row["kind"]))
        codes.setdefault(row["name"], []).append(row["code"])
    known = {row["zh"]: (row["en"], row["kind"]) for row in own} | known
    places = {name: Place(en, kind, tuple(codes.get(name, ()))) for name, (en, kind) in known.items()}  # type: ignore[arg-type]
    named = {row["code"]: row["name"] for row in rows}
    return Gazetteer(MappingProxyType(places), MappingProxyType(named), _below(named))


def _below(codes: Collection[str]) -> Mapping[str, tuple[str, ...]]:
    below: dict[str, list[str]] = {}
    for code in codes:
        below.setdefault(_above(code, codes), []).append(code)
    return MappingProxyType({code: tuple(lower) for code, lower in below.items()})


def _above(code: str, codes: Collection[str]) -> str:
    """The code of the division that one lies in; empty for a province.

    A municipality's districts, and the counties that a province governs itself, lie in no prefecture.
    """
    if len(code) > _COUNTY:
        return code[: _TOWN if len(code) > _TOWN else _COUNTY]
    uppers = (code[:kept].ljust(_COUNTY, "0") for kept in (_PREFECTURE, _PROVINCE))
    return next((upper for upper in uppers if upper in codes and upper != code), "")


def _own(folder: Path) -> tuple[Mapping[str, str], ...]:
    rows = read_rows("gazetteer", ("zh", "en", "kind", "authority"), folder=folder)
    path = folder / "gazetteer.tsv"
    refuse([*choice_faults(path, rows, "kind", get_args(PlaceKind)), *empty_faults(path, rows, "authority")])
    return rows


def _coded(folder: Path, table: str) -> tuple[Mapping[str, str], ...]:
    rows = read_rows(table, ("code", "name", "english", "kind"), folder=folder)
    path = folder / f"{table}.tsv"
    wrong = [row for row in rows if len(row["code"]) not in (_COUNTY, _TOWN, 12) or not row["code"].isdecimal()]
    faults = [Fault(str(path), int(row["line"]), f"code '{row['code']}'", "6, 9 or 12 digits") for row in wrong]
    refuse([*choice_faults(path, rows, "kind", get_args(PlaceKind)), *faults])
    return rows
