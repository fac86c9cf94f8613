"""What the lexicon knows of indicators' names: the catalogue, and the words at a name's edges."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from pathlib import Path
from typing import Any

from policy_digest.errors import Fault, FaultsError
from policy_digest.lexicon.tables import FOLDER, read_entries, read_rows
from policy_digest.lexicon.tokens import Token, sizes_of

ROLES = ("act", "both", "bound", "cut", "drop", "edge", "end", "front", "light", "noun")
HEADS = ("head", "measure", "owner", "person", "thing")
TOPICS = (
    "agriculture", "business", "consumption", "culture", "economy", "education", "employment", "energy", "environment",
    "finance", "fiscal", "governance", "health", "housing", "income", "industry", "investment", "party", "population",
    "safety", "security", "technology", "trade", "transport",
)  # fmt: skip
_OPTION = re.compile(r"\[([^\[\]<>]*)\]|<([^\[\]<>]*)>")
_IDLE = re.compile(r"[\s“”‘’\"'「」『』《》的]|[(（][^()（）]*[)）]")
_AREAS, _LENGTHS = ("mu", "ha", "m2", "km2", "other:km2"), ("km", "m")
_UNITS = {"面积": _AREAS, "里程": _LENGTHS, "长度": _LENGTHS}
_UNCOUNTED = ("CNY", "USD", "percent", "percentage_point", *_AREAS, *_LENGTHS)
_COUNTS = (
    "户数", "人数", "次数", "件数", "起数", "套数", "电梯数", "人次", "家次", "场次", "批次", "产量",
    "出栏量", "存栏量",
)  # fmt: skip
_VERBAL = ("act", "both", "drop", "light")
_MEETING = "会"
"""What a verb is followed by that ends a phrase, where both are one noun (新闻发布会); elsewhere 会 is modal."""

_PLACES = frozenset("区点园带站库馆所队员者机器车费金款厅厂场院楼网卡证册棚塔箱屏栏亭班课奖室柜仪枪灯")
"""What a verb makes a noun of: a place, a person, a thing."""
_SUFFIXES = (
    "数", "额", "量", "面积", "里程", "长度", "产量", "数量", "总数", "个数", "户数", "人数", "人次", "场次", "次数",
    "套数", "张数", "村数", "家次", "剂次", "册次", "批次", "笔数", "起数",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """A standard indicator: ``weight`` (0–9) orders the headline; ``unit_measure`` is None where it varies.

    ``of_deed``: how much it is depends on what a text says was done, so that two texts hardly count the same.
    """

    id: str
    name_zh: str
    name_en: str
    wordings: tuple[str, ...]
    unit_measure: str | None
    topic: str
    weight: int
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]
    of_deed: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """The catalogue and the words that begin, end and stand inside a name.

    ``roles``: word → ``act`` (a verb kept in a name), ``both`` (a verb or a noun), ``drop`` (a verb left out), ``cut``
    (a preposition, adverb or bound), ``edge`` (the same, at a phrase's beginning only), ``bound`` (at both edges),
    ``end`` (ends a counted noun), ``front`` (stands before a name), ``light`` (``both``, but never a name's verb),
    ``noun``. ``sizes``: how long the words are that begin with one or two characters, the longest first. ``heads``
    say nothing alone (产量); ``measures`` end a full name; ``owners`` are parts of the economy; ``things`` and
    ``persons`` end the name of what is counted by itself (中学, 教师, but not 公办). ``provinces``: their full names.
    """

    entries: tuple[Entry, ...]
    by_wording: Mapping[str, tuple[Entry, ...]]
    roles: Mapping[str, str]
    sizes: Mapping[str, tuple[int, ...]]
    heads: frozenset[str]
    measures: tuple[str, ...]
    owners: tuple[str, ...]
    things: tuple[str, ...]
    persons: tuple[str, ...]
    provinces: frozenset[str] = frozenset()

    def tokens(self, text: str) -> tuple[Token, ...]:
        """The lexicon's words in ``text``, longest first from the left, without overlaps."""
        return _tokens(self, text)

    def first(self, text: str) -> Token | None:
        """The first of the lexicon's words in ``text``."""
        return next(self.scan(text), None)

    def scan(self, text: str) -> Iterator[Token]:
        """The lexicon's words in ``text``, one after another."""
        roles, sizes, at, last = self.roles, self.sizes, 0, len(text)
        while at < last:
            end = at + 1
            for size in sizes.get(text[at : at + 2]) or sizes.get(text[at], ()):
                word = text[at : at + size]
                if role := roles.get(word):
                    end = at + len(word)
                    if role in _VERBAL and end > at + 1 and self._is_compound(text, end):
                        end, role = end + 1, "noun"
                    yield Token(at, end, text[at:end], role)
                    break
            at = end

    def opening(self, text: str) -> Token | None:
        """The word that begins ``text``: its verb, where a wording of the catalogue begins with one (硬化道路)."""
        first = self.first(text)
        if first is None or first.start:
            return None
        verb = next((text[:size] for size in (3, 2) if self.roles.get(text[:size]) in ("act", "both")), "")
        if verb and len(verb) < first.end and first.word in self.by_wording:
            return Token(0, len(verb), verb, self.roles[verb])
        return first

    def _is_compound(self, text: str, end: int) -> bool:
        """Whether the verb before ``end`` of ``text`` and the character behind it are one noun (集聚区, 调解室)."""
        if text[end:] == _MEETING:
            return True
        if text[end : end + 1] not in _PLACES or any(text[end : end + size] in self.roles for size in (2, 3, 4)):
            return False
        return end + 1 == len(text) or any(text[end + 1 : end + 1 + size] in self.roles for size in (2, 3, 4))

    def is_measure(self, word: str) -> bool:
        """Whether ``word`` is an indicator told in money or per cent, which no classifier counts (人均纯收入)."""
        return any(entry.unit_measure in ("CNY", "percent") for entry in self.by_wording.get(word, ()))

    def find(self, name: str, unit_measure: str | None = None) -> Entry | None:
        """The indicator in that unit that ``name`` is a wording of; quotes, 的 and a final 数 do not matter."""
        key = wording_key(name)
        suffixes = [suffix for suffix in _SUFFIXES if key.endswith(suffix)] if key.endswith(_SUFFIXES) else ()
        for wording in (key, *map(key.removesuffix, suffixes)):
            for entry in self.by_wording.get(wording, ()):
                if unit_measure is None or _is_measured_in(entry, unit_measure):
                    return entry
        return None


@lru_cache(maxsize=16)
def _tokens(names: Names, text: str) -> tuple[Token, ...]:
    """The words of the phrase at hand, which several steps read one after another."""
    return tuple(names.scan(text))


def _is_measured_in(entry: Entry, unit_measure: str) -> bool:
    """Whether a figure in that unit can be the indicator (拆违 in square metres is an area, in places a count)."""
    if entry.unit_measure is not None:
        return entry.unit_measure == unit_measure
    for ending, units in _UNITS.items():
        if entry.name_zh.endswith(ending):
            return unit_measure in units
    return unit_measure not in _UNCOUNTED or not entry.name_zh.endswith(_COUNTS)


def wording_key(name: str) -> str:
    """``name`` without what never tells two indicators apart: white space, quotes, brackets with their words, 的."""
    return name if name.isalnum() and "的" not in name else _IDLE.sub("", name)


def expand(wording: str) -> tuple[str, ...]:
    """All the wordings that ``wording`` stands for: ``[a|b]`` may be left out, ``<a|b>`` must be one of its parts."""
    parts: list[tuple[str, ...]] = []
    last = 0
    for match in _OPTION.finditer(wording):
        parts.append((wording[last : match.start()],))
        parts.append(("", *match[1].split("|")) if match[1] is not None else tuple(match[2].split("|")))
        last = match.end()
    parts.append((wording[last:],))
    return tuple("".join(choice) for choice in product(*parts))


def load(folder: Path = FOLDER) -> Names:
    """Read and check this subject's tables. Raises FaultsError with file and line for a malformed entry."""
    faults: list[Fault] = []
    entries = _read_catalogue(folder, faults)
    roles = _read_roles(folder, faults)
    heads = _read_heads(folder, faults)
    by_wording = _index(entries, str(folder / "catalogue.yml"), faults)
    if faults:
        raise FaultsError(faults)
    for wording in (*by_wording, *heads[0], *heads[1]):
        if len(wording) >= 2 and (wording not in by_wording or not _opens_with_verb(wording, roles, by_wording)):
            roles.setdefault(wording, "noun")
    for row in read_rows("bounds", ("word", "side", "bound"), folder=folder):
        if row["side"] == "before" and row["bound"] != "-":
            roles.setdefault(row["word"], "bound")
    provinces = frozenset(row["name"] for row in read_rows("provinces", ("name", "short"), folder=folder))
    return Names(entries, by_wording, roles, sizes_of(roles), *heads, provinces)


def _opens_with_verb(wording: str, roles: Mapping[str, str], known: Container[str]) -> bool:
    """Whether ``wording`` is a verb and what it is done to (新增就业; 建设公租房, since 公租房 is known)."""
    opened = ((roles.get(wording[:size]), wording[size:]) for size in range(1, len(wording)))
    return any(role in ("act", "drop", "cut") or (role in ("both", "light") and rest in known) for role, rest in opened)


def _read_catalogue(folder: Path, faults: list[Fault]) -> tuple[Entry, ...]:
    path = str(folder / "catalogue.yml")
    rows = read_entries(
        "catalogue",
        ("id", "name_zh", "name_en", "unit_measure", "topic", "weight", "examples"),
        ("wordings", "counterexamples", "of_deed"),
        folder=folder,
    )
    seen: set[str] = set()
    for row in rows:
        faults.extend(_entry_faults(path, row, seen))
        seen.add(str(row["id"]))
    return tuple(_entry(row) for row in rows)


def _entry_faults(path: str, row: Mapping[str, Any], seen: Iterable[str]) -> list[Fault]:
    checks = (
        (bool(re.fullmatch(r"[a-z][a-z0-9_]*", str(row["id"]))), f"id '{row['id']}'", "an id in snake_case"),
        (row["id"] not in seen, f"id '{row['id']}' twice", "each id once"),
        (row["topic"] in TOPICS, f"topic '{row['topic']}'", ", ".join(TOPICS)),
        (row["weight"] in range(10), f"weight {row['weight']}", "0 to 9"),
        (bool(row["examples"]), "no examples", "at least one example"),
    )
    return [Fault(path, row["line"], found, expected) for right, found, expected in checks if not right]


def _entry(row: Mapping[str, Any]) -> Entry:
    return Entry(
        id=str(row["id"]),
        name_zh=row["name_zh"],
        name_en=row["name_en"],
        wordings=tuple(dict.fromkeys(w for given in (row["name_zh"], *row.get("wordings", ())) for w in expand(given))),
        unit_measure=row["unit_measure"],
        topic=row["topic"],
        weight=row["weight"],
        examples=tuple(row["examples"]),
        counterexamples=tuple(row.get("counterexamples", ())),
        of_deed=bool(row.get("of_deed")),
    )


def _index(entries: Iterable[Entry], path: str, faults: list[Fault]) -> dict[str, tuple[Entry, ...]]:
    index: dict[str, tuple[Entry, ...]] = {}
    for entry in entries:
        for key in dict.fromkeys(wording_key(wording) for wording in entry.wordings):
            clash = [other.id for other in index.get(key, ()) if other.unit_measure == entry.unit_measure]
            faults.extend(
                Fault(path, 0, f"'{key}' in {entry.id} and {other}", "a wording of one entry") for other in clash
            )
            index[key] = (*index.get(key, ()), entry)
    return index


def _read_roles(folder: Path, faults: list[Fault]) -> dict[str, str]:
    path = str(folder / "name_words.tsv")
    roles: dict[str, str] = {}
    for row in read_rows("name_words", ("word", "role"), folder=folder):
        if row["role"] not in ROLES:
            faults.append(Fault(path, int(row["line"]), f"role '{row['role']}'", ", ".join(ROLES)))
        roles[row["word"]] = row["role"]
    return roles


def _read_heads(
    folder: Path, faults: list[Fault]
) -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    path = str(folder / "name_heads.tsv")
    rows = read_rows("name_heads", ("word", "role", "ends"), folder=folder)
    faults.extend(
        Fault(path, int(row["line"]), f"'{row['role']}', '{row['ends']}'", f"{', '.join(HEADS)}; yes, no")
        for row in rows
        if row["role"] not in HEADS or row["ends"] not in ("yes", "no")
    )
    return (
        frozenset(row["word"] for row in rows if row["role"] == "head"),
        tuple(row["word"] for row in rows if row["ends"] == "yes"),
        tuple(row["word"] for row in rows if row["role"] == "owner"),
        tuple(row["word"] for row in rows if row["role"] == "thing"),
        tuple(row["word"] for row in rows if row["role"] == "person"),
    )
