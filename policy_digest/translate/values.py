"""The value of a table row in both languages: sign, bound, figure, rank.

The Chinese is what was printed, with the bound words beside it (近, 以上) and the sign of a change; the English is
computed. Both come from one observation, so that neither can say more than the other.
"""

import re
from decimal import Decimal
from typing import Literal

from policy_digest.lexicon.terms import BoundWord, Terms
from policy_digest.model import Observation, SourceMark
from policy_digest.translate.figures import Quantity, english_quantity, quantity
from policy_digest.translate.ranks import chinese_rank, english_rank

MINUS = "\N{MINUS SIGN}"
TIMES = "倍"
_UNDER, _NEAR = (3, 6, 7, 9, 11, 12), Decimal("0.01")
YIELD = "kg/mu"
NUMERAL = re.compile(r"[\d百千万萬亿億]")
SCALE_WORDS = {2: "百", 3: "千", 4: "万", 5: "十万", 6: "百万", 7: "千万", 8: "亿", 12: "万亿"}
DIRECTIONS = {1: ("增长", "up"), -1: ("下降", "down"), 0: ("持平", "unchanged")}


def chinese_value(observation: Observation, mark: SourceMark, terms: Terms) -> str:
    """Return the figure as its sentence has it, with its bound words and, for a change, its sign."""
    printed = observation.shown_zh or cleaned(mark.figure)
    if observation.kind == "rank":
        return chinese_rank(printed, observation.rank, terms)
    printed += "" if observation.shown_zh else _implied_unit(observation, printed, terms)
    before, after = _chinese_bound(observation, mark, terms)
    return _signed(observation, f"{before}{printed}{after}", words=0)


def english_value(observation: Observation, mark: SourceMark, terms: Terms, area_zh: str | None) -> str:
    """Compute the figure in English; a rank in words. ``area_zh`` is what the article is about."""
    if observation.kind == "rank":
        return english_rank(observation, terms, area_zh)
    size = quantity(observation, terms)
    if size is None:
        return f"[{cleaned(mark.figure)}]"
    if observation.kind == "change" and observation.unit_zh == TIMES:
        size = _as_percent(size, terms)
    bound = bound_word(observation, mark, terms)
    words = _vulgar(observation) or english_quantity(size)
    return _signed(observation, f"{bound.en} {words}" if bound and bound.en else words, words=1)


def _vulgar(observation: Observation) -> str:
    """A fraction as such where no decimal is the same (三分之一: 1/3, no 33.33%); empty for any other figure."""
    value = abs(observation.obs_value or Decimal(0))
    if observation.rule != "fraction" or observation.kind != "share" or value == value.quantize(Decimal("0.1")):
        return ""
    found = ((round(value * under / 100), under) for under in _UNDER)
    return next((f"{over}/{under}" for over, under in found if abs(value - Decimal(over) * 100 / under) < _NEAR), "")


def cleaned(printed: str) -> str:
    """Return the words as printed on one line: no line breaks, and no spaces (Chinese sets none inside a figure)."""
    return re.sub(r"\s+", "", printed)


def bound_word(observation: Observation, mark: SourceMark, terms: Terms) -> BoundWord | None:
    """Return the word at the figure that says its bound, or the lexicon's word for it where none stands there."""
    if observation.bound in ("eq", "range"):
        return None
    fitting = [word for word in terms.bounds if word.bound == observation.bound]
    before, inside, after = (cleaned(part) for part in (mark.before, mark.figure, mark.after))
    for word in () if observation.shown_zh else fitting:  # the words at the figure bound the printed one
        if (
            (word.side == "before" and before.endswith(word.word))
            or (word.side == "inside" and word.word in inside)
            or (word.side == "after" and after.startswith(word.word))
        ):
            return word
    return next((word for word in fitting if word.side == "code"), None)


def _implied_unit(observation: Observation, printed: str, terms: Terms) -> str:
    """Return the unit that is not printed at the figure, in brackets; empty where it is told.

    The name tells it (收益破百万), a table's head (84.6 in a column of 亿元) or the last of a list (12、15和18亿元).
    """
    scale = SCALE_WORDS.get(observation.unit_mult, "")
    if observation.rule == "table":
        return f"（{scale}{observation.unit_zh}）"
    implied = terms.implied.get(observation.unit_measure, "")
    is_left = not observation.unit_zh or observation.unit_measure == YIELD
    is_told = not implied or implied[-1] in terms.folded(printed) or "/" in printed  # 1/4 is no per cent
    implied = scale + implied if observation.rule == "list-unit" else implied
    return f"（{implied}）" if is_left and not is_told and NUMERAL.search(printed) else ""


def _chinese_bound(observation: Observation, mark: SourceMark, terms: Terms) -> tuple[str, str]:
    word = bound_word(observation, mark, terms)
    if word is None or word.side == "inside":
        return "", ""
    return ("", word.zh) if word.side == "after" else (word.zh, "")


def _signed(observation: Observation, text: str, *, words: Literal[0, 1]) -> str:
    """Give a change its sign (+9.0%) or, where it is bounded, its direction in words (up over 10%)."""
    sign = _sign(observation)
    if observation.kind != "change":
        return f"{MINUS}{text}" if sign < 0 else text
    if observation.bound != "eq":
        direction = DIRECTIONS[sign][words]
        return f"{direction} {text}" if words else f"{direction}{text}"
    return f"{'+' if sign > 0 else MINUS if sign < 0 else ''}{text}" if NUMERAL.search(text) else text


def _sign(observation: Observation) -> int:
    value = observation.obs_value or Decimal(0)
    return (value > 0) - (value < 0)


def _as_percent(size: Quantity, terms: Terms) -> Quantity:
    """增长2.3倍 says +230%: an English reader would take “2.3 times” for the ratio."""
    maximum = None if size.maximum is None else size.maximum.scaleb(2)
    return Quantity(size.number.scaleb(2), size.mult, maximum, terms.units["percent"], "%")
