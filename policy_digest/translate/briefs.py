"""What an engine is told of the texts that lack English: restored wording, neighbours, figures, terms and names."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from policy_digest.lexicon import Lexicon
from policy_digest.model import (
    BilingualDigest,
    BilingualItem,
    Brief,
    Known,
    Observation,
    Subject,
)
from policy_digest.translate.derived import CONVERSION, SIGNS
from policy_digest.translate.messages import Message
from policy_digest.translate.own import terms_of
from policy_digest.translate.periods import NOT_STATED
from policy_digest.translate.places import UNVERIFIED, english_person, english_place
from policy_digest.translate.restoring import Restorer, restorer_of
from policy_digest.translate.rows import Sources, source_mark, sources_of
from policy_digest.translate.texts import Texts
from policy_digest.translate.values import chinese_value, english_value

_ID_DIGITS = 8
_TRUSTED = ("generated", "project", "reviewed")  # an English that is no machine's


def subject_of(bilingual: BilingualDigest) -> Subject:
    """Say what an article is, for whoever translates a part of it."""
    place = (bilingual.place.en or bilingual.place.zh).removesuffix(UNVERIFIED) if bilingual.place else ""
    period = bilingual.period.en or "" if bilingual.period and bilingual.period != NOT_STATED else ""
    return Subject(bilingual.slug, bilingual.title.zh, place, period)


def briefs_of(bilingual: BilingualDigest, lexicon: Lexicon, pending: Sequence[Message]) -> tuple[Brief, ...]:
    """The briefs of the ``pending`` texts in the order of the article, one for entries of the same words."""
    own = terms_of(bilingual.digest.record.article.metadata, lexicon.terms)
    desk = _desk(bilingual, replace(lexicon, terms=own))
    alike: dict[str, list[Message]] = defaultdict(list)
    for message in pending:
        alike[message.zh].append(message)
    firsts = [messages[0] for messages in alike.values()]
    ordered = sorted(firsts, key=lambda message: (message.line or 0, desk.position(message.zh)))
    return tuple(_brief(message, [one.key for one in alike[message.zh]], desk) for message in ordered)


@dataclass(frozen=True, slots=True)
class _Desk:
    """What briefs of one article are written from. ``cited``: the ids of the sentences that a text stands on."""

    sources: Sources
    restorer: Restorer
    order: Mapping[str, int]
    names: Sequence[str]
    cited: Mapping[str, tuple[str, ...]]
    openings: Mapping[str, str]
    observations: Mapping[str, Sequence[Observation]]
    terms: Sequence[Known]
    called: Sequence[Known]

    def position(self, zh: str) -> int:
        """Where in the article a text's first sentence stands; -1 for a text that stands on none."""
        return min((self.order[name] for name in self.cited.get(zh, ())), default=-1)

    def neighbour(self, index: int) -> str | None:
        """The restored sentence at a place of the article; None beyond its ends."""
        return self.restorer.sentence(self.names[index]) if 0 <= index < len(self.names) else None


def _desk(bilingual: BilingualDigest, lexicon: Lexicon) -> _Desk:
    record = bilingual.digest.record
    sentences = sorted(record.article.all_sentences, key=lambda sentence: sentence.start)
    observations: dict[str, list[Observation]] = defaultdict(list)
    for observation in record.observations:
        observations[observation.sentence].append(observation)
    restorer = restorer_of(record)
    return _Desk(
        sources_of(bilingual.digest, Texts({}, lexicon.terms)),
        restorer,
        {sentence.id: index for index, sentence in enumerate(sentences)},
        [sentence.id for sentence in sentences],
        _cited(bilingual),
        _openings(bilingual),
        observations,
        tuple(_indicators(bilingual)),
        tuple(dict.fromkeys(_called(bilingual, restorer, lexicon))),
    )


def _cited(bilingual: BilingualDigest) -> dict[str, tuple[str, ...]]:
    """The sentences of each text: a sentence is its own."""
    found: dict[str, tuple[str, ...]] = {
        sentence.text: (sentence.id,) for sentence in bilingual.digest.record.article.all_sentences
    }
    for item in _items(bilingual):
        found.setdefault(item.text.zh, item.sentences)
    for section in bilingual.sections:
        for row in section.rows:
            found.setdefault(row.name.zh, (row.marks[0].sentence,))
    return found


