"""``translate`` against a played endpoint: a real HTTP server, the real client between it and the catalogue."""

import base64
import email.utils
import json
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import polib
import pytest
from endpoints import (
    ENGLISH,
    KEY,
    SLUG,
    STATION,
    TAX,
    Call,
    Endpoint,
    Reply,
    Script,
    catalogue,
    completion,
    failing,
    good,
    lay_out_article,
    played,
    saying,
)

from policy_digest.cli import main
from policy_digest.read.translations import comments

VARIABLES = (
    *("OPENAI_API_KEY", "OPENAI_BASE_URL", "OPENAI_MODEL"),
    *("TRANSLATE_MAX_CALLS", "TRANSLATE_MAX_COST", "TRANSLATE_PRICE_IN", "TRANSLATE_PRICE_OUT"),
)


@dataclass(frozen=True)
class Done:
    """A run that has ended: its exit code, what it printed, the endpoint with its log, the catalogue's English then."""

    code: int
    out: str
    err: str
    endpoint: Endpoint
    seeds: Path
    seconds: float
    english: dict[str, str]

    @property
    def note(self) -> str:
        return comments(catalogue(self.seeds)[STATION]).get("note", "")


Translate = Callable[..., Done]


@pytest.fixture
def translate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Translate:
    """Run ``translate`` in this process, against an endpoint that follows a script."""
    seeds = lay_out_article(tmp_path)
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.setenv("OPENAI_MODEL", "played-1")

    def run(*script: Script, options: tuple[str, ...] = (), url: str = "") -> Done:
        with played(*script) as endpoint:
            monkeypatch.setenv("OPENAI_BASE_URL", url or endpoint.url)
            started = time.monotonic()
            code = main(["translate", "--seeds", str(seeds), *options])
            seconds = time.monotonic() - started
        out, err = capsys.readouterr()
        english = {zh: entry.msgstr for zh, entry in catalogue(seeds).items() if entry.msgstr}
        return Done(code, out, err, endpoint, seeds, seconds, english)

    return run


# ------------------------------------------------------------- answers


def test_every_text_without_english_gets_one(translate: Translate) -> None:
    done = translate(good)

    assert (done.code, done.english, done.out) == (0, ENGLISH, "")


def test_an_answer_is_marked_as_a_machines_with_its_origin(translate: Translate) -> None:
    done = translate(good)

    entry = catalogue(done.seeds)[TAX]
    told = comments(entry)
    assert (entry.fuzzy, told["model"], told["date"], len(told["prompt"])) == (
        True,
        "played-1",
        time.strftime("%Y-%m-%d"),
        12,
    )


def test_a_second_run_asks_for_nothing(translate: Translate) -> None:
    translate(good)

    done = translate(good)

    assert (done.code, done.endpoint.calls) == (0, [])


def test_what_an_editor_wrote_is_left_as_it_is(translate: Translate) -> None:
    first = translate(options=("--batch", "1", "--max-calls", "1"))
    fill(first.seeds, TAX, "Taxes of CNY 320 million and 15 evening talks in 2024.")

    second = translate(good)

    assert TAX not in second.endpoint.asked
    assert second.english == {**ENGLISH, TAX: "Taxes of CNY 320 million and 15 evening talks in 2024."}


def test_what_an_editor_saves_during_a_run_is_kept(translate: Translate) -> None:
    def answer(call: Call) -> Reply:
        fill(seeds, STATION, "Four elderly care stations were built.")
        return good(call)

    seeds = translate(options=("--batch", "1", "--max-calls", "1")).seeds

    done = translate(answer, options=("--batch", "8"))

    assert (STATION in done.endpoint.asked, done.english[STATION]) == (True, "Four elderly care stations were built.")
    assert len(done.english) == len(ENGLISH)


def break_off(seeds: Path) -> str:
    """Save the catalogue as an editor does in the middle of a sentence; returns its text."""
    fill(seeds, STATION, EDITED[STATION])
    path = po_of(seeds)
    broken = path.read_text(encoding="utf-8").replace('close to home."', "close to home.")
    path.write_text(broken, encoding="utf-8")
    return broken


