"""The gettext catalogues as they stand on disk: ``i18n/en/<slug>.po`` for articles, ``ui.po`` for the interface.

The status of an English text is derived from ``fuzzy``, ``#|`` and the comment ``# reviewer:`` alone, because those
survive Poedit, Weblate and msgmerge.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import polib

from policy_digest import lexicon
from policy_digest.checks import faults_of, told
from policy_digest.errors import Fault, FaultsError
from policy_digest.model import Status, Text, Translations, Withheld, role_of

INTERFACE = "ui"
UNSAVED = ".unsaved.po"
"""How the file of answers ends that wait until their catalogue is whole: no catalogue, no slug has a full stop."""
COMMENT_KEYS = ("origin", "reviewer", "reviewed", "model", "date", "prompt", "note")
COMMENT = re.compile(r"([A-Za-z][\w-]*):(?:\s|$)")
SYNTAX_LINE = re.compile(r"line (\d+)")
# A line of a PO file: a comment, nothing, or a string with its keyword (polib lets an open quotation mark pass).
LINE = re.compile(r'\s*(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s*)?"(?:[^"\\]|\\.)*"\s*)?')
PLACEHOLDER = re.compile(r"\{\w*\}")

CONTEXTS = "the id of a sentence, bullet, commitment or programme, 'h-….heading', 'h-….deck' or a plain word as 'title'"

Key = tuple[str, str]


@dataclass(slots=True)
class _Catalogue:
    """What an article's PO file holds, as ``Translations`` has it."""

    texts: dict[Key, Text] = field(default_factory=dict)
    places: dict[Key, tuple[str, int]] = field(default_factory=dict)
    withheld: list[Withheld] = field(default_factory=list)


def read_translations(folder: Path, *, interface: Path | None = None) -> Translations:
    """Read all catalogues of ``folder/en`` (of ``folder`` itself, if it has no ``en``); none where there is no folder.

    The interface's words are read from the folder ``interface`` where ``folder`` has none.

    Raises FaultsError with every fault of every file: bad syntax or encoding, an entry given twice, an unknown context,
    an unknown ``# key:``, a placeholder of the interface that its English lacks, a translation that fails the checks
    (a fuzzy one is withheld instead: nobody has read it yet, and the page says that there is none).
    """
    faults: list[Fault] = []
    articles: dict[str, _Catalogue] = {}
    words: dict[str, str] = {}
    for path in _files(folder):
        entries = _current(path, _text(path, faults), faults)
        if path.stem == INTERFACE:
            words = _interface(path, entries, faults)
        else:
            articles[path.stem] = _article(path, entries, faults)
    if faults:
        raise FaultsError(faults)
    if interface is not None and not words:
        words = dict(read_translations(interface).interface)
    return _translations(articles, words)


def read_catalogues(folder: Path, *, is_to_merge: bool = True) -> Mapping[str, str]:
    """Return the text of each article's catalogue by slug, for a build to add to. Raises FaultsError.

    ``is_to_merge``: a line that is none of a PO file is a fault, too, as it would not come back as it was.
    """
    faults: list[Fault] = []
    texts = {path.stem: _text(path, faults) for path in _files(folder) if path.stem != INTERFACE}
    if is_to_merge:
        for path in _files(folder):
            faults += _syntax(path, _wrong_lines(texts.get(path.stem, "")))
    if faults:
        raise FaultsError(faults)
    return texts


def read_catalogue(folder: Path, slug: str) -> str | None:
    """Return the text of one article's catalogue as it stands now, None where there is none.

    Raises FaultsError where it is no PO file that could be written back without a loss.
    """
    path, faults = folder / "en" / f"{slug}.po", list[Fault]()
    text = _whole(path, faults) if path.is_file() else None
    if faults:
        raise FaultsError(faults)
    return text


def unsaved_path(folder: Path, slug: str) -> Path:
    """Where the answers for an article wait whose catalogue is broken."""
    return folder / "en" / f"{slug}{UNSAVED}"


def read_unsaved(folder: Path, faults: list[Fault]) -> Mapping[str, str]:
    """Return the text of each file of waiting answers by slug; ``faults`` gets those that are no PO files."""
    texts: dict[str, str] = {}
    for path in sorted((folder / "en").glob(f"*{UNSAVED}")):
        found: list[Fault] = []
        text = _whole(path, found)
        faults += found
        if not found:
            texts[path.name.removesuffix(UNSAVED)] = text
    return texts


def _whole(path: Path, faults: list[Fault]) -> str:
    """The text of a PO file whose every line is one of a PO file."""
    text = _text(path, faults)
    _current(path, text, faults)
    return text


