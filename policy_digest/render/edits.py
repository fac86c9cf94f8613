"""What pages show of corrections: which things were edited, and by which rows of the log."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from policy_digest.model import BilingualDigest, BilingualEdit, Collection, Difference

Edits = Mapping[str, tuple[BilingualEdit, ...]]


def edits_by_target(digests: Iterable[BilingualDigest]) -> Edits:
    """The edits of each thing by its id; a row of a table is known by its own id and by those of its mentions."""
    found: dict[str, list[BilingualEdit]] = {}
    for digest in digests:
        for edit in digest.edits:
            for target in edit.edit.targets:
                found.setdefault(target, []).append(edit)
        for section in digest.sections:
            for row in section.rows:
                of_row = {edit.edit.id: edit for mark in row.marks for edit in found.get(mark.observation, ())}
                if of_row:
                    found[row.anchor] = list(of_row.values())
    return {target: tuple(edits) for target, edits in found.items()}


@dataclass(frozen=True, slots=True)
class LogRow:
    """A correction in force, with the digest it stands in."""

    digest: BilingualDigest
    entry: BilingualEdit


@dataclass(frozen=True, slots=True)
class Log:
    """What the log of corrections shows; ``is_recorded`` says whether any values were ever recorded."""

    is_recorded: bool
    differences: tuple[Difference, ...]
    in_force: tuple[LogRow, ...]


def correction_log(collection: Collection) -> Log:
    """The differences from the ledger, and all corrections in force, the latest first, then by slug."""
    rows = [LogRow(digest, entry) for digest in collection.digests for entry in digest.edits]
    ordered = sorted(rows, key=lambda row: (row.digest.slug, row.entry.edit.line))
    newest = sorted(ordered, key=lambda row: row.entry.edit.date, reverse=True)
    return Log(collection.ledger.is_there, collection.differences, tuple(newest))


def printed_value(edits: Iterable[BilingualEdit]) -> BilingualEdit | None:
    """The edit of a row's value, so that a page can set the printed one beside it."""
    return next((edit for edit in edits if edit.edit.field == "value"), None)