def mend(seeds: Path) -> None:
    path = po_of(seeds)
    path.write_text(path.read_text(encoding="utf-8").replace("close to home.\n", 'close to home."\n'), encoding="utf-8")


def po_of(seeds: Path) -> Path:
    return seeds.parent / "i18n" / "en" / f"{SLUG}.po"


EDITED = {**ENGLISH, STATION: "Four elderly care stations were built: old people get a hot meal close to home."}


def broken_line(text: str) -> int:
    return next(at for at, line in enumerate(text.splitlines(), 1) if line.endswith("close to home."))


def test_a_broken_file_is_told_with_its_line_and_its_answers_are_taken_by_the_next_run(
    translate: Translate, capsys: pytest.CaptureFixture[str]
) -> None:
    seeds, left = translate(options=("--batch", "1", "--max-calls", "1")).seeds, []

    def answer(call: Call) -> Reply:
        left.append(break_off(seeds))
        return good(call)

    with played(answer) as endpoint:
        code = main(["translate", "--seeds", str(seeds), "--base-url", endpoint.url])
    said = capsys.readouterr().err
    assert po_of(seeds).read_text(encoding="utf-8") == left[0]
    mend(seeds)
    done = translate(good)

    assert (code, f"{po_of(seeds)}:{broken_line(left[0])}: found a syntax error" in said, "Traceback" in said) == (
        *(1, True),
        False,
    )
    assert f"5 answers are not in {SLUG}.po but in {po_of(seeds).with_suffix('.unsaved.po')}" in said
    assert (done.code, done.endpoint.calls, done.english) == (0, [], EDITED), done.err
    assert not po_of(seeds).with_suffix(".unsaved.po").exists()


def test_what_waits_for_a_broken_file_is_written_when_it_is_whole_again(translate: Translate) -> None:
    seeds = translate(options=("--batch", "1", "--max-calls", "1")).seeds

    def breaking(call: Call) -> Reply:
        break_off(seeds)
        return good(call)

    def mending(call: Call) -> Reply:
        assert po_of(seeds).with_suffix(".unsaved.po").exists()
        mend(seeds)
        return good(call)

    done = translate(breaking, mending, good, options=("--batch", "2"))

    assert (done.code, done.english) == (0, EDITED)
    assert not po_of(seeds).with_suffix(".unsaved.po").exists()


def fill(seeds: Path, zh: str, english: str) -> None:
    """Translate a text as an editor does, in all entries of its words."""
    path = seeds.parent / "i18n" / "en" / f"{SLUG}.po"
    entries = polib.pofile(str(path), wrapwidth=0)
    for entry in entries:
        if entry.msgid == zh:
            entry.msgstr = english
    entries.save()


def test_the_endpoint_is_given_the_figures_terms_and_names_of_a_text(translate: Translate) -> None:
    call = translate(good).endpoint.calls[0]

    text = next(text for text in call.texts if text["zh"] == TAX)
    assert (text["figures"], call.told["terms"]["税收"], call.told["names"]["青禾镇"]) == (  # type: ignore[index]
        [["3.2亿元", "CNY 320 million"], ["15场", "15 events"]],
        "tax revenue",
        "Qinghe Town",
    )


def test_the_endpoint_is_given_the_neighbours_of_a_sentence(translate: Translate) -> None:
    call = translate(good).endpoint.calls[0]

    text = next(text for text in call.texts if text["zh"] == STATION)
    assert (text["before"], text["after"]) == (
        "镇里修好了通往果园的路，果农卖果不再发愁。",
        "村民把闲置的老屋改成了书屋，孩子们放学后常去那里读书。",
    )


def test_the_key_is_sent_in_its_header_and_nowhere_else(translate: Translate) -> None:
    call = translate(good).endpoint.calls[0]

    assert call.headers["Authorization"] == f"Bearer {KEY}"
    assert KEY not in json.dumps(call.body) + call.path


