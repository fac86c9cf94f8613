"""Explain: every number of a text, and what read it, rejected it or left it unread.

Nothing is decided here. The passes of ``reading`` and ``names`` run as they do for ``extract`` and keep their evidence;
this module lists it by number.
"""

from collections.abc import Iterator, Sequence

from policy_digest.extract import observe
from policy_digest.extract.accounts import Account, Block, Spot, merged, shared_out
from policy_digest.extract.derive import Figure, Step, derive
from policy_digest.extract.evidence import Why
from policy_digest.extract.indicators import Named
from policy_digest.extract.mention import Mention, Reading
from policy_digest.extract.names import name_readings
from policy_digest.extract.origins import origin
from policy_digest.extract.outside import NOTES, stretches
from policy_digest.extract.passages import Passage
from policy_digest.extract.reading import read_figures
from policy_digest.extract.refused import NUMBER, refused, refused_outside
from policy_digest.extract.wording import Found, find_wording
from policy_digest.lexicon import Lexicon
from policy_digest.lexicon.folding import fold
from policy_digest.model import Article, Lines, Observation

__all__ = ["NUMBER", "Account", "explain"]


def explain(article: Article, lexicon: Lexicon) -> tuple[Account, ...]:
    """An account of every number in ``article``, in the text's order; its figures are those of ``extract``."""
    lines = Lines(article.source.text)
    accounts = [*_inside(article, lines, lexicon), *_outside(article, lines, lexicon)]
    return tuple(sorted(accounts, key=lambda account: (account.start, account.end)))


def _inside(article: Article, lines: Lines, lexicon: Lexicon) -> Iterator[Account]:
    """The accounts of the sentences; a row of a table has a reading for each of its figures."""
    readings = read_figures(article, lexicon.figures)
    told = _figures(article, readings, lines, lexicon)
    together: dict[str, list[int]] = {}
    for at, reading in enumerate(readings):
        together.setdefault(reading.sentence.id, []).append(at)
    for group in together.values():
        reading = readings[group[0]]
        sentence = reading.sentence
        spot = Spot("sentence", sentence.id, reading.section.id, lines.at(sentence.start), sentence.text)
        figures = merged(block for at in group for block in told[at])
        numerals = [match.span() for match in NUMBER.finditer(reading.folded)]
        for block, theirs in shared_out(numerals, (*figures, *refused(reading))):
            start, end = sentence.span(block.start, block.end)
            yield Account(
                spot, lines.at(start), start, end, article.source.text[start:end],
                tuple(sentence.span(*numeral) for numeral in theirs),
                block.verdict, block.reason, block.why, block.period, block.note, block.figures,
            )  # fmt: skip


def _outside(article: Article, lines: Lines, lexicon: Lexicon) -> Iterator[Account]:
    """The accounts of what stands outside the sentences, where no figures are read."""
    text, figures = article.source.text, lexicon.figures
    for start, end, kind, name, section in stretches(article):
        words = text[start:end]
        folded = fold(words, figures.simplified)
        spot = Spot(kind, name, section, lines.at(start), words.strip())
        numerals = [match.span() for match in NUMBER.finditer(folded)]
        for block, theirs in shared_out(numerals, tuple(refused_outside(folded, kind, figures))):
            span = start + block.start, start + block.end
            own = tuple((start + one, start + two) for one, two in theirs)
            note = NOTES.get(block.reason, "")
            yield Account(
                spot, lines.at(span[0]), *span, text[slice(*span)], own, block.verdict, block.reason, note=note
            )


def _figures(
    article: Article, readings: Sequence[Reading], lines: Lines, lexicon: Lexicon
) -> tuple[tuple[Block, ...], ...]:
    """The figures of each reading, each as a block of its own."""
    wording = find_wording(article, lexicon)
    named = name_readings(readings, article, lexicon, wording)
    observations = iter(observe(readings, named, article))
    earlier: list[tuple[str, str]] = []
    found: list[tuple[Block, ...]] = []
    for at, reading in enumerate(readings):
        if at and reading.section.id != readings[at - 1].section.id:
            earlier = []
        blocks = []
        for index, (mention, name) in enumerate(zip(reading.mentions, named[at], strict=True)):
            observation = next(observations)
            inherited = _inherited(mention, readings[:at], lines)
            steps = (
                *derive(mention, observation, inherited, article, lexicon.figures),
                _name(observation, name, index, earlier, _restored(reading, wording), lexicon),
                _place(observation, name, mention.start, article),
            )
            blocks.append(Block(mention.start, mention.end, "figure", figures=(Figure(observation, steps),)))
            earlier.append((" ".join(observation.as_printed.split()), name.words))
        found.append(tuple(blocks))
    return tuple(found)


def _inherited(mention: Mention, before: Sequence[Reading], lines: Lines) -> str:
    """By what words, and where, an inherited period was told: the last before that told it for what follows."""
    if mention.period_source != "inherited":
        return ""
    is_end = mention.evidence is not None and isinstance(mention.evidence.period, Passage)
    for reading in reversed(before):
        if reading.section.id != mention.section.id:
            break
        for date in reversed(reading.dates):
            iso = date.iso.split("/")[-1] if date.iso and is_end else date.iso
            if date.anchors and iso == mention.time_period:
                words = reading.sentence.text[date.start : date.end]
                where = f"{words} in line {lines.at(reading.sentence.offset(date.start))}"
                return f"the end of {where}, behind the turn of a passage" if iso != date.iso else where
    return "told before in the section"


def _restored(reading: Reading, wording: Found) -> tuple[tuple[str, str], ...]:
    """The words of a reading that were restored, with what they were restored to, each once."""
    found = wording.by_sentence.get(reading.sentence.id, ())
    return tuple(dict.fromkeys((reading.folded[one.start : one.end], one.restored) for one in found))


def _name(
    observation: Observation,
    name: Named,
    index: int,
    earlier: Sequence[tuple[str, str]],
    restored: Sequence[tuple[str, str]],
    lexicon: Lexicon,
) -> Step:
    """Where a name was found, its entry in the catalogue, and those of its words that were ``restored``."""
    indicator = observation.indicator
    note = origin(name.words, name.heard, index, earlier) if name.heard else ""
    if name.words != indicator.name_zh:
        note = f"{name.words}, {note}"
    ids = (entry.id for entry in lexicon.names.entries if f"{indicator.id}_".startswith(f"{entry.id}_"))
    entry = max(ids, key=len, default="")
    whys = [Why("catalogue.yml", entry)] if entry else []
    heard = name.heard.folded if name.heard else ""
    whys += [Why("wording_pairs.tsv", old, new) for old, new in restored if new in name.words and new in heard]
    return Step("name", indicator.name_zh, note, tuple(whys))


def _place(observation: Observation, name: Named, start: int, article: Article) -> Step:
    stated, area = article.metadata.ref_area, observation.ref_area
    if area is None:
        return Step("place", "none", "neither the text nor a sidecar tells one")
    if stated and area == stated.value:
        return Step("place", area, f"the article's ({stated.basis})")
    here = name.heard is not None and area in name.heard.folded[:start]
    return Step("place", area, "named in the sentence" if here else "named before in the section")
