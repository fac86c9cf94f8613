"""The headline figures: at most six facts that tell most of the article, each of another matter."""

from policy_digest.digest.weigh import Weigher
from policy_digest.model import Observation, Record, Row

_MOST = 6
_SAME_TOPIC, _SAME_SENTENCE = 60, 10
_LEAST_WEIGHT = 20
_STANDING = 4  # for each step of the catalogue's weights


def headline_rows(record: Record, rows: tuple[Row, ...], weigher: Weigher) -> tuple[Row, ...]:
    """The weightiest facts, weightiest first.

    The catalogue's weight of an indicator counts beside what the figure itself weighs. Each fact taken makes others of
    its topic and sentence lighter; a figure and its growth are one fact told twice, and the figure stands for both.
    What is planned or expected gives way to what was done where both are told.
    """
    by_id = {observation.id: observation for observation in record.observations}
    spoken = {row: by_id[row.observations[0]] for row in rows}
    done = {(o.indicator.name_zh, o.ref_area) for o in spoken.values() if o.nature == "actual"}
    pool = {
        row: o for row, o in spoken.items() if o.nature == "actual" or (o.indicator.name_zh, o.ref_area) not in done
    }
    chosen: list[Row] = []
    while pool and len(chosen) < _MOST:
        taken = [by_id[row.observations[0]] for row in chosen]
        best = max(pool, key=lambda row: (_weight(pool[row], taken, weigher), -pool[row].start))
        if chosen and _weight(pool[best], taken, weigher) < _LEAST_WEIGHT:
            break
        chosen.append(best)
        # At most six rounds, however many figures tell of one matter: a text may list one indicator without end.
        pool = {row: other for row, other in pool.items() if not _is_same_matter(other, pool[best])}
    return tuple(chosen)


def _weight(observation: Observation, taken: list[Observation], weigher: Weigher) -> int:
    topic = weigher.topic(observation)
    same_topic = sum(topic is not None and weigher.topic(other) == topic for other in taken)
    same_sentence = sum(other.sentence == observation.sentence for other in taken)
    weight = weigher.weight(observation) + _STANDING * weigher.standing(observation)
    return weight - _SAME_TOPIC * same_topic - _SAME_SENTENCE * same_sentence


def _is_same_matter(observation: Observation, other: Observation) -> bool:
    """Whether two figures tell of one indicator: the same name or value, or one the change of the other."""
    names = {observation.indicator.name_zh, observation.change.of if observation.change else None} - {None}
    others = {other.indicator.name_zh, other.change.of if other.change else None} - {None}
    if names & others and observation.ref_area == other.ref_area:
        return True
    is_same_value = observation.obs_value is not None and observation.obs_value == other.obs_value
    return is_same_value and observation.unit_measure == other.unit_measure and observation.kind == other.kind
