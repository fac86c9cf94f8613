"""The preview serves a folder as a static host does."""

import http.client
import socket
import struct
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.projects import BASE_PATH, served


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    (tmp_path / "secret.txt").write_text("outside", encoding="utf-8")
    files = {"index.html": "root", "404.html": "不在此处", "zh/index.html": "首页", "data/a.csv": "x", "zh/a.js": "1"}
    for name, words in files.items():
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, encoding="utf-8")
    for address in served(tmp_path / "site"):
        yield int(address.split(":")[2].split("/")[0])


def ask(port: int, path: str, method: str = "GET") -> tuple[int, dict[str, str], str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(method, path)
    response = connection.getresponse()
    headers = {name.title(): value for name, value in response.getheaders()}
    answer = (response.status, headers, response.read().decode("utf-8"))
    connection.close()
    return answer


@pytest.mark.parametrize("path", ["/", "/policy-digest"])
def test_the_way_to_the_base_path_is_a_redirect(port: int, path: str) -> None:
    status, headers, _ = ask(port, path)
    assert (status, headers["Location"]) == (302, BASE_PATH)


@pytest.mark.parametrize(
    ("path", "words"),
    [("", "root"), ("zh/", "首页"), ("zh/?q=1", "首页"), ("zh/index.html", "首页"), ("data/a.csv", "x")],
)
def test_a_file_is_served_under_the_base_path(port: int, path: str, words: str) -> None:
    status, _, body = ask(port, BASE_PATH + path)
    assert (status, body) == (200, words)


def test_a_folder_without_its_slash_leads_to_the_folder_under_the_base_path(port: int) -> None:
    status, headers, _ = ask(port, f"{BASE_PATH}zh")
    assert (status, headers["Location"]) == (301, f"{BASE_PATH}zh/")


@pytest.mark.parametrize("path", ["/zh/", "/secret.txt", "/policy-digest-2/"])
def test_nothing_is_served_outside_the_base_path(port: int, path: str) -> None:
    status, _, _ = ask(port, path)
    assert status == 404


@pytest.mark.parametrize("path", ["../secret.txt", "%2e%2e/secret.txt", "zh/../../secret.txt"])
def test_nothing_is_served_from_outside_the_site(port: int, path: str) -> None:
    status, _, body = ask(port, BASE_PATH + path)
    assert (status, "outside" in body) == (404, False)


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_what_is_not_there_answers_with_the_sites_page(port: int, method: str) -> None:
    status, _, body = ask(port, f"{BASE_PATH}zh/nowhere/", method)
    assert (status, body) == (404, "不在此处" if method == "GET" else "")


def test_no_browser_keeps_what_the_next_build_may_change(port: int) -> None:
    assert ask(port, f"{BASE_PATH}zh/")[1]["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("path", "kind"),
    [("zh/", "text/html; charset=utf-8"), ("data/a.csv", "text/csv; charset=utf-8"), ("zh/a.js", "text/javascript")],
)
def test_a_file_is_told_what_it_is(port: int, path: str, kind: str) -> None:
    assert ask(port, BASE_PATH + path)[1]["Content-Type"] == kind


def test_a_browser_that_goes_away_is_no_fault(port: int, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "site" / "large.bin").write_bytes(bytes(20_000_000))
    with socket.create_connection(("127.0.0.1", port), timeout=10) as line:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # hang up at once
        line.sendall(f"GET {BASE_PATH}large.bin HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        line.recv(1000)
    time.sleep(0.3)
    status, _, _ = ask(port, f"{BASE_PATH}zh/")
    assert (status, capfd.readouterr().err) == (200, "")
