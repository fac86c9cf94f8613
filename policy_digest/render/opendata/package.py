"""``data/datapackage.json``: all data files as the standard Data Package 2 describes them.

The standard names an encoding by its IANA name, and knows none for a byte order mark: CSV files are ``utf-8``, and
``byteOrderMark`` (a property of our own, as the standard allows) says that they open with one. ``jsonSchema`` is
another: the schema of a record. Schemas are no data, and not among the resources. ``parquet`` is a third: the same
table as a Parquet file, which is no other resource.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from policy_digest.lexicon.columns import Column, Columns, DataFile
from policy_digest.model import BilingualDigest, Binary, SiteFile, Text
from policy_digest.render.addresses import Root
from policy_digest.render.opendata.tables import Table, parquet_name

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
LICENCE: Mapping[str, str] = {
    "name": "MIT",
    "path": "https://opensource.org/license/mit",
    "title": "MIT License, for this project’s own work; articles and the words quoted of them remain their authors’",
}
NAME = Text("政策文摘", "Policy Digest", "project")
ABOUT = Text(
    "从中国地方政府的年度回顾和工作报告中读出的数据、承诺、项目和缺项，由程序按公开的规则读出，中英文对照，每条都附所在的原句。",
    "Figures, commitments, programmes and gaps read out of the year reviews and work reports of China’s local "
    "governments by published rules, in Chinese and English, each with the sentence it comes from.",
    "project",
)
_PERIOD = r"^(\.\.|\d{4}(-\d\d){0,2})(/(\.\.|\d{4}(-\d\d){0,2}))?$"
_RECORD = "{slug}.json"
MEDIA_TYPES: Mapping[str, str] = {
    "csv": "text/csv",
    "json": "application/json",
    "jsonl": "application/jsonl",
    "parquet": "application/vnd.apache.parquet",
}


def sha256(content: bytes) -> str:
    """The checksum of a file of this content."""
    return hashlib.sha256(content).hexdigest()


def data_package(
    described: Columns,
    tables: Iterable[Table],
    files: Sequence[SiteFile],
    digests: Sequence[BilingualDigest],
    root: Root,
) -> dict[str, Any]:
    """The package of ``files`` (all under ``data/``), those of ``tables`` with their schemas."""
    by_path = {table.file.path: table for table in tables}
    others = {page.path.removeprefix("data/"): page for page in files if isinstance(page, Binary)}
    by_record = {f"{bilingual.slug}.json": bilingual for bilingual in digests}
    resources = []
    for page in (page for page in files if not isinstance(page, Binary)):
        path = page.path.removeprefix("data/")
        told = described.files[_RECORD if path in by_record else path]
        resource = _resource(path, page.content, told, by_record.get(path))
        if table := by_path.get(path):
            resource |= _tabular(table) | _also(others.get(parquet_name(table)))
        resources.append(resource)
    home = {"homepage": root.address} if root.address else {}
    return {
        "$schema": PROFILE,
        "name": "policy-digest",
        "title": NAME.en,
        "title_zh": NAME.zh,
        "description": ABOUT.en,
        "description_zh": ABOUT.zh,
        **home,
        "licenses": [LICENCE],
        "contributors": [{"title": NAME.en, "roles": ["publisher"]}],
        "sources": [_source(bilingual) for bilingual in digests],
        "resources": resources,
    }


def _resource(path: str, content: bytes, told: DataFile, article: BilingualDigest | None) -> dict[str, Any]:
    ending = path.rpartition(".")[2]
    stem = path.removesuffix(f".{ending}")
    of_article = {"jsonSchema": "record.schema.json", "sources": [_source(article)]} if article else {}
    return {
        "name": f"record-{stem}" if article else stem,
        "path": path,
        "title": told.title.en,
        "title_zh": told.title.zh,
        "description": told.about.en,
        "description_zh": told.about.zh,
        "format": ending,
        "mediatype": MEDIA_TYPES[ending],
        "encoding": "utf-8",
        **_sized(content),
        **of_article,
    }


def _sized(content: bytes) -> dict[str, Any]:
    return {"bytes": len(content), "hash": f"sha256:{sha256(content)}"}


def _also(file: Binary | None) -> dict[str, Any]:
    """The Parquet file of a table, where there is one."""
    if file is None:
        return {}
    path = file.path.removeprefix("data/")
    return {"parquet": {"path": path, "mediatype": MEDIA_TYPES["parquet"], **_sized(file.content)}}


def _source(bilingual: BilingualDigest) -> dict[str, str]:
    """The article a record was read from."""
    metadata = bilingual.digest.record.article.metadata
    credit = f" ({metadata.credited_to.value})" if metadata.credited_to else ""
    address = {"path": metadata.source_url.value} if metadata.source_url else {}
    return {"title": f"{bilingual.title.zh}{credit}", **address}


def _tabular(table: Table) -> dict[str, Any]:
    """What a table adds to its resource: the dialect where it is not the usual one, and the schema."""
    csv = {"byteOrderMark": True, "dialect": {"lineTerminator": "\r\n"}}
    schema = {"fields": [_field(column) for column in table.columns], "primaryKey": list(table.file.key)}
    return {"type": "table", **(csv if table.is_csv else {}), "schema": schema}


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if column.is_required else {}
    if column.values:
        constraints["enum"] = list(column.values)
    if column.type == "period":
        constraints["pattern"] = _PERIOD
    return {
        "name": column.name,
        "type": "string" if column.type == "period" else column.type,
        "title": column.title.en,
        "title_zh": column.title.zh,
        "description": column.about.en,
        "description_zh": column.about.zh,
        **({"constraints": constraints} if constraints else {}),
    }
