"""Corrections in the record: what was edited, both values, by whom, when and why."""

from typing import Any

from policy_digest.model import BilingualDigest, Edit


def edits_of_record(bilingual: BilingualDigest) -> list[dict[str, Any]]:
    """The edits of a digest in the sidecar's order; those that change nothing any more are left out."""
    return [edit_object(edit) for edit in bilingual.digest.edits if not edit.is_idle]


def edit_object(edit: Edit) -> dict[str, Any]:
    """One edit with its fields."""
    return {
        "id": edit.id,
        "action": edit.action,
        "target": edit.target,
        "target_id": edit.target_id,
        "others": list(edit.others),
        "what": edit.what,
        "field": edit.field,
        "was": edit.was,
        "now": edit.now,
        "by": edit.by,
        "date": edit.date,
        "why": edit.why,
    }
