"""All files under ``data/`` that hold data or describe it."""

import json
from typing import Any

from policy_digest import lexicon
from policy_digest.model import Collection, FollowedCommitment, Page, SiteFile
from policy_digest.render.addresses import Root
from policy_digest.render.opendata.csvw import csvw
from policy_digest.render.opendata.figures import COLUMNS, figure_rows
from policy_digest.render.opendata.followed import LINK_COLUMNS, MECHANISM_COLUMNS, link_rows, mechanism_rows
from policy_digest.render.opendata.lists import (
    COMMITMENT_COLUMNS,
    GAP_COLUMNS,
    PROGRAMME_COLUMNS,
    commitment_rows,
    gap_rows,
    programme_rows,
)
from policy_digest.render.opendata.package import data_package, sha256
from policy_digest.render.opendata.parquet import parquet_file
from policy_digest.render.opendata.record_schema import record_schema
from policy_digest.render.opendata.tables import Table, table
from policy_digest.render.opendata.whole import DIGEST_COLUMNS, TERM_COLUMNS, digest_rows, term_rows
from policy_digest.render.record import SCHEMA, record_json

PACKAGE = "data/datapackage.json"
CSV_METADATA = "data/csv-metadata.json"
RECORD_SCHEMA = "data/record.schema.json"


def open_data(collection: Collection, root: Root, *, parquet: bool = False) -> tuple[SiteFile, ...]:
    """The tables (as ``parquet`` files too, if so asked), the records, their schema, and the two descriptions of them.

    The same collection makes the same bytes; ``datapackage.json`` holds the checksum of every table and record.
    """
    described = lexicon.load().columns
    records = {digest.slug: f"{record_json(digest)}\n" for digest in collection.digests}
    hashes = {slug: sha256(body.encode()) for slug, body in records.items()}
    tables = data_tables(collection, hashes)
    data: list[SiteFile] = [
        *(Page(f"data/{one.file.path}", one.text()) for one in tables),
        *(Page(f"data/{slug}.json", body) for slug, body in sorted(records.items())),
        *(parquet_file(one) for one in tables if parquet),
    ]
    package = data_package(described, tables, data, collection.digests, root)
    return (
        *data,
        Page(RECORD_SCHEMA, _json(record_schema(SCHEMA))),
        Page(CSV_METADATA, _json(csvw(tables))),
        Page(PACKAGE, _json(package)),
    )


def data_tables(collection: Collection, hashes: dict[str, str]) -> tuple[Table, ...]:
    """The tables of a collection; ``hashes`` are the checksums of its records by slug."""
    described, digests = lexicon.load().columns, collection.digests
    followed: dict[str, dict[str, FollowedCommitment]] = {}
    for one in collection.commitments:
        followed.setdefault(one.digest.slug, {})[one.item.id] = one
    return (
        table(described, "indicators.csv", COLUMNS, (row for digest in digests for row in figure_rows(digest))),
        table(
            *(described, "commitments.csv", COMMITMENT_COLUMNS),
            (row for digest in digests for row in commitment_rows(digest, followed.get(digest.slug, {}))),
        ),
        table(described, "commitment_links.csv", LINK_COLUMNS, link_rows(collection.commitments)),
        table(
            *(described, "programmes.csv", PROGRAMME_COLUMNS),
            (row for digest in digests for row in programme_rows(digest)),
        ),
        table(described, "mechanisms.csv", MECHANISM_COLUMNS, mechanism_rows(collection.likenesses)),
        table(described, "gaps.csv", GAP_COLUMNS, (row for digest in digests for row in gap_rows(digest))),
        table(described, "terms.csv", TERM_COLUMNS, term_rows(digests)),
        table(described, "digests.jsonl", DIGEST_COLUMNS, digest_rows(digests, hashes)),
    )


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
