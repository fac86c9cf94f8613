"""What ``translate`` returns: a digest with every shown text in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from policy_digest.model.digests import Digest
from policy_digest.model.edits import Edit
from policy_digest.model.findings import Checked, DerivedKind, TensionKind
from policy_digest.model.organisations import BilingualOrganisation
from policy_digest.model.people import Standing
from policy_digest.model.records import EventKind, Kind, Nature, Precision
from policy_digest.model.texts import Text

TermStatus = Literal["official", "established", "working"]


@dataclass(frozen=True, slots=True)
class Withheld:
    """A translation that stands in a PO file, has not been reviewed and fails the check: no page shows it.

    ``context`` is its ``msgctxt``; ``reasons`` say what is wrong, each as it goes on from “a translation …”.
    """

    context: str
    zh: str
    en: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceMark:
    """A figure in its source sentence: the sentence cut at the figure, so that a page can mark it."""

    observation: str
    sentence: str
    before: str
    figure: str
    after: str
    translation: Text


@dataclass(frozen=True, slots=True)
class BilingualRow:
    """A table row in both languages; ``anchor`` is the same in both; each mention has one of its own in ``marks``."""

    anchor: str
    indicator: str | None
    name: Text
    value: Text
    period: Text
    nature: Nature
    kind: Kind
    note: Text | None
    place: Text | None
    marks: tuple[SourceMark, ...]


@dataclass(frozen=True, slots=True)
class BilingualItem:
    """A bullet, programme, commitment, caption or gap: its id, words, kind and the sentences it stands on.

    ``quote`` is what the source has where something is missing: the words that a gap is about. ``statement`` tells the
    figures of an item that has no English yet, composed of its rows.
    """

    id: str
    text: Text
    kind: str | None
    sentences: tuple[str, ...]
    quote: Text | None = None
    statement: Text | None = None


@dataclass(frozen=True, slots=True)
class BilingualSection:
    """A section of a digest page in both languages."""

    id: str
    level: int
    number: str | None
    heading: Text | None
    deck: Text | None
    bullets: tuple[BilingualItem, ...]
    rows: tuple[BilingualRow, ...]
    programmes: tuple[BilingualItem, ...]
    commitments: tuple[BilingualItem, ...]
    captions: tuple[BilingualItem, ...]
    gaps: tuple[BilingualItem, ...]


@dataclass(frozen=True, slots=True)
class BilingualTerm:
    """A term of the termbase that the article contains; ``sentences`` is the number of sentences it occurs in.

    ``type`` is what it is about, ``authority`` who has this English (empty for a working term), ``address`` where that
    publishes (empty where it is not known).
    """

    zh: str
    en: str
    status: TermStatus
    sentences: int
    type: str
    authority: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class CoverageLine:
    """What became of one sentence, as a page shows it.

    ``line`` is its line in the source (from 1), ``characters`` its length; ``opening`` is how it begins, None for one
    that is not used: a page prints no words that it does not quote. A caption is printed as one. ``bullets`` and the
    others are the anchors of what cites it; ``reason`` is why it is set aside.
    """

    sentence: str
    section: str
    line: int
    opening: str | None
    characters: int
    status: Literal["used", "set-aside", "unread"]
    is_caption: bool
    bullets: tuple[str, ...]
    figures: tuple[str, ...]
    programmes: tuple[str, ...]
    commitments: tuple[str, ...]
    reason: Text | None
    events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NumberGroup:
    """Numbers that are no observation for one reason: how many, and the first of them as printed, each once."""

    verdict: Literal["rejected", "unread"]
    reason: Text
    numerals: int
    printed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BilingualCoverage:
    """The coverage ledger in both languages."""

    lines: tuple[CoverageLine, ...]
    numbers: tuple[NumberGroup, ...]


@dataclass(frozen=True, slots=True)
class BilingualSide:
    """One side of a tension: what it names, its value or words, its period, and its words in their sentence.

    ``mark`` is None for a name that stands in a list outside the text; ``period`` for words that are no figure.
    """

    name: Text
    value: Text
    period: Text | None
    mark: SourceMark | None


@dataclass(frozen=True, slots=True)
class BilingualTension:
    """A tension in both languages: what does not go together, and its sides."""

    id: str
    kind: TensionKind
    statement: Text
    sides: tuple[BilingualSide, ...]


@dataclass(frozen=True, slots=True)
class BilingualDerived:
    """A derived value in both languages with its formula; ``inputs`` are the anchors of the figures it follows from."""

    id: str
    kind: DerivedKind
    name: Text
    value: Text
    period: Text
    formula: Text
    inputs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BilingualQuotation:
    """A passage beside the known wording it is close to. The wordings stay Chinese: the difference lies in them."""

    id: str
    mark: SourceMark
    wording: str
    document: Text
    url: str | None
    checked: Checked
    likeness: str


@dataclass(frozen=True, slots=True)
class BilingualPerson:
    """An official or another public figure whom a text names."""

    id: str
    name: Text
    standing: Standing
    posts: tuple[Text, ...]
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BilingualEvent:
    """An event in both languages: ``date`` as in the record, ``shown`` as a page prints it at its precision."""

    id: str
    date: str
    precision: Precision
    shown: Text
    kind: EventKind
    is_planned: bool
    text: Text
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BilingualEdit:
    """A correction that changed something, with what it is about and both its values in both languages."""

    edit: Edit
    what: Text
    was: Text | None
    now: Text | None


@dataclass(frozen=True, slots=True)
class PlaceUnit:
    """One unit of a place's full name; ``code`` is its official code (GB/T 2260) where the lists have it."""

    code: str | None
    name: Text


@dataclass(frozen=True, slots=True)
class BilingualDigest:
    """A digest with every shown text in both languages; ``headline`` repeats rows of the sections.

    ``place_code`` is the official code of the place (GB/T 2260), where there is one of that name; ``hierarchy`` leads
    from the largest unit that it is known to lie in to the place itself.
    """

    slug: str
    digest: Digest
    title: Text
    subtitle: Text | None
    place: Text | None
    period: Text | None
    credited_to: Text | None
    authors: tuple[Text, ...]
    in_brief: tuple[BilingualItem, ...]
    headline: tuple[BilingualRow, ...]
    sections: tuple[BilingualSection, ...]
    gaps: tuple[BilingualItem, ...]
    terms: tuple[BilingualTerm, ...] = ()
    coverage: BilingualCoverage = BilingualCoverage((), ())
    tensions: tuple[BilingualTension, ...] = ()
    derived: tuple[BilingualDerived, ...] = ()
    quotations: tuple[BilingualQuotation, ...] = ()
    people: tuple[BilingualPerson, ...] = ()
    events: tuple[BilingualEvent, ...] = ()
    edits: tuple[BilingualEdit, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    quoted: tuple[Text, ...] = ()
    place_code: str | None = None
    hierarchy: tuple[PlaceUnit, ...] = ()
    organisations: tuple[BilingualOrganisation, ...] = ()


@dataclass(frozen=True, slots=True)
class Translations:
    """The gettext catalogues as read: (msgctxt, msgid) → the English and its status.

    ``by_slug`` holds one article's (``i18n/en/<slug>.po``); ``interface`` that of the pages' own words (``ui.po``).
    ``withheld`` are an article's entries whose English is not shown, ``places`` file and line (from 1) of each entry.
    """

    by_slug: Mapping[str, Mapping[tuple[str, str], Text]]
    interface: Mapping[str, str]
    withheld: Mapping[str, tuple[Withheld, ...]] = field(default_factory=dict)
    places: Mapping[str, Mapping[tuple[str, str], tuple[str, int]]] = field(default_factory=dict)
