"""Texts put together for one call each: few enough that an answer is neither cut off nor mixed up."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from policy_digest.engines.errors import LengthError, ReplyError
from policy_digest.model import Brief, Subject

MOST_TEXTS = 8
MOST_CHARACTERS = 1_200
MOST_TRIES = 3
"""How often the texts of a batch are asked for where answers cannot be used."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Texts of one article for one call. ``refused`` says why the last answer for them could not be used."""

    subject: Subject
    briefs: tuple[Brief, ...]
    tries: int = 0
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Translated:
    """What an engine answered for a batch: the English by id, and the hash of what it was asked (empty for none)."""

    texts: Mapping[str, str]
    prompt: str = ""


def batches_of(subject: Subject, briefs: Sequence[Brief], most: int = MOST_TEXTS) -> tuple[Batch, ...]:
    """Cut the briefs, in their order, into batches of at most ``most`` texts and ``MOST_CHARACTERS`` characters.

    A longer text has a batch of its own.
    """
    return tuple(Batch(subject, group) for group in _groups(briefs, most))


def _groups(briefs: Sequence[Brief], most: int) -> Iterator[tuple[Brief, ...]]:
    group: list[Brief] = []
    for brief in briefs:
        characters = sum(len(one.source) for one in (*group, brief))
        if group and (len(group) == most or characters > MOST_CHARACTERS):
            yield tuple(group)
            group = []
        group.append(brief)
    if group:
        yield tuple(group)


def asked_again(batch: Batch, error: ReplyError) -> tuple[Batch, ...]:
    """What to ask for where an answer could not be used: the halves, or the one text again; none after enough tries.

    One text that is too long is not asked for again.
    """
    tries, reason = batch.tries + 1, str(error)
    if tries >= MOST_TRIES or (len(batch.briefs) == 1 and isinstance(error, LengthError)):
        return ()
    middle = (len(batch.briefs) + 1) // 2
    halves = (batch.briefs[:middle], batch.briefs[middle:])
    return tuple(Batch(batch.subject, half, tries, reason) for half in halves if half)
