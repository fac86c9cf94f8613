"""Derive: how a figure was read, step by step, each with the rules and words that decided it."""

from dataclasses import dataclass
from decimal import Decimal

from policy_digest.extract.changes import Growth
from policy_digest.extract.evidence import Why
from policy_digest.extract.mention import Evidence, Mention
from policy_digest.extract.passages import Passage
from policy_digest.extract.periods import Period
from policy_digest.extract.quantities import Quantity
from policy_digest.extract.ranks import Standing
from policy_digest.lexicon.figures import Figures
from policy_digest.model import Article, Change, Observation

_ASSUMED = {
    "as-before": "as of the figure before it",
    "as-behind": "as of the figure behind it",
    "index": "an index or a ratio, by its name",
}
"""How the unit of a number without one was told, where no table does."""

_UNWRITTEN = {
    "fraction": "a fraction, in per cent",
    "doubling": "a doubling, in per cent",
    "zero-growth": "no growth, in per cent",
    "ratio": "a part of a ratio whose parts make a hundred",
    "ratio-to-one": "so many to one",
}
"""What is read as a figure without a unit, by the rule of its quantity."""

_UNIT_OF_CELL = "told by its column's head, its row's, a column of units or a line above the table"

_DIRECTED = {
    "rate-passes": "a rate of growth that goes from one value to another",
    "of-fall": "points by which a fall narrowed or widened",
    "behind": "growth is told behind it",
    "fronted": "a verb of change stands before what changed,",
    "against-each": "each is held against one of a list,",
    "signed": "a sign tells it,",
    "growth-aim": "an aim of growth,",
    "rate-before": "the clause before tells a rate,",
    "doubling": "a doubling",
    "zero-growth": "no growth",
}
_NATURES = {
    "passage": "what was, before the turn of a passage from one value to another",
    "to-come": "the year told comes after the one the text speaks in",
    "ended": "the text speaks of plans, but the year told ended before it speaks",
    "within": "says within what, not how much is aimed at",
    "aim-before": "a sentence before it aims at something, in a section that also tells of plans",
}


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was decided of a figure: the ``field``, its ``value``, how in words, and by what rules."""

    field: str
    value: str
    note: str = ""
    whys: tuple[Why, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """An observation with the steps by which it was read."""

    observation: Observation
    steps: tuple[Step, ...]


def derive(
    mention: Mention, observation: Observation, told: str, article: Article, figures: Figures
) -> tuple[Step, ...]:
    """The steps of a figure but for its name and place, in the order in which an editor would check them.

    ``told`` says by what date of another sentence its period was told, where it is inherited.
    """
    evidence = mention.evidence
    if evidence is None:
        return ()
    read = evidence.read
    steps = [_number(observation, read)]
    if isinstance(read, Quantity):
        steps.append(_unit(read, figures))
    if observation.bound != "eq":
        steps.append(_bound(observation, read, figures))
    if isinstance(read, Why):
        steps.append(Step("unit", f"{observation.unit_zh} = {observation.unit_measure}", _UNIT_OF_CELL))
        steps.append(Step("table", read.rule, f"its column is headed {read.words}"))
    if isinstance(read, Standing):
        steps.append(_rank(read, mention))
    if evidence.change and observation.change:
        steps.append(_change(evidence.change, observation.change, observation))
    return (*steps, _period(observation, mention, evidence, told, article), _nature(observation, evidence))


def plain(value: Decimal | None) -> str:
    """A number without an exponent or needless zeros."""
    text = "" if value is None else f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _number(observation: Observation, read: Quantity | Standing | Why) -> Step:
    if observation.number is None:
        return Step("number", "none", "only a part of a ranking is told")
    value = plain(observation.number)
    if observation.value_max is not None:
        value += f" to {plain(abs(observation.value_max).scaleb(-observation.unit_mult))}"
    if observation.unit_mult:
        value += f" × 10^{observation.unit_mult}"
    form = "Arabic digits" if any(char.isdigit() for char in observation.as_printed) else "Chinese digits"
    if isinstance(read, Quantity) and observation.obs_value is not None and observation.obs_value < 0 < read.value:
        form += ", a fall"
    return Step("number", value, form)


def _unit(read: Quantity, figures: Figures) -> Step:
    if read.unit_by:
        told = (read.unit_by,) if read.unit_by.table else ()
        note = _ASSUMED.get(read.unit_by.rule, "told by a name near it")
        return Step("unit", f"not written, {read.unit_measure}", note, told)
    if read.rule in _UNWRITTEN:
        return Step("unit", read.unit_measure, _UNWRITTEN[read.rule])
    rows = (word for word in figures.units if read.unit_zh.startswith(word))
    row = figures.units.get(read.unit_zh) or figures.units.get(max(rows, key=len, default=""))
    if row is None:
        return Step("unit", f"{read.unit_zh} = {read.unit_measure}", "by the figure beside it")
    why = Why("units.tsv", row.word)
    note = "" if row.code == read.unit_measure else f"{row.code} in the table, changed by the words around it"
    return Step("unit", f"{read.unit_zh} = {read.unit_measure}", note, (why,))


def _bound(observation: Observation, read: Quantity | Standing | Why, figures: Figures) -> Step:
    if observation.bound == "range":
        return Step("bound", "range", "two numbers")
    if not isinstance(read, Quantity) or not read.bounded_by:
        note = "its words tell a part of a ranking" if isinstance(read, Standing) else "余, 多, 几 or 数 in the numeral"
        return Step("bound", observation.bound, note)
    if read.bounded_by not in figures.leads and read.bounded_by not in figures.trail_bounds:
        return Step("bound", observation.bound, f"{read.bounded_by} before a round number")
    side = "before" if read.bounded_by in figures.leads else "after"
    return Step("bound", observation.bound, "", (Why("bounds.tsv", side, read.bounded_by),))


def _rank(read: Standing, mention: Mention) -> Step:
    note = f"within {read.scope}" if read.scope else "no set told"
    if read.count > 1:
        note += ", told of two things (cues.yml shared-rank)"
    words = mention.sentence.text[read.start : read.end]
    return Step("rank", plain(read.number) or "no place", note, (Why("ranks.yml", read.rule, words),))


def _change(change: Growth, told: Change, observation: Observation) -> Step:
    notes = []
    if change.like is not None:
        notes.append("as the figure before it in the list")
    if change.based_on is None:
        before = "a year before" if told.base == "yoy" else "before the years told of as one"
        notes.append(f"no base is told, so since {before}")
    if observation.number is not None and observation.number < 0:
        notes.append("a minus before the number")
    whys = dict.fromkeys(why for why in (change.based_on, change.directed_by) if why)
    notes += [f"{_DIRECTED[why.rule]} {why.words}".strip() for why in whys if why.rule in _DIRECTED]
    return Step("change", f"{told.base}, {told.direction}", ", ".join(notes), tuple(w for w in whys if w.table))


def _nature(observation: Observation, evidence: Evidence) -> Step:
    why = evidence.nature
    if isinstance(evidence.read, Why):
        note = "its column's head says so" if observation.nature == "target" else "its column's head names no aim"
        return Step("nature", observation.nature, note)
    if why is None:
        return Step("nature", observation.nature, "nothing says otherwise" if observation.nature == "actual" else "")
    if not why.table:
        return Step("nature", observation.nature, _NATURES[why.rule])
    return Step("nature", observation.nature, _OUTLOOKS.get(why.rule, ""), (why,))


_OUTLOOKS = {
    "opening": "this paragraph or section has turned to what is to be done",
    "outlook-heading": "the heading tells of plans",
    "effort, intent": "the section's sentences open with efforts and say intents",
    "plan-title": "the title says that the text is a plan",
    "ahead, done": "the text is a list of tasks",
    "own-nature": "its own words say so",
    "missed": "an aim that was not reached",
}
"""What the rules of an outlook mean, in which no word of the figure's own sentence need say it."""


