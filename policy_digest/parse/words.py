"""Words that know where they stand: text cut from a source and joined, with the way back to its offsets."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

_LATIN = re.compile(r"[A-Za-z]")
_SPACE = "[ \u3000\xa0]"
_ANY_SPACE = re.compile(_SPACE)
_HAN = "\u4e00-\u9fff"
# A figure with the spaces that some layouts set around it.
_SPACED = re.compile(
    rf"(?P<before>(?<=[{_HAN}，、；：。（])(?<!{_SPACE}){_SPACE})?\d[\d.,]*(?P<inside>{_SPACE}(?=[%％‰℃㎡]))?"
    rf"(?P<sign>[%％‰])?(?:(?P<after>{_SPACE})(?=[{_HAN}])|(?P<end>{_SPACE})(?=[，、；：。）]))?"
)


class Words(NamedTuple):
    """A text and its ``runs``: (position in ``text``, offset in the source) where each unbroken stretch begins."""

    text: str
    runs: tuple[tuple[int, int], ...]

    def offset(self, position: int) -> int:
        """Return the source offset of the character at ``position``."""
        at, offset = self.runs[bisect_right(self.runs, (position, 1 << 62)) - 1 if len(self.runs) > 1 else 0]
        return offset + position - at

    @property
    def start(self) -> int:
        """The offset of the first character."""
        return self.runs[0][1]

    @property
    def end(self) -> int:
        """The offset after the last character."""
        return self.offset(len(self.text) - 1) + 1

    @property
    def span(self) -> tuple[int, int]:
        """Both ends, half open."""
        if len(self.runs) > 1:
            return self.start, self.end
        at, offset = self.runs[0]
        return offset, offset - at + len(self.text)

    def followed_by(self, other: "Words") -> "Words":
        """Return both texts as one, a space between them standing for the line's end."""
        at = len(self.text) + 1
        runs = (*self.runs, (at - 1, self.end), *((at + position, offset) for position, offset in other.runs))
        return Words(f"{self.text} {other.text}", runs)

    def closed(self) -> "Words":
        """Return the text without the spaces that a layout sets between a figure and the words around it (增长 7%)."""
        spaces = _spaces(self.text)
        if not spaces:
            return self
        text, runs, length = "", [], 0
        for start, end in zip([0, *(at + 1 for at in spaces)], [*spaces, len(self.text)], strict=True):
            runs.append((length, self.offset(start)))
            runs += [(at - start + length, offset) for at, offset in self.runs if start < at < end]
            text += self.text[start:end]
            length = len(text)
        return Words(text, tuple(runs))

    def cut(self, start: int, end: int) -> "Words":
        """Return ``text[start:end]`` without white space at its ends."""
        whole = self.text[start:end]
        text = whole.strip()
        if len(text) < len(whole):
            start += len(whole) - len(whole.lstrip())
        if len(self.runs) == 1:
            at, offset = self.runs[0]
            return Words(text, ((0, offset + start - at if text else offset),))
        end = start + len(text)
        runs = [(0, self.offset(start))] if text else [(0, self.start)]
        first = bisect_right(self.runs, (start, 1 << 62))
        for at, offset in self.runs[first:]:
            if at >= end:
                break
            runs.append((at - start, offset))
        return Words(text, tuple(runs))


def gather(source: str, stretches: Sequence[tuple[int, int]]) -> Words:
    """Join stretches of ``source``; between two Latin words a broken line stands as a space."""
    if len(stretches) == 1 and (only := stretches[0])[0] < only[1]:
        return Words(source[only[0] : only[1]], ((0, only[0]),))
    parts: list[str] = []
    runs: list[tuple[int, int]] = []
    length = 0
    last = -1
    for start, end in stretches:
        if start >= end:
            continue
        if (
            parts
            and last < start
            and _LATIN.match(source[last - 1])
            and _LATIN.match(source[start])
            and _breaks(source, last, start)
        ):
            parts.append(" ")
            runs.append((length, last))
            length += 1
        if start != last or not parts:
            runs.append((length, start))
        parts.append(source[start:end])
        length += end - start
        last = end
    return Words("".join(parts), tuple(runs) or ((0, 0),))


def _spaces(text: str) -> list[int]:
    """Return where the spaces stand that say nothing.

    One behind a percent sign may part two clauses (增长7% 增速第一) where no space stands before a number.
    """
    if not _ANY_SPACE.search(text):
        return []
    figures = list(_SPACED.finditer(text))
    is_usual = any(figure["before"] for figure in figures)
    return [
        figure.start(name)
        for figure in figures
        for name in ("before", "inside", "after", "end")
        if figure[name] and (name != "after" or is_usual or not figure["sign"])
    ]


def _breaks(source: str, start: int, end: int) -> bool:
    return any(char.isspace() for char in source[start:end])