def _items(bilingual: BilingualDigest) -> Iterator[BilingualItem]:
    yield from bilingual.in_brief
    for section in bilingual.sections:
        yield from (*section.bullets, *section.programmes, *section.commitments)


def _openings(bilingual: BilingualDigest) -> dict[str, str]:
    """The first sentence under each heading and deck, by id."""
    found: dict[str, str] = {}
    for section in bilingual.digest.record.article.sections:
        for words in (section.heading, section.deck):
            if words and section.sentences:
                found.setdefault(words, section.sentences[0].id)
    return found


def _indicators(bilingual: BilingualDigest) -> Iterator[Known]:
    """The names of the article's table rows that have an English that is not a machine's."""
    for section in bilingual.sections:
        for row in section.rows:
            if row.name.en and row.name.status in _TRUSTED and row.kind != "rank":  # a rank's name says that it is one
                yield row.name.zh, row.name.en


def _called(bilingual: BilingualDigest, restorer: Restorer, lexicon: Lexicon) -> Iterator[Known]:
    """The names of the article: places, people who are shown, programmes with an English that is not a machine's."""
    record = bilingual.digest.record
    area = record.article.metadata.ref_area
    for place in (area.value if area else None, *(observation.ref_area for observation in record.observations)):
        english = english_place(place, lexicon.terms) if place else None
        if place and english:
            yield place, english.removesuffix(UNVERIFIED)
    for person in record.people:
        if person.standing != "private":
            yield person.name_zh, english_person(person.name_zh, lexicon.terms)
    for section in bilingual.sections:
        for item in section.programmes:
            if item.text.en and item.text.status in _TRUSTED:
                yield item.text.zh, item.text.en
                yield restorer.words(item.text.zh, item.sentences) or item.text.zh, item.text.en


def _brief(message: Message, keys: Sequence[tuple[str, str]], desk: _Desk) -> Brief:
    zh = message.zh
    cited = desk.cited.get(zh, ())
    restored = desk.restorer.words(zh, cited)
    words = restored or zh
    before, after, within = _around(zh, cited, desk)
    return Brief(
        id=hashlib.sha256(zh.encode("utf-8", "surrogatepass")).hexdigest()[:_ID_DIGITS],
        keys=tuple(keys),
        kind=message.role,
        zh=zh,
        restored=restored,
        section=message.section,
        before=before,
        after=after,
        within=within,
        figures=tuple(dict.fromkeys(_figures(zh, cited, desk))),
        terms=_occurring(words, (*((term.zh, term.en) for term in desk.sources.terms.within(words)), *desk.terms)),
        names=_occurring(words, desk.called),
    )


def _around(zh: str, cited: Sequence[str], desk: _Desk) -> tuple[str | None, str | None, str | None]:
    """The sentences before and after a whole sentence; of a part of one, the whole; after a heading, what follows."""
    if not cited:
        opening = desk.openings.get(zh)
        return None, desk.restorer.sentence(opening) if opening else None, None
    places = [desk.order[name] for name in cited]
    if zh != "".join(desk.restorer.sentences[name].text for name in cited):
        return None, None, "".join(desk.restorer.sentence(name) for name in cited)
    return desk.neighbour(min(places) - 1), desk.neighbour(max(places) + 1), None


def _figures(zh: str, cited: Sequence[str], desk: _Desk) -> Iterator[Known]:
    """The figures that a text tells, each in Chinese and as computed, without sign (the words say which way)."""
    told, area, terms = "".join(zh.split()), desk.sources.area_zh, desk.sources.terms
    for observation in (one for name in cited for one in desk.observations.get(name, ())):
        mark = source_mark(observation, desk.sources)
        if observation.shown_zh or "".join(mark.figure.split()) not in told:
            continue
        english = CONVERSION.sub("", english_value(observation, mark, terms, area).lstrip(SIGNS))
        if english and not english.startswith("["):
            yield chinese_value(observation, mark, terms).lstrip(SIGNS), english


def _occurring(words: str, known: Sequence[Known]) -> tuple[Known, ...]:
    """Those of ``known`` whose Chinese is a part of the words and not all of them, each once."""
    found: dict[str, str] = {}
    for chinese, english in known:
        if chinese != words and chinese in words:
            found.setdefault(chinese, english)
    return tuple(found.items())