def _period(observation: Observation, mention: Mention, evidence: Evidence, told: str, article: Article) -> Step:
    by = evidence.period
    value = ", ".join(filter(None, (observation.time_period or "none", observation.period_source)))
    if isinstance(by, Period):
        return Step("period", value, _dated(observation, by), (_date_why(by, mention.sentence.text),))
    if isinstance(by, Passage) and mention.start < by.turn:
        words = mention.sentence.text[by.start : by.turn]
        return Step("period", value, _NATURES["passage"], (Why("cues.yml", "turn", words),))
    if isinstance(evidence.read, Why) and observation.period_source == "explicit":
        return Step("period", value, "its column's head")
    if observation.period_source == "inherited":
        return Step("period", value, told)
    if isinstance(by, Why) and by.words:
        return Step("period", value, f"the heading {by.words}")
    stated = article.metadata.time_period
    if stated is None:
        return Step("period", value, "the article's is not known: a sidecar may state it (time_period)")
    return Step("period", value, f"the article's ({stated.basis})" if observation.time_period else "")


def _dated(observation: Observation, by: Period) -> str:
    if by.iso is None:
        return "holds in no one year" if by.is_recurring else "the year is not known"
    return "" if by.iso == observation.time_period else f"at the end of {by.iso}"


def _date_why(date: Period, text: str) -> Why:
    return Why("periods.yml" if date.rule else "", date.rule, text[date.start : date.end])
