"""Words from elsewhere as one line that a terminal and a PO file can hold."""

import re

# Control and invisible characters, which no translation needs: among them those that turn the direction of text, and
# halves of characters, which no file can be written with.
UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


def one_line(words: str) -> str:
    """``words`` on one line, without characters that cannot be seen and with single blanks."""
    return " ".join(UNPRINTABLE.sub(" ", words).split())
