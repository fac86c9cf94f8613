"""A translation tells its figures in the same currency and unit, with their bounds."""

import pytest

from policy_digest import lexicon
from policy_digest.checks.manner import otherwise
from policy_digest.checks.reading import read_pair

WELL = [
    ("完成税收9.15亿元", "Tax revenue came to CNY 915 million"),
    ("完成税收9.15亿元", "915 million yuan of tax was collected"),
    ("完成税收9.15亿元", "Tax revenue: 915 million"),
    ("出口3亿美元", "Exports of $300 million"),
    ("增长5%", "Up 5 percent"),
    ("提高2个百分点", "Up 2 percentage points"),
    ("播种4.02万亩", "40,200 mu (2,680 ha) sown"),
    ("播种4.02万亩", "2,680 hectares sown"),
    ("播种4.02万亩", "2,680 more hectares sown"),
    ("产粮1000斤", "500 kg of grain"),
    ("产粮1000斤", "1,000 catties of grain"),
    ("产粮1.2万亿斤", "600 million tonnes of grain"),
    ("惠及300余户", "Over 300 households benefited"),
    ("惠及300余户", "300 or more households benefited"),
    ("增长8%左右", "Growth of around 8%"),
    ("超过40家", "The number of firms exceeded 40"),
    ("增长3%左右和5%左右", "Growth of around 3% and 5%"),
    ("已签约398户", "398 households have signed"),
    ("失业率在4.6%以内", "Unemployment no higher than 4.6%"),
    ("近40家", "Just under 40 firms"),
]
OTHERWISE = [
    ("完成税收9.15亿元", "Tax revenue came to $915 million", "9.15亿 in dollars"),
    ("完成税收9.15亿元", "915 million dollars of tax was collected", "9.15亿 in dollars"),
    ("出口3亿美元", "Exports of 300 million yuan", "3亿 in yuan"),
    ("增长5%", "Up 5 yuan", "5 in yuan"),
    ("播种4.02万亩", "40,200 acres sown", "4.02万 in acres"),
    ("播种4.02万亩", "2,680 acres sown", "4.02万 in acres"),
    ("播种4.02万亩", "40,200 mu (2,680 acres) sown", "4.02万 in acres"),
    ("播种4.02万亩", "40,200 hectares sown", "4.02万 in hectares"),
    ("播种4.02万亩", "2,680 mu sown", "4.02万 in mu"),
    ("产粮1.2万亿斤", "600 million kg of grain", "1.2万亿 in kilograms"),
    ("产粮1.2万亿斤", "600 billion tonnes of grain", "1.2万亿 in tonnes"),
    ("修路40公里", "40 miles of road", "40 in miles"),
    ("面积40平方米", "An area of 40 square kilometres", "40 in square kilometres"),
    ("超万亿斤", "Over 500 billion tonnes", "万亿 in tonnes"),
    ("减少一半以上", "Cut by 50%", "半 without its bound"),
    ("2012年增长4%", "Up 4% on 2012 yuan", "2012 in yuan"),
    ("惠及300余户", "300 households benefited", "300 without its bound"),
    ("增长8%左右", "Growth of 8%", "8 without its bound"),
    ("近40家", "40 firms", "40 without its bound"),
    ("近40家", "Over 40 firms", "40 as 'over'"),
    ("40户以上", "Under 40 households", "40 as 'under'"),
    ("减产超过65万吨、煤炭超过29万吨", "Over 650,000 tonnes, and of coal 290,000 tonnes", "29万 without its bound"),
]


@pytest.mark.parametrize(("zh", "en"), WELL, ids=[f"{zh} = {en}" for zh, en in WELL])
def test_a_figure_that_is_told_as_it_stands_is_well_told(zh: str, en: str) -> None:
    assert otherwise(read_pair(zh, en, lexicon.load())) == ()


@pytest.mark.parametrize(("zh", "en", "found"), OTHERWISE, ids=[f"{zh} ≠ {en}" for zh, en, _ in OTHERWISE])
def test_what_is_told_otherwise_is_named(zh: str, en: str, found: str) -> None:
    assert otherwise(read_pair(zh, en, lexicon.load())) == (found,)
