"""The package's imports run one way, as a straight line of stages, without a circle."""

import ast
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
STAGES = ("read", "parse", "extract", "correct", "digest", "translate", "collate", "render", "publish")
GROUND = frozenset({"errors", "model"})
SHARED = GROUND | {"lexicon", "numerals", "romanise", "sidecars"}

# What each part of the package may import besides itself. A new part has to be added here, and so be thought about.
MAY_IMPORT: Mapping[str, frozenset[str]] = {
    "": frozenset(),
    "errors": frozenset(),
    "model": frozenset(),
    "lexicon": GROUND,
    "numerals": frozenset(),
    "sidecars": GROUND,
    "processes": GROUND,
    "engines": GROUND,
    "romanise": GROUND | {"lexicon"},
    "checks": GROUND | {"lexicon", "numerals"},
    **dict.fromkeys(STAGES, SHARED),
    "read": SHARED | {"checks"},
    "pipeline": SHARED | frozenset(STAGES) | {"processes"},
    "cli": SHARED | frozenset(STAGES) | {"pipeline", "engines"},
    "__main__": frozenset({"cli"}),
}

# Calls that touch the disk belong to the two ends of the line and to the lexicon's loader; the preview watches files.
DISK = frozenset(
    {
        "open",
        "read_text",
        "read_bytes",
        "write_text",
        "write_bytes",
        "mkdir",
        "rmdir",
        "touch",
        "unlink",
        "rmtree",
        "iterdir",
        "glob",
        "rglob",
        "stat",
    }
)
FUNCTION_LINES, FILE_LINES = 40, 300
MAY_TOUCH_DISK = ("read", "publish", "lexicon", "cli.serve")


