"""``explain``: every number of a text, and why it was read, rejected or left unread.

For people, a stretch of text is printed with its id and line, and under it what became of each number in it. With
``--json`` each number is an object on a line of its own:

- ``in``: ``sentence``, ``heading``, ``deck``, ``caption``, ``title``, ``subtitle``, what the parse set aside
  (``byline``, ``furniture``, ``date``, ``speaker``, ``markup``), or ``mark`` (a heading's or an item's own number);
  ``id``, ``section``: ids as in the record of ``extract``, empty where there is none; ``line``: from 1
- ``start``, ``end``, ``as_printed``: the words that were read or rejected as one; ``numerals``: a list of
  ``[start, end]`` for the numbers among them; all offsets are code points into the file
- ``verdict``: ``figure``, ``rejected`` or ``unread``; ``reason`` why it is no figure; ``table``, ``rule``: the entry of
  ``policy_digest/data`` that decided it; ``period``: what a date tells; ``note``: the rest in words; null where there
  is none
- ``figures``: a list, empty unless the verdict is ``figure``: ``id``, ``indicator``, ``name_zh``, ``kind``, ``number``,
  ``unit_mult``, ``unit_measure``, ``unit_zh``, ``obs_value``, ``value_max``, ``bound``, ``nature``, ``time_period``,
  ``period_source``, ``ref_area``, ``rule`` as in the record, and ``steps``: a list of ``field`` (``number``, ``unit``,
  ``bound``, ``table``, ``rank``, ``change``, ``nature``, ``period``, ``name``, ``place``), ``value``, ``note`` and
  ``rules`` (a list of ``table``, ``rule``, ``words``)
"""

import argparse
import json
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from policy_digest.cli.talk import Talk
from policy_digest.errors import Fault, FaultsError
from policy_digest.extract.accounts import Account
from policy_digest.extract.derive import Figure, Step, plain
from policy_digest.extract.evidence import Why
from policy_digest.extract.explain import explain
from policy_digest.model import Article, Observation
from policy_digest.parse import assign_slugs, parse
from policy_digest.pipeline import load_lexicon
from policy_digest.read import read_slugs, read_source, source_of

_SUFFIXES = (".txt", ".md")
_COPIED = (
    "kind", "number", "unit_mult", "unit_measure", "unit_zh", "obs_value", "value_max", "bound", "nature",
    "time_period", "period_source", "ref_area", "rule",
)  # fmt: skip
_WIDEST = 24
"""Columns that the numbers take at most; what is longer stands on a line of its own."""


def run_explain(options: argparse.Namespace, _talk: Talk) -> int:
    """Print an account of every number in the file or text. Raises FaultsError where that cannot be read."""
    words = load_lexicon()
    accounts = explain(parse_argument(options.text, options.limit), words)
    for line in (json_lines if options.json else lines)(accounts):
        print(line)
    return 0


def parse_argument(text: str, limit: int) -> Article:
    """The article of a file, with the slug that it is published under, or of the text itself."""
    path = Path(text)
    if not text or not (_exists(path) or text.lower().endswith(_SUFFIXES)):
        return parse(source_of(text), load_lexicon())
    if path.is_dir():
        raise FaultsError([Fault(text, 0, "a folder", "an article, .txt or .md, or a text")])
    article = parse(read_source(path, limit=limit), load_lexicon())
    return assign_slugs([article], read_slugs(path.parent))[0]


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a text that is no name of a file: too long, or with a NUL character
        return False


# ---------------------------------------------------------------- for people


def lines(accounts: Sequence[Account]) -> Iterator[str]:
    """The accounts as plain text, stretch by stretch, with a count at the end."""
    for spot, group in groupby(accounts, key=lambda account: account.spot):
        theirs = list(group)
        yield "  ".join(filter(None, (spot.id or spot.kind, f"line {spot.line}", _in_line(spot.text))))
        column = min(_WIDEST, max(_width(_in_line(account.as_printed)) for account in theirs))
        for account in theirs:
            yield from _told(account, column)
        yield ""
    yield _count(accounts)


