"""``serve``: a preview on this machine that follows the editor's changes."""

import argparse
import functools
import io
import sys
import threading
import time
from collections.abc import Iterator
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import IO, ClassVar

from policy_digest import lexicon
from policy_digest.cli.arguments import PROJECT
from policy_digest.cli.build import i18n_of, run_build
from policy_digest.cli.talk import Talk
from policy_digest.errors import FaultsError
from policy_digest.publish import is_owned

PAUSE = 0.5
Seen = dict[str, tuple[int, int]]


class PreviewHandler(SimpleHTTPRequestHandler):
    """Serves a folder under a base path as a static host does, with the root's 404 page; nothing is cached."""

    protocol_version = "HTTP/1.1"
    extensions_map: ClassVar[dict[str, str]] = {  # type: ignore[misc]
        **SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".json": "application/json; charset=utf-8",
        ".csv": "text/csv; charset=utf-8",
        ".wasm": "application/wasm",
        ".xml": "application/xml; charset=utf-8",
        ".html": "text/html; charset=utf-8",
    }

    def __init__(self, *args: object, base_path: str = "/", directory: str, **kwargs: object) -> None:
        self.base_path = base_path
        super().__init__(*args, directory=directory, **kwargs)  # type: ignore[arg-type]

    def send_head(self) -> io.BytesIO | IO[bytes] | None:  # type: ignore[override]
        """Find the file under the base path; the way there is a redirect."""
        if self.path in ("/", self.base_path.rstrip("/")) and self.base_path != "/":
            self._redirect(HTTPStatus.FOUND, self.base_path)
            return None
        if not self.path.startswith(self.base_path):
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        asked = self.path
        self.path = "/" + asked.removeprefix(self.base_path)
        address, mark, query = asked.partition("?")
        if not address.endswith("/") and Path(self.translate_path(self.path)).is_dir():
            self._redirect(HTTPStatus.MOVED_PERMANENTLY, f"{address}/{mark}{query}")
            return None
        return super().send_head()

    def _redirect(self, code: HTTPStatus, target: str) -> None:
        self.send_response(code)
        self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page where nothing is found."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def end_headers(self) -> None:
        """Let no browser keep what the next build may change."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Say nothing of each request."""


class PreviewServer(ThreadingHTTPServer):
    """Says nothing of a browser that went away before its answer was whole: readers click on."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Tell of every other fault."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def make_server(site: Path, port: int, base_path: str) -> PreviewServer:
    """Return a server of ``site`` on 127.0.0.1; port 0 takes a free one."""
    handler = functools.partial(PreviewHandler, directory=str(site), base_path=base_path)
    return PreviewServer(("127.0.0.1", port), handler)


def run_serve(options: argparse.Namespace, talk: Talk) -> int:
    """Build, serve, watch, until interrupted. A first build with faults is told too, and mended while serving."""
    options.no_site = False
    site = options.site.resolve()
    seen = _look(options)
    _rebuild(options, talk)
    with make_server(site, options.port, options.base_path) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        talk.problem(f"http://127.0.0.1:{server.server_address[1]}{options.base_path} (Ctrl-C ends)")
        try:
            _watch(options, talk, seen)
        except KeyboardInterrupt:
            talk.say("stopped")
        finally:
            server.shutdown()
    return 0


def _watch(options: argparse.Namespace, talk: Talk, seen: Seen) -> None:
    while True:
        time.sleep(PAUSE)
        now = _look(options)
        if changed := sorted(path for path in seen.keys() | now.keys() if seen.get(path) != now.get(path)):
            talk.say(f"changed: {', '.join(changed[:3])}{' …' if len(changed) > 3 else ''}")
            lexicon.load.cache_clear()
            _rebuild(options, talk)
        seen = now  # as before the build: what changed during it, by whatever hand, is built next


def _rebuild(options: argparse.Namespace, talk: Talk) -> None:
    try:
        run_build(options, talk)
    except FaultsError as error:
        talk.faults(error.faults)
        talk.say("the last good site stays; waiting for a change")


def _look(options: argparse.Namespace) -> Seen:
    """Note the time and size of every file that a build reads."""
    return {str(path): (stat.st_mtime_ns, stat.st_size) for path in _watched(options) if (stat := path.stat())}


def _watched(options: argparse.Namespace) -> Iterator[Path]:
    docs = options.docs
    for folder in (
        options.seeds,
        i18n_of(options),
        PROJECT / "policy_digest" / "data",
        PROJECT / "policy_digest" / "templates",
    ):
        yield from (path for path in folder.rglob("*") if path.is_file())
    yield from (p for p in docs.rglob("*") if p.is_file() and not is_owned(p.relative_to(docs).as_posix()))
    yield from (path for path in PROJECT.glob("mkdocs*.yml"))
