"""What the lexicon knows of units, bounds, changes, periods, natures, ranks and of numbers that are no figure."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal, cast

from policy_digest.errors import Fault, FaultsError
from policy_digest.lexicon import heads, likes
from policy_digest.lexicon.beginnings import GUARDED_CUES, HANZI, MASK_BEGINS, MASK_MARKS, NATURE_BEGINS, PLAIN_FIGURE
from policy_digest.lexicon.firsts import divided, guarded
from policy_digest.lexicon.openings import openings, sought
from policy_digest.lexicon.tables import FOLDER, read_entries, read_rows
from policy_digest.model import Bound, Nature

MACROS = {
    "<n>": rf"(?:\d{{1,9}}|[{HANZI}]{{1,9}})",
    "<n+>": rf"(?:\d{{1,9}}+|[{HANZI}]{{1,9}})",
    "<h>": "[一二两三四五六七八九十百千]",
}
"""What stands for a number in the tables' patterns; ``<n+>`` is one whose digits are read whole or not at all."""

_NO_MASK = rf"(?<![\d{HANZI}]{{12}})(?!(?<=\d)[\d万亿]|{PLAIN_FIGURE})"
"""No mask is looked for behind a dozen digits, since no number is that long, nor at a plain figure."""

_QUOTES = '“"‘『「'
_FIRSTS = (r"\d", "一", HANZI.replace("一", ""), _QUOTES)
"""Classes of characters with which masks begin, each with rules of its own."""

_MEMBERS = "0123456789" + HANZI + _QUOTES

STOP = "stop"
"""Marks a word that ends like a lead word and is none (签约 is not 约)."""

_NAMING = {
    "money": "CNY",
    "names-times": "item",
    "names-visits": "visit",
    "names-persons": "person",
    "names-households": "household",
}
"""The cues by which a name tells the unit of a number without one; of two that end at one place the first wins."""

