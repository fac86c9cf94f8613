"""Labels: texts with the figures that a reader finds in them, as ``tests/labelled`` and evaluation folders hold them.

A labelled file is a list of texts. Each has an ``id``, ``text``, and where the text alone does not tell, ``period``
and ``place`` (what a sidecar would state). ``figures`` stand in the order of the text, each with ``span`` (as printed),
``name``, ``kind``, ``value``, ``unit``; ``accept`` lists further names. Defaults: ``bound`` eq, ``nature`` actual,
``period`` the text's. A change has ``change: [base, direction, of]``; a rank may have ``scope``, the set in which it
is told. ``also`` maps a field to further right values.
A figure's ``place`` is ``-`` where it is told of a place that the text does not name.
``same: true`` says that the span is the one of the figure before (a rank told of two things), ``minor: true`` that it
is not counted either way. ``not`` lists what must not be read, in order. A span is looked for behind the one before.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

NOWHERE = "-"
"""The ``place`` of a figure that is told of none that the text names."""

_KEYS = frozenset(("id", "text", "period", "place", "figures", "not", "note", "url", "forms"))
_FIGURE = frozenset(
    ("span", "name", "accept", "kind", "value", "unit", "bound", "nature", "change", "period", "place", "also", "same",
     "minor", "fact", "scope")
)  # fmt: skip
_FIELDS = frozenset(("value", "unit", "bound", "nature", "kind", "period", "base", "of", "span"))
_KINDS = frozenset(("level", "count", "share", "change", "rank"))
_BOUNDS = frozenset(("eq", "ge", "gt", "le", "lt", "approx", "range"))
_NATURES = frozenset(("actual", "expected", "target"))
_DIRECTIONS = frozenset(("up", "down", "flat"))
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


class LabelError(ValueError):
    """A labelled file that is not in form: where, and what is wrong."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text with its labels in the form of an evaluation folder's gold file (see ``scoring``)."""

    id: str
    text: str
    period: str | None
    place: str | None
    observations: tuple[Mapping[str, Any], ...]
    must_not: tuple[Mapping[str, Any], ...]

    def unlabelled(self) -> Iterator[tuple[int, str]]:
        """The Arabic numerals of the text that no label covers, with their position."""
        spans = [(o["start"], o["end"]) for o in (*self.observations, *self.must_not)]
        for match in _NUMBER.finditer(self.text):
            if not any(start < match.end() and match.start() < end for start, end in spans):
                yield match.start(), match[0]


def load(path: Path) -> tuple[Labelled, ...]:
    """The texts of a labelled YAML file. Raises LabelError that names the text and what is wrong with it."""
    entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    found = tuple(_labelled(entry, path.name) for entry in entries)
    if len({one.id for one in found}) != len(found):
        raise LabelError(f"{path.name}: an id stands twice")
    return found


def load_folder(folder: Path) -> tuple[Labelled, ...]:
    """The texts of an evaluation folder: ``gold/<doc>.json`` beside ``texts/<doc>.txt`` with its sidecar."""
    return tuple(_gold(path, folder / "texts") for path in sorted((folder / "gold").glob("*.json")))


def _gold(path: Path, texts: Path) -> Labelled:
    gold = json.loads(path.read_text(encoding="utf-8"))
    with (texts / f"{path.stem}.txt").open(encoding="utf-8", newline="") as file:
        text = file.read()
    sidecar = texts / f"{path.stem}.yml"
    stated = (yaml.safe_load(sidecar.read_text(encoding="utf-8")) or {}) if sidecar.is_file() else {}
    return Labelled(
        path.stem,
        text,
        stated.get("time_period"),
        stated.get("place"),
        tuple(gold["observations"]),
        tuple(gold.get("must_not") or ()),
    )


def _labelled(entry: Mapping[str, Any], name: str) -> Labelled:
    where = f"{name}: {entry.get('id')}"
    if unknown := set(entry) - _KEYS:
        raise LabelError(f"{where}: unknown keys {sorted(unknown)}")
    text, period = entry["text"], entry.get("period")
    observations, end, start = [], 0, 0
    for figure in entry.get("figures") or ():
        _check(figure, where)
        if not figure.get("same"):
            start = _find(text, figure["span"], end, where)
            end = start + len(figure["span"])
        observations.append(_observation(figure, text, start, end, period, entry.get("place")))
    must_not, end = [], 0
    for words in entry.get("not") or ():
        start = _find(text, words, end, where)
        end = start + len(words)
        must_not.append({"start": start, "end": end, "span": words, "why": "labelled"})
    return Labelled(entry["id"], text, period, entry.get("place"), tuple(observations), tuple(must_not))


