"""The forms that a sidecar's values may have: what is expected, as a check and as a piece of JSON Schema."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SLUG_LENGTH = 80
TAKEN = frozenset({"csv-metadata", "datapackage"})
"""The names, without their ending, of the JSON files that stand beside the records."""
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")

# The same days as a pattern that a JSON Schema can hold, leap years and all.
_LEAP = r"(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29"
_MONTHS = r"(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8])"
_FULL = rf"(?:\d{{4}}-(?:{_MONTHS})|{_LEAP})"
_ANY_DAY = rf"(?:{_FULL}|\d{{4}}-(?:0[1-9]|1[0-2])|\d{{4}})"
_YEAR_NUMBER = {"type": "integer", "minimum": 1000, "maximum": 9999}  # 2024 is no text to YAML

_TEXT = frozenset({"str"})
_DATED = frozenset({"str", "int", "timestamp", "float"})
_FIGURED = frozenset({"str", "int", "float"})


@dataclass(frozen=True, slots=True)
class Form:
    """What a value must be: in words, by the YAML ``tags`` it may have, by a check of its words, and as JSON Schema."""

    expected: str
    tags: frozenset[str]
    check: Callable[[str], bool]
    schema: Mapping[str, Any]
    is_list: bool = False


def is_slug(text: str) -> bool:
    """Whether ``text`` can be an address: lower-case words and digits, joined by single hyphens.

    A record is published as ``data/<slug>.json``: the names of other files there are taken.
    """
    return len(text) <= _SLUG_LENGTH and SLUG.fullmatch(text) is not None and text not in TAKEN


def is_day(text: str) -> bool:
    """Whether ``text`` is a year, month or day as ISO 8601 writes them, of the calendar."""
    match = _DAY.fullmatch(text)
    if not match:
        return False
    year, month, day = (int(group) if group else 1 for group in match.groups())
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    lengths = (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return year > 0 and 1 <= month <= len(lengths) and 1 <= day <= lengths[month - 1]


def is_period(text: str) -> bool:
    """Whether ``text`` is a day, month or year, or an interval of them whose one end may be open (``..``)."""
    ends = text.split("/")
    if len(ends) == 1:
        return is_day(text)
    if len(ends) != 2 or ends == ["..", ".."] or not all(end == ".." or is_day(end) for end in ends):
        return False
    start, end = ends
    return ".." in ends or start[: len(end)] <= end[: len(start)]


def _is_full_day(text: str) -> bool:
    return len(text) == len("2024-11-30") and is_day(text)


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and not re.search(r"\s", text)


def _is_words(text: str) -> bool:
    return bool(text.strip()) and "\n" not in text


def _is_some(text: str) -> bool:
    return bool(text.strip())


def _string(pattern: str, **more: Any) -> dict[str, Any]:
    return {"type": "string", "pattern": f"^(?:{pattern})$", **more}


def one_of(choices: Iterable[str]) -> Form:
    """The form of a value that is one of ``choices``."""
    names = tuple(choices)
    return Form("one of " + ", ".join(names), _TEXT, frozenset(names).__contains__, {"enum": list(names)})


WORDS = Form("text on one line", _TEXT, _is_words, _string(r"[^\n]*\S[^\n]*"))
PROSE = Form("text", _TEXT, _is_some, {"type": "string", "pattern": r"\S"})
QUOTE = Form(
    "words of the text, on one line",
    _DATED,
    _is_words,
    {"anyOf": [_string(r"[^\n]*\S[^\n]*"), {"type": "number"}]},
)
VALUE = Form(
    "a figure such as 84.6亿元, on one line",
    _FIGURED,
    _is_words,
    {"anyOf": [_string(r"[^\n]*\S[^\n]*"), {"type": "number"}]},
)
PERIOD = Form(
    "a period as 2024, 2024-11 or 2024-01/2024-11",
    _DATED,
    is_period,
    {
        "anyOf": [
            _string(rf"{_ANY_DAY}|{_ANY_DAY}/{_ANY_DAY}|\.\./{_ANY_DAY}|{_ANY_DAY}/\.\."),
            _YEAR_NUMBER,
        ]
    },
)
DAY = Form("a day as 2026-11-02", frozenset({"str", "timestamp"}), _is_full_day, _string(_FULL))

KEYS: Mapping[str, Form] = {
    "authors": Form("a list of names", _TEXT, _is_words, {"type": "array", "items": WORDS.schema}, is_list=True),
    "credited_to": WORDS,
    "date_published": Form(
        "a date as 2024-11-30, 2024-11 or 2024", _DATED, is_day, {"anyOf": [_string(_ANY_DAY), _YEAR_NUMBER]}
    ),
    "place": WORDS,
    "rights": WORDS,
    "slug": Form(
        "lower-case letters and digits with single hyphens, such as majuqiao-2020",
        _TEXT,
        is_slug,
        _string(SLUG.pattern, maxLength=_SLUG_LENGTH) | {"not": {"enum": sorted(TAKEN)}},
    ),
    "source_url": Form(
        "an address that begins http:// or https://",
        _TEXT,
        _is_address,
        _string(r"[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#][^\s]*"),
    ),
    "time_period": PERIOD,
    "title": WORDS,
    "title_en": WORDS,
}
"""The keys of metadata, each optional; ``corrections`` is one more."""
