"""The article's PO file brought up to date: new texts added empty, changed ones fuzzy, vanished ones kept as obsolete.

Nothing an editor wrote is ever dropped, and where nothing changed the file comes back byte for byte.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import PurePath

import polib

from policy_digest.model import BilingualDigest, BilingualItem, BilingualSection, Lines, Section, Sentence, Text

LIKENESS = 0.75
HEADER = {
    "Project-Id-Version": "policy-digest",
    "PO-Revision-Date": "1970-01-01 00:00+0000",
    "Last-Translator": "Policy Digest",
    "Language-Team": "English",
    "Language": "en",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}


@dataclass(frozen=True, slots=True)
class Message:
    """A text that a translator may give an English: its role, its Chinese, and where it stands."""

    role: str
    zh: str
    section: str
    line: int | None

    @property
    def key(self) -> tuple[str, str]:
        """Context and id as PO knows them."""
        return self.role, self.zh


def messages_of(bilingual: BilingualDigest) -> tuple[Message, ...]:
    """Return the texts that are not computed, in the order of the page, each once."""
    found: dict[tuple[str, str], Message] = {}
    for message in _all_messages(bilingual):
        found.setdefault(message.key, message)
    return tuple(found.values())


def untranslated_messages(bilingual: BilingualDigest) -> tuple[Message, ...]:
    """Return the texts of the page that have no English yet, or one with words that no table holds."""
    missing = {text.zh for text in _texts(bilingual) if text.status in ("partial", "missing")}
    return tuple(message for message in messages_of(bilingual) if message.zh in missing)


def unreviewed_messages(bilingual: BilingualDigest) -> tuple[Message, ...]:
    """Return the texts of the page whose English nobody has read: a machine's, or of an earlier wording."""
    waiting = {text.zh for text in _texts(bilingual) if text.status in ("machine", "earlier")}
    return tuple(message for message in messages_of(bilingual) if message.zh in waiting)


def merged_messages(bilingual: BilingualDigest, existing: str | None) -> str:
    """Bring the PO file of an article up to date with what its page shows.

    A vanished text that is like a new one of its role (a changed wording) hands it its translation, fuzzy, with the
    previous wording kept; another vanished text with a translation or a comment becomes obsolete. Raises OSError where
    ``existing`` is no PO file.
    """
    old = polib.pofile(existing, wrapwidth=0) if existing else _empty(bilingual.slug)
    before = str(old)
    messages = messages_of(bilingual)
    name = PurePath(bilingual.digest.record.article.source.path).name
    held = {(entry.msgctxt or "", entry.msgid): entry for entry in old if not entry.obsolete}
    asleep = {(entry.msgctxt or "", entry.msgid): entry for entry in old if entry.obsolete}
    wanted = {message.key for message in messages}
    vanished = [entry for key, entry in held.items() if key not in wanted and _has_work(entry)]
    merged = _empty(bilingual.slug)
    merged.header, merged.metadata = old.header, old.metadata
    for message in messages:
        entry = held.get(message.key) or _woken(asleep.pop(message.key, None)) or _changed(message, vanished)
        entry = entry or polib.POEntry(msgctxt=message.role, msgid=message.zh)
        entry.comment = _comment(message, name)
        merged.append(entry)
    for entry in (*vanished, *asleep.values()):
        entry.obsolete = True
        merged.append(entry)
    after = str(merged)
    return existing if existing and after == before else _ended(after)


def _ended(text: str) -> str:
    return text if text.endswith("\n") else text + "\n"


def _empty(slug: str) -> polib.POFile:
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.header = f"The English of {slug}. Sign what you have reviewed: '# reviewer: <name>' above the entry."
    catalogue.metadata = dict(HEADER)
    return catalogue


def _has_work(entry: polib.POEntry) -> bool:
    return bool(entry.msgstr or entry.tcomment)


def _woken(entry: polib.POEntry | None) -> polib.POEntry | None:
    """Revive an obsolete entry whose text is back."""
    if entry is not None:
        entry.obsolete = False
    return entry


