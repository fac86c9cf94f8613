"""What the punctuation of the genre does: which marks enclose words, and where a clause ends."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise

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
_QUOTE = re.compile('[“「『"]')
_BREAK = re.compile("[，；,;]")


def enclosed_spans(text: str) -> tuple[tuple[int, int], ...]:
    """The outermost stretches of ``text`` within quotation marks or brackets, marks included, in order.

    A straight double quote opens and closes in turn. A mark that is never closed encloses nothing.
    """
    outermost: list[tuple[int, int]] = []
    if not _MARK.search(text):
        return ()
    for start, end in sorted(_pairs(text)):
        if not outermost or start >= outermost[-1][1]:
            outermost.append((start, end))
    return tuple(outermost)


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    """Every mark that opens with the one that closes it; what stands unclosed between the two encloses nothing."""
    stack: list[tuple[str, int]] = []
    awaited = dict.fromkeys(_CLOSES.values(), 0)
    for match in _MARK.finditer(text):
        position, character = match.start(), match[0]
        if awaited.get(character):
            closes, start = "", position
            while closes != character:
                closes, start = stack.pop()
                awaited[closes] -= 1
            yield start, position + 1
        elif character in _CLOSES:
            stack.append((_CLOSES[character], position))
            awaited[_CLOSES[character]] += 1


def quoted_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Those of ``enclosed_spans`` that are quotations (no brackets, no titles of documents)."""
    if not _QUOTE.search(text):
        return ()
    return tuple(span for span in enclosed_spans(text) if _QUOTE.match(text, span[0]))


def clause_spans(text: str) -> tuple[tuple[int, int], ...]:
    """``text`` cut after each comma and semicolon that stands outside quotations and brackets; the pieces cover it all.

    A comma between digits is no break when three digits follow (12,345).
    """
    enclosed = _positions(enclosed_spans(text))
    breaks = (match.start() for match in _BREAK.finditer(text))
    cuts = [0, *(at + 1 for at in breaks if at not in enclosed and not (text[at] == "," and _is_thousands(text, at)))]
    if cuts[-1] != len(text):
        cuts.append(len(text))
    return tuple(pairwise(cuts))


def _positions(spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    return frozenset(chain.from_iterable(range(start, end) for start, end in spans))


def _is_thousands(text: str, position: int) -> bool:
    before, after = text[position - 1 : position], text[position + 1 : position + 4]
    fourth = text[position + 4 : position + 5]
    return before.isdigit() and len(after) == 3 and after.isdigit() and not fourth.isdigit()
