"""A real HTTP server on 127.0.0.1 that plays an OpenAI-compatible endpoint by a script, and an article to translate."""

import json
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import polib

ARTICLE = """# 青禾镇2024年工作总结

## 发展特色产业

2024年，青禾镇完成税收3.2亿元，清河夜话举办15场。镇里修好了通往果园的路，果农卖果不再发愁。

## 办好民生实事

全镇新建养老驿站4家，老人在家门口就能吃上热饭。村民把闲置的老屋改成了书屋，孩子们放学后常去那里读书。

## 下一步打算

2025年，青禾镇将新建农家书屋6家。继续听取村民意见，把好事办好。
"""
TAX = "2024年，青禾镇完成税收3.2亿元，清河夜话举办15场。"
STATION = "全镇新建养老驿站4家，老人在家门口就能吃上热饭。"
ENGLISH = {
    "青禾镇2024年工作总结": "Qinghe Town: Summary of Work in 2024",
    TAX: "In 2024 Qinghe Town collected CNY 320 million in taxes and held 15 Qinghe evening talks.",
    "清河夜话场次": "Qinghe evening talks held",
    STATION: "The town built four elderly care stations, so that old people get a hot meal near home.",
    "2025年，青禾镇将新建农家书屋6家。": "In 2025 Qinghe Town will build six rural libraries.",
    "继续听取村民意见，把好事办好。": "It will go on listening to the villagers and do good things well.",
}
SLUG = "qinghe-2024"
KEY = "sk-test-3fQ9zLw7Xb2Vn8Kd"


@dataclass(frozen=True)
class Call:
    """A call as the server received it, at a time; ``was_answered`` once a completion had been sent in full."""

    path: str
    headers: dict[str, str]
    body: dict[str, object]
    at: float = field(default_factory=time.monotonic)
    was_answered: threading.Event = field(default_factory=threading.Event)

    @property
    def told(self) -> dict[str, object]:
        """The JSON of the user's message."""
        return json.loads(self.body["messages"][1]["content"])  # type: ignore[index, no-any-return]

    @property
    def texts(self) -> list[dict[str, str]]:
        return self.told["texts"]  # type: ignore[return-value]

    @property
    def asked(self) -> list[str]:
        return [text["zh"] for text in self.texts]


@dataclass(frozen=True)
class Reply:
    """What the server sends: a status, headers and a body; ``seconds`` is how long it waits before it does.

    ``drip`` is how long it waits before each further byte of the body.
    """

    status: int
    body: str
    headers: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0
    drip: float = 0.0


Script = Callable[[Call], Reply]


def completion(content: str, finish: str = "stop", *, usage: bool = True) -> Reply:
    told: dict[str, object] = {
        "model": "played",
        "choices": [{"index": 0, "message": {"role": "assistant", "content": content}, "finish_reason": finish}],
    }
    if usage:
        told["usage"] = {"prompt_tokens": 1000, "completion_tokens": 100, "total_tokens": 1100}
    return Reply(200, json.dumps(told))


def good(call: Call) -> Reply:
    """The English of every text that was asked for."""
    return completion(json.dumps({text["id"]: ENGLISH[text["zh"]] for text in call.texts}))


def saying(**changes: str) -> Script:
    """As ``good``, with other words for every text of a kind: ``saying(title='…')``."""

    def answer(call: Call) -> Reply:
        told = {text["id"]: changes.get(text["kind"], ENGLISH[text["zh"]]) for text in call.texts}
        return completion(json.dumps(told))

    return answer


def hanging(call: Call) -> Reply:
    """No answer before the server ends."""
    return replace(good(call), seconds=600.0)


def failing(status: int, words: str = "no", **headers: str) -> Script:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda _call: Reply(status, json.dumps({"error": {"message": words}}), named)


class Endpoint:
    """The played endpoint: it follows the script, then goes on with ``good``; ``calls`` is its log."""

    def __init__(self, script: Sequence[Script]) -> None:
        self.calls: list[Call] = []
        self.script = list(script)
        self.ended = threading.Event()
        self.url = ""

    def answer(self, call: Call) -> Reply:
        turn = len(self.calls)
        self.calls.append(call)
        return (self.script[turn] if turn < len(self.script) else good)(call)

    @property
    def asked(self) -> list[str]:
        """Every text that it was asked for, in order."""
        return [zh for call in self.calls for zh in call.asked]

    @property
    def answered(self) -> list[str]:
        """The texts of the calls that it answered."""
        return [zh for call in self.calls if call.was_answered.is_set() for zh in call.asked]


@contextmanager
def played(*script: Script) -> Iterator[Endpoint]:
    """Play an endpoint while the caller goes on."""
    endpoint = Endpoint(script)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            received = self.rfile.read(int(self.headers["Content-Length"]))
            call = Call(self.path, dict(self.headers.items()), json.loads(received))
            reply = endpoint.answer(call)
            if reply.seconds and endpoint.ended.wait(reply.seconds):
                return
            self._send(reply, call)

        def _send(self, reply: Reply, call: Call) -> None:
            body = reply.body.encode("utf-8")
            try:
                self.send_response(reply.status)
                for name, value in {"Content-Length": str(len(body)), **reply.headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                for piece in [bytes([byte]) for byte in body] if reply.drip else [body]:
                    self.wfile.write(piece)
                    if reply.drip and endpoint.ended.wait(reply.drip):
                        return
            except OSError:
                return  # whoever asked is gone
            if reply.status == 200:
                call.was_answered.set()

        def log_message(self, *_words: object) -> None:
            """Say nothing of each call."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        endpoint.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
        thread = threading.Thread(target=server.serve_forever, args=[0.02], daemon=True)
        thread.start()
        try:
            yield endpoint
        finally:
            endpoint.ended.set()
            server.shutdown()
            thread.join()


def lay_out_article(folder: Path) -> Path:
    """Lay out a project of one article without translations; returns its folder of articles."""
    seeds = folder / "seeds"
    seeds.mkdir()
    (folder / "i18n").mkdir()
    (seeds / "qinghe.md").write_text(ARTICLE, encoding="utf-8")
    (seeds / "qinghe.yml").write_text("place: 青禾镇\n", encoding="utf-8")
    return seeds


def catalogue(seeds: Path) -> dict[str, polib.POEntry]:
    """The article's entries by their Chinese; the first where several have the same."""
    path = seeds.parent / "i18n" / "en" / f"{SLUG}.po"
    found: dict[str, polib.POEntry] = {}
    for entry in polib.pofile(str(path), wrapwidth=0) if path.is_file() else ():
        found.setdefault(entry.msgid, entry)
    return found
