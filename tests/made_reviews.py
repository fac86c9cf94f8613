"""Articles made by hand, of invented towns: a heading line begins with #, every other line is a paragraph."""

import hashlib
import re
from collections.abc import Mapping
from decimal import Decimal

from policy_digest.model import (
    Article,
    Indicator,
    Metadata,
    Observation,
    Paragraph,
    Section,
    Sentence,
    Source,
    Stated,
)

_SENTENCE = re.compile(r"[^。！？]*[。！？]+[”’」）]*|[^。！？]+$")


def made_article(text: str, *, period: str | None = "2024", place: str | None = "青禾镇") -> Article:
    """An article of ``text``: `# heading`, `^ caption`, `- list item`, or a paragraph a line."""
    source = Source("seeds/qinghe.txt", "qinghe", "0" * 64, "utf-8", "txt", text)
    metadata = Metadata(
        ref_area=Stated(place, "text") if place else None, time_period=Stated(period, "text") if period else None
    )
    return Article("qinghe-2024", source, metadata, tuple(_sections(text)))


def _sections(text: str) -> list[Section]:
    found: list[dict] = [{"id": "lead", "level": 0, "heading": None, "paragraphs": [], "captions": []}]
    position = 0
    for line in text.splitlines(keepends=True):
        words, start = line.strip(), position
        position += len(line)
        if words.startswith("#"):
            level = len(words) - len(words.lstrip("#"))
            heading = words.lstrip("# ")
            found.append(
                {"id": f"h-{len(found)}", "level": level, "heading": heading, "paragraphs": [], "captions": []}
            )
        elif words.startswith("^"):
            found[-1]["captions"] += _sentences(words[2:], start + 2)
        elif words.startswith("- "):
            found[-1]["paragraphs"].append(Paragraph("list-item", tuple(_sentences(words[2:], start + 2))))
        elif words:
            found[-1]["paragraphs"].append(Paragraph("body", tuple(_sentences(words, start))))
    return [_section(part, found[n + 1] if n + 1 < len(found) else None) for n, part in enumerate(found)]


def _section(part: dict, following: dict | None) -> Section:
    is_group = following is not None and following["level"] > part["level"]
    gap = None
    if part["heading"] and not part["paragraphs"] and not is_group:
        gap = "captions-only" if part["captions"] else "heading-only"
    return Section(
        part["id"], part["level"], None, part["heading"], None, None, tuple(part["paragraphs"]),
        tuple(part["captions"]), gap,
    )  # fmt: skip


def _sentences(words: str, offset: int) -> list[Sentence]:
    return [
        Sentence(f"s-{hashlib.sha256(m[0].encode()).hexdigest()[:10]}", m[0], offset + m.start(), offset + m.end())
        for m in _SENTENCE.finditer(words)
    ]


def made_observations(article: Article, figures: Mapping[str, str], **fields: object) -> tuple[Observation, ...]:
    """Observations of ``figures`` (words as printed → indicator), each at its first place in the text."""
    return tuple(_observation(article, printed, name, n, fields) for n, (printed, name) in enumerate(figures.items()))


def _observation(article: Article, printed: str, name: str, n: int, fields: Mapping[str, object]) -> Observation:
    start = article.source.text.index(printed)
    place = [(section, s) for section in article.sections for s in section.sentences if s.start <= start < s.end]
    number = re.search(r"[\d.]+", printed)
    value = Decimal(number[0]) if number else None
    is_money = "元" in printed
    scale = 8 if "亿" in printed else 4 if "万" in printed else 0
    values: dict = {
        "id": f"o-{n}", "indicator": Indicator(None, name), "kind": "level" if is_money else "count",
        "as_printed": printed, "start": start, "end": start + len(printed), "sentence": place[0][1].id,
        "section": place[0][0].id, "number": value, "unit_mult": scale, "unit_measure": "CNY" if is_money else "item",
        "unit_zh": "", "obs_value": value * 10**scale if value is not None else None, "bound": "eq", "value_max": None,
        "nature": "actual", "obs_status": "A", "change": None, "rank": None, "ref_area": "青禾镇",
        "time_period": "2024", "period_source": "context", "fact": f"f-{n}", "derived": False, "rule": "made",
    }  # fmt: skip
    values.update(fields)
    return Observation(**values)
