"""What the lexicon knows of a text's build: headings, bylines, page furniture, captions, names of places."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from policy_digest.errors import Fault, FaultsError
from policy_digest.lexicon import likes
from policy_digest.lexicon.tables import FOLDER, read_entries, read_rows

ShapeKind = Literal[
    "number", "furniture", "subtitle", "speaker", "date", "salutation", "closing", "signature",
    "credit", "figure", "masthead", "contents", "unfinished",
]  # fmt: skip
BylineField = Literal["credited_to", "author", "date_published", "staff", "furniture"]

_SCALE = "(?:[十百千]?万亿|[十百千]?亿|[十百千]?万|[百千])"
_CLAUSE_ENDS = "(?=[，,、；;。）):：])"


@dataclass(frozen=True, slots=True)
class Shape:
    """The shape of a line. A ``number`` is matched at the beginning of a line, every other kind against the whole line.

    ``rank`` orders the styles of heading numbers from the outermost (1); 0 for other kinds.
    """

    id: str
    kind: ShapeKind
    pattern: re.Pattern[str]
    rank: int
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]

    def match(self, line: str) -> re.Match[str] | None:
        """Return the match of ``line``, or None."""
        return self.pattern.match(line) if self.kind == "number" else self.pattern.fullmatch(line)


@dataclass(frozen=True, slots=True)
class Suffix:
    """A suffix of administrative names, its level and the words by which a text of that level speaks of itself.

    Before a character of ``never_before`` it is part of another word.
    """

    suffix: str
    level: str
    own: tuple[str, ...]
    never_before: str


@dataclass(frozen=True, slots=True)
class Structure:
    """Tables of this subject, compiled once.

    ``filters`` has for each kind the shapes as one pattern, which rules most lines out at once. ``suffixes`` has the
    longest first; ``provinces`` maps names to short ones, ``nations`` names to the words by which
    a text speaks of its own, ``simplified`` the likes of traditional characters. ``measure`` matches what may
    follow a number (its power of ten and unit), ``figure`` a number with it that ends a clause.
    """

    shapes: Mapping[ShapeKind, tuple[Shape, ...]]
    filters: Mapping[ShapeKind, re.Pattern[str]]
    bylines: Mapping[str, BylineField]
    byline_label: re.Pattern[str]
    suffixes: Mapping[str, Suffix]
    place_suffix: re.Pattern[str]
    not_places: frozenset[str]
    no_place_endings: frozenset[str]
    never_in_places: frozenset[str]
    provinces: Mapping[str, str]
    nations: Mapping[str, tuple[str, ...]]
    simplified: likes.Likes
    measure: re.Pattern[str]
    figure: re.Pattern[str]

    def match(self, kind: ShapeKind, line: str) -> tuple[Shape, re.Match[str]] | None:
        """Return the first shape of ``kind`` that ``line`` has, with its match."""
        if not self.filters[kind].match(line):
            return None
        for shape in self.shapes[kind]:
            match = shape.match(line)
            if match:
                return shape, match
        return None

    def has(self, kind: ShapeKind, line: str) -> bool:
        """Whether ``line`` has a shape of ``kind``."""
        return self.filters[kind].match(line) is not None


def load() -> Structure:
    """Read and check this subject's tables. Raises FaultsError with file and line for a malformed entry."""
    bylines = _bylines()
    suffixes = _suffixes()
    shapes = _shapes()
    measure = _measure()
    return Structure(
        shapes=shapes,
        filters={kind: _filter(kind, of_kind) for kind, of_kind in shapes.items()},
        bylines=bylines,
        byline_label=_label_pattern(bylines),
        suffixes=suffixes,
        place_suffix=re.compile("|".join(suffixes)),
        not_places=_words("alone") | _words("end"),
        no_place_endings=_words("end"),
        never_in_places=_words("inside"),
        provinces={row["name"]: row["short"] for row in read_rows("provinces", ("name", "short"))},
        nations={row["name"]: tuple(row["own"].split()) for row in read_rows("nations", ("name", "own"))},
        simplified=likes.simplified(),
        measure=re.compile(measure),
        figure=re.compile(
            rf"(?!\d{{1,4}}\s?[年月日时])\d[\d.,]*\s?(?:{measure})(?:[余多]|以[上下内]|左右|上下)?\s?{_CLAUSE_ENDS}"
        ),
    )


def _filter(kind: ShapeKind, shapes: Iterable[Shape]) -> re.Pattern[str]:
    """The shapes of a kind as one pattern; which of them a line has is told by each."""
    end = "" if kind == "number" else r"\Z"
    own = ((shape.id.replace("-", "_"), shape.pattern.pattern) for shape in shapes)
    return re.compile("|".join(f"(?:{pattern.replace('?P<', f'?P<{name}_')}){end}" for name, pattern in own))


