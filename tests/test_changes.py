import pytest

from tests.made_readings import mentions, plain, printed

CHANGES = [
    ("税收同比增长9%。", [("9%", "9", "yoy", "up")]),
    ("工单总量同比下降36.17%。", [("36.17%", "-36.17", "yoy", "down")]),
    ("税收环比增长2%。", [("2%", "2", "mom", "up")]),
    ("税收3亿元,比上年增长3.8%。", [("3亿元", "300000000", None, None), ("3.8%", "3.8", "yoy", "up")]),
    ("较2015年末增长12%。", [("12%", "12", "since:2015", "up")]),
    ("产值增长2%,比上半年加快0.5个百分点。", [("2%", "2", "yoy", "up"), ("0.5个百分点", "0.5", "vs:上半年", "up")]),
    ("税收和收入分别增长9.0%和11.8%。", [("9.0%", "9", "yoy", "up"), ("11.8%", "11.8", "yoy", "up")]),
    ("产值和税收分别较上年增长12%,13%。", [("12%", "12", "yoy", "up"), ("13%", "13", "yoy", "up")]),
    ("排放量减少3%左右和5%左右。", [("3%", "-3", "yoy", "down"), ("5%", "-5", "yoy", "down")]),
    ("低保户比上年减少20户。", [("20户", "-20", "yoy", "down")]),
    ("增速高于全市平均2.1个百分点。", [("2.1个百分点", "2.1", "vs:全市平均", "up")]),
    ("贷款比全市平均高4.2个百分点。", [("4.2个百分点", "4.2", "vs:全市平均", "up")]),
    ("产值翻了一番。", [("翻了一番", "100", "yoy", "up")]),
    ("产量增长1.5倍。", [("1.5倍", "1.5", "yoy", "up")]),
    ("居民收入年均增长6%。", [("6%", "6", "yoy", "up")]),
    ("占比由30%提高到70%。", [("30%", "30", None, None), ("70%", "70", None, None)]),
    ("城镇新增就业300人。", [("300人", "300", None, None)]),
    ("人口自然增长率为1.7‰。", [("1.7‰", "1.7", None, None)]),
    ("完成率162.5%。", [("162.5%", "162.5", None, None)]),
]


@pytest.mark.parametrize(("text", "expected"), CHANGES, ids=[text for text, _ in CHANGES])
def test_growth_is_told_from_amounts_with_its_base_and_sign(
    text: str, expected: list[tuple[str, str, str | None, str | None]]
) -> None:
    found = mentions(text)

    assert [(printed(m), plain(m.value), m.base, m.direction) for m in found] == expected


def test_the_words_of_growth_belong_to_the_figure_and_not_to_its_name() -> None:
    (found,) = mentions("税收比上年增长9%。")

    assert found.sentence.text[: found.lead] == "税收"
