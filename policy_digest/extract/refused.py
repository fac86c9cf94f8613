"""Refused: what in a text is no figure, each with its reason, in its sentences and outside them."""

import re
from collections.abc import Iterator

from policy_digest.extract.accounts import Block, Verdict
from policy_digest.extract.evidence import Why
from policy_digest.extract.masks import hide, masks
from policy_digest.extract.mention import Reading
from policy_digest.extract.outside import READ_BY_EDITORS
from policy_digest.extract.periods import Before, Period, periods
from policy_digest.lexicon.beginnings import HANZI
from policy_digest.lexicon.figures import Figures
from policy_digest.numerals import ARABIC

NUMBER = re.compile(rf"{ARABIC}(?:\s?[十百千万亿]+)?|[{HANZI}]+")
"""A number in a folded text: an Arabic numeral with its scale, or a run of Chinese numerals."""

_VALUES = frozenset(("value", "delta", "share", "done", "rank"))
"""The columns of a table that tell values."""

_BEHIND = re.compile(r"[^\W\d_]{1,4}")
"""What stands behind a number that has no unit: what the table may lack."""

_COUNTING = {
    "name": "a word of the class that follows is part of a name, not counted",
    "round": "a round Chinese number without a bound is a figure of speech",
    "indefinite": "一 before its noun is an article, no count",
    "narrative": "a small Chinese number is a count only where something is told as done (cues.yml doing)",
    "place": "so many places at the top of a table, no count",
    "word": "a Chinese numeral of one character without a unit is a part of a word or a name",
    "recurrence": "how often something is done, no count",
}
"""What the reasons of ``counting`` mean; the tables' rules carry their proof beside them."""

_CELLS = {
    "head": "stands in the head of a table, which tells what its columns hold",
    "name": "stands in the name of a table's row",
    "none": "stands in a table's column that tells no value, growth or share",
    "ordinal": "numbers the rows of a table",
    "remark": "stands in a table's column of remarks, which tells no value, growth or share by itself",
    "units": "stands in a table's column of units",
    "unread": "stands in a table's column of what is no figure: an index, a code, a date, a telephone",
}
_NO_UNIT = "neither the head of its column or row nor a line above the table tells a unit"


def refused(reading: Reading) -> Iterator[Block]:
    """What is no figure in a sentence; of two that overlap the first tells: dates, what is rejected, what is unread."""
    text = reading.sentence.text
    for date in reading.dates:
        why = Why("periods.yml" if date.rule else "", date.rule)
        yield Block(date.start, date.end, "rejected", "date", why, date.iso, _reach(date))
    for start, end, reason, rule in reading.rejected:
        if rule == "counting":
            yield Block(start, end, "rejected", reason, Why("", rule), note=_COUNTING.get(reason, ""))
        elif reason == "slogan":
            note = "a part of a ranking as an aim is a slogan"
            yield Block(start, end, "rejected", reason, Why("ranks.yml", rule), note=note)
        else:
            yield Block(start, end, "rejected", reason, Why("masks.yml", rule))
    for start, end, reason in reading.unread:
        yield Block(start, end, "unread", reason, note=_unread(reason, _BEHIND.match(text, end)))
    for start, end, role in reading.cells:
        is_value = role in _VALUES
        note = _NO_UNIT if is_value else _CELLS[role]
        yield Block(start, end, "unread" if is_value else "rejected", "table", note=note)


def _reach(date: Period) -> str:
    """What limits the figures that a date governs, if anything does."""
    if date.iso is None:
        return "every year's, or of no one year" if date.is_recurring else "its year is not known"
    if not date.governs:
        return "governs no figure: it is compared with, or places the year in a plan"
    if date.is_own:
        return "governs the next figure alone"
    return "governs its clause alone" if date.is_local else ""


def _unread(reason: str, behind: re.Match[str] | None) -> str:
    if reason == "ill-formed":
        return "no well-formed Chinese numeral"
    if behind is None:
        return "no unit or classifier behind it, and no rule rejects it"
    return f"no unit or classifier known behind it ({behind[0]}: no row of units.tsv), and no rule rejects it"


def refused_outside(folded: str, kind: str, figures: Figures) -> Iterator[Block]:
    """What is no figure in a stretch outside the sentences; in the stretches of editors, what is left is unread."""
    dates = periods(folded, Before(), figures)
    for date in dates:
        yield Block(date.start, date.end, "rejected", "date")
    for mask in masks(hide(folded, tuple((date.start, date.end) for date in dates)), figures):
        yield Block(mask.start, mask.end, "rejected", mask.reason)
    verdict: Verdict = "unread" if kind in READ_BY_EDITORS else "rejected"
    for match in NUMBER.finditer(folded):
        is_word = kind in READ_BY_EDITORS and match[0] in HANZI
        yield Block(*match.span(), *(("rejected", "word") if is_word else (verdict, kind)))