def _shapes() -> Mapping[ShapeKind, tuple[Shape, ...]]:
    entries = read_entries("structure", ("id", "kind", "pattern", "examples", "counterexamples"), ("rank",))
    faults = [fault for entry in entries for fault in _shape_faults(entry)]
    if faults:
        raise FaultsError(faults)
    shapes = [_shape(entry) for entry in entries]
    return {kind: tuple(shape for shape in shapes if shape.kind == kind) for kind in get_args(ShapeKind)}


def _shape(entry: Mapping[str, Any]) -> Shape:
    return Shape(
        id=entry["id"],
        kind=entry["kind"],
        pattern=re.compile(entry["pattern"]),
        rank=entry.get("rank", 0),
        examples=tuple(entry["examples"]),
        counterexamples=tuple(entry["counterexamples"]),
    )


def _shape_faults(entry: Mapping[str, Any]) -> Iterator[Fault]:
    path, line = str(FOLDER / "structure.yml"), int(entry["line"])
    if entry["kind"] not in get_args(ShapeKind):
        yield Fault(path, line, f"kind '{entry['kind']}'", f"one of {', '.join(get_args(ShapeKind))}")
    try:
        re.compile(entry["pattern"])
    except (re.error, TypeError) as error:
        yield Fault(path, line, f"pattern '{entry['pattern']}' ({error})", "a regular expression")
    for key in ("examples", "counterexamples"):
        lines = entry[key]
        if not isinstance(lines, list) or not lines or not all(isinstance(item, str) for item in lines):
            yield Fault(path, line, f"'{key}' of '{entry['id']}'", "a list of lines")
    if (entry["kind"] == "number") != isinstance(entry.get("rank"), int):
        yield Fault(path, line, f"'{entry['id']}' with rank {entry.get('rank')}", "a whole number for 'number' alone")


def _bylines() -> dict[str, BylineField]:
    known: dict[str, BylineField] = {field: field for field in get_args(BylineField)}
    faults: list[Fault] = []
    bylines: dict[str, BylineField] = {}
    for row in read_rows("bylines", ("label", "field")):
        if row["field"] in known:
            bylines[row["label"]] = known[row["field"]]
        else:
            expected = f"one of {', '.join(known)}"
            faults.append(Fault(str(FOLDER / "bylines.tsv"), int(row["line"]), f"field '{row['field']}'", expected))
    if faults:
        raise FaultsError(faults)
    return bylines


def _label_pattern(bylines: Mapping[str, BylineField]) -> re.Pattern[str]:
    """Compile a label with its separator: ``来源：``, ``作 者 |``, ``文/``."""
    labels = sorted(bylines, key=lambda label: (-len(label), label))
    spaced = "|".join(r"[ \u3000]*".join(map(re.escape, label)) for label in labels)
    return re.compile(rf"(?<![\u4e00-\u9fff])(?P<label>{spaced})[ \t\u3000]*(?P<separator>[：:∶/／|｜丨])[ \t\u3000]*")


def _measure() -> str:
    """What a number's unit begins with: 余, a power of ten, the unit itself, or a word of a date."""
    rows = read_rows("units", ("unit", "code", "kind", "factor", "not_before", "example"))
    units = []
    for row in sorted(rows, key=lambda row: (-len(row["unit"]), row["unit"])):
        if row["kind"] == "noun":
            continue
        after = "[A-Za-z]" if row["unit"].isascii() else "|".join(row["not_before"].split())
        units.append(re.escape(row["unit"]) + ("" if after == "-" else f"(?!{after})"))
    unit = f"(?:{'|'.join(units)})"
    scaled = rf"(?:[余多几]\s?)?(?:{_SCALE}\s?[余多]?\s?)?"
    return rf"{scaled}(?:{unit}|[月日时])|{_SCALE}[余多]?(?:{_CLAUSE_ENDS}|$)"


def _words(where: str) -> frozenset[str]:
    return frozenset(row["word"] for row in read_rows("place_words", ("word", "where")) if row["where"] == where)


def _suffixes() -> Mapping[str, Suffix]:
    """Return the suffixes of administrative names, the longest first."""
    rows = read_rows("place_suffixes", ("suffix", "level", "self", "never_before"))
    suffixes = [
        Suffix(row["suffix"], row["level"], tuple(row["self"].replace("-", "").split()), row["never_before"].strip("-"))
        for row in rows
    ]
    return {suffix.suffix: suffix for suffix in sorted(suffixes, key=lambda one: (-len(one.suffix), one.suffix))}
