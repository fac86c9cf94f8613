"""Happenings: where a date stands to its deed, and which words tell the two (…于3月15日开业; 3月15日,…开业)."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from policy_digest.extract.clauses import Clauses
from policy_digest.extract.deeds import HIDDEN, Deed, deed_in, told_before
from policy_digest.extract.mention import Reading
from policy_digest.extract.periods import Period
from policy_digest.lexicon import Lexicon

_HELD_AGAINST = re.compile("(?:自|从|比|较|至|到|截至|截止|以|按|距|的)$")
_AT_DATE = re.compile("[于在]$")
_GOES_ON = tuple("的前内起、和及与至到—-–~～(")
_NUMBERED = re.compile(r"的(?:\d|[一二两三四五六七八九十几多]{1,3}[个家座所条处项批场])")
_HAN = re.compile("[一-龥A-Za-z]")
_MARK = re.compile(r"[•·●*\s]*(?:□{3,4})?(?:[(]?[一二三四五六七八九十\d]{1,3}(?:[).、]|是))?")
"""What marks an item of a list."""

_HOUR = re.compile("(?:上午|下午|晚上|晚间|当晚|晚|清晨|凌晨)?")
_STOPS = ",，;；:：。！？!? 、"
_FURTHEST = 3  # clauses from a date on in which its deed may stand
_NEAR, _LEAST = 24, 2


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence as events are read in it.

    ``text`` is folded, in standard words, with what is enclosed hidden, as long as it is printed. ``covered`` is the
    period of the article, ``is_planned`` that the sentence says what will be done.
    """

    text: str
    reading: Reading
    clauses: Clauses
    covered: str | None
    is_planned: bool
    lexicon: Lexicon

    @property
    def printed(self) -> str:
        """The sentence as printed."""
        return self.reading.sentence.text

    def end(self, position: int, limit: int) -> int:
        """Where the clause of ``position`` ends, or the next date begins in a list (6月开工、12月竣工)."""
        end = self.clauses.end(position)
        return limit if limit < end and self.text[limit - 1] == "、" else end

    def is_cued(self, found: "Found") -> bool:
        """Whether the words of an event say that it is to come."""
        return self.lexicon.events.plans.search(self.text, found.start, found.deed.start) is not None


class Found(NamedTuple):
    """A deed with its date: ``words`` tell it from ``start`` on, ``who``, ``what`` and ``where`` are parts of them.

    ``is_direct`` says that the date stands in the deed's own clause, ``is_named`` that what is told of stands before
    the date, ``is_made`` that both tell of a thing (2019年建成的水厂), ``is_worked`` that it
    is only worked towards, unless it is to come (推动…开工).
    """

    deed: Deed
    start: int
    words: str
    who: str = ""
    what: str = ""
    where: str = ""
    is_direct: bool = False
    is_named: bool = False
    is_made: bool = False
    is_worked: bool = False


def found_at(index: int, scene: Scene) -> Found | None:
    """The deed of the date of that number, with its words; None where it has none, or may be another clause's."""
    dates, text = scene.reading.dates, scene.text
    date = dates[index]
    limit = dates[index + 1].start if index + 1 < len(dates) else len(text)
    floor = dates[index - 1].end if index else 0
    if text[date.start] == HIDDEN:
        return None
    begin = scene.clauses.start(date.start)
    before = text[begin : date.start].rstrip()
    if _HELD_AGAINST.search(before):
        return None
    if made := _made(date, scene):
        rules = scene.lexicon.events
        is_plain = not (rules.plans.search(before) or rules.refuses.search(before))
        return made if is_plain and made.deed.end <= limit else None
    if begun := _begun(date, begin, scene):
        return begun
    if not date.governs or text.startswith(_GOES_ON, date.end) or before.endswith(("、", "和", "及", "与")):
        return None
    lead = _MARK.sub("", before, count=1).strip(_STOPS)
    opens = scene.lexicon.events.leads.fullmatch(lead) is not None
    found = _behind(date, limit, scene) if opens else _inside(date, begin, limit, scene)
    if found is None or found.deed.end > limit or (found.start < floor and not opens):
        return None
    return _unless_refused(found, min(begin, found.start), date, scene)


def _unless_refused(found: Found, begin: int, date: Period, scene: Scene) -> Found | None:
    """``found``, unless words before its deed say that it did not come or comes again and again."""
    rules, text, deed = scene.lexicon.events, scene.text, found.deed
    parts = (begin, date.start), (date.end, deed.end)
    if any(rules.refuses.search(text, *part) for part in parts):
        return None
    is_named = deed.kind == "held" and not deed.takes  # nobody works towards what is told of in the passive
    return found._replace(is_worked=not is_named and any(rules.works.search(text, *part) for part in parts))


def _words(scene: Scene, *spans: tuple[int, int]) -> str:
    return "".join(scene.printed[start:end] for start, end in spans).strip(_STOPS)