def _changed(message: Message, vanished: list[polib.POEntry]) -> polib.POEntry | None:
    """Return the translation of an earlier wording, taken out of ``vanished``; None where none is like enough."""
    matcher = SequenceMatcher(b=message.zh, autojunk=False)
    best, nearest = LIKENESS, None
    for entry in vanished:
        if entry.msgctxt != message.role or not entry.msgstr:
            continue
        matcher.set_seq1(entry.msgid)
        if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best and matcher.ratio() > best:
            best, nearest = matcher.ratio(), entry
    if nearest is None:
        return None
    vanished.remove(nearest)
    nearest.previous_msgctxt = nearest.previous_msgctxt or nearest.msgctxt
    nearest.previous_msgid = nearest.previous_msgid or nearest.msgid
    nearest.msgid = message.zh
    if "fuzzy" not in nearest.flags:
        nearest.flags.append("fuzzy")
    return nearest


def _comment(message: Message, name: str) -> str:
    place = f"{name}:{message.line}" if message.line else name
    return f"{message.section} · {place}" if message.section else place


def _texts(bilingual: BilingualDigest) -> Iterator[Text]:
    for text in (bilingual.title, bilingual.subtitle, bilingual.credited_to):
        if text is not None:
            yield text
    yield from (item.text for item in bilingual.in_brief)
    for section in bilingual.sections:
        yield from (text for text in (section.heading, section.deck) if text is not None)
        yield from (item.text for item in _items(section))
        for row in section.rows:
            yield row.name
            yield from (mark.translation for mark in row.marks)


def _items(section: BilingualSection) -> tuple[BilingualItem, ...]:
    return (*section.bullets, *section.programmes, *section.commitments, *section.captions)


def _all_messages(bilingual: BilingualDigest) -> Iterator[Message]:
    article = bilingual.digest.record.article
    lines = Lines(article.source.text)
    metadata = article.metadata
    heads = (("title", metadata.title), ("subtitle", metadata.subtitle), ("credit", metadata.credited_to))
    for role, stated in heads:
        if stated is not None:
            yield Message(role, stated.value, "", _line(lines, stated.start))
    sentences = article.by_id
    for item in bilingual.in_brief:
        yield _item_message("bullet", item, "", sentences, lines)
    parsed = {section.id: section for section in article.sections}
    for shown in bilingual.sections:
        yield from _section_messages(shown, parsed[shown.id], sentences, lines)


def _section_messages(
    shown: BilingualSection, section: Section, sentences: Mapping[str, Sentence], lines: Lines
) -> Iterator[Message]:
    name = section.heading or ""
    line = _line(lines, section.heading_span[0] if section.heading_span else None)
    for role, text in (("heading", section.heading), ("deck", section.deck)):
        if text:
            yield Message(role, text, name, line)
    for role, items in (
        ("caption", shown.captions),
        ("bullet", shown.bullets),
        ("programme", shown.programmes),
        ("commitment", shown.commitments),
    ):
        for item in items:
            yield _item_message(role, item, name, sentences, lines)
    for row in shown.rows:
        if row.name.status != "generated" or row.indicator is None:  # a translator may know better than a rule
            yield Message("indicator", row.name.zh, name, lines.at(sentences[row.marks[0].sentence].start))
    for sentence in dict.fromkeys(_quoted(shown)):
        yield Message("sentence", sentences[sentence].text, name, lines.at(sentences[sentence].start))


def _quoted(shown: BilingualSection) -> Iterator[str]:
    """Name the sentences that a section's page part quotes as sources, by id."""
    for row in shown.rows:
        yield from (mark.sentence for mark in row.marks)
    for item in (*shown.bullets, *shown.programmes, *shown.commitments):
        yield from item.sentences


def _item_message(
    role: str, item: BilingualItem, section: str, sentences: Mapping[str, Sentence], lines: Lines
) -> Message:
    first = sentences.get(item.sentences[0]) if item.sentences else None
    return Message(role, item.text.zh, section, _line(lines, first.start if first else None))


def _line(lines: Lines, offset: int | None) -> int | None:
    return None if offset is None else lines.at(offset)
