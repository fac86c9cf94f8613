"""The gettext catalogues as they stand on disk: ``i18n/en/<slug>.po`` for articles, ``ui.po`` for the interface.

The status of an English text is derived from ``fuzzy``, ``#|`` and the comment ``# reviewer:`` alone, because those
survive Poedit, Weblate and msgmerge.
"""

import re
from collections.abc import Iterable
from pathlib import Path

import polib

from policy_digest.errors import Fault, FaultsError
from policy_digest.model import ROLES, Status, Text, Translations

INTERFACE = "ui"
COMMENT_KEYS = ("origin", "reviewer", "reviewed", "model", "date", "prompt", "note")
COMMENT = re.compile(r"([A-Za-z][\w-]*):(?:\s|$)")
SYNTAX_LINE = re.compile(r"line (\d+)")
# A line of a PO file: a comment, nothing, or a string with its keyword (polib lets an open quotation mark pass).
LINE = re.compile(r'\s*(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s*)?"(?:[^"\\]|\\.)*"\s*)?')
PLACEHOLDER = re.compile(r"\{\w*\}")

Entries = dict[tuple[str, str], Text]


def read_translations(folder: Path) -> Translations:
    """Read all catalogues of ``folder/en`` (of ``folder`` itself, if it has no ``en``); none where there is no folder.

    Raises FaultsError with every fault of every file: bad syntax or encoding, an entry given twice, an unknown context,
    an unknown ``# key:``, a placeholder of the interface that its English lacks.
    """
    folder = folder / "en" if (folder / "en").is_dir() else folder
    faults: list[Fault] = []
    by_slug: dict[str, Entries] = {}
    interface: dict[str, str] = {}
    for path in sorted(folder.glob("*.po")):
        entries = _current(path, faults)
        if path.stem == INTERFACE:
            interface = _interface(path, entries, faults)
        else:
            by_slug[path.stem] = _article(path, entries, faults)
    if faults:
        raise FaultsError(faults)
    return Translations(by_slug, interface)


def _current(path: Path, faults: list[Fault]) -> list[polib.POEntry]:
    """Return the entries that are not obsolete; add faults where the file cannot be read or has an entry twice."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        faults.append(Fault(str(path), 0, f"byte {error.start} that is no UTF-8", "a PO file in UTF-8"))
        return []
    wrong = [number for number, line in enumerate(text.splitlines(), 1) if not LINE.fullmatch(line)]
    try:
        catalogue = polib.pofile(text, wrapwidth=0) if text and not wrong else polib.POFile()
    except OSError as error:
        line = SYNTAX_LINE.search(str(error))
        wrong.append(int(line[1]) if line else 0)
        catalogue = polib.POFile()
    faults.extend(Fault(str(path), number, "a syntax error", "a PO file that msgfmt accepts") for number in wrong)
    entries = [entry for entry in catalogue if not entry.obsolete]
    faults.extend(_twice(path, entries))
    return entries


def _twice(path: Path, entries: Iterable[polib.POEntry]) -> list[Fault]:
    first: dict[tuple[str | None, str], int] = {}
    faults: list[Fault] = []
    for entry in entries:
        key, line = (entry.msgctxt, entry.msgid), entry.linenum or 0
        if key in first:
            found = f"'{entry.msgid}' again (first in line {first[key]})"
            faults.append(Fault(str(path), line, found, "each msgctxt and msgid once"))
        first.setdefault(key, line)
    return faults


def _article(path: Path, entries: Iterable[polib.POEntry], faults: list[Fault]) -> Entries:
    texts: Entries = {}
    for entry in entries:
        faults.extend(_entry_faults(path, entry))
        texts[entry.msgctxt or "", entry.msgid] = Text(entry.msgid, entry.msgstr or None, status(entry))
    return texts


def _entry_faults(path: Path, entry: polib.POEntry) -> list[Fault]:
    line = entry.linenum or 0
    unknown = [key for key in comments(entry) if key not in COMMENT_KEYS]
    faults = [Fault(str(path), line, f"comment key '{key}'", "one of " + ", ".join(COMMENT_KEYS)) for key in unknown]
    if entry.msgctxt not in ROLES:
        context = f"msgctxt '{entry.msgctxt}'" if entry.msgctxt else "no msgctxt"
        faults.append(Fault(str(path), line, context, "one of " + ", ".join(ROLES)))
    return faults


def comments(entry: polib.POEntry) -> dict[str, str]:
    """Return the ``# key: value`` comments of an entry, keys in lower case; other lines are free comments."""
    lines = (line.strip() for line in entry.tcomment.splitlines())
    return {match[1].lower(): line[match.end() :].strip() for line in lines if (match := COMMENT.match(line))}


def status(entry: polib.POEntry) -> Status:
    """Say what an entry's English is, by the table of DESIGN.md §4."""
    if not entry.msgstr:
        return "missing"
    if entry.fuzzy:
        return "earlier" if entry.previous_msgid else "machine"
    return "reviewed" if comments(entry).get("reviewer") else "project"


def _interface(path: Path, entries: Iterable[polib.POEntry], faults: list[Fault]) -> dict[str, str]:
    words: dict[str, str] = {}
    for entry in entries:
        if not entry.msgstr or entry.fuzzy:
            continue
        wanted, found = (sorted(PLACEHOLDER.findall(text)) for text in (entry.msgid, entry.msgstr))
        if wanted != found:
            expected = f"{wanted} as in '{entry.msgid}'"
            faults.append(Fault(str(path), entry.linenum or 0, f"placeholders {found}", expected))
        words[entry.msgid] = entry.msgstr
    return words
