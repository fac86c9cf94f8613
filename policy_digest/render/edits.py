"""What pages show of corrections: which things were edited, and by which rows of the log."""

from collections.abc import Iterable, Mapping

from policy_digest.model import BilingualDigest, BilingualEdit

Edits = Mapping[str, tuple[BilingualEdit, ...]]


def edits_by_target(digests: Iterable[BilingualDigest]) -> Edits:
    """The edits of each thing by its id; a row of a table is known by its own id and by those of its mentions."""
    found: dict[str, list[BilingualEdit]] = {}
    for digest in digests:
        for edit in digest.edits:
            found.setdefault(edit.edit.target_id, []).append(edit)
        for section in digest.sections:
            for row in section.rows:
                of_row = [edit for mark in row.marks for edit in found.get(mark.observation, ())]
                if of_row:
                    found[row.anchor] = of_row
    return {target: tuple(edits) for target, edits in found.items()}


def printed_value(edits: Iterable[BilingualEdit]) -> BilingualEdit | None:
    """The edit of a row's value, so that a page can set the printed one beside it."""
    return next((edit for edit in edits if edit.edit.field == "value"), None)