def _has_name(*words: str) -> bool:
    """Whether words name something."""
    return sum(len(_HAN.findall(one)) for one in words) >= _LEAST


# ---------------------------------------------------------------- where the date stands


def _made(date: Period, scene: Scene) -> Found | None:
    """A thing told by the time it was made (2019年建成的文化广场)."""
    rules, text = scene.lexicon.events, scene.text
    match = rules.deeds.search(text, date.end, date.end + _NEAR)
    while match and (after := rules.deeds.match(text, match.end())):
        match = after
    if match is None or not text.startswith("的", match.end()) or _NUMBERED.match(text, match.end()):
        return None
    stop = date.start + len(text[date.start : scene.clauses.end(match.start())].rstrip(_STOPS))
    kind = rules.ends.get(match[0]) or rules.takes[match[0]]
    told = told_before(text, scene.printed, date.end, match.start(), rules)
    if kind == "held" or told.who or not _has_name(text[match.end() + 1 : stop]):
        return None
    deed = Deed(*match.span(), stop, kind, takes=False)
    return Found(deed, date.start, _words(scene, (date.start, stop)), is_direct=True, is_made=True)


def _begun(date: Period, begin: int, scene: Scene) -> Found | None:
    """A deed with its date behind it (合作社成立于2016年5月)."""
    rules, text = scene.lexicon.events, scene.text
    if not text.startswith("于", date.start - 1) or scene.clauses.end(date.end) - date.end > 1:
        return None
    for match in rules.deeds.finditer(text, begin, date.start - 1):
        if match.end() == date.start - 1:
            kind = rules.ends.get(match[0]) or rules.takes[match[0]]
            told = told_before(text, scene.printed, begin, match.start(), rules)
            deed = Deed(*match.span(), match.end(), kind, takes=False)
            words = _words(scene, (begin, match.end()))
            is_whole = _has_name(told.who) and not rules.refuses.search(text, begin, match.start())
            return Found(deed, begin, words, told.who, is_direct=True, is_named=True) if is_whole else None
    return None


def _inside(date: Period, begin: int, limit: int, scene: Scene) -> Found | None:
    """A deed told of what stands before its date (养老中心于3月15日正式启用)."""
    rules, text = scene.lexicon.events, scene.text
    deed = deed_in(text, date.end, scene.end(date.end, limit), rules)
    if deed is None:
        return None
    between = told_before(text, scene.printed, date.end, deed.start, rules)
    end = date.start
    while join := rules.joins.search(text, max(begin, end - _NEAR), end):
        end = join.start()
    who = scene.printed[begin:end].strip(_STOPS)
    if between.who or not (_has_name(who) or begin):
        return None
    at = _AT_DATE.search(text, begin, date.start)
    words = _words(scene, (begin, at.start() if at else date.start), (date.end, deed.stop))
    found = Found(deed, begin, words, who, _object(deed, scene), between.where, is_direct=True, is_named=bool(at))
    return found if _has_name(who) else _with_clause_before(found, begin, scene)


def _behind(date: Period, limit: int, scene: Scene) -> Found | None:
    """A deed behind a date that opens its clause: in that clause, or in the next but for asides (在…支持下)."""
    rules, text = scene.lexicon.events, scene.text
    start = begin = date.end + len((_HOUR.match(text, date.end) or [""])[0])
    is_direct = bool(text[start : scene.clauses.end(start)].strip(_STOPS))
    for _ in range(_FURTHEST):
        end = scene.end(begin, limit)
        clause = text[begin:end]
        if deed := deed_in(text, begin, end, rules):
            told = told_before(text, scene.printed, begin, deed.start, rules)
            what = _object(deed, scene)
            words = _words(scene, (start, deed.stop))
            found = Found(deed, start, words, told.who, what, told.where, is_direct=is_direct and begin == start)
            if _has_name(told.who, what):
                return found
            return _with_clause_before(found, scene.clauses.start(date.start), scene) if is_direct else None
        if clause.strip(_STOPS) and not rules.aside.match(clause.strip(_STOPS)):
            return None
        if end <= begin or text[end - 1 : end] not in (",",):
            return None
        begin = end
    return None


def _object(deed: Deed, scene: Scene) -> str:
    return _words(scene, (deed.end, deed.stop)) if deed.takes else ""


def _with_clause_before(found: Found, begin: int, scene: Scene) -> Found | None:
    """A deed whose clause names nothing, with the clause before it, which opens the sentence (桥长3公里,2019年建成)."""
    start = scene.clauses.start(begin - 1) if begin else 0
    is_first = begin > 0 and scene.text[begin - 1] == "," and (start == 0 or scene.text[start - 1] in ";。")
    is_dated = any(start <= date.start < begin for date in scene.reading.dates)
    if not is_first or is_dated or not _has_name(scene.text[start:begin]):
        return None
    words = f"{scene.printed[start:begin]}{found.words}".strip(_STOPS)
    return found._replace(start=start, words=words, who="", is_direct=True)
