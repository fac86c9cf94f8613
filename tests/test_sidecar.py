from pathlib import Path

import pytest

from policy_digest.errors import FaultsError
from policy_digest.model import Sidecar
from policy_digest.read.sidecar import is_period, is_slug, read_sidecar


def sidecar_of(folder: Path, text: str) -> Sidecar:
    path = folder / "a.yml"
    path.write_text(text, encoding="utf-8")
    return read_sidecar(path)


def faults_of(folder: Path, text: str) -> list[tuple[int, str]]:
    with pytest.raises(FaultsError) as raised:
        sidecar_of(folder, text)
    return [(fault.line, fault.found) for fault in raised.value.faults]


def test_every_key_is_read(tmp_path: Path) -> None:
    sidecar = sidecar_of(
        tmp_path,
        """\
slug: qinghe-2024
title: 青禾镇2024年工作总结
title_en: Qinghe town in 2024
place: 青禾镇
time_period: 2024-01/2024-11
date_published: 2024-12-03
source_url: https://example.org/a?b=1
credited_to: 青禾日报
authors: [张望禾, 李柳]
rights: CC BY 4.0
""",
    )

    assert sidecar == Sidecar(
        path=(tmp_path / "a.yml").as_posix(),
        slug="qinghe-2024",
        title="青禾镇2024年工作总结",
        title_en="Qinghe town in 2024",
        place="青禾镇",
        time_period="2024-01/2024-11",
        date_published="2024-12-03",
        source_url="https://example.org/a?b=1",
        credited_to="青禾日报",
        authors=("张望禾", "李柳"),
        rights="CC BY 4.0",
    )


@pytest.mark.parametrize(
    ("text", "period"),
    [("time_period: 2024", "2024"), ('time_period: "2024-11"', "2024-11"), ("time_period: 2024-11-30", "2024-11-30")],
)
def test_a_period_may_be_written_as_yaml_reads_a_number_or_a_date(tmp_path: Path, text: str, period: str) -> None:
    assert sidecar_of(tmp_path, text).time_period == period


@pytest.mark.parametrize("text", ["", "# nothing stated\n", "---\n"])
def test_a_sidecar_may_state_nothing(tmp_path: Path, text: str) -> None:
    assert sidecar_of(tmp_path, text).title is None


def test_without_a_sidecar_nothing_is_stated(tmp_path: Path) -> None:
    assert read_sidecar(tmp_path / "a.yml") == Sidecar()


def test_all_faults_are_told_at_once_with_their_lines(tmp_path: Path) -> None:
    text = """\
titel: 青禾镇
title: [青禾镇]
slug: Qinghe 2024
time_period: 2024-13
date_published: 2023-02-29
source_url: ftp://example.org
authors: 张望禾
rights: true
place:
place: 青禾镇
"""

    assert faults_of(tmp_path, text) == [
        (1, "unknown key 'titel'"),
        (2, "a list for 'title'"),
        (3, "'Qinghe 2024' for 'slug'"),
        (4, "'2024-13' for 'time_period'"),
        (5, "'2023-02-29' for 'date_published'"),
        (6, "'ftp://example.org' for 'source_url'"),
        (7, "the text '张望禾' for 'authors'"),
        (8, "the truth value 'true' for 'rights'"),
        (9, "nothing for 'place'"),
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("title: 青禾镇\nplace: [青禾", (2, "expected ',' or ']', but got '<stream end>'")),
        ("- 青禾镇", (1, "a list")),
        ("title: 青禾镇\ntitle: 柳河乡", (2, "'title' twice")),
        ("authors: [张望禾, 3]", (1, "the number '3' in 'authors'")),
        ("title: 2024", (1, "the number '2024' for 'title'")),
        ("title: 青\x01禾", (1, "the character U+0001")),
    ],
)
def test_yaml_that_is_no_sidecar_is_a_fault_with_its_line(tmp_path: Path, text: str, fault: tuple[int, str]) -> None:
    (line, found), *others = faults_of(tmp_path, text)

    assert (abs(line - fault[0]) <= 1, found, others) == (True, fault[1], [])


def test_a_sidecar_in_another_encoding_is_a_fault_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes("slug: qinghe\ntitle: 青禾镇".encode("gb18030"))

    with pytest.raises(FaultsError) as raised:
        read_sidecar(path)

    assert [(fault.line, fault.expected) for fault in raised.value.faults] == [(2, "UTF-8")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024", True),
        ("2024-02-29", True),
        ("2024-01/2024-11", True),
        ("2024-10/..", True),
        ("../2024", True),
        ("2003/2007", True),
        ("2024-01/2024", True),
        ("2023-02-29", False),
        ("2024-11/2024-01", False),
        ("../..", False),
        ("2024/2025/2026", False),
        ("2024年", False),
        ("24", False),
        ("", False),
    ],
)
def test_a_period_is_a_year_month_day_or_an_interval_of_them(text: str, expected: bool) -> None:
    assert is_period(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("qinghe-2024", True),
        ("a", True),
        ("qing--he", False),
        ("-a", False),
        ("青禾", False),
        ("A", False),
        ("a" * 81, False),
        ("datapackage", False),
        ("csv-metadata", False),
    ],
)
def test_a_slug_is_lower_case_words_joined_by_hyphens(text: str, expected: bool) -> None:
    assert is_slug(text) is expected
