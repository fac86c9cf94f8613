"""Passages that are close to a known official wording, and are not it: shown beside it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from difflib import SequenceMatcher

from policy_digest.digest.quotations.passages import passages
from policy_digest.lexicon import Lexicon
from policy_digest.lexicon.documents import Documents
from policy_digest.model import Article, Quotation, Sentence, Side, id_of

__all__ = ["find_quotations"]

_CLOSE = 0.72
_LEAST_SHARED = 3  # pairs of characters; fewer are no likeness of a wording of ten characters and more
_HUNDREDTH = Decimal("0.01")


def find_quotations(article: Article, lexicon: Lexicon) -> tuple[Quotation, ...]:
    """The passages in the text's order, each wording once a sentence, with the passage that is most like it."""
    documents = lexicon.documents
    found: dict[tuple[str, str], Quotation] = {}
    for section in article.sections:
        for sentence in section.all_sentences:
            for made in _in_sentence(article.slug, sentence, documents):
                key = (sentence.id, made.known.id)
                if key not in found or made.likeness > found[key].likeness:
                    found[key] = made
    return tuple(sorted(_best(found.values()), key=lambda made: made.side.start))


def _in_sentence(slug: str, sentence: Sentence, documents: Documents) -> Iterator[Quotation]:
    if not documents.may_be_in(sentence.text):
        return
    for start, end in passages(sentence.text, documents):
        words = sentence.text[start:end]
        folded = documents.fold(words)
        if any(known in folded or folded in known for known in documents.folded):
            continue
        for number in _candidates(folded, documents):
            likeness = _likeness(folded, documents.folded[number])
            if likeness >= _CLOSE:
                yield _quotation(slug, sentence, start, end, documents, number, likeness)


def _candidates(folded: str, documents: Documents) -> list[int]:
    """The wordings that share some pairs of characters with a passage and are about as long."""
    shared = Counter(n for at in range(len(folded) - 1) for n in documents.pairs.get(folded[at : at + 2], ()))
    longest = 2 / _CLOSE - 1  # a ratio cannot be higher than twice the shorter length by both
    return [
        number
        for number, count in shared.items()
        if count >= _LEAST_SHARED
        and max(len(folded), len(documents.folded[number])) <= longest * min(len(folded), len(documents.folded[number]))
    ]


def _likeness(folded: str, known: str) -> float:
    matcher = SequenceMatcher(None, folded, known, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _CLOSE else 0.0


def _quotation(
    slug: str, sentence: Sentence, start: int, end: int, documents: Documents, number: int, likeness: float
) -> Quotation:
    words, known = sentence.text[start:end], documents.wordings[number]
    begin, stop = sentence.span(start, end)
    name = id_of("q", slug, known.id, sentence.id, words)
    return Quotation(name, Side(words, begin, stop, sentence.id), known, Decimal(likeness).quantize(_HUNDREDTH))


def _best(found: Iterable[Quotation]) -> list[Quotation]:
    """One wording for each stretch of the text: that which it is most like."""
    chosen: list[Quotation] = []
    for made in sorted(found, key=lambda one: (-one.likeness, one.side.start)):
        if all(made.side.end <= other.side.start or made.side.start >= other.side.end for other in chosen):
            chosen.append(made)
    return chosen
