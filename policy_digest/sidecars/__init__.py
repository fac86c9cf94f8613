"""What may stand in a sidecar: the tables that its reader checks by, and the JSON Schema made of the same tables.

``forms`` holds the forms of values and the keys of metadata, ``corrections`` the shapes of corrections, ``schema`` what
an editor's program checks by.
"""

from policy_digest.sidecars.corrections import ADDRESS, FIELDS, NAMES, NEEDS, SHAPES, SIGNED, WHOLE, Shape, targets_of
from policy_digest.sidecars.forms import KEYS, TAKEN, Form, is_day, is_period, is_slug
from policy_digest.sidecars.schema import schema

__all__ = [
    "ADDRESS",
    "FIELDS",
    "KEYS",
    "NAMES",
    "NEEDS",
    "SHAPES",
    "SIGNED",
    "TAKEN",
    "WHOLE",
    "Form",
    "Shape",
    "is_day",
    "is_period",
    "is_slug",
    "schema",
    "targets_of",
]
