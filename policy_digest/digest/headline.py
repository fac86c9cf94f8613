"""The headline figures: at most six facts that tell most of the article, each of another matter."""

from policy_digest.digest.weigh import Weigher
from policy_digest.model import Observation, Record, Row

_MOST = 6
_SAME_TOPIC, _SAME_SENTENCE = 60, 10
_LEAST_WEIGHT = 20
_STANDING = 4  # for each step of the catalogue's weights
_OWN_PERIOD = 6
_MONTH = len("2024-01")


def headline_rows(record: Record, rows: tuple[Row, ...], weigher: Weigher) -> tuple[Row, ...]:
    """The weightiest facts, weightiest first.

    The catalogue's weight of an indicator counts beside what the figure itself weighs. Each fact taken makes others of
    its topic and sentence lighter; a figure and its growth are one fact told twice, and the figure stands for both.
    What is planned or expected gives way to what was done where both are told, a figure of another period or of none to
    one of the article's own, and of two alike the earlier to the later. What something only started from tells nothing.
    """
    by_id = {observation.id: observation for observation in record.observations}
    stated = record.article.metadata.time_period
    whole = stated.value if stated else None
    spoken = {row: by_id[row.observations[0]] for row in rows}
    pool = _preferred({row: o for row, o in spoken.items() if not weigher.is_start(o)}, whole)
    chosen: list[Row] = []
    while pool and len(chosen) < _MOST:
        taken = [by_id[row.observations[0]] for row in chosen]
        weights = {row: _weight(o, taken, weigher) + _OWN_PERIOD * _is_of(o, whole) for row, o in pool.items()}
        first = max(pool, key=lambda row: (weights[row], -pool[row].start))
        if chosen and weights[first] < _LEAST_WEIGHT:
            break
        alike = [row for row in pool if weights[row] == weights[first] and _is_same_series(pool[row], pool[first])]
        best = max(alike, key=lambda row: (_until(pool[row].time_period), -pool[row].start))
        chosen.append(best)
        # At most six rounds, however many figures tell of one matter: a text may list one indicator without end.
        pool = {row: other for row, other in pool.items() if not _is_same_matter(other, pool[best])}
    return tuple(chosen)


def _preferred(pool: dict[Row, Observation], whole: str | None) -> dict[Row, Observation]:
    """The figures without those of which a better one of the same indicator is told: what was done, in ``whole``."""
    done = {(o.indicator.name_zh, o.ref_area) for o in pool.values() if o.nature == "actual"}
    left = {row: o for row, o in pool.items() if o.nature == "actual" or (o.indicator.name_zh, o.ref_area) not in done}
    own = {_series(o) for o in left.values() if _is_of(o, whole)}
    return {row: o for row, o in left.items() if _is_of(o, whole) or _series(o) not in own}


def _series(observation: Observation) -> tuple[str, str | None, str]:
    return observation.indicator.name_zh, observation.ref_area, observation.kind


def _is_same_series(observation: Observation, other: Observation) -> bool:
    return _series(observation) == _series(other)


def _is_of(observation: Observation, whole: str | None) -> bool:
    """Whether a figure tells of the article's own period: all of it, or a part that ends with it or lasts."""
    period = observation.time_period
    if period is None or whole is None:
        return False
    return (period.endswith("/..") or _until(period) == _until(whole)) and _since(period) >= _since(whole)


def _since(period: str) -> str:
    """The month a period begins with (``2024-01``)."""
    first = period.partition("/")[0]
    return first[:_MONTH] if len(first) >= _MONTH else f"{first}-01"


def _until(period: str | None) -> str:
    """The month a period ends with (``2024-12``); empty where that is not known."""
    last = (period or "").rpartition("/")[2]
    if not last[:1].isdigit():
        return ""
    return last[:_MONTH] if len(last) >= _MONTH else f"{last}-12"


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
