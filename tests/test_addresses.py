"""The file of published addresses: what is written is read, and what nobody could have recorded is refused."""

from pathlib import Path

import pytest

from policy_digest.errors import FaultsError
from policy_digest.model import Address
from policy_digest.publish import keep_addresses
from policy_digest.read import read_addresses
from policy_digest.read.addresses import FOLDERS
from policy_digest.render import live_addresses, render
from tests.followed import collection, interface
from tests.projects import ROOT


def test_what_is_written_is_what_is_read(tmp_path: Path) -> None:
    rows = (
        Address("digests/a/", "a", "places/b/"),
        Address("digests/a/#f-0123456789", observation="o-0123456789"),
        Address("glossary/"),
    )

    assert (keep_addresses(tmp_path, rows), read_addresses(tmp_path), keep_addresses(tmp_path, rows)) == (
        True,
        rows,
        False,
    )


def test_without_a_file_no_address_is_recorded(tmp_path: Path) -> None:
    assert read_addresses(tmp_path) == ()


@pytest.mark.parametrize(
    ("rows", "line", "found"),
    [
        ([Address("../etc/")], 5, "the address '../etc/'"),
        ([Address("digests/../../a/", "a")], 5, "the address 'digests/../../a/'"),
        ([Address("/digests/a/")], 5, "the address '/digests/a/'"),
        ([Address("digests/a")], 5, "the address 'digests/a'"),
        ([Address("https://example.org/")], 5, "the address 'https://example.org/'"),
        ([Address("digests/a/", "a", "../b/")], 5, "the place '../b/'"),
        (
            [Address('digests/a/#"><script>', observation="o-0123456789")],
            5,
            "the address 'digests/a/#\"><script>' of a row",
        ),
        ([Address("glossary/", "a")], 5, "'glossary/' with a stem or place"),
        ([Address("people/"), Address("glossary/")], 6, "'glossary/' after 'people/'"),
        ([Address("people/"), Address("people/")], 6, "'people/' after 'people/'"),
        ([Address("people/\tx")], 5, "5 cells"),
        ([Address("digests/a/#f-1", observation="o-0123456789")], 5, "the address 'digests/a/#f-1' of a row"),
        ([Address("digests/a/#f-0123456789", observation="x")], 5, "the observation 'x'"),
        ([Address("digests/a/#f-0123456789", observation="f-0123456789")], 5, "the observation 'f-0123456789'"),
        ([Address("digests/a/", "a", "people/")], 5, "the place 'people/'"),
        ([Address("digests/a/", "a", "places/")], 5, "the place 'places/'"),
        ([Address("digests/a/", "a", "places/a/b/")], 5, "the place 'places/a/b/'"),
        ([Address("assets/")], 5, "the address 'assets/'"),
        ([Address("zzz/a/")], 5, "the address 'zzz/a/'"),
        ([], 1, "no address"),
    ],
)
def test_a_file_that_was_tampered_with_is_refused_with_its_line(
    tmp_path: Path, rows: list[Address], line: int, found: str
) -> None:
    keep_addresses(tmp_path, rows)

    with pytest.raises(FaultsError) as raised:
        read_addresses(tmp_path)

    assert [(fault.path, fault.line, fault.found) for fault in raised.value.faults] == [
        (str(tmp_path / "addresses.tsv"), line, found)
    ]


@pytest.mark.parametrize(
    ("content", "line"),
    [(b"\xff\xfe", 0), (b"slug\tid\n", 1), (b"", 1), (b"# a note\n", 1), (b"people/\t\t\t\n", 1)],
    ids=["no text", "other columns", "empty", "only a comment", "no header"],
)
def test_a_file_that_is_no_record_of_addresses_is_refused(tmp_path: Path, content: bytes, line: int) -> None:
    (tmp_path / "addresses.tsv").write_bytes(content)

    with pytest.raises(FaultsError, match=r"addresses\.tsv") as raised:
        read_addresses(tmp_path)

    assert [fault.line for fault in raised.value.faults] == [line]


def test_every_page_of_a_collection_has_a_first_folder_that_may_be_recorded() -> None:
    pages = live_addresses(render(collection(), interface())) - {""}

    assert {page.partition("/")[0] for page in pages} == set(FOLDERS)


def test_the_addresses_of_the_project_are_in_order_and_keep_earlier_ones() -> None:
    rows = {row.address: row for row in read_addresses(ROOT / "seeds")}

    # The names of these figures changed after they were first recorded, and with the names the anchors of their rows.
    earlier = ("f-008bbbddbf", "f-1767911e75", "f-592509cfb7")
    assert [rows[f"digests/yongledian-2024/#{anchor}"].observation for anchor in earlier] == [
        "o-f4334ab79a",
        "o-5f9a0bb18e",
        "o-984f090920",
    ]
