"""``translate`` stopped half way, in a process of its own: nothing is lost, and nothing is paid for twice."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from endpoints import ENGLISH, KEY, SLUG, Call, Endpoint, Reply, catalogue, good, hanging, lay_out_article, played

from policy_digest.cli import build, main
from policy_digest.cli.interrupts import undisturbed
from policy_digest.read import read_translations
from tests.projects import COMMAND, ROOT, run

_PATIENCE = 30.0


def environment(endpoint: Endpoint) -> dict[str, str]:
    told = {"OPENAI_API_KEY": KEY, "OPENAI_BASE_URL": endpoint.url, "OPENAI_MODEL": "played-1"}
    return {name: value for name, value in os.environ.items() if not name.startswith("TRANSLATE_")} | told


def start(seeds: Path, endpoint: Endpoint) -> "subprocess.Popen[str]":
    """Start a run that asks for one text a call."""
    return subprocess.Popen(
        [sys.executable, COMMAND, "translate", "--seeds", str(seeds), "--batch", "1"],
        cwd=ROOT,
        env=environment(endpoint),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def await_calls(endpoint: Endpoint, number: int) -> None:
    until(lambda: len(endpoint.calls) >= number)


def until(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + _PATIENCE
    while not is_so():
        if time.monotonic() > deadline:
            pytest.fail(f"waited {_PATIENCE} seconds for nothing")
        time.sleep(0.005)


def english(seeds: Path) -> dict[str, str]:
    return {zh: entry.msgstr for zh, entry in catalogue(seeds).items() if entry.msgstr}


def go_on(seeds: Path, endpoint: Endpoint) -> "subprocess.CompletedProcess[str]":
    return run("translate", "--seeds", str(seeds), "--batch", "1", env=environment(endpoint))


def test_a_killed_run_is_taken_up_without_a_loss_or_a_second_call(tmp_path: Path) -> None:
    seeds = lay_out_article(tmp_path)
    with played(good, good, hanging) as endpoint:
        process = start(seeds, endpoint)
        await_calls(endpoint, 3)
        process.kill()
        process.communicate()
        kept, answered = english(seeds), list(endpoint.answered)

        done = go_on(seeds, endpoint)

    assert (set(kept), len(kept)) == (set(answered), 2)
    assert (done.returncode, english(seeds)) == (0, ENGLISH)
    assert Counter(endpoint.answered) == Counter(ENGLISH.keys())


@pytest.mark.parametrize("delay", [0.0, 0.003, 0.01, 0.03])
def test_a_run_killed_while_it_writes_leaves_a_whole_catalogue(tmp_path: Path, delay: float) -> None:
    seeds, killed = lay_out_article(tmp_path), threading.Event()

    def fourth(call: Call) -> Reply:
        return good(call) if killed.is_set() else hanging(call)

    with played(good, good, good, fourth) as endpoint:
        process = start(seeds, endpoint)
        until(lambda: len(endpoint.answered) >= 3)
        time.sleep(delay)
        process.kill()
        process.communicate()
        killed.set()
        answered = list(endpoint.answered)
        read_translations(seeds.parent / "i18n")  # raises FaultsError for half a file
        kept = english(seeds)

        go_on(seeds, endpoint)

    again = [zh for zh, times in Counter(endpoint.answered).items() if times > 1]
    assert set(answered[:2]) <= set(kept)
    assert again in ([], answered[2:3])  # the answer that came in the very moment of the kill
    assert english(seeds) == ENGLISH


def test_a_run_killed_while_the_catalogue_is_broken_keeps_its_answers(tmp_path: Path) -> None:
    seeds = lay_out_article(tmp_path)
    path = tmp_path / "i18n" / "en" / f"{SLUG}.po"

    def breaking(call: Call) -> Reply:
        path.write_text(path.read_text(encoding="utf-8") + 'msgid "', encoding="utf-8")
        return good(call)

    with played(good, breaking, hanging) as endpoint:
        process = start(seeds, endpoint)
        await_calls(endpoint, 3)
        process.kill()
        process.communicate()
        path.write_text(path.read_text(encoding="utf-8").removesuffix('msgid "'), encoding="utf-8")

        done = go_on(seeds, endpoint)

    assert (done.returncode, english(seeds)) == (0, ENGLISH)
    assert Counter(endpoint.answered) == Counter(ENGLISH.keys())


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "terminate"])
def test_a_run_that_is_told_to_stop_says_what_was_done(tmp_path: Path, number: signal.Signals) -> None:
    seeds = lay_out_article(tmp_path)
    with played(good, good, hanging) as endpoint:
        process = start(seeds, endpoint)
        await_calls(endpoint, 3)
        time.sleep(0.1)  # until it waits for the answer

        process.send_signal(number)
        out, err = process.communicate(timeout=_PATIENCE)

    assert (process.returncode, out, len(english(seeds))) == (130, "", 2)
    assert "stopped; a call under way is given up, all answers are kept" in err
    assert "2 of 6 texts have an English now; 4 left" in err
    assert "Traceback" not in err


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "terminate"])
def test_what_must_not_be_cut_in_two_is_done_before_a_stop_is_heard(number: signal.Signals) -> None:
    done: list[str] = []

    def work() -> None:
        with undisturbed():
            os.kill(os.getpid(), number)
            done.append("whole")

    with pytest.raises(KeyboardInterrupt):
        work()

    assert done == ["whole"]


def test_two_runs_at_once_do_not_pay_twice(tmp_path: Path) -> None:
    seeds = lay_out_article(tmp_path)
    with played(hanging) as endpoint:
        process = start(seeds, endpoint)
        await_calls(endpoint, 1)

        second = go_on(seeds, endpoint)

        process.kill()
        process.communicate()

    assert (second.returncode, len(endpoint.calls), "another build is writing" in second.stderr) == (1, 1, True)


def test_a_build_does_not_overwrite_what_was_answered_during_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    seeds = lay_out_article(tmp_path)
    folders = ("--docs", str(tmp_path / "docs"), "--no-site")
    assert main(["build", "--seeds", str(seeds), *folders]) == 0

    def write_then_answer(*arguments: object) -> object:
        written = write_pages(*arguments)  # type: ignore[arg-type]
        with played() as endpoint:
            assert go_on(seeds, endpoint).returncode == 0
        return written

    write_pages = build.write_pages
    monkeypatch.setattr(build, "write_pages", write_then_answer)

    code = main(["build", "--seeds", str(seeds), *folders])

    said = capsys.readouterr().err
    assert (code, f"{SLUG}.po: changed during the build and left as it is" in said) == (0, True)
    assert english(seeds) == ENGLISH
