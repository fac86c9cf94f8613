"""PO files made by hand for tests: messages of an invented town, and entries found by their words."""

import polib

from policy_digest import lexicon
from policy_digest.model import id_of
from policy_digest.translate import Message
from policy_digest.translate.merging import merged

SLUG = "qinghe-2024"
TERMS = lexicon.load().terms


def said(*sentences: str) -> list[Message]:
    """A message for each sentence, in their order; the id is of the words, with an ordinal for repeats."""
    messages, seen = [], list[str]()
    for line, words in enumerate(sentences, 1):
        seen.append(words)
        times = seen.count(words)
        name = id_of("s", words) if times == 1 else f"{id_of('s', words)}-{times}"
        messages.append(Message(name, "sentence", words, "", line))
    return messages


def merge(messages: list[Message], existing: str | None = None) -> str:
    return merged(messages, existing, SLUG, "qinghe.txt", TERMS)


def translated(text: str, **english: str) -> str:
    """A catalogue with an English for each entry whose Chinese begins with a key, signed by nobody."""
    catalogue = polib.pofile(text, wrapwidth=0)
    for entry in catalogue:
        for zh, en in english.items():
            if entry.msgid.startswith(zh) and not entry.obsolete:
                entry.msgstr, entry.tcomment = en, "origin: project translation"
    return str(catalogue)


def active(text: str) -> dict[str, polib.POEntry]:
    """The entries in force by their Chinese."""
    return {entry.msgid: entry for entry in polib.pofile(text, wrapwidth=0) if not entry.obsolete}


def entries_of(text: str) -> list[polib.POEntry]:
    """All entries, the obsolete ones with the earlier wording that polib leaves out."""
    return list(polib.pofile(text.replace("#~| ", "#| "), wrapwidth=0))


def obsolete(text: str) -> dict[str, str]:
    """The English of the obsolete entries by their Chinese."""
    return {entry.msgid: entry.msgstr for entry in polib.pofile(text, wrapwidth=0) if entry.obsolete}


def english(text: str) -> list[tuple[str, str, str | None]]:
    """What the entries in force say, in their order: English, flags, and the wording that it translates."""
    entries = [entry for entry in polib.pofile(text, wrapwidth=0) if not entry.obsolete]
    return [(entry.msgstr, ",".join(entry.flags), entry.previous_msgid) for entry in entries]
