"""What a check of translations says against an English, in words for the editor who is to correct it."""

from policy_digest.read.agreement import disagreement
from policy_digest.read.manner import otherwise


def objections(zh: str, en: str) -> str:
    """What is wrong with ``en``, on one line; empty where nothing is.

    These are the checks for which ``translations`` withholds a fuzzy entry: what is said here is not shown there.
    """
    lacking, added = disagreement(zh, en)
    other = otherwise(zh, en)
    told = (("without", lacking), ("with", other), ("with", added))
    return "; ".join(f"{word} {', '.join(found)}" for word, found in told if found)
