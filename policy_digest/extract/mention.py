"""What the readers of figures hand to the namer: a figure in its sentence, before it has a name."""

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from policy_digest.extract.changes import Growth
from policy_digest.extract.evidence import Why
from policy_digest.extract.passages import Passage
from policy_digest.extract.periods import Period
from policy_digest.extract.quantities import Quantity
from policy_digest.extract.ranks import Standing
from policy_digest.lexicon.figures import Unit
from policy_digest.model import Bound, Kind, Nature, PeriodSource, Section, Sentence

DatedBy = Period | Passage | Why | None
"""What told a period: a date, a passage that shifted it, or a heading; None where it is inherited as it is."""

Dated = tuple[str | None, PeriodSource | None, DatedBy]
"""A period, how it is known and what told it."""

CLASSIFIED = ("item", "person", "household", "vehicle", "visit")
"""The units of what is counted."""

SIZES = ("mu", "ha", "m2", "km2", "other:km2", "km", "m")
"""The units of areas and lengths."""


class Evidence(NamedTuple):
    """What a mention was made of, for ``explain``: the values of the passes, as they came out of them.

    ``read`` is what was read (a table's cell as the words of its column's head), ``change`` that it is growth,
    ``nature`` what told its nature (None where nothing says otherwise), ``period`` what told its period.
    """

    read: Quantity | Standing | Why
    change: Growth | None = None
    nature: Why | None = None
    period: DatedBy = None


@dataclass(frozen=True, slots=True)
class Heads:
    """What names a cell of a table, as the words of its heads (folded); each is empty where it names nothing.

    ``row`` and ``column`` are what the cell's row and column tell of, ``label`` what the head of the rows' heads adds
    to each (支出 of 支出项目), ``title`` the line above the table. ``area`` is the row's head as printed, which is a
    place surely where ``is_place``. ``ending`` is what a share or a rate of it is called. ``thing`` is the unit that
    the named thing is measured in, where the cell is its growth, share or rank; ``whole`` is a row above, of which
    an industry is a part. In a list (``is_list``) the row's head may be a clause; the words of a cell of prose
    (``is_prose``) name their figures themselves.
    """

    row: str = ""
    column: str = ""
    label: str = ""
    title: str = ""
    area: str = ""
    is_place: bool = False
    ending: str = ""
    thing: Unit | None = None
    whole: str = ""
    is_list: bool = False
    is_prose: bool = False


class Mention(NamedTuple):
    """A figure read from a sentence. All positions are into ``sentence.text`` (and its folded copy, which is as long).

    ``start`` and ``end`` bound the span (number, scale, unit). ``lead`` is where the words begin that stand before the
    number and belong to the figure, not to its name (约, 达, 完成, 同比增长); a name is read leftwards from there,
    and for a counted thing rightwards from ``end``. A change has ``base`` and ``direction``, a rank has ``scope``.
    ``bounded_by`` is the word that tells the bound, where one does. A cell of a table has ``heads``, which name it.
    """

    sentence: Sentence
    section: Section
    start: int
    end: int
    lead: int
    kind: Kind
    number: Decimal | None
    unit_mult: int
    unit_measure: str
    unit_zh: str
    value: Decimal | None
    value_max: Decimal | None
    bound: Bound
    nature: Nature
    obs_status: str
    base: str | None
    direction: str | None
    scope: str | None
    time_period: str | None
    period_source: PeriodSource | None
    rule: str
    bounded_by: str = ""
    evidence: Evidence | None = None
    heads: Heads | None = None


class Reading(NamedTuple):
    """The mentions of one sentence in order, with what the namer must step over.

    ``folded`` is the sentence's text with full-width digits and punctuation as half-width and traditional characters as
    simplified ones, character for character. ``masks`` are the spans that are no part of a name (dates, periods), each
    with the reason. ``rejected`` are the spans whose numbers are no figure, each with the reason and the rule.
    ``unread`` are those of numerals that no rule rejects or reads, each with the reason, ``dates`` the dates behind
    ``masks``. Of a table's row or head, ``cells`` are the cells, each with what its column holds.
    """

    sentence: Sentence
    section: Section
    folded: str
    mentions: tuple[Mention, ...]
    masks: tuple[tuple[int, int, str], ...]
    rejected: tuple[tuple[int, int, str, str], ...] = ()
    unread: tuple[tuple[int, int, str], ...] = ()
    dates: tuple[Period, ...] = ()
    cells: tuple[tuple[int, int, str], ...] = ()
