from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policy_digest import lexicon
from policy_digest.extract import extract
from policy_digest.parse import parse
from policy_digest.read import read_source
from tests.made_readings import article

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
PIECES = st.sampled_from(
    [
        "全年完成税收9.15亿元", "同比增长9%", "，", "。", "\n\n", "\n", "约1.3万人", "　", "十余件", "“四位一体”",
        "2024年1—11月", "位居全市第一", "4000—6000斤",
        "三分之一", "畝", "\uff14．\uff10\uff12万亩", "一", "12", "：", "将", "预计",
        "13.0:43.0:44.0", "百万", "第", "个", "%", "-", "(", "x",
    ]
)  # fmt: skip


@pytest.mark.parametrize("path", SEEDS, ids=[p.stem for p in SEEDS])
def test_every_figure_of_a_seed_is_printed_where_it_says(path: Path) -> None:
    record = extract(parse(read_source(path), lexicon.load()), lexicon.load())

    text = record.article.source.text
    assert record.observations
    assert [text[o.start : o.end] for o in record.observations] == [o.as_printed for o in record.observations]


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_every_figure_of_any_text_is_printed_where_it_says(text: str) -> None:
    record = extract(article(text), lexicon.load())

    assert all(record.article.source.text[o.start : o.end] == o.as_printed for o in record.observations)


def test_ids_stay_the_same_when_another_sentence_is_added() -> None:
    before = extract(article("新建公园3个。"), lexicon.load()).observations
    after = extract(article("新建公厕5座。新建公园3个。"), lexicon.load()).observations

    assert before[0].id in {o.id for o in after}


def test_repeated_words_have_ids_of_their_own() -> None:
    found = extract(article("新建公园3个。\n\n新建公园3个。"), lexicon.load()).observations

    assert len({o.id for o in found}) == 2


def test_a_figure_wrapped_over_two_lines_keeps_its_words_as_printed() -> None:
    text = (
        "全镇稳步推进各项重点工作，粮食播种面积稳定在四万亩以上，全年完成播种面积达4.02\n"
        "万亩，完成年度任务，粮食生产再获丰收，农民收入稳步提高。\n"
    )

    (found,) = [o for o in extract(article(text), lexicon.load()).observations if "02" in o.as_printed]

    assert (found.as_printed, str(found.obs_value.normalize() if found.obs_value else "")) == ("4.02\n万亩", "4.02E+4")


def test_a_change_names_what_changed() -> None:
    (found,) = extract(article("税收同比增长9%。"), lexicon.load()).observations

    assert found.change is not None
    assert (found.change.base, found.change.direction, found.change.of) == ("yoy", "up", "税收")


def test_spaces_between_a_figure_and_its_words_change_only_what_is_printed() -> None:
    close = "2023年，全镇税收3.2亿元，增长7%，比上年提高2个百分点，居全县第3位；完成2022年2027亩农田建设。"
    apart = "2023 年，全镇税收 3.2 亿元，增长 7%，比上年提高 2 个百分点，居全县第 3 位；完成 2022 年 2027 亩农田建设。"

    facts = [
        [(o.indicator.name_zh, o.kind, o.obs_value, o.change, o.rank, o.time_period, o.bound) for o in found]
        for found in (extract(article(text), lexicon.load()).observations for text in (close, apart))
    ]

    assert facts[0] == facts[1]


def test_a_figure_keeps_its_spaces_as_printed() -> None:
    found = extract(article("全镇税收 3.2 亿元，增长 7%。"), lexicon.load()).observations

    assert [o.as_printed for o in found] == ["3.2 亿元", "7%"]


def test_a_figure_on_two_pages_is_read_with_its_unit() -> None:
    text = "青禾镇存款余额达7.2亿元，贷款余额达4022\n- 3 -\n万元，同比增长14%。\n柳河乡经济平稳。\n"

    found = extract(article(text), lexicon.load()).observations[1]

    assert (found.obs_value, found.as_printed) == (40220000, "4022\n- 3 -\n万元")
