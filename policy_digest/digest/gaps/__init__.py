"""Gaps: what a reader would look for and an article does not hold, each found by a rule of its own.

``structure`` has headings without text and missing metadata, ``captions`` what only a picture's caption tells,
``codes`` short forms that nobody explains, ``values`` indicators without their value or target and ranks without a
position, ``names`` programmes that are only named, ``activities`` those of a slogan that are only said to be held,
``things`` what is only said to be set up, ``counted`` projects and measures that are counted and not listed, ``parts``
figures of a part, or of the year's first months, where the whole is not told.
"""

from policy_digest.digest.gaps.activities import only_held
from policy_digest.digest.gaps.captions import told_by_captions
from policy_digest.digest.gaps.codes import bare, unexpanded
from policy_digest.digest.gaps.counted import only_counted
from policy_digest.digest.gaps.found import Found, as_gaps
from policy_digest.digest.gaps.names import only_named
from policy_digest.digest.gaps.parts import of_months_only, of_parts_only, of_plots_only, of_projects_only
from policy_digest.digest.gaps.structure import article_gaps, section_gaps
from policy_digest.digest.gaps.things import only_set_up
from policy_digest.digest.gaps.values import masked, met_plans, without_amount, without_position, without_value
from policy_digest.digest.texts import told
from policy_digest.lexicon import Lexicon
from policy_digest.model import Gap, Record

__all__ = ["article_gaps", "find_gaps"]


def find_gaps(record: Record, lexicon: Lexicon) -> tuple[Gap, ...]:
    """The gaps that stand at some place of the text, in its order; those of headings come first in their section."""
    article = record.article
    texts = told(record, lexicon.figures.simplified)
    short_forms = tuple(unexpanded(texts, lexicon))
    found: list[Found] = [
        *told_by_captions(texts, lexicon),
        *short_forms,
        *without_value(texts, record, lexicon),
        *masked(texts, lexicon),
        *met_plans(texts, lexicon),
        *without_amount(texts, record, lexicon),
        *without_position(texts, record, lexicon),
        *only_named(texts, record, lexicon, frozenset(bare(form.words) for form in short_forms)),
        *only_held(texts, record, lexicon),
        *only_set_up(texts, record, lexicon),
        *only_counted(texts, lexicon),
        *of_parts_only(texts, record),
        *of_plots_only(texts, record, lexicon),
        *of_projects_only(texts, record),
        *of_months_only(texts, record),
    ]
    empty = tuple(gap for section in article.sections for gap in section_gaps(article.slug, section))
    return (*empty, *as_gaps(article.slug, found))
