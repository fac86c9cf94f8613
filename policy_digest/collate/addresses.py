"""Where addresses lead that were published once: to the article's other slug, to the row a figure has now.

An article is known by the stem of its file, a figure by the alignment of the ledger. What is recorded only grows.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from policy_digest.collate.ledger import aligned
from policy_digest.collate.localities import place_key
from policy_digest.model import Address, Addresses, BilingualDigest, Collection, FormerRow, Ledger


def moved_slugs(recorded: Iterable[Address], digests: Iterable[BilingualDigest]) -> Mapping[str, str]:
    """The slugs under which articles were published that have another now, each with that one."""
    now = {digest.digest.record.article.source.stem: digest.slug for digest in digests}
    live = {*now.values()}
    known = [row for row in recorded if row.stem]
    # The file was renamed, and with it the stem of slugs.tsv: the address that stayed tells which article it is.
    renamed = {row.stem: row.slug for row in known if row.stem not in now and row.slug in live}
    stems = renamed | now
    return {row.slug: stems[row.stem] for row in known if row.stem in stems and row.slug not in live}


def as_moved(ledger: Ledger, moved: Mapping[str, str]) -> Ledger:
    """The ledger with the rows of articles that moved under the slug they have now."""
    if not moved:
        return ledger
    return replace(ledger, rows=tuple(replace(row, slug=moved.get(row.slug, row.slug)) for row in ledger.rows))


def addresses(recorded: Sequence[Address], ledger: Ledger, digests: Sequence[BilingualDigest]) -> Addresses:
    """What was ``recorded``, with where it leads now; ``ledger`` is as it was recorded, under the slugs of then."""
    moved = moved_slugs(recorded, digests)
    of_rows = [row for row in recorded if row.observation]
    of_rows += [Address(f"digests/{row.slug}/#{row.id}", observation=row.id) for row in ledger.rows]
    by_slug: dict[str, list[Address]] = {}
    for row in of_rows:
        by_slug.setdefault(moved.get(row.slug, row.slug), []).append(row)
    then = as_moved(ledger, moved)
    found = [former for digest in digests for former in _former_rows(digest, by_slug.get(digest.slug, []), then)]
    found.sort(key=lambda former: former[0].address)
    return Addresses(
        tuple(recorded),
        tuple(sorted(moved.items())),
        tuple(row for row, is_shown in found if is_shown),
        tuple(row for row, is_shown in found if not is_shown),
    )


def _former_rows(
    digest: BilingualDigest, published: Sequence[Address], ledger: Ledger
) -> Iterator[tuple[FormerRow, bool]]:
    """The addresses of rows that the page has no more, each with whether it has the figure; each anchor once."""
    if not published:
        return
    shown = {mark.observation for section in digest.sections for row in section.rows for mark in row.marks}
    taken = shown | {row.anchor for section in digest.sections for row in section.rows}
    now = aligned(digest, [row for row in ledger.rows if row.slug == digest.slug])
    for row in sorted(published, key=lambda row: row.address):
        observation = now.get(row.observation, row.observation)
        if row.anchor not in taken:
            taken.add(row.anchor)
            yield FormerRow(row.address, digest.slug, observation), observation in shown


def address_rows(collection: Collection, live: Iterable[str]) -> tuple[Address, ...]:
    """What is to be recorded, by address: all that was, and the ``live`` pages and rows of the collection."""
    rows = {row.address: row for row in collection.addresses.recorded}
    rows |= {address: Address(address) for address in live if address}
    stems = {digest.slug: digest.digest.record.article.source.stem for digest in collection.digests}
    for slug, to in collection.addresses.moved:
        if f"digests/{slug}/" in rows:
            rows[f"digests/{slug}/"] = replace(rows[f"digests/{slug}/"], stem=stems[to])
    for former in (*collection.addresses.gone_rows, *collection.addresses.former_rows):
        rows[former.address] = Address(former.address, observation=former.observation)
    for digest in collection.digests:
        page, key = f"digests/{digest.slug}/", place_key(digest)
        rows[page] = Address(page, stems[digest.slug], f"places/{key}/" if key else "")
        for row in (row for section in digest.sections for row in section.rows if row.marks):
            rows[f"{page}#{row.anchor}"] = Address(f"{page}#{row.anchor}", observation=row.marks[0].observation)
    return tuple(rows[address] for address in sorted(rows))
