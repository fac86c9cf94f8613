"""Figures of a part, of a place or of a year, where the article tells nothing of the same for the whole."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from policy_digest.digest.gaps.found import Found
from policy_digest.digest.texts import Told
from policy_digest.lexicon import Lexicon
from policy_digest.model import Observation, Record

_PARTS = ("村", "社区", "庄", "屯", "寨", "组", "园区", "小区")
_UNITS = frozenset(("CNY", "mu", "kg", "percent", "person", "household"))
_OF_WHOLE = re.compile("全[国省市州县区旗镇乡村]|平均")
_YIELDS = ("亩产", "单产")
_INVESTED = re.compile(
    r"(?P<name>[^\d、]{4,}?(?<!重点)(?<!重大)(?<!产业)(?<!民生)(?<!级)(?:项目|工程))(?:完成)?投资额?"
)
_SO_FAR = re.compile("(?:累计|已|截至[^,;。]{0,8})(?:完成|投入)?投资|完成投资$")
_IN_ALL = re.compile(r"总投资|计划投资|投资总额|概算|估算|预算|完成率|\d%")
_LEAST = 6  # characters at the end of a project's name by which a sentence names it
_FLOWS = frozenset(("CNY", "kg"))
_MONTHS = re.compile(r"(?P<year>\d{4})-01(?:-01)?/(?P=year)-(?P<month>0[2-9]|1[01])(?:-\d\d)?")


def of_parts_only(texts: Sequence[Told], record: Record) -> Iterator[Found]:
    """The first figure of each indicator that is told of a part only, by the indicator's name.

    An indicator outside the catalogue counts where it is told of two parts or more.
    """
    stated = record.article.metadata.ref_area
    area = stated.value if stated else None
    places = _places_by_indicator(record, area)
    told: set[str] = set()
    by_id = {one.sentence.id: one for one in texts}
    for observation in record.observations:
        key = _key(observation)
        is_open = key in places and key not in told and (observation.indicator.id is not None or len(places[key]) > 1)
        if is_open and _is_of_a_part(observation, area):
            told.add(key)
            yield _found("part-only", observation, by_id)


def of_plots_only(texts: Sequence[Told], record: Record, lexicon: Lexicon) -> Iterator[Found]:
    """The first yield of a demonstration plot, where the text says that the whole follows it and has no other yield."""
    patterns = lexicon.gaps.patterns
    if not any(patterns["spreads"].search(told.text) for told in texts):
        return
    by_id = {one.sentence.id: one for one in texts}
    yields = [o for o in record.observations if o.kind == "level" and _is_yield(o)]
    of_plots = [o for o in yields if _is_of_a_plot(o, by_id.get(o.sentence), patterns["plot"])]
    if of_plots and len(of_plots) == len(yields):
        yield _found("part-only", of_plots[0], by_id)


def of_projects_only(texts: Sequence[Told], record: Record) -> Iterator[Found]:
    """What was invested in a single project so far, where no sentence that names it tells what it costs in all."""
    by_id = {one.sentence.id: one for one in texts}
    for observation in record.observations:
        project = _INVESTED.fullmatch(observation.indicator.name_zh)
        told = by_id.get(observation.sentence)
        if project is None or told is None or observation.nature != "actual" or observation.kind != "level":
            continue
        clause = re.split("[,;。]", told.text[: told.sentence.position(observation.start)])[-1]
        name = project["name"][-_LEAST:]
        is_whole = any(_IN_ALL.search(one.text) for one in texts if name in one.text)
        if _SO_FAR.search(clause) and name in clause and not is_whole:
            yield _found("part-only", observation, by_id)


def _is_yield(observation: Observation) -> bool:
    is_measured = observation.unit_measure is not None and observation.unit_measure.endswith("/mu")
    is_weight = is_measured and observation.unit_measure != "CNY/mu"
    return is_weight or any(word in observation.indicator.name_zh for word in _YIELDS)


def _is_of_a_plot(observation: Observation, told: Told | None, plot: re.Pattern[str]) -> bool:
    """Whether the clause of the figure, from the plot's name to its number, is about a plot."""
    clause = re.split("[,;。]", told.text[: told.sentence.position(observation.start)])[-1] if told else ""
    return _OF_WHOLE.search(clause) is None and plot.search(observation.indicator.name_zh + clause) is not None


def of_months_only(texts: Sequence[Told], record: Record) -> Iterator[Found]:
    """The first amount of each indicator of the catalogue that is told of the year's first months only.

    Where no more is told of the year than of those months, the article is a report of those months.
    """
    stated = record.article.metadata.time_period
    year = stated.value if stated else ""
    whole = [o.indicator.id for o in record.observations if o.time_period == year]
    some = [o for o in record.observations if _is_of_months(o, year)]
    told = set(whole)
    by_id = {one.sentence.id: one for one in texts}
    for observation in some if len(some) < len(whole) else ():
        key = observation.indicator.id
        if key and key not in told and observation.kind == "level" and observation.unit_measure in _FLOWS:
            told.add(key)
            yield _found("part-of-year", observation, by_id)


def _is_of_months(observation: Observation, year: str) -> bool:
    match = _MONTHS.fullmatch(observation.time_period or "")
    return match is not None and match["year"] == year


def _found(kind: str, observation: Observation, texts: Mapping[str, Told]) -> Found:
    return Found(observation.start, kind, observation.section, observation.sentence, _words(observation, texts))


def _words(observation: Observation, texts: Mapping[str, Told]) -> str:
    """The name as the sentence prints it (村财增收 of 村财增收额 too), else the figure."""
    told = texts.get(observation.sentence)
    for name in (observation.indicator.name_zh, observation.indicator.name_zh.rstrip("额数")) if told else ():
        if told and (at := told.text.find(name)) >= 0:
            return told.printed(at, at + len(name))
    return "".join(observation.as_printed.split())


def _key(observation: Observation) -> str:
    return observation.indicator.id or observation.indicator.name_zh


def _places_by_indicator(record: Record, area: str | None) -> Mapping[str, set[str]]:
    """The parts that each indicator is told of, where it is told of parts only.

    Where the article's place is not known, a figure without a place may be a part's too: one that is less than a
    part's is no figure of the whole.
    """
    places: dict[str, set[str]] = {}
    most: dict[tuple[str, str | None], Decimal] = {}
    for one in filter(lambda o: _is_of_a_part(o, area), record.observations):
        places.setdefault(_key(one), set()).add(one.ref_area or "")
        unit = _key(one), one.unit_measure
        most[unit] = max(most.get(unit, Decimal(0)), one.obs_value or Decimal(0))
    for one in record.observations:
        least = Decimal(0) if area else most.get((_key(one), one.unit_measure), Decimal(0))
        if one.ref_area == area and (one.obs_value is None or one.obs_value >= least):
            places.pop(_key(one), None)
    return places


def _is_of_a_part(observation: Observation, area: str | None) -> bool:
    part = observation.ref_area
    is_within = part is not None and part != area and part not in (area or "") and part.endswith(_PARTS)
    return is_within and _is_amount(observation)


def _is_amount(observation: Observation) -> bool:
    return observation.kind in ("level", "count") and observation.unit_measure in _UNITS
