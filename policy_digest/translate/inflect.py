"""The -ing form of an English verb with what follows it: take part in → taking part in."""

import re

_KEPT = ("be", "see", "free", "agree", "flee")
_DOUBLED = re.compile("^[^aeiou]*[aeiou][bdgklmnprt]$")
"""Short verbs whose last letter doubles: get, win, plan."""


def gerund(base: str) -> str:
    """The -ing form of an infinitive, of each of two (foster and expand); what follows the verb stays as it is."""
    first, joined, second = base.partition(" and ")
    if joined and " " not in first:
        return f"{gerund(first)} and {gerund(second)}"
    verb, space, rest = base.partition(" ")
    if verb.endswith("ie"):
        verb = f"{verb[:-2]}y"
    elif verb.endswith("e") and verb not in _KEPT and not verb.endswith(("ee", "oe", "ye")):
        verb = verb[:-1]
    elif _DOUBLED.search(verb) or re.search("(?:enrol|travel|cancel|refer|transfer|submit|commit|admit|begin)$", verb):
        verb += verb[-1]
    return f"{verb}ing{space}{rest}"
