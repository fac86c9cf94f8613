"""The gazetteer: official codes, which place lies in which, and the tables made from the official lists."""

import hashlib
from pathlib import Path

import pytest

from policy_digest.lexicon import gazetteer, terms
from policy_digest.lexicon.gazetteer import CODED
from policy_digest.lexicon.tables import read_rows
from policy_digest.translate.places import code_of, english_place
from tests.gazetteer.english import english, kind
from tests.gazetteer.sources import SOURCES, _named, check

GAZETTEER = gazetteer.load()
PLACES = GAZETTEER.places
TERMS = terms.load()
COLUMNS = ("code", "name", "english", "kind")


@pytest.mark.parametrize("table", CODED)
def test_each_row_of_a_made_table_is_what_would_be_made_today(table: str) -> None:
    rows = read_rows(table, COLUMNS)
    made = [(row["name"], english(row["name"]), kind(row["name"])) for row in rows]
    assert made == [(row["name"], row["english"], row["kind"]) for row in rows]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("北京市", "110000"),
        ("唐山市", "130200"),
        ("乐亭县", "130225"),
        ("永乐店镇", "110112117"),
        ("西槐庄村", "110112117216"),
        ("大松垡村", "110112109248"),
    ],
)
def test_a_division_has_its_official_code(name: str, code: str) -> None:
    assert PLACES[name].codes == (code,)


def test_the_list_is_whole_down_to_counties() -> None:
    codes = [row["code"] for row in read_rows("counties", COLUMNS)]
    provinces = [code for code in codes if code.endswith("0000")]
    prefectures = [code for code in codes if code.endswith("00") and code not in provinces]
    assert (len(provinces), len(prefectures), 2800 < len(codes) - len(provinces) - len(prefectures) < 2900) == (
        34,
        333,
        True,
    )


def test_a_name_of_several_counties_has_all_their_codes_and_one_english() -> None:
    assert (PLACES["通州区"].codes, english_place("通州区", TERMS)) == (("110112", "320612"), "Tongzhou District")


@pytest.mark.parametrize(
    ("name", "upper", "is_in"),
    [
        ("永乐店镇", "通州区", True),
        ("永乐店镇", "北京市", True),
        ("西槐庄村", "永乐店镇", True),
        ("新城区", "西安市", True),
        ("新城区", "呼和浩特市", True),
        ("新城区", "保定市", False),
        ("乐亭县", "唐山市", True),
        ("乐亭县", "河北省", True),
        ("唐山市", "乐亭县", False),
        ("唐山市", "唐山市", False),
        ("通州区", "亦庄", False),
    ],
)
def test_a_place_lies_in_those_whose_code_begins_its_own(name: str, upper: str, is_in: bool) -> None:
    assert PLACES[name].lies_in(PLACES[upper]) is is_in


@pytest.mark.parametrize(
    ("code", "name"),
    [("130000", "唐山市"), ("130200", "乐亭县"), ("110000", "通州区"), ("110112", "永乐店镇"), ("110112117", "大羊村")],
)
def test_the_divisions_of_a_place_are_those_right_below_it(code: str, name: str) -> None:
    assert name in [GAZETTEER.named[lower] for lower in GAZETTEER.below[code]]


def test_what_lies_in_a_place_is_known_however_far_below() -> None:
    assert {"永乐店镇", "大羊村"} <= GAZETTEER.within("110112")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("永乐店镇", "110112117"),
        ("北京市通州区永乐店镇", "110112117"),
        ("通州区", None),
        ("北京市通州区", "110112"),
        ("江苏省南通市通州区", "320612"),
        ("江苏省永乐店镇", None),
        ("辽宁省朝阳市", "211300"),
        ("乾县", "610424"),
        ("永樂店鎮", "110112117"),
        ("内蒙古兴安盟", "152200"),
        ("青禾镇", None),
        ("京津冀", None),
        ("", None),
    ],
)
def test_a_place_has_a_code_where_one_division_has_its_name(name: str, code: str | None) -> None:
    assert code_of(name, TERMS) == code


@pytest.mark.parametrize(
    ("committee", "name"),
    [
        ("东店村委会", "东店村"),
        ("大白村村委会", "大白村"),
        ("马村村委会", "马村"),
        ("柴厂屯村民委员会", "柴厂屯村"),
        ("景盛社区居民委员会", "景盛社区"),
        ("智德社区居委会", "智德社区"),
        ("南里居委会", "南里社区"),
        ("西街社区", "西街社区"),
        ("新材料基地工业园", ""),
    ],
)
def test_a_committee_tells_its_village_or_community(committee: str, name: str) -> None:
    assert _named(committee) == name


def test_a_package_that_is_not_the_one_expected_is_refused(tmp_path: Path) -> None:
    package = SOURCES["counties"]
    (tmp_path / package.file).write_bytes(b"another")
    found = hashlib.sha256(b"another").hexdigest()
    assert check(tmp_path) == [
        f"{tmp_path / package.file}: found SHA-256 {found}, expected {package.sha256}",
        f"{tmp_path / SOURCES['villages'].file}: found no file, expected the package (make gazetteer downloads it)",
    ]
