"""What ``extract`` returns: all that was read out of one article."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from policy_digest.model.articles import Article
from policy_digest.model.edits import Edit
from policy_digest.model.organisations import Organisation
from policy_digest.model.people import Person
from policy_digest.model.wordings import UNALTERED, Wording

Kind = Literal["level", "count", "share", "change", "rank"]
Bound = Literal["eq", "ge", "gt", "le", "lt", "approx", "range"]
Nature = Literal["actual", "expected", "target"]
PeriodSource = Literal["explicit", "inherited", "context", "anaphoric"]


@dataclass(frozen=True, slots=True)
class Indicator:
    """The name of a table row; ``id`` and ``name_en`` where the catalogue knows it."""

    id: str | None
    name_zh: str
    name_en: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What a growth rate or difference is against. ``base``: ``yoy``, ``mom``, ``since:<period>``, ``vs:<what>``."""

    base: str
    direction: Literal["up", "down", "flat"]
    of: str | None


@dataclass(frozen=True, slots=True)
class Rank:
    """A place in a named comparison set: ``scope`` as printed (全区), ``of`` what is ranked."""

    scope: str | None
    of: str | None


@dataclass(frozen=True, slots=True)
class Observation:
    """One figure as one sentence tells it: fields named after SDMX.

    ``number`` is as printed, in Arabic digits; ``obs_value`` is in ``unit_measure`` with its sign (a fall is negative);
    both are None for a rank without a position. ``unit_mult`` is a power of ten. ``value_max`` is the upper end of a
    range. ``Source.text[start:end] == as_printed`` always; a number's bound words (近, 约) stand before it, outside.
    ``shown_zh`` is a value that an editor stated in place of the printed one, without its sign; else None.
    """

    id: str
    indicator: Indicator
    kind: Kind
    as_printed: str
    start: int
    end: int
    sentence: str
    section: str
    number: Decimal | None
    unit_mult: int
    unit_measure: str
    unit_zh: str
    obs_value: Decimal | None
    bound: Bound
    value_max: Decimal | None
    nature: Nature
    obs_status: Literal["A", "F", "E", "P"]
    change: Change | None
    rank: Rank | None
    ref_area: str | None
    time_period: str | None
    period_source: PeriodSource | None
    fact: str
    derived: bool
    rule: str
    shown_zh: str | None = None


@dataclass(frozen=True, slots=True)
class Programme:
    """A named mechanism, method, brand, campaign or project. ``kind`` is a key of the lexicon."""

    id: str
    name_zh: str
    kind: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Commitment:
    """A sentence that says what will be done. ``horizon`` is its period; ``target`` the id of an observation in it."""

    id: str
    sentence: str
    text_zh: str
    horizon: str | None
    target: str | None


EventKind = Literal[
    "opened", "launched", "started", "completed", "commissioned", "founded", "held", "signed", "published", "recognised"
]
Precision = Literal["day", "month", "quarter", "year"]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that the text dates: ``date`` is ``2024-03-15``, ``2024-03``, ``2024-Q1`` or ``2024`` by ``precision``.

    ``text_zh`` are the clauses that tell it, as printed, without the date where that leaves a whole clause. Of it,
    ``who`` stands before the ``deed`` and ``what`` behind it, ``where`` says the place; each may be empty.
    ``nature`` is ``target`` where it is to come.
    """

    id: str
    sentence: str
    date: str
    precision: Precision
    kind: EventKind
    nature: Literal["actual", "target"]
    text_zh: str
    deed: str
    who: str = ""
    what: str = ""
    where: str = ""


Fate = Literal["observation", "rejected", "unread"]


@dataclass(frozen=True, slots=True)
class NumberUse:
    """What became of ``numerals`` numbers of the source that were read, rejected or left as one (4000—6000斤).

    ``reason`` says why what is ``rejected`` or ``unread`` is no observation; ``observations`` are the ids of what was
    read. ``sentence`` is None outside sentences and captions (in a title, a heading, a byline).
    """

    start: int
    end: int
    as_printed: str
    sentence: str | None
    numerals: int
    verdict: Fate
    reason: str
    observations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """All that was read out of one article; ``numbers`` accounts for every number in it.

    ``edits`` are what an editor corrected in it; ``as_read`` holds the observations that were changed or hidden, as
    they were read.
    """

    article: Article
    observations: tuple[Observation, ...]
    programmes: tuple[Programme, ...]
    commitments: tuple[Commitment, ...]
    numbers: tuple[NumberUse, ...] = ()
    wording: Wording = UNALTERED
    people: tuple[Person, ...] = ()
    events: tuple[Event, ...] = ()
    edits: tuple[Edit, ...] = ()
    as_read: tuple[Observation, ...] = ()
    organisations: tuple[Organisation, ...] = ()

    @property
    def planned(self) -> frozenset[str]:
        """The ids of the sentences that say what will be done."""
        return frozenset(commitment.sentence for commitment in self.commitments)
