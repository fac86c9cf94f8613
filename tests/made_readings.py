"""Readings of sentences written for the tests."""

from decimal import Decimal
from functools import cache

from policy_digest import lexicon
from policy_digest.extract.mention import Mention
from policy_digest.extract.reading import read_figures
from policy_digest.model import Article, Sidecar, Source
from policy_digest.parse import parse


@cache
def article(text: str, period: str | None = "2024") -> Article:
    """An article of ``text`` whose sidecar states ``period``."""
    sidecar = Sidecar(path="青禾镇.yml", time_period=period, place="青禾镇")
    return parse(Source("青禾镇.txt", "青禾镇", "0" * 64, "utf-8", "txt", text, sidecar), lexicon.load())


def mentions(text: str, period: str | None = "2024") -> tuple[Mention, ...]:
    """The figures read in ``text``, in order."""
    readings = read_figures(article(text, period), lexicon.load().figures)
    return tuple(mention for reading in readings for mention in reading.mentions)


def printed(mention: Mention) -> str:
    """The words of a figure's span."""
    return mention.sentence.text[mention.start : mention.end]


def spans(text: str, period: str | None = "2024") -> list[str]:
    """The spans read in ``text``."""
    return [printed(m) for m in mentions(text, period)]


def told(text: str, period: str | None = "2024") -> list[tuple[str, str | None, str, str]]:
    """Span, value, unit and bound of each figure."""
    return [(printed(m), plain(m.value), m.unit_measure, m.bound) for m in mentions(text, period)]


def plain(value: Decimal | None) -> str | None:
    """A value without an exponent or needless zeros."""
    if value is None:
        return None
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
