"""The proof that a bullet says nothing its sentences do not say."""

import re
from collections.abc import Iterable

from policy_digest.errors import Fault, FaultsError
from policy_digest.lexicon.marks import FIGURE, clause_spans
from policy_digest.model import Bullet, Digest, Sentence

_ENDS = "，,；;。.！! \t\u00a0\u3000"


def check_bullets(digest: Digest) -> None:
    """Raise FaultsError for every bullet with a figure or a clause that is not in the sentences it cites."""
    article = digest.record.article
    sentences = article.by_id
    bullets = (*digest.in_brief, *(bullet for section in digest.sections for bullet in section.bullets))
    faults = [
        Fault(article.source.path, _line(article.source.text, cited), found, "only words of the sentences it cites")
        for bullet in bullets
        for cited in [[sentences[name] for name in bullet.sentences if name in sentences]]
        for found in _strangers(bullet, cited)
    ]
    if faults:
        raise FaultsError(faults)


def _strangers(bullet: Bullet, cited: Iterable[Sentence]) -> Iterable[str]:
    """What a bullet has and its sentences have not: figures first, then clauses, each told in words."""
    texts = [sentence.text for sentence in cited]
    figures = {figure for text in texts for figure in FIGURE.findall(text)}
    for figure in FIGURE.findall(bullet.text_zh):
        if figure not in figures:
            yield f"figure {figure} in bullet {bullet.id}"
    clauses = {text[start:end].strip(_ENDS) for text in texts for start, end in clause_spans(text)}
    for start, end in clause_spans(bullet.text_zh):
        clause = bullet.text_zh[start:end].strip(_ENDS)
        if clause not in clauses and not any(part and part in clauses for part in _sentences(clause)):
            yield f"words {clause[:24]!r} in bullet {bullet.id}"


def _sentences(clause: str) -> list[str]:
    """A clause that runs over a full stop (two sentences in one bullet) as its parts."""
    return [part.strip(_ENDS) for part in re.split("(?<=[。！？!?…])", clause)]


def _line(text: str, cited: list[Sentence]) -> int:
    return text.count("\n", 0, cited[0].start) + 1 if cited else 0
