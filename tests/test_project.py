"""The project's own files say what is true: documents, requirements, the workflow, the set-up."""

import dataclasses
import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from pre_commit.clientlib import load_config

from policy_digest import __version__
from policy_digest.cli.arguments import COMMANDS, parse_arguments
from policy_digest.model import Sidecar
from tests import ensure_gettext
from tests.browser import ensure_browser
from tests.help_texts import ROOT, blocks, printed, squeezed

GUIDES = ("about/index.md", "about/method.md", "about/editors.md", "about/translations.md")
DOCUMENTS = (
    *("README.md", "README.zh.md", "CONTRIBUTING.md", "CHANGELOG.md"),
    *(f"docs/{language}/{guide}" for language in ("zh", "en") for guide in GUIDES),
)
LINK = re.compile(r"!?\[[^\]]*\]\((?P<target>[^)\s]+)\)")
HEADING = re.compile(r"^(?P<level>#{1,6}) (?P<words>.+?)(?: \{#(?P<id>[^}]+)\})?$", re.MULTILINE)
FENCE = re.compile(r"^```(?P<kind>\w*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
REQUIREMENTS = ("requirements", "requirements-llm", "requirements-mt", "requirements-parquet", "requirements-dev")
PIN = re.compile(r"^(?P<name>[a-z0-9-]+)(?:\[\w+\])?==(?P<version>\S+)(?: +# (?P<reason>.+))?", re.MULTILINE)


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def prose(name: str) -> str:
    """A document without its fenced blocks."""
    return FENCE.sub("", text_of(name))


# ---------------------------------------------------------------- documents


def links() -> Iterator[tuple[str, str]]:
    for document in DOCUMENTS:
        for match in LINK.finditer(prose(document)):
            if "://" not in match["target"]:
                yield document, match["target"]


@pytest.mark.parametrize(("document", "target"), list(links()))
def test_a_link_leads_to_a_file_and_a_heading_that_exist(document: str, target: str) -> None:
    name, _, fragment = target.partition("#")
    path = (ROOT / document).parent / name if name else ROOT / document
    assert path.exists(), f"{path} is not there"
    assert not fragment or f"{{#{fragment}}}" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_document_loads_nothing_from_other_hosts(document: str) -> None:
    loads = re.findall(r"!\[[^\]]*\]\(\w+://[^)]*\)|\bsrc=|<link|<script|@import", prose(document))

    assert loads == []


def commands() -> Iterator[tuple[str, str]]:
    """The commands that documents tell to type, in fenced blocks and within sentences."""
    for document in DOCUMENTS:
        typed = [
            line
            for fence in FENCE.finditer(text_of(document))
            if fence["kind"] == "sh"
            for line in fence["body"].splitlines()
        ]
        typed += re.findall(r"`((?:make|python|\.venv/bin/python) [^`]+)`", prose(document))
        for line in dict.fromkeys(typed):
            yield document, line


def is_understood(command: str) -> bool:
    """Whether ``make`` has the target, and the command line the command and options."""
    words = [word for word in shlex.split(command) if not re.fullmatch(r"[A-Z_]+=.*", word)]
    if words[0] == "make":
        return all(re.search(rf"^{word}:", text_of("Makefile"), re.MULTILINE) for word in words[1:])
    if words[1] == "build_digest.py":
        return parse_arguments(words[2:]).command in COMMANDS
    if words[1] == "-m" and words[2].startswith("tests."):
        return (ROOT / (words[2].replace(".", "/") + ".py")).is_file()
    return words[1:-1] == ["-m", "pip", "install", "--require-hashes", "-r"] and (ROOT / words[-1]).is_file()


@pytest.mark.parametrize(("document", "command"), list(commands()))
def test_a_command_in_a_document_exists(document: str, command: str) -> None:
    assert is_understood(command), f"{document} tells to type {command}"


def test_a_command_that_does_not_exist_is_noticed() -> None:
    assert not is_understood("make tea")


@pytest.mark.parametrize(("document", "command", "shown"), list(blocks()))
def test_a_help_text_in_a_document_is_what_the_command_prints(document: str, command: str, shown: str) -> None:
    assert squeezed(shown) == squeezed(printed(command)), f"{document} is behind: make docs"


def test_both_readmes_have_the_same_parts() -> None:
    shapes = []
    for document in ("README.md", "README.zh.md"):
        text = text_of(document)
        rows = len(re.findall(r"^\|", prose(document), re.MULTILINE))
        fences = [(fence["kind"], fence["body"]) for fence in FENCE.finditer(text)]
        shapes.append(([len(h["level"]) for h in HEADING.finditer(prose(document))], rows, fences))

    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("guide", GUIDES)
def test_a_page_has_the_same_headings_in_both_languages(guide: str) -> None:
    chinese, english = (
        [(h["level"], h["id"]) for h in HEADING.finditer(prose(f"docs/{language}/{guide}"))]
        for language in ("zh", "en")
    )

    assert chinese == english


@pytest.mark.parametrize("document", DOCUMENTS[4:])
def test_a_heading_on_the_site_has_an_id_of_its_own_in_ascii(document: str) -> None:
    ids = [h["id"] or "" for h in HEADING.finditer(prose(document))]

    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-z][a-z-]*", i) for i in ids)


