"""Events: what a text dates. An opening, a founding, a ceremony is one only where a day, a month or a year is its own.

The deeds and the words about them are those of ``data/events.yml``, the dates those that the figures are read with. A
date that may belong to another clause, a span, a deadline and the report's own year date nothing.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from policy_digest.extract.clauses import Clauses
from policy_digest.extract.deeds import hidden
from policy_digest.extract.happenings import Found, Scene, found_at
from policy_digest.extract.mention import Reading
from policy_digest.extract.natures import natures
from policy_digest.extract.outlook import stances
from policy_digest.extract.periods import Period, year_of
from policy_digest.extract.wording.places import Place
from policy_digest.lexicon import Lexicon
from policy_digest.model import Article, Event, Precision, id_of, in_place

_YEAR = re.compile("(?:(?:19|20)\\d\\d|[一二][〇零一二三四五六七八九]{3})年")
_QUARTER = re.compile(r"(\d{4})-(?:01/\1-03|04/\1-06|07/\1-09|10/\1-12)")
_OPEN = re.compile("(?:[前内间期来起]|(?<!季)度)$")
_DAY = re.compile(r"(\d{1,2})[日号]")
_LENGTHS: Mapping[int, Precision] = {4: "year", 7: "month", 10: "day"}
_ROWS = ("table", "closing")

Dated = tuple[str, Precision]


def find_events(
    article: Article,
    readings: Sequence[Reading],
    lexicon: Lexicon,
    planned: frozenset[str],
    restored: Mapping[str, Sequence[Place]],
) -> tuple[Event, ...]:
    """The events of ``article`` in the order of the text, one told twice in the same words once.

    ``planned`` are the ids of the sentences that say what will be done, ``restored`` the standard words by sentence.
    """
    covered = article.metadata.time_period.value if article.metadata.time_period else None
    rows = {s.id for part in article.sections for p in part.paragraphs if p.role in _ROWS for s in p.sentences}
    ahead = {one.section.id for one in stances(article, lexicon.figures) if one.ahead and not one.mixed}
    seen: Counter[str] = Counter()
    events: dict[tuple[str, str, str], Event] = {}
    for reading in readings:
        name = reading.sentence.id
        if not reading.dates or reading.cells or name in rows:
            continue
        text = in_place(reading.folded, ((p.start, p.end, p.restored) for p in restored.get(name, ())))
        text = hidden(text, lexicon.events)
        is_planned = name in planned or reading.section.id in ahead
        scene = Scene(text, reading, Clauses(text), covered, is_planned, lexicon)
        for event in _in_sentence(scene):
            seen[event.text_zh] += 1
            named = replace(event, id=id_of("v", article.slug, event.text_zh, str(seen[event.text_zh])))
            events.setdefault((event.date, event.kind, event.text_zh), named)
    return tuple(events.values())


def _in_sentence(scene: Scene) -> Iterator[Event]:
    """The events of one sentence, one for each date that has a deed of its own."""
    taken = 0
    for index, date in enumerate(scene.reading.dates):
        dated = _dated(date, scene)
        if date.start < taken or dated is None or not _has_year(index, dated[0][:4], scene):
            continue
        found = found_at(index, scene)
        if found is None or not _is_single(found, dated, scene):
            continue
        nature = _nature(found, dated, scene)
        if nature == "target" or (nature and not found.is_worked):
            taken = found.deed.stop
            deed = scene.text[found.deed.start : found.deed.end].removesuffix("了")
            told = (found.who, found.what, found.where)
            yield Event("", scene.reading.sentence.id, *dated, found.deed.kind, nature, found.words, deed, *told)


def _dated(date: Period, scene: Scene) -> Dated | None:
    """A date and how precise it is, where it is a single one and not the day by which, or since when, something is."""
    words = scene.text[date.start : date.end]
    is_open = date.anaphoric or date.is_recurring or date.is_span or date.is_lasting or date.until
    if date.iso is None or is_open or _OPEN.search(words):
        return None
    if quarter := _QUARTER.fullmatch(date.iso):
        is_told = "季" in words and date.iso != scene.covered
        return (f"{quarter[1]}-Q{int(date.iso[-2:]) // 3}", "quarter") if is_told else None
    if (printed := _DAY.search(words)) and len(date.iso) == len("2024-01-01") and int(printed[1]) != int(date.iso[-2:]):
        return None  # 6月31日
    precision = _LENGTHS.get(len(date.iso))
    if precision is None or "/" in date.iso or (precision == "year" and not _YEAR.fullmatch(words)):
        return None
    return date.iso, precision


def _has_year(index: int, year: str, scene: Scene) -> bool:
    """Whether a date says its year, or takes that of the text, of its plans or of its own sentence: none of before."""
    date, covered = scene.reading.dates[index], year_of(scene.covered)
    if scene.is_planned or covered is None or int(year) == covered or "年" in scene.text[date.start : date.end]:
        return True
    return any((one.iso or "")[:4] == year for one in scene.reading.dates[:index])


def _is_single(found: Found, dated: Dated, scene: Scene) -> bool:
    """Whether one thing is told on a date of its own: no count of things done, no year that is the report's."""
    deed, (iso, precision) = found.deed, dated
    figures = [mention.start for mention in scene.reading.mentions]
    if any(deed.end <= start < deed.stop for start in figures) and not found.is_made:
        return False
    counted = any(
        mention.kind == "count" and found.start <= mention.start and "的" not in scene.text[mention.end : deed.start]
        for mention in scene.reading.mentions
        if mention.start < deed.start
    )
    if precision in ("day", "month"):
        return not (counted and precision == "month")
    if precision == "quarter":
        return found.is_direct and not counted and deed.kind != "held"
    year = year_of(scene.covered)
    is_own = found.is_direct and (year is None or int(iso[:4]) <= year or scene.is_cued(found))
    is_before = year is not None and int(iso[:4]) < year
    is_reports = year is not None and int(iso[:4]) == year and not (found.is_named or found.is_made)
    return not counted and not is_reports and (is_own or is_before)


def _nature(found: Found, dated: Dated, scene: Scene) -> Literal["actual", "target"] | None:
    """Whether an event came or is to come; None where that cannot be told."""
    covered, year = year_of(scene.covered), int(dated[0][:4])
    is_past = covered is not None and year < covered
    is_done = scene.lexicon.figures.signs.done_mark.search(scene.text, found.start, found.deed.stop) is not None
    if found.is_made:
        return "actual" if is_past or not (scene.is_planned or (covered and year > covered)) else None
    if scene.is_cued(found) or _is_aimed(found, scene):
        return None if is_past or is_done else "target"
    cue = scene.lexicon.genre.commitments.patterns["cue"].search(scene.text) if scene.is_planned else None
    if scene.is_planned and (cue is None or cue.start() < found.deed.start):
        return "actual" if is_past or is_done else "target"
    is_later = covered is not None and year > covered and dated[1] != "day"
    return None if is_later and not is_done else "actual"


def _is_aimed(found: Found, scene: Scene) -> bool:
    """Whether an aim that is told before in the sentence governs a deed."""
    text, figures = scene.reading.folded, scene.lexicon.figures
    if not figures.natures.begins.search(text):
        return False
    turns = natures(Clauses(text), "actual", False, year_of(scene.covered), (), figures)
    return turns.at(found.deed.start) != "actual"
