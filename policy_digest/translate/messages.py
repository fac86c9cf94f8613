"""The texts of an article that a translator may give an English, in the order of the article."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from policy_digest.model import (
    Article,
    BilingualDigest,
    BilingualItem,
    BilingualSection,
    Lines,
    Section,
    Sentence,
    Status,
    Text,
    family_of,
)
from policy_digest.translate.gaps import FIGURES_LACK
from policy_digest.translate.texts import QUOTES

_HAN = re.compile("[㐀-鿿]")


@dataclass(frozen=True, slots=True)
class Message:
    """A text that a translator may give an English.

    ``context`` is its ``msgctxt`` (``model/contexts.py``), ``role`` what it is on the page and ``also`` what else it is
    there (a sentence that is a bullet, too); ``section`` and ``line`` (from 1) say where it stands.
    """

    context: str
    role: str
    zh: str
    section: str
    line: int | None
    also: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """Context and id as PO knows them."""
        return self.context, self.zh

    @property
    def family(self) -> str:
        """What shares one English with the same words in other roles."""
        return family_of(self.role)


def messages_of(bilingual: BilingualDigest) -> tuple[Message, ...]:
    """Return the texts that are not computed, in the order of the article, the same words of one family once."""
    found: dict[tuple[str, str], Message] = {}
    for message in _all_messages(bilingual):
        first = found.setdefault((message.family, message.zh), message)
        if message.role not in (first.role, *first.also):
            found[message.family, message.zh] = replace(first, also=(*first.also, message.role))
    return tuple(found.values())


def messages_with(bilingual: BilingualDigest, statuses: Collection[Status]) -> tuple[Message, ...]:
    """Return the texts that the page shows with an English of one of ``statuses``."""
    shown = {(family_of(role), text.zh) for role, text in shown_texts(bilingual) if text.status in statuses}
    return tuple(message for message in messages_of(bilingual) if (message.family, message.zh) in shown)


def untranslated_messages(bilingual: BilingualDigest) -> tuple[Message, ...]:
    """Return the texts of the page that have no English yet, or one with words that no table holds."""
    return messages_with(bilingual, ("partial", "missing"))


def shown_texts(bilingual: BilingualDigest) -> Iterator[tuple[str, Text]]:
    """The texts of the page that come from the PO file or may come from it, each with its role."""
    title = bilingual.title
    if title.status == "generated" and bilingual.digest.record.article.metadata.title:
        title = Text(title.zh, None, "missing")  # what stands in its place still awaits a translator
    heads = (("title", title), ("subtitle", bilingual.subtitle), ("credit", bilingual.credited_to))
    yield from ((role, text) for role, text in heads if text is not None)
    yield from (("bullet", item.text) for item in bilingual.in_brief)
    for section in bilingual.sections:
        parts = (("heading", section.heading), ("deck", section.deck))
        yield from ((role, text) for role, text in parts if text is not None)
        for role, items in _items(section):
            yield from ((role, item.text) for item in items)
        for row in section.rows:
            yield "indicator", row.name
            yield from (("sentence", mark.translation) for mark in row.marks)
    yield from (("sentence", text) for text in bilingual.quoted)
    yield from (("gap", item.quote) for item in gaps_told(bilingual) if item.quote is not None)


def gaps_told(bilingual: BilingualDigest) -> Iterator[BilingualItem]:
    """The gaps whose words a translator may give an English: no figure's name, not translated elsewhere."""
    known = {text.zh for text in _named(bilingual)}
    for item in (*bilingual.gaps, *(gap for section in bilingual.sections for gap in section.gaps)):
        words = item.quote.zh if item.quote and item.kind not in FIGURES_LACK else ""
        bare = QUOTES.sub("", words)
        if _HAN.search(words) and not known & {words, bare, f"“{bare}”", f"{words}。"}:
            yield item


def _named(bilingual: BilingualDigest) -> Iterator[Text]:
    for section in bilingual.sections:
        yield from (item.text for item in (*section.programmes, *section.captions))
        yield from (row.name for row in section.rows)


def _items(section: BilingualSection) -> tuple[tuple[str, tuple[BilingualItem, ...]], ...]:
    return (
        ("caption", section.captions),
        ("bullet", section.bullets),
        ("commitment", section.commitments),
        ("programme", section.programmes),
    )


