"""Whether two figures of one indicator can be compared: each rule, on what it finds and on what it must let pass."""

from decimal import Decimal

import pytest
from made_series import COUNTY, NEIGHBOUR, comparing, told

from policy_digest.collate.spans import span_of
from policy_digest.model import Change, Rank
from policy_digest.model.series import GROUNDS, Comparison

UP = Change("yoy", "up", "税收")
PERCENT = {"kind": "change", "unit_measure": "percent", "change": UP}
RANKED = {"kind": "rank", "unit_measure": "rank"}


def compared(one, other):
    return comparing().compare(one, other)


APART = {
    "a full year and eleven months": (told("2020"), told("2024-01/2024-11"), ("period-length",)),
    "a year and five years": (told("2020"), told("2021/2025"), ("period-length",)),
    "a month and a year": (told("2024-11"), told("2024"), ("period-length",)),
    "no period": (told("2020"), told(None), ("period-unknown",)),
    "an open end": (told("2020"), told("2024/.."), ("period-unknown",)),
    "expected and actual": (told("2020", nature="expected"), told("2021"), ("nature",)),
    "a target and what came": (told("2021"), told("2021", nature="target"), ("nature",)),
    "yuan and dollars": (told("2020"), told("2021", unit_measure="USD"), ("unit",)),
    "estates and flats": (
        told("2020", unit_measure="item", unit_zh="个"),
        told("2021", unit_measure="item", unit_zh="套"),
        ("unit",),
    ),
    "cumulative and of a year": (told("2020", note="累计"), told("2021"), ("told-as",)),
    "a value to start from": (told("2020", note="起始值"), told("2021"), ("told-as",)),
    "an annual average of growth": (
        told("2020", note="同比", **PERCENT),
        told("2021", note="年均", **PERCENT),
        ("told-as",),
    ),
    "on a year and on a month before": (
        told("2020", **PERCENT),
        told("2021", **PERCENT | {"change": Change("mom", "up", "税收")}),
        ("base",),
    ),
    "a level and a share": (told("2020"), told("2021", kind="share"), ("kind",)),
    "first of the district and of the city": (
        told("2020", rank=Rank("全区", "税收"), **RANKED),
        told("2021", rank=Rank("全市", "税收"), **RANKED),
        ("rank-scope",),
    ),
    "among the first": (told("2020", **RANKED), told("2021", **RANKED | {"obs_value": None}), ("no-value",)),
    "growth in real terms and growth": (
        told("2020", note="同比；扣除价格因素", **PERCENT),
        told("2021", note="同比", **PERCENT),
        ("told-as",),
    ),
    "another qualifier": (told("2020"), told("2021", name="规模以上企业税收"), ("concept",)),
    "a town and a county": (told("2020"), told("2020", area=COUNTY), ("place-level",)),
    "two towns in two years": (told("2020"), told("2021", area=NEIGHBOUR), ("place-and-time",)),
}
CARE = {
    "about": (told("2020"), told("2021", bound="approx"), ("bound",)),
    "a range": (told("2020"), told("2021", bound="range", value_max=Decimal(10)), ("bound",)),
    "two targets": (told("2020", nature="target"), told("2021", nature="target"), ("not-yet",)),
    "a provisional figure": (told("2020"), told("2021", obs_status="P", note="初步数"), ("status",)),
    "a derived figure": (told("2020"), told("2021", derived=True), ("derived",)),
    "mu and hectares": (told("2020", unit_measure="mu"), told("2021", unit_measure="ha"), ("converted",)),
    "two halves of a year": (told("2023-01/2023-06"), told("2023-07/2023-12"), ("season",)),
    "five years and five years that began within": (told("2016/2020"), told("2018/2022"), ("overlap",)),
    "two values of one year": (told("2020"), told("2020", obs_value=Decimal(3)), ("twice",)),
    "a year of a text about five": (told("2020"), told("2021", is_inferred=True), ("period-inferred",)),
    "a name that the catalogue does not hold to be one": (told("2020"), told("2021", name="某某税收"), ("named",)),
    "trees planted, and woods tended as well": (
        told("2020", name="造林面积", indicator="afforestation"),
        told("2021", name="营造林面积", indicator="afforestation"),
        ("named",),
    ),
    "what each text's own activities brought": (
        told("2020", name="拉动消费", indicator="consumption_driven"),
        told("2021", name="拉动消费", indicator="consumption_driven"),
        ("deed",),
    ),
    "no place": (told("2020"), told("2020", area=None), ("level-unknown",)),
}
ALIKE = {
    "two years of one place": (told("2020"), told("2021")),
    "a year and its twelve months": (told("2020"), told("2021-01/2021-12")),
    "the same months of two years": (told("2020-01/2020-11"), told("2021-01/2021-11")),
    "two towns in one year": (told("2020"), told("2020", area=NEIGHBOUR)),
    "two wordings of one indicator": (told("2020"), told("2021", name="税收收入")),
    "laws by two classifiers": (
        told("2020", unit_measure="item", unit_zh="件"),
        told("2021", unit_measure="item", unit_zh="部"),
    ),
    "growth on the year before": (told("2020", note="同比", **PERCENT), told("2021", note="同比", **PERCENT)),
    "growth of the economy, whether or not it is said to be real": (
        told("2020", name="地区生产总值", indicator="grp", note="同比；扣除价格因素", **PERCENT),
        told("2021", name="地区生产总值", indicator="grp", note="同比", **PERCENT),
    ),
    "accidents by two words for one": (
        told("2020", name="生产安全事故起数", indicator="accidents"),
        told("2021", name="安全生产事故起数", indicator="accidents"),
    ),
    "five years after five years": (told("2011/2015"), told("2016/2020")),
    "one value told twice": (told("2020"), told("2020")),
}


