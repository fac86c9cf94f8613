"""The article's PO file brought up to date: new texts added empty, changed ones fuzzy, vanished ones kept as obsolete.

Nothing an editor wrote is ever dropped, and where nothing changed the file comes back byte for byte.
"""

import copy
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Final

import polib

from policy_digest.lexicon.terms import Terms
from policy_digest.model import BilingualDigest, family_of, role_of
from policy_digest.translate.alignment import Placed, aligned
from policy_digest.translate.messages import Message, messages_of
from policy_digest.translate.provenance import unsigned

HEADER: Final = {
    "Project-Id-Version": "policy-digest",
    "PO-Revision-Date": "1970-01-01 00:00+0000",
    "Last-Translator": "Policy Digest",
    "Language-Team": "English",
    "Language": "en",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}
_EARLIER = re.compile(r"^#~\| ?", re.MULTILINE)
_AGAIN = re.compile(r"~\d+\Z")
_LAST_COMMENTS = re.compile(r"(?:^|\n)((?:#(?!~)[^\n]*\n|[ \t]*\n)*#(?!~)[^\n]*)\s*\Z")


def merged_messages(bilingual: BilingualDigest, existing: str | None, terms: Terms) -> str:
    """Bring the PO file of an article up to date with what its page shows; ``existing`` is its text, if it has one."""
    name = PurePath(bilingual.digest.record.article.source.path).name
    return merged(messages_of(bilingual), existing, bilingual.slug, name, terms)


def merged(messages: Sequence[Message], existing: str | None, slug: str, name: str, terms: Terms) -> str:
    """Merge ``messages`` into the text of a PO file; ``name`` is the article's file.

    An entry follows its words, whatever their id. A text whose words were changed gets the translation of the earlier
    wording, fuzzy, with that wording kept; the finished translation of a wording that is gone becomes obsolete, and
    awakes as it was when the wording is back. Raises OSError where ``existing`` is no PO file.
    """
    old = parsed(existing) if existing else empty(slug)
    before = str(old)
    merge = _Merge(messages)
    merge.take_over([entry for entry in old if not entry.obsolete], [entry for entry in old if entry.obsolete])
    merge.hand_on()
    made = empty(slug)
    made.header, made.metadata, made.metadata_is_fuzzy = old.header, old.metadata, old.metadata_is_fuzzy
    for at, message in enumerate(messages):
        entry = merge.found.get(at) or polib.POEntry()
        entry.msgctxt, entry.msgid, entry.comment = message.context, message.zh, extracted(message, name, terms)
        made.append(entry)
    for entry in merge.asleep():
        entry.obsolete = True
        made.append(entry)
    return existing if existing and str(made) == before else printed(made, existing)


def extracted(message: Message, name: str, terms: Terms) -> str:
    """What the file tells a translator of a text: its roles, section and place, and the terms in it, a line each."""
    place = f"{name}:{message.line}" if message.line else name
    roles = ", ".join((message.role, *message.also))
    told = [" · ".join(part for part in (roles, message.section, place) if part)]
    known = dict.fromkeys((term.zh, term.en) for term in terms.within(message.zh))
    return "\n".join([*told, *(f"{zh} = {en}" for zh, en in known)])


def empty(slug: str) -> polib.POFile:
    """A catalogue that has only its head."""
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.header = f"The English of {slug}. Sign what you have reviewed: '# reviewer: <name>' above the entry."
    catalogue.metadata = dict(HEADER)
    return catalogue


def parsed(text: str) -> polib.POFile:
    """Read a PO file whole: polib leaves out the earlier wordings of obsolete entries as gettext writes them."""
    return polib.pofile(_EARLIER.sub("#| ", text), wrapwidth=0)


def printed(catalogue: polib.POFile, existing: str | None) -> str:
    """The text of a catalogue, with what of the ``existing`` text stands behind its last entry."""
    text = str(catalogue)
    return (text if text.endswith("\n") else text + "\n") + _last_comments(existing)


def _last_comments(existing: str | None) -> str:
    """The comments behind the last entry, which belong to none, so that polib leaves them out."""
    match = _LAST_COMMENTS.search(existing or "")
    return f"\n{match[1].strip()}\n" if match else ""