@pytest.mark.parametrize(
    "document", ["README.md", "README.zh.md", "docs/zh/about/editors.md", "docs/en/about/editors.md"]
)
def test_the_sidecar_keys_in_a_document_are_those_that_are_read(document: str) -> None:
    keys = {field.name for field in dataclasses.fields(Sidecar)} - {"path"}
    section = re.split(r"^#+ .*(?:sidecar|附注文件).*$", prose(document), flags=re.MULTILINE)[1]
    rows = re.findall(r"^\| (`.+?) \|", re.split(r"^#+ ", section, flags=re.MULTILINE)[0], re.MULTILINE)

    told = {key for row in rows for key in re.findall(r"`(\w+)`", row)}

    assert told == keys


def test_the_version_is_the_same_everywhere() -> None:
    project = tomllib.loads(text_of("pyproject.toml"))["project"]["version"]
    newest = re.findall(r"^## \[(\d[^\]]*)\]", text_of("CHANGELOG.md"), re.MULTILINE)[0]

    assert {project, newest} == {__version__}


# ---------------------------------------------------------------- requirements


@pytest.mark.parametrize("name", [f"{name}.in" for name in REQUIREMENTS])
def test_a_requirement_is_pinned_and_has_its_reason(name: str) -> None:
    lines = [line for line in text_of(name).splitlines() if not line.startswith(("#", "-"))]

    without = [line for line in lines if not ((pin := PIN.match(line)) and pin["reason"])]

    assert without == []


@pytest.mark.parametrize(("wanted", "compiled"), [(f"{name}.in", f"{name}.txt") for name in REQUIREMENTS])
def test_the_compiled_requirements_are_those_asked_for(wanted: str, compiled: str) -> None:
    pins = {pin["name"]: pin["version"] for pin in PIN.finditer(text_of(compiled))}

    stale = {pin["name"] for pin in PIN.finditer(text_of(wanted)) if pins.get(pin["name"]) != pin["version"]}

    assert stale == set(), "run: make requirements"


def test_the_tests_run_with_what_the_build_and_the_extras_run_with() -> None:
    *run, test = (
        {(pin["name"], pin["version"]) for pin in PIN.finditer(text_of(f"{name}.txt"))} for name in REQUIREMENTS
    )

    assert set().union(*run) <= test


@pytest.mark.parametrize("name", [f"{name}.txt" for name in REQUIREMENTS])
def test_every_compiled_requirement_has_hashes_and_no_registry(name: str) -> None:
    text = re.sub(r"#.*", "", text_of(name)).replace("\\\n", " ")

    wrong = [
        line
        for line in text.splitlines()
        if line.strip() and not re.fullmatch(r"[\w.-]+(?:\[[\w,-]+\])?==\S+(\s+--hash=sha256:\w{64})+\s*", line)
    ]

    assert wrong == []


