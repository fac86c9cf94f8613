"""The shapes that a correction may have: which actions there are on which targets, and which fields each may set."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from policy_digest.model import Action, Bound, Kind, Nature, Target
from policy_digest.sidecars.forms import DAY, PERIOD, PROSE, QUOTE, VALUE, WORDS, Form, one_of

SIGNED: Mapping[str, Form] = {"by": WORDS, "date": DAY, "why": PROSE}
"""What every correction states."""

ADDRESS: Mapping[str, Form] = {"id": WORDS, "words": QUOTE, "in": QUOTE}
"""How a correction finds its object."""

WHOLE = ("no-title", "no-date", "no-source", "no-byline")
"""Kinds of gaps of an article as a whole: they stand on no words of it."""

FIELDS: Mapping[Target, Mapping[str, Form]] = {
    "observation": {
        "indicator": WORDS,
        "value": VALUE,
        "bound": one_of(bound for bound in get_args(Bound) if bound != "range"),
        "kind": one_of(get_args(Kind)),
        "nature": one_of(get_args(Nature)),
        "ref_area": WORDS,
        "time_period": PERIOD,
    },
    "bullet": {"text": WORDS},
    "programme": {"name": WORDS, "kind": WORDS},
    "section": {"heading": WORDS, "deck": WORDS},
    "gap": {"kind": WORDS, "text": WORDS, "text_en": WORDS},
}
"""What may be set of each target."""

NEEDS: Mapping[str, str] = {"text_en": "text"}
"""Fields that are set only with another."""

NAMES: Mapping[Target, str] = {"observation": "indicator", "programme": "name", "section": "heading"}
"""The field that ``rename`` sets."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a correction of one action on one target holds besides ``by``, ``date`` and ``why``.

    ``addresses`` are the keys it may be addressed by, one of ``one_of`` at least (none where that is empty).
    ``sets`` says whether it has ``set``, with at least the fields ``required``; ``renames`` whether it has ``to``.
    """

    addresses: tuple[str, ...]
    one_of: tuple[str, ...]
    sets: bool = False
    needs_set: bool = False
    required: tuple[str, ...] = ()
    renames: bool = False


_FOUND = ("id", "words", "in")
_QUOTED = ("words", "in")
_CHANGE = Shape(_FOUND, ("id", "words"), sets=True, needs_set=True)
_HIDE = Shape(_FOUND, ("id", "words"))
_RENAME = Shape(_FOUND, ("id", "words"), renames=True)

SHAPES: Mapping[tuple[Action, Target], Shape] = {
    **{("change", target): _CHANGE for target in get_args(Target)},
    **{("hide", target): _HIDE for target in get_args(Target)},
    ("rename", "observation"): _RENAME,
    ("rename", "programme"): _RENAME,
    ("rename", "section"): _RENAME,
    ("add", "observation"): Shape(_QUOTED, ("words",), sets=True, needs_set=True, required=("indicator", "nature")),
    ("add", "bullet"): Shape(_QUOTED, ("words",), sets=True),
    ("add", "programme"): Shape(_QUOTED, ("words",), sets=True, needs_set=True, required=("kind",)),
    ("add", "gap"): Shape(_QUOTED, (), sets=True, needs_set=True),
}
"""The corrections there are. A section is not added: that would take the text apart otherwise than it is."""


def targets_of(action: Action) -> tuple[Target, ...]:
    """What ``action`` may be done to."""
    return tuple(target for known, target in SHAPES if known == action)
