"""Figures of one part of a place, where the article tells nothing of the same indicator for the whole."""

from collections.abc import Iterator, Mapping, Sequence

from policy_digest.digest.gaps.found import Found
from policy_digest.digest.texts import Told
from policy_digest.model import Observation, Record

_PARTS = ("村", "社区", "庄", "屯", "寨", "组", "园区", "小区")
_UNITS = frozenset(("CNY", "mu", "kg", "percent", "person", "household"))


def of_parts_only(texts: Sequence[Told], record: Record) -> Iterator[Found]:
    """The first figure of each indicator of the catalogue that is told of a part only, by the indicator's name."""
    stated = record.article.metadata.ref_area
    if stated is None:
        return
    whole = {o.indicator.id for o in record.observations if o.ref_area == stated.value}
    told: set[str] = set()
    by_id = {one.sentence.id: one for one in texts}
    for observation in record.observations:
        key = observation.indicator.id
        if key and key not in whole and key not in told and _is_of_a_part(observation, stated.value):
            told.add(key)
            yield Found(
                observation.start, "part-only", observation.section, observation.sentence, _words(observation, by_id)
            )


def _words(observation: Observation, texts: Mapping[str, Told]) -> str:
    """The name as the sentence prints it, else the figure."""
    told, name = texts.get(observation.sentence), observation.indicator.name_zh
    at = told.text.find(name) if told else -1
    return told.printed(at, at + len(name)) if told and at >= 0 else "".join(observation.as_printed.split())


def _is_of_a_part(observation: Observation, area: str) -> bool:
    part = observation.ref_area
    is_within = part is not None and part != area and part not in area and part.endswith(_PARTS)
    return is_within and observation.kind in ("level", "count") and observation.unit_measure in _UNITS
