from hypothesis import given
from hypothesis import strategies as st

from policy_digest import lexicon
from policy_digest.extract.folding import fold


def test_full_width_signs_and_traditional_characters_are_folded() -> None:
    assert fold("稅收３．５億元，增長９％", lexicon.load().figures.simplified) == "税收3.5亿元,增长9%"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_a_folded_text_is_as_long_as_the_text(text: str) -> None:
    assert len(fold(text, lexicon.load().figures.simplified)) == len(text)
