from pathlib import Path

import pytest

from policy_digest.errors import FaultsError
from policy_digest.read import read_slugs, read_source, read_sources

TEXT = "青禾镇2024年工作总结\n\n2024年，青禾镇新建公园3个。\n"


def write(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
    return path


def faults_of(path: Path, *, limit: int = 2_000_000) -> list[str]:
    with pytest.raises(FaultsError) as raised:
        read_source(path, limit=limit)
    return [str(fault).replace(f"{path.parent}/", "") for fault in raised.value.faults]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (("\ufeff" + TEXT).encode(), "utf-8"),
        (TEXT.encode("gb18030"), "gb18030"),
        (("\ufeff" + TEXT).encode("utf-16-le"), "utf-16-le"),
        (("\ufeff" + TEXT).encode("utf-16-be"), "utf-16-be"),
    ],
    ids=["UTF-8", "UTF-8 with BOM", "GB18030", "UTF-16 little end", "UTF-16 big end"],
)
def test_a_text_is_read_in_its_encoding(tmp_path: Path, data: bytes, encoding: str) -> None:
    path = write(tmp_path, "a.txt", data)

    source = read_source(path)

    assert (source.encoding, source.text.removeprefix("\ufeff")) == (encoding, TEXT)


def test_offsets_count_the_byte_order_mark_and_the_line_ends_of_the_file(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "\ufeff青禾\r\n柳河\r\n")

    source = read_source(path)

    assert source.text == "\ufeff青禾\r\n柳河\r\n"


def test_traditional_characters_and_rare_ones_survive_gb18030(tmp_path: Path) -> None:
    text = "後壩上村新建活動廣場，柳河乡𠮷安路通车，全年绿化120亩。" * 3
    path = write(tmp_path, "a.txt", text.encode("gb18030"))

    assert read_source(path).text == text


@pytest.mark.parametrize(
    ("name", "data", "fault"),
    [
        ("a.txt", b"", "a.txt: found an empty file, expected an article"),
        ("a.txt", "\ufeff \n\u3000\n".encode(), "a.txt: found an empty file, expected an article"),
        ("a.txt", b"%PDF-1.7 ...", "a.txt: found a PDF document, expected text in UTF-8 or GB18030"),
        ("a.txt", b"PK\x03\x04...", "a.txt: found a zip archive or Office document, expected text in UTF-8 or GB18030"),
        (
            "a.txt",
            "青禾镇\n".encode() + b"a\x00b",
            "a.txt:2: found a NUL byte (byte 12): binary data, expected text in UTF-8 or GB18030",
        ),
        (
            "a.txt",
            TEXT.encode() + "柳河".encode()[:-1],
            "a.txt:4: found byte 0xe6 (byte 73) that is not UTF-8, expected text in UTF-8 or GB18030",
        ),
        (
            "a.txt",
            TEXT.encode("gb18030") + b"\xff\xff\n",
            "a.txt:4: found byte 0xff (byte 51) that is not GB18030, expected text in UTF-8 or GB18030",
        ),
        (
            "a.txt",
            "青禾鎮經濟建設成效顯著，農業發展穩定，全年糧食產量增長。".encode("big5"),
            "a.txt: found bytes that make no Chinese text in UTF-8 or GB18030, expected text in UTF-8 or GB18030",
        ),
        (
            "a.txt",
            "青\x01\x02\x03\x04禾".encode(),
            "a.txt:1: found 4 control characters, the first U+0001: binary data, expected text in UTF-8 or GB18030",
        ),
        ("a.docx", b"x", "a.docx: found a '.docx' file, expected a .txt or .md file"),
    ],
    ids=["empty", "blank", "PDF", "zip", "NUL", "cut UTF-8", "cut GB18030", "Big5", "controls", "Word"],
)
def test_a_file_that_is_no_text_is_a_fault_that_says_what_it_is(
    tmp_path: Path, name: str, data: bytes, fault: str
) -> None:
    path = write(tmp_path, name, data)

    assert faults_of(path) == [fault]


@pytest.mark.parametrize(
    ("before", "wrong", "after", "encoding", "fault"),
    [
        ("青禾镇\n新", b"\x87", "建公园3个。", "utf-8", "a.txt:2: found byte 0x87 (byte 14) that is not UTF-8"),
        ("青\n", b"\xff", "禾镇", "utf-8", "a.txt:2: found byte 0xff (byte 5) that is not UTF-8"),
        (
            "青禾镇总结\n新",
            b"\xff",
            "建公园3个，有余。",
            "gb18030",
            "a.txt:2: found byte 0xff (byte 14) that is not GB18030",
        ),
    ],
    ids=["a short UTF-8 file", "a shorter one", "GB18030"],
)
def test_the_byte_that_is_named_is_wrong_in_the_encoding_that_nearly_fits(
    tmp_path: Path, before: str, wrong: bytes, after: str, encoding: str, fault: str
) -> None:
    path = write(tmp_path, "a.txt", before.encode(encoding) + wrong + after.encode(encoding))

    assert faults_of(path)[0].split(",")[0] == fault


