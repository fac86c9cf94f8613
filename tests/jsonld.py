"""What readers of structured data ask of a digest's ``Report`` and of a ``Dataset``, as JSON Schemas.

For datasets it is what Google's documentation requires (name; a description of 50 to 5,000 characters) and recommends,
in its forms; written after it, since no schema of it is published. A report has what of that is not of data alone.
"""

from collections.abc import Mapping
from typing import Any

from jsonschema import Draft202012Validator

WORDS = {"type": "string", "minLength": 1}
ADDRESS = {"type": "string", "pattern": "^https?://"}
WAY = {"type": "string", "pattern": r"^(https?://|(\.\./|\./)+)"}
"""An address, or a relative one where the site's own is not known."""
PLACE = {"type": "object", "required": ["@type", "name"], "properties": {"@type": {"const": "Place"}, "name": WORDS}}
# A date of ISO 8601, or an interval of two of which one may be open.
PERIOD = {"type": "string", "pattern": r"^(\d{4}(-\d\d){0,2}(/(\.\.|\d{4}(-\d\d){0,2}))?|\.\./\d{4}(-\d\d){0,2})$"}
VARIABLE = {
    "type": "object",
    "required": ["@type", "name"],
    "properties": {"@type": {"const": "PropertyValue"}, "name": WORDS, "unitText": WORDS},
}
_SHARED = ("@type", "@id", "name", "description", "url", "license", "creator", "inLanguage", "isAccessibleForFree")
_COVERED = ("temporalCoverage", "spatialCoverage")


def _shared(address: Mapping[str, str]) -> dict[str, Any]:
    maker = {
        "type": "object",
        "required": ["@type", "name"],
        "properties": {"@type": {"const": "Organization"}, "name": WORDS, "url": address},
    }
    return {
        "@id": address,
        "name": WORDS,
        "description": {"type": "string", "minLength": 50, "maxLength": 5000},
        "url": address,
        "license": ADDRESS,
        "creator": maker,
        "inLanguage": {"type": "array", "minItems": 1, "items": {"enum": ["zh-Hans", "en"]}},
        "isAccessibleForFree": {"const": True},
        "temporalCoverage": PERIOD,
        "spatialCoverage": {"anyOf": [PLACE, {"type": "array", "minItems": 1, "items": PLACE}]},
    }


def _dataset(address: Mapping[str, str]) -> Draft202012Validator:
    download = {
        "type": "object",
        "required": ["@type", "contentUrl", "encodingFormat"],
        "properties": {
            "@type": {"const": "DataDownload"},
            "contentUrl": address,
            "encodingFormat": {"type": "string", "pattern": "^[a-z]+/[a-z.+-]+$"},
        },
    }
    return Draft202012Validator(
        {
            "type": "object",
            "required": [*_SHARED, *_COVERED, "variableMeasured", "distribution"],
            "properties": {
                **_shared(address),
                "@type": {"const": "Dataset"},
                "variableMeasured": {"type": "array", "minItems": 1, "items": VARIABLE},
                "distribution": {"type": "array", "minItems": 1, "items": download},
            },
        }
    )


def _report(address: Mapping[str, str]) -> Draft202012Validator:
    based_on = {
        "type": "object",
        "required": ["@type", "identifier", "inLanguage"],
        "properties": {
            "@type": {"const": "CreativeWork"},
            "identifier": {"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"},
            "url": ADDRESS,
        },
        "not": {"required": ["publisher"]},
    }
    return Draft202012Validator(
        {
            "type": "object",
            "required": [*_SHARED, *_COVERED, "isBasedOn"],
            "properties": {**_shared(address), "@type": {"const": "Report"}, "isBasedOn": based_on},
        }
    )


DATASET, REPORT = _dataset(ADDRESS), _report(ADDRESS)
RELATIVE = _report(WAY), _dataset(WAY)
"""The two where the site does not know its address."""
