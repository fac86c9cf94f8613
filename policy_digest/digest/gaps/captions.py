"""What only a picture's caption tells: a deed or a named thing that the article's text does not mention."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from policy_digest.digest.gaps.found import Found
from policy_digest.digest.texts import Told
from policy_digest.lexicon import Lexicon

_HAN = re.compile("[一-鿿]+")
_CLAUSE = re.compile("[^,;。:：!?]+")
_MOST_TOLD = 0.6  # the share of a caption's pairs of characters that the text holds, above which it tells it too


def told_by_captions(texts: Sequence[Told], lexicon: Lexicon) -> Iterator[Found]:
    """The clauses of captions that tell a deed or name a thing, where the text has less than most of their words."""
    if not any(told.is_caption for told in texts):
        return
    body = [told.text for told in texts if not told.is_caption]
    pairs = {pair for text in body for pair in _pairs(text)}
    words = "\n".join(body)
    for told in texts:
        for clause in _CLAUSE.finditer(told.text) if told.is_caption else ():
            if _is_news(clause[0], words, pairs, lexicon):
                yield Found(
                    told.sentence.offset(clause.start()),
                    "caption-fact",
                    told.section.id,
                    told.sentence.id,
                    told.printed(*clause.span()),
                )


def _is_news(clause: str, body: str, pairs: set[str], lexicon: Lexicon) -> bool:
    deed = lexicon.gaps.patterns["deed"].search(clause)
    things = [match[0] for match in lexicon.gaps.patterns["thing"].finditer(clause)]
    if not deed and not any(thing not in body for thing in things):
        return False
    own = _pairs(clause)
    return bool(own) and sum(pair in pairs for pair in own) <= _MOST_TOLD * len(own)


def _pairs(text: str) -> list[str]:
    return [one + two for run in _HAN.findall(text) for one, two in pairwise(run)]
