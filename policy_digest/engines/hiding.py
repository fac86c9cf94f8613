"""Keys and passwords taken out of whatever words come back from elsewhere."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_PIECE = 6  # a server that hides a part of a key prints the rest of it: so many characters in a row are hidden
_LEAST = 8
_MOST_WORDS = 300
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")


@dataclass(frozen=True, slots=True, repr=False)
class Secrets:
    """What must not be seen anywhere; printed, it says only how many there are."""

    words: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"<{len(self.words)} secrets>"

    def stand_in(self, text: str) -> bool:
        """Whether ``text`` has one of them, whole. Short ones are dummies (none, ollama) that any text may have."""
        return any(word in text for word in self.words if len(word) >= _LEAST)

    def hidden(self, text: str) -> str:
        """``text`` on one line, not too long, with every piece of a secret replaced by an ellipsis."""
        marked = [False] * len(text)
        for piece in self._pieces():
            at = text.find(piece)
            while at >= 0:
                marked[at : at + len(piece)] = [True] * len(piece)
                at = text.find(piece, at + 1)
        shown = "".join("\0" if is_secret else char for char, is_secret in zip(text, marked, strict=True))
        shown = re.sub("\0+", "…", shown)
        shown = " ".join(_UNPRINTABLE.sub(" ", shown).split())
        return shown if len(shown) <= _MOST_WORDS else f"{shown[:_MOST_WORDS]}…"

    def _pieces(self) -> Iterable[str]:
        for word in self.words:
            size = min(len(word), _PIECE)
            yield from {word[at : at + size] for at in range(len(word) - size + 1)}


def secrets_of(*words: str | None) -> Secrets:
    """The secrets among ``words``: those that are not empty."""
    return Secrets(tuple(dict.fromkeys(word for word in words if word)))
