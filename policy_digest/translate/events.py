"""Events in both languages: what happened told by the deed and what it is told of, dates in full at their precision."""

import re

from policy_digest.lexicon.events import Events
from policy_digest.model import BilingualEvent, Digest, Event, Text
from policy_digest.translate.named import Composed
from policy_digest.translate.pieces import capital
from policy_digest.translate.places import UNVERIFIED, english_place
from policy_digest.translate.texts import Texts

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_QUARTERS = "一二三四"
_WHOSE = re.compile("^[我全本]|[里内]$|^项目$")
"""Who is meant is told by the text's place alone (我县, 镇里): English leaves it out."""

_PLACE = re.compile("[一-龥]{1,4}(?:[村镇乡县]|街道|社区)")
_MODIFIED = re.compile("^(?:经过?|历经|历时|总?投资|占地|位于|备受|由|新)[^的]*的(?=[^的]{3,}$)")
_BY = frozenset(("launched", "founded", "held", "signed", "published"))
_TOLD_OF_WHO = "{who}"


def bilingual_events(digest: Digest, texts: Texts, events: Events) -> tuple[BilingualEvent, ...]:
    """The events of a digest in the order of the text.

    Their English is composed where every word is known, else that of the sentence in the PO file, else composed with
    its unknown words marked, else missing.
    """
    sentences = digest.record.article.by_id
    return tuple(
        BilingualEvent(
            id=event.id,
            date=event.date,
            precision=event.precision,
            shown=date_text(event.date),
            kind=event.kind,
            is_planned=event.nature == "target",
            text=_text(event, sentences[event.sentence].text, texts, events),
            sentences=(event.sentence,),
        )
        for event in digest.record.events
    )


def date_text(date: str) -> Text:
    """A date as a page prints it: 2024年3月15日, 15 March 2024; 2024-Q1 is a quarter."""
    year, *rest = date.split("-")
    if rest and rest[0].startswith("Q"):
        return Text(f"{year}年第{_QUARTERS[int(rest[0][1]) - 1]}季度", f"{rest[0]} {year}", "generated")
    numbers = [int(part) for part in rest]
    zh = "".join(f"{number}{mark}" for number, mark in zip((year, *numbers), "年月日", strict=False))
    month = [_MONTHS[numbers[0] - 1]] if numbers else []
    return Text(zh, " ".join([*map(str, numbers[1:]), *month, year]), "generated")


def _text(event: Event, sentence: str, texts: Texts, events: Events) -> Text:
    made = _composed(event, texts, events)
    if made is not None and not made.unknown:
        return Text(event.text_zh, made.en, "generated")
    stored = texts.text("sentence", sentence)
    if stored.en is not None:
        return Text(event.text_zh, stored.en, stored.status)
    return Text(event.text_zh, made.en if made else None, "partial" if made else "missing")


def _composed(event: Event, texts: Texts, events: Events) -> Composed | None:
    """The English of an event by its deed; None where what it is told of has none."""
    form = events.english[event.deed].planned if event.nature == "target" else events.english[event.deed].done
    of_who = _TOLD_OF_WHO in form
    about = _thing(event.what if event.what else "" if of_who else event.who, texts, events)
    who = _thing(event.who, texts, events) if event.what and not _WHOSE.search(event.who) else None
    if about is None or (of_who and who is None):
        return None
    told = form.format(x=about.en, who=who.en if who else "")
    if event.what and event.who and not of_who and event.kind in _BY and not _WHOSE.search(event.who):
        if who is None:
            return None
        told = f"{told} by {who.en}"
    place = texts.place(event.where) if event.where else None
    unknown = (*about.unknown, *(who.unknown if who else ()))
    return Composed(capital(f"{told} in {place}" if place else told), unknown)


def _thing(words: str, texts: Texts, events: Events) -> Composed | None:
    """What an event is told of; a place that no list has is romanised and marked as a word that is not known."""
    while begins := events.plans.match(words) or events.works.match(words):
        words = words[begins.end() :]
    words = _MODIFIED.sub("", words)
    if not words:
        return None
    if _PLACE.fullmatch(words) and (place := english_place(words, texts.terms)):
        is_listed = not place.endswith(UNVERIFIED)
        return Composed(place) if is_listed else Composed(f"[{words} {place.removesuffix(UNVERIFIED)}]", (words,))
    return texts.thing(words)
