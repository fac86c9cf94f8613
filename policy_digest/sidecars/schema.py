"""The JSON Schema of a sidecar, for programs in which editors write one (``# yaml-language-server: $schema=…``)."""

from collections.abc import Mapping
from typing import Any, get_args

from policy_digest.model import Action, Target
from policy_digest.sidecars.corrections import ADDRESS, FIELDS, NAMES, NEEDS, SHAPES, SIGNED, Shape
from policy_digest.sidecars.forms import KEYS, Form

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """The schema, of the tables by which the reader of sidecars checks.

    It cannot say what hangs on the article (words must stand in it) or on the order of two dates; the reader does.
    """
    return {
        "$schema": DRAFT,
        "title": "Policy Digest sidecar",
        "description": "What an editor states about an article, beside it as <stem>.yml",
        "type": ["object", "null"],
        "properties": {
            **{key: _described(form) for key, form in KEYS.items()},
            "corrections": {
                "description": "a list of corrections, each with by, date and why",
                "type": "array",
                "items": {"type": "object", "allOf": [_actions(), *(_case(*case) for case in SHAPES.items())]},
            },
        },
        "additionalProperties": False,
    }


def _described(form: Form) -> dict[str, Any]:
    return {"description": form.expected, **form.schema}


def _actions() -> dict[str, Any]:
    """One action, on a target that it may have, with what every correction states."""
    targets = {action: [target for known, target in SHAPES if known == action] for action in get_args(Action)}
    return {
        "oneOf": [{"properties": {action: {"enum": found}}, "required": [action]} for action, found in targets.items()],
        "required": list(SIGNED),
    }


def _case(which: tuple[Action, Target], shape: Shape) -> dict[str, Any]:
    """What a correction of one action on one target may hold."""
    action, target = which
    condition = {"properties": {action: {"const": target}}, "required": [action]}
    return {"if": condition, "then": _shape(action, target, shape)}


def _shape(action: Action, target: Target, shape: Shape) -> dict[str, Any]:
    properties: dict[str, Any] = {action: {"const": target}}
    properties |= {key: _described(form) for key, form in SIGNED.items()}
    properties |= {key: _described(ADDRESS[key]) for key in shape.addresses}
    required: list[str] = [action]
    if shape.sets:
        properties["set"] = _fields(FIELDS[target], shape)
        required += ["set"] if shape.needs_set else []
    if shape.renames:
        properties["to"] = _described(FIELDS[target][NAMES[target]])
        required.append("to")
    made: dict[str, Any] = {"properties": properties, "required": required, "additionalProperties": False}
    if "in" in shape.addresses:
        made["dependentRequired"] = {"in": ["words"]}
    if shape.one_of:
        made["anyOf"] = [{"required": [key]} for key in shape.one_of]
    return made


def _fields(fields: Mapping[str, Form], shape: Shape) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {name: _described(form) for name, form in fields.items()},
        "required": list(shape.required),
        "dependentRequired": {name: [other] for name, other in NEEDS.items() if name in fields},
        "minProperties": 1,
        "additionalProperties": False,
    }
