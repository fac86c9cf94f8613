"""Read a sidecar's ``corrections``: each entry held to the shape of its action and target, with the lines of faults."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import cast, get_args

import yaml

from policy_digest.errors import Fault
from policy_digest.model import Action, Correction, Target
from policy_digest.read.nodes import keys_twice, kind, line, problem
from policy_digest.sidecars import ADDRESS, FIELDS, NAMES, NEEDS, SHAPES, SIGNED, Form, Shape, targets_of

ACTIONS: tuple[Action, ...] = get_args(Action)
_FORM = "a list of corrections, each beginning '- change: …', '- hide: …', '- add: …' or '- rename: …'"


class _Entry:
    """One entry while it is read: its nodes by key, and where its faults go."""

    def __init__(self, path: Path, node: yaml.MappingNode, faults: list[Fault]) -> None:
        self.node = node
        self.values = {str(key.value): value for key, value in node.value}
        self._path, self._faults = path, faults

    def fault(self, node: yaml.Node, found: str, expected: str) -> None:
        """Note what is wrong at ``node``."""
        self._faults.append(Fault(str(self._path), line(node), found, expected))

    def repeated(self, node: yaml.MappingNode) -> None:
        """Note the keys that stand in ``node`` twice."""
        for key in keys_twice(node):
            self.fault(key, f"'{key.value}' twice", "each key once")


def read_corrections(path: Path, key: yaml.Node, node: yaml.Node, faults: list[Fault]) -> tuple[Correction, ...]:
    """The corrections of ``node`` in their order; ``faults`` gets what is wrong with the others."""
    if not isinstance(node, yaml.SequenceNode):
        faults.append(Fault(str(path), line(key), f"{kind(node)} for '{key.value}'", _FORM))
        return ()
    found = (_entry(path, item, faults) for item in node.value)
    return tuple(correction for correction in found if correction)


def _entry(path: Path, node: yaml.Node, faults: list[Fault]) -> Correction | None:
    if not isinstance(node, yaml.MappingNode):
        faults.append(Fault(str(path), line(node), f"{kind(node)} among the corrections", _FORM))
        return None
    before = len(faults)
    entry = _Entry(path, node, faults)
    entry.repeated(node)
    which = _which(entry)
    if which is None:
        return None
    action, target = which
    shape = SHAPES[which]
    forms = {**SIGNED, **{key: ADDRESS[key] for key in shape.addresses}}
    if shape.renames:
        forms = {**forms, "to": FIELDS[target][NAMES[target]]}
    told = _told(entry, node, forms, {action, *(("set",) if shape.sets else ())})
    _missing(entry, shape)
    values = _fields(entry, target, shape)
    if "to" in told:
        values = {NAMES[target]: told["to"]}
    return None if len(faults) > before else _correction(action, target, told, values, line(node))


def _correction(
    action: Action, target: Target, told: Mapping[str, str], values: Mapping[str, str], place: int
) -> Correction:
    return Correction(
        action,
        target,
        by=told["by"],
        date=told["date"],
        why=told["why"],
        line=place,
        id=told.get("id"),
        words=told.get("words"),
        within=told.get("in"),
        values=tuple(values.items()),
    )


def _which(entry: _Entry) -> tuple[Action, Target] | None:
    """The action and target of an entry; None, with a fault, where it has none that there is."""
    actions = [action for action in ACTIONS if action in entry.values]
    if len(actions) != 1:
        found = "a correction with " + (" and ".join(f"'{action}'" for action in actions) or "no action")
        entry.fault(entry.node, found, "one of change, hide, add, rename")
        return None
    action = actions[0]
    node = entry.values[action]
    target = node.value if isinstance(node, yaml.ScalarNode) else ""
    if target not in targets_of(action):
        found = f"'{target}'" if target else kind(node)
        entry.fault(node, f"{found} for '{action}'", "one of " + ", ".join(targets_of(action)))
        return None
    return action, cast("Target", target)


def _told(entry: _Entry, mapping: yaml.MappingNode, forms: Mapping[str, Form], others: Iterable[str]) -> dict[str, str]:
    """The values of ``mapping`` that have their forms; keys that are neither of ``forms`` nor ``others`` are faults."""
    told: dict[str, str] = {}
    known = (*others, *forms)
    for key_node, node in mapping.value:
        key = str(key_node.value)
        if key not in known:
            entry.fault(key_node, f"unknown key '{key}'", "one of " + ", ".join(sorted(known)))
        elif key in forms:
            if wrong := problem(key, node, forms[key]):
                entry.fault(key_node, *wrong)
            else:
                told[key] = " ".join(str(node.value).split())
    return told


def _missing(entry: _Entry, shape: Shape) -> None:
    """Note what an entry lacks."""
    needed = [*SIGNED, *(("set",) if shape.needs_set else ()), *(("to",) if shape.renames else ())]
    for key in needed:
        if key not in entry.values:
            entry.fault(entry.node, f"a correction without '{key}'", f"{', '.join(needed)} in each such correction")
    if shape.one_of and not entry.values.keys() & set(shape.one_of):
        keys = " or ".join(f"'{key}'" for key in shape.one_of)
        entry.fault(entry.node, f"a correction without {keys}", "what it is about, by id or by the words of the text")
    if "in" in shape.addresses and "in" in entry.values and "words" not in entry.values:
        entry.fault(entry.values["in"], "'in' without 'words'", "the words that stand in it, too")


def _fields(entry: _Entry, target: Target, shape: Shape) -> dict[str, str]:
    """What ``set`` sets, by field."""
    node = entry.values.get("set")
    if node is None or not shape.sets:
        return {}
    if not isinstance(node, yaml.MappingNode) or not node.value:
        entry.fault(node, f"{kind(node)} for 'set'", "fields and values, of " + ", ".join(FIELDS[target]))
        return {}
    entry.repeated(node)
    told = _told(entry, node, FIELDS[target], ())
    nodes = {str(key.value) for key, _ in node.value}
    for field in (*shape.required, *(other for key, other in NEEDS.items() if key in nodes)):
        if field not in nodes:
            entry.fault(node, f"'set' without '{field}'", f"'{field}' too")
    return told
