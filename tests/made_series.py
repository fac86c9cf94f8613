"""Figures made by hand for the tests of comparability: a town's tax revenue, every field of which can change."""

from dataclasses import replace
from functools import cache
from typing import Any

from made_digests import figure as made_observation

from policy_digest import lexicon
from policy_digest.collate.comparability import Comparing
from policy_digest.collate.spans import span_of
from policy_digest.model import BilingualRow, Indicator, Text
from policy_digest.model.series import Area, Figure

TOWN = Area("110112901", Text("青石镇", "Qingshi Town", "generated"), "town")
NEIGHBOUR = Area("110112902", Text("云溪镇", "Yunxi Town", "generated"), "town")
COUNTY = Area("110112", Text("青石县", "Qingshi County", "generated"), "county")


@cache
def comparing() -> Comparing:
    return Comparing(lexicon.load())


def told(
    period: str | None = "2023",
    *,
    area: Area | None = TOWN,
    indicator: str = "tax_revenue",
    name: str = "税收",
    note: str | None = None,
    is_inferred: bool = False,
    **changes: Any,
) -> Figure:
    """A figure of tax revenue; ``changes`` are fields of its observation."""
    observation = replace(
        made_observation("9.15亿元", "9.15", 8, "CNY", "元"),
        **{"indicator": Indicator(indicator, name), "time_period": period, **changes},
    )
    printed = Text(observation.as_printed, "CNY 915 million", "generated")
    row = BilingualRow(
        anchor=f"f-{period}-{area.id if area else ''}",
        indicator=indicator,
        name=Text(name, "Tax revenue", "generated"),
        value=printed,
        period=Text(f"{period}年", f"{period}", "generated"),
        nature=observation.nature,
        kind=observation.kind,
        note=Text(note, "note", "generated") if note else None,
        place=None,
        marks=(),
    )
    return Figure("qingshi-2023", row, observation, area, span_of(period), is_inferred)
