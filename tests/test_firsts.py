"""What patterns begin with is read off them, and what is made by it matches as before."""

import re
from pathlib import Path

import pytest

from policy_digest.lexicon.firsts import divided, first_of, guarded
from policy_digest.lexicon.tables import read_entries

COMMITMENTS = read_entries("commitments", ("rule", "pattern", "examples", "counterexamples"))


@pytest.mark.parametrize(
    ("pattern", "first"),
    [
        ("公里|[年月]日", ("公", "[年月]")),
        ("(?:近|约)?\\d{1,9}天", ("近", "约", "\\d")),
        ("(?<![一-龥])(?:第\\s?)*[0-9]", ("第", "[0-9]")),
        ("^\\s*\\(|(?=年)a{0,2}b", ("\\s", "\\(", "a", "b")),
        ("(?:x|)y{2}z", ("x", "y")),
        ("[]a]+b", ("[]a]",)),
    ],
)
def test_what_a_match_of_a_pattern_may_begin_with_is_read_off_it(pattern: str, first: tuple[str, ...]) -> None:
    found = first_of(pattern)

    assert found == first


def test_patterns_are_divided_by_what_their_matches_may_begin_with() -> None:
    patterns = (r"\d天", "[一二]届", "d级", r"(?:近|约)?[\d一]岁", "“")

    found = dict(divided(patterns, (r"\d", "一二"), "0123456789一二"))

    assert found == {r"(?=[\d])": (0, 3), "(?=[一二])": (1, 3), r"(?=[^\d一二])": (2, 3, 4)}


@pytest.mark.parametrize("pattern", [str(entry["pattern"]) for entry in COMMITMENTS])
def test_a_guarded_pattern_matches_what_it_did(pattern: str) -> None:
    examples = "\n".join(text for entry in COMMITMENTS for text in (*entry["examples"], *entry["counterexamples"]))
    text = "\n".join((examples, *(seed.read_text(encoding="utf-8") for seed in sorted(Path("seeds").glob("*.txt")))))

    found = [match.span() for match in re.finditer(guarded(pattern), text)]

    assert found == [match.span() for match in re.finditer(pattern, text)]


@pytest.mark.parametrize("pattern", ["a?", ".b|c", "[^a]b", "[a-]b"])
def test_a_pattern_that_begins_with_nearly_anything_is_not_guarded(pattern: str) -> None:
    assert guarded(pattern) == pattern
