"""Evidence: what decided something that was read, kept where it is decided, so that ``explain`` can tell it."""

from typing import NamedTuple


class Why(NamedTuple):
    """A rule and the words it went by.

    ``table`` is a file of ``policy_digest/data``, or empty where the code itself decides; ``rule`` the id of an entry
    in it (in a table of words, the word's role), or the code's own name for the case; ``words`` are as folded.
    """

    table: str = ""
    rule: str = ""
    words: str = ""
