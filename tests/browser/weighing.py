"""What a first visit transfers: the site served compressed, as static hosts do, and the browser's count of bytes."""

import functools
import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path

from playwright.sync_api import Page

from policy_digest.cli.serve import PreviewHandler, PreviewServer
from tests.projects import BASE_PATH

KINDS = ("text/", "application/json", "application/xml", "image/svg+xml")


class CompressingHandler(PreviewHandler):
    """Serves texts with gzip, at the level that hosts use, and all else as it is."""

    def do_GET(self) -> None:  # noqa: N802 - the name is the base class's
        """Answer with the compressed file where the browser takes it and the file is a text."""
        path = Path(self.translate_path("/" + self.path.removeprefix(BASE_PATH)))
        path = path / "index.html" if path.is_dir() and self.path.endswith("/") else path
        kind = self.guess_type(path)
        if not (path.is_file() and kind.startswith(KINDS) and "gzip" in self.headers.get("Accept-Encoding", "")):
            super().do_GET()
            return
        body = gzip.compress(path.read_bytes(), 6, mtime=0)
        self.send_response(HTTPStatus.OK)
        for name, value in (("Type", kind), ("Encoding", "gzip"), ("Length", str(len(body)))):
            self.send_header(f"Content-{name}", value)
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def served_compressed(site: Path) -> Iterator[str]:
    """Serve a site under BASE_PATH, compressed, while the caller goes on."""
    handler = functools.partial(CompressingHandler, directory=str(site), base_path=BASE_PATH)
    with PreviewServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=[0.02], daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}{BASE_PATH}"
        server.shutdown()
        thread.join()


class Scale:
    """Bytes as they came over the line, heads of answers included, by the kind that the browser tells of a request."""

    def __init__(self) -> None:
        self.kinds: dict[str, str] = {}
        self.addresses: dict[str, str] = {}
        self.sizes: dict[str, int] = {}

    def total(self, kind: str = "") -> int:
        """Bytes in all, or of one kind: Document, Stylesheet, Script, Image, Fetch, Other."""
        return sum(size for request, size in self.sizes.items() if kind in ("", self.kinds.get(request)))

    def searched(self) -> list[str]:
        """Addresses asked for that belong to the search index or its code."""
        return [address for address in self.addresses.values() if "/pagefind/" in address]

    def told(self) -> str:
        """A line for each kind, the heaviest first."""
        kinds = sorted(set(self.kinds.values()), key=self.total, reverse=True)
        parts = ", ".join(f"{kind} {self.total(kind) / 1000:.1f}" for kind in kinds)
        return f"{self.total() / 1000:.1f} kB in {len(self.sizes)} requests ({parts})"


def put_on(page: Page) -> Scale:
    """Weigh all that ``page`` transfers from now on, with nothing in its cache."""
    scale = Scale()
    line = page.context.new_cdp_session(page)
    line.on(
        "Network.requestWillBeSent", lambda told: scale.addresses.update({told["requestId"]: told["request"]["url"]})
    )
    line.on("Network.responseReceived", lambda told: scale.kinds.update({told["requestId"]: told["type"]}))
    line.on("Network.loadingFinished", lambda told: scale.sizes.update({told["requestId"]: told["encodedDataLength"]}))
    line.send("Network.enable")
    line.send("Network.setCacheDisabled", {"cacheDisabled": True})
    return scale
