"""``new``: an article adopted byte for byte, and the sidecar that is proposed for it."""

import contextlib
import io
import re
from pathlib import Path

import pytest

from policy_digest.cli import main
from policy_digest.model import Sidecar
from policy_digest.read.sidecar import read_sidecar
from tests.corrected import ARTICLE

TEXT = ARTICLE.replace("完成税收9.15亿元。全镇", "完成税收9.15亿元。推行11311工作法。全镇")


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    return tmp_path / "seeds"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "青禾镇总结.txt"
    path.write_bytes(TEXT.encode("gb18030"))
    return path


def new(path: Path, seeds: Path) -> tuple[int, list[str]]:
    """The command's exit code and what it says, without a process of its own."""
    told = io.StringIO()
    with contextlib.redirect_stderr(told):
        code = main(["new", str(path), "--seeds", str(seeds)])
    return code, told.getvalue().splitlines()


def uncommented(path: Path) -> Path:
    """The sidecar with everything that was read stated."""
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"^# (\w+: [\"\[].*)$", r"\1", text, flags=re.MULTILINE), encoding="utf-8")
    return path


def test_the_article_is_copied_byte_for_byte(report: Path, seeds: Path) -> None:
    code, _ = new(report, seeds)

    assert (code, (seeds / report.name).read_bytes()) == (0, report.read_bytes())


def test_the_sidecar_tells_what_was_read_with_basis_and_line(report: Path, seeds: Path) -> None:
    new(report, seeds)
    text = (seeds / "青禾镇总结.yml").read_text(encoding="utf-8")

    assert "encoding: gb18030" in text
    assert '# title: "青禾镇2024年工作总结"  # line 1, told by: heading\n' in text
    assert '# place: "青禾镇"  # line 1, told by: title-line\n' in text
    assert '# time_period: "2024"  # line 1, told by: title-line\n' in text
    assert '# slug: "qinghe-2024"' in text
    assert "# credited_to:  # whom the text credits" in text


def test_the_sidecar_as_written_states_nothing(report: Path, seeds: Path) -> None:
    new(report, seeds)
    path = seeds / "青禾镇总结.yml"

    assert read_sidecar(path) == Sidecar(path=path.as_posix())


def test_the_sidecar_states_what_was_read_once_its_marks_are_taken_off(report: Path, seeds: Path) -> None:
    new(report, seeds)
    sidecar = read_sidecar(uncommented(seeds / "青禾镇总结.yml"))

    assert (sidecar.slug, sidecar.title, sidecar.place, sidecar.time_period) == (
        "qinghe-2024",
        "青禾镇2024年工作总结",
        "青禾镇",
        "2024",
    )


@pytest.mark.parametrize("prepare", [lambda path: path, uncommented], ids=["as written", "all stated"])
def test_what_was_adopted_passes_check(report: Path, seeds: Path, prepare) -> None:  # type: ignore[no-untyped-def]
    new(report, seeds)
    prepare(seeds / "青禾镇总结.yml")

    assert main(["check", "--seeds", str(seeds), "--jobs", "1"]) == 0


def test_words_of_a_title_are_no_yaml(tmp_path: Path, seeds: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text('# "青禾镇": 2024年 # 工作\\总结\n\n2024年，青禾镇完成税收9.15亿元。\n', encoding="utf-8")
    new(path, seeds)

    assert read_sidecar(uncommented(seeds / "a.yml")).title == '"青禾镇": 2024年 # 工作\\总结'


def test_what_could_not_be_read_is_told_with_the_counts(report: Path, seeds: Path) -> None:
    _, told = new(report, seeds)

    assert told[1].endswith("not read from the text: credited_to, authors, date_published")
    assert "11 figures" in told[2]
    assert told[2].endswith("1 numbers unread")
    assert told[3].startswith(f"{seeds / report.name}:5: '11311' is not read")


def test_nothing_is_overwritten(report: Path, seeds: Path) -> None:
    new(report, seeds)
    (seeds / report.name).write_bytes(b"other")
    before = {path.name: path.read_bytes() for path in seeds.iterdir()}

    code, told = new(report, seeds)

    assert (code, told[0]) == (
        1,
        f"{seeds / report.name}: found an article of that name already, "
        "expected a name that is free: it would be overwritten",
    )
    assert {path.name: path.read_bytes() for path in seeds.iterdir()} == before


@pytest.mark.parametrize(
    ("encoding", "words"), [("gb18030", "the same bytes as"), ("utf-8", "the same text as")], ids=["bytes", "words"]
)
def test_the_same_article_is_not_taken_twice(
    tmp_path: Path, report: Path, seeds: Path, encoding: str, words: str
) -> None:
    new(report, seeds)
    again = tmp_path / "again.txt"
    again.write_bytes(TEXT.encode(encoding))

    code, told = new(again, seeds)

    assert (code, told[0]) == (
        1,
        f"{again}: found {words} {seeds / report.name}, expected an article that is not there yet",
    )


def test_a_sidecar_that_is_there_stays(report: Path, seeds: Path) -> None:
    (seeds / report.name).write_bytes(report.read_bytes())
    (seeds / "青禾镇总结.yml").write_text("place: 青禾镇\n", encoding="utf-8")

    code, told = new(seeds / report.name, seeds)

    assert (code, "found a sidecar that is there already" in told[0]) == (1, True)
    assert (seeds / "青禾镇总结.yml").read_text(encoding="utf-8") == "place: 青禾镇\n"


def test_an_article_that_lies_there_already_gets_its_sidecar(report: Path, seeds: Path) -> None:
    inside = seeds / report.name
    inside.write_bytes(report.read_bytes())

    code, told = new(inside, seeds)

    assert (code, "there already" in told[0], (seeds / "青禾镇总结.yml").exists()) == (0, True, True)


@pytest.mark.parametrize(
    ("name", "data", "found"),
    [
        ("a.txt", b"", "an empty file"),
        ("a.txt", b"\x00\x01\x02", "a NUL byte"),
        ("a.pdf", b"%PDF", "a '.pdf' file"),
        ("README.md", "青禾镇完成税收9亿元。".encode(), "the name 'README.md'"),
    ],
    ids=["empty", "no text", "another kind", "readme"],
)
def test_what_is_no_article_is_refused_and_nothing_is_written(
    tmp_path: Path, seeds: Path, name: str, data: bytes, found: str
) -> None:
    (tmp_path / name).write_bytes(data)

    code, told = new(tmp_path / name, seeds)

    assert (code, found in told[0], list(seeds.iterdir())) == (1, True, [])


def test_a_file_that_is_not_there_is_told(tmp_path: Path, seeds: Path) -> None:
    code, told = new(tmp_path / "none.txt", seeds)

    assert (code, told[0].startswith(f"{tmp_path / 'none.txt'}: found no such file")) == (1, True)


def test_a_file_of_the_same_stem_is_refused(tmp_path: Path, report: Path, seeds: Path) -> None:
    new(report, seeds)
    other = tmp_path / "青禾镇总结.md"
    other.write_text("# 云溪镇\n\n云溪镇完成税收9亿元。\n", encoding="utf-8")

    code, told = new(other, seeds)

    assert (code, "the same stem as" in told[0]) == (1, True)
