import pytest
from made_bilinguals import made_digest

from policy_digest.collate import collate


def test_the_newest_period_comes_first_and_a_tie_goes_by_slug():
    digests = [
        made_digest("b-2020", period="2020"),
        made_digest("c", period="2024-01/2024-11"),
        made_digest("a-2020", period="2020"),
    ]

    collection = collate(digests)

    assert [digest.slug for digest in collection.digests] == ["c", "a-2020", "b-2020"]


@pytest.mark.parametrize(
    ("later", "earlier"),
    [("2024", "2024-01/2024-11"), ("2024-11", "2024-10"), ("2025", "2024-12/.."), ("2023-06/2024-06", "2023")],
)
def test_a_period_is_placed_by_its_last_month(later, earlier):
    collection = collate([made_digest("earlier", period=earlier), made_digest("later", period=later)])

    assert collection.digests[0].slug == "later"


def test_the_order_given_makes_no_difference():
    digests = [made_digest(f"d-{year}", period=str(year)) for year in (2019, 2023, 2021)]

    assert collate(digests) == collate(reversed(digests))


def test_two_digests_of_one_slug_are_refused_by_name():
    with pytest.raises(ValueError, match="qinghe-2024"):
        collate([made_digest(), made_digest()])
