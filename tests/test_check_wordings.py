"""Wordings that translations use and the checks allow, each beside the mistake that is next to it."""

import pytest

from policy_digest import lexicon
from policy_digest.checks import faults_of

TOLD = [
    ("新建4000余亩农田", "Over 4,000 mu (267 ha) of new fields", "Over 4,000 mu (400 ha) of new fields"),
    ("新建4000多亩农田", "More than 267 hectares of new fields", "More than 400 hectares of new fields"),
    ("收获5000余斤", "More than 2,500 kg was harvested", "More than 10,000 kg was harvested"),
    ("产粮3亿多斤", "Over 150 million kg of grain", "Over 600 million kg of grain"),
    ("产粮3亿多斤", "Over 150,000 tonnes of grain", "Over 15,000 tonnes of grain"),
    ("三十来亩地", "Some 2 hectares of land", "Some 20 hectares of land"),
    ("四十年来", "For four decades", "For five decades"),
    ("40年来", "For four decades", "For four years"),
    ("三十多年来", "For over three decades", "For over 3 years"),
    ("30多年来", "For over three full decades", "For over five decades"),
    ("投资3000万元", "CNY 30m was invested", "CNY 30bn was invested"),
    ("投资2000万至3000万元", "CNY 20m–30m was invested", "CNY 20m–30bn was invested"),
    ("投资30亿元", "An investment of 3bn yuan", "An investment of 3m yuan"),
    ("投资12亿元", "CNY 1.2bn was invested", "CNY 1.2 was invested"),
    ("惠及3000万人", "It helped 30m people", "It helped 30m"),
    ("铺设管道30米", "30m of pipe was laid", "CNY 30m of pipe was laid"),
    ("发电450亿千瓦时", "Power output of 45 TWh", "Power output of 45 GWh"),
    ("装机30万千瓦", "300 MW of capacity", "300 GW of capacity"),
    ("一刻钟便民生活圈", "15-minute community life circles", "20-minute community life circles"),
    ("新建绿地1.5万平方米", "1.5 hectares of new green space", "15 hectares of new green space"),
]


@pytest.mark.parametrize(("zh", "good", "bad"), TOLD, ids=[f"{zh} = {good}" for zh, good, _ in TOLD])
def test_a_figure_may_be_told_so_and_no_other_way(zh: str, good: str, bad: str) -> None:
    words = lexicon.load()
    assert (faults_of(zh, good, words), bool(faults_of(zh, bad, words))) == ((), True)