def _find(text: str, words: str, begin: int, where: str) -> int:
    guard = r"(?<![\d.])" if words[0].isdigit() else ""
    match = re.compile(guard + re.escape(words)).search(text, begin)
    if match is None:
        raise LabelError(f"{where}: '{words}' does not stand in the text behind position {begin}")
    return match.start()


def _around(text: str, words: str, start: int) -> tuple[int, int]:
    """Where other words that the same figure may be read as stand: over the place where it begins, or behind it."""
    begin = text.find(words, max(0, start - len(words) + 1))
    if begin < 0:
        raise LabelError(f"'{words}' does not stand around position {start}")
    return begin, begin + len(words)


def _check(figure: Mapping[str, Any], where: str) -> None:
    where = f"{where}: {figure.get('span')}"
    if unknown := set(figure) - _FIGURE:
        raise LabelError(f"{where}: unknown keys {sorted(unknown)}")
    change = figure.get("change")
    checks = (
        (figure.get("kind") in _KINDS, f"kind one of {sorted(_KINDS)}"),
        (figure.get("bound", "eq") in _BOUNDS, f"bound one of {sorted(_BOUNDS)}"),
        (figure.get("nature", "actual") in _NATURES, f"nature one of {sorted(_NATURES)}"),
        ((figure.get("kind") == "change") == bool(change), "change: [base, direction, of] for kind change alone"),
        (not change or (len(change) == 3 and change[1] in _DIRECTIONS), "change: [base, direction, of]"),
        (isinstance(figure.get("value"), str | None), "value a quoted decimal or null"),
        (bool(figure.get("name")) and bool(figure.get("unit")), "name and unit"),
        (set(figure.get("also") or ()) <= _FIELDS, f"also of {sorted(_FIELDS)}"),
    )
    for right, expected in checks:
        if not right:
            raise LabelError(f"{where}: expected {expected}")


def _observation(
    figure: Mapping[str, Any], text: str, start: int, end: int, period: str | None, place: str | None
) -> Mapping[str, Any]:
    change, accept = figure.get("change"), dict(figure.get("also") or {})
    if others := accept.get("span"):
        accept["span"] = [_around(text, words, start) for words in others]
    return {
        "start": start,
        "end": end,
        "span": figure["span"],
        "sentence": "",
        "name_zh": figure["name"],
        "name_accept": list(figure.get("accept") or ()),
        "kind": figure["kind"],
        "value": figure.get("value"),
        "unit": figure["unit"],
        "bound": figure.get("bound", "eq"),
        "nature": figure.get("nature", "actual"),
        "change": dict(zip(("base", "direction", "of"), change, strict=True)) if change else None,
        "period": figure.get("period", period),
        "place": figure.get("place", place),
        "tier": "minor" if figure.get("minor") else "core",
        "fact": figure.get("fact"),
        "scope": figure.get("scope"),
        "accept": accept,
    }


def main(paths: Sequence[str]) -> None:
    """Print the labels of files in their contexts, and the numerals that have none: to check what was written."""
    for path in paths:
        for one in load(Path(path)):
            print(f"\n== {one.id}  {one.period}  {one.place}")
            for o in one.observations:
                left, right = one.text[max(0, o["start"] - 16) : o["start"]], one.text[o["end"] : o["end"] + 8]
                change = " ".join(str(v) for v in o["change"].values()) if o["change"] else ""
                print(
                    f"  {left}【{o['span']}】{right} | {o['name_zh']} | {o['kind']} {o['value']} {o['unit']}"
                    f" {o['bound']} {o['nature']} {o['period']} {change}".replace("\n", "⏎")
                )
            for position, number in one.unlabelled():
                around = one.text[max(0, position - 12) : position + 12].replace("\n", "⏎")
                print(f"  no label: {number} in …{around}…")


if __name__ == "__main__":
    import sys

    main(sys.argv[1:])
