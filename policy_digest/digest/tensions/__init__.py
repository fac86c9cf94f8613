"""Inner tensions: two things a text says that do not go together, shown side by side and never resolved.

``twice`` has two figures for one thing, ``parts`` totals and parts, ``rates`` rates and values, ``spellings`` names of
places; ``digest.matters`` has the figures ready to be compared, ``digest.intervals`` how far a printed figure reaches.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from policy_digest.digest.matters import Matter
from policy_digest.digest.tensions.parts import parted
from policy_digest.digest.tensions.rates import misrated
from policy_digest.digest.tensions.spellings import misspelt
from policy_digest.digest.tensions.twice import twice_told
from policy_digest.lexicon import Lexicon
from policy_digest.model import Listed, Record, Side, Tension, TensionKind, id_of

__all__ = ["find_tensions"]


def find_tensions(record: Record, matters: Sequence[Matter], lexicon: Lexicon) -> tuple[Tension, ...]:
    """The tensions of a record in the text's order, each once; ``matters`` are its figures, ready to be compared."""
    slug = record.article.slug
    found = {tension.id: tension for tension in _all(slug, record, matters, lexicon)}
    return tuple(sorted(found.values(), key=lambda tension: (max(side.start for side in tension.sides), tension.id)))


def _all(slug: str, record: Record, matters: Sequence[Matter], lexicon: Lexicon) -> Iterator[Tension]:
    for kind, case, about, told in twice_told(matters, lexicon.tensions):
        yield _tension(slug, kind, case, about, tuple(matter.side for matter in told))
    for kind, case, about, told, computed in parted(matters, lexicon.tensions):
        yield _tension(slug, kind, case, about, tuple(matter.side for matter in told), computed)
    for kind, case, about, told, computed in misrated(matters, lexicon.tensions):
        yield _tension(slug, kind, case, about, tuple(matter.side for matter in told), computed)
    for about, sides, listed in misspelt(record.article, lexicon):
        yield _tension(slug, "place-name", "listed" if listed else "spelling", about, sides, listed=listed)


def _tension(
    slug: str,
    kind: TensionKind,
    case: str,
    about: str,
    sides: tuple[Side, ...],
    computed: Decimal | None = None,
    listed: Listed | None = None,
) -> Tension:
    words = "\n".join(f"{side.sentence} {side.words}" for side in sides)
    return Tension(id_of("t", slug, kind, case, about, words), kind, case, about, sides, computed, listed)
