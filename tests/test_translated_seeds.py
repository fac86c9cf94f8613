"""The two seeds in English: nothing that a table, heading, caption or list of names shows is left out."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from policy_digest import lexicon
from policy_digest.digest import digest
from policy_digest.extract import extract
from policy_digest.model import BilingualDigest, BilingualRow, Text
from policy_digest.parse import assign_slugs, parse
from policy_digest.read import read_slugs, read_sources, read_translations
from policy_digest.translate import translate

PROJECT = Path(__file__).resolve().parent.parent
HAN = re.compile(r"[\u4e00-\u9fff]")
STEMS = ("000_249ee3d0ef67950e", "003_9f6dcb3548ddb190")


@cache
def bilinguals() -> dict[str, BilingualDigest]:
    words = lexicon.load()
    stored = read_translations(PROJECT / "i18n")
    sources = read_sources(PROJECT / "seeds").sources
    articles = assign_slugs(tuple(parse(source, words) for source in sources), read_slugs(PROJECT / "seeds"))
    return {a.source.stem: translate(digest(extract(a, words), words), stored, words) for a in articles}


def rows(bilingual: BilingualDigest) -> list[BilingualRow]:
    return [row for section in bilingual.sections for row in section.rows]


def read_back(english: str) -> Decimal:
    """The value of the first number of an English figure, its scale word applied."""
    match = re.search(r"(\d[\d,]*(?:\.\d+)?)(?: (million|billion|trillion))?", english)
    assert match, english
    power = {"million": 6, "billion": 9, "trillion": 12}.get(match[2] or "", 0)
    return Decimal(match[1].replace(",", "")).scaleb(power)


def named(bilingual: BilingualDigest) -> Iterator[tuple[str, Text]]:
    """What an English page shows without sentences: each text with what it is."""
    heads = {"title": bilingual.title, "subtitle": bilingual.subtitle, "place": bilingual.place}
    heads |= {"period": bilingual.period, "credit": bilingual.credited_to}
    yield from ((role, text) for role, text in heads.items() if text is not None)
    yield from (("author", author) for author in bilingual.authors)
    for section in bilingual.sections:
        yield from ((role, t) for role, t in (("heading", section.heading), ("deck", section.deck)) if t is not None)
        yield from (("caption", item.text) for item in section.captions)
        yield from (("programme", item.text) for item in section.programmes)
        yield from (("indicator", row.name) for row in section.rows)
        yield from (("place of a row", row.place) for row in section.rows if row.place is not None)


@pytest.mark.parametrize("stem", STEMS)
def test_every_heading_caption_and_name_has_an_english(stem: str) -> None:
    assert [(role, text.zh) for role, text in named(bilinguals()[stem]) if not text.en] == []


@pytest.mark.parametrize("stem", STEMS)
def test_no_chinese_is_left_in_the_english_of_tables_and_names(stem: str) -> None:
    shown = [text for _, text in named(bilinguals()[stem])]
    cells = [text for row in rows(bilinguals()[stem]) for text in (row.value, row.period, row.note) if text]
    assert [text.en for text in (*shown, *cells) if HAN.search(text.en or "")] == []


@pytest.mark.parametrize("stem", STEMS)
def test_every_mention_of_a_figure_is_marked_in_its_sentence(stem: str) -> None:
    bilingual = bilinguals()[stem]
    printed = {o.id: "".join(o.as_printed.split()) for o in bilingual.digest.record.observations}
    marks = [mark for row in rows(bilingual) for mark in row.marks]
    assert [mark.observation for mark in marks if "".join(mark.figure.split()) != printed[mark.observation]] == []


@pytest.mark.parametrize("stem", STEMS)
def test_every_english_figure_reads_back_to_the_value_of_the_record(stem: str) -> None:
    values = {o.id: o.obs_value for o in bilinguals()[stem].digest.record.observations}
    told = [(values[r.marks[0].observation], r.value.en) for r in rows(bilinguals()[stem]) if r.kind != "rank"]
    assert [en for value, en in told if value is None or abs(value) != read_back(en or "")] == []


@pytest.mark.parametrize("stem", STEMS)
def test_every_row_has_an_anchor_of_its_own(stem: str) -> None:
    anchors = [row.anchor for row in rows(bilinguals()[stem])]
    assert len(anchors) == len(set(anchors))


@pytest.mark.parametrize(
    ("stem", "printed", "zh", "en"),
    [
        (STEMS[0], "84.6亿元", "84.6亿元", "CNY 8.46 billion"),
        (STEMS[0], "900余万元", "900余万元", "over CNY 9 million"),
        (STEMS[0], "百名", "近百名", "nearly 100 people"),
        (STEMS[0], "62家", "62家", "62 enterprises"),
        (STEMS[1], "9.15亿元", "9.15亿元", "CNY 915 million"),
        (STEMS[1], "4.02万亩", "4.02万亩", "40,200 mu (2,680 ha)"),
        (STEMS[1], "44312.4亩", "44312.4亩", "44,312.4 mu (2,954.16 ha)"),
        (STEMS[1], "780公斤", "780公斤（每亩）", "780 kg per mu (11,700 kg/ha)"),
        (STEMS[1], "1000万株", "超1000万株", "over 10 million plants"),
        (STEMS[1], "30余人次", "30余人次", "over 30 visits"),
        (STEMS[1], "36.17%", "−36.17%", "−36.17%"),
        (STEMS[1], "百万", "破百万（元）", "over CNY 1 million"),
        (STEMS[1], "全区榜首", "全区榜首", "1st in the district"),
        (STEMS[1], "全区前列", "全区前列", "near the top in the district"),
        (STEMS[1], "全区排名垫底", "全区排名垫底", "last in the district"),
        (STEMS[1], "1.3万人", "约1.3万人", "about 13,000 people"),
    ],
)
def test_a_figure_of_the_seeds_reads_in_both_languages(stem: str, printed: str, zh: str, en: str) -> None:
    row = next(row for row in rows(bilinguals()[stem]) if row.marks[0].figure == printed)
    assert (row.value.zh, row.value.en) == (zh, en)


@pytest.mark.parametrize("stem", STEMS)
def test_every_sentence_that_is_quoted_for_a_name_has_an_english(stem: str) -> None:
    quoted = bilinguals()[stem].quoted
    assert len(quoted) > 5
    assert [text.zh for text in quoted if not text.en] == []
