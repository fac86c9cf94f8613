"""Read ``slugs.tsv``, the addresses that were published once and stay."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from policy_digest.errors import Fault, FaultsError
from policy_digest.lexicon.tables import read_rows
from policy_digest.model import Source
from policy_digest.read.sidecar import is_slug, line_of

NAME = "slugs.tsv"
COLUMNS = ("stem", "slug")


def read_slugs(folder: Path) -> Mapping[str, str]:
    """The slug of each stem in ``folder/slugs.tsv``; empty where there is none.

    Raises FaultsError with line for rows that are malformed, out of order or repeated, and for a slug of another shape.
    """
    path = folder / NAME
    if not path.is_file():
        return {}
    faults: list[Fault] = []
    slugs: dict[str, str] = {}
    for row in read_rows(path.stem, COLUMNS, folder=folder):
        stem, slug, line = row["stem"], row["slug"], int(row["line"])
        if not is_slug(slug):
            faults.append(Fault(str(path), line, f"'{slug}'", "lower-case letters and digits with single hyphens"))
        elif slug in slugs.values():
            faults.append(Fault(str(path), line, f"'{slug}' twice", "a slug of its own for each article"))
        slugs[stem] = slug
    if faults:
        raise FaultsError(faults)
    return slugs


def moved_slugs(folder: Path, sources: Iterable[Source]) -> Mapping[str, Fault]:
    """The articles, by stem, whose sidecar states another slug than the one they were published under, as faults.

    Raises FaultsError as ``read_slugs`` does.
    """
    kept = read_slugs(folder)
    moved = [s for s in sources if s.sidecar.slug and s.sidecar.slug != kept.get(s.stem, s.sidecar.slug)]
    lines = {row["stem"]: row["line"] for row in read_rows("slugs", COLUMNS, folder=folder)} if moved else {}
    faults: dict[str, Fault] = {}
    for source in moved:
        sidecar = Path(source.sidecar.path or "")
        found = (
            f"slug '{source.sidecar.slug}', while the article is published as '{kept[source.stem]}' "
            f"({folder / NAME}:{lines[source.stem]})"
        )
        expected = f"'{kept[source.stem]}' or no slug (to move the page, change {NAME} too)"
        faults[source.stem] = Fault(str(sidecar), line_of(sidecar, "slug"), found, expected)
    return faults
