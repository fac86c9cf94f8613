"""Keys and passwords taken out of whatever words come back from elsewhere."""

import base64
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from policy_digest.engines.lines import UNPRINTABLE, one_line

_PIECE = 6  # a server that hides a part of a key prints the rest of it: so many characters in a row are hidden
_LEAST = 8
_MOST_WORDS = 300
_OTHER_ALPHABET = str.maketrans("+/", "-_")


@dataclass(frozen=True, slots=True, repr=False)
class Secrets:
    """What must not be seen anywhere; printed, it says only how many there are."""

    words: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"<{len(self.words)} secrets>"

    def stand_in(self, text: str) -> bool:
        """Whether ``text`` has one of them, whole, also in base64 or, where it is no plain word, with blanks put in.

        Short ones are dummies (none, ollama) that any text may have; so may a text have "not needed" for notneeded.
        """
        squeezed, _ = _squeezed(text)
        forms = (form for word in self.words if len(word) >= _LEAST for form in (word, *_in_base64(word)))
        return any(form in text or (not form.isalpha() and form in squeezed) for form in forms)

    def hidden(self, text: str) -> str:
        """``text`` on one line, not too long, with every piece of a secret replaced by an ellipsis.

        A piece is seen in base64, too, and where blanks, line breaks or invisible characters were put into it.
        """
        squeezed, places = _squeezed(text)
        marked = [False] * len(text)
        for piece in self._pieces():
            at = squeezed.find(piece)
            while at >= 0:
                first, last = places[at], places[at + len(piece) - 1]
                marked[first : last + 1] = [True] * (last + 1 - first)
                at = squeezed.find(piece, at + 1)
        shown = "".join("\0" if is_secret else char for char, is_secret in zip(text, marked, strict=True))
        shown = one_line(re.sub("\0+", "…", shown))
        return shown if len(shown) <= _MOST_WORDS else f"{shown[:_MOST_WORDS]}…"

    def _pieces(self) -> Iterable[str]:
        for word in dict.fromkeys(form for one in self.words for form in (one, *_in_base64(one))):
            size = min(len(word), _PIECE)
            yield from {word[at : at + size] for at in range(len(word) - size + 1)}


def secrets_of(*words: str | None) -> Secrets:
    """The secrets among ``words``: those that are not empty, without blanks, which are not looked at."""
    told = (_squeezed(word)[0] for word in words if word)
    return Secrets(tuple(dict.fromkeys(word for word in told if word)))


def _squeezed(text: str) -> tuple[str, list[int]]:
    """``text`` without blanks and what cannot be seen, and the place of each character that is left."""
    places = [at for at, char in enumerate(text) if not char.isspace() and not UNPRINTABLE.match(char)]
    return "".join(text[at] for at in places), places


def _in_base64(word: str) -> Iterator[str]:
    """What a word is in base64, in both alphabets, by itself and as a part of something longer.

    Three bytes are four characters: behind one or two bytes of something else, a word is written otherwise.
    """
    octets = word.encode("utf-8", "surrogatepass")
    for lead, begin in ((0, 0), (1, 2), (2, 3)):
        whole = base64.b64encode(bytes(lead) + octets).decode("ascii").rstrip("=")
        parts = {whole[begin:], whole[begin : (lead + len(octets)) * 8 // 6]}
        for part in sorted(part for part in parts if len(part) >= _PIECE):
            yield part
            yield part.translate(_OTHER_ALPHABET)
