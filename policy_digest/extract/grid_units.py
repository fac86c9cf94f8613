"""Units in tables: which of those told above a table a name is measured in, and what a name tells by itself."""

from collections.abc import Sequence

from policy_digest.extract.grid_cells import Measure
from policy_digest.lexicon.figures import Figures

_RATES = ("percent", "other:permille", "percentage_point")
_MONEY = ("CNY", "USD")
_SIZES = {
    "area": ("mu", "ha", "m2", "km2", "other:km2"),
    "mass": ("t", "kg", "kg/mu", "other:jin", "other:t/ha", "other:kg/ha"),
    "length": ("km", "m"),
}
"""The units of what ``table_heads.yml`` calls so; of what it calls ``other`` any but money."""


def is_rate(unit: Measure) -> bool:
    """Whether a unit is per cent or the like."""
    return unit[0].code in _RATES


def is_money(unit: Measure) -> bool:
    """Whether a unit is one of money."""
    return unit[0].code in _MONEY


def unit_of_name(name: str, told: Sequence[Measure], figures: Figures) -> Measure | None:
    """The unit of what ``name`` names, out of those ``told`` or as the name itself tells; None where they disagree."""
    word = figures.heads.value("counted", name)
    own = (figures.units[word], 0) if word else None
    if own and is_rate(own):
        return own
    sizes = [unit for unit in told if not is_rate(unit)]
    if not sizes:
        return own if not told or own else told[0]
    if own:
        alike = [unit for unit in sizes if unit[0].code == own[0].code]
    else:
        alike = [unit for unit in sizes if _may_measure(name, unit, figures, alone=len(sizes) == 1)]
    return alike[0] if len(alike) == 1 else None


def _may_measure(name: str, unit: Measure, figures: Figures, *, alone: bool) -> bool:
    """Whether what ``name`` names may be told in ``unit``; a name that tells no size may be, where it is ``alone``."""
    code = unit[0].code
    size = figures.heads.value("sized", name)
    if size is not None:
        return code in _SIZES[size] if size in _SIZES else alone and code not in _MONEY
    if figures.heads.find("money", name):
        return code in _MONEY or code.startswith("other:CNY")
    return alone
