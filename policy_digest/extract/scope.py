"""Scope: how far a date holds by what its sentence tells: brackets, semicolons, 其中, and the figures behind it."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from policy_digest.extract.periods import Period, year_of
from policy_digest.extract.reach import clause_of

_ENCLOSED = re.compile("[(][^()]*[)]|“[^“”]*”|《[^《》]*》")
_LEAD = re.compile(
    r"[^\w]*(?:[一二三四五六七八九十]是|回顾|即将|刚刚|过去的?|据[^,;。]{0,6}统计|初步[核测]算|现将|预计|[在自于从截])*[,、:]?"
)
"""What may stand before a date that opens its sentence."""

_FROM_MONTH = re.compile(r"\d{4}-[\d-]+/\.\.")
_MONTH, _YEAR = len("2024-07"), len("2024")
_SUBJECT = 2  # characters before a year in its clause: what the year is told of
_LONGEST_NAME = 60  # characters between a date and the figure that it tells
_COUNTED_MONTHLY = re.compile("同比|环比|当月")
_HELD_AGAINST = re.compile(r"(?:[比较]|[与同和跟])$")
_PASSED = re.compile("[,;。:增升涨提降减少跌落多高低快慢好扩缩超翻持]|回暖|进位|前移")
_DIFFERS = re.compile(
    r"[)]?(?:同比|净|又|实际|分别|略|有所|明显|大幅|还)?(?:增|升|涨|提[高升]|降|减|[下上回反][降升调浮落弹]|[多少高低快慢]|扩|缩|超|翻|持平)"
)


class _Sentence(NamedTuple):
    """A folded sentence with where its figures and its dates begin, and the year that the text is of."""

    text: str
    figures: tuple[int, ...]
    dates: tuple[int, ...]
    enclosed: tuple[tuple[int, int], ...]
    year: int | None

    def segment_end(self, position: int) -> int:
        """Where the part between semicolons ends that ``position`` stands in."""
        end = self.text.find(";", position)
        return end if end >= 0 else len(self.text)

    def closing(self, date: Period) -> int | None:
        """Where the brackets or quotation marks close that ``date`` stands in."""
        before = bisect_left(self.enclosed, (date.start,)) - 1
        return self.enclosed[before][1] if before >= 0 and date.end < self.enclosed[before][1] else None

    def takes(self, date: Period, end: int) -> bool:
        """Whether a figure stands behind ``date`` before ``end`` and before another date."""
        first = bisect_left(self.figures, date.end)
        after = bisect_left(self.dates, date.end)
        limit = min(end, self.dates[after] if after < len(self.dates) else end)
        return first < len(self.figures) and self.figures[first] < limit


def scoped(
    text: str, dates: tuple[Period, ...], figured: Sequence[tuple[int, int]], year: int | None
) -> tuple[Period, ...]:
    """The dates of a folded sentence, each with where it stops; ``figured`` are its figures, ``year`` is the text's."""
    if not dates:
        return dates
    dates = tuple(_held_against(text, date, figured) for date in dates)
    governing = tuple(d.start for d in dates if d.governs and not d.is_own)
    enclosed = tuple(match.span() for match in _ENCLOSED.finditer(text))
    sentence = _Sentence(text, tuple(start for start, _ in figured), governing, enclosed, year)
    found: list[Period] = []
    is_narrower = False
    for date in dates:
        is_ruling = date.governs and not date.is_own
        found.append(_scoped(date, sentence, is_narrower) if is_ruling else date)
        is_narrower = is_narrower or (is_ruling and found[-1].stop is None)
    return tuple(found)


def _scoped(date: Period, sentence: _Sentence, is_narrower: bool) -> Period:
    """A date that governs, with where it stops; ``is_narrower`` says that another one governs before it."""
    text = sentence.text
    if stop := sentence.closing(date):
        return date._replace(stop=stop, anchors=False, is_event=False)
    end = sentence.segment_end(date.end)
    if date.is_lasting:
        return date._replace(stop=end)
    leads = bool(_LEAD.fullmatch(text, 0, date.start))
    has_figures = sentence.takes(date, len(text))
    is_other = date.iso is not None and year_of(date.iso) != sentence.year
    anchors = date.anchors and (leads or has_figures or not is_other)
    clause = clause_of(text, date.start)
    if not leads and _is_year_ahead(date, sentence.year) and date.start - clause >= _SUBJECT:
        close = text.find(",", date.end, end)
        return date._replace(stop=close if close >= 0 else end, has_figures=has_figures, anchors=False)
    if text.startswith("其中", clause) or text.endswith("其中", 0, max(clause - 1, 0)):
        return date._replace(stop=end, has_figures=has_figures, anchors=False)
    is_passing = date.is_event or date.until or is_other or bool(date.iso and date.iso.endswith(".."))
    if not leads and is_passing and not sentence.takes(date, end):
        return date._replace(stop=end, has_figures=has_figures, anchors=anchors)
    is_part = date.is_event or bool(date.iso and _FROM_MONTH.fullmatch(date.iso))
    if is_part and (is_narrower or ";" in text[: date.start]):
        return date._replace(stop=end, has_figures=has_figures, anchors=anchors)
    is_month = date.is_event and leads and date.iso is not None and len(date.iso) == _MONTH
    is_monthly = is_month and _COUNTED_MONTHLY.search(text, date.end, end) is not None
    if not has_figures and not is_monthly and anchors == date.anchors:
        return date
    return date._replace(has_figures=has_figures, anchors=anchors, is_monthly=is_monthly)


def _is_year_ahead(date: Period, year: int | None) -> bool:
    """Whether a date is a bare year to come (产能2030年达到3万吨)."""
    is_bare = date.iso is not None and len(date.iso) == _YEAR and not date.until
    return is_bare and year is not None and (year_of(date.iso) or 0) > year + 1


def _held_against(text: str, date: Period, figured: Sequence[tuple[int, int]]) -> Period:
    """A date that is compared with, as that of the figure that it tells (比2019年人均收入9000元增长3000元)."""
    if date.governs or date.iso is None or not _HELD_AGAINST.search(text, max(date.start - 1, 0), date.start):
        return date
    after = bisect_left(figured, (date.end,))
    start, end = figured[after] if after < len(figured) else (len(text), len(text))
    is_far = start - date.end > _LONGEST_NAME
    if is_far or not _DIFFERS.match(text, end) or _PASSED.search(text, date.end, start):
        return date
    return date._replace(governs=True, is_own=True, reach=start - date.end)
