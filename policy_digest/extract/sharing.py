"""Sharing: how many things one figure is told of (消费、投资均增长4%); each has a figure of its own."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from policy_digest.extract.changes import Growth
from policy_digest.extract.clauses import Clauses
from policy_digest.extract.quantities import Quantity
from policy_digest.extract.ranks import JOINT
from policy_digest.lexicon.figures import Figures

_NEAR = 40  # characters
_JOINS = frozenset(("、", "和", "与", "及"))
_MEASURES = re.compile(
    "(?:增速|总量|收入|规模|数量|指数|产值|投资|总额|产量|面积|支出|利润|税收|GDP|人次|人数|销售额|增加值|消费|进口|出口|余额)$"
)
"""What the names end in that one rate of growth may be told of together."""

_RATES = re.compile(
    "(?:[^,;。、和与及]{1,16}率(?:和|与|及|、)){1,5}[^,;。、和与及]{1,16}率(?=(?:均|都|皆)[^,;。\\d]{0,4}$)"
)
"""Rates told of in a list, each of which a share is of where 均 says so (安置率和自谋职业率均为100%)."""


def told_of(
    clauses: Clauses, quantity: Quantity, change: Growth | None, read: Sequence[Quantity], figures: Figures
) -> int:
    """How many things a quantity of ``read`` (all of the sentence, in order) is told of."""
    if change is None:
        rates = _RATES.search(_before(clauses, quantity.start)) if quantity.kind == "share" else None
        return len(JOINT.findall(rates[0])) + 1 if rates else 1
    if change.pairwise:
        return 1
    behind = bisect_right(read, quantity.start, key=lambda q: q.start)
    if behind < len(read) and clauses.text[quantity.end : read[behind].start].strip("以上左右") in _JOINS:
        return 1
    text = _before(clauses, change.lead)
    subjects = figures.shared_ranks.search(text)
    alike = subjects is not None and _MEASURES.search(JOINT.split(subjects[0])[0])
    return len(JOINT.findall(subjects[0])) + 1 if subjects and alike and "等" not in text else 1


def _before(clauses: Clauses, position: int) -> str:
    """The words of the clause before ``position``."""
    return clauses.text[max(clauses.start(position), position - _NEAR) : position]
