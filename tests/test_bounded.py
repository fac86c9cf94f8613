"""A bound told once for several values, and names listed as their figures are."""

from collections import Counter

import pytest

from tests.made_readings import told
from tests.told import record_of

BOUNDS = [
    ("花卉、竹编产业增加值占比分别超过3%、6%。", ["gt", "gt"]),
    ("自来水、卫生户厕普及率超过98%、85%。", ["gt", "gt"]),
    ("财政收入、支出分别突破3亿元和30亿元。", ["gt", "gt"]),
    ("企业数、员工数分别超过12家、300人。", ["gt", "gt"]),
    ("粮食、油料产量分别增长5%、8%以上。", ["ge", "ge"]),
    ("城乡居民收入分别增长5%和8%左右。", ["approx", "approx"]),
    ("粮食、油料产量增长5%、8%以上。", ["eq", "ge"]),
    ("就业人数、产值分别达到300人、2亿元以上。", ["eq", "ge"]),
    ("产业增加值占比分别超过3%、6%以内。", ["gt", "le"]),
    ("全县人口超过30万人、5个乡镇。", ["gt", "eq"]),
    ("产值超过3亿元，税收2000万元。", ["gt", "eq"]),
    ("教育普及率超过98%、85%。", ["gt", "eq"]),
]


@pytest.mark.parametrize(("text", "bounds"), BOUNDS, ids=[text for text, _ in BOUNDS])
def test_a_bound_told_once_holds_for_the_values_listed_with_it(text: str, bounds: list[str]) -> None:
    assert [bound for *_, bound in told(text)] == bounds


NAMES = [
    ("每千人床位数、医师数增至7张、3个。", ["每千人床位数", "每千人医师数"]),
    ("每千人托位、养老床位数分别达到4.7个、27.3张。", ["每千人托位数", "每千人养老床位数"]),
    ("每万人医生数、医院总数分别达到4人、12家。", ["每万人医生数", "医院总数"]),
    ("文化馆、图书馆增至12个、9个。", ["文化馆数", "图书馆数"]),
    ("文化馆、图书馆、博物馆增至12个、9个。", ["文化馆、图书馆、博物馆数"] * 2),
    ("每10万人刑事案件数下降36%。", ["每10万人刑事案件数增速"]),
    ("每5000人配备1个社区医院。", ["配备社区医院数"]),
    ("扣除房地产投资后，工业投资增长3%，茶叶产值增长5%。", ["扣除房地产投资后工业投资增速", "茶叶产值增速"]),
    ("扣除物价因素后，居民收入增长3%。", ["居民收入增速"]),
]


@pytest.mark.parametrize(("text", "names"), NAMES, ids=[text for text, _ in NAMES])
def test_each_value_has_the_name_that_stands_in_its_place(text: str, names: list[str]) -> None:
    assert [one.indicator.name_zh for one in record_of(text).observations] == names


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("完成投资3亿元，超年度计划28%。", "vs:年度计划"),
        ("税收完成8亿元，超过全年目标近5%。", "vs:全年目标"),
        ("工业投资超序时进度8个百分点。", "vs:序时进度"),
    ],
)
def test_so_much_above_a_plan_is_a_difference_from_it(text: str, base: str) -> None:
    change = record_of(text).observations[-1].change
    assert (change and change.base, change and change.direction) == (base, "up")


@pytest.mark.parametrize("text", ["超额完成年度计划的120%。", "造林项目超计划完成85%。", "完成投资占年度计划的80%。"])
def test_how_much_of_a_plan_was_done_is_no_change(text: str) -> None:
    assert Counter(one.kind for one in record_of(text).observations) == {"share": 1}
