"""What sets a figure apart from the one that is called alike: it is per so many people, or without a part of all."""

import re

from policy_digest.extract.context import floor_of
from policy_digest.extract.hearing import clause_start
from policy_digest.extract.mention import Reading

_NEAR = 40  # characters
_WITHOUT = re.compile(
    "(?:扣除|剔除|不含|不包括)(?![^,，]{0,12}(?:因素|价格|物价|指数|汇率|基数|口径))[^,，;；。、\\d\x00该此上述]{2,14}?后[,，]?"
)
"""What is left out of a figure (扣除房地产开发投资后); prices and the like only make it comparable."""

_PER = re.compile(
    "(?P<per>每\\d{1,4}[十百千万]{0,2}(?:人口?|户|名))(?:的|平均|拥有)?(?P<what>[^,，;；。、\\d\x00]{2,16})"
)
"""For how many a figure is told, in digits (每10万人刑事案件数)."""

_REST = re.compile("^(?:\\d+[十百千万]{0,2}(?:人口?|户|名)|口(?=..))")
"""What may be left of those words at the head of a name."""


def set_apart(name: str, reading: Reading, index: int) -> str:
    """``name`` with what its clause, or one before that tells no figure, says it is without, and per how many it is."""
    mention, text = reading.mentions[index], reading.folded
    clause, floor = clause_start(text, mention.start), floor_of(reading, index)
    begin = max(clause, floor, mention.start - _NEAR)
    for told in _PER.finditer(text, begin, mention.start) if "每" not in name else ():
        bare = _REST.sub("", name)
        if told["what"].startswith(bare.removesuffix("数")):
            name = told["per"] + bare
            break
    before = max(clause_start(text, clause - 1) if clause else 0, floor)
    without = _WITHOUT.match(text, before) or _WITHOUT.match(text, clause)
    if without is None or without.end() < clause or not clause >= floor or without[0][:2] in name:
        return name
    return without[0].rstrip(",，") + name
