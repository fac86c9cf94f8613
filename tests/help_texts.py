"""The ``--help`` texts that documents show: ``python -m tests.help_texts`` writes them in, a test compares them.

A document names a command in a comment, and the fenced block below it shows what that command prints.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from policy_digest.render.files import schema_json

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = ("README.md", "README.zh.md")
BLOCK = re.compile(r"(<!-- help: (?P<command>[^\n]+) -->\n```text\n)(?P<shown>.*?)(```\n)", re.DOTALL)
COLUMNS = 100


def printed(command: str) -> str:
    """What ``command`` (without ``python``) prints at a fixed width and without colours."""
    environment = {**os.environ, "COLUMNS": str(COLUMNS), "NO_COLOR": "1", "PYTHON_COLORS": "0", "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, *command.split()],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


def blocks() -> Iterator[tuple[str, str, str]]:
    """Each document's name, command and the text that it shows."""
    for document in DOCUMENTS:
        for match in BLOCK.finditer((ROOT / document).read_text(encoding="utf-8")):
            yield document, match["command"], match["shown"]


def squeezed(text: str) -> str:
    """``text`` without what differs between machines: line breaks, an option's argument named twice, how many cores."""
    text = re.sub(r"(-\w) [A-Z]+, (--[\w-]+ [A-Z]+)", r"\1, \2", " ".join(text.split()))
    return re.sub(r"(--jobs N [^()]*)\(\d+\)", r"\1", text)


def main() -> None:
    """Write the present ``--help`` texts into the documents, and the schema of sidecars to where editors find it."""
    (ROOT / "policy_digest/data/sidecar.schema.json").write_text(schema_json(), encoding="utf-8")
    for document in DOCUMENTS:
        path = ROOT / document
        text = path.read_text(encoding="utf-8")
        path.write_text(BLOCK.sub(lambda m: m[1] + printed(m["command"]) + m[4], text), encoding="utf-8")


if __name__ == "__main__":
    main()
