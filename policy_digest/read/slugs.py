"""Read ``slugs.tsv``, the addresses that were published once and stay."""

from collections.abc import Iterable, Mapping, Set
from pathlib import Path

from policy_digest.errors import Fault, FaultsError
from policy_digest.lexicon.tables import read_rows
from policy_digest.model import Ledger, Source
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


def renamed_stems(
    folder: Path, stems: Set[str], ledger: Ledger, sentences: Mapping[str, Set[str]]
) -> tuple[Fault, ...]:
    """A fault for each published stem whose file has another name now: most of its recorded sentences are in that.

    ``stems`` are those that have a file, ``sentences`` the hashes of sentences by stem, as the ledger has them.
    Raises FaultsError as ``read_slugs`` does.
    """
    kept = read_slugs(folder)
    new = {stem: found for stem, found in sentences.items() if stem not in kept}
    gone = kept.keys() - stems if new else set()
    lines = {row["stem"]: int(row["line"]) for row in read_rows("slugs", COLUMNS, folder=folder)} if gone else {}
    faults: list[Fault] = []
    for stem in gone:
        recorded = {row.sentence for row in ledger.rows if row.slug == kept[stem]}
        alike = max(sorted(new), key=lambda other: len(recorded & new[other]))
        if len(recorded & new[alike]) * 2 > len(recorded):
            found = f"the stem '{stem}' without a file, and '{alike}' with the same text"
            expected = f"the stem to be changed to '{alike}' here, so that addresses and translations stay"
            faults.append(Fault(str(folder / NAME), lines[stem], found, expected))
    return tuple(faults)
