"""The terms that an article contains: longest match, counted by sentence, never where characters stand by chance."""

import json
from dataclasses import replace
from html import unescape

import pytest
from made_bilinguals import made_digest
from made_digests import digest

from policy_digest.lexicon import termbase
from policy_digest.lexicon import terms as terms_table
from policy_digest.lexicon.tables import read_rows
from policy_digest.model import Article, BilingualTerm, Collection, Paragraph, Sentence, Translations
from policy_digest.render import record_json, render
from policy_digest.render.glossary import glossary, term_anchor
from policy_digest.translate.terms import article_terms

TERMS = terms_table.load()
AUTHORITY = "Reports on the Work of the Government, 2010 to 2022"
ADDRESS = "https://english.www.gov.cn/"
MASKS = read_rows("term_masks", ("mask", "term", "example"))


def article(*texts: str) -> Article:
    """An article of one section with these sentences."""
    whole = digest().record.article
    sentences = tuple(Sentence(f"s-{n}", text, 0, len(text)) for n, text in enumerate(texts))
    section = replace(whole.sections[0], paragraphs=(Paragraph("body", sentences),), captions=())
    return replace(whole, sections=(section,))


def found(*texts: str) -> list[tuple[str, int]]:
    return [(term.zh, term.sentences) for term in article_terms(article(*texts), TERMS)]


def test_a_term_is_told_with_its_english_status_and_count() -> None:
    told = article_terms(article("全镇粮食安全有保障。"), TERMS)
    assert told == (BilingualTerm("粮食安全", "food security", "official", 1, "rural", AUTHORITY, ADDRESS),)


def test_the_longest_term_at_a_place_is_taken() -> None:
    assert found("柳河乡党支部书记走访农户。") == [("党支部书记", 1)]


def test_a_term_said_twice_in_a_sentence_counts_once() -> None:
    assert found("党支部联系党支部。", "党支部换届。") == [("党支部", 2)]


def test_terms_of_most_sentences_come_first_and_others_in_the_order_of_the_text() -> None:
    assert found("夏玉米丰收，税收增长。", "税收入库。") == [("税收", 2), ("夏玉米", 1)]


def test_a_text_in_traditional_characters_has_the_same_terms() -> None:
    assert found("各黨支部優化營商環境。") == [("党支部", 1), ("优化营商环境", 1)]


def test_a_caption_counts_as_a_sentence() -> None:
    whole = article("道路平整。")
    section = replace(whole.sections[0], captions=(Sentence("s-9", "科技小院一角", 0, 6),))
    assert article_terms(replace(whole, sections=(section,)), TERMS)[0].zh == "科技小院"


def test_words_that_say_something_only_as_a_heading_are_no_terms_of_a_text() -> None:
    assert found("综合各方意见，理清思路。") == []


@pytest.mark.parametrize("mask", MASKS, ids=lambda row: row["mask"])
def test_no_term_is_found_where_its_characters_stand_by_chance(mask: dict[str, str]) -> None:
    assert mask["term"] not in dict(found(mask["example"]))


@pytest.mark.parametrize("mask", MASKS, ids=lambda row: row["mask"])
def test_each_mask_is_needed(mask: dict[str, str]) -> None:
    assert (mask["term"] in mask["example"], mask["mask"] in mask["example"], mask["term"] in TERMS.terms) == (
        True,
        True,
        True,
    )


@pytest.mark.parametrize(
    "chance",
    [
        "努力提高校园安全水平",
        "一批中国企业落户",
        "加强新城管理",
        "社区委员会换届",
        "让人大开眼界",
        "畅通就医保障渠道",
        "引进海外资金",
        "黄河长江两大流域",
    ],
)
def test_characters_that_often_stand_together_by_chance_are_no_terms(chance: str) -> None:
    wrong = {"高校", "国企", "城管", "区委", "人大", "医保", "外资", "河长"}
    assert wrong & {zh for zh, _ in found(chance)} == set()


@pytest.mark.parametrize("term", [t for t in TERMS.terms.values() if t.type != "heading"], ids=lambda term: term.zh)
def test_every_term_that_is_no_heading_is_found_where_it_stands_alone(term: termbase.Term) -> None:
    assert [known.zh for known in TERMS.within(term.zh)] == [term.zh]


def test_the_termbase_is_large_enough_to_be_of_use() -> None:
    assert len(TERMS.terms) >= 400


def test_the_record_holds_the_terms() -> None:
    made = replace(made_digest(), terms=(BilingualTerm("党支部", "Party branch", "working", 3, "party", ""),))
    assert json.loads(record_json(made))["terms"] == [
        {"term_zh": "党支部", "term_en": "Party branch", "status": "working", "sentence_count": 3}
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_pages_of_both_languages_list_the_term_in_both(language: str) -> None:
    made = replace(
        made_digest(), terms=(BilingualTerm("粮食安全", "food security", "official", 2, "rural", AUTHORITY),)
    )
    pages = {page.path: page.body for page in render(Collection((made,)), Translations({}, {}))}
    body = pages[f"{language}/digests/{made.slug}.md"].partition('id="terms"')[2].partition("</details>")[0]
    assert ("粮食安全" in body, "food security" in body, "<b>1</b>" in body) == (True, True, True)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("subject", [known for known in termbase.SUBJECTS if known != termbase.HEADING])
def test_the_glossary_has_the_term_with_its_authority_and_where_it_stands(language: str, subject: str) -> None:
    term = BilingualTerm("粮食安全", "food security", "official", 2, subject, AUTHORITY)
    made = replace(made_digest(), terms=(term,))
    pages = {page.path: page.body for page in render(Collection((made,)), Translations({}, {}))}
    body = unescape(pages[f"{language}/glossary/index.md"])
    row = body.partition(f'id="{term_anchor(term)}"')[2].partition("</tr>")[0]
    assert all(words in row for words in ("粮食安全", "food security", AUTHORITY, f"digests/{made.slug}/#terms"))
    assert f"{{: #{subject} }}" in body
    assert f"glossary/#{term_anchor(term)}" in unescape(pages[f"{language}/digests/{made.slug}.md"])


def test_the_same_term_with_another_english_is_an_entry_of_its_own() -> None:
    early, late = (BilingualTerm("示范区", en, "working", 1, "plan", "") for en in ("demonstration area", "pilot zone"))
    digests = (replace(made_digest(), terms=(early,)), replace(made_digest(), terms=(late,)))
    (group,) = glossary(digests)
    assert [entry.term.en for entry in group.entries] == ["demonstration area", "pilot zone"]
    assert len({entry.anchor for entry in group.entries}) == 2
