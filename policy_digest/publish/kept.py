"""The committed files that a build may add to: the slugs of what was published, and the sentences to translate."""

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


def keep_translations(i18n: Path, catalogues: Mapping[str, str]) -> tuple[Path, ...]:
    """Write each slug's catalogue to ``i18n/en/<slug>.po``; returns the files that changed."""
    paths = {i18n / "en" / f"{slug}.po": text for slug, text in sorted(catalogues.items())}
    return tuple(path for path, text in paths.items() if write_file(path, text.encode("utf-8")))
