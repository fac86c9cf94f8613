"""How a sentence is heard before it is named: its clauses, its marks, what is quoted or masked in it."""

import re
from bisect import bisect_right
from functools import lru_cache

BREAKS = "，,；;。：:！!？?（）()\n\t|"
"""What a clause ends with; no phrase crosses one."""

_BREAK = re.compile(f"[{BREAKS}]")
BRACKETED = re.compile(r"[(（][^()（）]*[)）]")
_QUOTES = re.compile(r"[“”‘’\"'「」『』]+")
_QUOTED = re.compile(r"[“‘\"'「『]([^“”‘’\"'「」『』\x00]{1,10})[”’\"'」』]")
_OPAQUE = 0xA0000  # how far quoted characters are shifted: what is quoted is a name, and no word of it a verb
_SPACE = re.compile(r"\s")
MASK = "\x00"
"""Stands in a sentence for every character that no name crosses."""

EDGE = "\x01"  # where a quotation began or ended: no word of the lexicon crosses it
_TAIL_JUNK = EDGE + " 、的之－-—~·…《》<>*#+/.\\"
EDGE_JUNK = _TAIL_JUNK + "和与及"
END_JUNK = MASK + _TAIL_JUNK
OPENING = re.compile(rf"(?:[{re.escape(_TAIL_JUNK)}]|和(?![美谐平睦顺静田])|与(?!会)|及(?![格时]))*")


def clause_start(text: str, at: int) -> int:
    """Where the clause that holds position ``at`` begins."""
    starts = _starts(text)
    return starts[bisect_right(starts, at) - 1]


@lru_cache(maxsize=4)
def _starts(text: str) -> tuple[int, ...]:
    """Where the clauses of the sentence at hand begin."""
    return (0, *[mark.end() for mark in _BREAK.finditer(text)])


def clause_end(text: str, at: int) -> int:
    """Where the clause that holds position ``at`` ends."""
    starts = _starts(text)
    after = bisect_right(starts, at)
    return starts[after] - 1 if after < len(starts) else len(text)


def blank(text: str, spans: tuple[tuple[int, int, str], ...]) -> str:
    """``text`` with the masked spans as control characters, which no name crosses; as long as before."""
    for start, end, _ in spans:
        text = text[:start] + MASK * (end - start) + text[end:]
    return text


def fill_brackets(text: str, kept: tuple[tuple[int, int], ...]) -> str:
    """``text`` with bracketed words as spaces, unless a ``kept`` span stands in them; as long as before."""

    def fill(match: re.Match[str]) -> str:
        inside = any(start < match.end() and match.start() < end for start, end in kept)
        return match[0] if inside else " " * len(match[0])

    return BRACKETED.sub(fill, text) if "(" in text or "（" in text else text


def trim(text: str) -> str:
    """``text`` without the marks and joints at its edges; 和美乡村 and the like keep their first character."""
    return (OPENING.sub("", text, count=1) if text[:1] in EDGE_JUNK else text).rstrip(_TAIL_JUNK)


def unquoted(text: str) -> str:
    """``text`` without quotation marks and white space, quoted characters as themselves again."""
    if not text or text.isalnum():
        return text
    plain = _QUOTES.sub("", _SPACE.sub("", text)).replace(EDGE, "")
    return "".join(chr(ord(char) - _OPAQUE) if ord(char) > _OPAQUE else char for char in plain)


def opaque(text: str) -> str:
    """``text`` with its short quotations as characters that no word of the lexicon has."""
    if text.isalnum():
        return text
    text = _QUOTED.sub(lambda match: EDGE + "".join(chr(ord(char) + _OPAQUE) for char in match[1]) + EDGE, text)
    return _QUOTES.sub(EDGE, _SPACE.sub("", text))
