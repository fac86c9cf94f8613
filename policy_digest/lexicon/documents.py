"""What the lexicon knows of documents: short official wordings with their citation."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

from policy_digest.errors import Fault, FaultsError
from policy_digest.lexicon import likes, tables
from policy_digest.model import Checked, KnownWording

_KEYS = ("id", "wording", "document_zh", "document_en", "year", "url", "checked", "examples", "counterexamples")
_MOST_OF = 0.5
_NO_WORD = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Documents:
    """The wordings, as they are compared (``folded``), and by the pairs of characters in them.

    ``telling`` matches the verbs behind which a text tells the words of another.
    """

    wordings: tuple[KnownWording, ...]
    folded: tuple[str, ...]
    characters: tuple[frozenset[str], ...]
    pairs: Mapping[str, tuple[int, ...]] = field(hash=False)
    telling: re.Pattern[str]
    simplified: likes.Likes = field(hash=False)

    def may_be_in(self, text: str) -> bool:
        """Whether ``text`` has most of the characters of a wording: what has not is not close to any."""
        seen = set(self.simplified.read(text))
        return any(len(known & seen) >= _MOST_OF * len(known) for known in self.characters)

    def fold(self, words: str) -> str:
        """``words`` in simplified characters without punctuation and white space."""
        return _NO_WORD.sub("", self.simplified.read(words))


def load(*, folder: Path = tables.FOLDER) -> Documents:
    """Read and check this subject's tables. Raises FaultsError with file and line for a malformed entry."""
    entries = tables.read_entries("documents", _KEYS, folder=folder)
    faults = [fault for entry in entries for fault in _faults(str(folder / "documents.yml"), entry)]
    faults += _repeated(str(folder / "documents.yml"), entries)
    if faults:
        raise FaultsError(faults)
    wordings = tuple(KnownWording(*(entry[key] for key in _KEYS[:7])) for entry in entries)
    folded = tuple(_NO_WORD.sub("", wording.wording) for wording in wordings)
    pairs: dict[str, list[int]] = defaultdict(list)
    for number, words in enumerate(folded):
        for pair in dict.fromkeys(words[at : at + 2] for at in range(len(words) - 1)):
            pairs[pair].append(number)
    telling = [row["word"] for row in tables.read_rows("telling_words", ("word", "example"), folder=folder)]
    pattern = "|".join(sorted(telling, key=lambda word: (-len(word), word)))
    found = {pair: tuple(numbers) for pair, numbers in pairs.items()}
    characters = tuple(frozenset(words) for words in folded)
    return Documents(wordings, folded, characters, found, re.compile(f"(?:{pattern})[，,：:]"), likes.simplified())


def _faults(path: str, entry: Mapping[str, Any]) -> Iterator[Fault]:
    line = entry["line"]
    for key in ("id", "wording", "document_zh", "document_en"):
        if not isinstance(entry[key], str) or not entry[key]:
            yield Fault(path, line, f"{key} '{entry[key]}'", "words")
    if not isinstance(entry["year"], int):
        yield Fault(path, line, f"year '{entry['year']}'", "a year such as 2024")
    if entry["url"] is not None and not str(entry["url"]).startswith("https://"):
        yield Fault(path, line, f"url '{entry['url']}'", "an address that begins with https://, or null")
    if entry["checked"] not in get_args(Checked):
        yield Fault(path, line, f"checked '{entry['checked']}'", f"one of {', '.join(get_args(Checked))}")


def _repeated(path: str, entries: tuple[Mapping[str, Any], ...]) -> Iterator[Fault]:
    seen: set[str] = set()
    for entry in entries:
        if entry["id"] in seen:
            yield Fault(path, entry["line"], f"id '{entry['id']}' again", "an id of its own")
        seen.add(str(entry["id"]))
