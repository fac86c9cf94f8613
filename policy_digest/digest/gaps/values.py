"""Indicators that are said to have risen, fallen or to be high, without a value; ranks without a position."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from policy_digest.digest.gaps.found import Found
from policy_digest.digest.texts import Told
from policy_digest.lexicon import Lexicon
from policy_digest.lexicon.marks import clause_spans
from policy_digest.lexicon.names import Names
from policy_digest.model import Observation, Record

_MOVED = re.compile(r"(?:提高|提升|降低|减少|增加|扩大|压降|下降|改善)了?[^,;。]{0,14}$")
_FAR = 24
_LONGEST_CLAUSE = 26
_IS_SAID_OF = re.compile(",(?:是|关键|根本|这)")
_TWO_CLAUSES = re.compile(r"[^,;。]*(?:[,;][^,;。]*)?")
_NOT_NAMES = frozenset(("cut", "drop", "edge", "bound", "light"))
_BARE = frozenset(("占比", "比重", "规模", "收入", "总量", "总额", "产值", "产量", "增速", "增幅", "标准"))
_MOVES = frozenset(("提高", "提升", "降低", "减少", "增加", "扩大", "压降", "下降", "改善"))
_DIGIT = re.compile(r"\d")
_AT_THE_END = re.compile("垫底|末|倒数")


def without_value(texts: Sequence[Told], record: Record, lexicon: Lexicon) -> Iterator[Found]:
    """Rates and the like that a sentence says something of, where no figure of the article has their name.

    In a plan they lack a target, unless the plan has a figure of that name.
    """
    known, aimed = _names_with_figures(record, is_plan=False), _names_with_figures(record, is_plan=True)
    figures = _starts(record)
    planned = record.planned
    for told in texts:
        is_plan = told.sentence.id in planned
        for start, end in (_aimed if is_plan else _named)(told.text, lexicon):
            words = told.text[start:end]
            is_none = words in _BARE or lexicon.gaps.patterns["not-rate"].search(told.text[start : end + 1])
            is_told = _has_figure(told, start, figures) or _is_known(words, aimed if is_plan else known, lexicon.names)
            if not is_none and not is_told and not _is_matched(words, told.text):
                yield _found("no-target" if is_plan else "no-value", told, start, end)


def _is_matched(words: str, text: str) -> bool:
    """Whether the sentence holds it against another (居民收入增长与经济增长同步)."""
    return re.search(f"{re.escape(words)}[^,;。]{{0,12}}(?:同步|高于|快于|低于|不低于)", text) is not None


def _aimed(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """The indicators that a sentence says are to rise or to fall."""
    patterns = lexicon.gaps.patterns
    for match in (*patterns["aim"].finditer(text), *patterns["measure"].finditer(text)):
        clause = re.split("[,;。]", text[: match.start()])[-1]
        if not patterns["no-aim"].search(clause) and not _IS_SAID_OF.match(text, match.end()):
            yield _trimmed(match, lexicon.names), match.end("words")


def _named(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """The rates that a sentence says something of, and the levels that moved much."""
    patterns = lexicon.gaps.patterns
    for match in patterns["rate"].finditer(text):
        start, end = _trimmed(match, lexicon.names), match.end("words")
        if _is_told_of(text, start, end, patterns):
            yield start, end
    yield from _aimed(text, lexicon)


def met_plans(texts: Sequence[Told], lexicon: Lexicon) -> Iterator[Found]:
    """Progress that is said to be what a plan asks for, where its clause has no figure and the one before no share."""
    for told in texts:
        for match in lexicon.gaps.patterns["met-plan"].finditer(told.text):
            before, own = ["", *re.split("[,;。]", told.text[: match.start()])][-2:]
            if not _DIGIT.search(own) and "%" not in before:
                yield _found("no-value", told, *match.span("words"))


def masked(texts: Sequence[Told], lexicon: Lexicon) -> Iterator[Found]:
    """Values that the source has blanked out."""
    for told in texts:
        for match in lexicon.gaps.patterns["masked"].finditer(told.text):
            yield _found("masked", told, *match.span("masked"))


def _found(kind: str, told: Told, start: int, end: int) -> Found:
    return Found(told.sentence.offset(start), kind, told.section.id, told.sentence.id, told.printed(start, end))


def without_amount(texts: Sequence[Told], record: Record, lexicon: Lexicon) -> Iterator[Found]:
    """Money that a sentence says was paid or remitted, in a sentence without any figure."""
    figures = _starts(record)
    planned = record.planned
    for told in texts:
        if told.sentence.id in planned or told.sentence.id in figures:
            continue
        for match in lexicon.gaps.patterns["paid"].finditer(told.text):
            span = match.span("paid")
            yield _found("no-value", told, *span)


def _trimmed(match: re.Match[str], names: Names) -> int:
    """Where the name begins: behind the last verb or preposition before its own words."""
    words, start = match["words"], match.start("words")
    for token in names.tokens(words):
        if (token.role in _NOT_NAMES or token.word in _MOVES) and token.end < len(words) - 1:
            start = match.start("words") + token.end
    return start


def _is_told_of(text: str, start: int, end: int, patterns: Mapping[str, re.Pattern[str]]) -> bool:
    """Whether the sentence says that it moved, or where it stands."""
    behind = re.match(r"[^,;。]*", text[end : end + _FAR])
    is_behind = behind is not None and patterns["level"].search(behind[0]) is not None
    return is_behind or _MOVED.search(text[max(0, start - _FAR) : start]) is not None


def _names_with_figures(record: Record, *, is_plan: bool) -> frozenset[str]:
    """The names of figures that have a value (of aims: ``is_plan``), what changed, and the ids of what they are."""
    told: set[str] = set()
    for observation in record.observations:
        is_of = not is_plan or observation.nature != "actual"
        if is_of and observation.number is not None and observation.kind != "rank":
            told.add(observation.indicator.name_zh)
            told.add(observation.indicator.id or "")
            told.add((observation.change.of or "") if observation.change else "")
    return frozenset(told - {""})


def _is_known(words: str, told: frozenset[str], names: Names) -> bool:
    entry = names.find(words)
    return (entry is not None and entry.id in told) or any(words in name for name in told)


def _starts(record: Record) -> Mapping[str, tuple[int, ...]]:
    starts: dict[str, list[int]] = {}
    for observation in record.observations:
        if observation.number is not None:
            starts.setdefault(observation.sentence, []).append(observation.start)
    return {sentence: tuple(sorted(places)) for sentence, places in starts.items()}


def _has_figure(told: Told, start: int, figures: Mapping[str, tuple[int, ...]]) -> bool:
    """Whether a figure stands in the clause of the name, or in the next."""
    places = figures.get(told.sentence.id, ())
    if not places:
        return False
    before = told.text.rfind(",", 0, start) + 1
    first = max(before, told.text.rfind(";", 0, start) + 1)
    match = _TWO_CLAUSES.match(told.text, start)
    last = match.end() if match else len(told.text)
    begin, end = told.sentence.offset(first), told.sentence.offset(last - 1)
    at = bisect_left(places, begin)
    return at < len(places) and places[at] <= end


def without_position(texts: Sequence[Told], record: Record, lexicon: Lexicon) -> Iterator[Found]:
    """Ranks told as near the top or the bottom only, or as moved: by what is ranked, where the text names it."""
    planned = record.planned
    figures = _starts(record)
    for told in texts:
        for match in lexicon.gaps.patterns["moved-rank"].finditer(told.text) if told.sentence.id not in planned else ():
            if not _has_figure(told, match.start(), figures):
                yield _by_clause(told, *match.span())
    valued = {o.indicator.name_zh for o in record.observations if o.number is not None and o.kind != "rank"}
    valued |= {o.change.of for o in record.observations if o.change and o.change.of}
    by_id = {told.sentence.id: told for told in texts}
    for observation in record.observations:
        is_open = observation.kind == "rank" and observation.number is None
        if is_open and observation.sentence in by_id and not _AT_THE_END.search(observation.as_printed):
            yield _unplaced(observation, by_id[observation.sentence], valued, lexicon.names)


def _unplaced(observation: Observation, told: Told, valued: set[str], names: Names) -> Found:
    """The gap of a rank: the indicator's value where the text prints its name and gives none, else the position."""
    ranked = observation.rank.of if observation.rank else None
    is_measure = ranked is not None and (ranked.endswith(names.measures) or names.find(ranked) is not None)
    is_open = ranked is not None and is_measure and ranked not in valued and not _DIGIT.search(ranked)
    at = told.text.find(ranked) if ranked and is_open else -1
    if ranked and at >= 0:
        return _found("no-value", told, at, at + len(ranked))
    place = told.sentence.position(observation.start)
    return _by_clause(told, place, place + len(observation.as_printed))


def _by_clause(told: Told, start: int, end: int) -> Found:
    """The gap of a position, told of by its clause, which mostly says what is ranked; a long one by the rank."""
    first, last = next(((a, b) for a, b in clause_spans(told.text) if a <= start < b), (start, end))
    last = first + len(told.text[first:last].rstrip(",。;!"))
    is_short = end <= last <= first + _LONGEST_CLAUSE
    return _found("no-position", told, *((first, last) if is_short else (start, end)))
