"""Old and new texts aligned by place and likeness."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_digest.translate.alignment import Placed, aligned, chain


def prose(*texts: str) -> list[Placed]:
    return [Placed("sentence", text) for text in texts]


def heaviest(pairs: list[tuple[int, int, float]]) -> float:
    """The weight of the heaviest rising chain, by trying all sets of pairs."""
    best = 0.0
    for size in range(1, len(pairs) + 1):
        for chosen in combinations(sorted(pairs), size):
            if all(one[0] < other[0] and one[1] < other[1] for one, other in pairwise(chosen)):
                best = max(best, sum(pair[2] for pair in chosen))
    return best


PAIRS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(1, 9).map(float)), max_size=8)


@given(PAIRS)
def test_a_chain_is_the_heaviest_that_rises(pairs: list[tuple[int, int, float]]) -> None:
    weights = {(one, other): 0.0 for one, other, _ in pairs}
    for one, other, weight in pairs:
        weights[one, other] = max(weights[one, other], weight)
    found = chain([(*pair, weight) for pair, weight in weights.items()])
    is_rising = all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(found))
    told = sum(weights[pair] for pair in found)
    assert (is_rising, told) == (True, heaviest([(*pair, weight) for pair, weight in weights.items()]))


WORDS = st.text("修建道路清理河湖引进企业", min_size=1, max_size=8)


@given(st.lists(WORDS, max_size=7, unique=True), st.lists(WORDS, max_size=7, unique=True))
def test_each_old_text_goes_to_one_new_text_at_most_and_none_that_stays_is_taken(
    old: list[str], new: list[str]
) -> None:
    same = {at: old.index(text) for at, text in enumerate(new) if text in old}
    found = aligned(prose(*old), prose(*new), same)
    used = [*same.values(), *found.values()]
    assert (len(used), same.keys() & found.keys()) == (len(set(used)), set())


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        (("修建道路12公里。",), ("修建公路12公里。",), {0: 0}),
        (("修建道路12公里。",), ("全镇税收增长。",), {}),
        (("修建道路12公里。", "引进企业3家。"), ("引进企业5家。",), {0: 1}),
        (("修建道路12公里。",), ("引进企业5家。", "修建道路15公里。"), {1: 0}),
        (("修建道路12公里。", "修建道路15公里。"), ("修建道路13公里。", "修建道路16公里。"), {0: 0, 1: 1}),
        ((), ("引进企业5家。",), {}),
        (("引进企业5家。",), (), {}),
    ],
    ids=["changed", "another", "one gone", "one new", "twins", "all new", "all gone"],
)
def test_texts_without_neighbours_are_held_against_each_other(
    old: tuple[str, ...], new: tuple[str, ...], pairs: dict[int, int]
) -> None:
    assert aligned(prose(*old), prose(*new), {}) == pairs


def test_a_bullet_is_not_held_against_a_sentence() -> None:
    assert aligned([Placed("bullet", "修建道路12公里。")], prose("修建公路12公里。"), {}) == {}


def test_what_moved_over_unchanged_texts_is_found_by_likeness() -> None:
    stays = [f"第{n}项工作已经完成。" for n in range(60)]
    old, new = prose("修建道路12公里，植树造林。", *stays), prose(*stays, "修建公路12公里，植树造林。")
    assert aligned(old, new, {at: at + 1 for at in range(60)}) == {60: 0}


def test_a_long_list_of_twins_that_moved_and_changed_is_aligned() -> None:
    words = [f"第{n}村修建道路{n}公里，栽种垂柳{n}株。" for n in range(500)]
    old = prose(*words, "全年工作已经完成。")
    new = prose("全年工作已经完成。", *(text.replace("修建", "新修") for text in words))
    found = aligned(old, new, {0: 500})
    assert sum(at == new - 1 for new, at in found.items()) > 475


@pytest.mark.parametrize("count", [2000])
def test_a_long_list_that_nothing_is_left_of_is_given_up(count: int) -> None:
    old = prose(*(f"第{n}村修建道路{n}公里，清理河湖。" for n in range(count)))
    new = prose(*(f"引进{n}家企业，带动农户{n}名增收致富。" for n in range(count)))
    assert aligned(old, new, {}) == {}
