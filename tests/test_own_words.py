"""What the composition of names knows of one article alone: its place, and the standard words of an altered text."""

from dataclasses import replace

from made_reviews import made_article

from policy_digest import lexicon
from policy_digest.extract import extract
from policy_digest.model import Restoration
from policy_digest.translate.own import with_own_place
from policy_digest.translate.restoring import restorer_of
from policy_digest.translate.texts import Texts

TERMS = lexicon.load().terms


def test_the_place_of_an_article_is_no_two_words() -> None:
    known = with_own_place(TERMS, "马驹桥镇")
    assert Texts({}, known).text("programme", "“马驹桥先锋”学习平台").en == "“Majuqiao pioneer” study platform"
    assert known.words.table["马驹桥镇"].en == "Majuqiao Town"


def test_a_place_that_no_list_has_adds_nothing() -> None:
    assert with_own_place(TERMS, "魆黩镇") is TERMS
    assert with_own_place(TERMS, None) is TERMS


def test_a_name_is_composed_of_the_words_that_an_altered_one_stands_for() -> None:
    record = extract(made_article("织密赤色网格。"), lexicon.load())
    told = Restoration("赤色", "红色", "standard", "", 2, 4)
    altered = replace(record, wording=replace(record.wording, restorations=(told,)))
    texts = Texts({}, TERMS, restorer_of(altered).standard)
    assert texts.standard("赤色网格") == "红色网格"
    assert texts.text("programme", "赤色网格").en == "Red grid"
    assert texts.standard("没有的词") == "没有的词"