Direction = Literal["up", "down", "flat"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit or classifier; ``factor`` tells how many of ``code`` it is, ``kind`` what it measures."""

    word: str
    code: str
    kind: Literal["level", "count", "share", "noun"]
    factor: Decimal


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one table as one alternation, whose groups are ``entries``; ``begins`` tells how matches begin.

    A rule stands there once for each class of characters that its matches may begin with.
    """

    pattern: re.Pattern[str]
    begins: re.Pattern[str]
    entries: tuple[Mapping[str, Any], ...]

    def within(self, text: str) -> Iterator[tuple[re.Match[str], Mapping[str, Any]]]:
        """The matches in ``text``, each with the rule that made it."""
        for match in sought(self.pattern, self.begins, text):
            yield match, self.entries[(match.lastindex or 1) - 1]


@dataclass(frozen=True, slots=True)
class PeriodWord:
    """A word of time: its ``role`` and ``value`` as told in ``periods.yml``."""

    word: str
    role: str
    value: str
    rule: str


@dataclass(frozen=True, slots=True, eq=False)
class PeriodRoles:
    """The words of time with their roles, by which the patterns of dates are made once."""

    words: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Signs:
    """Patterns of ``cues.yml`` that tell times and moods apart.

    ``turns`` lead from what was to what is (提高到). ``happens`` is what a date tells the day of, ``foretold`` that it
    is to come. ``missed`` stands before an aim that was not reached, ``aims`` behind it. ``efforts`` open tasks,
    ``intents`` say them, ``told_done`` is what came of work. ``made`` stands behind the year of a thing (2019年建成的
    水厂), ``of_things`` before it (完成2021年度…). ``stands`` and ``reaches`` stand before what there is at the end of
    several years, the latter where no word says that it was ``done_in_all`` of them. ``held`` stands before
    an aim of which a share was done. A sentence that ``introduces`` a report says what time it is of. ``disposes`` is a
    将 that may be 把, ``done_mark`` says that something came of it. A heading with ``aims_told`` names aims and what
    came of them.
    """

    turns: re.Pattern[str]
    happens: re.Pattern[str]
    foretold: re.Pattern[str]
    missed: re.Pattern[str]
    aims: re.Pattern[str]
    efforts: re.Pattern[str]
    intents: re.Pattern[str]
    told_done: re.Pattern[str]
    made: re.Pattern[str]
    of_things: re.Pattern[str]
    stands: re.Pattern[str]
    reaches: re.Pattern[str]
    done_in_all: re.Pattern[str]
    held: re.Pattern[str]
    introduces: re.Pattern[str]
    disposes: re.Pattern[str]
    done_mark: re.Pattern[str]
    aims_told: re.Pattern[str]


_SIGNS = (
    *("turn", "happens", "foretold", "missed", "aim", "effort", "intent", "told-done"),
    *("made", "of-things", "stands", "reaches", "done-in-all", "held", "introduces"),
    *("disposes", "done-mark", "aims-told"),
)


@dataclass(frozen=True, slots=True)
class Figures:
    """Tables of this subject, compiled once.

    ``unit_pattern`` matches a unit with what may not follow it. ``leads`` and ``trails`` are the words before and
    behind a number with their bound (None where they only lead up to it, STOP where they are none), ``limits`` those
    of the leads that bound it, ``changes`` the words of growth with their direction. ``simplified`` has the likes of
    traditional characters, ``heads`` are the words of tables.
    """

    simplified: likes.Likes
    units: Mapping[str, Unit]
    unit_pattern: str
    leads: Mapping[str, str | None]
    limits: Mapping[str, Bound]
    trails: re.Pattern[str]
    trail_bounds: Mapping[str, Bound]
    changes: Mapping[str, str]
    bases: tuple[tuple[re.Pattern[str], Mapping[str, Any]], ...]
    masks: Rules
    natures: Rules
    headings: re.Pattern[str]
    lookback: re.Pattern[str]
    ranks: tuple[tuple[re.Pattern[str], Mapping[str, Any]], ...]
    rank_leads: frozenset[str]
    shared_ranks: re.Pattern[str]
    period_words: Mapping[str, PeriodWord]
    period_roles: PeriodRoles
    naming_units: tuple[tuple[re.Pattern[str], str, str], ...]
    implied: tuple[tuple[re.Pattern[str], str], ...]
    doing: re.Pattern[str]
    own_natures: re.Pattern[str]
    ahead: re.Pattern[str]
    done: re.Pattern[str]
    openings: re.Pattern[str]
    announces: re.Pattern[str]
    plan_titles: re.Pattern[str]
    signs: Signs
    heads: heads.HeadWords


def expand(pattern: str) -> str:
    """A table's pattern with ``<n>`` and ``<h>`` written out."""
    for macro, written in MACROS.items():
        pattern = pattern.replace(macro, written)
    return pattern


def compiled(table: str, entry: Mapping[str, Any]) -> re.Pattern[str]:
    """The pattern of an entry. Raises FaultsError where it is no regular expression."""
    try:
        return re.compile(expand(str(entry["pattern"])))
    except re.error as error:
        path = str(FOLDER / f"{table}.yml")
        raise FaultsError(
            [Fault(path, entry["line"], f"pattern that does not compile ({error})", "a pattern")]
        ) from error


def _rules(
    table: str,
    entries: tuple[Mapping[str, Any], ...],
    begins: re.Pattern[str],
    after: str = "",
    classes: tuple[str, ...] = (),
) -> Rules:
    patterns = []
    for entry in entries:
        if compiled(table, entry).groups:
            path = str(FOLDER / f"{table}.yml")
            raise FaultsError([Fault(path, entry["line"], "a capturing group", "(?:…) groups only")])
        patterns.append(expand(str(entry["pattern"])))
    parts = tuple(divided(patterns, classes, _MEMBERS)) if classes else (("", tuple(range(len(entries)))),)
    # each group stands empty behind its rule: so a rule is left at its first character, without its group being opened
    told = "|".join(f"{opening}(?:{'|'.join(f'(?:{patterns[n]})()' for n in rules)})" for opening, rules in parts)
    ordered = tuple(entries[n] for _, rules in parts for n in rules)
    return Rules(re.compile(f"{after}(?:{told})"), begins, ordered)


def alternation(words: Mapping[str, object] | tuple[str, ...]) -> str:
    """The words as one alternation, the longest first."""
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))


