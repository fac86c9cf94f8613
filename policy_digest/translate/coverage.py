"""The coverage ledger in both languages: where each sentence went, and why a number is no observation."""

from collections.abc import Iterator, Mapping

from policy_digest.lexicon.terms import Terms
from policy_digest.model import (
    BilingualCoverage,
    CoverageLine,
    Digest,
    Lines,
    NumberGroup,
    NumberUse,
    Sentence,
    SentenceUse,
    Text,
)

_OPENING = 12
_SAMPLES = 8


def bilingual_coverage(digest: Digest, terms: Terms) -> BilingualCoverage:
    """Tell the coverage of ``digest``. Raises KeyError for a reason that ``reasons.yml`` does not hold."""
    return BilingualCoverage(tuple(_lines(digest, terms)), tuple(_groups(digest.coverage.numbers, terms)))


def _lines(digest: Digest, terms: Terms) -> Iterator[CoverageLine]:
    article = digest.record.article
    lines = Lines(article.source.text)
    placed: Mapping[str, tuple[Sentence, str]] = {
        sentence.id: (sentence, section.id) for section in article.sections for sentence in section.all_sentences
    }
    shown = {bullet.id: "bullets" for section in digest.sections for bullet in section.bullets}
    shown |= {o.id: "figures" for o in digest.record.observations}
    shown |= {p.id: "programmes" for p in digest.record.programmes}
    shown |= {c.id: "commitments" for c in digest.record.commitments}
    shown |= {event.id: "events" for event in digest.record.events}
    for use in digest.coverage.uses:
        sentence, section = placed[use.sentence]
        yield _line(use, sentence, section, lines.at(sentence.start), shown, terms)


def _line(
    use: SentenceUse, sentence: Sentence, section: str, line: int, shown: Mapping[str, str], terms: Terms
) -> CoverageLine:
    by: dict[str, list[str]] = {"bullets": [], "figures": [], "programmes": [], "commitments": [], "events": []}
    for name in use.by:
        if name in shown:  # an editor may have taken it off the page
            by[shown[name]].append(name)
    opening = None
    if use.status == "used":
        opening = sentence.text if len(sentence.text) <= _OPENING else f"{sentence.text[:_OPENING]}…"
    reason = _reason("sentence", use.reason, terms) if use.reason else None
    groups = {kind: tuple(names) for kind, names in by.items()}
    is_caption = use.by == (sentence.id,)
    return CoverageLine(
        sentence.id, section, line, opening, len(sentence.text), use.status, is_caption, **groups, reason=reason
    )


def _groups(numbers: tuple[NumberUse, ...], terms: Terms) -> Iterator[NumberGroup]:
    """The numbers that are no observation by reason, the most frequent first; those that are unread before all."""
    found: dict[tuple[bool, str], list[NumberUse]] = {}
    for number in numbers:
        if number.verdict != "observation":
            found.setdefault((number.verdict == "rejected", number.reason), []).append(number)
    counted = sorted((is_rejected, -_count(group), reason) for (is_rejected, reason), group in found.items())
    for is_rejected, count, reason in counted:
        printed = tuple(dict.fromkeys(number.as_printed for number in found[is_rejected, reason]))
        told = _reason("number", reason, terms)
        if is_rejected:
            yield NumberGroup("rejected", told, -count, printed[:_SAMPLES])
        else:
            yield NumberGroup("unread", told, -count, printed)


def _count(group: list[NumberUse]) -> int:
    return sum(number.numerals for number in group)


def _reason(of: str, reason: str, terms: Terms) -> Text:
    words = terms.reasons[of, reason]
    return Text(words.zh, words.en, "generated")
