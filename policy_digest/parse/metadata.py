"""Gather what is known of an article as a whole: from its sidecar first, then from the text, each with its basis."""

from collections.abc import Sequence

from policy_digest.lexicon.structure import BylineField, Structure
from policy_digest.model import Metadata, Sidecar, Source, Stated
from policy_digest.parse.blocks import Part
from policy_digest.parse.bylines import read_dateline
from policy_digest.parse.periods import find_period, find_term, han_date
from policy_digest.parse.places import find_place

_BODY = {"body", "list-item", "epigraph", "pull-quote", "table"}
_SIDECAR = "sidecar"


def find_metadata(source: Source, parts: Sequence[Part], structure: Structure) -> Metadata:
    """Return the article's metadata; a field that neither sidecar nor text states is None."""
    sidecar = source.sidecar
    title = next((part for part in parts if part.role == "title"), None)
    subtitle = next((part for part in parts if part.role == "subtitle"), None)
    headings = [part.words for part in parts if part.role == "heading"]
    body = [part.words for part in parts if part.role in _BODY]
    words = title.words if title else None
    occasion = subtitle.words if subtitle else None
    dated = _given(sidecar.date_published) or _date(parts, structure)
    period = find_term(occasion, headings) or find_period(words, headings, body, dated.value[:4] if dated else "")
    return Metadata(
        title=_given(sidecar.title) or _from(title, "title-line" if title and not title.marked else "heading"),
        subtitle=_from(subtitle, "heading" if subtitle and subtitle.marked else "subtitle-line"),
        ref_area=_given(sidecar.place) or find_place(words, body, structure),
        time_period=_given(sidecar.time_period) or period,
        credited_to=_given(sidecar.credited_to) or next(iter(_fields(parts, "credited_to")), None),
        authors=_authors(sidecar) or _fields(parts, "author"),
        date_published=dated,
        source_url=_given(sidecar.source_url),
        rights=_given(sidecar.rights),
    )


def _given(value: str | None) -> Stated | None:
    return Stated(value, _SIDECAR) if value else None


def _authors(sidecar: Sidecar) -> tuple[Stated, ...]:
    return tuple(Stated(name, _SIDECAR) for name in sidecar.authors)


def _from(part: Part | None, basis: str) -> Stated | None:
    return Stated(part.text.lstrip("—―－–-"), basis, *part.words.span) if part else None


def _fields(parts: Sequence[Part], field: BylineField) -> tuple[Stated, ...]:
    """Return what bylines state, then datelines in the first and last paragraph; each value once."""
    stated = [value for part in parts for known, value in part.fields if known == field]
    body = [part for part in parts if part.role == "body"]
    for part in dict.fromkeys((*body[:2], *body[-1:])):
        stated.extend(value for known, value in read_dateline(part.words) if known == field)
    first: dict[str, Stated] = {}
    for value in stated:
        if value.value:
            first.setdefault(value.value, value)
    return tuple(first.values())


def _date(parts: Sequence[Part], structure: Structure) -> Stated | None:
    """Return the date of a byline (发布时间：…), else that of a line which is nothing but a date."""
    stated = _fields(parts, "date_published")
    if stated:
        return stated[0]
    for part in parts:
        found = structure.match("date", part.text) if part.role == "date" else None
        if found:
            year, month, day = (found[1][key] for key in ("year", "month", "day"))
            return Stated(han_date(year, month, day), "date-line", *part.words.span)
    return None
