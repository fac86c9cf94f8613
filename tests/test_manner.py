"""A translation tells its figures in the same currency, with their bounds, and a list in the same order."""

import pytest

from policy_digest.read.manner import otherwise


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("完成税收9.15亿元", "Tax revenue came to CNY 915 million"),
        ("完成税收9.15亿元", "915 million yuan of tax was collected"),
        ("完成税收9.15亿元", "Tax revenue: 915 million"),
        ("出口3亿美元", "Exports of $300 million"),
        ("增长5%", "Up 5 percent"),
        ("播种4.02万亩", "40,200 mu (2,680 ha) sown"),
        ("播种4.02万亩", "2,680 hectares sown"),
        ("惠及300余户", "Over 300 households benefited"),
        ("惠及300余户", "300 or more households benefited"),
        ("增长8%左右", "Growth of around 8%"),
        ("超过40家", "The number of firms exceeded 40"),
        ("分别增长5%和8%", "Up 5% and 8%, respectively"),
        ("新增5家、8户", "Eight households and five firms"),
    ],
)
def test_a_figure_that_is_told_as_it_stands_is_well_told(zh: str, en: str) -> None:
    assert otherwise(zh, en) == ()


@pytest.mark.parametrize(
    ("zh", "en", "found"),
    [
        ("完成税收9.15亿元", "Tax revenue came to $915 million", "9.15亿 in dollars"),
        ("完成税收9.15亿元", "915 million dollars of tax was collected", "9.15亿 in dollars"),
        ("出口3亿美元", "Exports of 300 million yuan", "3亿 in yuan"),
        ("增长5%", "Up 5 yuan", "5 in yuan"),
        ("播种4.02万亩", "40,200 acres sown", "4.02万 in acres"),
        ("播种4.02万亩", "40,200 hectares sown", "4.02万 in hectares"),
        ("惠及300余户", "300 households benefited", "300 without its bound"),
        ("增长8%左右", "Growth of 8%", "8 without its bound"),
        ("近40家", "40 firms", "40 without its bound"),
        ("分别增长5%和8%", "Up 8% and 5%, respectively", "8 before 5"),
    ],
)
def test_what_is_told_otherwise_is_named(zh: str, en: str, found: str) -> None:
    assert otherwise(zh, en) == (found,)