def _units() -> tuple[Mapping[str, Unit], str]:
    rows = read_rows("units", ("unit", "code", "kind", "factor", "not_before", "example"))
    units = {r["unit"]: Unit(r["unit"], r["code"], cast("Any", r["kind"]), Decimal(r["factor"])) for r in rows}
    parts = []
    for row in sorted(rows, key=lambda r: (-len(r["unit"]), r["unit"])):
        word = re.escape(row["unit"])
        if row["unit"][-1].isascii() and row["unit"][-1].isalpha():
            word += "(?![A-Za-z])"
        if row["not_before"] != "-":
            word += f"(?!{'|'.join(row['not_before'].split())})"
        parts.append(word)
    firsts = "".join(sorted({re.escape(row["unit"][0]) for row in rows}))
    return units, f"(?:(?=[{firsts}])(?:{'|'.join(parts)}))"


def _bounds() -> tuple[Mapping[str, str | None], Mapping[str, Bound]]:
    rows = read_rows("bounds", ("word", "side", "bound"))
    before = {r["word"]: None if r["bound"] == "-" else r["bound"] for r in rows if r["side"] == "before"}
    stops = {r["word"]: STOP for r in rows if r["side"] == "stop"}
    after = {r["word"]: cast("Bound", r["bound"]) for r in rows if r["side"] == "after"}
    return {**before, **stops}, after


def _period_words() -> Mapping[str, PeriodWord]:
    entries = read_entries("periods", ("id", "role", "value", "words", "examples", "counterexamples"))
    return {w: PeriodWord(w, e["role"], e["value"], e["id"]) for e in entries for w in e["words"]}


def load() -> Figures:
    """Read and check this subject's tables. Raises FaultsError with file and line for a malformed entry."""
    proof = ("id", "examples", "counterexamples", "pattern")
    units, unit_pattern = _units()
    leads, trails = _bounds()
    period_words = _period_words()
    natures = read_entries("natures", (*proof, "nature", "scope"))
    masks = read_entries("masks", (*proof, "reason"), ("unless",))
    return Figures(
        simplified=likes.simplified(),
        units=units,
        unit_pattern=unit_pattern,
        leads=leads,
        limits={word: cast("Bound", bound) for word, bound in leads.items() if bound not in (None, STOP)},
        trails=re.compile(rf"\s?(?:{alternation(trails)})"),
        trail_bounds=trails,
        changes={r["word"]: r["direction"] for r in read_rows("changes", ("word", "direction"))},
        bases=tuple((compiled("bases", e), e) for e in read_entries("bases", (*proof, "base"), ("direction", "reach"))),
        masks=_rules("masks", masks, openings(MASK_BEGINS, MASK_MARKS), _NO_MASK, _FIRSTS),
        natures=_rules("natures", tuple(e for e in natures if e["scope"] != "heading"), openings(NATURE_BEGINS)),
        headings=re.compile("|".join(compiled("natures", e).pattern for e in natures if e["scope"] == "heading")),
        ranks=tuple((compiled("ranks", e), e) for e in read_entries("ranks", (*proof, "value"), ("needs",))),
        rank_leads=frozenset(r["word"] for r in read_rows("rank_words", ("word",))),
        shared_ranks=_cue("shared-rank"),
        period_words=period_words,
        period_roles=PeriodRoles(tuple(sorted((w.word, w.role) for w in period_words.values()))),
        lookback=_cue("lookback"),
        naming_units=tuple((_cue(use), code, use) for use, code in _NAMING.items()),
        implied=tuple((_cue(use), use.removeprefix("implied-")) for use in ("implied-person", "implied-household")),
        doing=_cue("doing"),
        own_natures=_cue("own-nature"),
        ahead=_cue("ahead"),
        done=_cue("done"),
        openings=_cue("opening"),
        announces=_cue("announces"),
        plan_titles=_cue("plan-title"),
        signs=Signs(*(_cue(use) for use in _SIGNS)),
        heads=heads.load(),
    )


_NEVER = "(?!)"
"""What matches nothing: the pattern of a use that no rule has."""


def _cue(use: str) -> re.Pattern[str]:
    entries = read_entries("cues", ("id", "use", "pattern", "examples", "counterexamples"))
    patterns = [compiled("cues", e).pattern for e in entries if e["use"] == use]
    pattern = "|".join(patterns) if patterns else _NEVER
    return re.compile(guarded(pattern) if use in GUARDED_CUES else pattern)


def nature_of(entry: Mapping[str, Any]) -> Nature:
    """The nature that a rule of ``natures.yml`` gives."""
    return cast("Nature", entry["nature"])
