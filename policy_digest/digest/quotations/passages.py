"""The passages of a sentence that may be quoted: in quotation marks, told as another's words, or the whole sentence."""

from collections.abc import Iterator

from policy_digest.lexicon.documents import Documents
from policy_digest.lexicon.marks import clause_spans, quoted_spans

_LEAST, _MOST = 9, 120
_FARTHEST = 300
_MOST_CLAUSES = 6
_ENDS = "。！!？?；;，,：:、"


def passages(text: str, documents: Documents) -> Iterator[tuple[int, int]]:
    """The stretches of ``text``; of a long quotation, also the runs of its clauses."""
    for start, end in quoted_spans(text):
        yield from _runs(text, start + 1, end - 1)
    for told in documents.telling.finditer(text):
        if text[told.end() : told.end() + 1] not in '“「『"':
            yield from _runs(text, told.end(), min(len(text), told.end() + _FARTHEST))
    if len(text) <= _MOST:
        yield from _trimmed(text, 0, len(text))


def _runs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Runs of up to six clauses of ``text[start:end]``, with a length that a wording may have."""
    clauses = [(start + a, start + b) for a, b in clause_spans(text[start:end])]
    for first, (begin, _) in enumerate(clauses):
        for _, stop in clauses[first : first + _MOST_CLAUSES]:
            yield from _trimmed(text, begin, stop)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end > start and (text[end - 1] in _ENDS or text[end - 1].isspace()):
        end -= 1
    if _LEAST <= end - start <= _MOST:
        yield start, end
