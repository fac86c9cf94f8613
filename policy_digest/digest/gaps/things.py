"""Things that a clause says are set up and nobody says more of: a brand, an institute, a platform, a network."""

import re
from collections.abc import Iterator, Sequence

from policy_digest.digest.gaps.found import Found
from policy_digest.digest.texts import Told
from policy_digest.lexicon import Lexicon
from policy_digest.lexicon.marks import clause_spans
from policy_digest.model import Record

_TAIL = 5  # characters at the end of a name by which the text speaks of it again
_MOST_BESIDE = 5  # characters beside a name in its clause that tell nothing of it, the clause's mark among them


def only_set_up(texts: Sequence[Told], record: Record, lexicon: Lexicon) -> Iterator[Found]:
    """The names of such things, where every clause that holds the name holds little else."""
    planned = {commitment.sentence for commitment in record.commitments}
    named = {programme.name_zh for programme in record.programmes}
    body = [told for told in texts if not told.is_caption]
    for told in texts:
        for match in lexicon.gaps.patterns["set-up"].finditer(told.text) if told.sentence.id not in planned else ():
            start, end = match.span("words")
            words = told.printed(start, end)
            if words not in named and not _is_told_of(match["words"], (told.sentence.id, start), body):
                yield Found(told.sentence.offset(start), "no-content", told.section.id, told.sentence.id, words)


def _is_told_of(words: str, own: tuple[str, int], body: Sequence[Told]) -> bool:
    """Whether a clause other than its ``own`` holds a thing's name and more than idle words beside it."""
    tail = words[-_TAIL:]
    for told in body:
        for match in re.finditer(re.escape(tail), told.text) if tail in told.text else ():
            start, end = next((a, b) for a, b in clause_spans(told.text) if a <= match.start() < b)
            is_own = told.sentence.id == own[0] and start <= own[1] < end
            if not is_own and end - start > len(words) + _MOST_BESIDE:
                return True
    return False
