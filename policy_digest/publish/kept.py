"""The small committed file of addresses: once an article is published, its slug stays."""

from collections.abc import Mapping
from pathlib import Path

from policy_digest.publish.pages import write_file

SLUGS = "slugs.tsv"
HEADER = "stem\tslug\n"


def keep_slugs(seeds: Path, kept: Mapping[str, str], published: Mapping[str, str]) -> tuple[str, ...]:
    """Add the slugs of newly published stems to ``seeds/slugs.tsv`` (sorted by stem); returns the stems added.

    ``kept`` is what the file holds already. Nothing is ever removed: an article that leaves may come back.
    """
    added = tuple(sorted(published.keys() - kept.keys()))
    if not added:
        return ()
    path = seeds / SLUGS
    rows = "".join(f"{stem}\t{slug}\n" for stem, slug in sorted({**published, **kept}.items()))
    write_file(path, (_header(path) + rows).encode("utf-8"))
    return added


def _header(path: Path) -> str:
    """Return the comments and column names at the head of the file, as the editor left them."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return "".join(f"{line}\n" for line in lines if line.startswith("#")) + HEADER
