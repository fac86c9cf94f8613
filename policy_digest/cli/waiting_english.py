"""What of an article's English awaits an editor: texts to translate or to read, names and words that no table holds."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from policy_digest.model import BilingualDigest, Lines, Status, Text, family_of, role_of
from policy_digest.translate import Message, messages_of, messages_with, shown_texts
from policy_digest.translate.places import UNVERIFIED

Place = tuple[str, int]
Found = tuple[str, Place, str]

BY_STATUS: Final[Mapping[Status, str]] = {
    "missing": "untranslated",
    "earlier": "earlier",
    "machine": "unreviewed",
    "project": "unsigned",
}
"""The kind of thing that awaits an editor, by what the English of a text is."""

_HAN = re.compile("[㐀-鿿]+")


def awaited_english(bilingual: BilingualDigest, path: str, places: Mapping[tuple[str, str], Place]) -> Iterator[Found]:
    """What the English awaits: its kind, file and line, and words.

    A text is told at its entry of the PO file where it has one, for that is where an editor goes; names and words that
    a table should hold are told at their line of the article.
    """
    at = {(family_of(role_of(context) or context), zh): place for (context, zh), place in places.items()}
    withheld = {(family_of(role_of(one.context) or ""), one.zh): one for one in bilingual.withheld}
    entries = {(message.family, message.zh): message for message in messages_of(bilingual)}
    for key, one in withheld.items():
        if key in entries:
            words = f"{_told(entries[key])}: a translation {'; '.join(one.reasons)}: {one.en}"
            yield "withheld", at.get(key, (path, entries[key].line or 0)), words
    for status, kind in BY_STATUS.items():
        for message in messages_with(bilingual, (status,)):
            key = message.family, message.zh
            if key not in withheld and not _is_stated(bilingual, message):
                yield kind, at.get(key, (path, message.line or 0)), _told(message)
    yield from _names(bilingual, path)
    yield from _words(bilingual, path, {key: message.line or 0 for key, message in entries.items()})


def _told(message: Message) -> str:
    return f"{message.role}: {message.zh}"


def _is_stated(bilingual: BilingualDigest, message: Message) -> bool:
    """Whether the sidecar gives the English, so that no entry of the PO file is shown."""
    return message.role == "title" and bilingual.digest.record.article.source.sidecar.title_en is not None


def _names(bilingual: BilingualDigest, path: str) -> Iterator[Found]:
    """Names of places that the gazetteer does not hold, each once at its first figure, and posts without an English."""
    article = bilingual.digest.record.article
    lines, sentences = Lines(article.source.text), article.by_id
    placed: list[tuple[Text, int]] = []
    if bilingual.place and article.metadata.ref_area:
        start = article.metadata.ref_area.start
        placed.append((bilingual.place, 0 if start is None else lines.at(start)))
    rows = (row for section in bilingual.sections for row in section.rows)
    placed += [(row.place, lines.at(sentences[row.marks[0].sentence].start)) for row in rows if row.place]
    first: dict[str, tuple[int, str]] = {}
    for text, line in placed:
        if text.en is None or text.en.endswith(UNVERIFIED):
            english = f"romanised: {text.en.removesuffix(UNVERIFIED)}" if text.en else "no English"
            first.setdefault(text.zh, (line, f"place: {text.zh} ({english})"))
    for person in bilingual.people:
        line = lines.at(sentences[person.sentences[0]].start) if person.sentences else 0
        for post in person.posts:
            if post.en is None:
                first.setdefault(post.zh, (line, f"post: {post.zh} (no English)"))
    yield from (("unmapped-name", (path, line), words) for line, words in first.values())


def _words(bilingual: BilingualDigest, path: str, lines: Mapping[tuple[str, str], int]) -> Iterator[Found]:
    """Words of composed names that no table holds, each once with the first name that has it."""
    first: dict[str, tuple[int, str]] = {}
    for role, text in shown_texts(bilingual):
        if text.status == "partial":
            for word in _HAN.findall(text.en or ""):
                line = lines.get((family_of(role), text.zh), 0)
                first.setdefault(word, (line, f"{word} in {role}: {text.zh}"))
    yield from (("unmapped-term", (path, line), words) for line, words in first.values())
