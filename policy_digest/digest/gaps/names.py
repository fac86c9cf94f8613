"""Programmes that are only named: nothing says what they are or do."""

import re
from collections.abc import Iterator, Mapping, Sequence

from policy_digest.digest.gaps.codes import is_short_form
from policy_digest.digest.gaps.found import Found
from policy_digest.digest.texts import Told
from policy_digest.lexicon import Lexicon
from policy_digest.lexicon.marks import clause_spans
from policy_digest.model import Programme, Record

_LONGEST = 12  # a longer name says what it is by itself
_SHORT_NAME = 5
_TAIL = 5  # characters at the end of a name by which the text speaks of it again
_MOST_BESIDE = 8  # characters beside a name in its clause that tell nothing of it
_IDLE = re.compile(r"等[^\W\d]{0,6}(?:活动|工作|行动|项目|机制|品牌|建设)|[\s“”\"「」『』。,;、]")
_DENIED = re.compile("(?:防止|避免|不能|不搞|杜绝|整治|查处|打击|反对)[^,;。]{0,10}$")
_OPENING_QUOTES = '“"「『'


def only_named(texts: Sequence[Told], record: Record, lexicon: Lexicon, short_forms: frozenset[str]) -> Iterator[Found]:
    """Programmes that one sentence names and no heading, by what stands about the name in that sentence.

    ``short_forms`` are those that nobody explains, without quotation marks: a gap each already.
    """
    by_id = {told.sentence.id: told for told in texts}
    figured = {o.sentence for o in record.observations}
    known = lexicon.gaps.patterns["known-name"]
    everything = "\n".join(told.sentence.text for told in texts)
    headings = "\n".join((s.heading or "") + (s.deck or "") for s in record.article.sections)
    listed = _listed(record)
    beside = _beside(record)
    yield from _in_headings(record)
    for programme in record.programmes:
        told = by_id.get(programme.sentences[0]) if len(programme.sentences) == 1 else None
        inner = _inner(programme)
        if told is None or told.is_caption or not _is_opaque(programme, told, inner):
            continue
        is_told_again = inner in headings or everything.count(inner[-_TAIL:]) > 1
        is_form = inner in short_forms or is_short_form(inner, lexicon)
        if is_told_again or is_form or known.search(programme.name_zh):
            continue
        at = told.sentence.text.find(programme.name_zh)
        at = told.sentence.text.find(inner) if at < 0 else at
        has_figure = told.sentence.id in figured and not listed.get(programme.id)
        if (
            at >= 0
            and not has_figure
            and (listed.get(programme.id) or _tells_nothing(told, at, programme, beside[told.sentence.id], lexicon))
        ):
            yield Found(told.sentence.offset(at), "no-content", told.section.id, told.sentence.id, programme.name_zh)


def _is_opaque(programme: Programme, told: Told, inner: str) -> bool:
    """Whether a name does not say by itself what it names: one in quotation marks, a brand, a project's short name."""
    at = told.sentence.text.find(inner)
    is_quoted = at > 0 and told.text[at - 1] in _OPENING_QUOTES
    stem = inner.removesuffix("项目").removesuffix("工程")
    is_short = programme.kind == "project" and "项目" in told.text and len(stem) <= _SHORT_NAME
    return len(inner) <= _LONGEST and (is_quoted or programme.kind in ("brand", "method") or is_short)


def _in_headings(record: Record) -> Iterator[Found]:
    """Programmes that only the heading of a section without text names."""
    for programme in record.programmes:
        for section in record.article.sections if not programme.sentences else ():
            span = section.deck_span or section.heading_span
            if span and section.gap and _inner(programme) in (section.heading or "") + (section.deck or ""):
                yield Found(span[0], "no-content", section.id, "", programme.name_zh)


def _inner(programme: Programme) -> str:
    """The words in the name's quotation marks, or the whole name."""
    name = programme.name_zh
    return name[1:].split("”")[0] if name[:1] in _OPENING_QUOTES else name


def _listed(record: Record) -> Mapping[str, bool]:
    """Which programmes stand in a list of others: their sentence names three or more."""
    counts: dict[str, int] = {}
    for programme in record.programmes:
        for sentence in programme.sentences:
            counts[sentence] = counts.get(sentence, 0) + 1
    return {p.id: any(counts[s] >= 3 for s in p.sentences) for p in record.programmes}


def _beside(record: Record) -> Mapping[str, tuple[str, ...]]:
    """Names that tell nothing of a programme beside them, by sentence: the place's own, those of other programmes."""
    stated = record.article.metadata.ref_area
    names: dict[str, list[str]] = {}
    for programme in record.programmes:
        for sentence in programme.sentences:
            names.setdefault(sentence, [stated.value] if stated else []).append(programme.name_zh)
    return {sentence: tuple(found) for sentence, found in names.items()}


def _without(told: Told, start: int, end: int, names: Sequence[str]) -> str:
    """``told.text[start:end]`` without the words that the source prints there as ``names``."""
    printed, kept = told.sentence.text, list(told.text)
    for name in names:
        at = printed.find(name, start, end)
        while at >= 0:
            kept[at : at + len(name)] = [""] * len(name)
            at = printed.find(name, at + len(name), end)
    return "".join(kept[start:end])


def _tells_nothing(told: Told, at: int, programme: Programme, names: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether the name's clause holds little else than ``names``, and what follows it in the sentence is idle."""
    patterns = lexicon.genre.clauses.patterns
    clauses = clause_spans(told.text)
    own = next((n for n, (start, end) in enumerate(clauses) if start <= at < end), None)
    if own is None:
        return False
    before = told.text[clauses[own][0] : at]
    if _DENIED.search(before) or lexicon.gaps.patterns["means"].search(before):
        return False
    start, end = clauses[own]
    beside = _IDLE.sub("", _without(told, start, end, (programme.name_zh, *names)))
    rest = [told.text[a:b].rstrip("。,;!") for a, b in clauses[own + 1 :]]
    is_idle = all(patterns["slogan"].search(clause) or patterns["vague"].search(clause) for clause in rest)
    return len(beside) <= _MOST_BESIDE and is_idle
