"""What stands beside a value: of how many it is told, how long a rank was held, on which side of a plan it is."""

from decimal import Decimal

import pytest

from policy_digest.model import Change, Indicator, Observation, SourceMark, Text
from policy_digest.translate.notes import note_text
from tests.made_digests import observation
from tests.test_translate import TERMS


def english(made: Observation, before: str) -> str | None:
    """The English note beside a figure that stands behind the words ``before``."""
    note = note_text(made, SourceMark("o-1", "s-1", before, made.as_printed, "", Text("", None, "missing")), TERMS)
    return note.en if note else None


def counted(printed: str, number: str, **changes: object) -> Observation:
    """So many leading industries."""
    name = Indicator(None, "主导产业数")
    return observation(printed, printed, kind="count", indicator=name, obs_value=Decimal(number), **changes)


@pytest.mark.parametrize(
    ("before", "en"),
    [
        ("新建实验室、创新中心、工程中心各", "each"),
        ("公园和广场各新建", "each"),
        ("在公园、广场各处新建", None),
        ("各", None),
        ("支持各县分类、错位发展，做强做优", "per county"),
        ("支持各县（市、区）错位发展，培育", "per county or district"),
        ("推动各县错位发展，共培育", None),
        ("推动各县错位发展，全县培育", None),
        ("推动各县错位发展，培育1个龙头、", None),
        ("各县错位发展，园区升级，企业转型，培育", None),
        ("各部门配合，培育", None),
    ],
)
def test_a_range_is_told_of_each_place_or_thing_that_its_words_name(before: str, en: str | None) -> None:
    assert english(counted("1—2个", "1", bound="range", value_max=Decimal(2)), before) == en


@pytest.mark.parametrize(
    ("number", "nature", "en"), [("2", "target", "per village"), ("20", "target", None), ("2", "actual", None)]
)
def test_more_than_a_few_are_what_all_places_do_together(number: str, nature: str, en: str | None) -> None:
    assert english(counted(f"{number}个", number, nature=nature), "指导各村改造，新建") == en


@pytest.mark.parametrize(
    ("before", "en"),
    [
        ("工业增速连续11个季度居", "11 quarters in a row"),
        ("茶叶产量连续五年保持", "5 years in a row"),
        ("茶叶产量连续三年上升至", None),
        ("连续五年增产，茶叶产量居", None),
    ],
)
def test_a_rank_says_how_long_it_was_held(before: str, en: str | None) -> None:
    made = observation("全市第二", "全市第二", kind="rank", indicator=Indicator(None, "茶叶产量"))
    assert english(made, before) == en


@pytest.mark.parametrize(
    ("before", "base", "en"),
    [
        ("完成投资超年度计划", "vs:年度计划", "above the annual plan"),
        ("税收低于年度目标", "vs:年度目标", "below the annual target"),
        ("浓度优于年度目标", "vs:年度目标", "against the annual target"),
    ],
)
def test_a_note_says_on_which_side_of_a_plan_something_came_out(before: str, base: str, en: str) -> None:
    made = observation("28%", "28%", kind="change", change=Change(base, "up", None))
    assert english(made, before) == en


@pytest.mark.parametrize(
    ("before", "en"), [("确保违法建设", None), ("刑事案件同比", "year on year"), ("化肥用量连续六年", "year on year")]
)
def test_growth_of_nothing_is_against_the_year_before_only_where_that_is_told(before: str, en: str | None) -> None:
    made = observation("零增长", "零增长", kind="change", change=Change("yoy", "flat", None), rule="zero-growth-change")
    assert english(made, before) == en


@pytest.mark.parametrize(
    ("before", "en"),
    [
        ("城镇居民人均可支配收入实际增长", "year on year; in real terms"),
        ("城乡居民人均收入实际增长8.4%和", "year on year; in real terms"),
        ("零售总额扣除价格因素增长", "year on year; in real terms"),
        ("农民收入实际增长8%、工资增长", "year on year"),
        ("实际使用外资12亿元、增长", "year on year"),
        ("居民人均可支配收入增长", "year on year"),
    ],
)
def test_growth_says_that_it_is_in_real_terms_only_where_its_words_do(before: str, en: str) -> None:
    made = observation("8%", "8%", kind="change", unit_measure="percent", change=Change("yoy", "up", None))
    assert english(made, before) == en
