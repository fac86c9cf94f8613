"""The lines of a summary: which sentences, or what is left of them, stand for a section and for the article."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from policy_digest.digest.clauses import Shortened, shorten
from policy_digest.digest.weigh import Weigher
from policy_digest.model import Article, Bullet, Section, Sentence, id_of

_MOST_IN_SECTION, _MOST_IN_BRIEF, _LEAST_IN_BRIEF, _MOST_PLANS, _MOST_OF_A_PART = 3, 6, 3, 2, 4
_FEW, _SOME = 2, 5
_WORTH_A_LINE, _WORTH_A_PLAN, _WORTH_IN_BRIEF = 3, 0, 6
_LONGEST_PAIR = 150
_TOO_SHORT = 8
_OPEN_ENDS = ("？", "?", "：", ":")
_BODY = frozenset(("body", "list-item", "closing"))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that could be printed.

    ``value`` is what its words tell, ``weight`` adds how weighty its figures are; ``order`` is its place in the text.
    """

    text: str
    sentences: tuple[str, ...]
    value: int
    weight: int
    order: int
    is_plan: bool


def section_candidates(section: Section, weigher: Weigher) -> tuple[Candidate, ...]:
    """Every line that the section's body could be told by, in order; none for a section without body."""
    found: list[Candidate] = []
    for paragraph in section.paragraphs:
        if paragraph.role not in _BODY:
            continue
        before: Sentence | None = None
        for sentence in paragraph.sentences:
            candidate = _candidate(sentence, before, weigher)
            if candidate is not None:
                found.append(candidate)
            before = sentence
    return tuple(found)


def _candidate(sentence: Sentence, before: Sentence | None, weigher: Weigher) -> Candidate | None:
    """The sentence shortened; with the one before it where it leans on that; None where it cannot be printed."""
    if weigher.is_greeting(sentence) or sentence.text.rstrip().endswith(_OPEN_ENDS):
        return None
    line = shorten(sentence, weigher)
    sentences: tuple[str, ...] = (sentence.id,)
    if line.leans:
        if before is None:
            return None
        first = shorten(before, weigher)
        if first.leans or len(first.text) + len(line.text) > _LONGEST_PAIR:
            return None
        line = Shortened(first.text + line.text, first.value + line.value, (*first.figures, *line.figures), leans=False)
        sentences = (before.id, sentence.id)
    if len(line.text) < _TOO_SHORT:
        return None
    weights = sorted((weigher.weight(figure) for figure in line.figures), reverse=True)
    weight = line.value + sum(weights[:2]) // 8
    return Candidate(line.text, sentences, line.value, weight, sentence.start, weigher.is_planned(sentence))


# ---------------------------------------------------------------- a section's


def section_bullets(slug: str, section: Section, candidates: Sequence[Candidate]) -> tuple[Bullet, ...]:
    """One to three bullets, as many as the section's length asks for, in the order of the text."""
    if not candidates:
        return ()
    sentences = sum(len(p.sentences) for p in section.paragraphs if p.role in _BODY)
    most = 1 if sentences <= _FEW else 2 if sentences <= _SOME else _MOST_IN_SECTION
    ranked = sorted(candidates, key=_rank)
    is_outlook = 2 * sum(candidate.is_plan for candidate in candidates) > len(candidates)
    worth = _WORTH_A_PLAN if is_outlook else _WORTH_A_LINE
    chosen = _distinct(ranked, most, worth) or ranked[:1]
    return tuple(_bullet(slug, section.id, candidate) for candidate in sorted(chosen, key=lambda c: c.order))


def _distinct(ranked: Iterable[Candidate], most: int, worth: int) -> list[Candidate]:
    """The best of them that are worth a line and share no sentence."""
    chosen: list[Candidate] = []
    used: set[str] = set()
    for candidate in ranked:
        if len(chosen) < most and candidate.value >= worth and used.isdisjoint(candidate.sentences):
            chosen.append(candidate)
            used.update(candidate.sentences)
    return chosen


def _bullet(slug: str, scope: str, candidate: Candidate) -> Bullet:
    return Bullet(id_of("b", slug, scope, candidate.text), candidate.text, candidate.sentences)


# ---------------------------------------------------------------- the article's


def select_in_brief(article: Article, candidates: Mapping[str, Sequence[Candidate]]) -> tuple[Bullet, ...]:
    """Three to six bullets over the whole article, in its order (fewer where it has fewer sentences to print).

    The best line of each part comes first, then second lines, so that no part speaks twice while another is silent.
    """
    parts = _parts(article, candidates)
    told = [sum(not c.is_plan for c in part) for part in parts]
    shares = [_fair_share(lines, sum(told), len(parts)) for lines in told]
    heads = sorted((c for part in parts for c in part[:1]), key=_rank)
    rest = sorted((c for part, share in zip(parts, shares, strict=True) for c in part[1:share]), key=_rank)
    chosen: list[Candidate] = []
    for candidate in (*heads, *rest):
        plans = sum(other.is_plan for other in chosen)
        is_another_plan = candidate.is_plan and plans >= _MOST_PLANS
        if len(chosen) < _MOST_IN_BRIEF and not is_another_plan and _is_news(candidate, chosen):
            chosen.append(candidate)
    for candidate in (*heads, *rest):
        if len(chosen) < _LEAST_IN_BRIEF and _is_apart(candidate, chosen):
            chosen.append(candidate)
    return tuple(_bullet(article.slug, "in-brief", candidate) for candidate in sorted(chosen, key=lambda c: c.order))


def _fair_share(lines: int, of_lines: int, parts: int) -> int:
    """How many lines a part may have: more where it tells most of what was done, all of them where it stands alone."""
    if parts == 1:
        return _MOST_IN_BRIEF
    return min(_MOST_OF_A_PART, max(_FEW, round(_MOST_IN_BRIEF * lines / max(1, of_lines))))


def _rank(candidate: Candidate) -> tuple[int, int]:
    return -candidate.weight, candidate.order


def _is_apart(candidate: Candidate, chosen: Sequence[Candidate]) -> bool:
    return not any(set(candidate.sentences) & set(other.sentences) for other in chosen)


def _is_news(candidate: Candidate, chosen: Sequence[Candidate]) -> bool:
    return candidate.value >= _WORTH_IN_BRIEF and _is_apart(candidate, chosen)


def _parts(article: Article, candidates: Mapping[str, Sequence[Candidate]]) -> list[list[Candidate]]:
    """The lines of each section that has any, best first."""
    parts = [candidates.get(section.id, ()) for section in article.sections]
    return [sorted(part, key=_rank) for part in parts if part]
