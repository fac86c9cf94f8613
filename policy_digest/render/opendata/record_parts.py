"""The pieces that the schema of a record is put together of."""

from collections.abc import Iterable, Mapping
from typing import Any

Schema = dict[str, Any]

WORDS: Mapping[str, Any] = {"type": "string", "minLength": 1}
NULLABLE: Mapping[str, Any] = {"type": ["string", "null"]}
FLAG: Mapping[str, Any] = {"type": "boolean"}
INTEGER: Mapping[str, Any] = {"type": "integer"}
COUNT: Mapping[str, Any] = {"type": "integer", "minimum": 0}
SHA256: Mapping[str, Any] = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
_DIGITS = r"^-?[0-9]+(\.[0-9]+)?$"
DECIMAL: Mapping[str, Any] = {"type": "string", "pattern": _DIGITS}
DECIMAL_OR_NULL: Mapping[str, Any] = {"type": ["string", "null"], "pattern": _DIGITS}


def told(schema: Mapping[str, Any], words: str) -> Schema:
    """``schema`` with what it describes."""
    return {"description": words, **schema}


def record(words: str, /, **properties: Mapping[str, Any]) -> Schema:
    """An object that has all of ``properties``."""
    return {
        "description": words,
        "type": "object",
        "required": list(properties),
        "properties": {name: dict(value) for name, value in properties.items()},
    }


def array(items: Mapping[str, Any], words: str = "") -> Schema:
    """A list of ``items``."""
    return {**({"description": words} if words else {}), "type": "array", "items": dict(items)}


def choice(values: Iterable[str], words: str) -> Schema:
    """One of ``values``."""
    return {"description": words, "enum": list(values)}


def or_null(schema: Mapping[str, Any]) -> Schema:
    """What ``schema`` allows, or null."""
    return {"anyOf": [dict(schema), {"type": "null"}]}


def ident(letter: str, words: str) -> Schema:
    """An id that begins with ``letter``, as all ids of a kind do."""
    return {"description": words, "type": "string", "pattern": f"^{letter}-[0-9a-f]"}


SENTENCES: Schema = array(ident("s", "a sentence"), "ids of the sentences it stands on")
SPAN: Mapping[str, Schema] = {
    "start": told(COUNT, "offset of its first character in the source text, in code points"),
    "end": told(COUNT, "offset behind its last character"),
}
