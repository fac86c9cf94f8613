"""extract: an article and the lexicon in, a record out; no disk, no clock, no network.

Where to look: ``reading`` has the order of the passes over a sentence, ``mentions`` makes figures of what they
found, and ``mention`` is what the namer gets.

- numbers with their units: ``amounts``, ``counting``, ``quantities``, ``measures``, ``bounded`` (a bound told once
  for several), ``fractions``, ``ranks``; tables: ``grids``, which has the map of ``grid_…``; the numbers that are no
  figure: ``masks``; the text as the rules see it:
  ``folding``, ``clauses``
- what a figure tells: ``changes``, ``against`` and ``rates`` (growth), ``sharing`` (of how many things it is told),
  ``natures``, ``outlook``, ``mood`` (actual, expected, target), ``dates`` (how they are written), ``periods``,
  ``reach`` and ``scope`` (how far a date holds), ``timeline`` (what is inherited), ``passages`` (from A to B),
  ``paired`` (several times told 分别), ``spans`` (several years as one), ``places``
- its name: ``names`` (the order), ``naming`` (counts and amounts), ``shares``, ``growth`` (changes and ranks),
  ``plans`` (aims), ``counted`` (what a count counts), ``parts`` (totals, shares of a project), ``portions`` (其中,
  brackets, lists), ``thriving`` (told to go well before), ``purposes`` (what money was for), ``modifiers`` (…亩的基地),
  ``in_turn`` (names listed as their figures are), ``apart`` (per so many, without a part),
  ``carried`` (what the clause leaves out), ``idle`` (words that no name needs), ``hearing`` (clauses and marks),
  ``phrases`` and ``behind`` (words before and behind), ``subjects``, ``context``, ``compose``, ``indicators`` (the
  catalogue's entry); ``facts`` says which mentions tell one fact
- the words of a text that a synonym replacer went over: ``wording``
- what is no figure: ``programmes`` with ``programme_patterns``, ``commitments``, ``people``, ``organisations``,
  ``events`` (``happenings``: where a date stands to its deed; ``deeds``: what a clause says was done)
- why: ``evidence`` is kept where something is decided; ``explain`` lists every number of a text with what became of
  it (``accounts``; ``outside`` the sentences), ``numbers`` does so for every record, ``derive`` tells how a figure was
  read, ``origins`` where its name stands
"""

import hashlib
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from policy_digest.extract.commitments import find_commitments
from policy_digest.extract.events import find_events
from policy_digest.extract.folding import restored_sections, simplified_sections
from policy_digest.extract.indicators import Named
from policy_digest.extract.mention import Mention, Reading
from policy_digest.extract.names import name_readings
from policy_digest.extract.numbers import number_uses
from policy_digest.extract.organisations import find_organisations
from policy_digest.extract.people import find_people
from policy_digest.extract.programmes import find_programmes
from policy_digest.extract.reading import read_figures
from policy_digest.extract.wording import find_wording
from policy_digest.lexicon import Lexicon
from policy_digest.model import Article, Change, Observation, Rank, Record

__all__ = ["extract", "observe"]


def extract(article: Article, lexicon: Lexicon, *, accounts: bool = True) -> Record:
    """All that can be read out of ``article``: figures, programmes, commitments, people, organisations, events.

    Without ``accounts`` the record says nothing of the numbers that are no observation.
    """
    readings = read_figures(article, lexicon.figures)
    wording = find_wording(article, lexicon)
    named = name_readings(readings, article, lexicon, wording)
    observations = observe(readings, named, article)
    simplified = simplified_sections(article, lexicon.figures.simplified)
    standard = restored_sections(simplified, wording.by_sentence)
    programmes = find_programmes(article, lexicon, standard)
    commitments = find_commitments(article, observations, lexicon, simplified)
    numbers = number_uses(article, readings, observations, lexicon.figures) if accounts else ()
    planned = frozenset(commitment.sentence for commitment in commitments)
    return Record(
        article,
        observations,
        programmes,
        commitments,
        numbers,
        wording.wording,
        find_people(article, lexicon),
        find_events(article, readings, lexicon, planned, wording.by_sentence),
        organisations=find_organisations(article, lexicon, standard),
    )


def observe(readings: Sequence[Reading], named: Sequence[Sequence[Named]], article: Article) -> tuple[Observation, ...]:
    """An observation for each mention of the readings, in their order."""
    seen: Counter[tuple[str, str]] = Counter()
    return tuple(
        _observation(mention, name, article, seen)
        for reading, names in zip(readings, named, strict=True)
        for mention, name in zip(reading.mentions, names, strict=True)
    )


def _observation(mention: Mention, named: Named, article: Article, seen: Counter[tuple[str, str]]) -> Observation:
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


@lru_cache(maxsize=4)
def _hash_of(slug: str, sentence: str) -> "hashlib._Hash":
    """The beginning of the hashes of a sentence's figures: a long one is hashed once."""
    return hashlib.sha256(f"{slug}\n{sentence}\n".encode())


def _id(slug: str, mention: Mention, printed: str, seen: Counter[tuple[str, str]]) -> str:
    """``o-`` and ten hexadecimal digits of the slug, the sentence and the words, with an ordinal for repeats."""
    words = mention.sentence.text, printed
    seen[words] += 1
    digest = _hash_of(slug, mention.sentence.text).copy()
    digest.update(f"{printed}\n{seen[words]}".encode())
    return "o-" + digest.hexdigest()[:10]
