"""Machine English put into an article's catalogue: fuzzy, with its origin in comments, in entries that are empty."""

from collections.abc import Iterable, Sequence

from policy_digest.model import Answer, BilingualDigest, Origin
from policy_digest.translate.merging import parsed, printed
from policy_digest.translate.messages import Message, untranslated_messages
from policy_digest.translate.provenance import without_provenance


def pending_messages(bilingual: BilingualDigest, catalogue: str) -> tuple[Message, ...]:
    """The texts of the page that have no English and an empty entry in the catalogue.

    An entry that is filled and not shown (its figures are wrong) awaits an editor, not an engine.
    """
    filled = {(entry.msgctxt or "", entry.msgid) for entry in parsed(catalogue) if entry.msgstr}
    return tuple(message for message in untranslated_messages(bilingual) if message.key not in filled)


def with_answers(catalogue: str, answers: Iterable[Answer], origin: Origin) -> str:
    """The catalogue with the answers in those of their entries that are still empty; all else as it stands.

    What an entry tells of an English that somebody took out of it goes: the answer is neither reviewed nor of an
    earlier wording.
    """
    english = {key: answer for answer in answers for key in answer.brief.keys}
    merged = parsed(catalogue)
    for entry in merged:
        answer = english.get((entry.msgctxt or "", entry.msgid))
        if answer is None or entry.msgstr or entry.obsolete:
            continue
        entry.msgstr = answer.en
        entry.tcomment = "\n".join([*without_provenance(entry.tcomment), *_comments(answer, origin)])
        entry.previous_msgctxt = entry.previous_msgid = entry.previous_msgid_plural = None
        if "fuzzy" not in entry.flags:
            entry.flags.append("fuzzy")
    return printed(merged, catalogue)


def with_unsaved(catalogue: str | None, unsaved: str) -> str:
    """The catalogue with the answers of another one, which could not be written in time, in its empty entries.

    A text that it has no entry of gets one: a merge finds out what became of it.
    """
    if not catalogue:
        return unsaved
    merged = parsed(catalogue)
    here = {(entry.msgctxt, entry.msgid): entry for entry in merged if not entry.obsolete}
    for answer in parsed(unsaved):
        entry = here.get((answer.msgctxt, answer.msgid))
        if answer.obsolete or not answer.msgstr:
            continue
        if entry is None:
            merged.append(answer)
        elif not entry.msgstr:
            entry.msgstr, entry.flags = answer.msgstr, list(dict.fromkeys([*entry.flags, *answer.flags]))
            entry.tcomment = "\n".join([*without_provenance(entry.tcomment), *answer.tcomment.splitlines()])
            entry.previous_msgctxt = entry.previous_msgid = entry.previous_msgid_plural = None
    return printed(merged, catalogue)


def _comments(answer: Answer, origin: Origin) -> Sequence[str]:
    """Comments of one line each, whatever the words are."""
    told = {"model": origin.model, "date": origin.date, "prompt": origin.prompt, "note": answer.wrong}
    return [f"{key}: {' '.join(words.split())}" for key, words in told.items() if words.split()]
