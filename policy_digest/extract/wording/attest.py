"""Attest: the restored words that make a name which an authority attests."""

import re
from collections.abc import Sequence
from itertools import accumulate

from policy_digest.extract.wording.places import Place, apply
from policy_digest.lexicon.wording import WordingTable


def attest(text: str, found: Sequence[Place], table: WordingTable) -> tuple[Place, ...]:
    """The places of ``text``, those graded ``attested`` that are part of a name once all are restored."""
    made = list(found)
    restored = apply(text, found) if found else ""
    shifts = list(accumulate((len(one.restored) - (one.end - one.start) for one in found), initial=0))
    starts = [one.start + shift for one, shift in zip(found, shifts, strict=False)]
    for name in table.names.values():
        for match in re.finditer(re.escape(name.name), restored) if name.name in restored else ():
            within = [index for index, start in enumerate(starts) if match.start() <= start < match.end()]
            for index in within:
                made[index] = found[index]._replace(
                    grade="attested",
                    reason=name.authority,
                    phrase=name.name,
                    phrase_start=match.start() - shifts[within[0]],
                    phrase_end=match.end() - shifts[within[-1] + 1],
                )
    return tuple(made)
