"""``status``: what awaits an editor, as an editor reads it."""

import json
from pathlib import Path

import pytest

from policy_digest.model import id_of
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


ROAD, LAKE, MILL, TALK = (
    "2024年，青禾镇修建道路12公里，惠及村庄8个。",
    "全年清理河湖3处，新建垂柳公园2个。",
    "引进企业5家，带动农户230户增收。",
    "柳湾村举办讲座15场，收集建议96条。",
)
TRANSLATED = f"""msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

# model: small-1
#, fuzzy
msgctxt "{id_of("s", ROAD)}"
msgid "{ROAD}"
msgstr "Qinghe built 12 km of roads in 2024, for 8 villages."

# model: small-1
#, fuzzy
msgctxt "{id_of("s", LAKE)}"
msgid "{LAKE}"
msgstr "4 lakes were cleaned up and 2 parks laid out; $5 were spent."

# origin: project translation
msgctxt "s-0000000000"
msgid "{MILL.replace("230", "220")}"
msgstr "5 companies came, and 220 farming households earned more."

# origin: project translation
msgctxt "{id_of("s", TALK)}"
msgid "{TALK}"
msgstr "15 lectures were given, and 96 suggestions came in."
"""
SECTIONS = "".join(
    f"\n## {name}\n\n{words}\n" for name, words in zip("路湖业话", (ROAD, LAKE, MILL, TALK), strict=True)
)


def laid_out(folder: Path, catalogue: str) -> Path:
    """An article with four translations; returns its folder of seeds."""
    seeds = folder / "seeds"
    seeds.mkdir()
    (seeds / "qinghe.md").write_text(f"# 青禾镇2024年工作总结\n{SECTIONS}", encoding="utf-8")
    (folder / "i18n" / "en").mkdir(parents=True)
    (folder / "i18n" / "en" / "qinghe-2024.po").write_text(catalogue, encoding="utf-8")
    return seeds


@pytest.fixture(scope="module")
def awaited(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What awaits an editor: of a machine's translation, a wrong one, one of an earlier wording, the project's."""
    return told(laid_out(tmp_path_factory.mktemp("status"), TRANSLATED))


@pytest.mark.parametrize(
    ("kind", "lines"),
    [
        ("unreviewed", [f"i18n/en/qinghe-2024.po:4: unreviewed: sentence: {ROAD}"]),
        ("unsigned", [f"i18n/en/qinghe-2024.po:21: unsigned: sentence: {TALK}"]),
        (
            "withheld",
            [
                f"i18n/en/qinghe-2024.po:10: withheld: sentence: {LAKE}: a translation without 3; with 4, 5: "
                "4 lakes were cleaned up and 2 parks laid out; $5 were spent.",
                f"seeds/qinghe.md:13: withheld: sentence: {MILL}: a translation without 230; with 220: "
                "5 companies came, and 220 farming households earned more.",
            ],
        ),
        (
            "unmapped-name",
            [
                "seeds/qinghe.md:1: unmapped-name: place: 青禾镇 (romanised: Qinghe Town)",
                "seeds/qinghe.md:17: unmapped-name: place: 柳湾村 (romanised: Liuwan Village)",
            ],
        ),
        ("unmapped-term", ["seeds/qinghe.md:9: unmapped-term: 垂柳 in indicator: 新建垂柳公园数"]),
    ],
)
def test_what_the_english_awaits_is_told_by_kind(awaited: list[str], kind: str, lines: list[str]) -> None:
    assert [line for line in awaited if f": {kind}: " in line] == lines


def test_what_is_withheld_is_no_text_without_english(awaited: list[str]) -> None:
    assert [line for line in awaited if ": untranslated: " in line and (LAKE in line or MILL in line)] == []


def test_an_earlier_wording_with_the_same_figures_is_told_as_such(tmp_path: Path) -> None:
    seeds = laid_out(tmp_path, TRANSLATED.replace("220", "230").replace("引进企业", "新引进企业"))
    assert told(seeds, "--only", "earlier")[1:] == [f"seeds/qinghe.md:13: earlier: sentence: {MILL}"]


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
