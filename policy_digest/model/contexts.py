"""The ``msgctxt`` of an entry in a PO file: the id of what a text is on a page.

A sentence, caption, bullet, commitment or programme goes by its own id; a heading or deck by the id of its section with
the role behind it; what an article has once by its role. A bullet or commitment that is one whole sentence is that
sentence's entry.
"""

import re
from typing import Final

ROLES: Final = (
    "title",
    "subtitle",
    "credit",
    "heading",
    "deck",
    "caption",
    "indicator",
    "programme",
    "bullet",
    "commitment",
    "sentence",
    "gap",
)
"""What a translated text is on a page. Files of earlier versions have these as contexts; a build takes them over."""

_OF_IDS: Final = {"b": "bullet", "c": "commitment", "p": "programme", "s": "sentence"}
_PROSE: Final = frozenset(("sentence", "bullet", "commitment", "caption"))
_ID = re.compile(r"(?P<kind>[bcps])-[\w-]+|(?:h-[\w-]+|lead)\.(?P<part>heading|deck)")


def role_of(context: str) -> str | None:
    """The role that a context tells (a caption's is ``sentence``: its id is one); None for what is no context."""
    if context in ROLES:
        return context
    match = _ID.fullmatch(context)
    return None if match is None else match["part"] or _OF_IDS[match["kind"]]


def family_of(role: str) -> str:
    """What roles the same words share one English in: sentences, bullets, commitments and captions are ``prose``."""
    return "prose" if role in _PROSE else role
