"""Periods in both languages: 2024-01/2024-11 → 2024年1—11月, Jan–Nov 2024. Input is ISO 8601, ``..`` an open end."""

import re

from policy_digest.model import Text

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")
NOT_STATED = Text("文中未说明", "not stated", "generated")

Date = tuple[int, ...]


def period_text(period: str | None, *, is_ahead: bool = False) -> Text:
    """Print a period as a table prints it. ``is_ahead``: an open end lies in the future (from 2025, not since 2025).

    What is no date of this form is printed as it stands in both languages.
    """
    if period is None:
        return NOT_STATED
    first, slash, last = period.partition("/")
    if not slash:
        zh, en = _single(first)
    elif last == "..":
        zh, en = _open_end(first, is_ahead=is_ahead)
    elif first == "..":
        zh, en = f"截至{_single(last)[0]}", f"up to {_single(last)[1]}"
    else:
        zh, en = _range(first, last)
    return Text(zh, en, "generated")


def _date(text: str) -> Date | None:
    match = DATE.match(text)
    if match is None:
        return None
    date = tuple(int(part) for part in match.groups() if part)
    return date if len(date) == 1 or 1 <= date[1] <= len(MONTHS) else None


def _single(text: str) -> tuple[str, str]:
    date = _date(text)
    return (text, text) if date is None else (_chinese(date), _english(date))


def _chinese(date: Date) -> str:
    return "".join(f"{number}{mark}" for number, mark in zip(date, "年月日", strict=False))


def _english(date: Date, *, with_year: bool = True) -> str:
    year = [str(date[0])] if with_year else []
    month = [MONTHS[date[1] - 1]] if len(date) > 1 else []
    day = [str(date[2])] if len(date) > 2 else []
    return " ".join(day + month + year)


def _open_end(first: str, *, is_ahead: bool) -> tuple[str, str]:
    zh, en = _single(first)
    return (f"{zh}起", f"from {en}") if is_ahead else (f"{zh}以来", f"since {en}")


def _range(first: str, last: str) -> tuple[str, str]:
    start, end = _date(first), _date(last)
    if start is None or end is None:
        return f"{first}—{last}", f"{first}–{last}"
    if start == end:
        return _single(first)
    if len(start) == len(end) == 1:
        return f"{start[0]}—{end[0]}年", f"{start[0]}–{end[0]}"
    if start[0] == end[0] and len(start) > 1 and len(end) > 1:
        return _within_year(start, end)
    return f"{_chinese(start)}—{_chinese(end)}", f"{_english(start)}–{_english(end)}"


def _within_year(start: Date, end: Date) -> tuple[str, str]:
    if len(start) == len(end) == 2:
        return f"{start[0]}年{start[1]}—{end[1]}月", f"{_english(start, with_year=False)}–{_english(end)}"
    zh_end = _chinese(end).partition("年")[2]
    return f"{_chinese(start)}—{zh_end}", f"{_english(start, with_year=False)}–{_english(end)}"
