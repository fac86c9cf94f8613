"""The words from which the English of a name is composed (``words_en.tsv``), and how a name is cut into them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Literal, get_args

from policy_digest.errors import Fault, FaultsError
from policy_digest.lexicon.tables import FOLDER, read_rows

Role = Literal["noun", "verb", "act", "adj", "measure", "count", "per", "link", "join", "drop", "behind"]
NONE = "-"
_THING = re.compile(r"\{([ptxy])\}")
_TIME = r"(?:(?:十[一二三四五]五时期|\d{4}年度?|(?:过去|近)[一二三四五]年)[和及、与]?)+"


@dataclass(frozen=True, slots=True)
class Word:
    """An entry: ``en`` is how it reads inside a name, ``other`` as its role needs it.

    noun: the plural, empty for one without; ``head`` is how it stands alone, where before a noun it is another word
    (industrial growth, growth of industry). verb: the past participle (``base`` is the infinitive). act: the same word
    as ``base`` with its preposition. measure: the preposition before what is measured, empty for a word that stands
    behind it. count: the noun for a name that holds none.
    """

    zh: str
    role: Role
    en: str
    other: str = ""
    base: str = ""
    head: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """The table by Chinese word; ``longest`` is the length of the longest.

    ``forms`` are clauses of headings that are said in a form of their own, the longest first, with their English.
    """

    table: Mapping[str, Word] = field(hash=False)
    longest: int
    forms: tuple[tuple[re.Pattern[str], str], ...] = ()

    def cut(self, text: str) -> tuple[Word | str, ...]:
        """``text`` as the words of the table, what lies between them as it stands: most characters in fewest words."""
        # best[at]: characters of text[at:] outside any word, number of pieces, the first piece's end
        best: list[tuple[int, int, int]] = [(0, 0, len(text))] * (len(text) + 1)
        for at in range(len(text) - 1, -1, -1):
            rest = best[at + 1]
            is_joined = rest[2] > at + 1 and text[at + 1 : rest[2]] not in self.table
            best[at] = (rest[0] + 1, rest[1] + (0 if is_joined else 1), rest[2] if is_joined else at + 1)
            for end in range(at + 1, min(at + self.longest, len(text)) + 1):
                if text[at:end] in self.table:
                    score = best[end][0], best[end][1] + 1, end
                    if score[:2] <= best[at][:2]:
                        best[at] = score
        pieces: list[Word | str] = []
        at = 0
        while at < len(text):
            end = best[at][2]
            pieces.append(self.table.get(text[at:end]) or text[at:end])
            at = end
        return tuple(pieces)


def load(*, folder: Path = FOLDER, terms: Mapping[str, str] = MappingProxyType({})) -> Words:
    """Read and check this subject's table. Raises FaultsError with file and line for a malformed entry.

    ``terms`` (Chinese, English) that the table does not hold are nouns without a plural, save those that are composed
    of its words and end in what is done (老旧小区改造), since names say it otherwise.
    """
    rows = read_rows("words_en", ("zh", "role", "en", "other"), folder=folder)
    path = folder / "words_en.tsv"
    faults = [
        Fault(str(path), int(row["line"]), f"role '{row['role']}'", "one of " + ", ".join(get_args(Role)))
        for row in rows
        if row["role"] not in get_args(Role)
    ]
    faults += [
        Fault(str(path), int(row["line"]), f"other '{row['other']}'", "the infinitive and the participle, with a comma")
        for row in rows
        if row["role"] == "verb" and row["other"].count(",") != 1
    ]
    if faults:
        raise FaultsError(faults)
    own = {row["zh"]: _word(row) for row in rows}
    words = Words(own, max(map(len, own), default=0))
    more = {zh: en for zh, en in terms.items() if zh not in own and not _is_deed(zh, words)}
    table = own | {zh: Word(zh, "noun", en, head=en) for zh, en in more.items()}
    return Words(table, max(map(len, table), default=0), _forms(folder))


def _forms(folder: Path) -> tuple[tuple[re.Pattern[str], str], ...]:
    """The clauses of headings that have a form, the longest first. Raises FaultsError for one that lacks a thing."""
    rows = read_rows("heading_forms_en", ("form", "en", "example"), folder=folder)
    path = folder / "heading_forms_en.tsv"
    faults = [
        Fault(
            str(path),
            int(row["line"]),
            f"things {_THING.findall(row['en'])}",
            f"{_THING.findall(row['form'])}, once each",
        )
        for row in rows
        if not _THING.search(row["form"]) or sorted(_THING.findall(row["form"])) != sorted(_THING.findall(row["en"]))
    ]
    if faults:
        raise FaultsError(faults)
    longest = sorted(rows, key=lambda row: (-len(row["form"]), row["form"]))
    return tuple((_form(row["form"]), row["en"]) for row in longest)


def _form(words: str) -> re.Pattern[str]:
    """A form as a pattern with a group for each thing; {t} is a time, all others are any words."""
    return re.compile(_THING.sub(lambda match: f"(?P<{match[1]}>{_TIME if match[1] == 't' else '.+?'})", words))


def _is_deed(zh: str, words: Words) -> bool:
    pieces = words.cut(zh)
    last = pieces[-1]
    is_known = all(isinstance(piece, Word) for piece in pieces)
    return is_known and len(pieces) > 1 and isinstance(last, Word) and last.role == "verb"


def _word(row: Mapping[str, str]) -> Word:
    role: Role = row["role"]  # type: ignore[assignment]  # checked against Role by load
    en = "" if row["en"] == NONE else row["en"]
    other = "" if row["other"] == NONE else row["other"]
    if role == "verb":
        base, _, participle = other.partition(",")
        return Word(row["zh"], role, en, participle.strip(), base.strip())
    if role == "noun":
        before, _, alone = en.partition(" | ")
        return Word(row["zh"], role, before, other, head=alone or before)
    return Word(row["zh"], role, en, other, other if role == "act" else "")
