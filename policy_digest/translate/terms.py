"""The terms of the termbase that an article contains, so that a reader finds the article by its standard terms."""

from collections import Counter

from policy_digest.lexicon.termbase import Term
from policy_digest.lexicon.terms import Terms
from policy_digest.model import Article, BilingualTerm


def article_terms(article: Article, terms: Terms) -> tuple[BilingualTerm, ...]:
    """The terms of ``article``, those of most sentences first, else in the order of the text.

    Sentences of the body and captions are read, in simplified characters; the longest term at a place is taken
    (党支部书记, not 党支部), so that a term is counted only where it stands by itself.
    """
    counts: Counter[str] = Counter()
    for section in article.sections:
        for sentence in section.all_sentences:
            counts.update(dict.fromkeys((term.zh for term in terms.within(sentence.text)), 1))
    known = terms.terms
    return tuple(_told(known[zh], count) for zh, count in counts.most_common())


def _told(term: Term, sentences: int) -> BilingualTerm:
    return BilingualTerm(term.zh, term.en, term.status, sentences, term.type, term.authority, term.address)
