"""What rows say in English, composed of their names, values, periods and natures: In 2024, tax revenue rose by 9%.

They stand where a bullet or commitment has no English yet, so that its figures can be read. A row that fits no pattern
has none. What a sentence says beyond its figures is not told; nothing is guessed.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from policy_digest.lexicon.marks import lowered
from policy_digest.model import BilingualItem, BilingualRow, Nature, Status, Text
from policy_digest.translate.periods import NOT_STATED

_GROWN = re.compile(r"(?:(?:Growth|Change) in (?=number of )|(?:Growth of|Change in) (?=\S))")
_RANKED = re.compile(r"Rank (?=(?:by|in) \S)")
_MOVED = re.compile(r"(?P<sign>[+\N{MINUS SIGN}]|up |down )(?P<size>.*\d.*)")
_MOST = re.compile(r"(?P<most>the (?:highest|lowest|largest|smallest|most)) (?P<among>in .+)")
_PLACE = re.compile(r"last\b|\d+(?:st|nd|rd|th)\b|in the (?:top|bottom|first)|among the ")
_HEAD_ENDS = re.compile(r" (?:of|in|per|for|to|by|with|on|at|from|as|under|taking|covered|given) | \(")
_NEWLY = re.compile(r"Newly \w+ ")
_NO_PLURAL = re.compile(r"(?:ss|us|is|news|gas|GDP|progress|business|economics)$")
_PEOPLE = re.compile(r"(?:People|Households|Children|Women|Men|Personnel|Police|Residents)\b")
_DEED = re.compile(
    r" (?:[a-z]+ed|built|made|laid|sent|run|won|put|brought|set|held|drawn|given|met)"
    r"(?= (?:and|or|to|by|in|for|with|at|from|on|out|up|off|newly)\b| \(|$)"
)
_MEASURE_OF = re.compile(r"[A-Z][a-z]+ of ")
_DATE = re.compile(r"\d{1,2} [A-Z][a-z]{2} \d{4}")
_OVER = re.compile("(came to|reach|come to) over(?= (?:CNY|USD|[0-9]))")
_LIMIT = re.compile("at (?:least|most) |under |about |up to |nearly ")
_RATE = re.compile("[%‰]|per 1")
_COUNTED = re.compile(r"(?P<number>.*\d(?: [mb]illion)?) (?P<noun>[A-Za-z][A-Za-z -]+)")
_BARE = re.compile(r"(?:up to|since|from) ")
_SINCE = re.compile("since ([^;]+)")
_PAST = re.compile("^(?:rose|fell)(?= by)")
_YEARLY = "year on year"
_WEAK: tuple[Status, ...] = ("machine", "earlier", "partial")
"""What the English of a name may be that a sentence made of it is too, the least to be relied on first."""

_LEVEL: Mapping[Nature, str] = {"actual": "came to", "expected": "expected to come to", "target": "to reach"}
_COUNT: Mapping[Nature, str] = {"actual": "numbered", "expected": "expected to number", "target": "to number"}
_SHARE: Mapping[Nature, str] = {"actual": "stood at", "expected": "expected to stand at", "target": "to reach"}
_MOVES: Mapping[tuple[Nature, bool], str] = {
    ("actual", True): "rose by",
    ("actual", False): "fell by",
    ("expected", True): "expected to rise by",
    ("expected", False): "expected to fall by",
    ("target", True): "to rise by",
    ("target", False): "to fall by",
}


class _Clause(NamedTuple):
    """What one row says: of what, what of it (rose by 9%), and when (in 2024, since 2020; empty where unknown).

    ``is_proper``: the subject begins with a place's name.
    """

    subject: str
    told: str
    when: str
    is_proper: bool


def stated(
    items: Sequence[BilingualItem], rows: Sequence[BilingualRow], place: Text | None
) -> tuple[BilingualItem, ...]:
    """The items, those without an English with the statements of the rows that their sentences tell.

    ``place`` is what the article is about: the subject of a rank.
    """
    told: dict[str, list[BilingualRow]] = {}
    for row in rows:
        for sentence in dict.fromkeys(mark.sentence for mark in row.marks):
            told.setdefault(sentence, []).append(row)
    return tuple(item if item.text.en else _with_statement(item, told, place) for item in items)


def _with_statement(item: BilingualItem, told: Mapping[str, list[BilingualRow]], place: Text | None) -> BilingualItem:
    rows = [row for sentence in item.sentences for row in told.get(sentence, ()) if _is_in(row, item)]
    text = statement(rows, place)
    return replace(item, statement=Text(item.text.zh, text.en, text.status)) if text else item


def statement(rows: Sequence[BilingualRow], place: Text | None) -> Text | None:
    """What some rows say, those of one time in a sentence; None where no row's name or value is of a known form."""
    told = _unambiguous([(row, clause) for row in rows if (clause := _clause(row, place))])
    if not told:
        return None
    sentences = (
        _sentence(when, [clause for _, clause in group]) for when, group in groupby(told, lambda one: one[1].when)
    )
    zh = "；".join(dict.fromkeys(row.name.zh for row, _ in told))
    return Text(zh, " ".join(sentences), _weakest(row.name.status for row, _ in told))


def _weakest(statuses: Iterable[Status]) -> Status:
    """What the English of several names is together: that of the one least to be relied on, ``generated`` at best."""
    found = set(statuses)
    return next((status for status in _WEAK if status in found), "generated")


