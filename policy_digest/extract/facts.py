"""Which mentions tell one fact."""

import hashlib

from policy_digest.extract.mention import Mention


def fact(slug: str, name: str, area: str | None, mention: Mention) -> str:
    """The id that mentions of one fact share: same article, name, place, period, value and unit."""
    parts = (
        slug,
        name,
        area or "",
        mention.time_period or "",
        str(mention.value),
        mention.unit_measure,
        mention.nature,
    )
    return "f-" + hashlib.sha256("\n".join(parts).encode()).hexdigest()[:10]
