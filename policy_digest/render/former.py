"""The anchors that rows of a digest had once: empty elements, so that old links find their place without scripts.

Those of a row that the page has stand in the row; those of figures that are gone in a line that says so.
"""

from collections.abc import Callable, Iterable

from policy_digest.model import BilingualRow, FormerRow


def former_anchors(rows: Iterable[FormerRow]) -> Callable[[BilingualRow], tuple[str, ...]]:
    """What gives the former anchors of a row, those of all its mentions, sorted."""
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(row.observation, []).append(row.anchor)

    def anchors_of(row: BilingualRow) -> tuple[str, ...]:
        return tuple(sorted(name for mark in row.marks for name in found.get(mark.observation, ())))

    return anchors_of


def gone_anchors(rows: Iterable[FormerRow]) -> Callable[[str], tuple[str, ...]]:
    """What gives the anchors of figures that the page of a digest (by its slug) had and has no more, sorted."""
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(row.slug, []).append(row.anchor)
    return lambda slug: tuple(sorted(found.get(slug, ())))