@pytest.mark.parametrize(("one", "other", "grounds"), APART.values(), ids=APART)
def test_what_differs_in_kind_is_not_compared(one, other, grounds):
    found = compared(one, other)

    assert (found.grounds, found.verdict) == (grounds, "not")


@pytest.mark.parametrize(("one", "other", "grounds"), CARE.values(), ids=CARE)
def test_what_is_uncertain_is_compared_with_care(one, other, grounds):
    found = compared(one, other)

    assert (found.grounds, found.verdict) == (grounds, "care")


@pytest.mark.parametrize(("one", "other"), ALIKE.values(), ids=ALIKE)
def test_what_differs_in_value_time_or_place_alone_is_comparable(one, other):
    found = compared(one, other)

    assert (found.grounds, found.verdict) == ((), "comparable")


def test_a_verdict_is_the_gravest_of_its_grounds():
    both = compared(told("2020", bound="ge"), told("2021", nature="target"))

    assert (both.grounds, both.verdict) == (("nature", "bound"), "not")


def test_the_order_of_two_figures_makes_no_difference():
    one, other = told("2020", nature="expected"), told("2024-01/2024-11", area=NEIGHBOUR)

    assert compared(one, other) == compared(other, one)
    assert compared(other, one).first is one


def test_every_ground_is_shown_by_a_case():
    shown = {ground for _, _, grounds in (*APART.values(), *CARE.values()) for ground in grounds}

    assert shown == set(GROUNDS)


def test_grounds_stand_in_one_order():
    assert all(
        list(comparison.grounds) == [ground for ground in GROUNDS if ground in comparison.grounds]
        for comparison in [Comparison(*pair[:2], compared(*pair[:2]).grounds) for pair in APART.values()]
    )


@pytest.mark.parametrize(
    ("period", "months", "days", "year"),
    [
        ("2024", 12, 366, 2024),
        ("2024-01/2024-11", 11, 335, 2024),
        ("2021/2025", 60, 1826, 2025),
        ("2024-11", 1, 30, 2024),
        ("2024-11-05", None, 1, 2024),
        ("2024-11-05/2024-11-09", None, 5, 2024),
    ],
)
def test_a_period_is_measured_in_whole_months_or_days(period, months, days, year):
    span = span_of(period)

    assert span is not None
    assert (span.months, span.days, span.year) == (months, days, year)


@pytest.mark.parametrize("period", [None, "", "2024/..", "../2024", "近年", "2024-13", "2024-02-31", "2024/2020"])
def test_what_has_no_two_ends_is_no_span(period):
    assert span_of(period) is None
