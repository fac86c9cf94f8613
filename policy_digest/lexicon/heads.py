"""What the lexicon knows of the heads of tables: which words say what a column or row holds."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from policy_digest.errors import Fault, FaultsError
from policy_digest.lexicon.tables import FOLDER, read_entries

USES = (
    "achieved", "aim", "aimed", "amount", "average", "base", "counted", "delta", "done", "expected", "falls",
    "generic", "grown", "label", "likely", "missing", "money", "month", "ordinal", "part", "percent", "persons",
    "place", "place-name", "plain-aim", "prior", "rank", "ratio", "remark", "share", "sized", "so-far", "structure",
    "subtotal", "sum", "time", "title-front", "title-tail", "total", "unit-line", "units", "unread", "whole",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class HeadWords:
    """The rules of ``table_heads.yml`` by use, in their order.

    Of a column: ``ordinal``, ``units``, ``place``, ``label``, ``time`` and ``persons`` (what its cells are heads of),
    ``rank``, ``done`` (how much of a plan was done), ``share``, ``delta`` (``percent``, ``amount``, or ``likely`` per
    cent; ``average`` over years, what ``falls``), ``aim`` (``plain-aim`` where it says no more), ``expected``,
    ``remark``, ``unread``; ``generic`` heads say only that figures follow, though a ``sum`` may name them. ``aimed``
    and ``achieved`` tell aims from what was done. Of a row: ``total``, ``subtotal``, ``part`` (what may stand before
    its name), ``place-name``, ``grown``; ``missing`` is a cell without a figure. Of both: ``counted`` and ``ratio``
    (the name tells the unit), ``money`` and ``sized`` (it tells what units it may have), ``prior``, ``month`` and
    ``so-far`` (time), ``whole`` (a whole place), ``base``. Above a table: ``title-front`` and ``title-tail`` (what is
    no part of the thing that it tells of), ``structure`` (its percentages are shares), ``unit-line``.
    """

    rules: Mapping[str, tuple[tuple[re.Pattern[str], str], ...]]

    def find(self, use: str, text: str) -> re.Match[str] | None:
        """The first match of a rule of ``use`` in ``text``."""
        return next((match for pattern, _ in self.rules[use] if (match := pattern.search(text))), None)

    def value(self, use: str, text: str) -> str | None:
        """The value of the first rule of ``use`` that is found in ``text``."""
        return next((value for pattern, value in self.rules[use] if pattern.search(text)), None)

    def without(self, use: str, text: str) -> str:
        """``text`` without what the rules of ``use`` find in it."""
        for pattern, _ in self.rules[use]:
            text = pattern.sub("", text)
        return text


def load() -> HeadWords:
    """Read and check the table. Raises FaultsError with file and line for a malformed entry."""
    entries = read_entries(
        "table_heads", ("id", "use", "pattern", "examples", "counterexamples"), ("value",), folder=FOLDER
    )
    path = str(FOLDER / "table_heads.yml")
    faults = [Fault(path, e["line"], f"use '{e['use']}'", ", ".join(USES)) for e in entries if e["use"] not in USES]
    rules: dict[str, list[tuple[re.Pattern[str], str]]] = {use: [] for use in USES}
    for entry in entries:
        try:
            pattern = re.compile(str(entry["pattern"]))
        except re.error as error:
            faults.append(Fault(path, entry["line"], f"pattern that does not compile ({error})", "a pattern"))
            continue
        if entry["use"] in rules:
            rules[entry["use"]].append((pattern, str(entry.get("value", ""))))
    if faults:
        raise FaultsError(faults)
    return HeadWords({use: tuple(found) for use, found in rules.items()})
