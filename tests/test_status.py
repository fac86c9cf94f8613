"""``status``: what awaits an editor, as an editor reads it."""

import json
from pathlib import Path

import pytest

from tests.projects import run

ARTICLE = """# 青禾镇2024年工作总结

2024年，青禾镇完成税收3.2亿元，清河夜话举办15场。邀请37贤达回乡。

青禾镇不断提升满意率，推行“六清”工作。
"""
SIDECAR = """place: 青禾镇
corrections:
  - rename: observation
    words: 15场
    to: 文化活动场次
    by: 李一
    date: 2026-11-02
    why: 与报表一致
"""


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "qinghe.md").write_text(ARTICLE, encoding="utf-8")
    (folder / "qinghe.yml").write_text(SIDECAR, encoding="utf-8")
    return folder


def told(seeds: Path, *arguments: str) -> list[str]:
    """The lines of ``status``, paths without the folder."""
    done = run("status", "--quiet", "--seeds", str(seeds), *arguments)
    return done.stdout.replace(f"{seeds.parent.as_posix()}/", "").splitlines()


def test_each_thing_that_awaits_an_editor_has_its_file_and_line(seeds: Path) -> None:
    lines = told(seeds, "--only", "unread", "--only", "gap", "--only", "correction")

    assert [line for line in lines if ".md:0:" not in line] == [
        "seeds/qinghe.md (qinghe-2024): 1 unread, 5 gap, 1 correction",
        "seeds/qinghe.md:3: unread: 37 in 举办15场。邀请37贤达回乡。",
        "seeds/qinghe.md:5: gap: no-value 满意率",
        "seeds/qinghe.md:5: gap: unexpanded “六清”",
        "seeds/qinghe.yml:3: correction: rename observation indicator: 清河夜话场次 15场 (李一, 2026-11-02)",
    ]


def test_a_program_reads_it_as_json(seeds: Path) -> None:
    lines = [json.loads(line) for line in told(seeds, "--only", "unread", "--json")]

    words = "37 in 举办15场。邀请37贤达回乡。"
    assert lines == [{"slug": "qinghe-2024", "kind": "unread", "path": "seeds/qinghe.md", "line": 3, "words": words}]


def test_texts_without_english_await_a_translator(seeds: Path) -> None:
    lines = told(seeds, "--only", "untranslated")

    assert "seeds/qinghe.md:1: untranslated: title: 青禾镇2024年工作总结" in lines


def test_the_altered_words_whose_original_is_a_guess_are_listed_once_each() -> None:
    lines = run("status", "--quiet", "--only", "restoration", "yongledian-2024").stdout.splitlines()

    words = [line.split(": ", 2)[2].rpartition(" (")[0] for line in lines[1:]]
    assert (len(words) > 20, len(words)) == (True, len(set(words)))


def test_what_does_not_go_together_is_listed() -> None:
    lines = run("status", "--quiet", "--only", "tension", "yongledian-2024").stdout.splitlines()

    assert lines[1:] == ["seeds/003_9f6dcb3548ddb190.txt:15: tension: two-figures 40% / 36.17%"]


def test_an_article_that_there_is_none_of_is_a_fault(seeds: Path) -> None:
    done = run("status", "--quiet", "--seeds", str(seeds), "shiqiao-2023")

    assert (done.returncode, "found no article 'shiqiao-2023', expected one of qinghe-2024" in done.stderr) == (1, True)


def test_nothing_is_written(seeds: Path) -> None:
    told(seeds)

    assert sorted(path.name for path in seeds.iterdir()) == ["qinghe.md", "qinghe.yml"]
