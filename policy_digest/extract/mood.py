"""Mood: whether a passage without a heading that says so sets tasks, told by how its sentences open."""

import re

from policy_digest.extract.folding import fold
from policy_digest.lexicon.figures import Figures
from policy_digest.model import Section

_FEWEST_SENTENCES = 5
_FEWEST_INTENTS = 2
_MOST_EXACT = 3
_NUMBER = re.compile(r"\d+(?:\.\d+)?(?!年|月|日|\d)")


def sets_tasks(section: Section, figures: Figures) -> bool:
    """Whether a section sets tasks and tells nothing done.

    Half of its sentences open with an effort (加快, 健全) or say an intent, two at least the latter (要, 继续,
    增长6%左右), none that holds a figure tells what came of it (了, 累计, 居), and few of its numbers are exact to
    three digits.
    """
    texts = [fold(sentence.text, figures.simplified) for sentence in section.sentences]
    texts = [text for text in texts if len(text) > 1]
    if len(texts) < _FEWEST_SENTENCES or any(_tells(text, figures) for text in texts):
        return False
    intents = [bool(figures.signs.intents.search(text)) for text in texts]
    ahead = sum(intent or bool(figures.signs.efforts.match(text)) for text, intent in zip(texts, intents, strict=True))
    return 2 * ahead >= len(texts) and sum(intents) >= _FEWEST_INTENTS and _rounds(" ".join(texts))


def _tells(text: str, figures: Figures) -> bool:
    return bool(_NUMBER.search(text) and figures.signs.told_done.search(text))


def _rounds(text: str) -> bool:
    """Whether no more than a third of the numbers are exact to three digits or more, as what was counted is."""
    numbers = _NUMBER.findall(text)
    exact = sum(len(number.replace(".", "").strip("0")) >= _MOST_EXACT for number in numbers)
    return _MOST_EXACT * exact <= len(numbers)