def _all_messages(bilingual: BilingualDigest) -> Iterator[Message]:
    article = bilingual.digest.record.article
    found = _Finder(Lines(article.source.text), article.by_id, _homes(article), _dated(bilingual))
    metadata = article.metadata
    heads = (("title", metadata.title), ("subtitle", metadata.subtitle), ("credit", metadata.credited_to))
    for role, stated in heads:
        if stated is not None:
            yield Message(role, role, stated.value, "", found.line(stated.start))
    briefs = defaultdict[str, list[BilingualItem]](list)
    for item in bilingual.in_brief:
        briefs[found.homes.get(item.sentences[0], "") if item.sentences else ""].append(item)
    parsed = {section.id: section for section in article.sections}
    for shown in bilingual.sections:
        yield from found.section(shown, parsed[shown.id], briefs.pop(shown.id, []))
    for items in briefs.values():
        yield from (found.item("bullet", item, "") for item in items)
    yield from (found.gap(item) for item in gaps_told(bilingual))


def _homes(article: Article) -> Mapping[str, str]:
    """The section of each sentence, by id."""
    return {sentence.id: section.id for section in article.sections for sentence in section.all_sentences}


def _dated(bilingual: BilingualDigest) -> tuple[str, ...]:
    """The sentences that tell events."""
    return tuple(sentence for event in bilingual.events for sentence in event.sentences)


@dataclass(frozen=True, slots=True)
class _Finder:
    """Where the texts of one article stand: its lines, its sentences by id, the section of each; those with events."""

    lines: Lines
    sentences: Mapping[str, Sentence]
    homes: Mapping[str, str]
    dated: tuple[str, ...] = ()

    def section(self, shown: BilingualSection, section: Section, briefs: list[BilingualItem]) -> Iterator[Message]:
        """The texts of a section: what heads it, then each sentence with what was made of it behind it."""
        name = section.heading or ""
        for role, text, span in (
            ("heading", section.heading, section.heading_span),
            ("deck", section.deck, section.deck_span or section.heading_span),
        ):
            if text:
                yield Message(f"{section.id}.{role}", role, text, name, self.line(span[0] if span else None))
        quoted = dict.fromkeys((*_quoted(shown), *(e for e in self.dated if self.homes.get(e) == section.id)))
        made = [(self._start(sentence), self._sentence(sentence, name)) for sentence in quoted]
        for role, items in _items(replace(shown, bullets=(*shown.bullets, *briefs))):
            made += [(self._start_of(item), self.item(role, item, name)) for item in items]
        for row in shown.rows:
            if row.name.status != "generated" or row.indicator is None:  # a translator may know better than a rule
                start = self._start(row.marks[0].sentence)
                made.append((start, Message("indicator", "indicator", row.name.zh, name, self.line(start))))
        yield from (message for _, message in sorted(made, key=lambda pair: pair[0]))

    def item(self, role: str, item: BilingualItem, section: str) -> Message:
        """A bullet, commitment, programme or caption; one whole sentence goes by the id of that."""
        first = self.sentences.get(item.sentences[0]) if item.sentences else None
        is_whole = first is not None and len(item.sentences) == 1 and item.text.zh == first.text
        context = first.id if first is not None and is_whole and role != "programme" else item.id
        return Message(context, role, item.text.zh, section, self.line(first.start if first else None))

    def gap(self, item: BilingualItem) -> Message:
        """The words that a gap is about."""
        start = self._start_of(item)
        return Message("gap", "gap", item.quote.zh if item.quote else "", "", self.line(None if start < 0 else start))

    def line(self, offset: int | None) -> int | None:
        return None if offset is None else self.lines.at(offset)

    def _start_of(self, item: BilingualItem) -> int:
        """Where an item stands; what only a heading or deck names stands before the sentences."""
        return self._start(item.sentences[0]) if item.sentences else -1

    def _start(self, sentence: str) -> int:
        return self.sentences[sentence].start

    def _sentence(self, sentence: str, section: str) -> Message:
        found = self.sentences[sentence]
        return Message(found.id, "sentence", found.text, section, self.line(found.start))


def _quoted(shown: BilingualSection) -> Iterator[str]:
    """Name the sentences that a section's page part quotes as sources, by id."""
    for row in shown.rows:
        yield from (mark.sentence for mark in row.marks)
    for item in (*shown.bullets, *shown.programmes, *shown.commitments):
        yield from item.sentences
