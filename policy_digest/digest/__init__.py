"""The digest stage: a record with its summaries, headline figures, tables, gaps and coverage."""

from collections.abc import Mapping

from policy_digest.digest.bullets import Candidate, section_bullets, section_candidates, select_in_brief
from policy_digest.digest.check import check_bullets
from policy_digest.digest.coverage import coverage
from policy_digest.digest.derived import find_derived
from policy_digest.digest.gaps import article_gaps, find_gaps
from policy_digest.digest.headline import headline_rows
from policy_digest.digest.matters import matters_of
from policy_digest.digest.quotations import find_quotations
from policy_digest.digest.rows import fact_rows
from policy_digest.digest.tensions import find_tensions
from policy_digest.digest.weigh import Weigher
from policy_digest.lexicon import Lexicon
from policy_digest.model import Digest, Gap, Record, Row, Section, SectionDigest

__all__ = ["check_bullets", "digest"]


def digest(record: Record, lexicon: Lexicon) -> Digest:
    """A record with what a page shows of it, in the text's order.

    Raises FaultsError, with the source's path and the sentence's line, for a bullet whose words or figures are not in
    the sentences it cites.
    """
    weigher = Weigher(record, lexicon)
    rows = fact_rows(record)
    candidates = {section.id: section_candidates(section, weigher) for section in record.article.sections}
    homes = _homes(record)
    gaps = find_gaps(record, lexicon)
    sections = tuple(
        _section(record, section, candidates[section.id], rows, homes, gaps) for section in record.article.sections
    )
    matters = matters_of(record, lexicon)
    tensions = find_tensions(record, matters, lexicon)
    made = Digest(
        record,
        select_in_brief(record.article, candidates),
        headline_rows(record, rows, weigher),
        sections,
        article_gaps(record.article),
        coverage(record, sections, weigher, lexicon),
        tensions=tensions,
        derived=find_derived(record, matters, tensions, lexicon),
        quotations=find_quotations(record.article, lexicon),
    )
    check_bullets(made)
    return made


def _section(
    record: Record,
    section: Section,
    candidates: tuple[Candidate, ...],
    rows: tuple[Row, ...],
    homes: Mapping[str, str],
    gaps: tuple[Gap, ...],
) -> SectionDigest:
    own = {sentence.id for sentence in section.all_sentences}
    first = {observation.id: observation.section for observation in record.observations}
    return SectionDigest(
        section.id,
        section_bullets(record.article.slug, section, candidates),
        tuple(row for row in rows if first[row.observations[0]] == section.id),
        tuple(programme.id for programme in record.programmes if homes.get(programme.id) == section.id),
        tuple(commitment.id for commitment in record.commitments if commitment.sentence in own),
        tuple(gap for gap in gaps if gap.section == section.id),
    )


def _homes(record: Record) -> Mapping[str, str]:
    """The section of each programme by id: the first that names it, so that a page lists it once, as it does a fact."""
    sections = record.article.sections
    by_sentence = {s.id: section.id for section in sections for s in section.all_sentences}
    headings = [(section.id, (section.heading or "") + (section.deck or "")) for section in sections]
    homes: dict[str, str] = {}
    for programme in record.programmes:
        words = programme.name_zh.strip("“”").split("”")[0]
        named = next((by_sentence[name] for name in programme.sentences if name in by_sentence), None)
        named = named or next((section for section, heading in headings if words in heading), None)
        if named is not None:
            homes[programme.id] = named
    return homes
