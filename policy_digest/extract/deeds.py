"""Deeds: where a clause says that something opened, was founded or held, and what is told of it."""

import re
from typing import NamedTuple

from policy_digest.extract.clauses import BREAK
from policy_digest.lexicon.events import Events
from policy_digest.lexicon.marks import enclosed_spans
from policy_digest.model import EventKind

HIDDEN = "□"
_YEARS_SINCE = re.compile(r"\d{1,4}周年")  # 成立75周年
_NEAR = 24
_LEAST = 2  # characters of a thing that has a name
_TOWARDS = re.compile("(?:面?向|对)[^向对的]{1,8}$")
_THROUGH = re.compile("(?:经过|历经|历时)[^的,;]{1,10}$")
_AT = re.compile("在(?P<where>[^在的]{2,16})$")
_DONE = re.compile("了?")
_STOPS = BREAK + "、 "


class Deed(NamedTuple):
    """A deed from ``start`` to ``end`` in a clause that ends at ``stop``; ``takes`` says that it has an object."""

    start: int
    end: int
    stop: int
    kind: EventKind
    takes: bool


class Told(NamedTuple):
    """What stands before a deed: of whom or what it is told, and where it was."""

    who: str
    where: str


def hidden(text: str, rules: Events) -> str:
    """``text`` with what is enclosed, and words that only look like deeds, hidden, of the same length."""
    for start, end in enclosed_spans(text):
        text = text[:start] + HIDDEN * (end - start) + text[end:]
    return rules.not_deed.sub(lambda match: HIDDEN * len(match[0]), text)


def deed_in(text: str, start: int, end: int, rules: Events) -> Deed | None:
    """The first deed of a clause of a hidden text, from ``start`` on; of several joined (建成通车) the last."""
    stop = start + len(text[start:end].rstrip(_STOPS))
    for match in rules.deeds.finditer(text, start, stop):
        if rules.chained.match(text, match.end(), stop):
            continue
        if deed := deed_of(text, match, stop, rules):
            return deed
    return None


def deed_of(text: str, match: re.Match[str], stop: int, rules: Events) -> Deed | None:
    """The deed that ``match`` is, by what stands behind it in its clause; None where it is part of a name."""
    if rules.trails.fullmatch(text, match.end(), stop):
        kind = rules.ends.get(match[0])
        return Deed(*match.span(), stop, kind, takes=False) if kind else None
    done = _DONE.match(text, match.end())
    behind = done.end() if done else match.end()
    kind = rules.takes.get(match[0])
    if (
        kind is None
        or stop - behind < _LEAST
        or rules.part_of.match(text, behind, stop)
        or _YEARS_SINCE.match(text, behind)
    ):
        return None
    return Deed(match.start(), behind, stop, kind, takes=True)


def told_before(text: str, printed: str, start: int, end: int, rules: Events) -> Told:
    """What the words between ``start`` and ``end``, before a deed, tell, without those of manner."""
    where = ""
    while True:
        words = text[start:end].rstrip(_STOPS)
        end = start + len(words)
        patterns = (rules.manner, _TOWARDS, _THROUGH)
        begin = max(start, end - _NEAR)
        found = next((match for one in patterns if (match := one.search(text, begin, end))), None)
        if found is None and not where and (found := _AT.search(text, begin, end)):
            where = printed[found.start("where") : end]
        if found is None or found.start() == end:
            return Told(printed[start:end].strip(_STOPS), where)
        end = found.start()
