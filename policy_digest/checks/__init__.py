"""The checks that every translation has to pass, human or machine: its figures, its terms and names, its length.

``faults_of`` is the whole of them, ``figure_faults`` those of figures alone.
"""

from collections.abc import Sequence

from policy_digest.checks.agreement import disagreement
from policy_digest.checks.clauses import lost_clauses
from policy_digest.checks.manner import otherwise
from policy_digest.checks.named import misnamed, misnumbered
from policy_digest.checks.plain import plain_faults
from policy_digest.checks.reading import read_pair
from policy_digest.checks.swaps import swapped
from policy_digest.lexicon import Lexicon

__all__ = ["faults_of", "figure_faults", "told"]


def faults_of(zh: str, en: str, words: Lexicon, *, is_draft: bool = False) -> tuple[str, ...]:
    """What is wrong with ``en`` as a translation of ``zh``, each fault in words; nothing if all is well.

    ``is_draft``: nobody has read it, so that a clause of which it seems to say nothing counts too.

    Each reads on from "a translation": "without 78", "with 9.15亿 in dollars", "without 'State Council' for 国务院".
    """
    other = [*plain_faults(zh, en), *(lost_clauses(zh, en, words) if is_draft else ())]
    return (*figure_faults(zh, en, words), *misnamed(zh, en, words), *(f"with {one}" for one in other))


def told(en: str, faults: Sequence[str]) -> str:
    """Say what was found where a file has a translation with these faults."""
    return f"a translation {' and '.join(faults)}: '{en}'"


def figure_faults(zh: str, en: str, words: Lexicon) -> tuple[str, ...]:
    """What is wrong with the figures of ``en``: one is not told, or added, or told in another unit, bound or place."""
    lacking, added = disagreement(zh, en)
    reading = read_pair(zh, en, words)
    faults = [f"without {', '.join(lacking)}"] if lacking else []
    faults += [f"with {', '.join(added)}"] if added else []
    other = (*otherwise(reading), *swapped(reading, words))
    return (*faults, *(f"with {one}" for one in other), *misnumbered(zh, en))
