"""Charts as inline SVG: what is drawn where, which words stand, and that nothing overlaps or is lost."""

import re
from decimal import Decimal
from xml.etree import ElementTree

import pytest

from policy_digest.render.charts import WIDTH, Mark, axis, bar_chart, fitted, line_chart, width

SVG = "{http://www.w3.org/2000/svg}"


def marks(*values, words="{}亿元"):
    return [Mark(at * 365, Decimal(value), words.format(value), f"{2020 + at}年") for at, value in enumerate(values)]


def drawn(chart):
    return ElementTree.fromstring(str(chart))  # noqa: S314 (made here)


def line(*values):
    return drawn(line_chart(marks(*values), "标题", "说明", "line-1"))


def heights(svg):
    return [Decimal(dot.get("cy")) for dot in svg.iter(f"{SVG}circle")]


def words(svg, style):
    return [text.text for text in svg.iter(f"{SVG}text") if text.get("class") == f"pd-chart__{style}"]


def test_a_larger_value_stands_higher():
    low, high, middle = heights(line("2", "6", "4"))

    assert high < middle < low


def test_heights_are_as_the_values_from_zero():
    svg = line("1", "2", "4")
    base = Decimal(next(svg.iter(f"{SVG}line")).get("y1"))
    one, two, four = (base - height for height in heights(svg))

    assert (round(two / one, 1), round(four / one, 1)) == (2, 4)


def test_time_is_drawn_to_scale():
    svg = drawn(line_chart([Mark(at, Decimal(2), "2", "t") for at in (0, 100, 400)], "a", "b", "c"))
    first, second, third = (Decimal(dot.get("cx")) for dot in svg.iter(f"{SVG}circle"))

    assert (third - first) / (second - first) == 4


@pytest.mark.parametrize(
    ("values", "ends"),
    [
        (("2", "4"), ("0", "4")),
        (("-2", "4"), ("-2", "4")),
        (("-4", "-2"), ("-4", "0")),
        (("96", "100"), ("95", "100")),
        (("-100", "-96"), ("-100", "-95")),
        (("5", "5"), ("0", "5")),
        (("0", "0"), ("0", "1")),
    ],
)
def test_an_axis_begins_at_zero_unless_all_is_far_above_it(values, ends):
    assert axis(map(Decimal, values)) == tuple(map(Decimal, ends))


def test_the_first_and_the_last_value_are_told_however_many_there_are():
    told = words(line(*(str(value) for value in range(3, 60))), "value")

    assert (told[0], told[-1], len(told) < 20) == ("3亿元", "59亿元", True)


def test_words_do_not_run_into_one_another():
    svg = line("24.66", "33.5", "39.8", "47.2", "51.9", "56.9", "63.6", "12", "74.4", "82.7")
    boxes = [(Decimal(text.get("x")), Decimal(text.get("y")), width(text.text)) for text in svg.iter(f"{SVG}text")]

    assert not [
        (one, other)
        for at, one in enumerate(boxes)
        for other in boxes[:at]
        if abs(one[1] - other[1]) < 10 and one[0] < other[0] + other[2] and other[0] < one[0] + one[2]
    ]


def test_words_stay_within_the_chart():
    svg = drawn(line_chart(marks("1", "2", "3", words="CNY {} hundred million"), "a", "b", "c"))

    assert all(
        Decimal(text.get("x")) >= 0 and Decimal(text.get("x")) + width(text.text) <= WIDTH
        for text in svg.iter(f"{SVG}text")
    )


def test_bars_are_as_long_as_their_values():
    svg = drawn(bar_chart(marks("10", "40"), "标题", "说明", "bars-1"))
    short, long = (Decimal(bar.get("width")) for bar in svg.iter(f"{SVG}rect"))

    assert long / short == 4


def test_bars_below_zero_run_the_other_way():
    svg = drawn(bar_chart(marks("-10", "10"), "标题", "说明", "bars-1"))
    down, up = svg.iter(f"{SVG}rect")

    assert Decimal(down.get("x")) + Decimal(down.get("width")) <= Decimal(up.get("x"))


def test_bars_that_are_all_below_zero_take_the_whole_width():
    svg = drawn(bar_chart(marks("-10", "-40"), "标题", "说明", "bars-1"))
    ends = [(Decimal(bar.get("x")) + Decimal(bar.get("width")), bar.get("width")) for bar in svg.iter(f"{SVG}rect")]

    assert ends == [(Decimal(WIDTH), "89.5"), (Decimal(WIDTH), "358")]


def test_expected_bars_look_other_than_actual_ones():
    svg = drawn(bar_chart([Mark(0, Decimal(1), "1", "a", "expected"), Mark(0, Decimal(1), "1", "b")], "a", "b", "c"))

    assert [bar.get("class") for bar in svg.iter(f"{SVG}rect")] == [
        "pd-chart__bar pd-chart__bar--expected",
        "pd-chart__bar pd-chart__bar--actual",
    ]


def test_a_chart_tells_what_it_is_and_takes_its_colours_from_the_theme():
    chart = str(line_chart(marks("1", "2", "3"), "税收", "三年", "line-1"))

    assert 'role="img" aria-labelledby="line-1-title line-1-desc"' in chart
    assert '<title id="line-1-title">税收</title><desc id="line-1-desc">三年</desc>' in chart
    assert not re.search(r"fill=|stroke=|style=|#[0-9a-f]{3}|\n", chart)


def test_the_same_values_give_the_same_bytes():
    assert line_chart(marks("1", "3.3333", "7"), "a", "b", "c") == line_chart(marks("1", "3.3333", "7"), "a", "b", "c")


def test_a_long_name_is_cut_and_a_short_one_is_not():
    assert (fitted("一二三四五六", 50), fitted("一二三", 50)) == ("一二三…", "一二三")
