"""The command line as a user meets it."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from policy_digest.cli.arguments import parse_arguments
from policy_digest.publish import hold
from tests.projects import COMMAND, ROOT, Project, run, tree

ARTICLE = (
    "# 青禾镇2024年工作回顾\n\n2024年，青禾镇完成税收3.2亿元，同比增长5.6%。\n\n## 乡村振兴\n\n全镇新建养老驿站4家。\n"
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "青禾镇.md"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


# ---------------------------------------------------------------- help and usage


@pytest.mark.parametrize("command", ["", "build", "extract", "explain", "check", "new", "record", "status", "serve"])
def test_help_tells_what_a_command_is_for_and_goes_to_stdout(command: str) -> None:
    done = run(*command.split(), "--help")
    assert (done.returncode, done.stderr, len(done.stdout) > 400) == (0, "", True)


def test_the_help_tells_every_exit_code_and_shows_each_command_in_use() -> None:
    text = run("--help").stdout
    wanted = (
        "0 done",
        "1 your files",
        "2 wrong usage",
        "build_digest.py serve",
        "build_digest.py check",
        "extract seeds/",
        "build_digest.py explain",
        "build_digest.py new",
        "build_digest.py record",
        "build_digest.py status",
    )
    assert [words for words in wanted if words not in text] == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["publish"],
        ["--seeds", "no-such-folder"],
        ["build", "--jobs", "0"],
        ["build", "--limit", "much"],
        ["serve", "--port", "70000"],
        ["build", "--site-url", "example.org"],
        ["build", "--site-url", "ftp://example.org/"],
        ["build", "--site-url", "https://example.org/a b/"],
        ["build", "--site-url", 'https://example.org/"x'],
        ["build", "--site-url", "https://example.org/<b>"],
        ["build", "--site-url", "https://example.org/?a=1"],
        ["build", "--site-url", "https://example.org:70000/"],
        ["build", "--site-url", "https://"],
        ["extract"],
        ["explain"],
        ["explain", "a", "b"],
        ["check", "--site", "x"],
        ["build", "extra"],
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_2_and_says_how_it_is_meant(arguments: list[str]) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout, done.stderr.startswith("usage: build_digest.py")) == (2, "", True)


@pytest.mark.parametrize(
    "url", ["", "https://example.org", "http://127.0.0.1:8000/policy-digest/", "https://example.org/~li/文摘/v1.0/"]
)
def test_an_address_of_the_site_is_taken_with_its_path(url: str) -> None:
    assert parse_arguments(["build", "--site-url", url]).site_url == url


def test_an_address_from_the_environment_is_held_to_the_same_form() -> None:
    done = run("build", env={"SITE_URL": "javascript:alert(1)"})
    assert (done.returncode, "argument --site-url: found 'javascript:alert(1)'" in done.stderr) == (2, True)


# ---------------------------------------------------------------- extract


def test_extract_prints_one_record_per_file_in_the_order_given(article: Path) -> None:
    seeds = sorted((ROOT / "seeds").glob("*.txt"))
    done = run("extract", article, *reversed(seeds))
    paths = [json.loads(line)["source"]["path"] for line in done.stdout.splitlines()]
    assert (done.returncode, paths) == (0, [article.name, *(seed.name for seed in reversed(seeds))])


def test_extract_prints_figures_as_they_stand_in_their_sentence(article: Path) -> None:
    record = json.loads(run("extract", article).stdout)
    printed = {item["as_printed"]: (item["obs_value"], item["unit_measure"]) for item in record["observations"]}
    assert printed["3.2亿元"] == ("320000000", "CNY")


def test_extract_gives_figures_offsets_into_the_file(article: Path) -> None:
    record = json.loads(run("extract", article).stdout)
    wrong = [o for o in record["observations"] if ARTICLE[o["start"] : o["end"]] != o["as_printed"]]
    assert (len(record["observations"]) >= 3, wrong) == (True, [])


def test_extract_reads_the_sidecar_beside_the_file(article: Path) -> None:
    article.with_suffix(".yml").write_text("slug: qinghe-review\n", encoding="utf-8")
    assert json.loads(run("extract", article).stdout)["slug"] == "qinghe-review"


def test_extract_tells_of_a_faulty_file_and_prints_the_others(article: Path) -> None:
    empty = article.with_name("empty.txt")
    empty.touch()
    done = run("extract", empty, article)
    assert (done.returncode, len(done.stdout.splitlines()), done.stderr.splitlines()[0]) == (
        1,
        1,
        f"{empty}: found an empty file, expected an article",
    )


def test_extract_tells_of_a_folder_and_of_a_file_that_is_not_there(tmp_path: Path) -> None:
    done = run("extract", ".", "nowhere.txt", folder=tmp_path)
    assert (done.returncode, done.stderr.splitlines()) == (
        1,
        [
            ".: found a folder, expected an article, .txt or .md",
            "nowhere.txt: found no such file or directory, expected a readable file",
            "2 faults",
        ],
    )


def test_extract_writes_nothing(article: Path) -> None:
    before = tree(article.parent)
    run("extract", article)
    assert tree(article.parent) == before


def test_extract_prints_utf_8_under_any_locale(article: Path) -> None:
    done = run("extract", article, env={"LANG": "C", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"})
    assert (done.returncode, "青禾镇" in done.stdout) == (0, True)


def test_a_reader_that_stops_early_is_no_error(article: Path) -> None:
    files = " ".join([f"'{article}'"] * 1)
    seeds = " ".join(f"'{path}'" for path in sorted((ROOT / "seeds").glob("*.txt")))
    line = f"set -o pipefail; '{sys.executable}' '{COMMAND}' extract {files} {seeds} | head -c 1"
    done = subprocess.run(["bash", "-c", line], capture_output=True, encoding="utf-8", check=False)
    assert (done.stdout, done.stderr) == ("{", "")


# ---------------------------------------------------------------- check


def test_check_is_content_with_the_projects_own_texts() -> None:
    done = run("check")
    assert (done.returncode, done.stdout, "all well" in done.stderr) == (0, "", True)


def test_check_tells_every_fault_of_every_kind_at_once_and_writes_nothing(project: Project) -> None:
    (project.seeds / "binary.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    (project.seeds / "slugs.tsv").write_text("stem\tslug\nb\tx y\n", encoding="utf-8")
    stem = min(project.seeds.glob("*.txt")).stem
    (project.seeds / f"{stem}.yml").write_text("slug: majuqiao-2020\ncolour: red\n", encoding="utf-8")
    (project.i18n / "en" / "broken.po").write_text('msgid "a\nmsgstr "b"\n', encoding="utf-8")
    before = tree(project.folder)
    done = run("check", "--seeds", project.seeds, "--i18n", project.i18n)
    told = {line.split(": found")[0].removeprefix(f"{project.folder}/") for line in done.stderr.splitlines()}
    wanted = {"seeds/binary.txt", "seeds/slugs.tsv:2", f"seeds/{stem}.yml:2"}
    broken = any(place.startswith("i18n/en/broken.po:") for place in told)
    assert (done.returncode, wanted - told, broken, tree(project.folder) == before) == (1, set(), True, True)


# ---------------------------------------------------------------- build


def test_build_is_the_default_and_no_site_stops_before_mkdocs(project: Project) -> None:
    done = run(*project.options, "--no-site")
    assert (done.returncode, (project.docs / "zh/index.md").is_file(), project.site.exists()) == (0, True, False)


def test_a_build_prints_nothing_on_stdout_and_says_where_the_site_is(project: Project) -> None:
    done = run("build", *project.options, "--no-site")
    assert (done.stdout, f"{project.docs} is ready: 2 digests" in done.stderr) == ("", True)


def test_a_quiet_build_says_nothing(project: Project) -> None:
    done = run("build", *project.options, "--no-site", "--quiet")
    assert (done.returncode, done.stderr) == (0, "")


def test_a_second_build_writes_nothing_new(project: Project) -> None:
    run("build", *project.options, "--no-site")
    before = {path: path.stat().st_mtime_ns for path in project.folder.rglob("*") if path.is_file()}
    run("build", *project.options, "--no-site")
    assert {path: path.stat().st_mtime_ns for path in project.folder.rglob("*") if path.is_file()} == before


def test_a_changed_wording_shows_its_earlier_translation_in_the_first_build_as_in_the_second(project: Project) -> None:
    seed = min(project.seeds.glob("*.txt"))
    text = seed.read_text(encoding="utf-8")
    seed.write_text(text.replace("卡口工作人员正在测温", "卡口的工作人员正在测温"), encoding="utf-8")
    run("build", *project.options, "--no-site")
    first = tree(project.folder)
    run("build", *project.options, "--no-site")
    page = first["docs/en/digests/majuqiao-2020.md"].decode()
    assert ("pd-status--earlier" in page, tree(project.folder) == first) == (True, True)


def test_a_sidecar_cannot_move_a_published_article_without_a_word(project: Project) -> None:
    stem = min(project.seeds.glob("*.txt")).stem
    (project.seeds / f"{stem}.yml").write_text("place: 马驹桥镇\nslug: majuqiao\n", encoding="utf-8")
    done = run("build", *project.options, "--no-site")
    told = f"{project.seeds / stem}.yml:2: found slug 'majuqiao', while the article is published as 'majuqiao-2020'"
    assert (done.returncode, f"{told} ({project.seeds}/slugs.tsv:2)" in done.stderr) == (1, True)


def test_an_article_that_would_move_is_left_out_of_a_build_that_keeps_going(project: Project) -> None:
    stem = min(project.seeds.glob("*.txt")).stem
    (project.seeds / f"{stem}.yml").write_text("slug: majuqiao\n", encoding="utf-8")
    done = run("build", *project.options, "--no-site", "--keep-going")
    assert (done.returncode, f"left out: {stem}" in done.stderr) == (1, True)


def test_a_translation_without_its_article_is_told_and_is_a_fault_only_if_strict(project: Project) -> None:
    orphan = project.i18n / "en" / "qinghe-2024.po"
    orphan.write_bytes(min((project.i18n / "en").glob("majuqiao*.po")).read_bytes())
    command = ("check", "--seeds", project.seeds, "--i18n", project.i18n)
    loose, strict = run(*command), run(*command, "--strict")
    told = f"note: {orphan}: translations without their article" in loose.stderr
    assert (told, loose.returncode, strict.returncode) == (True, 0, 1)


def test_a_broken_seed_is_told_and_nothing_is_written(project: Project) -> None:
    (project.seeds / "empty.txt").touch()
    before = tree(project.folder)
    done = run("build", *project.options)
    told = f"{project.seeds / 'empty.txt'}: found an empty file, expected an article" in done.stderr.splitlines()
    assert (done.returncode, told, tree(project.folder) == before) == (1, True, True)


def test_a_faulty_sidecar_is_told_with_its_line(project: Project) -> None:
    stem = min(project.seeds.glob("*.txt")).stem
    (project.seeds / f"{stem}.yml").write_text("place: 马驹桥镇\nauthors: 7\n", encoding="utf-8")
    done = run("build", *project.options, "--no-site")
    assert (done.returncode, f"{project.seeds / stem}.yml:2: found" in done.stderr) == (1, True)


def test_keep_going_builds_the_others_and_says_which_are_missing(project: Project) -> None:
    (project.seeds / "empty.txt").touch()
    done = run("build", *project.options, "--no-site", "--keep-going")
    digests = sorted(path.name for path in (project.docs / "zh/digests").glob("*-*.md"))
    assert (done.returncode, len(digests), "left out: empty" in done.stderr) == (1, 2, True)


def test_strict_takes_a_notice_for_a_fault(project: Project, article: Path) -> None:
    text = article.read_text(encoding="utf-8").replace("税收", "税\x07收")
    (project.seeds / "notice.md").write_text(text, encoding="utf-8")
    article.unlink()
    loose, strict = (run("build", *project.options, "--no-site", *extra) for extra in ([], ["--strict"]))
    assert (loose.returncode, strict.returncode) == (0, 1)


def test_new_slugs_are_kept_beside_the_seeds(project: Project) -> None:
    (project.seeds / "slugs.tsv").unlink(missing_ok=True)
    run("build", *project.options, "--no-site")
    rows = (project.seeds / "slugs.tsv").read_text(encoding="utf-8").splitlines()
    assert [row.split("\t")[1] for row in rows] == ["slug", "majuqiao-2020", "yongledian-2024"]


def test_articles_from_elsewhere_leave_the_projects_translations_alone(article: Path, tmp_path: Path) -> None:
    before = tree(ROOT / "i18n")
    run("build", "--seeds", article.parent, "--docs", tmp_path / "d", "--site", tmp_path / "s", "--no-site")
    assert tree(ROOT / "i18n") == before


def test_a_limit_refuses_a_larger_file(project: Project) -> None:
    done = run("build", *project.options, "--no-site", "--limit", "10K")
    assert (done.returncode, "expected at most 10,000 bytes" in done.stderr) == (1, True)


def test_the_command_works_from_any_folder(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    done = run("check", folder=elsewhere)
    assert (done.returncode, list(elsewhere.iterdir())) == (0, [])


def test_a_bug_is_told_as_a_bug_and_without_a_traceback() -> None:
    code = (
        "import sys; from policy_digest import cli\n"
        "cli.COMMANDS['check'] = lambda *_: 1 / 0\n"
        "sys.exit(cli.main(['check']))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, "ZeroDivisionError" in done.stderr, "Traceback" in done.stderr) == (70, True, False)


def test_a_second_build_at_the_same_time_is_refused_in_words(project: Project) -> None:
    with hold(project.docs):
        done = run("build", *project.options, "--no-site")
    told = f"another build is writing {project.docs}" in done.stderr
    assert (done.returncode, told, "Traceback" in done.stderr) == (1, True, False)


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "kill"])
def test_a_build_that_is_stopped_leaves_the_site_and_nothing_beside_it(
    project: Project, built: Project, stop: signal.Signals
) -> None:
    shutil.copytree(built.site, project.site)
    command = [sys.executable, COMMAND, "build", *project.options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8") as build:
        assert build.stderr is not None
        for line in build.stderr:
            if line.startswith("build pages"):
                build.send_signal(stop)
                break
        said = build.stderr.read()
    left = (tree(project.site) == tree(built.site), (project.folder / "site.build").exists())
    assert (build.returncode, "the site is as it was" in said, *left) == (130, True, True, False)


# ---------------------------------------------------------------- serve


def test_serve_prints_its_address_rebuilds_on_a_change_and_stops_when_told(project: Project) -> None:
    command = [sys.executable, COMMAND, "serve", *project.options, "--port", "0", "--base-path", "policy-digest"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8", env={**os.environ}) as server:
        assert server.stderr is not None
        lines: list[str] = []
        for line in server.stderr:
            lines.append(line)
            if "http://127.0.0.1:" in line:
                (project.seeds / "new.md").write_text(ARTICLE, encoding="utf-8")
            if "is ready: 3 digests" in line:
                break
        server.send_signal(signal.SIGTERM)
        deadline = time.monotonic() + 20
        while server.poll() is None and time.monotonic() < deadline:
            time.sleep(0.05)
    assert (server.returncode, any("/policy-digest/" in line for line in lines)) == (0, True)