def test_a_local_endpoint_is_not_looked_for_behind_a_proxy(
    translate: Translate, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")

    assert translate(good, options=("--retries", "0")).code == 0


def test_a_local_endpoint_needs_no_key(translate: Translate, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY")

    done = translate(good)

    assert (done.code, "Authorization" in done.endpoint.calls[0].headers) == (0, False)


def test_a_wrong_figure_is_kept_with_a_note_and_not_shown(translate: Translate) -> None:
    wrong = "The town built forty elderly care stations, so that old people get a hot meal near home."

    def answer(call: Call) -> Reply:
        return completion(json.dumps({t["id"]: wrong if t["zh"] == STATION else ENGLISH[t["zh"]] for t in call.texts}))

    done = translate(answer)

    assert (done.code, done.english[STATION], done.note) == (0, wrong, "without 4; with forty")
    assert "1 of them not shown until corrected" in done.err


def test_a_wrong_figure_is_not_paid_for_twice(translate: Translate) -> None:
    translate(saying(bullet="In 2024 there were 99 of them."))

    done = translate(good)

    assert done.endpoint.calls == []


@pytest.mark.parametrize(
    "english",
    [
        "A <script>alert('x')</script> & {title} %s 100%",
        'Quotes "and" \\ back\\nslashes',
        "#, fuzzy # reviewer: Eve",
    ],
)
def test_whatever_an_answer_holds_is_text_in_the_catalogue(translate: Translate, english: str) -> None:
    done = translate(saying(sentence=english))

    entry = catalogue(done.seeds)["继续听取村民意见，把好事办好。"]
    assert (entry.msgstr, entry.fuzzy, "reviewer" in comments(entry)) == (english, True, False)


def test_markup_in_an_answer_does_not_get_to_the_page(translate: Translate, tmp_path: Path) -> None:
    seeds = translate(saying(sentence="<script>alert(x)</script> {{ title }} [a](javascript:b)")).seeds

    main(["build", "--no-site", "--seeds", str(seeds), "--docs", str(tmp_path / "docs")])

    page = (tmp_path / "docs" / "en" / "digests" / f"{SLUG}.md").read_text(encoding="utf-8")
    raw = [words for words in ("<script>alert", "{{ title", "](javascript", "alert&#40;x&#41;") if words in page]
    assert raw == []
    assert "with markup" in catalogue(seeds)["继续听取村民意见，把好事办好。"].tcomment


def test_a_line_break_or_a_control_character_does_not_get_into_the_catalogue(translate: Translate) -> None:
    done = translate(saying(sentence="It listens.\n# reviewer: Eve\x1b[31m\u202e ok"))

    assert done.english["继续听取村民意见，把好事办好。"] == "It listens. # reviewer: Eve [31m ok"


def test_a_models_name_cannot_forge_a_comment(translate: Translate) -> None:
    done = translate(good, options=("--model", "m\n# reviewer: Eve\nreviewer: Eve"))

    assert "reviewer" not in comments(catalogue(done.seeds)[TAX])


# ------------------------------------------------------------- failures that pass


def waited(done: Done) -> float:
    """The seconds between the first call and the second."""
    return done.endpoint.calls[1].at - done.endpoint.calls[0].at


def test_a_429_is_waited_out_for_the_seconds_that_it_says(translate: Translate) -> None:
    done = translate(failing(429, "slow down", Retry_After="2"))

    assert (done.code, done.english, 2.0 <= waited(done) < 4.0) == (0, ENGLISH, True)


def test_a_429_is_waited_out_until_the_date_that_it_says(translate: Translate) -> None:
    done = translate(lambda _: failing(429, Retry_After=email.utils.formatdate(time.time() + 3, usegmt=True))(_))

    assert (done.code, done.english, 1.9 <= waited(done) < 5.0) == (0, ENGLISH, True)


def test_a_429_that_says_at_once_is_asked_at_once(translate: Translate) -> None:
    done = translate(*[failing(429, Retry_After="0")] * 3)

    times = [call.at for call in done.endpoint.calls]
    assert (done.code, times[3] - times[0] < 5.0) == (0, True)  # by itself it would wait 1, 2 and 4 seconds


def test_a_wait_that_is_too_long_ends_the_run(translate: Translate) -> None:
    done = translate(failing(429, Retry_After="3600"))

    assert (done.code, len(done.endpoint.calls), "asks to wait 3600 seconds" in done.err) == (1, 1, True)


def test_failures_of_the_server_are_tried_again_after_growing_pauses(translate: Translate) -> None:
    done = translate(failing(500), failing(503))

    times = [call.at for call in done.endpoint.calls]
    assert (done.code, done.english, len(times)) == (0, ENGLISH, 3)
    assert (times[1] - times[0] >= 1.0, times[2] - times[1] >= 2.0) == (True, True)


def test_a_server_that_keeps_failing_ends_the_run(translate: Translate) -> None:
    done = translate(*[failing(500, "out of memory", Retry_After="0")] * 9, options=("--retries", "2"))

    assert (done.code, len(done.endpoint.calls)) == (1, 3)
    assert f"{done.endpoint.url}: status 500: out of memory (3 attempts)" in done.err


def test_a_connection_that_breaks_off_is_tried_again(translate: Translate) -> None:
    def broken(call: Call) -> Reply:
        reply = good(call)
        return Reply(200, reply.body[:40], {"Content-Length": "4000"})

    done = translate(broken)

    assert (done.code, done.english, "the connection broke off; again in 1 s" in done.err) == (0, ENGLISH, True)


def test_nobody_at_the_address_is_told_in_words(translate: Translate) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/v1"

    done = translate(url=url, options=("--retries", "0"))

    assert (done.code, f"{url}: no connection: Connection refused (1 attempts)" in done.err) == (1, True)


def test_an_endpoint_without_tls_is_told_in_words(translate: Translate) -> None:
    with played() as endpoint:
        done = translate(url=endpoint.url.replace("http:", "https:"), options=("--retries", "0"))

    assert (done.code, "no secure connection" in done.err, "Traceback" in done.err) == (1, True, False)


def test_a_host_that_there_is_none_of_is_told_in_words_and_the_open_way_noted(
    translate: Translate, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)

    done = translate(url="http://endpoint.invalid/v1", options=("--retries", "0", "--debug"))

    assert (done.code, "http://endpoint.invalid/v1: no connection: " in done.err, KEY in done.err) == (1, True, False)
    assert "note: http://endpoint.invalid/v1: the key goes there unencrypted" in done.err


# ------------------------------------------------------------- answers that cannot be used


def answering(content: str, **more: str) -> Script:
    return lambda _call: completion(content, **more)


def short_of_one(call: Call) -> Reply:
    return completion(json.dumps({text["id"]: "Words." for text in call.texts[1:]}))


def with_another(call: Call) -> Reply:
    return completion(json.dumps({**{text["id"]: "Words." for text in call.texts}, "00000000": "More words."}))


def with_one_twice(call: Call) -> Reply:
    pairs = [f'"{text["id"]}": "Words."' for text in (*call.texts, call.texts[0])]
    return completion("{" + ", ".join(pairs) + "}")


def of(value: object) -> Script:
    """An answer with ``value`` for every text."""
    return lambda call: completion(json.dumps({text["id"]: value for text in call.texts}))


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        (answering("Here is your translation:"), "the answer was no JSON"),
        (answering('{"a": "b'), "the answer was no JSON"),
        (answering("[]"), "the answer was no JSON object"),
        (answering(""), "the answer was no JSON"),
        (lambda _: Reply(200, "<html>Welcome</html>"), "the answer was no chat completion"),
        (lambda _: Reply(200, '{"choices": []}'), "the answer was no chat completion"),
        (answering("{}", finish="length"), "the answer was cut off at 4000 tokens"),
        (short_of_one, "the answer was without "),
        (with_another, "the answer had ids that were not asked for"),
        (with_one_twice, "the answer had an id twice"),
        (of(7), "the answer had a value that is no text"),
        (of(" \n"), "the answer had an empty translation"),
        (of("very " * 400), "the answer had a translation that is far too long"),
        (
            lambda call: completion(json.dumps({t["id"]: t["zh"] for t in call.texts})),
            "the answer gave the Chinese back",
        ),
        (of(f"The key is {KEY}."), "the answer had the key in it"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_an_unusable_answer_is_refused_and_its_halves_are_asked_for(
    translate: Translate, script: Script, reason: str
) -> None:
    done = translate(script)

    sizes = [len(call.texts) for call in done.endpoint.calls]
    assert (done.code, done.english, sizes, reason in done.err) == (0, ENGLISH, [6, 3, 3], True)


def test_a_model_is_told_why_its_answer_was_refused(translate: Translate) -> None:
    done = translate(with_another)

    told = [call.told.get("last_answer_refused") for call in done.endpoint.calls]
    assert told == [None, *["the answer had ids that were not asked for"] * 2]


def test_a_text_that_no_answer_fits_is_left_and_the_others_are_kept(translate: Translate) -> None:
    def answer(call: Call) -> Reply:
        return answering("no")(call) if STATION in call.asked else good(call)

    done = translate(*[answer] * 9)

    left = {zh: english for zh, english in ENGLISH.items() if zh not in done.english}
    assert (done.code, STATION in left, 0 < len(left) < 3, "left without English: 全镇新建养老驿站4家" in done.err) == (
        1,
        True,
        True,
        True,
    )


def test_an_endpoint_that_only_gives_nonsense_is_not_paid_for_long(translate: Translate) -> None:
    done = translate(*[answering("no")] * 30, options=("--batch", "1"))

    assert (done.code, len(done.endpoint.calls), "6 answers in a row could not be used" in done.err) == (1, 6, True)


@pytest.mark.parametrize(
    "around", ["```json\n{}\n```", "<think>\nFirst {{the title}}.\n</think>\n\n{}"], ids=["fence", "thoughts"]
)
def test_what_models_put_around_an_answer_is_no_fault(translate: Translate, around: str) -> None:
    def answer(call: Call) -> Reply:
        told = json.dumps({text["id"]: ENGLISH[text["zh"]] for text in call.texts})
        return completion(around.replace("{}", told))

    done = translate(answer)

    assert (done.english, len(done.endpoint.calls)) == (ENGLISH, 1)


def test_an_answer_that_is_late_is_not_waited_for(translate: Translate) -> None:
    def late(call: Call) -> Reply:
        return replace(good(call), seconds=30.0)

    done = translate(late, options=("--timeout", "1"))

    assert (done.code, done.english, done.seconds < 10) == (0, ENGLISH, True)
    assert "no answer within 1 seconds (--timeout); asking again" in done.err


def test_an_answer_that_comes_byte_by_byte_is_late_too(translate: Translate) -> None:
    done = translate(lambda call: replace(good(call), drip=0.1), options=("--timeout", "1"))

    assert (done.code, done.english, done.seconds < 10) == (0, ENGLISH, True)
    assert "no answer within 1 seconds" in done.err


# ------------------------------------------------------------- what an endpoint does not know


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Unsupported value: 'temperature' does not support 0", "temperature"),
        ("Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.", "max_tokens"),
        ("'response_format.type' must be 'text'", "response_format"),
    ],
)
def test_a_parameter_that_is_refused_is_not_sent_again(translate: Translate, words: str, name: str) -> None:
    def knowing_less(call: Call) -> Reply:
        return failing(400, words)(call) if name in call.body else good(call)

    done = translate(*[knowing_less] * 9, options=("--batch", "3"))

    refused = [name in call.body for call in done.endpoint.calls]
    assert (done.code, done.english, refused[-2:]) == (0, ENGLISH, [False, False])


def test_the_form_is_asked_for_by_schema_then_as_an_object_then_in_words(translate: Translate) -> None:
    done = translate(failing(400, "unknown field"), failing(400, "unknown field"))

    forms = [call.body.get("response_format", {"type": "text"})["type"] for call in done.endpoint.calls]  # type: ignore[attr-defined]
    assert (done.code, forms) == (0, ["json_schema", "json_object", "text"])


def test_the_schema_holds_every_id_and_no_other(translate: Translate) -> None:
    call = translate(good).endpoint.calls[0]

    schema = call.body["response_format"]["json_schema"]["schema"]  # type: ignore[index]
    assert (schema["required"], schema["additionalProperties"]) == ([text["id"] for text in call.texts], False)


def test_texts_that_are_too_long_together_are_asked_for_apart(translate: Translate) -> None:
    def small(call: Call) -> Reply:
        is_long = len(call.texts) > 3
        return failing(400, "the request exceeds the available context size")(call) if is_long else good(call)

    done = translate(*[small] * 9)

    assert (done.code, done.english, [len(call.texts) for call in done.endpoint.calls]) == (0, ENGLISH, [6, 3, 3])


# ------------------------------------------------------------- budget


def test_no_more_calls_are_made_than_allowed_and_the_rest_is_left_for_the_next_run(translate: Translate) -> None:
    first = translate(options=("--batch", "1", "--max-calls", "2"))

    second = translate(options=("--batch", "1"))

    assert (first.code, len(first.endpoint.calls), len(first.english)) == (0, 2, 2)
    assert "the limit of 2 calls is reached" in first.err
    assert (second.english, set(second.endpoint.asked) & set(first.endpoint.asked)) == (ENGLISH, set())


def test_repeated_calls_count_too(translate: Translate) -> None:
    done = translate(*[failing(500, Retry_After="0")] * 5, options=("--max-calls", "3"))

    assert (done.code, len(done.endpoint.calls)) == (0, 3)


def test_the_cost_is_counted_from_what_the_endpoint_tells(translate: Translate) -> None:
    done = translate(options=("--batch", "3", "--price-in", "2", "--price-out", "10"))

    assert "2 calls, 2000 tokens asked, 200 answered, cost 0.0060" in done.err


def test_a_call_that_might_cost_too_much_is_not_made(translate: Translate) -> None:
    prices = ("--price-in", "0", "--price-out", "1000", "--max-tokens", "200")

    done = translate(options=("--batch", "1", "--max-cost", "0.45", *prices))

    assert (done.code, len(done.endpoint.calls), len(done.english)) == (0, 3, 3)
    assert "may bring the cost from 0.3000 to 0.5000, and the limit is 0.45" in done.err


def test_tokens_that_an_endpoint_does_not_tell_are_estimated(translate: Translate) -> None:
    def silent(call: Call) -> Reply:
        return completion(json.dumps({t["id"]: ENGLISH[t["zh"]] for t in call.texts}), usage=False)

    done = translate(silent, options=("--price-in", "1", "--price-out", "1"))

    assert "1 call (1 of them estimated)" in done.err


def test_a_limit_of_cost_without_prices_is_wrong_usage(translate: Translate) -> None:
    done = translate(options=("--max-cost", "5"))

    assert (done.code, done.endpoint.calls, "--max-cost needs --price-in and --price-out" in done.err) == (2, [], True)


# ------------------------------------------------------------- the dry run


def test_a_dry_run_prints_what_would_be_asked_and_asks_nobody(
    translate: Translate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OPENAI_API_KEY")

    done = translate(options=("--dry-run", "--batch", "4"))

    printed = [json.loads(line) for line in done.out.splitlines()]
    assert (done.code, done.endpoint.calls, done.english) == (0, [], {})
    assert ([len(one["texts"]) for one in printed], "2 calls if all goes well" in done.err) == ([4, 2], True)


def test_a_dry_run_tells_the_hash_that_the_run_will_note(translate: Translate) -> None:
    printed = json.loads(translate(options=("--dry-run",)).out)

    done = translate(good)

    assert comments(catalogue(done.seeds)[TAX])["prompt"] == printed["prompt"]


# ------------------------------------------------------------- keys


def files_of(folder: Path) -> str:
    return "".join(path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*")) if path.is_file())


@pytest.mark.parametrize("status", [400, 401, 403, 404, 418, 429, 500])
@pytest.mark.parametrize(
    "words", ["Incorrect API key provided: {}.", "Incorrect key: …{:.10}***"], ids=["whole", "part"]
)
def test_a_key_that_a_server_echoes_is_shown_nowhere(translate: Translate, status: int, words: str) -> None:
    echoed = words.format(KEY)

    done = translate(
        *[failing(status, echoed, Retry_After="0")] * 9, options=("--retries", "1", "--debug", "--format", "text")
    )

    seen = done.out + done.err + files_of(done.seeds.parent)
    assert (done.code, [piece for piece in (KEY, KEY[:10], KEY[-10:]) if piece in seen]) == (1, [])


def test_a_refused_key_is_told_with_where_it_is_set(translate: Translate) -> None:
    done = translate(failing(401, KEY))

    assert f"{done.endpoint.url} refused the key (status 401): is OPENAI_API_KEY right?" in done.err


def test_secrets_in_the_address_are_used_and_not_shown(translate: Translate, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY")
    with played(failing(404, "no /v1?code=Geheim-77 for Passwort-88")) as endpoint:
        url = endpoint.url.replace("http://", "http://editor:Passwort-88@") + "?code=Geheim-77"
        done = translate(url=url, options=("--debug",))

    call = endpoint.calls[0]
    assert (call.path, call.headers["Authorization"]) == (
        "/v1/chat/completions?code=Geheim-77",
        "Basic ZWRpdG9yOlBhc3N3b3J0LTg4",
    )
    assert (done.code, "Geheim-77" in done.err, "Passwort-88" in done.err, endpoint.url in done.err) == (
        1,
        False,
        False,
        True,
    )


@pytest.mark.parametrize("login", ["editor:Passwort-88", "编者:密码一二三四"])
def test_a_server_that_sends_the_login_back_as_it_got_it_is_not_quoted(
    login: str, translate: Translate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OPENAI_API_KEY")
    token = base64.b64encode(login.encode("utf-8")).decode("ascii")

    def echoing(call: Call) -> Reply:
        return failing(404, f"who is {call.headers['Authorization']} there")(call)

    with played(echoing) as endpoint:
        done = translate(url=endpoint.url.replace("http://", f"http://{login}@"))

    assert endpoint.calls[0].headers["Authorization"] == f"Basic {token}"
    assert (done.code, "who is Basic …" in done.err, token[:8] in done.err, token[-8:] in done.err) == (
        *(1, True),
        *(False, False),
    )


def test_a_key_that_no_header_may_have_is_a_fault_that_does_not_show_it(
    translate: Translate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-geheim\nX-Evil: 1")

    done = translate(good)

    assert (done.code, done.endpoint.calls, "geheim" in done.err) == (1, [], False)
    assert "OPENAI_API_KEY: found characters that no header may have" in done.err


def test_an_address_that_is_none_is_wrong_usage_that_does_not_show_it(
    translate: Translate, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        translate(url="ftp://editor:Passwort-88@127.0.0.1/v1")

    said = capsys.readouterr().err
    assert (ended.value.code, "Passwort-88" in said, "found no address" in said) == (2, False, True)


def test_the_help_shows_no_address(translate: Translate, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        translate(url="http://editor:Passwort-88@127.0.0.1/v1", options=("--help",))

    said = capsys.readouterr()
    assert ("OPENAI_BASE_URL" in said.out, "Passwort-88" in said.out + said.err) == (True, False)


def test_a_key_is_not_carried_on_to_another_address(translate: Translate) -> None:
    with played() as other:
        done = translate(failing(307, Location=f"{other.url}/chat/completions"))

    assert (done.code, other.calls, "sends calls elsewhere (status 307)" in done.err) == (1, [], True)


def test_words_of_a_server_cannot_write_on_the_terminal(translate: Translate) -> None:
    done = translate(failing(404, "no\x1b[2J\nsuch\u202emodel"))

    assert "status 404: no [2J such model" in done.err


# ------------------------------------------------------------- set-up


def test_what_is_not_set_up_is_told_at_once(translate: Translate, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    seeds = translate(options=("--dry-run",)).seeds
    monkeypatch.delenv("OPENAI_BASE_URL")

    code = main(["translate", "--seeds", str(seeds)])

    assert code == 1


def test_an_article_that_there_is_none_of_is_a_fault(translate: Translate) -> None:
    done = translate(good, options=("shiqiao-2023",))

    assert (done.code, done.endpoint.calls) == (1, [])
    assert f"found no article 'shiqiao-2023', expected one of {SLUG}" in done.err


def test_translations_of_other_articles_are_not_added_to(translate: Translate, tmp_path: Path) -> None:
    (tmp_path / "i18n").rmdir()

    done = translate(good)

    assert (done.code, done.endpoint.calls, "found translations of other articles" in done.err) == (1, [], True)
