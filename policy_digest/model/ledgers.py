"""The ledger of published values, and what differs from it."""

from dataclasses import dataclass
from typing import Literal

from policy_digest.model.bilinguals import BilingualEdit
from policy_digest.model.texts import Text

Reason = Literal["corrected", "source", "reading", "gone", "new", "article-gone", "article-new"]
"""Why a value differs: an editor corrected it; its sentence is another; the program reads the same sentence otherwise;
its article is there, and the sentence is not; it was not there before; the whole article left, or came."""


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A published observation, each field as a word (empty where there is none); ``sentence`` is a hash of its words.

    ``name_en`` (empty without one), ``shown_zh`` and ``shown_en`` are the name and value as pages print them: for
    reading, not compared.
    """

    slug: str
    id: str
    name: str
    value: str
    value_max: str
    unit: str
    bound: str
    nature: str
    period: str
    area: str
    sentence: str
    name_en: str
    shown_zh: str
    shown_en: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """The rows as recorded, sorted by slug and id; ``is_there`` is False where nothing has been recorded yet."""

    rows: tuple[LedgerRow, ...] = ()
    is_there: bool = False


NO_LEDGER = Ledger()


@dataclass(frozen=True, slots=True)
class Difference:
    """A value that is not as recorded: as it was, as it is (None where it is not), and why.

    ``edits`` are the corrections that explain it, ``title`` is that of the article (None where that left), ``count``
    how many values the difference stands for where a whole article came or left.
    """

    slug: str
    title: Text | None
    old: LedgerRow | None
    new: LedgerRow | None
    reason: Reason
    edits: tuple[BilingualEdit, ...] = ()
    count: int = 1

    @property
    def date(self) -> str:
        """The day of its latest correction; empty where none explains it."""
        return max((edit.edit.date for edit in self.edits), default="")
