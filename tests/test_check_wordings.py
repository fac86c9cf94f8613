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


PLACES = [
    ("新疆维吾尔自治区的做法", "Xinjiang"),
    ("西藏自治区的做法", "Xizang"),
    ("西藏自治区的做法", "Tibet"),
    ("内蒙古自治区的做法", "Inner Mongolia"),
    ("宁夏回族自治区的做法", "Ningxia"),
    ("广西壮族自治区的做法", "Guangxi"),
    ("香港特别行政区的做法", "Hong Kong"),
    ("澳门特别行政区的做法", "Macao"),
    ("澳门特别行政区的做法", "Macau"),
    ("长阳土家族自治县的做法", "Changyang"),
    ("中国香港特别行政区的做法", "China’s Hong Kong"),
]


@pytest.mark.parametrize(("zh", "place"), PLACES, ids=[f"{zh} = {place}" for zh, place in PLACES])
def test_a_place_with_a_long_name_may_be_told_by_its_short_one(zh: str, place: str) -> None:
    words = lexicon.load()
    assert faults_of(zh, f"How {place} does it", words) == ()
    assert len(faults_of(zh, "How Inner Harbour does it", words)) == 1


def test_china_may_be_told_in_any_way() -> None:
    for en in ("How it is done in China", "The Chinese way", "How it is done in this country"):
        assert faults_of("中国的做法", en, lexicon.load()) == ()


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("通州区的做法", "How the district does it, as Haidian District does"),
        ("通州区的做法", "How the district does it, as Haidian district does"),
        ("通州区的做法", "How the district of Haidian does it"),
        ("通州区的做法", "How Haidian District does it. The district is praised"),
        ("通州区和海淀区的做法", "How the district does it"),
        ("通州区的做法", "How the county does it"),
        ("通州区的做法", "How the business district does it"),
        ("仪征市和安溪县的做法", "How an example city does it, Anxi"),
    ],
)
def test_the_kind_alone_does_not_name_a_place_among_others(zh: str, en: str) -> None:
    assert any(fault.startswith("without '") for fault in faults_of(zh, en, lexicon.load()))


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("通州区的做法", "How the district does it"),
        ("通州区的做法", "The District is praised"),
        ("通州区的做法", "How the district of that name does it"),
        ("通州区和安溪县的做法", "How the district and the county do it"),
        ("西藏自治区的做法", "How the autonomous region does it"),
        ("建好县城学校和县城道路", "Schools and roads in county seats were built"),
    ],
)
def test_the_kind_alone_names_the_one_place_of_its_kind(zh: str, en: str) -> None:
    assert faults_of(zh, en, lexicon.load()) == ()


def test_a_short_name_is_not_found_within_other_words() -> None:
    words = lexicon.load()
    found = [faults_of("易县的做法", f"How {place} does it", words) for place in ("Yi County", "Yi", "Yichang")]
    assert found == [(), (), ("without 'Yi County' for 易县",)]


CURRENCIES = [
    ("元", "{} yuan"),
    ("元", "CNY {}"),
    ("欧元", "{} euros"),
    ("欧元", "€{}"),
    ("欧元", "EUR {}"),
    ("英镑", "{} pounds sterling"),
    ("英镑", "{} pounds"),
    ("英镑", "£{}"),
    ("日元", "{} yen"),
    ("日元", "JPY {}"),
    ("港元", "{} Hong Kong dollars"),
    ("港币", "HK${}"),
    ("港元", "HKD {}"),
    ("美元", "US${}"),
    ("美元", "{} dollars"),
]


@pytest.mark.parametrize("currency", sorted({zh for zh, _ in CURRENCIES}))
def test_a_currency_is_told_as_itself_and_as_no_other(currency: str) -> None:
    words = lexicon.load()
    same = {"港币": "港元"}
    for zh, en in CURRENCIES:
        is_right = same.get(zh, zh) == same.get(currency, currency)
        found = faults_of(f"出口3亿{currency}", f"Exports of {en.format('300 million')}", words)
        assert (en, found == ()) == (en, is_right)


@pytest.mark.parametrize(
    ("zh", "good", "bad", "fault"),
    [
        ("占比提高3个百分点", "The share rose by 3 percentage points", "The share rose by 3 percent", "per cent"),
        ("占比提高3个百分点", "A 3-percentage-point rise in the share", "A 3 per cent rise in the share", "per cent"),
        ("占比提高3个百分点", "The share rose by 3pp", "The share rose by 3%", "per cent"),
        ("产量增长3%", "Output rose by 3 per cent", "Output rose by 3 percentage points", "percentage points"),
    ],
)
def test_per_cent_and_percentage_points_are_two_things(zh: str, good: str, bad: str, fault: str) -> None:
    words = lexicon.load()
    assert (faults_of(zh, good, words), faults_of(zh, bad, words)) == ((), (f"with 3 in {fault}",))
