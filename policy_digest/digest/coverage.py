"""The coverage ledger: what became of every sentence of an article: used, set aside and why, or unread."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from policy_digest.digest.texts import Told, told
from policy_digest.digest.weigh import Weigher
from policy_digest.lexicon import Lexicon
from policy_digest.lexicon.marks import clause_spans, quoted_spans
from policy_digest.model import Coverage, Record, SectionDigest, SentenceUse

_IDLE = ("slogan", "vague", "open", "period", "marker", "scope")
_ASIDE = frozenset(("epigraph", "pull-quote"))
_MOSTLY = 0.6  # the share of a sentence in quotation marks that makes it a quotation
_TOPIC, _NUMBERED = 10, 18  # characters of a sentence of one clause that only leads on
_ITEM = re.compile("[一二三四五六七八九十]{1,3}[是要]")
_SHORTEST = 6  # characters of a clause that is told again
_NO_WORDS = re.compile(r"[^\w]+")
_LEADS_ON = re.compile(r"[:：]$")


def coverage(record: Record, sections: Sequence[SectionDigest], weigher: Weigher, lexicon: Lexicon) -> Coverage:
    """The ledger of ``record``: an entry for each sentence and caption in the text's order, and one for each number."""
    by = _users(record, sections)
    roles = _roles(record)
    parts = (p for section in record.article.sections for p in section.paragraphs)
    paragraphs = {sentence.id: n for n, part in enumerate(parts) for sentence in part.sentences}
    seen: set[str] = set()
    uses: list[SentenceUse] = []
    for one in told(record, lexicon.figures.simplified):
        clauses = tuple(_clauses(one.text))
        is_again = bool(clauses) and all(clause in seen for clause in clauses)
        seen.update(clauses)
        used = tuple(dict.fromkeys(by.get(one.sentence.id, ())))
        if used or one.is_caption:
            uses.append(SentenceUse(one.sentence.id, "used", None, used or (one.sentence.id,)))
            continue
        reason = "duplicate" if is_again else _reason(one, roles.get(one.sentence.id, "body"), weigher, lexicon)
        if reason is None and _goes_on(one, uses, paragraphs, lexicon):
            reason = "narrative"
        uses.append(SentenceUse(one.sentence.id, "set-aside" if reason else "unread", reason, ()))
    return Coverage(tuple(uses), record.numbers)


def _goes_on(one: Told, uses: Sequence[SentenceUse], paragraphs: Mapping[str, int], lexicon: Lexicon) -> bool:
    """Whether a sentence without a result goes on with what the sentence before it narrates."""
    if not uses or uses[-1].reason not in ("narrative", "quotation"):
        return False
    is_same = paragraphs.get(uses[-1].sentence) == paragraphs.get(one.sentence.id)
    return is_same and not _has_result(one.text, lexicon)


def _has_result(text: str, lexicon: Lexicon) -> bool:
    return lexicon.genre.clauses.patterns["result"].search(text) is not None


def _users(record: Record, sections: Iterable[SectionDigest]) -> Mapping[str, list[str]]:
    """What cites each sentence: the ids of bullets, facts, programmes, commitments and events."""
    by: dict[str, list[str]] = {}
    for section in sections:
        for bullet in section.bullets:
            for sentence in bullet.sentences:
                by.setdefault(sentence, []).append(bullet.id)
    for observation in record.observations:
        by.setdefault(observation.sentence, []).append(observation.id)
    for programme in record.programmes:
        for sentence in programme.sentences:
            by.setdefault(sentence, []).append(programme.id)
    for commitment in record.commitments:
        by.setdefault(commitment.sentence, []).append(commitment.id)
    for event in record.events:
        by.setdefault(event.sentence, []).append(event.id)
    return by


def _roles(record: Record) -> Mapping[str, str]:
    paragraphs = (p for section in record.article.sections for p in section.paragraphs)
    return {sentence.id: paragraph.role for paragraph in paragraphs for sentence in paragraph.sentences}


def _clauses(text: str) -> Iterator[str]:
    """The longer clauses of a sentence, without punctuation: what a sentence that repeats another consists of."""
    for start, end in clause_spans(text):
        words = _NO_WORDS.sub("", text[start:end])
        if len(words) >= _SHORTEST:
            yield words


def _reason(one: Told, role: str, weigher: Weigher, lexicon: Lexicon) -> str | None:
    """Why a sentence tells nothing that a digest keeps; None where no rule says so."""
    if weigher.is_greeting(one.sentence):
        return "greeting"
    if role in _ASIDE:
        return "slogan"
    if sum(end - start for start, end in quoted_spans(one.text)) >= _MOSTLY * len(one.text):
        return "quotation"
    clauses = [one.text[start:end].rstrip("。,;!?、 ") for start, end in clause_spans(one.text)]
    patterns = lexicon.genre.clauses.patterns
    if any(patterns["weak"].search(clause) for clause in clauses):
        return "narrative"
    if _is_idle(one.text, clauses, lexicon):
        return "slogan"
    return "transition" if _leads_on(one.text, clauses, lexicon) else None


def _is_idle(text: str, clauses: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a sentence is a saying, or praise and resolve throughout."""
    patterns = lexicon.genre.clauses.patterns
    if patterns["maxim"].search(text.rstrip("。!… ")):
        return True
    return all(any(patterns[rule].search(c) for rule in _IDLE) for c in clauses)


def _leads_on(text: str, clauses: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a sentence only says what the next are about."""
    longest = _NUMBERED if _ITEM.match(text) else _TOPIC
    is_topic = len(clauses) == 1 and len(clauses[0]) <= longest and not _has_result(text, lexicon)
    return is_topic or _LEADS_ON.search(text.rstrip()) is not None
