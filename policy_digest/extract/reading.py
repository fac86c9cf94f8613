"""Reading figures: every sentence of an article in, its mentions out; the order of the passes is told here."""

import re
from copy import copy
from dataclasses import replace
from functools import partial

from policy_digest.extract.bounded import bounded_alike
from policy_digest.extract.clauses import Clauses
from policy_digest.extract.folding import is_simplified
from policy_digest.extract.fractions import fractions
from policy_digest.extract.grids import Page, read_grids
from policy_digest.extract.masks import Mask, hide, masks
from policy_digest.extract.mention import Mention, Reading
from policy_digest.extract.mentions import Mentions, period_of
from policy_digest.extract.natures import natures
from policy_digest.extract.outlook import stances
from policy_digest.extract.passages import passages, settled
from policy_digest.extract.periods import Period, periods, year_of
from policy_digest.extract.quantities import Quantity, Rejected, quantities
from policy_digest.extract.ranks import ranks
from policy_digest.extract.scope import scoped
from policy_digest.extract.timeline import Timeline
from policy_digest.lexicon.figures import Figures
from policy_digest.lexicon.folding import fold
from policy_digest.lexicon.likes import Likes
from policy_digest.model import Article, Nature, Sentence

_NUMERAL = re.compile("[\\d零〇一二两三四五六七八九十百千万亿半番]|持平")
"""Without one of these a sentence tells no amount."""

_PLACE = re.compile("第|首|榜|前[列茅一二三四五六七八九十\\d]|末|垫底|倒数|最[高好前]|领先|率先|百强|头名")
"""Without one of these a sentence tells no rank."""


def read_figures(article: Article, figures: Figures) -> tuple[Reading, ...]:
    """One reading for each sentence of the body, in the text's order."""
    if is_simplified(article.source.text, figures.simplified):
        figures = replace(figures, simplified=Likes({}))
    readings: list[Reading] = []
    last: str | None = None
    page = Page.of(article)
    for stance in stances(article, figures):
        told = Timeline(stance, last)
        prose = partial(_read_aside, told=told, figures=figures)
        grids = read_grids(stance.section, page, told.before(), period_of(stance), figures, prose)
        for paragraph in stance.section.paragraphs:
            told.open_paragraph(paragraph, figures)
            for sentence in paragraph.sentences:
                if cells := grids.get(sentence.id):
                    readings.extend(cells)
                else:
                    readings.append(_read(sentence, told, figures))
        last = told.last
    return tuple(readings)


def _read_aside(sentence: Sentence, told: Timeline, figures: Figures) -> Reading:
    """A sentence read for itself: what it says of time holds for no other."""
    return _read(sentence, copy(told), figures)


def _read(sentence: Sentence, told: Timeline, figures: Figures) -> Reading:
    text = fold(sentence.text, figures.simplified)
    dates = periods(text, told.before(), figures)
    has_place = _PLACE.search(text) is not None
    if not (has_place or told.waits_for_aims or _NUMERAL.search(text)):
        return _without_figures(sentence, text, dates, told, (), (), figures)
    clauses = Clauses(text)
    standings = ranks(clauses, figures) if has_place else ()
    spans = [(date.start, date.end) for date in dates] + [(rank.start, rank.end) for rank in standings]
    shown = hide(text, tuple(spans))
    counted, shares, hidden, others = _amounts(clauses, shown, figures)
    if not (counted or shares or standings or told.waits_for_aims):
        return _without_figures(sentence, text, dates, told, hidden, others, figures)
    figured = sorted([*((q.start, q.end) for q in (*counted, *shares)), *((s.start, s.end) for s in standings)])
    default: Nature = "target" if told.is_ahead or told.is_ahead_here or told.aims else "actual"
    turns = natures(clauses, default, told.stance.is_review, year_of(told.stance.document), figured, figures)
    passed = passages(text, figured, (s.start for s in standings), figures)
    told.aim(turns)
    dates = scoped(text, settled(text, dates, passed), figured, year_of(told.stance.document))
    mentions = Mentions(sentence, told.stance.section, dates, told, turns, clauses, tuple(passed), told.inherited(text))
    amounts = tuple(mentions.of_quantities((*counted, *shares), figures))
    found = [*amounts, *mentions.of_ranks(standings, amounts)]
    told.look_ahead(text, "target" in turns.told, figures)
    told.hear(dates, has_figures=bool(found))
    told_of = {m.start for m in found}
    slogans = tuple((s.start, s.end, "slogan", s.rule) for s in standings if s.start not in told_of)
    ordered = tuple(sorted(found, key=lambda m: (m.start, m.end)))
    return _reading(sentence, text, dates, told, ordered, hidden, others, slogans)


def _amounts(
    clauses: Clauses, shown: str, figures: Figures
) -> tuple[tuple[Quantity, ...], tuple[Quantity, ...], tuple[Mask, ...], tuple[Rejected, ...]]:
    """The quantities and fractions of a folded sentence whose dates and ranks are hidden, and what is no figure."""
    if not _NUMERAL.search(shown):
        return (), (), (), ()
    hidden = masks(shown, figures)
    visible = hide(shown, tuple([(m.start, m.end) for m in hidden]))
    counted, others = quantities(clauses, visible, figures)
    counted = bounded_alike(clauses, counted, figures)
    return counted, tuple(fractions(clauses, visible, figures)), hidden, others


def _without_figures(
    sentence: Sentence,
    text: str,
    dates: tuple[Period, ...],
    told: Timeline,
    hidden: tuple[Mask, ...],
    others: tuple[Rejected, ...],
    figures: Figures,
) -> Reading:
    """The reading of a sentence that tells none: what it says of time and of plans is all that later ones need."""
    dates = scoped(text, dates, (), year_of(told.stance.document))
    told.look_ahead(text, False, figures)
    told.hear(dates, has_figures=False)
    return _reading(sentence, text, dates, told, (), hidden, others, ())


def _reading(
    sentence: Sentence,
    text: str,
    dates: tuple[Period, ...],
    told: Timeline,
    mentions: tuple[Mention, ...],
    hidden: tuple[Mask, ...],
    others: tuple[Rejected, ...],
    slogans: tuple[tuple[int, int, str, str], ...],
) -> Reading:
    spans = tuple([(d.start, d.end, "date") for d in dates])
    if not (hidden or others or slogans):
        return Reading(sentence, told.stance.section, text, mentions, spans, (), (), dates)
    marks = [(m.start, m.end, m.reason) for m in hidden if m.reason == "heading-number"]
    masked = [(m.start, m.end, m.reason, m.rule) for m in hidden]
    rejected = [(r.start, r.end, r.reason, "counting") for r in others if not r.is_unread]
    unread = tuple([(r.start, r.end, r.reason) for r in others if r.is_unread])
    known = tuple(sorted((*masked, *rejected, *slogans)))
    return Reading(sentence, told.stance.section, text, mentions, (*spans, *marks), known, unread, dates)
