"""YAML as nodes, so that each fault has the line of the key or value it is about."""

from collections.abc import Iterator
from pathlib import Path

import yaml

from policy_digest.errors import Fault, FaultsError
from policy_digest.sidecars import Form


def compose(path: Path) -> yaml.Node | None:
    """The document of ``path``, None for an empty one. Raises FaultsError where it is no UTF-8 or no YAML."""
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = data.count(b"\n", 0, error.start) + 1
        raise FaultsError([Fault(str(path), place, f"byte 0x{data[error.start]:02x}", "UTF-8")]) from error
    try:
        return yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = mark.line + 1 if mark else 0
        raise FaultsError([Fault(str(path), place, error.problem or "no YAML", "YAML")]) from error
    except yaml.reader.ReaderError as error:
        place = text.count("\n", 0, error.position) + 1
        raise FaultsError([Fault(str(path), place, f"the character U+{int(error.character):04X}", "YAML")]) from error


def problem(name: str, node: yaml.Node, form: Form) -> tuple[str, str] | None:
    """What is wrong with a value (found, expected), None where it has the form; ``name`` is its key."""
    if form.is_list:
        if not isinstance(node, yaml.SequenceNode):
            return f"{kind(node)} for '{name}'", form.expected
        wrong = next((item for item in node.value if not _fits(item, form)), None)
        return (f"{kind(wrong)} in '{name}'", form.expected) if wrong is not None else None
    if not isinstance(node, yaml.ScalarNode) or tag(node) not in form.tags:
        return f"{kind(node)} for '{name}'", form.expected
    return None if form.check(node.value) else (f"'{node.value}' for '{name}'", form.expected)


def _fits(node: yaml.Node, form: Form) -> bool:
    return isinstance(node, yaml.ScalarNode) and tag(node) in form.tags and form.check(node.value)


def keys_twice(node: yaml.MappingNode) -> Iterator[yaml.Node]:
    """The keys that stand in a mapping again."""
    seen: set[str] = set()
    for key, _ in node.value:
        if str(key.value) in seen:
            yield key
        seen.add(str(key.value))


def tag(node: yaml.Node) -> str:
    """A node's YAML type, such as ``str``, ``int`` or ``null``."""
    return str(node.tag).rsplit(":", 1)[-1]


def kind(node: yaml.Node) -> str:
    """What a node is, in words."""
    if isinstance(node, yaml.MappingNode):
        return "keys and values"
    if isinstance(node, yaml.SequenceNode):
        return "a list"
    shown = f" '{node.value}'"
    kinds = {
        "null": "nothing",
        "int": "the number" + shown,
        "float": "the number" + shown,
        "bool": "the truth value" + shown,
    }
    kinds |= {"timestamp": "the date" + shown, "str": "the text" + shown}
    return kinds.get(tag(node), "the value" + shown)


def line(node: yaml.Node) -> int:
    """The line a node stands on, from 1."""
    return int(node.start_mark.line) + 1
