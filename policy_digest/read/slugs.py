"""Read ``slugs.tsv``, the addresses that were published once and stay."""

from collections.abc import Mapping
from pathlib import Path

from policy_digest.errors import Fault, FaultsError
from policy_digest.lexicon.tables import read_rows
from policy_digest.read.sidecar import is_slug

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
