import pytest
from pypinyin import Style
from pypinyin import pinyin as every

from policy_digest.lexicon.tables import read_rows
from policy_digest.romanise import Named, is_sure, pinyin, slug_of


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("马驹桥镇", "majuqiao"),
        ("永乐店镇", "yongledian"),
        ("长辛店", "changxindian"),
        ("大栅栏街道", "dashilan"),
        ("北京市通州区永乐店镇", "yongledian"),
        ("通州区", "tongzhou"),
        ("宁夏回族自治区", "ningxia"),
        ("内蒙古自治区", "neimenggu"),
        ("陕西省", "shaanxi"),
        ("山西省", "shanxi"),
        ("吕梁市", "lyuliang"),
        ("略阳县", "lyueyang"),
        ("赵县", "zhaoxian"),
        ("蔚县", "yuxian"),
        ("六安市", "luan"),
        ("重庆市", "chongqing"),
        ("柳河乡", "liuhe"),
        ("亦庄经济技术开发区", "yizhuang"),
        ("XX镇", "zhen"),
        ("", ""),
    ],
)
def test_a_place_has_the_address_that_its_readers_expect(name: str, slug: str) -> None:
    assert slug_of(name) == slug


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("马驹桥", "Majuqiao"),
        ("西安", "Xi'an"),
        ("六安", "Lu'an"),
        ("东阿", "Dong'e"),
        ("吕梁", "Lüliang"),
        ("青岛", "Qingdao"),
        ("阿坝", "Aba"),
        ("乐亭", "Laoting"),
        ("单县", "Shanxian"),
        ("潭柘寺", "Tanzhesi"),
    ],
)
def test_a_name_is_one_word_with_an_apostrophe_before_a_vowel(name: str, word: str) -> None:
    assert pinyin(name) == word


@pytest.mark.parametrize(
    ("name", "named", "sure"),
    [
        ("马驹桥", "place", True),
        ("大松堡", "place", False),
        ("石家庄", "place", True),
        ("长辛店", "place", True),
        ("长丰乐", "place", False),
        ("蔚", "place", False),
        ("蔚", "person", True),
        ("长春", "place", True),
        ("长春", "person", False),
        ("兆玉", "person", True),
        ("喆", "person", True),
        ("𠅤", "person", False),
        ("A区", "place", False),
    ],
)
def test_a_name_is_sure_where_no_character_may_be_read_otherwise(name: str, named: Named, sure: bool) -> None:
    assert is_sure(name, named) is sure


@pytest.mark.parametrize(("read", "word"), [("place", "Wudu"), ("word", "Wudou")])
def test_words_are_not_read_as_names_are(read: str, word: str) -> None:
    assert pinyin("无都", "place" if read == "place" else "word") == word


@pytest.mark.parametrize("row", read_rows("polyphones", ("character", "place", "person")), ids=lambda r: r["character"])
def test_the_reading_of_a_character_in_names_is_one_that_a_dictionary_has(row: dict[str, str]) -> None:
    known = set(every(row["character"], style=Style.NORMAL, heteronym=True, v_to_u=True)[0])
    assert {row["place"], row["person"]} - {"-"} <= known