def orphaned(folder: Path, slugs: Iterable[str]) -> tuple[Fault, ...]:
    """Tell of catalogues whose article is gone, or has another slug now."""
    paths = (folder / "en" / f"{slug}.po" for slug in sorted(slugs))
    return tuple(Fault(str(path), 0, "translations without their article", "an article of this slug") for path in paths)


def translations_of(catalogue: str, path: Path) -> Translations:
    """Return what an article's page shows of a catalogue's text. Raises FaultsError; ``path`` is where it would lie."""
    faults: list[Fault] = []
    article = _article(path, _current(path, catalogue, faults), faults)
    if faults:
        raise FaultsError(faults)
    return _translations({path.stem: article}, {})


def _translations(articles: Mapping[str, _Catalogue], words: Mapping[str, str]) -> Translations:
    return Translations(
        {slug: article.texts for slug, article in articles.items()},
        words,
        {slug: tuple(article.withheld) for slug, article in articles.items()},
        {slug: article.places for slug, article in articles.items()},
    )


def _files(folder: Path) -> list[Path]:
    folder = folder / "en" if (folder / "en").is_dir() else folder
    return sorted(path for path in folder.glob("*.po") if not path.name.endswith(UNSAVED))


def _text(path: Path, faults: list[Fault]) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        faults.append(Fault(str(path), 0, f"byte {error.start} that is no UTF-8", "a PO file in UTF-8"))
        return ""


def _current(path: Path, text: str, faults: list[Fault]) -> list[polib.POEntry]:
    """Return the entries that are not obsolete; add faults where the text is no PO file or has an entry twice."""
    wrong = _wrong_lines(text)
    try:
        catalogue = polib.pofile(text, wrapwidth=0) if text and not wrong else polib.POFile()
    except OSError as error:
        line = SYNTAX_LINE.search(str(error))
        wrong.append(int(line[1]) if line else 0)
        catalogue = polib.POFile()
    faults.extend(_syntax(path, wrong))
    entries = [entry for entry in catalogue if not entry.obsolete]
    faults.extend(_twice(path, entries))
    return entries


def _wrong_lines(text: str) -> list[int]:
    return [number for number, line in enumerate(text.splitlines(), 1) if not LINE.fullmatch(line)]


def _syntax(path: Path, lines: Iterable[int]) -> list[Fault]:
    return [Fault(str(path), number, "a syntax error", "a PO file that msgfmt accepts") for number in lines]


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


def _article(path: Path, entries: Iterable[polib.POEntry], faults: list[Fault]) -> _Catalogue:
    made = _Catalogue()
    for entry in entries:
        faults.extend(_entry_faults(path, entry))
        key = entry.msgctxt or "", entry.msgid
        wrong = objections(entry.msgid, entry.msgstr, is_draft=entry.fuzzy) if entry.msgstr else ()
        if wrong and entry.fuzzy:
            made.withheld.append(Withheld(*key, entry.msgstr, wrong))
        elif wrong:
            faults.append(_refused(path, entry, wrong))
        english = entry.msgstr if entry.msgstr and not wrong else None
        made.texts[key] = Text(entry.msgid, english, status(entry) if english else "missing")
        made.places[key] = str(path), entry.linenum or 0
    return made


def objections(zh: str, en: str, *, is_draft: bool = False) -> tuple[str, ...]:
    """What the checks have against a translation, each as it goes on from “a translation …”; none where all is well.

    ``is_draft``: nobody has read it yet, as an entry that is fuzzy.
    """
    return faults_of(zh, en, lexicon.load(), is_draft=is_draft)


def _refused(path: Path, entry: polib.POEntry, wrong: Sequence[str]) -> Fault:
    """Tell of a translation that fails the check; an entry that is fuzzy is only withheld."""
    expected = f"the figures, terms and names of '{entry.msgid}' and no others"
    return Fault(str(path), entry.linenum or 0, told(entry.msgstr, wrong), expected)


def _entry_faults(path: Path, entry: polib.POEntry) -> list[Fault]:
    line = entry.linenum or 0
    unknown = [key for key in comments(entry) if key not in COMMENT_KEYS]
    faults = [Fault(str(path), line, f"comment key '{key}'", "one of " + ", ".join(COMMENT_KEYS)) for key in unknown]
    if role_of(entry.msgctxt or "") is None:
        context = f"msgctxt '{entry.msgctxt}'" if entry.msgctxt else "no msgctxt"
        faults.append(Fault(str(path), line, context, CONTEXTS))
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
