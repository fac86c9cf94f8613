"""Two sibling MkDocs builds, a Pagefind index for each, the files of the root, and the swap."""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import IO

from policy_digest.errors import Fault, FaultsError
from policy_digest.model import SiteFile
from policy_digest.publish.pages import LANGUAGES, write_file
from policy_digest.publish.staging import staging, swap

CONFIGS = {"zh": "mkdocs.yml", "en": "mkdocs.en.yml"}
# MkDocs' own sitemap carries today's date, and a host serves only the 404 page of the root.
UNWANTED = ("sitemap.xml", "sitemap.xml.gz", "404.html")
# Scripts that packages bring, by where the pages ask for them from the site's root: package, and file in it.
COMPONENTS = {"assets/explorer/datatables.js": ("itables", "html/dt_bundle.js")}
# No clock, no order of a hash and no colour gets into the pages.
STEADY = {
    "SOURCE_DATE_EPOCH": "315532800",
    "PYTHONHASHSEED": "0",
    "NO_COLOR": "1",
    "PYTHONUTF8": "1",
    "NO_MKDOCS_2_WARNING": "1",
}
COMPLAINT = re.compile(r"^(WARNING|ERROR|CRITICAL): (?P<words>.+)$")
DOC_FILE = re.compile(r"[Dd]oc file '(?P<file>[^']+)'")


@dataclass(frozen=True, slots=True)
class SiteLayout:
    """Where things are: ``project`` holds the two MkDocs files, ``docs`` the pages of ``zh/`` and ``en/``.

    ``site_url`` is the address of the root, empty where it is not known; ``mkdocs.yml`` takes each language's from it.
    """

    project: Path
    docs: Path
    site: Path
    site_url: str = ""

    def config(self, language: str) -> Path:
        """Find the MkDocs file of a language: the one beside ``docs``, else the project's."""
        beside = self.docs.parent / CONFIGS[language]
        return beside if beside.is_file() else self.project / CONFIGS[language]


def publish_site(layout: SiteLayout, files: Iterable[SiteFile], progress: Callable[[str], None]) -> None:
    """Build both languages aside, index them, add ``files`` at the root, and put the result in place of the site.

    Raises FaultsError with what MkDocs complains of (``--strict``); the last good site then stays as it was.
    """
    refuse_strangers(layout)
    layout.site.parent.mkdir(parents=True, exist_ok=True)
    with staging(layout.site) as fresh:
        progress("build pages")
        _build_languages(layout, fresh)
        progress("index for search")
        _index_languages(layout, fresh)
        for page in files:
            if not (fresh / page.path).exists():  # a page that an editor wrote stands before one that only leads on
                write_file(fresh / page.path, page.content)
        add_components(fresh)
        progress("put in place")
        swap(fresh, layout.site)


def add_components(site: Path) -> None:
    """Copy the scripts that packages bring into ``site``."""
    for path, (package, name) in COMPONENTS.items():
        found = find_spec(package)  # found, not imported: what it imports is no matter of a build
        if found is None or not found.submodule_search_locations:
            raise FaultsError([Fault(package, 0, "no such package", "make site, or pip install -r requirements.txt")])
        write_file(site / path, (Path(found.submodule_search_locations[0]) / name).read_bytes())


def refuse_strangers(layout: SiteLayout) -> None:
    """Raise FaultsError where ``site`` is anything but absent, empty or an earlier site: it would be replaced whole."""
    site = layout.site
    if site == layout.docs or site in layout.docs.parents or layout.docs in site.parents:
        raise FaultsError([Fault(str(site), 0, f"a site and its pages ({layout.docs}) in one folder", "two folders")])
    if site.is_dir() and any(site.iterdir()) and not all((site / name / "index.html").is_file() for name in LANGUAGES):
        raise FaultsError([Fault(str(site), 0, "a folder with other files in it", "none, or a site built earlier")])
    if site.exists() and not site.is_dir():
        raise FaultsError([Fault(str(site), 0, "a file", "a folder for the site")])


def _build_languages(layout: SiteLayout, fresh: Path) -> None:
    module = f"{__package__}.mkdocs_run"
    commands = [
        [sys.executable, "-m", module, str(layout.config(language)), str(layout.docs / language), str(fresh / language)]
        for language in LANGUAGES
    ]
    results = run_all(commands, layout.project, _addresses(layout.site_url))
    faults = [
        fault
        for language, (code, output) in zip(LANGUAGES, results, strict=True)
        if code
        for fault in _complaints(layout, language, output)
    ]
    if faults:
        raise FaultsError(faults)
    for language in LANGUAGES:
        for name in UNWANTED:
            (fresh / language / name).unlink(missing_ok=True)


def _index_languages(layout: SiteLayout, fresh: Path) -> None:
    commands = [
        [sys.executable, "-m", "pagefind", "--site", str(fresh / language), "--output-subdir", "pagefind", "--quiet"]
        for language in LANGUAGES
    ]
    results = run_all(commands, layout.config("zh").parent, {})
    for language, (code, output) in zip(LANGUAGES, results, strict=True):
        if code or not (fresh / language / "pagefind" / "pagefind.js").is_file():
            raise FaultsError([Fault(f"pagefind ({language})", 0, _last_words(output), "a search index")])


def _addresses(site_url: str) -> Mapping[str, str]:
    """Name each language's address in the variables that ``mkdocs.yml`` reads."""
    return {f"SITE_URL_{language.upper()}": f"{site_url}/{language}/" if site_url else "" for language in LANGUAGES}


def run_all(
    commands: Sequence[Sequence[str]], folder: Path, variables: Mapping[str, str]
) -> tuple[tuple[int, str], ...]:
    """Run the commands side by side in ``folder``; (exit code, what it printed) of each. None outlives this call."""
    source = str(Path(__file__).resolve().parents[2])
    search = os.pathsep.join(filter(None, (source, os.environ.get("PYTHONPATH"))))
    environment = {**os.environ, **STEADY, **variables, "PYTHONPATH": search}
    running: list[tuple[subprocess.Popen[bytes], IO[bytes]]] = []
    try:
        for command in commands:
            output: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed below, after the process that writes it has ended
            process = subprocess.Popen(  # noqa: S603 - the commands are this module's own
                command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT
            )
            running.append((process, output))
        return tuple((process.wait(), _read(output)) for process, output in running)
    finally:
        for process, output in running:
            if process.poll() is None:
                process.kill()
                process.wait()
            output.close()


def _read(output: IO[bytes]) -> str:
    output.seek(0)
    return output.read().decode("utf-8", errors="replace")


def _complaints(layout: SiteLayout, language: str, output: str) -> list[Fault]:
    """Make a fault of each thing that MkDocs warned of; the page it names, where it names one."""
    config = layout.config(language)
    matches = [match["words"] for line in output.splitlines() if (match := COMPLAINT.match(line))]
    words = [text for text in matches if not text.startswith("Aborted with")] or [_last_words(output)]
    return [Fault(_subject(layout, language, text, config), 0, text, "a strict MkDocs build") for text in words]


def _subject(layout: SiteLayout, language: str, text: str, config: Path) -> str:
    named = DOC_FILE.search(text)
    return str(layout.docs / language / named["file"] if named else config)


def _last_words(output: str) -> str:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    return lines[-1] if lines else "nothing printed"