def test_what_lies_among_the_articles_and_is_no_file_is_told(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "青禾镇")
    (tmp_path / "b.txt").mkdir()
    (tmp_path / "c.md").symlink_to(tmp_path / "gone.md")
    (tmp_path / "drafts").mkdir()

    told = [(Path(fault.path).name, fault.found) for fault in read_sources(tmp_path).faults]

    assert told == [("b.txt", "a folder named like a '.txt' file"), ("c.md", "a link that leads to nothing")]


def test_a_file_over_the_limit_is_a_fault_with_both_sizes(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "青禾镇" * 10)

    assert faults_of(path, limit=89) == ["a.txt: found 90 bytes, expected at most 89 bytes"]


def test_a_file_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    assert faults_of(tmp_path / "a.txt") == ["a.txt: found no such file or directory, expected a readable file"]


def test_a_stray_control_character_is_read_as_a_space_and_told(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "青禾镇\n新建\x0b公园\x013个")

    source = read_source(path)

    assert (source.text, source.notices) == (
        "青禾镇\n新建\x0b公园 3个",
        ("1 control character (U+0001) read as a space, in line 2",),
    )


def test_characters_that_were_lost_before_are_told(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "青禾镇\n新建公\ufffd3个")

    assert read_source(path).notices == ("1 character was lost before this file was saved (U+FFFD), in line 2",)


def test_a_folder_is_read_by_name_without_readme_and_hidden_files(tmp_path: Path) -> None:
    for name in ("b.md", "a.txt", "README.md", ".c.txt", "slugs.tsv"):
        write(tmp_path, name, f"青禾镇{name}新建公园。")

    reading = read_sources(tmp_path)

    assert ([source.stem for source in reading.sources], reading.faults) == (["a", "b"], ())


def test_all_faults_of_a_folder_are_told_at_once_and_the_good_files_are_read(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "青禾镇新建公园3个。")
    write(tmp_path, "b.md", "\ufeff青禾镇 新建公园3个。\r\n")
    write(tmp_path, "c.txt", "")
    write(tmp_path, "d.yml", "title: 无主")
    write(tmp_path, "e.yaml", "title: 改名")
    write(tmp_path, "f.docx", "x")
    write(tmp_path, "g.md", "柳河乡修路2公里。")
    write(tmp_path, "g.txt", "柳河乡修路3公里。")

    reading = read_sources(tmp_path)

    told = [str(fault).replace(f"{tmp_path}/", "") for fault in reading.faults]
    assert ([source.path.rsplit("/", 1)[-1] for source in reading.sources], told) == (
        ["a.txt", "g.md", "g.txt"],
        [
            "b.md: found the same text as a.txt, expected each article once",
            "c.txt: found an empty file, expected an article",
            "d.yml: found a sidecar without its article, expected d.txt or d.md beside it",
            "e.yaml: found a '.yaml' file, expected the name e.yml",
            "f.docx: found a '.docx' file, expected articles as .txt or .md, sidecars as .yml",
            "g.txt: found the same stem as g.md, expected a stem of its own",
        ],
    )


@pytest.mark.parametrize("exists", [True, False], ids=["empty", "missing"])
def test_a_folder_without_articles_is_a_fault(tmp_path: Path, *, exists: bool) -> None:
    folder = tmp_path / "seeds"
    if exists:
        folder.mkdir()

    reading = read_sources(folder)

    assert [fault.found for fault in reading.faults] == ["no article" if exists else "no folder"]


def test_published_slugs_are_read_by_stem(tmp_path: Path) -> None:
    write(tmp_path, "slugs.tsv", "stem\tslug\n000_a\tqinghe-2024\n青禾\tqinghe-2023\n")

    assert dict(read_slugs(tmp_path)) == {"000_a": "qinghe-2024", "青禾": "qinghe-2023"}


def test_a_folder_without_slugs_has_none(tmp_path: Path) -> None:
    assert dict(read_slugs(tmp_path)) == {}


def test_slugs_of_a_wrong_shape_or_used_twice_are_faults_with_their_lines(tmp_path: Path) -> None:
    write(tmp_path, "slugs.tsv", "stem\tslug\na\tQing He\nb\tqinghe\nc\tqinghe\n")

    with pytest.raises(FaultsError) as raised:
        read_slugs(tmp_path)

    assert [(fault.line, fault.found) for fault in raised.value.faults] == [(2, "'Qing He'"), (4, "'qinghe' twice")]
