"""``data/csv-metadata.json``: the CSV files as the W3C's CSV on the Web (CSVW) describes them.

A program that is given one of the files finds it by this name. In CSVW UTF-8 is decoded as browsers do, by which a
leading byte order mark is no part of the data. ``titles`` are what the header has: readers' names are ``dc:title``.
"""

from collections.abc import Iterable
from typing import Any

from policy_digest.lexicon.columns import Column
from policy_digest.model import Text
from policy_digest.render.opendata.package import ABOUT, LICENCE, NAME
from policy_digest.render.opendata.tables import Table

_TYPES = {"period": "string", "number": "decimal"}


def csvw(tables: Iterable[Table]) -> dict[str, Any]:
    """The table group of those ``tables`` that are CSV files."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:title": _both(NAME),
        "dc:description": _both(ABOUT),
        "dc:license": {"@id": LICENCE["path"]},
        "dialect": {"encoding": "utf-8", "header": True, "lineTerminators": ["\r\n", "\n"]},
        "tables": [_table(table) for table in tables if table.is_csv],
    }


def _table(table: Table) -> dict[str, Any]:
    return {
        "url": table.file.path,
        "dc:title": _both(table.file.title),
        "dc:description": _both(table.file.about),
        "tableSchema": {
            "columns": [_column(column) for column in table.columns],
            "primaryKey": list(table.file.key),
        },
    }


def _column(column: Column) -> dict[str, Any]:
    kind = _TYPES.get(column.type, column.type)
    values = {"base": "string", "format": "|".join(column.values)}
    return {
        "name": column.name,
        "titles": column.name,
        "dc:title": _both(column.title),
        "dc:description": _both(column.about),
        "datatype": values if column.values else kind,
        "required": column.is_required,
    }


def _both(text: Text) -> list[dict[str, str]]:
    return [{"@value": text.en or "", "@language": "en"}, {"@value": text.zh, "@language": "zh-Hans"}]
