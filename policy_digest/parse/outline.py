"""Build the sections of an article from its parts."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from policy_digest.model import Paragraph, Section, Sentence, id_of
from policy_digest.parse.blocks import ASIDE, Part
from policy_digest.parse.sentences import split
from policy_digest.parse.words import Words

LEAD = "lead"
Gap = Literal["heading-only", "captions-only"]
_PARAGRAPHS = {"body", "list-item", "epigraph", "pull-quote", "table", "closing"}


@dataclass(slots=True)
class _Draft:
    """A section while its parts are gathered."""

    level: int
    heading: Part | None
    deck: Part | None = None
    parts: list[Part] = field(default_factory=list)


class Ids:
    """Ids from words: the same words give the same id, with an ordinal from the second time on."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def of(self, prefix: str, words: str) -> str:
        """Return the id of ``words``: the prefix and ten hexadecimal digits of their SHA-256."""
        name = id_of(prefix, words)
        times = self._seen[name] = self._seen.get(name, 0) + 1
        return name if times == 1 else f"{name}-{times}"


def build_sections(parts: Sequence[Part]) -> tuple[Section, ...]:
    """Return the sections in order, the lead first where the text has one."""
    kept = [part for part in parts if part.role not in ASIDE and part.role not in {"title", "subtitle"}]
    levels = heading_levels(kept)
    drafts = [_Draft(0, None)]
    for part in kept:
        if part.role == "heading":
            drafts.append(_Draft(levels[part.words.start], part))
        else:
            drafts[-1].parts.append(part)
    drafts = _paired(drafts if drafts[0].parts else drafts[1:])
    ids = Ids()
    return tuple(_section(draft, gap, ids) for draft, gap in zip(drafts, _gaps(drafts), strict=True))


def heading_levels(parts: Iterable[Part]) -> dict[int, int]:
    """Return each heading's level by its offset: marks give their own, other styles follow by rank."""
    headings = [part for part in parts if part.role == "heading"]
    marked = max((part.level for part in headings), default=0)
    order: list[int] = []
    for part in headings:
        if part.level == 0 and part.rank not in order:
            order.append(part.rank)
    numbered = sorted(rank for rank in order if rank)
    if 0 in order:
        numbered.insert(0 if order[0] == 0 else len(numbered), 0)
    base = max(marked, 1)
    return {part.words.start: part.level or min(base + 1 + numbered.index(part.rank), 6) for part in headings}


def _paired(drafts: list[_Draft]) -> list[_Draft]:
    """Join a label with the headline at once below it: marks of successive levels, the lower one an only child.

    A heading that has a headline itself, or whose level is more often one of labels, is no other's headline.
    """
    candidates = {at for at in range(len(drafts) - 1) if _may_be_label(drafts, at)}
    labels = Counter(drafts[at].level for at in candidates)
    paired: list[_Draft] = []
    for at, draft in enumerate(drafts):
        label = drafts[at - 1]
        is_headline = at - 1 in candidates and at not in candidates and labels[draft.level] <= labels[label.level]
        if is_headline:
            label.deck, label.parts = draft.heading, draft.parts
        else:
            paired.append(draft)
    return paired


def _may_be_label(drafts: list[_Draft], at: int) -> bool:
    label, deck = drafts[at], drafts[at + 1]
    if label.heading is None or deck.heading is None or label.parts or deck.heading.number or not deck.heading.level:
        return False
    if deck.level != label.level + 1 or not label.heading.level:
        return False
    below = (drafts[after].level for after in range(at + 2, len(drafts)))
    following = next((level for level in below if level <= deck.level), 0)
    return following <= label.level


def _gaps(drafts: list[_Draft]) -> list[Gap | None]:
    """Return for each section what it lacks: no body in itself or below it, with captions or without."""
    gaps: list[Gap | None] = []
    below: list[tuple[int, bool, bool]] = []  # level, body, captions of the sections after this one, the nearest last
    for draft in reversed(drafts):
        body = any(part.role in _PARAGRAPHS for part in draft.parts)
        captions = any(part.role == "caption" for part in draft.parts)
        while below and below[-1][0] > draft.level:
            _, has_body, has_captions = below.pop()
            body, captions = body or has_body, captions or has_captions
        below.append((draft.level, body, captions))
        gaps.append(None if body or draft.heading is None else "captions-only" if captions else "heading-only")
    return gaps[::-1]


def _section(draft: _Draft, gap: Gap | None, ids: Ids) -> Section:
    heading = draft.heading
    captions = [name_sentence(part.words, ids) for part in draft.parts if part.role == "caption"]
    paragraphs = [_paragraph(part, ids) for part in draft.parts if part.role in _PARAGRAPHS]
    words = LEAD if heading is None else heading.text + (draft.deck.text if draft.deck else "")
    return Section(
        id=LEAD if heading is None else ids.of("h", words),
        level=draft.level,
        number=heading.number if heading else None,
        heading=heading.text if heading else None,
        deck=draft.deck.text if draft.deck else None,
        heading_span=heading.words.span if heading else None,
        paragraphs=tuple(paragraphs),
        captions=tuple(captions),
        gap=gap,
        deck_span=draft.deck.words.span if draft.deck else None,
    )


def _paragraph(part: Part, ids: Ids) -> Paragraph:
    pieces = [part.words] if part.role == "table" else list(split(part.words))
    return Paragraph(part.role, tuple([name_sentence(words, ids) for words in pieces]))  # type: ignore[arg-type]


def name_sentence(words: Words, ids: Ids) -> Sentence:
    """Return ``words`` as a sentence with its id."""
    return Sentence(ids.of("s", words.text), words.text, *words.span, words.runs)
