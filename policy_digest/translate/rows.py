"""Table rows in both languages: value, period, note and the figure marked in each of its source sentences."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from policy_digest.lexicon.terms import Terms
from policy_digest.model import (
    BilingualRow,
    Digest,
    Observation,
    Row,
    Sentence,
    SourceMark,
    Text,
)
from policy_digest.translate.notes import note_text
from policy_digest.translate.periods import period_text
from policy_digest.translate.pieces import capital
from policy_digest.translate.places import english_place, is_common_noun
from policy_digest.translate.qualified import joined
from policy_digest.translate.texts import Texts
from policy_digest.translate.values import chinese_value, english_value

# What is appraised is ranked in; what is counted, by its number; all else by itself.
_APPRAISED = re.compile(
    "(?:考核|监测|评估|评价|测评|考评|工作|改革|整治|成效|事业|协作|合作|保障|行动|指数)(?:排名|位次|排位)?$"
)
_COUNTED = re.compile("(?<!指)数量?(?:排名|位次)?$")
_NUMBER = re.compile(r"\b(?:number|growth|increase|change|rise|fall|share|rate|total)\b", re.IGNORECASE)
RANKED = re.compile(r"\b(?:rank|place|position|standing|league)", re.IGNORECASE)
_FIRST = re.compile("率先|首[先个家创例批]")
_RECORD = re.compile("最[好优高低多少大小快长]|新[高低]")
_OF_TIME = ("历史", "历年", "近年", "创历史")
_RANK_BY = re.compile("^Rank (?:by|in) ")
_GROWTH, _FALL = "Growth ", "Change "
_COUNT_GREW = re.compile("(?<![指系基参天分次口条])(?:(?<!人口)数|(?<!人口)数量|户数|人数|家数)(?:增速|增减)$")
_GROWN = re.compile(r"(?P<turn>Growth|Change) (?:of|in) (?=\S)")
_MEASURED = re.compile(
    r"\b(?:enrolment|volume|employment|population|labour force|enforcement|items|days|jobs|new|per|concentration)\b"
)


@dataclass(frozen=True, slots=True)
class Sources:
    """What rows are made from: the article's observations and sentences by id, and its texts."""

    observations: Mapping[str, Observation]
    sentences: Mapping[str, Sentence]
    texts: Texts
    area_zh: str | None

    @property
    def terms(self) -> Terms:
        """Return the lexicon's English."""
        return self.texts.terms


def sources_of(digest: Digest, texts: Texts) -> Sources:
    """Index a digest for its rows."""
    article = digest.record.article
    sentences = article.by_id
    observations = {observation.id: observation for observation in digest.record.observations}
    area = article.metadata.ref_area
    return Sources(observations, sentences, texts, area.value if area else None)


def bilingual_row(row: Row, sources: Sources) -> BilingualRow:
    """Return a row of a table. Its first mention speaks for it; every mention has its mark."""
    speaker = sources.observations[row.observations[0]]
    marks = tuple(source_mark(sources.observations[mention], sources) for mention in row.observations)
    return BilingualRow(
        anchor=row.fact,
        indicator=speaker.indicator.id,
        name=row_name(speaker, sources.texts),
        value=Text(
            chinese_value(speaker, marks[0], sources.terms),
            english_value(speaker, marks[0], sources.terms, sources.area_zh),
            "generated",
        ),
        period=period_text(speaker.time_period, is_ahead=speaker.nature != "actual"),
        nature=speaker.nature,
        kind=speaker.kind,
        note=note_text(speaker, marks[0], sources.terms),
        place=_place(speaker, sources),
        marks=marks,
    )


def row_name(speaker: Observation, texts: Texts) -> Text:
    """Return a row's name; a rank that only the translators name says that it is one (Growth of tax revenue, 3rd)."""
    name = texts.name(speaker.indicator.name_zh, speaker.indicator.name_en, is_count=speaker.kind == "count")
    name = _of_number(name) if speaker.kind == "change" else name
    if speaker.kind == "change" and (speaker.obs_value or 0) < 0 and name.en and name.en.startswith(_GROWTH):
        of = name.en.removeprefix(_GROWTH).removeprefix("of ")
        return replace(name, en=f"{_FALL}{of if of.startswith('in ') else f'in {of}'}")  # growth of minus 40% is none
    if speaker.kind == "rank" and name.en and _is_no_place(speaker):
        return replace(name, en=capital(_RANK_BY.sub("", name.en)))
    if speaker.kind != "rank" or name.en is None or RANKED.search(name.en):
        return name
    return replace(name, en=joined(_ranked_by(name.zh, name.en) + name.en))


def _is_no_place(speaker: Observation) -> bool:
    """Whether a rank tells of a deed that nobody did before, or of a record, and of no place among others."""
    printed, scope = speaker.shown_zh or speaker.as_printed, speaker.rank.scope if speaker.rank else None
    is_record = _RECORD.search(printed) and (not scope or scope in _OF_TIME)
    return bool(_FIRST.search(printed) or is_record)


def _of_number(name: Text) -> Text:
    """The name of the growth of a number of things: growth in number of enterprises is no growth of enterprises."""
    grown = _COUNT_GREW.search(name.zh) and name.en and _GROWN.match(name.en)
    if not grown or not name.en or _NUMBER.search(name.en, grown.end()) or _MEASURED.search(name.en, grown.end()):
        return name
    return replace(name, en=f"{grown['turn']} in number of {name.en[grown.end() :]}")


def _ranked_by(name_zh: str, name_en: str) -> str:
    """What stands before a name that is ranked."""
    if _APPRAISED.search(name_zh):
        return "Rank in "
    return "Rank by number of " if _COUNTED.search(name_zh) and not _NUMBER.search(name_en) else "Rank by "


def source_mark(observation: Observation, sources: Sources) -> SourceMark:
    """Cut the source sentence at the figure. Raises ValueError where the figure does not lie in it."""
    sentence = sources.sentences[observation.sentence]
    start = sentence.position(observation.start)
    end = sentence.position(observation.end - 1) + 1
    figure = sentence.text[start:end]
    if not _is_of(figure, observation.as_printed):
        raise ValueError(f"{observation.id}: '{observation.as_printed}' is not at {start} of '{sentence.text}'")
    return SourceMark(
        observation=observation.id,
        sentence=sentence.id,
        before=sentence.text[:start],
        figure=figure,
        after=sentence.text[end:],
        translation=sources.texts.text("sentence", sentence.text),
    )


def _is_of(figure: str, printed: str) -> bool:
    """Whether ``figure`` is ``printed`` without what a layout put into it: a line's end, spaces, a page number."""
    left = iter(printed)
    is_within = all(char in left for char in "".join(figure.split()))
    return is_within and figure[:1] == printed[:1] and figure[-1:] == printed[-1:]


def _place(observation: Observation, sources: Sources) -> Text | None:
    """Return the row's own place where it is not the article's."""
    place = observation.ref_area
    if place is None or place == sources.area_zh or is_common_noun(place, sources.terms):
        return None
    return place_text(place, sources.terms)


def place_text(place: str, terms: Terms) -> Text:
    """Return a place with its English by gazetteer, or romanised and marked so."""
    english = english_place(place, terms)
    return Text(place, english, "generated" if english else "missing")
