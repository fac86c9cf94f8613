"""Figures listed as the things before them are (自来水、卫生厕所普及率达98%、85%), and what the first says of all."""

import re
from collections.abc import Sequence
from itertools import pairwise

from policy_digest.extract.compose import compose
from policy_digest.extract.hearing import BREAKS
from policy_digest.extract.mention import Mention, Reading
from policy_digest.extract.phrases import Phrase
from policy_digest.lexicon.names import Names

_REACHES = re.compile("[至到达为超破]|突破")
"""Between counted things and how many there are of each: what they come to (增至12个、9个), not what was made."""

_PER = re.compile("(?:每[十百千万]+|人均)(?:常住|户籍)?(?:人口?|名(?:老年人|老人|儿童)?|户)?(?=..)")
_HOUSES = ("家", "所", "座", "处", "件", "项")  # what no place has so many of per thousand people
_TIMES = 50  # times the first per head: what is more is a total
_WHOLE = re.compile("每|均|总|全[省市县区乡镇]|占|率$")
"""In the name of what is no amount per head: a total, a rate."""


def are_told_in_turn(reading: Reading, group: Sequence[int]) -> bool:
    """Whether figures are listed as the things before them are (自来水、卫生厕所普及率达98%、85%), 分别 left out.

    What is counted is so only where it came to so much and no noun stands behind (增至12个、9个).
    """
    mentions = [reading.mentions[i] for i in group]
    gaps = (reading.folded[one.end : two.start] for one, two in pairwise(mentions))
    if not all(gap in ("、", "和") for gap in gaps):
        return False
    first, last = mentions[0], mentions[-1]
    ended = reading.folded[last.end : last.end + 1] in ("", *BREAKS)
    is_reached = first.kind == "count" and ended and _REACHES.search(reading.folded, first.lead, first.start)
    return first.kind in ("share", "level") or bool(is_reached)


def per_head(found: tuple[str, ...], mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The names of figures told together, each per so many people where the first is (每千人托位、养老床位数).

    Amounts that are so many times the first are of all the people (人均存款、贷款余额分别为5万元、300亿元), and so are
    whole numbers of another unit (每千人医师、医院数分别为3人、12家).
    """
    per = _PER.match(found[0]) if found else None
    if (
        per is None
        or len(found) != len(mentions)
        or not all(_is_per(one, mentions[0]) for one in mentions)
        or any(_WHOLE.search(name) for name in found[1:])
    ):
        return found
    return (found[0], *(per[0] + name for name in found[1:]))


def _is_per(one: Mention, first: Mention) -> bool:
    """Whether a figure may be per as many people as the ``first``."""
    if one.value is None or first.value is None or not first.value:
        return False
    is_near = one.value <= _TIMES * first.value
    is_alike = one.unit_measure == first.unit_measure or one.kind == "count"
    is_alike = is_alike and (one.unit_zh == first.unit_zh or one.unit_zh not in _HOUSES)
    return is_near and (is_alike or one.value != one.value.to_integral_value())


def counted_each(found: tuple[str, ...], mentions: Sequence[Mention], names: Names) -> tuple[str, ...]:
    """The names of counts or magnitudes told together, each with the word of its unit that says how."""
    first = names.first(found[0]) if found else None
    deed = found[0][: first.end] if first and not first.start and first.role in ("act", "both") else ""
    deed = deed if mentions and mentions[0].kind == "count" and len(found[0]) > len(deed) + 1 else ""
    told = (name if not at or _begins_with_deed(name, names) else deed + name for at, name in enumerate(found))
    return tuple(compose(Phrase("", "", name), "", one, names) for one, name in zip(mentions, told, strict=True))


def _begins_with_deed(name: str, names: Names) -> bool:
    first = names.first(name)
    return first is not None and not first.start and first.role in ("act", "both", "drop")
