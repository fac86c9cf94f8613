import pytest

from tests.made_readings import mentions, plain, printed

RANKS = [
    ("税收增速位居全县第一。", [("全县第一", "1", "eq")]),
    ("综合排名全市榜首。", [("全市榜首", "1", "eq")]),
    ("增速居全省前三。", [("全省前三", "3", "le")]),
    ("考核成绩名列前茅。", [("前茅", None, "eq")]),
    ("工作稳居全国第一方阵。", [("全国第一方阵", None, "eq")]),
    ("考核位列第二。", [("第二", "2", "eq")]),
    ("税收增速和财力规模增速排名全县前列。", [("全县前列", None, "eq"), ("全县前列", None, "eq")]),
    ("浓度长期全县排名垫底。", [("全县排名垫底", None, "eq")]),
    ("创下全县小麦单产最高水平。", [("最高水平", "1", "eq")]),
    ("在全县率先实现绿电供应。", [("全县率先", "1", "eq")]),
    ("营商环境评价排名上升到35位。", [("35位", "35", "eq")]),
]


@pytest.mark.parametrize(("text", "expected"), RANKS, ids=[text for text, _ in RANKS])
def test_a_place_in_a_named_set_is_a_rank_for_each_thing_ranked(
    text: str, expected: list[tuple[str, str | None, str]]
) -> None:
    found = mentions(text)

    assert [(printed(m), plain(m.number), m.bound) for m in found if m.kind == "rank"] == expected


TRAPS = [
    "全县第一批试点单位落户。",
    "全县第一产业稳步发展。",
    "成立全县第一家科技小院。",
    "第一书记驻村帮扶。",
    "第一时间成立领导小组。",
    "首先要抓好落实。",
    "打造世界领先科技园区。",
    "榜首家小院挂牌,榜首书记到村。",
]


@pytest.mark.parametrize("text", TRAPS, ids=TRAPS)
def test_an_ordinal_is_no_rank(text: str) -> None:
    assert mentions(text) == ()


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("创下全县小麦单产最高水平。", "全县"),
        ("创下柳河区夏玉米单产最高水平。", "柳河区"),
        ("创历史最好水平。", "历史"),
        ("达到近年来最高水平。", None),
        ("创下示范区小麦单产最高水平。", None),
    ],
)
def test_a_record_keeps_the_set_it_is_told_of_before_what_is_measured(text: str, scope: str | None) -> None:
    assert [m.scope for m in mentions(text) if m.kind == "rank"] == [scope]
