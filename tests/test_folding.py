import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_digest import lexicon
from policy_digest.extract.folding import as_printed
from policy_digest.lexicon.folding import fold


def test_full_width_signs_and_traditional_characters_are_folded() -> None:
    assert fold("稅收３．５億元，增長９％", lexicon.load().figures.simplified) == "税收3.5亿元,增长9%"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_a_folded_text_is_as_long_as_the_text(text: str) -> None:
    assert len(fold(text, lexicon.load().figures.simplified)) == len(text)


@pytest.mark.parametrize(
    ("words", "read", "printed", "told"),
    [
        ("“一张网”工作机制", "推行「一张网」工作机制", "推行「一張網」工作機制", "“一張網”工作機制"),
        ("产业园项目", "建设产业园项目", "建設產業園項目", "產業園項目"),
        ("“一张网”机制", "「一张网」和机制", "「一張網」和機制", "“一张网”机制"),
        ("产业园", "产业园", "产业园", "产业园"),
    ],
)
def test_words_read_in_simplified_characters_are_told_as_printed(
    words: str, read: str, printed: str, told: str
) -> None:
    assert as_printed(words, read, printed) == told
