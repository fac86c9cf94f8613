"""What the lexicon knows of people: posts, titles, surnames, and what may stand behind a name."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from policy_digest.errors import FaultsError
from policy_digest.lexicon import tables
from policy_digest.lexicon.wordlists import any_of, list_faults
from policy_digest.model import Standing

_RULES = (
    "official",
    "public",
    "private",
    "private-form",
    "firm",
    "after-name",
    "surname",
    "compound",
    "follows",
    "not-name",
    "no-given",
    "cut",
)
_STANDINGS: Mapping[str, Standing] = {"official": "official", "public": "public", "private": "private"}


@dataclass(frozen=True, slots=True)
class People:
    """Tables of this subject, compiled once.

    ``heads`` matches a post or title, ``standings`` says what its holder is; ``called`` matches how anybody is called;
    ``firms`` end the names of firms;
    ``after`` a title behind a name; ``follows`` what may follow a name; ``cut`` what a printed post does not
    reach over; ``english`` the English of posts.
    """

    heads: re.Pattern[str]
    standings: Mapping[str, Standing]
    called: re.Pattern[str]
    firms: tuple[str, ...]
    after: re.Pattern[str]
    surnames: frozenset[str]
    compounds: frozenset[str]
    follows: re.Pattern[str]
    not_names: frozenset[str]
    no_given: frozenset[str]
    cut: re.Pattern[str]
    english: Mapping[str, str]


def load(*, folder: Path = tables.FOLDER) -> People:
    """Read and check ``posts.yml``. Raises FaultsError with file and line for a malformed entry."""
    entries = tables.read_entries("posts", ("rule", "words", "examples", "counterexamples"), folder=folder)
    faults = [fault for entry in entries for fault in list_faults(str(folder / "posts.yml"), entry, _RULES)]
    if faults:
        raise FaultsError(faults)
    words = {rule: [w for entry in entries if entry["rule"] == rule for w in entry["words"]] for rule in _RULES}
    surnames = frozenset("".join(words["surname"]))
    surname = f"(?:{'|'.join(words['compound'])}|[{''.join(sorted(surnames))}])"
    return People(
        heads=any_of(word for rule in _STANDINGS for word in words[rule]),
        standings={word: standing for rule, standing in _STANDINGS.items() for word in words[rule]},
        called=re.compile("|".join(form.replace("{name}", surname) for form in words["private-form"])),
        firms=tuple(words["firm"]),
        after=any_of(words["after-name"]),
        surnames=surnames,
        compounds=frozenset(words["compound"]),
        follows=any_of(words["follows"]),
        not_names=frozenset(words["not-name"]),
        no_given=frozenset("".join(words["no-given"])),
        cut=any_of(words["cut"]),
        english={row["post"]: row["en"] for row in tables.read_rows("posts_en", ("post", "en"), folder=folder)},
    )
