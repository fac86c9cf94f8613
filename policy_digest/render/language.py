"""The words of the pages themselves, in the page's language, and the addresses of pages seen from one another."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from markupsafe import Markup

from policy_digest.model import Text
from policy_digest.render.escape import escape

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")
_PLAIN = re.compile("[A-Za-z0-9./#_-]+")
"""An address of which no character means anything to Markdown or HTML within an attribute: it stays short as it is."""

TAGS: Mapping[Language, str] = {"zh": "zh-Hans", "en": "en"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page stands: its language and its address from the site's root (``zh/digests/a-2020/``)."""

    language: Language
    address: str
    interface: Mapping[str, str]

    def say(self, words: str, **values: object) -> str:
        """``words`` (Chinese, the key of ``ui.po``) in the page's language, ``{name}`` fields filled from ``values``.

        Words without a translation stay Chinese, so that a page shows what is missing; a test keeps that from lasting.
        """
        said = words if self.language == "zh" else self.interface.get(words) or words
        return said.format(**values) if values else said

    def words(self, text: Text) -> str:
        """``text`` in the page's language where it has it, without saying whether it has; else in Chinese."""
        return (text.en if self.language == "en" else None) or text.zh

    def to(self, target: str) -> Markup:
        """The relative address of ``target`` (from the site's root; a trailing slash stays), for an attribute."""
        way = relative(self.address, target)
        return Markup(way) if _PLAIN.fullmatch(way) else escape(way)  # noqa: S704 (letters, digits, . / # _ -)

    def page(self, target: str = "") -> Markup:
        """The relative address of a page of the same language (``digests/``)."""
        return self.to(f"{self.language}/{target}")


@lru_cache(maxsize=4096)
def relative(address: str, target: str) -> str:
    """The way from the page at ``address`` to ``target``, both from the site's root, folders with a trailing slash."""
    path, mark, fragment = target.partition("#")
    way = posixpath.relpath(f"/{path}", f"/{address}")
    return f"{way}{'/' if path.endswith('/') else ''}{mark}{fragment}"


def mirror(address: str) -> str:
    """The address of the same page in the other language."""
    language, _, rest = address.partition("/")
    return f"{'en' if language == 'zh' else 'zh'}/{rest}"