def _unambiguous(told: Sequence[tuple[BilingualRow, _Clause]]) -> list[tuple[BilingualRow, _Clause]]:
    """Without those of one thing told twice of a time: which is new, in all, before or after, the rows do not say."""
    keys = [(row.kind, lowered(clause.subject), clause.when) for row, clause in told]
    times = Counter(keys)
    return [one for one, key in zip(told, keys, strict=True) if times[key] == 1]


def _sentence(when: str, clauses: Sequence[_Clause]) -> str:
    """One sentence of a time; what is told of the same again is told without its name (…, and rose by 9%)."""
    words, last = when, ""
    for clause in clauses:
        subject = clause.subject if clause.is_proper else lowered(clause.subject)
        if subject == last:
            words += f" and {clause.told}"
        else:
            words += f"{'; ' if last else ', ' if when else ''}{subject} {clause.told}"
        last = subject
    return f"{words[0].upper()}{words[1:]}."


def _is_in(row: BilingualRow, item: BilingualItem) -> bool:
    """Whether the item's words hold the figure: a bullet may be one clause of its sentence."""
    figures = ("".join(mark.figure.split()) for mark in row.marks if mark.sentence in item.sentences)
    words = "".join(item.text.zh.split())
    return any(figure in words for figure in figures)


def _clause(row: BilingualRow, place: Text | None) -> _Clause | None:
    """What one row says, or None where its name or value is of no known form."""
    name, value, own = row.name.en, row.value.en, row.place
    if not name or not value or value.startswith("[") or (own is not None and own.en is None):
        return None
    told = _ranked(name, value, row, place) if row.kind == "rank" else _measured(name, value, row)
    if told is None:
        return None
    subject = f"{told[0]} in {own.en}" if own and row.kind != "rank" else told[0]
    is_proper = row.kind == "rank"
    note = row.note.en if row.note else ""
    since = _SINCE.fullmatch(note or "")
    if since and row.nature == "actual":
        return _Clause(subject, _come_about(told[1], subject), since[0], is_proper)
    beside = f" from {since[1]}" if since else f" {note}" if note == _YEARLY else f" ({note})" if note else ""
    return _Clause(subject, told[1] + beside, _when(row.period), is_proper)


def _come_about(told: str, subject: str) -> str:
    """What has come about since a time: has risen by 9%."""
    have = "have" if _is_plural(subject) else "has"
    return _PAST.sub(lambda match: f"{have} {'risen' if match[0] == 'rose' else 'fallen'}", told)


def _ranked(name: str, value: str, row: BilingualRow, place: Text | None) -> tuple[str, str] | None:
    subject = row.place or place
    if not _RANKED.match(name) or subject is None or subject.en is None:
        return None
    base = lowered(name.removeprefix("Rank by "))
    if row.nature == "actual" and base != lowered(name) and (most := _MOST.fullmatch(value)):
        said = base.removeprefix("number of ") if most["most"] == "the most" else base
        return subject.en, f"had {most['most']} {said} {most['among']}"
    if not _PLACE.match(value):
        return None
    verb = {"actual": "ranked", "expected": "is expected to rank", "target": "is to rank"}[row.nature]
    return subject.en, f"{verb} {value} {_RANKED.sub('', name)}"


def _measured(name: str, value: str, row: BilingualRow) -> tuple[str, str] | None:
    if row.kind == "change":
        return _moved(name, value, row)
    verbs = _COUNT if row.kind == "count" else _SHARE if _RATE.search(value) else _LEVEL
    verb = _agreed(verbs[row.nature], name, row.nature)
    if _LIMIT.match(value) and verbs is not _COUNT:
        be = {"actual": "were" if _is_plural(name) else "was", "target": "to be", "expected": "expected to be"}
        verb = _agreed(be[row.nature], name, row.nature)
    return name, _exceeded(f"{verb} {_unrepeated(value, name) if row.kind == 'count' else value}")


def _exceeded(words: str) -> str:
    """The words with one verb for coming to more than something: exceeded 5,000."""
    return _OVER.sub(lambda match: "exceeded" if match[1].startswith("came") else "exceed", words)


def _unrepeated(value: str, name: str) -> str:
    """The value of a count without the noun that its name has already (… numbered 21, not 21 canteens)."""
    match = _COUNTED.fullmatch(value)
    is_told = match is not None and (match["noun"] == "people" or match["noun"].lower().rstrip("s") in name.lower())
    return match["number"] if match and is_told else value


def _moved(name: str, value: str, row: BilingualRow) -> tuple[str, str] | None:
    grown, move = _GROWN.match(name), _MOVED.fullmatch(value)
    if grown is None or move is None:
        return None
    base = name[grown.end() :]
    verb = _MOVES[row.nature, move["sign"] in ("+", "up ")]
    return base, f"{_agreed(verb, base, row.nature)} {move['size']}"


def _agreed(verb: str, name: str, nature: Nature) -> str:
    """The verb with is or are before it where it is no past tense: … are expected to number."""
    return verb if nature == "actual" else f"{'are' if _is_plural(name) else 'is'} {verb}"


def _is_plural(name: str) -> bool:
    name = _NEWLY.sub("", name)
    done = None if _MEASURE_OF.match(name) else _DEED.search(name)
    head = name[: done.start()].strip() if done else _HEAD_ENDS.split(name, maxsplit=1)[0]
    head = head.removesuffix(" newly")
    return bool(_PEOPLE.match(name)) or (head.endswith("s") and not _NO_PLURAL.search(head))


def _when(period: Text) -> str:
    if period == NOT_STATED or not period.en:
        return ""
    if _BARE.match(period.en):
        return period.en
    return f"{'on' if _DATE.fullmatch(period.en) else 'in'} {period.en}"
