"""The units that a place lies in: by its official code where it has one, else as far as its name tells them."""

from policy_digest.lexicon.terms import Terms
from policy_digest.model import PlaceUnit
from policy_digest.translate.places import code_of, cut_name
from policy_digest.translate.rows import place_text

_LENGTHS = (2, 4, 6, 9)
"""How many digits of a code say the province, the prefecture, the county, the town."""


def place_units(name_zh: str, terms: Terms) -> tuple[PlaceUnit, ...]:
    """The units from the largest to the place itself, each with its code where the official lists have it."""
    code = code_of(name_zh, terms)
    named = terms.gazetteer.named
    if code is not None:
        return tuple(PlaceUnit(upper, place_text(named[upper], terms)) for upper in _uppers(code, terms))
    units, found = cut_name(name_zh, terms), list[PlaceUnit]()
    for end in range(1, len(units) + 1):
        found.append(PlaceUnit(code_of("".join(units[:end]), terms), place_text(units[end - 1], terms)))
    known = [at for at, unit in enumerate(found) if unit.code]
    if not known:
        return tuple(found)
    above = tuple(PlaceUnit(upper, place_text(named[upper], terms)) for upper in _uppers(found[known[-1]].code, terms))
    return (*above, *found[known[-1] + 1 :])


def _uppers(code: str | None, terms: Terms) -> tuple[str, ...]:
    """The codes of the units that the division of ``code`` lies in, and its own."""
    cut = [code[:length].ljust(6, "0") for length in _LENGTHS if code and length < len(code)]
    codes = dict.fromkeys((*cut, code or ""))
    return tuple(known for known in codes if known in terms.gazetteer.named)