def sources(folder: Path) -> dict[str, str]:
    """The package's modules by dotted name without the package's own (``extract.names``; the package itself is '')."""
    modules = {}
    for path in sorted(folder.rglob("*.py")):
        parts = path.relative_to(folder).with_suffix("").parts
        modules[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path.read_text(encoding="utf-8")
    return modules


def imported(name: str, code: str, modules: Mapping[str, str]) -> Iterator[str]:
    """The modules of the package that ``code`` imports, anywhere in it, relative imports included."""
    package = f"policy_digest.{name}".rstrip(".").split(".")
    is_package = any(other.startswith(f"{name}.") for other in modules) or not name
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            up = node.level - is_package
            base = ".".join(package[: len(package) - up] if node.level else [])
            origin = ".".join(filter(None, (base, node.module)))
            names = [f"{origin}.{alias.name}" for alias in node.names]
        else:
            continue
        for full in names:
            if full.split(".")[0] == "policy_digest":
                yield nearest(full.removeprefix("policy_digest").lstrip("."), modules)


def nearest(name: str, modules: Mapping[str, str]) -> str:
    """``name`` if it is a module, else the module that holds it (``model.Article`` → ``model``)."""
    while name and name not in modules:
        name = name.rpartition(".")[0]
    return name


def crossings(modules: Mapping[str, str]) -> list[str]:
    """Imports that the table does not allow, and parts that it does not know."""
    found = []
    for name, code in modules.items():
        part = name.split(".")[0]
        if part not in MAY_IMPORT:
            found.append(f"{name}: this part is not in MAY_IMPORT")
            continue
        others = {other for other in imported(name, code, modules) if other}
        known = MAY_IMPORT[part] | {part}
        found += [f"{name} imports {other}" for other in sorted(others) if other.split(".")[0] not in known]
    return found


def circle(modules: Mapping[str, str]) -> list[str]:
    """The modules of a circle of imports, or none. What a package imports of its own may not import it back."""
    graph = {name: set(imported(name, code, modules)) - {name} for name, code in modules.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def disk_calls(modules: Mapping[str, str]) -> list[str]:
    """Calls in the middle stages that would touch the disk."""
    found = []
    for name, code in modules.items():
        if any(name == part or name.startswith(f"{part}.") for part in MAY_TOUCH_DISK):
            continue
        for node in ast.walk(ast.parse(code)):
            if isinstance(node, ast.Call):
                called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                if called in DISK and "os.devnull" not in ast.unparse(node):
                    found.append(f"{name}:{node.lineno} calls {called}")
    return found


def oversized(modules: Mapping[str, str]) -> list[str]:
    """Functions that do not fit on a screen, files that nobody reads to the end."""
    found = []
    for name, code in modules.items():
        if len(code.splitlines()) > FILE_LINES:
            found.append(f"{name}: {len(code.splitlines())} lines")
        for node in ast.walk(ast.parse(code)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > FUNCTION_LINES:
                    found.append(f"{name}.{node.name}: {lines} lines")
    return found


@pytest.fixture(scope="module")
def package() -> dict[str, str]:
    return sources(ROOT / "policy_digest")


def test_imports_run_one_way(package: dict[str, str]) -> None:
    assert crossings(package) == []


def test_no_imports_run_in_a_circle(package: dict[str, str]) -> None:
    assert circle(package) == []


def test_only_the_ends_of_the_line_touch_the_disk(package: dict[str, str]) -> None:
    assert disk_calls(package) == []


def test_functions_and_files_are_short_enough_to_read(package: dict[str, str]) -> None:
    values = {"model"}  # the values of all stages, one after another

    assert oversized({name: code for name, code in package.items() if name not in values}) == []


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_is_found_by_its_name(stage: str, package: dict[str, str]) -> None:
    assert stage in package


GOOD = {
    "": "",
    "errors": "",
    "model": "from dataclasses import dataclass",
    "lexicon": "from policy_digest.lexicon import units",
    "lexicon.units": "from policy_digest.errors import Fault",
    "parse": "from policy_digest.parse.headings import find",
    "parse.headings": "from policy_digest import model\nfrom policy_digest.lexicon import Lexicon",
    "extract": "from policy_digest.model import Article",
    "pipeline": "from policy_digest import extract, parse",
    "cli": "from policy_digest.pipeline import run",
}


def test_a_made_up_good_tree_passes() -> None:
    assert (crossings(GOOD), circle(GOOD)) == ([], [])


@pytest.mark.parametrize(
    ("name", "code", "complaint"),
    [
        ("extract", "from policy_digest.parse.headings import find", "extract imports parse.headings"),
        ("extract", "from policy_digest import parse", "extract imports parse"),
        ("extract", "import policy_digest.parse", "extract imports parse"),
        ("extract", "def read():\n    from policy_digest.parse import parse", "extract imports parse"),
        ("parse.headings", "from ..extract import extract", "parse.headings imports extract"),
        ("parse.headings", "from .. import extract", "parse.headings imports extract"),
        ("model", "from policy_digest.errors import Fault", "model imports errors"),
        ("lexicon.units", "from policy_digest import pipeline", "lexicon.units imports pipeline"),
        ("pipeline", "import policy_digest.cli", "pipeline imports cli"),
        ("helpers", "", "helpers: this part is not in MAY_IMPORT"),
    ],
    ids=lambda value: value.splitlines()[-1].strip() if value else "empty",
)
def test_an_import_against_the_stream_is_found(name: str, code: str, complaint: str) -> None:
    bad = {**GOOD, name: code}

    found = crossings(bad)

    assert found == [complaint]


def test_a_circle_inside_a_package_is_found() -> None:
    bad = {**GOOD, "parse.bylines": "from .headings import find", "parse.headings": "from .bylines import read"}

    found = circle(bad)

    assert set(found) == {"parse.bylines", "parse.headings"}


def test_a_module_that_imports_its_own_package_back_is_a_circle() -> None:
    bad = {**GOOD, "parse.headings": "from policy_digest.parse import parse"}

    found = circle(bad)

    assert set(found) == {"parse", "parse.headings"}


@pytest.mark.parametrize("code", ["open('x')", "path.read_text(encoding='utf-8')", "folder.mkdir()"])
@pytest.mark.parametrize("name", ["extract", "pipeline", "cli.build"])
def test_a_disk_call_in_the_middle_is_found(code: str, name: str) -> None:
    called = code.split("(")[0].split(".")[-1]

    found = disk_calls({**GOOD, name: code})

    assert found == [f"{name}:1 calls {called}"]


def test_a_function_that_is_too_long_is_found() -> None:
    code = "def read():\n" + "    x = 1\n" * 40

    found = oversized({**GOOD, "extract": code})

    assert found == ["extract.read: 41 lines"]
