from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_digest.numerals import digit_pair, hanzi, split_scale

WRITTEN = [
    ("十", "10"),
    ("十二", "12"),
    ("二十", "20"),
    ("一百零五", "105"),
    ("二百三十", "230"),
    ("两千", "2000"),
    ("百", "100"),
    ("三千二百万", "32000000"),
    ("一亿二千万", "120000000"),
    ("二〇二四", "2024"),
    ("万亿", "1000000000000"),
    ("十万", "100000"),
    ("九百六十万", "9600000"),
    ("八十万亿", "80000000000000"),
]


@pytest.mark.parametrize(("text", "value"), WRITTEN, ids=[text for text, _ in WRITTEN])
def test_a_chinese_numeral_has_its_value(text: str, value: str) -> None:
    assert hanzi(text) == Decimal(value)


@pytest.mark.parametrize("text", ["百十千", "一二", "三三十"])
def test_an_ill_formed_numeral_has_none(text: str) -> None:
    assert hanzi(text) is None


def test_a_scale_is_split_from_the_numeral() -> None:
    assert [split_scale(t) for t in ("百万", "三十五万", "万", "二百")] == [
        ("百", "万"),
        ("三十五", "万"),
        ("一", "万"),
        ("二百", ""),
    ]


def test_two_neighbouring_digits_are_a_pair_of_bounds() -> None:
    assert [digit_pair(t) for t in ("五六", "七八十", "五九")] == [
        (Decimal(5), Decimal(6)),
        (Decimal(70), Decimal(80)),
        None,
    ]


DIGITS = "零一二三四五六七八九"


def written(number: int) -> str:
    """A number below ten thousand in Chinese digits."""
    text, gap = "", False
    for place, word in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, place)
        if digit:
            text += ("零" if gap and text else "") + DIGITS[digit] + word
            gap = False
        else:
            gap = True
    return text


@given(st.integers(1, 9999))
def test_every_number_below_ten_thousand_is_read_back(number: int) -> None:
    assert hanzi(written(number)) == number
