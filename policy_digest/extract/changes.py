"""Changes: growth rates and differences, with what they are against."""

from dataclasses import dataclass

from policy_digest.extract.quantities import BREAK, Quantity
from policy_digest.lexicon.figures import Direction, Figures


@dataclass(frozen=True, slots=True)
class Growth:
    """That a quantity is a change: ``lead`` is where its words begin, ``base`` as in the record."""

    lead: int
    base: str
    direction: Direction


def growth(text: str, quantity: Quantity, previous: tuple[Quantity, Growth | None] | None, figures: Figures) -> Growth | None:
    """How ``quantity`` is a change, by the words before it or as one of a list whose first is (9.0%和11.8%)."""
    if previous and previous[1] and text[previous[0].end : quantity.start].strip() in ("、", "和", "及", "与"):
        if previous[0].unit_measure == quantity.unit_measure:
            return Growth(previous[1].lead, previous[1].base, previous[1].direction)
    floor = previous[0].end if previous else 0
    clause = quantity.start
    while clause > floor and text[clause - 1] not in BREAK:
        clause -= 1
    return _told(text, clause, quantity, figures)


def _told(text: str, clause: int, quantity: Quantity, figures: Figures) -> Growth | None:
    lead = quantity.lead
    word = next((w for n in range(4, 0, -1) if lead - n >= clause and (w := text[lead - n : lead]) in figures.changes), None)
    if word and text[lead - len(word) - 1 : lead - len(word)] == "新" and word in ("增", "增加"):
        word = None
    base, begin, direction = _base(text, clause, lead, figures)
    if word is None:
        if direction is None or quantity.kind != "share" and quantity.unit_measure != "percentage_point":
            return None
        return Growth(begin, base or "yoy", direction)
    start = lead - len(word)
    return Growth(min(begin, _back(text, clause, start, figures)), base or "yoy", figures.changes[word])


def _back(text: str, clause: int, start: int, figures: Figures) -> int:
    """``start`` moved over the lead words (分别) before it."""
    while True:
        word = next((w for n in range(4, 0, -1) if start - n >= clause and (w := text[start - n : start]) in figures.leads), None)
        if word is None:
            return start
        start -= len(word)


def _base(text: str, clause: int, end: int, figures: Figures) -> tuple[str | None, int, Direction | None]:
    """The base told between ``clause`` and ``end``, where its words begin, and the direction they tell."""
    best: tuple[str | None, int, Direction | None] = (None, end, None)
    for pattern, entry in figures.bases:
        found = None
        for match in pattern.finditer(text, clause, end + 1):
            found = match
        if found is None or best[0] is not None:
            continue
        what = found.groupdict().get("what")
        base = entry["base"] if what is None else f"{entry['base']}:{what}"
        best = (base, found.start(), entry.get("direction"))
    return best
