"""Mood: whether a passage without a heading that says so sets tasks, told by how its sentences open."""

import re

from policy_digest.extract.periods import Before, periods
from policy_digest.lexicon.figures import Figures
from policy_digest.lexicon.folding import fold
from policy_digest.model import Paragraph, Section

_ANY = 2000
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


def aims_first(paragraph: Paragraph, figures: Figures) -> int:
    """How many sentences of an item tell aims before one tells what came of them (新增20家。上半年,新增12家。)."""
    texts = [fold(sentence.text, figures.simplified) for sentence in paragraph.sentences]
    came = next((index for index, text in enumerate(texts) if _opens_dated(text, figures)), 0)
    return 0 if any(_tells(text, figures) for text in texts[:came]) else came


def _opens_dated(text: str, figures: Figures) -> bool:
    """Whether a sentence opens with a part of a year or a day up to which is told."""
    dates = periods(text, Before(year=_ANY, spoken=_ANY, document=_ANY), figures)
    return bool(dates and dates[0].start <= 1 and dates[0].governs and "-" in (dates[0].iso or ""))


def _tells(text: str, figures: Figures) -> bool:
    return bool(_NUMBER.search(text) and figures.signs.told_done.search(text))


def _rounds(text: str) -> bool:
    """Whether no more than a third of the numbers are exact to three digits or more, as what was counted is."""
    numbers = _NUMBER.findall(text)
    exact = sum(len(number.replace(".", "").strip("0")) >= _MOST_EXACT for number in numbers)
    return _MOST_EXACT * exact <= len(numbers)
