"""The anchors that a row of a digest had once: empty elements in the row, so that old links find it without scripts."""

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
