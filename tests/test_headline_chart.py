"""Which headline figures of a digest share a chart: made by hand, of an invented town."""

import pytest
from told import bilingual_of

from policy_digest.render.language import Place
from policy_digest.render.series import Charts

CHARTS = Charts(Place("zh", "zh/digests/a/", {}))
TOTALS = "青禾镇2023年工作总结\n2023年，青禾镇税收收入{}亿元，工业总产值8亿元，固定资产投资6亿元。青禾镇全镇经济平稳。"


def bars(text: str) -> int:
    return CHARTS.headline(bilingual_of(text)).count("<rect")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (TOTALS.format(2), 3),
        (TOTALS.format(2) + "农村居民人均可支配收入21000元，人均地区生产总值65000元。", 3),
        (TOTALS.format("0.02"), 0),
        (TOTALS.format(2).replace("青禾镇2023年", "青禾镇").replace("2023年，", ""), 0),
    ],
    ids=["totals", "not beside them what each has", "none too short to be seen", "none without a period"],
)
def test_headline_figures_share_a_chart_where_their_sizes_say_something(text: str, count: int) -> None:
    assert bars(text) == count
