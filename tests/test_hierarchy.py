"""What a place lies in: by its official code, else as far as its own name tells."""

import pytest

from policy_digest import lexicon
from policy_digest.translate.hierarchy import place_units
from policy_digest.translate.places import cut_name

TERMS = lexicon.load().terms


@pytest.mark.parametrize(
    ("name", "units"),
    [
        ("马驹桥镇", [("110000", "北京市"), ("110112", "通州区"), ("110112109", "马驹桥镇")]),
        ("北京市通州区马驹桥镇", [("110000", "北京市"), ("110112", "通州区"), ("110112109", "马驹桥镇")]),
        ("北京市通州区青石镇", [("110000", "北京市"), ("110112", "通州区"), (None, "青石镇")]),
        ("槐荫区", [("370000", "山东省"), ("370100", "济南市"), ("370104", "槐荫区")]),
        ("青石镇", [(None, "青石镇")]),
        ("通州区", [(None, "通州区")]),  # there are several: none is taken
        ("中国", [(None, "中国")]),
        ("全镇", [(None, "全镇")]),
        ("云溪镇、青石镇", [(None, "云溪镇、青石镇")]),
    ],
)
def test_a_place_has_the_units_that_it_lies_in(name: str, units: list[tuple[str | None, str]]) -> None:
    assert [(unit.code, unit.name.zh) for unit in place_units(name, TERMS)] == units


@pytest.mark.parametrize("name", ["", "  ", "Qingshi", "提请省青石镇", "<b>", "镇镇镇镇镇", "青" * 2_000])
def test_what_cannot_be_cut_stays_whole_and_nothing_is_lost(name: str) -> None:
    assert "".join(cut_name(name, TERMS)) == "".join(name.split())