@pytest.mark.parametrize("document", ["README.md", "README.zh.md"])
def test_the_readme_lists_every_library(document: str) -> None:
    names = {"mkdocs-material": "Material for MkDocs"}
    rows = " ".join(re.findall(r"^\| ([^|`]+) \|", prose(document), re.MULTILINE)).casefold()

    missing = [
        pin["name"]
        for requirements in REQUIREMENTS[:-1]
        for pin in PIN.finditer(text_of(f"{requirements}.in"))
        if names.get(pin["name"], pin["name"]).casefold() not in rows
    ]

    assert missing == []


# ---------------------------------------------------------------- the workflow and the hooks


WORKFLOW = yaml.safe_load((ROOT / ".github/workflows/pages.yml").read_text(encoding="utf-8"))


def test_every_action_is_an_official_one_pinned_to_a_commit() -> None:
    lines = re.findall(r"uses: (.+)", text_of(".github/workflows/pages.yml"))

    loose = [line for line in lines if not re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)]

    assert (loose, len(lines)) == ([], 5)


def test_only_the_deploying_job_may_write() -> None:
    permissions = {name: job["permissions"] for name, job in WORKFLOW["jobs"].items()}

    writing = {name for name, granted in permissions.items() if "write" in granted.values()}

    assert (WORKFLOW["permissions"], writing) == ({}, {"deploy"})


def test_a_pull_request_is_tested_and_not_deployed() -> None:
    events = WORKFLOW[True]  # YAML 1.1 reads the key `on` as true

    assert "pull_request" in events
    assert "github.event_name != 'pull_request'" in WORKFLOW["jobs"]["deploy"]["if"]


def test_the_hooks_are_well_formed_and_fetch_nothing() -> None:
    config = load_config(str(ROOT / ".pre-commit-config.yaml"))

    assert [repository["repo"] for repository in config["repos"]] == ["local"]


def test_ci_runs_make_test_and_nothing_else() -> None:
    script = ROOT / ".ci/run"
    lines = [
        line
        for line in script.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith(("#", "set ", "cd "))
    ]

    assert lines == ["exec make test </dev/null"]
    assert os.access(script, os.X_OK)


# ---------------------------------------------------------------- set-up


def fake_python(folder: Path, *, answers: str) -> Path:
    """A program that answers yes where the code it is given contains ``answers``."""
    path = folder / "python-that-lacks"
    path.write_text(f'#!/bin/sh\ncase "$2" in *"{answers}"*) exit 0;; *) exit 1;; esac\n', encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.mark.parametrize(
    ("answers", "words"),
    [("nothing", "needs Python 3.11 or later"), ("sys.version_info", "apt-get install python3-venv")],
    ids=["too old", "without venv"],
)
def test_a_python_that_will_not_do_is_told_in_words(tmp_path: Path, answers: str, words: str) -> None:
    python = fake_python(tmp_path, answers=answers)

    done = subprocess.run(
        ["make", "--no-print-directory", "site", f"PYTHON={python}", f"VENV={tmp_path}/venv"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode
    assert words in done.stderr
    assert not (tmp_path / "venv").exists()


def test_missing_libraries_are_told_in_words() -> None:
    done = subprocess.run(
        [sys.executable, "-S", "build_digest.py", "--help"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert (done.returncode, "make site" in done.stderr, "Traceback" in done.stderr) == (2, True, False)


def test_the_browser_that_the_user_names_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = tmp_path / "my-browser"
    browser.write_text("#!/bin/sh\nexit 0\n", encoding="utf-8")
    browser.chmod(0o755)
    monkeypatch.setenv("CHROMIUM", str(browser))

    found = ensure_browser.find_or_install()

    assert found == browser


def test_a_named_browser_that_does_not_start_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "none"))

    with pytest.raises(SystemExit, match="no browser that starts"):
        ensure_browser.find()


def test_without_any_browser_the_answer_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ensure_browser, "find", lambda: None)
    monkeypatch.setattr(ensure_browser, "install", lambda: None)

    assert ensure_browser.find_or_install() is None


def test_without_gettext_it_is_told_what_is_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setenv("PATH", os.devnull)
    monkeypatch.setattr(ensure_gettext, "install_packages", asked.append)

    assert ("SKIPPED" in ensure_gettext.ensure(), asked) == (True, ["gettext"])
