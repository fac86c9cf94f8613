"""What an article's own frame lacks: text under a heading, a title, a date, a source, an author."""

from policy_digest.digest.gaps.found import gap_id
from policy_digest.model import Article, Gap, Section


def section_gaps(slug: str, section: Section) -> tuple[Gap, ...]:
    """The gap of a section whose heading no body follows; its captions, where it has some, are no body."""
    return (_gap(slug, section.gap, section.id),) if section.gap else ()


def article_gaps(article: Article) -> tuple[Gap, ...]:
    """What neither the text nor a sidecar tells of the article as a whole."""
    known = article.metadata
    missing = (
        ("no-title", known.title is None),
        ("no-date", known.date_published is None),
        ("no-source", known.credited_to is None),
        ("no-byline", not known.authors),
    )
    return tuple(_gap(article.slug, kind, None) for kind, is_missing in missing if is_missing)


def _gap(slug: str, kind: str, section: str | None) -> Gap:
    return Gap(gap_id(slug, kind, section or ""), kind, section)
