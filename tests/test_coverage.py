"""The coverage ledger: every sentence and every number of a text has its place in it, once."""

import os
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_parse_properties import LETTERS, TEXTS

from policy_digest import lexicon
from policy_digest.digest import digest
from policy_digest.extract import extract
from policy_digest.extract.refused import NUMBER
from policy_digest.lexicon.folding import fold
from policy_digest.lexicon.tables import read_entries
from policy_digest.model import Article, Coverage, Digest, Sidecar, Source
from policy_digest.parse import assign_slugs, parse
from policy_digest.read import read_source
from policy_digest.translate.coverage import bilingual_coverage

ROOT = Path(__file__).resolve().parent.parent
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
ELSEWHERE = sorted(Path(folder).rglob("*.txt")) if (folder := os.environ.get("EVAL_DIR")) else []
WORDS = lexicon.load()


def made(text: str) -> Digest:
    """The digest of an invented town's review."""
    source = Source("a.txt", "a", "0" * 64, "utf-8", "txt", text, Sidecar(place="青禾镇", time_period="2024"))
    (article,) = assign_slugs([parse(source, WORDS)], {})
    return digest(extract(article, WORDS), WORDS)


def of_file(path: Path) -> Digest:
    (article,) = assign_slugs([parse(read_source(path), WORDS)], {})
    return digest(extract(article, WORDS), WORDS)


def sentences(article: Article) -> list[str]:
    found = [s for section in article.sections for s in (*section.sentences, *section.captions)]
    return [sentence.id for sentence in sorted(found, key=lambda s: s.start)]


def fates(text: str) -> dict[str, str]:
    """Each sentence of a review with its status, or the reason it is set aside for."""
    one = made(text)
    words = {s.id: s.text for section in one.record.article.sections for s in (*section.sentences, *section.captions)}
    return {words[use.sentence]: use.reason or use.status for use in one.coverage.uses}


def verdicts(text: str) -> list[tuple[str, str, str]]:
    return [(number.as_printed, number.verdict, number.reason) for number in made(text).coverage.numbers]


# ---------------------------------------------------------------- nothing is lost


def unaccounted(one: Digest) -> list[str]:
    """What of a text stands in no ledger, or not once: sentences, digits of the file, numbers of a sentence."""
    article, coverage = one.record.article, one.coverage
    held = {at for n in coverage.numbers for at in range(n.start, n.end)}
    text = article.source.text
    lost = [text[at : at + 8] for at in (match.start() for match in re.finditer("[0-9]", text)) if at not in held]
    if sorted(use.sentence for use in coverage.uses) != sorted(sentences(article)):
        lost.append("sentences")
    counted = Counter[str]()
    for number in coverage.numbers:
        counted[number.sentence or ""] += number.numerals
    body = [s for section in article.sections for s in (*section.sentences, *section.captions)]
    numerals = {s.id: len(NUMBER.findall(fold(s.text, WORDS.figures.simplified))) for s in body}
    return [*lost, *(name for name, count in numerals.items() if counted[name] != count)]


def is_summed_up(coverage: Coverage) -> bool:
    """Whether the counts of all fates make the count of all."""
    statuses = sum(coverage.sentences(status) for status in ("used", "set-aside", "unread"))
    verdicts = sum(coverage.numerals(verdict) for verdict in ("observation", "rejected", "unread"))
    return (statuses, verdicts) == (coverage.sentences(), coverage.numerals())


@pytest.mark.parametrize("path", [*SEEDS, *ELSEWHERE], ids=lambda path: path.stem)
def test_every_sentence_and_number_of_a_file_is_accounted_for(path: Path) -> None:
    one = of_file(path)

    assert (unaccounted(one), is_summed_up(one.coverage)) == ([], True)


def test_of_a_hundred_numbers_at_most_two_are_unread() -> None:
    counts = [of_file(path).coverage for path in (*SEEDS, *(path for path in ELSEWHERE if path.parent.name == "texts"))]

    unread = sum(coverage.numerals("unread") for coverage in counts)
    assert 50 * unread <= sum(coverage.numerals() for coverage in counts)


@settings(max_examples=60, deadline=None)
@given(st.one_of(TEXTS, LETTERS).filter(lambda text: text.strip()))
def test_every_sentence_and_number_of_any_text_is_accounted_for(text: str) -> None:
    one = made(text)

    assert (unaccounted(one), is_summed_up(one.coverage)) == ([], True)


def test_what_a_ledger_cites_stands_on_the_page() -> None:
    one = of_file(SEEDS[0])
    shown = {bullet.id for section in one.sections for bullet in section.bullets}
    shown |= {thing.id for thing in (*one.record.observations, *one.record.programmes, *one.record.commitments)}
    shown |= {caption.id for section in one.record.article.sections for caption in section.captions}

    assert {name for use in one.coverage.uses for name in use.by} <= shown


@pytest.mark.parametrize("path", [*SEEDS, *ELSEWHERE], ids=lambda path: path.stem)
def test_every_reason_has_its_words_in_both_languages(path: Path) -> None:
    ledger = bilingual_coverage(of_file(path), WORDS.terms)

    told = [*(line.reason for line in ledger.lines if line.reason), *(group.reason for group in ledger.numbers)]
    assert all(text.zh and text.en for text in told)


def test_no_reason_is_told_twice() -> None:
    entries = read_entries("reasons", ("of", "reason", "zh", "en"))

    assert len({(entry["of"], entry["reason"]) for entry in entries}) == len(entries)


# ---------------------------------------------------------------- why a sentence is set aside


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("产业兴旺是乡村振兴的基础。", "slogan"),
        ("不断提升服务水平，切实增强群众获得感。", "slogan"),
        ("一是夯实组织基础。", "transition"),
        ("村民李大爷笑着说起村里的变化。", "narrative"),
        ("“村里的路好走了，日子越过越有盼头。”", "quotation"),
        ("镇里为老人送去米面油等慰问品。", "unread"),
    ],
)
def test_a_sentence_that_tells_no_fact_has_its_reason(sentence: str, reason: str) -> None:
    text = f"青禾镇完成税收9亿元，新增企业31家，就业形势良好。\n\n{sentence}\n"

    assert fates(text)[sentence] == reason


def test_a_sentence_that_says_again_what_was_said_is_a_duplicate() -> None:
    text = "镇里为老人送去米面油等慰问品。\n\n青禾镇完成税收9亿元。\n\n镇里为老人送去米面油等慰问品！\n"

    assert fates(text)["镇里为老人送去米面油等慰问品！"] == "duplicate"


def test_a_sentence_with_a_figure_is_used() -> None:
    assert fates("青禾镇完成税收9亿元，同比增长4%。\n")["青禾镇完成税收9亿元，同比增长4%。"] == "used"


# ---------------------------------------------------------------- why a number is no observation


def test_numbers_that_are_no_figure_say_why() -> None:
    text = "2024年，青禾镇完成税收9亿元，进一步办好12345热线。\n"

    assert verdicts(text) == [
        ("2024年", "rejected", "date"),
        ("9亿元", "observation", ""),
        ("一", "rejected", "word"),
        ("12345", "rejected", "code"),
    ]


def test_a_number_that_no_rule_knows_is_unread() -> None:
    assert ("37", "unread", "no-unit") in verdicts("青禾镇邀请37贤达回乡。\n")


def test_a_date_in_a_title_is_no_unread_number() -> None:
    assert verdicts("# 青禾镇2024年工作总结\n\n今年工作顺利，群众满意。\n")[0] == ("2024年", "rejected", "date")
