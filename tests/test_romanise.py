import pytest

from policy_digest.romanise import pinyin, slug_of


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
