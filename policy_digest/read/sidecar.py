"""Read ``<stem>.yml``, what an editor states about an article: every key checked, every fault with its line."""

from pathlib import Path
from typing import Any

import yaml

from policy_digest import lexicon
from policy_digest.checks import figure_faults, told
from policy_digest.errors import Fault, FaultsError
from policy_digest.model import Sidecar
from policy_digest.read.corrections import read_corrections
from policy_digest.read.nodes import compose, kind, line, problem, tag
from policy_digest.sidecars import KEYS, is_period, is_slug

__all__ = ["check_title", "is_period", "is_slug", "line_of", "read_sidecar"]

CORRECTIONS = "corrections"


def read_sidecar(path: Path) -> Sidecar:
    """Return what ``path`` states, an empty ``Sidecar`` without such a file. Raises FaultsError with all its faults."""
    if not path.is_file():
        return Sidecar()
    node = compose(path)
    if node is None or (isinstance(node, yaml.ScalarNode) and tag(node) == "null"):
        return Sidecar(path=path.as_posix())
    if not isinstance(node, yaml.MappingNode):
        raise FaultsError([Fault(str(path), line(node), kind(node), "keys and values (title: …)")])
    faults: list[Fault] = []
    values: dict[str, Any] = {}
    for key_node, value_node in node.value:
        if key_node.value in values:
            faults.append(Fault(str(path), line(key_node), f"'{key_node.value}' twice", "each key once"))
        else:
            values |= _value(path, key_node, value_node, faults)
    if faults:
        raise FaultsError(faults)
    return Sidecar(path=path.as_posix(), **values)


def _value(path: Path, key_node: yaml.Node, node: yaml.Node, faults: list[Fault]) -> dict[str, Any]:
    """What one key states, by its name; nothing where it is at fault."""
    key = str(key_node.value)
    if key == CORRECTIONS:
        return {key: read_corrections(path, key_node, node, faults)}
    if key not in KEYS:
        known = ", ".join((*KEYS, CORRECTIONS))
        faults.append(Fault(str(path), line(key_node), f"unknown key '{key}'", f"one of {known}"))
        return {}
    form = KEYS[key]
    if wrong := problem(key, node, form):
        faults.append(Fault(str(path), line(key_node), *wrong))
        return {}
    return {key: tuple(str(item.value).strip() for item in node.value) if form.is_list else str(node.value).strip()}


def line_of(path: Path, key: str) -> int:
    """Return the line on which a sidecar without faults states ``key``; 0 where it does not."""
    node = compose(path) if path.is_file() else None
    keys = [key_node for key_node, _ in node.value] if isinstance(node, yaml.MappingNode) else []
    return next((line(key_node) for key_node in keys if key_node.value == key), 0)


def check_title(sidecar: Sidecar, title: str | None) -> None:
    """Hold a sidecar's English title to the article's ``title``. Raises FaultsError for other figures."""
    if title is None or not sidecar.title_en:
        return
    if wrong := figure_faults(title, sidecar.title_en, lexicon.load()):
        path = Path(sidecar.path or "")
        expected = f"the figures of '{title}' and no others"
        raise FaultsError([Fault(str(path), line_of(path, "title_en"), told(sidecar.title_en, wrong), expected)])