@dataclass(slots=True)
class _Merge:
    """One merge: ``found`` has the entry of each message by its index, the others what becomes obsolete."""

    messages: Sequence[Message]
    found: dict[int, polib.POEntry] = field(default_factory=dict)
    held: list[polib.POEntry] = field(default_factory=list)
    gone: list[polib.POEntry] = field(default_factory=list)
    sleeping: list[polib.POEntry] = field(default_factory=list)

    def take_over(self, held: Sequence[polib.POEntry], asleep: Sequence[polib.POEntry]) -> None:
        """Find the entries whose words are still there: those in force first, else obsolete ones, which awake."""
        awake, dormant = _by_words(held), _by_words(asleep)
        settled: set[int] = set()
        woken: set[int] = set()
        for at, message in enumerate(self.messages):
            words = message.family, message.zh
            mine = sorted(awake.get(words, ()), key=lambda entry: _worth(entry, message))
            theirs = sorted(
                (entry for entry in dormant.get(words, ()) if entry.msgstr), key=lambda e: _worth(e, message)
            )
            if theirs and not any(entry.msgstr or entry.msgctxt == message.context for entry in mine):
                chosen, rest = theirs[0], mine
                woken.add(id(chosen))
                chosen.obsolete = False
            elif mine:
                chosen, rest = mine[0], mine[1:]
            else:
                continue
            self.found[at] = chosen
            settled.update(map(id, rest))
            self.gone += [entry for entry in rest if not _is_told_by(entry, chosen)]
        self.held = [entry for entry in held if id(entry) not in settled]
        self.sleeping = [entry for entry in asleep if id(entry) not in woken]

    def hand_on(self) -> None:
        """Give each changed wording the translation of the wording it had; what nobody gets has vanished."""
        at_held = {id(entry): index for index, entry in enumerate(self.held)}
        news = [at for at in range(len(self.messages)) if at not in self.found or id(self.found[at]) in at_held]
        same = {index: at_held[id(self.found[at])] for index, at in enumerate(news) if at in self.found}
        old = [Placed(_kind(entry.msgctxt), entry.msgid) for entry in self.held]
        new = [Placed(_kind(self.messages[at].role), self.messages[at].zh) for at in news]
        changed = {news[index]: self.held[found] for index, found in aligned(old, new, same).items()}
        for at, entry in changed.items():
            self.found[at] = _handed_on(entry)
            if entry.msgstr and not _is_of_earlier(entry):
                self.gone.append(entry)
        kept = {*map(id, self.found.values()), *map(id, changed.values())}
        self.gone += [entry for entry in self.held if id(entry) not in kept]

    def asleep(self) -> list[polib.POEntry]:
        """What becomes obsolete, then what was: all that holds work, no context and words twice in the file.

        What was handed on is left out where the wording that it translates is back, with the same English.
        """
        back = {
            (_family(entry), entry.msgid, entry.msgstr, told)
            for entry in self.found.values()
            if not _is_of_earlier(entry)
            for told in (entry.tcomment, unsigned(entry.tcomment))
        }
        gone = [
            entry
            for entry in self.gone
            if (entry.msgstr or entry.tcomment)
            and not (
                _is_of_earlier(entry) and (_family(entry), entry.previous_msgid, entry.msgstr, entry.tcomment) in back
            )
        ]
        used = {message.key: self.found.get(at) for at, message in enumerate(self.messages)}
        return _apart([*gone, *self.sleeping], used)


def _by_words(entries: Iterable[polib.POEntry]) -> dict[tuple[str, str], list[polib.POEntry]]:
    found = defaultdict[tuple[str, str], list[polib.POEntry]](list)
    for entry in entries:
        found[_family(entry), entry.msgid].append(entry)
    return found


def _kind(context: str | None) -> str:
    """The role that texts are held against each other in; a caption is a sentence."""
    role = role_of(_AGAIN.sub("", context or "")) or ""
    return "sentence" if role == "caption" else role


def _family(entry: polib.POEntry) -> str:
    return family_of(_kind(entry.msgctxt))


def _worth(entry: polib.POEntry, message: Message) -> tuple[bool, bool, bool, bool]:
    """What comes first of several entries of the same words: the finished, the signed, the one of the right id."""
    is_signed = "reviewer:" in entry.tcomment.lower()
    return not entry.msgstr, entry.fuzzy, not is_signed, entry.msgctxt not in (message.context, message.role)


def _is_told_by(entry: polib.POEntry, other: polib.POEntry) -> bool:
    """Whether all that an editor wrote in ``entry`` stands in ``other``, too."""
    lines = set(other.tcomment.splitlines())
    return entry.msgstr in ("", other.msgstr) and all(line in lines for line in entry.tcomment.splitlines())


def _is_of_earlier(entry: polib.POEntry) -> bool:
    return bool(entry.fuzzy and entry.previous_msgid)


def _handed_on(entry: polib.POEntry) -> polib.POEntry:
    """A copy of an entry for a changed wording: fuzzy, with the wording that its English translates, signed by nobody.

    A signature for the new wording it is not, even when somebody only takes ``fuzzy`` away; a note says whose it was.
    """
    made = copy.copy(entry)
    made.flags, made.tcomment = list(entry.flags), unsigned(entry.tcomment)
    if entry.msgstr:
        if not _is_of_earlier(entry):
            made.previous_msgctxt, made.previous_msgid = entry.msgctxt, entry.msgid
        if not entry.fuzzy:
            made.flags.append("fuzzy")
    return made


def _apart(entries: Iterable[polib.POEntry], used: dict[tuple[str, str], polib.POEntry | None]) -> list[polib.POEntry]:
    """Entries with keys of their own, as gettext wants even of obsolete ones; without those that a namesake tells."""
    kept = []
    for entry in entries:
        base, count, key = _AGAIN.sub("", entry.msgctxt or ""), 1, (entry.msgctxt or "", entry.msgid)
        holder = used.get(key)
        if holder is not None and _is_told_by(entry, holder):
            continue
        while key in used:
            count += 1
            key = f"{base}~{count}", entry.msgid
        entry.msgctxt = key[0]
        used[key] = entry
        kept.append(entry)
    return kept
