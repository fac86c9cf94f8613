"""What the series of an indicator is called, and which place of a year the others are held against; invented towns."""

from told import bilingual_of

from policy_digest import lexicon
from policy_digest.collate import collate
from policy_digest.model.series import Series
from policy_digest.render.views import indicator_groups

REPORT = "{0}县2024年工作总结\n2024年，{0}县{1}起数下降{2}%。税收收入增长{2}%，增速居全市第3位。{0}县获评先进。"
TOLD = (("青石", "事故", 11), ("云溪", "生产安全事故", 12), ("柳河", "生产安全事故", 13), ("石桥", "安全生产事故", 14))


def series(known: str) -> Series:
    digests = [bilingual_of(REPORT.format(*told)) for told in TOLD]
    return next(one for one in collate(digests, lexicon=lexicon.load()).series if one.id == known)


def test_the_places_of_a_year_are_held_against_one_of_the_name_that_most_share() -> None:
    (group,) = series("accidents_growth").years
    named = [figure.observation.indicator.name_zh for figure in group.bars]

    assert sorted(named) == ["安全生产事故起数增速", "生产安全事故起数增速", "生产安全事故起数增速"]


def test_the_series_of_ranks_is_not_called_like_that_of_what_is_ranked() -> None:
    assert (series("tax_revenue_growth").name.zh, series("tax_revenue_growth_rank").name.zh) == (
        "税收收入增速",
        "税收收入增速排名",
    )


def test_figures_of_one_indicator_stand_under_what_its_series_is_called() -> None:
    digests = [bilingual_of(REPORT.format(*told)) for told in TOLD]
    name = series("accidents_growth").name
    groups = indicator_groups(digests, {"accidents_growth": name})

    assert [group.name for group in groups if group.id == "accidents_growth"] == [name]


def test_what_was_so_at_the_end_of_a_year_is_not_held_to_be_like_its_mean() -> None:
    year = "青石县{0}年工作总结\n{0}年，青石县经济平稳。{1}。青石县获评先进。"
    told = (("2023", "年末城镇调查失业率降到5.2%"), ("2024", "城镇调查失业率平均为5.1%"))
    digests = [bilingual_of(year.format(*one)) for one in told]
    found = next(one for one in collate(digests, lexicon=lexicon.load()).series if one.id == "surveyed_unemployment")

    assert [pair.grounds for place in found.places for pair in place.comparisons] == [("told-as",)]
