"""Programmes over a collection: one entry for one name within a place, and like mechanisms of different places."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from policy_digest.collate.localities import place_key
from policy_digest.lexicon.mechanisms import Mechanism, Mechanisms
from policy_digest.model import (
    BilingualDigest,
    BilingualItem,
    Like,
    Likeness,
    ProgrammeEntry,
    ProgrammeUse,
    Text,
    id_of,
)

_IDLE = re.compile(r"[\s“”‘’\"'「」『』《》〈〉·]")
_EDGES = "，。；,;、：:！？!? \u3000"


def folded(name: str) -> str:
    """A programme's name without quotation marks and spaces, by which it is known again."""
    return _IDLE.sub("", name)


def programme_entries(digests: Sequence[BilingualDigest]) -> tuple[ProgrammeEntry, ...]:
    """The programmes by place, then in the order of the digests, which stand newest first.

    Those of a digest without a place stay that digest's own: nothing says that two of them are of one place.
    """
    found: dict[tuple[str, str], list[ProgrammeUse]] = {}
    for digest in digests:
        own = place_key(digest) or f"~{digest.slug}"
        for item in _named(digest):
            found.setdefault((own, folded(item.text.zh)), []).append(ProgrammeUse(digest, item))
    return tuple(_entry(own, name, uses) for (own, name), uses in sorted(found.items(), key=lambda entry: entry[0][0]))


def _entry(own: str, name: str, uses: Sequence[ProgrammeUse]) -> ProgrammeEntry:
    told = next((use.item for use in uses if use.item.text.en), uses[0].item)
    place = "" if own.startswith("~") else own
    return ProgrammeEntry(id_of("programme", own, name), place, told.text, told.kind or "initiative", tuple(uses))


def _named(digest: BilingualDigest) -> Iterator[BilingualItem]:
    """The programmes of a digest's page, each name once."""
    seen: set[str] = set()
    for item in (item for section in digest.sections for item in section.programmes):
        name = folded(item.text.zh)
        if name and name not in seen:
            seen.add(name)
            yield item


def likenesses(digests: Sequence[BilingualDigest], mechanisms: Mechanisms) -> tuple[Likeness, ...]:
    """The kinds of mechanism that two places or more have, with what each has, by place."""
    made = (_likeness(kind, digests) for kind in mechanisms.kinds)
    return tuple(one for one in made if len({like.place for like in one.likes}) > 1)


def _likeness(kind: Mechanism, digests: Sequence[BilingualDigest]) -> Likeness:
    likes: dict[tuple[str, str], Like] = {}
    for digest in digests:
        if place := place_key(digest):
            named, deeds = list(_by_name(kind, place, digest)), list(_by_deed(kind, place, digest))
            # Of what has a name a clause is quoted only where no name is told: the first says what it is.
            told = deeds if kind.names is None else deeds[:1]
            for like in named or told:
                likes.setdefault((place, folded(like.words.zh)), like)
    name, note = Text(kind.name.zh, kind.name.en, "generated"), Text(kind.note.zh, kind.note.en, "generated")
    return Likeness(kind.id, name, note, tuple(sorted(likes.values(), key=lambda like: like.place)))


def _by_name(kind: Mechanism, place: str, digest: BilingualDigest) -> Iterator[Like]:
    if kind.names is None:
        return
    sentences = digest.digest.record.article.by_id
    for item in _named(digest):
        told = tuple(sentences[name].text for name in item.sentences if name in sentences)
        if kind.has_name(item.text.zh, told):
            yield Like(place, digest, item.text, item.id, programme=item.id)


def _by_deed(kind: Mechanism, place: str, digest: BilingualDigest) -> Iterator[Like]:
    """The clauses that tell a deed of the kind, each at what its digest's page quotes of it, or else at its section."""
    if kind.deeds is None:
        return
    sections = digest.digest.record.article.sections
    told = ((section, sentence) for section in sections for sentence in section.sentences)
    found = [(section, sentence, match) for section, sentence in told if (match := kind.deed(sentence.text))]
    anchors, english = (_anchors(digest), _english(digest)) if found else ({}, {})
    for section, sentence, match in found:
        clause = Text(_clause(sentence.text, match), None, "missing")
        anchor = anchors.get(sentence.id) or (section.id if section.heading else "top")
        yield Like(place, digest, clause, anchor, english.get(sentence.text))


def _clause(text: str, match: re.Match[str]) -> str:
    """The clause of ``text`` that the words matched stand in."""
    start = max(text.rfind(mark, 0, match.end() - 1) for mark in "，。；,;！？") + 1
    ends = [at for mark in "，。；,;！？" if (at := text.find(mark, match.end())) >= 0]
    return text[start : min(ends, default=len(text))].strip(_EDGES)


def _anchors(digest: BilingualDigest) -> Mapping[str, str]:
    """Where on its page a digest quotes each sentence."""
    found: dict[str, str] = {}
    for section in digest.sections:
        for item in (*section.bullets, *section.programmes, *section.commitments):
            for name in item.sentences:
                found.setdefault(name, item.id)
        for row in section.rows:
            for mark in row.marks:
                found.setdefault(mark.sentence, row.anchor)
    return found


def _english(digest: BilingualDigest) -> Mapping[str, Text]:
    """The English of the sentences that a digest's page has it of."""
    marks = (mark for section in digest.sections for row in section.rows for mark in row.marks)
    texts: Iterable[tuple[str, Text]] = (
        *((mark.before + mark.figure + mark.after, mark.translation) for mark in marks),
        *((text.zh, text) for text in digest.quoted),
    )
    return {words: text for words, text in texts if text.en}
