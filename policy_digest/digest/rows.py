"""Table rows: one for each fact, whatever the number of its mentions."""

from policy_digest.model import Record, Row


def fact_rows(record: Record) -> tuple[Row, ...]:
    """One row for each fact in the order of first mention; its first mention speaks for it."""
    mentions: dict[str, list[str]] = {}
    for observation in sorted(record.observations, key=lambda observation: observation.start):
        mentions.setdefault(observation.fact, []).append(observation.id)
    return tuple(Row(fact, tuple(ids)) for fact, ids in mentions.items())
