"""Two figures of a translation that stand in each other's place are found by what is said of them."""

import pytest

from policy_digest import lexicon
from policy_digest.checks.reading import read_pair
from policy_digest.checks.swaps import swapped

GOOD = [
    ("小麦3000亩，玉米5000亩", "5,000 mu of maize and 3,000 mu of wheat"),
    ("小学新增学位900个，幼儿园新增学位540个", "Kindergarten places rose by 540 and primary school places by 900"),
    ("增长8%，达到12%", "It rose by 8% to 12%"),
    ("占比由41%提高到45%", "The share went up to 45%, from 41%"),
    ("城乡低保分别提高4%和7%", "Allowances in rural and urban areas rose by 7% and 4%, respectively"),
    ("由2016年的2.3%提高到2021年的3.1%", "It was 3.1% in 2021, up from 2.3% in 2016"),
    ("治理PM10和PM2.5", "Action on PM2.5 and PM10"),
    ("建设5G基站3座", "3 base stations for 5G"),
    ("工期为3至5个月", "The works take 3 to 5 months"),
]
SWAPPED = [
    ("小麦3000亩，玉米5000亩", "5,000 mu of wheat and 3,000 mu of maize", "5,000 and 3,000"),
    ("税收3亿元，增长5%", "Tax revenue came to CNY 5, up 300 million per cent", "5 and 300 million"),
    ("占比由41%提高到45%", "The share went up from 45% to 41%", "45 and 41"),
    ("医生28名、护士65名", "65 doctors and 28 nurses", "65 and 28"),
    ("城乡低保分别提高4%和7%", "Allowances in rural and urban areas rose by 4% and 7%, respectively", "4 and 7"),
    ("甲村和乙村分别增长5%和8%", "The two villages grew by 8% and 5% respectively", "8 and 5"),
    ("由2016年的2.3%提高到2021年的3.1%", "It rose from 2.3% in 2021 to 3.1% in 2016", "2021 and 2016"),
    ("约300户、近800人", "Nearly 300 people and about 800 households", "300 and 800"),
    ("第3届运动会设18个项目", "The 18th games had 3 events", "18 and 3"),
]


@pytest.mark.parametrize(("zh", "en"), GOOD, ids=[f"{zh} = {en}" for zh, en in GOOD])
def test_a_translation_may_tell_figures_in_an_order_of_its_own(zh: str, en: str) -> None:
    assert swapped(read_pair(zh, en, lexicon.load()), lexicon.load()) == ()


@pytest.mark.parametrize(("zh", "en", "found"), SWAPPED, ids=[f"{zh} ≠ {en}" for zh, en, _ in SWAPPED])
def test_figures_in_each_others_place_are_named(zh: str, en: str, found: str) -> None:
    assert swapped(read_pair(zh, en, lexicon.load()), lexicon.load()) == (f"{found} the wrong way round",)


def test_a_table_run_together_is_not_looked_at() -> None:
    zh = "、".join(f"{number}个" for number in range(2, 100))
    assert swapped(read_pair(zh, zh.replace("个", ""), lexicon.load()), lexicon.load()) == ()