def _told(account: Account, column: int) -> Iterator[str]:
    label, left = _in_line(account.as_printed), " " * (column + 4)
    entries = [_figure(figure) for figure in account.figures] or [[_no_figure(account)]]
    told = [line for entry in entries for line in entry]
    if _width(label) > column:
        yield f"  {label}"
    else:
        yield f"  {label}{' ' * (column - _width(label))}  {told.pop(0)}"
    yield from (left + line for line in told)


def _no_figure(account: Account) -> str:
    why, note = account.why, account.note
    rule = " ".join(filter(None, (why.table, why.rule))) if why else ""
    if account.reason == "date":
        rule = f"{rule or 'read as it is written'} → {account.period or 'no period'}"
    told = "; ".join(filter(None, (rule, note)))
    if account.verdict == "unread":
        return f"not read: {told}"
    return f"not a figure: {account.reason:<12}  {told}"


def _figure(figure: Figure) -> list[str]:
    told = figure.observation
    head = f"{told.indicator.name_zh} = {_value(told)}    {told.kind}, {told.nature}, {told.bound}"
    return [head, *(f"{step.field:<8}{_step(step)}" for step in figure.steps)]


def _value(told: Observation) -> str:
    if told.obs_value is None:
        return "no place told"
    value = plain(told.obs_value)
    if told.value_max is not None:
        value += f" to {plain(told.value_max)}"
    return f"{value} {told.unit_measure}"


def _step(step: Step) -> str:
    words = (f"{why.words} ({_rule(why)})".removesuffix(" ()") for why in step.whys if why.words)
    rules = ", ".join(_rule(why) for why in step.whys if not why.words)
    told = ", ".join(filter(None, (step.note, *words)))
    told = f"{told} ({rules})" if told and rules else told or rules
    return f"{step.value}: {told}" if told else step.value


def _rule(why: Why) -> str:
    return f"{why.table} {why.rule}".strip()


def _count(accounts: Sequence[Account]) -> str:
    figures, rejected, unread = (
        [account for account in accounts if account.verdict == verdict] for verdict in ("figure", "rejected", "unread")
    )
    told = sum(len(account.figures) for account in figures)
    shared = "" if told == len(figures) else f" ({told} observations, several of one number)"
    titles = sum(account.spot.kind != "sentence" for account in unread)
    outside = f" ({titles} of them in titles, headings and captions)" if titles else ""
    read = f"{_so_many(len(figures), 'figure')}{shared}, {len(rejected)} rejected, {len(unread)} unread{outside}"
    return f"{_so_many(len(accounts), 'number')}: {read}"


def _so_many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _in_line(text: str) -> str:
    return " ".join(text.split())


def _width(text: str) -> int:
    """How many columns ``text`` takes at a terminal: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


# ---------------------------------------------------------------- for programs


def json_lines(accounts: Sequence[Account]) -> Iterator[str]:
    """The accounts as JSON, one a line."""
    for account in accounts:
        yield json.dumps(_object(account), ensure_ascii=False)


def _object(account: Account) -> dict[str, object]:
    why = account.why
    return {
        "in": account.spot.kind,
        "id": account.spot.id,
        "section": account.spot.section,
        "line": account.line,
        "start": account.start,
        "end": account.end,
        "as_printed": account.as_printed,
        "numerals": account.numerals,
        "verdict": account.verdict,
        "reason": account.reason or None,
        "table": (why.table or None) if why else None,
        "rule": (why.rule or None) if why else None,
        "period": account.period,
        "note": account.note or None,
        "figures": [_figure_object(figure) for figure in account.figures],
    }


def _figure_object(figure: Figure) -> dict[str, object]:
    told = figure.observation
    copied = {name: getattr(told, name) for name in _COPIED}
    for name in ("number", "obs_value", "value_max"):
        copied[name] = None if copied[name] is None else plain(copied[name])
    steps = [
        {
            "field": step.field,
            "value": step.value,
            "note": step.note,
            "rules": [{"table": why.table, "rule": why.rule, "words": why.words} for why in step.whys],
        }
        for step in figure.steps
    ]
    return {"id": told.id, "indicator": told.indicator.id, "name_zh": told.indicator.name_zh, **copied, "steps": steps}
