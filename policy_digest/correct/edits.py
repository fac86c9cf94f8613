"""What a correction did, as a row of the log: made in one place, so that all have the same shape."""

from collections.abc import Iterable

from policy_digest.model import Correction, Edit, id_of


def edit_of(
    slug: str,
    correction: Correction,
    target_id: str,
    what: str,
    *,
    field: str | None = None,
    was: str | None = None,
    now: str | None = None,
    others: Iterable[str] = (),
) -> Edit:
    """One edit; its id is made of what was corrected, how, in which field and when."""
    parts = (slug, correction.action, correction.target, target_id, field or "", correction.date)
    return Edit(
        id=id_of("e", *parts),
        action=correction.action,
        target=correction.target,
        target_id=target_id,
        what=what,
        field=field,
        was=was,
        now=now,
        by=correction.by,
        date=correction.date,
        why=correction.why,
        line=correction.line,
        others=tuple(others),
    )
