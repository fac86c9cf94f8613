"""What the punctuation of the genre does: which marks enclose words, where a clause ends; capitals within a phrase."""

import re
from collections.abc import Iterator
from functools import lru_cache

# A number with its decimals and scale; the escapes are the full-width stop, colon and per cent, and per mille.
FIGURE = re.compile(r"\d+(?:,\d{3})*(?:[.\uff0e:\uff1a]\d+)*[%\uff05\u2030]?[余多几]?[百千万亿]*")
"""A figure in the words of a summary."""

_CLOSES = {
    '"': '"',
    "“": "”",
    "‘": "’",
    "「": "」",
    "『": "』",
    "（": "）",
    "(": ")",
    "《": "》",
    "〈": "〉",
    "【": "】",
    "[": "]",
}
_MARK = re.compile("[" + re.escape("".join({*_CLOSES, *_CLOSES.values()})) + "]")
_QUOTES = '“「『"'
_BREAK = re.compile("[，；,;]")
_CAPITALS = re.compile(r"[A-Z][\w’'-]+ (?:(?:and|the|of) )?[A-Z][a-z]")
_PROPER = (
    "Party",
    "General Party",
    "First Party",
    "Communist",
    "Chin",
    "Beijing",
    "Engel",
    "Gini",
    "Fortune",
    "Three-North",
)


def enclosed_spans(text: str) -> tuple[tuple[int, int], ...]:
    """The outermost stretches of ``text`` within quotation marks or brackets, marks included, in order.

    A straight double quote opens and closes in turn. A mark that is never closed encloses nothing.
    """
    outermost: list[tuple[int, int]] = []
    stack: list[tuple[str, int]] = []  # the marks that are open, each by the one that closes it
    awaited: dict[str, int] = {}
    for match in _MARK.finditer(text):
        position, character = match.start(), match[0]
        if awaited.get(character):
            closes, start = "", position
            while closes != character:
                closes, start = stack.pop()
                awaited[closes] -= 1
            while outermost and outermost[-1][0] > start:
                outermost.pop()
            outermost.append((start, position + 1))
        elif closing := _CLOSES.get(character):
            stack.append((closing, position))
            awaited[closing] = awaited.get(closing, 0) + 1
    return tuple(outermost)


def quoted_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Those of ``enclosed_spans`` that are quotations (no brackets, no titles of documents)."""
    if not ("“" in text or '"' in text or "「" in text or "『" in text):
        return ()
    return tuple([span for span in enclosed_spans(text) if text[span[0]] in _QUOTES])


@lru_cache(maxsize=16)
def clause_spans(text: str) -> tuple[tuple[int, int], ...]:
    """``text`` cut after each comma and semicolon that stands outside quotations and brackets; the pieces cover it all.

    A comma between digits is no break when three digits follow (12,345).
    """
    return tuple(clauses(text))


def clauses(text: str) -> Iterator[tuple[int, int]]:
    """Those of ``clause_spans`` one after another."""
    begin = last = 0
    for start, end in (*enclosed_spans(text), (len(text), len(text))):
        for match in _BREAK.finditer(text, last, start):
            if match[0] != "," or not _is_thousands(text, match.start()):
                yield begin, match.end()
                begin = match.end()
        last = end
    if begin != len(text):
        yield begin, len(text)


def _is_thousands(text: str, position: int) -> bool:
    before, after = text[position - 1 : position], text[position + 1 : position + 4]
    fourth = text[position + 4 : position + 5]
    return before.isdigit() and len(after) == 3 and after.isdigit() and not fourth.isdigit()


def lowered(english: str) -> str:
    """An English name within a phrase: its first letter small, unless it is of an acronym or a proper name.

    A word that another capital follows is one of a proper name (Tangshan Port, World Cultural Heritage).
    """
    at = len(english) - len(english.lstrip("“‘"))
    is_proper = (
        english[at:].startswith(_PROPER) or not english[at + 1 : at + 2].islower() or _CAPITALS.match(english, at)
    )
    return english if is_proper else english[:at] + english[at].lower() + english[at + 1 :]
