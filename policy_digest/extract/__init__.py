"""extract: an article and the lexicon in, a record out; no disk, no clock, no network.

Where to look: ``reading`` has the order of the passes over a sentence, and ``mention`` what they hand to the namer.

- numbers with their units: ``amounts``, ``counting``, ``quantities``, ``fractions``, ``ranks``; tables: ``grids``,
  which has the map of ``grid_…``; the numbers that are no figure: ``masks``; the text as the rules see it:
  ``folding``, ``clauses``
- what a figure tells: ``changes`` (growth), ``natures``, ``outlook``, ``mood`` (actual, expected, target), ``periods``,
  ``passages`` (from A to B), ``places``
- its name: ``names`` (the order), ``naming`` (by kind of figure), ``growth`` (changes and ranks), ``parts`` (totals,
  shares of a project), ``phrases`` and ``behind`` (words before and behind), ``subjects``, ``context``, ``compose``;
  ``facts`` says which mentions tell one fact
- what is no figure: ``programmes`` with ``programme_patterns``, ``commitments``
"""

import hashlib
from collections import Counter

from policy_digest.extract.commitments import find_commitments
from policy_digest.extract.mention import Mention
from policy_digest.extract.names import Named, name_readings
from policy_digest.extract.programmes import find_programmes
from policy_digest.extract.reading import read_figures
from policy_digest.lexicon import Lexicon
from policy_digest.model import Article, Change, Observation, Rank, Record

__all__ = ["extract"]


def extract(article: Article, lexicon: Lexicon) -> Record:
    """All that can be read out of ``article``: observations, programmes, commitments, each with its sentence."""
    readings = read_figures(article, lexicon.figures)
    named = name_readings(readings, article, lexicon)
    seen: Counter[str] = Counter()
    observations = tuple(
        _observation(mention, name, article, seen)
        for reading, names in zip(readings, named, strict=True)
        for mention, name in zip(reading.mentions, names, strict=True)
    )
    return Record(
        article, observations, find_programmes(article, lexicon), find_commitments(article, observations, lexicon)
    )


def _observation(mention: Mention, named: Named, article: Article, seen: Counter[str]) -> Observation:
    start, end = mention.sentence.span(mention.start, mention.end)
    printed = article.source.text[start:end]
    return Observation(
        id=_id(article.slug, mention, printed, seen),
        indicator=named.indicator,
        kind=mention.kind,
        as_printed=printed,
        start=start,
        end=end,
        sentence=mention.sentence.id,
        section=mention.section.id,
        number=mention.number,
        unit_mult=mention.unit_mult,
        unit_measure=mention.unit_measure,
        unit_zh=mention.unit_zh,
        obs_value=mention.value,
        bound=mention.bound,
        value_max=mention.value_max,
        nature=mention.nature,
        obs_status="A" if mention.nature == "actual" else "F",
        change=_change(mention, named),
        rank=Rank(mention.scope, named.rank_of) if mention.kind == "rank" else None,
        ref_area=named.ref_area,
        time_period=mention.time_period,
        period_source=mention.period_source,
        fact=named.fact,
        derived=False,
        rule=mention.rule,
    )


def _change(mention: Mention, named: Named) -> Change | None:
    if mention.kind != "change" or mention.base is None or mention.direction is None:
        return None
    direction = mention.direction if mention.direction in ("up", "down") else "flat"
    return Change(mention.base, direction, named.of)  # type: ignore[arg-type]


def _id(slug: str, mention: Mention, printed: str, seen: Counter[str]) -> str:
    """``o-`` and ten hexadecimal digits of the slug, the sentence and the words, with an ordinal for repeats."""
    words = f"{slug}\n{mention.sentence.text}\n{printed}"
    seen[words] += 1
    return "o-" + hashlib.sha256(f"{words}\n{seen[words]}".encode()).hexdigest()[:10]
