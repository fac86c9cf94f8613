"""Words from articles are untrusted: escaped here, they are text to Markdown, HTML, attribute lists and Jinja alike."""

import re
from functools import cache, lru_cache
from typing import Any

from markupsafe import Markup

# Controls (Markdown's own placeholders among them), line and paragraph separators, and the marks that reorder text.
_INVISIBLE = re.compile("[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]+")
_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")


@cache
def _reference(character: str) -> str:
    return f"&#{ord(character)};"


@lru_cache(maxsize=8192)
def escape(words: str) -> Markup:
    """``words`` on one line, each ASCII punctuation character a numeric character reference.

    Nothing in the result can open Markdown, HTML, an attribute list or a template expression, inside an element or
    inside a quoted attribute value; a browser shows the words as they were. Runs of white space and control characters
    become one space; the ends are trimmed.
    """
    line = " ".join(_INVISIBLE.sub(" ", words).split())
    return Markup(_PUNCTUATION.sub(lambda match: _reference(match[0]), line))  # noqa: S704 (just escaped)


def finalize(value: Any) -> Any:
    """What a template prints of an expression: markup as it stands, everything else escaped, None as nothing."""
    if value is None:
        return Markup("")
    return value if isinstance(value, Markup) else escape(str(value))


def front_matter(words: str) -> Markup:
    """Write ``words`` as a YAML double-quoted scalar whose value is escaped: the theme prints titles as they are."""
    return Markup(f'"{escape(words)}"')  # noqa: S704 (just escaped)


_ANCHOR = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


def anchor(name: str) -> Markup:
    """``name`` as an element's id, as it stands. Raises ValueError where it is not an ASCII name."""
    if not _ANCHOR.fullmatch(name):
        raise ValueError(f"'{name}' cannot be an anchor: it must be ASCII letters, digits, - and _")
    return Markup(name)  # noqa: S704 (just checked)


_HAN = re.compile("([一-鿿]+)")


def mixed(words: str) -> Markup:
    """English words with Chinese ones among them, each run of these marked as Chinese and kept out of the search."""
    marked = Markup('<span lang="zh-Hans" data-pagefind-ignore>{}</span>')
    return Markup("").join(
        marked.format(piece) if at % 2 else _spaced(piece) for at, piece in enumerate(_HAN.split(words))
    )


def _spaced(words: str) -> Markup:
    """``words`` escaped, with a space where they begin or end with one."""
    before, behind = (" " if words[:1].isspace() else ""), (" " if words.strip() and words[-1:].isspace() else "")
    return Markup(before) + escape(words) + Markup(behind)  # noqa: S704 (spaces)


_FORMULA = re.compile(r"^[=+\-@\t\r]")
_SIGNED_NUMBER = re.compile(r"^[+-]?\d+(?:\.\d+)?%?$")


def cell(words: str) -> str:
    """``words`` as a spreadsheet cell that no program takes for a formula: an apostrophe is put before such a start."""
    line = " ".join(_INVISIBLE.sub(" ", words).split())
    return f"'{line}" if _FORMULA.match(line) and not _SIGNED_NUMBER.match(line) else line
