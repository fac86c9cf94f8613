"""Small charts as inline SVG, made when the site is built: a line over time, and bars.

A chart shows values that a table beside it tells too, each labelled with the words of that table. It is drawn in units
of which a screen shows about one and a half pixels each, so that its letters can be read on a phone; colours are the
theme's variables, so that it is light, dark and printed as the page is. Coordinates are decimals rounded half to even
to a tenth: the same values give the same bytes.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from markupsafe import Markup

from policy_digest.render.escape import escape

WIDTH = 360
_LINE_HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 190, 34, 34, 26, 162
_ROW, _BAR, _BAR_TOP = 36, 9, 20
_EM = Decimal(11)
_TENTH = Decimal("0.1")
_ABOVE, _BELOW = 8, 17


@dataclass(frozen=True, slots=True)
class Mark:
    """A value of a chart: where it stands in time (days; bars: 0), how large it is, its words, the words of its place.

    ``style`` is the nature of a figure: actual ones are drawn full, expected ones outlined, targets dashed.
    """

    at: int
    value: Decimal
    words: str
    label: str
    style: str = "actual"


def line_chart(marks: Sequence[Mark], title: str, description: str, name: str) -> Markup:
    """A line of three or more marks in the order of time. The axis begins at zero unless all is far above it.

    ``name`` makes the ids of the chart; it has to be the chart's own on its page.
    """
    low, high = axis(mark.value for mark in marks)
    low -= (high - low) / 6 if low < 0 else 0  # room for the words below the lowest mark
    first, last = marks[0].at, marks[-1].at
    points = [
        (
            _LEFT + Decimal(mark.at - first) / Decimal(last - first or 1) * (WIDTH - _LEFT - _RIGHT),
            _BOTTOM - (mark.value - low) / (high - low) * (_BOTTOM - _TOP),
        )
        for mark in marks
    ]
    zero = _BOTTOM - (0 - low) / (high - low) * (_BOTTOM - _TOP)
    way = Markup(" ").join(_pair(x, y) for x, y in points)
    parts = [
        _rule(_LEFT - 8, WIDTH - _RIGHT + 8, zero if low <= 0 <= high else Decimal(_BOTTOM), "pd-chart__axis"),
        Markup('<polyline class="pd-chart__line" points="{}"/>').format(way),
        *(
            Markup('<circle class="pd-chart__dot" cx="{}" cy="{}" r="2.6"/>').format(_round(x), _round(y))
            for x, y in points
        ),
        *_value_labels(marks, points),
        *_time_labels(marks, points),
    ]
    return _svg(_LINE_HEIGHT, parts, title, description, name, "line")


def bar_chart(marks: Sequence[Mark], title: str, description: str, name: str) -> Markup:
    """Bars from zero, one under another in the order given, each below its label and its words.

    Zero is on the left, on the right where all are below it, in the middle where some are.
    """
    largest = max((abs(mark.value) for mark in marks), default=Decimal(0)) or Decimal(1)
    below, above = any(mark.value < 0 for mark in marks), any(mark.value > 0 for mark in marks)
    zero = Decimal(0) if not below else Decimal(WIDTH) / 2 if above else Decimal(WIDTH)
    room = (Decimal(WIDTH) / 2 - 2 if below and above else Decimal(WIDTH - 2)) / largest
    parts: list[Markup] = []
    for number, mark in enumerate(marks):
        top = number * _ROW
        size = max(abs(mark.value) * room, Decimal(1))
        parts += [
            _text(Decimal(0), Decimal(top + 14), fitted(mark.label, WIDTH - width(mark.words) - 12), "start", "name"),
            _text(Decimal(WIDTH), Decimal(top + 14), mark.words, "end", "value"),
            Markup('<rect class="pd-chart__bar pd-chart__bar--{}" x="{}" y="{}" width="{}" height="{}"/>').format(
                escape(mark.style),
                _round(zero - size if mark.value < 0 else zero + 1),
                top + _BAR_TOP,
                _round(size),
                _BAR,
            ),
        ]
    return _svg(len(marks) * _ROW, parts, title, description, name, "bars")


def axis(values: Iterable[Decimal]) -> tuple[Decimal, Decimal]:
    """The lowest and the highest value of an axis: zero is one of them, unless the values differ little beside it."""
    known = list(values)
    low, high = min(known), max(known)
    if low == high:
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
        return (low, high) if low != high else (Decimal(0), Decimal(1))
    if low > 0 and low * 4 > high * 3:
        return low - (high - low) / 4, high
    if high < 0 and high * 4 < low * 3:
        return low, high + (high - low) / 4
    return min(low, Decimal(0)), max(high, Decimal(0))


def width(words: str) -> Decimal:
    """How wide words are about, in the units of a chart: a Han character is one em, another half and a bit."""
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in words)
    return _EM * wide + _EM * Decimal("0.56") * (len(words) - wide)


def fitted(words: str, room: Decimal | int) -> str:
    """``words``, cut short with … where they are wider than ``room``."""
    if width(words) <= room:
        return words
    kept = words
    while kept and width(f"{kept}…") > room:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def _value_labels(marks: Sequence[Mark], points: Sequence[tuple[Decimal, Decimal]]) -> list[Markup]:
    """The words of as many marks as there is room for: the last and the first, the extremes, then the others.

    Words stand above their mark, or below where the line would run through them; the first and last always stand.
    """
    ends = (len(marks) - 1, 0)
    highest = max(range(len(marks)), key=lambda at: marks[at].value)
    lowest = min(range(len(marks)), key=lambda at: marks[at].value)
    taken: list[tuple[Decimal, Decimal, Decimal]] = []
    placed: dict[int, Markup] = {}
    for at in dict.fromkeys([*ends, highest, lowest, *range(len(marks))]):
        x, y = points[at]
        size = width(marks[at].words)
        begin = _inside(x, size)
        room = [
            line for line in (y - _ABOVE, y + _BELOW) if line < _BOTTOM and not _meets(taken, begin, begin + size, line)
        ]
        clear = [line for line in room if not _is_crossed(points, begin - 2, begin + size + 2, line)]
        chosen = (clear or (room if at in ends else []))[:1]
        if chosen:
            taken.append((begin, begin + size, chosen[0]))
            placed[at] = _text(begin, chosen[0], marks[at].words, "start", "value")
    return [placed[at] for at in sorted(placed)]


def _meets(taken: Iterable[tuple[Decimal, Decimal, Decimal]], begin: Decimal, end: Decimal, line: Decimal) -> bool:
    return any(begin < right + 6 and left < end + 6 and abs(line - other) < 13 for left, right, other in taken)


def _is_crossed(points: Sequence[tuple[Decimal, Decimal]], begin: Decimal, end: Decimal, line: Decimal) -> bool:
    """Whether the line of ``points`` runs through words of which ``line`` is the base line."""
    for (x1, y1), (x2, y2) in pairwise(points):
        left, right = max(x1, begin), min(x2, end)
        if left > right or x1 == x2:
            continue
        heights = [y1 + (y2 - y1) * (x - x1) / (x2 - x1) for x in (left, right)]
        if min(heights) < line + 3 and max(heights) > line - 10:
            return True
    return False


def _time_labels(marks: Sequence[Mark], points: Sequence[tuple[Decimal, Decimal]]) -> list[Markup]:
    """The periods under the axis, as many as there is room for, the first and the last among them."""
    taken: list[tuple[Decimal, Decimal]] = []
    placed: dict[int, Markup] = {}
    for at in dict.fromkeys([len(marks) - 1, 0, *range(len(marks))]):
        size = width(marks[at].label)
        begin = _inside(points[at][0], size)
        if all(begin > right + 8 or begin + size + 8 < left for left, right in taken):
            taken.append((begin, begin + size))
            placed[at] = _text(begin, Decimal(_LINE_HEIGHT - 8), marks[at].label, "start", "time")
    return [placed[at] for at in sorted(placed)]


def _inside(x: Decimal, size: Decimal) -> Decimal:
    """Where words of that width begin that stand about ``x`` and within the chart."""
    return max(Decimal(0), min(x - size / 2, WIDTH - size))


def _rule(left: int, right: int, y: Decimal, style: str) -> Markup:
    line = Markup('<line class="{}" x1="{}" x2="{}" y1="{}" y2="{}"/>')
    return line.format(style, left, right, _round(y), _round(y))


def _text(x: Decimal, y: Decimal, words: str, anchor: str, style: str) -> Markup:
    text = Markup('<text class="pd-chart__{}" x="{}" y="{}" text-anchor="{}">{}</text>')
    return text.format(style, _round(x), _round(y), anchor, escape(words))


def _pair(x: Decimal, y: Decimal) -> Markup:
    return Markup("{},{}").format(_round(x), _round(y))


def _round(number: Decimal) -> str:
    rounded = number.quantize(_TENTH) + 0  # zero has no sign
    return f"{rounded:f}".removesuffix(".0")


def _svg(height: int, parts: Iterable[Markup], title: str, description: str, name: str, kind: str) -> Markup:
    """The whole on one line: to Markdown a block of HTML ends at an empty one."""
    opening = Markup(
        '<svg class="pd-chart pd-chart--{kind}" viewBox="0 0 {width} {height}" role="img" '
        'aria-labelledby="{name}-title {name}-desc" xmlns="http://www.w3.org/2000/svg">'
        '<title id="{name}-title">{title}</title><desc id="{name}-desc">{description}</desc>'
    ).format(kind=kind, width=WIDTH, height=height, name=name, title=escape(title), description=escape(description))
    return opening + Markup("").join(parts) + Markup("</svg>")
