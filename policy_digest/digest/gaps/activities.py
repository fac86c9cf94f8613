"""Activities that have a slogan for a name, where a text says no more than that they were held, and who came."""

from collections.abc import Iterator, Sequence

from policy_digest.digest.gaps.found import Found
from policy_digest.digest.texts import Told
from policy_digest.lexicon import Lexicon
from policy_digest.lexicon.marks import clause_spans
from policy_digest.model import Programme, Record

_TAIL = 5  # characters at the end of a slogan by which the text speaks of it again
_MARKS = ",;。!"


def only_held(texts: Sequence[Told], record: Record, lexicon: Lexicon) -> Iterator[Found]:
    """The activities of one sentence whose clause ends with their name, by the clauses on both sides of it."""
    body = {told.sentence.id: (n, told) for n, told in enumerate(texts) if not told.is_caption}
    everything = "\n".join(told.sentence.text for told in texts)
    for programme in record.programmes:
        place = body.get(programme.sentences[0]) if len(programme.sentences) == 1 else None
        if place is None or not _has_slogan(programme, everything, lexicon):
            continue
        number, told = place
        at = told.sentence.text.find(programme.name_zh)
        following = texts[number + 1].text if number + 1 < len(texts) else ""
        is_told_next = lexicon.gaps.patterns["of-activity"].match(following) is not None
        if at >= 0 and not is_told_next and _is_only_held(told, at, at + len(programme.name_zh), lexicon):
            yield Found(told.sentence.offset(at), "no-content", told.section.id, told.sentence.id, programme.name_zh)


def _has_slogan(programme: Programme, everything: str, lexicon: Lexicon) -> bool:
    """Whether an activity has a slogan for a name, and the text speaks of it once."""
    name = programme.name_zh
    if programme.kind != "campaign" or name[0] not in '“"「『':
        return False
    inner = name[1:].translate(str.maketrans("”」』，", '""",')).split('"')[0]
    is_slogan = lexicon.gaps.patterns["motto"].fullmatch(inner) is not None
    return is_slogan and not lexicon.gaps.patterns["known-name"].search(name) and everything.count(inner[-_TAIL:]) == 1


def _is_only_held(told: Told, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether before it stands who took part or the year at most, and behind it idle words or another matter."""
    patterns = lexicon.gaps.patterns
    clauses = clause_spans(told.text)
    own = next((n for n, (first, last) in enumerate(clauses) if first <= start < last), None)
    if own is None or told.text[end : clauses[own][1]].strip(_MARKS):
        return False
    before = [told.text[first:last].rstrip(_MARKS) for first, last in clauses[:own]]
    if not patterns["holds"].fullmatch(told.text, clauses[own][0], start):
        return False
    if not all(patterns["took-part"].fullmatch(clause) for clause in before):
        return False
    rest = [told.text[first:last].rstrip(_MARKS) for first, last in clauses[own + 1 :]]
    return not rest or _is_idle(rest, lexicon) or _begins_anew(rest, lexicon)


def _is_idle(clauses: Sequence[str], lexicon: Lexicon) -> bool:
    patterns = lexicon.genre.clauses.patterns
    return all(patterns["slogan"].search(clause) or patterns["vague"].search(clause) for clause in clauses)


def _begins_anew(clauses: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether another matter begins, and no clause tells a result."""
    patterns = lexicon.gaps.patterns
    is_result = any(patterns["result"].search(clause) for clause in clauses)
    return patterns["new-matter"].match(clauses[0]) is not None and not is_result
