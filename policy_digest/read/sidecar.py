"""Read ``<stem>.yml``, what an editor states about an article: every key checked, every fault with its line."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

from policy_digest.errors import Fault, FaultsError
from policy_digest.model import Sidecar
from policy_digest.read.agreement import disagreement, told

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SLUG_LENGTH = 80
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_TEXT = {"str"}
_PERIOD = {"str", "int", "timestamp", "float"}  # 2024, 2024-11 and 2024-11-30 are not text to YAML


def read_sidecar(path: Path) -> Sidecar:
    """Return what ``path`` states, an empty ``Sidecar`` without such a file. Raises FaultsError with all its faults."""
    if not path.is_file():
        return Sidecar()
    node = _compose(path)
    if node is None or (isinstance(node, yaml.ScalarNode) and _tag(node) == "null"):
        return Sidecar(path=path.as_posix())
    if not isinstance(node, yaml.MappingNode):
        raise FaultsError([Fault(str(path), _line(node), _kind(node), "keys and values (title: …)")])
    faults: list[Fault] = []
    values: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        found, expected = _problem(key, value_node, values)
        if found:
            faults.append(Fault(str(path), _line(key_node), found, expected))
        else:
            values[key] = _value(key, value_node)
    if faults:
        raise FaultsError(faults)
    return Sidecar(path=path.as_posix(), **values)


def line_of(path: Path, key: str) -> int:
    """Return the line on which a sidecar without faults states ``key``; 0 where it does not."""
    node = _compose(path) if path.is_file() else None
    keys = [key_node for key_node, _ in node.value] if isinstance(node, yaml.MappingNode) else []
    return next((_line(key_node) for key_node in keys if key_node.value == key), 0)


def check_title(sidecar: Sidecar, title: str | None) -> None:
    """Hold the English title that a sidecar states to the article's ``title``. Raises FaultsError for other figures."""
    if title is None or not sidecar.title_en:
        return
    lacking, added = disagreement(title, sidecar.title_en)
    if lacking or added:
        path = Path(sidecar.path or "")
        found = told(sidecar.title_en, lacking, added)
        raise FaultsError(
            [Fault(str(path), line_of(path, "title_en"), found, f"the figures of '{title}' and no others")]
        )


def is_slug(text: str) -> bool:
    """Whether ``text`` can be an address: lower-case words and digits, joined by single hyphens."""
    return len(text) <= _SLUG_LENGTH and SLUG.fullmatch(text) is not None


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


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and not re.search(r"\s", text)


def _is_words(text: str) -> bool:
    return bool(text.strip()) and "\n" not in text


_WORDS = ("text on one line", _TEXT, _is_words)
_KEYS: dict[str, tuple[str, set[str], Callable[[str], bool]]] = {
    "authors": ("a list of names", _TEXT, _is_words),
    "credited_to": _WORDS,
    "date_published": ("a date as 2024-11-30, 2024-11 or 2024", _PERIOD, is_day),
    "place": _WORDS,
    "rights": _WORDS,
    "slug": ("lower-case letters and digits with single hyphens, such as majuqiao-2020", _TEXT, is_slug),
    "source_url": ("an address that begins http:// or https://", _TEXT, _is_address),
    "time_period": ("a period as 2024, 2024-11 or 2024-01/2024-11", _PERIOD, is_period),
    "title": _WORDS,
    "title_en": _WORDS,
}


def _compose(path: Path) -> yaml.Node | None:
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FaultsError([Fault(str(path), line, f"byte 0x{data[error.start]:02x}", "UTF-8")]) from error
    try:
        return yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 0
        raise FaultsError([Fault(str(path), line, error.problem or "no YAML", "YAML")]) from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise FaultsError([Fault(str(path), line, f"the character U+{int(error.character):04X}", "YAML")]) from error


def _problem(key: str, node: yaml.Node, seen: dict[str, Any]) -> tuple[str | None, str]:
    if key not in _KEYS:
        return f"unknown key '{key}'", "one of " + ", ".join(_KEYS)
    expected, tags, check = _KEYS[key]
    if key in seen:
        return f"'{key}' twice", "each key once"
    if key == "authors":
        if not isinstance(node, yaml.SequenceNode):
            return f"{_kind(node)} for '{key}'", expected
        wrong = next((item for item in node.value if not _fits(item, tags, check)), None)
        return (f"{_kind(wrong)} in '{key}'", expected) if wrong is not None else (None, expected)
    if not isinstance(node, yaml.ScalarNode) or _tag(node) not in tags:
        return f"{_kind(node)} for '{key}'", expected
    return (None, expected) if check(node.value) else (f"'{node.value}' for '{key}'", expected)


def _fits(node: yaml.Node, tags: set[str], check: Callable[[str], bool]) -> bool:
    return isinstance(node, yaml.ScalarNode) and _tag(node) in tags and check(node.value)


def _value(key: str, node: yaml.Node) -> Any:
    if key == "authors":
        return tuple(str(item.value).strip() for item in node.value)
    return str(node.value).strip()


def _tag(node: yaml.Node) -> str:
    return str(node.tag).rsplit(":", 1)[-1]


def _kind(node: yaml.Node) -> str:
    if isinstance(node, yaml.MappingNode):
        return "keys and values"
    if isinstance(node, yaml.SequenceNode):
        return "a list"
    shown = f" '{node.value}'"
    kinds = {
        "null": "nothing",
        "int": "the number" + shown,
        "float": "the number" + shown,
        "bool": "the truth value" + shown,
    }
    kinds |= {"timestamp": "the date" + shown, "str": "the text" + shown}
    return kinds.get(_tag(node), "the value" + shown)


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1
