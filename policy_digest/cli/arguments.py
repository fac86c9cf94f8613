"""What may be typed, and the help that explains it."""

import argparse
import os
import re
from collections.abc import Sequence
from pathlib import Path

from policy_digest import __version__
from policy_digest.cli.abouts import (
    ABOUT,
    BUILD,
    CHECK,
    EPILOG,
    EXPLAIN,
    EXPLAIN_EPILOG,
    EXTRACT,
    NEW,
    RECORD,
    SERVE,
    STATUS,
    TRANSLATE,
    WAITING,
)
from policy_digest.cli.engine_arguments import add_engine
from policy_digest.pipeline import LIMIT

PROJECT = Path(__file__).resolve().parents[2]
# What can stand in links and in the sitemap as it is: no user name, question mark or fragment, nothing to be escaped.
SITE_URL = re.compile(
    r"https?://(?:[\w-]+(?:\.[\w-]+)*|\[[0-9a-f:.]+\])(?::(\d{1,5}))?(?:/[\w.~%+@:,=/-]*)?", re.IGNORECASE
)
COMMANDS = ("build", "extract", "explain", "check", "new", "record", "status", "translate", "serve")


def parse_arguments(arguments: Sequence[str]) -> argparse.Namespace:
    """Return the options of one run; without a command it is ``build``. Wrong usage ends the program with 2."""
    words = list(arguments)
    if not words or (words[0].startswith("-") and words[0] not in ("-h", "--help", "--version")):
        words.insert(0, "build")
    return _parser().parse_args(words)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="build_digest.py", description=ABOUT, epilog=EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--version", action="version", version=f"policy-digest {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _add_build(_command(commands, "build", "seeds/ → docs/ → site/ (the default)", BUILD))
    _add_extract(_command(commands, "extract", "print the records of single files as JSON Lines", EXTRACT))
    _add_explain(_command(commands, "explain", "say why each number was read or rejected", EXPLAIN))
    _add_sources(_command(commands, "check", "report everything that is wrong, write nothing", CHECK))
    _add_new(_command(commands, "new", "adopt an article, propose its sidecar", NEW))
    _add_sources(_command(commands, "record", "note the values and addresses as published", RECORD))
    _add_status(_command(commands, "status", "list what awaits an editor, with file and line", STATUS))
    _add_translate(_command(commands, "translate", "fill empty translations from a model that you set up", TRANSLATE))
    _add_serve(_command(commands, "serve", "build, serve on this machine, rebuild on change", SERVE))
    return parser


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, words: str, about: str
) -> argparse.ArgumentParser:
    command = commands.add_parser(
        name, help=words, description=about, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    command.add_argument("-q", "--quiet", action="store_true", help="say only what is wrong")
    command.add_argument("--debug", action="store_true", help="print the traceback of a bug")
    return command


def _add_sources(command: argparse.ArgumentParser) -> None:
    command.add_argument("--seeds", type=_folder, default=_shown("seeds"), help="the articles (%(default)s)")
    command.add_argument("--i18n", type=_folder, help="the translations (i18n/ beside seeds/, else the project's)")
    command.add_argument(
        "--limit",
        type=_size,
        default=LIMIT,
        metavar="BYTES",
        help="refuse a larger file (%(default)s); 5M is understood",
    )
    command.add_argument(
        "--jobs", type=_jobs, default=os.cpu_count() or 1, metavar="N", help="processes for reading (%(default)s)"
    )
    command.add_argument(
        "--strict",
        action="store_true",
        help="take notices (a cleaned character, say) for faults; MkDocs is strict always",
    )


def _add_output(command: argparse.ArgumentParser) -> None:
    command.add_argument("--docs", type=Path, default=_shown("docs"), help="the pages (%(default)s)")
    command.add_argument("--site", type=Path, default=_shown("site"), help="the built site (%(default)s)")
    command.add_argument(
        "--site-url",
        type=_site_url,
        default=os.environ.get("SITE_URL", ""),
        metavar="URL",
        help="the address it will have, for the sitemap and canonical links ($SITE_URL; without one it works anywhere)",
    )
    command.add_argument(
        "--keep-going",
        action="store_true",
        help="publish the articles that are whole, and say which are missing (the exit code is 1 all the same)",
    )


def _add_build(command: argparse.ArgumentParser) -> None:
    _add_sources(command)
    _add_output(command)
    command.add_argument("--no-site", action="store_true", help="write the pages of docs/ and stop before MkDocs")
    command.add_argument(
        "--parquet",
        action="store_true",
        help="publish the tables as Parquet too (needs requirements-parquet.txt)",
    )


def _add_extract(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="an article, .txt or .md, wherever it lies"
    )
    command.add_argument("--i18n", type=_folder, help="the translations (the project's)")
    command.add_argument(
        "--limit", type=_size, default=LIMIT, metavar="BYTES", help="refuse a larger file (%(default)s)"
    )


def _add_explain(command: argparse.ArgumentParser) -> None:
    command.epilog = EXPLAIN_EPILOG
    command.add_argument("text", metavar="FILE|TEXT", help="an article, .txt or .md, or the text itself")
    command.add_argument("--json", action="store_true", help="JSON Lines, one object a number, and no count")
    command.add_argument(
        "--limit", type=_size, default=LIMIT, metavar="BYTES", help="refuse a larger file (%(default)s)"
    )


def _add_status(command: argparse.ArgumentParser) -> None:
    command.epilog = "kinds:\n" + "".join(f"  {kind:<15}{about}\n" for kind, about in WAITING.items())
    command.add_argument("slugs", nargs="*", metavar="SLUG", help="the articles (all)")
    command.add_argument(
        "--only", action="append", choices=tuple(WAITING), metavar="KIND", help="only such; may be given again"
    )
    command.add_argument("--json", action="store_true", help="JSON Lines: slug, kind, path, line, words")
    _add_sources(command)


def _add_translate(command: argparse.ArgumentParser) -> None:
    command.add_argument("slugs", nargs="*", metavar="SLUG", help="the articles (all)")
    add_engine(command)
    _add_sources(command)


def _add_new(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path, metavar="FILE", help="an article, .txt or .md, wherever it lies")
    command.add_argument("--seeds", type=_folder, default=_shown("seeds"), help="where it goes (%(default)s)")
    command.add_argument(
        "--limit", type=_size, default=LIMIT, metavar="BYTES", help="refuse a larger file (%(default)s)"
    )


def _add_serve(command: argparse.ArgumentParser) -> None:
    _add_sources(command)
    _add_output(command)
    command.add_argument(
        "--port", type=_port, default=8000, help="the port on 127.0.0.1; 0 takes a free one (%(default)s)"
    )
    command.add_argument(
        "--base-path",
        type=_base_path,
        default="/",
        metavar="PATH",
        help="serve under a folder, as GitHub Pages does: /policy-digest/",
    )


def _shown(name: str) -> Path:
    """Return a folder of the project as the user would type it: relative where that is inside the working folder."""
    path = PROJECT / name
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _folder(text: str) -> Path:
    path = Path(text)
    if not path.is_dir():
        raise argparse.ArgumentTypeError(f"found no folder {text}, expected one that exists")
    return path


def _size(text: str) -> int:
    scale = {"k": 1_000, "m": 1_000_000, "g": 1_000_000_000}.get(text[-1:].lower(), 1)
    digits = text if scale == 1 else text[:-1]
    if not (digits.isascii() and digits.isdigit()) or not int(digits):
        raise argparse.ArgumentTypeError(f"found {text!r}, expected a number of bytes such as 2000000, 500K or 5M")
    return int(digits) * scale


def _jobs(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or not int(text):
        raise argparse.ArgumentTypeError(f"found {text!r}, expected a number of processes, 1 or more")
    return int(text)


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"found {text!r}, expected a port from 0 to 65535")
    return int(text)


def _site_url(text: str) -> str:
    match = SITE_URL.fullmatch(text)
    if text and (match is None or int(match[1] or 0) > 65535):
        expected = "an address such as https://example.org/policy-digest/"
        raise argparse.ArgumentTypeError(f"found {text!r}, expected {expected}")
    return text


def _base_path(text: str) -> str:
    inner = text.strip("/")
    return f"/{inner}/" if inner else "/"
