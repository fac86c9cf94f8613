"""``translate --engine mt``: how the library is loaded and called, and what is said where it or its model is missing.

The model itself cannot be fetched where these tests run. The library is the real one where it is to fail, with a played
server in place of Mozilla's; a stand-in of the same interface is put in its place where it is to translate.
"""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import fxtranslate
import pytest
from endpoints import STATION, TAX, catalogue, lay_out_article

from policy_digest.engines import LackingError, StoppedError, load_local
from policy_digest.read.translations import comments
from tests.projects import run

STAND_IN = """\
class Translator:
    @classmethod
    def load(cls, src, trg, cache_dir=None):
        if (src, trg) != ("zh-Hans", "en"):
            raise ValueError(f"no model or pivot route for {src}→{trg}")
        return cls()

    def translate_long(self, text):
        return f"  English of\\n{len(text)} characters, 2024, 320 million and 15 "
"""


@contextmanager
def records(body: str) -> Iterator[str]:
    """Serve a list of models in place of Mozilla's; yields its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            told = body.encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(told)))
            self.end_headers()
            self.wfile.write(told)

        def log_message(self, *_words: object) -> None:
            """Say nothing of each call."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, args=[0.02], daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/records"
        server.shutdown()
        thread.join()


def without_models(folder: Path, address: str) -> dict[str, str]:
    """An environment in which no model is cached and the list of models is at ``address``."""
    return {"XDG_CACHE_HOME": str(folder / "cache"), "HOME": str(folder), "FXTRANSLATE_RECORDS_URL": address}


def with_stand_in(folder: Path) -> dict[str, str]:
    """An environment in which the stand-in is found before the library."""
    (folder / "lib" / "fxtranslate").mkdir(parents=True)
    (folder / "lib" / "fxtranslate" / "__init__.py").write_text(STAND_IN, encoding="utf-8")
    about = folder / "lib" / "fxtranslate-9.9.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: fxtranslate\nVersion: 9.9\n", encoding="utf-8")
    return {"PYTHONPATH": str(folder / "lib")}


def test_the_library_has_what_the_engine_calls() -> None:
    has = [callable(getattr(fxtranslate.Translator, name, None)) for name in ("load", "translate_long")]

    assert has == [True, True]


def test_a_missing_library_is_told_with_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fxtranslate", None)

    with pytest.raises(LackingError, match=r"'fxtranslate'.*pip install --require-hashes -r requirements-mt\.txt"):
        load_local()


@pytest.mark.parametrize("library", ["requests", "fxtranslate"])
def test_the_command_says_what_to_install_and_the_others_do_without(tmp_path: Path, library: str) -> None:
    seeds = lay_out_article(tmp_path)
    (tmp_path / "lib").mkdir()
    lacking = f"raise ModuleNotFoundError(\"No module named '{library}'\", name='{library}')"
    (tmp_path / "lib" / f"{library}.py").write_text(lacking, encoding="utf-8")
    environment = {"PYTHONPATH": str(tmp_path / "lib"), "OPENAI_API_KEY": "sk-1", "OPENAI_MODEL": "m"}
    engine = {"requests": "llm", "fxtranslate": "mt"}[library]

    done = run("translate", "--seeds", str(seeds), "--engine", engine, env=environment)
    checked = run("check", "--seeds", str(seeds), env=environment)

    assert (done.returncode, f"requirements-{engine}.txt" in done.stderr, "Traceback" in done.stderr) == (
        2,
        True,
        False,
    )
    assert checked.returncode == 0


def test_without_a_model_the_librarys_reason_is_told(tmp_path: Path) -> None:
    seeds = lay_out_article(tmp_path)
    with records(json.dumps({"data": []})) as address:
        done = run("translate", "--seeds", str(seeds), "--engine", "mt", env=without_models(tmp_path, address))

    assert (done.returncode, "no translation model: " in done.stderr, "Traceback" in done.stderr) == (1, True, False)


def test_where_models_cannot_be_fetched_the_librarys_reason_is_told(tmp_path: Path) -> None:
    seeds = lay_out_article(tmp_path)
    nowhere = without_models(tmp_path, "http://127.0.0.1:9/records")

    done = run("translate", "--seeds", str(seeds), "--engine", "mt", env=nowhere)

    assert (done.returncode, "no cached model for zh→en" in done.stderr) == (1, True)


def test_each_text_is_translated_by_itself_and_checked(tmp_path: Path) -> None:
    seeds = lay_out_article(tmp_path)

    done = run("translate", "--seeds", str(seeds), "--engine", "mt", env=with_stand_in(tmp_path))

    entries = catalogue(seeds)
    told, wrong = comments(entries[TAX]), comments(entries[STATION])
    assert done.returncode == 0
    assert entries[TAX].msgstr == f"English of {len(TAX)} characters, 2024, 320 million and 15"
    assert (entries[TAX].fuzzy, told["model"], "prompt" in told) == (True, "fxtranslate 9.9 zh-Hans-en", False)
    assert wrong["note"].startswith("without 4; with ")


def test_no_model_raises_what_the_command_tells(monkeypatch: pytest.MonkeyPatch) -> None:
    def load(src: str, _trg: str) -> None:
        raise ValueError(f"no model of {src}")

    monkeypatch.setattr("fxtranslate.Translator", type("Translator", (), {"load": staticmethod(load)}))

    with pytest.raises(StoppedError, match=r"no translation model: no model of zh$"):
        load_local()
